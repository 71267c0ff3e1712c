"""The noun phrase that a clause acts on: where it ends, how it reads after "the", and as the words of a title.

A grammar over words, not a parser: it stops early rather than late, because a phrase that is too short is still
true. Verbs are for `playbook.writing.verb_forms`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.articles import belongs_to_post, indefinite
from playbook.writing.noun_words import (
    ARTICLES,
    COUNTED,
    GROUPS,
    LIKE_IN_LY,
    MASS,
    MEASURES,
    NUMBER_WORDS,
    PARTICIPLES,
    SMALL,
    STATES,
    STOPS,
    SUMS,
    THINGS_IN_LY,
    TIMES,
)
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, find, is_certain_after

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

PRONOUNS = frozenset({"it", "them", "him", "her", "us", "me", "myself", "itself", "themselves", "something", "everything"})
"""What stands for a thing that was named before."""
_CLOSING = frozenset(
    {
        *("a", "an", "each", "every", "the", "down", "up", "back", "away", "out", "off", "in-house", "together", "live"),
        *("online", "offshore", "onshore"),
    }
)
"""What never stands inside a noun phrase: an article, or what belongs to the verb, as in "brought complaints down"."""
_PLURAL = re.compile(r"(?<!['’])s$")
_UNITS = frozenset(
    {
        *("year", "month", "week", "day", "hour", "yr", "wk", "min", "minute", "person", "page", "acre", "lot", "bed"),
        *("mm", "cm", "km", "kg", "kw", "kv", "mw", "ft", "inch", "gallon", "ton", "tonne", "piece", "storey", "story", "seat"),
    }
)
"""Singular behind a number, it says how large the thing is that follows."""
_MARKS = frozenset({",", ";", ":", "–", "—", "-", "--", "/"})
_ANDS = frozenset({"and", "or", "&"})
_BEFORE_TO = frozenset({"due", "prior"})
"""What ends no phrase, since it belongs to the "to" behind it; "prior authorizations" are a thing."""
_PAIR = re.compile(r"\s(?:and|&)\s")
_OF = re.compile(r"\s(?:of|for|with|in|at|on|to|from|by|across)\s")
_KINDS = frozenset({"daily", "new", "weekly"})
"""Words that show a verb before them, and that want an article themselves."""
_LONGEST = 9
_WORD = re.compile(r"\([^()]*\)|(?:[^\s,;:()]|(?<=\d)[,:](?=\d))+|[,;:]")
_MEASURED = re.compile(r"\d[\d,.]*-[a-z]{2,}")
"""How large a thing is, and no count of things: a 13-week forecast, a 12-bed unit."""
_NUMBER = re.compile(r"(?!\d+(?:st|nd|rd|th)\b)[~<>]?[$€£]?\d(?:[\w.,+%/$€£–\"″-]|:(?=\d\d))*$")
_JOINT = re.compile(r"\s+(?:of|and|on|in|for|at|to|by|with|from|per)\s+")
_NEARLY = frozenset({"about", "almost", "approximately", "around", "nearly", "over", "roughly", "some"})
_AMOUNT = re.compile(r"[~<>]?(?:[$€£]\d[\w.,+]*|\d[\d.,]*%\+?)$")


def noun_phrase(text: str, knowledge: Knowledge, *, resultative: bool = False) -> str:
    """The noun phrase that `text` opens with, verbatim, its determiner and number included; `""` where there is none.

    `resultative` says that the verb before it takes an adjective after its object: "kept records clean".
    """
    words = _WORD.findall(text)
    if len(words) > 1 and words[0].casefold() in _NEARLY and _AMOUNT.match(words[1]):
        words = words[1:]
    if len(words) > 1 and _AMOUNT.match(words[0]):
        if words[1].casefold() in {"in", "of"}:
            words = words[2:]
        elif words[0].endswith("%"):
            words = words[1:]
    taken: list[str] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        joined = word.casefold() in _ANDS and _joins_clause(words[index + 1 :], knowledge)
        if joined or len(taken) == _LONGEST or _ends(word, following, taken, knowledge, resultative=resultative):
            break
        taken.append(word)
    while taken and (
        not re.search(r"\w", taken[-1])
        or taken[-1].casefold() in SMALL | _ANDS | _BEFORE_TO
        or taken[-1].startswith("(")
        or (taken[-1].endswith("ly") and taken[-1].casefold() not in THINGS_IN_LY)
    ):
        taken.pop()
    return " ".join(taken) if _has_head(taken) else ""


def definite(phrase: str) -> str:
    """The phrase as it reads after a preposition: "the territory", "the unit's workgroup", "Elasticsearch"."""
    words = phrase.split()
    if "own" in words[:2]:  # "the own caseload" is said by nobody
        words = [word for at, word in enumerate(words) if at > 1 or (word != "own" and word.casefold() not in ARTICLES)]
        phrase = " ".join(words)
    if not words:
        return ""
    first = words[0].casefold()
    if first in ARTICLES:
        return " ".join(["the", *words[1:]])
    if first in PRONOUNS:
        return ""
    if first in {"over", "about", "around", "some"} and words[1:]:
        return f"the {' '.join(words[1:])}"
    head = re.split(r"\s+of\s+", phrase)[0].split()[-1]
    if first in {"all", "every", "each", "both"} or head[:1].isupper() or head.isdigit():
        return phrase
    return f"the {phrase}"


def bare(phrase: str) -> list[str]:
    """The phrase without determiner, numbers and parentheses, as the words of a title."""
    plain = re.sub(r"\([^()]*\)", " ", phrase)
    head, of, tail = plain.partition(" of ")
    if of and head.split() and head.split()[-1].casefold() in TIMES | MEASURES | SUMS:
        plain = tail
    elif of and _NUMBER.match(tail.split()[0]) and head.split()[-1].casefold() not in GROUPS:
        plain = head
    said = plain.split()
    words = ["and" if word == "&" else word for at, word in enumerate(said) if not _is_count(said, at)]
    while words and (words[0].casefold() in ARTICLES or words[0].casefold() in NUMBER_WORDS):
        words = words[1:]
    words = words[words[:1] == ["own"] :]
    return [word for word in words if word.casefold() not in NUMBER_WORDS - {"to", "about", "up", "over"}]


def _is_count(words: list[str], at: int) -> bool:
    """Whether a word is a number, or the unit that a number makes an adjective of: "two year pay deal".

    A number behind capitals is part of a name: "ASC 842", "BS 7671".
    """
    word, before = words[at], words[at - 1] if at else ""
    if _NUMBER.match(word):
        return not _is_of_name(word, before)
    counted = bool(before) and (bool(_NUMBER.match(before)) or before.casefold() in NUMBER_WORDS)
    return counted and word.casefold() in _UNITS and at + 1 < len(words)


def _is_of_name(number: str, before: str) -> bool:
    return number.isdigit() and len(number) > 1 and bool(re.fullmatch(r"[A-Z]{2,5}", before))


def with_article(text: str, phrase: str, article: str = "the") -> str:
    """`text` with an article before `phrase`, where a person speaking would put one: "migrated the monolith"."""
    first = phrase.split(" ", 1)[0].casefold()
    if first in PRONOUNS:
        return text
    if belongs_to_post(phrase):
        return re.sub(rf"(?<!\S){re.escape(phrase)}", f"the {phrase}", text, count=1)
    measured = _MEASURED.fullmatch(first)
    if (
        not is_countable_singular(phrase.partition(" ")[2] if measured else phrase)
        or first in ARTICLES | _NEARLY
        or "'s " in phrase
        or "’s " in phrase
        or (first[:1].isdigit() and not measured)
    ):
        return text
    if first == "own":
        return re.sub(rf"(?<!\S){re.escape(phrase)}", f"my {phrase}", text, count=1)
    before = re.split(rf"(?<!\S){re.escape(phrase)}", text)[0].split()
    is_counted = bool(before) and any(map(_NUMBER.match, before[-1:] if before[-1] != "of" else before[-2:-1]))
    if is_counted or (article == "a" and _PAIR.search(phrase)):
        return text  # "98% on-time delivery", "$3.2M of excess", "code review and a build server"
    fitted = indefinite(phrase) if article == "a" else article
    return re.sub(rf"(?<!\S){re.escape(phrase)}", f"{fitted} {phrase}", text, count=1)


def is_countable_singular(phrase: str) -> bool:
    """Whether the phrase's head reads badly without an article: "monolith", but not "food cost" or "services"."""
    words = phrase.split()
    pair = _PAIR.split(_OF.split(phrase, maxsplit=1)[0])
    if len(pair) > 1:  # "the leadership offsite and customer summit"
        return all(is_countable_singular(one) for one in pair)
    if not words or words[0].casefold() in DETERMINERS - ARTICLES - _KINDS or any(_NUMBER.match(word) for word in words[:1]):
        return False
    plain = re.sub(r"\([^()]*\)", " ", phrase).strip()
    head = (_JOINT.split(plain)[0].split() or words)[-1]
    folded = head.casefold()
    if folded in COUNTED:
        return True
    if (
        head[:1].isupper()
        or head.isdigit()
        or folded in MASS
        or (folded.endswith("ly") and folded not in THINGS_IN_LY)
        or folded.endswith(("ing", "ness", "ship", "tion", "ment", "ics", "ity"))
    ):
        return False
    return not re.search(r"(?:[^su]s|people|children|staff|data)$", folded)


