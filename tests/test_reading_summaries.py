"""All the rows of a summary are its fact, and each is evidence of its own."""

from __future__ import annotations

from collections.abc import Callable

from playbook.artifacts.resume import Resume
from playbook.reading.summaries import opening
from playbook.reading.wishes import told

BULLETS = """Orla Brandsma

PROFILE
- Stock controller of nine years, mostly dairy
- Kinaxis, Excel (macros), Tableau
- Bilingual EN/FR, some Frisian"""


def test_every_row_of_a_summary_is_kept_and_told_by_itself(parse: Callable[[str], Resume]) -> None:
    """With the first row alone, a playbook says that the resume is silent on Excel."""
    resume = parse(BULLETS)
    assert resume.summary is not None
    assert opening(resume.summary) == "Stock controller of nine years, mostly dairy"
    assert [fact.text for fact in told(resume.summary)][1:] == [
        "Kinaxis, Excel (macros), Tableau",
        "Bilingual EN/FR, some Frisian",
    ]
    assert [one.name for one in resume.languages][:2] == ["English", "French"]


def test_no_row_behind_contact_data_is_joined(parse: Callable[[str], Resume]) -> None:
    """A fact is one stretch of the document, and no stretch may hold a telephone number."""
    resume = parse(BULLETS.replace("- Kinaxis", "- Call 555 010 7788\n- Kinaxis"))
    assert resume.summary is not None
    assert resume.summary.text == "Stock controller of nine years, mostly dairy"


def test_what_stands_below_an_unknown_heading_is_kept_and_said(parse: Callable[[str], Resume]) -> None:
    """Known bad: ten lines below a heading that no pack knows were dropped in silence, and called missing."""
    resume = parse(
        "Orla Brandsma\n\nPROFILE\nStock controller of nine years.\n\nODDS AND SODS\nKeeps bees at home\n- Treasurer of a choir"
    )
    assert [one.summary.text for one in resume.projects if one.summary] == ["Keeps bees at home\n- Treasurer of a choir"]
    assert any(note.code == "resume.unknown-heading" and "ODDS AND SODS" in note.message for note in resume.notes)
