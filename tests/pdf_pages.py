"""PDF pages that tests paint themselves, and their text as it is read. What a page should say is for the tests."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from playbook.intake.read import read_bytes

FILLER = "Kept the reading room open on Sundays and ran the summer programme for forty children a week"


def pdf(paint: Callable[[Canvas], Any], pages: int = 1, **options: Any) -> bytes:
    """A PDF that `paint` draws, the same on each page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), **options)
    for _ in range(pages):
        canvas.setFont("Helvetica", 10)
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(canvas: Canvas, texts: list[str], x: float, y: float = 700, leading: float = 14) -> None:
    """Lines of text from the top down."""
    for number, text in enumerate(texts):
        canvas.drawString(x, y - number * leading, text)


def text_of(content: bytes) -> str:
    """The folded text of a resume."""
    return read_bytes(content, "resume", "pdf").text


def plain_page(canvas: Canvas) -> None:
    """A page of visible text."""
    canvas.setFillColorRGB(0, 0, 0)
    lines(canvas, ["Ana Ruiz", "Librarian", *[f"{FILLER} {number}" for number in range(6)]], 72)
