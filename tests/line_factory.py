"""Lines and paragraphs as templates make them, about the operations manager of `document_factory`; and how lines are changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from pydantic import BaseModel

from playbook.knowledge.template import Slot, blank, parse
from playbook.provenance import DocumentName, Line, Part, Prose, Provenance, Source, Span, Words
from tests.document_factory import BULLETS, WANTS, fact

PROFILE = "https://example.com/about-us/values-and-how-we-hire"


def line(text: str, provenance: Provenance = "draft", place: str = "stories:b1", rests_on: str | None = None) -> Line:
    """A line of a template: `**strong**` and `[blank?]` are read, slots are not."""
    known = (part for part in parse(text) if not isinstance(part, Slot))
    parts: list[Part] = [
        p if isinstance(p, Words) else blank("".join(w.text for w in p.question if isinstance(w, Words)), place=place)
        for p in known
    ]
    sources: tuple[Source, ...] = ()
    if rests_on is not None:
        sources = (fact(rests_on, "job" if provenance == "job" else "resume").source,)
    elif provenance in {"company", "role"}:
        document: DocumentName = "company" if provenance == "company" else "role"
        span = Span(document=document, start=0, end=len(text), entry="orseg" if provenance == "company" else "bank")
        company = {"url": PROFILE, "checked": date(2026, 9, 30)} if provenance == "company" else {}
        sources = (Source(span=span, quote=text, **company),)
    return Line(parts=tuple(parts), provenance=provenance, sources=sources)


def prose(*texts: str | Line, provenance: Provenance = "draft", place: str = "stories:b1") -> Prose:
    """A paragraph."""
    return Prose(lines=tuple(t if isinstance(t, Line) else line(t, provenance, place) for t in texts))


def r(number: int) -> Line:
    """Bullet `number`, verbatim."""
    return line(BULLETS[number], "resume", rests_on=BULLETS[number])


def j(number: int) -> Line:
    """Want `number`, verbatim."""
    return line(WANTS[number], "job", rests_on=WANTS[number])


def std(text: str) -> Line:
    """A standard sentence."""
    return line(text, "role")


M = TypeVar("M")


def mapped(value: M, change: Callable[[Line], Line]) -> M:
    """`value` with every line changed, however deep it stands."""
    if isinstance(value, Line):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: mapped(getattr(value, name), change) for name in type(value).model_fields})
    if isinstance(value, tuple):
        return tuple(mapped(item, change) for item in value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: mapped(item, change) for key, item in value.items()}  # type: ignore[return-value]
    return value
