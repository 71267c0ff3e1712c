"""The artifact of `read`: a file as folded text. What the text means is for the parsers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.provenance import Frozen

Format = Literal["pdf", "docx", "text", "markdown", "html", "json"]


class ReadingNote(Frozen):
    """Something that the reader of a document should know, with a code that scripts can match."""

    code: str
    message: str


class Quarantined(Frozen):
    """Words of a file that no reader can see. They reach neither a parser nor a model, and no page."""

    text: str
    reason: str
    page: int | None = None


class Document(Frozen):
    """A document as text: Unicode NFC, one space between words, wrapped lines joined, one fact a line.

    `text` is what spans count in. It is stored with the run, so that each claim can be shown in context.
    """

    name: Literal["resume", "job"]
    format: Format
    sha256: str = Field(min_length=64, max_length=64)
    """Of the bytes that were read."""
    text: str = Field(max_length=200_000)
    pages: int | None = None
    """Of the file, where its format has pages."""
    columns: int = 1
    """Most columns that stand side by side."""
    hidden: tuple[Quarantined, ...] = ()
    notes: tuple[ReadingNote, ...] = ()


class Upload(Frozen):
    """A file as it came in: its bytes lie in the artifact store under their hash."""

    name: Literal["resume", "job"]
    format: Format | None = None
    """What its name promises; `None` where it has none, as on standard input."""
    sha256: str = Field(min_length=64, max_length=64)
    ocr: bool = False
    """Whether the words of pictures are to be recognised."""
