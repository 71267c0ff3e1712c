"""What the eye sees: a page is drawn with its text and without, and a letter counts where the two differ.

One test finds text in the colour of its ground, transparent, without ink, clipped away, off the page or behind a
picture, whatever the trick; a colour by itself is never judged, since white on a dark panel is plain to see.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

_SCALE = 2.0
"""Points of the picture for a point of the page: thin strokes still reach most of their colour."""
_POINTS = 6_000_000
"""Points that a picture has at most: the page of a poster is drawn smaller."""
_FAINT = 20
"""Of 255: a smaller difference from the ground is not seen on paper."""
_CLEAR = 12
"""Of 255: opacity below which nothing is seen."""
_DEEP = 15
"""Levels of nested forms that are looked into."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where the text of a page leaves a mark."""

    marks: NDArray[np.int32]
    """Number of marked points above and to the left, so that a box is four look-ups."""
    scale: float
    images: float

    @classmethod
    def of(cls, page: Any, width: float, height: float) -> Drawn:  # noqa: ANN401  pypdfium2 has no types
        """Draw the page twice; afterwards its text is switched off."""
        scale = min(_SCALE, (_POINTS / max(width * height, 1.0)) ** 0.5)
        whole = _picture(page, scale)
        covered = 0.0
        for part in page.get_objects(max_depth=_DEEP):
            if part.type == pdfium.FPDF_PAGEOBJ_TEXT:
                pdfium.FPDFPageObj_SetIsActive(part.raw, False)  # noqa: FBT003  a C function
            elif part.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = part.get_bounds()
                covered += abs(right - left) * abs(top - bottom)
        without = _picture(page, scale)
        marks = (np.abs(whole - without) > _FAINT).any(axis=2)
        sums = np.zeros((marks.shape[0] + 1, marks.shape[1] + 1), dtype=np.int32)
        sums[1:, 1:] = marks.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
        return cls(sums, scale, min(covered / max(width * height, 1.0), 1.0))

    def shows(self, left: float, right: float, top: float, bottom: float) -> bool:
        """Whether anything of the text is drawn in the box, in points from the top left."""
        rows, columns = self.marks.shape
        x1, x2 = (min(max(round(x * self.scale), 0), columns - 1) for x in (left - 0.3, right + 0.3))
        inner = 0.15 * (bottom - top)  # the ink of a neighbour reaches into the edges
        y1, y2 = (min(max(round(y * self.scale), 0), rows - 1) for y in (top + inner - 0.3, bottom - inner + 0.3))
        marks = self.marks
        return bool(marks[y2, x2] - marks[y1, x2] - marks[y2, x1] + marks[y1, x1])


def has_ink(part: Any) -> bool:  # noqa: ANN401  as above
    """Whether a text object paints at all: neither in the mode without ink, nor wholly transparent."""
    if pdfium.FPDFTextObj_GetTextRenderMode(part) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(part, *(ctypes.byref(one) for one in (red, green, blue, alpha)))
    return not (known and alpha.value < _CLEAR)


def _picture(page: Any, scale: float) -> NDArray[np.int16]:  # noqa: ANN401  as above
    bitmap = page.render(scale=scale, rev_byteorder=True)
    array: NDArray[np.int16] = bitmap.to_numpy()[:, :, :3].astype(np.int16)
    bitmap.close()
    return array
