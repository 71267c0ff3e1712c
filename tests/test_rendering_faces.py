"""Scripts of the world: a font comes with the text that needs it, and what no font has is said."""

from __future__ import annotations

import json
import re

import pytest
from fontTools.ttLib import TTFont

from evals.document.tags import findings
from playbook.rendering import faces, html, pdf
from playbook.rendering.record import record
from tests.document_factory import documents
from tests.playbook_factory import make_playbook
from tests.rendered import pages

NAMES = {
    "Ελένη": ("PlaybookSansMore",),
    "Дмитрий": ("PlaybookSansMore",),
    "Nguyễn Thị Hồng Ánh": ("PlaybookSansMore",),
    "مريم": ("PlaybookArabic",),
    "נועה": ("PlaybookHebrew",),
    "आशा": ("PlaybookDevanagari",),
    "李明": ("PlaybookHan",),
    "こどもの家": ("PlaybookHan",),
    "김서연": ("PlaybookHan",),
    "Zoë Martínez-Łukasz": (),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_font_is_loaded_where_a_text_needs_it(name: str) -> None:
    ready = faces.cast(name)
    assert (ready.text, ready.added, ready.absent) == (name, NAMES[name], ())


def test_every_script_is_printed_with_glyphs_of_its_own() -> None:
    """No empty box in the file, and the words come back."""
    page = f'<html lang="en"><head><title>Names</title></head><body><h1>Names</h1><p>{", ".join(NAMES)}</p></body></html>'
    data = pdf.write(pdf.lay_out(page, "a4"), pdf.Made(make_playbook().brief.on, b"x"))
    assert findings(data) == []
    text = pages(data)[0]
    for name in ("Ελένη", "Дмитрий", "Nguyễn", "李明", "김서연", "こどもの家"):
        assert name in text


def test_what_no_font_has_is_left_out_and_said() -> None:
    """One sign for a run of it, and a note that names the script."""
    ready = faces.cast("Somchai สมชาย ใจดี, baker")
    assert ready.text == f"Somchai {faces.ABSENT}, baker"
    assert "thai" in faces.says(ready.absent)
    brief = make_playbook().brief
    strange = make_playbook().model_copy(update={"brief": brief.model_copy(update={"candidate": "สมชาย"})})
    assert html.unprintable(strange) == tuple("ชมยสา")
    page = html.page(strange, "print")
    assert "The PDFs cannot print 5 characters (thai" in page
    (note,) = record(strange, documents())["notes"]["document"]
    assert note["code"] == "document.characters"
    assert record(make_playbook(), documents())["notes"]["document"] == []


def test_marks_that_turn_the_text_are_dropped() -> None:
    """Nobody sets our own words backwards."""
    assert faces.cast("a\u202edesrever\u202c b").text == "adesrever b"


def test_the_list_of_what_fonts_have_is_true() -> None:
    assert json.loads(faces.COVERAGE.read_text(encoding="utf-8")) == faces.measured()


def test_every_added_font_is_named_in_the_stack() -> None:
    """A family that no rule names would be chosen by chance."""
    tokens = (html.PACKAGE / "styles" / "tokens.css").read_text(encoding="utf-8")
    stacks = {name: set(re.findall(r'"([^"]+)"', stack)) for name, stack in re.findall(r"--(sans|serif): ([^;]+);", tokens)}
    for files in faces.FILES.values():
        for family, file, _, _ in files:
            assert (faces.FONTS / file).is_file()
            assert family in stacks["serif"]
            assert family in stacks["sans"] or family == "Playbook Serif More"


def test_the_number_of_a_glyph_is_its_character_id_where_a_font_has_them() -> None:
    order = TTFont(faces.FONTS / "PlaybookHan-Regular.otf").getGlyphOrder()
    assert order[1:] == [f"cid{number:05}" for number in range(1, len(order))]