def is_plural(phrase: str) -> bool:
    """Whether the phrase names several: "nine people", "the teams"."""
    words = _JOINT.split(re.sub(r"\([^()]*\)", " ", phrase).strip())[0].split()
    return bool(words) and bool(re.search(r"(?:[^su]s|people|children|staff)$", words[-1].casefold()))


def _ends(  # noqa: PLR0911  a table of cases, each with its answer
    word: str, following: str, taken: list[str], knowledge: Knowledge, *, resultative: bool
) -> bool:
    """Whether the phrase ends before `word`."""
    folded = word.casefold()
    if (
        word in _MARKS
        or folded in STOPS
        or (folded == "day" and following == "to")
        or (folded in {"x", "×"} and following[:1].isdigit())
    ):
        return True
    if word.startswith("("):
        return not following or following in {",", ";", ":"} or following.casefold() in PREPOSITIONS
    nouns = [one for one in taken if one.casefold() not in ARTICLES | _NEARLY and not _NUMBER.match(one)]
    if folded == "of":  # "groups of up to 10" are groups
        return not nouns or "of" in taken or following.casefold() == "up"
    if folded in _ANDS:
        return not nouns
    if folded in PREPOSITIONS or (
        folded in {"post", "pre"} and nouns and _PLURAL.search(taken[-1])
    ):  # "requests post sign-off"
        return not (folded in {"over", "about", "around"} and not taken)
    if not nouns:
        return False
    if taken[-1].casefold() in _ANDS | {"of"} or _is_of_name(word, taken[-1]):
        return False
    if folded in _CLOSING or _NUMBER.match(word) or (folded.endswith("ly") and folded not in THINGS_IN_LY | LIKE_IN_LY):
        return True
    if resultative and folded in STATES:
        return True
    is_named = word[:1].isupper() and taken[-1][:1].isupper()  # "White Rose", "Times Tables Rock Stars"
    return not is_named and _is_participle(folded, following, knowledge)


