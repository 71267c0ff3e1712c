"""Licences and cards that have run out by the day of the playbook: read, not counted as held, and pointed out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from matching_cases import statuses

from playbook.artifacts.document import Document
from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.packs import Knowledge
from playbook.reading.resume import parse_resume
from tests.case_factory import make_posting

ON = date(2026, 11, 27)
_TOP = """Ana Cruz
Leeds | ana@example.com

EXPERIENCE
Depot Lead, Harrow Freight
January 2019 - present
- Led a shift of 12 pickers and drivers in a depot of 9,000 square metres
- Planned the weekly rota and the loading of 40 trailers a night

CERTIFICATES
"""


@pytest.fixture
def read(knowledge: Knowledge) -> Callable[[str], Resume]:
    """The resume of somebody who holds what is written."""

    def reading(held: str) -> Resume:
        text = _TOP + held + "\n"
        return parse_resume(Document(name="resume", format="text", sha256="0" * 64, text=text), knowledge, ON)

    return reading


@pytest.mark.parametrize(
    ("line", "has_lapsed"),
    [
        ("CPR (AHA) exp 03/2026", True),
        ("CPR (AHA) exp 3/26", True),
        ("First Aid at Work, expires Oct 2026", True),
        ("First Aid at Work, expires Nov 2026", False),
        ("CPR (AHA) exp 3/27", False),
        ("First Aid at Work, valid until 2026", False),
        ("First Aid at Work, valid until 2025", True),
        ("Forklift licence (renewal 2023)", False),
        ("Forklift licence (renewal due 2023)", True),
        ("Welding certificate, 2016 - 2018", False),
        ("Welding certificate, 2018", False),
    ],
)
def test_a_paper_has_run_out_from_the_day_after_its_end(read: Callable[[str], Resume], line: str, has_lapsed: bool) -> None:
    """Not by the years in which it was studied for, and not by a renewal that may be the one that was made."""
    (held,) = read(line).certificates
    assert held.has_lapsed is has_lapsed


def test_the_reader_is_told_what_has_run_out_unless_the_resume_says_so(read: Callable[[str], Resume]) -> None:
    resume = read("CPR (AHA) exp 03/2026\nForklift licence (expired 2021)\nIOSH Managing Safely 2022")
    (note,) = (one for one in resume.notes if one.code == "resume.lapsed")
    assert "“CPR (AHA)” has run out" in note.message
    assert "Forklift" not in note.message


@pytest.mark.parametrize(
    ("held", "line", "status"),
    [
        ("CPR (AHA) exp 03/2026", "Current CPR certification", "partial"),
        ("CPR (AHA) exp 03/2027", "Current CPR certification", "covered"),
        ("Arizona RN license, exp. 6/2026\nCPR (AHA) exp 03/2027", "RN license and CPR", "partial"),
        ("CPR (AHA) exp 03/2024\nCPR (Red Cross) exp 03/2027", "Current CPR certification", "covered"),
    ],
)
def test_what_has_run_out_is_not_plainly_held(
    read: Callable[[str], Resume], matched: Callable[[Resume, Posting], Matching], held: str, line: str, status: str
) -> None:
    """Known bad: a card that ran out eight months ago was called covered, since no word said "expired"."""
    posting = make_posting("Depot Supervisor", "general", required=(line,))
    matching = matched(read(held), posting)
    assert statuses(posting, matching) == {line: status}
    if status == "partial":
        assert "run out" in matching.requirements[0].reason.text
