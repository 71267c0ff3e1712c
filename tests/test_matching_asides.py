"""What a requirement says of its own asks for nothing: whom one reports to, which towns, how superb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.packs import Knowledge
from playbook.matching.asides import plainly
from playbook.matching.careers import family_of
from playbook.matching.lacking import is_within
from tests.case_factory import make_posting, make_resume


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        ("Reporting to the Operations Manager, you will plan routes", "Operations Manager", "plan routes"),
        ("Report changes to RN Case Manager and physician", "Case Manager", "physician"),
        ("Under the direction of the Head of Lending, move loans", "Lending", "move loans"),
        ("Variance reporting, with commentary for the Site Managers", "Site Managers", "Variance reporting"),
        ("Able to travel to our Leeds and Hull sites", "Leeds", "travel"),
        ("Welsh – we are at the edge of Snowdonia", "Snowdonia", "Welsh"),
        ("Databases - we are on Oracle", "nothing", "Oracle"),
        ("Experience as a Project Manager", "nothing", "Project Manager"),
        ("Two years with Project Manager experience", "nothing", "Project Manager"),
        ("Sales to hospitals and schools", "nothing", "hospitals"),
        ("You will be the person leadership calls when a number is wrong", "leadership", "number is wrong"),
        ("Partner with senior leadership on plans", "leadership", "Partner"),
        ("Work with leadership skills of your own", "nothing", "leadership skills"),
        ("Demonstrated leadership of a team", "nothing", "leadership"),
        ("Serve as subject matter expert on HEDIS measures", "expert", "HEDIS measures"),
        ("Act as the team's subject matter expert", "nothing", "subject matter expert"),
    ],
)
def test_people_and_places_are_no_asks(text: str, gone: str, kept: str) -> None:
    """Known bad: the title of the boss and the towns of the sites were called missing."""
    plain = plainly(text)
    assert gone not in plain
    assert kept in plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("Superb knowledge of beekeeping", "Superb"),
        ("Evidence for SOC 2 Type II", "II"),
        ("Lead, recruit, roster & develop a team of 40", "recruit"),
    ],
)
def test_praise_numerals_and_lone_verbs_are_never_missing(
    matched: Callable[[Resume, Posting], Matching], line: str, never: str
) -> None:
    """Known bad: "superb" and "recruit" stood among what somebody lacks."""
    resume = make_resume([("Keeper", "Thornhill", "2018-01", None, ["Led a team of 14", "Kept SOC 2 tidy"])], years=8.0)
    match = matched(resume, make_posting("Head Keeper", "general", required=(line,))).requirements[0]
    assert never not in match.missing_terms
    assert never not in match.covered_terms


def test_what_is_covered_in_other_words_is_not_missing_too() -> None:
    """Known bad: verbal and written communication was covered, and written communication missing."""
    assert is_within("written communication skills", ["verbal and written communication"])
    assert not is_within("written contracts", ["verbal and written communication"])


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Network & Systems Administrator II", "it-operations"),
        ("Long Haul Driver", "operations"),
        ("HGV Driver (nights)", "operations"),
        ("Supply Teacher", "education"),
        ("Patient Care Technician", "nursing"),
        ("Payroll Analyst", "accounting"),
        ("Keeper of Bees", None),
    ],
)
def test_titles_as_people_write_them_are_known(knowledge: Knowledge, title: str, family: str | None) -> None:
    """Known bad: drivers and administrators of a trade had no years in it."""
    assert family_of(title, knowledge) == family


def test_what_level_a_paper_has_and_a_later_start_of_it_ask_for_nothing_more() -> None:
    """Known bad: whoever held the paper was told to lack the framework that it is on."""
    plain = plainly(
        "A post-graduate qualification in education, or be willing to undertake one within two years (Level 8 or higher on the QQI "
        "framework)"
    )
    assert plain.rstrip() == "A post-graduate qualification in education"
