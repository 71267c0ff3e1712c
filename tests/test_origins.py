"""Where somebody comes from is asked about in the words of that way: the forces, short contracts, abroad, a university."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.writing.curveballs import situations
from playbook.writing.origins import comes_from_abroad
from tests.brief_factory import Asked, Bullet, Case, brief_of, fact

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge

BASE = Case(bullets=(Bullet("Counted 4,000 lines each week"),), asked=(Asked("Leading a shift", evidence=(0,)),), level="lead")


def worked(*jobs: tuple[str, str, str], case: Case = BASE, country: str | None = None) -> Brief:
    """The case with these jobs, newest first: title, employer, place."""
    brief = brief_of(case)
    first = brief.resume.work[0]
    work = tuple(
        first.model_copy(
            update={
                "id": f"p{n}",
                "position": fact(title),
                "name": fact(employer),
                "location": place or None,
                "is_current": not n,
            }
        )
        for n, (title, employer, place) in enumerate(jobs)
    )
    resume, posting = brief.resume, brief.posting
    return brief.model_copy(
        update={
            "resume": resume.model_copy(update={"work": work}),
            "posting": posting.model_copy(update={"country": country}),
        }
    )


@pytest.mark.parametrize(
    ("title", "employer", "served"),
    [
        ("Accountable Officer", "U.S. ARMY, Fort Campbell, KY", True),
        ("Petty Officer First Class", "US Navy", True),
        ("Warehouse Sergeant", "Canadian Armed Forces", True),
        ("Electronics Technician, ET3 (E-4)", "Southwest Regional Maintenance Center", True),
        ("Electronics Technician", "USS Harrow", True),
        ("Donation Center Manager", "The Salvation Army", False),
        ("Store Manager", "Old Navy", False),
        ("Teller", "Navy Federal Credit Union", False),
        ("Electrician", "Brightline Contractors, Edwards Air Force Base", False),
        ("Logistics Clerk", "Department of the Army", False),
        ("Supply Clerk", "U.S. Army Reserve", False),
    ],
)
def test_who_comes_from_the_forces_is_asked_why(title: str, employer: str, *, served: bool) -> None:
    """Known bad: an officer of twenty years was asked for a line that is not on the resume, and not why the service ends."""
    true = situations(worked((title, employer, "")))
    assert ("left-military" in true) is served
    assert ("leads-after-military" in true) is served


def test_who_leads_nobody_is_not_asked_how_to_lead_those_who_can_quit() -> None:
    true = situations(worked(("Supply Clerk", "US Army", ""), case=replace(BASE, level="entry")))
    assert "left-military" in true
    assert "leads-after-military" not in true


def test_nobody_leaves_the_service_for_the_service() -> None:
    assert "left-military" not in situations(
        worked(("Supply Clerk", "US Army", ""), case=replace(BASE, company="US Air Force"))
    )
    assert "left-military" not in situations(worked(("Stocker", "Alder Foods", ""), ("Supply Clerk", "US Army", "")))


@pytest.mark.parametrize(
    ("titles", "short"),
    [
        (("Analyst (contract)", "Analyst (6-month contract)", "Clerk (temp)"), True),
        (("Fixed-term Lecturer", "Sessional Lecturer", "Locum Lecturer"), True),
        (("Contract Manager", "Contracts Manager", "Contract Administrator"), False),
        (("Analyst (contract)", "Analyst", "Clerk (temp)"), False),
    ],
)
def test_posts_that_were_meant_to_end_are_told_from_short_stays(titles: tuple[str, ...], *, short: bool) -> None:
    jobs = [(title, "Alder Works", "") for title in titles]
    assert ("short-contracts" in situations(worked(*jobs))) is short


@pytest.mark.parametrize(
    ("places", "abroad"),
    [
        (("Lagos, Nigeria",), True),
        (("Sudbury, Ontario", "Lagos, Nigeria"), True),
        (("Sudbury, Ontario", "Lagos, Nigeria", "Toronto, Ontario"), False),
        (("Sudbury, Ontario", "Toronto, Ontario"), False),
        (("",), False),
    ],
)
def test_experience_of_another_country_is_asked_about_where_the_work_is_elsewhere(
    places: tuple[str, ...], knowledge: Knowledge, *, abroad: bool
) -> None:
    jobs = [("Administrator", "Alder Bank", place) for place in places]
    assert comes_from_abroad(worked(*jobs, country="ca"), knowledge) is abroad
    assert not comes_from_abroad(worked(*jobs), knowledge)


@pytest.mark.parametrize(
    ("title", "employer", "left"),
    [
        ("Postdoctoral Researcher", "University of Ilmen", True),
        ("Research Associate", "Mossvale University", True),
        ("Research Associate", "Alder Pharma", False),
        ("Student Research Assistant", "Mossvale University", False),
        ("Accountant", "Mossvale University", False),
    ],
)
def test_who_leaves_a_university_is_asked_about_time(title: str, employer: str, *, left: bool) -> None:
    assert ("from-university" in situations(worked((title, employer, "")))) is left
    at_one = replace(BASE, company="Ilmen College")
    assert "from-university" not in situations(worked((title, employer, ""), case=at_one))
