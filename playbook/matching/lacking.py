"""Which words of a requirement may be called missing; whether anything is, is for `playbook.matching.judging`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from playbook.knowledge.lexicon import Term
from playbook.knowledge.tokens import STOP, is_content, tokens
from playbook.matching.parts import Case

_ANY_WORK = re.compile(
    r"(?:provid|deliver|giv|offer)(?:e|es|ing|s)? (?:the )?(?:care|services?|support|treatment|assistance|help)"
    r"|dealing|coping|liaising|helping|providing|undertaking|using",
    re.IGNORECASE,
)
"""What all work of a kind consists of, or a deed done to nothing: nobody who does it lacks "providing care" or "dealing"."""


def is_lone_verb(words: str, case: Case) -> bool:
    """Whether nothing is named but what is done: "recruit" names nobody whom one has not recruited."""
    found = tokens(words)
    is_verb = len(found) == 1 and not words.isupper() and found[0].stem in case.verbs and not words.endswith("ing")
    return is_verb or _ANY_WORK.fullmatch(words) is not None


def is_within(words: str, covered: Sequence[str]) -> bool:
    """Whether words that are covered say as much: nobody has "verbal and written communication" and lacks the written."""
    named = {token.stem for token in tokens(words) if is_content(token)}
    return bool(named) and any(named <= {token.stem for token in tokens(one)} for one in covered)


def runs(text: str, beside: tuple[Term, ...], absent: list[Term]) -> list[Term]:
    """The absent words with the words that stand beside them: "product managers", not "product"."""
    wanted = list(absent)
    for left, right in pairwise(beside):
        if text[left.end : right.start] == " " and left in wanted and right not in wanted:
            wanted.append(right)
    return sorted(wanted, key=lambda term: term.start)


def said(words: str, case: Case) -> bool:
    """Whether the resume has all these words: then nothing that they name may be called missing."""
    carried = [token for token in tokens(words) if token.folded not in STOP]
    if all(is_content(token) for token in carried):
        return case.record.mentions(words)
    return bool(re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", case.record.text))
