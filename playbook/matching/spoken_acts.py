"""Whether a line tells the act of which a posting speaks: to write is no sign that somebody presents.

The packs count both to communication, by the verb alone; who "wrote a tool" has written nothing that anybody reads. What a
behaviour is worth is for `playbook.matching.parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.matching.evidence import Piece

_WRITING_ASKED = re.compile(r"\b(?:writ\w+|copy ?writing|editing|drafting)\b", re.IGNORECASE)
_SPEAKING_ASKED = re.compile(
    r"\b(?:present(?:ing|ations?)?|(?:public )?speaking|speaker|verbal|verbally|oral|orally|spoken)\b", re.IGNORECASE
)
_WRITES = re.compile(
    r"\b(?:writ(?:e|es|ing|ten)|wrote|rewr[io]te|draft(?:s|ed|ing)?|edit(?:s|ed|ing)?|author(?:s|ed|ing)?|co-?authored|"
    r"publish(?:ed|es|ing)?|blog(?:s|ged)?|minutes|newsletters?|letters?|reports?|briefings?|proposals?|articles?|"
    r"correspondence|documentation|emails?)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:writ(?:e|es|ing)|wrote|rewr[io]te|written|author(?:ed|s)?)\s+(?:[\w/+#.&-]+\s+){0,5}?"
    r"(?:tools?|scripts?|macros?|tests?|autograders?|code|software|apps?|programs?|modules?|librar(?:y|ies)|queries|"
    r"functions?|services?|endpoints?|playbooks?|formulas?|SQL|VBA|Python|parsers?|plugins?|bots?|rigs?|compilers?)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:present(?:s|ed|ing|ations?)?|spoke|speak(?:s|er|ing)?|talk(?:s|ed)?|demo(?:s|ed|ing)?|pitch(?:es|ed|ing)?|"
    r"brief(?:s|ed|ing|ings)?|lectur(?:e|es|ed|ing)|teach(?:es|ing)?|taught|train(?:s|ed|ing)?|facilitat\w+|host(?:s|ed|ing)?|"
    r"chair(?:s|ed|ing)?|webinars?|keynotes?|workshops?|town halls?|explain(?:s|ed|ing)?|negotiat\w+|toolbox talks?|"
    r"interview(?:s|ed|ing)?|testif\w+|moderat\w+|tours?)\b",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(
    r"\b(?:present(?:s|ed|ing)?|spoke|speak(?:s|ing)?|lectur(?:es|ed|ing)|demo(?:s|ed|ing)|pitch(?:es|ed|ing)|keynotes?)\b"
    r"[^.;]{0,60}?\b(?:to|at|before|for)\b",
    re.IGNORECASE,
)


def spoken_to_others(words: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The lines that tell of speaking before others, where that is asked for: "presented the findings to the committee"."""
    return [piece for piece in pieces if _SPEAKING_ASKED.search(words) and _TO_SOMEBODY.search(piece.fact.text)]


def of_the_act(words: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The lines that tell the act which is asked for; all of them where none is.

    Where both writing and speaking are asked for, either will do.
    """
    found = list(pieces)
    writes, speaks = _WRITING_ASKED.search(words), _SPEAKING_ASKED.search(words)
    if not writes and not speaks:
        return found
    return [
        piece
        for piece in found
        if (writes and _WRITES.search(_MADE.sub(" ", piece.fact.text))) or (speaks and _SPEAKS.search(piece.fact.text))
    ]
