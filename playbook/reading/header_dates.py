"""The dates that a row of a header carries, and those of a remark in it, which are of a part of the role.

How dates are spelled is for `playbook.reading.dates`.
"""

from __future__ import annotations

import re

from playbook.reading.dates import DateRange, ends_in_range, find_dates, find_ranges
from playbook.reading.rows import Row, Slice
from playbook.reading.vocabulary import is_place

EDGE = " \t,;|·•–—-()[]:"
"""Marks around the pieces of a header."""
_WITHIN = re.compile(r"\s*\(incl(?:uding|udes|uded|\.)?\s[^()]*\)\s*$", re.IGNORECASE)
"""What lies within a role, behind its dates: "(includes maternity leave 2015-16)"."""
_IN_NOTE = re.compile(r"\([^()]*[a-z]{3,}[ ,][^()]*$")
"""The start of a remark in brackets, of several words."""
_HOW = re.compile(
    r"(?:[\s,;:·–—-]|(?:part|full)[- ]time|contract|temp(?:orary)?|fixed[- ]term|seasonal|casual|freelance|permanent|remote|"
    r"hybrid|summers?|winters?|term[- ]time|holidays|weekends?|evenings?|nights?|days|internship|intern|placement|"
    r"apprenticeship|voluntary|various|dates?|from|since|between|about|ca?\.|approx\.?)*",
    re.IGNORECASE,
)
"""How somebody was employed: such words stand before the dates of a whole role, in brackets."""

_MEANWHILE = re.compile(r"^[\s,;:–—-]*(?:during|while|whilst|as part of|alongside|when|throughout|between terms)\b[^.;]{0,60}$")


def says_meanwhile(text: str) -> bool:
    """Whether what stands behind dates says what else was at the time: "during degree"."""
    return _MEANWHILE.match(text) is not None


def dates_of(row: Row) -> DateRange | None:
    """The dates that a row of a header carries: its last range outside of remarks, or a single date at one of its ends."""
    text = _WITHIN.sub("", row.text)
    ranges = find_ranges(text)
    own = [one for one in ranges if not _opened(text, one)] or [one for one in ranges if not _is_remark(text, one)]
    if own:
        rest = text[own[-1].to :].split("(")[0].strip(EDGE)
        is_closed = (own[-1] is ranges[-1] and ends_in_range(text)) or not rest or says_meanwhile(rest)
        return own[-1] if is_closed or len(text.split()) <= 16 else None  # noqa: PLR2004  longer is prose
    for one in reversed(find_dates(row.text)):
        if _IN_NOTE.search(row.text[: one.at]):
            continue  # "Tablehop (reservations, acquired 2019)"
        if not row.text[one.to :].strip(EDGE) or not row.text[: one.at].strip(EDGE):
            return one
    return None


def dates_in_remark(row: Row) -> DateRange | None:
    """The range in a remark of a row that has no other dates: "Teacher (maternity cover 2022-2023)"."""
    ranges = find_ranges(_WITHIN.sub("", row.text))
    return ranges[-1] if ranges and dates_of(row) is None and _is_remark(row.text, ranges[-1]) else None


def without_remark(title: Slice) -> Slice:
    """A title without a dated remark in brackets behind it: "Fitter (chargehand since 2021)"."""
    text = title.text
    at = text.rfind("(")
    is_dated = at > 0 and text.endswith(")") and bool(find_ranges(text[at:]) or find_dates(text[at:]))
    return title.cut(0, at) if is_dated else title


def titles_with_dates(row: Row, separator: re.Pattern[str]) -> tuple[DateRange, ...]:
    """The ranges of a row of titles with dates of their own, the newest first: "Chef, 2021 – now | Cook, 2019 – 2021"."""
    pieces = [piece for piece in row.body.split(separator) if find_ranges(piece.text)]
    return find_ranges(row.text) if len(pieces) > 1 else ()


def is_inside(text: str, dates: DateRange) -> bool:
    """Whether all behind the dates stands in their brackets: "(2012 - 2016, part time while in school)"."""
    before, after = text[: dates.at], text[dates.to :].rstrip(" .")
    return before.count("(") > before.count(")") and after.find(")") == len(after) - 1 and not is_place(after.strip(EDGE))


def _opened(text: str, dates: DateRange) -> str:
    """What stands in brackets before the dates, with the bracket; empty where they stand in none."""
    at = text.rfind("(", 0, dates.at)
    return text[at : dates.at] if at >= 0 and ")" not in text[at : dates.at] else ""


def _is_remark(text: str, dates: DateRange) -> bool:
    """Whether dates in brackets have words before them that say what was then."""
    opened = _opened(text, dates)
    return bool(opened) and _HOW.fullmatch(opened[1:]) is None
