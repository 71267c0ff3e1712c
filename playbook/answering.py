"""Answers into blanks: the candidate's words where the question stood, and what in them does not agree with the resume.

An answer is never rewritten and never dropped. Reading the file of answers is for `playbook.intake.answers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from playbook.artifacts.document import ReadingNote
from playbook.artifacts.rendering import Completeness
from playbook.artifacts.stories import Stories, Story
from playbook.errors import Refusal
from playbook.grounding import Ground, Issue, issues, quantities
from playbook.grounding.closeness import counted
from playbook.provenance import Blank, Line, Part, Words, lines_of, with_lines

if TYPE_CHECKING:
    from pydantic import BaseModel

    from playbook.artifacts.answers import Answers
    from playbook.artifacts.brief import Brief

T = TypeVar("T", bound="BaseModel")

_ENDS = re.compile(r"[.!?…][\"”’)]*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHOWN = 50
"""Characters of an answer that a note quotes."""
_AGAINST = frozenset({"direction", "denial", "employer", "unit", "order"})
"""Kinds of issues by which an answer says something else than the resume, and not only something more."""


def check_owner(answers: Answers, brief: Brief) -> None:
    """Refuse the answers of another playbook: of another company, or of another person for another role.

    A corrected name or title is let pass, and so are answers that do not say whose they are.
    """
    if answers.of is None:
        return
    given = answers.of.casefold()
    here = (brief.candidate.casefold(), brief.posting.title.casefold(), brief.company.name.casefold())
    candidate, title, company = given.startswith(f"{here[0]}, "), f", {here[1]}, " in given, given.endswith(f", {here[2]}")
    if company and (candidate or title):
        return
    raise Refusal(
        "answers.of-another-playbook",
        found="answers whose first lines name another person and role, or another company",
        wanted="the answers of this playbook",
        remedy="give the file of this playbook; to take answers along, put them into its answers.yaml",
    )


def fill_in(artifact: T, answers: Answers) -> T:
    """The artifact with answers where its blanks stood; a story without a blank left is marked as the candidate's own."""
    known = {answer.id: answer for answer in answers.answers}
    filled: dict[str, Line] = {}
    for at, line in lines_of(artifact):
        given = [known[blank.id] for blank in line.blanks if blank.id in known]
        if given:
            parts = tuple(_parts(line, {answer.id: answer.text for answer in given}))
            left = any(isinstance(part, Blank) for part in parts)
            filled[at] = line.model_copy(
                update={
                    "parts": parts,
                    "provenance": line.provenance if left else "candidate",
                    "sources": (*line.sources, *(answer.source for answer in given)),
                }
            )
    if not filled:
        return artifact
    made = with_lines(artifact, filled)
    return _marked(made) if isinstance(made, Stories) else made  # type: ignore[return-value]  # the same kind


def completeness(sections: dict[str, object]) -> Completeness:
    """How many blanks are filled and left, and how many stories are the candidate's own."""
    lines = [line for _, line in lines_of(sections)]
    answered = {source.span.entry for line in lines for source in line.sources if source.span.document == "answers"}
    blanks = {blank.id for line in lines for blank in line.blanks}
    stories = sections.get("stories")
    yours = sum(story.marker == "yours" for story in stories.stories) if isinstance(stories, Stories) else 0
    return Completeness(answered=len(answered), blanks=len(blanks - answered), yours=yours)


def disagreements(sections: dict[str, object], brief: Brief, ground: Ground) -> tuple[ReadingNote, ...]:
    """What an answer says against the line of the resume that it stands beside; each answer is judged alone."""
    periods = _periods(brief)
    found: dict[str, ReadingNote] = {}
    for _, line in lines_of(sections):
        answers = [source for source in line.sources if source.span.document == "answers"]
        facts = [source for source in line.sources if source.span.document == "resume"] if answers else []
        quotes = tuple(source.quote for source in facts)
        for answer in answers if quotes else ():
            said = Line(parts=(Words(text=answer.quote),), provenance="resume", sources=tuple(facts))
            against = [issue for issue in issues(said, ground) if issue.kind in _AGAINST]
            against += _other_counts(answer.quote, quotes)
            against += _other_years(answer.quote, [periods[quote] for quote in quotes if quote in periods])
            for issue in against:
                note = ReadingNote(code="answers.disagrees", message=_message(answer.quote, issue))
                found.setdefault(note.message, note)
    return tuple(found.values())


def _parts(line: Line, texts: dict[str, str]) -> Iterator[Part]:
    for index, part in enumerate(line.parts):
        if isinstance(part, Blank) and part.id in texts:
            text = texts[part.id]
            begins = index == 0 or _ends_sentence(line.parts[index - 1])
            if begins:
                text = text[:1].upper() + text[1:]
            if index == len(line.parts) - 1 and not _ENDS.search(text):
                text += "."
            yield Words(text=text)
        else:
            yield part


def _ends_sentence(part: Part) -> bool:
    return isinstance(part, Words) and bool(_ENDS.search(part.text.rstrip()))


def _marked(stories: Stories) -> Stories:
    return stories.model_copy(update={"stories": tuple(_marker(story) for story in stories.stories)})


def _marker(story: Story) -> Story:
    """`yours` once nothing is left to fill in and something was."""
    lines = [line for prose in (story.situation, story.task, story.action, story.result) for line in prose.lines]
    is_own = any(line.provenance == "candidate" for line in lines) and not any(line.blanks for line in lines)
    return story.model_copy(update={"marker": "yours"}) if is_own else story


def _other_counts(answer: str, quotes: tuple[str, ...]) -> Iterator[Issue]:
    """A count of the same thing with another number: "12 engineers" beside a "team of 8 engineers"."""
    for one in quantities(answer):
        things = counted(answer, one)
        for quote in quotes:
            others = [other for other in quantities(quote) if other.unit == one.unit and counted(quote, other) & things]
            if others and all(other.value != one.value for other in others):
                yield Issue(
                    "count", answer[one.start : one.end + 24].strip(), answer, has=quote[others[0].start :][:40].strip()
                )


def _other_years(answer: str, periods: list[tuple[int, int]]) -> Iterator[Issue]:
    """A year outside of the role."""
    for match in _YEAR.finditer(answer):
        year = int(match.group())
        if periods and not any(start <= year <= end for start, end in periods):
            start, end = periods[0]
            yield Issue("year", match.group(), answer, has=f"{start} to {end}")


def _periods(brief: Brief) -> dict[str, tuple[int, int]]:
    """Bullet to the first and last year of its role."""
    found: dict[str, tuple[int, int]] = {}
    for position in brief.resume.positions:
        if position.start_date:
            end = position.end_date or brief.on.isoformat()
            found |= {bullet.fact.text: (int(position.start_date[:4]), int(end[:4])) for bullet in position.highlights}
    return found


def _message(answer: str, issue: Issue) -> str:
    opening = answer if len(answer) <= _SHOWN else f"{answer[:_SHOWN].rsplit(' ', 1)[0]} …"
    has = issue.has or "something else"
    return f"Your answer “{opening}” says “{issue.found}”, your resume “{has}”. Settle which is right before anyone asks."
