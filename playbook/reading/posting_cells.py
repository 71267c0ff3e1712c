"""Rows of tables in a posting: a label and what it names, criteria below headed columns, or criteria with marks beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.artifacts.posting import RequirementKind
from playbook.reading.boilerplate import is_boilerplate, is_formal
from playbook.reading.duties import opens_with_duty
from playbook.reading.posting_found import KINDS, Found
from playbook.reading.posting_headings import section_by_cue
from playbook.reading.posting_labels import FACT
from playbook.reading.posting_sections import SILENT
from playbook.reading.posting_sentences import posting_sentences
from playbook.reading.requirements import kind_of
from playbook.reading.rows import CONTACT, Row, Slice
from playbook.reading.sections import Section, normalised

_CELLS = re.compile(r"\t|\s\|\s")
_MARK = re.compile(
    r"[x✓✔●•yes]{1,3}|[edr]|essential|desirable|required|preferred|wesentlich|imprescindible|deseable", re.IGNORECASE
)
_MARKS: dict[str, RequirementKind] = {
    "e": "required", "essential": "required", "required": "required", "r": "required", "imprescindible": "required",
    "d": "preferred", "desirable": "preferred", "preferred": "preferred", "deseable": "preferred",
}  # fmt: skip
_LABEL = 5
"""Words of a cell that may name what stands beside it."""


def read_cells(row: Row, kind: RequirementKind | None, section: Section, found: Found) -> None:
    """A row of a table: a label and what it names, or a criterion below headed columns, or one with a mark beside it."""
    cells = row.body.split(_CELLS)
    heads = [KINDS.get(found.names.get(normalised(cell.text), "")) for cell in cells]
    if len(cells) > 1 and sum(head in {"required", "preferred"} for head in heads) > 1:
        found.columns = heads
        return
    marks = [cell for cell in cells[1:] if _MARK.fullmatch(cell.text)]
    marked = next((_MARKS[mark.text.lower()] for mark in marks if mark.text.lower() in _MARKS), None)
    if marked is not None:
        _add(max(cells, key=lambda cell: len(cell.text)), marked, found)
        return
    if len(found.columns) > 1 and len(cells) > 1:
        for cell, head in zip(cells[-len(found.columns) :], found.columns[-len(cells) :], strict=False):
            if head is not None:
                _add(cell, head, found)
        return
    _read_labelled(cells, kind, section, found)


def _read_labelled(cells: Sequence[Slice], kind: RequirementKind | None, section: Section, found: Found) -> None:
    label = cells[0].text.rstrip(": ")
    if len(cells) > 2 or len(label.split()) > _LABEL:  # noqa: PLR2004  a table of more columns
        for cell in cells:
            if len(cell.text.split()) > _LABEL:
                _add(cell, kind, found)
        return
    named = found.names.get(normalised(label)) or section_by_cue(label)
    if named in SILENT or len(cells) == 1 or section.id == "":
        named_kind = KINDS.get(named or "")
        if named in SILENT or len(cells) == 1 or named_kind is None:
            return
        kind = named_kind
    elif kind is None or named == "preferred":
        kind = KINDS.get(named or "", kind)
    for sentence in posting_sentences(cells[1]):
        _add(sentence, kind, found)


def _add(piece: Slice, kind: RequirementKind | None, found: Found) -> None:
    """A cell or a sentence of one, where it asks for something."""
    text = piece.text
    if CONTACT.search(text) or is_formal(text) or FACT.match(text) or (kind is None and is_boilerplate(text)):
        return
    read = kind_of(text, kind, opens_with_verb=opens_with_duty(text, found.verbs))
    if read is not None:
        found.requirements.append((piece, read))
