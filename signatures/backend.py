"""The one place that chooses a model: a name becomes the `lm` and `adapter` of a `dspy.context`.

Every model is handed the draft of a written stage. `embedded` is a `dspy.LM` whose engine leaves it as the writers composed
it; every other name is a `dspy.LM` over a metered connection, which words it. Nothing else in the project asks which it is.
What a prompt looks like is for `prompt`, what an answer for `reply`, limits and failures for `connection`.
"""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Collection, Mapping
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")  # else the first look-up of a price goes to the network

import dspy
from dspy.adapters.utils import serialize_for_json
from dspy.lm15 import CacheConfig, Message, Request, Response, Usage
from dspy.utils.exceptions import AdapterParseError
from pydantic import TypeAdapter

from playbook.errors import Refusal
from playbook.settings import EMBEDDED
from signatures.budget import Budget
from signatures.connection import AsyncMeteredEngine, Connection, MeteredEngine, named
from signatures.decisions import DECISIONS, decision_of
from signatures.drafts import draft_of
from signatures.metering import Account
from signatures.model_settings import ModelSettings, settings_of
from signatures.prompt import messages
from signatures.reply import declined, rows_of
from signatures.wording import encode
from signatures.writers import WRITERS, task_of

if TYPE_CHECKING:
    from playbook.settings import Settings

WIRE = "playbook.wire/2"

ALL = 1_000_000
"""Lines that no draft has: the embedded engine answers at once, however many there are."""

_PROGRAMS_KEPT = 8
"""Programs whose demos are kept as text: two stand for the embedded engine, and a comparison has as many again."""


class WireAdapter(dspy.JSONAdapter):  # type: ignore[misc]  # dspy ships no types
    """Hands the embedded engine a written stage's draft, or a decision's demos and inputs, as JSON, and reads its answer."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        super().__init__()
        self._written: OrderedDict[tuple[Any, ...], tuple[list[Any], str]] = OrderedDict()

    def format(self, signature: Any, demos: list[Any], inputs: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: ANN401  dspy ships no types
        """The messages of a call."""
        task = task_of(signature)
        if task:
            rows = [{"id": at, "text": encode(line)} for at, line in draft_of(task, inputs).lines.items()]
            return [_message({"v": WIRE, "task": task, "draft": rows})]
        given = serialize_for_json({k: v for k, v in inputs.items() if k in signature.input_fields})
        asked = _message({"v": WIRE, "task": decision_of(signature), "inputs": given})
        return [{"role": "user", "content": self._demos(signature, demos)}, asked]

    def parse(self, signature: Any, completion: str) -> dict[str, Any]:  # noqa: ANN401  dspy ships no types
        """The fields of an answer: the engine is ours and writes JSON, so that nothing in it is repaired or guessed."""
        given = json.loads(completion)
        return {name: _of_type(field.annotation, given[name]) for name, field in signature.output_fields.items()}

    def _demos(self, signature: Any, demos: list[Any]) -> str:  # noqa: ANN401  dspy ships no types
        """The demos as JSON, the same text for the same demos: a program has hundreds, and hands them over with every call.

        They are told apart by identity and fields; what is kept holds them, so that no other can take an identity over.
        """
        fields = tuple(signature.fields)
        key = (fields, *map(id, demos))
        kept = self._written.get(key)
        if kept is None:
            rows = [serialize_for_json({k: v for k, v in demo.items() if k in fields}) for demo in demos]
            kept = self._written[key] = (list(demos), json.dumps(rows, ensure_ascii=False))
            while len(self._written) > _PROGRAMS_KEPT:
                self._written.popitem(last=False)
        return kept[1]


class DraftedAdapter(dspy.JSONAdapter):  # type: ignore[misc]  # dspy ships no types
    """Hands a model the embedded writer's draft beside the facts: it words the same sentences under the same ids.

    A signature that is no written stage, such as those by which an optimizer asks for instructions, goes DSPy's own way.
    """

    def __init__(
        self, only: Collection[str] = (), issues: Mapping[str, str] | None = None, *, marks_shared: bool = False
    ) -> None:
        """`only`: the lines to ask for, where it is not all of them. `issues`: what was wrong with the last wording of some.

        `marks_shared`: the shared part is a message of its own.
        """
        super().__init__()
        self.only, self.issues = only, issues or {}
        self.marks_shared = marks_shared

    def format(self, signature: Any, demos: list[Any], inputs: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: ANN401  dspy ships no types
        """The messages of a call."""
        if not task_of(signature):
            return list(super().format(signature, demos, inputs))
        return list(messages(signature, demos, inputs, self.issues, only=self.only, apart=self.marks_shared))

    def parse(self, signature: Any, completion: str) -> dict[str, Any]:  # noqa: ANN401  dspy ships no types
        """The rows of an answer that came whole. Raises `AdapterParseError` where there are no rows at all."""
        if not task_of(signature):
            return dict(super().parse(signature, completion))
        rows = rows_of(completion)
        if rows is None:
            said = declined(completion)
            reason = f"the model declined: {said}" if said else "the answer has no list of lines"
            raise AdapterParseError(
                adapter_name=type(self).__name__, signature=signature, lm_response=completion, message=reason
            )
        return {"lines": rows}


def _of_type(kind: Any, value: Any) -> Any:  # noqa: ANN401  as a signature types its fields
    return _adapter_of(kind).validate_python(value)


@lru_cache(maxsize=32)
def _adapter_of(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401  as above
    return TypeAdapter(kind)


def _message(document: dict[str, Any]) -> dict[str, Any]:
    return {"role": "user", "content": json.dumps(document, ensure_ascii=False)}


class EmbeddedEngine:
    """The embedded writer behind DSPy's engine contract: no key, no network, the same answer every time."""

    supports_response_schema = False

    def __init__(self, version: str = "1") -> None:
        """`version` is part of the engine's saved state."""
        self.version = version

    def complete(self, request: Request) -> Response:
        """Write what the request's task asks for; before a decision stand the demos that it is made by."""
        *before, task = (message.text for message in request.messages)
        answer = self._answer(json.loads(task), *before)
        return Response(
            id=None,
            model=request.model,
            message=Message.assistant(json.dumps(answer, ensure_ascii=False)),
            finish_reason="stop",
            usage=Usage(input_tokens=0, output_tokens=0, total_tokens=0),
        )

    def _answer(self, document: dict[str, Any], demos: str = "[]") -> dict[str, Any]:
        """The output fields of a task: its draft as it stands, or the decision. Raises `KeyError` on one that nobody serves."""
        if document["task"] in WRITERS:
            return {"lines": document["draft"]}
        return DECISIONS[document["task"]](document["inputs"], demos)

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


