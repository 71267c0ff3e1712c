"""The evaluation as a Prefect flow. Imported only where Prefect is in use; what it measures is in `evals`."""

from __future__ import annotations

from typing import Literal

from prefect import flow, get_run_logger
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from evals.evaluate import evaluate as evaluate_split
from evals.reports import tables
from evals.runs import find_run
from evals.summary import Summary, summarise
from playbook.collecting import collect_seldom
from playbook.settings import Settings
from playbook.store.evals import eval_store


@flow(name="evaluate", retries=0, validate_parameters=True)
def evaluate(
    stage: str | None = None,
    split: Literal["train", "dev", "test", "all"] = "dev",
    model: str | None = None,
    program: str | None = None,
    judge: str | None = None,
    jobs: int | None = None,
) -> str:
    """Measure a stage, or without one the whole pipeline, on the labelled set; the id of the eval run.

    Deployed as `evaluate`. The figures are those of `playbook eval`, and stand in the eval store of this machine.
    """
    collect_seldom()
    settings = Settings()
    log = get_run_logger()

    def told(done: int, total: int) -> None:
        if done == total or done % 10 == 0:
            log.info("%s of %s pairs", done, total)

    found = evaluate_split(
        stage, split, model=model or settings.model, settings=settings, program=program, judge=judge, jobs=jobs, progress=told
    )
    with eval_store(settings) as store:
        summary = summarise(find_run(store, found.run_id))
    _announce(summary)
    return found.run_id


def _announce(summary: Summary) -> None:
    """The table by stage, and what did not succeed."""
    create_markdown_artifact(_markdown(summary), key="evaluation", description=f"Eval run {summary.run.title}")
    names = ("example", "stage", "status", "error_code")
    rows = [{name: row[name] for name in names} for row in summary.errors]
    create_table_artifact(rows, key="evaluation-failures", description=f"{len(rows)} examples of run {summary.run.id}")


def _markdown(summary: Summary) -> str:
    columns = tables.stage_columns(summary)
    lines = [columns, ["---"] * len(columns), *tables.stages(summary)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
