"""The pipeline, and a run again, as Prefect flows. Imported only where Prefect is in use: its import costs seconds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.build_playbook import Built, build
from flows.intake import received
from flows.publication import publish
from flows.rerun import check_stage, earlier_run, run_again
from playbook.artifacts.rendering import Format
from playbook.collecting import collect_seldom
from playbook.intake.themes import read_theme
from playbook.locations import located
from playbook.settings import Settings
from playbook.store.ledger import ledger


@flow(name="build-playbook", flow_run_name="{company}", retries=0, validate_parameters=True)
def build_playbook(  # noqa: PLR0913  the interface has as many options
    resume: str,
    job: str,
    company: str,
    role: str | None = None,
    name: str | None = None,
    model: str | None = None,
    on: date | None = None,
    out: str = "playbook-out",
    answers: str | None = None,
    ocr: bool = False,  # noqa: FBT001, FBT002  Prefect hands parameters by name
    budget: float | None = None,
    docx: bool = False,  # noqa: FBT001, FBT002  as above
    theme: str | None = None,
) -> str:
    """Build one playbook and publish it below `out`; the run's id.

    Runs when it is called or deployed as `build-playbook`; it has no schedule of its own. Running it again executes
    only the stages whose inputs changed or that failed.
    """
    collect_seldom()
    settings = Settings() if budget is None else Settings(budget=budget)
    filled = located(answers) if answers else None
    case = received(
        located(resume), located(job), company=company, role=role, name=name, settings=settings, answers=filled, ocr=ocr
    )
    built = build(
        case,
        settings,
        model=model or settings.model,
        on=on or date.today(),  # noqa: DTZ011  the user's day
        out=located(out),
        form=Format(paper=settings.paper, docx=docx, theme=read_theme(Path(theme)) if theme else None),
        deliver=lambda rendering: publish(rendering, settings, located(out)),
    )
    _announce(built)
    return built.run_id


@flow(name="rerun-run", flow_run_name="{run_id}", retries=0, validate_parameters=True)
def rerun_run(run_id: str, from_stage: str | None = None) -> str:
    """Build a run again from what it was asked for, and publish it where it was; the run's id. Deployed as `rerun-run`.

    Exactly the stages run that failed, or whose code, packs, model or program changed, and from `from_stage` on all that
    depend on it. `run_id` may be the first characters of one.
    """
    collect_seldom()
    settings = Settings()
    if from_stage is not None:
        check_stage(from_stage)
    with ledger(settings) as connection:
        earlier = earlier_run(connection, run_id)
    built = run_again(earlier, settings, again_from=from_stage)
    _announce(built)
    return built.run_id


def _announce(built: Built) -> None:
    """The summary of the run as an artifact of the flow run."""
    create_markdown_artifact(
        f"run `{built.run_id}`: {built.executed} of {built.executed + built.cached} stages ran, {built.calls} calls, "
        f"{len(built.degraded)} lines kept the draft's words",
        key="run",
        description=f"Run {built.run_id}",
    )
    rows = [{"rule": check.rule, "ok": check.ok, "looked at": check.n, "found": check.bad} for check in built.inspection.checks]
    create_table_artifact(rows, key="inspection", description=f"Checks of run {built.run_id}")
