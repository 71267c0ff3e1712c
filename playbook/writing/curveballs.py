"""Three curveballs for a case: the employer's own first, none that the twelve questions ask already.

What a curveball presumes ("I see a gap in your resume") has to be true of the case; that is told here from dates
and years, never from wording.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from rapidfuzz import fuzz

from playbook.artifacts.names import says_own_account
from playbook.artifacts.posting import Level
from playbook.artifacts.scripts import Curveball
from playbook.reading.levels import level_of
from playbook.writing.career_holes import HOLE, LONG, is_away_told, longest_hole, time_off_told
from playbook.writing.origins import comes_from_abroad, origins
from playbook.writing.partings import degree_unfinished, last_job_ended
from playbook.writing.terms import competencies_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.questions import Questions
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import CurveballEntry
    from playbook.writing.pen import Pen

_CURVEBALLS = 3
_SURE = 2
"""Of these, those that go by what the resume tells."""
_LEVELS: tuple[str, ...] = get_args(Level)
_ALIKE = 60
"""Similarity above which a curveball is one of the twelve questions."""
_FIRST_OF_KIND = re.compile(
    r"\b(?:my|a|an) first\b[^.;]{0,40}\b(?:role|post|position|job|appointment)\b"
    r"|\b(?:ready|looking|keen|hoping|want\w*|seeking|wish\w*)\b[^.;]{0,20}\b(?:to )?(?:step|move) up\b|\bnext step up\b"
    r"|\bready for (?:a|my|the) (?:(?:much )?(?:bigger|broader|greater|larger|wider|more senior)\b|"
    r"next (?:role|post|position|step)\b)",
    re.IGNORECASE,
)
"""A summary in which somebody wants a role that they have not had: "looking for my first multi-site role"."""
_HANDS_ON = re.compile(r"\bworking (?:foreman|supervisor|chef|manager)\b", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(?:assistant|asst|deputy|associate|vice(?! president)|acting)\b", re.IGNORECASE)
_RUNGS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "lead|foreman|forewoman|team leader|charge|crew leader",
        "supervisor|superintendent",
        "manager|controller|superintendent of",
        "head|director",
        "vice president|vp|svp|evp",
        "president|chief|c[efotimr]o",
    )
)
"""Words of a title, each rung above the one before it."""
_FAR_ABOVE = 8.0
"""Years beyond those asked for, from which a candidate may be called overqualified."""


def choose_curveballs(brief: Brief, questions: Questions, knowledge: Knowledge, pen: Pen) -> tuple[Curveball, ...]:
    """Three that add something to the questions, each on something else."""
    bank = [knowledge.questions[question.id] for question in questions.questions if question.id in knowledge.questions]
    asked = [question.question.text for question in questions.questions] + [entry.q for entry in bank]
    tested = {entry.competency for entry in bank if entry.type == "behavioural"}
    company = knowledge.companies.get(brief.company.id or "")
    own = company.curveballs if company is not None else ()
    true = situations(brief) | ({"from-abroad"} if comes_from_abroad(brief, knowledge) else set())
    relevant = {name for value in brief.company.values_in_play for name in value.competencies}
    relevant.update(name for line in brief.posting.requirements for name in competencies_in(line.text, knowledge)[:1])
    fitting = [
        entry
        for entry in knowledge.curveballs.values()
        if (entry.when is None or entry.when in true) and (not entry.families or brief.posting.family in entry.families)
    ]
    left = pen.order(fitting, seed="curveballs", key=lambda entry: entry.id)
    close = {entry.id for entry in fitting if _sound_alike(entry, asked)}
    # A long hole, an ending or a turn that the resume tells is asked about in every room, whatever else would be new.
    sure = {"last-job-ended", "degree-unfinished", "left-military", "from-university"} | (
        {"employment-gap"} if longest_hole(brief) >= LONG or is_away_told(brief) else set()
    )
    chosen = [entry for entry in sorted(left, key=lambda entry: entry.when != "employment-gap") if entry.when in sure][:_SURE]
    left = [entry for entry in left if entry not in chosen]
    while left and len(chosen) < _CURVEBALLS:
        seen = {name for entry in chosen for name in entry.competencies}

        def points(entry: CurveballEntry, seen: set[str] = seen) -> float:
            alike = entry.id in close or _sound_alike(entry, (other.q for other in chosen))
            first = entry.competencies[:1]
            return (
                2.0 * (entry.id in own)
                + 1.0 * (entry.when not in {None, "employed"})
                + 1.0 * bool(relevant.intersection(entry.competencies[:1]))
                - 5.0 * alike
                - 3.0 * bool(tested.intersection(first))
                - 1.0 * bool(tested.intersection(entry.competencies))
                - 2.0 * bool(seen.intersection(first))
                - 0.5 * bool(seen.intersection(entry.competencies))
            )

        best = max(left, key=points)
        left.remove(best)
        chosen.append(best)
    return tuple(_curveball(entry, pen) for entry in chosen)


def _sound_alike(entry: CurveballEntry, texts: Iterable[str]) -> bool:
    """Whether a curveball is one of these questions."""
    return any(fuzz.token_sort_ratio(entry.q, text, score_cutoff=_ALIKE) >= _ALIKE for text in texts)


def situations(brief: Brief) -> frozenset[str]:
    """What is true of the case, in the words of `CurveballEntry.when`; whether it comes from abroad needs the packs."""
    found = set()
    current = [position for position in brief.resume.work if position.is_current]
    # Nobody leaves the present job who works for themselves.
    if any(not says_own_account(f"{position.title} {position.name.text if position.name else ''}") for position in current):
        found.add("employed")
    if longest_hole(brief) >= HOLE or is_away_told(brief):
        found.add("employment-gap")
    if last_job_ended(brief):
        found.add("last-job-ended")
    if degree_unfinished(brief):
        found.add("degree-unfinished")
    asked = [requirement for requirement in brief.posting.requirements if requirement.years is not None]
    if any(match.years is not None and match.years < 1 for match in brief.matching.requirements):
        found.add("short-of-years")
    most = max((requirement.years or 0.0 for requirement in asked), default=0.0)
    if most and brief.matching.relevant_years >= most + _FAR_ABOVE and not _steps_up(brief):
        found.add("far-above-years")
    found |= origins(brief)
    if "from-university" in found:
        found -= {"far-above-years"}  # years in research are not too many of the work outside of it
    # Why one leaves is asked once, in the words of the service.
    return frozenset(found - {"employed"} if "left-military" in found else found)


def _steps_up(brief: Brief) -> bool:
    """Whether the posting lies above where somebody stands, by title or in their own words: they are not overqualified."""
    summary = brief.resume.summary
    if summary is not None and _FIRST_OF_KIND.search(summary.text):
        return True
    if not brief.resume.work:
        return False
    title = brief.resume.work[0].title
    now, then = level_of(title, None), brief.posting.level
    if _LEVELS.index(now) < _LEVELS.index(then):
        return True
    # A working foreman and a supervisor are both called leads.
    return (_rung(title) or 0) < (_rung(brief.posting.title) or 0)


def _rung(title: str) -> int | None:
    """How high a post stands by the words of its title, the deputy half a step below; `None` where no word tells."""
    if _HANDS_ON.search(title):
        return 0
    found = [number for number, pattern in enumerate(_RUNGS, start=1) if pattern.search(title)]
    return 2 * max(found) - bool(_DEPUTY.search(title)) if found else None


def _curveball(entry: CurveballEntry, pen: Pen) -> Curveball:
    told = time_off_told(pen.brief) if entry.when == "employment-gap" else None
    steps = tuple(
        pen.role(text, entry=entry.id, at=f"{entry.id}:framework-{index}") for index, text in enumerate(entry.framework)
    )
    if told is not None and told.reason is not None:
        # Nobody has to find words for what the resume has said already.
        said = pen.knowledge.frames["scripts-time-off"].texts[0]
        quote = {"quote": told.reason.text.rstrip(".,")}
        steps = (pen.resume(said, told.reason, at=f"{entry.id}:framework-0", slots=quote), *steps[1:])
    return Curveball(
        id=entry.id,
        question=pen.role(entry.q, entry=entry.id, at=f"{entry.id}:q"),
        why=pen.role(entry.why, entry=entry.id, at=f"{entry.id}:why"),
        framework=steps,
        warning=pen.role(entry.warning, entry=entry.id, at=f"{entry.id}:warning"),
    )
