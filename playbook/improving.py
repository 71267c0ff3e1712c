"""The part of the command line that improves programs: `optimize`, `promote`, `rollback`. The rest is in `playbook.cli`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from playbook.measuring import Json

if TYPE_CHECKING:
    from cyclopts import App


def add_to(app: App) -> None:
    """Add the commands to the command line."""
    for command in (optimize, promote, rollback):
        app.command(command)


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
        Verb of a stage that has a program: `match`, `choose_archetypes`, or a written stage such as `pitch`.
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
