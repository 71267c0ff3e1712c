"""Plots as inline SVG: estimates with their intervals, and points of pairs. They take numbers and know no run.

Colours are classes of the page's style, so that a plot reads in print, in the dark and without colour: better, worse and
the rest differ in shape, too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

ROW = 20
LABEL = 250
PLOT = 420
VALUE = 170
_PAD = 26
_TICKS = 5
_SIDE = 300
_DOTS = {"better": "M -5 4 L 0 -5 L 5 4 Z", "worse": "M -5 -4 L 0 5 L 5 -4 Z"}
"""Shapes of verdicts: up and down; anything else is a circle."""


@dataclass(frozen=True)
class Estimate:
    """A row of a forest plot."""

    label: str
    value: float
    low: float
    high: float
    shown: str
    """The numbers as text, beside the row."""
    tone: str = "plain"
    """`better`, `worse`, `unclear` or `plain`: the class and the shape of its mark."""
    group: str = ""
    """Rows of one group stand together under its name."""


def forest(rows: Sequence[Estimate], title: str, *, line: float | None = None, written: Callable[[float], str] = str) -> Markup:
    """Estimates with intervals, one a row; `line` is drawn as where nothing is gained, or from where something counts."""
    if not rows:
        return Markup()
    start, end = _limits([edge for row in rows for edge in (row.low, row.high)] + ([line] if line is not None else []))

    def x(value: float) -> float:
        return LABEL + (value - start) / (end - start) * PLOT

    y, body = _PAD, [Markup()]
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            body.append(Markup('<text class="group" x="0" y="{}">{}</text>').format(y + 4, group))
            y += ROW
        body.append(_estimate(row, x, y))
        y += ROW
    ticks = [_tick(x(value), y, written(value)) for value in _ticks(start, end)]
    zero = (
        [Markup('<line class="zero" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(_r(x(line)), _PAD - 12, y - 8)]
        if line is not None
        else []
    )
    return _svg(LABEL + PLOT + VALUE, y + 16, title, [*ticks, *zero, *body])


def scatter(
    points: Sequence[tuple[float, float, str, str]], title: str, names: tuple[str, str], written: Callable[[float], str]
) -> Markup:
    """Points of `x, y, label, tone` over the same scale on both axes, with the line on which nothing changed."""
    if not points:
        return Markup()
    start, end = _limits([edge for point in points for edge in point[:2]])

    def place(value: float) -> float:
        return (value - start) / (end - start) * _SIDE

    left, top = 56, 12
    body = [
        Markup('<rect class="frame" x="{}" y="{}" width="{}" height="{}"/>').format(left, top, _SIDE, _SIDE),
        Markup('<line class="zero" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(left, top + _SIDE, left + _SIDE, top),
    ]
    for value in _ticks(start, end):
        across, up = _r(left + place(value)), _r(top + _SIDE - place(value) + 4)
        body.append(
            Markup('<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                across, top + _SIDE + 16, written(value)
            )
        )
        body.append(Markup('<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>').format(left - 6, up, written(value)))
    for a, b, label, tone in points:
        at = Markup('<g transform="translate({} {})">{}<title>{}</title></g>')
        body.append(at.format(_r(left + place(a)), _r(top + _SIDE - place(b)), _mark(tone), label))
    body.append(
        Markup('<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            left + _SIDE / 2, top + _SIDE + 34, names[0]
        )
    )
    body.append(
        Markup('<text class="axis" transform="translate(14 {}) rotate(-90)" text-anchor="middle">{}</text>').format(
            top + _SIDE / 2, names[1]
        )
    )
    return _svg(left + _SIDE + 16, top + _SIDE + 44, title, body)


def _estimate(row: Estimate, x: Callable[[float], float], y: float) -> Markup:
    return Markup(
        '<g class="row"><text x="{}" y="{}" text-anchor="end">{}</text>'
        '<line class="interval {}" x1="{}" x2="{}" y1="{}" y2="{}"/>'
        '<g transform="translate({} {})">{}</g><text class="value" x="{}" y="{}">{}</text></g>'
    ).format(
        LABEL - 12, y + 4, row.label, row.tone, _r(x(row.low)), _r(x(row.high)), y, y,
        _r(x(row.value)), y, _mark(row.tone), LABEL + PLOT + 14, y + 4, row.shown,
    )  # fmt: skip


def _mark(tone: str) -> Markup:
    if tone in _DOTS:
        return Markup('<path class="mark {}" d="{}"/>').format(tone, _DOTS[tone])
    return Markup('<circle class="mark {}" r="4"/>').format(tone)


def _tick(x: float, bottom: float, text: str) -> Markup:
    return Markup(
        '<line class="grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>'
        '<text class="tick" x="{0}" y="{3}" text-anchor="middle">{4}</text>'
    ).format(_r(x), _PAD - 12, bottom - 8, bottom + 8, text)


def _limits(values: Sequence[float]) -> tuple[float, float]:
    start, end = min(values), max(values)
    spare = (end - start) * 0.04 or 0.05
    return start - spare, end + spare


def _ticks(start: float, end: float) -> list[float]:
    """Round numbers between the limits."""
    rough = (end - start) / _TICKS
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough)
    first = math.ceil(start / step)
    return [round(step * index, 10) for index in range(first, math.floor(end / step) + 1)]


def _svg(width: float, height: float, title: str, body: Sequence[Markup]) -> Markup:
    head = Markup('<svg class="plot" viewBox="0 0 {} {}" width="{}" role="img" aria-label="{}"><title>{}</title>')
    return head.format(_r(width), _r(height), _r(width), title, title) + Markup().join(body) + Markup("</svg>")


def _r(value: float) -> str:
    return str(escape(f"{value:.1f}"))
