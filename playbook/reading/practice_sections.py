"""Sections whose heading says what somebody was: practice during a course, "SENIOR PRECEPTORSHIP", "CLINICAL ROTATIONS".

What stands below it is a house with its dates, or a list of houses that name no title. Other sections of roles are for
`playbook.reading.positions` alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from playbook.artifacts.names import PRACTICE
from playbook.reading.header_dates import dates_of
from playbook.reading.headers import Header
from playbook.reading.role_entries import Entry, Reading
from playbook.reading.rows import Row, Slice
from playbook.reading.sections import Section
from playbook.reading.titles import title_weight

_PRACTICE = re.compile(rf"\b(?:{PRACTICE}|clinical hours|teaching practice)\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*(?:\(|\t|:).*$")
_SCRAP = 2
"""A line of fewer words tells nothing."""


def headed(section: Section, reading: Reading) -> Reading:
    """The roles of a section, what its heading says for the title of those that have none."""
    heading = section.heading
    if heading is None or not _PRACTICE.search(section.title):
        return reading
    title = _title(heading)
    if not any(_is_role(entry.header) for entry in reading.entries):
        dates = dates_of(heading)
        header = Header(title, dates=dates, dates_at=heading.body.cut(dates.at, dates.to) if dates else None)
        told = [row.body for row in section.rows if len(row.text.split()) >= _SCRAP]
        reading.entries = [Entry(header, highlights=told)] if told else []
        return reading
    for entry in reading.entries:
        if entry.header.title is None and entry.header.employer is not None:
            entry.header = replace(entry.header, title=title)
    return reading


def _is_role(header: Header) -> bool:
    return header.dates is not None or (header.title is not None and title_weight(header.title.text) > 1)


def _title(heading: Row) -> Slice:
    remark = _REMARK.search(heading.text)
    return heading.body.cut(0, remark.start() if remark else None)
