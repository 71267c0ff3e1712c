"""Which fonts a text needs, and which of its characters none of them has.

Latin text needs the base fonts alone; the others are loaded for a document that has a character of theirs. Nothing but
our fonts sets type (`fonts/fonts.conf`), so what they lack would be an empty box: it is printed as `ABSENT` and reported.
`fonts/coverage.json` says what each font has; `python -m playbook.rendering.faces` writes it anew.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
COVERAGE = FONTS / "coverage.json"
ABSENT = "‹…›"
"""Stands for a run of characters that no font has."""
BASE = ("PlaybookSans", "PlaybookSymbols")
ADDED = ("PlaybookSansMore", "PlaybookArabic", "PlaybookHebrew", "PlaybookDevanagari", "PlaybookHan")
"""In the order in which they are asked for a character."""
FILES: dict[str, tuple[tuple[str, str, int, str], ...]] = {
    "PlaybookSansMore": (
        ("Playbook Sans More", "PlaybookSansMore-Regular.ttf", 400, "normal"),
        ("Playbook Sans More", "PlaybookSansMore-SemiBold.ttf", 600, "normal"),
        ("Playbook Sans More", "PlaybookSansMore-Italic.ttf", 400, "italic"),
        ("Playbook Serif More", "PlaybookSerifMore-Regular.ttf", 400, "normal"),
        ("Playbook Serif More", "PlaybookSerifMore-SemiBold.ttf", 600, "normal"),
        ("Playbook Serif More", "PlaybookSerifMore-Italic.ttf", 400, "italic"),
    ),
    **{
        f"Playbook{script}": (
            (f"Playbook {script}", f"Playbook{script}-Regular.ttf", 400, "normal"),
            (f"Playbook {script}", f"Playbook{script}-SemiBold.ttf", 600, "normal"),
        )
        for script in ("Arabic", "Hebrew", "Devanagari")
    },
    "PlaybookHan": (("Playbook Han", "PlaybookHan-Regular.otf", 400, "normal"),),
}
"""Family, file, weight and style of what an added font brings."""
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows: a hostile text would set our own words backwards."""
_IGNORED = frozenset(map(ord, "\n\t\r\u00ad\u200b\u200c\u200d\u2060\ufeff")) | frozenset(range(0xFE00, 0xFE10))
"""Characters without a shape."""


@dataclass(frozen=True)
class Cast:
    """A text that can be printed: `added` are the fonts beside the base, `absent` the characters that were left out."""

    text: str
    added: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def cast(text: str) -> Cast:
    """`text` without what cannot be printed, and the fonts that it needs."""
    text = _TURNING.sub("", text)
    base = _covered(BASE)
    strange = sorted({ord(sign) for sign in set(text)} - base - _IGNORED)
    if not strange:
        return Cast(text)
    added = []
    for font in ADDED:
        had = {code for code in strange if _has(font, code)}
        if had:
            added.append(font)
            strange = [code for code in strange if code not in had]
    if strange:
        gone = "".join(map(chr, strange))
        text = re.sub(f"[{re.escape(gone)}](?:[ {re.escape(gone)}]*[{re.escape(gone)}])?", ABSENT, text)
    return Cast(text, tuple(added), tuple(map(chr, strange)))


def says(absent: tuple[str, ...]) -> str:
    """The note about characters that were left out."""
    shown = " ".join(absent[:12]) + (" …" if len(absent) > 12 else "")  # noqa: PLR2004  a line of them
    kinds = ", ".join(dict.fromkeys(unicodedata.name(sign, "unknown").split()[0].lower() for sign in absent))
    count = f"{len(absent)} character{'s' if len(absent) != 1 else ''}"
    where = "the web page and playbook.json have them"
    return f"The PDFs cannot print {count} ({kinds}: {shown}) and show {ABSENT} instead; {where}."


def style(added: tuple[str, ...]) -> str:
    """The `@font-face` rules of added fonts."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; src: url("../fonts/{file}"); font-weight: {weight}; font-style: {style} }}'
        for font in added
        for family, file, weight, style in FILES[font]
    )


@cache
def _ranges() -> dict[str, tuple[list[int], list[int]]]:
    """Font to the starts and the ends of the ranges that it has, both included."""
    data: dict[str, list[list[int]]] = json.loads(COVERAGE.read_text(encoding="utf-8"))
    return {font: ([first for first, _ in ranges], [last for _, last in ranges]) for font, ranges in data.items()}


@cache
def _covered(fonts: tuple[str, ...]) -> frozenset[int]:
    return frozenset(
        code for font in fonts for first, last in zip(*_ranges()[font], strict=True) for code in range(first, last + 1)
    )


def _has(font: str, code: int) -> bool:
    starts, ends = _ranges()[font]
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


def measured() -> dict[str, list[list[int]]]:
    """What the files have, as `coverage.json` says it."""
    from fontTools.ttLib import TTFont

    found: dict[str, list[list[int]]] = {}
    for font in (*BASE, *ADDED):
        (file,) = FONTS.glob(f"{font}-Regular.[to]tf")
        ranges: list[list[int]] = []
        for code in sorted(TTFont(file).getBestCmap()):
            if ranges and code == ranges[-1][1] + 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
        found[font] = ranges
    return found


if __name__ == "__main__":
    COVERAGE.write_text(json.dumps(measured(), separators=(",", ":")).replace('"Pl', '\n"Pl') + "\n", encoding="utf-8")
