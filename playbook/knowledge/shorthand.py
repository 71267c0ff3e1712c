"""Shorthand that nobody says aloud: "w/", "14 yrs", "~3", "mgmt", "abt", "71% -> 94%".

Abbreviations of a trade stay as they are, and so does what is short for two things, such as "pts" or "eng". What is quoted is
never changed.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FIGURE = r"[~<>#]?[$€£]?(?:\d|\.\d)[\w.,%]*"
_WORDS = {
    "abt": "about",
    "acct": "account",
    "accts": "accounts",
    "approx": "approximately",
    "avg": "average",
    "appt": "appointment",
    "appts": "appointments",
    "asst": "assistant",
    "assts": "assistants",
    "bldg": "building",
    "bldgs": "buildings",
    "cert": "certification",
    "certs": "certifications",
    "dept": "department",
    "depts": "departments",
    "govt": "government",
    "hr": "hour",
    "hrs": "hours",
    "hx": "history",
    "incl": "including",
    "inpt": "inpatient",
    "inpts": "inpatients",
    "maint": "maintenance",
    "mfg": "manufacturing",
    "mgmt": "management",
    "mgr": "manager",
    "mgrs": "managers",
    "mgt": "management",
    "mo": "month",
    "mos": "months",
    "mtg": "meeting",
    "mtgs": "meetings",
    "mth": "month",
    "mths": "months",
    "opp": "opportunity",
    "opps": "opportunities",
    "outpt": "outpatient",
    "outpts": "outpatients",
    "pct": "percent",
    "ppl": "people",
    "qtr": "quarter",
    "qtrs": "quarters",
    "svc": "service",
    "svcs": "services",
    "tgt": "target",
    "thru": "through",
    "wk": "week",
    "wks": "weeks",
    "yr": "year",
    "yrs": "years",
}
_WORDS |= {short.capitalize(): _WORDS[short].capitalize() for short in ("asst", "dept", "depts", "mgmt", "mgr", "mgrs")}
_BEFORE_SUM = r"\b(of|for|on|with|within|to|by|through|via|against|under|from|in) "
_OF_SUM = (
    r"(?: ?(?:MM|[KMB]n?|[km]|million|billion))?\+? (?:(?!(?:of|for|on|with|to|by|from|in|and|or)\b)[\w&/-]+ ){0,3}"
    r"(?:revolver|budget|loan|facility|contract|program(?:me)?|portfolio|deal|project|grant|fund|acquisition|account|campaign|"
    r"line of credit|business|division|territory|settlement|bond|mortgage|shortfall|deficit|surplus|quota|book|P&L|plan|"
    r"investment|renovation|expansion|order|claim|retrofit|upgrade)"
    r"(?=$|[,.;:)]| (?:with|for|from|to|in|on|of|by|at|and|across|over|that|which|within|after|through|while|using|under|"
    r"against|as|into|during)\b)"
)
"""One thing that costs so much, behind a preposition: in full sentences it has an article."""
_NAMED = "|".join(sorted(_WORDS, key=len, reverse=True))
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\S)w/\s?(?:o|out)\b(?!\s+\d)"), "without"),  # "w/o 12 May" is a week
    (re.compile(r"(?<!\S)w/\s?in\b"), "within"),
    (re.compile(r"(?<![^\s(])w/\s*(?!o(?:ut)?\b)(?=[\w$€£])"), "with "),
    (re.compile(r"(?<=[\w%])\s?/\s?(wk|yr|mo|qtr)\b"), r" a \1"),
    (re.compile(r"(?<=[\w%])\s?/\s?hr\b"), " an hr"),
    (re.compile(r"(?i)\b(move)[ ](in|out) (?=(?:charge|cost|date|day|deposit|fee|inspection|packet|special)s?\b)"), r"\1-\2 "),
    (re.compile(r"(?i)\b((?:lead|senior|sr\.?|junior|jr\.?|principal|chief)(?: [a-z]+)?) eng\b(?!\.?[a-z])"), r"\1 engineer"),
    (
        re.compile(r"(?i)\b((?:asst|assistant|project|senior|sr|site|field|general)\.?) super\b(?![ -][a-z])"),
        r"\1 superintendent",
    ),
    (
        re.compile(r"(?<=[a-z,;(]) inc\.? (?=[a-z\d])"),
        " including ",
    ),  # a firm's "Inc." has a capital and no such word behind it
    (re.compile(r"(?<=[a-z]) dir\.(?=$|[\s,;:)])"), " director"),
    (re.compile(r"(?<=[a-z]s) \+ (?=[a-z])|(?<=[a-z)]) \+ (?=[a-z]+s\b)"), " and "),
    (re.compile(r"(?<=[a-z]) \+ (?=[a-z])|(?<=[A-Za-z)]) \+ (?=\d+ [A-Za-z]|a )"), " and "),
    (re.compile(r"(?<=[\w%]) (?:v|vs)\.?(?= (?:[a-z]|[$€£+-]?\d))"), " versus"),
    (re.compile(r"(?<=[A-Za-z]) ([+-]\d[\d.,]*\s?)(?:ppts?|pts)\b"), r" \1points"),
    (re.compile(r"(?<=[A-Za-z]) \+(?=\d[\d.,]*(?:%(?![\w%])|\s?points\b))"), " up "),
    (re.compile(r"(?<=[a-z]{3}) = (?=[~<>]?[$€£]?\d)"), " was "),
    (
        re.compile(rf"(?<![\w.])({_FIGURE}(?<=\d)(?:ms|s|m|h|hrs?|mins?|d|wks?|k|[KMG]B|%)) > (?=[~<]?\d[\d.,]*[a-zA-Z%])"),
        r"from \1 to ",
    ),
    (re.compile(r"(?<![\w.])(\d+)[- ]odd (?=[a-z])"), r"some \1 "),
    (re.compile(r"\s*\((?:please )?see (?:above|below|over|next page)\)|,? see (?:above|below)$"), ""),
    (re.compile(r"(?<=[a-z]),? (?:#|no\. ?)\d+ (?:above|below)\b|(?<=[a-z]), (?:above|below)$"), ""),
    (re.compile(r"(?i)\b(near) (miss)(?= [a-z])"), r"\1-\2"),  # of a kind: no miss that is near something
    (re.compile(rf"{_BEFORE_SUM}(?=[$€£](?:8[\d.,]*|1[18](?:[.,]\d+)?)(?!\d){_OF_SUM})"), r"\1 an "),
    (re.compile(rf"{_BEFORE_SUM}(?=[$€£]\d[\d.,]*{_OF_SUM})"), r"\1 a "),
    (re.compile(r"(?<!\S)p/w\b"), "a week"),
    (re.compile(r"(?<!\S)y/y\b"), "year on year"),
    (re.compile(r"(?<=[a-z)]) ?(?:->|=>|→|➔) (?=[a-z])"), ": "),  # what followed, whoever did it
    (re.compile(r"(?<=[\w%)])\s?≈\s?(?=[$€£]?\d)"), ", about "),  # what the same comes to: "down to 3.1% ≈ $410k"
    (re.compile(r"(?<![\w.])(?:~|≈)\s?(?=[$€£]?\d)"), "about "),
    (re.compile(r"(?<![\w.])(?:ca?\.\s?|circa\s)(?=[$€£]?\d)"), "about "),
    (
        # With their years, so that no year is taken for the figure: "31 in 2022 -> 12 in 2024".
        re.compile(
            rf"(?<![\w.])(?:from\s+)?({_FIGURE}(?:\s[a-z]{{1,9}})?\s(?:in\s)?\(?(?:19|20)\d\d\)?)\s*(?:->|=>|→|➔)\s*(?={_FIGURE}\s)"
        ),
        r"from \1 to ",
    ),
    (
        re.compile(rf"(?<![\w.])(?:from\s+)?({_FIGURE}(?:\s[a-z]{{1,9}})?(?:\s\([^()]*\))?)\s*(?:->|=>|→|➔)\s*(?={_FIGURE})"),
        r"from \1 to ",
    ),
)
_SHORT = re.compile(rf"(?<![\w./&'’-])({_NAMED})\b(?![/&'’-])(?P<dot>\.(?=\s+[a-z\d&($€£~–—-]|[,;:)])|(?<=incl)\.)?")
_ALONE = frozenset({"mo", "mos", "mth", "hr", "qtr", "wk", "yr"})
"""What is short for something only behind a number or what counts: "18 mos", but not "HR" or "Mo"."""
_COUNTS = re.compile(
    r"(?:\d\+?|\b(?:a|an|one|two|three|per|each|every|this|last|past|next|first|school|fiscal|\d(?:st|nd|rd|th)|half)) ?$"
)


@lru_cache(maxsize=4096)
def without_shorthand(text: str) -> str:
    """`text` as it is said: "with" for "w/", "18 months" for "18 mos", "from 71% to 94%" for "71% -> 94%"."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return _SHORT.sub(_spelled, text)


def spoken_noun(noun: str) -> str:
    """What a figure measures, in words that are said: "average turnaround", "lumber waste" of "lumber waste abt"."""
    return re.sub(r"\s+(?:about|approximately|approx\.?|circa|ca\.?)$", "", without_shorthand(noun))


def _spelled(match: re.Match[str]) -> str:
    is_numbered = match[1] in {"qtr", "wk", "yr"} and re.match(r"\s\d{1,2}\b(?!\s?%)", match.string[match.end() :])
    if match[1] in _ALONE and not is_numbered and not _COUNTS.search(match.string[: match.start()]):
        return match.group()
    return _WORDS[match[1]]
