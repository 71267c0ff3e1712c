"""The files of a build, from one playbook.

What each file holds is decided in its own module; here stands only the order: the one-page sheets are fitted
first, because the playbook carries the same two pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from playbook.artifacts.document import Document
from playbook.artifacts.playbook import Playbook
from playbook.artifacts.theme import Theme
from playbook.rendering.answers import answers
from playbook.rendering.html import Sizes, page
from playbook.rendering.one_page import fitted
from playbook.rendering.pdf import Made
from playbook.rendering.press import printed, warm
from playbook.rendering.record import as_json, record
from playbook.rendering.theme import pictures_of

MOST_PAGES = 45
SCALES = (1.0, 0.97, 0.94)
"""Of the type of the whole; of 44 labelled playbooks one needed the second."""


def render(
    playbook: Playbook,
    documents: Mapping[str, Document],
    paper: str = "a4",
    *,
    theme: Theme | None = None,
    docx: bool = False,
) -> dict[str, bytes]:
    """File name to bytes; the same playbook, documents, paper and theme give the same bytes.

    Raises `PlaybookError` with the code `system.pango` where the system cannot set type.
    """
    warm()
    data = as_json(record(playbook, documents))
    shown, handout_scale, handout = fitted(playbook, "handout", paper, _made(playbook, "handout"))
    shown, sheet_scale, sheet = fitted(shown, "cheat-sheet", paper, _made(playbook, "cheat-sheet"), theme)
    sizes = Sizes(handout=handout_scale, cheat_sheet=sheet_scale)
    files = {
        "playbook.pdf": _whole(shown, sizes, paper, data, theme),
        "playbook.html": page(playbook, "web", theme=theme).encode(),
        "handout.pdf": handout,
        "cheat-sheet.pdf": sheet,
        "playbook.json": data,
        "answers.yaml": answers(playbook),
    }
    if docx:
        from playbook.rendering.docx import editable

        files["playbook.docx"] = editable(playbook, paper, theme)
    return files


def _whole(playbook: Playbook, sizes: Sizes, paper: str, data: bytes, theme: Theme | None) -> bytes:
    """The playbook in the largest type in which it keeps to `MOST_PAGES`."""
    for scale in SCALES:
        made = printed(
            page(playbook, "print", replace(sizes, body=scale), theme),
            paper,
            _made(playbook, "playbook"),
            attached={"playbook.json": data},
            pictures=pictures_of(theme),
            most_pages=MOST_PAGES if scale != SCALES[-1] else None,
        )
        if made.pdf is not None:
            break
    return made.pdf or b""


def _made(playbook: Playbook, name: str) -> Made:
    identifier = sha256(f"{playbook.run.id}/{name}".encode()).digest()[:16]
    return Made(on=playbook.brief.on, identifier=identifier)
