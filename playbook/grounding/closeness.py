"""How close the words of a sentence stand to those of its sources: by number, by clause, by bullet.

Nothing here is a fact; what lies too far apart makes a line a draft. The rules that ask stand in
`playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from playbook.grounding.number_words import NUMBER_WORDS
from playbook.grounding.quantities import quantities
from playbook.grounding.quantity import Quantity
from playbook.knowledge.tokens import STOP, Token, stem, tokens

_SPREAD, _CLOSE = 48, 26
"""Characters around a number in which its words stand, and in which they tell it from its rivals."""
_NO_VERBS: Mapping[str, str] = {}
_TABLES = 64
"""Tables of verbs that are known at a time."""
_LEAST = 2
"""Content words that a clause must have before it is judged."""
_SHARE = 0.5
"""Share of a clause's content words that the sources must have."""
_OUTCOME = re.compile(
    r"\s*(?:which|resulting|leading|so|thereby|thus|enabling|helping|earning|making|allowing|giving|improving|boosting|driving|saving|"
    r"freeing|winning)\b",
    re.IGNORECASE,
)
_AND_DEED = re.compile(
    r"\s*and (?:it |this |they |we |I )?(?:\w+ed|cut|won|grew|led|made|kept|gave|brought|fell|rose|stayed|held)\b",
    re.IGNORECASE,
)
"""A deed or an outcome that is joined on: one word of content is enough to judge it by."""
_OF_A_KIND = 0.5
"""What a verb counts of which the sources have another of its class."""
_OUTCOME_SHARE = 0.6
"""The same for a clause that says what came of it: outcomes are what is invented most."""
_SHORT = 3
"""Letters from which a word may be cut short."""
_COUNTED = 3
"""Content words that may name the thing counted."""
_STOPS = re.compile(
    r"[,;:.()]|\d|\b(?:for|to|in|on|at|by|from|with|through|into|over|within|during|across|and|per|each|every)\b"
)
_ACRONYM = re.compile(r"\b[A-Z]{2,}[ -]$")
_RANGE = re.compile(rf"\s?(?:-|–|to|or|and)\s?(?:\d+\+?|{'|'.join(sorted(NUMBER_WORDS))})\b", re.IGNORECASE)
_GROUP = re.compile(r"\b([a-z]+) of $")
"""A crew of 14."""
_OF_THEM = re.compile(
    rf"\s+(?:out )?of (?:(?:our|the|its|their|those|these) )?(?:\d+|{'|'.join(sorted(NUMBER_WORDS))})\b", re.IGNORECASE
)
_PEOPLE = frozenset(stem(word) for word in ("person", "people", "member", "staff", "headcount", "employee", "individual"))
_LISTED = re.compile(r"\b\w+ing\b.*\band (?:\w+ly )?\w+ing\b", re.DOTALL)
_CLAUSE = re.compile(
    r"(?:,|;|:| – | — )\s*|\s+(?=(?:which|resulting|leading|thereby|thus|while|so that|enabling|allowing|driving|improving|"
    r"boosting|making|helping|ensuring|giving|earning|winning|saving|freeing|and|by|through|using|with|for|across|before|after|as|to|at)\s)",
    re.IGNORECASE,
)
_FRAME = frozenset(
    stem(word)
    for word in """
    able also always answer approach area aspect background became become began begin being best brief bring brought build
    built came career case challenge clear close come current day deliver delivered did done draw effort end example
    experience experienced expertise face fact feel field find first focus followed found gave get give given go good
    great ground group hand happen held help high home i impact important include including interview involved job keep
    kept key knew know last later learn learned left level like line little long look made main make mean met might moment
    moved much my near new now number offer once one own part people period personally place play point position previous
    prior proud put ready real recent relevant responsible result resume right role sense serve set several show showed
    side since skill small something spent start started still story strength strong success take taken task team tell
    term thing think time today together told took total turn understand used value want way week well went whole work
    worked working world year years yet during over under most just while where when than myself overall directly
    throughout currently previously posting ask
    favor favour evidence page apart carry read requirement
    beyond describe shown cv state stated closest stand hold paper speak line most here lot many least
    """.split()  # noqa: SIM905  words read as words
)
"""Words that carry a sentence and no fact."""


