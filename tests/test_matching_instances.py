"""Headings of lists: an umbrella is shown by the things under it, and is never missing beside one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.matching.headed_lists import headed_lists
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


def of_duty(matched: Match, line: str, *bullets: str, skills: str = "", family: str = "general") -> RequirementMatch:
    """What becomes of a duty beside these bullets."""
    resume = make_resume([("Coordinator", "Oakfield", "2019-01", None, list(bullets))], skills=skills, years=7.9)
    return matched(resume, make_posting("Office Lead", family, duties=(line,))).of("r1")


@pytest.mark.parametrize(
    "line",
    [
        "Draft internal communications incl. town halls and letters to shareholders",
        "Draft internal communications (town halls, letters to shareholders)",
        "Draft internal communications: town halls, letters to shareholders",
        "Draft internal communications - town halls, letters to shareholders",
    ],
)
def test_a_heading_is_shown_by_what_it_lists(matched: Match, line: str) -> None:
    """Known bad: "internal communications" called missing of who writes the speeches for the town halls."""
    found = of_duty(matched, line, "Wrote the speeches for the town halls", "Wrote the letters to shareholders")
    assert found.status == "covered"
    assert not found.missing_terms


def test_a_heading_of_which_one_thing_is_shown_is_shown_in_part(matched: Match) -> None:
    """One of three is no whole, yet the heading is not what is missing."""
    line = "Draft internal communications (town halls, intranet news, podcasts)"
    found = of_duty(matched, line, "Wrote the speeches for the town halls")
    assert found.status in {"partial", "covered"}
    assert "internal communications" not in found.missing_terms


def test_a_heading_without_any_of_its_things_stays_open(matched: Match) -> None:
    """A bullet about something else shows no list."""
    found = of_duty(matched, "Draft internal communications (town halls, intranet news)", "Repaired forklifts and pumps")
    assert found.status != "covered"


def test_a_product_is_not_shown_by_its_module(matched: Match) -> None:
    """Known bad, if any heading were an umbrella: "Salesforce - queue boards, picture borders" of who paints borders."""
    found = of_duty(matched, "Maintain Salesforce - queue boards, picture borders", "Painted picture borders")
    assert found.status != "covered"


def test_one_thing_of_a_list_of_which_one_is_enough_shows_it(matched: Match) -> None:
    """Known bad: CSiBridge called missing of who uses another of the packages, which no pack knows."""
    line = "At least one bridge design package (VORTAN, CSiBridge, GLIMDAS)"
    resume = make_resume(
        [("Engineer", "Oakfield", "2019-01", None, ["Designed bridge girders in GLIMDAS"])], skills="AutoCAD", years=7.9
    )
    found = matched(resume, make_posting("Bridge Engineer", "civil", required=(line,))).of("r1")
    assert found.status == "covered"
    assert not found.missing_terms


@pytest.mark.parametrize(
    ("line", "heading", "items"),
    [
        ("Draft reports, including minutes, summaries and tables", "Draft reports", ["minutes", "summaries", "tables"]),
        ("Good computer skills - we use Saffron for menus, orders", "", []),
        ("The Elm Road centre (98 places, 24 staff)", "", []),
        ("Knowledge of first aid (CPR)", "", []),
    ],
)
def test_a_list_has_a_heading_and_at_least_two_things(line: str, heading: str, items: list[str]) -> None:
    """Figures and clauses behind a dash or in brackets are no instances."""
    found = list(headed_lists(line))
    assert [line[one.start : one.end] for one in found] == ([heading] if heading else [])
    assert [item.words for one in found for item in one.items] == items
