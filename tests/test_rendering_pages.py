"""What stands on which page: none near-empty, one story or question each, sheets on one page, however long the text."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from playbook.provenance import Line, Words
from playbook.rendering import html, pdf
from playbook.rendering.one_page import LADDER, fitted
from tests.document_factory import NAME
from tests.line_factory import mapped
from tests.playbook_factory import make_playbook
from tests.rendered import built, filled, pages, targets

HOSTILE = '<script>alert(1)</script><img src="file:///etc/hostname"> {{ 7*7 }} </style> ' + "W" * 2000


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_full_playbook_has_as_many_pages_as_promised(paper: str) -> None:
    """35 to 45 pages, none of them near-empty."""
    data = built(paper)["playbook.pdf"]
    fills = filled(data)
    assert 35 <= len(fills) <= 45
    assert [(number, fill) for number, fill in enumerate(fills, 1) if fill < 0.25] == []


def test_each_story_and_each_question_has_a_page_of_its_own() -> None:
    """They begin on consecutive pages."""
    places = targets(built()["playbook.pdf"])
    for kind, count in (("story", 8), ("question", 12)):
        pages = [places[f"{kind}-{number}"] for number in range(1, count + 1)]
        assert pages == list(range(pages[0], pages[0] + count))


@pytest.mark.parametrize("factor", [1.3, 1.6])
def test_longer_stories_and_questions_still_take_one_page(factor: float) -> None:
    """The type becomes smaller before a second page is begun."""

    def longer(line: Line) -> Line:
        words = " ".join(part.text for part in line.parts if isinstance(part, Words)).split() or ["what?"]
        extra = " ".join((words * 3)[: int(len(line.text.split()) * (factor - 1))])
        return line.model_copy(update={"parts": (*line.parts, Words(text=f" {extra}"))}) if extra else line

    playbook = make_playbook(3, 3)
    playbook = playbook.model_copy(
        update={"stories": mapped(playbook.stories, longer), "questions": mapped(playbook.questions, longer)}
    )
    places = targets(pdf.write(pdf.lay_out(html.page(playbook, "print"), "a4"), pdf.Made(playbook.brief.on, b"x")))
    for kind, after in (("story", "story-builder"), ("question", "section-7")):
        pages = [places[name] for name in (f"{kind}-1", f"{kind}-2", f"{kind}-3", after)]
        assert pages == list(range(pages[0], pages[0] + 4))


@pytest.mark.parametrize("name", ["handout.pdf", "cheat-sheet.pdf"])
def test_the_sheets_are_one_page_each(name: str) -> None:
    """With the candidate's name; the handout without marks and brand."""
    shown = pages(built()[name])
    assert len(shown) == 1
    assert NAME in shown[0]
    if name == "handout.pdf":
        assert not re.search(r"playbook|draft|verify|✓|←", shown[0], re.IGNORECASE)


def test_no_sheet_overflows_however_long_its_lists() -> None:
    """The type becomes smaller, then the last lines of the longest lists go; the first ones stay."""
    playbook = make_playbook()
    phases = tuple(
        phase.model_copy(update={"blocks": tuple(b.model_copy(update={"lines": b.lines * 9}) for b in phase.blocks)})
        for phase in playbook.plan.phases
    )
    sheet = playbook.cheat_sheet
    long = playbook.model_copy(
        update={
            "plan": playbook.plan.model_copy(update={"phases": phases}),
            "cheat_sheet": sheet.model_copy(
                update={"selling_points": sheet.selling_points * 8, "remember": sheet.remember * 8}
            ),
        }
    )
    made = pdf.Made(long.brief.on, b"x")
    shown, scale, page = fitted(long, "handout", "letter", made)
    assert (len(pages(page)), scale) == (1, LADDER[-1])
    for before, after in zip(long.plan.phases, shown.plan.phases, strict=True):
        for whole, kept in zip(before.blocks, after.blocks, strict=True):
            assert kept.lines == whole.lines[: len(kept.lines)]
            assert kept.lines
    shown, scale, page = fitted(long, "cheat-sheet", "letter", made)
    assert (len(pages(page)), scale) == (1, LADDER[-1])
    assert 1 <= len(shown.cheat_sheet.selling_points) < len(long.cheat_sheet.selling_points)


def test_a_hostile_text_is_printed_and_nothing_else() -> None:
    """Markup stays text, nothing is fetched, and a word of 2,000 letters keeps to the page."""

    def hostile(line: Line) -> Line:
        return line.model_copy(update={"parts": (*line.parts, Words(text=f" {HOSTILE}"))})

    playbook = make_playbook(1, 1)
    story = playbook.stories.stories[0].model_copy(update={"title": HOSTILE, "competencies": (HOSTILE,)})
    stories = playbook.stories.model_copy(update={"stories": (story,)})
    scripts = playbook.scripts.model_copy(update={"bridges": mapped(playbook.scripts.bridges[:1], hostile)})
    playbook = playbook.model_copy(update={"scripts": scripts, "stories": stories})
    page = html.page(playbook, "web")
    assert page.count("<script") == html.page(make_playbook(1, 1), "web").count("<script") == 1
    assert "<img" not in page
    assert "49" not in re.findall(r"\{\{.*?\}\}|\b49\b", page)
    data = pdf.write(pdf.lay_out(html.page(playbook, "print"), "a4"), pdf.Made(playbook.brief.on, b"x"))
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        text = document[number].get_textpage()
        rights = [text.get_charbox(index)[2] for index in range(0, text.count_chars(), 7)]
        assert max(rights, default=0) <= document[number].get_width(), number + 1
