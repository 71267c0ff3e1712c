"""How alike a requirement and each piece of a resume sound; what that is worth is for `playbook.matching.judging`."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.artifacts.posting import Requirement
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.asides import plainly
from playbook.matching.asks import Ask
from playbook.matching.evidence import Piece
from playbook.matching.general_heads import GENERAL_HEADS, grades_in
from playbook.matching.parts import Case
from playbook.matching.standing import denies, is_anothers, is_part_of_name

_SHORTEST = 0.55
"""What the likeness of a piece of almost no words counts: a lone name is like too much."""


def likeness_of(requirement: Requirement, asks: Sequence[Ask], case: Case) -> dict[int, float]:
    """Index of each piece to its likeness with the requirement."""
    text = plainly(requirement.text)
    grades = grades_in(text)
    stems = frozenset(token.stem for token in tokens(text) if is_content(token) and token.start not in grades)
    heads = _general_heads(text, case)
    asked = {way.id for ask in asks for way in ask.ways}
    return {
        index: case.similarity.of(stems, telling) * piece.weight * min(1.0, _SHORTEST + 0.15 * len(piece.stems))
        for index, piece, telling in (
            (index, piece, piece.stems - _alone(piece, heads)) for index, piece in enumerate(case.record.pieces)
        )
        if _sounds_alike(piece, telling, stems)
        and (piece.reach & asked or not is_part_of_name(piece, telling & stems, case.lexicon))
        and not _is_denied(piece, stems, asks, case)
    }


def _general_heads(text: str, case: Case) -> dict[str, frozenset[str]]:
    """General words that end names which the packs know, each with what tells the name: "cost" of "cost centre"."""
    found = case.lexicon.concepts(text)
    heads: dict[str, frozenset[str]] = {}
    for token in tokens(text):
        if token.folded not in GENERAL_HEADS:
            continue
        ends = [one for one in found if one.start < token.start and one.end == token.start + len(token.folded)]
        if not ends:
            heads[token.stem] = frozenset()  # it stands for itself somewhere in the line
        elif heads.get(token.stem, ends):
            telling = frozenset(other.stem for one in ends for other in tokens(one.words) if other.stem != token.stem)
            heads[token.stem] = heads.get(token.stem, frozenset()) | telling
    return {stem: telling for stem, telling in heads.items() if telling}


def _alone(piece: Piece, heads: dict[str, frozenset[str]]) -> frozenset[str]:
    """The general words that a piece has with none of those which tell what they are: the centre of "shopping centre"."""
    return frozenset(stem for stem, telling in heads.items() if stem in piece.stems and not telling & piece.stems)


def _is_denied(piece: Piece, stems: frozenset[str], asks: Sequence[Ask], case: Case) -> bool:
    """Whether a line names what is asked for only to say that it is not so, or that it is somebody else's."""
    asked = {way.id for ask in asks for way in ask.ways if way.kind == "credential"} & piece.reach
    return denies(piece, stems & piece.stems) or any(is_anothers(piece, one, case.lexicon) for one in asked)


def _sounds_alike(piece: Piece, telling: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a piece shares words that tell something: one word of a certificate's name tells nothing of the work."""
    shared = telling & stems
    if piece.kind != "certificate":
        return bool(shared)
    return len(shared) > 1 or (bool(shared) and (piece.stems <= stems or stems <= piece.stems))
