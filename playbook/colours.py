"""Colours as WCAG reckons them: contrast of two, and shades that reach a contrast."""

from __future__ import annotations

import re

READABLE = 4.5
"""The contrast of text to its ground that WCAG 2.2 AA asks for."""
_STRAIGHT = 0.03928
"""Up to here sRGB is a straight line, as WCAG writes it."""
_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    """Whether `text` is `#rrggbb`, in small letters."""
    return bool(_HEX.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with a share (0 to 1) of `other` in it."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def until_readable(colour: str, grounds: tuple[str, ...], towards: str, ratio: float = READABLE) -> str:
    """`colour`, or the nearest mixture of it `towards` another that stands out from every ground."""
    steps = (mixed(colour, towards, share / 20) for share in range(21))
    return next((step for step in steps if min(contrast(step, ground) for ground in grounds) >= ratio), towards)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _STRAIGHT else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
