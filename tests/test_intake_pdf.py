"""PDFs are read as the eye reads them, column by column. What the eye does not see is for `test_hidden_text`."""

from __future__ import annotations

import io

import pytest
from pdf_pages import FILLER, lines, pdf, plain_page, text_of
from reportlab.pdfgen.canvas import Canvas

from playbook.errors import Refusal
from playbook.intake.read import read_bytes

LEFT = ["SKILLS", "Python", "SQL", "Excel", "Welding", "", "LANGUAGES", "Spanish", "Twi"]
RIGHT = [
    "EXPERIENCE",
    "Store Manager, Larkhill Books, Leeds",
    "March 2019 - Present",
    "- Cut returns from 9% to 4% within a year by checking",
    "orders at the door",
    "- Hired and trained six booksellers, two of whom now",
    "run shops of their own",
]


@pytest.mark.parametrize("offset", [0, 5])
def test_columns_are_read_one_after_the_other_whether_or_not_their_lines_are_level(offset: float):
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 20)
        canvas.drawString(40, 780, "Ana Ruiz")
        canvas.setFont("Helvetica", 10)
        for number in range(max(len(LEFT), len(RIGHT))):  # painted row by row
            if number < len(LEFT):
                canvas.drawString(40, 700 - number * 14, LEFT[number])
            if number < len(RIGHT):
                canvas.drawString(220, 700 - offset - number * 14, RIGHT[number])
        lines(canvas, [FILLER], 220, 500)

    text = text_of(pdf(paint))
    assert text.index("Ana Ruiz") < text.index("SKILLS")
    assert "Python\nSQL\nExcel" in text
    assert "- Cut returns from 9% to 4% within a year by checking orders at the door\n- Hired" in text


def test_dates_at_the_margin_stay_with_their_lines():
    def paint(canvas: Canvas) -> None:
        rows = [
            ("Store Manager, Larkhill Books", "2019 - 2023"),
            ("Bookseller, Larkhill Books", "2015 - 2019"),
            ("Clerk", "2012 - 2015"),
        ]
        for number, (role, dates) in enumerate(rows):
            canvas.drawString(72, 700 - number * 60, role)
            canvas.drawRightString(520, 700 - number * 60, dates)
            lines(canvas, ["- Short line", "- Another one"], 80, 685 - number * 60)
        lines(canvas, [FILLER, FILLER], 72, 400)

    assert "Store Manager, Larkhill Books\t2019 - 2023\n- Short line" in text_of(pdf(paint))


def test_a_side_bar_goes_on_over_pages_and_does_not_cut_a_role():
    def paint(canvas: Canvas) -> None:
        page = canvas.getPageNumber()
        lines(canvas, [f"SIDE {page}{letter}" for letter in "ABCDEFGH"], 40)
        lines(canvas, [f"Main line {page}-{number} that tells what was done at length" for number in range(12)], 200, 697)

    text = text_of(pdf(paint, pages=2))
    assert text.index("SIDE 2H") < text.index("Main line 1-0")
    assert text.index("SIDE 2H") < text.index("Main line 1-11") < text.index("Main line 2-0")


def test_running_heads_and_page_numbers_are_taken_off():
    def paint(canvas: Canvas) -> None:
        canvas.drawString(72, 810, "Ana Ruiz, curriculum vitae")
        canvas.drawString(280, 30, f"Page {canvas.getPageNumber()} of 3")
        lines(canvas, [f"Line {canvas.getPageNumber()}-{number}: {FILLER}" for number in range(5)], 72)

    text = text_of(pdf(paint, pages=3))
    assert text.count("curriculum vitae") == 1
    assert "Page 2" not in text


def test_a_scan_is_refused_and_names_the_way_out():
    from PIL import Image

    page = Image.new("RGB", (595, 842), (244, 242, 240))

    def paint(canvas: Canvas) -> None:
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(page), 0, 0, 595, 842)

    with pytest.raises(Refusal) as refused:
        text_of(pdf(paint))
    assert refused.value.code == "resume.scanned"
    assert "--ocr" in refused.value.remedy


def test_ligatures_and_letter_spacing_are_undone():
    def paint(canvas: Canvas) -> None:
        text = canvas.beginText(72, 760)
        text.setCharSpace(6)
        text.textLine("AMARA  OKAFOR")
        text.setCharSpace(0)
        canvas.drawText(text)
        lines(canvas, [FILLER] * 5, 72)

    assert text_of(pdf(paint)).startswith("AMARA OKAFOR\n")


def test_a_turned_page_is_read_as_it_is_shown():
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(pdf(lambda canvas: lines(canvas, [f"{number} {FILLER}" for number in range(6)], 72))))
    writer = pypdf.PdfWriter()
    page = reader.pages[0]
    writer.add_page(page)
    writer.pages[0].rotate(90)
    buffer = io.BytesIO()
    writer.write(buffer)
    assert sorted(text_of(buffer.getvalue()).split()) == sorted(
        text_of(pdf(lambda canvas: lines(canvas, [f"{number} {FILLER}" for number in range(6)], 72))).split()
    )


def test_what_is_typed_into_a_form_is_read():
    def paint(canvas: Canvas) -> None:
        plain_page(canvas)
        canvas.acroForm.textfield(name="city", value="Saskatoon", x=72, y=300, width=200, height=20)

    assert "Saskatoon" in text_of(pdf(paint))


def two_columns(canvas: Canvas) -> None:
    left = [f"left {number} some words that are read below each other" for number in range(12)]
    right = [f"right {number} other words beside them on the page" for number in range(12)]
    lines(canvas, left, 40)
    lines(canvas, right, 320)


def test_a_reading_across_columns_is_one_that_a_second_reader_does_not_share(monkeypatch: pytest.MonkeyPatch):
    """The known-bad case of the rule `layout-agreed`: lines that run over the gutter, as a careless reader takes them."""
    from playbook.intake.pdf import read as reading
    from playbook.intake.pdf.opinion import AGREED, agreement

    content = pdf(two_columns)
    right_order = [one.strip() for one in read_bytes(content, "resume", "pdf").text.split("\n") if one.strip()]
    words = [line.split() for line in right_order if line.startswith(("left", "right"))]
    across = [
        " ".join(word for pair in zip(row, words[-1 - number], strict=False) for word in pair)
        for number, row in enumerate(words)
    ]
    assert agreement(content, right_order) > AGREED > agreement(content, across)
    monkeypatch.setattr(reading, "agreement", lambda content, _lines: agreement(content, across))
    assert [note.code for note in read_bytes(content, "resume", "pdf").notes] == ["resume.layout-uncertain"]


def test_a_bullet_that_ends_in_dates_is_no_header():
    def paint(canvas: Canvas) -> None:
        lines(canvas, ["Ana Ruiz", "EXPERIENCE", "Clerk, Larkhill Books, 2018 - 2020"], 72, 760)
        texts = [
            "- Ran the reading programme of the county for two schools and their",
            "September 2018 to June 2019",
            "- Sold books",
        ]
        for number, text in enumerate(texts * 4):
            canvas.drawString(72 if text.startswith("-") else 82, 700 - 14 * number, text)

    text = text_of(pdf(paint))
    assert "for two schools and their September 2018 to June 2019\n- Sold books" in text
