"""The postings of the sample cases, read whole; swapped files are refused; what both readers cost."""

from __future__ import annotations

from datetime import date

import pytest

from playbook.errors import Refusal
from playbook.intake.files import read
from playbook.knowledge.packs import Knowledge
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.settings import CHECKOUT

TODAY = date(2026, 11, 23)
SAMPLES = CHECKOUT / "datasets" / "samples"
CASES = ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"]


@pytest.mark.parametrize(
    ("case_name", "title", "level", "family", "employer", "place", "kinds"),
    [
        ("jordan-chen", "Software Development Engineer (SDE II), Search & Discovery", "mid", "software", "Amazon", "Seattle, WA", (5, 4, 5)),
        ("amara-okafor", "Registered Nurse II - Cardiovascular Intensive Care Unit (CVICU), Nights", "mid", "nursing",
         "Riverbend Children's and General Hospital", "Cincinnati, Ohio", (4, 6, 6)),
        ("luis-herrera", "Senior Account Executive, Enterprise", "senior", "sales", "Cargowise Signal",
         "Remote, United States (Central time preferred)", (6, 3, 3)),
        ("ines-duarte", "Executive Chef", "lead", "culinary", "Quince & Ember", "Bend, Oregon", (5, 2, 6)),
    ],
)  # fmt: skip
def test_a_sample_is_read_whole(  # noqa: PLR0913  a table
    case_name: str,
    title: str,
    level: str,
    family: str,
    employer: str,
    place: str,
    kinds: tuple[int, int, int],
    knowledge: Knowledge,
) -> None:
    """Head and requirements; each fact verbatim at its span."""
    document = read(SAMPLES / case_name / "job.txt", "job")
    posting = parse_posting(document, knowledge)
    assert (posting.title, posting.level, posting.family) == (title, level, family)
    assert (posting.hiring_organization, posting.job_location) == (employer, place)
    assert tuple(len(posting.of(kind)) for kind in ("required", "preferred", "responsibility")) == kinds
    facts = [*(one.fact for one in posting.requirements), *posting.values, *posting.about]
    assert all(document.text[fact.span.start : fact.span.end] == fact.text for fact in facts)
    assert [one.id for one in posting.requirements] == [f"r{number + 1}" for number in range(len(posting.requirements))]


def test_a_wrapped_requirement_is_one_line(knowledge: Knowledge) -> None:
    """The reference posting's last line is wrapped inside its brackets."""
    posting = parse_posting(read(SAMPLES / "jordan-chen" / "job.txt", "job"), knowledge)
    assert posting.requirements[-1].text.endswith(
        "(Customer Obsession, Ownership, Invent and Simplify, Bias for Action, Deliver Results)"
    )


@pytest.mark.parametrize(
    ("case_name", "values"),
    [
        ("amara-okafor", ["We believe that every patient is someone's whole world", "We treat each other with compassion", "we speak up for safety, every time"]),
        ("luis-herrera", ["We are honest with customers even when it costs us a deal", "we prepare harder than anyone else in the room", "we put the team's number before our own"]),
        ("ines-duarte", ["We cook what grows within an hour's drive", "we waste as little as we can", "we look after the people who cook with us"]),
        ("jordan-chen", []),
    ],
)  # fmt: skip
def test_values_are_whole_clauses(case_name: str, values: list[str], knowledge: Knowledge) -> None:
    """Never cut in half, and what the company does or wants is no value."""
    posting = parse_posting(read(SAMPLES / case_name / "job.txt", "job"), knowledge)
    assert [fact.text for fact in posting.values] == values


def test_the_given_role_overrides_the_title(knowledge: Knowledge) -> None:
    """And with it level and family."""
    document = read(SAMPLES / "jordan-chen" / "job.txt", "job")
    posting = parse_posting(document, knowledge, role="Senior Sales Manager", company="Acme")
    assert (posting.title, posting.family, posting.hiring_organization) == ("Senior Sales Manager", "sales", "Amazon")


@pytest.mark.parametrize("case_name", CASES)
def test_swapped_files_are_refused(case_name: str, knowledge: Knowledge) -> None:
    """A resume is no posting, and a posting no resume."""
    with pytest.raises(Refusal) as job:
        parse_posting(read(SAMPLES / case_name / "resume.txt", "job"), knowledge)
    with pytest.raises(Refusal) as resume:
        parse_resume(read(SAMPLES / case_name / "job.txt", "resume"), knowledge, TODAY)
    assert (job.value.code, resume.value.code) == ("job.not-a-job", "resume.not-a-resume")
