"""A story's four paragraphs, told from one bullet.

The bullet's own clauses stand as they are, only their verb fitted; around them stand frames of the bullet's kind,
which ask for what the bullet does not say and never for what it does. Which bullet and which kind is for
`playbook.writing.story_choice`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.artifacts.archetypes import NEUTRAL
from playbook.knowledge.template import has_blank, slots_of
from playbook.provenance import Prose
from playbook.writing.figures import result_figure
from playbook.writing.noun_phrases import bare, headline
from playbook.writing.story_known import asks_known
from playbook.writing.story_missing import missing
from playbook.writing.story_place import place_facts, place_frame, place_slots, place_texts
from playbook.writing.story_slots import definite_noun, is_fault
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.resume import Metric
    from playbook.knowledge.schema import Archetype
    from playbook.provenance import Line
    from playbook.writing.pen import Pen
    from playbook.writing.story_choice import Choice

_OWN_WORDS = frozenset({"object", "noun", "metric"})
_MOST_OBJECTS = 2
"""Sentences of a story that name what was acted on."""
_LONGEST_OBJECT = 7
_WHOLE = 0.8
"""Share of a bullet's letters from which a deed says all of it."""
_ABOUT_PEOPLE = frozenset({"mentoring", "training-programme", "direct-care", "cross-team", "hiring", "teaching", "casework"})
"""Kinds whose frames speak of people as well as of things."""
_PEOPLE = re.compile(
    r"(?:ers|ors|ists|ants|ents|ees|ians|eers|nurses|staff|people|chefs|colleagues|interns|apprentices|reps|representatives|"
    r"graduates|children|women|men|cooks|guests|relatives|families|friends|youths?|toddlers|apprentice|trainee|management|"
    r"team|crew|squad|board|committee|department|union)\b"
)
_TO_SOMEBODY = frozenset({"communicate", "teach"})
"""Classes of verbs whose object is mostly who was told or taught."""


