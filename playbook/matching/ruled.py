"""The status of a requirement by rule, and which statuses the rules leave open to whoever judges.

What each part rests on is for `playbook.matching.parts`; evidence and missing words are for `playbook.matching.judging`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from playbook.artifacts.matching import Evidence, Status
from playbook.artifacts.posting import Requirement
from playbook.knowledge.lexicon import Term
from playbook.knowledge.tokens import tokens
from playbook.matching.asides import plainly
from playbook.matching.attainment import is_under_way
from playbook.matching.choices import choices
from playbook.matching.helping import is_only_helped
from playbook.matching.parts import Case, Part, saying

_COVERED = {"required": 0.75, "preferred": 0.75, "responsibility": 0.7}
_TRACE = 0.2
"""Share below which nothing speaks for the requirement."""
_ALIKE, _NEARLY, _FAINT = 0.5, 0.26, 0.3
"""Likeness of words that covers a requirement of unknown terms, half covers it, and forbids to call it a gap."""
KNOWN = 0.5
"""Share of terms that must be known before anything is judged."""
_WORD_WEIGHT, _WORDS_WEIGHT = 0.15, 0.6
"""What a word outside of the known parts weighs, and all of them at most."""
_LISTED = frozenset({"skill", "other"})
"""Kinds of lines that only name a thing."""
_DEED = 2
"""Words beside the names of a duty, verbs among them, up to which it is no more than to use them: "Document care in Epic"."""
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_THINGS = re.compile(r"[a-z]{3,}[^s\W]s")
"""What can be told apart and counted: agencies, and not efficiency."""
_LETTERS = 3
"""Of the shortest abbreviation that names one thing."""
_TELLING = 0.2
"""Strength from which evidence may raise a status."""


def status_by_rule(
    requirement: Requirement,
    parts: Sequence[Part],
    residue: tuple[Term, ...],
    likeness: Mapping[int, float],
    known: float,
    case: Case,
) -> Status:
    """The status that the rules give."""
    if known < KNOWN:
        # What nobody knows may still be offered beside what stands word for word on the resume.
        return "covered" if not parts and likeness and _is_chosen(requirement, residue, case) else "unknown"
    best = max(likeness.values(), default=0.0)
    judged = [part for part in parts if part.ruling.share is not None]
    if not judged:
        return _by_likeness(requirement, best, residue, case)
    share = share_of(parts, residue, case)
    asked, known_asked = ([part for part in some if not part.is_wished] for some in (parts, judged))
    complete = requirement.kind == "responsibility" or (
        len(known_asked) == len(asked) and all(part.complete for part in known_asked)
    )
    if share >= _COVERED[requirement.kind] and complete:
        return "partial" if _falls_short(requirement, judged, residue, case) else "covered"
    if _is_like_nothing(requirement, judged, case):
        return _absent(requirement, parts, 0.0, case)
    if _met(judged) >= _TRACE or best >= _FAINT:
        return "partial"
    return _absent(requirement, parts, best, case)


def open_statuses(  # noqa: PLR0913  what was found of the requirement
    requirement: Requirement,
    by_rule: Status,
    parts: Sequence[Part],
    residue: tuple[Term, ...],
    known: float,
    evidence: Sequence[Evidence],
    case: Case,
) -> tuple[Status, ...]:
    """What whoever judges may choose from; what the rules are sure of is not among it."""
    if known < KNOWN:
        return (by_rule,)
    if by_rule == "covered" and _is_whole(requirement, parts, residue, case):
        return ("covered",)
    if by_rule == "gap" and _is_higher_degree(parts, case):
        return ("gap",)
    if by_rule in {"gap", "unknown"} and parts and _is_like_nothing(requirement, parts, case):
        return tuple(dict.fromkeys((by_rule, "unknown")))
    judged = [part for part in parts if part.ruling.share is not None]
    lacks = any(_formal(part, case) and not part.complete and not part.is_wished for part in judged)
    lacks = lacks or _falls_short(requirement, judged, residue, case)
    found: list[Status] = []
    # What is hardly evidence raises nothing: it would be quoted as an answer.
    if evidence and (evidence[0].strength >= _TELLING or by_rule in {"covered", "partial"}):
        found += ["partial"] if lacks else ["covered", "partial"]
    if by_rule == "gap":
        found.append("gap")
    found.append("unknown")
    return tuple(dict.fromkeys([*found, by_rule]))


def _is_higher_degree(parts: Sequence[Part], case: Case) -> bool:
    """Whether nothing is asked for but a degree above one that is listed: who names a bachelor's has not left out an MBA."""
    named = [case.lexicon.credential(found.id) for part in parts for found in case.lexicon.concepts(part.words)]
    asked = min((one.level for one in named if one is not None and one.kind == "degree"), default=0)
    papers = [piece for piece in case.record.pieces if piece.kind == "education" and not is_under_way(piece)]
    held = [case.lexicon.credential(concept) for piece in papers for concept in piece.named]
    level = max((one.level for one in held if one is not None and one.kind == "degree"), default=0)
    return len(parts) == len(named) == 1 and named[0] is not None and asked > level > 1


