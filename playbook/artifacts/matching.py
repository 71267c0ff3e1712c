"""The artifact of `match`: requirements against evidence, values against evidence, bullets by their worth.

`Traits` are what a requirement is judged by, before it has a status.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.artifacts.posting import RequirementKind
from playbook.provenance import Fact, Frozen, Line

Status = Literal["covered", "partial", "gap", "unknown"]


class Traits(Frozen):
    """A requirement beside a resume, as it is judged: what the rules found, in whole percent, and what they leave open."""

    text: str = ""
    """The requirement, for whoever reads; nothing is learned from it."""
    kind: RequirementKind
    rule: Status
    """The status by rule."""
    open: tuple[Status, ...]
    """The statuses that the rules leave open: a licence that is missing is never covered, nothing becomes a gap."""
    share: int = Field(ge=0, le=100)
    """Of the parts that could be judged, by their weight, what is met."""
    most: int = Field(ge=0, le=100)
    """How far the part is met that is met best."""
    likeness: int = Field(ge=0, le=100)
    """Of the piece of the resume that sounds most like it."""
    words: int = Field(ge=0, le=100)
    """Of its words, the rare ones more, what the resume has."""
    evidence: int = Field(ge=0, le=100)
    """Strength of the best evidence."""
    behaviour: int = Field(ge=0, le=100)
    """How often the resume shows the behaviours that it asks for; 100 from three times on."""
    tools: int = Field(ge=0, le=100)
    """Of what it names, what is a tool or a language."""
    credentials: int = Field(ge=0)
    """How many degrees and licences it names."""
    length: int = Field(ge=0)
    """In words."""


class Evidence(Frozen):
    """A piece of the resume that speaks for something."""

    fact: Fact
    highlight: str | None = None
    """Id of the bullet; `None` for a skill, a degree, a certificate or the summary."""
    strength: float = Field(ge=0, le=1)


class RequirementMatch(Frozen):
    """How the resume answers one requirement."""

    requirement: str
    status: Status
    evidence: tuple[Evidence, ...] = ()
    """Best first; empty for a gap."""
    reason: Line
    """One sentence that a candidate understands."""
    covered_terms: tuple[str, ...] = ()
    missing_terms: tuple[str, ...] = ()
    """The parts of the requirement, in its own words, that the resume does not show."""
    years: float | None = Field(None, ge=0, le=1)
    """How far the years that the line asks for are there; `None` where it asks for none, or nobody can count them."""
    known_share: float = Field(ge=0, le=1)
    """Share of the requirement's terms that the packs know; under half the status is `unknown`."""


class ValueMatch(Frozen):
    """What the resume shows of one of the employer's values."""

    value: str
    evidence: tuple[Evidence, ...] = ()


class HighlightWorth(Frozen):
    """What a bullet is good for."""

    highlight: str
    worth: float = Field(ge=0)
    """Outcome, scale, ownership and closeness to the posting; comparable within one resume."""
    competencies: tuple[str, ...]
    """Ids of the packs' competencies, strongest first."""
    requirements: tuple[str, ...] = ()
    """Requirements that it is evidence for, strongest first."""
    values: tuple[str, ...] = ()
    """Company values that it shows, strongest first."""


class Matching(Frozen):
    """Everything that connects the resume with the posting."""

    requirements: tuple[RequirementMatch, ...]
    values: tuple[ValueMatch, ...]
    highlights: tuple[HighlightWorth, ...]
    """Best first."""
    relevant_years: float = Field(ge=0)
    """Years in roles of the posting's family or a neighbouring one."""
    changes_career: bool = False
    """Whether the candidate comes from another family than the posting's."""

    def of(self, requirement_id: str) -> RequirementMatch:
        """The match of a requirement; `KeyError` where there is none."""
        for match in self.requirements:
            if match.requirement == requirement_id:
                return match
        raise KeyError(requirement_id)

    def worth_of(self, highlight_id: str) -> HighlightWorth:
        """The worth of a bullet; `KeyError` where there is none."""
        for worth in self.highlights:
            if worth.highlight == highlight_id:
                return worth
        raise KeyError(highlight_id)
