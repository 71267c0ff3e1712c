"""The artifact of `render`: the files of a playbook, and what is told of it without reading it again.

Also what is asked of the files besides the playbook itself.
"""

from __future__ import annotations

from typing import Literal

from playbook.artifacts.document import ReadingNote
from playbook.artifacts.theme import Theme
from playbook.provenance import Frozen


class Format(Frozen):
    """How the files are to look, and which are wanted."""

    paper: Literal["a4", "letter"] = "a4"
    docx: bool = False
    """Whether there is an editable Word file, too."""
    theme: Theme | None = None


class Completeness(Frozen):
    """How far the candidate has come."""

    answered: int
    """Blanks that are filled."""
    blanks: int
    """Blanks that are left."""
    yours: int
    """Stories without a blank that the candidate has filled in."""


class Summary(Frozen):
    """What the row of a run says of its playbook: a night in which nothing changed reads no playbook to say it."""

    fit: int
    """The overall score."""
    stories: int
    story_blanks: int
    degraded_lines: int
    completeness: Completeness
    notes: tuple[ReadingNote, ...] = ()
    """What in the answers does not agree with the resume."""


class Rendering(Frozen):
    """The finished files; their bytes lie in the artifact store."""

    files: dict[str, str]
    """File name to the hash of its content."""
    pages: int
    summary: Summary
