"""A theme file to a theme: every colour readable, the logo a picture and nothing else.

A theme is written by an agency and kept beside its logo, as YAML or TOML. Nothing is fetched: the logo is a file in the
same folder or below. What the looks are used for stands in `playbook.rendering.theme`.
"""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import yaml

from playbook.artifacts.theme import Theme
from playbook.colours import READABLE, contrast, is_colour
from playbook.errors import Refusal
from playbook.intake.logos import read_logo

LARGEST = 20_000
"""Bytes of a theme file."""
LONGEST_BRAND = 60
"""Characters: the line stands in the running foot."""
KEYS = ("brand", "logo", "colours")
COLOURS = {
    "ground": ("#ffffff", "white text"),
    "accent": ("#eef3fc", "the pale ground of cards"),
    "highlight": (None, "`ground`"),
}
"""Each colour with what it stands on or what stands on it; `highlight` stands on the theme's own ground."""


def read_theme(path: Path) -> Theme:
    """The theme of a file. Raises `Refusal` with `theme.missing`, `.unreadable`, `.invalid`, `.contrast` or `.logo`."""
    data = _parsed(path)
    unknown = sorted(set(map(str, data)) - set(KEYS))
    if unknown:
        raise _invalid(f"the key {unknown[0]!r}", f"the keys {', '.join(KEYS)}")
    fields: dict[str, Any] = _colours(data.get("colours") or {})
    if data.get("brand") is not None:
        fields["brand"] = _brand(data["brand"])
    if data.get("logo") is not None:
        if not isinstance(data["logo"], str):
            raise _invalid("a logo that is no text", "the name of a .png or .svg file")
        fields["logo"] = read_logo(data["logo"], path.resolve().parent)
    return Theme(**fields)


def _parsed(path: Path) -> dict[Any, Any]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            "theme.missing", found=f"no file {path.name!r} that can be read", wanted="a theme file", remedy="check the path"
        ) from error
    wanted, remedy = "a theme as YAML or TOML", "see docs/filling-in.md for an example"
    if len(content) > LARGEST:
        raise Refusal("theme.unreadable", found=f"{len(content):,} bytes", wanted=f"at most {LARGEST:,}", remedy=remedy)
    try:
        text = content.decode("utf-8-sig")
        data = tomllib.loads(text) if path.suffix.lower() == ".toml" else yaml.safe_load(text)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise Refusal(
            "theme.unreadable", found=f"text that cannot be parsed ({error})", wanted=wanted, remedy=remedy
        ) from error
    if not isinstance(data, dict):
        raise Refusal("theme.unreadable", found="no keys and values", wanted=wanted, remedy=remedy)
    return data


def _brand(value: object) -> str:
    line = " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else ""
    if not line or len(line) > LONGEST_BRAND or not line.isprintable():
        found = "no text" if not line else f"{len(line)} characters" if line.isprintable() else "unprintable characters"
        raise _invalid(f"a brand line of {found}", f"1 to {LONGEST_BRAND} printable characters")
    return line


def _colours(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or set(value) - set(COLOURS):
        raise _invalid("other colours", f"under `colours` some of {', '.join(COLOURS)}")
    found = {name: str(text).lower() for name, text in value.items()}
    for name, text in found.items():
        if not is_colour(text):
            raise _invalid(f"{name}: {text!r}", "a colour as #rrggbb, in quotes")
    theme = Theme(**found)
    for name, (beside, what) in COLOURS.items():
        colour = getattr(theme, name)
        ratio = contrast(colour, beside or theme.ground)
        if ratio < READABLE:
            raise Refusal(
                "theme.contrast",
                found=f"{name} {colour} with a contrast of {ratio:.2f}:1 to {what} ({beside or theme.ground})",
                wanted=f"at least {READABLE}:1",
                remedy=f"choose a {'lighter' if name == 'highlight' else 'darker'} {name}",
            )
    return found


def _invalid(found: str, wanted: str) -> Refusal:
    return Refusal("theme.invalid", found=found, wanted=wanted, remedy="correct the theme file")
