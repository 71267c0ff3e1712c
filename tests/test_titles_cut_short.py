"""A title that a limit or a lost number would cut in the middle of something is none: the kind's own name is better."""

from __future__ import annotations

import pytest

from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Line manage 2 x Grade 5 planners and an apprentice", ""),
        ("Counter survey: found 31% of visits to the desk were about lost cards; form added", ""),
        ("Launched 'Pay Later for Crops' credit line in 5 months with a lender", ""),
        ('Developed a one-page "signs and songs" guide for under 6s, adopted by 2 nurseries', ""),
        ("See 7-8 pts/day: scaling, charting, sealants", ""),
        ("Caught posting defect prior to go-live that would have doubled 900 orders", "Catching the Posting Defect"),
        ("Supervise 4 managers and 22 FTE over the two depots", "Supervising Managers"),
        ('Redesigned "Seat Finder" desk search after 20 interviews', 'Redesigning "Seat Finder" Desk Search'),
    ],
)
def test_no_title_is_cut_inside_what_belongs_together(bullet: str, title: str) -> None:
    """Known bad: "Line Managing X Grade", "Launching 'Pay Later", "Seeing Pts/day"."""
    assert read(bullet).title == title


def test_nothing_that_is_cut_inside_quotation_marks_is_spoken_of() -> None:
    """Known bad: "a list of everything that 'Pay Later depended on"."""
    assert read("Launched 'Pay Later for Crops' credit line in 5 months with a lender").object == ""
