"""What the web page holds besides the document: its script, its dark colours, and the policy that allows nothing else."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Page:
    """Files of this package that stand inside the page."""

    script: Markup
    dark: Markup
    policy: str
    """Content security policy: our one script by its hash, styles and data of the page, no address of any kind."""


@cache
def page() -> Page:
    """Read once a process: the files do not change."""
    script = (PACKAGE / "scripts" / "page.js").read_text(encoding="utf-8")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return Page(
        script=Markup(script),  # noqa: S704  our own file
        dark=Markup((PACKAGE / "styles" / "dark.css").read_text(encoding="utf-8")),  # noqa: S704  our own file
        policy=(
            f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        ),
    )
