"""A clause as a title, and what it acts on as a phrase: gerund and object, and no claim that the bullet lacks."""

from __future__ import annotations

import calendar
import re
from itertools import dropwhile
from typing import TYPE_CHECKING

from playbook.writing.articles import indefinite
from playbook.writing.noun_phrases import PRONOUNS, bare, definite, headline, is_countable_singular
from playbook.writing.noun_words import ARTICLES, GROUPS, SMALL, SUMS

if TYPE_CHECKING:
    from playbook.writing.clause_openers import Opener

TITLE_WORDS = 6
_MONTH = "|".join(name[:3] for name in calendar.month_name[1:])
_HANGING = re.compile(rf"(?:(?:{_MONTH})[a-z]*\.?(?:[-–/](?:{_MONTH})[a-z]*\.?)?|[Nn]os?\.?|[Nn]r\.?|[x×+&/]|#\d*)$")
"""What a title does not end with."""
_UNITS = SUMS | {"fte", "ftes", "hc", "rs.", "rs", "inr", "usd", "eur", "gbp", "cad", "aud", "mm", "mn", "bn"}
"""What is left of a sum when its number is gone."""
_PAIR = 2
_SPAN = re.compile(r"\bfrom\s+\S*\d\S*.*\bto\s+\S*\d")
_WAY = re.compile(r"\b(?:down|up)\b(?=\s+(?:from|to)\b)")
_MONTHS = frozenset(calendar.month_name[1:])
_ABOUT = frozenset({"over", "about", "around", "nearly", "roughly", "almost", "up", "to"})
_PUTS = frozenset({"bring", "get", "put"})
"""Verbs that say nothing without where something was put: "Bringing TRIR" waits for "down"."""
_WHERE = re.compile(
    r"\s+(down|up|back|together|online|live|in-house)(?=\s+(?:from|to|by|and|in|on|for|with|within|under|over)\b|[.,;]|$)"
)
_WHERE_TO = frozenset({"at", "for", "from", "in", "into", "through", "to", "under"})
"""Prepositions before a place, a measure or somebody: "filed to web", "drove for a co-op"."""
_MODIFIERS = re.compile(r"\s*(?:,\s*[\w.+#/-]+)*,?\s+(?:and|&)\s+[\w-]+\s+[a-z]+s\b")
_TO_DO = re.compile(
    r"\s+to\s+(?P<verb>[a-z-]+)\s+(?P<what>(?:(?:an?|the)\s+)?[a-z-]+(?:\s+[a-z-]+)?)(?=\s+(?:from|by|to|in)\b)"
)
"""What a time was needed for: "time to answer a letter from 7 hours"."""
_OF_MONTH = re.compile(rf"\s+(?:of|in|from)\s+(?:{_MONTH})[a-z]*\.?$")
"""A month that waits for its year: "the live blog of Feb"."""
_MOVES_TO = frozenset({"convert", "migrate", "move", "switch", "transfer", "transition"})
_BEGINS = frozenset({"begin", "continue", "keep", "start", "stop"})
_CUT_SHORT = re.compile(
    r"(?:\.|['’]s|['’]|^(?:worst|most|best|least|such|set|us|hung|not|own|same|other|next|first|incl|prior|due|ahead))$",
    re.IGNORECASE,
)
"""A last word that waits for another."""


_RATE = re.compile(r"[a-z]+/(?:day|d|week|wk|month|mo|mth|yr|year|hr|hour|shift|qtr)s?$", re.IGNORECASE)
"""What is left of a rate without its number: "pts/day"."""
_SHARE_OF = re.compile(r"\s*(?:that\s+)?[~<>]?\d[\d.,]*\s?% of\b")
_FINDS = frozenset({"discover", "find", "identify", "learn", "notice", "prove", "see", "show"})
"""Verbs behind which a share opens what was found and is no thing: "found 27% of calls were about bins"."""
_ABBREVIATED = re.compile(r"[A-Z][A-Z\d&/-]+$")
_NUMBERED = frozenset({"class", "edition", "grade", "issue", "level", "part", "phase", "stage", "tier", "type", "version"})
"""What is named by a number and waits for the thing behind it: "Issue 6 certification"."""
_GOES_ON = re.compile(r"\s*v?\d")


