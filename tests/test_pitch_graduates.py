"""A degree that is fresh introduces somebody whose jobs stood beside it; a career introduces itself, with what is newest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.artifacts.resume import Education
from playbook.writing.graduates import degree_asked_for, height, is_graduate
from playbook.writing.pen import Pen
from playbook.writing.pitch_evidence import EvidenceStore
from playbook.writing.pitch_person import hooks
from tests.brief_factory import Asked, Bullet, Case, brief_of, fact

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge

BASE = Case(
    bullets=(Bullet("Labelled 3,000 seed trays for a trial"),),
    asked=(Asked("Seed trials", evidence=(0,)),),
    title="Plant Breeding Intern",
    level="entry",
    relevant_years=1.0,
)


def studied(case: Case, line: str, end: str | None = None) -> Brief:
    brief = brief_of(case)
    course = Education(institution=fact("Mossvale University"), area="Botany", end_date=end, fact=fact(line))
    return brief.model_copy(update={"resume": brief.resume.model_copy(update={"education": (course,)})})


@pytest.mark.parametrize(
    ("brief", "graduate"),
    [
        (studied(BASE, "B.S. Botany, expected May 2027"), True),
        (studied(BASE, "B.S. Botany, June 2026", "2026-06"), True),
        (studied(BASE, "B.S. Botany, 2019", "2019-06"), False),
        (studied(replace(BASE, relevant_years=9.0), "M.Sc. Botany, expected 2027"), False),
        (studied(replace(BASE, title="Head Grower", level="lead"), "M.Sc. Botany, expected 2027"), False),
    ],
)
def test_an_internship_does_not_take_the_degree_from_a_graduate(brief: Brief, *, graduate: bool, knowledge: Knowledge) -> None:
    """Known bad: a new graduate introduced by the job as a teaching assistant."""
    assert is_graduate(brief) is graduate
    said = hooks(Pen("pitch", brief, knowledge))[0][0].text
    assert ("studied Botany" in said) is graduate


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("B.A. Horticulture, Mossvale, 2016", "A.A.S. Office Systems, 2004"),
        ("PhD Botany", "MSc Botany"),
        ("Master of Science in Botany", "BSc (Hons) Botany"),
    ],
)
def test_the_higher_degree_is_known_by_its_name(higher: str, lower: str) -> None:
    assert height(Education(fact=fact(higher))) > height(Education(fact=fact(lower)))


def test_a_degree_that_the_posting_requires_is_said(knowledge: Knowledge) -> None:
    """Known bad: a doctorate that was the first must of the posting stood in neither pitch."""
    asked = replace(BASE, relevant_years=9.0, level="mid", asked=(Asked("Master's or PhD in Botany", kind="required"),))
    course = Education(
        study_type="PhD", institution=fact("University of Mossvale"), area="Botany", fact=fact("PhD, Botany, 2015")
    )
    for case, said in ((asked, True), (replace(asked, asked=(Asked("Seed trials", kind="required"),)), False)):
        brief = brief_of(case)
        brief = brief.model_copy(update={"resume": brief.resume.model_copy(update={"education": (course,)})})
        first = " ".join(line.text for line in hooks(Pen("pitch", brief, knowledge))[0])
        assert ("a PhD in Botany" in first) is said
        assert (degree_asked_for(brief) is not None) is said


def test_what_nobody_can_say_loses_to_what_can_be_said(knowledge: Knowledge) -> None:
    """Known bad: "In my job I cut p99 render time 1.9s > 0.4s", to be said aloud."""
    weights = []
    for text in ("Cut the label time from 1.9s to 0.4s", "Cut the label time 1.9s > 0.4s YTD v. plan"):
        brief = brief_of(Case(bullets=(Bullet(text),), asked=(Asked("Labels", evidence=(0,)),)))
        weights.append(EvidenceStore(brief, knowledge).ranked()[0].weight)
    assert weights[0] > weights[1] + 0.4