def _is_participle(folded: str, following: str, knowledge: Knowledge) -> bool:
    """Whether a word after a noun begins a participle clause: "services handling 500K", not "search indexing service"."""
    if folded in PARTICIPLES:
        return True
    found = find(folded, knowledge)
    if found is None:
        return False
    after = following.casefold()
    opens = after in DETERMINERS or after in PREPOSITIONS or bool(_NUMBER.match(after)) or after.endswith("ly")
    if found.form == "gerund":
        return opens and after not in PREPOSITIONS
    return found.form == "past" and found.verb.lemma != folded and (opens or not following or following in {",", ";"})


def _joins_clause(words: list[str], knowledge: Knowledge) -> bool:
    """Whether "and" is followed by another verb instead of another noun."""
    if not words:
        return True
    found = find(words[0], knowledge)
    if found is None:
        return False
    if found.form in {"base", "third"}:
        return len(words) > 1 and words[1].casefold() != "that" and is_certain_after(words[1])
    return found.verb.lemma != words[0].casefold()


def _has_head(words: list[str]) -> bool:
    """Whether something is named: "9 months" behind a verb says how long, and not what."""
    if any(_NUMBER.match(word) for word in words) and words[-1].casefold() in TIMES:
        return False
    return any(
        word.casefold() not in ARTICLES | NUMBER_WORDS and not _NUMBER.match(word) and re.search(r"[^\W\d]{2}", word)
        for word in words
    )


def headline(words: list[str]) -> str:
    """`words` in title case; words that carry capitals of their own keep them, small words stay small inside."""
    last = len(words) - 1
    return " ".join(
        word if word != word.lower() or (word in SMALL and 0 < index < last) else _capitalised(word)
        for index, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    """`word` with a capital, and the later parts of a hyphened word too, unless they are small words."""
    first, *others = word.split("-")
    quote = len(first) - len(first.lstrip("\"“'‘"))
    first = first[:quote] + first[quote : quote + 1].upper() + first[quote + 1 :]
    return "-".join([first, *(p if p in SMALL else p[:1].upper() + p[1:] for p in others)])
