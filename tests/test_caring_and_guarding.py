"""Social work and security are trades of their own, apart from those that share a word of their titles."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.matching.careers import family_of as trade_of_position
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Clinical Case Manager (LCSW-Track)", "social-work"),
        ("Newly Qualified Social Worker - Adults", "social-work"),
        ("Child Protective Services Investigator II", "social-work"),
        ("Senior Caseworker", "social-work"),
        ("Licensed Mental Health Counselor", "social-work"),
        ("Drug and Alcohol Counselor", "social-work"),
        ("Peer Support Specialist", "social-work"),
        ("RN Case Manager", "nursing"),
        ("Genetic Counselor", "allied-health"),
        ("School Counselor", "education"),
        ("Mortgage Case Manager", "banking"),
        ("Litigation Case Manager", "legal"),
    ],
)
def test_who_keeps_cases_of_people_is_told_from_who_keeps_other_cases(title: str, family: str, knowledge: Knowledge):
    """Known bad: a case manager stood in no trade, and a social worker was asked about the steps of a scan."""
    assert family_of(title, "", knowledge) == family
    assert trade_of_position(title, knowledge) == family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Site Security Manager - Port Precinct", "security"),
        ("Loss Prevention Officer", "security"),
        ("Asset Protection Team Leader", "security"),
        ("Door Supervisor (weekends)", "security"),
        ("CCTV Operator", "security"),
        ("Military Police Corporal", "security"),
        ("Director of Corporate Security", "security"),
        ("Information Security Manager", "software"),
        ("Cyber Security Officer", "software"),
        ("Security Engineer II", "software"),
        ("Supervisor, Child Protective Services", "social-work"),
    ],
)
def test_who_guards_a_place_is_told_from_who_guards_data(title: str, family: str, knowledge: Knowledge):
    """Known bad: a security supervisor stood in no trade, so that years of guarding counted for nothing."""
    assert family_of(title, "", knowledge) == family


def test_no_title_of_these_trades_is_listed_twice(knowledge: Knowledge):
    """A title that two families list belongs to whichever is read first."""
    own = {"social-work", "security", "culinary", "construction", "learning"}
    listed: dict[str, list[str]] = {}
    for family in knowledge.families.values():
        for title in family.titles:
            listed.setdefault(title.lower(), []).append(family.id)
    assert {title: ids for title, ids in listed.items() if len(ids) > 1 and own & set(ids)} == {}
