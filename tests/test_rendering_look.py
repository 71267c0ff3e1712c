"""The web page by itself, the markup of both, and colours that can be read."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from fontTools.ttLib import TTFont

from evals.document import contrast
from playbook.rendering import html, ink
from tests.playbook_factory import make_playbook
from tests.rendered import built


def test_the_web_page_needs_nothing_but_itself() -> None:
    """One script of our own, which the policy knows by its hash; no request, small enough to send."""
    page = built()["playbook.html"].decode()
    assert len(built()["playbook.html"]) < 1_500_000
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{digest}';" in unescape(page)
    assert page.count("<script") == 1
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


@pytest.mark.parametrize("sheets", [("tokens.css",), ("tokens.css", "dark.css")])
def test_every_text_can_be_read_on_its_ground(sheets: tuple[str, ...]) -> None:
    """4.5:1 for each text colour on paper and on its own tint, by day and by night."""
    values: dict[str, str] = {}
    for sheet in sheets:
        values |= contrast.colours(html.PACKAGE / "styles" / sheet)
    assert contrast.findings(values) == []
    assert contrast.findings({**values, "muted": values["paper"]}) != []


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
    for font in folder.glob("PlaybookS[ae]*-*.ttf"):
        if "More" not in font.name:
            assert {sign for sign in names if ord(sign) not in TTFont(font).getBestCmap()} == set(), font.name
