"""Work on land and nature: which titles are of it, what its people are asked, and what its papers say."""

from __future__ import annotations

from datetime import date

import pytest

from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    "title",
    [
        "Forest Stewardship Program Manager",
        "Forester II",
        "Park Ranger (Seasonal)",
        "Stewardship Manager",
        "Conservation Director",
        "Senior Ecologist",
        "Restoration Ecologist",
        "Environmental Scientist",
        "Environmental Consultant",
        "Environmental Specialist",
        "Wildlife Biologist",
        "Assistant Farm Manager",
        "Agronomist",
        "Consulting Arborist",
        "Land Manager",
        "Hydrologist",
    ],
)
def test_work_on_land_is_a_trade_of_its_own(title: str, knowledge: Knowledge):
    """Known bad: a forester at a land trust was taken for a civil engineer, by the easements of the posting."""
    assert family_of(title, "", knowledge) == "environment"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Environmental Engineer", "civil"),
        ("Water Resources Engineer", "civil"),
        ("Environmental Policy Analyst", "public-policy"),
        ("Donor Stewardship Manager", "public-policy"),
        ("Data Stewardship Manager", "data"),
        ("Farm Equipment Mechanic", "maintenance"),
        ("Garden Centre Manager", "retail"),
    ],
)
def test_who_engineers_pleads_or_repairs_is_of_another_trade(title: str, family: str, knowledge: Knowledge):
    assert family_of(title, "", knowledge) == family


def test_a_posting_without_a_telling_title_is_known_by_what_it_names(knowledge: Knowledge):
    text = "Monitor conservation easements, plan prescribed fire, cruise timber and lay out timber sales with landowners"
    assert family_of("Program Manager", text, knowledge) == "environment"


_FOREST = {
    "forestry",
    "silviculture",
    "timber-cruising",
    "timber-sales",
    "timber-harvest",
    "forest-thinning",
    "forest-roads",
    "forest-practices-rules",
    "idaho-forest-practices-act",
    "forest-certification",
    "forest-carbon",
    "forest-management-plans",
}
_FARM = {"crop-production", "farm-management", "livestock-care", "irrigation-scheduling", "integrated-pest-management"}
_NATURE = {"ecology", "habitat-surveys", "wildlife-fieldwork", "protected-species", "bat-surveys", "biodiversity-net-gain"}


def test_lines_of_work_on_land_are_not_asked_about_each_other(knowledge: Knowledge):
    """What one is asked for has none of the other's skills among its topics; what suits all has no topics."""
    own = [one for one in knowledge.questions.values() if "environment" in one.families]
    for left, right in ((_FOREST, _FARM), (_FOREST, _NATURE), (_NATURE, _FARM)):
        assert not [one.id for one in own if left & set(one.topics) and right & set(one.topics)]
    assert len([one for one in own if not one.topics]) >= 4


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        ("Society of American Foresters - Candidate Certified Forester", "candidate-certified-forester", "certified-forester"),
        ("SAF Certified Forester", "certified-forester", "candidate-certified-forester"),
        ("ISA Certified Tree Worker", "isa-tree-worker", "isa-arborist"),
        ("working on RXB2 task book", "", "burn-boss-two"),
        ("Forest Practices Act of Idaho", "forest-practices-rules", "forest-certification"),
        ("Idaho Forest Practices Act", "idaho-forest-practices-act", "forest-practices-rules"),
        ("Lay out timber sales", "timber-sales", "timber-materials"),
        ("Monitor conservation easements", "easement-monitoring", "right-of-way"),
        ("easements and utility relocations", "right-of-way", "conservation-easements"),
    ],
)
def test_names_of_land_are_taken_for_what_they_are(text: str, held: str, not_held: str, knowledge: Knowledge):
    found = {concept.id for concept in lexicon_of(knowledge).concepts(text)}
    assert held in found or not held
    assert not_held not in found


def test_every_rule_that_a_question_on_land_cites_names_its_country(knowledge: Knowledge):
    law = {word for country in knowledge.countries.values() for word in country.law}
    cited = [one for one in knowledge.questions.values() if "environment" in one.families and one.source]
    assert cited
    assert all(any(word in one.q for word in law) and isinstance(one.checked, date) for one in cited)
