"""How calls to one model go out: limits that hold over all threads, patience, and a provider that is down.

`MeteredEngine` is DSPy's engine contract: one attempt, which `transport` makes. Retries stay DSPy's; how long it waits before
each is told by the error's `retry_after`. What a call costs is for `metering`.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import BoundedSemaphore, Lock
from typing import Any

import dspy
from dspy.lm15 import Request, Response
from dspy.utils.exceptions import is_retryable_lm_error

from playbook.masking import masked
from signatures.metering import Account, listed_price
from signatures.model_settings import ModelSettings
from signatures.transport import Transport

CHARACTERS_PER_TOKEN = 3.5
"""For forecasts; English prose has about four, JSON fewer."""
MINUTE = 60.0
_NEVER_PASSES = (
    dspy.LMAuthError,
    dspy.LMBillingError,
    dspy.LMConfigurationError,
    dspy.LMUnsupportedModelError,
)
"""A wrong key, an empty account, a wrong name: the next call fails alike."""


NOT_FOUND = 404


class ProviderDown(dspy.LMError):  # type: ignore[misc]  # dspy ships no types
    """A call that was given up, or not made, because the provider does not answer."""

    default_code = "provider_down"


class PromptTooLong(dspy.LMError):  # type: ignore[misc]  # dspy ships no types
    """A call that was not made, because its prompt does not fit the model's window."""

    default_code = "prompt_too_long"


