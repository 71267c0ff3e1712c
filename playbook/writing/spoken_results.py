"""How a result without a verb is said: "DNA rate down from 14% to 8.5%" is "the DNA rate went down from 14% to 8.5%".

Only "went", "was" and "there were" are added, or "there has been" of what lasts. Where a result begins is for
`playbook.writing.later_results`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.changes import FIGURE, IN_YEAR, MOVED, UP_OR_DOWN
from playbook.writing.clause_openers import read_later
from playbook.writing.noun_phrases import is_plural, noun_phrase, with_article
from playbook.writing.outcomes import is_outcome_verb
from playbook.writing.verb_forms import PREPOSITIONS, find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_WHAT = r"[^,;:]*?[^\W\d][^,;:]*?"
_UP_OR_DOWN = re.compile(rf"^(?P<what>{_WHAT})\s+(?={UP_OR_DOWN.pattern})(?P<way>up|down)\s+(?P<rest>.*)$")
_FROM_TO = re.compile(
    rf"^(?P<what>{_WHAT})\s+(?P<from>from\s+)?(?P<old>{FIGURE}(?P<unit>\s+(?!to\b)[a-z]+)??{IN_YEAR}(?:\s+\([^()]*\))?)"
    rf"\s+(?:to|->|=>|→|➔)\s+(?P<rest>{FIGURE}.*)$"
)
_AGAINST = re.compile(rf"^(?P<what>{_WHAT})\s+(?P<rest>{FIGURE}\s+(?:vs\.?|versus|against|compared (?:to|with))\s+.*\d.*)$")
_AT = re.compile(r"^(?P<what>[^\d,;:]+):\s+(?P<rest>\d[\d.,]*%(?:\s*\(.*|\s(?:across|against|at|for|in|on|over|versus)\b.*)?)$")
"""What was measured and its value: "Gross retention: 93% for the year"."""
_GAINED = re.compile(
    r"^(?P<what>(?:[A-Z]{0,2}[$€£]|[Rr]s\.?\s?)\d[\d.,]*[kKmMbBn]*(?:\s(?:million|lakh|crore)s?)?"
    r"(?:\s+(?:of|in|worth of)(?:\s+[\w-]+){1,4}?)?)"
    r"\s+(?P<verb>[a-z]+ed|won)(?P<rest>(?:\s.*)?)$"
)
"""A sum and what became of it: "$86k of stock recovered"."""
_THEN_AND_NOW = re.compile(r"^[^;]*\b(?:was|were|used to be)\b[^;]*\d[^;]*\bnow\b[^;]*\d")
SINCE = re.compile(r"\bsince (?:[A-Za-z]{3,9}\.? )?(?:19|20)\d\d$")
"""Until today: a sentence that ends in this is in the perfect."""
_IT_DOES = re.compile(
    r"(?:saves|frees(?: up)?)\s+(?:us\s+|about\s+|over\s+|nearly\s+|up to\s+|an?\s+)?[~<>$€£]?(?:\d|\w+ (?:hours?|days?)\b)"
    r"|(?:would|could|might) have [a-z]+\s",
    re.IGNORECASE,
)
"""What a thing does or would have done, told without naming it again: "saves 12 hours a month", "would have hit 3,400"."""
_NONE = re.compile(r"^(?:zero|no|nil|not (?:a|one) single)\s+(?P<what>[a-z].*)$", re.IGNORECASE)
_MOVES = re.compile(rf"(?:(?!\b(?:that|which|who|when|while|where|so|after|before|I)\b)[^,;:])*\s{MOVED}")
_LONGEST_SUBJECT = 9
_BY_ITSELF = frozenset(
    {
        *("advance", "climb", "come", "decline", "decrease", "double", "drop", "expand", "fall", "go", "grow", "halve"),
        *("improve", "increase", "jump", "move", "narrow", "progress", "recover", "rise", "shrink", "slip", "slow", "soar"),
        *("triple", "widen"),
    }
)
"""What things do, and is not done to them: behind a thing such a verb is its own."""
_SPANS = re.compile(r"\b(?:ages?|aged|classes|grades?|hours|levels?|nights|open|shifts?|years?)$", re.IGNORECASE)
"""Behind these two figures are where something begins and ends: "Grades 3 to 5", "Night shifts from 10 to 6"."""
_FINITE = frozenset({"is", "are", "was", "were", "has", "had"})
_TELLS_MORE = re.compile(r"\b(?:that|which|who|whose|when|while|where|after|before|if|because)\b|\bI\b|[%$€£]|\d\.\d")
"""What hangs on a subject, or another figure in it."""


def spoken_result(text: str, knowledge: Knowledge) -> str:
    """A result without a verb of its own as a sentence; `""` where it is none."""
    said = lowered(text)
    does = _IT_DOES.match(said)
    if does is not None or read_later(text, knowledge) is not None:
        return f"it {said}" if does else ""
    none = _NONE.match(said)
    if none:
        head = re.split(r"\s+\S*\d", noun_phrase(none["what"], knowledge))[0].split()
        many = bool(head) and head[-1].endswith("s") and not head[-1].endswith("ss")
        lasts = SINCE.search(said) is not None
        verb_of_none = ("have been" if lasts else "were") if many else "has been" if lasts else "was"
        return f"there {verb_of_none} {said}" if head else ""
    gained = _GAINED.match(said)
    verb = find(gained["verb"], knowledge) if gained else None
    if gained and verb is not None and is_outcome_verb(verb.verb.lemma, verb.verb.verb_class, said):
        return f"{gained['what']} was {gained['verb']}{gained['rest']}"
    if _THEN_AND_NOW.match(said):
        return said
    for pattern in (_UP_OR_DOWN, _FROM_TO, _AGAINST, _AT):
        found_change = pattern.match(said)
        if found_change is not None and (sentence := _sentence(pattern, found_change, knowledge)):
            return sentence
    return ""


def moves(text: str, knowledge: Knowledge) -> bool:
    """Whether a clause says with a verb of its own that a figure moved: "online bookings went up 27%"."""
    found = _MOVES.match(text)
    return found is not None and any(c.isdigit() for c in text) and read_later(text, knowledge) is None


def lowered(text: str) -> str:
    """A sentence as it goes on behind a semicolon: without its capital, unless its first word is a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if (first[1:].islower() and "." not in first[:-1]) or first == "A" else text


