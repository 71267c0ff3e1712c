"""How one request reaches a provider: by DSPy's native engine where that serves the model, else by a plain `dspy.LM`.

A `dspy.LM` around the engine would choose its engine, plan the request and look the price up again with each call, and read its
whole list of prices where that does not know the model: much of what a call costs here, and all of it for nothing.
Limits, failures and retries are for `connection`, prices for `metering`.
"""

from __future__ import annotations

from functools import cached_property
from threading import Lock

import dspy
from dspy.clients.backend_selection import select_backend
from dspy.clients.call_result import usage_dict
from dspy.clients.engines.lm15_engine import LM15Engine, timeouts_for
from dspy.clients.errors import error_boundary
from dspy.lm15 import Request, Response, RouterConfig, UnsupportedFeatureError

from signatures.metering import Usage, usage_of


class Transport:
    """One way to one model, for all threads of a process."""

    def __init__(self, lm: dspy.LM) -> None:
        """`lm` has the model's name, its server and how long to wait; it neither caches nor retries."""
        self._lm = lm
        self._lock = Lock()

    def send(self, request: Request) -> tuple[Response, Usage]:
        """The answer to a request, and its tokens. Raises `dspy.LMError`."""
        native = self._opened
        if (
            native is None or dspy.settings.callbacks
        ):  # who listens, to trace a measurement, is to hear of the provider's call, too
            return self._send_through_lm(request)
        engine, provider = native
        try:
            with error_boundary(self._lm.model, provider=provider, unexpected=True):
                response = engine.complete(request)
        except dspy.LMUnsupportedFeatureError:
            if _is_sayable(request, engine):
                raise
            return self._send_through_lm(request)  # which has another engine for what this one cannot say
        return response, usage_of(usage_dict(response, provider))

    @property
    def _opened(self) -> tuple[LM15Engine, str] | None:
        with self._lock:  # threads that open one together would each have sockets of their own
            return self._native

    @cached_property
    def _native(self) -> tuple[LM15Engine, str] | None:
        """DSPy's own engine and the provider that it calls; `None` where it leaves the model to another."""
        with error_boundary(self._lm.model):
            chosen = select_backend(self._lm)
        if not chosen.native or chosen.resolution.declared:
            return None
        provider, clients = chosen.resolution.provider, chosen.clients
        served_at = clients.get("api_base") or clients.get("base_url")
        config = RouterConfig(
            api_keys={provider: clients["api_key"]} if "api_key" in clients else None,
            base_urls={provider: served_at} if served_at else None,
            timeouts=timeouts_for(clients.get("timeout")),
        )
        return LM15Engine(config, model_type=self._lm.model_type), provider

    def _send_through_lm(self, request: Request) -> tuple[Response, Usage]:
        # History and usage are the outer LM's; the tracker here is for this call alone.
        with dspy.context(disable_history=True, usage_tracker=None, send_stream=None), dspy.track_usage() as tracker:
            response = self._lm(request)
        return response, usage_of(*tracker.get_total_tokens().values())


def _is_sayable(request: Request, engine: LM15Engine) -> bool:
    """Whether the engine can put a request into its provider's words; told without a network."""
    try:
        engine.plan(request)
    except UnsupportedFeatureError:
        return False
    return True
