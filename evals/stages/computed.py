"""The stages that compute, as they are evaluated: reading, matching, scoring, and the facts of the case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dspy

from evals.cases import ON, Case
from evals.stages.archetypes import CHOOSE_ARCHETYPES
from evals.stages.matching import MATCH
from evals.stages.stage import Made, Setup, Stage
from playbook.artifacts.brief import Brief
from playbook.artifacts.fit import Fit
from playbook.artifacts.names import UNNAMED, printed_name
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.spelling import language_of, told
from playbook.profiling import profile_company
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.scoring import score


def _computed(compute: Callable[[dspy.Example, Case], Any]) -> Callable[[dspy.Example, Setup], Made]:
    return lambda example, _: Made(compute(example, example.case))


def _brief(example: dspy.Example, case: Case) -> Brief:
    name = example.resume.name
    return Brief(
        candidate=printed_name(name.text if name else "") or UNNAMED,
        resume=example.resume,
        posting=example.posting,
        company=example.company,
        matching=example.matching,
        fit=example.fit,
        archetypes=example.archetypes,
        on=ON,
        language=language_of(told(example.resume, example.posting), case.knowledge),
    )


def _read(resume: Resume) -> dict[str, str]:
    return {one.id: one.text for one in resume.highlights}


def _wanted(posting: Posting) -> dict[str, str]:
    head = {"title": posting.title, "level": posting.level, "family": posting.family}
    return head | {one.id: f"{one.kind}: {one.text}" for one in posting.requirements}


def _fitted(fit: Fit) -> dict[str, str]:
    return {"fit": f"{fit.label} ({fit.low}-{fit.high})"}


COMPUTED = (
    Stage("parse_resume", _computed(lambda _, case: parse_resume(case.resume, case.knowledge, ON)), shown=_read),
    Stage(
        "parse_posting",
        _computed(lambda _, case: parse_posting(case.job, case.knowledge, company=case.item.labels.company)),
        shown=_wanted,
    ),
    Stage(
        "profile_company",
        _computed(lambda one, case: profile_company(case.item.labels.company, one.posting, case.knowledge, ON)),
        {"posting": "parse_posting"},
    ),
    MATCH,
    Stage(
        "score",
        _computed(lambda one, case: score(one.resume, one.posting, one.company, one.matching, case.knowledge)),
        {"resume": "parse_resume", "posting": "parse_posting", "company": "profile_company", "matching": "match"},
        shown=_fitted,
    ),
    CHOOSE_ARCHETYPES,
    Stage(
        "brief",
        _computed(_brief),
        {
            "resume": "parse_resume",
            "posting": "parse_posting",
            "company": "profile_company",
            "matching": "match",
            "fit": "score",
            "archetypes": "choose_archetypes",
        },
    ),
)
