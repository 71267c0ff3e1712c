"""Plain text and Markdown to folded text."""

from __future__ import annotations

import re

from playbook.intake.folding import fold
from playbook.intake.glyphs import clean
from playbook.intake.layout import RawLine

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_RULE = re.compile(r"^\s*(?:[-=_*~#]\s*){3,}$")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_STAR = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")


def plain_text(text: str, *, is_markdown: bool) -> str:
    """The folded text. Markdown's marks are taken off wherever a resume in a text file uses them, too."""
    lines: list[RawLine] = []
    is_apart = False
    for raw in clean(text).split("\n"):
        line = raw.expandtabs(8)
        if not line.strip() or _RULE.match(line) or _TABLE_RULE.match(line):
            is_apart = True
            continue
        heading = _HEADING.match(line)
        plain = _unmarked(line[heading.end() :] if heading else line, is_markdown=is_markdown or heading is not None)
        kept = raw.strip() if plain == line else plain.strip()
        if not kept:
            continue
        left = len(line) - len(line.lstrip())
        lines.append(RawLine(kept, float(left), float(len(line.rstrip())), is_apart or heading is not None))
        is_apart = heading is not None
    return fold(lines, wraps=True)


def _unmarked(line: str, *, is_markdown: bool) -> str:
    """A line without emphasis; links keep their words, as an address may be all that they show."""
    line = _EMPHASIS.sub(r"\2", line)
    if is_markdown:
        line = _LINK.sub(lambda link: link[1] or link[2], line)
        line = _CODE.sub(r"\1", _STAR.sub(r"\2", line))
        line = re.sub(r"^\s*\|(.+)\|\s*$", r"\1", line)
        line = re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", line.removeprefix("> "))
        line = re.sub(r"(?:<br\s*/?>|\\)\s*$", "", line)
    return line
