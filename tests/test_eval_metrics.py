"""A metric of a program sums the scorers of its stage: it likes a good answer, and says what is wrong with a bad one."""

from __future__ import annotations

from typing import Any

import dspy
from eval_cases import ran

from evals.metrics import metric, metric_with_feedback
from signatures.drafts import draft_of
from signatures.wording import Wording, encode, wordable
from signatures.writers import compose


def answered(change: Any) -> dspy.Prediction:
    """What a program answers to the pitch of a pair: the draft's lines, changed."""
    draft = compose("Pitch", {"brief": ran().values["brief"]})
    lines = [Wording(id=at, text=change(at, encode(line))) for at, line in wordable(draft).items()]
    return dspy.Prediction(lines=[line for line in lines if line.text])


def example() -> dspy.Example:
    """The pitch as an example."""
    return ran().examples["pitch"].copy()


def test_a_metric_likes_the_draft_and_not_what_is_invented_or_left_out():
    of = metric("pitch")
    good = of(example(), answered(lambda _, text: text))
    invented = of(example(), answered(lambda _, text: f"{text} That saved $7,413,000 at Initech."))
    partial = of(example(), answered(lambda at, text: text if at.endswith("0") else ""))
    assert 0.9 < good <= 1
    assert invented < good
    assert partial < good
    assert of(example(), dspy.Prediction(lines=[])) == 0


def test_the_metric_for_gepa_says_what_is_wrong():
    said = metric_with_feedback("pitch")(example(), answered(lambda _, text: f"{text} That saved $7,413,000."))
    assert "7,413,000" in said.feedback
    assert 0 <= said.score < 1
    fine = metric_with_feedback("pitch", ["invented"])(example(), answered(lambda _, text: text))
    assert fine.feedback == "Nothing is wrong with it."


def test_words_of_an_answer_with_a_broken_token_are_not_taken():
    from evals.stages.written import artifact

    made = artifact("pitch", dict(example().inputs()), answered(lambda _, text: f"{text} <<nothing>>"))
    draft = compose("Pitch", {"brief": ran().values["brief"]})
    assert made.value == draft
    assert len(made.degraded) == len(draft_of("Pitch", dict(example().inputs())).lines)
