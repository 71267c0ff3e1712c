"""A filled PDF is a file of answers: what a reader typed comes back, and a PDF that cannot be ours is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject
from pypdfium2 import raw

from playbook.answering import check_owner, fill_in
from playbook.artifacts.answers import LONGEST, Answer, Answers
from playbook.artifacts.brief import Brief
from playbook.artifacts.playbook import Playbook
from playbook.errors import Refusal
from playbook.intake.answers import read_answers
from playbook.provenance import lines_of
from playbook.rendering.answers import answers as answers_yaml
from playbook.rendering.render import render
from playbook.settings import CHECKOUT
from tests.document_factory import documents
from tests.playbook_factory import make_playbook

RESUME = CHECKOUT / "datasets/intake/sidebar-right-paralegal/document.pdf"
SAID = "Naïve — “Łódź”, the 3 a.m. shift; 42 µs"


@pytest.fixture(scope="module")
def made() -> Playbook:
    """A playbook with two stories."""
    return make_playbook(2, 2)


@pytest.fixture(scope="module")
def pdf(made: Playbook) -> bytes:
    """As a build leaves it."""
    return render(made, documents())["playbook.pdf"]


def ids(playbook: Playbook) -> list[str]:
    """Every blank, in document order."""
    return list(dict.fromkeys(blank.id for _, line in lines_of(playbook.sections) for blank in line.blanks))


def typed(pdf: bytes, texts: dict[str, str]) -> bytes:
    """The PDF as a reader saves it with these texts in its fields."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, texts, auto_regenerate=False)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """The bytes of a document."""
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], Answers]:
    """Reads bytes as the file of `--answers`."""

    def reading(content: bytes) -> Answers:
        (tmp_path / "filled.pdf").write_bytes(content)
        return read_answers(tmp_path / "filled.pdf")

    return reading


def test_what_was_typed_comes_back_under_the_ids_of_its_blanks(made: Playbook, pdf: bytes, read: Callable[[bytes], Answers]):
    one, other, *_ = ids(made)
    found = read(typed(pdf, {one: SAID, other: "two\nlines"}))
    assert [(answer.id, answer.text) for answer in found.answers] == [(one, SAID), (other, "two lines")]
    assert found.of == made.brief.whose


def test_the_page_s_file_and_the_pdf_are_the_same_answers(
    made: Playbook, pdf: bytes, read: Callable[[bytes], Answers], tmp_path: Path
):
    first = ids(made)[0]
    text = answers_yaml(made).decode().replace('answer: ""', f"answer: {json.dumps(SAID, ensure_ascii=False)}", 1)
    (tmp_path / "answers.yaml").write_text(text, encoding="utf-8")
    assert read_answers(tmp_path / "answers.yaml") == read(typed(pdf, {first: SAID}))


def test_what_is_typed_in_a_reader_and_saved_comes_back(pdf: bytes, read: Callable[[bytes], Answers]):
    """PDFium is what fills in forms in Chrome: click on the first field, type, leave, save."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    at, field = next(
        (number, note.get_object())
        for number, page in enumerate(PdfReader(BytesIO(pdf)).pages)
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Widget"
    )
    sheet = document[at]  # kept: PDFium frees a page that nobody holds
    form, page = document.formenv.raw, sheet.raw
    left, bottom, right, top = map(float, field["/Rect"])
    point = (0, (left + right) / 2, (bottom + top) / 2)
    raw.FORM_OnAfterLoadPage(page, form)
    raw.FORM_OnLButtonDown(form, page, *point)
    raw.FORM_OnLButtonUp(form, page, *point)
    for sign in SAID:
        raw.FORM_OnChar(form, page, ord(sign), 0)
    raw.FORM_ForceToKillFocus(form)
    saved = BytesIO()
    document.save(saved)
    found = read(saved.getvalue())
    assert [(answer.id, answer.text) for answer in found.answers] == [(str(field["/T"]), SAID)]
    assert found.of is not None


def test_nothing_typed_is_no_answer_and_no_refusal(pdf: bytes, read: Callable[[bytes], Answers]):
    assert read(pdf).answers == ()


def test_answers_of_before_are_kept_and_what_is_typed_now_is_added(made: Playbook, read: Callable[[bytes], Answers]):
    one, other, *_ = ids(made)
    given = Answers(answers=(Answer(id=one, text="Before."),))
    again = made.model_copy(update={"stories": fill_in(made.stories, given), "pitch": fill_in(made.pitch, given)})
    assert one not in ids(again)
    filled = read(typed(render(again, documents())["playbook.pdf"], {other: "Now."}))
    assert {answer.id: answer.text for answer in filled.answers} == {one: "Before.", other: "Now."}
    assert f'id: "{one}"' in answers_yaml(again).decode()
    assert 'answer: "Before."' in answers_yaml(again).decode()


def test_a_reader_that_drops_attachments_loses_no_answer(made: Playbook, pdf: bytes, read: Callable[[bytes], Answers]):
    first = ids(made)[0]
    writer = PdfWriter(clone_from=BytesIO(typed(pdf, {first: SAID})))
    del writer.root_object["/Names"][NameObject("/EmbeddedFiles")]  # type: ignore[attr-defined]
    found = read(written(writer))
    assert [answer.text for answer in found.answers] == [SAID]
    assert found.of is None


def flattened(pdf: bytes) -> bytes:
    """As a flattening leaves it: the pages and the attachment, without fields."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    del writer.root_object["/AcroForm"]
    for page in writer.pages:
        page[NameObject("/Annots")] = ArrayObject()
    return written(writer)


def printed(pdf: bytes) -> bytes:
    """As printing to a file leaves it: the pages alone."""
    writer = PdfWriter()
    writer.add_page(PdfReader(BytesIO(pdf)).pages[0])
    return written(writer)


def locked(pdf: bytes) -> bytes:
    """Behind a password."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def torn(pdf: bytes) -> bytes:
    """Half a download, and then nothing."""
    return pdf[:400]


def talkative(pdf: bytes) -> bytes:
    """A field with more words than an answer may have."""
    return typed(pdf, {ids(make_playbook(2, 2))[0]: "x" * (LONGEST + 1)})


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (flattened, "answers.no-fields"),
        (printed, "answers.not-a-playbook"),
        (locked, "answers.encrypted"),
        (torn, "answers.unreadable"),
        (talkative, "answers.too-long"),
        (lambda _: RESUME.read_bytes(), "answers.not-a-playbook"),
    ],
)
def test_a_pdf_that_holds_no_answers_is_refused_with_what_to_do(
    damage: Callable[[bytes], bytes], code: str, pdf: bytes, read: Callable[[bytes], Answers]
):
    with pytest.raises(Refusal) as refused:
        read(damage(pdf))
    assert refused.value.code == code
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("of", "accepted"),
    [
        (None, True),
        ("{candidate}, {title}, {company}", True),
        ("{candidate}, Another Title, {company}", True),
        ("Another Name, {title}, {company}", True),
        ("{candidate}, {title}, Another Company", False),
        ("Another Name, Another Title, {company}", False),
    ],
)
def test_answers_of_another_playbook_are_refused_and_a_corrected_name_is_not(
    of: str | None, accepted: bool, case: Callable[[str], Brief]
):
    brief = case("jordan-chen")
    of = of.format(candidate=brief.candidate, title=brief.posting.title, company=brief.company.name) if of else None
    if accepted:
        check_owner(Answers(of=of), brief)
    else:
        with pytest.raises(Refusal, match=r"answers\.of-another-playbook"):
            check_owner(Answers(of=of), brief)
