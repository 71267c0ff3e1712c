"""One run: what every stage of it shares, and what it leaves in the journal.

A `Workplace` is what is the same for every run of a process: settings, packs, stores. A `Run` adds the case. Neither
knows which stages exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from playbook.knowledge.packs import Knowledge, load
from playbook.store.blobs import BlobStore, KeyIndex, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playbook.artifacts.inspection import CheckResult
    from playbook.settings import Settings
    from playbook.store.journal import Journal
    from signatures.budget import Budget

ModelT = TypeVar("ModelT", bound=BaseModel)


class NotMade(Exception):
    """The answer of a dry run: the stage of that name would run."""

    def __init__(self, stage: str) -> None:
        """`stage` is its verb."""
        self.stage = stage
        super().__init__(stage)


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
        return KeyIndex(self.settings.keys)


@dataclass
class Spent:
    """What this execution of a run used."""

    tokens_in: int = 0
    tokens_out: int = 0
    calls: int = 0
    """Requests to a model, those that failed among them."""
    cost_usd: float | None = 0.0
    """`None` where a model answered whose price is not known."""
    executed: int = 0
    """Stages that ran."""
    cached: int = 0
    """Stages whose artifact was there already."""

    def add(self, stage: Origin) -> None:
        """Count a stage in that ran just now."""
        self.tokens_in += stage.tokens_in
        self.tokens_out += stage.tokens_out
        self.calls += stage.calls
        self.cost_usd = added(self.cost_usd, stage.cost_usd)


@dataclass
class Origin:
    """How the artifacts of a run came about, whichever execution made them: the same for the same artifacts."""

    tokens_in: int = 0
    tokens_out: int = 0
    degraded: list[str] = field(default_factory=list)
    """`stage: pointer: reason` of each line that the model did not write."""
    programs: dict[str, str] = field(default_factory=dict)
    calls: int = 0
    cost_usd: float | None = 0.0
    passing: bool = False
    """Whether lines are degraded for a reason that may have passed by the next run, which then asks again."""

    def add(self, other: Origin) -> None:
        """Count a stage in."""
        self.tokens_in += other.tokens_in
        self.tokens_out += other.tokens_out
        self.calls += other.calls
        self.cost_usd = added(self.cost_usd, other.cost_usd)
        self.passing = self.passing or other.passing
        self.degraded += other.degraded
        self.programs |= other.programs

    def taken(self) -> Origin:
        """What has gathered here, which is then empty."""
        gathered = replace(self)
        for name, empty in vars(Origin()).items():
            setattr(self, name, empty)
        return gathered


def added(cost: float | None, other: float | None) -> float | None:
    """The sum of two costs; unknown where one is."""
    return None if cost is None or other is None else cost + other


@dataclass
class Again:
    """A stage that is to run although its artifact is there, and with it whatever depends on what it makes."""

    stage: str
    made: set[str] = field(default_factory=set)
    """Hashes of what was made again."""

    def holds(self, stage: str, inputs: Iterable[str]) -> bool:
        """Whether a stage with these inputs is to run."""
        return stage == self.stage or not self.made.isdisjoint(inputs)


@dataclass(frozen=True)
class Run:
    """A run of the pipeline on one case."""

    id: str
    place: Workplace
    journal: Journal
    model: str
    on: date
    budget: Budget | None = None
    """What the model may cost in this run; `None` for as much as it takes."""
    again: Again | None = None
    """What is to run although its artifact is there."""
    dry: bool = False
    """Whether to look artifacts up only: the first that is not there raises `NotMade`."""
    found: list[str] = field(default_factory=list)
    """Stages whose artifact was there, in their order."""
    spent: Spent = field(default_factory=Spent)
    origin: Origin = field(default_factory=Origin)
    pending: Origin = field(default_factory=Origin)
    """What the stage that runs just now has used; the wrapper moves it on."""
    loaded: dict[str, BaseModel] = field(default_factory=dict)
    """Artifacts that stages of this run made or took, by hash."""

    @property
    def knowledge(self) -> Knowledge:
        """The packs."""
        return self.place.knowledge

    def load(self, ref: Ref[ModelT], kind: type[ModelT]) -> ModelT:
        """The artifact behind a reference, read once: a dozen stages take the brief, and an artifact is frozen."""
        found = self.loaded.get(ref.sha)
        if not isinstance(found, kind):
            found = self.loaded[ref.sha] = self.place.blobs.get(ref, kind)
        return found

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
