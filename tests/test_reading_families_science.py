"""Which postings are read as laboratories and research, and which only sound like it."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
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
