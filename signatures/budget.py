"""Caps on calls and money, shared by threads: a call is refused before it is made.

Each call is forecast and set aside before it goes out, so that threads cannot overspend together; what it really cost replaces
the forecast when the answer is there. Two ways of refusing: `BudgetSpent` is an error like any other of a model, and the stage
falls back to the embedded words; with `hard=True`, `BudgetStop` is raised, which no `except Exception` can take for a bad
answer: optimizers score every other error as a failed example and go on. How a call is priced is for `metering`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import Condition, Lock
from typing import TypeVar

import dspy

Number = TypeVar("Number", int, float)

PIPELINE = (
    "assess",
    "decode",
    "pitch",
    "draft_stories",
    "generate_questions",
    "bridge_gaps",
    "ask_back",
    "plan_90_days",
    "condense",
)
"""Written stages in the order in which a playbook needs them."""

KEPT_LONGEST = (
    "draft_stories",
    "pitch",
    "assess",
    "bridge_gaps",
    "decode",
    "generate_questions",
    "condense",
    "ask_back",
    "plan_90_days",
)
"""Order of degradation, read from its end: the plan loses the model first, the stories last.

What a candidate says aloud as their own gains most from a model, and is read most: stories and pitch. Then what is read as
prose: assessment and scripts. What is mostly quoted or tabled gains least: decoding, questions, cheat sheet, questions to ask,
the plan.
"""

LINES = {
    "draft_stories": 88,
    "pitch": 22,
    "bridge_gaps": 20,
    "condense": 10,
    "assess": 7,
    "decode": 6,
    "plan_90_days": 2,
    "generate_questions": 0,
    "ask_back": 0,
}
"""Sentences that a stage has to be worded, roughly; one of 0 quotes the packs and the posting, and asks seldom or never."""

PROMPT = 18
"""Sentences that cost as much to be worded as the shared part of a prompt costs with each call, roughly."""


ROUNDING = 1e-9
"""USD by which sums of many small costs may be off."""


class BudgetSpent(dspy.LMError):  # type: ignore[misc]  # dspy ships no types
    """A call that was not made, because its forecast passes the cap."""

    default_code = "budget_spent"


class BudgetStop(BaseException):
    """The same where everything has to end: not an `Exception`, so that nobody scores it as a wrong answer."""


def kept_for(stage: str) -> tuple[str, ...]:
    """The stages that come after this one and matter more: their share is not this one's to spend."""
    if stage not in PIPELINE:
        return ()
    later = PIPELINE[PIPELINE.index(stage) + 1 :]
    mattering = KEPT_LONGEST[: KEPT_LONGEST.index(stage)]
    return tuple(one for one in later if one in mattering and LINES[one])


@dataclass(frozen=True)
class Asked:
    """What a call asks for: so many sentences, of at most so many in any call."""

    lines: int
    most: int


ONE_CALL = Asked(1, sum(LINES.values()))
"""A sentence, where each stage asks for all of its own in one call."""


def _weight(lines: int, most: int) -> int:
    """What it costs to ask for so many sentences, in the cost of wording one."""
    return max(ceil(lines / most), 1) * PROMPT + lines


@dataclass(eq=False)
class Reservation:
    """A call that was set aside: `usd` is its forecast until `Budget.settle` puts what it cost."""

    usd: float


