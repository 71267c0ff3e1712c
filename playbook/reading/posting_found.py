"""What was found in a posting so far, while its sections are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from playbook.artifacts.posting import RequirementKind
from playbook.reading.rows import Slice

KINDS: dict[str, RequirementKind] = {"required": "required", "preferred": "preferred", "responsibilities": "responsibility"}


@dataclass(slots=True)
class Found:
    """What was found so far; `title` is the role's, `verbs` are the forms of `duty_verbs`, `marks` those of `uncoded`."""

    title: str
    verbs: frozenset[str]
    names: dict[str, str]
    marks: dict[int, RequirementKind] = field(default_factory=dict)
    requirements: list[tuple[Slice, RequirementKind]] = field(default_factory=list)
    values: list[Slice] = field(default_factory=list)
    """What stands below a heading of values, and what is listed as such."""
    clauses: list[Slice] = field(default_factory=list)
    """What is said elsewhere of what matters."""
    about: list[Slice] = field(default_factory=list)
    columns: list[RequirementKind | None] = field(default_factory=list)
    """What the columns of the table hold that is being read."""
