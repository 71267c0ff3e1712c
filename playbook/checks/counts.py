"""Checks of stories and questions against the bullets, the plan and each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from playbook.checks.frames import Frame, judge

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.inspection import CheckResult
    from playbook.artifacts.questions import Questions
    from playbook.artifacts.stories import Stories


def check_stories(stories: Stories, brief: Brief, *_: object) -> tuple[CheckResult, ...]:
    """The rules of `draft_stories`."""
    bullets = {bullet.id: bullet for bullet in brief.resume.highlights}
    employers = {bullet.id: position.employer for position in brief.resume.positions for bullet in position.highlights}
    counts = Counter(story.highlight for story in stories.stories)
    rows = [
        {"title": story.title, "bullet": story.highlight, "anchor": story.anchor.text, "employer": story.employer}
        for story in stories.stories
    ]
    return judge(
        Frame(
            rows,
            {
                "anchors-verbatim": lambda row: (
                    row["bullet"] in bullets
                    and row["anchor"] == bullets[row["bullet"]].text
                    and row["employer"] == employers[row["bullet"]]
                ),
                "one-story-a-bullet": lambda row: counts[row["bullet"]] == 1,
            },
            show="title",
        )
    )


def check_questions(questions: Questions, *_: object) -> tuple[CheckResult, ...]:
    """The rules of `generate_questions`."""
    types = Counter(question.type for question in questions.questions)
    said = {name: count for name, count in questions.distribution.items() if count}
    texts = Counter(question.question.text for question in questions.questions)
    return judge(
        Frame([{"said": str(said)}], {"distribution-holds": lambda _: dict(types) == said}, show="said"),
        Frame(
            [{"question": question.question.text} for question in questions.questions],
            {"questions-differ": lambda row: texts[row["question"]] == 1},
            show="question",
        ),
    )
