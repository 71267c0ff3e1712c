"""Headings: the document cut into sections by the names of the packs.

The names are data; here stands how a line is compared with them. What a section holds is for the grammars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from playbook.knowledge.packs import Knowledge
from playbook.knowledge.schema import SectionName
from playbook.reading.rows import Row, Slice

_NOISE = re.compile(r"[^\w\s]|_")
_ENTRIES = frozenset({"work", "volunteer", "projects"})
_SUBHEADINGS = frozenset({"achievements", "projects", "skills", "activities"})
"""Names that also head a part of one role: "Key achievements:"."""
_CLOSED = _ENTRIES | {"skills"}
"""Sections in which "Languages: Java" is a line of theirs."""
_INLINE = re.compile(r"^([^:]{3,45}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it. `id` is empty for what stands above the first heading."""

    id: str
    heading: Row | None
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The heading's words, empty where there is none."""
        return self.heading.text.rstrip(": ") if self.heading else ""


def normalised(text: str) -> str:
    """A heading as it is compared: lower case, words alone, `&` as "and"."""
    return " ".join(_NOISE.sub(" ", text.lower().replace("&", " and ").replace("/", " and ")).split())


def names_of(knowledge: Knowledge, document: Literal["resume", "job"]) -> dict[str, str]:
    """Normalised name to section id."""
    return _names(knowledge.sections, document)


@lru_cache(maxsize=8)
def _names(sections: tuple[SectionName, ...], document: str) -> dict[str, str]:
    return {normalised(name): entry.id for entry in sections if entry.document == document for name in entry.names}


def heading_of(row: Row, names: dict[str, str]) -> str | None:
    """The section that a row opens, by its exact name; `None` for any other row."""
    text = row.text
    if len(text) > 60 or (text.endswith((".", ",", ";")) and not text.endswith("...")) or "\t" in text:  # noqa: PLR2004  longer is a sentence
        return None
    words = normalised(text)
    found = names.get(words) or names.get(words.removeprefix("my ")) or names.get(words.removeprefix("the "))
    if found is None and " and " in words and not text[0].islower():
        parts = [names.get(part) for part in words.split(" and ")]
        found = parts[0] if all(parts) else None
    if found and row.is_bullet and not text.isupper() and not text.endswith(":"):
        return None
    return found


def split_inline(row: Row, names: dict[str, str], ids: frozenset[str]) -> tuple[str, Slice] | None:
    """The section and the rest of a row such as "Benefits: base plus commission"."""
    match = _INLINE.match(row.text)
    if match is None or row.is_bullet:
        return None
    found = names.get(normalised(match[1]))
    return (found, row.body.cut(match.end())) if found in ids else None


def sections_of(rows: Sequence[Row], names: dict[str, str], inline: frozenset[str] = frozenset()) -> tuple[Section, ...]:
    """The document's sections in order; the first has no heading.

    `inline` are the sections that may open within a line.
    """
    sections: list[Section] = []
    current = ""
    heading: Row | None = None
    held: list[Row] = []
    for row in rows:
        found = heading_of(row, names)
        if found in _SUBHEADINGS and current in _ENTRIES and (row.text.endswith(":") or not row.is_apart):
            found = None
        is_shouted = row.text.split(":")[0].isupper()
        part = None if found or (current in _CLOSED and not is_shouted) else split_inline(row, names, inline)
        if found is None and part is None:
            held.append(row)
            continue
        sections.append(Section(current, heading, tuple(held)))
        if part is None:
            current, heading, held = found or "", row, []
        else:
            current, heading, held = part[0], row, [Row(part[1], is_bullet=False, is_apart=False)]
    sections.append(Section(current, heading, tuple(held)))
    return tuple(sections)
