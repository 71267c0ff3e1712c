"""Lists of words by which a noun phrase is bounded. The grammar that reads them stands in `noun_phrases`."""

from __future__ import annotations

ARTICLES = frozenset({"a", "an", "the", "my", "our", "their", "its", "this", "these", "your"})
NUMBER_WORDS = frozenset(
    {
        *(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "fifteen",
            "twenty",
        ),
        *(
            "several",
            "multiple",
            "many",
            "numerous",
            "various",
            "all",
            "every",
            "each",
            "both",
            "over",
            "more",
            "than",
            "about",
        ),
        *("nearly", "almost", "approximately", "around", "some", "dozens", "hundreds", "thousands", "up", "to"),
    },
)
STOPS = frozenset(
    {
        "worth",
        "valued",
        "together",
        "twice",
        "once",
        "again",
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "when",
        "while",
        "so",
        "but",
        "because",
        "plus",
        "then",
        "now",
        "today",
    }
)
PARTICIPLES = frozenset(
    {
        *(
            "using",
            "including",
            "serving",
            "handling",
            "covering",
            "spanning",
            "featuring",
            "involving",
            "resulting",
            "leading",
        ),
        *("allowing", "enabling", "totaling", "totalling", "ranging", "based", "used", "called", "named", "making", "ensuring"),
        *("processing", "supporting", "containing", "saving", "holding", "keeping"),
    },
)
STATES = frozenset({"clean", "low", "high", "open", "available", "current", "safe", "stable", "intact", "ready", "up-to-date"})
MASS = frozenset(
    {
        *("charge", "part", "police"),
        *(
            "absence",
            "abuse",
            "correspondence",
            "crime",
            "debt",
            "delinquency",
            "evidence",
            "fraud",
            "income",
            "leakage",
            "rent",
        ),
        *("accuracy", "advice", "analysis", "art", "attendance", "automation", "butchery", "care", "code", "compliance"),
        *("content", "cost", "coverage", "data", "demand", "design", "development", "documentation", "downtime", "efficiency"),
        *("engagement", "equipment", "feedback", "fish", "food", "growth", "hardware", "hygiene", "infrastructure"),
        *(
            "knowledge",
            "labour",
            "latency",
            "efficiency",
            "labor",
            "literacy",
            "maintenance",
            "management",
            "marketing",
            "morale",
            "news",
            "onboarding",
        ),
        *("output", "payroll", "performance", "planning", "procurement", "productivity", "progress", "quality", "reporting"),
        *("research", "retention", "revenue", "risk", "safety", "satisfaction", "search", "security", "service", "software"),
        *(
            "staff",
            "stock",
            "support",
            "testing",
            "time",
            "traffic",
            "training",
            "triage",
            "uptime",
            "waste",
            "work",
            "writing",
        ),
        *(
            "absenteeism",
            "attrition",
            "churn",
            "scrap",
            "shrink",
            "shrinkage",
            "spend",
            "turnover",
            "arr",
            "quota",
            "therapy",
            "education",
            "medication",
            "communication",
            "collaboration",
            "inventory",
            "watch",
            "payable",
            "receivable",
            "access",
            "counsel",
        ),
    },
)
GROUPS = frozenset(
    {
        *("brigade", "caseload", "class", "cohort", "crew", "department", "fleet", "group", "network", "panel", "portfolio"),
        *("range", "roster", "series", "set", "squad", "staff", "suite", "team", "territory", "unit"),
    },
)
"""Nouns that say little without what they are made of."""
OFFICES = frozenset({"ceo", "cfo", "cio", "coo", "cto", "gm", "md", "vp"})
"""Short for posts that one person has."""
TIMES = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days", "hours"})
MEASURES = frozenset(
    {"miles", "km", "kilometers", "kilometres", "meters", "metres", "feet", "acres", "hectares", "tons", "tonnes"}
)
"""What a length or an area is told in: "1.4 miles of water main"."""
SUMS = frozenset({"million", "billion", "lakh", "lakhs", "crore", "crores"})
"""What stands behind the number of a sum: "$11 million of property"."""
COUNTED = frozenset(
    {
        *("application", "campaign", "collection", "competition", "department", "edition", "election", "event", "exhibition"),
        *(
            "facility",
            "foundation",
            "function",
            "inspection",
            "installation",
            "institution",
            "meeting",
            "orientation",
            "position",
        ),
        *("presentation", "promotion", "publication", "rotation", "section", "session", "solution", "station", "university"),
        *(
            "assessment",
            "document",
            "environment",
            "experiment",
            "instrument",
            "investment",
            "apartment",
            "garment",
            "tournament",
        ),
        *("building", "offering", "briefing", "hearing", "relationship", "partnership", "internship", "community", "committee"),
    },
)
"""Nouns that are counted in spite of their ending."""
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "onto", "or", "per", "the", "to", "with"}
)
THINGS_IN_LY = frozenset(
    {
        "ally",
        "anomaly",
        "assembly",
        "butterfly",
        "family",
        "jelly",
        "monopoly",
        "rally",
        "reassembly",
        "reply",
        "supply",
        "tally",
    }
)
"""Nouns that end like an adverb."""
LIKE_IN_LY = frozenset(
    {
        *(
            "daily",
            "early",
            "elderly",
            "fortnightly",
            "friendly",
            "half-yearly",
            "monthly",
            "nightly",
            "only",
            "quarterly",
        ),
        *("twice-weekly", "weekly", "yearly"),
    }
)
"""Adjectives that end like one: "the team's weekly meeting". At the end of a phrase they are adverbs."""
