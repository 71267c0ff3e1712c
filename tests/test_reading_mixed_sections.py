"""Certificates, languages and interests that stand in a section of something else, and brackets that only remark."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]
TOP = "Ana Cruz\nLeeds\n\nEXPERIENCE\nCook, Elm Cafe\tJan 2019 - present\n- Cooked for 90 guests a night\n\n"


def test_among_activities_a_certificate_and_a_language_are_told_by_what_they_are(parse: Parse) -> None:
    """Known bad: both lost below "Activities & Awards", which holds what was done."""
    resume = parse(
        f"{TOP}ACTIVITIES & AWARDS\n- AWS Certified Cloud Practitioner (Nov 2024)\n- Spanish (fluent, heritage speaker)\n"
        "- Volunteer of the month\n- Half marathons, chess\n"
    )
    assert [(one.name, one.date) for one in resume.certificates] == [("AWS Certified Cloud Practitioner", "2024-11")]
    assert [one.name for one in resume.languages] == ["Spanish"]


def test_interests_and_references_behind_a_label_are_no_skills(parse: Parse) -> None:
    """Known bad: the skills "gardening" and "will provide", from two lines at the end."""
    resume = parse(
        f"{TOP}COMPUTER: Word, Canva\nLANGUAGES: English, Punjabi\nInterests; gardening, curling\nReferences: three, will provide\n"
    )
    assert [one.name for one in resume.skills] == ["Word", "Canva"]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("SystmOne (clinic, read/write), Excel", ["SystmOne (clinic, read/write)", "Excel"]),
        ("QuickBooks (fees, receipts only), Canva", ["QuickBooks (fees, receipts only)", "Canva"]),
        ("Excel (pivots, XLOOKUP, Power Query basic)", ["Excel", "pivots", "XLOOKUP", "Power Query basic"]),
        ("AWS (EC2, S3), Go", ["AWS", "EC2", "S3", "Go"]),
    ],
)
def test_brackets_that_say_how_far_something_is_known_are_no_list(parse: Parse, listed: str, names: list[str]) -> None:
    """Known bad: the skill "clinic"."""
    assert [one.name for one in parse(f"{TOP}SKILLS\n{listed}\n").skills] == names


def test_a_member_of_a_body_has_learned_nothing_there(parse: Parse) -> None:
    resume = parse(
        f"{TOP}EDUCATION\nBSc Botany, Elm University, 2012\n\nACME member since 2018. Treasurer, Elm chapter 2020 – 2021\n"
    )
    assert [one.study_type for one in resume.education] == ["BSc"]
