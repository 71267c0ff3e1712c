"""Section 6: twelve likely questions with their rubrics, and the stories to answer them with.

Which questions is for `choose_questions`; the rubrics are the bank's. Here the texts are filled from the case and
each question is tied to the stories that answer it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from playbook.artifacts.questions import Mark, Question, Questions
from playbook.knowledge.template import slots_of
from playbook.provenance import Link, Span
from playbook.provenance import Source as Quoted
from playbook.writing.bullets import content
from playbook.writing.choose_questions import Chooser
from playbook.writing.pen import Pen
from playbook.writing.pitch_posting import SHOWN
from playbook.writing.subjects import SAME, is_of_line
from playbook.writing.terms import competencies_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.posting import Requirement
    from playbook.artifacts.stories import Stories, Story
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BankQuestion, Rubric
    from playbook.provenance import Line, Prose, Source
    from playbook.writing.choose_questions import Chosen
    from playbook.writing.pen import Fill

_NEEDS_STORY = frozenset({"behavioural"})
"""Types that cannot be answered without a story; in the others one helps where it is about the same thing."""
_MAY_USE_STORY = frozenset({"situational", "operational", "portfolio", "presentation"})
_NEAR = 1.5
_NEARER = 2.9
"""Points from which a story shows what a question asks for: where it only may help, its main point has to."""
_WORN, _WORN_OF_SUBJECT = 1.2, 0.4
"""What it costs a story to be named already: little where it is the one about the same thing."""
_TAGS = 0.1
"""What signs of a competency are worth beside what a story is about."""


def generate_questions(brief: Brief, stories: Stories, knowledge: Knowledge) -> Questions:
    """The questions that the mix of the company asks for, each tied to this resume and posting where it can be."""
    pen = Pen("questions", brief, knowledge)
    chooser = Chooser(brief, knowledge, pen, told=frozenset(story.highlight for story in stories.stories))
    chosen = chooser.choose()
    writer = _Writer(brief, stories, knowledge, pen, chooser)
    questions = tuple(writer.question(number, found) for number, found in enumerate(chosen, start=1))
    plan = {name: count for name, count in brief.company.mix.counts.items() if count}
    counted: Counter[str] = Counter(question.type for question in questions)
    delivered = {name: counted[name] for name in dict.fromkeys((*plan, *counted)) if counted[name]}
    how = [
        pen.role(text, entry="questions-how", at=f"how-{index}")
        for index, text in enumerate(knowledge.guidance["questions-how"].lines)
    ]
    if delivered != plan:
        slots = {"planned": _spoken(plan), "delivered": _spoken(delivered)}
        how.append(
            pen.role(knowledge.frames["questions-adapted"].texts[0], entry="questions-adapted", at="adapted", slots=slots)
        )
    return Questions(distribution=delivered, source=brief.company.mix.origin, how=tuple(how), questions=questions)


class _Writer:
    """Words the chosen questions of one case."""

    def __init__(self, brief: Brief, stories: Stories, knowledge: Knowledge, pen: Pen, chooser: Chooser) -> None:
        self.brief = brief
        self.stories = stories.stories
        self.knowledge = knowledge
        self.pen = pen
        self.bullets = chooser.bullets
        self._uses: Counter[int] = Counter()
        self._subjects = chooser.subjects
        self._told = {story.number: f"{story.title}. {story.anchor.text}" for story in self.stories}

    def question(self, number: int, found: Chosen) -> Question:
        """One question with everything below it."""
        entry = found.question
        main, spare = self._stories(found)
        slots: dict[str, Fill] = {"story": _reference(main)} if main else {}
        sources: list[Source] = []
        if found.highlight is not None:
            slots |= self.bullets.slots(found.highlight)
            sources.append(found.highlight.fact.source)
        if found.quotes_requirement and found.requirement is not None:
            slots["requirement"] = found.requirement.text.rstrip(".;,")
            sources.append(found.requirement.fact.source)
        if found.value is not None:
            slots["value"] = found.value.name
            sources.extend(found.value.statement.sources)

        def say(text: str, at: str) -> Line:
            span = Span(document="role", start=0, end=len(text), entry=entry.id)
            own = (Quoted(span=span, quote=text), *sources)
            return self.pen.line(text, "role", own, at=f"{entry.id}:{at}", slots=slots)

        def marks(rubrics: tuple[Rubric, ...], at: str) -> tuple[Mark, ...]:
            return tuple(Mark(head=mark.h.rstrip("."), line=say(mark.t, f"{at}-{index}")) for index, mark in enumerate(rubrics))

        return Question(
            number=number,
            id=entry.id,
            type=entry.type,
            question=say(entry.q, "question"),
            from_job=self.pen.quoted(found.requirement.fact) if found.requirement is not None else None,
            really_asking=self.pen.prose(say(entry.tests, "tests")),
            great=marks(entry.great, "great"),
            red_flags=marks(entry.red, "red"),
            prep=self._prep(found, say(entry.prep, "prep"), main, spare, names_story="{story}" in entry.prep),
            stories=tuple(story.number for story in (main, spare) if story is not None),
            practice_prompt=say(entry.practice, "practice"),
        )

    def _prep(self, found: Chosen, own: Line, main: Story | None, spare: Story | None, *, names_story: bool) -> Prose:
        """Which stories to use, then what the bank says to prepare."""
        lines: list[Line] = []
        if main is not None and not names_story:
            lines.append(self._frame("questions-prep-story", found, {"story": _reference(main)}))
        elif main is None and found.highlight is None and found.question.type in _NEEDS_STORY:
            lines.append(self._frame("questions-prep-none", found, {}))
        lines.append(own)
        if spare is not None:
            lines.append(self._frame("questions-prep-second", found, {"second": _reference(spare)}))
        return self.pen.prose(*lines)

    def _frame(self, frame: str, found: Chosen, slots: Mapping[str, Fill]) -> Line:
        text = self.pen.pick(self.knowledge.frames[frame].texts, seed=f"{frame}:{found.question.id}", slots=slots)
        at = f"{found.question.id}:{frame}"
        if "[" in text:
            return self.pen.draft(text, at=at, slots=slots)
        return self.pen.role(text, entry=frame, at=at, slots=slots)

    def _stories(self, found: Chosen) -> tuple[Story | None, Story | None]:
        """The story to use and a second one; the same story serves few questions while others fit as well."""
        least, worn = _NEARER if found.question.type in _MAY_USE_STORY else _NEAR, _WORN
        if _is_of_trade(found.question):
            least, worn = SAME, _WORN_OF_SUBJECT
        ranked = sorted(
            (
                (points - worn * self._uses[story.number], -story.number, story)
                for story in self.stories
                if (points := self._fit(story, found)) >= least
            ),
            key=lambda row: row[:2],
            reverse=True,
        )
        best = [story for _, _, story in ranked[:2]]
        wants_spare = found.question.type in _NEEDS_STORY
        main = best[0] if best else self._any(found)
        spare = best[1] if len(best) > 1 and wants_spare else None
        for story in (main, spare):
            if story is not None:
                self._uses[story.number] += 1
        return main, spare

    def _fit(self, story: Story, found: Chosen) -> float:
        """How well a story answers a question."""
        question = found.question
        own = 4.0 if found.highlight is not None and story.highlight == found.highlight.id else 0.0
        if "bullet" in slots_of(question.q):
            return own
        if found.quotes_requirement and found.requirement is not None:
            return own + self._answers(story, found.requirement)
        shared = self._subjects.shared(question, self._told[story.number])
        if _is_of_trade(question):
            return own + (shared + _TAGS * self._tags(story, question) if shared >= SAME else 0.0)
        return own + min(shared, SAME) / 2 + self._tags(story, question)

    def _answers(self, story: Story, line: Requirement) -> float:
        """How well a story answers a line of the posting: evidence that proves little has to be about the same thing."""
        told = self._told[story.number]
        strength = max(
            (
                piece.strength
                for piece in self.brief.matching.of(line.id).evidence
                if piece.highlight == story.highlight
                and (piece.strength >= SHOWN or is_of_line(line.text, told, self.knowledge))
            ),
            default=None,
        )
        return 0.0 if strength is None else 2.0 + 2.0 * strength

    def _tags(self, story: Story, question: BankQuestion) -> float:
        """How far a story shows the competency of a question."""
        worth = next((row for row in self.brief.matching.highlights if row.highlight == story.highlight), None)
        shown = (
            worth.competencies
            if worth is not None and worth.competencies
            else competencies_in(story.anchor.text, self.knowledge)
        )
        shown = shown[:4]
        rank = 3.0 - 0.6 * shown.index(question.competency) if question.competency in shown else 0.0
        competency = self.knowledge.competencies.get(question.competency or "")
        tagged = {competency.name} if competency is not None else set()
        tagged |= {value.name for value in self.brief.company.values if question.competency in value.competencies}
        return rank + (1.5 if tagged.intersection(story.competencies) else 0.0)

    def _any(self, found: Chosen) -> Story | None:
        """The story whose words come nearest, where the bank's own text names one; never for a question without."""
        texts = (found.question.q, found.question.tests, found.question.prep, found.question.practice)
        if not self.stories or not any("{story}" in text for text in texts):
            return None
        wanted = content(" ".join(texts))
        return max(
            self.stories,
            key=lambda story: (len(wanted & content(story.anchor.text)) - 2 * self._uses[story.number], -story.number),
        )


def _is_of_trade(question: BankQuestion) -> bool:
    """Whether a question is about a thing of the trade, and not about how somebody behaves."""
    return bool(question.topics) or question.type not in _NEEDS_STORY | _MAY_USE_STORY


def _reference(story: Story) -> tuple[Link]:
    return (Link(target=f"story-{story.number}", text=f"Story {story.number} ({story.title})"),)


def _spoken(counts: Mapping[str, int]) -> str:
    """A distribution in words: "4 coding, 3 system design and 1 operational"."""
    parts = [f"{count} {name.replace('_', ' ')}" for name, count in counts.items()]
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
