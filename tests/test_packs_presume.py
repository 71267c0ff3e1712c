"""Packs know neither the employer nor the posting: what they say of either is supposed, or said of where it is so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playbook.knowledge.packs import Knowledge

_FACT = re.compile(
    r"^(?:The \w+ of )?\{company\} (?:\w+ly )?(?!says\b|names\b)(?:is|has|runs|makes|sells|owns|uses|plans|considers|thinks|"
    r"wants|offers|serves|employs|operates|builds)\b"
)
"""A sentence that says what the employer is, has or does; which values it names is known."""
_ASSERTED = re.compile(
    r"(?:^|[.:;] )(?:The|This|Your) posting (?:asks|says|names|wants|mentions|calls|speaks|writes)\b(?! \"\{)"
)
_SENTENCE = re.compile(r"(?<=[.?!:]) ")


def _states(text: str) -> bool:
    """Whether a sentence states a fact of the employer."""
    return any(_FACT.match(sentence) for sentence in _SENTENCE.split(text)) and not text.startswith("Hypothetical")


@pytest.mark.parametrize(
    ("text", "is_fact"),
    [
        ("{company} runs its own trucks. Would you sell them?", True),
        ("The board of {company} has read a book. What now?", True),
        ("Suppose {company} runs its own trucks. Would you sell them?", False),
        ("Hypothetical numbers: {company} makes four lines.", False),
    ],
)
def test_a_stated_fact_is_told_from_a_supposed_one(text: str, is_fact: bool) -> None:
    """The rule of this file itself."""
    assert _states(text) is is_fact


def test_no_question_states_what_the_employer_has(knowledge: Knowledge) -> None:
    """Known bad: "Trentside Storage runs its own trucks on regional routes", of an employer that has none."""
    assert [one.id for one in knowledge.questions.values() if _states(one.q) or _states(one.tests)] == []


def test_no_trade_says_what_a_posting_asks_for(knowledge: Knowledge) -> None:
    """Known bad: "The posting asks for comfort with ambiguity", beside a line on something else."""

    def texts() -> Iterator[str]:
        for family in knowledge.families.values():
            yield from (*family.why, *family.pain, *family.process, *family.culture, *family.unique)

    assert [text for text in texts() if _ASSERTED.search(text)] == []


def test_what_every_nurse_is_asked_names_no_ward_of_its_own(knowledge: Knowledge) -> None:
    """Known bad: a hip repair and a morphine pump, asked of an educator on a maternity ward."""
    for one in knowledge.questions.values():
        if one.families == ("nursing",) and not one.topics and one.type == "clinical_scenario":
            assert not re.search(r"\bhip\b|\bknee\b|\bmorphine\b", f"{one.q} {one.practice}"), one.id


def test_how_nurses_and_teachers_are_hired_is_told_in_no_country_s_words(knowledge: Knowledge) -> None:
    """Known bad: "licensure" and "drug screening" read in Ireland, where neither is said nor done."""
    for family in ("nursing", "education"):
        entry = knowledge.families[family]
        said = " ".join((*entry.process, *entry.remember, *(one.focus for one in entry.interviewers.values())))
        assert not re.search(r"\blicensure\b|\bdrug screen", said, re.IGNORECASE), family
