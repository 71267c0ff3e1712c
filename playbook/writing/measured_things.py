"""Is the word that a bullet opens with the thing that was measured: "Scrap on the press 6.8% to 1.9%", "Calls down 11%"?

Such a line says that something changed, and a verb made of its noun would be a deed that nobody did: "I scrapped on the
press". What else makes a noun of a first word is for `playbook.writing.noun_heads`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.changes import MOVED, MOVERS, RANGE, SPAN, UP_OR_DOWN
from playbook.writing.verb_forms import DETERMINERS, find
from playbook.writing.verbs_or_nouns import WITH_PREPOSITION

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.verb_forms import Found

_WORD = r"(?:\s+(?![–—-]{1,2}\s)(?!(?:and|or|&|that|which|who|when|while|as|so|then)\b)[^\s,;:()]+(?:\s+\([^()]*\))?)"
_OF = r"\s+(?:on|of|in|for|at|to|per|among|across|by|re)\b"
_OF_SOMETHING = re.compile(
    rf"(?P<of>(?:\s+\([^()]*\))?{_OF}{_WORD}{{1,8}}?)\s+(?:{RANGE.pattern}|{UP_OR_DOWN.pattern}|{MOVED})"
)
"""A noun with what it is of, and how it changed."""
_MOVED = re.compile(rf"(?P<of>(?:\s+\([^()]*\))?{_WORD}{{1,6}}?)\s+{MOVED}")
_WENT = re.compile(rf"(?P<of>{_WORD}{{1,5}}?)\s+{UP_OR_DOWN.pattern}")
_DIRECTLY = re.compile(rf"\s+{UP_OR_DOWN.pattern}")
_RANGE = re.compile(rf"(?P<of>{_WORD}{{1,5}}?)\s+{RANGE.pattern}")
_BROUGHT = re.compile(rf"(?P<of>{_WORD}{{1,5}}?)\s+(?:[a-z]+ed|brought|cut|driven|taken)\s+(?:(?:up|down)\s+)?{SPAN.pattern}")
"""What was brought from one figure to another: "Lead time reduced from 9 days to 4"."""
_TAKES_TIME = re.compile(rf"\s+(?:times?|speed)\s+{SPAN.pattern}")
_BESIDE_SPAN = re.compile(rf"{_TAKES_TIME.pattern}|\s+(?:{SPAN.pattern}|(?:up|down)\s+(?:by\s+|from\s+)?\d[\d.,]*\s?%)")
"""What moved, right before it: "rate from 0.9% to 0.3%", "spend up 5%", "build time from 90 min to 25"."""
_TAKE_UP_OR_DOWN = frozenset(
    {
        *(
            "bring",
            "build",
            "cut",
            "dial",
            "drag",
            "drive",
            "get",
            "hold",
            "keep",
            "knock",
            "lift",
            "mark",
            "move",
            "negotiate",
        ),
        *("pare", "pay", "pull", "push", "ramp", "ratchet", "run", "scale", "slim", "slow", "step", "take", "talk", "trim"),
        *("turn", "whittle", "wind", "work"),
    }
)
"""Verbs that bring something up or down themselves."""
_LETS = frozenset({"ensure", "guarantee", "help", "keep", "let", "make", "mean", "see", "show", "watch"})
"""Verbs behind which something else goes up or down: "ensuring sales rose 4%"."""
_SAY_WHICH = frozenset(
    {"abandoned", "cancelled", "delayed", "escaped", "expired", "failed", "lost", "missed", "rejected", "repeated", "reported"}
)
"""Participles that say which things were counted: "escaped defects from 31 to 12" is nobody's escape."""
_CHANGES = frozenset({"reduce", "improve", "win"})
_DEED_INSIDE = re.compile(r"\bto\s+(?P<verb>[a-z]+)\b|^\s+\w+\s+(?P<gerund>[a-z]+ing)\b")


def is_measured(found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether a word read as `found` and followed by `after` is what changed, and no deed."""
    following = after.split(maxsplit=1)[0].casefold() if after.strip() else ""
    is_noun_too = found.form in {"base", "third"} or found.verb.past == found.verb.lemma
    if is_noun_too and found.verb.verb_class not in _CHANGES | {"grow"} and _BESIDE_SPAN.match(after):
        return found.verb.lemma not in _TAKE_UP_OR_DOWN or bool(_TAKES_TIME.match(after) and found.verb.lemma not in MOVERS)
    if found.prefix or following in DETERMINERS or following[:1].isdigit():
        return False
    if found.form == "gerund":
        return _modifies(found, after, knowledge)
    measured = _OF_SOMETHING.match(after) if is_noun_too and found.verb.lemma not in WITH_PREPOSITION else None
    moved = _MOVED.match(after)
    changed = measured or (moved if moved is not None and not re.match(_OF, moved["of"]) else None)
    if changed is not None and not _tells_deed(changed["of"], knowledge):
        return True
    brings = found.verb.lemma in _TAKE_UP_OR_DOWN
    if is_noun_too and (_BROUGHT.match(after) or (_DIRECTLY.match(after) and not brings)):
        return True
    is_counted = is_noun_too or found.verb.past in _SAY_WHICH
    return (
        found.form != "base"
        and found.verb.verb_class not in _CHANGES
        and bool((not brings and _WENT.match(after)) or (found.form == "past" and is_counted and _RANGE.match(after)))
    )


def _modifies(found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether a gerund says of what kind the thing is that changed: "grading turnaround dropped from 9 days to 2"."""
    if found.verb.lemma in _LETS or found.verb.verb_class in _CHANGES:
        return False
    moved = _MOVED.match(after) or (_WENT.match(after) if found.verb.lemma not in _TAKE_UP_OR_DOWN else None)
    return moved is not None and not re.match(_OF, moved["of"]) and not _tells_deed(moved["of"], knowledge)


def _tells_deed(text: str, knowledge: Knowledge) -> bool:
    """Whether a verb stands inside: "focus on bringing scrap down 5%", "work in crews to cut delays from 9 days to 4"."""
    deed = _DEED_INSIDE.search(text)
    found = find(deed["verb"] or deed["gerund"], knowledge) if deed else None
    return found is not None and found.form in {"base", "gerund"}
