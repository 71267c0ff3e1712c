"""The part of the command line that measures: `eval`, `compare` and `labelled`. The rest stands in `playbook.cli`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

Json = Annotated[bool, Parameter(name="--json", negative="", help="Print JSON instead of a table.")]


def add_to(app: App) -> None:
    """Add the commands to the command line."""
    app.command(evaluate, name="eval")
    app.command(compare)
    labelled = App(name="labelled", help="The labelled set: its numbered releases, and what they hold.")
    labelled.command(release)
    labelled.command(show_labelled, name="show")
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
        Id of a program that `playbook optimize` made, instead of the stage's own.
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


def release(*, why: str, json: Json = False) -> int:
    """Give the text of the labelled set, as it stands, the next number; unchanged text keeps its number.

    Parameters
    ----------
    why
        What has changed, for the history in `releases.yaml`.
    """
    from playbook.commands.eval import make_release

    return make_release(why, as_json=json)


def show_labelled(*, json: Json = False) -> int:
    """Show the releases, and how many pairs and labels the text of today has."""
    from playbook.commands.eval import show_labelled as show_set

    return show_set(as_json=json)
