"""Which lines belong to a paragraph that was broken to a measure of its own, narrower than that of its file.

A text that was put together from several places has a measure for each: one line of it is the longest and says nothing of the
others. The shape of the lines alone; what is joined is for `playbook.intake.folding`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from playbook.intake.glyphs import bullet
from playbook.intake.layout import RawLine

_LONG = 60
"""Characters of a line from which on it may be one that was broken."""
_EVEN = 0.8
"""The share of the longest line that every line but the last of a paragraph has at least."""
_LABEL = re.compile(r"[.!?)\"”]\s+(?:[A-Z][\w'’&-]*)(?: [\w'’&-]+){0,5} ?:$")
"""A label that was begun within a line, behind the end of a sentence."""


def paragraphs(lines: Sequence[RawLine], goes_on: re.Pattern[str], is_open: re.Pattern[str]) -> dict[int, float]:
    """The measure of each line that stands in a broken paragraph and is not its last, by the line's number.

    `goes_on` says how the rest of a sentence begins, `is_open` how no line ends whose sentence is whole: without either, lines
    of even length are a list.
    """
    found: dict[int, float] = {}
    start = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and _is_below(lines[number - 1], lines[number]):
            continue
        block = lines[start:number]
        measure = max(line.right - line.left for line in block)
        is_even = all(line.right - line.left >= max(_LONG, measure * _EVEN) for line in block[:-1])
        if len(block) > 1 and is_even and _is_broken(block, goes_on, is_open):
            found |= {start + at: block[0].left + measure for at in range(len(block) - 1)}
        start = number
    return found


def is_led_to(lines: Sequence[RawLine], number: int) -> bool:
    """Whether a line alone is what the label at the end of the line above it names: "... six years running. Our values:".

    More lines than one below a label are a list.
    """
    follows = lines[number + 1] if number + 1 < len(lines) else None
    is_last = follows is None or follows.is_apart or follows.column != lines[number].column
    return is_last and _LABEL.search(lines[number - 1].text) is not None


def _is_below(above: RawLine, line: RawLine) -> bool:
    return (
        not line.is_apart
        and line.column == above.column
        and bullet(line.text) is None
        and bullet(above.text) is None
        and abs(line.left - above.left) < 1
        and len(above.text) >= _LONG  # what is shorter heads the paragraph
    )


def _is_broken(block: Sequence[RawLine], goes_on: re.Pattern[str], is_open: re.Pattern[str]) -> bool:
    return any(
        is_open.search(above.text) or (goes_on.match(line.text) and above.text[-1:] not in ".:!?")
        for above, line in pairwise(block)
    )
