"""Rules about places and standing: references, blanks, and what a sentence may be taken for elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from playbook.consistency.finding import Finding, Whole
from playbook.provenance import Blank, Link

if TYPE_CHECKING:
    from playbook.artifacts.playbook import Playbook

_ASKS_EMPLOYER = re.compile(
    r"\b(?:company|employer|organi[sz]ation)(?:'s)? name\b|\bwhich (?:company|employer)\b|"
    r"\bwhat (?:was|is) your (?:job )?(?:title|position)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:[a-z ]+ )?(\d+(?:\.\d+)?)\+?\W+(?:years?|yrs)\b", re.IGNORECASE)
"""Years by which a gap is named: "At Least 10 Years of Experience"."""
_A_SENTENCE = 6
"""Words from which a sentence can be told from another."""


def targets(playbook: Playbook) -> set[str]:
    """Every place that a reference may lead to."""
    places = {f"section-{number}" for number in range(1, 11)}
    places |= {f"story-{story.number}" for story in playbook.stories.stories}
    places |= {f"question-{question.number}" for question in playbook.questions.questions}
    places |= {f"bridge-{bridge.number}" for bridge in playbook.scripts.bridges}
    return places


def references_resolve(whole: Whole) -> Finding:
    """Links that lead nowhere, and links whose words name another place."""
    playbook = whole.playbook
    known = targets(playbook)
    links = [part for _, line in whole.lines for part in line.parts if isinstance(part, Link)]
    links += [gap.link for gap in playbook.assessment.standing.gaps if gap.link]
    links += [story.link for story in playbook.cheat_sheet.stories]
    numbers = {f"story-{number}" for question in playbook.questions.questions for number in question.stories}
    found = [f"{link.text} -> {link.target}" for link in links if link.target not in known] + sorted(numbers - known)
    found += [f"{link.text} -> {link.target}" for link in links if link.target in known and not _names(link)]
    return len(links) + len(numbers), found


def blanks_have_one_question(whole: Whole) -> Finding:
    """Ids of blanks that stand for two questions: an answer to one would stand at the other."""
    questions: dict[str, set[str]] = defaultdict(set)
    for _, line in whole.lines:
        for part in line.parts:
            if isinstance(part, Blank):
                questions[part.id].add(part.question)
    return len(questions), [name for name, asked in questions.items() if len(asked) > 1]


def provenance_never_rises(whole: Whole) -> Finding:
    """What is a draft in one place and a fact in another."""
    drafts: dict[str, str] = {}
    facts: list[tuple[str, str]] = []
    for at, line in whole.lines:
        if line.provenance not in {"draft", "resume", "job", "company"}:
            continue
        words = _plain(line.stated)
        if len(words.split()) < _A_SENTENCE:
            continue
        if line.provenance == "draft":
            drafts.setdefault(words, at)
        else:
            facts.append((at, words))
    return len(drafts), [f"{at}: a draft at {drafts[words]}: {words[:90]}" for at, words in facts if words in drafts]


def strength_is_no_gap(whole: Whole) -> Finding:
    """What is called a strength and a gap, by its requirement or by its name."""
    playbook = whole.playbook
    standing = playbook.assessment.standing
    strong = {point.requirement for point in standing.strengths if point.requirement}
    weak = {point.requirement for point in standing.gaps if point.requirement}
    covered = {row.requirement for row in playbook.brief.matching.requirements if row.status == "covered"}
    found = sorted((strong & weak) | (weak & covered))
    named = {_plain(point.title) for point in standing.strengths}
    found += [point.title for point in standing.gaps if _plain(point.title) in named]
    return len(standing.strengths) + len(standing.gaps), found


def years_are_short(whole: Whole) -> Finding:
    """Gaps that are named by the years of a line whose years are there, or can be counted by nobody."""
    brief = whole.playbook.brief
    asked = {one.id: one.years for one in brief.posting.requirements if one.years}
    held = {row.requirement for row in brief.matching.requirements if row.requirement in asked and row.years in {None, 1.0}}
    points = [(point.requirement, point.title) for point in whole.playbook.assessment.standing.gaps]
    points += [(bridge.requirement, bridge.title) for bridge in whole.playbook.scripts.bridges]
    found = [
        title
        for requirement, title in points
        if requirement in held and (years := _YEARS.match(title)) and float(years[1]) == asked[requirement]
    ]
    return len(points), found


def known_is_not_asked(whole: Whole) -> Finding:
    """Blanks that ask for an employer or a position which the resume states."""
    blanks = [blank for _, line in whole.lines for blank in line.blanks]
    return len(blanks), [blank.question for blank in blanks if _ASKS_EMPLOYER.search(blank.question)]


def answers_agree(whole: Whole) -> Finding:
    """Answers that say something else than the line of the resume beside them; they are printed and flagged."""
    answers = {source.span.entry for _, line in whole.lines for source in line.sources if source.span.document == "answers"}
    return len(answers), [note.message for note in whole.playbook.notes]


def values_covered(whole: Whole) -> Finding:
    """Values in play that no story shows: an honest hole."""
    playbook = whole.playbook
    rows = playbook.stories.coverage
    return len(rows), [row.value for row in rows if not row.stories]


def values_agree(whole: Whole) -> Finding:
    """Values of which one section has a story, and the score says that the resume does not show them."""
    playbook = whole.playbook
    missing = {row.text for row in playbook.brief.fit.ledger if row.part == "culture" and row.status == "gap"}
    rows = playbook.stories.coverage
    return len(rows), [row.value for row in rows if row.stories and row.value in missing]


def _names(link: Link) -> bool:
    """Whether the words of a link do not name another place than it leads to."""
    kind, _, number = link.target.partition("-")
    said = re.findall(rf"\b{kind} (\d+)", link.text, re.IGNORECASE)
    return not said or number in said


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
