"""An agency's looks: read strictly, readable always, everywhere but on the handout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from PIL import Image
from pypdf import PdfReader

from flows.build_playbook import Case, content_key
from playbook.artifacts.document import Upload
from playbook.artifacts.rendering import Format
from playbook.artifacts.theme import Theme
from playbook.colours import contrast, until_readable
from playbook.errors import Refusal
from playbook.intake.themes import read_theme
from playbook.rendering.render import render
from playbook.rendering.theme import night, style
from tests.document_factory import documents
from tests.playbook_factory import DAY, make_playbook

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0b5d4a"/></svg>'
COLOURS = {"ground": "#0b2f27", "accent": "#0b5d4a", "highlight": "#f0c05a"}


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "#0b5d4a").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a theme file with a logo beside it."""

    def written(data: Any, logo: bytes = SVG.encode(), name: str = "theme.yaml") -> Path:
        (tmp_path / "logo.svg").write_bytes(logo)
        (tmp_path / "logo.png").write_bytes(logo)
        path = tmp_path / name
        path.write_text(data if isinstance(data, str) else yaml.safe_dump(data))
        return path

    return written


def test_a_theme_is_read_from_yaml_and_from_toml(write: Callable[..., Path]):
    wanted = read_theme(write({"brand": "Northlight  Careers", "logo": "logo.svg", "colours": COLOURS}))
    toml = "brand = 'Northlight Careers'\nlogo = 'logo.svg'\n[colours]\n" + "\n".join(
        f"{k} = '{v}'" for k, v in COLOURS.items()
    )
    assert read_theme(write(toml, name="theme.toml")) == wanted
    assert (wanted.brand, wanted.ground) == ("Northlight Careers", "#0b2f27")
    assert wanted.logo is not None
    assert wanted.logo.media == "image/svg+xml"


def test_every_part_of_a_theme_may_be_left_out(write: Callable[..., Path]):
    assert read_theme(write({"brand": "Northlight"})) == Theme(brand="Northlight")
    logo = read_theme(write({"logo": "logo.png"}, png(40, 10))).logo
    assert logo is not None
    assert logo.media == "image/png"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        ("brand: [", "theme.unreadable", "parsed"),
        ("just words", "theme.unreadable", "no keys"),
        ("x" * 30_000, "theme.unreadable", "30,000 bytes"),
        ({"font": "Comic Sans"}, "theme.invalid", "'font'"),
        ({"brand": "x" * 61}, "theme.invalid", "61 characters"),
        ({"brand": ["x"]}, "theme.invalid", "no text"),
        ({"colours": {"ground": "navy"}}, "theme.invalid", "'navy'"),
        ({"colours": {"paper": "#ffffff"}}, "theme.invalid", "other colours"),
        ({"colours": {"accent": "#8fb3ff"}}, "theme.contrast", "1.87:1"),
        ({"colours": {"ground": "#8899aa"}}, "theme.contrast", "2.92:1"),
        ({"colours": {"highlight": "#444444"}}, "theme.contrast", "1.65:1"),
        ({"logo": "https://example.com/logo.png"}, "theme.logo", "no file"),
        ({"logo": "../../etc/hostname"}, "theme.logo", "no file"),
        ({"logo": 7}, "theme.invalid", "no text"),
    ],
)
def test_a_theme_that_cannot_be_used_is_refused_with_what_was_found(
    data: Any, code: str, words: str, write: Callable[..., Path]
):
    with pytest.raises(Refusal) as refused:
        read_theme(write(data))
    assert refused.value.code == code
    assert words in refused.value.found


def test_a_theme_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(Refusal, match=r"theme\.missing"):
        read_theme(tmp_path / "theme.yaml")


