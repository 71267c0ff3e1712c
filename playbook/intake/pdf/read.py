"""A PDF to folded text: the parts of this package put together, and the refusals that only a PDF can meet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2

from playbook.artifacts.document import Quarantined
from playbook.intake import refusals
from playbook.intake.extract import Extract
from playbook.intake.folding import fold
from playbook.intake.glyphs import ICON
from playbook.intake.layout import RawLine
from playbook.intake.pdf.characters import PDFIUM, PageWords, words_of
from playbook.intake.pdf.columns import zones_of
from playbook.intake.pdf.furniture import without_furniture
from playbook.intake.pdf.opinion import AGREED, agreement
from playbook.intake.pdf.order import in_order
from playbook.intake.pdf.words import TextLine, lines_of
from playbook.intake.refusals import DocumentName

_FEW = 20
"""Letters below which a page holds no text to speak of."""
_PICTURE = 0.5
"""Share of a page that pictures cover where it is one of a scan."""
_LOCKED = {4, 5}
"""pdfium's codes for a password that is missing, and for a protection that it does not know."""


@dataclass(frozen=True, slots=True)
class _File:
    pages: tuple[PageWords, ...]
    attachments: int


def read_pdf(content: bytes, name: DocumentName, *, ocr: bool = False) -> Extract:
    """The folded text of a PDF, what nobody sees of it, and how it was read. Raises `Refusal`."""
    with PDFIUM:
        file = _opened(content, name)
    if ocr:
        from playbook.intake.pdf.recognition import recognised

        file = _File(tuple(recognised(content, file.pages)), file.attachments)
    _admit(file.pages, name)
    hidden = tuple(_quarantined(file.pages))
    kept = without_furniture([(page.height, page.words) for page in file.pages])
    zones = [zones_of(words, number) if words else [] for number, words in enumerate(kept, start=1)]
    columns = in_order(zones)
    turned = [lines_of(page.turned) for page in file.pages if page.turned]
    lines = [line.text for column in columns for line in column]
    agreed = agreement(content, lines) if len(lines) > 1 and not ocr else 1.0
    return Extract(
        text=fold(_raw([*columns, *turned]), wraps=True, hyphenates=True),
        hidden=hidden,
        pages=len(file.pages),
        columns=max((len(zone.columns) for page in zones for zone in page), default=1),
        is_uncertain=agreed < AGREED,
        is_recognised=ocr,
        attachments=file.attachments,
    )


def _opened(content: bytes, name: DocumentName) -> _File:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise refusals.encrypted(name) from error
        raise refusals.unreadable(name, "a damaged PDF") from error
    try:
        count = len(document)
        if not count:
            raise refusals.empty(name)
        if count > refusals.PAGES:
            raise refusals.too_large(name, f"{count} pages", f"at most {refusals.PAGES}")
        if document.get_formtype():
            document.init_forms()
        pages = tuple(_page(document, number) for number in range(count))
        return _File(pages, document.count_attachments())
    except pypdfium2.PdfiumError as error:
        raise refusals.unreadable(name, "a PDF with a damaged page") from error
    finally:
        document.close()


def _page(document: Any, number: int) -> PageWords:  # noqa: ANN401  pypdfium2 has no types
    page = document[number]
    try:
        if document.formenv:
            page.flatten()  # what is typed into a form's fields becomes text of the page
            page.close()
            page = document[number]
        return words_of(page, number + 1)
    finally:
        page.close()


def _admit(pages: Sequence[PageWords], name: DocumentName) -> None:
    """Refuse what has no text that can be seen: a scan, or a file that shows little of what it holds."""
    seen = [sum(len(word.text) for word in (*page.words, *page.turned)) for page in pages]
    unseen = sum(len(word.text) for page in pages for word in page.hidden)
    pictured = [page for page, letters in zip(pages, seen, strict=True) if page.images >= _PICTURE and letters < 8 * _FEW]
    if unseen > 2 * sum(seen) and unseen >= _FEW:
        raise refusals.hidden(name, is_scan=any(page.images >= _PICTURE for page in pages))
    if sum(seen) < _FEW or len(pictured) * 2 > len(pages):
        raise refusals.scanned(name, len(pictured) or len(pages))


def _quarantined(pages: Sequence[PageWords]) -> Iterator[Quarantined]:
    """The words that nobody sees, a line each."""
    for number, page in enumerate(pages, start=1):
        for line in lines_of(page.hidden):
            text = " ".join(line.text.split())
            if any(letter.isalnum() for letter in text):
                yield Quarantined(text=text[:2000], reason="not drawn", page=number)


def _without_icons(text: str) -> str:
    """A picture before a sentence is its bullet; elsewhere it parts what stands beside it."""
    lead, rest = text[: len(text) - len(text.lstrip(ICON))], text.lstrip(ICON).strip()
    is_bullet = bool(lead) and len(rest.split()) >= 3 and ICON not in rest  # noqa: PLR2004  fewer are an address or a date
    rest = re.sub(rf"\s*{ICON}+\s*", "\t", rest).strip()
    return f"• {rest}" if is_bullet else rest


def _raw(columns: Sequence[Sequence[TextLine]]) -> list[RawLine]:
    """Lines for the folding, set apart where the space above is more than the text's own leading."""
    raw = []
    for number, column in enumerate(columns):
        drops = [
            below.middle - above.middle
            for above, below in pairwise(column)
            if above.page == below.page and below.middle > above.middle
        ]
        leading = median(drops) if drops else 12.0
        for at, line in enumerate(column):
            above = column[at - 1] if at else None
            drop = line.middle - above.middle if above is not None and above.page == line.page else None
            is_apart = above is None or (drop is not None and (drop > 1.35 * leading or drop < 0))
            words = _without_icons(line.text)
            # A typographic hyphen at the end of a line was put there by the program that broke the word.
            words = f"{words[:-1]}\u00ad" if words.endswith("\u2010") else words
            raw.append(RawLine(words, line.left, line.right, is_apart, number))
    return raw
