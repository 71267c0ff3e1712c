"""WeasyPrint, set up once a process, paper and set of fonts: parsed styles and fonts are dear.

It fetches nothing but files of this package and sets type with our fonts alone. What version 70 needs mended stands in
`mends`. What is laid out and written is for `pdf`.
"""

from __future__ import annotations

import logging
import os
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playbook.errors import PlaybookError
from playbook.rendering.faces import style as faces_of
from playbook.rendering.mends import base_styles, break_lines, found_by_loader, write_once

PACKAGE = Path(__file__).resolve().parent
APT_LINE = "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
SHEETS = ("fonts.css", "tokens.css", "components.css", "print.css")
PAPERS = {
    "a4": "@page { size: A4 }",
    "letter": "@page { size: letter; margin: 18mm 22mm 15mm } .band { margin: 0 -22mm 6mm; padding: 14mm 50mm 6mm 22mm }"
    " .band .numeral { right: 22mm; top: 11mm } @page question { background-position: center bottom 15mm }"
    " html, body { font-size: 8.9pt }",
}
"""Letter is 6 mm wider and 18 mm lower: the same width of text, less above and below, a little smaller."""


@dataclass(frozen=True)
class Engine:
    """What laying out takes."""

    html: Any
    fonts: Any
    styles: list[Any]
    fetcher: Any
    base: str


@lru_cache(maxsize=8)
def engine(paper: str, added: tuple[str, ...] = ()) -> Engine:
    """The engine for a paper (`a4`, `letter`) with added fonts. Raises `PlaybookError` where the system lacks Pango."""
    library = _library()
    fonts = library.FontConfiguration()
    folder = PACKAGE / "styles"
    base = f"{folder.as_uri()}/"
    sheets = [(folder / name).read_text(encoding="utf-8") for name in SHEETS]
    style = "\n".join((faces_of(added), *sheets, PAPERS[paper]))
    css = library.CSS(string=style, base_url=base, font_config=fonts, url_fetcher=library.fetcher())
    return Engine(html=library.HTML, fonts=fonts, styles=[css], fetcher=library.fetcher, base=base)


@dataclass(frozen=True)
class _Library:
    CSS: Any
    HTML: Any
    FontConfiguration: Any
    fetcher: Any


@cache
def _library() -> _Library:
    os.environ["FONTCONFIG_FILE"] = str(PACKAGE / "fonts" / "fonts.conf")  # read when Pango is loaded
    try:
        with warnings.catch_warnings(), found_by_loader():
            warnings.simplefilter("ignore")  # that no font of the system is used
            import weasyprint
            from weasyprint.layout import inline
            from weasyprint.text.fonts import FontConfiguration
            from weasyprint.urls import URLFetcher
    except OSError as error:
        raise PlaybookError(
            "system.pango",
            found=f"no Pango on this system ({str(error).splitlines()[0]})",
            wanted="the Pango libraries, which set the type of the PDFs",
            remedy=APT_LINE,
        ) from error

    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)  # advice for whoever packages, on every document
    break_lines(inline)
    write_once(weasyprint.pdf.pydyf)
    base = base_styles(weasyprint)

    class PackageOnly(URLFetcher):  # type: ignore[misc]  # it ships no types
        """Refuses everything but files of this package: a resume or a posting cannot make it fetch anything.

        `pictures` are `data:` addresses that a document may show besides: the logo of a theme.
        """

        def __init__(self, pictures: frozenset[str] = frozenset()) -> None:
            super().__init__()
            self.pictures = pictures

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401  the library's types
            parts = urlsplit(url)
            if url in self.pictures or (parts.scheme == "file" and Path(unquote(parts.path)).resolve().is_relative_to(PACKAGE)):
                return super().fetch(url, headers)
            message = f"refused to fetch {url[:80]}"
            raise ValueError(message)

    class Page(weasyprint.HTML):  # type: ignore[misc]
        """A page on which no element has more styles than it takes."""

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: FBT001, FBT002  the library's signature
            return base if forms else base[:1]

    return _Library(weasyprint.CSS, Page, FontConfiguration, PackageOnly)
