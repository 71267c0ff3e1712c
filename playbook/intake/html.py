"""Web pages and fragments of HTML to lines: what a reader of the page sees of its main text.

A page is read as it was saved: nothing is fetched, no script runs. Which words its styles hide is for
`playbook.intake.styles`; what a posting says as data is for `playbook.intake.postings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as parser

from playbook.artifacts.document import Quarantined
from playbook.intake.layout import RawLine
from playbook.intake.page_parts import words_of
from playbook.intake.styles import StyleSheet

Element = Any
"""An element of lxml, which ships no types."""

_BLOCKS = frozenset(
    """address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul""".split()  # noqa: SIM905  words read best as one text
)
_APART = frozenset("h1 h2 h3 h4 h5 h6 hr p ul ol table section article header dl summary details".split())  # noqa: SIM905  as above
_SKIPPED = frozenset(
    """script style noscript template svg nav footer aside form button select option iframe head dialog object canvas
    textarea video audio map""".split()  # noqa: SIM905  as above
)
_DATED = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HEADING = re.compile(r"(?:^|[-_ ])(?:head(?:ing|line)?|title|subtitle)(?=$|[-_ ])", re.IGNORECASE)
_WEIGHED = re.compile(
    r"(?:essential|desirable|required|preferred|minimum|must have|nice to have)(?: (?:criteria|qualifications|skills))?",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[a-zA-Z/!?]")


@dataclass(slots=True)
class Page:
    """What was read of a page."""

    lines: list[RawLine] = field(default_factory=list)
    hidden: list[Quarantined] = field(default_factory=list)


@dataclass(slots=True)
class _Writer:
    """The lines in the making."""

    styles: StyleSheet | None
    furniture: frozenset[Element] = frozenset()
    page: Page = field(default_factory=Page)
    text: list[str] = field(default_factory=list)
    is_item: bool = False
    is_apart: bool = False

    def flush(self, *, is_apart: bool = False) -> None:
        """End the line; `is_apart` says that space follows."""
        for number, part in enumerate("".join(self.text).split("\n")):
            words = part.strip(" ")
            if words.strip():
                mark = "• " if self.is_item else ""
                self.page.lines.append(RawLine(mark + words, is_apart=self.is_apart and not number))
                self.is_item, self.is_apart = False, is_apart
            else:
                self.is_apart = self.is_apart or is_apart
        self.text = []


def tree_of(page: str) -> Element | None:
    """The page as a tree; `None` where nothing is in it. libxml2 bounds depth and size by itself."""
    cleaned = page.replace("\x00", "")
    if not cleaned.strip():
        return None
    try:
        return parser.document_fromstring(cleaned.encode("utf-8", "replace"), parser=parser.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def lines_of_html(fragment: str) -> list[RawLine]:
    """The lines of a fragment, such as a description or the body of a Word file."""
    if not _MARKUP.search(fragment):
        return [RawLine(line) for line in fragment.splitlines() if line.strip()]
    tree = tree_of(fragment)
    return [] if tree is None else read_part(tree, None).lines


def read_part(part: Element, styles: StyleSheet | None, furniture: frozenset[Element] = frozenset()) -> Page:
    """The lines below an element, and the words that `styles` hide there; `furniture` is passed over."""
    writer = _Writer(styles, furniture)
    _walk(part, writer, is_root=True)
    writer.flush()
    return writer.page


def _walk(element: Element, writer: _Writer, *, is_root: bool = False) -> None:
    """Write an element and what is below it; its tail is the caller's."""
    if not isinstance(element.tag, str) or (not is_root and _is_passed_over(element, writer)):
        return
    tag = element.tag
    trick = _hidden(element, writer.styles)
    if trick is not None:
        text = " ".join(words_of(element))
        if any(letter.isalnum() for letter in text) and trick:
            writer.page.hidden.append(Quarantined(text=text[:2000], reason=trick))
        return
    if tag in {"table", "dl"}:
        writer.flush(is_apart=True)
        (_table if tag == "table" else _definitions)(element, writer)
        writer.flush(is_apart=True)
        return
    is_block = tag in _BLOCKS
    is_apart = tag in _APART or (is_block and writer.styles is not None and _is_heading(element))
    if tag == "br":
        is_apart = not "".join(writer.text).strip()  # an empty line
    if is_block:
        writer.flush(is_apart=is_apart)
    elif writer.styles is not None and _is_tag(element):
        writer.text.append("\t")
    writer.is_item = writer.is_item or tag == "li"
    _inside(element, writer, keeps_breaks=tag == "pre")
    if is_block:
        writer.flush(is_apart=is_apart)
        writer.is_item = writer.is_item and tag != "li"


def _inside(element: Element, writer: _Writer, *, keeps_breaks: bool) -> None:
    for text, child in [(element.text, None), *((child.tail, child) for child in element)]:
        if child is not None:
            _walk(child, writer)
        if text:
            writer.text.append(text if keeps_breaks else re.sub(r"[ \n\r\f\v]+", " ", text))


def _hidden(element: Element, styles: StyleSheet | None) -> str | None:
    """Why an element is not shown: the empty string where pages do so as a matter of course, `None` where it is shown."""
    if element.get("hidden") is not None or element.get("type") == "hidden":
        return ""
    return styles.hides(element) if styles is not None else None


