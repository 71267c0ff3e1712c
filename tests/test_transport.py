"""How a request reaches a provider: by DSPy's native engine where that can, by a plain `dspy.LM` where it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import dspy
import pytest
from dspy.lm15 import Message, Request, UnsupportedFeatureError
from dspy.utils.callback import BaseCallback
from model_scripts import always
from model_server import ModelServer, model_server

from signatures import transport
from signatures.transport import Transport

MODEL = "openai/scripted"
REQUEST = Request(model=MODEL, messages=(Message.user("word this"),))


class Heard(BaseCallback):  # type: ignore[misc]  # dspy ships no types
    """Counts the calls of `dspy.LM`."""

    def __init__(self) -> None:
        self.calls = 0

    def on_lm_start(self, *_: Any, **__: Any) -> None:
        """One more."""
        self.calls += 1


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    monkeypatch.setenv("OPENAI_API_KEY", "test")
    with model_server(always("worded")) as served:
        yield served


@pytest.fixture
def lm(server: ModelServer) -> dspy.LM:
    return dspy.LM(MODEL, cache=False, num_retries=0, timeout=5.0, api_base=server.base_url)


def without_the_native_engine(lm: dspy.LM, monkeypatch: pytest.MonkeyPatch, *, says: bool) -> Transport:
    """A transport whose engine refuses every request; `says`: although its plan is sound."""

    def refuse(*_: Any) -> None:
        raise UnsupportedFeatureError("not this", feature="words")

    class Refusing(transport.LM15Engine):  # type: ignore[misc]  # dspy ships no types
        complete = refuse
        plan = (lambda *_: ()) if says else refuse

    monkeypatch.setattr(transport, "LM15Engine", Refusing)
    return Transport(lm)


def test_both_ways_bring_the_same_answer_and_the_same_tokens(lm: dspy.LM, server: ModelServer):
    sender, heard = Transport(lm), Heard()
    native, tokens = sender.send(REQUEST)
    with dspy.context(callbacks=[heard]):
        through_lm, tokens_of_lm = sender.send(REQUEST)
    assert native.message.text == through_lm.message.text == "worded"
    assert tokens == tokens_of_lm
    assert tokens.reported
    assert len(server.asked) == 2
    assert heard.calls == 1  # who listens to DSPy hears of the provider's call


def test_what_the_native_engine_cannot_say_goes_through_the_lm(
    lm: dspy.LM, server: ModelServer, monkeypatch: pytest.MonkeyPatch
):
    response, tokens = without_the_native_engine(lm, monkeypatch, says=False).send(REQUEST)
    assert response.message.text == "worded"
    assert tokens.reported
    assert len(server.asked) == 1


def test_a_refusal_of_what_was_sayable_is_the_answer(lm: dspy.LM, server: ModelServer, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(dspy.LMUnsupportedFeatureError):
        without_the_native_engine(lm, monkeypatch, says=True).send(REQUEST)
    assert not server.asked


def test_a_gateway_of_the_environment_is_left_to_the_lm(lm: dspy.LM, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")  # DSPy serves such by another engine
    sent: list[Request] = []
    sender = Transport(lm)
    monkeypatch.setattr(sender, "_send_through_lm", sent.append)
    sender.send(REQUEST)
    assert sent == [REQUEST]


def test_a_proxy_of_the_environment_is_gone_through(lm: dspy.LM, server: ModelServer, monkeypatch: pytest.MonkeyPatch):
    assert Transport(lm).send(REQUEST)[0].message.text == "worded"
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # where nobody listens
    with pytest.raises(dspy.LMTransportError):
        Transport(lm).send(REQUEST)
    assert len(server.asked) == 1
