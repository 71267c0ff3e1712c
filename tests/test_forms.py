"""The form: every blank has a field of its name in the PDF and on the web page, once, and no other page has any."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from playbook.provenance import Blank, Line, Prose, Words, lines_of
from playbook.rendering.forms import Fields
from playbook.rendering.ink import Ink
from playbook.rendering.render import render
from tests.document_factory import documents
from tests.playbook_factory import make_playbook

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """A build with three stories."""
    return render(make_playbook(3, 2), documents())


def questions() -> dict[str, str]:
    """Id to question of every blank of that build."""
    return {blank.id: blank.question for _, line in lines_of(make_playbook(3, 2).sections) for blank in line.blanks}


def widgets(data: bytes) -> list[Any]:
    """Every field of a PDF, where it stands on a page."""
    notes = [note.get_object() for page in PdfReader(BytesIO(data)).pages for note in page.get("/Annots", [])]
    return [note for note in notes if note["/Subtype"] == "/Widget"]


def test_every_blank_is_a_field_of_the_pdf_that_says_its_question(files: Mapping[str, bytes]):
    found = [(str(field["/T"]), str(field["/TU"])) for field in widgets(files["playbook.pdf"])]
    assert dict(found) == questions()
    assert len(found) == len(dict(found))
    assert {str(field["/FT"]) for field in widgets(files["playbook.pdf"])} == {"/Tx"}


def test_every_field_has_its_place_in_the_tags_as_a_form(files: Mapping[str, bytes]):
    reader = PdfReader(BytesIO(files["playbook.pdf"]))
    tree: Any = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owner = dict(zip(tree[::2], tree[1::2], strict=True))
    assert {owner[field["/StructParent"]].get_object()["/S"] for field in widgets(files["playbook.pdf"])} == {"/Form"}


def test_the_builder_has_a_field_for_each_of_its_parts(files: Mapping[str, bytes]):
    prompts = make_playbook(3, 2).stories.builder.prompts
    names = {str(field["/T"]) for field in widgets(files["playbook.pdf"])}
    assert {blank.id for prompt in prompts.values() for blank in prompt.blanks} <= names
    assert len(prompts) == 5


def test_fields_lie_on_their_page_and_none_on_another(files: Mapping[str, bytes]):
    reader = PdfReader(BytesIO(files["playbook.pdf"]))
    for page in reader.pages:
        boxes = [note.get_object()["/Rect"] for note in page.get("/Annots", []) if note.get_object()["/Subtype"] == "/Widget"]
        corners = [tuple(map(float, box)) for box in boxes]
        for left, one, right, other in corners:
            assert 0 < left < right < float(page.mediabox.width)
            assert min(one, other) > 0
            assert max(one, other) < float(page.mediabox.height)
            assert max(one, other) - min(one, other) >= 8
        assert not any(_overlap(one, other) for at, one in enumerate(corners) for other in corners[at + 1 :])


@pytest.mark.parametrize("name", ["handout.pdf", "cheat-sheet.pdf"])
def test_the_sheets_are_not_filled_in(files: Mapping[str, bytes], name: str):
    assert widgets(files[name]) == []


def test_every_blank_is_an_input_of_the_web_page_with_its_question_as_label(files: Mapping[str, bytes]):
    web = files["playbook.html"].decode()
    inputs = re.findall(r'<(?:textarea|input) class="in"[^>]* name="([^"]+)"', web)
    labels = re.findall(r'<label class="bl" for="in-([^"]+)"', web)
    assert sorted(inputs) == sorted(labels) == sorted(questions())


def test_a_question_that_is_a_sentence_gets_lines_behind_the_mark_and_one_inside_gets_a_gap():
    whole = Line(parts=(Blank(id="b-1", question="Why?"),), provenance="draft")
    inside = Line(parts=(Words(text="With "), Blank(id="b-2", question="whom?"), Words(text=".")), provenance="draft")
    shown = str(_ink(Fields()).prose(Prose(lines=(whole, inside)), "resume"))
    assert shown.index("[Why?]") < shown.index("<textarea") < shown.index("With ") < shown.index("<input") < shown.index("←")


def test_a_blank_that_stands_twice_is_asked_once():
    ink, line = _ink(Fields()), Line(parts=(Blank(id="b-1", question="Why?"),), provenance="draft")
    assert "<textarea" in ink.line(line)
    assert str(ink.line(line, "draft")) == '<span class="bl" data-blank="b-1">[Why?]</span>'


def test_a_hostile_question_stays_words():
    line = Line(parts=(Blank(id="b-1", question='"><script>alert(1)</script>'),), provenance="draft")
    assert "<script" not in _ink(Fields()).line(line)
    assert '""' not in _ink(Fields()).line(line)


def _ink(fields: Fields) -> Ink:
    return Ink(anchors=frozenset(), footnotes={}, fields=fields)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(max(one[1::2]), max(other[1::2])) - max(min(one[1::2]), min(other[1::2]))
    return across > 0.5 and down > 0.5
