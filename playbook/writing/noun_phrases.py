"""The noun phrase that a clause acts on: where it ends, how it reads after "the", and as the words of a title.

A grammar over words, not a parser: it stops early rather than late, because a phrase that is too short is still
true. Verbs are for `playbook.writing.verb_forms`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_LONGEST = 9
_ARTICLES = frozenset({"a", "an", "the", "my", "our", "their", "its", "this", "these", "your"})
_NUMBER_WORDS = frozenset(
    {
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty"),
        *("several", "multiple", "many", "numerous", "various", "all", "every", "each", "both", "over", "more", "than", "about"),
        *("nearly", "almost", "approximately", "around", "dozens", "hundreds", "thousands", "up", "to"),
    },
)
_STOPS = frozenset({"worth", "valued", "together", "twice", "once", "again", "that", "which", "who", "whom", "whose", "where", "when", "while", "so", "but", "because", "plus", "then"})
_PARTICIPLES = frozenset(
    {
        *("using", "including", "serving", "handling", "covering", "spanning", "featuring", "involving", "resulting", "leading"),
        *("allowing", "enabling", "totaling", "totalling", "ranging", "based", "used", "called", "named", "making", "ensuring"),
        *("processing", "supporting", "containing", "saving", "holding", "keeping"),
    },
)
_STATES = frozenset({"clean", "low", "high", "open", "available", "current", "safe", "stable", "intact", "ready", "up-to-date"})
_MASS = frozenset(
    {
        *("accuracy", "advice", "analysis", "art", "attendance", "automation", "butchery", "care", "code", "compliance"),
        *("content", "cost", "coverage", "data", "demand", "design", "development", "documentation", "downtime", "efficiency"),
        *("engagement", "equipment", "feedback", "fish", "food", "growth", "hardware", "hygiene", "infrastructure"),
        *("knowledge", "labour", "latency", "efficiency", "labor", "literacy", "maintenance", "management", "marketing", "morale", "news", "onboarding"),
        *("output", "payroll", "performance", "planning", "procurement", "productivity", "progress", "quality", "reporting"),
        *("research", "retention", "revenue", "risk", "safety", "satisfaction", "search", "security", "service", "software"),
        *("staff", "stock", "support", "testing", "time", "traffic", "training", "triage", "uptime", "waste", "work", "writing"),
        *("arr", "quota", "therapy", "education", "medication", "communication", "collaboration", "inventory", "payable", "receivable", "access"),
    },
)
_GROUPS = frozenset(
    {
        *("brigade", "caseload", "class", "cohort", "crew", "department", "fleet", "group", "network", "panel", "portfolio"),
        *("range", "roster", "series", "set", "squad", "staff", "suite", "team", "territory", "unit"),
    },
)
"""Nouns that say little without what they are made of."""
_TIMES = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days", "hours"})
_COUNTED = frozenset(
    {
        *("application", "campaign", "collection", "competition", "department", "edition", "election", "event", "exhibition"),
        *("facility", "foundation", "function", "inspection", "installation", "institution", "meeting", "orientation", "position"),
        *("presentation", "promotion", "publication", "rotation", "section", "session", "solution", "station", "university"),
        *("assessment", "document", "environment", "experiment", "instrument", "investment", "apartment", "garment", "tournament"),
        *("building", "offering", "briefing", "hearing", "relationship", "partnership", "internship", "community", "committee"),
    },
)
"""Nouns that are counted in spite of their ending."""
_WORD = re.compile(r"\([^()]*\)|[^\s,;:()]+|[,;:]")
_NUMBER = re.compile(r"(?!\d+(?:st|nd|rd|th)\b)[~<>]?[$€£]?\d[\w.,+%/$€£–-]*$")
_AMOUNT = re.compile(r"[~<>]?(?:[$€£]\d[\w.,+]*|\d[\d.,]*%\+?)$")
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "the", "to", "with"})


def noun_phrase(text: str, knowledge: Knowledge, *, resultative: bool = False) -> str:
    """The noun phrase that `text` opens with, verbatim, its determiner and number included; `""` where there is none.

    `resultative` says that the verb before it takes an adjective after its object: "kept records clean".
    """
    words = _WORD.findall(text)
    if len(words) > 1 and _AMOUNT.match(words[0]):
        if words[1].casefold() in {"in", "of"}:
            words = words[2:]
        elif words[0].endswith("%"):
            words = words[1:]
    taken: list[str] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if len(taken) == _LONGEST or _ends(word, following, taken, knowledge, resultative=resultative):
            break
        taken.append(word)
    while taken and (taken[-1].casefold() in _SMALL or taken[-1].startswith("(") or taken[-1].endswith("ly")):
        taken.pop()
    return " ".join(taken) if _has_head(taken) else ""


def definite(phrase: str) -> str:
    """The phrase as it reads after a preposition: "the territory", "the unit's workgroup", "Elasticsearch"."""
    words = phrase.split()
    if not words:
        return ""
    first = words[0].casefold()
    if first in _ARTICLES:
        return " ".join(["the", *words[1:]])
    head = re.split(r"\s+of\s+", phrase)[0].split()[-1]
    if first in {"all", "every", "each", "both"} or head[:1].isupper():
        return phrase
    return f"the {phrase}"


def bare(phrase: str) -> list[str]:
    """The phrase without determiner, numbers and parentheses, as the words of a title."""
    plain = re.sub(r"\([^()]*\)", " ", phrase)
    head, of, tail = plain.partition(" of ")
    if of and head.split() and head.split()[-1].casefold() in _TIMES:
        plain = tail
    elif of and _NUMBER.match(tail.split()[0]) and head.split()[-1].casefold() not in _GROUPS:
        plain = head
    words = [word for word in plain.split() if not _NUMBER.match(word)]
    while words and (words[0].casefold() in _ARTICLES or words[0].casefold() in _NUMBER_WORDS):
        words = words[1:]
    return [word for word in words if word.casefold() not in _NUMBER_WORDS - {"to", "about", "up", "over"}]


def with_article(text: str, phrase: str, article: str = "the") -> str:
    """`text` with an article before `phrase`, where a person speaking would put one: "migrated the monolith"."""
    first = phrase.split(" ", 1)[0].casefold()
    if not is_countable_singular(phrase) or first in _ARTICLES or "'s " in phrase or "’s " in phrase or first[:1].isdigit():
        return text
    fitted = "an" if article == "a" and phrase[:1].casefold() in "aeiou" else article
    return re.sub(rf"(?<!\S){re.escape(phrase)}", f"{fitted} {phrase}", text, count=1)


def is_countable_singular(phrase: str) -> bool:
    """Whether the phrase's head reads badly without an article: "monolith", but not "food cost" or "services"."""
    words = phrase.split()
    if not words or " and " in phrase or words[0].casefold() in DETERMINERS - _ARTICLES or any(_NUMBER.match(word) for word in words[:1]):
        return False
    head = re.split(r"\s+(?:of|and|on|in|for|at|to|by|with|from|per)\s+", re.sub(r"\([^()]*\)", " ", phrase).strip())[0].split()[-1]
    folded = head.casefold()
    if folded in _COUNTED:
        return True
    if head[:1].isupper() or folded in _MASS or folded.endswith(("ing", "ness", "ship", "tion", "ment", "ics", "ity")):
        return False
    return not re.search(r"(?:[^su]s|people|children|staff|data)$", folded)


