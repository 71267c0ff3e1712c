"""A labelled pair at work: its labels, its documents read, and the packs. What is made of it is for `evals.stages`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from evals.labelled.release import Item
from playbook.artifacts.document import Document
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge, load

if TYPE_CHECKING:
    from playbook.settings import Settings

ON = date(2026, 11, 1)
"""The day that "present" means in the labelled resumes."""
_BULLET = ("-", "–", "•", "*", "·", "▪", "o ", "—", "+", "»", ">")
_WIDE = 90
"""Letters of a line from which it is prose and no heading, row or short bullet."""
_MANY = 0.25
_LONG, _SHORT = 430, 380
"""Words of a long and of a short resume: about the upper and the lower third of the labelled ones."""


@dataclass(frozen=True)
class Case:
    """A pair of a release, read as a build reads it."""

    item: Item
    knowledge: Knowledge

    @property
    def id(self) -> str:
        """Of the pair."""
        return self.item.id

    @cached_property
    def resume(self) -> Document:
        """The resume as text. Raises `Refusal` where it is refused."""
        return read_bytes(self.item.resume.encode(), "resume", "text")

    @cached_property
    def job(self) -> Document:
        """The posting as text. Raises `Refusal` where it is refused."""
        return read_bytes(self.item.job.encode(), "job", "text")


def case_of(item: Item, settings: Settings) -> Case:
    """A pair at work, with the packs of this process."""
    return Case(item, _loaded(settings.knowledge, settings.compiled))


@lru_cache(maxsize=2)
def _loaded(root: Path, compiled: Path) -> Knowledge:
    return load(root, compiled)


def slices(item: Item) -> dict[str, str]:
    """What a pair is told apart by in comparisons: family, level, layout and length of the resume."""
    return {
        "family": item.labels.family,
        "level": item.labels.level,
        "layout": layout(item.resume),
        "length": length(item.resume),
    }


def layout(resume: str) -> str:
    """How a resume is set, by its lines: `bulleted`, `table`, `prose` or `plain`."""
    lines = [line for line in resume.splitlines() if line.strip()]
    if not lines:
        return "plain"
    shares = {
        "table": sum("\t" in line or line.count("|") > 1 or "   " in line.strip() for line in lines) / len(lines),
        "bulleted": sum(line.lstrip().startswith(_BULLET) for line in lines) / len(lines),
        "prose": sum(len(line) > _WIDE and not line.lstrip().startswith(_BULLET) for line in lines) / len(lines),
    }
    if shares["bulleted"] >= _MANY:
        return "bulleted"
    name, share = max(shares.items(), key=lambda one: one[1])
    return name if share >= _MANY else "plain"


def length(resume: str) -> str:
    """`short`, `medium` or `long`, by the words of a resume."""
    words = len(resume.split())
    return "short" if words < _SHORT else "long" if words > _LONG else "medium"
