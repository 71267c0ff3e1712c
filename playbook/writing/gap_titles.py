"""The title of a gap: capitals, and two words at least, which are those that the posting uses.

What is missing, and the words for it in the middle of a sentence, are for `gap_names`.
"""

from __future__ import annotations

import re

SMALL = frozenset(
    {
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "nor", "of", "on", "or", "per"),
        *("the", "to", "with", "within", "across", "over", "under", "via"),
    },
)
"""Words that a title has in small letters."""
_TAIL = {
    "tool": "Experience",
    "method": "Experience",
    "language": "Fluency",
    "soft": "Examples",
    "degree": "Degree",
    "certificate": "Certification",
    "licence": "License",
}
"""What makes a one-word title a name, where the posting has no word of its own for it; of all others experience is wanted."""
_BEFORE = re.compile(
    r"\b(?:(?P<of>knowledge|understanding|command)|(?P<with>familiarity)|(?P<in>proficiency|literacy)|(?P<to>exposure)"
    r"|experience|expertise|background|training|fluency|examples?)\b[^.;]*$",
    re.IGNORECASE,
)
"""How a posting leads up to a thing that it names in one word."""
_BEHIND = re.compile(
    r"\s+(?P<word>experience|expertise|exposure|knowledge|background|training|skills|proficiency|fluency)\b", re.IGNORECASE
)
_HELD = frozenset({"degree", "certificate", "licence", "soft"})
"""Kinds whose one word is made a name by what kind they are, however the posting leads up to it."""


def title_case(text: str) -> str:
    """`text` as a title; words that carry capitals of their own keep them."""
    words = text.split()
    last = len(words) - 1
    return " ".join(
        word if word != word.lower() or (word in SMALL and 0 < index < last) else _capitalised(word)
        for index, word in enumerate(words)
    )


def at_least_two_words(title: str, kind: str, asked: str) -> str:
    """`title` with at least two words: "Knowledge of DICOM" where the line `asked` speaks of knowledge.

    Nobody has a background of cryogens, and a title that says more than the posting asks is not recognised.
    """
    if " " in title:
        return title
    found = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", asked, re.IGNORECASE)
    if found is not None and kind not in _HELD:
        if (word := _BEHIND.match(asked, found.end())) is not None:
            return f"{title} {word['word'].capitalize()}"
        lead = _BEFORE.search(asked[: found.start()])
        joint = lead.lastgroup if lead is not None else None
        if lead is not None and joint is not None:
            return f"{lead[joint].capitalize()} {joint} {title}"
    return f"{title} {_TAIL.get(kind, 'Experience')}"


def _capitalised(word: str) -> str:
    """`word` with a capital, and the parts of a hyphened word too."""
    return "-".join(
        part if place and part in SMALL else part[:1].upper() + part[1:] for place, part in enumerate(word.split("-"))
    )
