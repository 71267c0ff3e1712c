"""Where a posting places the work: what a label names, without how one is there, and no place that is only spoken of."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from tests.posting_cases import DUTIES, read_posting

TOP = "Policy Manager\nMarrow Bell Trust\n"
ASKED = "\n\nREQUIREMENTS\n- Knowledge of policy in Wales, Scotland or Northern Ireland\n"


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("Location: London SE1 or Birmingham hub, hybrid – at least two days a month in the office; regular travel", "London SE1 or Birmingham hub"),
        ("Location: Leeds (hybrid working, a minimum of two days per week in the office, more when the team needs it)", "Leeds"),
        ("Location: 14 High Street, Leeds, LS1 4AB", "Leeds"),
        ("Location: Rostock or Bremerhaven | Hybrid | Full-time, permanent | Start: as soon as possible | Ref. 41", "Rostock or Bremerhaven"),
        ("Location: Hybrid | Leeds", "Leeds"),
        ("Location: Bend, OR", "Bend, OR"),
    ],
)  # fmt: skip
def test_the_place_of_a_label_is_read_without_how_one_is_there(label: str, place: str, knowledge: Knowledge) -> None:
    """Known bad: a long line was no place, and two countries of a requirement were."""
    assert read_posting(f"{TOP}{label}{DUTIES}{ASKED}", knowledge).job_location == place


def test_places_of_a_list_in_what_is_asked_are_no_place_of_work(knowledge: Knowledge) -> None:
    """A bullet that says where something is known names nowhere to come to, and codes of papers are no towns."""
    codes = "- Certificates of the cloud (MD-102, AZ-104)\n"
    assert read_posting(f"{TOP}{DUTIES}{ASKED}{codes}", knowledge).job_location is None
    assert read_posting(f"{TOP}{DUTIES}{ASKED}", knowledge).job_location is None


def test_a_long_fact_on_top_does_not_hide_those_below_it(knowledge: Knowledge) -> None:
    """Known bad: long hours opened a section of benefits, and the site below them was lost."""
    facts = (
        "Hours: Full time, 37.5 hours per week (with late duty, weekends and bank holidays; on call after sign-off)\n"
        "Site: Marrow Bell General Hospital, Keld Road, Keldthwaite"
    )
    assert read_posting(f"{TOP}{facts}{DUTIES}", knowledge).job_location == "Keldthwaite"


def test_a_town_with_a_label_says_more_than_a_house(knowledge: Knowledge) -> None:
    """In whatever order they stand."""
    for facts in ("Site: Marrow Bell Hospital\nTown: Keldthwaite", "Town: Keldthwaite\nSite: Marrow Bell Hospital"):
        assert read_posting(f"{TOP}{facts}{DUTIES}", knowledge).job_location == "Keldthwaite"
