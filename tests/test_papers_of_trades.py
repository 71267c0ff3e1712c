"""Which paper is which: a course is not the qualification, an exam not the licence, and one body's card not another's."""

from __future__ import annotations

import pytest

from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    ("line", "concept"),
    [
        ("Food Handler (Elm Public Health) 2022", "food-handler"),
        ("MRPharmS", "rps-membership"),
        ("Member of the Royal Pharmaceutical Society", "rps-membership"),
        ("Independent Prescribing, University of Elm", "independent-prescriber"),
        ("Registration with the General Pharmaceutical Council (GPhC)", "pharmacist-licence"),
        ("RECE", "rece"),
        ("Early Childhood Education Diploma", "ece-diploma"),
        ("Standard First Aid and CPR-C", "cpr"),
        ("Clear Vulnerable Sector Check", "vetting-for-children"),
        ("EEHA", "eeha"),
        ("LVR/CPR", "lv-rescue"),
        ("EWP over 11m (HRWL: WP)", "aerial-platform-card"),
        ("HV switching operator (up to 33kV)", "hv-switching-ticket"),
        ("Current Idaho RN license or multistate compact license", "compact-licence"),
        ("National Police Clearance", "police-clearance"),
    ],
)
def test_a_paper_is_known_by_what_its_trade_calls_it(knowledge: Knowledge, line: str, concept: str) -> None:
    """Known bad: membership of the pharmacists' society as the pharmaceutical industry, and a registration as nothing."""
    found = {one.id for one in lexicon_of(knowledge).concepts(line)}
    assert concept in found
    assert "pharmaceutical-industry" not in found


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("NHI 130055 Safety Inspection of In-Service Bridges", "NBIS Team Leader"),
        ("Passed the PE Civil: Structural exam", "PE license"),
        ("IOSH Managing Safely", "NEBOSH General Certificate"),
        ("Independent Prescriber", "medicines reconciliation"),
        ("ILM Level 3", "ILM Level 5"),
    ],
)
def test_one_paper_does_not_stand_for_another(knowledge: Knowledge, held: str, asked: str) -> None:
    """Known bad: a course of two weeks met the line that asked for a team leader of bridge inspections."""
    lexicon = lexicon_of(knowledge)
    reach = lexicon.closure(one.id for one in lexicon.concepts(held))
    wanted = {one.id for one in lexicon.concepts(asked)}
    assert wanted
    assert not wanted <= reach


def test_who_has_the_higher_paper_has_the_lower(knowledge: Knowledge) -> None:
    lexicon = lexicon_of(knowledge)
    assert {"pe-exam", "eit"} <= lexicon.closure(one.id for one in lexicon.concepts("PE license"))
    assert "bridge-inspection-certificate" in lexicon.closure(one.id for one in lexicon.concepts("NBIS Team Leader"))
