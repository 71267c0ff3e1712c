"""Where columns run beside each other on a page; how they go on over pages is for `order`.

Only geometry counts. A page is cut into bands between which no word stands; bands whose words leave the same gutter
free make a zone; the columns of a zone are read one after the other, each cut again by the same rule. What stands
beside each line of its neighbour, such as dates at a margin, is no column but a part of those lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from statistics import median

from playbook.intake.glyphs import bullet
from playbook.intake.pdf.margins import DATED, Cut, settled
from playbook.intake.pdf.words import TextLine, Word, lines_of

_NARROWEST = 7.0
"""Points that a gutter must have at least, or this much of the words' height, whichever is more."""
_GUTTER = 0.6
_FEWEST = 3
"""Lines that both sides of a gutter must have."""
_WORDS = 6
"""Words that both sides must have: a place and a date at the right edge are no column."""
_LABEL = 3
"""Words that a label has at most."""
_LABELS = 6
"""Lines up to which a column of short words beside a text may be its labels, one for each line."""
_DEEPEST = 4
TITLE = 1.3
"""Heights of the usual line from which on a line is the title of a document."""
NEAR = 14.0
"""Points by which the edges of a column may differ from page to page."""


@dataclass(slots=True)
class Column:
    """Lines that are read one below the other; over a page's end they go on."""

    lines: list[TextLine] = field(default_factory=list)

    @property
    def left(self) -> float:
        """The left edge: where most of its lines can begin."""
        return min(line.left for line in self.lines)

    @property
    def width(self) -> float:
        """From the left edge to the end of the longest line."""
        return max(line.right for line in self.lines) - self.left


@dataclass(slots=True)
class Zone:
    """Columns side by side on one page; one column where there is no gutter."""

    columns: list[Column]
    page: int
    top: float
    bottom: float

    @property
    def is_split(self) -> bool:
        """Whether there is more than one column."""
        return len(self.columns) > 1


def zones_of(words: Sequence[Word], page: int, depth: int = 0) -> list[Zone]:
    """The zones of a page, or of a column, from top to bottom."""
    bands = _bands(words)
    cut, margins = _best_cut(bands) if depth < _DEEPEST else (None, [])
    if cut is None:
        return [_plain(settled(bands, margins), page)] if words else []
    above, inside, below = (
        [word for band in part for word in band] for part in (bands[: cut.first], bands[cut.first : cut.end], bands[cut.end :])
    )
    columns = [_column(side, page, depth) for side in _sides(inside, cut.at)]
    top, bottom = min(word.top for word in inside), max(word.bottom for word in inside)
    zones = [*zones_of(above, page, depth), Zone(columns, page, top, bottom), *zones_of(below, page, depth)]
    return _joined(zones)


def _plain(words: Sequence[Word], page: int) -> Zone:
    lines = lines_of(words)
    return Zone([Column(lines)], page, min(word.top for word in words), max(word.bottom for word in words))


def _column(words: Sequence[Word], page: int, depth: int) -> Column:
    """One side of a cut, which may be cut again."""
    return Column([line for zone in zones_of(words, page, depth + 1) for column in zone.columns for line in column.lines])


def _joined(zones: Sequence[Zone]) -> list[Zone]:
    """Neighbours without gutters as one."""
    kept: list[Zone] = []
    for zone in zones:
        if kept and not kept[-1].is_split and not zone.is_split:
            kept[-1].columns[0].lines += zone.columns[0].lines
            kept[-1].bottom = zone.bottom
        else:
            kept.append(zone)
    return kept


def _bands(words: Sequence[Word]) -> list[list[Word]]:
    """Words between which a straight line can be drawn from side to side."""
    bands: list[list[Word]] = []
    floor = float("-inf")
    for word in sorted(words, key=lambda one: one.middle):
        if not bands or word.middle - 0.28 * word.height > floor:
            bands.append([])
        bands[-1].append(word)
        floor = max(floor, word.middle + 0.28 * word.height)
    return bands


def _best_cut(bands: Sequence[list[Word]]) -> tuple[Cut | None, list[Cut]]:
    """The gutter of columns, and those of margins.

    A gutter parts columns where most lines stand on both sides of it; `None` where nothing is a column of its own; and the
    gutters that only part lines from what stands in their margin.
    """
    if not bands:
        return None, []
    usual = median(word.height for band in bands for word in band)
    width = max(_NARROWEST, _GUTTER * usual)
    free = [_gaps(band, width) for band in bands]
    ends = {end for gaps in free for left, right in gaps for end in (left + width / 2, right - width / 2)}
    places = sorted({round(end) for end in ends if isfinite(end)})
    found: dict[tuple[int, int], tuple[tuple[float, ...], Cut]] = {}
    for at in places:
        for cut in _runs(bands, free, float(at), width):
            sides = _sides([word for band in bands[cut.first : cut.end] for word in band], cut.at)
            counts = [len({round(word.middle / (0.6 * usual)) for word in side}) for side in sides]
            weight = (float(min(counts)), float(cut.end - cut.first), _clearance(free[cut.first : cut.end], at))
            key = (cut.first, cut.end)
            if min(counts) >= _FEWEST and (key not in found or found[key][0] < weight):
                found[key] = (weight, cut)
    margins: list[Cut] = []
    for _, cut in sorted(found.values(), key=lambda one: one[0], reverse=True):
        if any(one.first <= cut.first and cut.end <= one.end and abs(one.at - cut.at) < NEAR for one in margins):
            continue  # a part of what was found to be a margin is one, too
        trimmed = _trimmed(bands, cut, usual)
        inside = [word for band in bands[trimmed.first : trimmed.end] for word in band]
        left, right = (lines_of(side) for side in _sides(inside, trimmed.at))
        if _parts(left, right):
            return trimmed, margins
        margins.append(cut)
    return None, margins


