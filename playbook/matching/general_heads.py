"""General words that end the names of quite different things: a cost centre is no shopping centre.

Which of the names are known is for the packs; what such a word alone is worth is for those who judge.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from playbook.knowledge.tokens import tokens

GENERAL_HEADS = frozenset(
    """centre centres center centers service services system systems control controls management team teams process processes
    programme programmes program programs plan plans planning unit units site sites platform platforms analysis analyses
    assessment assessments""".split()  # noqa: SIM905  words read best as one text
)


def is_only_general(words: str) -> bool:
    """Whether words name nothing by themselves: nobody lacks "platforms"."""
    return all(token.folded in GENERAL_HEADS for token in tokens(words))


def is_general_head(name: str, stems: AbstractSet[str]) -> bool:
    """Whether the only stem is that of a general word which ends the name."""
    last = tokens(name)[-1:]
    return bool(last) and last[0].folded in GENERAL_HEADS and stems == {last[0].stem}
