"""The Word file: the words of the sections under real headings, prompts that stand out, origins in words, the same bytes twice."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.table import Table
from docx.text.paragraph import Paragraph

from playbook.artifacts.theme import Theme
from playbook.provenance import Line, Words, lines_of
from playbook.rendering.docx import editable
from playbook.rendering.word import Word
from tests.document_factory import NAME
from tests.line_factory import mapped
from tests.playbook_factory import make_playbook

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def file() -> bytes:
    """Three stories, three bridges, the handout."""
    return editable(make_playbook(3, 3), "a4")


def paragraphs(content: bytes) -> list[Paragraph]:
    """Every paragraph in reading order, those in cells too."""
    found: list[Paragraph] = []
    for block in docx.Document(BytesIO(content)).iter_inner_content():
        found += [block] if isinstance(block, Paragraph) else _of_table(block)
    return found


def _of_table(table: Table) -> list[Paragraph]:
    return [paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]


def test_every_sentence_of_stories_scripts_and_handout_stands_in_it(file: bytes):
    text = "\n".join(paragraph.text for paragraph in paragraphs(file))
    playbook = make_playbook(3, 3)
    sections = {
        "stories": playbook.stories.stories,
        "builder": playbook.stories.builder,
        "scripts": playbook.scripts,
        "plan": playbook.plan,
    }
    said = [(at, line.text) for at, line in lines_of(sections)]
    assert [(at, words) for at, words in said if words not in text] == []
    assert len(said) > 150


def test_headings_are_word_s_own_and_nest(file: bytes):
    heads = [
        (str(p.style.name), p.text.split("  (")[0])
        for p in paragraphs(file)
        if p.style and str(p.style.name).startswith("Heading")
    ]
    levels = [int(name.rsplit(" ", 1)[1]) for name, _ in heads]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert [text for name, text in heads if name == "Heading 1"] == ["Stories", "Scripts for awkward questions", "Handout"]
    titles = [f"{story.number}. {story.title}" for story in make_playbook(3, 3).stories.stories]
    assert [text for name, text in heads if name == "Heading 2"][:3] == titles


def test_blanks_are_highlighted_prompts_and_nothing_else_is(file: bytes):
    runs = [run for paragraph in paragraphs(file) for run in paragraph.runs]
    prompts = {run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW}
    playbook = make_playbook(3, 3)
    lines = [line for part in (playbook.stories, playbook.scripts) for _, line in lines_of(part)]
    assert prompts == {f"[{blank.question}]" for line in lines for blank in line.blanks}


def test_verified_and_draft_are_told_apart_in_words(file: bytes):
    text = "\n".join(paragraph.text for paragraph in paragraphs(file))
    assert "verified: from your papers" in text
    assert "draft: check it" in text


def test_the_first_table_of_a_section_repeats_its_head(file: bytes):
    with ZipFile(BytesIO(file)) as package:
        body = package.read("word/document.xml").decode()
    assert "w:tblHeader" in body
    assert "w:cantSplit" in body


def test_the_handout_bears_no_brand_no_note_and_no_foot():
    file = editable(make_playbook(1, 1), "a4", Theme(brand="Northlight Careers"))
    document = docx.Document(BytesIO(file))
    first, last = document.sections
    assert "Northlight Careers" in first.footer.paragraphs[0].text
    assert [paragraph.text for paragraph in last.footer.paragraphs] == [""]
    texts = [paragraph.text for paragraph in paragraphs(file)]
    handout = texts[len(texts) - 1 - texts[::-1].index(NAME) :]
    assert not [text for text in handout if "Northlight" in text or "draft" in text or "verified" in text]


@pytest.mark.parametrize(("paper", "width"), [("a4", 210.0), ("letter", 215.9)])
def test_the_same_playbook_gives_the_same_bytes_and_the_paper_is_kept(paper: str, width: float):
    one, other = editable(make_playbook(1, 1), paper), editable(make_playbook(1, 1), paper)
    assert one == other
    assert {info.date_time for info in ZipFile(BytesIO(one)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    document = docx.Document(BytesIO(one))
    assert document.sections[0].page_width
    assert document.sections[0].page_width.mm == pytest.approx(width, abs=0.1)
    core = document.core_properties
    assert (core.author, core.created.date() if core.created else None) == (NAME, make_playbook(1, 1).brief.on)


def test_what_xml_cannot_hold_is_left_out_and_markup_stays_words():
    def hostile(line: Line) -> Line:
        return line.model_copy(update={"parts": (*line.parts, Words(text=" \x07<w:t>&amp;\ufffe"))})

    playbook = make_playbook(1, 1)
    playbook = playbook.model_copy(update={"stories": mapped(playbook.stories, hostile)})
    assert " <w:t>&amp;" in "\n".join(paragraph.text for paragraph in paragraphs(editable(playbook, "a4")))


def test_an_empty_document_can_be_opened():
    assert docx.Document(BytesIO(Word("T", "A", make_playbook(1, 1).brief.on, "a4").bytes())).core_properties.title == "T"


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
def test_an_office_opens_it_and_the_handout_is_one_page(file: bytes, tmp_path: Path):
    from pypdf import PdfReader

    (tmp_path / "playbook.docx").write_bytes(file)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "playbook.docx"]
    own = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}  # the office has fonts of its own
    for _ in range(2):  # an office that has just made its profile may leave before it converts
        subprocess.run(command, check=False, capture_output=True, timeout=120, cwd=tmp_path, env=own)
        if (tmp_path / "playbook.pdf").exists():
            break
    pages = [page.extract_text() for page in PdfReader(tmp_path / "playbook.pdf").pages]
    assert "My first ninety days" in pages[-1]
    assert "My first ninety days" not in pages[-2]
    assert "page" not in pages[-1].splitlines()[-1]
