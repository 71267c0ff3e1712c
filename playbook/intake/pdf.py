"""PDF files to folded text: characters with their places from pdfium, lines in its reading order.

The places tell what plain text tells by indents: which lines hang below a bullet, which are full, where a
gap parts columns. pdfium is not safe for threads, so one lock guards it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from threading import Lock
from typing import Any

from playbook.artifacts.document import ReadingNote
from playbook.intake import refusals
from playbook.intake.folding import fold
from playbook.intake.glyphs import bullet
from playbook.intake.layout import RawLine
from playbook.intake.refusals import DocumentName

_PDFIUM = Lock()
_FEW = 20
"""Characters below which pages hold no text to speak of."""
_GAP = 1.6
"""Widths of a letter's height that part columns."""
_LOCKED = {4, 5}
"""pdfium's codes for a password that is missing, and for a protection that it does not know."""
_HYPHENS = {0x02, 0xFFFE}
"""What pdfium gives for a hyphen at the end of a line; it may be the word's own."""


@dataclass(slots=True)
class _Line:
    page: int
    text: list[str] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def pdf_text(content: bytes, name: DocumentName) -> tuple[str, tuple[ReadingNote, ...]]:
    """The folded text of a PDF, and notes on how it was read. Raises `Refusal`."""
    with _PDFIUM:
        pages, lines = _lines(content, name)
    if sum(len(line.text) for line in lines) < _FEW:
        raise refusals.scanned(name, pages)
    return fold(_raw(lines), wraps=True, hyphenates=True), ()


def _lines(content: bytes, name: DocumentName) -> tuple[int, list[_Line]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise refusals.encrypted(name) from error
        raise refusals.unreadable(name, "a damaged PDF") from error
    try:
        pages = len(document)
        if not pages:
            raise refusals.empty(name)
        if pages > refusals.PAGES:
            raise refusals.too_large(name, f"{pages} pages", f"at most {refusals.PAGES}")
        lines: list[_Line] = []
        for number in range(pages):
            page = document[number]
            text = page.get_textpage()
            lines.extend(_merged(_with_marks(list(_page_lines(text, number)))))
            text.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise refusals.unreadable(name, "a PDF with a damaged page") from error
    finally:
        document.close()
    return pages, lines


def _page_lines(text: Any, page: int) -> Iterator[_Line]:  # noqa: ANN401, C901  foreign data
    """The lines of a page in pdfium's order, with tabs where a gap parts columns."""
    import ctypes

    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    place = ctypes.byref(box)
    line = _Line(page)
    spaces = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if code in {10, 13}:
            if line.text:
                yield line
                line = _Line(page)
            spaces = 0
            continue
        if code in {32, 160, 9}:
            spaces += 3 if code == 9 else 1  # noqa: PLR2004  a tab
            continue
        if not code:
            continue
        pdfium.FPDFText_GetLooseCharBox(text.raw, index, place)
        letter = "-" if code in _HYPHENS else chr(code)
        if not line.text:
            line.left, line.bottom, line.top = box.left, box.bottom, box.top
        elif abs(box.bottom - line.bottom) > 0.8 * line.height and box.left < line.right - line.height:
            yield line  # pdfium joins the lines of a word that a hyphen breaks
            line = _Line(page, left=box.left, bottom=box.bottom, top=box.top)
        elif spaces >= 3 or box.left - line.right > _GAP * line.height:  # noqa: PLR2004  three spaces are a gap
            line.text.append("\t")
        elif spaces:
            line.text.append(" ")
        spaces = 0
        line.text.append(letter)
        line.right = max(box.right, line.right) if line.text else box.right
    if line.text:
        yield line


def _with_marks(lines: list[_Line]) -> list[_Line]:
    """Bullets that a program painted by themselves, often after all text, put in front of their lines."""
    marks = [line for line in lines if len(line.text) == 1 and bullet("".join(line.text)) is not None]
    rest = [line for line in lines if line not in marks]
    for mark in marks:
        level = [line for line in rest if abs((line.top + line.bottom) - (mark.top + mark.bottom)) < line.height]
        line = min((line for line in level if line.left >= mark.right - 1), key=lambda line: line.left, default=None)
        if line is not None and bullet("".join(line.text)) is None:
            line.text = [*mark.text, " ", *line.text]
            line.left = mark.left
    return rest


def _merged(lines: Sequence[_Line]) -> list[_Line]:
    """Neighbours on one base line as one: a date at the right margin is often painted by itself."""
    merged: list[_Line] = []
    for line in lines:
        last = merged[-1] if merged else None
        level = last is not None and abs((line.top + line.bottom) - (last.top + last.bottom)) < 0.7 * min(
            line.height, last.height
        )
        if last is None or not level:
            merged.append(line)
        elif line.left >= last.right - 1:
            gap = "\t" if line.left - last.right > _GAP * last.height else " "
            last.text += [gap, *line.text]
            last.right = line.right
        elif line.right <= last.left + 1:
            gap = "\t" if last.left - line.right > _GAP * last.height else " "
            last.text = [*line.text, gap, *last.text]
            last.left = line.left
        else:
            merged.append(line)
    return merged


def _raw(lines: Sequence[_Line]) -> list[RawLine]:
    """Lines for the folding, set apart where the space above is more than the text's own leading."""
    drops = [above.bottom - below.bottom for above, below in pairwise(lines) if above.page == below.page]
    leading = median([drop for drop in drops if drop > 0] or [12.0])
    raw = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        is_apart = above is None
        if above is not None and above.page == line.page:
            drop = above.bottom - line.bottom
            is_apart = drop > 1.35 * max(leading, 0.0) or drop < 0
        words = "".join(line.text)
        # A typographic hyphen at the end of a line was put there by the program that broke the word.
        words = f"{words[:-1]}\u00ad" if words.endswith("\u2010") else words
        raw.append(RawLine(words, line.left, line.right, is_apart))
    return raw
