"""A bullet is cut where a mark parts it: not in brackets, not behind an abbreviation, not in a number."""

from __future__ import annotations

import pytest

from playbook.writing.draft_stories import opening_title
from playbook.writing.marks import ends_sentence, first_piece, is_outside
from tests.test_clauses import read
from tests.test_second_person import told


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        (
            "Ran the pass and covered as acting head for 9 weeks (Mar - May 2023) when she was ill",
            "ran the pass and covered as acting head for 9 weeks (Mar - May 2023) when she was ill",
        ),
        (
            "Wrote the recall protocol with Dr. B. after an audit (only 30% seen in past year.; 88% by June)",
            "wrote the recall protocol with Dr. B. after an audit (only 30% seen in past year.; 88% by June)",
        ),
    ],
)
def test_brackets_and_abbreviations_part_nothing(bullet: str, done: str):
    """Known bad: "for 14 weeks (Feb; May 2024)", "protocol with Dr; L. after chart audit"."""
    assert read(bullet).done == done
    assert told(bullet) == f"you {done}"


def test_means_are_not_looked_for_in_brackets():
    clause = read("Grew revenue from $9M to $14M in three years (organic 6%, the rest through two purchases)")
    assert (clause.means, clause.result.count("(")) == ("", clause.result.count(")"))


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Recorded 1,240 chargeable hours", "Recorded 1,240 Chargeable Hours"),
        ("Opened at 4:30 each day, six days", "Opened at 4:30 Each Day"),
        ("$3.1M store, staff of 20", ""),
        ("14 branches, $30M revenue", ""),
        ("Handed escalations to engineering through Jira, twice a week", "Handed Escalations to Engineering Through Jira"),
    ],
)
def test_a_number_is_not_cut_at_its_comma(bullet: str, title: str):
    """Known bad: "Recorded 1"; and how much there was, "$4.2M Store", is the title of no story."""
    assert opening_title(bullet) == title


def test_what_a_mark_is_is_told_in_one_place():
    assert is_outside("a (b) c", 6)
    assert not is_outside("a (b; c) d", 4)
    assert not ends_sentence("with Dr. Lowe", 7)
    assert ends_sentence("with Lowe. Then", 9)
    assert first_piece("Recorded 1,240 hours, all billed", r"[,;:(]") == "Recorded 1,240 hours"
