"""Which roles are one more at the employer above: a wrong employer is worse than none, so it takes evidence.

How one header is read is for `playbook.reading.headers`, which rows make one for `playbook.reading.positions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from playbook.artifacts.names import says_own_account
from playbook.reading.business_names import behind_title, may_name_employer, names_forces
from playbook.reading.dates import DateRange
from playbook.reading.header_dates import held_since
from playbook.reading.headers import Header
from playbook.reading.rows import Slice
from playbook.reading.titles import title_weight

_ALONE = re.compile(r"\b(?:freelanc\w*|self[- ]employed|independent (?:consultant|contractor)|sole trader)\b", re.IGNORECASE)
"""Who works for themselves has no employer, whoever stands above."""
_SAME = re.compile(
    r"^(?:as above|ditto|(?:the )?same (?:employer|company|co\.?|firm|place|hospital|trust|clinic|school|district|store|shop"
    r"|site|restaurant|hotel|plant|organi[sz]ation|org\.?|agency|office))$",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"(?:various|several|multiple|different)(?: (?:employers|firms|companies|contractors|places))?", re.IGNORECASE
)
"""Behind a title, in place of a name: "Laborer, various" was held with several, and with none that stands above."""
_NEXT = 3
"""Months between two roles that follow each other."""
_RETURN = 18
"""Months after which somebody comes back to where they were a trainee or worked for a season."""


def inherited(header: Header, above: Sequence[Header], *, is_below: bool) -> Header:
    """The header, with the employer above where it is another role there; `above` are the roles above, the nearest last.

    `is_below` says that no empty line parts it from the role above, where other employers stand apart.
    """
    if not above or header.title is None or above[-1].employer is None:
        return header
    previous = above[-1]
    if header.employer is not None and not _SAME.match(header.employer.text):
        return header
    siblings = [one for one in above if one.employer is previous.employer]
    if header.employer is None and not _is_one_more(header, siblings, is_below=is_below):
        return header
    if says_own_account(header.title.text):
        return header
    header = _dated_by(header, previous)
    return replace(
        header,
        employer=previous.employer,
        place=header.place or previous.place,
        employer_has_row=previous.employer_has_row,
        span=previous.dates if previous.title is None else previous.span,
    )


def _dated_by(header: Header, above: Header) -> Header:
    """The header; where it has no dates, with those of the employer's own line, from the day on that its title says.

    What the employer is may stand between the two: "Harrow Castings, 2017 – present", "(foundry, 40 staff)", "Fitter".
    """
    if header.dates is not None or above.title is not None or above.dates is None or header.title is None:
        return header
    title = header.title
    line = title.document.text.find("\n", title.end)
    # The remark on its start is no longer part of the title.
    since = held_since(Slice(title.document, title.start, line if line >= 0 else title.end), above.dates)
    if since is None:
        return replace(header, dates=above.dates, dates_at=above.dates_at)
    return replace(header, title=since.title, dates=since.dates, dates_at=since.at)


def _is_one_more(header: Header, siblings: Sequence[Header], *, is_below: bool) -> bool:
    """Whether a title without an employer is held at that of `siblings`.

    A bare title is, where the employer stands above its titles and the times are close. What may be a name behind the title
    is a team or a region only where nothing parts it from a role there, or where a title of this employer has one, too, and
    the same head: "Adviser, Larkmart" below "Secretary, Residential Property" is held at Larkmart.
    """
    assert header.title is not None  # noqa: S101  asked before
    title, first = header.title.text, siblings[0]
    behind = behind_title(title)
    if (_ALONE.search(title) and not header.is_joint) or any(map(_UNNAMED.fullmatch, behind)):
        return False
    if _fills(header.dates, first.dates if first.title is None else first.span, siblings):
        return True
    gap = _gap(header.dates, [one.dates for one in siblings])
    if any(may_name_employer(part) for part in behind):
        has_teams = any(
            part[:1].isupper() for one in siblings if one.title is not None for part in behind_title(one.title.text)
        ) and (_is_promotion(title, siblings) or (first.employer is not None and names_forces(first.employer.text)))
        return (has_teams or (is_below and _stands_above(first))) and header.place is None and gap <= _NEXT
    is_elsewhere = header.place is not None and header.place not in {one.place for one in siblings}
    if behind or is_elsewhere:
        return gap <= _NEXT
    if first.title is not None and first.employer is not None and first.title.start < first.employer.start:
        return gap <= _NEXT and _is_promotion(title, siblings)
    return gap <= _RETURN


def _stands_above(header: Header) -> bool:
    """Whether the employer has a line of its own above the title."""
    title, employer = header.title, header.employer
    return employer is not None and (title is None or (header.employer_has_row and employer.start < title.start))


def _is_promotion(title: str, siblings: Sequence[Header]) -> bool:
    """Whether a title shares its head with one above: "Teller" below "Senior Teller"."""
    heads = {word for word in _words(title) if title_weight(word)}
    return any(heads & _words(one.title.text) for one in siblings if one.title is not None)


def _words(text: str) -> set[str]:
    return {word.strip("(),./").lower() for word in text.split()}


def _fills(inner: DateRange | None, whole: DateRange | None, siblings: Sequence[Header]) -> bool:
    """Whether a role fills what the other roles leave of the time that an employer's own line tells."""
    if inner is None or whole is None or not inner.start or not whole.start:
        return False
    others = [one.dates.start for one in siblings if one.title is not None and one.dates and one.dates.start]
    is_within = whole.start[:4] <= inner.start[:4] and _last(inner) <= _last(whole)
    return is_within and all(inner.start < start for start in others)


def _gap(dates: DateRange | None, others: Sequence[DateRange | None]) -> int:
    """Months between a role and the time of others; 0 where they meet or are not known."""
    known = [one for one in others if one is not None and one.start]
    if dates is None or dates.start is None or not known:
        return 0
    start, end = _month(dates.start, 1), _last(dates)
    first = min(_month(one.start, 1) for one in known if one.start)
    return max(first - end, start - max(map(_last, known)), 0)


def _last(dates: DateRange) -> int:
    return _month("9999", 12) if dates.is_current else _month(dates.end or dates.start or "9999", 12)


def _month(date: str, default: int) -> int:
    year, _, month = date.partition("-")
    return int(year) * 12 + (int(month) if month else default)
