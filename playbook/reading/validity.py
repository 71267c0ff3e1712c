"""Whether what somebody holds still holds on a day: the end that a resume states, beside the day of the playbook.

Or that it says in so many words: "expired". How an end is read is for `playbook.reading.paper_remarks`; what a line of
another kind says of a lapse, for `playbook.matching.attainment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from playbook.artifacts.document import ReadingNote
from playbook.artifacts.resume import Named
from playbook.reading.paper_remarks import expiry_of, says_lapsed, says_renewed

_RENEWAL = re.compile(r"^renew(?:al|s|able)?\b(?! (?:due|date|by))", re.IGNORECASE)
"""A bare "renewal 2024" may be the one that was made."""
_EXPIRED = re.compile(r"expired", re.IGNORECASE)
_NUMBER = re.compile(r"\s*#\s?\w.*$")


def on_day(held: Iterable[Named], on: date) -> tuple[Named, ...]:
    """What is held, with what has run out before that day marked."""
    return tuple(one.model_copy(update={"has_lapsed": True}) if _is_over(one.fact.text, on) else one for one in held)


def notes_on_lapsed(held: Iterable[Named]) -> Iterator[ReadingNote]:
    """A note on what has run out by its date alone: the resume still names it as if it held."""
    over = [_NUMBER.sub("", one.name) for one in held if one.has_lapsed and not says_lapsed(one.fact.text)]
    if over:
        names = ", ".join(f"“{name}”" for name in over)
        verb, them = ("has", "it") if len(over) == 1 else ("have", "them")
        yield ReadingNote(
            code="resume.lapsed",
            message=f"By the dates in the resume {names} {verb} run out: "
            f"renew {them}, or bring the new papers and correct the resume.",
        )


def _is_over(text: str, on: date) -> bool:
    if says_lapsed(text):
        return True
    found = expiry_of(text)
    if found is None or _RENEWAL.match(text, found[1]) or _RENEWAL.match(text[found[1] :]):
        return False
    if says_renewed(text) and _EXPIRED.match(text, found[1]):
        return False  # "expired 2019, renewed 2025"
    end = found[0]
    return end < on.isoformat()[: len(end)]
