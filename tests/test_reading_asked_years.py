"""Years that are none, though a number stands there: what comes after them, the most that may be, and from nothing on."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.asked_years import needs_none, years_in
from tests.posting_cases import HEAD, read_posting


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Join the night rota after ~6 months", None),
        ("Take the keys after about 2 years", None),
        ("Certificate within approximately 12 months", None),
        ("Up to 2 years of experience", None),
        ("0-2 years at a front desk (placements count)", None),
        ("About 3 years at a front desk", 3),
        ("Over 4 years with tills", 4),
    ],
)
def test_a_number_that_is_roughly_said_is_read_for_what_stands_before_it(text: str, years: float | None) -> None:
    """Known-bad: "after ~6 months" asked for half a year of experience."""
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("0-2 years of desk work", True),
        ("0 to 1 year with tills", True),
        ("No experience needed, only a good ear", True),
        ("No previous hotel experience is required", True),
        ("Any degree (new grads welcome!)", True),
        ("Less than 12 months of ward experience", True),
        ("No more than 6 years of ward experience", False),
        ("10-12 years of desk work", False),
        ("2.0-3 years", False),
        ("Experience is required", False),
    ],
)
def test_where_nothing_need_have_been_done_before(text: str, none: bool) -> None:
    """A range that begins at nothing, and who is welcome without."""
    assert needs_none(text) is none


def test_who_need_not_have_worked_enters(knowledge: Knowledge) -> None:
    """Unless another line asks for years."""
    text = f"{HEAD}REQUIREMENTS\n- 0-2 years at a front desk\n- Good spoken German\n"
    assert read_posting(text, knowledge).level == "entry"
    assert read_posting(text + "- 6+ years with lifts\n", knowledge).level == "senior"
