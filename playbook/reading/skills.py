"""Skills as a list names them: groups, separators, and what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from playbook.artifacts.resume import Skill
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.vocabulary import LEVEL_WORDS

_GROUP = re.compile(
    r"^(?P<group>[^:,;|]{2,45}):\s+(?=\S)|^(?P<dashed>[A-Z][^:,;|(–—-]{1,35})\s[–—-]\s(?=[^,;]+[,;])|"
    r"^(?P<tabbed>[A-Z][^:,;|(\t]{1,35})\t(?=[^,;\t]+[,;])"
)
_MARKS = "•·●⋅◦⋄▪■◆♦∙‣➤►▶✓✔❖★|;\t"
_SEPARATOR = re.compile(rf"\s*[,{_MARKS}]\s*|\s+[/*]\s+|\s//\s|\s[-–—]\s(?=[A-Z])")
_STOP = re.compile(r"\.\s+(?=[A-Z])")
_STOPPED = re.compile(r"(?:[a-z]{4}|[A-Z\d]{2}s?|\w\))$")
"""What ends before a full stop, and is no abbreviation: "megger. HV safety", "VFDs (ABB). Excel"."""
_STROKE = re.compile(r"\s/\s")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LEAD = re.compile(
    r"^(?:and|&|plus|including|e\.g\.,?|such as|(?:highly )?(?:proficient|experienced|skilled|competent|trained"
    r"|familiar) (?:in|with|at|using)"
    r"|(?:working |good |strong |basic |advanced |excellent )?knowledge of(?: the)?)\s+",
    re.IGNORECASE,
)
_EXTENT = re.compile(
    r"\b(?:only|read(?:[/ -]?(?:only|write|mostly))?|view|brief(?:ly)?|basics?|light|some|mostly|exposure|learning"
    r"|a (?:bit|little)|working knowledge|self[- ]taught|legacy|(?:operator|user) level|not)\b",
    re.IGNORECASE,
)
"""How far something is known: brackets that say so are a remark on it, and no list of skills."""
_LEARNING = re.compile(
    r"(?:(?:currently|now|still|also)\s+)?(?:learning|studying|teaching myself|picking up|want(?:ing)? to learn|to learn)"
    r"(?:\s+(?:now|currently|next|at the moment|in progress))?",
    re.IGNORECASE,
)
"""What is yet to be learned heads a list of what nobody can claim: "Learning now: Docker"."""
_OWN_WORDS = re.compile(r"I(?:['’][a-z]+)?\s+[a-z]")
"""A remark by the owner of the list: "Jenkins (I run jobs, I don't admin)"."""
_DASH = re.compile(r"\s+[-–—]\s+")
_RATING = re.compile(r"[\s●○★☆■□▪▫⬤◯]+$|[\s(]{1,3}\d{1,3}\s?%\)?$|[\s(]{1,3}\d{1,2}/\d{1,2}\)?$")
_LEVEL = re.compile(
    r"(?:native|fluent|beginner|basics?|elementary|intermediate|advanced|expert|proficient|competent|novice|familiar|excellent"
    r"|good|"
    r"very good|strong|working knowledge|grundkenntnisse|gute? kenntnisse|sehr gute? kenntnisse|fortgeschritten|experte"
    r"|notions|bases|"
    r"débutant|intermédiaire|avancé|confirmé|maîtrise|básico|intermedio|avanzado|experto|intermediário|avançado|level|skill"
    r"|\d+\+? years?)",
    re.IGNORECASE,
)
"""How well something is known; no skill by itself."""
_SEVERAL = 2
_HEADING = 5
"""More words before a colon are a sentence."""
_PHRASE = 6
"""Words of a line that may be one skill."""
_JOINS = re.compile(
    r"\b(?:and|or|with|in|of|for|to|the|a|an|on|at|by|from|using|including|y|de|et|und|e|en|mit|für|com)\b|&", re.IGNORECASE
)
_CHIPS = 4
"""Names in a line without separators from which on it is a list."""
_PROSE = 9
"""An item of more words is a sentence."""
_LONG = 16
"""Likewise for one that has a line to itself."""


Known = Callable[[str], Iterable[tuple[int, int]]]
"""Where the names that the packs know stand in a text."""


def nothing_known(_text: str) -> Iterable[tuple[int, int]]:
    """For lists whose separators say enough."""
    return ()


def read_skills(rows: Sequence[Row], known: Known = nothing_known) -> Iterator[Skill]:
    """The skills of a section, in order, each with its exact span.

    `known` tells them apart where a converter lost what stood between them.
    """
    above: str | None = None
    labels = _labels(rows)
    for number, row in enumerate(rows):
        if row.text.endswith(":") or number in labels:
            above = row.text.rstrip(": ")
            if any(True for _ in known(above)):
                yield from _one(row.body, None)  # "Python" above its libraries is a skill, too
            continue
        chips = _chips(row.body, known)
        if chips:
            for chip in chips:
                yield from _one(chip, above)
            continue
        if _is_sentences(row.text):
            continue
        match = _GROUP.match(row.text)
        group: str | None = next((text for text in match.groups() if text), None) if match else None
        body = row.body.cut(match.end()) if match else row.body
        if group and _LEARNING.fullmatch(group):
            continue
        if match and group and _LEVEL.fullmatch(body.text.strip(" .()")):
            body, group = row.body.cut(match.start(), match.start() + len(group)), None  # "Excel: advanced"
        elif group and row.is_bullet and len(group.split()) > _HEADING:
            group, body = None, row.body
        yield from skills_in(body, group.strip() if group else above)


def _labels(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that name a group, without a colon: each stands above a list, and nothing else stands between the lists."""
    alone = [
        number
        for number, row in enumerate(rows)
        if not row.is_bullet and not _SEPARATOR.search(row.text) and ":" not in row.text
    ]
    is_above = all(number + 1 < len(rows) and number + 1 not in alone for number in alone)
    return frozenset(alone) if len(alone) > 1 and is_above and alone[0] == 0 else frozenset()


