"""What a reader of the playbook should know of how a file was read: notes with codes that scripts can match."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.artifacts.document import ReadingNote
from playbook.intake.extract import Extract
from playbook.intake.refusals import DocumentName

_NOUN = {"resume": "resume", "job": "posting"}


def notes_on(extract: Extract, name: DocumentName) -> Iterator[ReadingNote]:
    """The notes on one file. Hidden words are counted, never quoted: a note reaches pages."""
    noun = _NOUN[name]
    if extract.hidden:
        words = sum(len(one.text.split()) for one in extract.hidden)
        reasons = ", ".join(sorted({one.reason for one in extract.hidden}))
        yield ReadingNote(
            code=f"{name}.hidden-text",
            message=f"The file of the {noun} holds {words} word{'s' if words != 1 else ''} that no reader can see ({reasons}); "
            "they were left out.",
        )
    if extract.is_uncertain:
        yield ReadingNote(
            code=f"{name}.layout-uncertain",
            message=f"The layout of the {noun} can be read in more than one order; check what was read of it, or give it as "
            "text.",
        )
    if extract.is_recognised:
        yield ReadingNote(
            code=f"{name}.recognised",
            message=f"The words of the {noun} were recognised in pictures; check names, dates and numbers.",
        )
    if extract.changes:
        yield ReadingNote(
            code=f"{name}.tracked-changes",
            message=f"The {noun} holds tracked changes; its final version was read. Accept them before you send the file.",
        )
    if extract.attachments:
        yield ReadingNote(code=f"{name}.attachments", message=f"Files attached to the {noun} were not read.")
