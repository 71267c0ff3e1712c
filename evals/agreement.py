"""Do two labellers of the same pairs agree? What a label is worth, and so which scorers may gate.

The measure of each kind of label stands here, and the threshold; the statistics are in `evals.statistics`, the
labels in `evals.labelled`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from evals.labelled.pairs import Judgements
from evals.labelled.release import Item, Release
from evals.labelled.vocabulary import senses
from evals.statistics import Groups, Interval, corrected, kappa, statistic, tau, weighted_kappa

AGREED = 0.6
"""What agreement beyond chance must reach for a label to gate: "substantial", in the words of Landis and Koch."""
AT_LEAST = 0.4
"""Where the interval of that agreement may begin: below it, few pairs make luck look like agreement."""
STATUSES = ("gap", "partial", "covered")
FITS = ("long shot", "stretch", "good", "strong")

Judged = Sequence[tuple[Any, Any]]
"""What two labellers say of the same things."""
Mix = tuple[tuple[str, int], ...]
"""Types of questions, each with its count."""


@dataclass(frozen=True)
class Agreement:
    """How far two labellers agree on one kind of label."""

    label: str
    """What scorers that rest on it name in `rests_on`."""
    measure: str
    interval: Interval | None
    """Beyond chance: 1 is full agreement, 0 is what chance gives. `None` where nothing was labelled twice."""
    raw: float | None
    """The plain share of agreement, or the plain likeness."""
    pairs: int
    n: int
    gates: bool
    decides: bool = True
    """Whether it says if the label gates; a second view of the same label does not."""


@dataclass(frozen=True)
class _Kind:
    label: str
    measure: str
    judged: Callable[[Item], Judged]
    agreement: Callable[[Groups], Interval | None]
    raw: Callable[[Any, Any], float]
    decides: bool = True


def agreement(release: Release) -> tuple[Agreement, ...]:
    """Every kind of label over the pairs that were labelled twice."""
    return tuple(_agreement(kind, [item for item in release.items if item.second]) for kind in _KINDS)


def _agreement(kind: _Kind, items: Sequence[Item]) -> Agreement:
    groups = [judged for item in items if (judged := kind.judged(item))]
    everything = [pair for group in groups for pair in group]
    interval = kind.agreement(groups) if groups else None
    raw = sum(kind.raw(left, right) for left, right in everything) / len(everything) if everything else None
    gates = kind.decides and interval is not None and interval.value >= AGREED and interval.low >= AT_LEAST
    return Agreement(kind.label, kind.measure, interval, raw, len(groups), len(everything), gates, kind.decides)


def _requirements(field: str) -> Callable[[Item], Judged]:
    """Judgements of the lines that both labelled."""

    def of(item: Item) -> Judged:
        second = {one.text: getattr(one, field) for one in item.second.requirements} if item.second else {}
        return [(getattr(one, field), second[one.text]) for one in item.labels.requirements if one.text in second]

    return of


def _evidence(item: Item) -> Judged:
    """Evidence of the lines that both call met."""
    second = {one.text: one for one in item.second.requirements} if item.second else {}
    both = [(one, second[one.text]) for one in item.labels.requirements if one.text in second]
    return [(frozenset(one.evidence), frozenset(other.evidence)) for one, other in both if one.met and other.met]


def _bullets(item: Item) -> Judged:
    """For each bullet that could be chosen, whether each labeller chose it."""
    if item.second is None:
        return []
    first, second = ({story.bullet for story in judged.stories} for judged in (item.labels, item.second))
    lines = [" ".join(line.split()) for line in item.resume.splitlines()]
    others = [line for line in lines if len(line.split()) >= _WORDS and not any(bullet in line for bullet in first | second)]
    return [(bullet in first, bullet in second) for bullet in sorted(first | second)] + [(False, False)] * len(others)


def _ranks(item: Item) -> Judged:
    """The places of the bullets that both chose, best first."""
    if item.second is None:
        return []
    second = [story.bullet for story in item.second.stories]
    places = [(i, second.index(one.bullet)) for i, one in enumerate(item.labels.stories) if one.bullet in second]
    first, other = (tuple(place[side] for place in places) for side in (0, 1))
    return [(first, other)] if len(places) > 1 else []


def _competencies(item: Item) -> Judged:
    """Competencies of the bullets that both chose."""
    second = {story.bullet: senses(story.competencies) for story in item.second.stories} if item.second else {}
    both = [(senses(story.competencies), second[story.bullet]) for story in item.labels.stories if story.bullet in second]
    return [(left, right) for left, right in both if left and right]


def _archetypes(item: Item) -> Judged:
    """Kinds of accomplishment of the bullets that both chose, where both gave one."""
    second = {story.bullet: story.archetype for story in item.second.stories} if item.second else {}
    both = [(story.archetype, second[story.bullet]) for story in item.labels.stories if story.bullet in second]
    return [(left, right) for left, right in both if left and right]


def _mean_tau(judged: Judged) -> float | None:
    found = [one for left, right in judged if (one := tau(left, right)) is not None]
    return sum(found) / len(found) if found else None


def _same(left: object, right: object) -> float:
    return float(left == right)


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Dice's coefficient of two sets."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def mix_likeness(left: Mix, right: Mix) -> float:
    """The share of questions that two mixes have in common."""
    a, b = dict(left), dict(right)
    whole_a, whole_b = sum(a.values()) or 1, sum(b.values()) or 1
    return float(sum(min(a.get(name, 0) / whole_a, b.get(name, 0) / whole_b) for name in a.keys() | b.keys()))


def _years(left: float, right: float) -> float:
    return max(0.0, 1 - abs(left - right) / max(left, right, 1.0))


def _whole(of: Callable[[Judgements], Any]) -> Callable[[Item], Judged]:
    return lambda item: [(of(item.labels), of(item.second))] if item.second else []


def _mix(judged: Judgements) -> Mix:
    return tuple(sorted(judged.questions.items()))


_WORDS = 4
_KINDS = (
    _Kind("status", "Cohen's kappa", _requirements("status"), partial(statistic, of=kappa), _same),
    _Kind(
        "status",
        "kappa with linear weights: gap, partial, covered",
        _requirements("status"),
        partial(statistic, of=weighted_kappa(STATUSES)),
        _same,
        decides=False,
    ),
    _Kind("kind", "Cohen's kappa", _requirements("kind"), partial(statistic, of=kappa), _same),
    _Kind("evidence", "overlap beyond chance", _evidence, partial(corrected, likeness=_overlap), _overlap),
    _Kind("fit", "kappa with linear weights", _whole(lambda one: one.fit), partial(statistic, of=weighted_kappa(FITS)), _same),
    _Kind(
        "years", "likeness beyond chance", _whole(lambda one: one.years_relevant), partial(corrected, likeness=_years), _years
    ),
    _Kind("stories", "Cohen's kappa, chosen or not", _bullets, partial(statistic, of=kappa), _same),
    _Kind(
        "story order",
        "Kendall's tau of bullets that both chose",
        _ranks,
        partial(statistic, of=_mean_tau),
        lambda a, b: tau(a, b) or 0.0,
    ),
    _Kind("competencies", "overlap beyond chance", _competencies, partial(corrected, likeness=_overlap), _overlap),
    _Kind("archetypes", "Cohen's kappa", _archetypes, partial(statistic, of=kappa), _same),
    _Kind(
        "questions",
        "shared share of the mix beyond chance",
        _whole(_mix),
        partial(corrected, likeness=mix_likeness),
        mix_likeness,
    ),
)
