"""A must that nobody could judge has a script, which asks and never denies; and a title is what the posting says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.bridge_gaps import bridge_for
from playbook.writing.gap_titles import at_least_two_words
from playbook.writing.gaps import choose_gaps
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BULLETS = (Bullet("Cut the monthly close from 15 days to 6"), Bullet("Directed a team of 7 accountants", ("leadership",)))


def case_with(*asked: Asked) -> Case:
    """A controller and these requirements."""
    return Case(bullets=BULLETS, asked=asked)


@pytest.mark.parametrize(
    ("text", "title", "term"),
    [
        (
            "Prior experience in a private equity-backed environment",
            "Private Equity-Backed Environment",
            "experience in a private equity-backed environment",
        ),
        (
            "Experience working with private equity owners",
            "Working with Private Equity Owners",
            "experience working with private equity owners",
        ),
        (
            "Multi-plant responsibility with at least $250M in revenue",
            "Multi-Plant Responsibility",
            "multi-plant responsibility",
        ),
        ("Healthcare IT experience (EHR, PMS, revenue cycle)", "Healthcare IT Experience", "Healthcare IT experience"),
    ],
)
def test_a_must_that_nobody_could_judge_comes_before_a_wish_that_is_missing(
    knowledge: Knowledge, text: str, title: str, term: str
) -> None:
    """Known bad: the house, the people or the scope that a line asks about is no name of a gap, and it had no script."""
    wish = Asked("Experience with Solr", "gap", "preferred", missing=("Solr",))
    first, second = choose_gaps(brief_of(case_with(wish, Asked(text, "unknown"))), knowledge)
    assert (first.title, first.term, first.status) == (title, term, "unknown")
    assert second.term == "Solr"
    assert bridge_for(first, knowledge).id == "unclear"


@pytest.mark.parametrize(
    ("status", "kind"),
    [("unknown", "preferred"), ("unknown", "responsibility"), ("gap", "required")],
)
def test_only_a_must_that_was_not_judged_is_asked_in_the_words_of_its_line(
    knowledge: Knowledge, status: str, kind: str
) -> None:
    """A wish of that kind is no gap worth a script, and what is judged is named by what is missing."""
    asked = Asked("Experience in a fast-paced environment", status, kind)  # type: ignore[arg-type]  # parametrized literals
    assert choose_gaps(brief_of(case_with(asked)), knowledge) == ()


def test_what_somebody_is_like_is_no_gap_however_it_is_asked(knowledge: Knowledge) -> None:
    """Neither a way to be nor what one agrees to is missing from a resume."""
    asked = (
        Asked("Resilience and the ability to challenge constructively", "unknown"),
        Asked("Willingness to travel up to 50%", "unknown"),
        Asked("Excellent written and verbal communication skills", "unknown"),
    )
    assert choose_gaps(brief_of(case_with(*asked)), knowledge) == ()


def test_having_done_a_thing_is_no_sign_of_a_paper_on_it(knowledge: Knowledge) -> None:
    """Known bad: a bullet on teaching hid the question whether a teaching qualification is held."""
    case = Case(
        bullets=(Bullet("Taught and assessed 14 students a year", ("teaching", "mentoring")),),
        asked=(Asked("Teaching and assessing qualification", "unknown"),),
    )
    (gap,) = choose_gaps(brief_of(case), knowledge)
    assert gap.title == "Teaching and Assessing Qualification"
    assert bridge_for(gap, knowledge).id == "unclear-paper"


@pytest.mark.parametrize(
    ("title", "kind", "asked", "named"),
    [
        ("DICOM", "domain", "Understanding of DICOM, HL7 and PACS", "Understanding of DICOM"),
        ("DNS", "domain", "Knowledge of networking fundamentals: DNS, TLS, load balancing", "Knowledge of DNS"),
        ("Cryogens", "domain", "Experience with cryogens (liquid helium)", "Cryogens Experience"),
        ("Automotive", "domain", "Automotive background", "Automotive Background"),
        ("Spanish", "language", "Spanish is a plus", "Spanish Fluency"),
        ("Kafka", "tool", "Kafka", "Kafka Experience"),
        ("CCRN", "certificate", "Knowledge of hemodynamics; CCRN", "CCRN Certification"),
    ],
)
def test_a_title_of_one_word_gets_the_word_by_which_the_posting_asks(title: str, kind: str, asked: str, named: str) -> None:
    """Known bad: "DICOM Background", which neither the posting nor anybody else says."""
    assert at_least_two_words(title, kind, asked) == named


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("AWS certification or equivalent hands-on experience", "AWS Certification"),
        ("Experience leading a software team of five or more, with line management", "Leading a Software Team"),
        ("Experience of the care home sector or of Ireland", "Care Home Sector"),
    ],
)
def test_a_title_is_not_cut_in_a_hyphen_nor_named_by_a_joint(knowledge: Knowledge, text: str, title: str) -> None:
    """Known bad: "Equivalent Hands-", "More Experience", "Of Ireland"."""
    case = Case(bullets=(Bullet("Baked bread"),), asked=(Asked(text, "gap"),))
    assert [gap.title for gap in choose_gaps(brief_of(case), knowledge)] == [title]
