"""Files of every format become folded text, or one refusal with a code; never a traceback."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.resume import Resume
from playbook.errors import PlaybookError, Refusal
from playbook.intake.files import read
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.settings import CHECKOUT

TODAY = date(2026, 11, 23)
SAMPLES = CHECKOUT / "datasets" / "samples"
CASES = ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"]


def as_pdf(text: str, size: float = 10) -> bytes:
    """The folded text of a resume as a one-column PDF, dates at the right margin."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    plain = ParagraphStyle("plain", fontSize=size, leading=size * 1.2)
    bullet = ParagraphStyle("bullet", parent=plain, leftIndent=14, bulletIndent=4)
    heading = ParagraphStyle("heading", parent=plain, fontSize=size + 2, spaceBefore=8, spaceAfter=4, fontName="Helvetica-Bold")
    flow: list[Any] = []
    for line in text.split("\n"):
        if not line:
            flow.append(Spacer(1, 6))
        elif line.startswith("- "):
            flow.append(Paragraph(escape(line[2:]), bullet, bulletText="•"))
        elif "\t" in line:
            left, right = line.rsplit("\t", 1)
            cells = [Paragraph(escape(left), plain), Paragraph(f'<para align="right">{escape(right)}</para>', plain)]
            flow.append(Table([cells], colWidths=["70%", "30%"], style=[("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        else:
            flow.append(Paragraph(escape(line), heading if line.isupper() else plain))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, leftMargin=60, rightMargin=60).build(flow)
    return buffer.getvalue()


def as_docx(text: str) -> bytes:
    """The folded text of a resume as a Word file with real lists and headings."""
    import docx

    document = docx.Document()
    for line in filter(None, text.split("\n")):
        if line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line.isupper():
            document.add_heading(line, 2)
        else:
            document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def facts(resume: Resume) -> object:
    """What a resume says, without where it says so."""
    positions = [
        (one.kind, one.position and one.position.text, one.name and one.name.text, one.location, one.start_date, one.end_date)
        for one in resume.positions
    ]
    return (
        positions,
        [highlight.text for highlight in resume.highlights],
        [(skill.name, skill.group) for skill in resume.skills],
        [one.fact.text for one in resume.education],
        [one.fact.text for one in resume.certificates],
        resume.name and resume.name.text,
        resume.summary and resume.summary.text,
    )


def code_of(content: bytes, name: Any = "resume", expected: Any = None) -> str:
    """The code with which bytes are refused."""
    with pytest.raises(Refusal) as refused:
        read_bytes(content, name, expected)
    return refused.value.code


@pytest.mark.parametrize("case_name", CASES)
def test_one_resume_says_the_same_as_text_pdf_and_word(case_name: str, knowledge: Knowledge) -> None:
    """Positions, highlights and skills do not depend on the format."""
    document = read(SAMPLES / case_name / "resume.txt", "resume")
    expected = facts(parse_resume(document, knowledge, TODAY))
    for content in (as_pdf(document.text), as_pdf(document.text, size=12), as_docx(document.text)):
        other = read_bytes(content, "resume")
        assert facts(parse_resume(other, knowledge, TODAY)) == expected, other.format


@pytest.mark.parametrize("case_name", ["amara-okafor", "luis-herrera"])
def test_bullets_painted_by_themselves_and_broken_words_are_mended(case_name: str, knowledge: Knowledge) -> None:
    """Some programs paint all bullets after the text of a page, and break words with a hyphen of their own."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    document = read(SAMPLES / case_name / "resume.txt", "resume")
    rows = "".join(
        f"<li>{escape(line[2:])}</li>" if line.startswith("- ") else f"<p>{escape(line)}</p>"
        for line in document.text.split("\n")
        if line
    )
    # A font of its own: where this process has set pages of ours, fontconfig knows no other.
    font = (CHECKOUT / "playbook" / "rendering" / "fonts" / "PlaybookSerif-Regular.ttf").as_uri()
    style = f"@font-face {{font-family: own; src: url({font})}} body {{font-family: own}} "
    style += "body {font-size: 10.5pt; hyphens: auto; text-align: justify} p {margin: 0} li {margin-left: 14pt}"
    rows = rows.replace("\t", " &nbsp; &nbsp; &nbsp; &nbsp; ")
    content = weasyprint.HTML(string=f"<html lang=en><style>{style}</style><body>{rows}").write_pdf(
        font_config=FontConfiguration()
    )
    found = read_bytes(content, "resume")
    assert facts(parse_resume(found, knowledge, TODAY)) == facts(parse_resume(document, knowledge, TODAY))


def test_wrapped_lines_are_joined_and_one_fact_is_one_line() -> None:
    """Hanging indents, full lines and trailing commas are wraps; headers, labels and bullets are not."""
    text = read(SAMPLES / "jordan-chen" / "resume.txt", "resume").text
    assert (
        "- Designed and built distributed microservices handling 500K+ requests/second using Java and Python, reducing p99"
        in text
    )
    assert "in Java and Python on AWS." in text
    assert "\nPractices: microservices" in text
    assert "Docker, on-call" in text


@pytest.mark.parametrize(
    ("content", "name", "expected", "code"),
    [
        (b"", "resume", None, "resume.empty"),
        (b" \n\t ", "resume", "text", "resume.empty"),
        (b"Jo Li\nCook\n", "resume", "text", "resume.too-short"),
        (b"Cook wanted.", "job", "text", "job.too-short"),
        (b"\x00\x01\x02\x03" * 99, "resume", "text", "resume.unreadable"),
        (b"%PDF-1.7 and then nothing of a pdf", "resume", "pdf", "resume.unreadable"),
        (b"PK\x03\x04 broken", "resume", "docx", "resume.unreadable"),
        (b"no zip at all", "resume", "docx", "resume.unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "resume", "docx", "resume.encrypted"),
        (b'{"basics": ', "resume", "json", "resume.unreadable"),
        (b'{"hello": 1}', "resume", "json", "resume.unreadable"),
        (b'{"hello": 1}', "job", "json", "job.unreadable"),
        (b"<html><body>" + b"me " * 60, "resume", None, "resume.unsupported"),
        (b"x" * (10 * 1024 * 1024 + 1), "job", "text", "job.too-large"),
        (b"word " * 50_000, "job", "text", "job.too-large"),
    ],
)
def test_a_bad_file_is_refused_with_its_code(content: bytes, name: str, expected: str | None, code: str) -> None:
    """One code a fault."""
    assert code_of(content, name, expected) == code


def test_paths_are_refused_before_they_are_read(tmp_path: Path) -> None:
    """A missing file, a folder, a format that is not read."""
    picture = tmp_path / "resume.png"
    picture.write_bytes(b"\x89PNG")
    for path, code in ((tmp_path / "no.pdf", "resume.missing"), (tmp_path, "resume.missing"), (picture, "resume.unsupported")):
        with pytest.raises(Refusal) as refused:
            read(path, "resume")
        assert refused.value.code == code
        assert refused.value.remedy


def test_a_protected_pdf_and_a_scan_are_refused() -> None:
    """A password, and pages without text."""
    import pypdf
    from reportlab.pdfgen.canvas import Canvas

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(as_pdf("JO LI\nCook")))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert code_of(buffer.getvalue()) == "resume.encrypted"
    blank = io.BytesIO()
    canvas = Canvas(blank)
    canvas.rect(10, 10, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    assert code_of(blank.getvalue()) == "resume.scanned"


def test_an_archive_without_a_document_is_refused() -> None:
    """A zip file is not a Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "text")
    assert code_of(buffer.getvalue()) == "resume.unsupported"


@pytest.mark.parametrize("old", [False, True])
def test_json_resume_is_read_in_its_new_and_old_spelling(knowledge: Knowledge, *, old: bool) -> None:
    """`name` was `company`; the grammar sees the same text."""
    employer = "company" if old else "name"
    record = {
        "basics": {"name": "Ana Cruz", "label": "Pastry Cook", "email": "ana@example.com", "location": {"city": "Austin", "region": "TX"},
                   "summary": "Pastry cook with 6 years of experience in hotel kitchens and bakeries."},
        "work": [{employer: "Hotel Sol", "position": "Pastry Cook", "startDate": "2020-05-01",
                  "highlights": ["Made 300 desserts a night", "Cut waste by 20% with a new prep list"]}],
        "education": [{"institution": "Austin Community College", "area": "Baking", "studyType": "Associate", "endDate": "2019-05"}],
        "skills": [{"name": "Baking", "keywords": ["laminated dough", "chocolate"]}],
        "languages": [{"language": "Spanish", "fluency": "Native"}],
        "certificates": [{"name": "ServSafe", "issuer": "NRA", "date": "2021-02-03"}],
    }  # fmt: skip
    document = read_bytes(json.dumps(record).encode(), "resume")
    resume = parse_resume(document, knowledge, TODAY)
    assert document.format == "json"
    assert [(one.name and one.name.text, one.position and one.position.text, one.is_current) for one in resume.work] == [
        ("Hotel Sol", "Pastry Cook", True)
    ]
    assert [one.text for one in resume.highlights] == ["Made 300 desserts a night", "Cut waste by 20% with a new prep list"]
    assert [skill.name for skill in resume.skills] == ["laminated dough", "chocolate"]
    assert resume.location == "Austin, TX"
    assert "example.com" not in document.text


def test_a_page_is_read_by_its_posting_data_first(knowledge: Knowledge) -> None:
    """JSON-LD wins over the page around it, and its HTML becomes lines."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "JobPosting",
                "title": "Line Cook",
                "hiringOrganization": {"@type": "Organization", "name": "Quince"},
                "jobLocation": {"address": {"addressLocality": "Bend", "addressRegion": "OR"}},
                "description": "<p>We cook by the season.</p><h3>Requirements</h3><ul><li>2+ years in kitchens</li>"
                "<li>Food handler card &amp; good knife skills</li></ul><h3>What you will do</h3><ul><li>Run the grill station every "
                "evening</li><li>Keep the station clean and stocked</li></ul>",
            }
        ],
    }
    page = (
        f'<html><head><script type="application/ld+json">{json.dumps(data)}</script></head>'
        "<body><nav>Home Jobs</nav><p>Cookies!</p></body></html>"
    )
    document = read_bytes(page.encode(), "job")
    posting = parse_posting(document, knowledge)
    assert (posting.title, posting.hiring_organization, posting.job_location) == ("Line Cook", "Quince", "Bend, OR")
    assert [(one.kind, one.text) for one in posting.requirements] == [
        ("required", "2+ years in kitchens"),
        ("required", "Food handler card & good knife skills"),
        ("responsibility", "Run the grill station every evening"),
        ("responsibility", "Keep the station clean and stocked"),
    ]
    assert "Cookies" not in document.text


def test_a_page_without_data_gives_its_main_text() -> None:
    """Navigation, scripts and footers are left out."""
    body = "".join(f"<li>Requirement number {number} of the role is here</li>" for number in range(9))
    page = f"<!doctype html><body><nav>Menu</nav><main><h1>Welder</h1><ul>{body}</ul></main><footer>Imprint</footer><script>x()</script></body>"
    text = read_bytes(page.encode(), "job").text
    assert text.startswith("Welder\n\n- Requirement number 0")
    assert not any(word in text for word in ("Menu", "Imprint", "x()"))


@given(st.binary(max_size=400), st.sampled_from([None, "pdf", "docx", "text", "markdown", "html", "json"]))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise_anything_but_a_refusal(content: bytes, expected: Any) -> None:
    """Junk is refused or read, never a traceback."""
    for start in (b"", b"%PDF-1.4\n", b"PK\x03\x04"):
        try:
            read_bytes(start + content, "job", expected)
        except PlaybookError as error:
            assert error.code.startswith("job.")  # noqa: PT017  either outcome is right


def test_a_heading_right_below_a_list_is_no_part_of_its_last_point():
    job = (
        "Mechanical Engineer\nBrightwater Pumps, Leeds\nResponsibilities\n"
        "- Design pump housings and mountings from concept to production\n"
        "- Work with suppliers on quality problems and their causes\n"
        "Requirements\n- Degree in mechanical engineering\n- Experience with CAD and the drawings that go with it\n"
        "- Care for the people who will have to service what you draw\n"
    )
    lines = read_bytes(job.encode(), "job").text.splitlines()
    assert "Requirements" in lines
    assert "- Work with suppliers on quality problems and their causes" in lines
