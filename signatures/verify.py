"""What stands between a model and the page.

The embedded draft is the skeleton: its structure, provenance, sources, quotes and scores never leave this side. A model's
answer replaces words line by line, each line only if it passes: known id, blanks kept, length, grounding, still the same
sentence. What failed is asked once more with the reason; then a line falls back to the embedded words and is recorded as
degraded. A line that is only too free the second time, too, becomes a draft to verify. How a draft is cut into calls is for
`parts`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import dspy
from dspy.utils.exceptions import AdapterParseError
from pydantic import BaseModel

from playbook.grounding import Ground, issues
from playbook.grounding.agents import content_stems
from playbook.grounding.closeness import unsupported
from playbook.provenance import Line, with_lines
from signatures.backend import backend, lines_a_call
from signatures.budget import Asked
from signatures.connection import named
from signatures.drafts import draft_of
from signatures.metering import Account
from signatures.model_settings import settings_of
from signatures.parts import parts_of
from signatures.programs import SIGNATURES, Chosen, program
from signatures.wording import Wording, decode, encode
from signatures.writers import task_of

if TYPE_CHECKING:
    from playbook.settings import Settings
    from signatures.budget import Budget

ModelT = TypeVar("ModelT", bound=BaseModel)
ATTEMPTS = 2
SPARE_WORDS = 12
STRETCH = 1.6
"""A worded line may have this many times the words of its draft, and `SPARE_WORDS` more."""
SAME = 0.3
"""Share of the draft's content words that its wording keeps at least: with fewer it is another sentence."""
TOLD = 0.34
"""Share of a clause's content words that the draft or its sources must have."""
ROOM = 1.2
"""An answer is expected to have at most this many times the characters of its draft."""


@dataclass(frozen=True)
class Written(Generic[ModelT]):
    """A worded artifact, and what it cost."""

    artifact: ModelT
    degraded: tuple[str, ...] = ()
    """`pointer: reason` of each line that kept the draft's words."""
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = 0.0
    """`None` where calls were answered whose price is not known."""
    calls: int = 0
    """Requests that were sent, those that failed among them."""
    program: str | None = None
    """The promoted program that was asked, where one was."""
    passing: bool = False
    """Whether lines were degraded for a reason that may have passed by the next run: no answer, or no money left."""
    unanswered: bool = False
    """Whether lines were asked for and no call came back with one of them, good or bad."""


@dataclass
class _Checked:
    """What came back over all attempts."""

    accepted: dict[str, Line] = field(default_factory=dict)
    free: dict[str, Line] = field(default_factory=dict)
    """Lines that go further than their sources without a fact to point at, as drafts."""
    faults: dict[str, str] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    """Lines that came back, good or bad."""
    given_up: set[str] = field(default_factory=set)
    """Lines whose call failed for good: whatever could be tried again was."""


def word(  # noqa: PLR0913  a stage is worded with as much
    stage: str,
    inputs: Mapping[str, BaseModel],
    *,
    model: str,
    settings: Settings,
    ground: Ground,
    budget: Budget | None = None,
    run: str = "",
) -> Written[Any]:
    """The artifact of a written stage, worded by `model`; the embedded words where that fails, never an error of the model.

    `ground` is what every line may draw from besides its own sources: who applies, where, for what. `budget` is asked before
    each call. `run` says which run this is, where a canary takes a share of them. Raises `Refusal` where the file of models is
    wrong.
    """
    draft = draft_of(task_of(SIGNATURES[stage]), inputs)
    limits, size = settings_of(model, settings), lines_a_call(model, settings)
    chosen = program(stage, model, settings, run)
    checked = _Checked()
    accounts: list[Account] = []
    patience = limits.patience_seconds
    ask = partial(_ask, inputs, model=model, settings=settings, faults=checked.faults, chosen=chosen)
    for _ in range(ATTEMPTS):
        missing = {at: line for at, line in draft.lines.items() if at not in checked.accepted and at not in checked.given_up}
        if not missing:
            break
        parts = parts_of(missing, size, budget.calls_left(stage, ATTEMPTS) if budget else None)
        waves = ceil(len(parts) / limits.concurrency)
        called = [Account(budget, stage, Asked(len(part), size), _expected_tokens(part), patience / waves) for part in parts]
        answers = _side_by_side(ask, parts, called, limits.concurrency)
        for part, account, answer in zip(parts, called, answers, strict=True):
            _take(answer, part, account, checked, ground)
        accounts += called
        patience -= waves * max(account.waited_seconds for account in called)
    accepted = {**checked.free, **checked.accepted}
    reworded = {at: line for at, line in accepted.items() if line is not draft.lines[at]}
    degraded = tuple(f"{at}: {checked.faults.get(at, 'no answer')}" for at in draft.lines if at not in accepted)
    if chosen.refusal:
        degraded = (f"program: {chosen.refusal}", *degraded)
    return Written(
        with_lines(draft.artifact, reworded),
        degraded,
        sum(account.tokens_in for account in accounts),
        sum(account.tokens_out for account in accounts),
        _cost_of(accounts),
        sum(account.calls for account in accounts),
        program=chosen.name,
        passing=not checked.given_up.isdisjoint(at for at in draft.lines if at not in accepted),
        unanswered=bool(draft.lines) and not checked.answered,
    )


@dataclass(frozen=True)
class _Answer:
    """The lines of a call, or why there are none."""

    lines: list[Wording] = field(default_factory=list)
    error: Exception | None = None


