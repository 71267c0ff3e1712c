"""The web page in a browser: filled in, kept, exported, built again; without a network, and usable by everyone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter

from evals.document.cases import CASES
from flows.build_playbook import Built, build
from flows.intake import received
from flows.publication import publish
from playbook.intake.answers import read_answers
from playbook.rendering.answers import answers as answers_yaml
from playbook.rendering.html import page as page_of
from playbook.rendering.render import render
from playbook.settings import CHECKOUT, Settings
from tests.document_factory import documents
from tests.playbook_factory import make_playbook

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from playbook.knowledge.packs import Knowledge

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
SAMPLE = CHECKOUT / "datasets" / "samples" / "jordan-chen"
DAY = date(2026, 11, 23)
SAID = (
    "The billing team: “late” again",
    'A backslash \\ and "quotes"\n\nover three lines: # no comment',
    "Łódź, 東京, naïve 👩🏽‍💻",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium; skipped where the machine has none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the group `browser`")
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a playbook with three stories."""
    path = tmp_path_factory.mktemp("page") / "playbook.html"
    path.write_bytes(render(make_playbook(3, 3), documents())["playbook.html"])
    return path


@pytest.fixture
def visit(browser: Browser, html: Path) -> Iterator[Callable[..., Page]]:
    """Opens the page in a fresh profile; anything that the page complains about, or asks a network for, fails the test."""
    complaints: list[str] = []
    contexts = []

    def opened(path: Path = html, **options: Any) -> Page:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda one: None if one.url.startswith(("file:", "data:", "blob:")) else complaints.append(one.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def exported(page: Page, folder: Path) -> Path:
    """What the button saves."""
    with page.expect_download() as saving:
        page.click("#save")
    path = folder / saving.value.suggested_filename
    saving.value.save_as(path)
    return path


def fields(page: Page) -> list[str]:
    """Names of the fields, in order."""
    names: list[str] = page.eval_on_selector_all(".in", "all => all.map(one => one.name)")
    return names


def test_the_untouched_page_exports_the_file_of_the_build(visit: Callable[..., Page], tmp_path: Path):
    path = exported(visit(), tmp_path)
    assert path.name == "answers.yaml"
    assert path.read_bytes() == answers_yaml(make_playbook(3, 3))


def test_what_is_typed_is_exported_as_it_is_read(visit: Callable[..., Page], tmp_path: Path):
    page = visit()
    names: list[str] = page.eval_on_selector_all("textarea.in", "all => all.map(one => one.name)")
    for name, text in zip(names, SAID, strict=False):
        page.fill(f'[name="{name}"]', text)
    pasted = "(one, text) => { one.value = text; one.dispatchEvent(new Event('input')) }"
    page.eval_on_selector(f'[name="{names[3]}"]', pasted, "\u2028line\u0085 \x07bell \x9fhalf")
    found = {answer.id: answer.text for answer in read_answers(exported(page, tmp_path)).answers}
    assert found == {name: " ".join(text.split()) for name, text in zip(names, (*SAID, "line bell half"), strict=False)}


def test_the_page_remembers_what_was_typed_and_forgets_it_when_told(visit: Callable[..., Page]):
    page = visit()
    name = fields(page)[0]
    page.fill(f'[name="{name}"]', SAID[0])
    page.reload()
    assert page.input_value(f'[name="{name}"]') == SAID[0]
    assert page.inner_text("#progress").startswith("1 of ")
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("#clear")
    page.reload()
    assert page.input_value(f'[name="{name}"]') == ""


def test_where_storage_is_blocked_the_page_says_so_and_still_exports(
    browser: Browser, html: Path, visit: Callable[..., Page], tmp_path: Path
):
    page = visit()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })")
    page.reload()
    name = fields(page)[0]
    page.fill(f'[name="{name}"]', SAID[0])
    assert "keeps nothing" in page.inner_text("#kept")
    assert [answer.text for answer in read_answers(exported(page, tmp_path)).answers] == [SAID[0]]


def test_an_answer_shows_at_once_where_its_question_is_repeated(visit: Callable[..., Page]):
    page = visit()
    repeated = page.locator("span.bl[data-blank]").first
    name = repeated.get_attribute("data-blank")
    page.fill(f'[name="{name}"]', "the oven line")
    assert repeated.inner_text() == "the oven line"
    page.fill(f'[name="{name}"]', "")
    assert repeated.inner_text().startswith("[")


