"""What a bullet says at its end came of it: where that begins, and whose it is.

How a result without a verb is said is for `playbook.writing.spoken_results`, how deeds and results make a clause for
`playbook.writing.clauses`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.changes import MOVED, RANGE, UP_OR_DOWN
from playbook.writing.clause_leads import names_doer
from playbook.writing.clause_openers import read_later, read_opener
from playbook.writing.marks import ends_sentence, found_outside
from playbook.writing.outcomes import OUTCOME_CLASSES, states_outcome
from playbook.writing.spoken_results import lowered, moves, spoken_result
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.clause_openers import Opener

_LATER = re.compile(
    r"(?P<mark>\s*;\s+|\.\s+(?=[A-Z]|[$€£]?\d[\d.,]*%\s|\d+\s(?:out\s)?of\s\d)|(?:(?<=[a-z]{4})|(?<=[)%]))\.\s+(?=[~<>$€£]*\d)"
    r"|\s+(?:[–—]|--|(?<!\d )-(?! \d))\s+)"
)
"""Before a figure a full stop ends a sentence behind a whole word, and not behind what may be short for one: "Gr. 3"."""
_SUBJECT = (
    r"(?:(?!(?:and|or|that|which|who|when|where|so|to|from|with|by|for|as|later|then|now|also|once|is|are|was|were|has|had)\b)"
    r"[\w'’/&%$€£-]+\.?\s+)"
)
_LOWER = re.compile(
    rf"(?:(?<=[\d)%])|(?<=[a-z](?:ed|ly|er|rs|es|ts|ns|ng|ds|ks|ls)))\.\s+(?={_SUBJECT}(?:(?:on|of|in|for)\s+)?{_SUBJECT}{{0,4}}{MOVED})"
)
"""A full stop before a sentence without a capital; behind an abbreviation none is taken for one."""
_COLON = re.compile(
    rf":\s+(?=\d+\s+(?:out\s+)?of\s|[A-Z]?{_SUBJECT}{{1,4}}(?:{MOVED}|{RANGE.pattern})"
    rf"|[$€£]\d\S*\s+[a-z]+ed\b)"
)
_COMMA = re.compile(
    rf",\s+(?={_SUBJECT}{{1,3}}(?:(?:on|of|in|for)\s+{_SUBJECT}{{1,2}})?{MOVED}"
    rf"|{_SUBJECT}{{1,3}}{RANGE.pattern}|{_SUBJECT}{{2,3}}{UP_OR_DOWN.pattern}|[$€£]\d\S*\s+(?:(?:of|in)\s+[\w-]+\s+){{0,1}}(?:recovered|saved|raised|won)\b"
    r"|(?:before|previously)\b[^;]*\d[^;]*\bnow\b[^;]*\d)"
)
_AND = re.compile(rf"\s+(?:&|and)\s+(?=(?!\w+ly\s){_SUBJECT}{MOVED})")
"""A thing that moved by itself behind an "and": "replaced 22 glands & trips went from 3 a week to nil"."""
_HANGS = re.compile(r"\b(?:that|which|who|where|when|while|so|until|as|if|because|to|between)\b[^,;]*$")
_GOES = frozenset({"grow", "rise", "fall", "drop", "increase", "decrease", "decline", "climb", "shrink", "double", "triple"})
"""Verbs that a thing does by itself: behind "launched the letter", "grew from 0 to 900" is said of the letter."""
_OWN_VERB = re.compile(r"(?:[a-z][\w'’-]* ){2,5}?(?P<verb>[a-z]{2,}s) (?=[~<>$€£]?\d|about \d|an? |the )")
"""Behind a subject of several words, a verb in the present and what it acts on."""
_IS_DONE = frozenset({"settle", "resolve", "complete", "approve", "adopt", "implement", "accept"})
"""Verbs that are done to a thing: "settled in 5 months" is said of the dispute."""


_BY_OTHERS = re.compile(
    r"(?P<now>(?:currently|now|now also|still)\s+)?(?P<verb>[a-z]+(?: (?:up|on|over|out))?)(?P<rest>\s+by\s+.*)$", re.IGNORECASE
)
_COUNTED_DOERS = re.compile(
    r"\s+by\s+(?:all|both|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|many)\s+(?:[a-z-]+\s+)?"
    r"(?!(?:days|weeks|months|years|hours|minutes|mins|seconds|points|pts|percent|times|thirds|quarters|degrees|places)\b)[a-z-]+s\b"
)
"""So many who did it, whoever they are: "picked up by two nationals"; "slipped by two days" has no doer."""
_HEDGE = re.compile(
    r"\bone of (?:the|several|many|a few) (?:\w+ )?(?:reasons|causes|factors|drivers|things|changes|measures)\b"
    r"|\bcontribut(?:ed|es|ing|ory)\b|\bpart(?:ly|ially)\b|\bin part\b|\balong(?:side)? (?:with )?other\b"
    r"|\bnot (?:only|all|just) (?:due|because|down|mine|my)\b",
    re.IGNORECASE,
)
"""Words that say that a result has other causes, too."""


PRONOUN = re.compile(r"(?:we|they|he|she|it|my|our|this|there)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"(?:nobody|no one|everyone|everybody|all|some|most|both|each|none|that|those)\b", re.IGNORECASE)


def segments(rest: str, knowledge: Knowledge | None = None) -> list[tuple[str, str]]:
    """The clauses that semicolons, sentence ends, dashes and results part, each with the mark before it.

    With the packs, `rest` stands behind a verb, and what moved by itself behind an "and" is a clause, too.
    """
    marks = sorted(
        [(one.start(), one.end(), one["mark"]) for one in found_outside(_LATER, rest) if _parts(one)]
        + [(one.start(), one.end(), "; ") for cut in (_LOWER, _COMMA) for one in found_outside(cut, rest)]
        + [(one.start(), one.end(), ": ") for one in found_outside(_COLON, rest)]
        + [(one.start(), one.end(), "; ") for one in found_outside(_AND, rest) if _is_apart(rest[: one.start()], knowledge)]
    )
    first = min((begin for begin, _, sign in marks if sign.strip() != ":"), default=len(rest))
    parts, start, mark = [], 0, ""
    for begin, end, sign in marks:
        if begin >= start and (sign != ": " or begin < first):  # behind another mark a colon belongs to what is told there
            parts.append((mark, rest[start:begin]))
            start, mark = end, sign
    parts.append((mark, rest[start:]))
    return [(sign, part.rstrip(". ")) for sign, part in parts if part.strip() or not sign]


def _is_apart(before: str, knowledge: Knowledge | None) -> bool:
    """Whether a deed ends before an "and", and no subject: "hire & events grew" has two."""
    if knowledge is None or _HANGS.search(before):
        return False
    piece = re.split(r"(?:[;.:]|\s[–—-])\s+", before)[-1]
    return piece == before or find(piece.split(" ", 1)[0], knowledge) is not None


def _parts(mark: re.Match[str]) -> bool:
    """Whether a mark parts two clauses: no full stop of an abbreviation does."""
    return mark["mark"].strip() != "." or ends_sentence(mark.string, mark.start())


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
    opener = read_later(text, knowledge)
    if opener is not None and goes_by_itself(opener):
        return True
    return states_outcome(text, knowledge) or bool(spoken_result(text, knowledge))


def own_subject(text: str, knowledge: Knowledge) -> str:
    """A later clause as a sentence: "I" where it has no subject of its own."""
    opener = read_later(text, knowledge)
    if opener is not None and (subject := goes_by_itself(opener)):
        return f"{subject} {lowered(text)}"
    if opener is not None:
        return f"I {text[:1].lower()}{text[1:]}"
    if said := spoken_result(text, knowledge):
        return said
    opens = PRONOUN.match(text) or _ANYBODY.match(text) or re.match(r"[A-Z][a-z]+ (?:[a-z]+ )*in [a-z]", text)
    return lowered(text) if opens else text


def _done_by_others(text: str, knowledge: Knowledge, *, are_many: bool) -> str:
    """What others do with a thing as a sentence: "Now used by 5 teams" is "it is now used by 5 teams"; `""` for any other."""
    said = _BY_OTHERS.match(text)
    found = find(said["verb"].split()[0], knowledge) if said else None
    if said is None or found is None or found.form != "past":
        return ""
    counted = found.verb.verb_class not in OUTCOME_CLASSES | {"grow"} and bool(_COUNTED_DOERS.match(said["rest"]))
    if not (counted or names_doer(said["rest"])):
        return ""
    still = bool(said["now"])
    be = ("are" if still else "were") if are_many else ("is" if still else "was")
    return f"{'they' if are_many else 'it'} {be} {(said['now'] or '').lower()}{said['verb'].lower()}{said['rest']}"


def told_later(text: str, first: Opener, knowledge: Knowledge, *, are_many: bool) -> str:
    """A later clause with its verb in the past; a third person goes on from another, and what others do has a subject."""
    if said := _done_by_others(text, knowledge, are_many=are_many):
        return said
    opener = (read_opener if first.form == "third" else read_later)(text, knowledge)
    if opener is not None and opener.form == "base" and first.form == "past" and has_own_verb(text, knowledge):
        return text
    return text if opener is None else opener.past + opener.rest


def has_own_verb(text: str, knowledge: Knowledge) -> bool:
    """Whether a clause that seems to open with a verb has another one behind its subject: "plot form gets 30 sign-ups"."""
    own = _OWN_VERB.match(text)
    found = find(own["verb"], knowledge) if own else None
    return found is not None and found.form == "third"


def hedge_of(parts: list[str]) -> str:
    """What is said behind a result about how far it came of it: "the ops team credit it as one of the reasons"."""
    return next((part for part in parts if _HEDGE.search(part)), "")


def goes_with(before: str, last: str, knowledge: Knowledge) -> bool:
    """Whether the result before the last one is told with it: both say that something changed, and neither who did it."""
    return bool(spoken_result(last, knowledge)) and bool(spoken_result(before, knowledge) or moves(before, knowledge))


def changes_of(parts: list[str], knowledge: Knowledge) -> list[str]:
    """The last of the parts that say what changed, as far as they stand together."""
    said = [bool(spoken_result(part, knowledge)) or moves(part, knowledge) for part in parts]
    if True not in said:
        return []
    last = len(said) - 1 - said[::-1].index(True)
    first = last
    while first and said[first - 1]:
        first -= 1
    return parts[first : last + 1]
