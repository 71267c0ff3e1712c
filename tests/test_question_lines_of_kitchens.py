"""Who leads a hotel's kitchen is asked of weddings and not of trays; who leads a nonprofit of gifts, and who leads a factory not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.knowledge.packs import Knowledge
from tests.brief_factory import Asked, Case
from tests.test_question_lines_of_work import is_asked


@pytest.mark.parametrize(
    ("name", "family", "own", "other"),
    [
        (
            "cul-cas-feedback",
            "culinary",
            "Care home catering for 60 residents",
            "Contract catering for offices, all dietary needs",
        ),
        ("cul-tec-therapeutic", "culinary", "Nursing home kitchen", "Menus for guests with dietary requirements"),
        ("cul-ope-plate-up", "culinary", "Weddings and banqueting for 300", "Runs the canteen of a school"),
        (
            "npo-tec-restricted",
            "executive",
            "Grows our nonprofit with its members",
            "Runs three plants with their profit and loss",
        ),
        ("npo-cas-campaign-short", "executive", "Leads a capital campaign for a new center", "Leads sales campaigns abroad"),
    ],
)
def test_a_line_of_work_in_a_family_is_asked_of_its_own(
    name: str, family: str, own: str, other: str, knowledge: Knowledge
) -> None:
    """Known bad: a hotel's head chef was asked of plate waste at supper, a food bank's director of three business units."""
    case = Case(bullets=(), asked=(), family=family, level="lead")
    assert is_asked(name, knowledge, replace(case, asked=(Asked(own),)))
    assert not is_asked(name, knowledge, replace(case, asked=(Asked(other),)))


@pytest.mark.parametrize("family", ["accounting", "culinary", "operations"])
def test_who_leads_plans_for_others_and_not_for_one_bench(family: str, knowledge: Knowledge) -> None:
    """Known bad: an assistant controller planned to prepare "my accounts, entries or reports on schedule, with support attached"."""
    entry = knowledge.families[family]
    assert entry.plans["lead"].build.aim != entry.build.aim