class StoryText:
    """Writes the paragraphs of stories; holds what earlier stories have used."""

    def __init__(self, pen: Pen) -> None:
        """`pen` is the section's."""
        self.pen = pen
        self.neutral = pen.knowledge.archetypes[NEUTRAL]
        self._used: set[str] = set()
        self._objects = 0

    def begin(self) -> None:
        """Start a new story."""
        self._objects = 0

    def situation(self, choice: Choice, number: int) -> Prose:
        """Where it was, and how things stood: two or three sentences."""
        opens = number % 3 != 0
        where = self._where(choice, opens=opens)
        state = self._draft(choice, "situation", choice.archetype.situation, self.neutral.situation, specific=number % 2 == 1)
        return Prose(lines=(where, *state) if opens else (*state, where))

    def task(self, choice: Choice, number: int) -> Prose:
        """What was the candidate's to do."""
        lines = self._draft(choice, "task", choice.archetype.task, self.neutral.task, specific=number % 2 == 0)
        return Prose(lines=tuple(lines))

    def action(self, choice: Choice) -> Prose:
        """The bullet's own words, then what it leaves out."""
        lines = self._deeds(choice)
        for specific in (True, False):
            lines += self._draft(choice, "action", choice.archetype.action, self.neutral.action, specific=specific)
        return Prose(lines=tuple(lines))

    def result(self, choice: Choice) -> Prose:
        """The bullet's outcome, then what it leaves open."""
        lines: list[Line] = []
        if choice.clause.outcome:
            lines.append(
                self.pen.resume("{outcome}.", choice.highlight.fact, slots={"outcome": _capital(choice.clause.outcome)})
            )
            if self.slots(choice)["noun"]:
                lines += self._draft(choice, "result", self.pen.knowledge.frames["stories-result-noun"].texts, ())
        for _ in range(1 if lines else 2):
            lines += self._draft(choice, "result", choice.archetype.result, self.neutral.result)
        return Prose(lines=tuple(lines))

    def advice(self, choice: Choice, texts: Sequence[str], spare: Sequence[str], count: int, what: str) -> list[str]:
        """`count` templates of `texts` that no story has used, then of `spare`."""
        said: list[str] = []
        for index in range(count):
            slots = self.slots(choice)
            said.append(self._pick(choice, what, (texts, spare), slots, specific=index == 0, without=said))
        return said

    def missing(self, choice: Choice) -> tuple[str, str] | None:
        """The frame and the line on what the bullet leaves out, most wanted first; none that another story has had."""
        for name in missing(choice.highlight.text, choice.archetype):
            # Only where an end is stated can the start alone be missing.
            place = "start" if name == "baseline" and not _has_end(choice) else name
            frame = self.pen.knowledge.frames[f"stories-missing-{place}"]
            fresh = [text for text in frame.texts if text not in self._used]
            if fresh:
                text = self.pen.pick(fresh, seed=f"{choice.highlight.id}:missing", slots={})
                self._used.add(text)
                return frame.id, text
        return None

    def slots(self, choice: Choice) -> dict[str, str]:
        """Fillings that the frames of a kind may use; `""` where the bullet does not say it."""
        metric = telling_metric(choice)
        place = place_slots(choice.position)
        acted_on = re.sub(r"\s*\([^()]*\)", "", choice.clause.object)
        return {
            "employer": place["employer"],
            "position": place["position"],
            "object": acted_on if self._is_speakable(acted_on, choice) else "",
            "doing": choice.clause.doing,
            "done": choice.clause.done,
            "metric": metric.text if metric is not None and metric.unit in {"%", "$"} else "",
            "noun": definite_noun(metric.noun or choice.clause.noun) if metric is not None and changes(metric) else "",
        }

    def _is_speakable(self, acted_on: str, choice: Choice) -> bool:
        """Whether frames may name what was acted on: things, and people only where the kind is about people."""
        if self._objects >= _MOST_OBJECTS or not acted_on.startswith("the ") or len(acted_on.split()) > _LONGEST_OBJECT:
            return False
        if is_fault(choice.clause.done):
            return False
        if choice.archetype.id in _ABOUT_PEOPLE:
            return True
        return not _PEOPLE.search(acted_on) and choice.clause.verb_class not in _TO_SOMEBODY

    def _where(self, choice: Choice, *, opens: bool) -> Line:
        """The place of the story; a bracket where the resume does not name it."""
        slots = place_slots(choice.position)
        frame = self.pen.knowledge.frames[place_frame(choice.position)]
        fitting = place_texts(frame.texts, opens=opens)
        fresh = [text for text in fitting if text not in self._used] or [text for text in frame.texts if text not in self._used]
        text = self.pen.pick(fresh or fitting, seed=f"{choice.highlight.id}:where", slots=slots)
        self._used.add(text)
        if has_blank(text):
            return self.pen.draft(text, choice.highlight.fact, at=f"{choice.highlight.id}:situation")
        return self.pen.resume(text, *place_facts(choice.position), slots=slots)

    def _deeds(self, choice: Choice) -> list[Line]:
        """What the bullet says was done."""
        clause, fact = choice.clause, choice.highlight.fact
        frames = self.pen.knowledge.frames
        if not clause.done:
            slots = {"bullet": choice.highlight.text.rstrip(".")}
            return [self.pen.resume(self._frame(choice, frames["stories-action-quoted"].texts, slots), fact, slots=slots)]
        if clause.act:
            deeds = self._apart(clause.act)
            lines = [self.pen.resume(self._told(deed, choice), fact, slots={"deed": deed}) for deed in deeds]
            if clause.topic:
                slots = {"topic": clause.topic, "deed": deeds[0]}
                lines[0] = self.pen.resume("{topic}: I {deed}.", fact, slots=slots)
            return lines
        if clause.means:
            slots = {"means": clause.means}
            return [self.pen.resume(self._frame(choice, frames["stories-action-means"].texts, slots), fact, slots=slots)]
        return self._draft(choice, "action", frames["stories-action-open"].texts, ())

    def _told(self, deed: str, choice: Choice) -> str:
        """The frame of a deed: the bullet stands above the story, so a deed that is all of it leads on to how it was done."""
        if len(deed) < _WHOLE * len(choice.highlight.text) or re.search(r"[:;]\s|\.\s+[A-Z]", deed):
            return "I {deed}."  # behind a list nothing goes on with "and"
        return self._frame(choice, self.pen.knowledge.frames["stories-action-whole"].texts, {"deed": deed})

    def _apart(self, act: str) -> list[str]:
        """Deeds that a semicolon joins, each with its own verb."""
        deeds: list[str] = []
        for part in act.split("; "):
            found = find(part.split()[0], self.pen.knowledge) if part.split() else None
            if deeds and (found is None or found.form != "past"):
                deeds[-1] += f"; {part}"
            else:
                deeds.append(part)
        return deeds

    def _draft(
        self, choice: Choice, what: str, texts: Sequence[str], spare: Sequence[str], *, specific: bool = False
    ) -> list[Line]:
        """One frame as its sentences."""
        slots = self.slots(choice)
        text = self._pick(choice, what, (texts, spare), slots, specific=specific)
        at = f"{choice.highlight.id}:{what}"
        lines = []
        for sentence in sentences(text):
            filled = {**slots, "object": _capital(slots["object"])} if sentence.startswith("{object}") else slots
            lines.append(self.pen.draft(sentence, choice.highlight.fact, at=at, slots=filled))
        return lines

    def _pick(
        self,
        choice: Choice,
        what: str,
        banks: tuple[Sequence[str], Sequence[str]],
        filled: dict[str, str],
        *,
        specific: bool,
        without: Sequence[str] = (),
    ) -> str:
        """A template that no story has used and that does not ask for what the bullet states; of the second bank, if need be.

        `specific` prefers those that speak in the bullet's own nouns; those of `without` are not said again, though the bank
        be used up.
        """
        slots = {name: value for name, value in filled.items() if value}
        known = set(slots) | set(self.pen.case)
        for options in banks:
            fresh = [
                text
                for text in options
                if text not in self._used and slots_of(text) <= known and not asks_known(text, choice.highlight.text)
            ]
            if fresh:
                break
        else:
            all_of = [text for bank in banks for text in bank if slots_of(text) <= known]
            fresh = [text for text in all_of if text not in without and not asks_known(text, choice.highlight.text)]
            fresh = fresh or [text for text in all_of if text not in without] or all_of
        own = [text for text in fresh if slots_of(text) & _OWN_WORDS] if specific else []
        text = self.pen.pick(own or fresh, seed=f"{choice.highlight.id}:{what}", slots=slots)
        self._used.add(text)
        self._objects += "object" in slots_of(text)
        return text

    def _frame(self, choice: Choice, texts: Sequence[str], slots: dict[str, str]) -> str:
        fresh = [text for text in texts if text not in self._used] or list(texts)
        text = self.pen.pick(fresh, seed=f"{choice.highlight.id}:deed", slots=slots)
        self._used.add(text)
        return text


