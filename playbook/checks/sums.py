"""Checks of what was computed: matches against requirements and evidence, scores against their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.checks.frames import Frame, judge
from playbook.checks.spans import facts_of

if TYPE_CHECKING:
    from playbook.artifacts.company import Company
    from playbook.artifacts.fit import Fit
    from playbook.artifacts.inspection import CheckResult
    from playbook.artifacts.matching import Matching
    from playbook.artifacts.posting import Posting
    from playbook.artifacts.resume import Resume
    from playbook.provenance import Fact

HALF = 0.5
NEARLY = 1e-9
"""What adding floats may cost."""


def check_matching(matching: Matching, resume: Resume, posting: Posting, company: Company) -> tuple[CheckResult, ...]:
    """The rules of `match`."""
    wanted = sorted(row.id for row in posting.requirements)
    judged = sorted(row.requirement for row in matching.requirements)
    facts = tuple(facts_of(resume))
    known = {(fact.text, fact.span) for fact in facts}
    bullets = {bullet.id for bullet in resume.highlights}
    values = {value.id for value in company.values}
    rows = [
        {
            "requirement": row.requirement,
            "status": row.status,
            "evidence": len(row.evidence),
            "known": row.known_share,
        }
        for row in matching.requirements
    ]
    evidence = [
        {"quote": item.fact.text, "fact": item.fact, "highlight": item.highlight, "of": owner}
        for owner, items in [
            *((row.requirement, row.evidence) for row in matching.requirements),
            *((row.value, row.evidence) for row in matching.values),
        ]
        for item in items
    ]
    owners = set(wanted) | values
    return judge(
        Frame([{"ids": f"{wanted} {judged}"}], {"every-requirement-judged": lambda _: wanted == judged}, show="ids"),
        Frame(
            evidence,
            {
                "evidence-resolves": lambda row: (
                    ((row["fact"].text, row["fact"].span) in known or any(_is_part(row["fact"], fact) for fact in facts))
                    and row["of"] in owners
                    and (row["highlight"] is None or row["highlight"] in bullets)
                )
            },
            show="quote",
        ),
        Frame(
            rows,
            {
                "status-has-evidence": lambda row: (
                    row["status"] == "unknown" or (row["evidence"] > 0) == (row["status"] in {"covered", "partial"})
                ),
                "unknown-is-no-gap": lambda row: not (row["status"] == "gap" and row["known"] < HALF),
            },
            show="requirement",
        ),
    )


def _is_part(evidence: Fact, fact: Fact) -> bool:
    """Whether evidence is a sentence of a longer fact, word for word where it stands."""
    at = evidence.span.start - fact.span.start
    return (
        (evidence.span.document, evidence.span.entry) == (fact.span.document, fact.span.entry)
        and at >= 0
        and evidence.span.end - evidence.span.start == len(evidence.text)
        and fact.text[at : at + len(evidence.text)] == evidence.text
    )


def check_fit(fit: Fit, *_: object) -> tuple[CheckResult, ...]:
    """The rules of `score`."""
    sums = []
    for part in ("skills", "experience", "culture"):
        rows = [row for row in fit.ledger if row.part == part]
        most = sum(row.most for row in rows)
        exact = 100 * sum(row.points for row in rows) / most if most else 0.0
        sums.append({"part": part, "exact": exact, "shown": getattr(fit, part)})
    exact = sum(weight * getattr(fit, part) for part, weight in fit.weights.items())
    sums.append({"part": "overall", "exact": exact, "shown": fit.uncapped})
    return judge(
        Frame(sums, {"scores-add-up": lambda row: abs(row["exact"] - row["shown"]) <= 1}, show="part"),
        Frame(
            [{"item": row.item, "points": row.points, "most": row.most} for row in fit.ledger],
            {"points-within-most": lambda row: -NEARLY <= row["points"] <= row["most"] + NEARLY},
            show="item",
        ),
    )
