"""The stages that compute: `profile_company`, `match`, `score`, `choose_archetypes`; and `brief`, which hands it on.

What they decide is computed, whatever model words the rest.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from playbook.artifacts.archetypes import Archetypes
from playbook.artifacts.brief import Brief
from playbook.artifacts.company import Company
from playbook.artifacts.fit import Fit
from playbook.artifacts.matching import Matching
from playbook.artifacts.names import UNNAMED, printed_name
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.checks.sums import check_fit, check_matching
from playbook.settings import EMBEDDED
from tasks.run import Origin, Run
from tasks.stage import stage

if TYPE_CHECKING:
    import dspy

MATCHING_PACKS = ("skills", "credentials", "competencies", "families")


@stage(code=("playbook.profiling",), packs=("companies", "families", "competencies", "guidance", "spellings", "countries"))
def profile_company(run: Run, posting: Posting, name: str, on: date) -> Company:
    """What is known of the employer on that day."""
    from playbook.profiling import profile_company as profile

    return profile(name, posting, run.knowledge, on)


@stage(
    code=("playbook.matching", "signatures.match", "signatures.decisions"),
    packs=MATCHING_PACKS,
    decided=True,
    check=check_matching,
)
def match(run: Run, resume: Resume, posting: Posting, company: Company) -> Matching:
    """Requirements and values against the evidence of the resume."""
    from playbook.matching import match as connect
    from signatures.match import judge_of

    judge = judge_of(_program(run, "match"), EMBEDDED, run.place.settings)
    return connect(resume, posting, company, run.knowledge, judge)


@stage(code=("playbook.scoring",), packs=MATCHING_PACKS, check=check_fit)
def score(run: Run, resume: Resume, posting: Posting, company: Company, matching: Matching) -> Fit:
    """The fit, with the rows that it is the sum of."""
    from playbook.scoring import score as add_up

    return add_up(resume, posting, company, matching, run.knowledge)


@stage(
    code=("playbook.writing.archetype_choice", "signatures.choose_archetypes", "signatures.decisions"),
    packs=("archetypes", "verbs"),
    decided=True,
)
def choose_archetypes(run: Run, resume: Resume) -> Archetypes:
    """Which kind of accomplishment each bullet is."""
    from playbook.writing.archetype_choice import choose_archetypes as choose
    from signatures.choose_archetypes import decide_of

    return choose(resume, run.knowledge, decide_of(_program(run, "choose_archetypes"), EMBEDDED, run.place.settings))


@stage(
    code=("playbook.artifacts.brief", "playbook.artifacts.names", "playbook.knowledge.spelling"),
    packs=("spellings", "countries"),
)
def brief(  # noqa: PLR0913  it gathers
    run: Run,
    resume: Resume,
    posting: Posting,
    company: Company,
    matching: Matching,
    fit: Fit,
    archetypes: Archetypes,
    name: str | None,
    on: date,
) -> Brief:
    """The facts of the case for the writers. `name` replaces the name that the resume states."""
    from playbook.knowledge.spelling import language_of, told

    candidate = name or printed_name(resume.name.text if resume.name else "") or UNNAMED
    return Brief(
        candidate=candidate,
        resume=resume,
        posting=posting,
        company=company,
        matching=matching,
        fit=fit,
        archetypes=archetypes,
        on=on,
        language=language_of(told(resume, posting), run.knowledge),
    )


def _program(run: Run, stage_name: str) -> dspy.Module:
    """The program of a decided stage; which one it is, or why it is none, is left for the wrapper to record."""
    from signatures.programs import program

    chosen = program(stage_name, EMBEDDED, run.place.settings, run.id)
    run.pending.add(
        Origin(
            programs={stage_name: chosen.name} if chosen.name else {},
            degraded=[f"{stage_name}: program: {chosen.refusal}"] if chosen.refusal else [],
        )
    )
    return chosen.module
