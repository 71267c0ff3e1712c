"""A pair of the labelled set, checked: every label quotes its document word for word.

How a pair is read into artifacts is for the packages that measure a stage.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field

from evals.labelled.writings import Writings
from playbook.artifacts.fit import FitLabel
from playbook.artifacts.matching import Status
from playbook.artifacts.posting import Level, RequirementKind
from playbook.artifacts.questions import QuestionType
from playbook.provenance import Frozen
from playbook.settings import CHECKOUT

LABELLED = CHECKOUT / "datasets" / "labelled"
CLOSED = frozenset({"allied-health", "civil", "hr", "legal"})
"""Families that stand in the test split alone: nobody looks at them while packs and rules are written."""
UNLABELLED = frozenset(
    {
        "banking",
        "business-operations",
        "communications",
        "construction",
        "culinary",
        "customer-success",
        "environment",
        "hospitality",
        "it-operations",
        "learning",
        "maintenance",
        "media",
        "public-policy",
        "retail",
        "science",
        "security",
        "social-work",
    }
)
"""Families that the packs have and no pair stands for yet: nothing that is measured by family says anything of them."""
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
    archetype: str = ""
    """The kind of accomplishment, an id of the packs; empty where the labeller gave none."""


class Judgements(Frozen):
    """What a labeller reads out of a pair."""

    author: str
    fit: FitLabel
    requirements: tuple[RequirementLabel, ...] = Field(min_length=5)
    stories: tuple[StoryLabel, ...] = Field(min_length=3)
    questions: dict[QuestionType, int]
    years_relevant: float = Field(ge=0)


class Labels(Judgements):
    """What is true of a pair, as its author says."""

    family: str
    level: Level
    company: str
    role: str


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
        return Labels.model_validate(self._raw("labels.yaml"))

    @cached_property
    def second(self) -> Judgements | None:
        """What a second labeller, who saw none of the first labels, reads out of the pair; `None` for most pairs."""
        return Judgements.model_validate(raw) if (raw := self._raw("second.yaml")) else None

    @cached_property
    def writings(self) -> Writings | None:
        """Good and bad examples of wording; `None` for most pairs."""
        return Writings.model_validate(raw) if (raw := self._raw("writings.yaml")) else None

    def _raw(self, name: str) -> Any:  # noqa: ANN401  YAML is anything
        path = self.folder / name
        return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None

    @property
    def split(self) -> Split:
        """By the hash of the id, so that a new pair moves no other; closed families stand in test."""
        if self.labels.family in CLOSED:
            return "test"
        return _EIGHTHS[int(sha256(self.id.encode()).hexdigest()[:8], 16) % len(_EIGHTHS)]

    def faults(self) -> Iterator[str]:
        """What the labels and writings quote that does not stand in the documents."""
        resume, job = (" ".join(path.read_text(encoding="utf-8").split()) for path in (self.resume, self.job))
        for judged in filter(None, (self.labels, self.second)):
            for one in judged.requirements:
                yield from self._absent("posting", job, one.text)
                for quote in one.evidence:
                    yield from self._absent("resume", resume, quote)
                if one.met and not one.evidence:
                    yield f"{self.id}: {judged.author}: {one.status} without evidence: {one.text}"
            for story in judged.stories:
                yield from self._absent("resume", resume, story.bullet)
        for writing in self.writings.all if self.writings else ():
            if writing.target:
                place = "resume" if writing.kind == "story" else "posting"
                yield from self._absent(place, resume if place == "resume" else job, writing.target)

    def _absent(self, place: str, document: str, quote: str) -> Iterator[str]:
        if " ".join(quote.split()) not in document:
            yield f"{self.id}: not in the {place}: {quote}"


def pairs(root: Path = LABELLED) -> tuple[Pair, ...]:
    """Every pair, by id."""
    return tuple(Pair(path.parent) for path in sorted(root.glob("*/labels.yaml")))
