"""Shorthand that nobody says aloud: "w/". Abbreviations of a trade stay as they are, and so does "w/o", which denies."""

from __future__ import annotations

import re

_WITH = re.compile(r"(?<!\S)w/\s*(?=\w)(?!o\b)")


def without_shorthand(text: str) -> str:
    """`text` as it is said: "with" for "w/"."""
    return _WITH.sub("with ", text)