class Budget:
    """What may be spent, by whoever holds it; safe to share between threads.

    `usd` and `calls` are caps, `None` is no cap. `spent_usd` counts calls of unknown cost with their forecast.
    """

    def __init__(self, usd: float | None = None, calls: int | None = None, *, hard: bool = False) -> None:
        """`hard` raises `BudgetStop` instead of `BudgetSpent`."""
        self.usd = usd
        self.cap_calls = calls
        self.hard = hard
        self.calls = 0
        self.spent_usd = 0.0
        self.refused = 0
        """Calls that were not made."""
        self._pending: list[Reservation] = []
        self._without: set[str] = set()
        self._lock = Condition()

    def reserve(self, forecast_usd: float | None, stage: str = "", asked: Asked = ONE_CALL) -> Reservation:
        """Set a call aside. Raises `BudgetSpent`, or `BudgetStop`, where it would pass a cap.

        `forecast_usd` is what the call may cost at most, `None` where no price is known: a cap on money then refuses it.
        By what is `asked` for so much is told what the stages that matter more may cost.
        Where only what other calls were forecast stands in the way, the call waits for what they cost.
        """
        kept = kept_for(stage)
        with self._lock:
            while (reason := self._passed(forecast_usd, kept, stage, asked)) and self._pending:
                if self._passed(forecast_usd, kept, stage, asked, pending=0.0):
                    break
                self._lock.wait()
            if reason:
                self.refused += 1
                self._without.add(stage)
                raise (BudgetStop if self.hard else BudgetSpent)(reason)
            self.calls += 1
            reservation = Reservation(forecast_usd or 0.0)
            self._pending.append(reservation)
        return reservation

    def settle(self, reservation: Reservation, cost_usd: float | None) -> None:
        """The call ended: it cost so much, or `None` where that is not known and the forecast stands."""
        with self._lock:
            self._pending.remove(reservation)
            self.spent_usd += reservation.usd if cost_usd is None else cost_usd
            self._lock.notify_all()

    def calls_left(self, stage: str, attempts: int) -> int | None:
        """Into how many calls a stage may be cut; `None` without a cap.

        So many that it may be asked again, and each stage that comes later `attempts` times.
        """
        later = [one for one in PIPELINE[PIPELINE.index(stage) + 1 :] if LINES[one]] if stage in PIPELINE else []
        with self._lock:
            return (
                None if self.cap_calls is None else max(self.cap_calls - self.calls - attempts * len(later) - (attempts - 1), 0)
            )

    def _passed(
        self, forecast: float | None, kept: tuple[str, ...], stage: str, asked: Asked, *, pending: float | None = None
    ) -> str:
        """Which cap the call would pass, with so much `pending`, or what is; empty where none."""
        before = [one for one in KEPT_LONGEST if one in self._without and stage in KEPT_LONGEST]
        if before and KEPT_LONGEST.index(before[0]) < KEPT_LONGEST.index(stage):
            return f"budget: it was not enough for {before[0]}, which matters more"
        if self.cap_calls is not None and self.calls + 1 + len(kept) > self.cap_calls:
            return f"budget: {self.calls} of {self.cap_calls} calls are made{_for(kept)}"
        if self.usd is None:
            return ""
        if forecast is None:
            return "budget: the model has no known price"
        share = forecast * sum(_weight(LINES[one], asked.most) for one in kept) / _weight(asked.lines, asked.most)
        gone = self.spent_usd + (sum(one.usd for one in self._pending) if pending is None else pending)
        if gone + forecast + share > self.usd + ROUNDING:
            return f"budget: ${gone:.4f} of ${self.usd:.4f} is spent, and the call may cost ${forecast:.4f}{_for(kept)}"
        return ""


def _for(kept: tuple[str, ...]) -> str:
    return f"; the rest is kept for {', '.join(kept)}" if kept else ""


class BatchBudget:
    """One cap over many playbooks: each may use an even share of what is left, and what it leaves goes to those after it."""

    def __init__(self, usd: float | None, playbooks: int, calls: int | None = None) -> None:
        """`playbooks` is how many the batch has."""
        self._usd, self._calls, self._playbooks = usd, calls, playbooks
        self._lock = Lock()

    @contextmanager
    def playbook(self, usd: float | None = None, calls: int | None = None) -> Iterator[Budget]:
        """The budget of the next playbook: its share of the batch, or its own caps where they are lower."""
        with self._lock:
            waiting = max(self._playbooks, 1)
            self._playbooks -= 1
            share = None if self._usd is None else max(self._usd, 0.0) / waiting
            turns = None if self._calls is None else max(self._calls, 0) // waiting
            budget = Budget(_lower(usd, share), _lower(calls, turns))
            if self._usd is not None:
                self._usd -= share or 0.0
            if self._calls is not None:
                self._calls -= turns or 0
        try:
            yield budget
        finally:
            with self._lock:
                if self._usd is not None:
                    self._usd += (share or 0.0) - budget.spent_usd
                if self._calls is not None:
                    self._calls += (turns or 0) - budget.calls


def _lower(one: Number | None, other: Number | None) -> Number | None:
    return min((cap for cap in (one, other) if cap is not None), default=None)
