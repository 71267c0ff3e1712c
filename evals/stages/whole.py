"""The whole playbook as the last stage: its sections together, and what the rules of the document say."""

from __future__ import annotations

from dataclasses import dataclass

import dspy

from evals.stages.stage import Made, Setup, Stage
from evals.stages.written import PARTS
from playbook import __version__
from playbook.artifacts.inspection import CheckResult
from playbook.artifacts.playbook import Playbook, Run
from playbook.checks.claims import check_claims
from playbook.consistency import inspect


@dataclass(frozen=True)
class Inspected:
    """A playbook with the results of the rules."""

    playbook: Playbook
    checks: tuple[CheckResult, ...]


def _inspected(example: dspy.Example, setup: Setup) -> Made:
    case = example.case
    parts = {name: example[name] for name in PARTS}
    playbook = Playbook(**parts, run=Run(id="0" * 16, model=setup.model, version=__version__))
    claims = check_claims(playbook, case.resume, case.job, case.knowledge)
    return Made(Inspected(playbook, (*claims, *inspect(playbook))))


def _broken(inspected: Inspected) -> dict[str, str]:
    return {check.rule: "; ".join(check.samples) for check in inspected.checks if not check.ok}


INSPECT = Stage("inspect", _inspected, dict(PARTS), shown=_broken)
