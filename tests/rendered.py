"""A full build of the made-up playbook, once a process, and how tests look at its pages."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from pypdf import PdfReader

from playbook.rendering.render import render
from tests.document_factory import documents
from tests.playbook_factory import make_playbook

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def built(paper: str = "a4") -> Mapping[str, bytes]:
    """The six files."""
    return render(make_playbook(), documents(), paper)


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def squeezed(text: str) -> str:
    """Without white space and line-break marks: what a reader reads."""
    return re.sub(r"[\s\u00ad\ufffe\u0002]+", "", text)


def filled(data: bytes) -> list[float]:
    """How far down each page is filled, 0 to 1, without running head and foot."""
    fills = []
    for page in pypdfium2.PdfDocument(data):
        image = page.render(scale=0.4).to_pil().convert("L")
        body = image.crop((0, int(image.height * 0.07), image.width, int(image.height * 0.925)))
        box = body.point(lambda value: 255 if value < 235 else 0).getbbox()
        fills.append(box[3] / body.height if box else 0.0)
    return fills


def targets(data: bytes) -> dict[str, int]:
    """Named destination to page, from 1."""
    reader = PdfReader(BytesIO(data))
    return {name: reader.get_destination_page_number(target) + 1 for name, target in reader.named_destinations.items()}  # type: ignore[operator]
