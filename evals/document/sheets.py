"""Draws contact sheets of three playbooks, and four pages for the README: `python -m evals.document.sheets`."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from evals.document.cases import CASES, Case, knowledge
from playbook.knowledge.packs import Knowledge
from playbook.rendering.render import render
from playbook.settings import CHECKOUT

PICTURES = CHECKOUT / "docs" / "pictures"
SHOWN = ("software", "nurse", "many-scripts")
COLUMNS = 9
WIDTH = 190
"""Pixels of a page on a contact sheet."""
SINGLE = ("software", (1, 4, 15, 24))
"""A case, and its pages that stand in the README."""
SINGLE_WIDTH = 430
GAP = 6
GROUND = "#6b7280"
MOST_BYTES = 300_000


def sheet(data: bytes, numbers: tuple[int, ...] | None, columns: int, width: int) -> Image.Image:
    """Pages of a PDF side by side, all of them or those of `numbers`, from 1."""
    document = PdfDocument(data)
    chosen = numbers or tuple(range(1, len(document) + 1))
    pages = [_page(document, number, width) for number in chosen]
    height = pages[0].height
    rows = -(-len(pages) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for at, page in enumerate(pages):
        whole.paste(page, (GAP + at % columns * (width + GAP), GAP + at // columns * (height + GAP)))
    return whole


def _page(document: PdfDocument, number: int, width: int) -> Image.Image:
    page = document[number - 1]
    drawn: Image.Image = page.render(scale=2 * width / page.get_width()).to_pil()
    return drawn.resize((width, round(drawn.height / 2)), Image.Resampling.LANCZOS)


def smallest(picture: Image.Image) -> bytes:
    """The picture as WebP, in the best quality that keeps to `MOST_BYTES`."""
    for quality in (80, 70, 60, 50, 40, 30):
        out = BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


def pdf_of(case: Case, packs: Knowledge) -> bytes:
    """The playbook of a case."""
    made = case.compose(packs)
    return render(made.playbook, {"resume": made.resume, "job": made.job}, case.paper)["playbook.pdf"]


def main() -> int:
    """Draw and write."""
    packs = knowledge()
    PICTURES.mkdir(parents=True, exist_ok=True)
    made = {case.name: pdf_of(case, packs) for case in CASES if case.name in SHOWN}
    pictures: dict[Path, Image.Image] = {
        PICTURES / f"document-{name}.webp": sheet(data, None, COLUMNS, WIDTH) for name, data in made.items()
    }
    name, numbers = SINGLE
    pictures[PICTURES / "pages.webp"] = sheet(made[name], numbers, len(numbers), SINGLE_WIDTH)
    for path, picture in pictures.items():
        path.write_bytes(smallest(picture))
        print(f"{path.relative_to(CHECKOUT)}: {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
