"""Section 5: up to eight stories that rest on one bullet each, and the form for a story of one's own.

Here the section is put together; which bullets are told, what each story shows and how it is worded stand in
`story_choice`, `story_tags` and `story_text`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.artifacts.archetypes import NEUTRAL
from playbook.artifacts.stories import FollowUp, Stories, Story, StoryBuilder
from playbook.knowledge.shorthand import without_shorthand
from playbook.knowledge.template import slots_of
from playbook.provenance import Line, Prose, Source, Span
from playbook.writing.clause_titles import TITLE_WORDS, without_date
from playbook.writing.marks import first_piece
from playbook.writing.noun_phrases import headline
from playbook.writing.noun_words import ARTICLES, SMALL
from playbook.writing.pen import Pen
from playbook.writing.story_choice import MOST, choose_highlights
from playbook.writing.story_strength import stood_in
from playbook.writing.story_tags import coverage, tag
from playbook.writing.story_text import StoryText, measured
from playbook.writing.verb_forms import PREPOSITIONS, find

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import Competency
    from playbook.writing.story_choice import Choice
    from playbook.writing.story_tags import Tagged

SECTION = "stories"
_STORY = re.compile(r"(?:Tell me|Describe|Give|Walk me|What is the|When did)")
_AGAINST = re.compile(
    r"\b(?:fail\w*|miss(?:ed)?|mistakes?|wrong|regret\w*|could not|did not|didn't|hard to help|slipped|refus\w*|"
    r"disagree\w*|changed your mind|forgiveness|criticis\w*|gave up|given up|lost|conflict|unpopular|"
    r"bothers|error|near miss|said no|struggl\w*|say no|walked away|easier not to|misunderstood|"
    r"good enough|knew less|misread|reversed|had to move|last moment|before the data|less information|"
    r"rejected|bad news|apologi\w*|weakness|too late|unable|unfair|stopped)\b"
)
"""Words of questions that ask for something that went badly: a story of success does not answer them."""
_HALF = re.compile(r"(?:\W*\d.*|over|up|each|every|all|this|that|more|than|&|own|new|last|first)$", re.IGNORECASE)
"""A word that waits for another."""
_WAIT = SMALL | ARTICLES | PREPOSITIONS | {"after", "before", "including", "when", "while"}
"""Words that no title ends with."""
_PAIR = 2
_SHORTEST = 2
_AMOUNT = re.compile(r"[~<>]?[$€£]?\d[\d.,]*[kKmMbB+%]*$")
_TIME = re.compile(r"^(?:Since|In|From|During)\s[^:,]{3,30}[:,]\s+")
_CHANGED = re.compile(
    r"(?P<what>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,2}) (?:went|moved|rose|grew|fell|dropped|improved)(?: up| down)? "
    r"(?P<span>from \S*\d\S* to \S*\d\S*)"
)
_ACTED = re.compile(r"\b[Aa]cted as (?:an? |the )?((?:[A-Z][\w/&'’-]*)(?: [A-Z][\w/&'’-]*){0,3})")
_OF_LIST = re.compile(r"[A-Z][a-z]+ [\w.+#]+(?:, [\w.+#]+){0,2},? (?:and|&) [\w-]+(?: [a-z]+)?(?=\s|$)")
_EACH = 3
"""Prompts, checks and follow-up questions of a story."""
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def draft_stories(brief: Brief, knowledge: Knowledge) -> Stories:
    """The stories of the case, strongest first."""
    pen = Pen(SECTION, brief, knowledge)
    choices = choose_highlights(brief, knowledge)
    tagged = tag(choices, brief, knowledge)
    writer = _Writer(pen)
    stories = tuple(writer.story(number, choice, tagged[number - 1]) for number, choice in enumerate(choices, start=1))
    return Stories(
        how=tuple(_guided(pen, "stories-how")),
        stories=stories,
        fewer=_fewer(pen, choices),
        coverage=coverage(tagged, choices, brief),
        builder=_builder(pen),
    )


class _Writer:
    """Writes the stories one after another, so that none repeats another's words."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.text = StoryText(pen)
        self._prompts: set[str] = set()
        self._titles: set[str] = set()

    def story(self, number: int, choice: Choice, tagged: Tagged) -> Story:
        """The story of one bullet."""
        self.text.begin()
        position = choice.position
        return Story(
            number=number,
            title=self._title(choice),
            highlight=choice.highlight.id,
            archetype=choice.archetype.id,
            competencies=tuple(label.name for label in tagged.labels),
            anchor=self.pen.quoted(choice.highlight.fact, "resume"),
            employer=position.employer,
            position=position.title,
            use_for=tuple(self._use_for(choice, tagged)),
            situation=self.text.situation(choice, number),
            task=self.text.task(choice, number),
            action=self.text.action(choice),
            result=self.text.result(choice),
            before_you_use=tuple(self._before(choice)),
            follow_ups=tuple(self._follow_ups(choice)),
        )

    def _title(self, choice: Choice) -> str:
        """What the kind calls its stories, by its order of preference; no two stories have one title."""
        employer = choice.position.employer
        titles = {"deed": choice.clause.title, "measure": measured(choice), "kind": choice.archetype.name}
        own = [titles[rule] for rule in choice.archetype.title if titles[rule]]
        if stood_in(choice.highlight.text) and (acted := _ACTED.search(choice.highlight.text)):
            own = [f"Acting as {acted[1]}", *own]
        named = [title] if (title := self._named(choice)) else []
        if choice.archetype.id == NEUTRAL:  # its name says nothing of what was done
            own = [title for title in own if title != choice.archetype.name] or named or [choice.archetype.name]
        own = own or [choice.archetype.name]
        options = [*own, *(f"{title} at {employer}" for title in own if employer), *named]
        fresh = [title for title in options if title.casefold() not in self._titles]
        title = fresh[0] if fresh else f"{options[0]} ({len(self._titles) + 1})"
        self._titles.add(title.casefold())
        return title

    def _named(self, choice: Choice) -> str:
        """The opening words as a title, their verb as a gerund like that of every other title."""
        title = opening_title(choice.highlight.text)
        first = title.partition(" ")[0]
        found = find(first, self.pen.knowledge)
        is_deed = found is not None and found.verb.lemma == choice.clause.lemma and not choice.clause.passive
        if not is_deed or not choice.clause.doing:
            return title
        doing, words = choice.clause.doing.split(), title.split()
        # "Hired and trained 3 of the team" opens with two verbs: both become gerunds.
        both = len(words) > _PAIR <= len(doing[1:]) and words[1] == doing[1] == "and" and doing[_PAIR].endswith("ing")
        return headline([*doing[: 3 if both else 1], *words[3 if both else 1 :]])

    def _use_for(self, choice: Choice, tagged: Tagged) -> list[Line]:
        """Questions that the story answers, those of its labels first, none asked of two stories."""
        packs = self.pen.knowledge.competencies
        chosen: list[Line] = []
        for _ in range(_EACH):
            for competency in tagged.competencies:
                fresh = [text for text in fitting_prompts(packs, competency) if text not in self._prompts]
                if fresh and len(chosen) < _EACH:
                    # Packs put the questions first that are asked most.
                    prompt = fresh[0]
                    self._prompts.add(prompt)
                    chosen.append(self.pen.role(prompt, entry=competency))
        general = [text for text in self.pen.knowledge.guidance["stories-prompts"].lines if text not in self._prompts]
        for prompt in self.pen.order(general, seed=choice.highlight.id, key=str)[: _EACH - len(chosen)]:
            self._prompts.add(prompt)
            chosen.append(self.pen.role(prompt, entry="stories-prompts"))
        return chosen

    def _before(self, choice: Choice) -> list[Line]:
        kind, neutral = choice.archetype.before_you_use, self.text.neutral.before_you_use
        found = self.text.missing(choice)
        lines = [] if found is None else [self.pen.role(found[1], entry=found[0])]
        return [
            *lines,
            *(self._advice(text, choice) for text in self.text.advice(choice, kind, neutral, _EACH - len(lines), "before")),
        ]

    def _follow_ups(self, choice: Choice) -> list[FollowUp]:
        guides = {entry.q: entry.guide for kind in (self.text.neutral, choice.archetype) for entry in kind.follow_ups}
        own = [entry.q for entry in choice.archetype.follow_ups]
        spare = [entry.q for entry in self.text.neutral.follow_ups]
        return [
            FollowUp(question=self._advice(text, choice), guidance=self._advice(guides[text], choice))
            for text in self.text.advice(choice, own, spare, _EACH, "follow-up")
        ]

    def _advice(self, text: str, choice: Choice) -> Line:
        """A line of the kind; where it names the bullet's own words, the bullet is among its sources."""
        span = Span(document="role", start=0, end=len(text), entry=choice.archetype.id)
        sources = [Source(span=span, quote=text)]
        if slots_of(text) & {"object", "metric", "noun", "done", "doing"}:
            sources.append(choice.highlight.fact.source)
        return self.pen.line(text, "role", sources, slots=self.text.slots(choice))