def _chips(body: Slice, known: Known) -> list[Slice]:
    """The names in a line that has no separators, if the most of it are names: "Python SQL dbt Kafka Docker"."""
    words = len(body.text.split())
    if words <= _PHRASE or _SEPARATOR.search(body.text) or ":" in body.text or _JOINS.search(body.text):
        return []
    spans = list(known(body.text))
    if len(spans) < _CHIPS or sum(len(body.text[start:end].split()) for start, end in spans) * 2 <= words:
        return []
    chips, at = list[Slice](), 0
    for start, end in [*spans, (len(body.text), len(body.text))]:
        between = body.cut(at, start)
        if between.text.startswith("(") and chips:
            close = between.text.find(")") + 1
            chips[-1], between = chips[-1].to(between.cut(0, close)), between.cut(close)
        chips += between.split(re.compile(r" "))
        chips.append(body.cut(start, end))
        at = end
    return [chip for chip in chips if chip]


def _is_sentences(text: str) -> bool:
    """Whether a line is running text: more than one sentence of it."""
    return text.endswith(".") and bool(re.search(r"[a-z\d)]\. [A-Z]|[A-Z\d]{3}\. [A-Z]", text)) and text.count(",") < _SEVERAL


def skills_in(body: Slice, group: str | None) -> Iterator[Skill]:
    """The skills of one list. `AWS (SQS, Lambda)` gives the whole and each part; `Forms (Access)` is one."""
    for item in _items(body):
        if not item or holds_contact(item.text):
            continue
        brackets = _BRACKETS.search(item.text)
        if brackets is None or not _SEPARATOR.search(brackets[1].strip()) or _is_remark(brackets[1]):
            is_alone = item.start == body.start and item.end == body.end and not item.text.endswith(".")
            yield from _one(item, group, _LONG if is_alone else _PROSE)
            continue
        yield from _one(item.cut(0, brackets.start()), group)
        for part in item.cut(brackets.start() + 1, brackets.end() - 1).split(_SEPARATOR):
            yield from _one(part, group)
        yield from _one(item.cut(brackets.end()).trimmed(" -–—:"), group)


def _is_remark(text: str) -> bool:
    """Whether brackets only say how far something is known; what is named in them by its capitals is a skill all the same."""
    is_extent = _EXTENT.search(text) and text == text.lower()
    return bool(LEVEL_WORDS.match(text.strip()) or is_extent or _OWN_WORDS.match(text.strip()))


def _items(body: Slice) -> Iterator[Slice]:
    """The pieces between separators that stand outside brackets."""
    text, depth, at = body.text, 0, 0
    if len(_DASH.findall(text)) > 1 and not re.search(rf"[,{_MARKS}]", text):
        yield from body.split(_DASH)
        return
    # "MIG / stick welding" alone on its line is one skill; "Excel / Word / SAP" are three.
    is_whole = len(_STROKE.findall(text)) == 1 and not re.search(rf"[,{_MARKS}]", text)
    closing = text.count(")")
    position = 0
    while position < len(text):
        if text[position] == "(" and closing:
            depth += 1
        elif text[position] == ")":
            depth, closing = max(depth - 1, 0), closing - 1
        match = _SEPARATOR.match(text, position) if not depth and (text[position] in _MARKS + ", /*–—-") else None
        if not depth and text[position] == "." and _STOPPED.search(text[max(at, position - 4) : position]):
            match = _STOP.match(text, position)
        if match and match.end() > position and not (is_whole and "/" in match[0]):
            yield body.cut(at, position)
            at = position = match.end()
        else:
            position += 1
    yield body.cut(at)


def _one(item: Slice, group: str | None, most: int = _PROSE) -> Iterator[Skill]:
    lead = _LEAD.match(item.text)
    if lead:
        item = item.cut(lead.end())
    rating = _RATING.search(item.text)
    if rating and rating.start():
        item = item.cut(0, rating.start())
    item = item.trimmed(" \t.,;:•·")
    text = item.text
    if not any(letter.isalpha() for letter in text) or _LEVEL.fullmatch(text):
        return
    if len(text.split()) > most:
        for part in item.split(re.compile(r"\s+(?:and|with|using|including)\s+")):
            if 0 < len(part.text.split()) <= _PROSE:
                yield Skill(fact=part.trimmed(" \t.,;:").fact, group=group)
        return
    yield Skill(fact=item.fact, group=group)
