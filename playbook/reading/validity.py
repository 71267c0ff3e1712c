"""Whether what somebody holds still holds on a day: the end that a resume states, beside the day of the playbook.

A line that only says "lapsed" is for `playbook.matching.attainment`; how an end is read, for `playbook.reading.certificates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from playbook.artifacts.document import ReadingNote
from playbook.artifacts.resume import Named
from playbook.reading.certificates import expiry_of

_RENEWAL = re.compile(r"^renew(?:al|s|able)?\b(?! (?:due|date|by))", re.IGNORECASE)
"""A bare "renewal 2024" may be the one that was made."""
_NUMBER = re.compile(r"\s*#\s?\w.*$")
_SAID = re.compile(r"\b(?:expired|lapsed|inactive)\b", re.IGNORECASE)
"""Whoever writes so knows it."""


def on_day(held: Iterable[Named], on: date) -> tuple[Named, ...]:
    """What is held, with what has run out before that day marked."""
    return tuple(one.model_copy(update={"has_lapsed": True}) if _is_over(one.fact.text, on) else one for one in held)


def notes_on_lapsed(held: Iterable[Named]) -> Iterator[ReadingNote]:
    """A note on what has run out by its date alone: the resume still names it as if it held."""
    over = [_NUMBER.sub("", one.name) for one in held if one.has_lapsed and not _SAID.search(one.fact.text)]
    if over:
        names = ", ".join(f"“{name}”" for name in over)
        verb, them = ("has", "it") if len(over) == 1 else ("have", "them")
        yield ReadingNote(
            code="resume.lapsed",
            message=f"By the dates in the resume {names} {verb} run out: "
            f"renew {them}, or bring the new papers and correct the resume.",
        )


def _is_over(text: str, on: date) -> bool:
    found = expiry_of(text)
    if found is None or _RENEWAL.match(text, found[1]) or _RENEWAL.match(text[found[1] :]):
        return False
    end = found[0]
    return end < on.isoformat()[: len(end)]
