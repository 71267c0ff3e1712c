"""HTML to PDF: WeasyPrint with our fonts and styles, fetching nothing but files of this package.

The same HTML gives the same bytes. What the pages look like stands in `styles/`; what is on them in `templates/`.
"""

from __future__ import annotations

import gc
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from playbook.errors import PlaybookError
from playbook.rendering.faces import cast
from playbook.rendering.faces import style as faces_of

if TYPE_CHECKING:
    from weasyprint import Document

PACKAGE = Path(__file__).resolve().parent
PAPERS = {
    "a4": "@page { size: A4 }",
    "letter": "@page { size: letter; margin: 18mm 22mm 15mm } .band { margin: 0 -22mm 6mm; padding: 14mm 58mm 6mm 22mm }"
    " .band .numeral { right: 22mm; top: 11mm } @page question { background-position: center bottom 15mm }"
    " html, body { font-size: 9pt }",
}
"""Letter is 6 mm wider and 18 mm lower: the same width of text, less above and below, a little smaller."""
APT_LINE = "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


_WRITING = Lock()


@dataclass(frozen=True)
class Made:
    """What a PDF says of its making: `on` and `identifier` instead of clock and chance."""

    on: date
    identifier: bytes


def lay_out(html: str, paper: str, pictures: frozenset[str] = frozenset()) -> Document:
    """`html` on pages of `paper` (`a4` or `letter`); `pictures` are the `data:` addresses that it may show.

    Raises `PlaybookError` where the system lacks Pango.
    """
    ready = cast(html)
    engine = _engine(paper, ready.added)
    with _no_collection():
        document: Document = engine.html(string=ready.text, base_url=engine.base, url_fetcher=engine.fetcher(pictures)).render(
            stylesheets=engine.styles, font_config=engine.fonts, pdf_tags=True, pdf_forms=True
        )
    return document


def write(document: Document, made: Made, attached: dict[str, bytes] | None = None) -> bytes:
    """A laid-out document as the bytes of a PDF; `attached` are files by name."""
    from weasyprint import Attachment

    stamp = f"{made.on:%Y-%m-%d}"
    document.metadata.created = document.metadata.modified = stamp
    document.metadata.generator = "Interview Playbook"
    when = _noon(made.on)
    document.metadata.attachments.extend(
        Attachment(
            string=data,
            name=name,
            description=f"{name}: the playbook as data",
            relationship="Data",
            created=when,
            modified=when,
        )
        for name, data in (attached or {}).items()
    )
    with _no_collection(), _dated(when):
        data: bytes = document.write_pdf(pdf_identifier=made.identifier, pdf_tags=True, pdf_forms=True)
    return data


@dataclass(frozen=True)
class _Engine:
    """What is loaded once a process and paper: parsed styles and fonts are dear."""

    html: Any
    fonts: Any
    styles: list[Any]
    fetcher: Any
    base: str


@lru_cache(maxsize=8)
def _engine(paper: str, added: tuple[str, ...] = ()) -> _Engine:
    os.environ["FONTCONFIG_FILE"] = str(PACKAGE / "fonts" / "fonts.conf")  # read when Pango is loaded
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that no font of the system is used
            from weasyprint import CSS, HTML
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

    class PackageOnly(URLFetcher):  # type: ignore[misc]
        """Refuses everything but files of this package: a resume or a posting cannot make it fetch anything."""

        def __init__(self, pictures: frozenset[str] = frozenset()) -> None:
            super().__init__()
            self.pictures = pictures

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401  the library's types
            parts = urlsplit(url)
            if url in self.pictures or (parts.scheme == "file" and Path(unquote(parts.path)).resolve().is_relative_to(PACKAGE)):
                return super().fetch(url, headers)
            message = f"refused to fetch {url[:80]}"
            raise ValueError(message)

    fonts = FontConfiguration()
    folder = PACKAGE / "styles"
    base = f"{folder.as_uri()}/"
    sheets = [
        (folder / name).read_text(encoding="utf-8") for name in ("fonts.css", "tokens.css", "components.css", "print.css")
    ]
    style = "\n".join((faces_of(added), *sheets, PAPERS[paper]))
    css = CSS(string=style, base_url=base, font_config=fonts, url_fetcher=PackageOnly())
    return _Engine(html=HTML, fonts=fonts, styles=[css], fetcher=PackageOnly, base=base)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Layout makes millions of boxes that live until the end: looking for garbage among them is in vain."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _dated(when: datetime) -> Iterator[None]:
    """The font subsetter stamps fonts with the time of day unless this variable is set; one writer at a time."""
    with _WRITING:
        before = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
        try:
            yield
        finally:
            if before is None:
                del os.environ["SOURCE_DATE_EPOCH"]
            else:
                os.environ["SOURCE_DATE_EPOCH"] = before


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
