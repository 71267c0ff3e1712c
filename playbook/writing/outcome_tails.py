"""The outcome at the end of a clause: ", reducing p99 latency by 38%", "that saved two days", "and won 40 customers".

Whether a later clause as a whole is an outcome is for `playbook.writing.later_results`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.clause_openers import Opener, read_later
from playbook.writing.marks import found_outside
from playbook.writing.noun_phrases import noun_phrase, with_article
from playbook.writing.outcomes import LEADS_TO, NUMBER, is_outcome_verb, states_change
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_TRAILING = re.compile(
    r"(?P<mark>,\s+(?:and\s+)?(?:thereby\s+|thus\s+)?|\s+(?=resulting in|leading to|saving\b))(?P<verb>[a-z-]+ing)\b"
    r"(?!\s*(?:[,;:]|(?:and|or|&)\s|$))"  # with nothing that it is done to it is one of several things: "scaling, polishing"
)
_RELATIVE = re.compile(r",?\s+(?:that|which)\s+(?P<verb>[a-z-]+)\b")
_AND_THEN = re.compile(r"(?:,?\s+(?:and|then|and then)|,)\s+(?P<verb>[a-z-]+)\b")


def outcome_tail(main: str, opener: Opener, knowledge: Knowledge) -> tuple[str, str, str] | None:
    """What comes before the outcome in the main clause, the outcome verbatim, and the outcome as a sentence."""
    for match in found_outside(_TRAILING, main):
        found = find(match["verb"], knowledge)
        tail = main[match.start("verb") :]
        if found is None or not (LEADS_TO.match(tail) or is_outcome_verb(found.verb.lemma, found.verb.verb_class, tail)):
            continue
        subject = "I" if found.verb.verb_class == "win" or found.verb.lemma in {"rank", "book", "close", "keep"} else "this"
        changed = tail[len(match["verb"]) :]
        return main[: match.start()], tail, f"{subject} {found.past}{with_article(changed, noun_phrase(changed, knowledge))}"
    for match in found_outside(_RELATIVE, main):
        found, tail = find(match["verb"], knowledge), main[match.start("verb") :]
        if found is not None and found.form in {"past", "third"} and NUMBER.search(tail):
            return main[: match.start()], tail, f"it {found.past}{tail[len(match['verb']) :]}"
    if states_change(opener, main):
        return None
    for match in found_outside(_AND_THEN, main):
        found, tail = find(match["verb"], knowledge), main[match.start("verb") :]
        if found is None or not NUMBER.search(tail) or not is_outcome_verb(found.verb.lemma, found.verb.verb_class, tail):
            continue
        if found.form == "past" or (found.form == "base" and opener.form != "past"):
            stated = found.past + tail[len(match["verb"]) :]
            return main[: match.start()], tail, f"I {stated}"
    return None


def later_tail(text: str, knowledge: Knowledge) -> tuple[str, str, str] | None:
    """The same of a later clause that opens with a deed of its own: "rebid two contracts, saving $31K a year"."""
    opener = read_later(text, knowledge)
    if opener is None or opener.form != "past":
        return None
    found = outcome_tail(opener.rest, opener, knowledge)
    return (f"{opener.past}{found[0]}", *found[1:]) if found is not None and found[2].startswith("this ") else None


def states_reached(text: str, knowledge: Knowledge) -> bool:
    """Whether a later clause says what its author reached, by a verb of outcome and a number: "averaged 96% against 90"."""
    opener = read_later(text, knowledge)
    return opener is not None and opener.form == "past" and not opener.passive and states_change(opener, opener.rest)
