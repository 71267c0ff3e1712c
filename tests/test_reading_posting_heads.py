"""Who employs, as what and where, where a line at the top says more than one of them."""

from __future__ import annotations

import pytest

from playbook.artifacts.names import printed_title
from playbook.knowledge.packs import Knowledge
from playbook.reading.levels import level_of
from tests.posting_cases import DUTIES, read_posting


@pytest.mark.parametrize(
    ("head", "title", "employer", "place"),
    [
        (
            "PORTER - LANDING 2 (Junior School)\n\nMarrow Bell Grammar is an independent school of 900.",
            "Porter - Landing 2 (Junior School)",
            "Marrow Bell Grammar",
            None,
        ),
        ("Porter – The Marrow Quay Hotel, Oughtmore, Co. Clare", "Porter", "The Marrow Quay Hotel", "Oughtmore, Co. Clare"),
        ("Porter\nMarrow Street Hotel - Dayton / Kettering, OH", "Porter", "Marrow Street Hotel", "Dayton / Kettering, OH"),
        ("Porter\nMarrow - Remote (US) or Columbus, OH", "Porter", "Marrow", "Remote (US) or Columbus, OH"),
        (
            "Porter\nMarrow Hotel\n\nWe let rooms. Work with the Evening Welcome team on arrivals.",
            "Porter",
            "Marrow Hotel",
            None,
        ),
        ("Porter\nMarrow Hotel\nTown: Leeds", "Porter", "Marrow Hotel", "Leeds"),
        ("Night Porter (Remote - Central/Eastern time)\nMarrow Hotel, Inc.", "Night Porter", "Marrow Hotel, Inc.", None),
        ("Porter (Hybrid, 3 days)\nMarrow Hotel", "Porter", "Marrow Hotel", None),
        ("Porter - Lates (4 on 4 off)\nMarrow Hotel", "Porter - Lates", "Marrow Hotel", None),
        ("Analyst (Remote Sensing)\nMarrow Hotel", "Analyst (Remote Sensing)", "Marrow Hotel", None),
        ("Night Clerk\nFirm: Marrow Thrale LLP\nTown: Leeds", "Night Clerk", "Marrow Thrale LLP", "Leeds"),
    ],
)
def test_a_line_of_several_facts_is_parted(
    head: str, title: str, employer: str, place: str | None, knowledge: Knowledge
) -> None:
    """A county is a place, towns of which one is chosen are places, a class or a team is neither employer nor place."""
    posting = read_posting(f"{head}{DUTIES}", knowledge)
    assert (posting.title, posting.hiring_organization, posting.job_location) == (title, employer, place)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("HGV DRIVER (Class 1)", "HGV Driver (Class 1)"),
        ("RN (Registered Nurse)", "RN (Registered Nurse)"),
        ("Cook (PM)", "Cook (PM)"),
    ],
)
def test_a_shouted_title_is_set_in_title_case_around_its_brackets(text: str, printed: str) -> None:
    """What stands in brackets does not hide that the rest is in capitals."""
    assert printed_title(text) == printed


@pytest.mark.parametrize("title", ["Teacher, Junior School", "Carer, Senior Living", "Teacher (Senior College)"])
def test_whom_one_works_with_is_no_level(title: str) -> None:
    """The school is junior, not its teacher."""
    assert level_of(title, None) == "mid"


@pytest.mark.parametrize(
    "facts",
    [
        "Start: January 2027\tPosting #: NP-12\tApplications close: March 3, 2027 at 4 pm",
        "Competition window: to 3 March at 4 pm",
    ],
)
def test_a_date_with_a_label_is_no_title(facts: str, knowledge: Knowledge) -> None:
    """Known bad: "Applications close: ... at 4 pm" outweighed a title with the word of a house in it."""
    text = f"ASSISTANT DIRECTOR, CHILD CARE CENTRE\n\nElder & Wren Co-operative\nBend, OR\n{facts}\n\nDUTIES\n- Open the rooms\n- Coach educators\n"
    assert read_posting(text, knowledge).title == "Assistant Director, Child Care Centre"
