"""The dates that a row of a header carries, and those of a remark in it, which are of a part of the role.

How dates are spelled is for `playbook.reading.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from playbook.reading.dates import DateRange, ends_in_range, find_dates, find_ranges
from playbook.reading.rows import Row, Slice
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import is_place

EDGE = " \t,;|·•–—-()[]:"
"""Marks around the pieces of a header."""
_WITHIN = re.compile(
    r"\s*\((?:incl(?:uding|udes|uded|\.)?\s"
    r"|(?:approx\.?|about|ca?\.|~)?\s?\d+(?:\.\d)?[ -]?(?:days?|wks?|weeks?|mos?|mths?|months?|yrs?|years?|hrs?|hours?)\b)"
    r"[^()]*\)\s*$",
    re.IGNORECASE,
)
"""What lies within a role, behind its dates, and how long it was: "(includes maternity leave 2015-16)", "(12 wks)"."""
_IN_NOTE = re.compile(r"\([^()]*[a-z]{3,}[ ,][^()]*$")
"""The start of a remark in brackets, of several words."""
_HOW = re.compile(
    r"(?:[\s,;:·–—-]|(?:part|full)[- ]time|contract|temp(?:orary)?|fixed[- ]term|seasonal|casual|freelance|permanent|remote|"
    r"hybrid|summers?|winters?|term[- ]time|holidays|weekends?|evenings?|nights?|days|internship|intern|placement|"
    r"apprenticeship|voluntary|various|dates?|from|since|between|about|ca?\.|approx\.?)*",
    re.IGNORECASE,
)
"""How somebody was employed: such words stand before the dates of a whole role, in brackets."""

_SINCE = re.compile(r"(?:since|seit|desde|depuis)\b", re.IGNORECASE)
_READS_ON = re.compile(r"\)?,?\s+(?!(?:at|for|in|with)\s)(?:[a-z]{2,}|\d[\d,.]*\+?\s+[a-z]+)\b")
"""What reads on behind a date: "(since 2019) provider of HVAC", "since 1985, 40 trucks"."""
_AGAIN = re.compile(r"[\s,;&+]*(?:[a-z]+\s+){0,3}(?:and\s+|,\s*)?[a-z]*\s*[\s.)]*")
"""What remains of ", again summer 2023" without its dates."""
_FROM = re.compile(
    r"\s*\((?:in (?:this )?(?:post|role) )?(?:from|since|as of|effective|promoted(?: in)?|appointed(?: in)?|ab|desde|depuis):? "
    r"(?P<date>[^()]{4,20}?)(?: ?onwards?)?\)",
    re.IGNORECASE,
)
_FROM_AT_END = re.compile(r"\s(?:from|since|as of) (?P<date>[^();,]{4,14})$", re.IGNORECASE)
_BARE_FROM = re.compile(
    r"(?:;\s[^;]*?)?,?\s(?:from|since|as of|promoted(?: in)?|(?:promoted|advanced) to [\w&/-]+(?: [\w&/-]+){0,3})\s$",
    re.IGNORECASE,
)
"""Before the date at which a part of the time began: "Teacher; i/c Year 9 from 2018", "Clerk, promoted to Lead 2022"."""
_SEVERAL = re.compile(r";|→|->|\s/\s|\bthen\b|\b(?:and|&) ", re.IGNORECASE)
"""Between titles, of which a remark may be on the last alone."""
_ALSO = re.compile(r"\s*(?:,|&|\band\b)\s*$", re.IGNORECASE)

_MEANWHILE = re.compile(r"^[\s,;:–—-]*(?:during|while|whilst|as part of|alongside|when|throughout|between terms)\b[^.;]{0,60}$")


def says_meanwhile(text: str) -> bool:
    """Whether what stands behind dates says what else was at the time: "during degree"."""
    return _MEANWHILE.match(text) is not None


def dates_of(row: Row) -> DateRange | None:
    """The dates that a row of a header carries: its last range outside of remarks, or a single date at one of its ends."""
    text = _WITHIN.sub("", row.text)
    ranges = [one for one in find_ranges(text) if not _is_history(text, one)]
    own = [one for one in ranges if not _opened(text, one)] or [one for one in ranges if not _is_remark(text, one)]
    own = own[: next((at for at, one in enumerate(own, 1) if _is_parted(text[one.to :])), len(own))]
    if own:
        rest = text[own[-1].to :].split("(")[0].strip(EDGE)
        is_closed = (own[-1] is ranges[-1] and ends_in_range(text)) or not rest or says_meanwhile(rest) or says_again(rest)
        is_closed = is_closed or _is_parted(text[own[-1].to :])
        return own[-1] if is_closed or len(text.split()) <= 16 else None  # noqa: PLR2004  longer is prose
    for one in reversed(find_dates(text)):
        if _IN_NOTE.search(text[: one.at]):
            continue  # "Tablehop (reservations, acquired 2019)"
        if not text[one.to :].strip(EDGE) or not _without_dates(text[: one.at]).strip(EDGE):
            return _with_years_before(text, one)
    return None


def _without_dates(text: str) -> str:
    for one in reversed(find_dates(text)):
        text = text[: one.at] + text[one.to :]
    return text


def says_again(text: str) -> bool:
    """Whether what stands behind dates is other dates of the same work, and names nothing: ", again summer 2023"."""
    found = find_ranges(text) or find_dates(text)
    return bool(found) and _AGAIN.fullmatch(text[: found[0].at] + text[found[-1].to :]) is not None


def _is_parted(text: str) -> bool:
    """Whether a semicolon parts what stands behind dates from them: "2019 – present; chair of the board since 2022"."""
    rest = text.lstrip(" )")
    return rest.startswith(";") and not says_again(rest)


def _with_years_before(text: str, last: DateRange) -> DateRange:
    """A single date with those listed before it, as one time: "Christmas temp 2011, 2012".

    Of "2015, 2019, 2020" the time is that without a gap, and the words are all: no year belongs to a name before them.
    """
    whole, is_unbroken = last, True
    for one in reversed(find_dates(text[: last.at])):
        if not _ALSO.fullmatch(text[one.to : whole.at]) or one.start is None or one.start >= (whole.start or ""):
            break
        is_pair = whole is last and not _lists_on(text[: one.at])
        is_unbroken = is_unbroken and (is_pair or int((whole.start or "")[:4]) - int(one.start[:4]) <= 1)
        whole = replace(whole, start=one.start if is_unbroken else whole.start, at=one.at)
    return whole


def _lists_on(text: str) -> bool:
    """Whether another date stands at the end of what is before a listed one."""
    found = find_dates(text)
    return bool(found) and _ALSO.fullmatch(text[found[-1].to :]) is not None


def _is_history(text: str, dates: DateRange) -> bool:
    """Whether a date tells since when an employer is what it is: "PE-backed (since 2019) provider of HVAC"."""
    is_since = _SINCE.match(text, dates.at) is not None and _READS_ON.match(text, dates.to) is not None
    return is_since and not title_weight(text) and not _HOW.fullmatch(text[dates.to :].strip(EDGE))


def dates_in_remark(row: Row) -> DateRange | None:
    """The range in a remark of a row that has no other dates: "Teacher (maternity cover 2022-2023)"."""
    ranges = find_ranges(_WITHIN.sub("", row.text))
    return ranges[-1] if ranges and dates_of(row) is None and _is_remark(row.text, ranges[-1]) else None


def begins_within(row: Row, others: Sequence[Row]) -> bool:
    """Whether the only date of a row says since when a part of the time of another row was so: "Clerk; cashier from 2018"."""
    found = find_dates(row.text)
    if len(found) != 1 or row.text[found[0].to :].strip(EDGE) or not _BARE_FROM.search(row.text[: found[0].at]):
        return False
    start = found[0].start or ""
    whole = [one for other in others if other is not row for one in find_ranges(other.text)]
    return any((one.start or "9") <= start <= (one.end or "9") for one in whole)


def without_remark(title: Slice) -> Slice:
    """A title without a dated remark behind it: "Fitter (chargehand since 2021)", "Fitter; chargehand from 2021"."""
    text = title.text
    found = find_dates(text)
    bare = _BARE_FROM.search(text[: found[-1].at]) if found and found[-1].to == len(text) else None
    if bare and bare.start() and text.count("(") == text.count(")"):
        return title.cut(0, bare.start())
    at = text.rfind("(")
    is_dated = at > 0 and text.endswith(")") and bool(find_ranges(text[at:]) or find_dates(text[at:]))
    return title.cut(0, at) if is_dated else title


class Since(NamedTuple):
    """A title that is held since some day of a longer time."""

    title: Slice
    dates: DateRange
    at: Slice


def held_since(title: Slice, dates: DateRange) -> Since | None:
    """A title with its own start behind it, below the dates of the whole time there: "Team Leader (from Oct 2021) - nights"."""
    text = title.text
    match = _FROM.search(text) or _FROM_AT_END.search(text)
    first = next(iter(find_dates(match["date"])), None) if match else None
    if match is None or first is None or first.at > 0 or first.to < len(match["date"].rstrip()) or first.start is None:
        return None
    if _SEVERAL.search(text[: match.start()]) or not (dates.start or "") <= first.start <= (dates.end or "9"):
        return None  # of the last of several titles, or of another time
    at = title.cut(match.start("date"), match.end("date"))
    return Since(title.cut(0, match.start()), replace(dates, start=first.start), at)


def titles_with_dates(row: Row, separator: re.Pattern[str]) -> tuple[DateRange, ...]:
    """The ranges of a row of titles with dates of their own, the newest first: "Chef, 2021 – now | Cook, 2019 – 2021"."""
    pieces = [piece for piece in row.body.split(separator) if _not_in_remarks(piece.text)]
    return _not_in_remarks(row.text) if len(pieces) > 1 else ()


def _not_in_remarks(text: str) -> tuple[DateRange, ...]:
    return tuple(one for one in find_ranges(text) if not _is_remark(text, one))


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