def _is_passed_over(element: Element, writer: _Writer) -> bool:
    return element in writer.furniture or (element.tag in _SKIPPED and not _is_shown(element, writer))


def _is_shown(element: Element, writer: _Writer) -> bool:
    """Whether what pages usually work with is text here: the button of an accordion, a form around the whole page."""
    if writer.styles is None:
        return False
    if element.tag == "form":
        return True  # `furniture` holds the forms that are to be filled in
    parent = element.getparent()
    is_head = parent is not None and parent.tag in {"h2", "h3", "h4", "h5", "dt"}
    return element.tag == "button" and (is_head or element.get("aria-expanded") is not None)


def _is_heading(element: Element) -> bool:
    """Whether a block is set like a heading: all of it bold, or called one."""
    children = [child for child in element if isinstance(child.tag, str)]
    is_bold = (
        len(children) == 1
        and children[0].tag in {"b", "strong"}
        and not (element.text or "").strip()
        and not (children[0].tail or "").strip()
    )
    return (element.tag in {"div", "li"} and is_bold) or bool(_HEADING.search(element.get("class") or ""))


def _is_tag(element: Element) -> bool:
    """Whether an inline element stands right beside another one that only styles part from it, such as two tags."""
    before = element.getprevious()
    return (
        before is not None
        and element.tag in {"span", "a"}
        and before.tag == element.tag
        and not (before.tail or "")
        and bool(element.get("class"))
        and element.get("class") == before.get("class")
    )


def _definitions(part: Element, writer: _Writer) -> None:
    """A list of terms: a short one and its one line stand on one line, as in a table; any other term is a heading."""
    label: list[RawLine] = []
    for child in part:
        if child.tag == "div":
            _definitions(child, writer)
        if child.tag not in {"dt", "dd"} or child in writer.furniture or _hidden(child, writer.styles) is not None:
            if child.tag in {"dt", "dd"}:
                _walk(child, writer)  # what is hidden is noted
            continue
        lines = read_part_of_cell(child, writer)
        if child.tag == "dt":
            writer.page.lines += label
            label = [RawLine(line.text, is_apart=True) for line in lines]
        elif len(label) == 1 and len(lines) == 1 and not lines[0].text.startswith("•"):
            writer.page.lines.append(RawLine(f"{label[0].text.rstrip(':')}\t{lines[0].text}", is_apart=True))
            label = []
        else:
            writer.page.lines += [*label, *lines]
            label = []
    writer.page.lines += label


def _table(table: Element, writer: _Writer) -> None:
    """A table of data line by line, its cells parted by tabs; a table that lays out a page cell by cell."""
    rows = [
        [read_part_of_cell(cell, writer) for cell in row if isinstance(cell.tag, str) and cell.tag in {"td", "th"}]
        for row in _rows(table)
    ]
    heads = [lines[0].text if len(lines) == 1 else "" for lines in rows[0]] if rows else []
    if sum(bool(_WEIGHED.fullmatch(head)) for head in heads) > 1 and any(len(lines) > 1 for row in rows[1:] for lines in row):
        _columns(heads, rows[1:], writer)
        return
    for row in rows:
        cells = [lines for lines in row if lines]
        if len(cells) > 1:
            cells[0] = _as_dates(cells[0])
        if all(len(lines) == 1 for lines in cells):
            if cells:
                bare = [lines[0].text.removeprefix("• ") if number else lines[0].text for number, lines in enumerate(cells)]
                writer.page.lines.append(RawLine("\t".join(bare), is_apart=writer.is_apart))
                writer.is_apart = False
            continue
        if len(cells) > 1 and len(cells[0]) == 1 and _DATED.search(cells[0][0].text) and not cells[1][0].text.startswith("•"):
            first = RawLine(f"{cells[0][0].text}\t{cells[1][0].text}", is_apart=True)
            cells = [[first, *cells[1][1:]], *cells[2:]]
        for lines in cells:
            writer.page.lines += [RawLine(lines[0].text, is_apart=True), *lines[1:]]
        writer.is_apart = True


def _as_dates(lines: list[RawLine]) -> list[RawLine]:
    """The lines of a narrow cell of dates, which is too narrow for a range, as one."""
    is_range = 1 < len(lines) <= 3 and all(len(line.text.split()) <= 4 for line in lines)  # noqa: PLR2004  "Sept 2019 –", "present"
    if is_range and _YEAR.search(lines[0].text):
        return [RawLine(" ".join(line.text for line in lines), is_apart=lines[0].is_apart)]
    return lines


def _columns(heads: list[str], rows: list[list[list[RawLine]]], writer: _Writer) -> None:
    """A table whose head says what is essential and what is desirable: each cell below the name of its column."""
    for row in rows:
        for head, lines in zip(heads, row, strict=False):
            if lines and _WEIGHED.fullmatch(head):
                writer.page.lines += [
                    RawLine(head, is_apart=True),
                    *(RawLine(f"• {line.text.removeprefix('• ')}") for line in lines),
                ]


def read_part_of_cell(cell: Element, writer: _Writer) -> list[RawLine]:
    """The lines of a cell; what is hidden in it is noted with the rest of the page."""
    page = read_part(cell, writer.styles, writer.furniture)
    writer.page.hidden += page.hidden
    return page.lines


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table itself, not of tables within it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")
