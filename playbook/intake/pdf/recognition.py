"""Words recognised in the pictures of a scan: an optional extra, asked for with `--ocr`.

The recogniser (RapidOCR, on ONNX, its models in its wheel) gives lines with a place for each letter, and loses spaces
between Latin words; the picture itself knows where they are. Pages that have text of their own are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from playbook.errors import Refusal
from playbook.intake.pdf.characters import PDFIUM, PageWords
from playbook.intake.pdf.words import Word

_SCALE = 3.0
"""Points of the picture for a point of the page: 216 to the inch."""
_PICTURED = 0.5
"""Share of a page that pictures cover where it is one of a scan."""
_INK = 175
_SPACE = 0.22
"""Heights of a line that part its words."""
_LOOSE = re.compile(r"([,;:])(?=[^\W\d_])")


def recognised(content: bytes, pages: Sequence[PageWords]) -> Iterator[PageWords]:
    """The pages, those that are pictures with the words that were recognised in them. Raises `Refusal` without the extra."""
    engine = _engine()
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        pictures = {
            number: document[number].render(scale=_SCALE).to_numpy().copy()
            for number, page in enumerate(pages)
            if page.images >= _PICTURED
        }
        document.close()
    for number, page in enumerate(pages):
        if number not in pictures:
            yield page
            continue
        words = tuple(_words(engine, pictures[number], number + 1))
        yield replace(page, words=words, hidden=(), images=0.0)


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401  the extra has no types
    try:
        from rapidocr_onnxruntime import RapidOCR
    except ImportError as error:
        raise Refusal(
            "ocr.missing",
            found=f"no text recognition on this machine ({error})",
            wanted="the extra `ocr`, on Python below 3.13, and libGL",
            remedy="run 'uv sync --extra ocr' and 'apt-get install libgl1 libglib2.0-0'",
        ) from error
    return RapidOCR()


def _words(engine: Any, picture: NDArray[np.uint8], page: int) -> Iterator[Word]:  # noqa: ANN401  as above
    """The words of a picture, in points from its top left."""
    found, _ = engine(picture, return_word_box=True)
    ink = picture[:, :, :3].mean(axis=2) < _INK
    for corners, text, _, places, letters, _ in found or []:
        (left, top), (right, end), _, (_, bottom) = corners
        height = bottom - top
        gaps = _gaps(ink, left, right, top, (end - top) / max(right - left, 1.0), height)
        for part, start, stop in _parted(text, letters, places, gaps):
            yield Word(part, start / _SCALE, stop / _SCALE, top / _SCALE, bottom / _SCALE, page)


def _gaps(
    ink: NDArray[np.bool_], left: float, right: float, top: float, slope: float, height: float
) -> list[tuple[float, float]]:  # fmt: skip
    """The stretches of a line without ink that are as wide as a space; the line may lean."""
    gaps: list[tuple[float, float]] = []
    begin = max(int(left), 0)
    start: int | None = begin
    has_begun = False
    for x in range(begin, min(int(right) + 1, ink.shape[1])):
        y = max(int(top + slope * (x - left)), 0)
        has_begun = has_begun or start is None
        is_empty = int(ink[y : y + max(int(height), 1), x].sum()) <= 1  # a speck is no letter
        if is_empty and start is None:
            start = x
        elif not is_empty and start is not None:
            if x - start > _SPACE * height and has_begun:
                gaps.append((start, x))
            start = None
    return gaps


def _parted(
    text: str, letters: Sequence[str], places: Sequence[Any], gaps: Sequence[tuple[float, float]]
) -> Iterator[tuple[str, float, float]]:
    """The words of a line with their ends: parted at its own spaces and at the gaps of the picture."""
    if not places or "".join(letters).replace(" ", "") != text.replace(" ", ""):
        return
    ends = [(float(place[0][0]), float(place[1][0])) for place in places]
    first = sum(ends[0]) / 2
    if any(right <= first for _, right in gaps):
        yield "•", ends[0][0] - 2 * (ends[0][1] - ends[0][0]), ends[0][0] - 1  # ink before the first letter that was read
    breaks = _breaks(letters, ends, [gap for gap in gaps if sum(gap) / 2 > first])
    held, start, stop = "", 0.0, 0.0
    for number, letter in enumerate(letters):
        if held and (letter == " " or number in breaks):
            yield from _loosened(held, start, stop)
            held = ""
        if letter != " ":
            start = start if held else ends[number][0]
            held, stop = held + letter, ends[number][1]
    if held:
        yield from _loosened(held, start, stop)


def _breaks(letters: Sequence[str], ends: Sequence[tuple[float, float]], gaps: Sequence[tuple[float, float]]) -> set[int]:
    """The letters that begin a word: each gap goes to the nearest edge between letters, if no space was read there."""
    edges = [(before[1] + after[0]) / 2 for before, after in pairwise(ends)]
    breaks = set()
    for left, right in gaps:
        middle = (left + right) / 2
        at = min(range(len(edges)), key=lambda number: abs(edges[number] - middle), default=None)
        if at is None or any(letter == " " for letter in letters[max(at - 2, 0) : at + 4]):
            continue
        breaks.add(at + 1)
    return breaks


def _loosened(word: str, start: float, stop: float) -> Iterator[tuple[str, float, float]]:
    """A word parted behind its commas, where the recogniser has dropped the space."""
    at = 0
    width = (stop - start) / len(word)
    for match in [*_LOOSE.finditer(word), None]:
        end = match.end() if match else len(word)
        if end > at:
            yield word[at:end], start + at * width, start + end * width
        at = end
