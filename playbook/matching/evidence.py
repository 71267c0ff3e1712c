"""The resume as pieces of evidence: each fact with what it names, what follows from it, and its words.

Collecting only: what a piece proves is for `playbook.matching.judging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from playbook.artifacts.resume import Highlight, Position, Resume
from playbook.knowledge.lexicon import Lexicon
from playbook.knowledge.shorthand import without_shorthand
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.led_people import leads_people
from playbook.matching.oversight import without_oversight
from playbook.provenance import Fact
from playbook.reading.reporting_lines import is_reporting_line
from playbook.reading.wishes import told

PieceKind = Literal["bullet", "summary", "position", "skill", "education", "certificate", "language", "publication", "other"]
_GRADE = re.compile(
    r"\s*[-–:,]?\s*(?:\((?:a bit|some|basic|basics|good|ok|okay|learning|daily|proficient|intermediate|advanced|expert)\)|"
    r"\b(?:ok|okay|good|basics?|proficient|intermediate|advanced|expert|strong|a bit|daily))$",
    re.IGNORECASE,
)
"""How well a listed thing is known: "Excel ok"."""
_PUBLISHED = re.compile(
    r"[\"“”„«]|\bet al\b|\b(?:journal|proceedings|proc\.|conference|conf\.|workshop|poster|press|arxiv|preprint|doi|isbn)\b",
    re.IGNORECASE,
)
_NOT_PUBLISHED = re.compile(
    r"^\W*(?:review(?:er|ing)|referee|editor|organi[sz]er|speaker|invited|attended|chair)\b|\bpatents?\b|\bunder review\b"
    r"|\b(?:in preparation|unpublished)\b|^\W*(?:US|EP|WO|GB|IN|CN|JP|DE)[ -]?\d|\(.{0,40}\b(?:granted|filed)\b.{0,12}\)",
    re.IGNORECASE,
)
"""What stands below publications as well: patents, service to a venue, what is not out yet."""
_FEW = 9
"""Words of a summary that is no more than a title."""
WEIGHTS: dict[PieceKind, float] = {
    "bullet": 1.0,
    "certificate": 0.95,
    "education": 0.9,
    "language": 0.9,
    "publication": 0.9,
    "summary": 0.75,
    "position": 0.7,
    "other": 0.6,
    "skill": 0.6,
}
"""What a claim is worth by where it stands: a bullet shows, a list of skills only says."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One fact of the resume, which no other piece is: to compare them by their words for each part of each line costs more."""

    fact: Fact
    kind: PieceKind
    named: frozenset[str]
    """Concepts that it names."""
    reach: frozenset[str]
    """Those, and everything that follows from them."""
    stems: frozenset[str]
    highlight: Highlight | None = None
    position: Position | None = None
    has_lapsed: bool = False
    """Whether it has run out by its date."""

    @property
    def weight(self) -> float:
        """What it is worth as evidence."""
        return WEIGHTS[self.kind]


@dataclass(frozen=True)
class Record:
    """All the evidence of one resume."""

    resume: Resume
    pieces: tuple[Piece, ...]
    reach: frozenset[str]
    stems: frozenset[str]
    text: str
    """Every fact, one a line, in lower case."""
    employers: tuple[Piece, ...]
    """The names of employers, which tell where somebody worked and prove nothing else."""
    known_skills: float
    """Share of the listed skills that the packs know: how far the packs know this candidate's trade."""

    @property
    def bullets(self) -> tuple[Piece, ...]:
        """The bullets, in the order of the resume."""
        return tuple(piece for piece in self.pieces if piece.highlight is not None)

    def showing(self, concept: str) -> tuple[Piece, ...]:
        """The pieces that show a concept."""
        return tuple(piece for piece in self.pieces if concept in piece.reach)

    def mentions(self, words: str) -> bool:
        """Whether every content word of `words` stands somewhere in the resume, in any form."""
        wanted = {token.stem for token in tokens(words) if is_content(token)}
        return bool(wanted) and wanted <= self.stems


def record_of(resume: Resume, lexicon: Lexicon) -> Record:
    """The pieces of `resume`."""
    pieces = tuple(_pieces(resume, lexicon))
    skills = [piece for piece in pieces if piece.kind == "skill"]
    return Record(
        resume=resume,
        pieces=pieces,
        reach=frozenset().union(*(piece.reach for piece in pieces)),
        stems=frozenset().union(*(piece.stems for piece in pieces)),
        text="\n".join(piece.fact.text for piece in pieces).casefold(),
        employers=tuple(
            Piece(position.name, "other", frozenset(), frozenset(), frozenset(), position=position)
            for position in resume.work
            if position.name is not None
        ),
        known_skills=sum(bool(piece.named) for piece in skills) / len(skills) if skills else 1.0,
    )


