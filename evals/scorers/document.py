"""The whole playbook by its own rules: how many hold, and how much it says twice."""

from __future__ import annotations

import dspy

from evals.scorers.scorer import Score, Scorer
from evals.scorers.wording import repeated
from evals.stages.whole import Inspected
from playbook.provenance import lines_of


def blocked(_: dspy.Example, inspected: Inspected) -> Score | None:
    """Share of the blocking rules that the playbook breaks: it would be held."""
    return _broken(inspected, "block")


def warned(_: dspy.Example, inspected: Inspected) -> Score | None:
    """Share of the warning rules that the playbook breaks."""
    return _broken(inspected, "warn")


def _broken(inspected: Inspected, severity: str) -> Score | None:
    looked = [check for check in inspected.checks if check.severity == severity]
    bad = [check for check in looked if not check.ok]
    reasons = tuple(f"{check.rule}: {sample}" for check in bad for sample in check.samples)
    return Score(len(bad) / len(looked), len(looked), reasons, {check.rule: float(check.bad) for check in bad})


def said_twice(_: dspy.Example, inspected: Inspected) -> Score | None:
    """Share of the sentences, quotes and packs left out, that nearly repeat one of any section before."""
    texts = [
        line.text
        for _, line in lines_of(inspected.playbook.sections)
        if line.provenance in {"resume", "draft"} and len(line.text) > 60 and line.text not in {s.quote for s in line.sources}  # noqa: PLR2004  long
    ]
    found = tuple(repeated(texts))
    return Score(len(found) / len(texts), len(texts), found) if texts else None


def asked_of_candidate(_: dspy.Example, inspected: Inspected) -> Score | None:
    """Questions that the playbook leaves for the candidate to answer."""
    blanks = {blank.id for _, line in lines_of(inspected.playbook.sections) for blank in line.blanks}
    return Score(len(blanks))


SCORERS = (
    Scorer("blocked", ("inspect",), blocked, better="lower", is_rule=True),
    Scorer("warned", ("inspect",), warned, better="lower", heading="warnings"),
    Scorer("said_twice", ("inspect",), said_twice, better="lower"),
    Scorer("asked_of_candidate", ("inspect",), asked_of_candidate, better="lower", unit="count"),
)