def opening_title(bullet: str) -> str:
    """The words that a bullet opens with, as a title; `""` where they are too few to say anything."""
    said = _TIME.sub("", without_shorthand(bullet))
    lists = _OF_LIST.match(said)  # "Sourced Java, .NET and testing profiles"
    whole = lists.group().split() if lists else first_piece(said, r"[,;:(]|\.\s|\s[-–—]\s").split()
    words = whole[:TITLE_WORDS]
    if changed := _CHANGED.match(said):  # "Conversion went from 22% to 34%"
        return headline([*changed["what"].split(), *changed["span"].split()])
    inside = [at for at, word in enumerate(words) if at >= _SHORTEST and word.casefold() in PREPOSITIONS]
    if len(whole) > TITLE_WORDS and inside and whole[TITLE_WORDS].casefold() not in PREPOSITIONS | SMALL:
        words = words[: inside[-1]]  # "to clinicians at tumor" waits for its board
    while words and (words[-1].casefold() in _WAIT or (len(whole) > TITLE_WORDS and _HALF.match(words[-1]))):
        words = words[:-1]
    words = without_date(words)
    if len(words) == _SHORTEST and _AMOUNT.match(words[0]):
        return ""  # "$4.2M store", "11 branches": how much there was, and nothing that was done
    if len(words) < _SHORTEST:  # "Shrink from 2.3% to 1.1% of sales", "Receiving, inventory, cash office"
        words = first_piece(said, r"[;:(]|\.\s").split()[:TITLE_WORDS]
        while words and words[-1].casefold() in _WAIT:
            words = words[:-1]
        words = [*words[:-1], *(word.rstrip(",.") for word in words[-1:])]
    return headline(words) if len(words) >= _SHORTEST else ""


