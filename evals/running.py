"""One pair through the stages: what was made, what it cost, what failed, and every score. Nothing is stored here.

A failure is a row with its error; it has no scores, and what needed it is blocked. Of pairs of the test split neither
outputs nor reasons are kept, so that no report can show them.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import dspy

from evals.cases import Case, case_of
from evals.judging import NAME as JUDGED
from evals.judging import judged
from evals.labelled.release import Item
from evals.scorers import Score, scorers_of
from evals.stages import STAGES, Made, Setup, Stage
from evals.tracing import untraced
from playbook.errors import PlaybookError, Refusal
from playbook.settings import EMBEDDED
from signatures.backend import budget_of

if TYPE_CHECKING:
    from playbook.settings import Settings

WHOLE = "all"
"""The name of the whole pipeline where a stage is named."""


@dataclass(frozen=True)
class Plan:
    """What a run runs; the same for each of its pairs, and small enough to go to another process."""

    stage: str
    model: str
    settings: Settings
    state: Mapping[str, Any] | None = None
    """Of a program, as DSPy dumps it; `None` for the stage's own program."""
    judge: str | None = None
    """A model that grades what was written, too."""

    @property
    def measured(self) -> tuple[Stage, ...]:
        """The stages whose predictions are kept."""
        if self.stage == WHOLE:
            return tuple(stage for stage in STAGES.values() if stage.in_pipeline)
        return (STAGES[self.stage],)


@dataclass(frozen=True)
class Outcome:
    """What came of one example at one stage."""

    example: str
    item: str
    stage: str
    status: str
    ms: float = 0.0
    error_code: str | None = None
    error: str | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = 0.0
    degraded: int = 0
    output: dict[str, str] | None = None
    scores: dict[str, Score] = field(default_factory=dict)


def run_pair(item: Item, plan: Plan) -> list[Outcome]:
    """A pair through the stages of a plan, and the stages that those need; these run on the embedded engine."""
    case = case_of(item, plan.settings)
    made: dict[str, Any] = {}
    outcomes: list[Outcome] = []
    setup = setup_of(plan)
    free = Setup(EMBEDDED, plan.settings)
    measured = plan.measured
    with untraced() if item.split == "test" else nullcontext():
        for stage in _with_needs(measured):
            found = _examples(stage, case, made, setup if stage in measured else free)
            outcomes += [outcome for outcome, _ in found if stage in measured]
    return outcomes


def setup_of(plan: Plan) -> Setup:
    """By what the measured stages run. A stage by itself is measured as answered, the pipeline as delivered."""
    return Setup(
        model=plan.model,
        settings=plan.settings,
        program=None if plan.state is None else program_of(plan.stage, plan.state),
        delivered=plan.stage == WHOLE,
        budget=budget_of(plan.model, plan.settings),
        judge=plan.judge,
    )


def program_of(stage: str, state: Mapping[str, Any]) -> dspy.Module:
    """The program of a stage with a saved state. Raises `Refusal` for a stage that has none."""
    make = STAGES[stage].program if stage in STAGES else None
    if make is None:
        raise Refusal(
            "program.not-for-stage",
            found=f"a program for {stage}",
            wanted="a stage that has a program",
            remedy="name the stage that the program was made for",
        )
    module = make()
    module.load_state(dict(state))
    return module


def _examples(stage: Stage, case: Case, made: dict[str, Any], setup: Setup) -> list[tuple[Outcome, Any]]:
    """The outcomes of a stage on a pair. What it made is put into `made`, an error in its place where it failed."""
    broken = [name for name in stage.needs.values() if isinstance(made.get(name), Exception)]
    if broken:
        made[stage.name] = made[broken[0]]
        return [
            (Outcome(case.id, case.id, stage.name, "blocked", error_code="stage.blocked", error=f"{broken[0]} failed"), None)
        ]
    found = []
    for example in stage.examples(case, {name: made[maker] for name, maker in stage.needs.items()}):
        outcome, value = run_example(stage, example, setup)
        made[stage.name] = value
        found.append((outcome, value))
    return found


def run_example(stage: Stage, example: dspy.Example, setup: Setup) -> tuple[Outcome, Any]:
    """One example at one stage: what came of it, and the value or the error."""
    case: Case = example.case
    started = time.perf_counter()
    try:
        done = stage.run(example, setup)
    except Exception as error:  # noqa: BLE001  whatever breaks is the example's result, and stops no other
        ms = (time.perf_counter() - started) * 1000
        code = error.code if isinstance(error, PlaybookError) else type(error).__name__
        said = str(error) if case.item.split != "test" else type(error).__name__
        return Outcome(example.id, case.id, stage.name, "failed", ms, code, said[:2000]), error
    return _scored(stage, example, done, (time.perf_counter() - started) * 1000, setup), done.value


def _scored(stage: Stage, example: dspy.Example, done: Made, ms: float, setup: Setup) -> Outcome:
    case: Case = example.case
    closed = case.item.split == "test"
    found = {scorer.name: scorer.look(example, done.value) for scorer in scorers_of(stage.name)}
    if setup.judge:
        found[JUDGED] = judged(stage.name, example, done.value, setup.judge, setup.settings)
    scores = {
        name: Score(score.value, score.n, (), score.parts) if closed else score
        for name, score in found.items()
        if score is not None
    }
    return Outcome(
        example=example.id,
        item=case.id,
        stage=stage.name,
        status="ok",
        ms=ms,
        tokens_in=done.tokens_in,
        tokens_out=done.tokens_out,
        cost_usd=done.cost_usd,
        degraded=len(done.degraded),
        output=None if closed else stage.shown(done.value),
        scores=scores,
    )


def _with_needs(stages: Sequence[Stage]) -> list[Stage]:
    """The stages and all that they need, in the order of the pipeline."""
    wanted: set[str] = set()
    waiting = [stage.name for stage in stages]
    while waiting:
        name = waiting.pop()
        if name not in wanted:
            wanted.add(name)
            waiting += STAGES[name].needs.values()
    return [stage for stage in STAGES.values() if stage.name in wanted]


def make_needs(case: Case, stage: Stage, settings: Settings) -> dict[str, Any]:
    """What a stage needs, by the stage that makes it, on the embedded engine. Raises what those stages raise."""
    made: dict[str, Any] = {}
    free = Setup(EMBEDDED, settings)
    for one in _with_needs([stage]):
        if one is not stage:
            _examples(one, case, made, free)
            if isinstance(made[one.name], Exception):
                raise made[one.name]
    return made
