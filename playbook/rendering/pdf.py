"""HTML to PDF: laid out with our fonts and styles, written as PDF/UA-1, the same bytes for the same HTML.

What the pages look like stands in `styles/`; what is on them in `templates/`; the engine's set-up in `engine`.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from threading import Lock
from typing import TYPE_CHECKING, Any

from playbook.rendering.engine import engine
from playbook.rendering.faces import cast
from playbook.rendering.page_numbers import fill_in

if TYPE_CHECKING:
    from weasyprint import Document

VARIANT = "pdf/ua-1"
_WRITING = Lock()
_MOST_OF_A_MAP = 100
"""Entries of one part of a map of characters, by its format."""


@dataclass(frozen=True)
class Made:
    """What a PDF says of its making: `on` and `identifier` instead of clock and chance."""

    on: date
    identifier: bytes


def lay_out(html: str, paper: str, pictures: frozenset[str] = frozenset()) -> Document:
    """`html` on pages of `paper` (`a4` or `letter`); `pictures` are the `data:` addresses that it may show.

    Raises `PlaybookError` where the system lacks Pango.
    """
    ready = cast(html)
    press = engine(paper, ready.added)
    with _no_collection():
        document: Document = press.html(string=ready.text, base_url=press.base, url_fetcher=press.fetcher(pictures)).render(
            stylesheets=press.styles, font_config=press.fonts, pdf_tags=True, pdf_forms=True
        )
        fill_in(document)
    return document


def write(document: Document, made: Made, attached: dict[str, bytes] | None = None) -> bytes:
    """A laid-out document as the bytes of a PDF; `attached` are files by name."""
    from weasyprint import Attachment

    stamp = f"{made.on:%Y-%m-%d}"
    document.metadata.created = document.metadata.modified = stamp
    document.metadata.generator = "Interview Playbook"
    when = _noon(made.on)
    document.metadata.attachments.extend(
        Attachment(
            string=data,
            name=name,
            description=f"{name}: the playbook as data",
            relationship="Data",
            created=when,
            modified=when,
        )
        for name, data in (attached or {}).items()
    )
    with _no_collection(), _dated(when):
        data: bytes = document.write_pdf(
            pdf_identifier=made.identifier, pdf_variant=VARIANT, pdf_tags=True, pdf_forms=True, finisher=_finish
        )
    return data


def _finish(document: Document, pdf: Any) -> None:  # noqa: ANN401  the library's types
    """What PDF/UA asks for and WeasyPrint leaves out."""
    _name_glyphs(document, pdf)
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link" and "Dest" in item:
            item["Contents"] = type(item["Contents"])(_spoken(item["Dest"].string))


def _name_glyphs(document: Document, pdf: Any) -> None:  # noqa: ANN401  as above
    """The characters of glyphs that stand for others: figures of one width, say. A font that fields share has none of them."""
    maps = {item["BaseFont"]: item["ToUnicode"] for item in pdf.objects if isinstance(item, dict) and "ToUnicode" in item}
    for font in document.fonts.values():
        if not font.used_in_forms or font.name not in maps:
            continue
        lines: list[bytes] = pdf.objects[int(maps[font.name].split()[0])].stream
        known = {line[:6] for line in lines}
        missing = [
            f"{code} <{text.encode('utf-16-be').hex()}>".encode()
            for code, text in ((f"<{glyph:04x}>", text) for glyph, text in font.to_unicode.items())
            if code.encode() not in known and text
        ]
        at = lines.index(b"endcmap")
        for start in range(0, len(missing), _MOST_OF_A_MAP):
            part = missing[start : start + _MOST_OF_A_MAP]
            lines[at:at] = [f"{len(part)} beginbfchar".encode(), *part, b"endbfchar"]


def _spoken(target: str) -> str:
    """The name of a place as one would read it out: `story-2` is "Story 2"."""
    return re.sub(r"-+", " ", target).capitalize()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Layout makes millions of boxes that live until the end: looking for garbage among them is in vain."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _dated(when: datetime) -> Iterator[None]:
    """The font subsetter stamps fonts with the time of day unless this variable is set; one writer at a time."""
    with _WRITING:
        before = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
        try:
            yield
        finally:
            if before is None:
                del os.environ["SOURCE_DATE_EPOCH"]
            else:
                os.environ["SOURCE_DATE_EPOCH"] = before


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
