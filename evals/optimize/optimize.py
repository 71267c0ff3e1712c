"""One optimisation from its examples to a stored program: resumable, within its caps, the same for the same seed.

A start that is killed, or stopped by its cap, leaves what it paid for: answers in DSPy's cache, and the count of calls. The
next start takes the same steps again, which cost nothing up to there, and goes on: it ends where an undisturbed one does.
Which optimizer does what is for `evals.optimize.optimizers`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dspy

from evals.compare import compare
from evals.evaluate import evaluate
from evals.examples import examples
from evals.labelled.release import current
from evals.metrics import metric, metric_with_feedback
from evals.optimize.optimizers import OPTIMIZERS, Material
from evals.optimize.spending import LastingBudget
from evals.runs import find_run
from evals.tracing import check_tracing, traced
from playbook.errors import StageFailure
from playbook.settings import EMBEDDED
from playbook.store.evals import eval_store
from signatures.backend import backend
from signatures.budget import BudgetStop
from signatures.metering import Account
from signatures.programs import PROGRAMS, program, signature_sha
from signatures.promotion import Program, keep, program_id, standing

if TYPE_CHECKING:
    from evals.labelled.release import Release
    from evals.optimize.request import Request
    from playbook.settings import Settings

TARGETS: dict[str, tuple[str, ...]] = {"match": ("status_harm",), "choose_archetypes": ("archetype_harm",)}
"""Stage to the scorers that its optimizers go by; the others go by all that the stage has."""
DECIDED: dict[str, tuple[str, str]] = {"match": ("lines", "statuses"), "choose_archetypes": ("bullets", "archetypes")}
"""Stages that decide many things in one answer: the fields of the things and of what is said of them, in one order."""


@dataclass(frozen=True)
class Made:
    """A program that was made, and what it took."""

    program: str
    stage: str
    model: str
    release: str
    calls: int
    calls_before: int
    """Of `calls`, those of earlier starts."""
    cost_usd: float | None
    """What `calls` cost; `None` where a price is not known."""
    parent: str | None
    params: dict[str, Any]
    scores: list[dict[str, Any]]
    """By scorer, before and after on dev."""


def optimize(request: Request, settings: Settings) -> Made:
    """Make a program, keep it, and measure it on dev beside what stands.

    Raises `Refusal` for what cannot be done, `StageFailure` where the caps end it: the next start goes on from there.
    """
    request.check(settings)
    check_tracing(settings)
    logging.getLogger("dspy").setLevel(logging.WARNING)  # each trial would print the instructions of all candidates
    release = current()
    folder = request.folder(settings, release)
    folder.mkdir(parents=True, exist_ok=True)
    budget = LastingBudget(folder / "spent.json", request.usd, None if request.model == EMBEDDED else request.calls)
    account = Account(budget=budget)
    answers = settings.home / "optimize" / "cache"
    dspy.configure_cache(enable_disk_cache=True, enable_memory_cache=True, disk_cache_dir=str(answers))
    material = _material(request, settings, release, account)
    try:
        with (
            _told_to(folder / "optimizer.log"),
            traced(settings),
            dspy.context(**backend(request.model, settings, account=account, cache=True)),
        ):
            made, params = OPTIMIZERS[request.optimizer].compile(material)
    except BudgetStop as stop:
        raise StageFailure(
            "budget.spent",
            found=str(stop),
            wanted="an optimisation that ends within its caps",
            remedy="raise --budget or --usd and start it again: it goes on with the answers that are paid for",
        ) from stop
    is_priced = account.cost_usd is not None and not (budget.calls and request.unpriced(settings))
    parent = standing(request.stage, request.model, settings).program
    found = _kept(request, made, params, release, parent, settings)
    return Made(
        program=found.program,
        stage=request.stage,
        model=request.model,
        release=release.name,
        calls=budget.calls,
        calls_before=budget.calls_before,
        cost_usd=budget.spent_usd if is_priced else None,
        parent=parent,
        params=params,
        scores=_scores(found, release, settings),
    )


@contextmanager
def _told_to(log: Path) -> Iterator[None]:
    """What optimizers say as they go, which is more than anybody reads, into a file."""
    with log.open("a", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        yield


def _material(request: Request, settings: Settings, release: Release, account: Account) -> Material:
    train, dev = ({one.id: one for one in examples(request.stage, split, settings=settings)} for split in ("train", "dev"))
    whole = {**train, **dev}
    scorers = TARGETS.get(request.stage)
    plain, spoken = metric(request.stage, scorers), metric_with_feedback(request.stage, scorers)
    prompt = backend(request.prompt_model or request.model, settings, account=account, cache=True)
    task = backend(request.model, settings, account=account, cache=True)
    return Material(
        student=program(request.stage, request.model, settings).module.reset_copy(),
        train=[slim(one, request.stage) for one in train.values()],
        dev=[slim(one, request.stage) for one in dev.values()],
        metric=lambda one, answer, trace=None: plain(whole[one.id], _widened(whole[one.id], answer, request.stage), trace),
        feedback=lambda one, answer, trace=None, name=None, part=None: spoken(
            whole[one.id], _widened(whole[one.id], answer, request.stage), trace, name, part
        ),
        prompt_lm=prompt["lm"],
        task_lm=task["lm"],
        calls=request.calls,
        seed=request.seed,
        folder=request.folder(settings, release),
    )


def slim(example: dspy.Example, stage: str) -> dspy.Example:
    """An example with the fields of the stage's signature alone: what may become a demo, and stand in a program's file.

    What no labeller saw teaches nothing, and of the rest its traits do, not its text.
    """
    names = [name for _, predictor in PROGRAMS[stage]().named_predictors() for name in predictor.signature.fields]
    fields = {name: example[name] for name in names if name in example}
    if stage in DECIDED:
        things, answers = DECIDED[stage]
        seen = [at for at, is_labelled in enumerate(example.labelled) if is_labelled]
        fields[things] = [example[things][at].model_copy(update={"text": ""}) for at in seen]
        fields[answers] = [example[answers][at] for at in seen]
    return dspy.Example(id=example.id, **fields).with_inputs(*(name for name in fields if name in example.inputs()))


def _widened(example: dspy.Example, answer: dspy.Prediction, stage: str) -> dspy.Prediction:
    """An answer to a slim example as one to the whole: things that no labeller saw are as the rules have them."""
    if stage not in DECIDED:
        return answer
    things, answers = DECIDED[stage]
    said = iter(answer[answers])
    whole = zip(example[things], example.labelled, strict=True)
    return dspy.Prediction(**{answers: [next(said, one.rule) if is_labelled else one.rule for one, is_labelled in whole]})


def _kept(
    request: Request, made: dspy.Module, params: dict[str, Any], release: Release, parent: str | None, settings: Settings
) -> Program:
    """The program in the home and in the eval store."""
    state = json.loads(json.dumps(made.dump_state(), default=str, sort_keys=True))
    sha = signature_sha(request.stage)
    found = Program(
        program=program_id(request.stage, sha, state),
        stage=request.stage,
        model=request.model,
        signature_sha=sha,
        state=state,
        optimizer=request.optimizer,
        params={"seed": request.seed, "budget": request.calls, **params},
        release=release.sha,
        release_number=release.number,
        parent=parent,
    )
    keep(found, settings)
    with eval_store(settings) as store:
        store.insert(
            "program",
            [
                {
                    "program": found.program,
                    "stage": found.stage,
                    "signature_sha": found.signature_sha,
                    "state": found.state,
                    "model": found.model,
                    "optimizer": found.optimizer,
                    "params": found.params,
                    "release_sha": found.release,
                    "parent": found.parent,
                }
            ],
            or_ignore=True,
        )
    return found


def _scores(found: Program, release: Release, settings: Settings) -> list[dict[str, Any]]:
    """What the program and what stands score on dev; runs of the eval store like any other."""
    if found.model != EMBEDDED:
        return []  # each would cost the calls of a split; `playbook eval --program` does it when asked
    before = evaluate(found.stage, "dev", model=found.model, settings=settings, release=release)
    after = evaluate(found.stage, "dev", model=found.model, settings=settings, release=release, program=found.program)
    with eval_store(settings) as store:
        compared = compare(find_run(store, before.run_id), find_run(store, after.run_id))
    return [
        {"scorer": one.scorer, "before": one.before, "after": one.after, "low": one.gain.low, "high": one.gain.high}
        for one in compared.differences
    ]
