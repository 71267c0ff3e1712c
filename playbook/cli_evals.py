"""The part of the command line that measures and improves: evaluation, comparison, optimisation, promotion.

What a command does stands in `playbook.commands`; the rest of the command line, and its rules, in `playbook.cli`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

Json = Annotated[bool, Parameter(name="--json", negative="", help="Print JSON instead of a table.")]

commands = App(name="evals")
labelled = App(name="labelled", help="The labelled set: its numbered releases, and what they hold.")


def register(app: App) -> None:
    """Put these commands beside the others."""
    app.command(evaluate, name="eval")
    for command in (compare, optimize, promote, rollback):
        app.command(command)
    app.command(labelled)


def evaluate(  # noqa: PLR0913  options of a command
    *,
    stage: str | None = None,
    split: str = "dev",
    model: str | None = None,
    program: str | None = None,
    judge: str | None = None,
    jobs: int | None = None,
    report: Path | None = None,
    run: str | None = None,
    runs: Annotated[bool, Parameter(name="--runs", negative="")] = False,
    agreement: Annotated[bool, Parameter(name="--agreement", negative="")] = False,
    writings: Annotated[bool, Parameter(name="--writings", negative="")] = False,
    json: Json = False,
) -> int:
    """Measure a stage, or the whole pipeline, on the labelled set.

    Parameters
    ----------
    stage
        Verb of a stage, such as `match` or `draft_stories`. Default: the whole pipeline.
    split
        `train`, `dev`, `test` or `all`. Of the test split only sums are shown.
    model
        `embedded`, or any name that `dspy.LM` takes. Default: PLAYBOOK_MODEL.
    program
        Id of a stored program, instead of the stage's own.
    judge
        Model that grades stories, pitches and scripts, too. It is calibrated first, and costs calls.
    jobs
        Pairs at a time. Default: one for each processor.
    report
        File for the same as one self-contained web page.
    run
        Show this earlier run, and run nothing.
    runs
        List the earlier runs, and run nothing.
    agreement
        Show how far two labellers agree, and which scorers may gate; run nothing.
    writings
        Show which faults of bad writings the free scorers catch, and what they flag among good ones; run nothing.
    """
    from playbook.commands import eval as command

    if runs:
        return command.list_runs(as_json=json)
    if agreement:
        return command.show_agreement(as_json=json)
    if writings:
        return command.show_writings(as_json=json)
    if run:
        return command.show_run(run, report=report, as_json=json)
    return command.evaluate_split(
        stage=stage, split=split, model=model, program=program, judge=judge, jobs=jobs, report=report, as_json=json
    )


def compare(a: str, b: str, *, report: Path | None = None, json: Json = False) -> int:
    """Set two eval runs side by side, paired by example, with intervals, slices, and what got better and worse.

    Parameters
    ----------
    a
        Id of the first run, or its first characters; `playbook eval --runs` lists them.
    b
        Id of the second run.
    report
        File for the same as one self-contained web page.
    """
    from playbook.commands.compare import compare_runs

    return compare_runs(a, b, report=report, as_json=json)


@labelled.command
def release(*, why: str) -> int:
    """Give the text of the labelled set, as it stands, the next number; unchanged text keeps its number.

    Parameters
    ----------
    why
        What has changed, for the history in `releases.yaml`.
    """
    from playbook.commands.eval import make_release

    return make_release(why)


@labelled.command(name="show")
def show_labelled(*, json: Json = False) -> int:
    """Show the releases, and how many pairs and labels the text of today has."""
    from playbook.commands.eval import show_labelled as show_set

    return show_set(as_json=json)


def optimize(  # noqa: PLR0913  options of a command
    stage: str,
    *,
    optimizer: str,
    budget: int = 200,
    usd: float | None = None,
    model: str | None = None,
    prompt_model: str | None = None,
    seed: int = 0,
    json: Json = False,
) -> int:
    """Make a better program for a stage from the labelled set; train and dev only, resumable, within a cap.

    Parameters
    ----------
    stage
        Verb of a stage that has a program: `match`, or a written stage such as `pitch`.
    optimizer
        `labeled`, `bootstrap` or `random-search`, which need no model; `mipro` or `gepa`, which do.
    budget
        Calls that may be made at most, those of an earlier start of the same optimisation among them.
    usd
        What may be spent at most. Default: PLAYBOOK_BUDGET.
    model
        `embedded`, or any name that `dspy.LM` takes: whose program it is. Default: PLAYBOOK_MODEL.
    prompt_model
        Model that proposes instructions. Default: the model itself.
    seed
        The same seed makes the same program.
    """
    from playbook.commands.optimize import optimize_stage

    return optimize_stage(
        stage,
        optimizer=optimizer,
        budget=budget,
        usd=usd,
        model=model,
        prompt_model=prompt_model,
        seed=seed,
        as_json=json,
    )


def promote(
    program: str,
    *,
    canary: Annotated[str | None, Parameter(help="Share of the runs that take it instead, such as 5%.")] = None,
    split: str = "test",
    json: Json = False,
) -> int:
    """Let a program stand for its stage and model, where it is better beyond doubt and worse in nothing.

    Parameters
    ----------
    program
        Id of a program, or its first characters.
    split
        Split on which it is measured against what stands now.
    """
    from playbook.commands.optimize import promote_program

    return promote_program(program, canary=canary, split=split, as_json=json)


def rollback(stage: str, *, model: str | None = None, json: Json = False) -> int:
    """Let the program that stood before stand again.

    Parameters
    ----------
    stage
        Verb of the stage.
    model
        Whose program. Default: `embedded` for stages that are computed, PLAYBOOK_MODEL for the others.
    """
    from playbook.commands.optimize import roll_back_stage

    return roll_back_stage(stage, model=model, as_json=json)
