"""Blocks without a heading that is known: degrees, certificates, skills and languages by what stands in them.

A block is what empty lines part. The roles above stay where they are: they are for `playbook.reading.positions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.reading.certificates import LOOKS_CERTIFIED
from playbook.reading.dates import find_dates, find_ranges
from playbook.reading.degrees import find_degree, names_school
from playbook.reading.languages import is_language, lists_languages
from playbook.reading.role_lines import TOOLS
from playbook.reading.rows import Row, holds_contact
from playbook.reading.sections import UNKNOWN, Section
from playbook.reading.titles import title_weight

_SEPARATOR = re.compile(r"\s*[,;|•·\t]\s*")
_LABELS = frozenset({"skills", "languages", "interests"})
"""Sections that a label on a line of its own opens, such as "Tools: ...", in a resume that has no headings."""
_SEVERAL = 4
"""A list of fewer entries may be a sentence, a name or a place."""
_SHORT = 5
"""Words of the longest skill in such a list."""


def implied_sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, and where none has a heading those that the last blocks are."""
    if any(section.id not in _LABELS for section in sections[1:]):
        return sections
    blocks = _blocks(sections[0].rows)
    found: list[Section] = []
    while len(blocks) > 1:
        kind = _kind(blocks[-1])
        if kind is None and len(blocks[-1]) > 1 and (kind := _kind(blocks[-1][-1:])) is not None:
            blocks.append([blocks[-1].pop()])  # a line of tools right below a degree
        if kind is None:
            break
        found.insert(0, Section(kind, None, tuple(blocks.pop())))
    return (Section("", None, tuple(row for block in blocks for row in block)), *found, *sections[1:])


def by_content(section: Section) -> Section:
    """A section below an unknown heading as one of certificates, where most of its lines name one."""
    papers = [row for row in section.rows if LOOKS_CERTIFIED.search(row.text) and not title_weight(row.text)]
    is_papers = section.id == UNKNOWN and len(papers) > 1 and 2 * len(papers) >= len(section.rows)
    return Section("certificates", section.heading, section.rows) if is_papers else section


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    blocks: list[list[Row]] = []
    for row in rows:
        if row.is_apart or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _kind(block: Sequence[Row]) -> str | None:
    """What a block is, if each of its rows is it."""
    if any(row.is_bullet or holds_contact(row.text) for row in block):
        return None
    items = [item for row in block for item in _SEPARATOR.split(row.text) if item]
    if all(map(is_language, items)):
        return "languages"
    if len(block) > 1 and all(TOOLS.match(row.text) or is_language(row.text.split(":")[0]) for row in block):
        return "skills"
    has_degree = any(find_degree(row.text) for row in block)
    is_learned = any(names_school(row.text) for row in block) and not any(title_weight(row.text) > 1 for row in block)
    if (has_degree or is_learned) and all(_is_learned(row) for row in block):
        return "education"
    if all(LOOKS_CERTIFIED.search(row.text) and not title_weight(row.text) for row in block):
        return "certificates"
    is_list = len(items) >= _SEVERAL and all(len(item.split()) <= _SHORT for item in items)
    is_dated = any(find_dates(row.text) or find_ranges(row.text) for row in block)
    is_sentence = any(row.text.endswith(".") for row in block)
    return "skills" if is_list and not is_dated and not is_sentence else None


def _is_learned(row: Row) -> bool:
    """Whether a row names a degree, a school, a certificate, languages or the time of one of them."""
    is_learned = bool(find_degree(row.text) or LOOKS_CERTIFIED.search(row.text)) or names_school(row.text)
    return is_learned or _is_dates(row.text) or lists_languages(row)


def _is_dates(text: str) -> bool:
    return bool(find_dates(text) or find_ranges(text)) and len(text.split()) <= _SHORT
