"""Word files are read in their final version, each text once, and only what is shown."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from playbook.artifacts.document import Document
from playbook.intake.read import read_bytes

FILLER = "Kept the reading room open on Sundays and ran the summer programme for forty children a week"
W = nsdecls("w")


def read(document: Any) -> Document:
    """What is read of a python-docx document, with enough words around it to be a resume."""
    for number in range(5):
        document.add_paragraph(f"{FILLER} {number}", style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    return read_bytes(buffer.getvalue(), "resume", "docx")


def test_deleted_words_are_gone_and_inserted_and_moved_ones_stay():
    document = docx.Document()
    paragraph = document.add_paragraph("Trained ")
    for part in (
        f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>six </w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="2" w:author="x"><w:r><w:t xml:space="preserve">nine </w:t></w:r></w:ins>',
        f'<w:moveFrom {W} w:id="3" w:author="x"><w:r><w:t>never </w:t></w:r></w:moveFrom>',
        f'<w:moveTo {W} w:id="4" w:author="x"><w:r><w:t>colleagues</w:t></w:r></w:moveTo>',
    ):
        paragraph._p.append(parse_xml(part))
    found = read(document)
    assert found.text.startswith("Trained nine colleagues")
    assert [note.code for note in found.notes] == ["resume.tracked-changes"]


def box(text: str, size: int = 20) -> Any:
    """A text box as Word writes it: once as a drawing, once as its fallback."""
    inner = f'<w:p><w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>{text}</w:t></w:r></w:p><w:p><w:r><w:t>More of it</w:t></w:r></w:p>'
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return parse_xml(
        f"<w:r {W} {names}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx><w:txbxContent>"
        f"{inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        f"{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_below_the_text():
    document = docx.Document()
    document.add_paragraph("Ana Ruiz")._p.append(box("SKILLS"))
    text = read(document).text
    assert text.count("SKILLS") == 1
    assert text.index("Ana Ruiz") < text.index(FILLER) < text.index("SKILLS")


def test_a_text_box_with_a_title_stays_on_top():
    document = docx.Document()
    document.add_paragraph("Librarian")._p.append(box("Ana Ruiz", size=48))
    assert read(document).text.startswith("Ana Ruiz")


@pytest.mark.parametrize(
    ("look", "reason"), [("white", "white text"), ("vanish", "hidden text"), ("tiny", "tiny text"), ("style", "white text")]
)
def test_runs_that_nobody_sees_are_set_apart(look: str, reason: str):
    document = docx.Document()
    paragraph = document.add_paragraph("Ana Ruiz ")
    run = paragraph.add_run("Kubernetes CPA")
    if look == "white":
        run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    elif look == "vanish":
        run.font.hidden = True
    elif look == "tiny":
        run.font.size = Pt(1)
    else:
        style = document.styles.add_style("Ghost", 1)
        style.font.color.rgb = RGBColor(0xFE, 0xFE, 0xFE)
        document.add_paragraph("MBA from nowhere", style="Ghost")
        paragraph._p.remove(run._r)
    found = read(document)
    assert [one.reason for one in found.hidden] == [reason]
    assert found.hidden[0].text not in found.text
    assert found.text.startswith("Ana Ruiz")


def test_white_words_in_a_dark_cell_are_plain_to_see():
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:fill="1F3864"/>'))
    run = cell.paragraphs[0].add_run("Ana Ruiz")
    run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    found = read(document)
    assert found.hidden == ()
    assert found.text.startswith("Ana Ruiz")


def test_a_table_that_lays_out_the_page_is_read_cell_by_cell_and_one_of_data_row_by_row():
    document = docx.Document()
    page = document.add_table(rows=1, cols=2)
    page.cell(0, 0).text = "SKILLS\nExcel\nWelding"
    page.cell(0, 1).text = "EXPERIENCE\nClerk, Larkhill Books"
    data = document.add_table(rows=2, cols=2)
    for row, values in enumerate((("2019 - 2023", "Clerk"), ("2023 - 2024", "Manager"))):
        for column, value in enumerate(values):
            data.cell(row, column).text = value
    text = read(document).text
    assert "SKILLS\nExcel\nWelding\n\nEXPERIENCE\nClerk, Larkhill Books" in text
    assert "2019 - 2023\tClerk\n2023 - 2024\tManager" in text


def test_the_name_may_stand_in_the_header_of_the_first_page():
    document = docx.Document()
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "Ana Ruiz"
    document.sections[0].header.paragraphs[0].text = "A. Ruiz, page 2"
    assert read(document).text.startswith("Ana Ruiz\n")


def test_an_archive_that_is_made_to_hurt_is_refused():
    from playbook.errors import Refusal

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:p/>")
        archive.writestr("word/comments.xml", b"0" * 210_000_000)
    with pytest.raises(Refusal) as refused:
        read_bytes(buffer.getvalue(), "resume", "docx")
    assert refused.value.code == "resume.too-large"


def test_entities_of_the_xml_are_not_resolved():
    from playbook.errors import Refusal

    document = docx.Document()
    document.add_paragraph(FILLER)
    buffer = io.BytesIO()
    document.save(buffer)
    evil = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(evil, "w") as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "word/document.xml":
                part = part.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document', 1)
                part = part.replace(b"Kept the", b"&e;Kept the", 1)
            target.writestr(info, part)
    try:
        text = read_bytes(evil.getvalue(), "resume", "docx").text
    except Refusal as refusal:
        assert refusal.code in {"resume.unreadable", "resume.too-short"}  # noqa: PT017  either way is right
    else:
        assert "Kept the" in text or "reading room" in text
