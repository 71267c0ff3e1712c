"""Words of a PDF that nobody can see are set apart; what is plain to see raises no alarm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_pages import FILLER, lines, pdf, plain_page, text_of
from reportlab.pdfgen.canvas import Canvas

from playbook.errors import Refusal
from playbook.intake.read import read_bytes


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 300, "SECRET words")


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.995, 0.995, 0.995)
    canvas.drawString(72, 300, "SECRET words")


def without_ink(canvas: Canvas) -> None:
    text = canvas.beginText(72, 300)
    text.setTextRenderMode(3)
    text.textLine("SECRET words")
    text.setTextRenderMode(0)
    canvas.drawText(text)


def over_visible_ink(canvas: Canvas) -> None:
    text = canvas.beginText(72, 690)
    text.setTextRenderMode(3)
    text.textLine("SECRET words")
    text.setTextRenderMode(0)
    canvas.drawText(text)


def off_the_page(canvas: Canvas) -> None:
    canvas.drawString(72, -40, "SECRET words")


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(72, 300, "SECRET words")


def covered(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "SECRET words")
    canvas.setFillColorRGB(0.8, 0.8, 0.9)
    canvas.rect(60, 290, 200, 30, fill=1, stroke=0)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(72, 300, "SECRET words")
    canvas.setFillAlpha(1)


def clipped(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(0, 0, 5, 5)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawString(72, 300, "SECRET words")
    canvas.restoreState()


@pytest.mark.parametrize(
    "trick", [white, nearly_white, without_ink, over_visible_ink, off_the_page, tiny, covered, transparent, clipped]
)
def test_what_the_eye_does_not_see_is_set_apart_and_reported(trick: Callable[[Canvas], None]):
    def paint(canvas: Canvas) -> None:
        plain_page(canvas)
        trick(canvas)

    document = read_bytes(pdf(paint), "resume", "pdf")
    assert "SECRET" not in document.text
    assert FILLER in document.text
    assert [one.text for one in document.hidden] == ["SECRET words"]
    assert [note.code for note in document.notes] == ["resume.hidden-text"]
    assert "SECRET" not in document.notes[0].message


def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.1, 0.3)
    canvas.rect(60, 290, 200, 30, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 300, "PLAIN words")


def pale_grey(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.6, 0.6, 0.6)
    canvas.drawString(72, 300, "PLAIN words")


def small(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 6)
    canvas.drawString(72, 300, "PLAIN words")


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm(f"form{canvas.getPageNumber()}")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 300, "PLAIN words")
    canvas.endForm()
    canvas.doForm(f"form{canvas.getPageNumber()}")


def outlined(canvas: Canvas) -> None:
    text = canvas.beginText(72, 300)
    text.setTextRenderMode(2)
    text.textLine("PLAIN words")
    text.setTextRenderMode(0)
    canvas.drawText(text)


@pytest.mark.parametrize("style", [white_on_dark, pale_grey, small, in_a_form, outlined])
def test_what_is_plain_to_see_raises_no_alarm(style: Callable[[Canvas], None]):
    def paint(canvas: Canvas) -> None:
        plain_page(canvas)
        style(canvas)

    document = read_bytes(pdf(paint), "resume", "pdf")
    assert "PLAIN words" in document.text
    assert document.hidden == ()


def test_a_file_that_shows_little_of_what_it_holds_is_refused():
    def paint(canvas: Canvas) -> None:
        canvas.drawString(72, 780, "Ana Ruiz, Librarian, Leeds")
        canvas.setFillColorRGB(1, 1, 1)
        lines(canvas, [FILLER] * 8, 72)

    with pytest.raises(Refusal) as refused:
        text_of(pdf(paint))
    assert refused.value.code == "resume.hidden-text"