class Gate:
    """So many calls at a time, so many in any minute."""

    def __init__(
        self,
        concurrency: int,
        per_minute: int | None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`clock` and `sleep` are for tests."""
        self._turns = BoundedSemaphore(concurrency)
        self._per_minute, self._clock, self._sleep = per_minute, clock, sleep
        self._begun: deque[float] = deque()
        self._lock = Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and hold it."""
        with self._turns:
            self._wait_for_the_minute()
            yield

    def _wait_for_the_minute(self) -> None:
        if self._per_minute is None:
            return
        while True:
            with self._lock:
                now = self._clock()
                while self._begun and self._begun[0] <= now - MINUTE:
                    self._begun.popleft()
                if len(self._begun) < self._per_minute:
                    self._begun.append(now)
                    return
                wait = self._begun[0] + MINUTE - now
            self._sleep(wait)


@dataclass
class _Call:
    """A request that DSPy may hand in again."""

    tries: int = 0
    waited: float = 0.0
    began: float = 0.0


class Connection:
    """One model as it is called from this process."""

    def __init__(self, model: str, served_at: str | None, limits: ModelSettings) -> None:
        """`served_at` is the base URL, where it is not the provider's own."""
        where = {"api_base": served_at} if served_at else {}
        self.model, self.limits = model, limits
        self.lm = dspy.LM(model, cache=False, num_retries=0, timeout=limits.timeout_seconds, **where)
        self._transport = Transport(self.lm)
        self.price = limits.price or listed_price(self.lm)
        self.gate = Gate(limits.concurrency, limits.requests_per_minute)
        self._calls: dict[int, _Call] = {}
        self._answered_at = self._down_until = float("-inf")
        self._down_because = ""
        self._lock = Lock()

    @cached_property
    def structured(self) -> tuple[bool, bool]:
        """Whether the model takes a JSON schema, and whether it takes a response format at all."""
        chosen = self.limits.response_format
        if chosen == "auto":
            return self.lm.supports_response_schema, "response_format" in self.lm.supported_params
        return chosen == "json_schema", chosen != "none"

    def forecast(self, request: Request, account: Account) -> float | None:
        """The most that a call may cost, in USD; `None` where no price is known."""
        if self.price is None:
            return None
        longest = request.config.max_tokens or self.limits.max_tokens or account.forecast_out
        return self.price.cost(_tokens(request), longest)

    def complete(self, request: Request, account: Account) -> Response:
        """One attempt. Raises `dspy.LMError`, one that DSPy retries only where a retry can help."""
        call = self._begin(request)
        try:
            self._refuse_what_cannot_work(request)
            budget = account.budget
            reserved = budget.reserve(self.forecast(request, account), account.stage, account.asked) if budget else None
        except BaseException:
            self._forget(request)
            raise
        cost: float | None = 0.0
        try:
            with self.gate.turn():
                started = time.monotonic()
                account.sent()
                try:
                    response, usage = self._transport.send(request)
                finally:
                    passed = time.monotonic() - started
                    account.waited(passed)
                    call.waited += passed
            cost = (
                self.price.cost(usage.tokens_in, usage.tokens_out, usage.cached_in) if self.price and usage.reported else None
            )
            account.answered(usage, cost, _ended(response))
        except dspy.LMTransportError as error:
            cost = None  # it may have been answered, and billed, without reaching us
            raise self._failed(request, call, account, error) from error
        except dspy.LMError as error:
            raise self._failed(request, call, account, error) from error
        except BaseException:
            self._forget(request)
            raise
        finally:
            if reserved and account.budget:
                account.budget.settle(reserved, cost)
        self._forget(request)
        self._answered_at = time.monotonic()
        return response

    def _begin(self, request: Request) -> _Call:
        with self._lock:
            call = self._calls.setdefault(id(request), _Call(began=time.monotonic()))  # DSPy retries with the same object
            call.tries += 1
            return call

    def _forget(self, request: Request) -> None:
        with self._lock:
            self._calls.pop(id(request), None)

    def _refuse_what_cannot_work(self, request: Request) -> None:
        window, needed = self.limits.context_tokens, _tokens(request)
        if window and needed > window:
            message = f"a prompt of about {needed} tokens does not fit the window of {window}"
            raise PromptTooLong(message, model=self.model)
        if time.monotonic() < self._down_until:
            raise ProviderDown(self._down_because, model=self.model)

    def _failed(self, request: Request, call: _Call, account: Account, error: dspy.LMError) -> dspy.LMError:
        """The error to raise: retryable with the wait before the retry, or final."""
        if not is_retryable_lm_error(error):
            self._forget(request)
            if isinstance(error, _NEVER_PASSES) or error.status == NOT_FOUND:
                self._close(error)
            return error
        wait = error.retry_after
        if wait is None:
            wait = self.limits.retry_wait_seconds * 2 ** (call.tries - 1)
        left = min(self.limits.patience_seconds - call.waited, account.left_seconds)
        if call.tries <= self.limits.retries and wait < left:
            error.retry_after = wait
            call.waited += wait
            account.waited(wait)
            return error
        self._forget(request)
        if self._answered_at < call.began:  # not even other threads had an answer since this call began
            self._close(error)
        given_up = f"given up after {call.tries} tries: {named(error)}"
        return ProviderDown(given_up, model=self.model, status=error.status)

    def _close(self, error: dspy.LMError) -> None:
        """Ask no more for a while: what comes next keeps the embedded words at once."""
        self._down_because = f"not asked again after {named(error)}"
        self._down_until = time.monotonic() + self.limits.pause_seconds


class MeteredEngine:
    """DSPy's engine contract over a connection, on somebody's account."""

    def __init__(self, connection: Connection, account: Account) -> None:
        """`account` is charged for every request."""
        self._connection, self._account = connection, account
        self.supports_response_schema, takes_format = connection.structured
        self.supported_params = ("response_format",) if takes_format else ()

    def complete(self, request: Request) -> Response:
        """One attempt."""
        return self._connection.complete(request, self._account)

    def close(self) -> None:
        """The connection is the process's."""


class AsyncMeteredEngine(MeteredEngine):
    """The same for asynchronous callers, who wait in a thread."""

    async def complete(self, request: Request) -> Response:
        """One attempt."""
        import asyncio

        return await asyncio.to_thread(MeteredEngine.complete, self, request)

    async def aclose(self) -> None:
        """The connection is the process's."""


def named(error: Exception) -> str:
    """An error as degradations, journals and `playbook doctor` show it: no part of a key or of a prompt."""
    if isinstance(error, dspy.LMAuthError):
        return "LMAuthError: the provider refused the key"  # providers repeat parts of it in their message
    message = " ".join(str(getattr(error, "message", "") or error).split("To fix:")[0].split())
    return f"{type(error).__name__}: {masked(message)[:160]}"


def _ended(response: Any) -> str:  # noqa: ANN401  a Response; dspy ships no types
    if any(part.type == "refusal" for part in response.message.parts):
        return "refusal"
    return str(response.finish_reason)


def _tokens(request: Any) -> int:  # noqa: ANN401  a Request
    """About how many tokens a prompt has."""
    system = request.system if isinstance(request.system, str) else "".join(part.text for part in request.system or ())
    length = len(system) + sum(len(message.text or "") for message in request.messages)
    return round(length / CHARACTERS_PER_TOKEN)