def object_of(opener: Opener, phrase: str) -> str:
    """What the clause acts on, as it reads after a preposition."""
    if not phrase or opener.passive or opener.lemma in {"sit", "be"}:
        return ""  # "second chair" is nothing that was worked on
    if (
        phrase.rsplit(maxsplit=1)[-1].casefold() in _UNITS
        or not whole_title(phrase)
        or _is_left_of_more(opener, phrase, phrase.split())
    ):
        return ""
    if opener.preposition in _WHERE_TO or re.match(r"1\s", phrase) or _lists_modifiers(opener, phrase):
        return ""
    if opener.preposition == "with" and " " not in phrase:
        return phrase  # a department: "worked with finance"
    if opener.preposition == "as" or (phrase.endswith("time") and _time_to(opener, phrase)):
        return ""  # a post is held, and of "the time to answer a letter" the half says nothing
    return definite(_OF_MONTH.sub("", phrase))


def title_of(opener: Opener, phrase: str) -> str:
    """Gerund and object; `""` where that is under two words or says less than a title should."""
    words = without_date([word for word in bare(phrase) if word.casefold() not in _UNITS])
    while words and words[0].casefold() in _ABOUT:
        words = words[1:]
    if (words and _CUT_SHORT.search(words[-1])) or _lists_modifiers(opener, phrase) or opener.lemma == "tell":
        return ""
    if PRONOUNS.intersection(word.casefold() for word in words) or _is_left_of_more(opener, phrase, words):
        return ""
    where = _where_put(opener, phrase)
    if not where and (said := _thing_put(opener, words, phrase)) is not None:
        return said
    if not words or not opener.title_verb or (opener.passive and len(words) < len(phrase.split()) - 1):
        return ""
    lead = [*opener.title_verb.split(), *opener.between.split()]
    if opener.lemma in _BEGINS and len(words) > 1 and words[0].endswith("ing") and words[0] != "building":
        lead, words, phrase = [words[0]], words[1:], " ".join(words[1:]) + "s"  # "started logging gate in/out"
    room = TITLE_WORDS - len(lead)
    if (
        len(words) > room
        and " & " in phrase
        and words.count("and") == 1
        and words.index("and") > 1
        and "of" not in words
        and not words[words.index("and") - 1].endswith("s")
    ):
        words = words[words.index("and") - 1 :]  # "travel & expense policy": what stands on both sides belongs to one thing
    words = _fitted(words, room)
    if opener.lemma in _MOVES_TO and len(words) <= _PAIR and (to := _moved_to(opener, room - len(words))):
        words = [*words, *to]
    first = phrase.split(maxsplit=1)[0].casefold()
    if not opener.passive and opener.preposition != "as" and len(words) < room:
        words = _with_its_article(words, first, phrase, opener)
    return whole_title(headline([*lead, *words, *where] if len(words) < room else [*lead, *words]))


def _time_to(opener: Opener, phrase: str) -> list[str]:
    """What a time was needed for, as the end of a title: "to answer a letter"."""
    found = _TO_DO.match(opener.rest.partition(phrase)[2])
    return ["to", found["verb"], *found["what"].split()] if found else []


def _is_left_of_more(opener: Opener, phrase: str, words: list[str]) -> bool:
    """Whether the words are what numbers have left of something else: "X Band" of "2 x Band 6", "WCAG" of "WCAG 2.1 audit"."""
    if opener.preposition == "by":  # "adopted by four teams" was done by others
        return True
    if any(word in {"x", "×"} or _RATE.fullmatch(word) for word in words):
        return True
    if opener.lemma in _FINDS and _SHARE_OF.match(opener.rest):
        return True
    is_short = (len(words) == 1 and bool(_ABBREVIATED.match(words[0]))) or (words and words[-1].casefold() in _NUMBERED)
    return bool(is_short) and bool(_GOES_ON.match(opener.rest.partition(phrase)[2]))


def whole_title(title: str) -> str:
    """The title; `""` where it ends inside quotation marks or brackets."""
    plain = title.replace("“", '"').replace("”", '"')
    opens = len(re.findall(r"(?<!\w)['‘](?=\w)", plain))
    closes = len(re.findall(r"(?<=\w)['’](?!\w)", plain))
    cut = plain.count('"') % 2 or plain.count("(") != plain.count(")") or opens > closes
    return "" if cut else title


def _where_put(opener: Opener, phrase: str) -> list[str]:
    """Where something was brought, as it belongs to the verb: "down" of "brought TRIR down from 4.8"."""
    if not phrase or opener.between or opener.lemma not in _PUTS | {"drive", "take", "turn"}:
        return []
    found = _WHERE.match(opener.rest.partition(phrase)[2])
    return [found[1]] if found else []


