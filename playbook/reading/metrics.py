"""Numbers that a highlight states: value, unit, direction, what was measured, and the value before.

Dates, versions, names with digits and levels are no metrics. The grammar works on one line and returns pieces of
it verbatim, so that whoever quotes a metric quotes the resume.
"""

from __future__ import annotations

import re
from functools import lru_cache

from playbook.artifacts.resume import Metric
from playbook.reading.dates import find_dates, find_ranges
from playbook.reading.metric_words import DIGITS, WORD, change_direction, measured, noun_after, verb_direction

_SCALES = {"k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12}
_SCALES |= {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mio": 1e6, "mrd": 1e9}
_SCALE = r"(?:[ ]?(?:(?:thousand|million|billion|trillion)\b|(?:mio|mrd)\b\.?(?=[ ]))|(?:k|mm|mn|m|bn|b|t)(?![\w²]))"
_AMOUNT = rf"(?:[$€£¥]|(?:US|CA|AU)\$|(?:USD|EUR|GBP)[ ])?(?:{DIGITS})(?:{_SCALE})?\+?"
_AFTER = r"(?:[ ]?%|[ ]percent(?:age[ ]points?)?\b|[ ]?x\b|[ ]?×|-?fold\b|[ ]?(?:ms|bps|pp|lbs?|kg|km|mph|kW|MW|GB|TB|PB|sq\.?[ ]ft\.?)\b)"  # noqa: E501  one pattern
_RANGE_END = rf"(?:[ ]?[-–][ ]?|[ ]to[ ])(?:{_AMOUNT})"

_FROM_TO = re.compile(
    rf"""(?<![\w.])(?:from[ ])?(?P<a>{_AMOUNT})(?P<au>{_AFTER})?(?P<an>[ ](?!to\b){WORD}(?:[ ](?!to\b){WORD})?)?
         (?:[ ](?:to|down[ ]to|up[ ]to)[ ]|[ ]?(?:->|=>|→|➔)[ ]?)(?:about[ ]|under[ ]|over[ ]|below[ ]|just[ ])?(?P<b>{_AMOUNT})(?P<bu>{_AFTER})?(?![\w.]*\d)""",  # noqa: E501  one pattern
    re.VERBOSE | re.IGNORECASE,
)
_RATIO = re.compile(r"(?<![\w.:])(?P<a>\d{1,3}):(?P<b>\d{1,3})(?![\w:])(?![ ]?[ap]\.?m)")
_OF = re.compile(
    rf"(?<![\w.])(?:#[ ]?)?(?P<a>\d+(?:st|nd|rd|th)?)[ ](?:out[ ])?of[ ](?:the[ ])?(?:[a-z]+[ ])?(?P<b>{DIGITS})(?![\d%])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![\w.$€£/)-])(?P<n>{_AMOUNT})(?!-[A-Z]\b)(?P<range>{_RANGE_END})?(?P<after>{_AFTER})?(?P<glued>-(?=[A-Za-z]))?",
    re.IGNORECASE,
)
_BY_WORD = re.compile(r"\b(?P<w>doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing)|by (?:a |one[- ])?(?:half|third|quarter|fifth))\b", re.IGNORECASE)  # fmt: skip  # noqa: E501  one pattern
_WORD_VALUES = {"doubl": (2.0, "x"), "tripl": (3.0, "x"), "quadr": (4.0, "x"), "halv": (50.0, "%")}
_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0}

_LABELS = re.compile(
    r"(?:\b(?:version|release|level|tier|grades?|phase|stage|type|class|step|chapter|title|series|room|floor|section|"
    r"part|form|rule|act|article|"
    r"no\.?|number|ages?|aged|category|cat|year|fy|fiscal year|q|week|day|unit|module|figure|iso|sox|soc|route|highway|"
    r"zone|district|local)[ ]?|\bv|#)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:^|.*[\s(,;])[A-Z][A-Za-z+#./]*[ ]$")
_HYPHENED = re.compile(r"\b[A-Z]{2,}-$")
_NEAR = 120
"""Characters before a number that can say what it is; further back stands another matter."""
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_EUROS = re.compile(r"[ ]?(?:EUR\b|Euros?\b|€)", re.IGNORECASE)
_SHORT_FOR, _IN_BRACKETS = re.compile(r"(?P<count>\d)(?P<letter>[A-Za-z])"), re.compile(r"[ ]?\(([^()]*)\)")
_YEAR = re.compile(r"^(?:19[5-9]\d|20[0-4]\d)$")


@lru_cache(maxsize=4096)
def find_metrics(text: str) -> tuple[Metric, ...]:
    """Every metric of one line, in order. Pieces of the line are verbatim; values are normalised."""
    taken = [
        (one.at, one.to)
        for one in (*find_ranges(text), *find_dates(text))
        if not _counts_after(text, one.to, text[one.at : one.to])
    ]
    found: list[tuple[int, Metric]] = []
    for pattern, build in ((_FROM_TO, _from_to), (_RATIO, _ratio), (_OF, _out_of), (_NUMBER, _number), (_BY_WORD, _by_word)):
        for match in pattern.finditer(text):
            at, to = match.span()
            if any(at < end and start < to for start, end in taken):
                continue
            metric = build(text, match)
            if metric is not None:
                end = text.find(metric.text, at)
                taken.append((at, max(to, end + len(metric.text)) if pattern is not _NUMBER else to))
                found.append((at, metric))
    return tuple(metric for _, metric in sorted(found, key=lambda pair: pair[0]))


def _counts_after(text: str, to: int, words: str) -> bool:
    """Whether what looks like a bare year counts something: "2000 users", "1990 pallets"."""
    before = text[: to - len(words)].rstrip().rsplit(" ", 1)[-1].lower()
    follows = re.match(r"\+?[ ]([a-z]+s)\b", text[to:])
    return (
        bool(_YEAR.match(words))
        and bool(follows)
        and before not in {"in", "since", "by", "until", "during", "for", "fy", "and", "of", "the"}
    )


def value_of(amount: str) -> float:
    """`$2.4M` is 2400000, `500K+` is 500000. Raises `ValueError` where there is no number."""
    match = re.search(
        rf"(\d{{1,3}},\d{{1,2}}(?!\d)|{DIGITS})(?:[ ]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?",
        amount,
        re.IGNORECASE,
    )
    if match is None:
        message = f"no number in {amount!r}"
        raise ValueError(message)
    digits = match[1].replace(",", "." if _DECIMAL_COMMA.fullmatch(match[1]) else "")
    return round(float(digits) * _SCALES.get((match[2] or "").lower(), 1), 6)


def _from_to(text: str, match: re.Match[str]) -> Metric | None:
    before, value = value_of(match["a"]), value_of(match["b"])
    if text[: match.start()].endswith("by "):
        return None
    if not match[0].lower().startswith("from") and (
        before == value or not (verb_direction(text, match.start()) != "none" or match["au"])
    ):
        return None  # "5 to 10 cooks" is a range, not a change
    if _YEAR.match(match["a"]) and _YEAR.match(match["b"]):
        return None
    unit, words = _unit(text, match.end(), match["b"], match["bu"] or match["au"] or "")
    end = match.end() + len(words)
    if not unit and match["an"]:
        unit = match["an"].strip()
    return Metric(
        text=text[match.start() : end],
        value=value,
        unit=unit,
        noun=measured(text, match.start() + (5 if match[0].lower().startswith("from") else 0), end),
        direction="up" if value > before else "down" if value < before else "none",
        before=before,
    )


def _ratio(text: str, match: re.Match[str]) -> Metric | None:
    if not int(match["b"]) or (
        re.match(r"\d\d$", match["b"]) and match["b"][0] in "0345" and not re.match(r"[ ]ratio", text[match.end() :])
    ):
        return None  # a time of day
    return Metric(
        text=match[0],
        value=round(int(match["a"]) / int(match["b"]), 4),
        unit="ratio",
        noun=measured(text, match.start(), match.end()),
    )


def _out_of(text: str, match: re.Match[str]) -> Metric | None:
    words = noun_after(text, match.end())
    value = float(re.sub(r"\D", "", match["a"]))
    return Metric(text=text[match.start() : match.end()] + words, value=value, unit=words.strip() or "of " + match["b"])


def _by_word(text: str, match: re.Match[str]) -> Metric | None:
    word = match["w"].lower()
    value, unit = _WORD_VALUES.get(word[:5], _WORD_VALUES.get(word[:4], (0.0, "")))
    if not unit:
        value, unit = round(_PARTS[re.split(r"[ -]", word)[-1]], 2), "%"
    noun = measured(text, match.start() + (3 if word.startswith("by ") else 0), match.end())
    if not noun and not word.startswith("by "):
        noun = noun_after(text, match.end(), "the ", "our ", "a ").strip()
    return Metric(text=match[0], value=value, unit=unit, noun=noun, direction=verb_direction(text, match.end()))


def _number(text: str, match: re.Match[str]) -> Metric | None:
    amount, after = match["n"], match["after"] or ""
    before = text[max(match.start() - _NEAR, 0) : match.start()]
    is_bare = not after and not re.search(r"[$€£¥+,.]|[a-z]", amount, re.IGNORECASE)
    if (not match["glued"] and re.match(r"[\w²]", text[match.end() : match.end() + 1])) or re.match(
        r"(?:st|nd|rd|th)\b|[-/.:]\d|\([a-z]\)", text[match.end() :]
    ):
        return None  # part of a name or a version: 3rd, 24/7, 3.11.2, 401(k)
    if _is_explained(amount, text[match.end() :]):
        return None
    if not after and re.fullmatch(r"\d+(?:\.\d+)?\+?", amount) and is_part_of_name(before):
        return None
    if is_bare and _YEAR.match(amount) and not _counts_after(text, match.end(), amount):
        return None
    unit, words = _unit(text, match.end(), amount, after, glued=bool(match["glued"]))
    if is_bare and not unit and not _verb_before(before):
        return None
    end = match.end() - (1 if match["glued"] and not words else 0)
    value = value_of(amount)
    noun = "" if unit and unit not in "%$€£¥x" and not after else measured(text, match.start(), end)
    if unit in {"%", "$", "€", "£", "¥", "x"} and not noun:
        noun = noun_after(text, end + len(words), "in ", "of ", "the ", "on ").strip()
        if after and text[end:].startswith(" of ") and noun and not noun.startswith("the"):
            words = text[end : text.index(noun, end) + len(noun)]
    return Metric(
        text=text[match.start() : end] + words,
        value=value,
        unit=unit,
        noun=noun,
        direction=change_direction(text, match.start(), unit),
    )


def is_part_of_name(before: str) -> bool:
    """Whether a number belongs to the name that it stands behind: "version 3", "ISO 9001", "the OSHA 300 log", "EEO-1"."""
    return bool(_LABELS.search(before) or _HYPHENED.search(before)) or _is_named(before)


def _is_explained(amount: str, behind: str) -> bool:
    """Whether a figure is short for as many words as it says, in brackets behind it: "2M (miniature/microminiature)"."""
    short, bracket = _SHORT_FOR.fullmatch(amount), _IN_BRACKETS.match(behind)
    if short is None or bracket is None:
        return False
    words = re.findall(r"[^\W\d_]+", bracket[1])
    return len(words) == int(short["count"]) and all(word[0].casefold() == short["letter"].casefold() for word in words)


def _is_named(before: str) -> bool:
    """Whether a capitalised word in the middle of a clause stands before the number: "Python 3", "ISO 9001"."""
    if not _NAMED.match(before):
        return False
    lead = before.rstrip().rsplit(None, 1)
    return len(lead) > 1 and lead[0][-1] not in ";:.!?-"


def _verb_before(before: str) -> bool:
    """Whether the number is what something was brought to: "scores above 97", "down to 4"."""
    return bool(
        re.search(
            r"\b(?:above|below|under|over|to|by|at|of|score[sd]?|rated?|averag\w+)[ ](?:a[ ]|an[ ])?$", before, re.IGNORECASE
        )
    )


def _unit(text: str, end: int, amount: str, after: str, *, glued: bool = False) -> tuple[str, str]:
    """The unit, and the words of it that follow the number."""
    if "%" in after or "percent" in after:
        return "%", ""
    if after.strip() in {"x", "×", "fold", "-fold"}:
        return "x", ""
    if after:
        return after.strip(), ""
    currency = re.search(r"[$€£¥]|USD|EUR|GBP", amount)
    euros = None if currency else _EUROS.match(text, end)
    if currency or euros:
        sign = currency[0] if currency else "€"
        return {"USD": "$", "EUR": "€", "GBP": "£"}.get(sign, sign), euros[0] if euros else ""
    if glued:
        word = re.match(r"[A-Za-z]+", text[end:])
        return (word[0], word[0]) if word else ("", "")
    words = noun_after(text, end)
    return words.strip(), words
