"""How tightly a story or a question must be set to stay on a page of its own.

An estimate from the lengths of its texts, made before layout because laying out twice is dear. The classes that it
gives are sizes in `styles/print.css`; numbers were measured on the narrower paper, and a test holds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from playbook.artifacts.questions import Mark, Question
from playbook.artifacts.stories import Story
from playbook.provenance import Prose

LINES_OF_A_PAGE = 50.0
"""Lines of running text that a page takes at full size."""
LINES_OF_A_FIELD = 1.8
"""Lines that the field below a question takes."""
FULL_WIDTH = 104
"""Characters of a line of running text at full size; columns are parts of it."""
STEPS = ((1.0, ""), (0.93, "snug"), (0.86, "tight"), (0.79, "tightest"))


def story(it: Story) -> str:
    """Class of a story: empty, `snug`, `tight` or `tightest`."""
    fixed = 19.0
    parts = (it.situation, it.task, it.action, it.result)

    def lines(scale: float) -> float:
        return (
            fixed
            + 1.3 * _rows(it.anchor.text, scale, 0.86)
            + _rows(it.title, scale, 0.55)
            + max(sum(_rows(line.text, scale, 0.44) for line in lines) for lines in (it.use_for, it.before_you_use))
            + sum(max(2, _rows(prose.text, scale, 0.78)) + _fields(prose) for prose in parts)
            + sum(_rows(f.question.text, scale, 0.9) + 0.9 * _rows(f.guidance.text, scale, 1.05) for f in it.follow_ups)
        )

    return _step(lines)


def question(it: Question) -> str:
    """Class of a question: empty, `snug`, `tight` or `tightest`."""
    fixed = 15.0

    def lines(scale: float) -> float:
        return (
            fixed
            + 1.5 * _rows(it.question.text, scale, 0.66)
            + (_rows(it.from_job.text, scale, 0.85) + 0.5 if it.from_job else 0)
            + _rows(it.really_asking.text, scale, 1.0)
            + max(_column(it.great, scale), _column(it.red_flags, scale))
            + _rows(it.prep.text, scale, 1.0)
            + _rows(it.practice_prompt.text, scale, 0.93)
        )

    return _step(lines)


def _fields(prose: Prose) -> float:
    return LINES_OF_A_FIELD * sum(len(line.blanks) for line in prose.lines)


def _column(marks: Iterable[Mark], scale: float) -> float:
    return sum(_rows(f"{mark.head}: {mark.line.text}", scale, 0.42) + 0.2 for mark in marks)


def _rows(text: str, scale: float, width: float) -> int:
    return ceil(len(text) * scale / (FULL_WIDTH * width)) or 1


def _step(lines: Callable[[float], float]) -> str:
    return next((name for scale, name in STEPS if lines(scale) * scale <= LINES_OF_A_PAGE), STEPS[-1][1])
