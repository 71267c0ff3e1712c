"""What a rule of grounding looks at and what it finds: a line beside its sources, and an issue with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from playbook.grounding.acts import lemma
from playbook.grounding.quantity import Quantity
from playbook.knowledge.tokens import tokens
from playbook.provenance import Line

Tier = Literal["hard", "soft"]


@dataclass(frozen=True)
class Issue:
    """Something in a line that its sources do not have."""

    kind: str
    """The rule: `number`, `name`, `unit`, `order`, `derived`, `direction`, `employer`, `credential`, `denial`, `leak`,
    `joint`, `laundered`, `verb`, `scope`, `moved`, `title`, `fused`, `content`."""
    found: str
    line: str
    tier: Tier = "hard"
    has: str = ""
    """What the sources have instead."""

    def __str__(self) -> str:
        """What was found, what the source has, and in which sentence."""
        instead = f", the source has {self.has!r}" if self.has else ""
        return f"{self.kind} {self.found!r}{instead} in {self.line[:90]!r}"


@dataclass(frozen=True)
class Ground:
    """What lines may draw from besides their own sources, and what tells one role from another."""

    case: tuple[str, ...] = ()
    """Texts whose names and numbers every line may use: who applies, where, for what."""
    employers: Mapping[str, str] = field(default_factory=dict)
    """Bullet, verbatim, to the employer of its role."""
    verbs: Mapping[str, str] = field(default_factory=dict)
    """Form of a verb to its class: two verbs of one class may stand for each other."""
    same: Callable[[str], frozenset[str]] = field(default=lambda _: frozenset())
    """What a text names, by ids: two spellings of one thing have one id."""


@dataclass(frozen=True)
class Claim:
    """A line beside its sources, as the rules look at it."""

    text: str
    quotes: tuple[str, ...]
    ground: Ground
    line: Line

    @cached_property
    def source(self) -> str:
        """What the line may rest on, as one text."""
        return "\n".join(self.quotes)

    def issue(self, kind: str, found: str, *, tier: Tier = "hard", has: str = "") -> Issue:
        """What a rule found in this line."""
        return Issue(kind, found, self.text, tier, has)


def as_written(one: Quantity, text: str) -> str:
    """A quantity with the words that follow it."""
    return text[one.start : one.end + 20].split("\n", maxsplit=1)[0].strip()


def states(text: str, stem: str) -> bool:
    """Whether a word of this stem stands in a text."""
    return any(lemma(token) == stem for token in tokens(text))
