"""A paragraph that was broken narrower than the rest of its file is one row; lines that only stand below each other are not."""

from __future__ import annotations

from playbook.intake.folding import fold
from playbook.intake.layout import RawLine
from playbook.knowledge.packs import Knowledge
from tests.posting_cases import DUTIES, HEAD, read_posting

LONG = "The mill runs on water and on two people who have been there since it was built, and it has never once been late with flour."
PARAGRAPH = """We have won the contract for the bread of nine schools and need an experienced
Miller Baker to lead the night crew of six people and of two ovens. You answer to the
Head Baker."""


def _folded(text: str) -> list[str]:
    lines, is_apart = [], True
    for line in text.split("\n"):
        if line:
            lines.append(RawLine(line, 0.0, float(len(line)), is_apart))
        is_apart = not line
    return [row for row in fold(lines, wraps=True).split("\n") if row]


def test_a_sentence_goes_on_in_a_capital_where_its_own_paragraph_ends() -> None:
    """Known-bad: measured by the longest line of the file, the sentence broke before the title."""
    rows = _folded(f"{LONG}\n{LONG}\n\n{PARAGRAPH}")
    assert rows[-1] == PARAGRAPH.replace("\n", " ")


def test_lines_of_even_length_without_a_broken_sentence_are_a_list() -> None:
    """Such as duties without bullets: each begins anew."""
    duties = [
        "Keep the books of the mill and close them on the last day of each month",
        "Order the grain for both of the stones and check every load for mould",
        "Write the roster of the night crew and find who stands in for the sick",
    ]
    assert _folded("\n".join([LONG, LONG, "", *duties]))[-3:] == duties


def test_the_list_behind_a_label_at_the_end_of_a_line_belongs_to_it(knowledge: Knowledge) -> None:
    """Known-bad: a posting that named its values below a broken line named none."""
    about = (
        "About us\nHarrow Mill grinds flour for bakers in three counties, and has done so with the\n"
        "same stones since 1931. Bakers trust us with their nights and their names. Our core values:\n"
        "Patience, Thrift, Plain Talk, and Warm Bread."
    )
    posting = read_posting(f"{HEAD}\n\n{about}\n\n{DUTIES}", knowledge)
    assert [fact.text for fact in posting.values] == ["Patience", "Thrift", "Plain Talk", "Warm Bread"]


def test_several_lines_below_such_a_label_are_a_list_of_their_own() -> None:
    """Such as "You will:" leads to lines without bullets, which are not drawn into the sentence."""
    text = (
        "Harrow Mill grinds flour for bakers in three counties, and has done so with the\n"
        "same stones since 1931. Bakers trust us with their nights. In this role you will:\nGrind the flour\nMind the stones"
    )
    assert _folded(text)[-2:] == ["Grind the flour", "Mind the stones"]