def share_of(parts: Sequence[Part], residue: tuple[Term, ...], case: Case) -> float:
    """What is met of the parts that could be judged, and of the words beside them; 0 where none could be."""
    judged = [part for part in parts if part.ruling.share is not None]
    if not judged:
        return 0.0
    weight = sum(part.weight for part in judged)
    beside = min(_WORDS_WEIGHT, _WORD_WEIGHT * len(residue))
    words = sum(term.stem in case.record.stems for term in residue) / len(residue) if residue else 0.0
    return (_met(judged) * weight + beside * words) / (weight + beside)


def _met(judged: Sequence[Part]) -> float:
    """The weighted mean of how far parts are met."""
    weight = sum(part.weight for part in judged)
    return sum(part.weight * (part.ruling.share or 0.0) for part in judged) / weight


def _absent(requirement: Requirement, parts: Sequence[Part], best: float, case: Case) -> Status:
    """What nothing speaks for. Only what a resume would list can be missing from it: a credential, a language, a tool, years.

    A duty, a method or a field may have been done in words that no rule connects with it; and where the packs hardly know
    this candidate's trade, a name that they miss may be the very thing.
    """
    judged = all(part.ruling.share is not None for part in parts)
    formal = all(_formal(part, case) for part in parts)
    listed = all(_is_listed(part, case) for part in parts) and case.record.known_skills >= KNOWN
    if requirement.kind != "responsibility" and judged and (formal or listed):
        return "gap"
    return "partial" if best >= _NEARLY else "unknown"


def _by_likeness(requirement: Requirement, best: float, residue: tuple[Term, ...], case: Case) -> Status:
    """The status of a requirement of which the packs know no part: never a gap."""
    if len(residue) > 1 and (best >= _ALIKE or _in_one_place(residue, case) or _is_chosen(requirement, residue, case)):
        return "covered"
    if _is_named(requirement, residue, case):
        return "covered"
    return "partial" if best >= _NEARLY else "unknown"


def _is_whole(requirement: Requirement, parts: Sequence[Part], residue: tuple[Term, ...], case: Case) -> bool:
    """Whether there is nothing left that could be called missing: each part in full, by more than a name in a list."""
    said = all(term.stem in case.record.stems for term in residue)
    if not parts:
        return said or _is_chosen(requirement, residue, case)
    full = all(part.ruling.share == 1 for part in parts)
    return said and full and all(any(piece.kind not in _LISTED for piece in part.ruling.pieces) for part in parts)


def _is_named(requirement: Requirement, residue: tuple[Term, ...], case: Case) -> bool:
    """Whether a line names one thing by its letters, and so does the resume: "HIQA" is nothing else.

    "IOSH Managing Safely" goes on behind its letters, and is named by all of its words.
    """
    name = residue[0].words if len(residue) == 1 else ""
    if len(name) < _LETTERS or not name.isupper():
        return False
    whole = re.search(rf"\b{re.escape(name)}(?:[ -][A-Z][\w-]*)*", requirement.text)
    words = whole.group().split() if whole else [name]
    return any(
        all(re.search(rf"\b{re.escape(word)}\b", piece.fact.text) for word in words)
        for piece in saying([frozenset({residue[0].stem})], case)
        if not is_under_way(piece)
    )


def _is_chosen(requirement: Requirement, residue: tuple[Term, ...], case: Case) -> bool:
    """Whether one of the things that a line leaves to choose is shown, and nothing else of it is missing."""
    for choice in choices(plainly(requirement.text)):
        beside = [term for term in residue if not choice.holds(term.start)]
        if saying(map(choice.telling, choice.things), case) and all(term.stem in case.record.stems for term in beside):
            return True
    return False


def _in_one_place(residue: tuple[Term, ...], case: Case) -> bool:
    """Whether one bullet or line of the summary has everything that is named."""
    wanted = {term.stem for term in residue}
    return len(wanted) > 1 and any(wanted <= piece.stems for piece in case.record.pieces if piece.kind in {"bullet", "summary"})


