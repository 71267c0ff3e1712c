"""Faults as they creep into playbooks, each a function from a finished playbook to one with the fault planted.

A fault changes as little as it can. Counting which are caught stands in `evals.claims.mutation`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from playbook.artifacts.playbook import Playbook
from playbook.grounding import numbers
from playbook.provenance import Blank, Line, Link, Prose, Provenance, Words, lines_of, with_lines

Fault = Callable[[Playbook, Random], tuple[Playbook, str] | None]
"""The playbook with the fault, and what was done; nothing where the playbook offers no place for it."""

_DENIALS = re.compile(r" (?:not|never|no|without)\b")
_FLIPS = {
    "reduced": "increased",
    "cut": "raised",
    "increased": "reduced",
    "raised": "lowered",
    "grew": "shrank",
    "lowered": "raised",
    "reducing": "increasing",
    "cutting": "raising",
    "increasing": "reducing",
    "raising": "lowering",
    "lifting": "cutting",
    "improved": "worsened",
    "fell": "rose",
    "rose": "fell",
    "saving": "costing",
    "dropped": "rose",
    "growing": "shrinking",
}
_FLIP = re.compile(rf"\b(?:{'|'.join(_FLIPS)})\b")
_FACTS: frozenset[Provenance] = frozenset({"resume", "job", "company", "role"})
_STRANGERS = ("Initech", "Globex", "Vandelay Industries", "Hooli", "Umbrella Freight")
_PARTS = (*("assessment", "decoding", "pitch", "stories", "questions", "scripts", "asks", "plan", "cheat_sheet"),)


def places(playbook: Playbook, provenances: frozenset[Provenance], holds: re.Pattern[str]) -> list[tuple[str, Line]]:
    """Lines of these provenances whose words match, with their pointers."""
    found = []
    for part in _PARTS:
        for at, line in lines_of(getattr(playbook, part), f"/{part}"):
            if line.provenance in provenances and any(isinstance(one, Words) and holds.search(one.text) for one in line.parts):
                found.append((at, line))
    return found


def digit(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """One digit of a number changed."""
    for at, line in _shuffled(places(playbook, _FACTS, re.compile(r"\d")), random):
        text = line.stated
        spots = [match.start() for match in re.finditer(r"\d", text)]
        spot = random.choice(spots)
        other = random.choice([figure for figure in "123456789" if figure != text[spot]])
        changed = text[:spot] + other + text[spot + 1 :]
        if numbers(changed) != numbers(text):
            return _worded(playbook, at, line, changed), f"{at}: {text[:80]} -> {changed[:80]}"
    return None


def employer(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """An employer's name replaced by another one's, of the resume or of nowhere."""
    own = [position.employer for position in playbook.brief.resume.positions if position.employer]
    for at, line in _shuffled(
        places(playbook, frozenset({"resume"}), re.compile("|".join(map(re.escape, own)) or "^$")), random
    ):
        found = next(name for name in own if name in line.stated)
        other = random.choice([name for name in own if name not in found and found not in name] or _STRANGERS)
        if line.text in {source.quote for source in line.sources}:
            continue
        changed = line.stated.replace(found, other, 1)
        return _worded(playbook, at, line, changed), f"{at}: {line.stated[:80]} -> {other}"
    return None


def story_employer(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A story headed with another employer."""
    stories = list(playbook.stories.stories)
    if not stories:
        return None
    index = random.randrange(len(stories))
    stories[index] = stories[index].model_copy(update={"employer": random.choice(_STRANGERS)})
    return _with(playbook, "stories", stories=tuple(stories)), f"story {index + 1}"


