"""Is what was written true to its sources? The rules of `playbook.grounding`, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import dspy
from pydantic import BaseModel

from evals.scorers.scorer import Score, Scorer
from evals.stages.written import PARTS
from playbook.checks.drafts import is_no_draft
from playbook.grounding import Issue, issues
from playbook.grounding.case import ground_of
from playbook.provenance import Line, lines_of

_OWN = frozenset({"resume", "draft"})
_NUMBERS = frozenset({"number", "unit", "order", "derived"})
WRITTEN = tuple(stage for stage in PARTS.values() if stage != "brief")


def invented(example: dspy.Example, artifact: BaseModel) -> Score | None:
    """Share of the sentences that state a fact which no source has: a number, a name, a deed, a licence."""
    return _share(example, artifact, "hard")


def overstated(example: dspy.Example, artifact: BaseModel) -> Score | None:
    """Share of the sentences that go further than their sources without a fact to point at."""
    return _share(example, artifact, "soft")


def drafts_as_facts(example: dspy.Example, artifact: BaseModel) -> Score | None:
    """Share of the sentences shown as facts of the resume that the packs offer as drafts."""
    lines = [line for _, line in lines_of(artifact) if line.provenance == "resume"]
    found = tuple(line.text for line in lines if not is_no_draft(line, example.case.knowledge))
    return Score(len(found) / len(lines), len(lines), found) if lines else None


def _share(example: dspy.Example, artifact: BaseModel, tier: str) -> Score | None:
    found = [one for one in _found(example, artifact) if any(issue.tier == tier for issue in one)]
    n = sum(1 for _ in lines_of(artifact))
    parts = Counter(
        issue.kind for one in found for issue in {issue.kind: issue for issue in one if issue.tier == tier}.values()
    )
    reasons = tuple(str(issue) for one in found for issue in one if issue.tier == tier)
    return Score(len(found) / n, n, reasons, dict(parts)) if n else None


def _found(example: dspy.Example, artifact: BaseModel) -> list[tuple[Issue, ...]]:
    """The issues of each sentence that has some. They are looked for once, however many scorers ask."""
    kept: Any = example.get("judged_lines")
    if kept is None or kept[0] is not artifact:
        case, brief = example.case, example.brief
        ground = ground_of(brief, case.knowledge)
        everything = replace(ground, case=(*ground.case, case.resume.text, case.job.text))
        judged = [
            tuple(issue for issue in issues(line, everything if line.provenance == "draft" else ground) if _counts(line, issue))
            for _, line in lines_of(artifact)
        ]
        kept = example["judged_lines"] = (artifact, [one for one in judged if one])
    found: list[tuple[Issue, ...]] = kept[1]
    return found


def _counts(line: Line, issue: Issue) -> bool:
    """Whether an issue is one for a line of that provenance, as the rules of the catalogue say."""
    return line.provenance in _OWN or (line.provenance == "job" and issue.kind in _NUMBERS)


SCORERS = (
    Scorer("invented", WRITTEN, invented, better="lower", is_rule=True, heading="invented"),
    Scorer("overstated", WRITTEN, overstated, better="lower", is_rule=True, heading="overstated"),
    Scorer("drafts_as_facts", WRITTEN, drafts_as_facts, better="lower", is_rule=True),
)
