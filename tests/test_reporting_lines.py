"""To whom one reports is no duty, no skill and no deed; what is reported to whom stays what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.packs import Knowledge
from playbook.matching.asides import plainly
from playbook.reading.reporting_lines import is_reporting_line, reporting_lines
from tests.case_factory import make_posting, make_resume
from tests.posting_cases import HEAD, read_posting


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Reporting to the CFO, the Controller runs the close", "Reporting to the CFO"),
        ("Reporting to the Manager, Night Operations, you'll run the desk", "Reporting to the Manager, Night Operations"),
        ("Keep the log and report to the Director of Rooms (North)", "report to the Director of Rooms (North)"),
        ("You will report to Orla Penhallow, Head of Rooms, and lead two porters", "report to Orla Penhallow, Head of Rooms"),
        ("Reporting to the general manager, you keep the keys", "Reporting to the general manager"),
        (
            "Reporting to the Chief Medical Imaging Technologist, you lead",
            "Reporting to the Chief Medical Imaging Technologist",
        ),
        ("The Night Manager reports to the Director of Rooms and leads a team of eight", "reports to the Director of Rooms"),
        ("Experience reporting to a Board of Directors", ""),
        ("Variance reporting to the Finance Director", ""),
        ("Planning, budgeting and reporting to the Site Manager", ""),
        ("Monthly report to the COO on occupancy", ""),
        ("Report incidents to the Duty Manager", ""),
        ("Reports to the board each quarter on the plan", ""),
    ],
)
def test_a_reporting_line_is_told_from_what_is_reported(text: str, line: str) -> None:
    """Known bad: experience with a board was swallowed, and CEO and CFO were no bosses."""
    assert [text[start:end] for start, end in reporting_lines(text)] == ([line] if line else [])
    assert len(plainly(text)) == len(text)


def test_a_line_that_says_nothing_else() -> None:
    """With a deed beside it, it is more than that."""
    assert is_reporting_line("Report to COO.")
    assert not is_reporting_line("Report to COO; six districts, 41 sites.")


def test_a_sentence_asks_for_what_stands_beside_whom_one_reports_to(knowledge: Knowledge) -> None:
    """Known bad: the team of the boss was a missing skill, and whom one works with a duty."""
    text = (
        f"{HEAD}THE ROLE\nReporting to the Manager, Night Operations, you will keep the keys and the log. "
        "You will work with the kitchen, the bar and the laundry, and report to the Director of Rooms (North). "
        "The Night Manager reports to the Director of Rooms and leads a team of eight.\n\n"
        "DUTIES\n- Open the doors after midnight\n- Reports to the General Manager\n- Carry bags to the rooms\n"
    )
    asked = [one.text for one in read_posting(text, knowledge).requirements]
    assert asked == [
        "you will keep the keys and the log.",
        "leads a team of eight.",
        "Open the doors after midnight",
        "Carry bags to the rooms",
    ]


def test_whom_one_reported_to_proves_nothing(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: "Report to COO" was the best evidence for owning the field, and the first strength of the book."""
    bullets = ["Report to COO.", "Led 12 sites and cut open shifts from 30% to 12%"]
    resume = make_resume([("Regional Director", "Thornhill", "2018-01", None, bullets)], years=8.0)
    found = matched(resume, make_posting("Chief Operating Officer", "executive", duties=("The COO owns the field",)))
    quoted = {evidence.fact.text for one in found.requirements for evidence in one.evidence}
    assert "Report to COO." not in quoted
    assert len(found.highlights) == 1