def _pieces(resume: Resume, lexicon: Lexicon) -> Iterator[Piece]:
    seen: set[tuple[str, str]] = set()
    spoken_as = {one.fact.span: one.name for one in resume.languages}
    lapsed = {one.fact.span for one in resume.certificates if one.has_lapsed}
    for kind, fact, highlight, position in _facts(resume):
        key = fact.text if highlight is None else highlight.id
        if (kind, key) in seen or not re.search(r"\w", fact.text):
            continue
        if kind in {"bullet", "summary"} and is_reporting_line(fact.text):
            continue  # whom one reported to proves nothing
        seen.add((kind, key))
        # Beside "Irish hotels" the name of a language is none; in a list of languages it is.
        spoken = f"{spoken_as[fact.span]} language\n{fact.text}" if kind == "language" else fact.text
        if kind == "skill" and (graded := _GRADE.search(fact.text)) and graded.start():
            spoken = f"{fact.text[: graded.start()]}\n{fact.text}"
        if kind == "publication":
            spoken = f"peer-reviewed publications\n{fact.text}"  # authors, a title and a venue do not say what they are
        # What is short for something is named as it is said, too: "sub coordination mtg", "ASHE cert".
        spelled = without_shorthand(spoken)
        readings = (spoken, spelled) if spelled != spoken else (spoken,)
        named = frozenset(found.id for one in readings for found in lexicon.concepts(without_oversight(one)))
        if kind in {"bullet", "summary"}:
            named |= leads_people(fact.text, position.title if position is not None and kind == "bullet" else "")
        if kind == "language":  # "Spanish, jobsite conversational" shows no jobsite
            named = frozenset(one for one in named if (skill := lexicon.skill(one)) is not None and skill.kind == "language")
            readings = (spoken_as[fact.span],)
        yield Piece(
            fact=fact,
            kind=kind,
            named=named,
            reach=lexicon.closure(named) if named else frozenset(),
            stems=frozenset(token.stem for one in readings for token in tokens(one) if is_content(token)),
            highlight=highlight,
            position=position,
            has_lapsed=fact.span in lapsed,
        )


def _facts(resume: Resume) -> Iterator[tuple[PieceKind, Fact, Highlight | None, Position | None]]:
    for position in resume.positions:
        yield from _of_position(position)
    summary = () if _is_aim(resume) else told(resume.summary)
    alone: list[tuple[PieceKind, Fact | None]] = [("summary", fact) for fact in summary]
    alone += [("position", resume.label)]
    alone += [("education", education.fact) for education in resume.education]
    alone += [("certificate", certificate.fact) for certificate in resume.certificates]
    alone += [("language", language.fact) for language in resume.languages]
    alone += [("skill", skill.fact) for skill in resume.skills]
    alone += [("other", award.fact) for award in resume.awards]
    alone += [("publication" if _is_published(one.fact.text) else "other", one.fact) for one in resume.publications]
    for kind, fact in alone:
        if fact is not None:
            yield kind, fact, None, None


def _is_published(text: str) -> bool:
    """Whether a line below publications is one: it has a title in quotes, authors or a venue, and was no service."""
    return bool(_PUBLISHED.search(text)) and not _NOT_PUBLISHED.search(text)


def _is_aim(resume: Resume) -> bool:
    """Whether a summary is only the title of a post that somebody has not had: "Objective: project manager, water"."""
    text = resume.summary.text if resume.summary is not None else ""
    words = tokens(text)
    if not words or len(words) > _FEW or re.search(r"[.!?;\d]", text.rstrip(".")):
        return False
    titles = [position.position.text for position in resume.work if position.position is not None]
    held = {token.stem for title in titles for token in tokens(title)}
    return bool(titles) and not any(token.stem in held for token in words if is_content(token))


def _of_position(position: Position) -> Iterator[tuple[PieceKind, Fact, Highlight | None, Position | None]]:
    if position.position is not None:
        yield "position", position.position, None, position
    for fact in told(position.summary):
        yield "summary", fact, None, position
    if position.kind != "work" and position.name is not None:
        yield "other", position.name, None, position
    for highlight in position.highlights:
        yield "bullet", highlight.fact, highlight, position
