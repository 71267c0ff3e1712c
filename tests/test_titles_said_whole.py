"""A title is said whole: no sum's unit, no half of a thing, and a gerund as every other title has it."""

from __future__ import annotations

import pytest

from playbook.knowledge.shorthand import spoken_noun
from playbook.writing.draft_stories import opening_title
from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Referred $5.1MM in mortgage and $2.7 MM in investment business to partners", "Referring Mortgage"),
        ("Cut average time to answer a letter from 9 days to 2 by templates", "Cutting Time to Answer a Letter"),
        ("Lead officer on media for the spring floods", "Lead Officer on Media"),
        ("Took over the wedding diary when a colleague left", "Taking Over the Wedding Diary"),
        ("Ran pupil interviews & homework usability test before the move", "Running Pupil Interviews"),
        ("Run Bldg C (90 units) day to day under the manager", "Running Bldg C"),
        ("Led GMS Packaging Issue 6 certification as site lead", ""),
    ],
)
def test_a_title_names_the_whole_thing(bullet: str, title: str) -> None:
    """Known bad: "Referring Mortgage and MM", "Cutting Average Time", "Lead Officer", "Taking Wedding Diary"."""
    assert read(bullet).title == title


def test_what_frames_speak_of_is_no_half_of_a_thing() -> None:
    """Known bad: "I broke the work on the work as assistant super down", "the average time", "the live blog of Feb"."""
    assert read("Filled in as assistant manager for 5 months").object == ""
    assert read("Cut average time to answer a letter from 9 days to 2").object == ""
    assert read("Ran live blog of Feb 2014 floods").object == "the live blog"


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Present monthly to clinicians at tumor board research meeting", "Present Monthly to Clinicians"),
        ("Conversion went from 21% to 33% after I wrote a script", "Conversion from 21% to 33%"),
        ("Led GMS Packaging Issue 6 certification as site lead", "Led GMS Packaging Issue 6 Certification"),
        ("CT across all shifts incl. 1 in 5 on-call and nights", "CT Across All Shifts"),
    ],
)
def test_opening_words_are_not_cut_inside_a_thing(bullet: str, title: str) -> None:
    """Known bad: "Present Monthly to Clinicians at Tumor", "Conversion Went"."""
    assert opening_title(bullet) == title


def test_what_a_figure_measures_is_said_without_shorthand() -> None:
    assert [spoken_noun(noun) for noun in ("avg turnaround", "lumber waste abt")] == ["average turnaround", "lumber waste"]
