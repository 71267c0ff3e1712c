"""The PDFs and the web page: what a reader sees, and what a hostile resume cannot do to it."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from io import BytesIO
from time import sleep
from typing import TYPE_CHECKING, Any, ClassVar

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from playbook.errors import PlaybookError
from playbook.provenance import Line, Words, lines_of
from playbook.rendering import html, ink, pdf
from playbook.rendering.one_page import LADDER, fitted
from playbook.rendering.render import render
from tests.playbook_factory import NAME, documents, make_playbook, mapped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILES = {"playbook.pdf", "playbook.html", "handout.pdf", "cheat-sheet.pdf", "playbook.json", "answers.yaml"}
HOSTILE = '<script>alert(1)</script><img src="file:///etc/hostname"> {{ 7*7 }} </style> ' + "W" * 2000


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """A full build on A4."""
    return render(make_playbook(), documents())


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def _squeezed(text: str) -> str:
    """Without white space and line-break marks: what a reader reads."""
    return re.sub(r"[\s\u00ad\ufffe\u0002]+", "", text)


def _filled(data: bytes) -> list[float]:
    """How far down each page is filled, 0 to 1, without running head and foot."""
    fills = []
    for page in pypdfium2.PdfDocument(data):
        image = page.render(scale=0.4).to_pil().convert("L")
        body = image.crop((0, int(image.height * 0.07), image.width, int(image.height * 0.925)))
        box = body.point(lambda value: 255 if value < 235 else 0).getbbox()
        fills.append(box[3] / body.height if box else 0.0)
    return fills


def _targets(data: bytes) -> dict[str, int]:
    """Named destination to page, from 1."""
    reader = PdfReader(BytesIO(data))
    return {name: reader.get_destination_page_number(target) + 1 for name, target in reader.named_destinations.items()}  # type: ignore[operator]


def test_a_build_has_the_six_files(files: Mapping[str, bytes]) -> None:
    """The names are a promise."""
    assert set(files) == FILES


def test_the_same_playbook_gives_the_same_bytes() -> None:
    """No clock and no chance in any file, though a second lies between."""
    one = render(make_playbook(2, 2), documents())
    sleep(1.1)  # fonts are stamped in seconds
    other = render(make_playbook(2, 2), documents())
    assert {name for name in FILES if one[name] != other[name]} == set()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_full_playbook_has_as_many_pages_as_promised(files: Mapping[str, bytes], paper: str) -> None:
    """35 to 45 pages, none of them near-empty."""
    data = files["playbook.pdf"] if paper == "a4" else render(make_playbook(), documents(), paper)["playbook.pdf"]
    fills = _filled(data)
    assert 35 <= len(fills) <= 45
    assert [(number, fill) for number, fill in enumerate(fills, 1) if fill < 0.25] == []


def test_each_story_and_each_question_has_a_page_of_its_own(files: Mapping[str, bytes]) -> None:
    """They begin on consecutive pages."""
    targets = _targets(files["playbook.pdf"])
    for kind, count in (("story", 8), ("question", 12)):
        pages = [targets[f"{kind}-{number}"] for number in range(1, count + 1)]
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
    targets = _targets(pdf.write(pdf.lay_out(html.page(playbook, "print"), "a4"), pdf.Made(playbook.brief.on, b"x")))
    for kind, after in (("story", "story-builder"), ("question", "section-7")):
        pages = [targets[name] for name in (f"{kind}-1", f"{kind}-2", f"{kind}-3", after)]
        assert pages == list(range(pages[0], pages[0] + 4))


def test_the_outline_has_cover_and_ten_sections(files: Mapping[str, bytes]) -> None:
    """Stories and questions stand below their sections."""
    outline = PdfReader(BytesIO(files["playbook.pdf"])).outline
    top = [item.title for item in outline if not isinstance(item, list)]
    assert len(top) == 11
    assert top[0] == "Interview playbook"
    below = [item.title for group in outline if isinstance(group, list) for item in group if not isinstance(item, list)]
    assert "Raising On-Time Dispatch Across Three Centres" in below


def test_every_link_leads_somewhere(files: Mapping[str, bytes]) -> None:
    """Inside the document to a named place, or to the page where a company fact was read."""
    reader = PdfReader(BytesIO(files["playbook.pdf"]))
    names = set(reader.named_destinations)
    seen = 0
    for page in reader.pages:
        for reference in page.get("/Annots", []):
            note = reference.get_object()
            if note["/Subtype"] != "/Link":
                continue
            seen += 1
            if "/Dest" in note:
                assert note["/Dest"] in names
            else:
                assert note["/A"]["/URI"].startswith("https://")
    assert seen > 50
    web = files["playbook.html"].decode()
    assert set(re.findall(r'href="#([^"]+)"', web)) <= set(re.findall(r'id="([^"]+)"', web))


def test_the_contents_state_the_true_pages(files: Mapping[str, bytes]) -> None:
    """Numbers in the table of contents are where the sections begin."""
    targets = _targets(files["playbook.pdf"])
    contents = _squeezed(_pages(files["playbook.pdf"])[1])
    rows = make_playbook().assessment.snapshot.contents
    true = "".join(f"{row.number}{row.title}{row.takeaway.text}{targets[f'section-{row.number}']}" for row in rows)
    assert _squeezed(true) in contents


def test_every_sentence_is_printed(files: Mapping[str, bytes]) -> None:
    """Each line of each section stands in the PDF and on the web page, whole."""
    playbook = make_playbook()
    printed = _squeezed("".join(_pages(files["playbook.pdf"])))
    web = _squeezed(re.sub(r"<[^>]+>", "", files["playbook.html"].decode()))
    missing = [
        text
        for _, line in lines_of(playbook.sections)
        if (text := _squeezed(line.text)) not in printed or text.replace("&", "&amp;").replace("'", "&#39;") not in web
    ]
    assert missing == []


def test_the_pdf_says_what_it_is(files: Mapping[str, bytes]) -> None:
    """Tags, language, title, author, and the record attached."""
    reader = PdfReader(BytesIO(files["playbook.pdf"]))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == f"Interview playbook: {NAME}, Regional Operations Manager, Őrség & Søn Foods"
    assert reader.metadata.author == NAME
    assert reader.attachments["playbook.json"] == [files["playbook.json"]]


@pytest.mark.parametrize("name", ["handout.pdf", "cheat-sheet.pdf"])
def test_the_sheets_are_one_page_each(files: Mapping[str, bytes], name: str) -> None:
    """With the candidate's name; the handout without marks and brand."""
    pages = _pages(files[name])
    assert len(pages) == 1
    assert NAME in pages[0]
    if name == "handout.pdf":
        assert not re.search(r"playbook|draft|verify|✓|←", pages[0], re.IGNORECASE)


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
    shown, scale, page = fitted(long, "handout", "letter")
    assert (len(page.pages), scale) == (1, LADDER[-1])
    for before, after in zip(long.plan.phases, shown.plan.phases, strict=True):
        for whole, kept in zip(before.blocks, after.blocks, strict=True):
            assert kept.lines == whole.lines[: len(kept.lines)]
            assert kept.lines
    shown, scale, page = fitted(long, "cheat-sheet", "letter")
    assert (len(page.pages), scale) == (1, LADDER[-1])
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
    assert "<script" not in page
    assert "<img" not in page
    assert "49" not in re.findall(r"\{\{.*?\}\}|\b49\b", page)
    data = pdf.write(pdf.lay_out(html.page(playbook, "print"), "a4"), pdf.Made(playbook.brief.on, b"x"))
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        text = document[number].get_textpage()
        rights = [text.get_charbox(index)[2] for index in range(0, text.count_chars(), 7)]
        assert max(rights, default=0) <= document[number].get_width(), number + 1


