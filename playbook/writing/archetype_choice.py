"""Which kind of accomplishment a bullet is: cues of the packs, the class of its verb, and a margin.

A wrong kind asks absurd questions, so that by rule the neutral kind is taken where no other is clearly ahead. What experience
makes of the same signs is for `playbook.writing.archetype_learned`; what a story of the kind says is in the packs; which
bullets become stories is for `playbook.writing.story_choice`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

from playbook.artifacts.archetypes import NEUTRAL, Archetypes, Signs
from playbook.knowledge.tokens import is_content, tokens
from playbook.writing.clauses import read_clause

if TYPE_CHECKING:
    from playbook.artifacts.resume import Highlight, Resume
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import Archetype
    from playbook.writing.clauses import Clause

MARGIN = 0.6
"""By how much a kind must be ahead of the next one."""

_LEAST = 2.3
"""What a kind must reach at all: more than the class of its verb and one stray word give."""
_VERB_CLASS = 1.0
_MORE_CUES = 0.35
"""What each further cue of a group adds, as a share of its weight."""
_ANTI = 2.0
_MOST_EXTRA = 3
_FEW = 6
"""Kinds that are kept beside a bullet: for more than that nothing speaks but the class of its verb."""
_LONGEST = 5
"""Words of the longest cue."""
_PLAIN = 2.0
"""What a main clause must reach to have a kind of its own."""
_TRAILING = 0.4
"""What is counted of a cue that stands after a main clause with a kind of its own: "cut accidents; insurance cost down"."""
_MAIN = re.compile(r";\s")
_SHIFTED = re.compile(
    r"\b(?:mov(?:ed?|es|ing)|push(?:ed)?|took|taken?)\s+(?=(?:[\w&'%/-]+\s+){0,5}?from\s+\S*\d\S*\s+(?:\S+\s+){0,2}?to\s+\S*\d)",
    re.IGNORECASE,
)
"""The verb of a figure that went from one value to another: "moved from 41st to 4th" is no removal."""
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NAMED = re.compile(
    r"(?P<prize>\b(?i:won|received?|awarded|earned|named|voted|nominated for)\s(?:the\s|an?\s)?)?"
    r"(?:[\"“]|(?<!\w)['‘])[A-Z][^\"“”]{1,60}?[\"”'’](?!\w)"
)
"""A name in quotation marks: "Find Care" is no care. That of a prize says what was won."""
_WORD = re.compile(r"[^\W_]+(?:[-'/][^\W_]+)*|[$€£%]")
_STEMMER = snowballstemmer.stemmer("english")
_DOERS = {"manager": "manager", "managers": "manager"}
"""Who does it is not the deed, though the stem is one: to work with managers is not to have managed."""


Decide = Callable[[Sequence[Signs]], Sequence[str]]
"""The kinds of a resume's bullets, one each."""
Run = tuple[str, ...]
"""Stems of neighbouring words."""


@dataclass(frozen=True)
class _Phrases:
    """Phrases that say one thing, as stems."""

    weight: float
    runs: frozenset[Run]


@dataclass(frozen=True)
class _Kind:
    archetype: Archetype
    cues: tuple[_Phrases, ...]
    """The heaviest first."""
    anti: _Phrases


def by_rule(bullets: Sequence[Signs]) -> tuple[str, ...]:
    """The kinds that the rules give."""
    return tuple(bullet.rule for bullet in bullets)


def choose_archetypes(resume: Resume, knowledge: Knowledge, decide: Decide = by_rule) -> Archetypes:
    """The kind of every bullet. `decide` chooses among those of the packs; where it names none, it is the kind by rule."""
    signs = [signs_of(highlight, knowledge) for highlight in resume.highlights]
    kinds = {
        highlight.id: kind if kind in knowledge.archetypes else sign.rule
        for highlight, sign, kind in zip(resume.highlights, signs, decide(signs), strict=True)
    }
    return Archetypes(kinds=kinds)


