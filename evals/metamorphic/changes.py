"""Ways in which the same resume could have been spelled or set, and ways to make it poorer: text to text.

Each says what of the reading it must leave alone. What a reading is, and how two are compared, is for `relations`.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

from playbook.reading.dates import DateRange, find_ranges

Keeps = Literal["all", "years", "nothing"]
"""What stays: positions, dates, bullets and statuses; the same with dates to the year; or only that no fact is invented."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BULLET = re.compile(r"^(\s*)[-•*–▪·](\s+)(?=\S)")
_MONTH = len("2019-03")
_HEAD = 12
"""Words of a position's head at most, its dates left out."""
_WIDTH = 72
_SHORT = 60
"""Letters of a line up to which it may be a heading or the head of a position."""


@dataclass(frozen=True)
class Change:
    """A way to change a resume."""

    name: str
    make: Callable[[str, Random], str]
    keeps: Keeps = "all"


def _dates(point: Callable[[str, int], str], between: str, now: str) -> Callable[[str, Random], str]:
    """Every range from month to month in the head of a position, its points spelled by `point`, from year and month."""

    def spelled(date: str) -> str:
        return point(date[:4], int(date[5:7]))

    def range_as(one: DateRange) -> str:
        return spelled(one.start or "") + between + (now if one.is_current else spelled(one.end or ""))

    def made(text: str, _: Random) -> str:
        lines = []
        for line in text.splitlines():
            changed = line
            for one in reversed(find_ranges(line)):
                if _has_months(one) and not _is_prose(line, one):
                    changed = changed[: one.at] + range_as(one) + changed[one.to :]
            lines.append(changed)
        return "\n".join(lines) + "\n"

    return made


def _has_months(one: DateRange) -> bool:
    points = (one.start,) if one.is_current else (one.start, one.end)
    return all(point is not None and len(point) == _MONTH for point in points)


def _is_prose(line: str, one: DateRange) -> bool:
    """Whether a range stands in a sentence, whose words would change with it."""
    return bool(_BULLET.match(line)) or len((line[: one.at] + line[one.to :]).split()) > _HEAD


def _marks(mark: str) -> Callable[[str, Random], str]:
    return lambda text, _: "\n".join(_BULLET.sub(rf"\g<1>{mark}\g<2>", line) for line in text.splitlines()) + "\n"


def _typeset(text: str, _: Random) -> str:
    """As a word processor sets it: curly quotes, non-breaking spaces between a number and its noun."""
    curly = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    curly = re.sub(r'"([^"\n]*)"', "“\\1”", curly)
    return re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", curly)


def _wrapped(text: str, _: Random) -> str:
    """Bullets in lines of `_WIDTH` letters with a hanging indent, as mail and plain-text exports have them."""
    lines: list[str] = []
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        hanging = " " * len(bullet[0]) if bullet else ""
        lines += textwrap.wrap(line, _WIDTH, subsequent_indent=hanging, break_on_hyphens=False) if bullet else [line]
    return "\n".join(lines) + "\n"


def _shuffled(text: str, random: Random) -> str:
    """Bullets under other positions: nonsense, and no fact of it may go where it does not stand."""
    lines = text.splitlines()
    at = [number for number, line in enumerate(lines) if _BULLET.match(line)]
    moved = [lines[number] for number in at]
    random.shuffle(moved)
    for number, line in zip(at, moved, strict=True):
        lines[number] = line
    return "\n".join(lines) + "\n"


def _shouted(text: str, _: Random) -> str:
    return "\n".join(line.upper() if len(line) < _SHORT else line for line in text.splitlines()) + "\n"


CHANGES: tuple[Change, ...] = (
    Change("as it is", lambda text, _: text),
    Change("dates as 03/2019 - 07/2021", _dates(lambda y, m: f"{m:02}/{y}", " - ", "present")),
    Change("dates as 03/19 - 07/21", _dates(lambda y, m: f"{m:02}/{y[2:]}", " - ", "present")),
    Change("dates as 3/19–7/21", _dates(lambda y, m: f"{m}/{y[2:]}", "–", "present")),
    Change("dates as Mar-19 to Jul-21", _dates(lambda y, m: f"{_MONTHS[m - 1][:3]}-{y[2:]}", " to ", "Present")),
    Change("dates as Mar '19 - Jul '21", _dates(lambda y, m: f"{_MONTHS[m - 1][:3]} '{y[2:]}", " - ", "now")),
    Change("dates as 2019-03 – 2021-07", _dates(lambda y, m: f"{y}-{m:02}", " – ", "Present")),
    Change("dates as 01.03.2019 - 01.07.2021", _dates(lambda y, m: f"01.{m:02}.{y}", " - ", "today")),
    Change("dates as March 2019 to July 2021", _dates(lambda y, m: f"{_MONTHS[m - 1]} {y}", " to ", "Present")),
    Change("dates as 2019-2021", _dates(lambda y, _: y, "-", "present"), "years"),
    Change("bullets marked •", _marks("•")),
    Change("bullets marked *", _marks("*")),
    Change("bullets marked –", _marks("–")),
    Change("bullets marked →", _marks("→")),
    Change("curly quotes, fixed spaces", _typeset),
    Change("accents apart from letters", lambda text, _: unicodedata.normalize("NFD", text)),
    Change("lines end as on Windows", lambda text, _: text.replace("\n", "  \r\n")),
    Change("every line indented", lambda text, _: textwrap.indent(text, "    ")),
    Change("bullets wrapped at 72", _wrapped),
    Change("bullets under other positions", _shuffled, "nothing"),
    Change("short lines in capitals", _shouted, "nothing"),
    Change("no digits", lambda text, _: re.sub(r"\d+", "", text), "nothing"),
    Change("no years", lambda text, _: re.sub(r"(?:\b[A-Z][a-z]{2,8} )?\b(?:19|20)\d\d\b", "", text), "nothing"),
)
