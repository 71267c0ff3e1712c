"""Numbers that a highlight states: value, unit, direction, what was measured, and the value before.

Dates, versions, names with digits and levels are no metrics. The grammar works on one line and returns pieces of
it verbatim, so that whoever quotes a metric quotes the resume.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from playbook.artifacts.resume import Metric
from playbook.reading.dates import find_dates, find_ranges

_SCALES = {"k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12}
_SCALES |= {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_DIGITS = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:[ ]?(?:thousand|million|billion|trillion)\b|(?:k|mm|mn|m|bn|b|t)(?![\w²]))"
_AMOUNT = rf"(?:[$€£¥]|(?:US|CA|AU)\$|(?:USD|EUR|GBP)[ ])?(?:{_DIGITS})(?:{_SCALE})?\+?"
_AFTER = r"(?:[ ]?%|[ ]percent(?:age[ ]points?)?\b|[ ]?x\b|[ ]?×|-?fold\b|[ ]?(?:ms|bps|pp|lbs?|kg|km|mph|kW|MW|GB|TB|PB|sq\.?[ ]ft\.?)\b)"  # noqa: E501  one pattern
_RANGE_END = rf"(?:[ ]?[-–][ ]?|[ ]to[ ])(?:{_AMOUNT})"
_WORD = r"[A-Za-z][\w'’&-]*(?:/[A-Za-z][\w'’&-]*)*"
_NEXT_WORD = re.compile(rf"[ ](?P<word>{_WORD})")

_FROM_TO = re.compile(
    rf"""(?<![\w.])(?:from[ ])?(?P<a>{_AMOUNT})(?P<au>{_AFTER})?(?P<an>[ ](?!to\b){_WORD}(?:[ ](?!to\b){_WORD})?)?
         [ ](?:to|down[ ]to|up[ ]to)[ ](?:about[ ]|under[ ]|over[ ]|below[ ]|just[ ])?(?P<b>{_AMOUNT})(?P<bu>{_AFTER})?(?![\w.]*\d)""",  # noqa: E501  one pattern
    re.VERBOSE | re.IGNORECASE,
)
_RATIO = re.compile(r"(?<![\w.:])(?P<a>\d{1,3}):(?P<b>\d{1,3})(?![\w:])(?![ ]?[ap]\.?m)")
_OF = re.compile(
    rf"(?<![\w.])(?:#[ ]?)?(?P<a>\d+(?:st|nd|rd|th)?)[ ](?:out[ ])?of[ ](?:the[ ])?(?:[a-z]+[ ])?(?P<b>{_DIGITS})(?![\d%])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![\w.$€£/-])(?P<n>{_AMOUNT})(?P<range>{_RANGE_END})?(?P<after>{_AFTER})?(?P<glued>-(?=[A-Za-z]))?", re.IGNORECASE
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
_YEAR = re.compile(r"^(?:19[5-9]\d|20[0-4]\d)$")
_STOP = frozenset(
    "a an the and or of in on at to for from by with within into onto over under per across through during while that "  # noqa: SIM905  words read best as one text
    "which who whose where when "
    "as than is are was were be been being has have had using via after before between among including plus against "
    "since until "
    "each every both all its their his her our without toward towards about around up down out off then so but not it "
    "them us me you i we they he she became become went ran left stayed made took "
    "got won led kept grew fell rose now still also only".split()
)
_TIME = frozenset(
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks month months year years yr yrs quarter quarters".split()  # noqa: E501, SIM905  one pattern
)
_UP = re.compile(
    r"\b(?:increas|grow|grew|rais|boost|lift|expand|accelerat|exceed|gain|doubl|tripl|quadrupl|rose|climb|improv|up\b)",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:reduc|cut(?:ting)?\b|decreas|lower|drop|shr[iau]nk|shorten|slash|eliminat|declin|fell\b|fall(?:ing)?\b|trim|"
    r"halv|sav(?:ed|ing)\b|minimi|down\b)",
    re.IGNORECASE,
)
_IMPROVE = re.compile(r"\bimprov", re.IGNORECASE)
_BAD = re.compile(
    r"latency|time|cost|error|defect|waste|turnover|churn|downtime|infection|delay|complaint|attrition|spend", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:.]\s|\band\b|\bwhile\b|\s[-–—]\s")
_HARD_CLAUSE = re.compile(r"[,;:.]\s|\bwhile\b|\s[-–—]\s")
_SHORT_OBJECT = re.compile(r"^[ ](?P<noun>[A-Za-z][\w -]{1,40}?)[ ]by[ ](?:about[ ]|nearly[ ]|over[ ])?$")
_OF_AMOUNT = re.compile(
    r"\b(?:an?|the|annual)[ ](?P<noun>[a-z]+(?:[ ][a-z]+)?)[ ](?:of|worth)[ ](?:over[ ]|about[ ]|nearly[ ])?$"
)
_VERB_OBJECT = re.compile(
    r"\b(?:increas|grow|grew|rais|boost|lift|expand|improv|reduc|cut|decreas|lower|drop|shrink|shrank|shorten|slash|"
    r"eliminat|trim|halv|doubl|tripl|keep|kept|"
    r"hold|held|maintain|achiev|hit)\w*[ ](?:the[ ]|our[ ]|its[ ]|their[ ]|a[ ]|an[ ])?(?P<noun>(?!(?:by|from|at|"
    r"to)[ ])[^,;:]+?)[ ](?:(?:by|from|at|to|below|above|under|over)[ ])?"
    r"(?:about[ ]|nearly[ ]|over[ ]|almost[ ]|roughly[ ]|approximately[ ]|an?[ ]|more[ ]than[ ]|up[ ]to[ ]|~)?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?P<noun>[^,;:]+?)[ ](?:dropped|fell|rose|grew|climbed|increased|decreased|declined|improved|went|is|was|were|are|"
    r"above|below)\b[^,;:]{0,12}$",
    re.IGNORECASE,
)


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
    match = re.search(rf"({_DIGITS})(?:[ ]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?", amount, re.IGNORECASE)
    if match is None:
        message = f"no number in {amount!r}"
        raise ValueError(message)
    return round(float(match[1].replace(",", "")) * _SCALES.get((match[2] or "").lower(), 1), 6)


def _from_to(text: str, match: re.Match[str]) -> Metric | None:
    before, value = value_of(match["a"]), value_of(match["b"])
    if text[: match.start()].endswith("by "):
        return None
    if not match[0].lower().startswith("from") and (
        before == value or not (_verb(text, match.start()) != "none" or match["au"])
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
        noun=_measured(text, match.start() + (5 if match[0].lower().startswith("from") else 0), end),
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
        noun=_measured(text, match.start(), match.end()),
    )


def _out_of(text: str, match: re.Match[str]) -> Metric | None:
    words = _noun_after(text, match.end())
    value = float(re.sub(r"\D", "", match["a"]))
    return Metric(text=text[match.start() : match.end()] + words, value=value, unit=words.strip() or "of " + match["b"])


def _by_word(text: str, match: re.Match[str]) -> Metric | None:
    word = match["w"].lower()
    value, unit = _WORD_VALUES.get(word[:5], _WORD_VALUES.get(word[:4], (0.0, "")))
    if not unit:
        value, unit = round(_PARTS[re.split(r"[ -]", word)[-1]], 2), "%"
    noun = _measured(text, match.start() + (3 if word.startswith("by ") else 0), match.end())
    if not noun and not word.startswith("by "):
        noun = _noun_after(text, match.end(), "the ", "our ", "a ").strip()
    return Metric(text=match[0], value=value, unit=unit, noun=noun, direction=_verb(text, match.end()))


def _number(text: str, match: re.Match[str]) -> Metric | None:
    amount, after = match["n"], match["after"] or ""
    before = text[: match.start()]
    is_bare = not after and not re.search(r"[$€£¥+,.]|[a-z]", amount, re.IGNORECASE)
    if (not match["glued"] and re.match(r"[\w²]", text[match.end() : match.end() + 1])) or re.match(
        r"(?:st|nd|rd|th)\b|[-/.:]\d|\([a-z]\)", text[match.end() :]
    ):
        return None  # part of a name or a version: 3rd, 24/7, 3.11.2, 401(k)
    if not after and re.fullmatch(r"\d+(?:\.\d+)?\+?", amount) and (_LABELS.search(before) or _is_named(before)):
        return None
    if is_bare and _YEAR.match(amount) and not _counts_after(text, match.end(), amount):
        return None
    unit, words = _unit(text, match.end(), amount, after, glued=bool(match["glued"]))
    if is_bare and not unit and not _verb_before(before):
        return None
    end = match.end() - (1 if match["glued"] and not words else 0)
    value = value_of(amount)
    noun = "" if unit and unit not in "%$€£¥x" and not after else _measured(text, match.start(), end)
    if unit in {"%", "$", "€", "£", "¥", "x"} and not noun:
        noun = _noun_after(text, end, "in ", "of ", "the ", "on ").strip()
        if after and text[end:].startswith(" of ") and noun and not noun.startswith("the"):
            words = text[end : text.index(noun, end) + len(noun)]
    return Metric(
        text=text[match.start() : end] + words,
        value=value,
        unit=unit,
        noun=noun,
        direction=_direction(text, match.start(), unit),
    )


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
    if currency:
        return {"USD": "$", "EUR": "€", "GBP": "£"}.get(currency[0], currency[0]), ""
    if glued:
        word = re.match(r"[A-Za-z]+", text[end:])
        return (word[0], word[0]) if word else ("", "")
    words = _noun_after(text, end)
    return words.strip(), words


def _noun_after(text: str, end: int, *leads: str) -> str:
    """The noun that follows at `end`, with the space before it: at most three words, then "per day"."""
    start = position = end
    for lead in leads:
        if text[position:].lower().startswith(" " + lead):
            start = position = position + len(lead)
    per = re.match(rf"[ ]per[ ](?:(?:{_DIGITS})[ ])?[a-z]+(?:[ ][a-z]+s\b)?", text[position:])
    if per and position == end:
        return per[0]
    stop = position
    for count in range(3):  # a noun of four words is a clause
        match = _NEXT_WORD.match(text, stop)
        if match is None or match["word"].lower() in _STOP:
            break
        word, following = match["word"], _NEXT_WORD.match(text, match.end())
        goes_on = following is not None and following["word"].lower() not in _STOP and following["word"].endswith("s")
        if re.search(r"(?:ed|ing|ly)$", word) and (count or not following):
            break
        if re.search(r"ed$", word) and not goes_on:
            break
        stop = match.end()
        if (re.search(r"(?<![su])s$", word) and not goes_on) or word.lower() in _TIME:
            break
    if stop == position:
        return ""
    per = re.match(
        r"[ ](?:per|a|an|each)[ ](?:second|minute|hour|shift|night|day|week|month|quarter|year|season|service)\b", text[stop:]
    )
    return text[start : stop + (len(per[0]) if per else 0)]


def _verb(text: str, end: int) -> Literal["up", "down", "none"]:
    """The direction of the last verb before `end`, within its clause."""
    clause = _CLAUSE.split(text[:end])[-1]
    if not _UP.search(clause) and not _DOWN.search(clause):
        clause = _HARD_CLAUSE.split(text[:end])[-1]  # "reduced latency by 38% and cost by 20%": one verb for both
    ups, downs = list(_UP.finditer(clause)), list(_DOWN.finditer(clause))
    if not ups and not downs:
        return "none"
    if not downs or (ups and ups[-1].start() > downs[-1].start()):
        # To improve a latency is to lower it; whether the number fell is not said.
        return "none" if _IMPROVE.match(clause, ups[-1].start()) and _BAD.search(clause) else "up"
    return "down"


def _direction(text: str, at: int, unit: str) -> Literal["up", "down", "none"]:
    """Only a change has a direction: "by 38%", "grew 12%"; "led 8 engineers" has none."""
    clause = _CLAUSE.split(text[:at])[-1]
    is_change = bool(
        re.search(
            r"\b(?:by|to|up|down|an?)[ ](?:about[ ]|nearly[ ]|over[ ]|almost[ ]|roughly[ ]|approximately[ ]|"
            r"more[ ]than[ ]|up[ ]to[ ]|~)?$",
            clause,
        )
    )
    return _verb(text, at) if is_change or unit in {"%", "x"} else "none"


def _measured(text: str, at: int, end: int) -> str:
    """What was measured, in the words around the number; empty where they do not say."""
    clause = _CLAUSE.split(text[:at])[-1]
    found = _VERB_OBJECT.search(clause) or _SUBJECT.search(clause) or _SHORT_OBJECT.search(clause) or _OF_AMOUNT.search(clause)
    noun = found["noun"].strip() if found else ""
    noun = (
        re.sub(r"^(?:.*[ ](?:with|and)[ ])?(?:the|our|its|their|a|an)?[ ]?", "", noun)
        if " with " in noun
        else re.sub(r"^(?:the|our|its|their|an?)[ ]", "", noun)
    )
    noun = re.split(r"[ ]by[ ]", noun)[0]
    if noun and len(noun.split()) <= 6 and noun in text:  # noqa: PLR2004  more words are a clause
        return noun
    if re.match(r"[ ][a-z]", text[end:]) and text[end - 1] in "%x":
        return _noun_after(text, end).strip()
    return ""