def _thing_put(opener: Opener, words: list[str], phrase: str) -> str | None:
    """The title of a deed whose verb says nothing of what became of the thing, and of a time that something took."""
    if opener.between:
        return None
    if words[-1:] == ["time"] and (said := _time_to(opener, phrase)) and len(said) < TITLE_WORDS:
        return headline([opener.title_verb, "time", *said])
    if opener.lemma == "take" and _SPAN.search(opener.rest):  # "EBITDA" alone is no title
        way = _WAY.search(opener.rest)
        moved = {"down": "lowering", "up": "raising"}[way[0]] if way else "moving"
        is_told = way is not None and len(words) < TITLE_WORDS
        return headline([moved, *words] if len(words) == 1 or is_told else words) if words else ""
    if opener.lemma in _PUTS:
        return headline(words) if len(words) > 1 else ""
    return None


def _fitted(words: list[str], room: int) -> list[str]:
    """At most so many of the words, not cut before a word that they wait for."""
    if "of" in words[1:] and len(words) > room:
        words = words[: words.index("of")]
    if {"and", "&"} & set(words[1:]) and len(words) >= room:
        words = _before_and(words, room)
    kept = words[-room:]
    if len(words) > room and any(map(_joins, (words[-room - 1], *kept[:2]))):  # half of "BC & Yukon" is no name
        kept = kept[next((at + 2 for at, word in enumerate(kept[:2]) if _joins(word)), 1) :]
    words = list(dropwhile(_joins, kept))
    if "of" in words[1:] and words[-1] in _MONTHS:  # "of the October" waits for its year
        words = words[: words.index("of")]
    while words and (_joins(words[-1]) or words[-1].casefold() in SMALL):
        words.pop()
    return words


def _moved_to(opener: Opener, room: int) -> list[str]:
    """Where something was moved: "onto Xero" of "18 clients from spreadsheets onto Xero"; nothing where it is long."""
    found = re.search(r"\b(to|onto|into)\s+([A-Z][\w.-]*(?:\s(?:[A-Z][\w.-]*|\d+))*)", opener.rest)
    words = found[2].split() if found else []
    return [found[1], *words] if found and 0 < len(words) < room else []


def _lists_modifiers(opener: Opener, phrase: str) -> bool:
    """Whether the phrase is only the first of several words before a thing: "Java, .NET and testing profiles"."""
    if len(phrase.split()) != 1:
        return False
    behind = opener.rest.partition(phrase)[2]
    return behind.startswith(",") and bool(_MODIFIERS.match(behind))


def without_date(words: list[str]) -> list[str]:
    """The words without a month, a number sign or a mark at their end: "Station No.", "Triage x", "Manager Jan-Apr"."""
    while len(words) > 1 and _HANGING.match(words[-1]):
        words = words[:-1]
    for at, word in enumerate(words):
        if at and _HANGING.match(word) and word.casefold().startswith("no"):
            return words[:at]
    return words


def _with_its_article(words: list[str], first: str, phrase: str, opener: Opener) -> list[str]:
    if first in {"a", "an", "the"}:
        return [_article(first, words[0]), *words]
    is_department = opener.preposition == "with" and " " not in phrase
    return ["the", *words] if is_countable_singular(phrase) and not is_department else words


def _joins(word: str) -> bool:
    return word.casefold() in {"&", "and", "or"}


def _before_and(words: list[str], room: int) -> list[str]:
    """The words before "and", where they say enough: "a brigade of cooks", but not "Java REST" of two services."""
    joint = min(words.index(sign) for sign in ("and", "&") if sign in words)
    if words[joint + 1 : joint + 2] and words[joint + 1].casefold() in ARTICLES:  # "the meeting and an offsite" are two
        return words[:joint]
    if "of" in words[1:joint] and words[words.index("of") - 1].casefold() not in GROUPS:
        return words[: words.index("of")]
    is_too_long = len(words) > room and joint >= _PAIR  # half of the second thing would stand for both
    return words[:joint] if words[joint - 1].endswith("s") or is_too_long else words


def _article(first: str, following: str) -> str:
    """The article of the bullet, fitted to the word that follows it now that numbers are gone."""
    if first == "the":
        return "the"
    return indefinite(following)