def backend(
    model: str,
    settings: Settings,
    *,
    account: Account | None = None,
    only: Collection[str] = (),
    issues: Mapping[str, str] | None = None,
    cache: bool = False,
) -> dict[str, Any]:
    """The `lm` and `adapter` for a model's name, for `dspy.context`.

    `account` is charged for the calls, and its budget asked before each. `only` are the lines that are asked for, where that
    is not all of a draft; `issues` are what was wrong with the last answer.
    `cache` keeps answers in DSPy's own cache, bad ones too: for optimizers, who ask the same again; stages are kept as
    artifacts. Raises `Refusal` where the file of models is wrong.
    """
    if model == EMBEDDED:
        return _embedded()
    line = connection(model, settings)
    limits, charged = line.limits, account or Account()
    lm = dspy.LM(
        model,
        engine=MeteredEngine(line, charged),
        async_engine=AsyncMeteredEngine(line, charged),
        cache=cache,
        num_retries=limits.retries,
        temperature=limits.temperature,
        max_tokens=limits.max_tokens,
        prompt_cache=CacheConfig(prefix_until_index=0) if limits.prompt_cache else None,
    )
    return {"lm": lm, "adapter": DraftedAdapter(only, issues, marks_shared=limits.prompt_cache)}


def lines_a_call(model: str, settings: Settings) -> int:
    """About how many lines one call asks a model for. Raises `Refusal` where the file of models is wrong."""
    return ALL if model == EMBEDDED else settings_of(model, settings).lines_a_call


def connection(model: str, settings: Settings) -> Connection:
    """The connection of this process to a model: one for all threads, so that its limits hold."""
    limits = settings_of(model, settings)
    with _opening:  # threads that open one together would each have limits of their own
        return _connection(model, limits.api_base or settings.model_api_base, limits)


_opening = Lock()


@lru_cache(maxsize=16)
def _connection(model: str, served_at: str | None, limits: ModelSettings) -> Connection:
    try:
        return Connection(model, served_at, limits)
    except ValueError as error:
        raise Refusal(
            "model.invalid", found=f"{model!r}: {error}", wanted="a name that dspy.LM takes", remedy="correct the model's name"
        ) from error


@lru_cache(maxsize=1)
def _embedded() -> dict[str, Any]:
    lm = dspy.LM("embedded/writer-1", engine=EmbeddedEngine(), async_engine=AsyncEmbeddedEngine(), cache=False, num_retries=0)
    return {"lm": lm, "adapter": WireAdapter()}


def budget_of(model: str, settings: Settings) -> Budget | None:
    """The caps of the settings for one playbook. Raises `Refusal` for a cap on money where the model has no known price."""
    if model == EMBEDDED or (settings.budget is None and settings.budget_calls is None):
        settings_of(model, settings)
        return None
    if settings.budget is not None and connection(model, settings).price is None:
        raise Refusal(
            "budget.unpriced",
            found=f"a cap of ${settings.budget:g} and no known price of {model}",
            wanted="a price, by which the cap can hold",
            remedy="give `price` in the file of models, or set PLAYBOOK_BUDGET_CALLS instead",
        )
    return Budget(settings.budget, settings.budget_calls)


def preflight(model: str, settings: Settings) -> tuple[str, bool]:
    """One small call to a model: what came back, and whether the model can be used."""
    account = Account()
    try:
        with dspy.context(**backend(model, settings, account=account)):
            dspy.Predict("word -> echo")(word="ready")
    except (dspy.DSPyError, AdapterParseError, Refusal) as error:
        return named(error), False
    price = connection(model, settings).price
    known = f"${price.input:g} in and ${price.output:g} out a million tokens" if price else "no known price"
    return f"{model} answers; {known}", True
