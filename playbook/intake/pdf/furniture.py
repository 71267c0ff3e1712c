"""What repeats at the head and the foot of each page: names, page numbers, "Confidential"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from playbook.intake.pdf.words import TextLine, Word, lines_of

_EDGE = 0.11
"""Share of a page's height at its head and its foot in which such lines stand."""
_NUMBERED = re.compile(
    r"(?:page|seite|página|pagina)?\s*(?P<n>\d{1,3})\s*(?:(?:/|of|von|de|sur)\s*\d{1,3})?|[-–—]\s*\d{1,3}\s*[-–—]",
    re.IGNORECASE,
)

_COUNTS = re.compile(r"\b(?:page|seite|página)\s+\d{1,3}(?:\s*(?:of|von|de|/)\s*\d{1,3})?$", re.IGNORECASE)
"""A running line that counts pages: "Confidential - page 1 of 3"."""


def without_furniture(pages: Sequence[tuple[float, Sequence[Word]]]) -> list[list[Word]]:
    """The words of each page without its furniture; `pages` are heights and words.

    At the head of the first page a line that repeats is kept, since it may carry the name.
    """
    edges = [_edge_lines(height, words) for height, words in pages]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    kept: list[list[Word]] = []
    for number, ((height, words), lines) in enumerate(zip(pages, edges, strict=True)):
        gone: set[int] = set()
        for line in lines:
            is_number = _NUMBERED.fullmatch(line.text.strip()) is not None and len(pages) > 1
            is_title = number == 0 and line.middle < height / 2 and not _COUNTS.search(line.text)
            if is_number or (seen[_key(line)] > 1 and not is_title):
                gone.update(map(id, line.words))
        kept.append([word for word in words if id(word) not in gone])
    return kept


def _edge_lines(height: float, words: Sequence[Word]) -> list[TextLine]:
    band = [word for word in words if word.bottom < _EDGE * height or word.top > (1 - _EDGE) * height]
    return lines_of(band)


def _key(line: TextLine) -> str:
    return f"{re.sub(r'[0-9]+', '#', line.text)} @{round(line.middle / 6)}"
