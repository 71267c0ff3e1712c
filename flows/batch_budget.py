"""The budget of a batch, shared out among its rows. What a model costs is counted in `signatures.budget`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.row_request import Outcome
from playbook.settings import Settings

if TYPE_CHECKING:
    from flows.build_batch import Batch
    from signatures.budget import BatchBudget


@dataclass
class Caps:
    """What a row may use, and what came of it."""

    usd: float | None = None
    calls: int | None = None
    outcome: Outcome | None = None


@contextmanager
def share_of(shares: BatchBudget | None, settings: Settings) -> Iterator[Caps]:
    """The row's share of the batch's budget. What it leaves goes to the others; an unknown cost counts as all of it."""
    if shares is None:
        yield Caps()
        return
    with shares.playbook(settings.budget, settings.budget_calls) as budget:
        caps = Caps(budget.usd, budget.cap_calls)
        yield caps
        known = caps.outcome.cost_usd if caps.outcome else None
        budget.spent_usd = known if known is not None else budget.usd or 0.0
        budget.calls = caps.outcome.calls if caps.outcome else 0


def shares_of(batch: Batch, settings: Settings) -> BatchBudget | None:
    """The budget of a batch, `None` without one. Raises `Refusal` where it cannot hold for one of its models."""
    if batch.budget is None:
        return None
    from signatures.backend import budget_of
    from signatures.budget import BatchBudget

    capped = settings.model_copy(update={"budget": batch.budget})
    for model in sorted({row.model or batch.model for row in batch.rows}):
        budget_of(model, capped)
    return BatchBudget(batch.budget, len(batch.rows))
