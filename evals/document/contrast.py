"""The contrast of every pair of colours that the style sheets put on one another, from the tokens. Source: WCAG 2.2, 1.4.3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from playbook.colours import READABLE, contrast
from playbook.rendering.html import PACKAGE

TOKENS = PACKAGE / "styles" / "tokens.css"
TINTED = ("resume", "job", "company", "role", "draft", "candidate", "bad")


def colours(sheet: Path = TOKENS) -> dict[str, str]:
    """Colour tokens by name, as `#rrggbb`; of a sheet with several schemes the first."""
    text = sheet.read_text(encoding="utf-8").split("@media print", maxsplit=1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", text))


def pairs() -> Iterator[tuple[str, str]]:
    """Each text colour with each ground that it stands on."""
    for name in (*TINTED, "text", "muted", "heading", "blue"):
        yield name, "paper"
        yield name, "soft"
    for name in TINTED:
        yield name, f"{name}-soft"
        yield "text", f"{name}-soft"
        yield "muted", f"{name}-soft"
    yield "paper", "resume"
    yield "paper", "blue"


def dark_pairs() -> Iterator[tuple[str, str]]:
    """The same on the dark grounds of cover, openers and cheat sheet."""
    for name in ("on-navy", "on-navy-soft", "gold", "numeral"):
        yield name, "navy"


def findings(values: dict[str, str] | None = None) -> list[str]:
    """The pairs that are too weak."""
    found = colours() if values is None else values
    return [
        f"contrast of {text} on {ground} is {ratio:.2f}"
        for text, ground in (*pairs(), *dark_pairs())
        if (ratio := contrast(found[text], found[ground])) < READABLE
    ]
