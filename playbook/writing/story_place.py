"""Where a story took place: employer, role and years, in one sentence that the resume states.

A bracket stands only where the resume has neither. What the situation was is for `playbook.writing.story_text`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.writing.articles import indefinite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.resume import Position
    from playbook.provenance import Fact

_SECOND = re.compile(r"(?:It|The place|The setting|The year|This was|That)\b|I was [^.]* then\b")
"""Openings that want a sentence before them."""
_ARROW = re.compile(r"\s*(?:→|->|=>|➔)\s*")
"""Between what somebody was first and later."""


def place_slots(position: Position) -> dict[str, str]:
    """Fillings of the place frames; what the resume does not state is `""`."""
    dated = position.dates is not None
    start = position.start_date[:4] if dated and position.start_date else ""
    end = position.end_date[:4] if dated and position.end_date else ""
    return {
        "employer": position.employer,
        "position": position.post,
        "a_position": with_article(position.post) if position.post else "",
        "start": start,
        "end": end,
    }


def place_frame(position: Position) -> str:
    """The id of the frame that fits what the resume states of the position."""
    slots = place_slots(position)
    if not slots["employer"]:
        return "stories-where-position" if slots["position"] else "stories-where-unknown"
    if position.kind == "project":
        return "stories-where-project"
    if not slots["position"]:
        return "stories-where-volunteer" if position.kind == "volunteer" else "stories-where-employer"
    if slots["start"] and position.is_current:
        return "stories-where-current"
    if slots["start"] and slots["end"]:
        return "stories-where-year" if slots["start"] == slots["end"] else "stories-where-past"
    return "stories-where-undated"


def place_texts(texts: Sequence[str], *, opens: bool) -> list[str]:
    """Those of `texts` that can open a paragraph, or that follow on a sentence; all where none is left."""
    fitting = [text for text in texts if bool(_SECOND.match(text)) != opens]
    return fitting or list(texts)


def place_facts(position: Position) -> tuple[Fact, ...]:
    """The facts that the sentence rests on."""
    return tuple(fact for fact in (position.name, position.position, position.dates) if fact is not None)


@lru_cache(maxsize=1024)
def with_article(title: str) -> str:
    """A job title as it reads in a sentence: "an Account Executive (Mid-Market)"."""
    title = closed(title)
    title = _ARROW.sub(", later ", title) if _ARROW.search(title) else title
    head, comma, tail = title.partition(", ")
    if tail.startswith("later "):
        return f"{indefinite(title)} {title}"  # "SDR → Senior SDR"
    said = f"{head} ({tail})" if comma and "(" not in title else title
    return f"{indefinite(said)} {said}"


def closed(name: str) -> str:
    """A name without a bracket that is never closed: "Conestoga College (part time"."""
    return name[: name.rindex("(")].rstrip(" ,") if name.count("(") > name.count(")") else name
