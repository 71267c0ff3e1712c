"""What is asked of an optimisation: one key for the same stage, optimizer, model, caps apart, seed and text."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from evals.optimize.optimizers import OPTIMIZERS
from playbook.errors import Refusal
from playbook.settings import EMBEDDED
from signatures.backend import connection
from signatures.programs import PROGRAMS, SIGNATURES

if TYPE_CHECKING:
    from pathlib import Path

    from evals.labelled.release import Release
    from playbook.settings import Settings


@dataclass(frozen=True)
class Request:
    """What is asked for."""

    stage: str
    optimizer: str
    model: str
    prompt_model: str | None
    calls: int
    """Calls that may be made at most, over all starts of the same optimisation."""
    usd: float | None
    seed: int

    @property
    def models(self) -> tuple[str, ...]:
        """The models that are asked, and paid for; the optimizer is a known one."""
        proposes = self.prompt_model if OPTIMIZERS[self.optimizer].needs_model else None
        return tuple(name for name in (self.model, proposes) if name and name != EMBEDDED)

    def check(self, settings: Settings) -> None:
        """Raise `Refusal` for what cannot be done, before anything is paid for."""
        if self.stage not in PROGRAMS:
            raise Refusal(
                "stage.no-program",
                found=f"the stage {self.stage!r}",
                wanted=f"one of {', '.join(PROGRAMS)}",
                remedy="name a stage that has a program",
            )
        known = OPTIMIZERS.get(self.optimizer)
        if known is None:
            raise Refusal(
                "optimizer.unknown",
                found=f"the optimizer {self.optimizer!r}",
                wanted=f"one of {', '.join(OPTIMIZERS)}",
                remedy="correct --optimizer",
            )
        if self.model == EMBEDDED and (known.needs_model or self.stage in SIGNATURES):
            reads = "instructions" if known.needs_model else "demos"
            decided = " or ".join(sorted(PROGRAMS.keys() - SIGNATURES.keys()))
            raise Refusal(
                "optimizer.needs-model",
                found=f"{self.optimizer} for {self.stage} on the embedded engine, which reads no {reads} there",
                wanted=f"a model, or {decided} with an optimizer that picks demos",
                remedy="add --model, or see `playbook optimize --help`",
            )
        if self.calls < known.fewest_calls:
            raise Refusal(
                "budget.too-small",
                found=f"{self.calls} calls",
                wanted=f"at least {known.fewest_calls} for {self.optimizer}",
                remedy="raise --budget",
            )
        unpriced = self.unpriced(settings) if self.usd is not None else ()
        if unpriced:
            raise Refusal(
                "budget.unpriced",
                found=f"a cap of ${self.usd:g} and no known price of {', '.join(unpriced)}",
                wanted="a price, by which the cap can hold",
                remedy="give `price` in the file of models, or leave --usd and PLAYBOOK_BUDGET out: --budget caps the calls",
            )

    def unpriced(self, settings: Settings) -> tuple[str, ...]:
        """The models of which no price is known: what they cost is not either. Raises `Refusal` for what is no model."""
        return tuple(name for name in self.models if connection(name, settings).price is None)

    def key(self, release: Release) -> str:
        """The same for what may be resumed: the caps are not part of it."""
        parts = (self.stage, self.optimizer, self.model, self.prompt_model, self.seed, release.sha)
        return sha256(repr(parts).encode()).hexdigest()[:16]

    def folder(self, settings: Settings, release: Release) -> Path:
        """Where a start leaves what the next one goes on with."""
        return settings.home / "optimize" / self.key(release)
