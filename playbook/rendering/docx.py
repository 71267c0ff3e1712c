"""`playbook.docx`: what people edit (stories, scripts, handout) as a Word file with real headings, lists and tables.

The words are those of the sections. Blanks are highlighted prompts, and where a sentence comes from is said in words.
How a document is written down stands in `playbook.rendering.word`.
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.enum.section import WD_SECTION_START

from playbook.artifacts.plan import Plan
from playbook.artifacts.playbook import Playbook
from playbook.artifacts.scripts import Bridge, Curveball, GapRow, Scripts
from playbook.artifacts.stories import Stories, Story, StoryBuilder
from playbook.artifacts.theme import Theme
from playbook.provenance import Provenance
from playbook.rendering.english import English
from playbook.rendering.html import STATUSES
from playbook.rendering.ink import Ink
from playbook.rendering.word import Word, origin, page_number, shade

_GROUNDS: dict[Provenance, str] = {"resume": "EDF6F1", "candidate": "EAF5F8"}
"""Of a paragraph that is certain; every other one has the ground of a draft."""
_DRAFT = "FDF5E4"
_STAR = (30.0, 136.0)
_GAPS = (62.0, 74.0, 30.0)
_THIRDS = (55.0, 55.0, 56.0)
_HOW = (
    "Everything here can be edited. Highlighted [brackets] are questions that only you can answer: write your answer over "
    "them. Notes in parentheses say where a sentence comes from; delete them when you have checked it. "
    "What is verified stands in your resume; a draft is our wording."
)
_base = Ink(anchors=frozenset(), footnotes={}).base


def editable(playbook: Playbook, paper: str, theme: Theme | None = None) -> bytes:
    """The file; the same playbook, paper and theme give the same bytes."""
    brief = playbook.brief
    brand = theme.brand if theme is not None else None
    word = Word(f"Stories, scripts, handout: {brief.whose}", brief.candidate, brief.on, paper)
    word.text("Stories, scripts, handout", "Title")
    word.text(f"{brief.candidate} · {brief.posting.title} · {brief.company.name}", "Subtitle")
    if brand:
        word.text(brand)
    english = English(brief.language)
    word.text(english.said(_HOW))
    _foot(word, " · ".join(filter(None, (brand, brief.candidate, brief.posting.title))))
    _stories(word, playbook.stories)
    _scripts(word, playbook.scripts, english)
    _handout(word, playbook)
    return word.bytes()


def _foot(word: Word, text: str) -> None:
    paragraph = word.document.sections[0].footer.paragraphs[0]
    word.text(f"{text} · page ", within=word.document.sections[0].footer)
    page_number(paragraph)


def _stories(word: Word, stories: Stories) -> None:
    word.heading("Stories", 1)
    word.listed(stories.how, _base(stories.how))
    if stories.fewer:
        word.lines((stories.fewer,), _base(stories.fewer))
    for story in stories.stories:
        _story(word, story)
    _builder(word, stories.builder)


def _story(word: Word, story: Story) -> None:
    word.heading(
        f"{story.number}. {story.title}", 2, "yours" if story.marker == "yours" else "a draft to complete", on_new_page=True
    )
    word.text(" · ".join(filter(None, (*story.competencies, story.position, story.employer))))
    word.heading("What we know for certain", 3, origin(story.anchor.provenance))
    word.lines((story.anchor,), story.anchor.provenance, "Intense Quote")
    word.heading("Use this story for", 3, origin(_base(story.use_for)))
    word.listed(story.use_for, _base(story.use_for))
    word.heading("The story", 3)
    table = word.table(_STAR)
    for name in ("situation", "task", "action", "result"):
        prose = getattr(story, name)
        base = _base(prose, prefer="resume" if name == "result" else "draft")
        label, told = word.row(table, _STAR)
        word.text(name.capitalize(), "Table Head", label)
        word.origin(origin(base), label)
        word.lines(prose.lines, base, within=told)
        for cell in (label, told):
            shade(cell, _GROUNDS.get(base, _DRAFT))
    word.heading("Before you use this story", 3, origin(_base(story.before_you_use)))
    word.listed(story.before_you_use, _base(story.before_you_use))
    base = _base(story.follow_ups)
    word.heading("Likely follow-up questions", 3, origin(base))
    for follow in story.follow_ups:
        word.lines((follow.question,), base, "List Bullet")
        word.lines((follow.guidance,), base, "List Continue")


def _builder(word: Word, builder: StoryBuilder) -> None:
    word.heading("Build your own story", 2, on_new_page=True)
    word.lines(builder.start.lines, _base(builder.start))
    table = word.table(_STAR)
    for name, prompt in builder.prompts.items():
        label, told = word.row(table, _STAR)
        word.text(name.capitalize(), "Table Head", label)
        word.lines((prompt,), prompt.provenance, within=told)
        word.text("", within=told)
    word.heading("Is it ready?", 3, origin(_base(builder.readiness)))
    word.listed(builder.readiness, _base(builder.readiness))
    word.heading("Stress test with your AI assistant", 3, origin(builder.stress_test.provenance))
    word.lines((builder.stress_test,), builder.stress_test.provenance)


def _scripts(word: Word, scripts: Scripts, english: English) -> None:
    word.heading("Scripts for awkward questions", 1, on_new_page=True)
    if scripts.table:
        _gaps(word, scripts.table, english)
    for bridge in scripts.bridges:
        _bridge(word, bridge, english)
    base = _base(scripts.recovery, scripts.avoid, scripts.phrases)
    word.heading("When you don't know the answer", 2, origin(base))
    for step in scripts.recovery:
        word.heading(step.name, 3)
        word.lines((step.line,), base)
    word.heading("What to avoid", 3)
    word.listed(scripts.avoid, base)
    word.heading("Phrases that work", 3)
    word.listed(scripts.phrases, base)
    for ball in scripts.curveballs:
        _curveball(word, ball)
    base = _base(scripts.graceful_bridge)
    word.heading("The graceful bridge", 2, origin(base))
    word.lines(scripts.graceful_bridge.lines, base)


def _gaps(word: Word, rows: Iterable[GapRow], english: English) -> None:
    word.heading("Your gap analysis", 2)
    table = word.table(_GAPS, ("They ask for (from the posting)", english.said("Your resume shows"), "Status"))
    for row in rows:
        said, shown, status = word.row(table, _GAPS)
        word.lines((row.said,), "job", within=said)
        word.lines((row.evidence,), "resume", within=shown)
        word.text(STATUSES[row.status][1], within=status)


def _bridge(word: Word, bridge: Bridge, english: English) -> None:
    word.heading(f"Bridge {bridge.number}: {bridge.title}", 2)
    word.lines((bridge.about,), None, "Intense Quote")
    for title, lines in (("Why they will probe this", bridge.why.lines), ("Your bridge script", bridge.script.lines)):
        word.heading(title, 3, origin(_base(lines)))
        word.lines(lines, _base(lines))
    word.heading("Before you use it, verify", 3, origin(_base(bridge.verify)))
    word.listed(bridge.verify, _base(bridge.verify))
    word.heading(f"{english.practise} with your AI assistant", 3, origin(bridge.practice_prompt.provenance))
    word.lines((bridge.practice_prompt,), bridge.practice_prompt.provenance)


def _curveball(word: Word, ball: Curveball) -> None:
    base = _base(ball)
    word.heading(f"Curveball: “{ball.question.text}”", 2, origin(base))
    word.lines((ball.why,), base)
    word.listed(ball.framework, base)
    word.lines((ball.warning,), base, "Intense Quote")


def _handout(word: Word, playbook: Playbook) -> None:
    """A page of its own without foot, note and brand: it is handed over as it is."""
    plan: Plan = playbook.plan
    word.heading("Handout", 1, origin(_base(plan.phases)))
    word.lines(plan.why.lines, _base(plan.why))
    section = word.document.add_section(WD_SECTION_START.NEW_PAGE)
    section.footer.is_linked_to_previous = False
    word.text(playbook.brief.signature, "Title")
    word.text(f"My first ninety days · {playbook.brief.posting.title} · {playbook.brief.company.name}", "Subtitle")
    table = word.table(_THIRDS)
    cells = word.row(table, _THIRDS)
    for cell, phase in zip(cells, plan.phases, strict=True):
        word.text("Days " + phase.days.removeprefix("Days "), within=cell)
        word.text(phase.name, "Heading 2", cell)
        word.lines((phase.aim,), within=cell)
        for block in phase.blocks:
            if block.lines:
                word.text(block.heading, "Heading 3", cell)
                word.listed(block.lines, None, within=cell)
        word.text("My milestone", "Heading 3", cell)
        word.lines((phase.milestone,), within=cell)
