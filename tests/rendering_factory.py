"""Renderings for tests that look at files and not at what is in them."""

from __future__ import annotations

from playbook.artifacts.rendering import Completeness, Rendering, Summary


def make_rendering(files: dict[str, str], pages: int = 1) -> Rendering:
    """A rendering of these files, of a playbook without stories."""
    nothing = Completeness(answered=0, blanks=0, yours=0)
    summary = Summary(fit=50, stories=0, story_blanks=0, degraded_lines=0, completeness=nothing)
    return Rendering(files=files, pages=pages, summary=summary)
