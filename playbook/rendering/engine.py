"""WeasyPrint, set up once a process, paper and set of fonts: parsed styles and fonts are dear.

It fetches nothing but files of this package and sets type with our fonts alone. Where version 70 needs mending it is
mended here. What is laid out and written is for `pdf`.
"""

from __future__ import annotations

import logging
import os
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playbook.errors import PlaybookError
from playbook.rendering.faces import style as faces_of

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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that no font of the system is used
            from weasyprint import CSS, HTML
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
    _mend_line_breaks(inline)

    class PackageOnly(URLFetcher):  # type: ignore[misc]
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

    return _Library(CSS, HTML, FontConfiguration, PackageOnly)


def _mend_line_breaks(inline: Any) -> None:  # noqa: ANN401  a module without types
    """Where Pango's line is wider than the column by a rounding error, WeasyPrint 70 breaks after its first word.

    A line of one word that leaves more than half of its column empty is therefore broken again for columns that are
    a little narrower, until more than that word stands in it.
    """
    first_line = inline.split_first_line

    def mended(text: str, style: Any, context: Any, max_width: Any, *others: Any, **options: Any) -> Any:  # noqa: ANN401
        found = first_line(text, style, context, max_width, *others, **options)
        _, length, resume_at, width, *_ = found
        if resume_at is None or max_width in {None, inf} or width * 2 > max_width or " " in text[:length].strip():
            return found
        tries = (first_line(text, style, context, max_width - less, *others, **options) for less in (2, 8, 24))
        return next((again for again in tries if again[3] > width), found)

    if getattr(first_line, "__name__", "") != "mended":
        inline.split_first_line = mended
