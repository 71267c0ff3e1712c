"""What is done today is told in the present: of several jobs each, with the title as it is said and the years as stated."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from brief_factory import Bullet, Case, brief_of

from playbook.artifacts.brief import Brief
from playbook.artifacts.names import spoken_title, with_the
from playbook.artifacts.resume import Years
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Fact, Span
from playbook.writing.pen import Pen
from playbook.writing.pitch import pitch
from playbook.writing.pitch_evidence import EvidenceStore
from playbook.writing.pitch_person import hooks, years
from playbook.writing.pitch_short import _ends_in
from playbook.writing.spoken_deeds import still


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
        ("Optician (full time, 4 days + alternate Saturdays)", "Optician"),
        ("Optician – part time / temp", "Optician"),
        ("Designer – Contract Packaging", "Designer – Contract Packaging"),
        ("Chef (contract catering)", "Chef (contract catering)"),
        ("Account Executive (Mid-Market)", "Account Executive (Mid-Market)"),
        ("Security Officer (Cat 2)", "Security Officer (Cat 2)"),
        ("Pilot (737)", "Pilot (737)"),
        ("Work Center Supervisor, ET2 (E-5)", "Work Center Supervisor"),
        ("Leading Petty Officer (LPO), Electronics - ET1 (E-6)", "Leading Petty Officer (LPO), Electronics"),
        ("SSG (E-6)", "SSG"),
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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("University of Wexmoor", "the University of Wexmoor"),
        ("Ministry of Roads", "the Ministry of Roads"),
        ("Bank of Harrow", "Bank of Harrow"),
        ("Harrow University", "Harrow University"),
    ],
)
def test_a_name_that_needs_its_article_has_it(name: str, said: str) -> None:
    """Known bad: "I'd like to bring that to University of Wexmoor"."""
    assert with_the(name) == said


def test_a_sentence_that_opens_with_such_a_name_has_a_capital(knowledge: Knowledge) -> None:
    case = brief_of(Case(bullets=(Bullet("Kept the desk"),), asked=()))
    brief = case.model_copy(update={"company": case.company.model_copy(update={"name": "University of Wexmoor"})})
    pen = Pen("pitch", brief, knowledge)
    assert (
        pen.draft("{company} asks. I like {company}.").text
        == "The University of Wexmoor asks. I like the University of Wexmoor."
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("was a clinical educator for two wards", "am a clinical educator for two wards"),
        ("was responsible for films and trays", "am responsible for films and trays"),
        (
            "was deputy of the head of buying during his sick leave, 2024",
            "was deputy of the head of buying during his sick leave, 2024",
        ),
        ("was a member of the board while it lasted", "was a member of the board while it lasted"),
        ("washed 40 cars", "washed 40 cars"),
    ],
)
def test_what_somebody_is_today_is_told_of_today(said: str, told: str) -> None:
    """Known bad: "Today I am an educator. On top of that I was a clinical educator for two wards"."""
    assert still(said) == told


def test_nobody_says_their_name_twice_or_where_their_headline_leads(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Known bad: "I'm Jordan "Jo" Chen, a tester, later Test Automation with 7 years of experience"."""
    brief = case("jordan-chen")
    headline = Fact(text="Tester -> Test Automation", span=Span(document="resume", start=0, end=25))
    resume = brief.resume.model_copy(update={"summary": None, "label": headline})
    said = pitch(brief.model_copy(update={"candidate": 'Jordan "Jo" Chen', "resume": resume}), knowledge).thirty_seconds
    words = said[0].prose.text
    assert words.startswith("I'm Jo Chen, a Tester")
    assert "Automation" not in words


def test_a_strong_line_is_said_in_fewer_words_before_a_weak_one_is_taken(knowledge: Knowledge) -> None:
    """Known bad: reports that were retired as the proof of a pitch, because the screening rate was three words too long."""
    text = "Built gap lists (CBP, COL) for 71 practices; screening rate up from 58% to 67% in two measurement years"
    (best,) = EvidenceStore(brief_of(Case(bullets=(Bullet(text, ("technical-depth",)),), asked=())), knowledge).ranked()
    assert best.said.endswith("in two measurement years")
    assert best.shorter.endswith("from 58% to 67%")


def test_an_employer_that_was_just_named_is_not_named_again_in_the_next_breath() -> None:
    """Known bad: "… at Marrow Health, where I began in 2018. At Marrow Health, I built …"."""
    assert _ends_in("I'm Ana Ruiz, an analyst at Marrow Health, where I began in 2018.", "Marrow Health")
    assert _ends_in("I'm Ana Ruiz, today at Marrow Health.", "Marrow Health")
    assert not _ends_in("I'm Ana Ruiz of Marrow Health, and studied at Leeds.", "Marrow Health")