def fitting_prompts(packs: Mapping[str, Competency], competency: str) -> tuple[str, ...]:
    """Questions of a competency that a story of success answers, not those that ask for a failure."""
    return _of_success(packs[competency].prompts) if competency in packs else ()


@lru_cache(maxsize=256)  # every story asks for those of all competencies of its bullet
def _of_success(prompts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(prompt for prompt in prompts if _STORY.match(prompt) and not _AGAINST.search(prompt))


def _fewer(pen: Pen, choices: Sequence[Choice]) -> Line | None:
    """Why there are fewer than eight stories, where there are."""
    if len(choices) >= MOST:
        return None
    if not choices:
        return next(iter(_guided(pen, "stories-none")))
    frame = "stories-fewer-one" if len(choices) == 1 else "stories-fewer"
    text = pen.knowledge.frames[frame].texts[0]
    facts = (choice.highlight.fact.source for choice in choices)
    return pen.line(
        text,
        "role",
        [*pen.role(text.replace("{count}", _COUNTS[len(choices)]), entry=frame).sources, *facts],
        slots={"count": _COUNTS[len(choices)]},
    )


def _builder(pen: Pen) -> StoryBuilder:
    """The blank form."""
    prompts = pen.knowledge.guidance["stories-builder-prompts"]
    return StoryBuilder(
        start=Prose(lines=tuple(_guided(pen, "stories-builder-start"))),
        prompts={
            head: pen.role(text, entry=prompts.id, at=f"builder:{head}")
            for head, text in zip(prompts.heads, prompts.lines, strict=True)
        },
        stress_test=next(iter(_guided(pen, "stories-stress-test"))),
        readiness=tuple(_guided(pen, "stories-readiness")),
    )


def _guided(pen: Pen, entry: str) -> list[Line]:
    """The lines of a guidance entry."""
    return [pen.role(text, entry=entry) for text in pen.knowledge.guidance[entry].lines]
