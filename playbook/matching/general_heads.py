"""General words in names of quite different things: a cost centre is no shopping centre, a silver award no silver command.

Which of the names are known is for the packs; what such a word alone is worth is for those who judge.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from playbook.knowledge.tokens import tokens

GENERAL_HEADS = frozenset(
    """centre centres center centers service services system systems control controls management team teams process processes
    programme programmes program programs plan plans planning unit units site sites platform platforms analysis analyses
    assessment assessments account accounts accounting""".split()  # noqa: SIM905  words read best as one text
)

_GRADES = frozenset(
    """gold silver bronze platinum senior junior principal chief executive green red blue black white yellow major minor
    primary secondary""".split()  # noqa: SIM905  words read best as one text
)
"""Words of grade, color and rank: before a noun they only say which."""


def grades_in(text: str) -> frozenset[int]:
    """Where words of a text start that only grade what follows them: of "Gold/Silver command" both."""
    found = tokens(text)
    starts: set[int] = set()
    for token, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        is_beside = re.fullmatch(r"[\s/-]+", text[token.end : following.start]) is not None
        if token.folded in _GRADES and is_beside and (following.folded not in _GRADES or following.start in starts):
            starts.add(token.start)
    return frozenset(starts)


def is_only_general(words: str) -> bool:
    """Whether words name nothing by themselves: nobody lacks "platforms"."""
    return all(token.folded in GENERAL_HEADS for token in tokens(words))


def is_general_head(name: str, stems: AbstractSet[str]) -> bool:
    """Whether the only stem is that of a general word which ends the name."""
    last = tokens(name)[-1:]
    return bool(last) and last[0].folded in GENERAL_HEADS and stems == {last[0].stem}
