"""A stage or the whole pipeline over a split of the labelled set, and every result in the eval store.

Pairs are independent: they run in as many processes as there are processors, each with as many threads as the jobs ask
for. What happens to one pair stands in `evals.running`, what the numbers add up to in `evals.summary`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from evals.judging import calibrate
from evals.labelled.loading import load
from evals.labelled.release import Item, Release, current
from evals.running import WHOLE, Outcome, Plan, run_pair
from evals.stages import STAGES
from evals.tracing import check_tracing, traced
from playbook import __version__
from playbook.errors import Refusal
from playbook.settings import CHECKOUT
from playbook.store.evals import eval_store
from signatures.programs import check_fits
from signatures.promotion import Program, kept

if TYPE_CHECKING:
    from playbook.settings import Settings

SPLITS = ("train", "dev", "test", "all")
Progress = Callable[[int, int], None]
"""Told after each pair how many are done, and of how many."""
_FLUSH = 16


@dataclass(frozen=True)
class Evaluated:
    """A finished run: its id in the store, and what came of each example."""

    run_id: str
    release: Release
    outcomes: tuple[Outcome, ...]

    def scores(self, scorer: str) -> dict[str, float]:
        """The value of a scorer by example."""
        return {one.example: one.scores[scorer].value for one in self.outcomes if scorer in one.scores}

    @property
    def failed(self) -> int:
        """Examples that have no result."""
        return sum(one.status != "ok" for one in self.outcomes)


def evaluate(  # noqa: PLR0913  what a run is
    stage: str | None,
    split: str,
    *,
    model: str,
    settings: Settings,
    program: str | None = None,
    state: Mapping[str, Any] | None = None,
    release: Release | None = None,
    judge: str | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Evaluated:
    """Run `stage` (`None`: the whole pipeline) over `split` and store what came of it.

    `program` is the id of a kept program, `state` the dumped state of one that is not kept; `release` is the text of
    today unless one is given. `judge` is a model that grades what was written; it is calibrated first. Raises `Refusal` for
    a stage, a split or a program that does not exist. A failure of an example is a row and no exception.
    """
    name = stage or WHOLE
    _check(name, split)
    check_tracing(settings)
    release = release or current()
    chosen = _program(program, name, settings) if program else None
    calibration = calibrate(judge, settings, release) if judge else None
    with eval_store(settings) as store:
        load(store, release)
        if chosen is not None:
            store.insert("program", [_row(chosen)], or_ignore=True)
        started = datetime.now(UTC)
        run_id = sha256(f"{release.sha}{name}{split}{model}{chosen}{started.isoformat()}".encode()).hexdigest()[:12]
        row = {
            "run_id": run_id,
            "release_sha": release.sha,
            "stage": name,
            "split": split,
            "model": model,
            "program": chosen.program if chosen else None,
            "judge": calibration.record if calibration else None,
            "version": __version__,
            "code_sha": code_sha(),
            "status": "running",
            "started_at": started.isoformat(),
        }
        store.insert("run", [row])
    plan = Plan(name, model, settings, chosen.state if chosen else state, judge)
    outcomes: list[Outcome] = []
    status = "stopped"
    waiting: list[Outcome] = []
    try:
        items = release.of(split)
        for done, found_outcomes in enumerate(_run_all(items, plan, jobs), start=1):
            outcomes += found_outcomes
            waiting += found_outcomes
            if done % _FLUSH == 0:
                _store(settings, run_id, waiting)
                waiting = []
            if progress:
                progress(done, len(items))
        status = "done"
    finally:
        _store(settings, run_id, waiting, status)
    return Evaluated(run_id, release, tuple(sorted(outcomes, key=lambda one: (one.item, list(STAGES).index(one.stage)))))


def _program(name: str, stage: str, settings: Settings) -> Program:
    """The program of that id. Raises `Refusal` where there is none, or it is for another stage or other fields."""
    found = kept(name, settings)
    check_fits(found, stage)
    return found


def _row(program: Program) -> dict[str, Any]:
    """A program as the store keeps it beside the runs that measure it; the truth is the file."""
    return {
        "program": program.program,
        "stage": program.stage,
        "signature_sha": program.signature_sha,
        "state": program.state,
        "model": program.model,
        "optimizer": program.optimizer,
        "params": program.params,
        "release_sha": program.release,
        "parent": program.parent,
        "scores": program.scores,
    }


def code_sha() -> str:
    """The hash of the code that is evaluated and of the packs: what two runs of one model may differ in."""
    digest = sha256()
    for folder in ("playbook", "signatures", "datasets/knowledge"):
        for path in sorted((CHECKOUT / folder).rglob("*")):
            if path.suffix in {".py", ".yaml"}:
                digest.update(path.relative_to(CHECKOUT).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _check(stage: str, split: str) -> None:
    if stage != WHOLE and stage not in STAGES:
        raise Refusal(
            "stage.unknown",
            found=f"the stage {stage!r}",
            wanted=f"one of {', '.join(STAGES)}",
            remedy="name a stage, or none for the whole pipeline",
        )
    if split not in SPLITS:
        raise Refusal(
            "split.unknown", found=f"the split {split!r}", wanted=f"one of {', '.join(SPLITS)}", remedy="correct --split"
        )


def _run_all(items: Sequence[Item], plan: Plan, jobs: int | None) -> Iterator[list[Outcome]]:
    """The outcomes of each pair, as they come."""
    processors = os.cpu_count() or 1
    jobs = max(1, jobs or processors)
    if jobs == 1 or len(items) == 1:
        with traced(plan.settings):
            yield from (run_pair(item, plan) for item in items)
        return
    processes = min(processors, jobs, len(items))
    with _pool(processes) as pool:
        shares = [list(items[start::processes]) for start in range(processes)] if jobs > processes else [[one] for one in items]
        threads = -(-jobs // processes)
        waiting: list[Future[list[list[Outcome]]]] = [pool.submit(_run_share, share, plan, threads) for share in shares]
        try:
            for future in as_completed(waiting):
                yield from future.result()
        except BaseException:
            for future in waiting:
                future.cancel()
            raise


@contextmanager
def _pool(processes: int) -> Iterator[Executor]:
    """Processes of their own: fork would copy a lock that another thread holds."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield pool


def _run_share(items: list[Item], plan: Plan, threads: int) -> list[list[Outcome]]:
    if threads == 1:
        with traced(plan.settings):
            return [run_pair(item, plan) for item in items]
    with traced(plan.settings), ThreadPoolExecutor(threads) as pool:
        return list(pool.map(partial(run_pair, plan=plan), items))


def _store(settings: Settings, run_id: str, outcomes: Sequence[Outcome], status: str | None = None) -> None:
    rows = [
        {
            "run_id": run_id,
            **{name: getattr(one, name) for name in Outcome.__dataclass_fields__ if name not in {"scores", "output"}},
            "output": one.output,
        }
        for one in outcomes
    ]
    scores = [
        {
            "run_id": run_id,
            "example": one.example,
            "item": one.item,
            "stage": one.stage,
            "scorer": name,
            "version": _version(name),
            "value": score.value,
            "n": score.n,
            "parts": dict(score.parts) or None,
            "reasons": list(score.reasons),
        }
        for one in outcomes
        for name, score in one.scores.items()
    ]
    with eval_store(settings) as store, store.transaction():
        store.insert("prediction", rows)
        store.insert("score", scores)
        if status:
            store.connection.execute("update eval.run set status = ?, finished_at = now() where run_id = ?", [status, run_id])


def _version(scorer: str) -> int:
    from evals.scorers import SCORERS

    return SCORERS[scorer].version if scorer in SCORERS else 1
