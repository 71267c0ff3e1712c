"""Why this company: what may be answered with "so do I", what one may want a share in, and what is a mere fact."""

from __future__ import annotations

import pytest
from brief_factory import Asked, Bullet, Case, Stated, brief_of, fact

from playbook.knowledge.packs import Knowledge
from playbook.writing.pitch import pitch
from playbook.writing.posting_voice import voice_of

CASE = Case(bullets=(Bullet("Carried 40 bags a night to the rooms"),), asked=(Asked("Patience"),), values_from="role")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("We believe nobody rests in a hurry.", "stands"),
        ("We repair what we let.", "stands"),
        ("Our mission is a warm bed for every traveller.", "stands"),
        ("We help small hotels keep their guests.", "told"),
        ("Our house has just finished a refurbishment of its bedrooms.", "told"),
        ("The plant is adding a line in spring.", "told"),
        ("We're a mutual, so there are no shareholders.", "told"),
        ("Harrow Homes is a proudly family-owned company.", "told"),
        ("Harrow has been looking after drivers since 1924.", "told"),
        ("We are a company of three houses.", None),
        ("Our client – sorry, we – are a small group of three houses in the west.", None),
        ("Site: Marrow Bell and Quay House Hospital", None),
        ("We haul beds, chairs and lamps.", None),
        ("We are 160 people, an", None),
        ("We care for guests, and", None),
        ("We have three houses and employ 410 people.", None),
        ("We are looking for a porter to help our guests.", None),
        ("You will help guests with their bags.", None),
    ],
)
def test_what_an_employer_says_of_itself_is_told_apart(text: str, voice: str | None) -> None:
    """A conviction, a service or a change; a fact, a label, an agency's slip or a cut sentence is none of them."""
    assert voice_of(text) == voice


def _why(about: str, knowledge: Knowledge) -> str:
    brief = brief_of(CASE)
    posting = brief.posting.model_copy(update={"about": (fact(about, "job", 900),)})
    return pitch(brief.model_copy(update={"posting": posting}), knowledge).why_company.prose.text


def test_nobody_wants_to_work_as_a_firm_has_sites(knowledge: Knowledge) -> None:
    """A mere fact is not quoted: the candidate is asked what they found."""
    why = _why("We have three houses and employ 410 people.", knowledge)
    assert "three houses" not in why
    assert "[" in why


def test_a_change_is_something_to_be_part_of(knowledge: Knowledge) -> None:
    """Not the way in which somebody wants to work."""
    why = _why("We are opening a second house in spring.", knowledge)
    assert "second house" in why
    assert not any(words in why for words in ("how I want to work", "stand behind"))


def test_a_conviction_is_answered(knowledge: Knowledge) -> None:
    """In the employer's own words."""
    why = _why("We believe nobody rests in a hurry.", knowledge)
    assert "nobody rests in a hurry" in why
    assert any(words in why for words in ("how I want to work", "stand behind"))


def test_a_listed_value_is_named_and_not_quoted_as_a_sentence(knowledge: Knowledge) -> None:
    """One word is no sentence that an employer says about itself."""
    case = Case(bullets=CASE.bullets, asked=CASE.asked, values=(Stated("Thrift", ("resourcefulness",)),), values_from="job")
    why = pitch(brief_of(case), knowledge).why_company.prose.text
    assert '"Thrift"' in why
    assert "value" in why.split('"Thrift"')[0] + why.split('"Thrift"')[1]


def test_a_value_that_is_only_named_is_named(knowledge: Knowledge) -> None:
    """Known bad: "You say about yourselves" before a single word, "Service"."""
    case = Case(
        bullets=(Bullet("Carried 40 bags a night to the rooms"),),
        asked=(Asked("Patience"),),
        values=(Stated("Service", ("customer-focus",)), Stated("Calm", ("resilience",))),
    )
    future = pitch(brief_of(case), knowledge).two_minutes[-1].prose.text
    assert not any(words in future for words in ("about yourselves", "words of yours", "sentence in your posting"))