def nearby(said: str, one: Quantity, source: str, other: Quantity, verbs: Mapping[str, str]) -> bool:
    """Whether some word beside the number in the sentence stands beside it in the source, too."""
    following, there = _thing(said, one, verbs), _thing(source, other, verbs)
    is_share = one.unit in {"percent", "money", "points", "times"}
    is_count = bool(following) and not is_share and one.unit != "span"
    is_same = is_count and bool(_union(following[:2]) & _union(there[:2]))
    may_count_another = is_count and one.unit == "" and other.unit in {"span", "measure"}
    if (
        one.value != other.value
        or _is_in_name(said, one)
        or (is_same and not may_count_another)  # as most counts, before the words around them are looked at
        or not (own := _around(said, one, verbs))
        or not (theirs := _around(source, other, verbs))
    ):
        return True
    stems = _stems(source, verbs)
    if not (is_count or is_share):
        return bool(own & stems) and not _counts_another(said, one, source)
    if is_share:
        near = own & theirs if following else own & stems
        return bool(near) and not _fits_better(said, one, source, other, verbs)
    if may_count_another and not following[0] & stems:
        return False  # "3 shifts" are not 3 weeks
    # A count is of what follows it; "16 new graduates" is not in "16-week orientation of new graduates".
    if there:
        return is_same or (not following[0] & stems and any(not word.startswith("class:") for word in own & theirs))
    elsewhere = (another for another in quantities(source) if another != other)
    rivals = (_union(_thing(source, another, verbs)) for another in elsewhere)
    return bool(own & theirs) and not any(_is_named(following[0], rival) for rival in rivals)


def _counts_another(said: str, one: Quantity, source: str) -> bool:
    """Whether the source has another number of the same group: a crew of 22, where a crew of 14 is said."""
    group = _GROUP.search(said[: one.start])
    if group is None:
        return False
    counts = [each.value for each in quantities(source) if re.search(rf"\b{group[1]} of $", source[: each.start])]
    return bool(counts) and one.value not in counts


def _is_named(words: frozenset[str], rival: frozenset[str]) -> bool:
    """Whether one of the words stands among the others, if only by its first letters: `eng` for engineers."""
    return bool(words & rival) or any(
        len(short) >= _SHORT and word.startswith(short) for word in words for short in rival if ":" not in short
    )


def _fits_better(said: str, one: Quantity, source: str, other: Quantity, verbs: Mapping[str, str]) -> bool:
    """Whether another percentage or sum of the source stands closer to the words of the sentence."""
    if one.part or other.part:
        return False
    close = _around(said, one, verbs, _CLOSE)
    held = len(close & _around(source, other, verbs, _CLOSE))
    rivals = (another for another in quantities(source) if another.unit == one.unit and another.value != one.value)
    return any(len(close & _around(source, another, verbs, _CLOSE)) > held for another in rivals)


def _is_in_name(text: str, one: Quantity) -> bool:
    """Whether a number is part of a name: `ASC 842`."""
    return bool(_ACRONYM.search(text[: one.start]))


def counted(text: str, one: Quantity) -> frozenset[str]:
    """The words of the thing that a number counts: `engineers` in "a team of 8 engineers"."""
    return _union(_thing(text, one, _NO_VERBS))


def unsupported(
    text: str,
    sources: Sequence[str],
    verbs: Mapping[str, str],
    same: Callable[[str], frozenset[str]],
    *,
    share: float = _SHARE,
) -> Iterator[str]:
    """The clauses of a sentence of whose content the sources have less than `share`."""
    plain = frozenset().union(*[_plain_stems_of(source) for source in sources])
    if not any(plain.isdisjoint(words) for words in _content(text, verbs)):
        return  # as of many: all of the content stands in the sources
    known = frozenset().union(*[_stems(source, verbs) for source in sources])
    for clause, content in _clauses(text, verbs):
        unheard = [words for words in content if plain.isdisjoint(words)]
        if not unheard:
            continue
        supported = len(content) - len(unheard) + sum(_OF_A_KIND for words in unheard if words & known)
        joined = _OUTCOME.match(clause)
        if supported / len(content) >= (max(share, _OUTCOME_SHARE) if joined else share):
            continue
        if len(content) < _LEAST and not (joined or _AND_DEED.match(clause)):
            continue
        named = same(clause)
        if not named or not named <= _union([same(source) for source in sources]):
            yield clause.strip()


