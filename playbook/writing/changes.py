"""How a line says that a figure changed: "from 14% to 8.5%", "down 11%", "went from 6 to 20", "8% vs team 17%".

Patterns alone. Who is said to have changed it is for `playbook.writing.noun_heads` and `playbook.writing.clause_openers`, how
it is spoken for `playbook.writing.spoken_results`.
"""

from __future__ import annotations

import re

_NEARLY = r"(?:(?:about|around|nearly|almost|roughly|under|over|below|above|just|(?:less|more) than)\s+)*"
_UNIT = r"(?:days?|hours?|hrs?|mins?|minutes|weeks?|wks?|months?|mos?|years?|yrs?)"
_YEAR = r"(?!(?:19|20)\d\d(?![\d,.%]))"
_AMOUNT = r"[~<>#]?(?:[A-Z]{0,2}[$€£])?(?:\d|\.\d)(?:[\w.,%+/]|:(?=\d))*"
FIGURE = rf"{_NEARLY}{_YEAR}{_AMOUNT}(?:\s+{_UNIT}\b)?"
"""A number with its sign and unit, no year: "$3.12", "under 90/day", "11 min", "6:40"."""
_TO = r"\s+(?:to|->|=>|→|➔)\s+"
IN_YEAR = r"(?:\s+in\s+(?:19|20)\d\d)?"
"""When a figure stood: "from 31 in 2022 to 12 in 2024"."""
SPAN = re.compile(rf"\bfrom\s+{FIGURE}(?:\s+(?!to\b)[a-z]+){{0,2}}{IN_YEAR}(?:\s+\([^()]*\))?{_TO}{FIGURE}")
"""Two figures with "from" and "to": "from 6 taps to 3"."""
MOVERS = frozenset({"bring", "get", "move", "push", "take", "turn"})
"""Verbs that state an outcome where they move a figure from one value to another: "got margin on the bar from 61% to 68%"."""
_MARKED = r"(?:[^\s,;]*[%$€£]\S*|\d+[.:]\d+)"
RANGE = re.compile(rf"(?:from\s+{FIGURE}(?:\s+(?!to\b)[a-z]+)??{IN_YEAR}|(?={_MARKED}){FIGURE})(?:\s+\([^()]*\))?{_TO}{FIGURE}")
"""The same, and two figures with a sign although "from" is missing: "6.8% to 1.9%", but not "3 to 5 people"."""
UP_OR_DOWN = re.compile(
    rf"(?:(?:up|down)\s+(?:(?:(?:from|by)\s+)?{_NEARLY}{_YEAR}(?:[~<>#$€£.]*\d)|by\s+(?:an?|half)\b)"
    r"|down\s+to\s+\S*\d|up\s+to\s+\S*%)"
)
"""Which way something went, and how far: "down from 14% to 6%", "up 17%", but not "up to 5 people"."""
MOVED = (
    r"(?:went|moved|dropped|fell|rose|grew|climbed|improved|increased|decreased|declined|halved|doubled|tripled)"
    r"(?=\s+(?:up|down|from|to|by|about|around|almost|nearly|over|more|[~<>$€£\d])|\s*$)"
)
"""A verb that a thing does by itself, with how far it went."""
