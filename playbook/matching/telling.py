"""Which lines say a name in its own words, though the packs do not find it there as that name.

What such a line is worth is for `playbook.matching.parts`.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from itertools import pairwise

from playbook.knowledge.tokens import STOP, is_content, tokens
from playbook.matching.evidence import Piece, Record
from playbook.matching.general_heads import is_general_head
from playbook.matching.standing import denies


def telling(name: str, record: Record, verbs: AbstractSet[str]) -> list[Piece]:
    """The lines that say a name in its own words, though not as that name."""
    named = {token.stem for token in tokens(name) if is_content(token)}
    wanted = named - verbs
    if any(before.folded == "on" and token.stem in verbs for before, token in pairwise(tokens(name))):
        return []  # who is on call has answered no calls
    return [
        piece
        for piece in record.pieces
        if wanted
        and wanted <= piece.stems
        and (piece.kind in {"bullet", "summary"} or (piece.kind == "position" and len(named) > 1 and named <= piece.stems))
        and _spells(piece.fact.text, name)
        and not denies(piece, named)
        and (
            len(wanted) > 1 or (_is_act(name, verbs) and not is_general_head(name, wanted)) or _says_all(piece.fact.text, name)
        )
    ]


def _spells(text: str, words: str) -> bool:
    """Whether a text has the acronyms of a name in their own letters: "3 phase DBs" is no "enhanced DBS"."""
    return all(re.search(rf"\b{acronym}\b", text) for acronym in re.findall(r"\b[A-Z]{2,4}\b", words))


def _is_act(words: str, verbs: AbstractSet[str]) -> bool:
    """Whether a name is a thing and what is done with it: "succession planning" is told by a succession chart."""
    rest = [token for token in tokens(words) if not is_content(token) or token.stem in verbs]
    return all(token.stem in verbs or token.folded.endswith("ing") for token in rest if token.folded not in STOP)


def _says_all(text: str, words: str) -> bool:
    """Whether a text has every word of a name: what is left of "paid social" without filler is anything social."""
    return {token.stem for token in tokens(words) if token.folded not in STOP} <= {token.stem for token in tokens(text)}
