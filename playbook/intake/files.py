"""Files and standard input to documents: where the bytes come from. What is made of them is for `read` and `sandbox`."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

from playbook.artifacts.document import Document, Format
from playbook.intake import refusals
from playbook.intake.refusals import DocumentName
from playbook.intake.sandbox import read_guarded
from playbook.locations import Location, name_of, read_at, reason

_FORMATS: dict[str, Format] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}


def read(path: Location | None, name: DocumentName, *, ocr: bool = False) -> Document:
    """The document in a file; `None` or `-` reads standard input, whose format is told by its first bytes.

    Raises `Refusal` with `<name>.missing`, `.unsupported`, `.empty`, `.unreadable`, `.encrypted`, `.scanned`,
    `.too-short`, `.too-large`, `.hidden-text` or `.language`. Whether it is a resume or a posting is judged when it is
    parsed.
    """
    content, expected = received(path, name)
    return read_guarded(content, name, expected, ocr=ocr)


def received(path: Location | None, name: DocumentName) -> tuple[bytes, Format | None]:
    """The bytes of a file, or of standard input, and the format that its name promises.

    Raises `Refusal` for a file that is missing, empty, unreadable, or of a kind that is not read.
    """
    is_stdin = path is None or str(path) == "-"
    suffix = "" if path is None or is_stdin else _suffix(path)
    if suffix and (suffix not in _FORMATS or (_FORMATS[suffix] == "html" and name == "resume")):
        if isinstance(path, Path) and not path.exists():
            raise refusals.missing(name, str(path))
        raise refusals.unsupported(name, f"a {suffix} file")
    content = _from_stdin(name) if path is None or is_stdin else _from_file(path, name)
    if not content.strip():
        raise refusals.empty(name)
    return content, None if path is None else format_by_name(path)


def format_by_name(path: Location) -> Format | None:
    """The format that a file's name promises; `None` where it promises none."""
    return _FORMATS.get(_suffix(path))


def _suffix(path: Location) -> str:
    return PurePosixPath(name_of(path)).suffix.lower()


def _from_stdin(name: DocumentName) -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise refusals.missing(name, "-")
    return sys.stdin.buffer.read(refusals.BYTES + 1)


def _from_file(path: Location, name: DocumentName) -> bytes:
    try:
        return read_at(path, refusals.BYTES + 1)
    except FileNotFoundError as error:
        raise refusals.missing(name, str(path)) from error
    except IsADirectoryError as error:
        raise refusals.missing(name, f"{path} (a folder)") from error
    except OSError as error:
        raise refusals.unreadable(name, f"{path}: {reason(error)}") from error
