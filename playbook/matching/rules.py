"""What is decided by rule and not by likeness: degrees, licences, languages and years.

Each rule returns a share of 1 with the pieces that it rests on; what the shares make of a requirement is for
`playbook.matching.judging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from playbook.artifacts.posting import Requirement
from playbook.artifacts.resume import Position, Resume
from playbook.knowledge.lexicon import Found, Lexicon
from playbook.knowledge.schema.terms import Credential
from playbook.knowledge.tokens import is_content, stem, tokens
from playbook.matching import careers
from playbook.matching.attainment import asks_to_study, has_passed_exam, is_begun, is_lapsed, is_unfinished
from playbook.matching.evidence import Piece, Record
from playbook.matching.standing import is_anothers

_EQUIVALENT = re.compile(
    r"\bequivalent\b|\bor (?:\d+\+? years|comparable|related|relevant|practical) (?:work |professional )?experience",
    re.IGNORECASE,
)
_OBTAINABLE = re.compile(
    r"\b(?:eligib\w+|ability to obtain|able to obtain|obtain\w* within|within \w+ (?:months|days)|willing\w* to obtain"
    r"|in process)\b",
    re.IGNORECASE,
)
YEARS = re.compile(
    r"(?:at least |minimum (?:of )?|over |more than )?\d+(?:\.\d+)?\+?(?:\s*(?:-|–|to)\s*\d+\+?)?\s*(?:or more )?"
    r"(?:years?|yrs)\b['’]?",
    re.IGNORECASE,
)
_CARDS = frozenset(stem(word) for word in ("certification", "certificate", "certified", "license", "licence", "card", "permit"))
_ROLE = re.compile(r"\b(?:roles?|positions?|capacity)\b|\bas an? ", re.IGNORECASE)
_IN_ROLE = re.compile(r"\bin an? (?:[\w-]+ ){1,4}(?:role|position|capacity|job)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_OTHER_YEARS = re.compile(r"\b(?:including|incl|last|of which|of them|of those|some of)\b|\d|[.;!?](?=\s|$)", re.IGNORECASE)
"""Where stated years end, and what is said of some of them begins."""
_ROOT = 6
"""Letters that a title and an activity share: recruiter and recruiting."""
_NO_ROOTS = frozenset({"senior", "experi", "associ", "assist", "profes", "specia", "princi", "relate", "releva", "progre"})
_SOME = 0.5
_NEAR = 0.75
"""Share of the years from which a shortage is small."""
_TOUCHED = 0.3
"""What years count of somebody who did things of the trade in another one."""
_SLACK = 0.25
"""Years by which dates in months may miss a whole number."""
_YEARS_FOR_DEGREE = 4
LOWER_DEGREE = 0.4
"""What a degree below the one that is asked for counts, whatever its field."""


@dataclass(frozen=True)
class Trade:
    """What the candidate has done of the posting's trade."""

    positions: tuple[Position, ...]
    known: bool
    """Whether the trade has a pack of its own, by which positions are told from those of other trades."""
    unplaced: tuple[Position, ...] = ()
    """Positions of which nobody knows the trade: no pack lists their titles."""
    touched: tuple[Piece, ...] = ()
    """Bullets of other trades that show skills of this one: a changer's years in it are few, but not none."""


@dataclass(frozen=True)
class Ruling:
    """How far a part of a requirement is met, and by what."""

    share: float | None
    """`None` where the resume does not let it be judged."""
    pieces: tuple[Piece, ...] = ()
    is_guarded: bool = False
    """Whether the share is low because nobody can tell more, not because less is there."""

    @property
    def has_lapsed(self) -> bool:
        """Whether it rests on papers that have run out, and on nothing else."""
        return self.share != 1 and bool(self.pieces) and all(is_lapsed(piece) for piece in self.pieces)


def degree(way: Found, requirement: Requirement, record: Record, lexicon: Lexicon) -> Ruling:
    """A degree is met by itself or by a higher one; another field counts half where the posting does not allow it."""
    wanted = lexicon.credential(way.id)
    if wanted is None:
        return Ruling(None)
    held = [
        piece
        for piece in record.pieces
        if piece.kind in {"education", "certificate", "position"} and _level(piece, lexicon) > 0
    ]
    exact = [piece for piece in held if way.id in piece.reach]
    if exact and wanted.area is None:
        exact += [piece for piece in held if piece not in exact and _level(piece, lexicon) >= max(wanted.level, 1)]
    if exact:
        return Ruling(1.0, _finished(exact)) if _finished(exact) else Ruling(0.5, tuple(exact))
    if wanted.level == 0:
        # Nobody lists a school diploma below a degree.
        named = _finished(record.showing(way.id))
        shown = named or ((_finished(held) or tuple(held)) if wanted.area is None else ())
        if shown or wanted.area is None:
            return Ruling(1.0 if shown else None, shown)
    high = [piece for piece in held if _level(piece, lexicon) >= max(wanted.level, 1)]
    if high:
        done = _finished(high)
        return Ruling(1.0 if wanted.area is None and done else 0.5, done or tuple(high))
    return _without_degree(requirement, wanted, held, record)


