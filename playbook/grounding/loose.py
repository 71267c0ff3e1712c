"""Numbers said in words of their own: a quarter, one in five, a fortnight, Q3, quarterly, FY22, doubled.

Numbers in digits and number words, with what stands before and after them, are for `playbook.grounding.figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import numeric

from playbook.grounding.number_words import FACTORS, ORDINALS, RHYTHMS, SHARES, SPANS, TENS, UNITS
from playbook.grounding.phrases import Phrases
from playbook.grounding.quantity import Quantity

_ONES = "|".join(UNITS)
_FACTOR = Phrases(
    rf"\b(?:{'|'.join(FACTORS)}|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing))\b", re.IGNORECASE
)
_FRACTION = Phrases(
    rf"\b(?:(?P<year>half[- ](?:a )?year)|(?:one|1) (?:[a-z]+ )?(?:in|out of)(?: every)? (?P<of>\d+|{_ONES})|"
    rf"(?P<n>\d+|{_ONES}) (?:out )?of (?:the |our |its |their |my )?(?P<m>\d+|{_ONES})\b|"
    rf"(?P<cent>\d+|(?:{'|'.join(TENS)})(?:[- ](?:{_ONES}))?|{_ONES}) (?:in|of|out of) (?:every |a |each )(?:hundred|100)|"
    r"(?P<ten>nine|eight|seven|six) in ten|(?P<parted>three quarters|a quarter|half) of an hour|"
    r"(?<![\d/])(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?![\d/])|(?P<sign>[½¼¾⅓⅔])|"
    rf"(?P<tenths>{_ONES})-tenths? of a percent|"
    r"(?P<million>(?:three[- ]quarters|a quarter|half) (?:of )?a million)|"
    r"(?P<parts>a|one|two|three|four|five)[- ](?P<kind>third|quarter|fifth|sixth|seventh|eighth|"
    r"tenth)s?(?! (?:of an? (?!million)|year|of (?:19|20)\d\d|for\b))(?!-|\s(?:grade|party|shift|floor)\b)|"
    r"(?:by|in|cut) half|half of(?! an? ))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?<![\w.,])(?!(?:19|20)\d\d\s)[$€£~]?\d(?:[\w.,]*\w)?[%+]?\s"
    r"(?:(?!(?:about|almost|around|by|from|is|nearly|of|over|roughly|than|to|under|up|was|were)\s)[a-z-]+\s){0,2}$"
)
"""What a quarter of a year stands behind: "7 a quarter", "12 new accounts a quarter"."""
_QUARTER = Phrases(r"\bQ(?P<number>[1-4])\b")
_STRETCH = Phrases(
    rf"\b(?:(?P<half>half an? (?P<of>{'|'.join(SPANS)}))|(?:an?|one) (?P<one>{'|'.join(SPANS)}) and a half|(?P<decade>decade)|"
    r"(?P<fortnight>fortnight)|(?P<two>a couple of|a pair of|both))\b",
    re.IGNORECASE,
)
_PERCENTILE = Phrases(r"\b[pP](?P<number>\d\d)\b")
_RHYTHM = Phrases(
    rf"\b(?:(?P<word>{'|'.join(RHYTHMS)})|every (?P<apart>two|three|six|[236]) months|"
    r"(?P<days>(?:seven|7) days a week|(?:24|twenty-four) hours a day|around the clock)|"
    r"every (?P<nth>third|fourth|fifth|sixth|eighth|tenth)\b|"
    r"(?P<biweekly>every (?:two|2|other) weeks?)|"
    r"(?P<often>twice|(?:two|three|four|[234]) times) a year)\b",
    re.IGNORECASE,
)
_TWICE = {"twice": 2.0, "two": 2.0, "three": 3.0, "four": 4.0, "six": 6.0}
SHORT_YEAR = Phrases(
    r"\bFY(?P<full>(?:19|20)\d\d)\b|(?:\bFY\s?|\bfiscal |(?<!\w)['’])(?P<year>\d\d)\b|"
    r"\b20\d\d\s?[-–/]\s?(?P<end>\d\d)\b(?![-–/])"
)
LOOSE = (_FACTOR, _FRACTION, _QUARTER, _STRETCH, _PERCENTILE, _RHYTHM, SHORT_YEAR)
"""All that is looked for here."""


def fractions(text: str) -> Iterator[Quantity]:
    """A quarter, 1/3, half, one in five, and three of five as percent; half a year as six months."""
    for match in _FRACTION.finditer(text):
        place = (match.start(), match.end())
        if match["year"]:
            yield Quantity(6, "span", *place, span="month", words=match.group(), is_loose=True)
        elif match["parted"]:
            minutes = 0.6 * SHARES[match["parted"].lower().removeprefix("a ")]
            yield Quantity(minutes, "span", *place, span="minute", words=match.group(), is_loose=True)
        elif match["million"]:
            share = next(value for word, value in SHARES.items() if word in match.group().lower())
            yield Quantity(share * 10_000.0, "", *place, words=match.group(), is_loose=True)
        elif not _is_rate(match) and (share := _share(match)):
            yield Quantity(share, "percent", *place, words=match.group(), is_loose=True)


def _is_rate(match: re.Match[str]) -> bool:
    """Whether "a quarter" says how often: behind a count, "7 a quarter" is no 25 percent, but "5 a quarter of which" may be."""
    if (
        (match["kind"] or "").lower() != "quarter"
        or match["parts"].lower() != "a"
        or match.string.startswith(" of", match.end())
    ):
        return False
    return bool(_COUNTED.search(match.string[: match.start()]))


def _share(match: re.Match[str]) -> float:
    """The percentage that a fraction is, 0 where it is none."""
    if match["tenths"] or match["ten"]:
        return UNITS[match["tenths"].lower()] / 10.0 if match["tenths"] else 10.0 * UNITS[match["ten"].lower()]
    if match["sign"] or match["top"]:
        return 100.0 * (numeric(match["sign"]) if match["sign"] else int(match["top"]) / int(match["bottom"]))
    if match["cent"]:
        return sum(_count(word) for word in re.split(r"[- ]", match["cent"]))
    if match["of"] or match["m"]:
        part, whole = _count(match["n"] or "1"), _count(match["of"] or match["m"])
        return 100.0 * part / whole if 0 < part <= whole else 0.0
    if match["kind"]:
        whole = {"quarter": 4.0, **ORDINALS}[match["kind"].lower()]
        return 100.0 * UNITS.get(match["parts"].lower(), 1.0) / whole
    return SHARES["half"]


def rhythms(text: str) -> Iterator[Quantity]:
    """`quarterly`, `every three months` and `four times a year` as times a year."""
    for match in _RHYTHM.finditer(text):
        if match["days"] or match["nth"]:
            value = 7.0 if match["days"] else ORDINALS[match["nth"].lower()]
        elif match["biweekly"]:
            value = RHYTHMS["biweekly"]
        elif match["word"]:
            value = RHYTHMS[match["word"].lower()]
        else:
            word = (match["apart"] or match["often"].split()[0]).lower()
            value = float(word) if word.isdigit() else _TWICE[word]
            value = 12.0 / value if match["apart"] else value
        yield Quantity(value, "", match.start(), match.end(), words=match.group(), is_loose=True)


def _count(word: str) -> float:
    return float(word) if word.isdigit() else {**UNITS, **TENS}[word.lower()]


def other_forms(text: str, short_years: Iterable[re.Match[str]]) -> Iterator[Quantity]:
    """`FY22` and `2021-22`, the matches of `SHORT_YEAR`, as years, `Q3` as the third, `doubled` as a factor."""
    for match in short_years:
        yield Quantity(
            float(match["full"]) if match["full"] else 2000.0 + float(match["year"] or match["end"]),
            "",
            match.start(),
            match.end(),
            words=match.group(),
            is_loose=bool(match["end"]),
        )
    for match in _QUARTER.finditer(text):
        yield Quantity(float(match["number"]), "ordinal", match.start(), match.end(), words=match.group(), is_loose=True)
    for match in _STRETCH.finditer(text):
        place = (match.start(), match.end())
        if match["two"]:
            yield Quantity(2.0, "", *place, words=match.group(), is_loose=True)
        else:
            value = 0.5 if match["half"] else 1.5 if match["one"] else 10.0 if match["decade"] else 2.0
            span = "year" if match["decade"] else "week" if match["fortnight"] else SPANS[(match["of"] or match["one"]).lower()]
            yield Quantity(value, "span", *place, span=span, words=match.group(), is_loose=True)
    for match in _PERCENTILE.finditer(text):
        yield Quantity(float(match["number"]), "ordinal", match.start(), match.end(), words=match.group(), is_loose=True)
    for match in _FACTOR.finditer(text):
        stem = next(name for name in FACTORS if match.group().lower().startswith(name[:-1]))
        yield Quantity(FACTORS[stem], "times", match.start(), match.end(), words=match.group())
