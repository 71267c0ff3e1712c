"""A second reading of a PDF by pdfminer.six, and how far the first one agrees with it.

Two programs that find the same words in the same order are no proof, but where they part, the layout is one that
programs get wrong, and the reader should look.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

AGREED = 0.72
"""Share of neighbouring words that must be neighbours in both readings."""
_WORD = re.compile(r"[^\W_]+")


def agreement(content: bytes, lines: Sequence[str]) -> float:
    """The share of neighbouring words in `lines` that are neighbours for pdfminer, too; 1 where it cannot tell.

    Neighbours are counted within a line and over the end of a line, not across a gap.
    """
    ours = _pairs(" ".join(lines))
    if not ours:
        return 1.0
    theirs = _pairs(_second(content))
    if not theirs:
        return 1.0
    shared = sum((ours & theirs).values())
    return shared / sum(ours.values())


def _pairs(text: str) -> Counter[tuple[str, str]]:
    words = [word.lower() for word in _WORD.findall(text)]
    return Counter(pairwise(words))


def _second(content: bytes) -> str:
    from pdfminer.high_level import extract_text

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of each font that is not as it should be
    try:
        return extract_text(io.BytesIO(content))
    except Exception:  # noqa: BLE001  a second opinion that fails is none; the first reader has judged the file
        return ""
