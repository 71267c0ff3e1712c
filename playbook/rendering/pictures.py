"""What the pictures of the document show, as numbers: the gauge, the bars, the career. They are drawn in `pictures.html.j2`.

Every picture says in words what it shows; those words are its alternative text, made here beside the numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from math import pi
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.artifacts.fit import Fit
    from playbook.artifacts.playbook import Playbook
    from playbook.artifacts.questions import Questions
    from playbook.artifacts.resume import Position
    from playbook.rendering.english import English

RADIUS = 43.0
"""Of the gauge's ring, in a picture of 100 by 100."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASON = re.compile(r"\b(?:spring|summer|fall|autumn|winter)s?\b", re.IGNORECASE)
_LEAST_WIDTH = 1.2
"""Percent of the axis; a shorter post would not be seen."""


@dataclass(frozen=True)
class Gauge:
    """The overall score as an arc of a ring; `reach` is the part of the ring that the score may lie in."""

    says: str
    ring: float
    arc: float
    reach: tuple[float, float] | None
    """Start and length."""


@dataclass(frozen=True)
class Mix:
    """A type of question with the numbers of its questions."""

    says: str
    key: str
    label: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Post:
    """A position on the axis of a career; `left` and `width` are percent of it."""

    says: str
    title: str
    employer: str
    when: str
    left: float
    width: float
    stories: tuple[int, ...]


@dataclass(frozen=True)
class Career:
    """Positions, newest first, and the years between which they lie."""

    first: int
    last: int
    posts: tuple[Post, ...]


def gauge(fit: Fit, label: str) -> Gauge:
    """The ring of the overall score."""
    ring = 2 * pi * RADIUS
    ranged = fit.low != fit.high
    between = f", between {fit.low} and {fit.high}" if ranged else ""
    return Gauge(
        says=f"{label}: {fit.overall} of 100{between}.",
        ring=ring,
        arc=ring * fit.overall / 100,
        reach=(ring * fit.low / 100, ring * (fit.high - fit.low) / 100) if ranged else None,
    )


def mix(questions: Questions, english: English) -> tuple[Mix, ...]:
    """The planned types with the questions of each."""
    found = []
    for kind, count in questions.distribution.items():
        numbers = tuple(question.number for question in questions.questions if question.type == kind)
        label = english.kind(kind)
        if count:
            which = f"question{'s' if len(numbers) != 1 else ''} {', '.join(map(str, numbers))}"
            found.append(Mix(f"{label}: {which if numbers else 'none'}", kind, label, numbers))
    return tuple(found)


def career(playbook: Playbook) -> Career | None:
    """The dated positions of the resume; `None` where fewer than two have a date."""
    resume, today = playbook.brief.resume, playbook.brief.on
    told: dict[str, list[int]] = {}
    for story in playbook.stories.stories:
        told.setdefault(resume.position_of(story.highlight).id, []).append(story.number)
    dated = [(position, _years(position, today)) for position in resume.positions]
    spans = [(position, span) for position, span in dated if span is not None]
    if len(spans) < 2:  # noqa: PLR2004  one bar on an axis of its own says nothing
        return None
    first = int(min(start for _, (start, _) in spans))
    last = today.year + today.month / 12
    posts = tuple(
        _post(position, span, (first, max(last, *(end for _, (_, end) in spans))), tuple(told.get(position.id, ())))
        for position, span in spans
    )
    return Career(first=first, last=today.year, posts=posts)


def _post(position: Position, span: tuple[float, float], axis: tuple[float, float], stories: tuple[int, ...]) -> Post:
    length = axis[1] - axis[0]
    width = max(100 * (span[1] - span[0]) / length, _LEAST_WIDTH)
    left = min(100 * (span[0] - axis[0]) / length, 100 - width)
    seasonal = position.dates is not None and _SEASON.search(position.dates.text) is not None
    said = _bare_year if seasonal else _month
    when = f"{said(position.start_date)} – {'present' if position.is_current else said(position.end_date)}"
    what = ", ".join(filter(None, (position.title, position.employer))) or "A post"
    return Post(f"{what}: {when}", position.title, position.employer, when, left, width, stories)


def _years(position: Position, today: date) -> tuple[float, float] | None:
    """Start and end in years; `None` where the resume does not say both."""
    if position.start_date is None or (position.end_date is None and not position.is_current):
        return None
    start = _year(position.start_date, 0)
    end = today.year + today.month / 12 if position.is_current else _year(position.end_date or "", 1)
    return (start, end) if start <= end else None


def _year(partial: str, month_is_over: int) -> float:
    """A partial date on the axis; of a year alone its middle."""
    year, *rest = partial.split("-")
    return int(year) + ((int(rest[0]) - 1 + month_is_over) / 12 if rest else 0.5)


def _bare_year(partial: str | None) -> str:
    """The year alone: whoever writes "Fall 2017" has named no month."""
    return (partial or "").split("-")[0]


def _month(partial: str | None) -> str:
    year, *rest = (partial or "").split("-")
    return f"{_MONTHS[int(rest[0]) - 1]} {year}" if rest else year
