"""The artifact of `parse_posting`: a posting in schema.org JobPosting terms, its requirements with spans."""

from __future__ import annotations

from typing import Literal

from playbook.artifacts.document import ReadingNote
from playbook.artifacts.resume import Standard
from playbook.provenance import Fact

RequirementKind = Literal["required", "preferred", "responsibility"]
Level = Literal["intern", "entry", "mid", "senior", "lead", "executive"]


class Requirement(Standard):
    """One thing that the posting asks for, or says the work is."""

    id: str
    """`r1`, `r2`, … in document order."""
    fact: Fact
    """The whole line or clause, never cut in half."""
    kind: RequirementKind
    years: float | None = None
    """Years of experience that the line asks for; the lower end of a range."""

    @property
    def text(self) -> str:
        """The requirement, verbatim."""
        return self.fact.text


class Posting(Standard):
    """A posting as facts. Benefits, equal-opportunity text and how to apply are not among the requirements."""

    title: str
    """The role that this playbook prepares for: read from the posting, or given with `--role`."""
    title_fact: Fact | None = None
    level: Level
    family: str
    """A family of the knowledge packs; `general` where none fits."""
    hiring_organization: str | None = None
    job_location: str | None = None
    country: str | None = None
    """Whose law holds where the work is, as far as the posting plainly says so: an id of the packs of countries, or `elsewhere`
    where it is that of another country than theirs, and of two as plainly."""
    requirements: tuple[Requirement, ...] = ()
    values: tuple[Fact, ...] = ()
    """Whole clauses in which the employer says what it values."""
    about: tuple[Fact, ...] = ()
    """Sentences about the team, the employer or the purpose of the role."""
    process: tuple[Fact, ...] = ()
    """Sentences on how candidates are chosen: calls, stages, tests, what to bring on the day."""
    notes: tuple[ReadingNote, ...] = ()

    def of(self, *kinds: RequirementKind) -> tuple[Requirement, ...]:
        """The requirements of these kinds, in document order."""
        return tuple(requirement for requirement in self.requirements if requirement.kind in kinds)

    def requirement(self, requirement_id: str) -> Requirement:
        """The requirement of that id; `KeyError` where there is none."""
        for requirement in self.requirements:
            if requirement.id == requirement_id:
                return requirement
        raise KeyError(requirement_id)
