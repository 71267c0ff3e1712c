"""A pair of the labelled set, checked: every label quotes its document word for word.

How a pair is read into artifacts is for the packages that measure a stage.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field

from playbook.artifacts.matching import Status
from playbook.artifacts.posting import Level, RequirementKind
from playbook.artifacts.questions import QuestionType
from playbook.provenance import Frozen
from playbook.settings import CHECKOUT

LABELLED = CHECKOUT / "datasets" / "labelled"
CLOSED = frozenset({"allied-health", "civil", "hr", "legal"})
"""Families that stand in the test split alone: nobody looks at them while packs and rules are written."""
Split = Literal["train", "dev", "test"]
_EIGHTHS: tuple[Split, ...] = ("train", "train", "train", "train", "dev", "dev", "test", "test")


class RequirementLabel(Frozen):
    """A line of the posting, and what a fair hiring manager reads of it out of the resume."""

    text: str
    kind: RequirementKind
    status: Status
    evidence: tuple[str, ...] = ()
    why: str = ""

    @property
    def met(self) -> bool:
        """Whether the resume meets the line, wholly or in part."""
        return self.status in {"covered", "partial"}


class StoryLabel(Frozen):
    """A bullet that is worth a story."""

    bullet: str
    competencies: tuple[str, ...] = ()


class Labels(Frozen):
    """What is true of a pair, as its author says."""

    family: str
    level: Level
    company: str
    role: str
    fit: Literal["strong", "good", "stretch", "long shot"]
    requirements: tuple[RequirementLabel, ...] = Field(min_length=5)
    stories: tuple[StoryLabel, ...] = Field(min_length=3)
    questions: dict[QuestionType, int]
    years_relevant: float = Field(ge=0)
    author: str


class Pair:
    """A resume and a posting with their labels."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds `resume.txt`, `job.txt` and `labels.yaml`."""
        self.folder = folder
        self.id = folder.name

    @property
    def resume(self) -> Path:
        """The resume's file."""
        return self.folder / "resume.txt"

    @property
    def job(self) -> Path:
        """The posting's file."""
        return self.folder / "job.txt"

    @cached_property
    def labels(self) -> Labels:
        """The labels. Raises `ValueError` where they do not have their shape."""
        raw = yaml.safe_load((self.folder / "labels.yaml").read_text(encoding="utf-8"))
        return Labels.model_validate(raw)

    @property
    def split(self) -> Split:
        """By the hash of the id, so that a new pair moves no other; closed families stand in test."""
        if self.labels.family in CLOSED:
            return "test"
        return _EIGHTHS[int(sha256(self.id.encode()).hexdigest()[:8], 16) % len(_EIGHTHS)]

    def faults(self) -> Iterator[str]:
        """What the labels quote that does not stand in the documents."""
        resume, job = (" ".join(path.read_text(encoding="utf-8").split()) for path in (self.resume, self.job))
        for one in self.labels.requirements:
            if " ".join(one.text.split()) not in job:
                yield f"{self.id}: not in the posting: {one.text}"
            yield from (
                f"{self.id}: not in the resume: {quote}" for quote in one.evidence if " ".join(quote.split()) not in resume
            )
            if one.met and not one.evidence:
                yield f"{self.id}: {one.status} without evidence: {one.text}"
        for story in self.labels.stories:
            if " ".join(story.bullet.split()) not in resume:
                yield f"{self.id}: not in the resume: {story.bullet}"


def pairs(root: Path = LABELLED) -> tuple[Pair, ...]:
    """Every pair, by id."""
    return tuple(Pair(path.parent) for path in sorted(root.glob("*/labels.yaml")))
