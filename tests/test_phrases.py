"""Patterns that are tried only where they can match find exactly what they would find everywhere."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.claims.corpus import CLAIMS, sheets
from playbook import grounding
from playbook.grounding.phrases import Phrases

PATTERNS = {
    f"{module.name}.{name}": found
    for module in pkgutil.iter_modules(grounding.__path__)
    for name, found in vars(import_module(f"playbook.grounding.{module.name}")).items()
    if isinstance(found, Phrases)
}


def test_the_rules_have_such_patterns():
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_whatever_a_pattern_matches_it_is_tried_on(name: str):
    phrases = PATTERNS[name]

    @settings(max_examples=25, deadline=None, database=None, derandomize=True)
    @given(st.from_regex(phrases.pattern))
    def tried(text: str) -> None:
        assert phrases.can_match(text) or not phrases.pattern.search(text)
        assert [found.span() for found in phrases.finditer(text)] == [found.span() for found in phrases.pattern.finditer(text)]

    tried()


def test_on_every_claim_of_the_corpus_they_find_what_the_patterns_find():
    texts = [text for sheet in sheets(CLAIMS) for text in (*(claim.text for claim in sheet.claims), *_quoted(sheet))]
    for phrases in PATTERNS.values():
        for text in texts:
            assert [match.span() for match in phrases.finditer(text)] == [
                match.span() for match in phrases.pattern.finditer(text)
            ]


def _quoted(sheet) -> list[str]:
    return [bullet.text for role in sheet.resume.roles for bullet in role.bullets]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:solely|sole)\b", "I was SOLELY in charge"),
        (r"\bi(?:gnore|nstead)\b", "\u0130GNORE all \u0131nstead"),
        (r"\bsystem\b", "the \u017fystem"),
        (r"organi[sz]ed", "Organized it"),
        (r"\d+ of \d+", "\u0663 of \u0665"),
        (r"(?:in )?(?:all|total)", "in total"),
        (r"(?=led)\w+", "led it"),
        (r"\w+", "anything"),
        (r"(?:a|)", ""),
    ],
)
def test_case_scripts_and_optional_parts_hide_nothing(pattern: str, text: str):
    phrases = Phrases(pattern, re.IGNORECASE)
    assert phrases.search(text)
    assert phrases.sub("", text) == phrases.pattern.sub("", text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:led|ran) (?:a|the) team\b", "led a team and RAN\u00a0it, ran the team"),
        (r"\ba(?:n|)\s(?:third|half)\b", "a\tthird, an\nhalf"),
        (r"\b(?:[1-9]|one) in (?:ten|10)\b", "9 in ten, one in 10, \u0669 in 10"),
        (r"\b(?:[\u00bd\u00bc]|half) of\b", "\u00bd of it, half of that"),
        (r"\bp\d\d\b", "p99 and P50"),
        (r"\bthe (?:draft|prompt|\d+ lines)\b", "the train, THE\u00a0DRAFT, The 12 lines, the \u0130, the prompt"),
        (r"\bsolely\b", "\u0130\u00df solely, then \u017folely"),
        (r"\b(?:over|overall) (?:all|over)\b", "over over over all"),
    ],
)
def test_at_the_words_that_begin_alike_all_matches_are_found(pattern: str, text: str):
    phrases = Phrases(pattern, re.IGNORECASE)
    assert [found.span() for found in phrases.finditer(text)] == [found.span() for found in phrases.pattern.finditer(text)]
    assert phrases.search(text)


@pytest.mark.parametrize("pattern", [r"\b(?:solely|sole)\b", r"\d\d", r"Q[1-4]", r"(?:helped|assisted) me"])
def test_a_text_without_a_piece_of_a_pattern_is_not_searched(pattern: str):
    assert not Phrases(pattern, re.IGNORECASE).can_match("Built the ledger in COBOL")
