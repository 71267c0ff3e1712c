"""What one line of laboratory or research work is asked, another is not; what suits everyone in the trade is asked of all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.writing.generate_questions import generate_questions
from tests.brief_factory import Asked, Case, brief_of, stories_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_CHEMISTRY = "HPLC and titration of raw materials"
_CULTURE = "Mammalian cell culture and transfection"
_TRIALS = "Informed consent and study visits with participants of clinical trials"


def is_asked(name: str, line: str, knowledge: Knowledge) -> bool:
    """Whether a question may be asked of somebody whose posting has this line, were it the only one."""
    question = knowledge.questions[name]
    brief = brief_of(Case(bullets=(), asked=(Asked(line),), family="science", counts={question.type: 1}))
    return bool(generate_questions(brief, stories_of(brief), replace(knowledge, questions={name: question})).questions)


@pytest.mark.parametrize(
    ("name", "own", "others"),
    [
        ("sci-tec-drifting-retention", _CHEMISTRY, (_CULTURE, _TRIALS)),
        ("sci-tec-standardize", _CHEMISTRY, (_CULTURE, _TRIALS)),
        ("sci-sit-contaminated-culture", _CULTURE, (_CHEMISTRY, _TRIALS)),
        ("sci-ope-cell-bank", _CULTURE, (_CHEMISTRY, _TRIALS)),
        ("sci-tec-gcp-consent", _TRIALS, (_CHEMISTRY, _CULTURE)),
        ("sci-sit-withdraws", _TRIALS, (_CHEMISTRY, _CULTURE)),
        ("sci-tec-outlier", _CHEMISTRY, (_TRIALS,)),
        ("sci-tec-qpcr-blank", "Gene expression by qPCR", (_CHEMISTRY, _TRIALS, _CULTURE)),
        ("sci-tec-elisa-plate", "Sandwich ELISA", (_CHEMISTRY, _TRIALS, "Western blotting")),
    ],
)
def test_a_question_is_asked_in_its_line_of_work_alone(
    name: str, own: str, others: tuple[str, ...], knowledge: Knowledge
) -> None:
    """Known bad: a clinical coordinator would be asked about a column, and a chemist about a cloudy flask."""
    assert is_asked(name, own, knowledge)
    assert [line for line in others if is_asked(name, line, knowledge)] == []


@pytest.mark.parametrize(
    "name",
    [
        "sci-tec-controls",
        "sci-ope-record",
        "sci-sit-unexpected",
        "sci-sit-broken-instrument",
        "sci-sit-copied-value",
        "sci-beh-own-error",
    ],
)
@pytest.mark.parametrize("line", [_CHEMISTRY, _CULTURE, _TRIALS])
def test_records_controls_and_surprises_are_everyones(name: str, line: str, knowledge: Knowledge) -> None:
    assert is_asked(name, line, knowledge)


@pytest.mark.parametrize(
    ("shown", "asked"),
    [
        ("qpcr", "pcr"),
        ("elisa", "protein-assays"),
        ("sec-hplc", "hplc"),
        ("biosafety-levels", "laboratory-safety"),
        ("medidata-rave", "electronic-data-capture"),
        ("eu-gmp-annex-1", "good-manufacturing-practice"),
    ],
)
def test_what_is_a_kind_of_another_counts_for_it(shown: str, asked: str, knowledge: Knowledge) -> None:
    assert asked in {*knowledge.skills[shown].implies, *knowledge.skills[shown].broader}


@pytest.mark.parametrize(
    ("shown", "asked"),
    [
        ("good-laboratory-practice", "good-manufacturing-practice"),
        ("good-clinical-practice", "good-laboratory-practice"),
        ("western-blot", "elisa"),
        ("elisa", "western-blot"),
        ("pcr", "qpcr"),
        ("hplc", "lc-ms"),
        ("cleanroom-monitoring", "environmental-science"),
    ],
)
def test_what_only_stands_beside_another_does_not(shown: str, asked: str, knowledge: Knowledge) -> None:
    """Known bad: a Western blot was taken for an ELISA, since one entry held both."""
    skill = knowledge.skills[shown]
    assert asked not in {shown, *skill.implies, *skill.broader}
