"""`read`: a file, or standard input, to a `Document`. Limits and refusals that hold for every format stand here."""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from pathlib import Path

from playbook.artifacts.document import Document, Format, ReadingNote
from playbook.intake import refusals
from playbook.intake.refusals import DocumentName

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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = re.compile(r"[^\W_]*[^\W\d_]+[^\W_]*")


def read(path: Path | None, name: DocumentName) -> Document:
    """The document in a file; `None` or `-` reads standard input, whose format is told by its first bytes.

    Raises `Refusal` with `<name>.missing`, `.unsupported`, `.empty`, `.unreadable`, `.encrypted`, `.scanned`,
    `.too-short` or `.too-large`. Whether it is a resume or a posting is judged when it is parsed.
    """
    content, expected = received(path, name)
    return read_bytes(content, name, expected)


def received(path: Path | None, name: DocumentName) -> tuple[bytes, Format | None]:
    """The bytes of a file, or of standard input, and the format that its name promises.

    Raises `Refusal` for a file that is missing, empty, unreadable, or of a kind that is not read.
    """
    is_stdin = path is None or str(path) == "-"
    suffix = "" if path is None or is_stdin else path.suffix.lower()
    if suffix and (suffix not in _FORMATS or (_FORMATS[suffix] == "html" and name == "resume")):
        if path is not None and not path.exists():
            raise refusals.missing(name, str(path))
        raise refusals.unsupported(name, f"a {suffix} file")
    content = _from_stdin(name) if path is None or is_stdin else _from_file(path, name)
    if not content.strip():
        raise refusals.empty(name)
    return content, _FORMATS.get(suffix)


def read_bytes(content: bytes, name: DocumentName, expected: Format | None = None) -> Document:
    """The document in bytes; `expected` is the format by the file's name, overruled by what the bytes say."""
    if len(content) > refusals.BYTES:
        raise refusals.too_large(name, f"{len(content) / 1024**2:.1f} MB", f"at most {refusals.BYTES // 1024**2} MB")
    form = _format_of(content, name, expected)
    text, notes = _text_of(content, name, form)
    if len(text) > refusals.CHARACTERS:
        raise refusals.too_large(name, f"{len(text):,} characters", f"at most {refusals.CHARACTERS:,}")
    words = len(_WORD.findall(text))
    if not words:
        raise refusals.empty(name)
    if words < refusals.WORDS[name]:
        raise refusals.too_short(name, words)
    return Document(name=name, format=form, sha256=sha256(content).hexdigest(), text=text, notes=notes)


def _from_stdin(name: DocumentName) -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise refusals.missing(name, "-")
    return sys.stdin.buffer.read(refusals.BYTES + 1)


def _from_file(path: Path, name: DocumentName) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(refusals.BYTES + 1)
    except FileNotFoundError as error:
        raise refusals.missing(name, str(path)) from error
    except IsADirectoryError as error:
        raise refusals.missing(name, f"{path} (a folder)") from error
    except OSError as error:
        raise refusals.unreadable(name, f"{path}: {error.strerror or error}") from error


def _format_of(content: bytes, name: DocumentName, expected: Format | None) -> Format:
    """The format that the bytes show, else the expected one, else what plain text looks like."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content[:4] == b"PK\x03\x04":
        return "docx"
    if content[:8] == _OLE:
        if expected == "docx":
            raise refusals.encrypted(name)  # Word wraps a protected .docx in the old container
        raise refusals.unsupported(name, "a file of old Word (.doc)")
    if expected in {"pdf", "docx"}:
        raise refusals.unreadable(name, f"a file that is no {expected.upper()} inside")
    if expected is not None:
        return expected
    if start[:1] in {b"{", b"["}:
        return "json"
    if re.match(rb"(?i)<!doctype html|<html|<head|<body", start):
        if name == "resume":
            raise refusals.unsupported(name, "a web page")
        return "html"
    return "text"


def _text_of(content: bytes, name: DocumentName, form: Format) -> tuple[str, tuple[ReadingNote, ...]]:
    """The folded text. Each reader is imported when it is needed: the libraries are slow to load."""
    if form == "pdf":
        from playbook.intake.pdf import pdf_text

        return pdf_text(content, name)
    if form == "docx":
        from playbook.intake.docx import docx_text

        return docx_text(content, name), ()
    words = decoded(content, name)
    if form == "html":
        from playbook.intake.html import page_text

        return page_text(words), ()
    if form == "json":
        from playbook.intake.records import record_text

        return record_text(words, name), ()
    from playbook.intake.plain import plain_text

    return plain_text(words, is_markdown=form == "markdown"), ()


def decoded(content: bytes, name: DocumentName) -> str:
    """The bytes as text: UTF-8, UTF-16 by its mark, else Windows-1252. Raises `Refusal` for what is no text."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise refusals.unreadable(name, "text in a broken UTF-16") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    odd = sum(1 for letter in text if letter == "\ufffd" or (letter < " " and letter not in "\t\n\r\f\x0b"))
    if "\x00" in text or odd > len(text) * 0.02:
        raise refusals.unreadable(name, "bytes that are no text")
    return text
