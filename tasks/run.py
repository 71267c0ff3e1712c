"""One run: what every stage of it shares, and what it leaves in the journal.

A `Workplace` is what is the same for every run of a process: settings, packs, stores. A `Run` adds the case. Neither
knows which stages exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from playbook.knowledge.packs import Knowledge, load
from playbook.store.blobs import BlobStore, KeyIndex

if TYPE_CHECKING:
    from playbook.artifacts.inspection import CheckResult
    from playbook.settings import Settings
    from playbook.store.journal import Journal


@dataclass(frozen=True)
class Workplace:
    """Settings and what they open; made once in a process."""

    settings: Settings

    @cached_property
    def knowledge(self) -> Knowledge:
        """The packs."""
        return load(self.settings.knowledge, self.settings.compiled)

    @cached_property
    def blobs(self) -> BlobStore:
        """The artifact store."""
        return BlobStore(self.settings.artifacts)

    @cached_property
    def keys(self) -> KeyIndex:
        """Content keys to artifacts."""
        return KeyIndex(self.settings.home / "keys")


@dataclass
class Spent:
    """What the stages of a run used; summed into the run's row."""

    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = 0.0
    degraded: list[str] = field(default_factory=list)
    programs: dict[str, str] = field(default_factory=dict)
    executed: int = 0
    """Stages that ran."""
    cached: int = 0
    """Stages whose artifact was there already."""


@dataclass(frozen=True)
class Run:
    """A run of the pipeline on one case."""

    id: str
    place: Workplace
    journal: Journal
    model: str
    on: date
    spent: Spent = field(default_factory=Spent)

    @property
    def knowledge(self) -> Knowledge:
        """The packs."""
        return self.place.knowledge

    def record_checks(self, stage: str, engine: str, checks: tuple[CheckResult, ...]) -> None:
        """Put the results of checks into the journal."""
        for check in checks:
            self.journal.write(
                "check_result",
                stage=stage,
                rule=check.rule,
                engine=engine,
                severity=check.severity,
                ok=check.ok,
                n=check.n,
                bad=check.bad,
                samples=list(check.samples),
            )
