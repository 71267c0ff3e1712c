"""Whether the pages are well made up: none near-empty, no heading left behind, no card torn, nothing over the edge.

Judged on WeasyPrint's boxes, before anything is drawn; what a PDF holds is for `tags` and `sheets`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

LEAST_FILLED = 0.22
"""Share of a page's height that text should reach; the last page of a section may be short."""
SLACK = 1.0
"""CSS pixels by which text may stand out of its page's margin: rounding."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
KEPT_WHOLE = frozenset({"card", "row", "together"})
"""Classes of blocks that stay on one page where they fit on one."""


def findings(document: Any) -> Iterator[str]:  # noqa: ANN401  WeasyPrint has no types
    """What is wrong with the make-up of the pages."""
    pieces: dict[Any, list[tuple[int, float]]] = defaultdict(list)
    for number, page in enumerate(document.pages, start=1):
        box = page._page_box  # noqa: SLF001  the layout has no other door
        yield from (f"page {number} {problem}" for problem in _of_page(box, is_last=number == len(document.pages)))
        for block in box.children[0].descendants():
            if block.element is not None and _classes(block) & KEPT_WHOLE:
                pieces[block.element].append((number, _height(block)))
    page_height = document.pages[-1]._page_box.height  # noqa: SLF001  as above
    for parts in pieces.values():
        numbers = sorted({number for number, _ in parts})
        if len(numbers) > 1 and sum(height for _, height in parts) < page_height * 0.9:
            yield f"a card is torn between pages {numbers[0]} and {numbers[-1]}"


def _of_page(box: Any, *, is_last: bool) -> Iterator[str]:  # noqa: ANN401  a box of WeasyPrint
    lines = list(_lines(box.children[0]))
    if not lines:
        yield "is empty"
        return
    reach = (max(end for _, end, *_ in lines) - box.margin_top) / box.height
    if reach < LEAST_FILLED:
        yield f"is filled to {reach:.0%}"
    *_, last = max(lines, key=lambda line: (line[0], line[1]))
    if not is_last and last.element_tag in HEADINGS:
        yield "ends with a heading"
    for _, end, right, line in lines:
        if right > box.margin_width() + SLACK or end > box.margin_height() + SLACK:
            yield f"has text that stands out of the paper: {_text(line)[:40]!r}"
    for row in box.children[0].descendants():
        if "row" in _classes(row):
            below = row.position_y + row.margin_height() + SLACK
            for side in row.descendants():
                if "side" in _classes(side) and side.position_y + _height(side) > below:
                    yield f"has a label that touches what follows: {_text(side)[:40]!r}"


def _height(block: Any) -> float:  # noqa: ANN401  a box of WeasyPrint
    return float(block.height) if isinstance(block.height, int | float) else 0.0


def _lines(box: Any) -> Iterator[tuple[float, float, float, Any]]:  # noqa: ANN401  a box of WeasyPrint
    """Each line of text: top, bottom, right edge, and the box of the line."""
    for child in box.descendants():
        if type(child).__name__ == "LineBox" and _text(child).strip():
            right = max(
                (piece.position_x + piece.width for piece in child.descendants() if getattr(piece, "text", "").strip()),
                default=0.0,
            )
            yield child.position_y, child.position_y + child.height, right, child


def _text(line: Any) -> str:  # noqa: ANN401  a box of WeasyPrint
    return "".join(piece.text for piece in line.descendants() if hasattr(piece, "text"))


def _classes(box: Any) -> frozenset[str]:  # noqa: ANN401  a box of WeasyPrint
    return frozenset((box.element.get("class") or "").split()) if box.element is not None else frozenset()
