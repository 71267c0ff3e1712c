"""The lines of a section of a resume, for tests of the grammars that read one."""

from __future__ import annotations

from playbook.artifacts.document import Document
from playbook.reading.rows import Row, rows_of


def rows(text: str) -> list[Row]:
    """The lines of a section."""
    return list(rows_of(Document(name="resume", format="text", sha256="0" * 64, text=text)))
