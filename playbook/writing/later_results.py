"""What a bullet says at its end came of it: where that begins, and how it is said where it has no verb.

"DNA rate down from 14% to 8.5%", "Zero recordables", ": 11 of the 14 moved up" are results; only "went" and "there were" are
added to say them. How deeds and results make a clause is for `playbook.writing.clauses`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.clause_openers import read_opener
from playbook.writing.noun_phrases import noun_phrase, with_article
from playbook.writing.outcomes import states_outcome
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.clause_openers import Opener

_LATER = re.compile(r"(?P<mark>\s*;\s+|\.\s+(?=[A-Z])|\s+(?:[–—]|--|(?<!\d )-(?! \d))\s+)")
_MOVED = (
    r"(?:went|moved|dropped|fell|rose|grew|climbed|improved|increased|decreased|declined|halved|doubled|tripled)"
    r"(?=\s+(?:up|down|from|to|by|about|around|almost|nearly|over|more|[~<>$€£\d])|\s*$)"
)
_SUBJECT = (
    r"(?:(?!(?:and|or|that|which|who|when|where|so|to|from|with|by|for|as|later|then|now|also|once|is|are|was|were|has|had)\b)"
    r"[\w'’/&%$€£-]+\.?\s+)"
)
_LOWER = re.compile(
    rf"(?:(?<=[\d)%])|(?<=[a-z](?:ed|ly|er|rs|es|ts|ns|ng|ds|ks|ls)))\.\s+(?={_SUBJECT}(?:(?:on|of|in|for)\s+)?{_SUBJECT}{{0,4}}{_MOVED})"
)
"""A full stop before a sentence without a capital; behind an abbreviation none is taken for one."""
_COLON = re.compile(
    rf":\s+(?=\d+\s+(?:out\s+)?of\s|[A-Z]?{_SUBJECT}{{1,4}}(?:{_MOVED}|[~<>#]?[$€£]?\d\S*\s+(?:\([^()]*\)\s+)?(?:to|->|→)\s+[$€£~<>#]?\d))"
)
_COMMA = re.compile(rf",\s+(?={_SUBJECT}{{1,2}}(?:(?:on|of|in|for)\s+{_SUBJECT}{{1,2}})?{_MOVED})")
_FIGURE = r"[~<>#]?[$€£]?\d[\w.,%+/]*(?:\s+(?:days?|hours?|hrs?|mins?|minutes|weeks?|wks?|months?|mos?|years?|yrs?))?"
_UP_OR_DOWN = re.compile(
    r"^(?P<what>[^,;:]*?[^\W\d][^,;:]*?)\s+(?P<way>up|down)\s+(?P<rest>(?:from|to|by|over|about|around|nearly|almost|[~<>$€£\d]).*)$"
)
_FROM_TO = re.compile(
    rf"^(?P<what>[^,;:\d]*?[^\W\d][^,;:\d]*?)\s+(?:from\s+)?(?P<old>{_FIGURE}(?:\s+\([^()]*\))?)\s+(?:to|->|=>|→|➔)\s+(?P<rest>{_FIGURE}.*)$"
)
_NONE = re.compile(r"^(?:zero|no|nil|not (?:a|one) single)\s+(?P<what>[a-z].*)$", re.IGNORECASE)
_LONGEST_SUBJECT = 7
_GOES = frozenset({"grow", "rise", "fall", "drop", "increase", "decrease", "decline", "climb", "shrink", "double", "triple"})
"""Verbs that a thing does by itself: behind "launched the letter", "grew from 0 to 900" is said of the letter."""
_IS_DONE = frozenset({"settle", "resolve", "complete", "approve", "adopt", "implement", "accept"})
"""Verbs that are done to a thing: "settled in 5 months" is said of the dispute."""


PRONOUN = re.compile(r"(?:we|they|he|she|it|my|our|this|there)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"(?:nobody|no one|everyone|everybody|all|some|most|both|each|none|that|those)\b", re.IGNORECASE)


def segments(rest: str) -> list[tuple[str, str]]:
    """The clauses that semicolons, sentence ends, dashes and results part, each with the mark before it."""
    marks = sorted(
        [(one.start(), one.end(), one["mark"]) for one in _LATER.finditer(rest)]
        + [(one.start(), one.end(), "; ") for cut in (_LOWER, _COMMA) for one in cut.finditer(rest) if _is_outside(rest, one)]
        + [(one.start(), one.end(), ": ") for one in _COLON.finditer(rest) if _is_outside(rest, one)]
    )
    first = min((begin for begin, _, sign in marks if sign.strip() != ":"), default=len(rest))
    parts, start, mark = [], 0, ""
    for begin, end, sign in marks:
        if begin >= start and (sign != ": " or begin < first):  # behind another mark a colon belongs to what is told there
            parts.append((mark, rest[start:begin]))
            start, mark = end, sign
    parts.append((mark, rest[start:]))
    return [(sign, part.rstrip(". ")) for sign, part in parts if part.strip() or not sign]


def _is_outside(rest: str, found: re.Match[str]) -> bool:
    """Whether a mark stands outside of brackets and quotes."""
    before = rest[: found.start()]
    return before.count("(") == before.count(")") and before.count('"') % 2 == 0


def spoken_result(text: str, knowledge: Knowledge) -> str:
    """A result without a verb as a sentence: "the DNA rate went down from 14% to 8.5%"; `""` where it is none."""
    if read_opener(text, knowledge) is not None:
        return ""
    said = lowered(text)
    none = _NONE.match(said)
    if none:
        head = noun_phrase(none["what"], knowledge).split()
        return (
            f"there {'were' if head and head[-1].endswith('s') and not head[-1].endswith('ss') else 'was'} {said}"
            if head
            else ""
        )
    for pattern in (_UP_OR_DOWN, _FROM_TO):
        found = pattern.match(said)
        if found is None or len(found["what"].split()) > _LONGEST_SUBJECT or _has_past(found["what"], knowledge):
            continue
        what = with_article(found["what"], noun_phrase(found["what"], knowledge))
        if pattern is _UP_OR_DOWN:
            return f"{what} went {found['way']} {found['rest']}"
        return f"{what} went from {found['old']} to {found['rest']}"
    return ""


def goes_by_itself(opener: Opener) -> str:
    """The subject of a verb without an object that is no deed of the speaker, "it" or "it was"; `""` for any other."""
    rest = opener.rest.lstrip()
    if opener.passive or opener.form != "past":
        return ""
    if opener.lemma in _GOES and re.match(
        r"(?:up |down )?(?:from|to|by|in|over|about|around|nearly|almost|[~<>]?\d[\d.,]*%)(?:\s|$)", rest
    ):
        return "it"
    if opener.lemma in _IS_DONE and re.match(r"(?:in|within|by|on|without|at|to)\s", rest):
        return "it was"
    return ""


def is_result(text: str, knowledge: Knowledge) -> bool:
    """Whether a later clause says what came of it."""
    opener = read_opener(text, knowledge)
    if opener is not None and goes_by_itself(opener):
        return True
    return states_outcome(text, knowledge) or bool(spoken_result(text, knowledge))


def own_subject(text: str, knowledge: Knowledge) -> str:
    """A later clause as a sentence: "I" where it has no subject of its own."""
    opener = read_opener(text, knowledge)
    if opener is not None and (subject := goes_by_itself(opener)):
        return f"{subject} {lowered(text)}"
    if opener is not None:
        return f"I {text[:1].lower()}{text[1:]}"
    if said := spoken_result(text, knowledge):
        return said
    opens = PRONOUN.match(text) or _ANYBODY.match(text) or re.match(r"[A-Z][a-z]+ (?:[a-z]+ )*in [a-z]", text)
    return lowered(text) if opens else text


def lowered(text: str) -> str:
    """A sentence as it goes on behind a semicolon: without its capital, unless its first word is a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or first == "A" else text


_FINITE = frozenset({"is", "are", "was", "were", "has", "had"})


def _has_past(text: str, knowledge: Knowledge) -> bool:
    """Whether a verb in the past is among the words, so that the change is something else's."""
    return any(
        word.casefold() in _FINITE
        or ((found := find(word, knowledge)) is not None and found.form == "past" and found.verb.lemma != word.casefold())
        for word in text.split()
    )
