"""Which bullets become stories, and what they are tagged with, beside the labels."""

from __future__ import annotations

from functools import singledispatch
from statistics import mean

import dspy
from rapidfuzz import fuzz, process

from evals.labelled.pairs import StoryLabel
from evals.labelled.vocabulary import known
from evals.scorers.scorer import Score, Scorer, share
from evals.statistics import tau
from playbook.artifacts.archetypes import Archetypes
from playbook.artifacts.matching import Matching
from playbook.artifacts.stories import Stories, Story
from playbook.writing.archetype_learned import harm_of

SAME = 88
"""Likeness of a labelled bullet and one that was read, from which on they are one."""


def _place(bullet: str, texts: list[str]) -> int | None:
    found = process.extractOne(bullet, texts, scorer=fuzz.ratio, score_cutoff=SAME)
    if found is None:
        found = process.extractOne(bullet, texts, scorer=fuzz.partial_ratio, score_cutoff=SAME + 6)
    return found[2] if found else None


def _told(example: dspy.Example, stories: Stories) -> list[tuple[StoryLabel, Story | None]]:
    """The labelled bullets, each with the story that is told of it."""
    anchors = [story.anchor.text for story in stories.stories]
    labels = example.case.item.labels.stories
    return [(one, stories.stories[at] if (at := _place(one.bullet, anchors)) is not None else None) for one in labels]


def stories_chosen(example: dspy.Example, stories: Stories) -> Score | None:
    """Share of the bullets worth a story, as labelled, of which one is told."""
    told = _told(example, stories)
    missed = tuple(f"not told: {label.bullet}" for label, story in told if story is None)
    return share(len(told) - len(missed), len(told), missed)


def best_story_told(example: dspy.Example, stories: Stories) -> Score | None:
    """Whether a story is told of the bullet that is labelled the best."""
    label, story = _told(example, stories)[0]
    return share(int(story is not None), 1, () if story else (f"not told: {label.bullet}",))


def story_order(example: dspy.Example, matching: Matching) -> Score | None:
    """Kendall's tau of the worth of bullets and the labelled order, over the bullets that are labelled."""
    texts = {one.id: one.text for one in example.resume.highlights}
    ranked = [texts[one.highlight] for one in matching.highlights]
    places = [
        (i, at) for i, one in enumerate(example.case.item.labels.stories) if (at := _place(one.bullet, ranked)) is not None
    ]
    found = tau([i for i, _ in places], [at for _, at in places]) if len(places) > 2 else None  # noqa: PLR2004  two are a coin
    return None if found is None else Score(found, len(places))


def competencies_right(example: dspy.Example, matching: Matching) -> Score | None:
    """Share of the labelled competencies that are among the three strongest of the bullet."""
    texts = {one.id: one.text for one in example.resume.highlights}
    ranked = [texts[one.highlight] for one in matching.highlights]
    right, n, reasons = 0, 0, []
    for label in example.case.item.labels.stories:
        at, wanted = _place(label.bullet, ranked), known(label.competencies)
        if at is None or not wanted:
            continue
        found = matching.highlights[at].competencies[:3]
        words = [word for word in label.competencies if known([word])]
        hits = [word for word in words if known([word]) & set(found)]
        right, n = right + len(hits), n + len(words)
        if len(hits) < len(words):
            reasons.append(f"{', '.join(found)}, labelled {', '.join(words)}: {label.bullet}")
    return share(right, n, tuple(reasons))


@singledispatch
def _kinds(value: object, example: dspy.Example) -> dict[str, str]:  # noqa: ARG001  the artifacts below need it
    """Bullets to the kinds that they are told as."""
    raise TypeError(type(value))


@_kinds.register
def _(value: Stories, example: dspy.Example) -> dict[str, str]:  # noqa: ARG001  as above
    return {story.anchor.text: story.archetype for story in value.stories}


@_kinds.register
def _(value: Archetypes, example: dspy.Example) -> dict[str, str]:
    return {one.text: value.of(one.id) for one in example.resume.highlights}


def _labelled_kinds(example: dspy.Example, value: Archetypes | Stories) -> list[tuple[StoryLabel, str]]:
    """The bullets whose kind is labelled, each with the kind that it is told as."""
    kinds = _kinds(value, example)
    texts = list(kinds)
    labels = {one.bullet: one for one in example.case.item.labels.stories if one.archetype}
    places = [(label, _place(label.bullet, texts)) for label in labels.values()]
    return [(label, kinds[texts[at]]) for label, at in places if at is not None]


def archetype_right(example: dspy.Example, value: Archetypes | Stories) -> Score | None:
    """Share of the bullets, or of the stories told, that are of the labelled kind of accomplishment, where one is labelled."""
    told = _labelled_kinds(example, value)
    wrong = tuple(f"{kind}, labelled {label.archetype}: {label.bullet}" for label, kind in told if kind != label.archetype)
    return share(len(told) - len(wrong), len(told), wrong)


def archetype_harm(example: dspy.Example, value: Archetypes | Stories) -> Score | None:
    """What wrong and bland kinds cost a candidate on average, by the harms that the choice itself weighs mistakes with."""
    told = [(label, kind, harm_of(label.archetype, kind)) for label, kind in _labelled_kinds(example, value)]
    reasons = tuple(f"{kind}, labelled {label.archetype}: {label.bullet}" for label, kind, harm in told if harm)
    return Score(mean(harm for *_, harm in told), len(told), reasons) if told else None


SCORERS = (
    Scorer("stories_chosen", ("draft_stories",), stories_chosen, rests_on=("stories",), heading="stories"),
    Scorer("best_story_told", ("draft_stories",), best_story_told, rests_on=("stories", "story order")),
    Scorer("story_order", ("match",), story_order, unit="rank", rests_on=("story order",)),
    Scorer("competencies_right", ("match",), competencies_right, rests_on=("competencies",), heading="tags"),
    Scorer("archetype_right", ("choose_archetypes", "draft_stories"), archetype_right, rests_on=("archetypes",)),
    Scorer(
        "archetype_harm",
        ("choose_archetypes", "draft_stories"),
        archetype_harm,
        better="lower",
        unit="points",
        rests_on=("archetypes",),
    ),
)
