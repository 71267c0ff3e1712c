"""Roles in a line of a section that holds none: unpaid ones among other things, service in the forces below education.

How a header is read is for `playbook.reading.positions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from playbook.reading.business_names import names_forces
from playbook.reading.dates import find_ranges
from playbook.reading.degrees import find_degree, names_school
from playbook.reading.rows import Row, holds_contact
from playbook.reading.sections import Section
from playbook.reading.titles import title_weight

_UNPAID = re.compile(
    r"\((?:[^()]*[ ,])?(?:volunteer|voluntary|unpaid|honorary|pro bono)(?:[ ,][^()]*)?\)|\bvolunteer\b"
    r"|\bboard member\b|\btrustee\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[,|\t(]|\s[-–—]\s|\s(?:at|@)\s")
_LOOSE = frozenset({"additional", "interests", "memberships", "publications"})


def serves(row: Row) -> bool:
    """Whether a line says that somebody served in the forces for a time, and learned nothing there."""
    is_served = names_forces(row.text) and bool(find_ranges(row.text))
    return is_served and not find_degree(row.text) and not names_school(row.text)


def stray_roles(sections: Iterable[Section]) -> Iterator[tuple[str, Row]]:
    """Lines that are roles, each with the kind of section that it belongs to."""
    for section in sections:
        for row in section.rows:
            if section.id == "education" and serves(row):
                yield "work", row
            elif section.id in _LOOSE and _is_unpaid(row) and not holds_contact(row.text):
                yield "volunteer", row


def without_stray_roles(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections without the lines that are roles, where these are read as such."""
    for section in sections:
        yield Section(section.id, section.heading, tuple(row for row in section.rows if not _is_unpaid(row)))


def _is_unpaid(row: Row) -> bool:
    """Whether a line opens with a title that somebody holds for nothing, and has its time."""
    is_titled = title_weight(_TITLE.split(row.text, maxsplit=1)[0]) == 2  # noqa: PLR2004  a title by its head
    return is_titled and bool(_UNPAID.search(row.text)) and bool(find_ranges(row.text))
