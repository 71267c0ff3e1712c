"""Which postings are read as laboratories and research, and which only sound like it."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.matching import careers
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    "title",
    [
        "QC Analyst",
        "QC Analyst II, Microbiology",
        "Quality Control Analyst II - Bioassay",
        "Quality Control Chemist",
        "Laboratory Technician",
        "Research Laboratory Technician (Grade 5)",
        "Lab Manager, Department of Biology",
        "Research Associate II, Cell Therapy",
        "Research Associate in Molecular Microbiology",
        "Research Assistant",
        "Research Technician",
        "Research Scientist, Protein Engineering",
        "Senior Scientist, Analytical Development",
        "Postdoctoral Researcher",
        "Postdoctoral Fellow, Neuroscience",
        "Chemist",
        "Senior Analytical Chemist",
        "Microbiologist",
        "Molecular Biologist",
        "Biochemist",
        "Formulation Scientist",
        "Validation Scientist",
        "Food Technologist",
        "Clinical Research Coordinator II",
        "Clinical Research Associate",
        "Clinical Trials Manager",
        "Environmental Laboratory Analyst",
    ],
)
def test_laboratories_and_research_are_a_trade(title: str, knowledge: Knowledge) -> None:
    assert family_of(title, "", knowledge) == "science"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Medical Laboratory Scientist", "allied-health"),
        ("Medical Laboratory Technician", "allied-health"),
        ("Medical Laboratory Assistant", "allied-health"),
        ("Clinical Laboratory Technician", "allied-health"),
        ("Clinical Laboratory Scientist", "allied-health"),
        ("Hospital Laboratory Assistant", "allied-health"),
        ("Pathology Laboratory Assistant", "allied-health"),
        ("Biomedical Scientist", "allied-health"),
        ("Dental Laboratory Technician", "allied-health"),
        ("Laboratory Supervisor", "allied-health"),
        ("Clinical Research Nurse", "nursing"),
        ("Research Nurse", "nursing"),
        ("Research Scientist, Machine Learning", "ml"),
        ("Machine Learning Research Scientist", "ml"),
        ("Research Scientist - AI", "ml"),
        ("Postdoctoral Researcher, Machine Learning", "ml"),
        ("Research Associate, Artificial Intelligence", "ml"),
        ("Applied Scientist", "ml"),
        ("Data Scientist", "data"),
        ("Senior Data Scientist", "data"),
        ("Software Quality Assurance Analyst", "software"),
        ("Quality Assurance Analyst", "general"),
        ("QA Analyst", "general"),
        ("Equity Research Associate", "banking"),
        ("Investment Research Associate", "banking"),
        ("Market Research Associate", "marketing"),
        ("Market Research Assistant", "marketing"),
        ("Policy Research Assistant", "public-policy"),
        ("Policy Research Associate", "public-policy"),
        ("Research and Policy Officer", "public-policy"),
        ("Legal Research Assistant", "legal"),
        ("User Research Assistant", "design"),
        ("Soils Laboratory Technician", "civil"),
        ("Construction Materials Laboratory Technician", "civil"),
        ("Materials Testing Technician", "civil"),
        ("School Science Laboratory Technician", "education"),
        ("Calibration Laboratory Technician", "mechanical"),
        ("Computer Lab Technician", "it-operations"),
        ("Language Lab Manager", "education"),
        ("Quality Control Inspector", "mechanical"),
        ("Biology Teacher", "education"),
        ("Electronics Laboratory Technician", "maintenance"),
    ],
)
def test_what_only_sounds_like_a_laboratory_is_none(title: str, family: str, knowledge: Knowledge) -> None:
    """Known bad: the longest cue of a title decides, and "laboratory technician" is a cue of many trades."""
    assert family_of(title, "", knowledge) == family


def test_of_trades_that_share_a_title_the_named_skills_decide(knowledge: Knowledge) -> None:
    """Known bad: a laboratory technician of a hospital was asked about shelf life, since only the title was read."""
    hospital = "Hematology, blood bank and urinalysis; CLIA regulations; run controls on chemistry analyzers; MLT certification"
    assert family_of("Laboratory Technician", hospital, knowledge) == "allied-health"
    assert family_of("Laboratory Technician", "HPLC and wet chemistry; stability studies; LIMS", knowledge) == "science"
    models = "PyTorch, deep learning and large language models; papers at NeurIPS"
    assert family_of("Senior Research Scientist", models, knowledge) == "ml"
    assert family_of("Senior Research Scientist", "Cell culture, qPCR and flow cytometry", knowledge) == "science"


@pytest.mark.parametrize(
    "title", ["Research Assistant", "Postdoctoral Researcher", "Laboratory Technician", "Research Scientist"]
)
def test_a_title_that_several_trades_have_places_a_post_in_none(title: str, knowledge: Knowledge) -> None:
    """Known bad: the years of a research assistant who trained models counted as those of another trade."""
    assert careers.family_of(title, knowledge) is None
    assert careers.family_of("QC Analyst", knowledge) == "science"
