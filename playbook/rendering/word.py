"""Pieces of a Word document: headings, paragraphs, tables; runs for words, key phrases and blanks.

What a document says stands in `playbook.rendering.docx`; here is how it is written down, so that the same document
gives the same bytes and Word finds real styles to edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.blkcntnr import BlockItemContainer
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from playbook.provenance import Blank, Line, Part, Provenance, Words
from playbook.rendering.ink import BADGES

Place = BlockItemContainer | None
"""A cell or a foot to write into; `None` is the end of the document."""
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in millimetres."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""
_SAVED = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the package: the earliest that the format knows."""


class Word:
    """A document that is being written, from top to bottom."""

    def __init__(self, title: str, author: str, on: date, paper: str) -> None:
        """An empty document on `paper` (`a4` or `letter`), in our styles."""
        self.document = docx.Document()
        core = self.document.core_properties
        core.title, core.author, core.last_modified_by, core.comments = title, author, author, ""
        core.created = core.modified = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
        section = self.document.sections[0]
        section.page_width, section.page_height = (Mm(size) for size in PAPERS[paper])
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin = section.bottom_margin = Mm(20)
        self._styles()

    def heading(self, text: str, level: int, note: str = "", *, on_new_page: bool = False) -> None:
        """A heading in Word's own style; `note` says in words where what follows comes from."""
        paragraph = self.document.add_heading(level=level)
        paragraph.paragraph_format.page_break_before = on_new_page or None
        paragraph.add_run(_legal(text))
        if note:
            paragraph.add_run(f"  ({note})", style="Origin")

    def lines(
        self,
        lines: Iterable[Line],
        base: Provenance | None = None,
        style: str | None = None,
        within: Place = None,
    ) -> None:
        """One paragraph of these sentences, in `style`, at the end of the document or of a cell."""
        paragraph = _first_or_new(within, style) if within is not None else self.document.add_paragraph(style=style)
        for index, line in enumerate(lines):
            if index:
                paragraph.add_run(" ")
            _write(paragraph, line.parts)
            if base is not None and line.provenance != base:
                paragraph.add_run(f" ({origin(line.provenance)})", style="Origin")

    def listed(
        self,
        lines: Iterable[Line],
        base: Provenance | None,
        style: str = "List Bullet",
        within: Place = None,
    ) -> None:
        """A list, one sentence an item."""
        for line in lines:
            self.lines((line,), base, style, within)

    def text(self, text: str, style: str | None = None, within: Place = None) -> None:
        """A paragraph of our own words."""
        paragraph = _first_or_new(within, style) if within is not None else self.document.add_paragraph(style=style)
        paragraph.add_run(_legal(text))

    def origin(self, note: str, within: BlockItemContainer) -> None:
        """A paragraph that says where its row comes from."""
        within.add_paragraph().add_run(note, style="Origin")

    def table(self, widths: Sequence[float], head: Sequence[str] = ()) -> Table:
        """A table with columns of these widths in millimetres; its head is repeated on every page."""
        table: Table = self.document.add_table(rows=1 if head else 0, cols=len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        if head:
            for cell, text in zip(table.rows[0].cells, head, strict=True):
                self.text(text, "Table Head", cell)
                shade(cell, "EEF1F6")
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  python-docx has no word for it
        for row in table.rows:
            _fit(row, widths)
        return table

    def row(self, table: Table, widths: Sequence[float]) -> Sequence[_Cell]:
        """The cells of a new row, which is not torn apart by the end of a page."""
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx has none here
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  as above
        _fit(row, widths)
        cells: Sequence[_Cell] = row.cells
        return cells

    def bytes(self) -> bytes:
        """The file. Every part bears the same time, so that equal documents are equal bytes."""
        saved, fixed = BytesIO(), BytesIO()
        self.document.save(saved)
        with ZipFile(saved) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                info = ZipInfo(name, _SAVED)
                info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
                target.writestr(info, source.read(name))
        return fixed.getvalue()

    def _styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE

        styles = self.document.styles
        styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10.5)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        for level, size in ((1, 20), (2, 14), (3, 11)):
            style = styles[f"Heading {level}"]
            style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), True
            style.font.color.rgb = RGBColor(0x12, 0x20, 0x3F)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size * 0.9), Pt(4)
            style.paragraph_format.keep_with_next = True
            _own_font(style)
        for name, size in (("Title", 26), ("Subtitle", 12)):
            styles[name].font.name, styles[name].font.size = "Calibri", Pt(size)
            styles[name].font.color.rgb = RGBColor(0x12, 0x20, 0x3F)
            _own_font(styles[name])
        quote = styles["Intense Quote"]
        quote.font.color.rgb, quote.font.bold, quote.font.size = RGBColor(0x13, 0x5C, 0x47), False, Pt(11)
        quote.paragraph_format.left_indent, quote.paragraph_format.right_indent = Mm(4), Mm(0)
        quote.paragraph_format.space_before, quote.paragraph_format.space_after = Pt(2), Pt(6)
        for name in ("List Bullet", "List Continue"):
            styles[name].paragraph_format.space_after = Pt(2)
        head = styles.add_style("Table Head", WD_STYLE_TYPE.PARAGRAPH)
        head.base_style, head.font.bold = styles["Normal"], True
        styles.add_style("Prompt", WD_STYLE_TYPE.CHARACTER)
        said = styles.add_style("Origin", WD_STYLE_TYPE.CHARACTER)
        said.font.size, said.font.italic, said.font.bold = Pt(9), True, False
        said.font.color.rgb = RGBColor(0x46, 0x50, 0x5F)


def origin(provenance: Provenance) -> str:
    """Where a sentence comes from, in words: a file that people edit has no colours to rely on."""
    words = BADGES[provenance].word
    return {"resume": "verified: from your papers", "draft": "draft: check it"}.get(provenance, words[0].lower() + words[1:])


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001  python-docx has no word for it


def page_number(paragraph: Paragraph) -> None:
    """A field that Word fills with the number of the page."""
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._r.append(element)  # noqa: SLF001  as above


def _write(paragraph: Paragraph, parts: Iterable[Part]) -> None:
    for part in parts:
        if isinstance(part, Blank):
            prompt = paragraph.add_run(_legal(f"[{part.question}]"), style="Prompt")
            prompt.font.highlight_color = WD_COLOR_INDEX.YELLOW  # Word knows no highlight in a style
        else:
            run = paragraph.add_run(_legal(part.text))
            run.bold = True if isinstance(part, Words) and part.strong else None


def _own_font(style: BaseStyle) -> None:
    """Calibri, where the template's theme says otherwise."""
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), "Calibri")


def _first_or_new(cell: BlockItemContainer, style: str | None) -> Paragraph:
    """The empty paragraph that a cell is born with, or one below what stands in it."""
    first: Paragraph = cell.paragraphs[0]
    if len(cell.paragraphs) == 1 and not first.runs:
        if style:
            first.style = style
        return first
    added: Paragraph = cell.add_paragraph(style=style)
    return added


def _fit(row: _Row, widths: Sequence[float]) -> None:
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)
