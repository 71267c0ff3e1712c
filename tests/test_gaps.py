"""Which gaps the playbook speaks of, and how it names them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.writing.gaps import choose_gaps, title_case
from playbook.writing.terms import is_shown, kind_of
from tests.brief_factory import Asked, Bullet, Case, Stated, brief_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge

BULLETS = (
    Bullet("Led a team of 9 cooks through two kitchen moves", ("leadership",)),
    Bullet("Built REST services in Java for 2M users", ("technical-depth",)),
)


def case_with(*asked: Asked, values: tuple[Stated, ...] = (), skills: tuple[str, ...] = ()) -> Case:
    """A case with two bullets and these requirements."""
    return Case(bullets=BULLETS, asked=asked, values=values, skills=skills)


def test_gaps_come_in_the_order_of_their_weight(knowledge: Knowledge) -> None:
    """Required gaps first, then what is met in part, then preferences."""
    case = case_with(
        Asked("Experience with Solr", "gap", "preferred", missing=("Solr",)),
        Asked("Kafka and wood-fire cooking", "partial", missing=("wood-fire cooking",)),
        Asked("Fluency in Hungarian", "gap", missing=("Hungarian",)),
    )
    gaps = choose_gaps(brief_of(case), knowledge)
    assert [gap.term for gap in gaps] == ["Hungarian", "wood-fire cooking", "Solr"]
    assert [gap.number for gap in gaps] == [1, 2, 3]


def test_what_is_covered_is_never_a_gap(knowledge: Knowledge) -> None:
    """Nothing weak: no gaps."""
    case = case_with(Asked("Experience with Java", evidence=(1,)), Asked("Leading cooks", kind="preferred", evidence=(0,)))
    assert choose_gaps(brief_of(case), knowledge) == ()


def test_a_thing_that_the_resume_names_is_never_missing(knowledge: Knowledge) -> None:
    """A known-bad match that lists Java as missing although a bullet names it: the term is dropped, and the gap with it."""
    case = case_with(Asked("Java and Solr", "partial", missing=("Java", "Solr")), Asked("Java", "gap", missing=("java",)))
    gaps = choose_gaps(brief_of(case), knowledge)
    assert [gap.term for gap in gaps] == ["Solr"]


def test_a_title_names_what_is_missing_in_two_to_five_words(knowledge: Knowledge) -> None:
    """Never the whole requirement, always title case."""
    case = case_with(
        Asked("Experience with ECMO or ventricular assist devices", "gap", missing=("ECMO", "ventricular assist devices")),
        Asked("Proven ability to negotiate long contracts with growers, millers and three kinds of agents", "gap"),
        Asked("Fluency in Hungarian", "gap", missing=("Hungarian",)),
    )
    for gap in choose_gaps(brief_of(case), knowledge):
        assert 2 <= len(gap.title.split()) <= 5, gap.title
        assert gap.title[0].isupper()
    assert choose_gaps(brief_of(case), knowledge)[0].title == "ECMO and Ventricular Assist Devices"


def test_the_requirement_is_quoted_whole(knowledge: Knowledge) -> None:
    """`about` is the line of the posting, with the posting as its source."""
    text = "Experience with Solr, or with another search engine that was run in production"
    (gap,) = choose_gaps(brief_of(case_with(Asked(text, "gap", missing=("Solr",)))), knowledge)
    assert gap.about.text == text
    assert gap.about.provenance == "job"


def test_a_stated_value_without_evidence_is_a_gap_of_its_own_kind(knowledge: Knowledge) -> None:
    """Values come after requirements; a value with evidence is none."""
    values = (Stated("Compassion"), Stated("Speak Up", evidence=(0,)))
    (gap,) = choose_gaps(brief_of(case_with(Asked("Java", evidence=(1,)), values=values)), knowledge)
    assert (gap.kind, gap.value, gap.title) == ("value", "v1", "Examples of Compassion")


def test_values_that_nobody_stated_are_not_missing(knowledge: Knowledge) -> None:
    """What is typical for the field is not asked for."""
    case = replace(case_with(Asked("Java", evidence=(1,)), values=(Stated("Compassion"),)), values_from="role")
    assert choose_gaps(brief_of(case), knowledge) == ()


def test_what_could_not_be_judged_says_so(knowledge: Knowledge) -> None:
    """An unknown requirement comes last, and with its status."""
    case = case_with(Asked("Experience with zymurgical blending", "unknown", missing=("zymurgical blending",)))
    (gap,) = choose_gaps(brief_of(case), knowledge)
    assert (gap.status, gap.title, gap.kind) == ("unknown", "Zymurgical Blending", "other")


def test_what_years_are_to_be_of_is_named_without_years_that_nobody_can_count(knowledge: Knowledge) -> None:
    """Known bad: "3+ Years of People Management" was a gap of who has the years, and the playbook was held for it."""
    asked = Asked("3+ years of people management", "partial", missing=("people management",))
    (gap, *_) = choose_gaps(brief_of(case_with(asked)), knowledge)
    assert gap.title == "People Management"


def test_missing_years_are_named_in_the_posting_s_words(knowledge: Knowledge) -> None:
    """The number is the posting's."""
    case = replace(case_with(Asked("8+ years in professional kitchens", "partial", years=8)), relevant_years=5)
    (gap,) = choose_gaps(brief_of(case), knowledge)
    assert gap.kind == "years"
    assert gap.title.startswith("8+ Years")


def test_the_same_thing_is_named_once(knowledge: Knowledge) -> None:
    """Two requirements that lack the same thing are one gap."""
    case = case_with(
        Asked("Experience with Solr", "gap", missing=("Solr",)),
        Asked("Search engines such as Solr", "gap", "preferred", missing=("Solr",)),
    )
    assert len(choose_gaps(brief_of(case), knowledge)) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("wood-fire cooking", "Wood-Fire Cooking"),
        ("state of the art", "State of the Art"),
        ("on-call experience", "On-Call Experience"),
        ("state-of-the-art tools", "State-of-the-Art Tools"),
        ("NoSQL databases", "NoSQL Databases"),
    ],
)
def test_title_case_keeps_small_words_small_and_names_as_they_are(text: str, title: str) -> None:
    """Small words inside a title stay small."""
    assert title_case(text) == title


def test_terms_are_known_by_the_packs_names(knowledge: Knowledge) -> None:
    """A kind is looked up, and a resume shows a thing by any of its names."""
    resume = brief_of(case_with(Asked("Java"), skills=("PostgreSQL",))).resume
    assert is_shown("java", resume, knowledge)
    assert not is_shown("JavaScript", resume, knowledge)
    assert kind_of("Java", knowledge) in {"tool", "method", "domain", "soft", "language"}
    assert kind_of("zymurgical blending", knowledge) == "other"


@pytest.mark.parametrize("name", ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"])
def test_sample_cases_have_no_false_gap(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """No gap of a sample case names something that its resume shows."""
    brief = case(name)
    gaps = choose_gaps(brief, knowledge)
    assert len(gaps) <= 3
    for gap in gaps:
        assert not is_shown(gap.term, brief.resume, knowledge), gap
        if gap.requirement is not None:
            assert brief.matching.of(gap.requirement).status != "covered"