def _finished(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Those that are attained: beside one of them what was only begun says nothing."""
    return tuple(piece for piece in pieces if not is_unfinished(piece))


def _without_degree(requirement: Requirement, wanted: Credential, held: list[Piece], record: Record) -> Ruling:
    """What stands for a degree that is not held: years, a lower degree, but none of another field for one that has its own."""
    if _EQUIVALENT.search(requirement.text) and record.resume.years.best >= _YEARS_FOR_DEGREE:
        return Ruling(0.5, tuple(piece for piece in record.pieces if piece.kind == "summary")[:1])
    area = frozenset(token.stem for token in tokens(wanted.area or ""))
    near = tuple(piece for piece in held if area <= piece.stems)
    if held:
        return Ruling(LOWER_DEGREE, near) if near else Ruling(0.0)
    # A school that is named without a degree may be one: then nobody but the candidate can tell.
    return Ruling(None) if any(piece.kind == "education" for piece in record.pieces) else Ruling(0.0)


def licence(way: Found, requirement: Requirement, record: Record, lexicon: Lexicon) -> Ruling:
    """A licence or certificate is held, may still be obtained, or is missing; nothing is like it."""
    held = [piece for piece in record.pieces if way.id in piece.reach and not is_anothers(piece, way.id, lexicon)]
    current = [piece for piece in held if not is_lapsed(piece)]
    papers = [piece for piece in held if piece.kind == "certificate"]
    if papers and not any(piece in current for piece in papers):
        # A title says that somebody was licensed; the licence itself says until when.
        held, current = papers, []
    studies = asks_to_study(requirement.text[: way.start], requirement.text[way.end :])
    attained = current if studies else [piece for piece in current if not is_begun(piece, way.id, lexicon)]
    if attained:
        return Ruling(1.0, _firmest(attained, way.id))
    if held:
        return Ruling(0.5, tuple(held))
    named = {token.stem for token in tokens(way.words) if is_content(token)} - _CARDS
    alike = [piece for piece in record.pieces if piece.kind == "certificate" and named and named <= piece.stems]
    sat = [piece for piece in record.pieces if named and named <= piece.stems and has_passed_exam(piece, way.words)]
    if alike or sat:
        return Ruling(0.5, tuple(alike or sat))
    credential = lexicon.credential(way.id)
    skills = set(credential.implies) if credential else set()
    near = [piece for piece in record.pieces if skills & piece.reach]
    if credential is not None and credential.assumed and not near:
        return Ruling(None)
    if (_OBTAINABLE.search(requirement.text) or (_EQUIVALENT.search(requirement.text) and near)) and near:
        return Ruling(0.5, tuple(near))
    return Ruling(0.0)


def years(requirement: Requirement, named: list[Found], record: Record, trade: Trade, lexicon: Lexicon) -> Ruling:
    """Years of experience: in the thing that the line names where positions show it, else in the trade.

    `named` are the skills that the line names.
    """
    asked, wanted = requirement.years or 0.0, [way.id for way in named]
    resume = record.resume
    if not resume.work or not any(careers.month(position.start_date) for position in resume.work):
        return Ruling(_share(resume.years.stated, asked), _stated(record)) if resume.years.stated else Ruling(None)
    in_trade = careers.years(trade.positions, resume)
    domains = all(skill is None or skill.kind == "domain" for skill in map(lexicon.skill, wanted))
    have, shown = in_trade, trade.positions
    if wanted:
        shown = _positions_with(wanted, record, titled(requirement, record))
        have = careers.years(shown, resume)
        if have < asked and domains and any(concept in record.reach for concept in wanted) and in_trade > have:
            have, shown = in_trade, trade.positions
    said_of = said_years(named, record, lexicon)
    stated = resume.years.stated or 0.0
    counts = bool(said_of) if named else bool(trade.positions)
    if counts:
        have = max(have, stated)
    share, guarded = _share(have, asked), False
    if share < 1 and careers.years((*trade.positions, *trade.unplaced), resume) + _SLACK >= asked:
        # The dates of what a bullet does not mention cannot be known, nor the trade of a title that no pack lists.
        share, guarded = max(share, _SOME), True
    if _IN_ROLE.search(requirement.text) and not trade.positions and not titled(requirement, record):
        share = min(share, _SOME)
    if share > _SOME and not trade.known and not _in_titles(requirement, wanted, asked, record):
        share, guarded = _SOME, True
    is_less = bool(named) and said_of == {way.id for way in named} and stated + _SLACK < asked
    if share > _SOME and is_less and not _by_name(requirement, asked, record):
        # Who says how long it was knows it better than dates that hold other work, too.
        share, guarded, shown = _SOME, True, ()
    if share < _TOUCHED and trade.touched:
        return Ruling(_TOUCHED, trade.touched)
    said = _stated(record) if (counts and stated >= asked) or not shown else ()
    return Ruling(share, said or _dated(shown, record), is_guarded=guarded)


def said_years(named: list[Found], record: Record, lexicon: Lexicon) -> frozenset[str]:
    """What a line names of which years are stated: eleven years as an engineer are not eleven of product design.

    Beside "15 years as a nurse, 2 of them in the ICU" only what stands before the second number is meant by the first.
    """
    fact, pieces = record.resume.years.stated_fact, _stated(record)
    if fact is None or not pieces:
        return frozenset()
    number = YEARS.search(fact.text)
    at = fact.span.start - pieces[0].fact.span.start + (number.end() if number else len(fact.text))
    before, after = pieces[0].fact.text[:at], pieces[0].fact.text[at:]
    text = _SENTENCE.split(before)[-1] + _OTHER_YEARS.split(after, maxsplit=1)[0]
    roots, reach = _roots(text), lexicon.closure(found.id for found in lexicon.concepts(text))
    asked = {way.id: _roots(way.words) for way in named}
    return frozenset(concept for concept, of_name in asked.items() if concept in reach or (of_name and of_name <= roots))


def _in_titles(requirement: Requirement, wanted: list[str], asked: float, record: Record) -> bool:
    """In a trade without a pack: whether the years can be taken for years of what is asked.

    A line that asks for a role wants titles; a line that names a thing which neither the packs nor the resume know
    cannot be counted. Years in posts that say the word itself are years of it in any trade.
    """
    if _by_name(requirement, asked, record):
        return True
    if wanted:
        titles = [piece for piece in record.pieces if piece.kind == "position"]
        return not _ROLE.search(requirement.text) or any(concept in piece.reach for piece in titles for concept in wanted)
    named = {token.stem for token in tokens(requirement.text) if is_content(token)}
    return named <= record.stems


def _by_name(requirement: Requirement, asked: float, record: Record) -> bool:
    """Whether posts whose titles say the word itself are long enough."""
    of_that_name = [position for position in record.resume.work if position.id in titled(requirement, record)]
    return careers.years(of_that_name, record.resume) + _SLACK >= asked


def _share(have: float | None, asked: float) -> float:
    if have is None:
        return 0.0
    if not asked or have + _SLACK >= asked:
        return 1.0
    return 0.5 if have >= asked * _NEAR else 0.3 if have >= asked / 2 else 0.0


def titled(requirement: Requirement, record: Record) -> frozenset[str]:
    """The positions whose title says what the line asks years of: a recruiter's years are years of recruiting."""
    asked = _roots(YEARS.sub(" ", requirement.text))
    return frozenset(
        position.id for position in record.resume.work if position.position and asked & _roots(position.position.text)
    )


def _roots(text: str) -> frozenset[str]:
    return (
        frozenset(token.folded[:_ROOT] for token in tokens(text) if is_content(token) and len(token.folded) >= _ROOT)
        - _NO_ROOTS
    )


def _positions_with(concepts: list[str], record: Record, of_that_name: frozenset[str]) -> tuple[Position, ...]:
    shown = of_that_name | {
        piece.position.id
        for piece in record.pieces
        if piece.position is not None and any(concept in piece.reach for concept in concepts)
    }
    return tuple(position for position in record.resume.work if position.id in shown)


def _dated(positions: tuple[Position, ...], record: Record) -> tuple[Piece, ...]:
    """The titles of the positions, as evidence of time."""
    ids = {position.id for position in positions}
    return tuple(
        piece for piece in record.pieces if piece.kind == "position" and piece.position is not None and piece.position.id in ids
    )


def _stated(record: Record) -> tuple[Piece, ...]:
    fact = record.resume.years.stated_fact
    if fact is None:
        return ()
    return tuple(
        piece for piece in record.pieces if piece.fact.span.start <= fact.span.start and fact.span.end <= piece.fact.span.end
    )[:1]


def _level(piece: Piece, lexicon: Lexicon) -> int:
    return max((credential.level for concept in piece.reach if (credential := lexicon.credential(concept))), default=0)


def _firmest(pieces: list[Piece], concept: str) -> tuple[Piece, ...]:
    """Certificates before mentions, the credential itself before what requires it."""
    return tuple(sorted(pieces, key=lambda piece: (concept not in piece.named, piece.kind not in {"certificate", "education"})))


def years_asked(resume: Resume, requirement: Requirement) -> bool:
    """Whether years are part of the requirement."""
    return requirement.years is not None and bool(YEARS.search(requirement.text) or resume.work)
