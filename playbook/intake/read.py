"""Bytes to a `Document`: format, limits and refusals that hold for every format.

Runs wherever it is called; files that libraries parse come here through `sandbox`.
"""

from __future__ import annotations

import re
from hashlib import sha256

from playbook.artifacts.document import Document, Format
from playbook.intake import refusals
from playbook.intake.extract import Extract
from playbook.intake.languages import admit_language
from playbook.intake.notes import notes_on
from playbook.intake.refusals import DocumentName

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = re.compile(r"(?<![^\W_])\d*[^\W\d_][^\W_]*")


def read_bytes(content: bytes, name: DocumentName, expected: Format | None = None, *, ocr: bool = False) -> Document:
    """The document in bytes; `expected` is the format by the file's name, overruled by what the bytes say.

    `ocr` reads the pictures of a PDF instead of its text. Raises `Refusal`.
    """
    if len(content) > refusals.BYTES:
        raise refusals.too_large(name, f"{len(content) / 1024**2:.1f} MB", f"at most {refusals.BYTES // 1024**2} MB")
    form = format_of(content, name, expected)
    extract = _extracted(content, name, form, ocr=ocr)
    text = extract.text
    if len(text) > refusals.CHARACTERS:
        raise refusals.too_large(name, f"{len(text):,} characters", f"at most {refusals.CHARACTERS:,}")
    words = len(_WORD.findall(text))
    if not words:
        raise refusals.empty(name)
    if words < refusals.WORDS[name]:
        raise refusals.too_short(name, words)
    admit_language(text, name)
    return Document(
        name=name,
        format=form,
        sha256=sha256(content).hexdigest(),
        text=text,
        pages=extract.pages,
        columns=extract.columns,
        hidden=extract.hidden,
        notes=tuple(notes_on(extract, name)),
    )


def format_of(content: bytes, name: DocumentName, expected: Format | None) -> Format:
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


def _extracted(content: bytes, name: DocumentName, form: Format, *, ocr: bool) -> Extract:
    """What the reader of a format makes of it. Each is imported when it is needed: the libraries are slow to load."""
    if form == "pdf":
        from playbook.intake.pdf.read import read_pdf

        return read_pdf(content, name, ocr=ocr)
    if form == "docx":
        from playbook.intake.docx import read_docx

        return read_docx(content, name)
    words = decoded(content, name)
    if form == "html":
        from playbook.intake.postings import read_page

        return read_page(words)
    if form == "json":
        from playbook.intake.records import record_text

        return Extract(text=record_text(words, name))
    from playbook.intake.plain import read_plain

    return read_plain(words, is_markdown=form == "markdown")


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
