"""Places on a page: as it is shown, for what the eye sees, and as its text runs, for the order in which it is read.

The two differ where a page is turned, or where text runs upwards on a page that is not. Points, the origin top left.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

Place = Callable[[float, float, float, float], tuple[float, float, float, float]]
"""Left, right, bottom and top in the page's own places to left, right, top and bottom."""
_FINE = 64
"""Parts of a point in which pdfium is asked for places, since it answers in whole numbers."""
_UPRIGHT = 0.1
"""Radians by which text may lean and still be read with the others."""
_QUARTER = math.pi / 2


@dataclass(frozen=True, slots=True)
class Frame:
    """The page turned so that most of its text runs from left to right."""

    quarters: int
    """Quarter turns of the text on the page."""
    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, page: Any, text: Any) -> Frame:  # noqa: ANN401  pypdfium2 has no types
        """The frame that most letters of the page agree on."""
        count = text.count_chars()
        step = max(count // 400, 1)
        turns = Counter(_quarters(pdfium.FPDFText_GetCharAngle(text.raw, index)) for index in range(0, count, step))
        quarters = turns.most_common(1)[0][0] if turns else 0
        left, bottom, right, top = page.get_bbox()
        corners = [_turned(x, y, quarters) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return cls(quarters, min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def place(self, left: float, right: float, bottom: float, top: float) -> tuple[float, float, float, float]:
        """A box of the page in this frame: left, right, top, bottom."""
        first, second = _turned(left, bottom, self.quarters), _turned(right, top, self.quarters)
        xs, ys = sorted((first[0], second[0])), sorted((first[1], second[1]))
        return xs[0] - self.left, xs[1] - self.left, ys[0] - self.top, ys[1] - self.top

    def turns(self, text: Any, index: int) -> bool:  # noqa: ANN401  as above
        """Whether a letter stands across the others."""
        lean = (pdfium.FPDFText_GetCharAngle(text.raw, index) - self.quarters * _QUARTER) % (2 * math.pi)
        return bool(min(lean, 2 * math.pi - lean) > _UPRIGHT)


def _quarters(angle: float) -> int:
    return round(angle / _QUARTER) % 4


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """A point of the page, whose y goes up, in the frame, whose y goes down; pdfium counts quarters clockwise."""
    return ((x, -y), (-y, -x), (-x, y), (y, x))[quarters]


def shown_places(page: Any) -> Place:  # noqa: ANN401  as above
    """The places of the page as it is shown: turned and cropped."""
    width, height = page.get_size()
    x, y = ctypes.c_int(), ctypes.c_int()

    def ask(px: float, py: float) -> tuple[float, float]:
        size = (round(width * _FINE), round(height * _FINE))
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, px, py, ctypes.byref(x), ctypes.byref(y))
        return x.value / _FINE, y.value / _FINE

    (ox, oy), (ax, ay), (bx, by) = ask(0, 0), ask(100, 0), ask(0, 100)
    a, b, c, d = (ax - ox) / 100, (ay - oy) / 100, (bx - ox) / 100, (by - oy) / 100

    def place(left: float, right: float, bottom: float, top: float) -> tuple[float, float, float, float]:
        xs = (ox + a * left + c * bottom, ox + a * right + c * top)
        ys = (oy + b * left + d * bottom, oy + b * right + d * top)
        return min(xs), max(xs), min(ys), max(ys)

    return place
