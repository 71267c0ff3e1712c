"""Shorthand that nobody says aloud: "w/" and "w/o". Abbreviations of a trade stay as they are."""

from __future__ import annotations

import re

_WITH = (re.compile(r"(?<!\S)w/o\s*(?=\w)"), re.compile(r"(?<!\S)w/\s*(?=\w)"))
"""Short for "without" and "with"; nobody says it so."""


def without_shorthand(text: str) -> str:
    """`text` as it is said: "with" for "w/", "without" for "w/o"."""
    return _WITH[1].sub("with ", _WITH[0].sub("without ", text))
