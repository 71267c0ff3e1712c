"""Years that are asked for: counted in the trade and the title that they are asked in, and once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume
from tests.matching_cases import TEACHER, statuses


@pytest.mark.parametrize(
    ("start", "asked", "wanted"), [("2016-01", 5.0, "covered"), ("2022-10", 5.0, "partial"), ("2025-11", 5.0, "partial")]
)
def test_years_are_counted_in_the_trade(
    matched: Callable[[Resume, Posting], Matching], start: str, asked: float, wanted: str
) -> None:
    """Enough; nearly enough; far from it, though the work itself is shown."""
    began = int(start[:4]) + int(start[5:]) / 12
    resume = make_resume(
        [("Registered Nurse", "St. Ann Hospital", start, None, ["Cared for 5 patients a shift"])],
        years=round(2026.9 - began, 1),
    )
    posting = make_posting("Registered Nurse", "nursing", required=((f"{asked:g}+ years of nursing care experience", asked),))
    assert next(iter(statuses(posting, matched(resume, posting)).values())) == wanted


def test_a_career_changer_is_seen(matched: Callable[[Resume, Posting], Matching]) -> None:
    """A teacher who applies as an engineer comes from elsewhere; an engineer does not."""
    posting = make_posting("Software Engineer", "software", required=("Python",))
    assert matched(TEACHER, posting).changes_career
    assert matched(TEACHER, posting).relevant_years == 0
    engineer = make_resume([("Software Engineer", "Acme", "2020-01", None, ["Built APIs in Python"])], years=6.9)
    assert not matched(engineer, posting).changes_career
    assert matched(engineer, posting).relevant_years == pytest.approx(6.9, abs=0.2)


def test_overlapping_jobs_count_once(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Two part-time posts in one year are one year."""
    roles = [
        ("Registered Nurse", "A", "2020-01", "2021-12", ["Cared for patients"]),
        ("Registered Nurse", "B", "2020-01", "2021-12", ["Cared for patients"]),
    ]
    posting = make_posting("Registered Nurse", "nursing", required=("RN license",))
    assert matched(make_resume([(*role,) for role in roles], years=2.0), posting).relevant_years == 2.0


def test_years_in_a_role_are_years_of_that_title(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Nine years of teaching with a dashboard in it are not nine years in an analytics role."""
    changer = make_resume(
        [("Math Teacher", "Linden", "2017-08", None, ["Built a Tableau dashboard of attendance", "Analysed test data in SQL"])],
        skills="SQL, Tableau",
        years=9.2,
    )
    posting = make_posting("Data Analyst", "data", required=(("2+ years in an analytics role", 2.0), "SQL"))
    found = statuses(posting, matched(changer, posting))
    assert found["2+ years in an analytics role"] == "partial"
    assert found["SQL"] == "covered"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("Sous Chef", "partial"), ("Head Chef", "covered"), ("Executive Chef", "covered"), ("Kitchen Manager", "covered")],
)
def test_years_in_a_title_are_asked_for_besides_those_of_the_trade(
    matched: Callable[[Resume, Posting], Matching], title: str, wanted: str
) -> None:
    """Known bad: "at least 2 years as head chef" called covered of a sous chef."""
    bullets = ["Run the line of a professional kitchen with 320 covers a night", "Lead 14 cooks in a hotel kitchen"]
    resume = make_resume([(title, "The Alder Room", "2014-03", None, bullets)], years=12.7)
    line = "8+ years in professional kitchens, with at least 2 years as head chef or executive chef"
    posting = make_posting("Executive Chef", "general", required=((line, 8.0),))
    assert next(iter(statuses(posting, matched(resume, posting)).values())) == wanted


UNKNOWN = ("Platform Wrangler", "Oakfield", "2017-05", None)
"""A title that no pack lists."""


def test_an_unknown_title_is_no_other_field(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: whoever had a title that no pack lists was said to change careers."""
    posting = make_posting("Software Engineer", "software", required=("Python",))
    assert not matched(make_resume([(*UNKNOWN, ["Kept things going"])], years=9.0), posting).changes_career


@pytest.mark.parametrize(
    ("bullets", "years"), [(["Wrote Terraform for AWS", "Built Python services"], 9.6), (["Kept things going"], 0.0)]
)
def test_an_unknown_title_counts_by_the_skills_that_it_shows(
    matched: Callable[[Resume, Posting], Matching], bullets: list[str], years: float
) -> None:
    """Two skills of the trade make its years years of the trade."""
    posting = make_posting("Software Engineer", "software", required=("Python",))
    found = matched(make_resume([(*UNKNOWN, bullets)], years=9.6), posting).relevant_years
    assert found == pytest.approx(years, abs=0.2)


def test_years_are_of_what_is_named_before_where_they_were(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: years at the wheel answered for years of dispatch, since both move truckloads."""
    driving = ["Hauled truckload freight to six states", "Kept a clean logbook"]
    driver = make_resume([("Truck Driver", "Oakfield Haulage", "2017-05", None, driving)], years=9.6)
    line = "2+ years of dispatch experience in truckload freight"
    posting = make_posting("Dispatcher", "operations", required=((line, 2.0),))
    match = matched(driver, posting).requirements[0]
    assert match.status != "covered"
    assert (match.years or 0.0) < 1


def test_years_in_posts_of_that_name_count_in_a_trade_without_a_pack(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: eight years as an arborist called short of "5 years in arborist roles", for no pack knows the trade."""
    titles = [("Senior Arborist", "Canopy Care", "2021-02", None), ("Arborist", "Elm Services", "2018-03", "2021-01")]
    resume = make_resume([(*title, ["Climbed and felled 300 trees"]) for title in titles], years=8.7)
    posting = make_posting("Site Arborist", "general", required=(("At least 5 years in arborist operations roles", 5.0),))
    assert matched(resume, posting).of("r1").years == 1.0


def test_what_nobody_can_count_is_no_shortage_of_years(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: "you are short of 5 years" of somebody with twelve, because no pack tells which of them count."""
    resume = make_resume([("Yard Hand", "Elm Services", "2014-03", None, ["Felled 300 trees with a chainsaw"])], years=12.7)
    posting = make_posting("Site Arborist", "general", required=(("5 years in arboriculture leadership roles", 5.0),))
    assert matched(resume, posting).of("r1").years is None


def test_stated_years_are_those_of_what_they_are_stated_of(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: "11 years as a manufacturing engineer" taken for seven years of product design."""
    resume = make_resume(
        [
            ("Manufacturing Engineer", "Torvane", "2019-02", None, ["Ran PFMEA for 14 launches"]),
            ("Product Designer", "Torvane", "2016-01", "2019-01", ["Designed latches"]),
        ],
        summary="Manufacturing engineer with 11 years in moulded parts.",
        years=10.8,
        stated=11.0,
    )
    posting = make_posting("Design Engineer", "mechanical", required=(("7+ years of product design experience", 7.0),))
    assert (matched(resume, posting).of("r1").years or 0.0) < 1.0
