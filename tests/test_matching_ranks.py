"""Years on a level or in a title: a lower post that shares words with it is none, and any of several titles will do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


def _asked(matched: Match, line: str, years: float, *titles: str, bullet: str = "Answered the phones") -> RequirementMatch:
    """What becomes of a line beside posts of two years each, the newest first."""
    roles: list[tuple[str, str, str, str | None, list[str]]] = [
        (title, f"Oakfield {at}", f"{2024 - 2 * at}-01", f"{2025 - 2 * at}-12", [bullet]) for at, title in enumerate(titles)
    ]
    posting = make_posting("Superintendent", "civil", required=((line, years),))
    return matched(make_resume(roles, years=2.0 * len(titles)), posting).of("r1")


@pytest.mark.parametrize(
    ("titles", "met"),
    [
        (("Assistant Superintendent", "Lead Carpenter"), False),
        (("Asst. Superintendent", "Carpenter Foreman"), False),
        (("Superintendent", "Assistant Superintendent"), True),
        (("Construction Manager", "Assistant Superintendent"), True),
    ],
)
def test_a_deputy_has_not_had_the_post(matched: Match, titles: tuple[str, ...], met: bool) -> None:
    """Known bad: "2 years as lead Superintendent" covered by an assistant, and by the lead carpenter before that."""
    line = "3+ years in construction, including at least 2 as lead Superintendent on a new building"
    found = _asked(matched, line, 3.0, *titles)
    assert ("lead Superintendent" in found.missing_terms) is not met


@pytest.mark.parametrize(("title", "met"), [("Events Coordinator", False), ("Events Manager", True), ("Venue Manager", True)])
def test_titles_in_brackets_are_the_rank_that_is_asked_for(matched: Match, title: str, met: bool) -> None:
    """Known bad: "a similar role (Events Manager or Assistant Manager)" covered by a coordinator."""
    line = "2 years in a similar role (Events Manager or Assistant Manager) in a hotel"
    found = _asked(matched, line, 2.0, title, bullet="Ran banquets of a hotel")
    assert ("Events Manager or Assistant Manager" in found.missing_terms) is not met


def test_any_of_several_levels_will_do(matched: Match) -> None:
    """Known bad: "supervisory" missing of a head teller where "lead, supervisory or head teller" is asked for."""
    line = "3 years of retail banking experience, with at least 1 year in a lead, supervisory or head teller capacity"
    assert not _asked(matched, line, 3.0, "Head Teller", "Teller", bullet="Served bank customers").missing_terms
    led = _asked(matched, line, 3.0, "Teller", "Teller", bullet="Supervised 5 tellers in a bank")
    assert not led.missing_terms
    assert _asked(matched, line, 3.0, "Teller", "Teller", bullet="Served bank customers").missing_terms


@pytest.mark.parametrize(
    ("bullet", "met"),
    [
        ("Lead 6 service techs and 2 apprentices covering 43 accounts", True),
        ("Ran a service crew of 6 on nights", True),
        ("LPO for 14 Sailors in the radar shop", True),
        ("Led 6 tours a week", False),
        ("Serviced racks for 31 grocery stores", False),
    ],
)
def test_who_counts_those_they_lead_has_led_people(matched: Match, bullet: str, met: bool) -> None:
    """Known bad: years of supervision partly shown by somebody who leads eight people and says so."""
    resume = make_resume([("Service Technician", "Larch Cooling", "2019-01", None, [bullet])], years=7.9)
    posting = make_posting("Facilities Supervisor", "maintenance", required=(("2 years of supervisory experience", 2.0),))
    assert (matched(resume, posting).of("r1").status == "covered") is met


_MANAGERS = "At least 2 years as a Front Office Manager, Rooms Division Manager or Deputy GM in a hotel of 150+ bedrooms"


@pytest.mark.parametrize(
    ("title", "summary", "status"),
    [
        ("Front Office Manager", "Front Office Manager of a 187-bedroom four-star property.", "covered"),
        ("Front Office Manager", "Front Office Manager of a 90-bedroom four-star property.", "partial"),
        ("Assistant Front Office Manager", "At the desk of a 187-bedroom four-star property.", "partial"),
    ],
)
def test_any_title_of_a_list_will_do_and_the_summary_says_how_large_the_house_is(
    matched: Match, title: str, summary: str, status: str
) -> None:
    """Known bad: a front office manager of five years lacked "Rooms Division", a word of the next title in the list."""
    role: tuple[str, str, str, str | None, list[str]] = (title, "The Calder Row Hotel", "2021-03", None, ["Wrote the rota"])
    posting = make_posting("Rooms Division Manager", "hospitality", required=((_MANAGERS, 2.0),))
    found = matched(make_resume([role], summary=summary, years=5.7), posting).of("r1")
    assert found.status == status
    assert "Rooms Division" not in found.missing_terms or title.startswith("Assistant")
