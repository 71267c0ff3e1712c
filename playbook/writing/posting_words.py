"""Posting and resume in their own words: what is asked for, what is listed, and what is left open.

Lines are quoted whole. Which line is quoted where is for the sections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.writing.restatements import embedded

if TYPE_CHECKING:
    from playbook.artifacts.posting import Requirement
    from playbook.provenance import Fact, Line
    from playbook.writing.gaps import Gap
    from playbook.writing.pen import Pen


def asks(pen: Pen, requirement: Requirement, *, seed: str) -> Line:
    """What the posting asks for, by how much it asks for it."""
    return quoting(pen, f"assess-asks-{requirement.kind}", requirement.fact, seed=seed)


def quoting(pen: Pen, frame: str, fact: Fact, *, seed: str) -> Line:
    """A sentence of the frame around a whole line of the posting."""
    slots = {"quote": embedded(fact.text)}
    text = pen.pick(pen.knowledge.frames[frame].texts, seed=f"{seed}:{frame}", slots=slots)
    return pen.job(text, fact, slots=slots)


def gap_asks(pen: Pen, gap: Gap, *, seed: str) -> Line:
    """What is asked for where the gap is: the requirement, or the company's value."""
    if gap.requirement is not None:
        return asks(pen, pen.brief.posting.requirement(gap.requirement), seed=seed)
    frame = f"assess-gap-value-{gap.about.provenance}"
    stated = gap.about.text
    slots = {
        "value": gap.title,
        "statement": stated if stated.endswith((".", "!", "?")) else f"{stated}.",
        "quote": embedded(stated),
        "label": pen.brief.company.values_label,
    }
    text = pen.pick(pen.knowledge.frames[frame].texts, seed=f"{seed}:{frame}", slots=slots)
    return pen.line(text, gap.about.provenance, gap.about.sources, slots=slots)


def lacks(pen: Pen, gap: Gap, *, seed: str, beside: bool = False) -> Line:
    """What the resume leaves open, by how much of it. `beside` says that the sentence before names what is there."""
    kind: str = gap.status
    if gap.requirement is None:
        kind = "value"
    elif gap.kind == "years":
        kind = "years"
    elif beside:
        kind = "rest"
    frame = f"assess-lacks-{kind}"
    text = pen.pick(pen.knowledge.frames[frame].texts, seed=f"{seed}:{frame}", slots={"term": gap.term})
    return pen.line(text, "job", gap.about.sources, slots={"term": gap.term})


def on_paper(pen: Pen, fact: Fact, *, seed: str) -> Line:
    """A fact that the resume lists, verbatim."""
    slots = {"fact": embedded(fact.text)}
    text = pen.pick(pen.knowledge.frames["assess-evidence-listed"].texts, seed=f"{seed}:listed", slots=slots)
    return pen.resume(text, fact, slots=slots)
