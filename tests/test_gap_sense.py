"""Which names a gap may have: things that one can have done, used or hold, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.bridge_gaps import bridge_for
from playbook.writing.gap_names import core
from playbook.writing.gaps import choose_gaps
from playbook.writing.plan_90_days import plan_90_days
from tests.brief_factory import Asked, Bullet, Case, Stated, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BULLETS = (
    Bullet("Led a team of 9 cooks through two kitchen moves", ("leadership",)),
    Bullet("Built REST services in Java for 2M users", ("technical-depth",)),
)


def terms(knowledge: Knowledge, *asked: Asked) -> list[str]:
    """What the gaps of these requirements are called."""
    return [gap.term for gap in choose_gaps(brief_of(Case(bullets=BULLETS, asked=asked)), knowledge)]


@pytest.mark.parametrize(
    ("text", "kind", "missing"),
    [
        ("Reporting to the Fleet Manager, you plan the day's routes", "responsibility", "Fleet Manager"),
        ("Experience of supervising interns or junior staff", "required", "junior staff"),
        ("Take part in the sporting and social life of the college", "responsibility", "social life"),
        ("Forklift certificate per Kansas Board of Trades", "required", "Board"),
        ("Diploma in brewing from a reputed institute", "required", "reputed"),
        ("Bachelor's degree in CS or a related field, or equivalent experience", "required", "CS"),
        ("B.S. in Chemistry from an ACS-accredited program", "required", "ACS-accredited program"),
        ("Serve as first point of contact for growers", "responsibility", "first point of contact"),
        ("The post is subject to the Rehabilitation of Offenders Act", "required", "Offenders"),
        ("Able to travel to our Brumley and Oakford sites", "required", "Oakford sites"),
        ("Report changes in patient condition to the physician", "responsibility", "patient condition"),
    ],
)
def test_people_places_and_scraps_are_no_gap_of_what_is_met_in_part(
    knowledge: Knowledge, text: str, kind: str, missing: str
) -> None:
    """Nobody lacks the manager whom they would report to, nor a piece of a name, nor the school of a degree that they hold."""
    assert terms(knowledge, Asked(text, "partial", kind, missing=(missing,))) == []  # type: ignore[arg-type]  # a column of the table


@pytest.mark.parametrize(
    "text",
    [
        "Commitment to child safety",
        "Support for the ethos of the house",
        "Passion for sustainable farming",
        "Right to work in New Zealand",
        "Enhanced DBS",
        "Able to lift 50 lbs, climb ladders and work in the cold",
        "Valid driver's license and insurance",
        "You love the river and know it in every season",
        "Other duties as assigned",
        "No. of openings: 2",
        "Certificates of sponsorship will be considered case by case",
        "Able to work independently and manage your own schedule",
        "Superb presentation skills",
        "Having worked in payroll",
        "Experience in management",
    ],
)
def test_attitudes_and_conditions_are_no_gap_where_nobody_could_judge_them(knowledge: Knowledge, text: str) -> None:
    """A commitment does not show on a resume, so that it cannot be missing there; what an employer checks itself is none either."""
    assert terms(knowledge, Asked(text, "unknown")) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Exposure to an ERP implementation", "ERP implementation"),
        ("Excellent coach with experience of recruiting and keeping ushers", "recruiting and keeping ushers"),
        ("Prior consulting experience and an established network in the valley", "consulting experience"),
        ("Intermediate Excel", "Excel"),
        ("Power BI", "Power BI"),
        ("Knowledge of HSENI guidance on silage", "HSENI guidance on silage"),
    ],
)
def test_what_one_learns_or_holds_is_named_where_nobody_could_judge_it(knowledge: Knowledge, text: str, term: str) -> None:
    """Without the words that lead up to it, or grade it, and not cut in the middle."""
    assert terms(knowledge, Asked(text, "unknown")) == [term]


def test_a_verb_becomes_a_gerund(knowledge: Knowledge) -> None:
    """Known-bad: "Have you done recruit under another name?"."""
    asked = Asked("Lead, recruit, roster and develop a crew of 30", "partial", "responsibility", missing=("recruit",))
    assert terms(knowledge, asked) == ["recruiting"]


def test_an_abbreviation_of_what_is_shown_is_no_gap(knowledge: Knowledge) -> None:
    """The letters in brackets stand for the name before them."""
    asked = Asked("Document in Meadow Chart (MCH) on the same day", "partial", "responsibility", missing=("MCH",))
    brief = brief_of(Case(bullets=BULLETS, asked=(asked,)))
    (match,) = brief.matching.requirements
    shown = match.model_copy(update={"covered_terms": ("Meadow Chart",)})
    matching = brief.matching.model_copy(update={"requirements": (shown,)})
    assert choose_gaps(brief.model_copy(update={"matching": matching}), knowledge) == ()


def test_what_is_a_must_comes_before_what_is_met_in_part_besides(knowledge: Knowledge) -> None:
    """A must-have that nobody could judge is asked about sooner than the rest of a wish."""
    found = terms(
        knowledge,
        Asked("Kafka and wood-fire cooking", "partial", "preferred", missing=("wood-fire cooking",)),
        Asked("Experience of canal dredging", "unknown"),
        Asked("Fluency in Hungarian", "gap", missing=("Hungarian",)),
    )
    assert found == ["Hungarian", "canal dredging", "wood-fire cooking"]


def test_one_of_two_that_is_shown_is_enough(knowledge: Knowledge) -> None:
    """Of Java or Hungarian the resume shows one."""
    assert terms(knowledge, Asked("Knowledge of Java or Hungarian", "unknown")) == []


def test_a_sentence_is_no_name_of_a_value(knowledge: Knowledge) -> None:
    """What the posting says where a name would stand is not what somebody lacks."""
    values = (Stated("Nobody bakes better than at the mill"), Stated("Our values: Show up"))
    case = Case(bullets=BULLETS, asked=(Asked("Java", evidence=(1,)),), values=values)
    assert choose_gaps(brief_of(case), knowledge) == ()


def test_a_gap_that_nobody_could_judge_is_spoken_of_as_open(knowledge: Knowledge) -> None:
    """The script never says that the candidate does not hold what they may hold."""
    (gap,) = choose_gaps(brief_of(Case(bullets=BULLETS, asked=(Asked("Lifeguard certificate NPLQ", "unknown"),))), knowledge)
    assert gap.status == "unknown"
    assert bridge_for(gap, knowledge).id == "unclear-paper"


@pytest.mark.parametrize(("status", "named"), [("gap", True), ("partial", False), ("unknown", False)])
def test_the_page_for_the_employer_names_only_a_true_gap(knowledge: Knowledge, status: str, named: bool) -> None:
    """What is met in part, or open, is not confessed in writing."""
    asked = Asked("Experience with Solr", status, missing=("Solr",))  # type: ignore[arg-type]  # a column of the table
    plan = plan_90_days(brief_of(Case(bullets=BULLETS, asked=(asked,))), knowledge)
    said = [line.text for phase in plan.phases for block in phase.blocks for line in block.lines]
    assert any("Solr," in line for line in said) == named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Experience with Kettleware a plus", "Kettleware"),
        ("Knowledge of drum roasting would be a strong advantage.", "drum roasting"),
        ("Cupping skills incl. SCA protocols", "cupping skills"),
        ("Exposure to green coffee buying – preferred", "green coffee buying"),
        ("Experience of a refit or opening project", "refit or opening projects"),
    ],
)
def test_how_much_a_line_is_wanted_is_no_part_of_what_it_wants(text: str, name: str, knowledge: Knowledge):
    requirement = brief_of(Case(bullets=BULLETS, asked=(Asked(text, "gap", "preferred"),))).posting.requirements[0]
    assert core(requirement.text, requirement, knowledge).casefold() == name.casefold()


def test_years_that_the_line_was_ruled_to_have_are_no_gap(knowledge: Knowledge):
    """Known bad: a line counted as eleven years of eight was told as "8+ years of experience" missing."""
    brief = brief_of(Case(bullets=BULLETS, asked=(Asked("8+ years of experience", "partial", years=8.0),)))
    (ruled,) = brief.matching.requirements

    def kinds(years: float) -> list[str]:
        matching = brief.matching.model_copy(
            update={"requirements": (ruled.model_copy(update={"years": years}),), "relevant_years": 2.0}
        )
        return [gap.kind for gap in choose_gaps(brief.model_copy(update={"matching": matching}), knowledge)]

    assert "years" in kinds(0.5)
    assert "years" not in kinds(1.0)