@pytest.mark.parametrize(
    "logo",
    [
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n broken",
        png(2001, 4),
        b"x" * 500_001,
        SVG.replace("<rect", "<script>alert(1)</script><rect").encode(),
        SVG.replace("<rect", '<image href="http://example.com/x.png"/><rect').encode(),
        SVG.replace("<rect", '<use href="file:///etc/passwd"/><rect').encode(),
        SVG.replace("<rect", '<rect onload="alert(1)"').encode(),
        SVG.replace("#0b5d4a", "url(http://example.com/x)").encode(),
        SVG.replace("<rect", "<style>@import 'http://example.com'</style><rect").encode(),
        ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG).encode(),
        SVG.replace(' viewBox="0 0 40 10"', "").encode(),
        b"<html/>",
    ],
)
def test_a_logo_that_is_no_small_harmless_picture_is_refused(logo: bytes, write: Callable[..., Path]):
    with pytest.raises(Refusal, match=r"theme\.logo"):
        read_theme(write({"logo": "logo.svg"}, logo))


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """A whole one."""
    folder = tmp_path_factory.mktemp("theme")
    (folder / "logo.svg").write_text(SVG)
    (folder / "theme.yaml").write_text(
        yaml.safe_dump({"brand": 'Northlight "C" & <Co>', "logo": "logo.svg", "colours": COLOURS})
    )
    return read_theme(folder / "theme.yaml")


@pytest.fixture(scope="module")
def files(theme: Theme) -> Mapping[str, bytes]:
    """A build with it."""
    return render(make_playbook(2, 2), documents(), theme=theme)


def test_the_brand_stands_on_the_cover_and_in_every_running_foot_but_not_on_the_handout(files: Mapping[str, bytes]):
    pages = [page.extract_text() for page in PdfReader(BytesIO(files["playbook.pdf"])).pages]
    branded = ['Northlight "C" & <Co>' in " ".join(text.split()) for text in pages]
    handout = next(at for at, text in enumerate(pages) if "My first ninety days" in text)
    assert branded == [at not in {handout, len(pages) - 1} for at in range(len(pages))]
    assert "Northlight" not in PdfReader(BytesIO(files["handout.pdf"])).pages[0].extract_text()


def test_the_handout_is_the_same_with_and_without_a_theme(files: Mapping[str, bytes]):
    assert files["handout.pdf"] == render(make_playbook(2, 2), documents())["handout.pdf"]


def test_the_cover_has_the_colours_and_the_logo_with_its_name(files: Mapping[str, bytes], theme: Theme):
    cover = pypdfium2.PdfDocument(files["playbook.pdf"])[0].render(scale=0.5).to_pil().convert("RGB")
    assert "#{:02x}{:02x}{:02x}".format(*cover.getpixel((4, 4))) == theme.ground  # type: ignore[misc]
    assert (11, 93, 74) in {colour for _, colour in cover.getcolors(100_000)}  # type: ignore[union-attr]
    assert b"data:image/svg+xml;base64," in files["playbook.html"]
    assert 'alt="Northlight &#34;C&#34; &amp; &lt;Co&gt;"' in files["playbook.html"].decode()


def test_a_themed_page_keeps_no_colour_of_ours_on_its_grounds(files: Mapping[str, bytes]):
    web = files["playbook.html"].decode()
    assert "--navy: #0b2f27" in web
    printed = pypdfium2.PdfDocument(files["playbook.pdf"])[1].render(scale=0.5).to_pil().convert("RGB")
    ours = {(0x12, 0x20, 0x3F), (0x1D, 0x4F, 0xB4)}
    assert not ours & {colour for _, colour in printed.getcolors(1_000_000)}  # type: ignore[union-attr]


@pytest.mark.parametrize("ground", ["#000000", "#0b2f27", "#5a2a00", "#4a4a8a"])
def test_what_is_mixed_from_a_theme_is_readable(ground: str):
    theme = Theme(ground=ground, accent="#0b5d4a", highlight="#ffe08a")
    soft = style(theme).split("--on-navy-soft: ")[1][:7]
    assert contrast(soft, ground) >= 4.5
    accent = night(theme).split("--blue: ")[1][:7]
    assert min(contrast(accent, dark) for dark in ("#11151d", "#1a202b")) >= 4.5


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert until_readable("#767676", ("#ffffff",), "#000000") == "#767676"
    assert until_readable("#ffffff", ("#ffffff",), "#eeeeee") == "#eeeeee"


def test_the_run_of_a_theme_is_a_run_of_its_own(theme: Theme):
    upload = Upload(name="resume", format="text", sha256="0" * 64)
    case = Case(upload, upload, "Acme")

    def key(form: Format) -> str:
        return content_key(case, model="embedded", on=DAY, form=form)

    assert key(Format()) != key(Format(theme=theme))
    assert key(Format()) == key(Format(docx=True))
