"""An agency's looks as styles: what of the design takes other colours, and where the brand line stands.

The handout keeps the colours of the project and bears no brand: it is the candidate's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from playbook.artifacts.theme import Theme
from playbook.colours import mixed, until_readable

OURS = Theme()
"""The colours of the design, which a theme replaces."""
_NIGHT = ("#11151d", "#1a202b", "#172136")
"""The grounds of the page in the dark; see `styles/dark.css`."""
_QUIET = ("cover", "handout", "cheat")
"""Kinds of pages without a running foot."""


def pictures_of(theme: Theme | None) -> frozenset[str]:
    """The addresses of its pictures: all that a document may show besides files of this package."""
    return frozenset({theme.logo.uri}) if theme is not None and theme.logo is not None else frozenset()


def style(theme: Theme) -> str:
    """The style sheet that goes behind the design's own, on paper and on the screen."""
    ground, accent, highlight = theme.ground, theme.accent, theme.highlight
    numeral = until_readable(mixed(ground, "#ffffff", 0.35), (ground,), "#ffffff", ratio=3)
    soft = until_readable(mixed(ground, "#ffffff", 0.75), (ground,), "#ffffff")
    rules = [
        f":root {{ --navy: {ground}; --heading: {ground}; --blue: {accent}; --gold: {highlight}; --numeral: {numeral} }}",
        f":root {{ --on-navy-soft: {soft}; --cover-2: {ground}; --cover-3: {ground}; --cover-4: {ground} }}",
        f".handout {{ --navy: {OURS.ground}; --heading: {OURS.ground}; --blue: {OURS.accent} }}",
        f".band {{ background: {ground}; border-bottom-color: {highlight} }} .band .numeral {{ color: {numeral} }}",
        f".cover .eyebrow, .band .eyebrow {{ color: {highlight} }} .cover .promise, .band .promise {{ color: {soft} }}",
        f".opening {{ border-bottom-color: {ground} }} .opening .big-no {{ color: var(--blue) }}",
        f"@page cover {{ background: {ground} linear-gradient(to top, {highlight} 4mm, {ground} 4mm) }}",
        ".logo { background: #fff; border-radius: .4em; padding: .5em .8em; display: inline-block; margin: 0 0 1.6em }",
        ".logo img { display: block; height: 3.2em; width: auto; max-width: 16em }",
        ".brand { font-weight: 600 }",
    ]
    if theme.brand:
        rules.append(_foot(theme.brand))
    return "\n".join(rules)


@dataclass(frozen=True)
class Sheets:
    """The styles of a theme, empty where there is none: by day, and what the night changes."""

    day: Markup
    night: Markup


def sheets(theme: Theme | None) -> Sheets:
    """What goes into `<style>`: checked colours, and a brand line that is escaped for it."""
    if theme is None:
        return Sheets(day=Markup(), night=Markup())
    return Sheets(day=Markup(style(theme)), night=Markup(night(theme)))  # noqa: S704  as above


def night(theme: Theme) -> str:
    """What the dark colours of the page take from a theme: its accent, as light as the night needs it."""
    accent, ours = (until_readable(one.accent, _NIGHT, "#ffffff") for one in (theme, OURS))
    return f":root {{ --blue: {accent} }} .handout {{ --heading: inherit; --blue: {ours} }}"


def recoloured(html: str, theme: Theme) -> str:
    """A printed document with its pictures in the theme's colours.

    They bear theirs as attributes, for on paper style sheets do not reach into them.
    """
    pairs = {OURS.ground: theme.ground, OURS.accent: theme.accent, OURS.highlight: theme.highlight}
    return re.sub("|".join(f'"{colour}"' for colour in pairs), lambda found: f'"{pairs[found.group().strip(chr(34))]}"', html)


def _foot(brand: str) -> str:
    """The brand line beside the number of the page; the legend makes room."""
    right = f'content: "{_quoted(brand)}  ·  " counter(page) " / " counter(pages)'
    general = f"@page {{ @bottom-left {{ font-size: 6.2pt; width: 56% }} @bottom-right {{ {right}; width: 44% }} }}"
    return "\n".join((general, *(f"@page {kind} {{ @bottom-right {{ content: none }} }}" for kind in _QUIET)))


def _quoted(text: str) -> str:
    """`text` inside a CSS string, and inside a `<style>`."""
    return re.sub(r'["\\<>&\n]', lambda found: f"\\{ord(found.group()):x} ", text)