def _sentence(pattern: re.Pattern[str], found: re.Match[str], knowledge: Knowledge) -> str:
    """The change as a sentence; `""` where the words are no thing and what it changed by."""
    words = re.sub(r"\s*\([^()]*\)", "", found["what"]).split()
    if (
        len(words) > _LONGEST_SUBJECT
        or not words
        or words[-1].casefold() in PREPOSITIONS | {"down", "up"}
        or _TELLS_MORE.search(found["what"])
    ):
        return ""
    if pattern is _FROM_TO and _is_range(found):
        return ""
    behind = found.string[found.end("what") :]
    if (at := _verb_among(words, knowledge)) is not None:
        return "" if pattern in {_AGAINST, _AT} else _with_its_verb(found["what"], words, at, knowledge) + behind
    what = _articled(found["what"], knowledge)
    if pattern in {_AGAINST, _AT}:
        return f"{what} {'were' if _is_many(words) else 'was'}{behind.removeprefix(':')}"
    return (
        f"{what} went {found['way']} {found['rest']}"
        if pattern is _UP_OR_DOWN
        else f"{what} went from {found['old']} to {found['rest']}"
    )


def _with_its_verb(what: str, words: list[str], at: int, knowledge: Knowledge) -> str:
    """A subject with the verb that stands in it: "lead time reduced" was, "the event cut changeover" has an object."""
    said = re.search(rf"(?<!\S){re.escape(words[at])}(?!\S)", what)
    subject, verb = (what[: said.start()], what[said.start() :]) if said else ("", what)
    found = find(words[at], knowledge)
    is_last = at == len(words) - 1 and found is not None and found.verb.lemma not in _BY_ITSELF
    passive = ("were " if _is_many(words[:at]) else "was ") if is_last else ""
    return f"{_articled(subject, knowledge)}{passive}{verb}"


def _articled(subject: str, knowledge: Knowledge) -> str:
    """A subject with the article that resumes leave out, where its thing is read whole."""
    phrase = noun_phrase(subject, knowledge)
    behind = subject.removeprefix(phrase).strip()
    is_whole = not behind or behind.startswith("(") or behind.split()[0].casefold() in PREPOSITIONS
    return with_article(subject, phrase) if phrase and is_whole else subject


def _is_range(found: re.Match[str]) -> bool:
    """Whether two figures are more likely the ends of a range: "Deals from $18K to $45K", "3 to 5 people"."""
    marked = bool(re.search(r"[%$€£]|\d[.:]\d", found["old"] + found["rest"].split()[0]))
    if _SPANS.search(found["what"]) or not (found["from"] or marked) or (found["unit"] and not found["from"]):
        return True
    grows = _value(found["rest"]) > _value(found["old"])
    return grows and _is_many(found["what"].split()) and "%" not in found["old"] + found["rest"] and bool(found["from"])


def _value(text: str) -> float:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?|\.\d+", text)
    return float(digits.group().replace(",", "")) if digits else 0.0


def _is_many(words: list[str]) -> bool:
    return is_plural(" ".join(words))


def _verb_among(words: list[str], knowledge: Knowledge) -> int | None:
    """Where a verb in the past stands among the words, so that something else is said than that a thing changed.

    A form that is bare as well, "forecast", is a verb only where it changes things: "the SMED event cut changeover".
    """
    for at, word in [(len(words) - 1, words[-1]), *enumerate(words)]:  # the verb of the change itself is the last word
        found = find(word, knowledge)
        if word.casefold() in _FINITE:
            return at
        if at == 0 or found is None or found.form != "past":
            continue
        if found.verb.lemma != word.casefold() or found.verb.verb_class == "reduce":
            return at
    return None
