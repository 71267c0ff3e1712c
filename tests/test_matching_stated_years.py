"""Years that a resume states or may hold: no sentence says that they are short where they are there, or where nobody can tell."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.consistency.finding import Whole
from playbook.consistency.places import years_are_short
from playbook.matching.rules import YEARS
from tests.case_factory import Role, make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]
LATCHES: Role = ("Mechanical Engineer", "Torvane", "2012-02", None, ["Designed latches in SolidWorks"])


def of_line(matched: Match, resume: Resume, line: str, family: str) -> tuple[str, float | None]:
    """The status of a line, and how far its years are there."""
    asked = YEARS.search(line)
    assert asked is not None
    years = float("".join(letter for letter in asked.group() if letter.isdigit()))
    found = matched(resume, make_posting("Team Lead", family, required=((line, years),))).of("r1")
    return found.status, found.years


@pytest.mark.parametrize(
    ("summary", "stated", "wanted"),
    [
        ("Mechanical engineer, 13 years in product development, the last eight in pumps.", 13.0, ("covered", 1.0)),
        ("Engineer with 13 years in machine shops, the last two of them in product development.", 13.0, ("partial", None)),
        ("Engineer with 4 years in product development.", 4.0, ("partial", None)),
    ],
)
def test_stated_years_count_for_what_they_are_stated_of(
    matched: Match, summary: str, stated: float, wanted: tuple[str, float | None]
) -> None:
    """Known bad: 13 stated years "do not reach 8+"; and 4 stated years cover 8 because the dates hold other work, too."""
    resume = make_resume([LATCHES], summary=summary, years=14.8, stated=stated)
    assert of_line(matched, resume, "8+ years of product development experience", "mechanical") == wanted


def test_titles_that_no_pack_lists_are_not_short_of_years(matched: Match) -> None:
    """Known bad: twelve years as a "Director of Wonder" called none, and the score stopped for it."""
    titled: list[Role] = [("Director of Wonder", "Oakfield", "2014-03", None, ["Kept things going"])]
    status, years = of_line(matched, make_resume(titled, years=12.7), "10 years of nonprofit leadership", "executive")
    assert years is None
    assert status != "gap"


def test_a_product_is_no_saas_product(matched: Match) -> None:
    """Known bad: "at least 3 years on a B2B SaaS product" covered by the title "Product Designer"."""
    resume = make_resume([("Product Designer", "Tallow", "2015-01", None, ["Designed the app of a clinic"])], years=11.9)
    posting = make_posting(
        "Product Designer",
        "design",
        required=(("6+ years of product design experience, including at least 3 years on a B2B SaaS product", 6.0),),
    )
    found = matched(resume, posting).of("r1")
    assert found.status == "partial"
    assert not any("3 years" in words for words in found.covered_terms)


def test_the_post_proves_the_years_and_not_a_stand_in(matched: Match) -> None:
    """Known bad: two years as team leader proved by six weeks of acting up, below a title that has them."""
    bullet = "Acted up for the team leader for 6 weeks"
    resume = make_resume([("Senior Support Worker and Team Leader", "Oakfield", "2020-01", None, [bullet])], years=6.9)
    posting = make_posting("Team Leader", "general", required=(("2 years as a team leader or senior worker", 2.0),))
    assert matched(resume, posting).of("r1").evidence[0].fact.text == "Senior Support Worker and Team Leader"


@pytest.mark.parametrize(("years", "bad"), [(1.0, 1), (None, 1), (0.5, 0)])
def test_years_that_are_there_are_no_gap(years: float | None, bad: int) -> None:
    """Known bad: "8+ Years of Experience" among the gaps of somebody who has thirteen, or whose years nobody can count."""
    playbook: Any = SimpleNamespace(
        brief=SimpleNamespace(
            posting=SimpleNamespace(requirements=[SimpleNamespace(id="r1", years=8.0)]),
            matching=SimpleNamespace(requirements=[SimpleNamespace(requirement="r1", years=years)]),
        ),
        assessment=SimpleNamespace(
            standing=SimpleNamespace(gaps=[SimpleNamespace(requirement="r1", title="8+ Years of Experience")])
        ),
        scripts=SimpleNamespace(bridges=[]),
    )
    assert len(years_are_short(cast("Whole", SimpleNamespace(playbook=playbook)))[1]) == bad
