"""What is done today is told in the present: of several jobs each, with the title as it is said and the years as stated."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from brief_factory import Bullet, Case, brief_of

from playbook.artifacts.brief import Brief
from playbook.artifacts.names import spoken_title
from playbook.artifacts.resume import Years
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Fact, Span
from playbook.writing.pen import Pen
from playbook.writing.pitch import pitch
from playbook.writing.pitch_person import hooks, years


def test_another_job_of_today_is_never_told_in_the_past(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Known bad: "There was also the Larkfield clinic, where I was a nurse" of a job that is held today."""
    brief = case("jordan-chen")
    first, second, *others = brief.resume.work
    second = second.model_copy(update={"is_current": True, "end_date": None})
    resume = brief.resume.model_copy(update={"work": (first.model_copy(update={"is_current": True}), second, *others)})
    told = pitch(brief.model_copy(update={"resume": resume}), knowledge).two_minutes
    past, present = (part.prose.text for part in told[:2])
    assert second.employer not in past
    assert f"at {second.employer}" in present
    assert f"Since {str(second.start_date)[:4]} I have also been" in present


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("School Nurse (PT, 2-3 days/wk, school year)", "School Nurse"),
        ("Front-End Intern (unpaid, part time)", "Front-End Intern"),
        ("Ward Nurse (part-time, Pediatrics)", "Ward Nurse (Pediatrics)"),
        ("Sonographer (per diem", "Sonographer"),
        ("Payroll Clerk (0.6 FTE)", "Payroll Clerk"),
        ("Data Analyst (12 month contract)", "Data Analyst"),
        ("Payroll Clerk FT", "Payroll Clerk"),
        ("Chef (contract catering)", "Chef (contract catering)"),
        ("Account Executive (Mid-Market)", "Account Executive (Mid-Market)"),
        ("Security Officer (Cat 2)", "Security Officer (Cat 2)"),
        ("Pilot (737)", "Pilot (737)"),
    ],
)
def test_hours_in_brackets_are_no_part_of_a_title(written: str, said: str) -> None:
    """Known bad: "Since 2022 I have been a School Nurse (PT, 2-3 days/wk, school year)"."""
    assert spoken_title(written) == said


@pytest.mark.parametrize(
    ("summary", "stated", "said"),
    [
        ("Careful clerk with nine years' bench support behind me.", "nine years", ""),
        ("Careful clerk with 6 years of records management, now leading.", "6 years", ""),
        ("Careful clerk with nine years of experience.", "nine years of experience", "nine years"),
        ("Careful clerk with 12 years in kitchens.", "12 years", "12 years"),
    ],
)
def test_the_years_of_one_kind_of_work_are_not_said_of_all(
    case: Callable[[str], Brief], summary: str, stated: str, said: str
) -> None:
    """Known bad: "a Litigation Clerk with nine years of experience" where nine years of bench support are stated."""
    brief = case("jordan-chen")
    at = max(summary.find(stated), 0)
    resume = brief.resume.model_copy(
        update={
            "summary": Fact(text=summary, span=Span(document="resume", start=100, end=100 + len(summary))),
            "years": Years(
                stated=9,
                stated_fact=Fact(text=stated, span=Span(document="resume", start=100 + at, end=100 + at + len(stated))),
                computed=11,
            ),
        }
    )
    assert years(brief.model_copy(update={"resume": resume})) == said


@pytest.mark.parametrize(
    ("title", "name", "said"),
    [
        ("Design Engineer", "Self-employed", "a Design Engineer, and since 2021 I have worked for myself."),
        ("Design Engineer", "Freelance / own business", "a Design Engineer, and since 2021 I have worked for myself."),
        ("Clerk → Senior Clerk (Stores)", "Orrin Tile Ltd", "a Senior Clerk (Stores), and since 2021 I have been at Orrin Tile Ltd."),
        ("Clerk, later Senior Clerk", "Orrin Tile Ltd", "a Senior Clerk, and since 2021 I have been at Orrin Tile Ltd."),
    ],
)  # fmt: skip
def test_who_works_alone_works_for_themselves_and_the_title_of_today_is_the_last(
    title: str, name: str, said: str, knowledge: Knowledge
) -> None:
    """Known bad: "since 2021 I have been at Self-employed"; who became a senior clerk introduced as a clerk."""
    brief = brief_of(Case(bullets=(Bullet("Drew the caps"),), asked=()))
    told = {"position": _fact(title), "name": _fact(name), "dates": _fact("2021 - now")}
    now = brief.resume.work[0].model_copy(update={**told, "start_date": "2021", "end_date": None, "is_current": True})
    resume = brief.resume.model_copy(update={"work": (now,), "label": None, "summary": None})
    pen = Pen("pitch", brief.model_copy(update={"resume": resume}), knowledge)
    assert hooks(pen)[0][0].text == f"I'm Robin Vale, {said}"


def _fact(text: str) -> Fact:
    return Fact(text=text, span=Span(document="resume", start=0, end=len(text)))