def is_only_listed(requirement: Requirement, judged: Sequence[Part], case: Case) -> bool:
    """Whether a duty rests on names in a list alone: who lists a payment scheme has not led the move to it."""
    pieces = [piece for part in judged for piece in part.ruling.pieces]
    if requirement.kind != "responsibility" or not pieces or any(piece.kind not in _LISTED for piece in pieces):
        return False
    text = plainly(requirement.text)
    spans = [(found.start, found.end) for found in case.lexicon.concepts(text)]
    beside = [term for term in case.lexicon.terms(text) if not any(start <= term.start < end for start, end in spans)]
    return len(beside) > _DEED


def _falls_short(requirement: Requirement, judged: Sequence[Part], residue: Sequence[Term], case: Case) -> bool:
    """Whether all parts are shown, and still not the line."""
    text = plainly(requirement.text)
    return (
        is_only_listed(requirement, judged, case)
        or any(is_only_helped(part.words, text, part.ruling.pieces, case.verbs) for part in judged if not part.met)
        or _is_thin(judged, residue, case)
        or (requirement.kind == "responsibility" and _is_only_where(judged, residue, case))
        or lacks_half(requirement, judged, residue, case)
    )


def _is_only_where(judged: Sequence[Part], residue: Sequence[Term], case: Case) -> bool:
    """Whether all that is shown is the field: who worked with weddings in a hotel has not stood for it at wedding fairs."""
    fields = [case.lexicon.skill(found.id) for part in judged for found in case.lexicon.concepts(part.words)]
    return (
        len(residue) > max(1, len(judged))
        and not any(part.counted for part in judged)
        and all(skill is not None and skill.kind == "domain" for skill in fields)
        and not any(term.stem in case.record.stems for term in residue)
    )


def lacks_half(requirement: Requirement, judged: Sequence[Part], residue: Sequence[Term], case: Case) -> bool:
    """Whether of "managing budgets and agencies" only the budgets are told of.

    The name of a post or of an agency tells nothing of agencies.
    """
    if len(judged) != 1 or len(residue) != 1:
        return False
    text, words, term = plainly(requirement.text), judged[0].words, residue[0]
    at = text.find(words)
    between = text[at + len(words) : term.start] if at < term.start else text[term.end : at]
    if at < 0 or not _THINGS.fullmatch(term.words) or not _AND.fullmatch(between):
        return False
    lines = [piece.fact.text for piece in case.record.pieces if piece.kind != "position" and term.stem in piece.stems]
    return not any(token.stem == term.stem and token.text.islower() for line in lines for token in tokens(line))


def _is_like_nothing(requirement: Requirement, judged: Sequence[Part], case: Case) -> bool:
    """Whether one of the things that are named is absent and no other is shown, but by what is only of its kind.

    Another tool of a kind is something to say: of who used one cloud and not another. Another method is not.
    """
    shares = [part.ruling.share for part in judged]
    likes = [part for part in judged if part.ruling.share]
    return (
        requirement.kind != "responsibility"
        and len(judged) > 1
        and None not in shares
        and all(not part.met for part in judged)
        and len(likes) < len(judged)
        and not any(part.counted or _is_listed(part, case) for part in likes)
    )


def _is_thin(judged: Sequence[Part], residue: Sequence[Term], case: Case) -> bool:
    """Whether one everyday word is all that is shown of a line which names what neither the packs nor the resume know.

    A "duty rota" is no "deputising for the manager; management rota", and who cooks has not cooked vegan.
    """
    shown = [part for part in judged if part.ruling.share]
    ordinary = (
        len(shown) == 1 and shown[0].words[1:].islower() and len(shown[0].words.split()) == 1 and not _is_listed(shown[0], case)
    )
    return ordinary and any(not term.known and term.stem not in case.record.stems for term in residue)


def _formal(part: Part, case: Case) -> bool:
    return part.counted or any(found.kind == "credential" for found in case.lexicon.concepts(part.words))


def _is_listed(part: Part, case: Case) -> bool:
    """Whether a resume would name the thing, had its writer worked with it."""
    skills = [case.lexicon.skill(found.id) for found in case.lexicon.concepts(part.words) if found.kind == "skill"]
    named = [skill for skill in skills if skill is not None]
    return _formal(part, case) or (bool(named) and all(skill.kind in {"tool", "language"} for skill in named))
