"""The gap table of section 7: what the posting asks for beside what the resume shows.

The statuses are those of `playbook.matching`; here is chosen which rows are worth a place and how the evidence reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.artifacts.scripts import GapRow
from playbook.knowledge.conditions import of_the_person
from playbook.knowledge.lexicon import lexicon_of
from playbook.matching.leading import as_good
from playbook.reading.sentences import sentence_spans
from playbook.writing.bullets import content
from playbook.writing.terms import skills_in, stemmed

if TYPE_CHECKING:
    from collections.abc import Container

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.matching import Evidence, RequirementMatch
    from playbook.artifacts.posting import Requirement
    from playbook.artifacts.resume import Highlight, Resume
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
    rows: list[GapRow] = []
    for requirement, match in kept:
        shown = {row.evidence.text for row in rows}
        evidence = _evidence(requirement, match, knowledge, pen, bullets, shown)
        rows.append(
            GapRow(requirement=requirement.id, said=pen.quoted(requirement.fact), evidence=evidence, status=match.status)
        )
    return tuple(rows)


def _evidence(
    requirement: Requirement,
    match: RequirementMatch,
    knowledge: Knowledge,
    pen: Pen,
    bullets: Bullets,
    told: Container[str],
) -> Line:
    """What the resume shows, in its own words; a plain sentence where it shows nothing. `told` is what earlier rows say."""
    at = f"table-{requirement.id}"
    if match.status == "gap" or not match.evidence:
        unknown = "scripts-unknown-person" if of_the_person(requirement.text) else "scripts-unknown"
        frame = unknown if match.status == "unknown" else "scripts-none"
        text = pen.pick(knowledge.frames[frame].texts, seed=f"gap-table:{requirement.id}", slots={})
        return pen.draft(text, requirement.fact, at=at)
    found = _fresh(requirement, match, knowledge, bullets)
    if found is not None and found.highlight is not None:
        highlight = bullets.take(pen.brief.resume.highlight(found.highlight))
        shown = [(_clause(highlight, requirement, knowledge, bullets), highlight.fact)]
    else:
        about = content(requirement.text)
        facts = sorted(
            _facts(match) if requirement.years is None else _of_work(match, pen.brief.resume),
            key=lambda fact: -len(about & content(fact.text)),
        )
        short = [fact for fact in facts if len(fact.text.split()) <= _SHORT]
        if facts[0] in short:
            shown = [(fact.text, fact) for fact in short[:_SHORT_FACTS]]
        else:
            shown = [(_telling(facts[0].text, about, match.covered_terms, told), facts[0])]
    shown += _others(match, " ".join(text for text, _ in shown), knowledge)
    text = "; ".join(text.rstrip(".") for text, _ in shown)
    over = {one.fact.span for one in pen.brief.resume.certificates if one.has_lapsed}
    has_lapsed = match.status == "partial" and any(fact.span in over for _, fact in shown)
    frame = knowledge.frames["scripts-lapsed"].texts[0] if has_lapsed else "{evidence}"
    return pen.resume(frame, *(fact for _, fact in shown), at=at, slots={"evidence": text})


def _telling(text: str, about: frozenset[str], terms: tuple[str, ...], told: Container[str]) -> str:
    """The sentence of a long fact that shows what is asked, rather one that no row shows; the fact where none shows it all."""
    shows = {term for term in terms if stemmed(term) in stemmed(text)}
    fitting = [
        sentence
        for sentence in (text[start:end] for start, end in sentence_spans(text))
        if about & content(sentence) and all(stemmed(term) in stemmed(sentence) for term in shows)
    ]
    return next((one for one in (*fitting, text) if one.rstrip(".") not in told), text)


def _clause(highlight: Highlight, requirement: Requirement, knowledge: Knowledge, bullets: Bullets) -> str:
    """The bullet without its outcome, where what the requirement names stands in what is left."""
    done = bullets.clause(highlight).done
    wanted = skills_in(requirement.text, knowledge)
    lost = wanted & skills_in(highlight.text, knowledge) - skills_in(done, knowledge)
    text = highlight.text if lost or not done else done
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]  # "eSIM" keeps its own case


def _others(match: RequirementMatch, shown: str, knowledge: Knowledge) -> list[tuple[str, Fact]]:
    """Short facts that show the parts of the requirement that the first piece of evidence does not name."""
    words = stemmed(shown)
    short = [fact for fact in _facts(match) if len(fact.text.split()) <= _SHORT and stemmed(fact.text) not in words]
    seen = skills_in(shown, knowledge)
    open_terms = [
        stemmed(term) for term in match.covered_terms if stemmed(term) not in words and not seen & skills_in(term, knowledge)
    ]
    return [(fact.text, fact) for fact in short if any(stemmed(fact.text) in term for term in open_terms)][:_SHORT_FACTS]


def _facts(match: RequirementMatch) -> list[Fact]:
    """The pieces of evidence that are no bullets, each once."""
    return list(
        {evidence.fact.text.casefold(): evidence.fact for evidence in match.evidence if evidence.highlight is None}.values()
    )


def _of_work(match: RequirementMatch, resume: Resume) -> list[Fact]:
    """What is evidence of years: no degree and no certificate, which say nothing of how long somebody worked."""
    papers = {one.fact.span for one in resume.education} | {one.fact.span for one in resume.certificates}
    worked = [fact for fact in _facts(match) if fact.span not in papers]
    return worked or [one.position for one in resume.work if one.position is not None][:1] or _facts(match)


def _fresh(requirement: Requirement, match: RequirementMatch, knowledge: Knowledge, bullets: Bullets) -> Evidence | None:
    """The least used of the bullets that show it as well as the best; the best piece that is none, where it is better."""
    best = match.evidence[0]
    if best.highlight is None:
        return None
    named = [evidence for evidence in match.evidence[: _CLAUSES + 1] if evidence.highlight is not None]
    good = as_good(requirement.text, named, lexicon_of(knowledge))
    free = [evidence for evidence in named if evidence.highlight is not None and bullets.is_free(evidence.highlight)]
    return min(
        [evidence for evidence in good if evidence in free] or free[:1],
        key=lambda evidence: bullets.used(evidence.highlight or "") - evidence.strength,
        default=best,
    )
