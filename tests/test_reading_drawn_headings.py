"""Headings, remarks and lists that people draw by hand, in a text file: what is drawn is no part of what is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.resume import Resume
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.resume import parse_resume

Parse = Callable[[str], Resume]
REST = "\n\nREFERENCES\n" + "Available on request from people who have worked with me for a long time. " * 4


@pytest.fixture
def parse_lines(knowledge: Knowledge) -> Parse:
    """A resume as a text file has it, with enough below it for a resume."""
    return lambda text: parse_resume(read_bytes((text + REST).encode(), "resume", "text"), knowledge, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("about", "skills", "work"),
    [
        ("// about", "// skills", "// experience"),
        ("//about me", "//skills", "//work experience"),
        ("/* about */", "/* skills */", "/* experience */"),
    ],
)
def test_a_heading_that_looks_like_a_comment_opens_its_section(parse_lines: Parse, about: str, skills: str, work: str) -> None:
    """Known bad: the stroke was taken for the rest of the line above, so that the whole document became a list of skills."""
    resume = parse_lines(
        f"Ana Cruz\nana@example.com\n\n{about}\nI build small pages that people can use with a keyboard, and I like it.\n\n"
        f"{skills}\nHTML, CSS, JavaScript\n\n{work}\nFront-End Intern, Harrow Collective, remote\nApril 2026 – July 2026\n"
        "- Fixed 37 tickets across five sites of small charities, with a senior developer\n"
    )
    assert [one.name for one in resume.skills] == ["HTML", "CSS", "JavaScript"]
    assert [(one.title, one.employer) for one in resume.work] == [("Front-End Intern", "Harrow Collective")]
    assert resume.label is None


def test_education_and_certificates_stand_below_one_heading(parse_lines: Parse) -> None:
    """Known bad: courses below a school in such a section were taken for its details, and lost."""
    resume = parse_lines(
        "Ana Cruz\nana@example.com\n\n// education + certs\nHarrow Community College, 48 credits toward AA (2017-2019)\n"
        "Responsive Web Design — freeCodeCamp\nAn Introduction to Web Accessibility – in progress\nFirst Aid/CPR\n"
    )
    held = [one.fact.text for one in (*resume.education, *resume.certificates)]
    assert len(held) == 4
    assert any(one.startswith("Responsive Web Design") for one in held)


def test_a_project_is_named_above_its_tools_and_its_bullets(parse_lines: Parse) -> None:
    """Known bad: each bullet was a project of its own, and what was done in the second one was lost."""
    resume = parse_lines(
        "Ana Cruz\nana@example.com\n\nPROJECTS\nStopWatchers — arrival board for low-vision riders (team of 4)\n"
        "React, Express, deployed on a small server\n- Built the arrivals table as a real table\n- Interviewed six riders at the station\n\n"
        "Tip Jar – tip-splitting calculator (solo)\nVanilla JS.\n- Replaced a paper sheet that took 25 minutes a night\n\n"
        "Hilltop Garden website (volunteer), 2025-2026\n- Moved the site to WordPress and taught two coordinators\n\n"
        "EXPERIENCE\nBarista, Harrow Roasters\n08/2019 - 06/2021\n- Learned the names of 140 regulars and their drinks\n"
    )
    told = {one.employer: len(one.highlights) for one in resume.projects}
    assert told == {"StopWatchers": 2, "Tip Jar": 1, "Hilltop Garden website (volunteer)": 1}
    assert {"React", "Express"} <= {one.name for one in resume.skills}
    summary = resume.projects[0].summary
    assert summary is not None
    assert summary.text.startswith("arrival board")


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_title_below_what_its_employer_is_has_the_dates_of_the_employers_line(parse_lines: Parse, gap: str) -> None:
    """Known bad: the present post had no dates, so that fourteen years were counted as six."""
    resume = parse_lines(
        "Ana Cruz\nController who has worked with people in plants and offices for many years and likes plain numbers.\n\n"
        "EXPERIENCE\n\nHALVARD STAMPING & ASSEMBLY, INC. — Canton, OH                     2017 – Present\n"
        f"(Third-generation, family-owned metal stamping manufacturer; $86MM revenue, 3 plants)\n{gap}"
        "Controller (promoted Jan. 2019)\nReport to the owner; direct a team of 7 (cost accountant, payroll). No deputy.\n"
        "- Cut the close from 15 business days to 6\n\nAssistant Controller (Mar. 2017 – Dec. 2018)\n- Wrote the manual of policies\n"
    )
    held = [(one.title, one.start_date, one.is_current) for one in resume.work]
    assert held == [("Controller", "2019-01", True), ("Assistant Controller", "2017-03", False)]
    assert resume.work[0].summary is not None
    assert not any(one.text == "No deputy." for one in resume.work[0].highlights)


def test_a_list_that_is_spread_by_hand_ends_its_items_with_its_lines() -> None:
    """Known bad: the last skill of a line and the first of the next were one."""
    text = (
        "Ana Cruz\n\nSKILLS\nMonth-end Close  •  Standard Costing & Inventory  •  Cash Flow Forecasting  •  Budgeting\n"
        "Audit Liaison  •  Bank Covenants / Borrowing Base  •  Implementation of Systems  •  Internal Controls\n"
        "Team Development  •  Capital Expenditure Analysis  •  US GAAP\n\nEXPERIENCE\n" + "a word " * 30
    )
    lines = read_bytes(text.encode(), "resume", "text").text.splitlines()
    assert any(line.startswith("Team Development") for line in lines)


def test_a_town_stands_before_its_state_without_a_comma_where_a_postal_code_follows(parse_lines: Parse) -> None:
    """Known bad: nobody knew where the candidate lives."""
    resume = parse_lines(
        "Ana Cruz\nTacoma WA 98405 - ana@example.com - (253) 555-0117\n\nEXPERIENCE\nBarista, Harrow Roasters\n"
        "08/2019 - 06/2021\n- Learned the names of 140 regulars\n"
    )
    assert resume.location == "Tacoma WA"


def test_what_stands_behind_the_dates_of_a_role_and_a_dot_is_another(parse_lines: Parse) -> None:
    """Known bad: the treasurer of one society was one of a school's committee."""
    resume = parse_lines(
        "Ana Cruz\nana@example.com\n\nEXPERIENCE\nBarista, Harrow Roasters\n08/2019 - 06/2021\n- Learned 140 names\n\n"
        "COMMUNITY\nTreasurer, Stark County Habitat affiliate (2019–present) • Board finance committee, St. Brendan's School\n"
    )
    assert ("Treasurer", "Stark County Habitat affiliate", "2019") in {
        (one.title, one.employer, one.start_date) for one in resume.volunteer
    }