def test_the_keyboard_reaches_everything(visit: Callable[..., Page]):
    page = visit(viewport={"width": 1280, "height": 900})
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.url.endswith("#section-1")
    page.focus("#next")
    page.keyboard.press("Enter")
    first = page.evaluate("document.activeElement.name")
    assert first == fields(page)[0]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_switch_turns_the_lights_out_and_is_remembered(visit: Callable[..., Page]):
    page = visit(color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    dark = page.evaluate(ground)
    page.reload()
    assert (light, page.evaluate(ground)) == ("rgb(255, 255, 255)", dark)
    page.emulate_media(media="print")
    assert page.evaluate(ground) == light
    assert visit(color_scheme="dark").evaluate(ground) == dark


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_wider_than_the_window(visit: Callable[..., Page], width: int):
    page = visit(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide = "all => all.filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 80))"
    assert page.eval_on_selector_all("main *, nav *, .bar *, .cover *", wide) == []


@pytest.mark.parametrize("name", ["hostile", "long-titles", "many-scripts"])
def test_no_resume_makes_the_page_wider_than_a_phone(
    name: str, visit: Callable[..., Page], knowledge: Knowledge, tmp_path: Path
):
    case = next(case for case in CASES if case.name == name)
    (tmp_path / "page.html").write_text(page_of(case.compose(knowledge).playbook, "web"), encoding="utf-8")
    page = visit(tmp_path / "page.html", viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(visit: Callable[..., Page], width: int, scheme: str):
    axe = pytest.importorskip("axe_playwright_python.base", reason="needs the group `browser`")
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.click("summary") if width == 320 else None
    page.evaluate(axe.AXE_FILE_PATH.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(one["id"], one["nodes"][0]["target"]) for one in found["violations"]] == []
    assert len(found["passes"]) > 20


def test_axe_catches_a_field_without_a_label(visit: Callable[..., Page]):
    axe = pytest.importorskip("axe_playwright_python.base", reason="needs the group `browser`")
    page = visit(bypass_csp=True)
    page.evaluate("document.querySelector('label.bl').remove(); document.querySelector('.in').removeAttribute('title')")
    page.evaluate(axe.AXE_FILE_PATH.read_text(encoding="utf-8"))
    assert "label" in [one["id"] for one in page.evaluate("axe.run(document, { runOnly: ['label'] })")["violations"]]


def made(settings: Settings, out: Path, answers: Path | None = None) -> Built:
    """The reference case, built and published."""
    case = received(
        SAMPLE / "resume.txt", SAMPLE / "job.txt", company="Amazon", role=None, name=None, settings=settings, answers=answers
    )
    built = build(case, settings, model="embedded", on=DAY, out=out)
    publish(built.rendering, settings, out)
    return built


def test_answers_given_on_the_page_and_in_the_pdf_stand_in_the_next_build(
    visit: Callable[..., Page], settings: Settings, tmp_path: Path
):
    """The same words by both ways give the same run."""
    made(settings, tmp_path / "first")
    page = visit(tmp_path / "first" / "playbook.html")
    names = [name for name in fields(page) if name.startswith("stories-")][:3]
    texts = dict(
        zip(names, ("The billing team waited for it", "A sketch on one page", "Two weeks beside the old one"), strict=True)
    )
    for name, text in texts.items():
        page.fill(f'[name="{name}"]', text)
    by_page = made(settings, tmp_path / "page", exported(page, tmp_path))

    writer = PdfWriter(clone_from=tmp_path / "first" / "playbook.pdf")
    for sheet in writer.pages:
        if "/Annots" in sheet:
            writer.update_page_form_field_values(sheet, texts, auto_regenerate=False)
    writer.write(tmp_path / "filled.pdf")
    by_pdf = made(settings, tmp_path / "pdf", tmp_path / "filled.pdf")

    printed = " ".join(
        sheet.extract_text() for sheet in PdfReader(BytesIO((tmp_path / "page" / "playbook.pdf").read_bytes())).pages
    )
    for text in texts.values():
        assert text in " ".join(printed.split())
    assert by_page.rendering.summary.completeness.answered == 3
    assert by_pdf.run_id == by_page.run_id
    assert (tmp_path / "pdf" / "playbook.pdf").read_bytes() == (tmp_path / "page" / "playbook.pdf").read_bytes()