def _side_by_side(
    ask: Callable[[Mapping[str, Line], Account], _Answer],
    parts: Sequence[Mapping[str, Line]],
    accounts: Sequence[Account],
    most: int,
) -> list[_Answer]:
    """The answers of several calls, at most so many of them out at a time: the first is asked for by this thread itself."""
    if len(parts) == 1 or most == 1:
        return [ask(part, account) for part, account in zip(parts, accounts, strict=True)]
    pool = ThreadPoolExecutor(min(len(parts), most) - 1)
    try:
        # Each in this context: a trace of what is asked for has its calls below it.
        others = zip(parts[1:], accounts[1:], strict=True)
        asked = [pool.submit(copy_context().run, ask, part, account) for part, account in others]
        return [ask(parts[0], accounts[0]), *(one.result() for one in asked)]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # who is stopped sends, and pays for, no further call


def _ask(  # noqa: PLR0913  a call has that many sides
    inputs: Mapping[str, BaseModel],
    part: Mapping[str, Line],
    account: Account,
    *,
    model: str,
    settings: Settings,
    faults: Mapping[str, str],
    chosen: Chosen,
) -> _Answer:
    """One call of the stage's program for these lines; the second time with what was wrong with them."""
    issues_found = {at: faults[at] for at in part if at in faults}
    using = backend(model, settings, account=account, only=part.keys(), issues=issues_found)
    try:
        # Without `trace=None` DSPy keeps what ten thousand calls were made with: here, and where a decision is asked for.
        with dspy.context(**using, disable_history=True, trace=None):
            return _Answer(list(chosen.module(**inputs).lines))
    except (AdapterParseError, dspy.LMError) as error:
        return _Answer(error=error)


def _take(answer: _Answer, part: Mapping[str, Line], account: Account, checked: _Checked, ground: Ground) -> None:
    """Judge what a call came back with, and note what is wrong."""
    if isinstance(answer.error, AdapterParseError):
        checked.faults |= dict.fromkeys(part, _no_answer(answer.error, account))
        return
    if answer.error is not None:
        checked.faults |= dict.fromkeys(part, named(answer.error))
        checked.given_up |= part.keys()
        return
    _judge(answer.lines, part, checked, ground)
    left_out = "the answer was cut off" if account.ended == "length" else "missing in the answer"
    checked.faults |= dict.fromkeys(part.keys() - {line.id for line in answer.lines}, left_out)


def _cost_of(accounts: Sequence[Account]) -> float | None:
    """What calls cost together; `None` where some were answered whose price is not known."""
    known = [account.cost_usd for account in accounts if account.cost_usd is not None]
    return sum(known) if len(known) == len(accounts) else None


def _no_answer(error: AdapterParseError, account: Account) -> str:
    """Why an answer gave no lines at all."""
    if account.ended == "refusal":
        return "the model declined"
    if account.ended == "content_filter":
        return "the provider's filter withheld the answer"
    if account.ended == "length":
        return "the answer was cut off"
    for reason in ("the model declined", "no list of lines"):
        if reason in str(error):
            said = str(error).split(reason, 1)[1].splitlines()[0] if reason == "the model declined" else ""
            return f"{reason}{said}" if said else f"the answer has {reason}" if reason == "no list of lines" else reason
    return "the answer is empty"


def _expected_tokens(lines: Mapping[str, Line]) -> int:
    """About how long an answer may get, in tokens: ids, words and JSON around them."""
    characters = sum(len(at) + len(encode(line)) + 24 for at, line in lines.items())
    return round(characters * ROOM / 3)


def _judge(lines: list[Wording], wanted: Mapping[str, Line], checked: _Checked, ground: Ground) -> None:
    """Accept each line that passes; note what is wrong with the others."""
    for worded in lines:
        draft = wanted.get(worded.id)
        if draft is None or worded.id in checked.accepted:
            continue
        checked.answered.add(worded.id)
        fault, line = ("", draft) if worded.text == encode(draft) else _fault(worded.text, draft, ground)
        if not fault:
            checked.accepted[worded.id] = line
            continue
        checked.faults[worded.id] = fault
        checked.free.pop(worded.id, None)
        if line is not draft:
            checked.free[worded.id] = line


def _fault(text: str, draft: Line, ground: Ground) -> tuple[str, Line]:
    """What is wrong with the words of a line, or the empty string and the line.

    With a fault comes the draft, or the line as a draft to verify where it is only too free.
    """
    try:
        line = draft.model_copy(update={"parts": decode(text, draft)})
    except ValueError as error:
        return str(error), draft
    if line.text == draft.text:
        return "", draft
    shape = _shape_fault(line, draft)
    if shape:
        return shape, draft
    found = issues(line, replace(ground, case=(*ground.case, draft.stated)))
    hard = [str(issue) for issue in found if issue.tier == "hard"]
    if line.provenance == "draft" or any(issue.kind == "content" for issue in found):
        told = (draft.stated, *(source.quote for source in line.sources), *ground.case)
        hard += [f"nothing says {part!r}" for part in unsupported(line.stated, told, ground.verbs, ground.same, share=TOLD)]
    if hard:
        return "; ".join(hard), draft
    if found:
        return "; ".join(map(str, found)), line.model_copy(update={"provenance": "draft"})
    return "", line


def _shape_fault(line: Line, draft: Line) -> str:
    """What of the draft a line no longer has."""
    if draft.blanks and {blank.id for blank in line.blanks} != {blank.id for blank in draft.blanks}:
        return "a question to the candidate is missing"
    if len(line.text.split()) > len(draft.text.split()) * STRETCH + SPARE_WORDS:
        return "too long"
    before, after = content_stems(draft.stated), content_stems(line.stated)
    if before and len(before & after) < SAME * len(before):
        return "no longer the sentence of the draft"
    return ""
