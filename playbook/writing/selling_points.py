"""The candidate's selling points for the cheat sheet: the strengths of section 2, and the best bullet beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.provenance import Words
from playbook.writing.clauses import read_clause
from playbook.writing.restatements import embedded, restate
from playbook.writing.strengths import is_working_pattern

if TYPE_CHECKING:
    from playbook.artifacts.assessment import Assessment, Point
    from playbook.artifacts.resume import Highlight
    from playbook.provenance import Line, Part, Prose
    from playbook.writing.pen import Pen
    from playbook.writing.restatements import Restatement

POINTS = 4
_SHORT = 16
"""Words of a bullet that a glance can take in."""


def selling_points(pen: Pen, assessment: Assessment, *, beside: Prose | None) -> tuple[Line, ...]:
    """Up to four lines: the strengths first, then the bullets of most worth that do not stand `beside` them already."""
    lines: list[Line] = []
    said: set[str] = set()
    for point in assessment.standing.strengths:
        highlight = _highlight(pen, point)
        if highlight is not None:
            said.add(highlight.id)
            lines.append(_line(pen, highlight, point.title))
        else:
            lines.append(_listed(pen, point))
    told = {source.span for line in beside.lines for source in line.sources} if beside is not None else set()
    for worth in sorted(
        pen.brief.matching.highlights, key=lambda one: pen.brief.resume.highlight(one.highlight).fact.span in told
    ):
        highlight = pen.brief.resume.highlight(worth.highlight)
        if len(lines) < POINTS and highlight.id not in said and not is_working_pattern(highlight.text):
            said.add(highlight.id)
            lines.append(_line(pen, highlight))
    return tuple(lines[:POINTS])


def _highlight(pen: Pen, point: Point) -> Highlight | None:
    """The bullet that a strength rests on; `None` where it rests on something that is only listed."""
    spans = {source.span for line in point.paragraph.lines for source in line.sources}
    return next((highlight for highlight in pen.brief.resume.highlights if highlight.fact.span in spans), None)


def _line(pen: Pen, highlight: Highlight, title: str = "") -> Line:
    """The bullet where it is short; else its title and what came of it: "**Leading the workgroup**: cutting infections"."""
    shown = restate(highlight, pen.brief.resume.position_of(highlight.id), pen.knowledge)
    clause = read_clause(highlight, pen.knowledge)
    title = title or shown.title
    if len(highlight.text.split()) <= _SHORT or not (title and clause.act and clause.result):
        return pen.resume("{you}.", *shown.facts, slots={"you": _as_it_stands(shown, clause.result)})
    slots = {"title": title, "rest": embedded(clause.result)}
    return pen.resume(pen.knowledge.frames["condense-point"].texts[0], *shown.facts, slots=slots)


def _as_it_stands(shown: Restatement, result: str) -> tuple[Part, ...]:
    """The bullet, verbatim, with its result strong, or else the key phrase of its restatement."""
    text = embedded(shown.highlight.text)
    strong = [part.text for part in shown.you if isinstance(part, Words) and part.strong]
    key = next((phrase for phrase in (embedded(result), *strong) if phrase and phrase in text), "")
    before, found, after = text.partition(key) if key else (text, "", "")
    pieces = [(piece, piece is found) for piece in (before, found, after) if piece]
    return tuple(Words(text=_opened(words) if at == 0 else words, strong=strong) for at, (words, strong) in enumerate(pieces))


def _opened(text: str) -> str:
    """With a capital, unless a name such as "iTero" opens it that has none."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() else text


def _listed(pen: Pen, point: Point) -> Line:
    """What is only listed, as the resume lists it."""
    line = next(line for line in point.paragraph.lines if line.provenance == "resume")
    slots = {"fact": embedded(line.sources[0].quote)}
    return pen.line(pen.knowledge.frames["condense-point-listed"].texts[0], "resume", line.sources, slots=slots)
