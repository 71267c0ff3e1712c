"""Skills as a list names them: groups, separators, and what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.artifacts.resume import Skill
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.vocabulary import LEVEL_WORDS

_GROUP = re.compile(
    r"^(?P<group>[^:,;|(]{2,45}):\s+(?=\S)|^(?P<dashed>[A-Z][^:,;|(–—-]{1,35})\s[–—-]\s(?=[^,;]+[,;])|"
    r"^(?P<tabbed>[A-Z][^:,;|(\t]{1,35})\t(?=[^,;\t]+[,;])"
)
_SEPARATOR = re.compile(r"\s*[,;|•·●⋅\t]\s*|\s+/\s+|\s[-–—]\s(?=[A-Z])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LEAD = re.compile(r"^(?:and|&|plus|including|e\.g\.,?|such as)\s+", re.IGNORECASE)
_RATING = re.compile(r"[\s●○★☆■□▪▫⬤◯]+$|\s+\d{1,3}\s?%$|\s+\d/\d{1,2}$")
_PROSE = 9
"""An item of more words is a sentence."""


def read_skills(rows: Sequence[Row]) -> Iterator[Skill]:
    """The skills of a section, in order, each with its exact span."""
    for row in rows:
        match = _GROUP.match(row.text)
        group = next((text for text in match.groups() if text), None) if match else None
        body = row.body.cut(match.end()) if match else row.body
        if group and row.is_bullet and len(group.split()) > 5:  # noqa: PLR2004  a sentence with a colon
            group, body = None, row.body
        yield from skills_in(body, group.strip() if group else None)


def skills_in(body: Slice, group: str | None) -> Iterator[Skill]:
    """The skills of one list. `AWS (SQS, Lambda)` gives the whole and each part."""
    for item in _items(body):
        if not item or holds_contact(item.text):
            continue
        brackets = _BRACKETS.search(item.text)
        if brackets is None or LEVEL_WORDS.match(brackets[1].strip()) or not brackets[1].strip():
            yield from _one(item, group)
            continue
        yield from _one(item.cut(0, brackets.start()), group)
        for part in item.cut(brackets.start() + 1, brackets.end() - 1).split(_SEPARATOR):
            yield from _one(part, group)
        yield from _one(item.cut(brackets.end()), group)


def _items(body: Slice) -> Iterator[Slice]:
    """The pieces between separators that stand outside brackets."""
    text, depth, at = body.text, 0, 0
    closing = text.count(")")
    position = 0
    while position < len(text):
        if text[position] == "(" and closing:
            depth += 1
        elif text[position] == ")":
            depth, closing = max(depth - 1, 0), closing - 1
        match = _SEPARATOR.match(text, position) if not depth and (text[position] in ",;|•·●⋅\t /–—-") else None
        if match and match.end() > position:
            yield body.cut(at, position)
            at = position = match.end()
        else:
            position += 1
    yield body.cut(at)


def _one(item: Slice, group: str | None) -> Iterator[Skill]:
    lead = _LEAD.match(item.text)
    if lead:
        item = item.cut(lead.end())
    rating = _RATING.search(item.text)
    if rating and rating.start():
        item = item.cut(0, rating.start())
    item = item.trimmed(" \t.,;:•·")
    text = item.text
    if not text or not any(letter.isalpha() for letter in text):
        return
    if len(text.split()) > _PROSE:
        for part in item.split(re.compile(r"\s+(?:and|with|using|including)\s+")):
            if 0 < len(part.text.split()) <= _PROSE:
                yield Skill(fact=part.trimmed(" \t.,;:").fact, group=group)
        return
    yield Skill(fact=item.fact, group=group)
