"""A cue of a pack counts in its sense: not inside a compound or a name, and not beside what gives it another one."""

from __future__ import annotations

import pytest

from playbook.writing.hidden_priorities import is_sign
from playbook.writing.relevance import cued, has_cue
from tests.brief_factory import fact


@pytest.mark.parametrize(
    ("text", "cue", "counts"),
    [
        ("Move loans from application to clear-to-close", "close", False),
        ("Own the monthly close", "close", True),
        ("Quarterly re-forecasts with the plant", "forecast", False),
        ("Quarterly forecasts with the plant", "forecast", True),
        ("We are Valley Members First and proud of it", "first", False),
        ("You are the first of your trade here", "first", True),
        ("Audit readiness, and the papers for it", "audit", True),
        ("Lead the Audit. Report to nobody", "audit", True),
        ("Fast-paced kitchen", "fast-paced", True),
        ("HANDLE CASH FLOW", "cash flow", True),
        ("Strong Cash Flow Forecasting Skills", "cash flow", True),
        ("Support SOX controls with Internal Audit", "sox", True),
    ],
)
def test_a_cue_is_a_word_of_its_own(text: str, cue: str, *, counts: bool) -> None:
    """Known-bad: "clear-to-close" as a sign that the monthly close takes too long."""
    assert has_cue(text, cue) == counts


def test_a_line_with_another_sense_does_not_count() -> None:
    """Who develops business develops no people."""
    lines = [fact("Develop business with golf clubs"), fact("Develop your team of nine", start=100)]
    assert cued(("develop",), lines, ("develop business",)) == [(1, lines[1])]


def test_one_common_word_is_no_sign_of_what_nobody_says() -> None:
    """Known bad: "New equipment is on its way", told from the word "project" in a line on reporting."""
    cues = ("project", "start up", "retrofit", "expansion")
    assert not is_sign(cues, ["Report on your project every Friday"])
    assert is_sign(cues, ["Report on the retrofit project every Friday"])
    assert is_sign(cues, ["Report on your project", "Plan the expansion"])
    assert is_sign(cues, ["Start up of the second kiln"])


def test_the_name_of_a_product_is_no_cue() -> None:
    """Known bad: "MS Project or Primavera P6", told as a sign of a project."""
    assert not has_cue("MS Project or Primavera P6", "project")
    assert has_cue("Project Planner for Pumps", "project")
