"""Shorthand that nobody says aloud: "w/", "14 yrs", "~3", "mgmt", "71% -> 94%".

Abbreviations of a trade stay as they are, and so does "w/o", which denies. What is quoted is never changed.
"""

from __future__ import annotations

import re

_FIGURE = r"[~<>#]?[$€£]?\d[\w.,%]*"
_WORDS = {
    "approx": "approximately",
    "avg": "average",
    "asst": "assistant",
    "bldg": "building",
    "bldgs": "buildings",
    "dept": "department",
    "depts": "departments",
    "govt": "government",
    "hr": "hour",
    "hrs": "hours",
    "incl": "including",
    "mgmt": "management",
    "mgr": "manager",
    "mgrs": "managers",
    "mgt": "management",
    "mo": "month",
    "mos": "months",
    "qtr": "quarter",
    "qtrs": "quarters",
    "thru": "through",
    "wk": "week",
    "wks": "weeks",
    "yr": "year",
    "yrs": "years",
}
_NAMED = "|".join(sorted(_WORDS, key=len, reverse=True))
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\S)w/\s*(?=\w)(?!o\b)"), "with "),
    (re.compile(r"(?<=[\w%])\s?/\s?(wk|yr|mo)\b"), r" a \1"),
    (re.compile(r"(?<!\S)p/w\b"), "a week"),
    (re.compile(r"(?<!\S)y/y\b"), "year on year"),
    (re.compile(r"(?<![\w.])(?:~|≈)\s?(?=[$€£]?\d)"), "about "),
    (re.compile(r"(?<![\w.])(?:ca?\.\s?|circa\s)(?=[$€£]?\d)"), "about "),
    (re.compile(rf"(?<![\w.])(?:from\s+)?({_FIGURE}(?:\s\([^()]*\))?)\s*(?:->|=>|→|➔)\s*(?={_FIGURE})"), r"from \1 to "),
)
_SHORT = re.compile(rf"(?<![\w./&'’-])({_NAMED})\b(?![/&'’-])(?P<dot>\.(?=\s+[a-z\d&(–—-]|[,;:)]))?")
_ALONE = frozenset({"mo", "mos", "hr", "wk", "yr"})
"""What is short for something only behind a number or what counts: "18 mos", but not "HR" or "Mo"."""
_COUNTS = re.compile(r"(?:\d\+?|\b(?:a|an|one|two|three|per|each|every|this|last|first|\d(?:st|nd|rd|th)|half)) ?$")


def without_shorthand(text: str) -> str:
    """`text` as it is said: "with" for "w/", "18 months" for "18 mos", "from 71% to 94%" for "71% -> 94%"."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return _SHORT.sub(_spelled, text)


def _spelled(match: re.Match[str]) -> str:
    if match[1] in _ALONE and not _COUNTS.search(match.string[: match.start()]):
        return match.group()
    return _WORDS[match[1]]
