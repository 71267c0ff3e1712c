"""How alike a requirement and each piece of a resume sound; what that is worth is for `playbook.matching.judging`."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.artifacts.posting import Requirement
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.asides import plainly
from playbook.matching.asks import Ask
from playbook.matching.evidence import Piece
from playbook.matching.parts import Case
from playbook.matching.standing import denies, is_anothers

_SHORTEST = 0.55
"""What the likeness of a piece of almost no words counts: a lone name is like too much."""


def likeness_of(requirement: Requirement, asks: Sequence[Ask], case: Case) -> dict[int, float]:
    """Index of each piece to its likeness with the requirement."""
    stems = frozenset(token.stem for token in tokens(plainly(requirement.text)) if is_content(token))
    return {
        index: case.similarity.of(stems, piece.stems) * piece.weight * min(1.0, _SHORTEST + 0.15 * len(piece.stems))
        for index, piece in enumerate(case.record.pieces)
        if _sounds_alike(piece, stems) and not _is_denied(piece, stems, asks, case)
    }


def _is_denied(piece: Piece, stems: frozenset[str], asks: Sequence[Ask], case: Case) -> bool:
    """Whether a line names what is asked for only to say that it is not so, or that it is somebody else's."""
    asked = {way.id for ask in asks for way in ask.ways if way.kind == "credential"} & piece.reach
    return denies(piece, stems & piece.stems) or any(is_anothers(piece, one, case.lexicon) for one in asked)


def _sounds_alike(piece: Piece, stems: frozenset[str]) -> bool:
    """Whether a piece shares words that tell something: one word of a certificate's name tells nothing of the work."""
    shared = piece.stems & stems
    if piece.kind != "certificate":
        return bool(shared)
    return len(shared) > 1 or (bool(shared) and (piece.stems <= stems or stems <= piece.stems))