def _gaps(band: Sequence[Word], width: float) -> list[tuple[float, float]]:
    """The stretches of a band that no word touches, to both sides without end."""
    gaps, edge = [], float("-inf")
    for word in sorted(band, key=lambda one: one.left):
        if word.left - edge >= width:
            gaps.append((edge, word.left))
        edge = max(edge, word.right)
    return [*gaps, (edge, float("inf"))]


def _runs(bands: Sequence[list[Word]], free: Sequence[list[tuple[float, float]]], at: float, width: float) -> Iterator[Cut]:
    """The longest stretches of bands that leave a gutter at `at` free."""
    start: int | None = None
    for number in range(len(bands) + 1):
        is_free = number < len(bands) and any(
            left <= at - width / 2 + 1 and at + width / 2 - 1 <= right for left, right in free[number]
        )
        if is_free and start is None:
            start = number
        elif not is_free and start is not None:
            yield Cut(at, start, number)
            start = None


def _clearance(free: Sequence[list[tuple[float, float]]], at: float) -> float:
    """How wide the gutter is where it is narrowest."""
    widths = [min(right, at + 200) - max(left, at - 200) for gaps in free for left, right in gaps if left <= at <= right]
    return min(widths, default=0.0)


def _trimmed(bands: Sequence[list[Word]], cut: Cut, usual: float) -> Cut:
    """Without bands at its ends that are no part of its columns.

    These are a title above them, and, where more follows below, lines that only one side still has.
    """
    first, end = cut.first, cut.end
    two = [number for number in range(first, end) if all(_sides(bands[number], cut.at))]
    if not two:
        return cut
    if max(word.height for band in bands[first : two[0]] for word in band) > TITLE * usual if two[0] > first else False:
        first = two[0]
    if end < len(bands) and two[-1] + 1 < end:
        end = two[-1] + 1
    return Cut(cut.at, first, end)


def _sides(words: Sequence[Word], at: float) -> tuple[list[Word], list[Word]]:
    return [word for word in words if word.left < at], [word for word in words if word.left >= at]


def _parts(left: list[TextLine], right: list[TextLine]) -> bool:
    """Whether two neighbours are columns of their own."""
    if any(len(side) < _FEWEST or sum(len(line.words) for line in side) < _WORDS for side in (left, right)):
        return False
    return not (_is_margin(left, right) or _is_margin(right, left))


def _is_margin(side: list[TextLine], other: list[TextLine]) -> bool:
    """Whether the lines of `side` belong each to a line of `other`: bullets, dates, labels."""
    if all(len(line.text) <= 3 or bullet(f"{line.text} x") == len(line.text) + 1 for line in side):  # noqa: PLR2004  a glyph or a number
        return True
    level = sum(any(abs(line.middle - one.middle) < 0.4 * min(line.height, one.height) for one in other) for line in side)
    dated = sum(bool(DATED.search(line.text)) for line in side)
    if level < (0.6 if dated >= 0.4 * len(side) else 0.8) * len(side):
        return False
    if dated >= 0.4 * len(side) and _mean_words(side) <= 4:  # noqa: PLR2004  a range of dates
        return True
    beside = [line for line in other if side[0].top <= line.middle <= side[-1].bottom]
    is_sparse = len(side) <= 0.85 * len(beside) or len(beside) <= _LABELS
    are_labels = _mean_words(side) <= _LABEL and not _has_headings(side)
    return (
        is_sparse
        and are_labels
        and (_mean_words(other) > _LABEL or (level == len(side) == len(beside) and side[0].left < other[0].left))
    )


def _mean_words(lines: Sequence[TextLine]) -> float:
    return sum(len(line.words) for line in lines) / len(lines)


def _has_headings(lines: Sequence[TextLine]) -> bool:
    """Whether some lines head others: set larger, or in capitals above lines that are not."""
    usual = median(line.height for line in lines)
    heads = [line for line in lines if line.height > 1.12 * usual or (line.text.isupper() and len(line.text) > 3)]  # noqa: PLR2004  "USA"
    return 1 <= len(heads) < 0.6 * len(lines)
