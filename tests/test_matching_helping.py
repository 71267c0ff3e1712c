"""Who helped with a thing has not led it, and still does not lack it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.matching.helping import asks_to_lead, is_aided
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


def _asked(matched: Match, line: str, *bullets: str) -> RequirementMatch:
    """What becomes of a line beside these bullets of a controller."""
    resume = make_resume([("Controller", "Larch Stamping", "2019-01", None, list(bullets))], years=7.9)
    return matched(resume, make_posting("VP of Finance", "accounting", required=(line,))).of("r1")


@pytest.mark.parametrize(
    ("line", "bullet", "status"),
    [
        ("Experience leading due diligence", "Assisted with two sell-side due diligence engagements", "partial"),
        ("Experience leading due diligence", "Shadowed the CFO during due diligence on two deals", "partial"),
        ("Experience leading due diligence", "Prepared the quality-of-earnings support for a minority deal", "partial"),
        ("Experience leading due diligence", "Led due diligence on two deals", "covered"),
        ("Experience leading due diligence", "Assisted the CFO and ran due diligence on two deals", "covered"),
        ("Experience with due diligence", "Assisted with two sell-side due diligence engagements", "covered"),
    ],
)
def test_a_lower_grade_of_deed_covers_no_lead(matched: Match, line: str, bullet: str, status: str) -> None:
    """Known bad: "Lead due diligence" covered by "Assisted with two engagements"; where no lead is asked, help counts."""
    assert _asked(matched, line, bullet).status == status


def test_one_who_helped_and_led_has_led(matched: Match) -> None:
    """A second bullet that tells of the lead is enough."""
    bullets = ("Assisted with due diligence in 2019", "Led due diligence on two add-ons in 2023")
    assert _asked(matched, "Experience leading due diligence", *bullets).status == "covered"


@pytest.mark.parametrize("line", ["Experience leading NetSuite implementations", "Own NetSuite", "Direct the NetSuite rollout"])
def test_who_helped_lacks_nothing(matched: Match, line: str) -> None:
    """A tool that somebody helped to bring in is never called missing."""
    found = _asked(matched, line, "Assisted with the NetSuite rollout at three plants")
    assert found.status != "gap"


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        ("Lead financial ", True),
        ("Plan and own the ", True),
        ("Experience leading ", True),
        ("You will oversee ", True),
        ("Direct experience of ", False),
        ("Lead the team and support ", False),
        ("Work with the lead on ", False),
        ("Own vehicle and knowledge of ", False),
    ],
)
def test_only_the_deed_right_before_a_name_asks_for_a_lead(before: str, leads: bool) -> None:
    """What follows another deed is asked for in that deed's grade."""
    assert asks_to_lead(before, frozenset({"support", "work", "plan"})) is leads


@pytest.mark.parametrize(
    ("before", "aided"),
    [
        ("Assisted with ", True),
        ("Helped with the ", True),
        ("Participated in ", True),
        ("Help desk for ", False),
        ("Assisted the CFO by leading ", False),
        ("Helped found the firm and built its ", False),
        ("Led ", False),
    ],
)
def test_help_is_told_by_how_a_sentence_opens(before: str, aided: bool) -> None:
    """A deed of one's own behind it counts in full."""
    assert is_aided(before) is aided
