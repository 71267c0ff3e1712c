"""What each story shows: the employer's values where it has them, else the packs' competencies.

As many values in play as possible are shown by some story, and none by more than three. Which bullet shows which
value is for `playbook.matching`; here the labels are only handed out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.artifacts.archetypes import NEUTRAL
from playbook.artifacts.stories import Coverage
from playbook.knowledge.recall import recalled
from playbook.knowledge.tokens import is_content, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.company import Value
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.story_choice import Choice

MOST_STORIES = 3
"""Stories that may carry one label."""

MOST_LABELS = 2
"""Labels that a story may carry."""

_WEAKEST = 0.44
_SECOND = 0.5
_IN_PLAY = 0.15
_CROWDED = 0.3
_FEW_IN_PLAY = 3
_BROAD = 0.25
"""Share of the kinds of accomplishments that show a competency, from which on almost any bullet does."""
_WORD = 3
"""Letters from which on a word of a value's name can name a competency: "own it" is about ownership."""


@dataclass(frozen=True)
class Label:
    """A value or a competency, as it is printed, and what shows it."""

    id: str
    name: str
    competencies: tuple[str, ...]
    in_play: bool = False
    telling: tuple[str, ...] | None = None
    """Of a value that the posting words itself: the competencies that show it in a bullet which has none of its words."""


@dataclass(frozen=True)
class Tagged:
    """The labels of one story, best first, and the competencies that its questions come from."""

    labels: tuple[Label, ...]
    competencies: tuple[str, ...]


def tag(choices: Sequence[Choice], brief: Brief, knowledge: Knowledge) -> tuple[Tagged, ...]:
    """One or two labels for every story."""
    labels = _values(brief, knowledge) or _competencies(choices, knowledge)
    missed = _missed(brief)
    given: list[list[Label]] = [[] for _ in choices]
    used: Counter[str] = Counter()

    def give(index: int, label: Label) -> None:
        given[index].append(label)
        used[label.id] += 1

    for label in sorted((label for label in labels if label.in_play), key=lambda one: _reach(one, choices)):
        open_to = [i for i in range(len(choices)) if len(given[i]) < MOST_LABELS and _fit(choices[i], label) >= _WEAKEST]
        if open_to:
            give(max(open_to, key=lambda i: (_fit(choices[i], label) - _CROWDED * len(given[i]), -i)), label)
    for needed, weakest in ((1, _WEAKEST), (MOST_LABELS, _SECOND)):
        for index, choice in enumerate(choices):
            if len(given[index]) >= needed:
                continue
            options = [x for x in labels if x not in given[index] and used[x.id] < MOST_STORIES and _fit(choice, x) >= weakest]
            if options:
                give(index, max(options, key=lambda one: _fit(choice, one) + _IN_PLAY * one.in_play - 0.1 * used[one.id]))
    for index, choice in enumerate(choices):
        if not given[index]:
            shows = _competencies([choice], knowledge)
            give(index, min([one for one in shows if one.id not in missed] or shows, key=lambda one: used[one.id]))
    return tuple(Tagged(tuple(mine), _asked(mine, choice)) for mine, choice in zip(given, choices, strict=True))


def coverage(tagged: Sequence[Tagged], choices: Sequence[Choice], brief: Brief) -> tuple[Coverage, ...]:
    """For each value that the posting draws on, the stories that show it; every value where it draws on few."""
    values = brief.company.values_in_play if len(brief.company.values_in_play) >= _FEW_IN_PLAY else brief.company.values
    rows = []
    for value in values:
        numbers = tuple(
            number
            for number, (mine, choice) in enumerate(zip(tagged, choices, strict=True), start=1)
            if any(label.id == value.id for label in mine.labels) or value.id in choice.worth.values
        )
        rows.append(Coverage(value=value.name, stories=numbers))
    return tuple(rows)


