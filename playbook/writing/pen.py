"""The pen: templates to lines with their provenance, and choices that do not repeat themselves.

Every writer of a section holds one `Pen`. It fills the slots of the case, makes the ids of blanks, quotes, and
picks among wordings by hash, without taking one twice. What a section says is for the section's own module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

from playbook.artifacts.brief import Brief
from playbook.artifacts.names import spoken_name, with_the
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.template import blank, fill, slots_of
from playbook.provenance import Fact, Line, Link, Part, Prose, Provenance, Source, Span

_NAME = "your name?"
"""What a sentence has for a name that neither the resume nor anybody else gives."""
_OPENS = re.compile(r"(?:^|(?<=[.?!:] )|(?<=[\"“]))\{company\}")
"""Where a sentence begins with the employer."""
T = TypeVar("T")
Fill = str | Part | Sequence[Part]


class Pen:
    """Writes the lines of one section for one case."""

    def __init__(self, section: str, brief: Brief, knowledge: Knowledge) -> None:
        """`section` is a name of the interface, such as `stories`; ids of blanks begin with it."""
        self.section = section
        self.brief = brief
        self.knowledge = knowledge
        self.family = knowledge.family(brief.posting.family)
        self._taken: set[str] = set()
        self._case = sha256(f"{brief.candidate}\n{brief.posting.title}\n{brief.company.name}\n{section}\n".encode())
        nouns, name = self.family.nouns, with_the(brief.company.name)
        self.case: dict[str, Fill] = {
            "candidate": spoken_name(brief.candidate) if brief.is_named else blank(_NAME, place=section),
            "first_name": brief.first_name if brief.is_named else blank(_NAME, place=section),
            "company": name,
            "company_first": f"{name[0].upper()}{name[1:]}" if name != brief.company.name else name,
            "role": brief.posting.title,
            "field": nouns.field,
            "people": nouns.people,
            "team": nouns.team,
            "work": nouns.work,
        }

    def line(
        self,
        text: str,
        provenance: Provenance,
        sources: Iterable[Source] = (),
        *,
        at: str = "",
        slots: Mapping[str, Fill] | None = None,
    ) -> Line:
        """`text` as a line. `at` says where in the section it stands, such as `b3:situation`."""
        place = f"{self.section}:{at}" if at else self.section
        parts = fill(_OPENS.sub("{company_first}", text), {**self.case, **(slots or {})}, place=place)
        return Line(parts=parts, provenance=provenance, sources=tuple(sources))

    def resume(self, text: str, *facts: Fact, at: str = "", slots: Mapping[str, Fill] | None = None) -> Line:
        """A restatement of facts of the resume: each number and name in it stands in them."""
        return self.line(text, "resume", (fact.source for fact in facts), at=at, slots=slots)

    def job(self, text: str, *facts: Fact, at: str = "", slots: Mapping[str, Fill] | None = None) -> Line:
        """A quote or restatement of the posting."""
        return self.line(text, "job", (fact.source for fact in facts), at=at, slots=slots)

    def draft(self, text: str, *facts: Fact, at: str = "", slots: Mapping[str, Fill] | None = None) -> Line:
        """Plausible wording for the candidate to check."""
        return self.line(text, "draft", (fact.source for fact in facts), at=at, slots=slots)

    def role(self, text: str, *, entry: str, at: str = "", slots: Mapping[str, Fill] | None = None) -> Line:
        """What a pack holds for the trade or for everyone. `entry` is the id of the entry that says so."""
        span = Span(document="role", start=0, end=len(text), entry=entry)
        return self.line(text, "role", (Source(span=span, quote=text),), at=at, slots=slots)

    def prose(self, *lines: Line | None) -> Prose:
        """A paragraph of the lines that are there."""
        return Prose(lines=tuple(line for line in lines if line is not None))

    def quoted(self, fact: Fact, provenance: Provenance = "job") -> Line:
        """A fact, verbatim and whole."""
        return self.line("{quote}", provenance, (fact.source,), slots={"quote": fact.text})

    def link(self, target: str, text: str) -> Link:
        """A reference; `target` is an anchor such as `story-2` or `section-7`."""
        return Link(target=target, text=text)

    def pick(self, texts: Sequence[str], *, seed: str, slots: Mapping[str, Fill] | None = None) -> str:
        """One of `texts` whose slots the case can fill, by hash of `seed`, none twice while others are left.

        A slot with an empty filling counts as missing. Raises `LookupError` where none can be filled.
        """
        known = {name for name, value in {**self.case, **(slots or {})}.items() if value}
        usable = [text for text in texts if slots_of(text) <= known]
        fresh = [text for text in usable if text not in self._taken] or usable
        if not fresh:
            message = f"no text of {len(texts)} can be filled from {sorted(known)}"
            raise LookupError(message)
        chosen = min(fresh, key=lambda text: self._rank(seed, text))
        self._taken.add(chosen)
        return chosen

    def order(self, items: Iterable[T], *, seed: str, key: Callable[[T], str]) -> list[T]:
        """`items` in an order that depends on the case and on `seed` alone."""
        return sorted(items, key=lambda item: self._rank(seed, key(item)))

    def _rank(self, seed: str, text: str) -> bytes:
        rank = self._case.copy()
        rank.update(f"{seed}\n{text}".encode())
        return rank.digest()
