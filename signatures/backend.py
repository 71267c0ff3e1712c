"""The one place that chooses a model: a name becomes the `lm` and `adapter` of a `dspy.context`.

`embedded` is a `dspy.LM` whose engine dispatches on the signature's name to the writer of that stage; every other
name is a plain `dspy.LM`, which is also handed the embedded draft. Nothing else in the project asks which it is.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")  # else the first look-up of a price goes to the network

import dspy
from dspy.adapters.utils import serialize_for_json
from dspy.lm15 import Message, Request, Response, Usage

from signatures.wording import DraftLine, draft_line, encode, wordable
from signatures.writers import compose

if TYPE_CHECKING:
    from playbook.settings import Settings

EMBEDDED = "embedded"
WIRE = "playbook.wire/1"


class WireAdapter(dspy.JSONAdapter):  # type: ignore[misc]  # dspy ships no types
    """Hands the embedded engine its task as one JSON document; parsing stays DSPy's."""

    def format(self, signature: Any, demos: list[Any], inputs: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: ANN401
        """The messages of a call."""
        document = {
            "v": WIRE,
            "task": signature.__name__,
            "instructions": signature.instructions,
            "demos": [serialize_for_json({k: v for k, v in demo.items() if k in signature.fields}) for demo in demos],
            "inputs": serialize_for_json({k: v for k, v in inputs.items() if k in signature.input_fields}),
        }
        # Keys keep their order: in an artifact it can mean something, such as which questions come first.
        return [{"role": "user", "content": json.dumps(document, ensure_ascii=False)}]


class DraftedAdapter(dspy.JSONAdapter):  # type: ignore[misc]  # dspy ships no types
    """Hands a model the embedded writer's draft beside the facts: it words the same sentences under the same ids."""

    def format(self, signature: Any, demos: list[Any], inputs: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: ANN401
        """The messages of a call."""
        artifact = compose(signature.__name__, inputs)
        draft = [draft_line(at, line) for at, line in wordable(artifact).items()]
        field = dspy.InputField(desc="The sentences to word, each with the only facts that it may state.")
        drafted = signature.append("draft", field, list[DraftLine])
        messages: list[dict[str, Any]] = super().format(drafted, demos, {**inputs, "draft": draft})
        return messages


class EmbeddedEngine:
    """The embedded writer behind DSPy's engine contract: no key, no network, the same answer every time."""

    supports_response_schema = False

    def __init__(self, version: str = "1") -> None:
        """`version` is part of the engine's saved state."""
        self.version = version

    def complete(self, request: Request) -> Response:
        """Write what the request's task asks for."""
        document = json.loads(request.messages[-1].text)
        artifact = compose(document["task"], document["inputs"])
        lines = [{"id": at, "text": encode(line)} for at, line in wordable(artifact).items()]
        return Response(
            id=None,
            model=request.model,
            message=Message.assistant(json.dumps({"lines": lines}, ensure_ascii=False)),
            finish_reason="stop",
            usage=Usage(input_tokens=0, output_tokens=0, total_tokens=0),
        )

    def close(self) -> None:
        """Nothing is open."""

    def dump_state(self) -> dict[str, str]:
        """The engine as DSPy saves it."""
        return {"version": self.version}

    @classmethod
    def load_state(cls, state: dict[str, str]) -> EmbeddedEngine:
        """The engine from its saved state."""
        return cls(**state)


class AsyncEmbeddedEngine(EmbeddedEngine):
    """The same engine for asynchronous callers."""

    async def complete(self, request: Request) -> Response:
        """Write what the request's task asks for."""
        return EmbeddedEngine.complete(self, request)

    async def aclose(self) -> None:
        """Nothing is open."""


def backend(model: str, settings: Settings) -> dict[str, Any]:
    """The `lm` and `adapter` for a model's name, for `dspy.context`."""
    return _backend(model, settings.model_api_base)


@lru_cache(maxsize=16)
def _backend(model: str, api_base: str | None) -> dict[str, Any]:
    if model == EMBEDDED:
        lm = dspy.LM(
            "embedded/writer-1", engine=EmbeddedEngine(), async_engine=AsyncEmbeddedEngine(), cache=False, num_retries=0
        )
        return {"lm": lm, "adapter": WireAdapter()}
    served_at = {"api_base": api_base} if api_base else {}
    return {"lm": dspy.LM(model, **served_at), "adapter": DraftedAdapter()}


def preflight(model: str, settings: Settings) -> tuple[str, bool]:
    """One small call to a model: what came back, and whether the model can be used."""
    try:
        with dspy.context(**backend(model, settings)):
            dspy.Predict("word -> echo")(word="ready")
    except dspy.DSPyError as error:
        return f"{type(error).__name__}: {error}"[:200], False
    return f"{model} answers", True