def test_nothing_but_the_package_is_fetched(tmp_path: Path) -> None:
    """Neither files of the machine nor addresses of the network."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    fetcher = pdf._engine("a4").fetcher
    for url in (secret.as_uri(), "file:///etc/passwd", "http://127.0.0.1/", "https://example.com/x.png", "ftp://example.com/x",
                f"{pdf.PACKAGE.as_uri()}/../../pyproject.toml", "data:text/css,*{color:red}"):  # fmt: skip
        with pytest.raises(ValueError, match="refused to fetch"):
            fetcher.fetch(url)
    assert fetcher.fetch(f"{pdf.PACKAGE.as_uri()}/styles/cover.svg")


def test_a_missing_pango_is_one_line_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of the traceback that the import ends with."""

    class NoPango:
        def find_spec(self, name: str, *_: object) -> None:
            if name.split(".", maxsplit=1)[0] == "weasyprint":
                message = "cannot load library 'libpango-1.0-0'"
                raise OSError(message)

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    pdf._engine.cache_clear()
    with pytest.raises(PlaybookError, match="apt-get install") as caught:
        pdf.lay_out("<p>x", "a4")
    assert caught.value.code == "system.pango"
    pdf._engine.cache_clear()


def test_the_web_page_needs_nothing_but_itself(files: Mapping[str, bytes]) -> None:
    """No script, no request, small enough to send."""
    page = files["playbook.html"].decode()
    assert len(files["playbook.html"]) < 1_500_000
    assert "<script" not in page
    assert "<link" not in page
    assert set(re.findall(r"url\([\"']?([a-z]+:)", page)) == {"data:"}
    assert "../fonts" not in page


