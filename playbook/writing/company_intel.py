"""What the packs say of an employer and of the trade, as lines with their source.

A profile's statement carries the page and the day on which it was read; what the trade says is marked as standard for
the role. Which statement stands in which section is for the sections.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from playbook.artifacts.posting import Level
from playbook.provenance import Source, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import CompanyEntry, SourcedText, ValueEntry
    from playbook.provenance import Line
    from playbook.writing.pen import Fill, Pen

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the least experience to the most."""

_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z{*\"])")


def company_entry(brief: Brief, knowledge: Knowledge) -> CompanyEntry | None:
    """The employer's profile; `None` without one."""
    return knowledge.companies.get(brief.company.id or "")


def value_entries(brief: Brief, knowledge: Knowledge) -> dict[str, ValueEntry]:
    """The entries of the packs behind the employer's values, by id; values of the posting alone have none."""
    company = company_entry(brief, knowledge)
    known = (*knowledge.family(brief.posting.family).values, *(company.values if company else ()))
    named = {value.id for value in brief.company.values}
    return {value.id: value for value in known if value.id in named}


def sourced(pen: Pen, text: SourcedText, company: CompanyEntry, *, at: str) -> Line:
    """A statement of the profile with the page that it was read on."""
    return _from_profile(pen, text.text, company, text.source, text.checked, at=at)


def from_profile(pen: Pen, text: str, company: CompanyEntry, *, at: str, slots: Mapping[str, Fill] | None = None) -> Line:
    """Advice of the profile, which rests on what the employer publishes of its values."""
    return _from_profile(pen, text, company, company.values_source, company.values_checked, at=at, slots=slots)


def success_lines(pen: Pen) -> tuple[Line, ...]:
    """What success looks like: in the employer's terms, else in the trade's for the level."""
    company = company_entry(pen.brief, pen.knowledge)
    stated = [text for text in company.success if text.expires is None or text.expires >= pen.brief.on] if company else []
    if company is not None and stated:
        return tuple(sourced(pen, text, company, at=f"success-{index}") for index, text in enumerate(stated))
    texts = _at_level(pen.family.success, pen.brief.posting.level)
    return tuple(pen.role(text, entry=pen.family.id, at=f"success-{index}") for index, text in enumerate(texts))


def sentences(text: str) -> list[str]:
    """The sentences of a pack's text."""
    return _SENTENCES.split(text.strip())


def _at_level(by_level: Mapping[Level, tuple[str, ...]], level: Level) -> tuple[str, ...]:
    """The entry of the level, of the nearest below, else of the nearest above."""
    rank = LEVELS.index(level)
    nearest = (*reversed(LEVELS[: rank + 1]), *LEVELS[rank + 1 :])
    return next((by_level[name] for name in nearest if name in by_level), ())


def _from_profile(  # noqa: PLR0913  a statement is its words, whose they are, and where and when they were read
    pen: Pen,
    text: str,
    company: CompanyEntry,
    url: str,
    checked: date,
    *,
    at: str,
    slots: Mapping[str, Fill] | None = None,
) -> Line:
    span = Span(document="company", start=0, end=len(text), entry=company.id)
    return pen.line(text, "company", (Source(span=span, quote=text, url=url, checked=checked),), at=at, slots=slots)
