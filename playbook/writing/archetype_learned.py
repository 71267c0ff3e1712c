"""Kinds by experience: which kinds readers gave to bullets that are alike, and what a wrong kind costs beside the neutral one.

Three things speak for a kind: its cues, the bullets like this one that are of the kind, and how often bullets that open with
such a verb are. The kind is taken whose expected harm is least. Without experience it is the kind by rule. What the cues find
is for `playbook.writing.archetype_choice`; which bullets are remembered is for an optimizer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log, sqrt

from playbook.artifacts.archetypes import NEUTRAL, Signs

WRONG, BLAND = 1.0, 0.6
"""What it costs a candidate that a story is told as of another kind, and that it is told with the neutral frames where a kind
fits. A wrong kind asks absurd questions; the neutral one is always apt, and asks what everybody is asked. So a kind is named
where it is more than about two chances in five."""
NEIGHBOURS = 15
_CUES = 1.0
"""What a point of cues multiplies by, as a power of e."""
_USUAL = 10.0
"""Bullets of any verb that stand beside those of the same class of verb."""


def harm_of(truth: str, said: str) -> float:
    """What it costs to call a bullet `said` that is of the kind `truth`."""
    return 0.0 if said == truth else _harm_if_wrong(said)


def _harm_if_wrong(said: str) -> float:
    """The same for every other truth."""
    return BLAND if said == NEUTRAL else WRONG


@dataclass(frozen=True)
class Experience:
    """Labelled bullets."""

    bullets: tuple[Signs, ...]
    kinds: tuple[str, ...]

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """What a stem weighs: the rarer, the more."""
        counts = Counter(stem for bullet in self.bullets for stem in bullet.stems)
        return {stem: log((len(self.bullets) + 1) / (count + 0.5)) ** 2 for stem, count in counts.items()}

    @cached_property
    def lengths(self) -> tuple[float, ...]:
        """Of the bullets, in the weights of their stems."""
        return tuple(self.length(bullet) for bullet in self.bullets)

    @cached_property
    def having(self) -> Mapping[str, tuple[int, ...]]:
        """A stem to the bullets that have it."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, bullet in enumerate(self.bullets):
            for stem in bullet.stems:
                found[stem].append(at)
        return {stem: tuple(places) for stem, places in found.items()}

    @cached_property
    def usual(self) -> Mapping[str, float]:
        """The share of each kind."""
        return {kind: count / len(self.kinds) for kind, count in sorted(Counter(self.kinds).items())}

    @property
    def unseen(self) -> float:
        """The share of a kind that nobody has seen: of the next ones it may be, where its cues say so."""
        return 0.5 / len(self.kinds)

    @cached_property
    def by_verb(self) -> Mapping[str, Counter[str]]:
        """A class of verbs to its kinds."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for bullet, kind in zip(self.bullets, self.kinds, strict=True):
            found[bullet.verb_class][kind] += 1
        return found

    def length(self, bullet: Signs) -> float:
        """Of a bullet, in the weights of its stems; a stem that nobody has seen is as rare as can be."""
        unseen = log((len(self.bullets) + 1) / 0.5) ** 2
        return sqrt(sum(self.rarity.get(stem, unseen) for stem in bullet.stems)) or 1.0


def choose(bullets: Sequence[Signs], experience: Experience) -> tuple[str, ...]:
    """The kind of each bullet."""
    if not experience.bullets:
        return tuple(bullet.rule for bullet in bullets)
    return tuple(_least_harm(_chances(bullet, experience)) for bullet in bullets)


def _chances(bullet: Signs, experience: Experience) -> dict[str, float]:
    """How likely each kind is; together 1."""
    votes = _votes(bullet, experience)
    same = experience.by_verb.get(bullet.verb_class, Counter())
    speaks = {}
    for kind in sorted({*experience.usual, *bullet.cues, NEUTRAL}):
        usual = _USUAL * experience.usual.get(kind, experience.unseen)
        opened = (same[kind] + usual) / (same.total() + _USUAL)
        speaks[kind] = exp(_CUES * bullet.cues.get(kind, 0.0)) * (votes.get(kind, 0.0) + sqrt(opened))
    whole = sum(speaks.values())
    return {kind: value / whole for kind, value in speaks.items()}


def _votes(bullet: Signs, experience: Experience) -> Mapping[str, float]:
    """The kinds of the bullets that are most alike, each with how much they are."""
    alike: dict[int, float] = defaultdict(float)
    for stem in bullet.stems:
        for at in experience.having.get(stem, ()):
            alike[at] += experience.rarity[stem]
    length = experience.length(bullet)
    cosines = {at: shared / (length * experience.lengths[at]) for at, shared in alike.items()}
    nearest = sorted(cosines, key=lambda at: (-round(cosines[at], 9), at))[:NEIGHBOURS]
    votes: dict[str, float] = defaultdict(float)
    for at in nearest:
        votes[experience.kinds[at]] += cosines[at]
    return votes


def _least_harm(chances: Mapping[str, float]) -> str:
    expected = {said: (1.0 - chance) * _harm_if_wrong(said) for said, chance in chances.items()}
    return min(expected, key=lambda said: (round(expected[said], 9), said != NEUTRAL, said))