def _ends(word: str, following: str, taken: list[str], knowledge: Knowledge, *, resultative: bool) -> bool:
    """Whether the phrase ends before `word`."""
    folded = word.casefold()
    if word in {",", ";", ":", "–", "—", "-", "&"} or folded in _STOPS:
        return True
    if word.startswith("("):
        return not following or following in {",", ";", ":"} or following.casefold() in PREPOSITIONS
    nouns = [earlier for earlier in taken if earlier.casefold() not in _ARTICLES and not _NUMBER.match(earlier)]
    if folded == "of":
        return not nouns or "of" in taken
    if folded in {"and", "or"}:
        return _joins_clause(following, knowledge) or not nouns
    if folded in PREPOSITIONS:
        return not (folded in {"over", "about", "around"} and not taken)
    if not nouns:
        return False
    if taken[-1].casefold() in {"of", "and", "or"}:
        return False
    if folded in {"a", "an", "each", "every", "the"} or _NUMBER.match(word) or folded.endswith("ly"):
        return True
    if resultative and folded in _STATES:
        return True
    return _is_participle(folded, following, knowledge)


def _is_participle(folded: str, following: str, knowledge: Knowledge) -> bool:
    """Whether a word after a noun begins a participle clause: "services handling 500K", not "search indexing service"."""
    if folded in _PARTICIPLES:
        return True
    found = find(folded, knowledge)
    if found is None:
        return False
    after = following.casefold()
    opens = after in DETERMINERS or after in PREPOSITIONS or bool(_NUMBER.match(after)) or after.endswith("ly")
    if found.form == "gerund":
        return opens and after not in PREPOSITIONS
    return found.form == "past" and found.verb.lemma != folded and (opens or not following or following in {",", ";"})


def _joins_clause(following: str, knowledge: Knowledge) -> bool:
    """Whether "and" is followed by another verb instead of another noun."""
    found = find(following, knowledge) if following else None
    return following == "" or (found is not None and found.form in {"past", "gerund"} and found.verb.lemma != following.casefold())


def _has_head(words: list[str]) -> bool:
    return any(
        word.casefold() not in _ARTICLES | _NUMBER_WORDS and not _NUMBER.match(word) and re.search(r"[^\W\d]{2}", word)
        for word in words
    )


def headline(words: list[str]) -> str:
    """`words` in title case; words that carry capitals of their own keep them, small words stay small inside."""
    last = len(words) - 1
    return " ".join(
        word if word != word.lower() or (word in _SMALL and 0 < index < last) else _capitalised(word)
        for index, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    """`word` with a capital, and the later parts of a hyphened word too, unless they are small words."""
    first, *others = word.split("-")
    return "-".join([first[:1].upper() + first[1:], *(p if p in _SMALL else p[:1].upper() + p[1:] for p in others)])
