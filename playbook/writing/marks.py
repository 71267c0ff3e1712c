"""Where a mark may part a line: outside of brackets and quotes, in no number and behind no abbreviation.

The one place that knows it for all who cut a bullet into clauses, means, outcomes and titles. What stands between two
marks is for them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN_ENDED = re.compile(
    r"(?:\b(?:Dr|Drs|Sr|Jr|Asst|Mr|Mrs|Ms|Mx|Prof|Rev|Hon|St|Ste|Mt|Ft|Capt|Cpl|Sgt|Lt|Col|Maj|Gen|Cmdr|Gov|Sen|Rep|No|Nos|Nr|Fig|Art|Sec"
    r"|vs|v|cf|e\.g|i\.e|viz|esp|approx|ca|est|avg|max|min|incl|excl|Mio|Mrd|ref|resp|tel|ext|Univ)"
    r"|(?:^|[\s(])[A-Z](?:\.[A-Z])*)$"
)
"""What a full stop stands behind without ending a sentence: a form of address, an initial, what waits for another word."""


def is_outside(text: str, at: int) -> bool:
    """Whether a place stands outside of brackets and quotes."""
    before = text[:at]
    return before.count("(") <= before.count(")") and before.count("[") <= before.count("]") and before.count('"') % 2 == 0


def ends_sentence(text: str, at: int) -> bool:
    """Whether the full stop at a place ends a sentence, and no abbreviation or initial: "with Dr. L. after the audit"."""
    return not _OPEN_ENDED.search(text[:at])


def opens_sentence(text: str) -> bool:
    """Whether a text opens with a capital that may only open a sentence: "Avoidable days", but not "RevPAR" or "CTR"."""
    return bool(re.match(r"[A-Z][a-z]+(?:[\s,.'’-]|$)", text))


def found_outside(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin outside of brackets and quotes."""
    return (match for match in pattern.finditer(text) if is_outside(text, match.start()))


def replaced_outside(text: str, mark: str, by: str) -> str:
    """The text with another mark in the place of one, but not inside of brackets and quotes."""
    return re.sub(re.escape(mark), lambda found: by if is_outside(text, found.start()) else mark, text)


def first_piece(text: str, marks: str) -> str:
    """What stands before the first of such marks that parts the text: "Recorded 1,180 hours" has a comma that does not."""
    for found in re.finditer(marks, text):
        sign = found.group().strip()[:1]
        glued = found.end() < len(text) and text[found.start() - 1 : found.start()].isdigit() and text[found.end()].isdigit()
        if sign in {",", ":", "."} and (
            (glued and not found.group().endswith(" ")) or (sign == "." and not ends_sentence(text, found.start()))
        ):
            continue
        return text[: found.start()]
    return text
