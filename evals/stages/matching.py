"""The stage `match`, as it is evaluated: rules, and the program that judges each line among the statuses they leave open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import dspy

from evals.cases import Case
from evals.stages.stage import Made, Setup, Stage
from playbook.artifacts.matching import Matching, Status, Traits
from playbook.matching import match
from playbook.matching.match import Judge, by_rule
from playbook.settings import EMBEDDED
from signatures.match import MatchProgram, judge_of
from signatures.programs import program


def _examples(case: Case, inputs: Mapping[str, Any]) -> Iterator[dspy.Example]:
    """One example a pair. The signature's input is `lines`; `statuses` are the labelled ones, in the order of the lines.

    A line that no labeller saw has the status by rule; `labelled` says which ones they saw.
    """
    from evals.scorers.reading import line_of

    seen: list[Traits] = []

    def watch(lines: Sequence[Traits]) -> Sequence[Status]:
        seen.extend(lines)
        return by_rule(lines)

    posting = inputs["posting"]
    match(inputs["resume"], posting, inputs["company"], case.knowledge, watch)
    labels = {line.id: one.status for one in case.item.labels.requirements if (line := line_of(one.text, posting)) is not None}
    statuses = [labels.get(asked.id, line.rule) for asked, line in zip(posting.requirements, seen, strict=True)]
    labelled = [asked.id in labels for asked in posting.requirements]
    yield dspy.Example(id=case.id, case=case, **inputs, lines=seen, statuses=statuses, labelled=labelled).with_inputs("lines")


def _matched(example: dspy.Example, judge: Judge) -> Matching:
    return match(example.resume, example.posting, example.company, example.case.knowledge, judge)


def _run(example: dspy.Example, setup: Setup) -> Made:
    # On the page statuses are computed, whatever model words the rest.
    model = EMBEDDED if setup.delivered else setup.model
    module = setup.program or program("match", model, setup.settings).module
    return Made(_matched(example, judge_of(module, model, setup.settings)))


def _made_of(example: dspy.Example, prediction: dspy.Prediction) -> Made:
    said = list(getattr(prediction, "statuses", None) or ())
    rules = [line.rule for line in example.lines]
    return Made(
        _matched(example, lambda _: [*said[: len(rules)], *rules[len(said) :]]),
        degraded=tuple(f"line {at}: no status" for at in range(len(said), len(rules))),
    )


def _shown(matching: Matching) -> dict[str, str]:
    return {
        one.requirement: f"{one.status}: {' | '.join(piece.fact.text for piece in one.evidence[:2])}".rstrip(": ")
        for one in matching.requirements
    }


MATCH = Stage(
    "match",
    _run,
    {"resume": "parse_resume", "posting": "parse_posting", "company": "profile_company"},
    examples=_examples,
    program=MatchProgram,
    made_of=_made_of,
    shown=_shown,
)
