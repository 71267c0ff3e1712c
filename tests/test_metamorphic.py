"""Metamorphic relations: what they change, what they count as lost, and that the readers hold them on a real resume."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from conftest import TODAY

from evals.claims.faults import FAULTS
from evals.metamorphic.changes import CHANGES, Change
from evals.metamorphic.relations import held, kept, reading_of
from evals.playbooks import Composed, compose_playbook
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.resume import parse_resume
from playbook.settings import CHECKOUT

SAMPLE = CHECKOUT / "datasets" / "samples" / "luis-herrera"
DICE = Random(2)  # noqa: S311  no secret
BY_NAME = {change.name: change for change in CHANGES}


@pytest.fixture(scope="module")
def composed(knowledge: Knowledge) -> Composed:
    """The playbook of the sample."""
    return compose_playbook(SAMPLE / "resume.txt", SAMPLE / "job.txt", "Cargowise Signal", knowledge, TODAY)


def heads(text: str, knowledge: Knowledge) -> list[tuple[str, str, str | None, str | None, int]]:
    """Employer, title, dates and number of bullets of each position."""
    resume = parse_resume(read_bytes(text.encode(), "resume", "text"), knowledge, TODAY)
    return [(one.employer, one.title, one.start_date, one.end_date, len(one.highlights)) for one in resume.positions]


@pytest.mark.parametrize("change", [one for one in CHANGES if one.keeps == "all"], ids=lambda one: one.name)
def test_a_resume_that_is_spelled_or_set_another_way_is_read_alike(change: Change, knowledge: Knowledge):
    text = (SAMPLE / "resume.txt").read_text(encoding="utf-8")
    assert heads(change.make(text, DICE), knowledge) == heads(text, knowledge)


@pytest.mark.parametrize("name", [one.name for one in CHANGES if one.name != "as it is"])
def test_each_change_changes_something(name: str, tmp_path: Path):
    head = "Aldea Łukasz\n\nClerk, Mill Ltd, Mar 2019 - Jul 2021\n"
    for mark in "-*•–→":
        text = f"{head}{mark} Don't move José's 40 bales {'and more ' * 12}\n{mark} Sorted\n{mark} Packed\n"
        if BY_NAME[name].make(text, DICE) != text:
            return
    pytest.fail(f"{name} leaves every text alone")


def test_what_is_lost_is_named_and_counted(composed: Composed):
    whole = reading_of(composed)
    poorer = composed.playbook.brief.resume.model_copy(update={"work": composed.playbook.brief.resume.work[1:]})
    brief = composed.playbook.brief.model_copy(update={"resume": poorer})
    lesser = reading_of(Composed(composed.playbook.model_copy(update={"brief": brief}), composed.resume, composed.job))
    result = kept(whole, lesser)
    assert result.positions == 1 - 1 / len(whole.positions)
    assert result.bullets < 1
    assert whole.positions[0] in result.lost
    assert kept(whole, whole).lost == ()


def test_dates_to_the_year_are_compared_where_no_more_is_left(composed: Composed):
    assert all("-" not in one.rsplit("|", 1)[1] for one in reading_of(composed, "years").positions)


def test_a_playbook_with_a_planted_fault_is_held_and_the_true_one_is_not(composed: Composed, knowledge: Knowledge):
    assert held(composed, knowledge) == ()
    made = FAULTS["digit"](composed.playbook, DICE)
    assert made is not None
    assert any(one.startswith("numbers-grounded") for one in held(Composed(made[0], composed.resume, composed.job), knowledge))