@pytest.mark.parametrize("medium", ["print", "web"])
@pytest.mark.parametrize("count", [8, 1, 0])
def test_the_markup_closes_what_it_opens(medium: html.Medium, count: int) -> None:
    """A stray end tag would pull a block apart without a word."""

    class Nesting(HTMLParser):
        open: ClassVar[list[str]] = []

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
            if tag not in {"meta", "br", "input"}:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag, self.getpos()

    Nesting().feed(html.page(make_playbook(count, count), medium))
    assert Nesting.open == []


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("style", ["components.css", "screen.css"])
def test_every_text_can_be_read_on_its_ground(style: str) -> None:
    """4.5:1 for each text colour on paper and on its own tint, by day and by night."""
    text = (html.PACKAGE / "styles" / style).read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", text.split("@media print")[0]))
    tinted = ("resume", "job", "company", "role", "draft", "candidate", "bad")
    pairs = [(name, ground) for name in (*tinted, "text", "muted", "heading", "blue") for ground in ("paper", "soft")]
    pairs += [(name, f"{name}-soft") for name in tinted]
    pairs += [("text", f"{name}-soft") for name in tinted] + [("muted", f"{name}-soft") for name in tinted]
    weak = {pair: round(_contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


def test_our_fonts_have_every_sign_that_the_templates_use() -> None:
    """A missing one would silently come from another font, or be an empty box."""
    folder = html.PACKAGE / "fonts"
    signs = {sign for badge in ink.BADGES.values() for sign in badge.glyph} | {sign for sign, _ in html.STATUSES.values()}
    for file in [*(html.PACKAGE / "templates").glob("*.j2"), html.PACKAGE / "styles" / "components.css"]:
        signs |= {sign for sign in file.read_text(encoding="utf-8") if ord(sign) > 127}
    text = set(TTFont(folder / "PlaybookSans-Regular.ttf").getBestCmap())
    symbols = set(TTFont(folder / "PlaybookSymbols-Regular.ttf").getBestCmap())
    assert {sign for sign in signs if ord(sign) not in text | symbols} == set()
    names = "éèêëñçöüßøåæłőűşţčšžğıĐđŁŐŰŞİ"
    for font in folder.glob("Playbook[!Sy]*.ttf"):
        if "Symbols" not in font.name:
            assert {sign for sign in names if ord(sign) not in TTFont(font).getBestCmap()} == set(), font.name


def test_a_thin_playbook_is_rendered_too() -> None:
    """Few stories and questions, no gap, no values, a score without a range."""
    playbook = make_playbook(2, 3)
    brief = playbook.brief
    fit = brief.fit.model_copy(
        update={"low": 78, "high": 78, "ledger": (), "caps": ("A licence that the posting requires is missing.",)}
    )
    company = brief.company.model_copy(
        update={"values": (), "profiled": False, "values_from": "role", "special_interviewer": None}
    )
    standing = playbook.assessment.standing.model_copy(update={"gaps": (), "strengths": ()})
    thin = playbook.model_copy(
        update={
            "brief": brief.model_copy(update={"fit": fit, "company": company}),
            "assessment": playbook.assessment.model_copy(update={"standing": standing}),
            "scripts": playbook.scripts.model_copy(update={"bridges": (), "table": ()}),
            "cheat_sheet": playbook.cheat_sheet.model_copy(update={"gap": None}),
            "inspection": None,
        }
    )
    data = render(thin, documents())
    assert min(_filled(data["playbook.pdf"])) > 0.2
    assert "Two stories that win interviews" in data["playbook.html"].decode()
