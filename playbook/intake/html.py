"""Web pages to folded text: the posting that the page carries as data, else its main text.

The standard library parses; a page is read as it was saved, and nothing is fetched.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from playbook.intake.folding import fold
from playbook.intake.layout import RawLine

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "title",
    ]
)
_APART = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "ul", "ol", "table", "section", "article", "header"])
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "head",
        "dialog",
    ]
)
_VOID = frozenset(["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"])
_MAIN = frozenset({"main", "article"})
_ENOUGH = 60
"""Words that a page's main part must have to stand for the page."""


class _Lines(HTMLParser):
    """Collects lines of text, and the scripts that carry data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[RawLine, bool]] = []
        self.data: list[str] = []
        self._text: list[str] = []
        self._skipping: list[str] = []
        self._in_data = False
        self._main = 0
        self._item = False
        self._apart = False
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, or start to skip one."""
        if tag == "script" and any(name == "type" and "ld+json" in (value or "") for name, value in attrs):
            self._in_data = True
            self.data.append("")
            return
        hidden = any(
            (name in {"hidden", "aria-hidden"} and value != "false")
            or (name == "style" and "display:none" in (value or "").replace(" ", ""))
            for name, value in attrs
        )
        if tag not in _VOID and (tag in _SKIPPED or hidden or self._skipping):
            self._skipping.append(tag)
            return
        if tag in _BLOCKS:
            self.flush(is_apart=tag in _APART)
        if tag == "li":
            self._item = True
        if tag in _MAIN:
            self._main += 1
        if tag in {"td", "th"}:
            if self._cells:
                self._text.append("\t")
            self._cells += 1
        if tag == "tr":
            self._cells = 0

    def handle_endtag(self, tag: str) -> None:
        """Close a block."""
        if tag == "script" and self._in_data:
            self._in_data = False
            return
        if self._skipping:
            if tag in self._skipping:
                while self._skipping.pop() != tag:
                    pass
            return
        if tag in _BLOCKS and not (tag == "p" and self._cells):
            self.flush(is_apart=tag in _APART)
        if tag in _MAIN:
            self._main = max(self._main - 1, 0)
        if tag in {"tr", "table"}:
            self._cells = 0

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if self._in_data:
            self.data[-1] += data
        elif not self._skipping:
            self._text.append(re.sub(r"[ \n\r\f\v]+", " ", data))

    def flush(self, *, is_apart: bool = False) -> None:
        """End the line in the making."""
        text = "".join(self._text).strip(" ")
        self._text = []
        if text.strip():
            mark = "• " if self._item else ""
            self.lines.append((RawLine(mark + text, is_apart=self._apart), bool(self._main)))
            self._item = False
            self._apart = is_apart
        else:
            self._apart = self._apart or is_apart


def page_text(page: str) -> str:
    """The folded text of a saved page: its JobPosting data where it has them, else its main text."""
    from playbook.intake.records import job_text, posting_in

    parser = _parsed(page)
    for script in parser.data:
        try:
            posting = posting_in(json.loads(script, strict=False))
        except ValueError:
            continue
        if posting is not None and posting.get("description"):
            return job_text(posting)
    main = [line for line, is_main in parser.lines if is_main]
    if sum(len(line.text.split()) for line in main) >= _ENOUGH:
        return fold(main, wraps=False)
    return fold([line for line, _ in parser.lines], wraps=False)


def lines_of_html(fragment: str) -> list[RawLine]:
    """The lines of a fragment, such as a description or the body of a Word file."""
    return [line for line, _ in _parsed(fragment).lines]


def _parsed(page: str) -> _Lines:
    parser = _Lines()
    parser.feed(page)
    parser.close()
    parser.flush()
    return parser
