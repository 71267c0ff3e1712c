"""What calls cost: an account for each call of a stage, and the price of a model.

Every request that was sent counts, also one that failed or whose answer was thrown away. How calls go out is for `connection`,
how much may be spent for `budget`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from signatures.budget import ONE_CALL, Asked, Budget
from signatures.model_settings import Price


@dataclass
class Account:
    """What one call of a stage, or one run of an optimizer, has used; safe to share between threads."""

    budget: Budget | None = None
    stage: str = ""
    asked: Asked = ONE_CALL
    forecast_out: int = 2000
    """Tokens that an answer is expected to have at most, where no `max_tokens` says so."""
    patience_seconds: float | None = None
    """How long all calls together may take; `None` for as long as each call's own patience lasts."""
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cached_in: int = 0
    """Of `tokens_in`, those that the provider had in its prompt cache."""
    cost_usd: float | None = 0.0
    """`None` once a call was answered whose price is not known."""
    waited_seconds: float = 0.0
    """Time in calls and between retries; the wait for one's turn is not the provider's."""
    ended: str = ""
    """How the last answer ended: `stop`, `length`, `content_filter`, `refusal`."""
    _lock: Lock = field(default_factory=Lock, repr=False)

    def sent(self) -> None:
        """A request goes out."""
        with self._lock:
            self.calls += 1
            self.ended = ""

    def waited(self, seconds: float) -> None:
        """Time passed waiting for the provider."""
        with self._lock:
            self.waited_seconds += seconds

    def answered(self, usage: Usage, cost_usd: float | None, ended: str) -> None:
        """A request came back."""
        with self._lock:
            self.tokens_in += usage.tokens_in
            self.tokens_out += usage.tokens_out
            self.cached_in += usage.cached_in
            self.cost_usd = None if cost_usd is None or self.cost_usd is None else self.cost_usd + cost_usd
            self.ended = ended

    @property
    def left_seconds(self) -> float:
        """Patience that is left."""
        return float("inf") if self.patience_seconds is None else self.patience_seconds - self.waited_seconds


@dataclass(frozen=True)
class Usage:
    """Tokens of one answer; `cached_in` are among `tokens_in`."""

    tokens_in: int = 0
    tokens_out: int = 0
    cached_in: int = 0
    reported: bool = False
    """Whether the provider said it; else nothing is known."""


def usage_of(*reported: Mapping[str, Any]) -> Usage:
    """Tokens of one answer out of DSPy's rows of usage; a row may be empty."""
    rows = [row for row in reported if row]
    return Usage(
        tokens_in=sum(int(row.get("prompt_tokens") or 0) for row in rows),
        tokens_out=sum(int(row.get("completion_tokens") or 0) for row in rows),
        cached_in=sum(int((row.get("prompt_tokens_details") or {}).get("cached_tokens") or 0) for row in rows),
        reported=any(row.get("prompt_tokens") is not None for row in rows),
    )


def listed_price(lm: Any) -> Price | None:  # noqa: ANN401  a dspy.LM
    """The price of a model in the list that DSPy carries, offline; `None` where it does not know the model."""
    from dspy.clients.capabilities import resolve
    from dspy.clients.model_metadata import model_info

    try:
        route = resolve(lm)
        info = model_info(route.provider, route.model)
    except Exception:  # noqa: BLE001  a model that DSPy cannot place has no price here
        return None
    if info.get("input_cost_per_token") is None or info.get("output_cost_per_token") is None:
        return None
    cached = info.get("cache_read_input_token_cost")
    return Price(
        input=info["input_cost_per_token"] * 1e6,
        output=info["output_cost_per_token"] * 1e6,
        cached_input=None if cached is None else cached * 1e6,
    )