def _values(brief: Brief, knowledge: Knowledge) -> list[Label]:
    """The employer's own values that some bullet shows; none where they are only typical for the field.

    What the ledger of the score calls "not shown" is no label of a story: to the reader it is one page.
    """
    if brief.company.values_from == "role":
        return []
    stated = brief.company.values_from == "job"
    shown = {match.value for match in brief.matching.values if match.evidence}
    return [
        Label(value.id, value.name, value.competencies, value.in_play, _telling(value, broad_in(knowledge)) if stated else None)
        for value in brief.company.values
        if value.id in shown
    ]


def _missed(brief: Brief) -> frozenset[str]:
    """Competencies that the name of a value names which no bullet shows: a story called Ownership stands ill beside it."""
    shown = {match.value for match in brief.matching.values if match.evidence}
    stated = brief.company.values if brief.company.values_from != "role" else ()
    return frozenset(one for value in stated if value.id not in shown for one in _named_in(value))


def _named_in(value: Value) -> tuple[str, ...]:
    """The competencies that a value is called by: "Own the Outcome" is about ownership."""
    words = [token.stem for token in tokens(value.name) if len(token.stem) >= _WORD]
    return tuple(one for one in value.competencies if any(one.startswith(word) for word in words))


def broad_in(knowledge: Knowledge) -> frozenset[str]:
    """Competencies that so many kinds of accomplishments show that they tell no value from another."""
    shown = Counter(one for kind in knowledge.archetypes.values() for one in kind.competencies)
    return frozenset(one for one, count in shown.items() if count >= _BROAD * len(knowledge.archetypes))


def _telling(value: Value, broad: frozenset[str]) -> tuple[str, ...]:
    """The competencies that a posting's own value names, and what it is about before all, where not anything is."""
    return (*_named_in(value), *(one for one in value.competencies[:1] if one not in broad))


def _competencies(choices: Sequence[Choice], knowledge: Knowledge) -> list[Label]:
    """The competencies that the bullets and their kinds show."""
    ids = dict.fromkeys(id_ for choice in choices for id_ in (*choice.worth.competencies, *choice.archetype.competencies))
    known = [id_ for id_ in ids if id_ in knowledge.competencies]
    return [Label(id_, knowledge.competencies[id_].name, (id_,)) for id_ in known]


def _fit(choice: Choice, label: Label) -> float:
    """How well the bullet shows the label."""
    if label.telling is not None and not _says(choice, label):
        shown = [place for place, one in enumerate(choice.worth.competencies) if one in label.telling]
        return 0.7 - 0.08 * shown[0] if shown else 0.0
    if label.id in choice.worth.values:
        return 1.0 - 0.08 * choice.worth.values.index(label.id)
    for ids, top, step in ((choice.worth.competencies, 0.7, 0.08), (choice.archetype.competencies, 0.45, 0.05)):
        for index, id_ in enumerate(ids):
            if id_ in label.competencies:
                return top - step * index
    return 0.0


def _says(choice: Choice, label: Label) -> bool:
    """Whether the bullet has most of the words by which the value is called."""
    name = _stems(label.name)
    return 2 * len(name & _stems(choice.highlight.text)) > len(name)


@recalled(most=2048)  # every story is held against every value
def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(text) if is_content(token))


def _reach(label: Label, choices: Sequence[Choice]) -> int:
    """How many stories could show the label: the hardest to place is placed first."""
    return sum(1 for choice in choices if _fit(choice, label) >= _WEAKEST)


def _asked(labels: Sequence[Label], choice: Choice) -> tuple[str, ...]:
    """Competencies that an interviewer tests with such a story, nearest first."""
    shown = (*choice.archetype.competencies, *choice.worth.competencies)
    named = [id_ for label in labels for id_ in label.competencies]
    nearest = [id_ for id_ in named if id_ in shown][:1]
    own = choice.archetype.competencies[:1] if choice.archetype.id != NEUTRAL else ()
    return tuple(dict.fromkeys([*nearest, *own, *choice.worth.competencies, *(id_ for id_ in named if id_ in shown), *shown]))
