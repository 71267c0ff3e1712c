"""Writes the numbers of pages into references, after layout.

`target-counter` makes WeasyPrint lay out every page with a reference a second and a third time, also where the page that
it names has long been known: four pages in five, a fifth of the whole time. The style sheet therefore leaves room for two
digits behind a reference, and the digits are put there when all pages are made: nothing moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

ROOM = "00"
"""What the style sheet puts behind a link of the classes `pn`, `pg` and `go`."""


def fill_in(document: Any) -> None:  # noqa: ANN401  WeasyPrint has no types
    """Replace the room behind each reference by the page that it leads to. A place that there is not stays `00`."""
    places: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for name in page.anchors:
            places.setdefault(name, number)
    for page in document.pages:
        for target, text in _rooms(page._page_box):  # noqa: SLF001  the layout has no other door
            if target in places:
                _write(text, str(places[target]))


def _rooms(page: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  WeasyPrint ships no types
    """The name that each reference of a page leads to, and the box of its digits."""
    for box in page.descendants():
        if box.element_tag == "a::after" and hasattr(box, "children"):
            target = (box.element.get("href") or "").removeprefix("#")
            yield from ((target, text) for text in box.descendants() if ROOM in getattr(text, "text", ""))


def _write(box: Any, number: str) -> None:  # noqa: ANN401  as above
    """The digits in place of the room; they are drawn from the layout's text, which is set anew when the page is drawn."""
    stands_alone = box.text == ROOM
    if stands_alone and len(number) < len(ROOM):
        box.position_x += box.width * (1 - len(number) / len(ROOM))  # columns of numbers end on the right
    box.text = box.pango_layout.text = box.text.replace(ROOM, number)