def signs_of(highlight: Highlight, knowledge: Knowledge) -> Signs:
    """What the kind of a bullet is chosen by."""
    clause = read_clause(highlight, knowledge)
    ranked = _ranked(highlight.text, clause, knowledge)
    return Signs(
        text=highlight.text,
        rule=_clearly_ahead(ranked),
        verb_class=clause.verb_class,
        cues={kind: round(score, 2) for score, kind in ranked[:_FEW] if score > 0},
        stems=tuple(sorted({token.stem for token in tokens(highlight.text) if is_content(token)})),
    )


def choose_archetype(text: str, clause: Clause, knowledge: Knowledge) -> Archetype:
    """The kind that the bullet `text` is by rule, or the neutral one."""
    return knowledge.archetypes[_clearly_ahead(_ranked(text, clause, knowledge))]


def _ranked(text: str, clause: Clause, knowledge: Knowledge) -> list[tuple[float, str]]:
    """Every kind with what speaks for it, the most first."""
    # What stands in brackets is how or with what: "down to 380ms (moved look-ups into Redis)" is no removal.
    said = _SHIFTED.sub(" ", _NAMED.sub(lambda name: name[0] if name["prize"] else " ", _IN_BRACKETS.sub(" ", text)))
    first = _MAIN.split(said, maxsplit=1)[0]
    whole = _scores(said, clause, knowledge)
    main = _scores(first, clause, knowledge) if first != said else whole
    if max(main.values()) >= _PLAIN and _clearly_ahead(_in_order(main)) != NEUTRAL:
        whole = {kind: main[kind] + _TRAILING * (score - main[kind]) for kind, score in whole.items()}
    return _in_order(whole)


def _scores(text: str, clause: Clause, knowledge: Knowledge) -> dict[str, float]:
    runs = _runs(text)
    return {kind.archetype.id: _score(runs, clause, kind) for kind in _kinds(knowledge)}


def _in_order(scores: Mapping[str, float]) -> list[tuple[float, str]]:
    return sorted(((score, kind) for kind, score in scores.items()), key=lambda pair: (-pair[0], pair[1]))


def _clearly_ahead(ranked: Sequence[tuple[float, str]]) -> str:
    (best, chosen), (second, _) = ranked[0], ranked[1]
    return NEUTRAL if best - second < MARGIN or best < _LEAST else chosen


def _score(runs: frozenset[Run], clause: Clause, kind: _Kind) -> float:
    """What speaks for a kind. A word counts once, where it weighs most: in two groups, or as singular and plural, it is one."""
    total = 0.0
    counted: set[str] = set()
    for cue in kind.cues:
        found = [run for run in cue.runs & runs if not counted.issuperset(run)]
        if found:
            total += cue.weight * (1 + _MORE_CUES * min(len(found) - 1, _MOST_EXTRA))
            counted.update(stem for run in found for stem in run)
    if clause.verb_class in kind.archetype.verb_classes:
        total += _VERB_CLASS
    total -= _ANTI * len(kind.anti.runs & runs)
    return total


@lru_cache(maxsize=2)
def _kinds(knowledge: Knowledge) -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            one,
            tuple(_phrases(cue.any, cue.weight) for cue in sorted(one.cues, key=lambda cue: -cue.weight)),
            _phrases(one.anti),
        )
        for one in knowledge.archetypes.values()
    )


def _phrases(phrases: Iterable[str], weight: float = 1.0) -> _Phrases:
    return _Phrases(weight, frozenset(map(_stems, phrases)))


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[Run]:
    """Every run of stems that a cue might be."""
    stems = _stems(text)
    return frozenset(stems[at : at + size] for at in range(len(stems)) for size in range(1, min(_LONGEST, len(stems) - at) + 1))


def _stems(text: str) -> Run:
    words = [word.casefold().removesuffix("'s") for word in _WORD.findall(text.replace("’", "'"))]
    return tuple(_DOERS.get(word, stem) for word, stem in zip(words, _STEMMER.stemWords(words), strict=True))
