"""Briefs made by hand: a few bullets, a few requirements with their statuses, and an employer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from playbook.artifacts.brief import Brief
from playbook.artifacts.company import Company, QuestionMix, Value
from playbook.artifacts.fit import Fit
from playbook.artifacts.matching import Evidence, HighlightWorth, Matching, RequirementMatch, Status, ValueMatch
from playbook.artifacts.posting import Level, Posting, Requirement, RequirementKind
from playbook.artifacts.resume import Highlight, Position, Resume, Skill, Years
from playbook.artifacts.stories import Stories, Story, StoryBuilder
from playbook.provenance import Fact, Line, Prose, Source, Span, Words
from playbook.writing.archetype_choice import choose_archetypes
from signatures.writers import packs


def fact(text: str, document: str = "resume", start: int = 0) -> Fact:
    """`text` as a fact that stands at `start`."""
    return Fact(text=text, span=Span.model_validate({"document": document, "start": start, "end": start + len(text)}))


def plain(text: str, entry: str = "made") -> Line:
    """A sentence of a pack."""
    source = Source(span=Span(document="role", start=0, end=len(text), entry=entry), quote=text)
    return Line(parts=(Words(text=text),), provenance="role", sources=(source,))


@dataclass(frozen=True)
class Bullet:
    """A bullet and what matching says of it."""

    text: str
    competencies: tuple[str, ...] = ()
    employer: str = "Alder Works"


@dataclass(frozen=True)
class Asked:
    """A requirement and how the resume answers it; `evidence` are indices of bullets."""

    text: str
    status: Status = "covered"
    kind: RequirementKind = "required"
    missing: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()
    years: float | None = None
    shown: str = ""
    """A fact of the resume that is no bullet."""


@dataclass(frozen=True)
class Stated:
    """A value of the employer."""

    name: str
    competencies: tuple[str, ...] = ()
    in_play: bool = True
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True)
class Case:
    """What a brief is made of."""

    bullets: tuple[Bullet, ...]
    asked: tuple[Asked, ...]
    values: tuple[Stated, ...] = ()
    skills: tuple[str, ...] = ()
    title: str = "Coordinator"
    family: str = "general"
    level: Level = "mid"
    counts: dict[str, int] = field(default_factory=lambda: {"behavioural": 6, "situational": 6})
    values_from: str = "job"
    relevant_years: float = 5.0
    company: str = "Northgate"


def brief_of(case: Case) -> Brief:
    """The brief of a case."""
    highlights = tuple(Highlight(id=f"b{n}", fact=fact(b.text, start=100 * n)) for n, b in enumerate(case.bullets, start=1))
    employers = dict.fromkeys(bullet.employer for bullet in case.bullets)
    work = tuple(
        Position(
            id=f"p{number}",
            name=fact(employer, start=5000 + number),
            position=fact(case.title),
            highlights=tuple(h for h, b in zip(highlights, case.bullets, strict=True) if b.employer == employer),
        )
        for number, employer in enumerate(employers, start=1)
    )
    resume = Resume(
        name=fact("Robin Vale"),
        work=work,
        skills=tuple(Skill(fact=fact(skill)) for skill in case.skills),
        years=Years(stated=None, computed=case.relevant_years),
    )
    requirements = tuple(
        Requirement(id=f"r{n}", fact=fact(asked.text, "job", 100 * n), kind=asked.kind, years=asked.years)
        for n, asked in enumerate(case.asked, start=1)
    )
    posting = Posting(title=case.title, level=case.level, family=case.family, requirements=requirements)
    values = tuple(
        Value(
            id=f"v{n}", name=v.name, statement=plain(f"{v.name} comes first."), competencies=v.competencies, in_play=v.in_play
        )
        for n, v in enumerate(case.values, start=1)
    )
    company = Company.model_validate(
        {
            "name": case.company,
            "profiled": False,
            "values_from": case.values_from,
            "values_label": "Values",
            "values": values,
            "process": Prose(),
            "culture": Prose(),
            "unique": Prose(),
            "mix": QuestionMix(counts=case.counts, origin=plain("Typical for the role.")),
        },
    )
    return Brief(
        candidate="Robin Vale",
        resume=resume,
        posting=posting,
        company=company,
        matching=_matching(case, highlights),
        archetypes=choose_archetypes(resume, packs()),
        fit=Fit(
            overall=70, low=70, high=70, label="good", skills=70, experience=70, culture=70, weights={}, ledger=(), uncapped=70
        ),
        on=date(2026, 11, 23),
    )


def _matching(case: Case, highlights: tuple[Highlight, ...]) -> Matching:
    requirements = []
    for number, asked in enumerate(case.asked, start=1):
        evidence = [Evidence(fact=fact(asked.shown), strength=0.9)] if asked.shown else []
        evidence += [Evidence(fact=highlights[i].fact, highlight=highlights[i].id, strength=0.8) for i in asked.evidence]
        requirements.append(
            RequirementMatch(
                requirement=f"r{number}",
                status=asked.status,
                evidence=tuple(evidence),
                reason=plain("Said by hand."),
                missing_terms=asked.missing,
                years=min(1.0, case.relevant_years / asked.years) if asked.years else None,
                known_share=0.3 if asked.status == "unknown" else 1.0,
            ),
        )
    values = tuple(
        ValueMatch(
            value=f"v{n}",
            evidence=tuple(Evidence(fact=highlights[i].fact, highlight=highlights[i].id, strength=0.7) for i in v.evidence),
        )
        for n, v in enumerate(case.values, start=1)
    )
    worth = tuple(
        HighlightWorth(highlight=f"b{n}", worth=len(case.bullets) - n + 1.0, competencies=bullet.competencies)
        for n, bullet in enumerate(case.bullets, start=1)
    )
    return Matching(requirements=tuple(requirements), values=values, highlights=worth, relevant_years=case.relevant_years)


def stories_of(brief: Brief) -> Stories:
    """A story for each of the first eight bullets."""
    line, prose = plain("Said by hand."), Prose(lines=(plain("Said by hand."),))
    stories = tuple(
        Story.model_validate(
            {
                "number": number,
                "title": f"Case {number}",
                "highlight": worth.highlight,
                "archetype": "delivery",
                "competencies": ("Ownership",),
                "anchor": Line(
                    parts=(Words(text=brief.resume.highlight(worth.highlight).text),),
                    provenance="resume",
                    sources=(brief.resume.highlight(worth.highlight).fact.source,),
                ),
                "employer": "Alder Works",
                "position": brief.posting.title,
                "use_for": (line,) * 3,
                "situation": prose,
                "task": prose,
                "action": prose,
                "result": prose,
                "before_you_use": (line,) * 3,
                "follow_ups": ({"question": line, "guidance": line},) * 3,
            },
        )
        for number, worth in enumerate(brief.matching.highlights[:8], start=1)
    )
    builder = StoryBuilder(start=prose, prompts={}, stress_test=line, readiness=(line,) * 4)
    return Stories(how=(line,), stories=stories, builder=builder)
