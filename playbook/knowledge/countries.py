"""Of which country a posting is, on whose law a question rests, what English is written where: asked of one table of the packs.

The one place that chooses among countries: the words that tell one stand in `datasets/knowledge/countries`, and no code asks
for one of them by its id. Whether a question fits is for `playbook.writing.jurisdiction`, what a word is spelled like for
`playbook.knowledge.spelling`, what the shape of a place is for `playbook.reading.vocabulary`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from playbook.artifacts.brief import Language
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.schema import Country

ELSEWHERE = "elsewhere"
"""What a posting is of that is plainly not of the country whose law is presumed, and of two others as plainly."""
_PLAIN, _NAMED, _CALLED = range(3)
"""How much a sign tells: the country; the country, or that of a client; nothing outside of a place."""
_WORD = re.compile(r"\w+")
_BEHIND_TOWN = re.compile(r"[a-z], $")
_WITHIN_PLACE = re.compile(r"\w,? $")
"""Where a place is sought nothing but a town stands there: "DAYTON OH"; in a sentence it may be "ICU, OR"."""
_TO_WORK_IN = re.compile(
    r"\b(?:(?:right|eligible|entitled|authori[sz]ed) to (?:live and )?work in (?:the )?|(?:work|employment) in the )$"
)
"""What makes the name of a country that of the work."""
_REACH = 50
"""More letters than such words have."""
_RULES = r"(?:rules?|laws?|regulations?|Hours of Service|GAAP|tax|employment|federal)"


class Sign(NamedTuple):
    """Something that speaks for a country, or for each of a few."""

    text: str
    tells: int
    countries: frozenset[str]
    behind_town: bool = False


def countries_of(knowledge: Knowledge) -> Countries:
    """The countries of these packs, in whatever spelling they are."""
    return _countries(knowledge.names)


@lru_cache(maxsize=4)
def _countries(knowledge: Knowledge) -> Countries:
    return Countries(knowledge.countries)


class Countries:
    """The countries of the packs, compiled for looking up."""

    def __init__(self, packs: Mapping[str, Country]) -> None:
        """Compile the table of words, and the few expressions."""
        signs: dict[str, Sign] = {}
        for one in packs.values():
            for tells, words in (
                (_PLAIN, (*one.regions, *one.letters, *one.own, *one.says, *one.forms, *one.money, *one.patterns)),
                (_NAMED, (one.name, *one.names, *one.hints)),
                (_CALLED, one.adjectives),
            ):
                for word in words:
                    other = signs.get(word, Sign(word, tells, frozenset(), word in one.letters))
                    signs[word] = other._replace(tells=min(tells, other.tells), countries=other.countries | {one.id})
        money = {mark for one in packs.values() for mark in one.money}
        patterns = {pattern for one in packs.values() for pattern in one.patterns}
        self._money = re.compile(rf"(?<![A-Za-z])({_any_of(money)})\s?\d")
        self._patterns = [(re.compile(pattern, re.MULTILINE), signs[pattern]) for pattern in sorted(patterns)]
        self._signs = signs
        self._words = _by_first_word(sign for sign in signs.values() if sign.text not in money | patterns)
        self._laws = _by_first_word(Sign(word, _PLAIN, frozenset({one.id})) for one in packs.values() for word in one.law)
        self._rules = {one.id: _rules_of(one) for one in packs.values()}
        laws = _any_of(word for one in packs.values() for word in one.law)
        self._either = re.compile(rf"\b(?:{laws}),? or (?:in )?(?:the )?(?:{laws})\b")
        self._spells = {one.id: one.spells for one in packs.values()}
        self.presumed = frozenset(one.id for one in packs.values() if one.presumed)
        """Whose law is asked about where nothing speaks against it."""
        # The bank is asked about for every posting, and one posting for each question of the bank that rests on a law.
        self._rested = lru_cache(maxsize=4096)(lambda question: _all_of(_found_in(question, self._laws)))
        self._found = lru_cache(maxsize=8)(self._look_up)

    def of(self, text: str, place: str | None) -> str | None:
        """The country of a posting by its place or else its whole text, by what it plainly says.

        `None` where nothing plain is said, or as much for the presumed country as for another one; `ELSEWHERE` where as much
        is said for several others.
        """
        within = self._found(place, is_place=True) if place else Counter[Sign]()
        # Of several places in which the work may be, that of the presumed country counts.
        told = self.presumed.intersection(_all_of(within)) or _most(within, _CALLED) or _most(self._found(text), _PLAIN)
        if len(told) > 1 and not told & self.presumed:
            told = _most(self._found(text), _NAMED, told) or told
        if len(told) == 1:
            return next(iter(told))
        return ELSEWHERE if told and not told & self.presumed else None

    def spoken_of(self, text: str) -> frozenset[str]:
        """The countries that a text speaks of most, plainly or by name."""
        return _most(self._found(text), _NAMED)

    def rested_on(self, question: str) -> frozenset[str]:
        """The countries on whose law a question rests, by its own words."""
        return self._rested(question)

    def rests_on_any(self, question: str) -> bool:
        """Whether the law of one of them is enough for a question: "in Canada or Australia"."""
        return self._either.search(question) is not None

    def asks_for_rules(self, country: str, text: str) -> bool:
        """Whether a text asks by name for the rules of a country: who drives there has to know them, wherever they start."""
        return self._rules[country].search(text) is not None

    def spelling_of(self, country: str | None) -> Language | None:
        """The English of a country; `None` where both are written there, or nobody knows."""
        return self._spells.get(country or "")

    def english_of(self, text: str) -> Language | None:
        """The English of the countries that a text speaks of; `None` where nothing, or as much of both, gives one away."""
        count: Counter[Language] = Counter()
        for sign, times in self._found(text).items():
            spelled = {spells for one in sign.countries if (spells := self._spells[one])}
            if len(spelled) == 1 and sign.tells <= _NAMED:
                count[spelled.pop()] += times
        best = [one for one, times in count.items() if times == max(count.values())]
        return best[0] if len(best) == 1 else None

    def _look_up(self, text: str, *, is_place: bool = False) -> Counter[Sign]:
        found = Counter(_found_in(text, self._words, _WITHIN_PLACE if is_place else _BEHIND_TOWN))
        found.update(self._signs[match[1]] for match in self._money.finditer(text))
        for pattern, sign in self._patterns:
            found[sign] += sum(1 for _ in pattern.finditer(text))
        return +found


def _all_of(signs: Iterable[Sign]) -> frozenset[str]:
    return frozenset[str]().union(*(sign.countries for sign in signs))


def _most(signs: Iterable[Sign], tells: int, among: frozenset[str] | None = None) -> frozenset[str]:
    """The countries that the most signs speak for, of those that tell as much as `tells`; each sign counts once."""
    count = Counter(one for sign in signs if sign.tells <= tells for one in sign.countries if among is None or one in among)
    most = max(count.values(), default=0)
    return frozenset(one for one, times in count.items() if times == most)


def _found_in(
    text: str, table: Mapping[str, tuple[tuple[str, Sign], ...]], town: re.Pattern[str] = _BEHIND_TOWN
) -> Iterator[Sign]:
    """The signs in a text, from left to right; where one stands within another, as Ireland in its north, the longer one."""
    reached = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < reached:
            continue
        for written, sign in table.get(word[0], ()):
            end = start + len(written)
            if text.startswith(written, start) and not (written[-1].isalnum() and _WORD.match(text, end)):
                if sign.behind_town and not town.search(text, max(0, start - 3), start):
                    continue
                is_of_work = sign.tells > _PLAIN and _TO_WORK_IN.search(text, max(0, start - _REACH), start)
                yield sign._replace(tells=_PLAIN) if is_of_work else sign
                reached = end
                break


def _rules_of(country: Country) -> re.Pattern[str]:
    """The rules of a country by their own names, or behind what it is called."""
    called = _any_of((country.name, *country.names, *country.adjectives))
    return re.compile(rf"\b(?:(?:{called})\.? (?:and \w+ )?{_RULES}|{_any_of(country.rules)})\b")


def _by_first_word(signs: Iterable[Sign]) -> dict[str, tuple[tuple[str, Sign], ...]]:
    """Signs by the first word of how they are written, one or several; the longest first."""
    table: dict[str, list[tuple[str, Sign]]] = defaultdict(list)
    for sign in signs:
        for written in (sign.text, f"{sign.text}s"):
            table[_WORD.findall(written)[0]].append((written, sign))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first; for nothing where there is none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"
