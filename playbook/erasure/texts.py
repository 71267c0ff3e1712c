"""Every text in a file: plain, JSON, HTML, the pages, fields and attachments of a PDF, the parts of a zip, what is compressed.

Nothing is judged and nothing left out, as a reader would do: words that nobody can see are looked for, too. Meant for a
process of its own (`playbook.erasure.child`) where libraries parse.
"""

from __future__ import annotations

import bz2
import gzip
import html
import io
import json
import lzma
import re
import zipfile
from collections.abc import Iterator
from typing import Any

DEEPEST = 5
"""Files in files."""
LARGEST = 200_000_000
"""Bytes that one packed file may become."""
_TAG = re.compile(r"<[^<>]{0,4000}>")
_PACKED = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))


def is_foreign(content: bytes) -> bool:
    """Whether a library has to parse it."""
    return content[:1024].lstrip()[:5] == b"%PDF-" or content.startswith((b"PK\x03\x04", *(magic for magic, _ in _PACKED)))


def texts_of(content: bytes, depth: int = 0) -> Iterator[str]:
    """The texts of a file. Raises what the libraries raise where they cannot read it, after the text of its bytes."""
    yield from _plain(content)
    if depth >= DEEPEST or not is_foreign(content):
        return
    if content.startswith(b"PK\x03\x04"):
        yield from _zipped(content, depth)
    elif packed := next((opened for magic, opened in _PACKED if content.startswith(magic)), None):
        with packed(io.BytesIO(content)) as file:
            yield from texts_of(file.read(LARGEST), depth + 1)
    else:
        yield from _printed(content, depth)


def _plain(content: bytes) -> Iterator[str]:
    """The bytes as text, and what JSON and markup in it mean."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield content.decode("utf-16", errors="replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        yield content.decode("latin-1")
        return
    yield text
    if text.lstrip()[:1] in {"{", "["}:
        yield "\x00".join(_said(text))
    if "<" in text:
        yield html.unescape(_TAG.sub("", text))
        yield html.unescape(_TAG.sub(" ", text))


def _said(text: str) -> Iterator[str]:
    """Every key and string of JSON, or of lines of JSON."""
    try:
        yield from _strings(json.loads(text))
    except ValueError:
        for line in text.splitlines():
            try:
                yield from _strings(json.loads(line))
            except ValueError:
                continue


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401  whatever JSON holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _zipped(content: bytes, depth: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.infolist():
            yield part.filename
            with archive.open(part) as file:
                yield from texts_of(file.read(LARGEST), depth + 1)


def _printed(content: bytes, depth: int) -> Iterator[str]:
    """Pages, metadata, fields and attachments of a PDF."""
    from pypdf import PdfReader
    from pypdfium2 import PdfDocument

    document = PdfDocument(content)
    try:
        for page in document:
            yield str(page.get_textpage().get_text_range())
    finally:
        document.close()
    reader = PdfReader(io.BytesIO(content))
    yield "\x00".join(map(str, (reader.metadata or {}).values()))
    fields = (reader.get_fields() or {}).values()
    yield "\x00".join(str(value) for field in fields for value in field.values() if isinstance(value, str))
    for name, versions in reader.attachments.items():
        yield name
        for attached in versions:
            yield from texts_of(attached, depth + 1)