def swapped_bullet(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """The words of another bullet under the sources of this one."""
    bullets = [bullet.fact.text for bullet in playbook.brief.resume.highlights]
    quotes = [pair for pair in places(playbook, frozenset({"resume"}), re.compile("")) if pair[1].text in bullets]
    for at, line in _shuffled(quotes, random):
        other = random.choice([bullet for bullet in bullets if bullet != line.text] or [""])
        if other:
            return _worded(playbook, at, line, other), f"{at}: {line.text[:60]} -> {other[:60]}"
    return None


def dropped_denial(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A "not", "no", "never" or "without" dropped."""
    for at, line in _shuffled(places(playbook, _FACTS, _DENIALS), random):
        changed = _DENIALS.sub(" with" if " without" in line.stated else "", line.stated, count=1)
        return _worded(playbook, at, line, changed), f"{at}: {line.stated[:100]}"
    return None


def direction(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """Up told as down."""
    for at, line in _shuffled(places(playbook, frozenset({"resume"}), _FLIP), random):
        changed = _FLIP.sub(lambda match: _FLIPS[match.group()], line.stated, count=1)
        return _worded(playbook, at, line, changed), f"{at}: {changed[:100]}"
    return None


def unit(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """Percent told as percentage points."""
    for at, line in _shuffled(places(playbook, frozenset({"resume"}), re.compile(r"\d%")), random):
        changed = re.sub(r"(\d)%", r"\1 percentage points", line.stated, count=1)
        return _worded(playbook, at, line, changed), f"{at}: {changed[:100]}"
    return None


def certificate(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A certificate that nobody has."""
    candidates = [
        pair for pair in places(playbook, frozenset({"resume"}), re.compile(r"\bI\b")) if pair[1].stated.endswith(".")
    ]
    for at, line in _shuffled(candidates, random):
        changed = f"{line.stated.rstrip('.')}, for which I was certified."
        return _worded(playbook, at, line, changed), f"{at}: {changed[:100]}"
    return None


def raised(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A draft shown as a fact of the resume."""
    drafts = [
        (at, line) for at, line in places(playbook, frozenset({"draft"}), re.compile(r"(?:\w+\W+){8}")) if not line.blanks
    ]
    for at, line in _shuffled(drafts, random):
        fact = line.model_copy(update={"provenance": "resume"})
        return with_lines(playbook, {at: fact}), f"{at}: {line.text[:100]}"
    return None


def laundered(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A line of the posting told as the candidate's own."""
    for at, line in _shuffled(places(playbook, frozenset({"job"}), re.compile(r"(?:\w+\W+){4}")), random):
        own = line.model_copy(update={"provenance": "resume", "parts": (Words(text=f"I have shown this: {line.stated}"),)})
        return with_lines(playbook, {at: own}), f"{at}: {line.text[:100]}"
    return None


def score(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A score in a sentence that the page does not show."""
    fit = playbook.brief.fit
    shown = {fit.overall, fit.low, fit.high, fit.skills, fit.experience, fit.culture, fit.uncapped, 100}
    shown |= {round(weight * 100) for weight in fit.weights.values()}
    wrong = random.choice([number for number in range(20, 99) if number not in shown])
    part = random.choice(("skills", "experience", "culture"))
    line = Line(parts=(Words(text=f"Your {part} score of {wrong}% is where to begin."),), provenance="draft")
    summary = playbook.assessment.standing.summary
    return _standing(playbook, summary=Prose(lines=(*summary.lines, line))), line.text


def sub_score(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A sub-score that its rows do not add up to."""
    part = random.choice(("skills", "experience", "culture"))
    value = getattr(playbook.brief.fit, part)
    fit = playbook.brief.fit.model_copy(update={part: value - 9 if value > 50 else value + 9})  # noqa: PLR2004  within 0 to 100
    return playbook.model_copy(update={"brief": playbook.brief.model_copy(update={"fit": fit})}), f"{part} {value}"


def dead_reference(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A link to a place that is not there."""
    links = [
        (at, line)
        for part in _PARTS
        for at, line in lines_of(getattr(playbook, part), f"/{part}")
        if any(isinstance(one, Link) for one in line.parts)
    ]
    for at, line in _shuffled(links, random):
        parts = tuple(
            one.model_copy(update={"target": re.sub(r"\d+", "19", one.target)}) if isinstance(one, Link) else one
            for one in line.parts
        )
        return with_lines(playbook, {at: line.model_copy(update={"parts": parts})}), f"{at}: {line.text[:80]}"
    return None


def misnamed_reference(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A link whose words name another story than it leads to."""
    for part in _PARTS:
        for at, line in _shuffled(list(lines_of(getattr(playbook, part), f"/{part}")), random):
            for index, one in enumerate(line.parts):
                if isinstance(one, Link) and re.search(r"Story \d", one.text):
                    other = one.model_copy(
                        update={"text": re.sub(r"Story (\d)", lambda m: f"Story {int(m[1]) % 8 + 1}", one.text)}
                    )
                    parts = (*line.parts[:index], other, *line.parts[index + 1 :])
                    return with_lines(playbook, {at: line.model_copy(update={"parts": parts})}), f"{at}: {one.text}"
    return None


def asked_again(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A blank that asks for the employer which the resume states."""
    blank = Blank(id="stories-planted", question="company name")
    line = Line(parts=(Words(text="This was at "), blank, Words(text=".")), provenance="draft")
    stories = list(playbook.stories.stories)
    if not stories:
        return None
    index = random.randrange(len(stories))
    situation = Prose(lines=(line, *stories[index].situation.lines[1:]))
    stories[index] = stories[index].model_copy(update={"situation": situation})
    return _with(playbook, "stories", stories=tuple(stories)), f"story {index + 1}"


def two_ways(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A strength that is a gap, too."""
    standing = playbook.assessment.standing
    if not standing.strengths:
        return None
    strength = random.choice(standing.strengths)
    return _standing(playbook, gaps=(strength, *standing.gaps[1:])), strength.title


def repeated_question(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """A question that stands twice."""
    questions = list(playbook.questions.questions)
    left, right = random.sample(range(len(questions)), 2)
    questions[left] = questions[left].model_copy(update={"question": questions[right].question})
    return _with(playbook, "questions", questions=tuple(questions)), f"question {right + 1} as {left + 1}"


def leak(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """Words of a prompt before a sentence."""
    prefix = random.choice(("As requested, here is the rewritten sentence: ", "Sure, ", "As an AI language model, I note: "))
    for at, line in _shuffled(places(playbook, frozenset({"resume", "draft"}), re.compile(r"\w")), random):
        if line.text not in {source.quote for source in line.sources} and not line.blanks:
            return _worded(playbook, at, line, prefix + line.stated), f"{at}: {prefix}"
    return None


def brand(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """The handout says what made it."""
    text = random.choice(("Generated by Interview Playbook.", "Prepared with ChatGPT.", "This plan was AI-generated."))
    line = Line(parts=(Words(text=text),), provenance="draft")
    return _with(playbook, "plan", why=Prose(lines=(*playbook.plan.why.lines, line))), text


def level(playbook: Playbook, random: Random) -> tuple[Playbook, str] | None:
    """The role at another level."""
    title = playbook.brief.posting.title
    other = random.choice(("III", "IV", "3"))
    line = Line(parts=(Words(text=f"As {title} {other} you will be asked for more."),), provenance="draft")
    summary = playbook.assessment.standing.summary
    return _standing(playbook, summary=Prose(lines=(*summary.lines, line))), line.text


FAULTS: dict[str, Fault] = {
    fault.__name__.replace("_", " "): fault
    for fault in (
        *(digit, employer, story_employer, swapped_bullet, dropped_denial, direction, unit, certificate, raised, laundered),
        *(score, sub_score, dead_reference, misnamed_reference, asked_again, two_ways, repeated_question, leak, brand, level),
    )
}
"""Name of a fault to what plants it."""


def _worded(playbook: Playbook, at: str, line: Line, text: str) -> Playbook:
    """The playbook with other words in a line; its blanks and links stay where they were."""
    kept = tuple(part for part in line.parts if not isinstance(part, Words))
    return with_lines(playbook, {at: line.model_copy(update={"parts": (Words(text=text), *kept)})})


def _with(playbook: Playbook, part: str, **fields: object) -> Playbook:
    return playbook.model_copy(update={part: getattr(playbook, part).model_copy(update=fields)})


def _standing(playbook: Playbook, **fields: object) -> Playbook:
    return _with(playbook, "assessment", standing=playbook.assessment.standing.model_copy(update=fields))


def _shuffled(items: Sequence[tuple[str, Line]], random: Random) -> list[tuple[str, Line]]:
    return random.sample(list(items), len(items))
