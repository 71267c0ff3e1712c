"""Small resumes and postings made by hand, for tests of matching, profiling and scoring.

Facts get spans in a text that grows with each of them, so that quotes can be found again.
"""

from __future__ import annotations

import re

from playbook.artifacts.posting import Level, Posting, Requirement, RequirementKind
from playbook.artifacts.resume import Education, Highlight, Metric, Named, Position, Resume, Skill, Years
from playbook.provenance import DocumentName, Fact, Span


class Writer:
    """Writes facts one below the other."""

    def __init__(self, document: DocumentName) -> None:
        self.document = document
        self.text = ""

    def fact(self, words: str) -> Fact:
        """`words` on a line of their own."""
        start = len(self.text)
        self.text += f"{words}\n"
        return Fact(text=words, span=Span(document=self.document, start=start, end=start + len(words)))


Role = tuple[str, str, str, str | None, list[str]]
"""Title, employer, start, end (`None` for the present) and bullets."""


def make_resume(  # noqa: PLR0913  a resume has that many parts
    roles: list[Role],
    *,
    skills: str = "",
    certificates: tuple[str, ...] = (),
    education: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
    summary: str | None = None,
    years: float = 0.0,
    stated: float | None = None,
) -> Resume:
    """A resume; `skills` is a list with commas, `years` what the dates add up to."""
    write = Writer("resume")
    work, number = [], 0
    for place, (title, employer, start, end, bullets) in enumerate(roles, start=1):
        highlights = []
        for bullet in bullets:
            number += 1
            highlights.append(Highlight(id=f"b{number}", fact=write.fact(bullet), metrics=_metrics(bullet)))
        work.append(
            Position(
                id=f"p{place}",
                name=write.fact(employer),
                position=write.fact(title),
                start_date=start,
                end_date=end,
                is_current=end is None,
                highlights=tuple(highlights),
            ),
        )
    summary_fact = write.fact(summary) if summary else None
    return Resume(
        name=write.fact("Robin Vale"),
        summary=summary_fact,
        work=tuple(work),
        education=tuple(Education(fact=write.fact(line)) for line in education),
        skills=tuple(Skill(fact=write.fact(skill.strip())) for skill in skills.split(",") if skill.strip()),
        certificates=tuple(Named(fact=write.fact(line), name=line) for line in certificates),
        languages=tuple(Named(fact=write.fact(line), name=line.partition(" (")[0]) for line in languages),
        years=Years(computed=years, stated=stated, stated_fact=summary_fact if stated else None),
    )


def make_posting(  # noqa: PLR0913  and so has a posting
    title: str,
    family: str,
    *,
    required: tuple[str | tuple[str, float], ...] = (),
    preferred: tuple[str, ...] = (),
    duties: tuple[str, ...] = (),
    values: tuple[str, ...] = (),
    level: Level = "mid",
) -> Posting:
    """A posting; a required line that asks for years is a pair of the line and the years."""
    write = Writer("job")
    groups: tuple[tuple[RequirementKind, tuple[str | tuple[str, float], ...]], ...] = (
        ("responsibility", duties),
        ("required", required),
        ("preferred", preferred),
    )
    requirements: list[Requirement] = []
    for kind, lines in groups:
        for line in lines:
            text, years = line if isinstance(line, tuple) else (line, None)
            requirements.append(Requirement(id=f"r{len(requirements) + 1}", fact=write.fact(text), kind=kind, years=years))
    return Posting(
        title=title,
        level=level,
        family=family,
        requirements=tuple(requirements),
        values=tuple(write.fact(line) for line in values),
    )


def _metrics(bullet: str) -> tuple[Metric, ...]:
    found = re.search(r"\$?\d[\d,.]*(?:%|K\+?|M\+?)?", bullet)
    return (Metric(text=found.group(), value=1.0, unit="%", direction="up"),) if found else ()
