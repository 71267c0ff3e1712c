"""A tool that opens a line and bears an everyday word is told from the word by what follows it."""

from __future__ import annotations

import pytest

from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge


def _named(text: str, knowledge: Knowledge) -> set[str]:
    return {found.id for found in lexicon_of(knowledge).concepts(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Python or R", {"python", "r-language"}),
        ("Excel or Google Sheets", {"excel"}),
        ("Excel and similar tools", {"excel"}),
        ("Go or Rust", {"go", "rust"}),
        ("Swift experience", {"swift"}),
        ("Slack is a plus", {"slack"}),
        ("Tableau or Looker", {"tableau", "looker"}),
        ("Workday preferred", {"workday"}),
    ],
)
def test_a_tool_that_opens_a_line_is_named_by_what_follows(knowledge: Knowledge, text: str, wanted: set[str]) -> None:
    """A second name, the word experience, or how much it is wished for."""
    assert wanted <= _named(text, knowledge)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Excel and lead others", "excel"),
        ("Excel in a team of six", "excel"),
        ("React and respond to alarms", "react"),
        ("Go and see the line every morning", "go"),
        ("Lean on colleagues when needed", "lean"),
    ],
)
def test_a_verb_that_opens_a_line_is_no_tool(knowledge: Knowledge, text: str, unwanted: str) -> None:
    """Another verb, or a small word, follows a verb."""
    assert unwanted not in _named(text, knowledge)


@pytest.mark.parametrize(("text", "wanted"), [("built in python", "python"), ("figma, trello and xero", "figma")])
def test_words_that_only_products_bear_need_no_capital(knowledge: Knowledge, text: str, wanted: str) -> None:
    """Nobody means anything else by them, and many write them small."""
    assert wanted in _named(text, knowledge)
