"""Prints how well the printed document is made, playbook by playbook: `python -m evals.document.report`.

Each case of `cases` is rendered whole. Exit code 1 where anything is found.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import numpy as np
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from rich.console import Console
from rich.table import Table

from evals.document import contrast, layout, tags, verapdf
from evals.document.cases import CASES, Case, knowledge
from playbook.artifacts.playbook import Playbook
from playbook.colours import READABLE
from playbook.knowledge.packs import Knowledge
from playbook.provenance import lines_of
from playbook.rendering import html, pdf
from playbook.rendering.faces import ABSENT, cast
from playbook.rendering.one_page import fitted
from playbook.rendering.render import MOST_PAGES, SCALES

FULL = range(35, MOST_PAGES + 1)
"""Pages of a full playbook."""
LEAST_INK = 0.006
"""Share of a page that is not paper; the sparsest page of running text has thrice that."""
_SPACE = re.compile(r"[\s\-\u00ad\ufffe\u0002\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
"""White space, marks without a shape, and hyphens, which PDFium drops at the end of a line."""
_PAGE_NUMBER = re.compile(r"\(p\.\d+\)")
_HEAD, _FOOT = 17 * 72 / 25.4, 15.5 * 72 / 25.4
"""Points from the edge within which running head and foot stand, on pages that have them."""
_SINGLE_PAGE = ("handout", "cheat-sheet")


@dataclass
class Judged:
    """A playbook's document and what is wrong with it."""

    name: str
    pages: int = 0
    links: int = 0
    fields: int = 0
    fonts: int = 0
    ink: tuple[float, ...] = ()
    found: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """The PDFs by name."""


def judge(case: Case, packs: Knowledge) -> Judged:
    """Compose, lay out, write and look."""
    playbook = case.compose(packs).playbook
    made = pdf.Made(playbook.brief.on, b"document-report")
    shown, handout, first = fitted(playbook, "handout", case.paper, made)
    shown, sheet, second = fitted(shown, "cheat-sheet", case.paper, made)
    for scale in SCALES:
        page = html.page(shown, "print", html.Sizes(handout, sheet, scale))
        document = pdf.lay_out(page, case.paper)
        if len(document.pages) <= MOST_PAGES:
            break
    judged = Judged(case.name, found=list(layout.findings(document)))
    data = pdf.write(document, made, {"playbook.json": b"{}"})
    files = {"playbook": data, "handout": first, "cheat-sheet": second}
    judged.files = {f"{case.name}: {name}": content for name, content in files.items()}
    for name, content in files.items():
        judged.found += [f"{name}: {problem}" for problem in tags.findings(content)]
        if name in _SINGLE_PAGE and len(PdfDocument(content)) != 1:
            judged.found.append(f"{name} has {len(PdfDocument(content))} pages")
    judged.pages = len(document.pages)
    if case.full and judged.pages not in FULL:
        judged.found.append(f"{judged.pages} pages")
    judged.ink = tuple(_ink(data))
    judged.found += [f"page {n} has {ink:.2%} ink" for n, ink in enumerate(judged.ink, 1) if ink < LEAST_INK]
    judged.found += _links(data, judged)
    judged.found += _unprinted(data, shown)
    judged.fonts = len(cast(page).added)
    return judged


def _ink(data: bytes) -> Iterator[float]:
    """Share of each page's points that are not paper."""
    for page in PdfDocument(data):
        points = np.asarray(page.render(scale=0.5, grayscale=True).to_numpy())
        yield float((points < 200).mean())  # noqa: PLR2004  a light grey is paper


def _links(data: bytes, judged: Judged) -> Iterator[str]:
    """Links that lead nowhere, and page numbers that are missing or wrong."""
    reader = PdfReader(BytesIO(data))
    places = {name: reader.get_destination_page_number(target) for name, target in reader.named_destinations.items()}
    for reference in (one for page in reader.pages for one in page.get("/Annots", [])):
        note: Any = reference.get_object()
        if note["/Subtype"] == "/Widget":
            judged.fields += 1
            continue
        judged.links += 1
        if "/Dest" in note and note["/Dest"] not in places:
            yield f"a link to {note['/Dest']} leads nowhere"
    texts = [page.get_textpage().get_text_bounded() for page in PdfDocument(data)]
    for number, text in enumerate(texts, start=1):
        if re.search(r"\(p\.\s*0*\)|(?<![\d:.,])\b00\s*$", text, re.MULTILINE):
            yield f"page {number}: a reference without its page"


def _unprinted(data: bytes, playbook: Playbook) -> Iterator[str]:
    """Lines of the sections that do not come back out of the PDF."""
    printed = _bare("".join(map(_body, PdfDocument(data))))
    if ABSENT in printed:
        yield "characters that no font has"
    for at, line in lines_of(playbook.sections):
        if _bare(line.text) not in printed and not _turned(line.text):
            yield f"not in the PDF: {at}"


def _body(page: Any) -> str:  # noqa: ANN401  pypdfium2 has no types
    """The text of a page without running head and foot, so that a sentence that goes over the page stays whole."""
    text = page.get_textpage()
    if "JD posting" not in text.get_text_bounded(top=_FOOT):
        return str(text.get_text_bounded())
    return str(text.get_text_bounded(bottom=_FOOT, top=page.get_height() - _HEAD))


def _bare(text: str) -> str:
    return _PAGE_NUMBER.sub("", _SPACE.sub("", text))


def _turned(text: str) -> bool:
    """Whether a text runs from right to left in part: it comes back in the order in which it is seen."""
    return re.search("[\u0590-\u08ff]", text) is not None


def main() -> int:
    """Judge the cases, print the table and every finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", help="names of cases; all of them by default")
    options = parser.parse_args()
    console = Console(width=120)
    table = Table(title="The printed document, playbook by playbook")
    for name in ("playbook", "paper", "pages", "ink: least", "mean", "links", "fields", "added fonts", "findings"):
        table.add_column(name, justify="left" if name in {"playbook", "paper"} else "right")
    packs = knowledge()
    weak = contrast.findings()
    found = [f"colours: {one}" for one in weak]
    files: dict[str, bytes] = {}
    for case in CASES:
        if options.cases and case.name not in options.cases:
            continue
        one = judge(case, packs)
        found += [f"{case.name}: {problem}" for problem in one.found]
        files |= one.files
        inks = f"{min(one.ink):.1%}", f"{sum(one.ink) / len(one.ink):.1%}"
        table.add_row(
            case.name, case.paper, str(one.pages), *inks, *map(str, (one.links, one.fields, one.fonts, len(one.found)))
        )
    console.print(table)
    pairs = len([*contrast.pairs(), *contrast.dark_pairs()])
    console.print(f"{pairs} pairs of colours, {len(weak)} below {READABLE}:1.")
    if lacking := verapdf.lacks():
        console.print(f"veraPDF is not asked: it {lacking}.")
    else:
        said = verapdf.verdicts(files)
        found += [f"{name}: veraPDF: {rule}" for name, one in said.items() for rule in one.broken or ("",) if not one.compliant]
        console.print(f"{sum(one.compliant for one in said.values())} of {len(said)} files comply with PDF/UA-1 for veraPDF.")
    for problem in found:
        console.print(problem, markup=False, highlight=False)
    console.print("No finding." if not found else f"{len(found)} findings.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
