"""Lists of words by which a name is told to be none of a gap. The rules that read them stand in `gap_sense`."""

from __future__ import annotations

PRAISE = frozenset(
    {
        *("superb", "reputed", "reputable", "renowned", "prestigious", "outstanding", "exceptional", "exemplary", "impeccable"),
        *(
            "excellent",
            "strong",
            "solid",
            "good",
            "great",
            "proven",
            "demonstrated",
            "demonstrable",
            "autonomous",
            "accredited",
        ),
        *("recognised", "recognized", "genuine", "keen", "effective", "successful", "engaging", "meaningful", "extensive"),
        *("broad", "thorough", "sound", "competent", "confident", "polished", "robust", "deep", "clear", "first-class"),
        *("world-class", "best-in-class", "established", "top-notch", "stellar", "flawless", "high-quality", "positive"),
        *(
            "progressive",
            "sufficient",
            "adequate",
            "complex",
            "challenging",
            "significant",
            "substantial",
            "appropriate",
            "suitable",
            "relevant",
        ),
    },
)
"""Adjectives that say how well or how much, and not what."""

GRADES = frozenset(
    {"basic", "beginner", "intermediate", "advanced", "expert", "fluent", "working", "hands-on", "practical", "full"}
)
"""Adjectives that grade what follows, where they are no part of its name: Advanced Cardiac Life Support."""

ATTITUDES = frozenset(
    {
        *("commitment", "passion", "willingness", "enthusiasm", "attitude", "ethos", "love", "desire", "drive", "motivation"),
        *("mindset", "energy", "curiosity", "flexibility", "adaptability", "reliability", "dependability", "punctuality"),
        *("integrity", "honesty", "empathy", "compassion", "patience", "resilience", "humour", "humor", "initiative"),
        *("confidence", "dedication", "respect", "sensitivity", "eagerness", "openness", "ability", "aptitude", "ambition"),
        *("tenacity", "positivity", "maturity", "discretion", "temperament", "personality", "professionalism", "demeanor"),
        *("demeanour", "presence", "belief", "kindness", "warmth", "composure", "teamwork", "communication", "player"),
    },
)
"""What somebody is like. A resume cannot show it, so that it cannot lack it either."""

LEANINGS = ATTITUDES | {
    "interest",
    "support",
    "capacity",
    "attention",
    "appreciation",
    "awareness",
    "alignment",
    "dedication",
    "eye",
}
"""The same before "to", "for" or "of": "support for the ethos of the house" is an attitude, customer support is none."""

PEOPLE = frozenset(
    {
        *("manager", "supervisor", "director", "head", "lead", "leader", "officer", "executive", "staff", "team", "personnel"),
        *("colleague", "peer", "people", "person", "client", "customer", "patient", "member", "resident", "student", "pupil"),
        *("child", "children", "guest", "driver", "vendor", "supplier", "stakeholder", "partner", "parent", "family"),
        *("physician", "doctor", "provider", "practitioner", "professional", "specialist", "technician", "mechanic", "nurse"),
        *("teacher", "engineer", "developer", "scientist", "analyst", "accountant", "worker", "employee", "owner", "agent"),
        *("broker", "board", "committee", "agency", "authority", "council", "regulator", "company", "candidate", "graduate"),
        *("individual", "user", "representative", "contractor", "freelancer", "volunteer", "crew", "department", "thinker"),
        *("learner", "communicator", "editor", "solver", "self-starter", "starter", "doer", "investor", "union", "audience"),
        *("community", "organisation", "organization", "employer", "boss", "deputy", "assistant", "associate", "trainee"),
    },
)
"""Those whom one reports to, works with or works for, as the noun of a phrase."""

PLACES = frozenset(
    {
        *("site", "office", "location", "premise", "campus", "area", "region", "province", "country", "town", "city"),
        *("county", "branch", "headquarter"),
    },
)

VAGUE = frozenset(
    {
        *("condition", "status", "need", "issue", "matter", "life", "information", "detail", "satisfaction", "environment"),
        *("culture", "goal", "priority", "priorities", "deadline", "task", "duty", "duties", "requirement", "problem"),
        *("situation", "relationship", "centre", "center", "time", "day", "thing", "aspect", "level", "contact"),
        *("expectation", "basis", "manner", "way", "pace", "skill", "question", "result"),
        *("institute", "institution", "university", "college", "excellence", "success", "mission", "vision", "role"),
        *("responsibility", "responsibilities", "process", "pressure", "circumstance", "job"),
        *("field", "discipline", "equivalent", "range", "variety", "point", "others"),
        *("volume", "scale"),
    },
)
"""Nouns that name nothing without what the posting says around them."""
