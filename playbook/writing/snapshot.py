"""Section 1: the strongest fit, the first thing to fix, what is inside, and what to read in half an hour or in two.

Strengths and gaps are chosen elsewhere; here they are named once each, with the way to the section that deals with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.artifacts.assessment import ContentsRow, Snapshot
from playbook.writing.posting_words import asks, gap_asks, lacks, on_paper
from playbook.writing.references import bridge_link, section_links

if TYPE_CHECKING:
    from playbook.provenance import Line, Prose
    from playbook.writing.gaps import Gap
    from playbook.writing.pen import Pen
    from playbook.writing.strengths import Strength


def snapshot(pen: Pen, strengths: tuple[Strength, ...], gaps: tuple[Gap, ...]) -> Snapshot:
    """Section 1 of a case with these strengths and gaps."""
    return Snapshot(
        strongest=_strongest(pen, strengths),
        first_fix=_first_fix(pen, gaps),
        contents=_contents(pen),
        thirty_minutes=_path(pen, "assess-thirty-minutes"),
        two_hours=_path(pen, "assess-two-hours"),
    )


def _strongest(pen: Pen, strengths: tuple[Strength, ...]) -> Prose:
    frames = pen.knowledge.frames
    if not strengths:
        return pen.prose(_pointed(pen, "assess-strongest-none"))
    best = strengths[0]
    if best.shown is None:
        shown = on_paper(pen, best.fact, seed="strongest")
    else:
        shown = best.shown.line(pen, frames["assess-evidence"].texts, frames["assess-evidence-quoted"].texts, seed="strongest")
    return pen.prose(asks(pen, best.requirement, seed="strongest"), shown, _pointed(pen, "assess-strongest-use"))


def _first_fix(pen: Pen, gaps: tuple[Gap, ...]) -> Prose:
    if not gaps:
        return pen.prose(_pointed(pen, "assess-fix-none"))
    first = gaps[0]
    use = pen.pick(pen.knowledge.frames["assess-fix-use"].texts, seed="fix", slots={"bridge": bridge_link(first)})
    return pen.prose(
        gap_asks(pen, first, seed="fix"),
        lacks(pen, first, seed="fix"),
        pen.role(use, entry="assess-fix-use", slots={"bridge": bridge_link(first)}),
    )


def _contents(pen: Pen) -> tuple[ContentsRow, ...]:
    inside = pen.knowledge.guidance["assess-contents"]
    return tuple(
        ContentsRow(number=number, title=title, takeaway=pen.role(line, entry=inside.id))
        for number, (title, line) in enumerate(zip(inside.heads, inside.lines, strict=True), start=2)
    )


def _path(pen: Pen, frame: str) -> tuple[Line, ...]:
    return tuple(pen.role(text, entry=frame, slots=section_links()) for text in pen.knowledge.frames[frame].texts)


def _pointed(pen: Pen, frame: str) -> Line:
    """A sentence that leads to a section."""
    links = section_links()
    return pen.role(pen.pick(pen.knowledge.frames[frame].texts, seed=frame, slots=links), entry=frame, slots=links)
