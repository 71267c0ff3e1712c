"""The claims of `datasets/claims`, checked, each as a line with its sources and the ground that it is judged on.

Counting what the checker finds stands in `evals.claims.report`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field

from playbook.grounding import Ground
from playbook.grounding.case import names_by_id, verb_classes
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Frozen, Line, Source, Span, Words
from playbook.settings import CHECKOUT

CLAIMS = CHECKOUT / "datasets" / "claims"
Split = Literal["open", "locked"]


class Quoted(Frozen):
    """A line of a document."""

    id: str
    text: str


class Role(Frozen):
    """A role of the resume."""

    id: str
    employer: str
    position: str
    dates: str
    bullets: tuple[Quoted, ...]


class Resume(Frozen):
    """The resume that the claims of a file are about."""

    name: str
    label: str = ""
    skills: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    roles: tuple[Role, ...] = Field(min_length=2)


class Job(Frozen):
    """What the posting says."""

    company: str
    lines: tuple[Quoted, ...]


class Claim(Frozen):
    """A sentence about the candidate, and whether it is true to what it cites."""

    id: str
    style: Literal["engine", "model"]
    cites: tuple[str, ...] = Field(min_length=1)
    text: str
    grounded: bool
    error: str | None = None
    note: str = ""


class Sheet(Frozen):
    """A file: a resume, a posting, and claims."""

    family: str
    author: str
    locked: bool = False
    """Whether it is for measuring alone: no rule is written by what stands in it."""
    resume: Resume
    job: Job
    claims: tuple[Claim, ...]

    @property
    def split(self) -> Split:
        """Where its claims are counted."""
        return "locked" if self.locked else "open"

    def quotes(self) -> dict[str, tuple[Literal["resume", "job"], tuple[str, ...]]]:
        """Id to the document and the texts that it stands for."""
        found: dict[str, tuple[Literal["resume", "job"], tuple[str, ...]]] = {
            "skills": ("resume", (", ".join(self.resume.skills),)),
            "certificates": ("resume", (", ".join(self.resume.certificates),)),
            "label": ("resume", (self.resume.label,)),
        }
        for role in self.resume.roles:
            found[role.id] = ("resume", (role.employer, role.position, role.dates))
            found |= {bullet.id: ("resume", (bullet.text,)) for bullet in role.bullets}
        return found | {line.id: ("job", (line.text,)) for line in self.job.lines}


@dataclass(frozen=True)
class Example:
    """A claim as the checker is handed it."""

    family: str
    split: Split
    claim: Claim
    line: Line
    ground: Ground


def sheets(root: Path = CLAIMS) -> tuple[Sheet, ...]:
    """Every file, by name. Raises `ValueError` where one does not have its form."""
    return tuple(Sheet.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(root.glob("*.yaml")))


def examples(root: Path, knowledge: Knowledge) -> Iterator[Example]:
    """Every claim with its line and its ground."""
    verbs, same = verb_classes(knowledge), names_by_id(knowledge)
    for sheet in sheets(root):
        quotes = sheet.quotes()
        ground = Ground(
            case=(sheet.resume.name, sheet.job.company),
            employers={bullet.text: role.employer for role in sheet.resume.roles for bullet in role.bullets},
            verbs=verbs,
            same=same,
        )
        for claim in sheet.claims:
            sources = tuple(
                Source(span=Span(document=document, start=0, end=len(text)), quote=text)
                for name in claim.cites
                for document, texts in (quotes[name],)
                for text in texts
                if text
            )
            line = Line(parts=(Words(text=claim.text),), provenance="resume", sources=sources)
            yield Example(sheet.family, sheet.split, claim, line, ground)
