"""The mix of likely questions beside the one that a labeller expects."""

from __future__ import annotations

from collections import Counter

import dspy

from evals.agreement import mix_likeness
from evals.scorers.scorer import Score, Scorer
from playbook.artifacts.questions import Questions


def mix_shared(example: dspy.Example, questions: Questions) -> Score | None:
    """Share of the questions whose type is in the labelled mix, counted with the types (one less total variation)."""
    wanted = example.case.item.labels.questions
    made = Counter(question.type for question in questions.questions)
    if not made:
        return Score(0.0, 1, ("no questions",))
    value = mix_likeness(tuple(made.items()), tuple(wanted.items()))
    off = {name: made[name] - wanted.get(name, 0) for name in sorted({*made, *wanted}) if made[name] != wanted.get(name, 0)}
    return Score(value, 1, (", ".join(f"{name} {count:+}" for name, count in off.items()),) if off else ())


SCORERS = (Scorer("mix_shared", ("generate_questions",), mix_shared, rests_on=("questions",), heading="question mix"),)
