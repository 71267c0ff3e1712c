"""Plain text and Markdown to folded text."""

from __future__ import annotations

import re
from itertools import pairwise

from playbook.artifacts.document import Quarantined
from playbook.intake.extract import Extract
from playbook.intake.folding import fold
from playbook.intake.glyphs import clean, smuggled
from playbook.intake.layout import RawLine
from playbook.intake.mail import message_in

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_COMMENTED = re.compile(r"^\s{0,3}/(?:/+|\*+)\s*(?P<name>[^\W\d_][^/*:.,;|]{1,38}?)\s*(?:\*/|/*)\s*$")
"""A heading that looks like a comment of a program: "// skills", "/* about me */"."""
_RULE = re.compile(r"^\s*(?:[-=_*~#]\s*){3,}$")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_STAR = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_REMARK = 4
"""Words of a comment from which on it says something."""
_MEASURE = 40
"""Characters of a line from which on it may be one that was broken."""
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")


def read_plain(text: str, *, is_markdown: bool) -> Extract:
    """The folded text. Markdown's marks are taken off wherever a resume in a text file uses them, too.

    What no reader sees is set apart: characters of the tag block, and the comments of Markdown.
    """
    shown, hidden = _shown(text, is_markdown=is_markdown)
    shown = "\n".join(_COMMENTED.sub(r"# \g<name>", line) for line in message_in(clean(shown)).split("\n"))
    wraps = _is_wrapped(shown)
    lines: list[RawLine] = []
    is_apart = False
    for raw in shown.split("\n"):
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
    return Extract(text=fold(lines, wraps=wraps), hidden=tuple(hidden))


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken to fit a measure: some of them would then go on in lower case, or with a mark."""
    lines = [line.strip() for line in text.split("\n")]
    return any(
        len(above) >= _MEASURE and (line[:1].islower() or line[:1] in "(&,;/") and above[-1:] not in ".:!?"
        for above, line in pairwise(lines)
        if line
    )


def _shown(text: str, *, is_markdown: bool) -> tuple[str, list[Quarantined]]:
    """The text without what only a program reads, and that."""
    hidden = [Quarantined(text=words[:2000], reason="characters without a shape") for words in smuggled(text)]
    if is_markdown:
        comments = [" ".join(one[1].split()) for one in _COMMENT.finditer(text)]
        hidden += [Quarantined(text=one[:2000], reason="a comment") for one in comments if len(one.split()) >= _REMARK]
        text = _COMMENT.sub("", text)
    return text, hidden


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