def parted(text: str, bullets: Sequence[str]) -> bool:
    """Whether the sentence takes numbers or several words from two bullets that the other does not have.

    A list of gerunds, "with leading … and owning …", names two deeds and joins none.
    """
    if _LISTED.search(text):
        return False
    own = [_plain_stems_of(bullet) for bullet in bullets]
    said = {one for words in _content(text, _NO_VERBS) for one in words}
    values = {one.value for one in quantities(text)}
    drawn = 0
    for index, stems in enumerate(own):
        others = set().union(*(other for place, other in enumerate(own) if place != index))
        held = {one.value for one in quantities(bullets[index])}
        elsewhere = {one.value for place, bullet in enumerate(bullets) if place != index for one in quantities(bullet)}
        drawn += len(said & (stems - others)) >= _LEAST or bool(values & (held - elsewhere))
    return drawn > 1


def _clauses(text: str, verbs: Mapping[str, str]) -> list[tuple[str, list[frozenset[str]]]]:
    """The clauses of a sentence with their content; one that has too little to be judged by goes on in the next."""
    carried = _carried(text, verbs)
    parts: list[tuple[str, list[frozenset[str]]]] = []
    begin = 0
    for match in (*_CLAUSE.finditer(text), None):
        end = match.start() if match else len(text)
        piece, content = text[begin:end], [words for token, words in carried if begin <= token.start < end]
        if parts and len(parts[-1][1]) < _LEAST and not _OUTCOME.match(piece):
            before, held = parts[-1]
            parts[-1] = f"{before} {piece}", held + content
        else:
            parts.append((piece, content))
        begin = match.end() if match else end
    return parts


def _around(text: str, one: Quantity, verbs: Mapping[str, str], spread: int = _SPREAD) -> frozenset[str]:
    found: set[str] = set()
    for token, words in _carried(text, verbs):
        if one.start - spread <= token.start < one.start or one.end <= token.start <= one.end + spread:
            found |= words
    return frozenset(found)


def _thing(text: str, one: Quantity, verbs: Mapping[str, str]) -> list[frozenset[str]]:
    """The words of the thing that is counted: up to the next stop or number; of "9 of 11 squads" the squads."""
    found: list[frozenset[str]] = []
    further = _OF_THEM.match(text, one.end) or _RANGE.match(text, one.end)
    begin = further.end() if further else one.end
    for token, words in _carried(text, verbs):
        if token.start < begin:
            continue
        if len(found) >= _COUNTED or _STOPS.search(text[begin : token.start]):
            break
        found.append(words | {"people"} if token.stem in _PEOPLE else words)
    return found


def _union(words: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)


@lru_cache(maxsize=16384)
def _all(text: str) -> tuple[Token, ...]:
    return tuple(
        token
        for token in tokens(text)
        if token.folded not in STOP and not token.folded[0].isdigit() and token.folded not in NUMBER_WORDS
    )


def _carried(text: str, verbs: Mapping[str, str]) -> tuple[tuple[Token, frozenset[str]], ...]:
    """The words of a text that carry something, each with what it may be found by: its stem and its verb's class."""
    return _carried_of(text, _same(verbs))


def _content(text: str, verbs: Mapping[str, str]) -> list[frozenset[str]]:
    return [words for _, words in _carried(text, verbs)]


def _stems(text: str, verbs: Mapping[str, str]) -> frozenset[str]:
    return _stems_of(text, _same(verbs))


class _Same:
    """A table that is equal to itself alone: too large to compare, and there is one."""

    def __init__(self, verbs: Mapping[str, str]) -> None:
        self.verbs = verbs


_tables: dict[int, _Same] = {}


def _same(verbs: Mapping[str, str]) -> _Same:
    """The one that stands for a table, so that caches need not compare."""
    known = _tables.get(id(verbs))
    if known is None:
        if len(_tables) >= _TABLES:
            _tables.clear()
        known = _tables[id(verbs)] = _Same(verbs)  # what is held keeps its id
    return known


@lru_cache(maxsize=16384)
def _carried_of(text: str, same: _Same) -> tuple[tuple[Token, frozenset[str]], ...]:
    return tuple([(token, _found_by(token.folded, same)) for token in _all(text) if token.stem not in _FRAME])


@lru_cache(maxsize=65536)
def _found_by(folded: str, same: _Same) -> frozenset[str]:
    known = same.verbs.get(folded)
    return frozenset({stem(folded), f"class:{known}"} if known else {stem(folded)})


@lru_cache(maxsize=16384)
def _plain_stems_of(text: str) -> frozenset[str]:
    return frozenset([token.stem for token in _all(text)])


@lru_cache(maxsize=16384)
def _stems_of(text: str, same: _Same) -> frozenset[str]:
    return frozenset().union(*[_found_by(token.folded, same) for token in _all(text)])
