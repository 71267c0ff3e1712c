"""The gap table of section 7: what the posting asks for beside what the resume shows.

The statuses are those of `playbook.matching`; here is chosen which rows are worth a place and how the evidence reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.artifacts.scripts import GapRow

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.matching import Evidence, RequirementMatch
    from playbook.artifacts.posting import Requirement
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Fact, Line
    from playbook.writing.bullets import Bullets
    from playbook.writing.pen import Pen

ROWS = 12
_KINDS = {"required": 0, "preferred": 1, "responsibility": 2}
_STATUSES = {"gap": 0, "partial": 1, "unknown": 2, "covered": 3}
_SHORT_FACTS = 4
_SHORT = 6
"""Words of a fact that is listed beside others; a longer one stands alone."""
_CLAUSES = 2


def gap_table(brief: Brief, knowledge: Knowledge, pen: Pen, bullets: Bullets) -> tuple[GapRow, ...]:
    """Every requirement, and the duties that are not covered; the twelve weightiest, in the posting's order."""
    pairs = [
        (requirement, match)
        for match in brief.matching.requirements
        if (requirement := brief.posting.requirement(match.requirement)).kind != "responsibility"
        or match.status in {"gap", "partial"}
    ]
    pairs.sort(key=lambda pair: (_KINDS[pair[0].kind], _STATUSES[pair[1].status]))
    kept = pairs[:ROWS]
    order = {requirement.id: index for index, requirement in enumerate(brief.posting.requirements)}
    kept.sort(key=lambda pair: (_KINDS[pair[0].kind], order[pair[0].id]))
    return tuple(
        GapRow(
            requirement=requirement.id,
            said=pen.quoted(requirement.fact),
            evidence=_evidence(requirement, match, knowledge, pen, bullets),
            status=match.status,
        )
        for requirement, match in kept
    )


def _evidence(requirement: Requirement, match: RequirementMatch, knowledge: Knowledge, pen: Pen, bullets: Bullets) -> Line:
    """What the resume shows, in its own words; a plain sentence where it shows nothing."""
    at = f"table-{requirement.id}"
    if match.status == "gap" or not match.evidence:
        frame = "scripts-unknown" if match.status == "unknown" else "scripts-none"
        return pen.draft(knowledge.frames[frame].texts[0], requirement.fact, at=at)
    facts = _facts(match)
    listed = [fact for fact in facts if len(fact.text.split()) <= _SHORT]
    if listed and len(listed) == len(facts):
        return _joined(listed[:_SHORT_FACTS], pen, at)
    found = _fresh(match, bullets)
    if found is not None and found.highlight is not None:
        highlight = bullets.take(pen.brief.resume.highlight(found.highlight))
        done = bullets.clause(highlight).done or highlight.text
        text = done[:1].upper() + done[1:]
        return pen.resume("{evidence}", highlight.fact, at=at, slots={"evidence": text.rstrip(".")})
    return _joined(facts[:1], pen, at)


def _facts(match: RequirementMatch) -> list[Fact]:
    """The pieces of evidence, each once, without those that another one contains."""
    facts: list[Fact] = []
    for evidence in match.evidence:
        if not any(evidence.fact.text.casefold() in fact.text.casefold() for fact in facts):
            facts.append(evidence.fact)
    return facts


def _fresh(match: RequirementMatch, bullets: Bullets) -> Evidence | None:
    """The best bullet that the table has not worn out; the best piece that is none, where it is better."""
    best = match.evidence[0]
    if best.highlight is None:
        return None
    named = [evidence for evidence in match.evidence[: _CLAUSES + 1] if evidence.highlight is not None]
    free = [evidence for evidence in named if evidence.highlight is not None and bullets.is_free(evidence.highlight)]
    return min(free, key=lambda evidence: bullets.used(evidence.highlight or "") - evidence.strength, default=best)


def _joined(facts: list[Fact], pen: Pen, at: str) -> Line:
    text = "; ".join(fact.text.rstrip(".") for fact in facts)
    return pen.resume("{evidence}", *facts, at=at, slots={"evidence": text})
