"""The artifact of `inspect`: what the checks of the whole document found."""

from __future__ import annotations

from typing import Literal

from playbook.provenance import Frozen


class CheckResult(Frozen):
    """The result of one rule."""

    rule: str
    ok: bool
    n: int
    """How many things were looked at; a rule that looked at nothing says so with 0."""
    bad: int
    severity: Literal["block", "warn", "info"] = "block"
    samples: tuple[str, ...] = ()
    """Up to five findings, without contact data."""


class Inspection(Frozen):
    """All rules, in the order of the catalogue."""

    checks: tuple[CheckResult, ...]

    @property
    def passed(self) -> bool:
        """Whether no blocking rule found anything."""
        return all(check.ok for check in self.checks if check.severity == "block")
