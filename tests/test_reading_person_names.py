"""Names that resumes print in their own way, and what is said where no name is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from text_cases import brief_of_texts

from playbook.artifacts.names import UNNAMED
from playbook.artifacts.resume import Resume
from playbook.knowledge.packs import Knowledge
from playbook.provenance import lines_of
from playbook.reading.person_names import name_in
from playbook.writing.pitch import pitch
from tests.section_rows import rows

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ('AMARA "AMI" OKORO-LINDT, P.Eng., PMP\nHalifax, NS | amara@example.com', 'AMARA "AMI" OKORO-LINDT'),
        ("Amara Okoro, C.E.T.\nHalifax, NS | amara@example.com", "Amara Okoro"),
        ("Amara Okoro P.Geo.\nHalifax, NS | amara@example.com", "Amara Okoro"),
        ("Amara J. Okoro, M.Arch., R.P.P.", "Amara J. Okoro"),
        ("amara  j.  okoro\npotter, now printer\namara@amaramakes.example", "amara j. okoro"),
        ("amara okoro\ninfo@amaramakes.example", None),
        ("pottery and print\npottery@example.com", None),
        ("about me\nabout@example.com", None),
        ("J. St.Clair Okoro\nHalifax, NS | okoro@example.com", "J. St.Clair Okoro"),
    ],
)
def test_a_name_is_known_by_dotted_letters_and_by_the_mail_address(parse: Parse, top: str, name: str | None) -> None:
    """Known bad: neither was read, and the pitch began with "I'm The candidate"."""
    found = parse(top).name
    assert (" ".join(found.text.split()) if found else None) == name


def test_nobody_introduces_themselves_as_the_candidate(knowledge: Knowledge, tmp_path: Path) -> None:
    """Where no name is known, there is a bracket to fill in, in the pitch and above what is handed over."""
    named = brief_of_texts("librarian", tmp_path, knowledge)
    assert named.signature == named.candidate
    brief = named.model_copy(update={"candidate": UNNAMED})
    hook, *_ = (line for _, line in lines_of(pitch(brief, knowledge).thirty_seconds))
    assert hook.text.startswith("I'm [your name?]")
    assert [one.question for one in hook.blanks] == ["your name?"]
    assert brief.signature == "[Your name]"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("MARNIE GALE  RN RM", "MARNIE GALE"),
        ("YUNA LEE MA", "YUNA LEE MA"),
        ("PETER WEI NG", "PETER WEI NG"),
        ("SHABNAM HOLLINGWORTH Cert CII", "SHABNAM HOLLINGWORTH"),
    ],
)
def test_letters_without_a_vowel_are_no_part_of_a_name_in_capitals(line: str, name: str) -> None:
    """Known bad: a nurse was introduced as "Marnie Gale Rn Rm"."""
    (row,) = rows(line)
    found, _ = name_in(row.body)
    assert found is not None
    assert found.text == name


@pytest.mark.parametrize(
    "line", ["Shabnam Hollingworth Cert CII", "Shabnam Hollingworth, Cert CII", "SHABNAM HOLLINGWORTH Cert CII"]
)
def test_letters_of_two_words_are_one_paper_and_no_part_of_the_name(line: str) -> None:
    """Known bad: "I'm Shabnam Hollingworth Cert", and the paper was lost."""
    (row,) = rows(line)
    found, letters = name_in(row.body)
    assert found is not None
    assert (found.text.title(), [one.text for one in letters]) == ("Shabnam Hollingworth", ["Cert CII"])