def telling_metric(choice: Choice) -> Metric | None:
    """The number that a listener remembers: that of the outcome, else one that says what it measures, else the first."""
    metrics = choice.highlight.metrics
    in_outcome = [metric for metric in metrics if choice.clause.result and metric.text in choice.clause.result]
    for metric in (*in_outcome, *(metric for metric in metrics if metric.noun), *metrics):
        return metric
    return None


def measured(choice: Choice) -> str:
    """What the bullet's number measures, as a title; empty where that is under two words."""
    metric = telling_metric(choice)
    # A sum beside a thing says how large it is, and measures nothing: "a $6.8M food agency".
    is_size = metric is not None and metric.unit == "$" and not changes(metric)
    words = bare(metric.noun) if metric is not None and not is_size and not metric.noun.startswith("per ") else []
    return headline(words) if len(words) > 1 else ""


def _has_end(choice: Choice) -> bool:
    """Whether the bullet states a result with a figure."""
    return any(c.isdigit() for c in choice.clause.outcome) or bool(result_figure(choice.highlight, choice.clause))


def changes(metric: Metric) -> bool:
    """Whether the number says that something moved."""
    return metric.before is not None or metric.direction != "none"


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """A template's sentences: ends are looked for outside of brackets only."""
    found, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += {"[": 1, "]": -1}.get(character, 0)
        ends = depth == 0 and character in ".?!]" and text[index + 1 : index + 2] == " "
        if ends and (character != "]" or text[index + 2 : index + 3].isupper() or text[index + 2 : index + 3] == "["):
            found.append(text[start : index + 1].strip())
            start = index + 1
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def asks(archetype: Archetype) -> list[str]:
    """The follow-up questions of a kind."""
    return [entry.q for entry in archetype.follow_ups]


def _capital(text: str) -> str:
    """`text` with a capital, unless its first word has capitals of its own."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first == first.lower() else text
