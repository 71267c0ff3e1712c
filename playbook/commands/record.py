"""The record of a finished playbook as commands read it: `playbook.json`, or the one that is attached to the PDF.

A command names the shape of what it reckons with, and a file that does not have it is refused: files come from anywhere. What a
record has besides is let be. How it is written is for `playbook.rendering.record`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import from_json

from playbook.errors import Refusal
from playbook.provenance import DocumentName, Provenance

if TYPE_CHECKING:
    from pathlib import Path

BOM = b"\xef\xbb\xbf"
"""What some editors put before UTF-8."""


class Shape(BaseModel):
    """Keys that a command takes for granted."""

    model_config = ConfigDict(strict=True, extra="ignore")


class SourceShape(Shape):
    """What a sentence rests on."""

    document: DocumentName
    start: int = Field(ge=0)
    end: int
    quote: str
    entry: str | None = None
    url: str | None = None
    checked: str | None = None

    @model_validator(mode="after")
    def _is_not_empty(self) -> SourceShape:
        if self.end <= self.start:
            message = f"a span ends after it starts: found {self.start}..{self.end}"
            raise ValueError(message)
        return self


class ClaimShape(Shape):
    """A sentence with its sources."""

    id: str
    section: str
    at: str
    text: str
    stated: str = ""
    provenance: Provenance
    sources: list[SourceShape]


class DocumentShape(Shape):
    """A document that sources stand in."""

    text: str


class SourcedShape(Shape):
    """The claims of a playbook, and what they rest on."""

    claims: list[ClaimShape]
    documents: dict[str, DocumentShape]


def read_record(file: Path, shape: type[Shape], *, command: str) -> dict[str, Any]:
    """The record in a file. Raises `Refusal` where it cannot be read or does not have that shape."""
    try:
        content = file.read_bytes()
        if content.startswith(b"%PDF"):
            content = _attached(content)
        content = content.removeprefix(BOM)
        record: dict[str, Any] = from_json(content)
        shape.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "all of it"
        raise _unreadable(command, file, f"other JSON, {place}: {first['msg']}") from error
    except (OSError, ValueError, RuntimeError) as error:  # PDFium's errors are RuntimeErrors
        raise _unreadable(command, file, str(error)) from error
    return record


def _attached(content: bytes) -> bytes:
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as pdf:
        for index in range(pdf.count_attachments()):
            attachment = pdf.get_attachment(index)
            if attachment.get_name() == "playbook.json":
                return bytes(attachment.get_data())
    message = "no playbook.json is attached"
    raise ValueError(message)


def _unreadable(command: str, file: Path, found: str) -> Refusal:
    return Refusal(
        f"{command}.unreadable",
        found=f"{file.name}: {found}",
        wanted="a playbook.json, or a playbook.pdf that has it attached",
        remedy="name a file that a build made",
    )
