"""Folding: the lines of a file become one text whose marks, spaces and wraps are those of the format's promise."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from playbook.intake.folding import fold
from playbook.intake.layout import RawLine


@pytest.mark.parametrize("mark", ["•", "●", "▪", "\uf0b7", "\x7f", "(cid:127)", "*", "–", "‣", "»", "1."])
def test_every_bullet_becomes_a_hyphen(mark: str) -> None:
    """Whatever glyph a font had for it."""
    assert fold([RawLine(f"{mark} Led the team")], wraps=False) == "- Led the team"


def test_ligatures_odd_spaces_and_spaced_letters_are_folded() -> None:
    """NFC, no ligature, no no-break space; a letter-spaced heading is a word."""
    lines = [RawLine("E X P E R I E N C E"), RawLine("eﬃcient\u00a0work\u200b flow ﬁne cafe\u0301")]
    assert fold(lines, wraps=False) == "EXPERIENCE\nefficient work flow fine café"


def test_hyphens_at_line_ends_follow_the_other_uses_of_the_word() -> None:
    """A broken word is mended; a compound keeps its hyphen."""
    width = 40.0
    broken = [
        RawLine("- Wrote the imple-", 0, width),
        RawLine("mentation of a cross-", 2, width),
        RawLine("functional plan", 2, 17),
    ]
    assert fold(broken, wraps=True, hyphenates=True) == "- Wrote the implementation of a cross-functional plan"


@given(st.lists(st.text(max_size=60), max_size=20))
@example(["0\r\xad\r0"])
@settings(max_examples=200, deadline=None)
def test_folding_is_stable(lines: list[str]) -> None:
    """What was folded is not changed by folding it again without wraps, and has no odd white space."""
    once = fold([RawLine(line) for line in lines], wraps=False)
    assert "  " not in once
    assert "\n\n\n" not in once
    assert not any(line != line.strip() for line in once.split("\n"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Write to desk@marrow.example with questions on the post before it closes; only those selected for",
            "an interview hear",
        ),
        ("We are a third-party carrier with nine sites across the Midlands and the North West. From our", "420,000 sq ft hall"),
    ],
)
def test_a_line_that_ends_in_the_middle_goes_on(first: str, second: str) -> None:
    """Known bad: a mail within a sentence made a header of it, and a figure at the start of a line a new one."""
    lines = [
        RawLine(first, 0, len(first)),
        RawLine(second, 0, len(second)),
        RawLine("x" * 20 + " y" * 50, 0, 118, is_apart=True),
    ]
    assert fold(lines, wraps=True).startswith(f"{first} {second}")


def test_a_line_of_contact_stands_alone() -> None:
    """However long the one below it is."""
    contact = "Orla Penhallow, 12 Quay Row, Cork, orla@marrow.example, open to"
    lines = [RawLine(contact, 0, len(contact)), RawLine("night work and days", 0, 19)]
    assert fold(lines, wraps=True).split("\n")[0] == contact


@pytest.mark.parametrize(
    ("lines", "folded"),
    [
        (["Baker who runs the night shift of a", "40 loaf oven and trains two others there"], 1),
        (["Baker who raised the yield of the line by", "12 per cent and trains two others there"], 1),
        (["Baker who runs the night shift there", "40 loaves an hour, two others trained"], 2),
        (["Baker at the Mill House in", "2019 - 2021"], 2),
    ],
)
def test_a_paragraph_goes_on_below_a_line_that_is_not_at_its_end(lines: list[str], folded: int) -> None:
    """Known bad: a line that began with a number ended the paragraph, and the summary was cut in mid-sentence."""
    raw = [RawLine("Some other line of the document that is longer than those.", 0, 58.0, is_apart=True) for _ in range(3)]
    raw += [RawLine(line, 0, float(len(line)), is_apart=number == 0) for number, line in enumerate(lines)]
    assert len(fold(raw, wraps=True).split("\n\n")[-1].split("\n")) == folded


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- Attendance calls and meetings; absence in my year groups fell from 16% to 11% between", "2016/17 & 2018/19"),
        (
            "- Went into two long-term-care homes once a month; saw about 20 residents a visit, incl.",
            "dementia unit. Taught the aides",
        ),
    ],
)
def test_a_bullet_that_ends_in_the_middle_of_a_phrase_goes_on_below(first: str, second: str) -> None:
    """Known-bad: "fell from 16% to 11% between" stood alone, and the years were a bullet of their own."""
    lines = [RawLine(text, 0.0, float(len(text)), is_apart=False) for text in (first, second, "- Covered reception")]
    assert fold(lines, wraps=True).split("\n") == [f"{first} {second}", "- Covered reception"]
