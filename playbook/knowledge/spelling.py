"""The English of a case, and the packs in it: an applicant in Leeds reads of behaviour, one in Ohio of behavior.

Packs are written in American spelling. Here stand the choice of a spelling by what the documents of a case use, and the packs
in another one. What a document says is never spelled anew: it is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, Self, TypeVar

from playbook.artifacts.brief import Language
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.countries import countries_of
from playbook.knowledge.files import LISTS
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.schema import Spelling
from playbook.knowledge.template import CHECKED
from playbook.provenance import Frozen

T = TypeVar("T", bound=Frozen)
_WORD = re.compile(r"(?<![\w{])[A-Za-z]{4,}(?![\w}])")
"""A word of a sentence; a slot is none."""
_TOLD_BY_WORDS: tuple[Language, ...] = ("en-US", "en-GB")
_SPELLED = ("archetypes", "families", "questions", "curveballs", "asks", "bridges", "guidance", "frames", "competencies")
"""Kinds whose entries are sentences of ours. Companies are in their own words, and the others hold names."""
_HEADS = frozenset({"h", "name"})
"""Fields that are read though they may be of one word; an id, or a topic of one word, is no sentence."""
_NO_SENTENCES = frozenset({"cues", "anti", "signals", "titles", "source", "topics"})
"""Fields that documents are searched by, in whatever spelling those have."""


class Told(str):
    """What a posting says, with the country that it was taken for when it was read."""

    __slots__ = ("country",)

    def __new__(cls, text: str, country: str | None) -> Self:
        """The text, and its country."""
        made = super().__new__(cls, text)
        made.country = country
        return made

    country: str | None


def language_of(texts: Iterable[str], knowledge: Knowledge) -> Language:
    """The spelling of the first text that gives one away, by its words or else by the country that it speaks of."""
    american, british = _telling(knowledge.names)
    countries = countries_of(knowledge)
    for text in texts:
        # Words tell America from Britain alone: who writes as neither is told by where they are.
        country = text.country if isinstance(text, Told) else countries.of(text, None)
        if (own := countries.spelling_of(country)) is not None and own not in _TOLD_BY_WORDS:
            return own
        words = [word.casefold() for word in _WORD.findall(text)]
        theirs, ours = sum(word in british for word in words), sum(word in american for word in words)
        if theirs != ours:
            return "en-GB" if theirs > ours else "en-US"
        if (spoken := countries.english_of(text)) is not None:
            return spoken
    return "en-US"


def told(resume: Resume, posting: Posting) -> tuple[str, str]:
    """What the posting says in sentences, and where; then the resume: the interview will speak as the posting does."""
    shown = [one.text for one in resume.highlights]
    shown += [one.location for one in resume.positions if one.location]
    shown += [resume.summary.text if resume.summary else "", resume.location or ""]
    return asked(posting), "\n".join(shown)


def asked(posting: Posting) -> Told:
    """What the posting says in sentences, and where."""
    said = [one.text for one in posting.requirements] + [one.text for one in (*posting.values, *posting.about)]
    return Told("\n".join((posting.job_location or "", *said)), posting.country)


def in_language(knowledge: Knowledge, language: Language) -> Knowledge:
    """The packs, their sentences spelled for the readers of `language`; the same object for the same packs."""
    return knowledge.names if language == "en-US" else _spelled_packs(knowledge.names, language)


@lru_cache(maxsize=4)
def _spelled_packs(knowledge: Knowledge, language: Language) -> Knowledge:
    words = {name: word for name, entry in knowledge.spellings.items() if (word := _in(language, entry)) != name}
    made: dict[str, Any] = {}
    for field in fields(knowledge):
        if field.name in _SPELLED:
            shelf = getattr(knowledge, field.name)
            made[field.name] = tuple(_spelled(one, words) for one in shelf) if field.name in LISTS else _Spelled(shelf, words)
    prints = {kind: f"{value} {language}" if kind in _SPELLED else value for kind, value in knowledge.fingerprints.items()}
    return replace(knowledge, **made, fingerprints=prints, written=knowledge)


def _in(language: Language, entry: Spelling) -> str:
    """How a word is spelled in a language; Canada has the -our and -re of Britain, and the -ize of America."""
    if language == "en-US":
        return entry.id
    if language == "en-GB":
        return entry.british
    is_only_ize = re.sub("s", "z", entry.british) == re.sub("s", "z", entry.id)
    return entry.canadian or (entry.id if is_only_ize else entry.british)


class _Spelled(Mapping[str, T]):
    """Entries of a shelf, each spelled anew when it is first asked for."""

    def __init__(self, shelf: Mapping[str, T], words: Mapping[str, str]) -> None:
        self._shelf = shelf
        self._words = words
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = _spelled(self._shelf[name], self._words)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf)

    def __len__(self) -> int:
        return len(self._shelf)

    def __contains__(self, name: object) -> bool:
        return name in self._shelf


def _spelled(entry: T, words: Mapping[str, str]) -> T:
    """An entry with its sentences in other spelling; itself where no word of them has one."""
    before = entry.model_dump()
    after = _spelled_value(before, words)
    return entry if after == before else type(entry).model_validate(after, context=CHECKED)


def _spelled_value(value: Any, words: Mapping[str, str], key: str = "") -> Any:  # noqa: ANN401  mirrors any shape
    if isinstance(value, str):
        return spelled(value, words) if " " in value or key in _HEADS else value
    if isinstance(value, dict):
        return {name: one if name in _NO_SENTENCES else _spelled_value(one, words, name) for name, one in value.items()}
    return tuple(_spelled_value(one, words) for one in value) if isinstance(value, tuple) else value


def spelled(text: str, words: Mapping[str, str]) -> str:
    """A text with each of `words` replaced, small, with a capital or in capitals as it stands; `CV` always in its own."""

    def other(found: re.Match[str]) -> str:
        word = found[0]
        new = words.get(word.casefold())
        if new is None:
            return word
        if not new.islower():
            return new
        return new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new

    return _WORD.sub(other, text)


@lru_cache(maxsize=4)
def _telling(knowledge: Knowledge) -> tuple[frozenset[str], frozenset[str]]:
    """What only Americans spell so, and what only the British."""
    told = {name: entry.british for name, entry in knowledge.spellings.items() if entry.tells}
    return frozenset(told), frozenset(told.values()) - frozenset(knowledge.spellings)
