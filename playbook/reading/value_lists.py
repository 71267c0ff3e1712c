"""Values that an employer lists by name: "Our values are Respect, Courage and Service", "Our values: Show up. Speak up.".

Each name is a piece of its own with its place in the document. Values that are told in whole clauses are for
`playbook.reading.values`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.reading.boilerplate import is_boilerplate
from playbook.reading.posting_sentences import posting_sentences
from playbook.reading.rows import Slice

_COUNT = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
_NAME = r"[A-Z][\w&'’.-]*(?: (?:of |the )?[A-Z&][\w&'’.-]*){0,5}"
_LABEL = re.compile(
    rf"(?<![\w-])(?:(?i:(?:(?:our|its|their|the)(?: [\w&-]+['’]s)?|{_COUNT}|these)(?: (?:{_COUNT}|core|guiding|company|shared|"
    r"corporate|key|own|simple|common|organi[sz]ational|brand|team|school|trust)){0,3}|"
    rf"core|company|guiding|{_NAME}['’]s(?: core)?) "
    r"(?i:values|principles|beliefs|virtues)"
    r"|(?i:unsere|nuestros|nos|nossos) (?i:werte|valores|valeurs))"
    rf"(?: \([^()]{{2,30}}\))?(?: (?:(?i:here )?(?i:at|as)) {_NAME})?"
    r"(?P<is>,? (?i:are|is|include|sind|son|sont|são))?"
    r"(?: (?i:(?:\w+ )?(?:simple|clear|straightforward|easy|few|plain|these|as follows|the following))(?= ?[:–—]| -))?"
    r"(?P<mark> ?:| ?[–—]| -)?\s+",
)
"""The words that announce the list; without a mark, a verb has to lead to it."""
_SAID = re.compile(
    r"(?<![\w-])(?:(?:(?i:what (?:really |truly )?(?:matters|counts)(?: most)?(?: to us| (?:a?round )?here| at [\w&'’-]+)?"
    r"|what (?:we (?:(?:all|really|truly) )?(?:care about|stand for|believe in|live by|value)|"
    r"(?:drives|guides|unites|binds) us)(?: most)?)"
    r"|(?i:(?:(?:lives?|runs?|works?|stands?|guided|driven|led|bound|built|holds?|believes?|keeps?|operates?|business) "
    rf"(?:by|on|for|to|in) (?:the same |our |these |just |only )*(?:{_COUNT}|a few) (?:[\w-]+ ){{0,2}}"
    r"(?:things|rules|ideas|habits|words)"
    rf"|(?:{_COUNT}|a few) (?:[\w-]+ ){{0,2}}(?:promises|commitments|pledges|beliefs|convictions|ideals)"
    rf"|(?:ourselves|each other|one another) to (?:{_COUNT}|a few|the same|these) (?:[\w-]+ ){{0,2}}standards)"
    r"(?: to (?:ourselves|each other|one another|(?:our|every) \w+))?))"
    r"(?P<mark> ?:| ?[–—]| -)"
    r"|(?:(?i:(?:we|our (?:\d+ |whole |entire )?(?:staff|team|people|crew|colleagues|employees)) (?:all |really |truly )?)"
    rf"|(?:The )?{_NAME} (?=values [A-Z]))"
    r"(?P<is>(?i:values?|prize|cherish|(?P<whole>believe in|stand for|live by)))(?P<colon>:)?)\s+",
)
"""What announces a list without naming it: "What matters here: ...", "We live by three things: ...", "We value Craft, Thrift".

Behind `whole`, what is listed may be said in more words: "We believe in doing the right thing, respect for people, and ...".
"""
_TOLD_AFTER = re.compile(
    r"(?:^|\s[-–—]\s|\s?[:,]\s|\s)(?:(?:these|those|they|all (?:three|four|five|six) of them)(?= are\b| aren['’]t\b|['’]re\b)"
    r"(?=.*\b(?:values|principles|beliefs|promises|what we (?:stand for|live by|believe in|value)|"
    r"(?:more than|(?:not|\w+n['’]t) (?:just|only|merely)) (?:\w+ )?(?:words|posters?|slogans?|buzzwords)))"
    r"|are (?:our|the)(?: [\w&-]+){0,2} (?:values|principles|beliefs|promises)\b).*",
    re.IGNORECASE,
)
"""What is said behind the list that it follows: "Craft, Thrift, Calm - these are more than words", "... are our values"."""
_QUOTED = re.compile(r"[\"“‘'][^\"“”]+[\"”’']?")
"""A value in quotes; those around a whole list are off."""
_IN_QUOTES = re.compile(r"[\"“‘'][^\"“”‘]{2,60}?[\"”’'](?=[\s,.;]|$)")
_BARS = re.compile(r"\s*[|•·;]\s*|\t+")
_COMMAS = re.compile(r",\s+(?:(?:and|&|und|y|et|e)\s+)?(?![^()]*\))", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&|und|y|et|e)\s+", re.IGNORECASE)
_MORE = re.compile(
    r"(?:we|our|us|you|your|this|these|they|it|its|join|apply|please|at|as|since|founded|in|with|for|to|if|when|by|"
    r"the (?:role|team|job|position|post|company|school|successful|salary|hotel|firm|group|trust|business)|wir|nous|somos)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is no further name of the list."""
_SPOKEN = re.compile(r"\b(?:we|our|us|your?|which|who|that|this|are|is|was|have|has)\b", re.IGNORECASE)
_GLOSS = re.compile(r"\s*\([^()]*\)")
"""What a name means, in brackets behind it."""
_INITIALS = re.compile(r"\s*\((?:[A-Z]\W?){3,12}\)$")
"""What the initials of the whole list spell, behind its last name: "Calm, Rest, Ease (CRE)"."""
_CLOSING = re.compile(r"^(?:\s*\([^()]*\))?[\s.;,!\"'”’)]*")
"""What stands between a list and what is said next."""
_LONGEST = 9
"""Words of the longest name of a value."""
_BARE = 4
"""Words of the longest name in a list that nothing but its form shows to be one."""
_LEAST = 3
"""Names that make a list where nothing but its form shows it."""


def stated_values(body: Slice) -> tuple[list[Slice], list[Slice]]:
    """The values that a row names in lists, and the sentences that the row says besides."""
    values, parts = _announced(body)
    others: list[Slice] = []
    for sentence in (one for part in parts for one in posting_sentences(part)):
        said = _TOLD_AFTER.search(sentence.text)
        is_apart = said is not None and not said.start()  # "Craft, Thrift, Calm. These are our values."
        listed = others[-1:] if is_apart else [sentence.cut(0, said.start())] if said else []
        names = _parted(listed[0]) if listed else []
        if len(names) < _LEAST or not _is_list(names, _BARE - 1):
            others.append(sentence)
            continue
        values += names
        if is_apart:
            others.pop()
    return values, others


def _announced(body: Slice) -> tuple[list[Slice], list[Slice]]:
    """The values of the lists that a label leads to, and the parts of the row around them."""
    values: list[Slice] = []
    others: list[Slice] = []
    rest = body
    while rest:
        labels = sorted(filter(None, (_LABEL.search(rest.text), _SAID.search(rest.text))), key=lambda one: one.start())
        lists = ((label, _list_behind(rest.cut(label.end()), label)) for label in labels)
        match, listed = next(((label, names) for label, names in lists if names), (None, []))
        if match is None:
            others.append(rest)
            break
        # What leads to the list within its own sentence says nothing more: "At the Hollow we live by four values: ...".
        before = posting_sentences(rest.cut(0, match.start()))
        if before and not before[-1].text.endswith((".", "!", "?")):
            before = before[:-1]
        if before:
            others.append(before[0].to(before[-1]))
        values += listed
        rest = rest.cut(listed[-1].end - rest.start)
        rest = rest.cut(len(rest.text) - len(_CLOSING.sub("", rest.text)))
    return values, others


def listed_values(body: Slice) -> list[Slice]:
    """The values of a row below a heading of values, where the row is a list: "Kind | Bold | Fair", "Kind, bold and fair"."""
    cells = body.split(_BARS)
    if len(cells) > 1:
        is_told = len(cells) == 2 and len(cells[1].text.split()) > _BARE  # noqa: PLR2004  a name and what it means
        return [_bare(body)] if is_told else [_bare(cell) for cell in cells]
    parts = posting_sentences(body)
    # What is said behind the list is none of it: "Kind, bold and fair. We mean it."
    names = _parted(parts[0]) if all(_MORE.match(part.text) for part in parts[1:]) else []
    return names if len(names) >= _LEAST and all(_is_name(name, _BARE) for name in names) else []


def _list_behind(rest: Slice, label: re.Match[str]) -> list[Slice]:
    """The names behind a label; none where what follows is no list."""
    parts = posting_sentences(rest)
    if not parts or not (label["mark"] or label["is"]):
        return []
    names = _parted(parts[0])
    if not label["mark"]:
        # "Our values are important to us" names none: without a mark, the form has to show the list.
        is_quoted = len(_IN_QUOTES.findall(parts[0].text)) > 1
        is_whole = "whole" in label.re.groupindex and bool(label["whole"]) and len(names) >= _LEAST
        is_list = len(names) > 1 and _is_list(names, _LONGEST if is_quoted or is_whole else _BARE - 1)
        is_sure = len(names) >= _LEAST or all(name.text[:1].isupper() for name in names)
        return names if is_list and is_sure else []
    if len(names) == 1:
        names += _going_on(parts[1:]) if _is_name(names[0], _LONGEST) else []
    if all(_is_name(name, _LONGEST) for name in names):
        return names
    return [_bare(parts[0])]


def _going_on(parts: list[Slice]) -> Iterator[Slice]:
    """The further names of a list whose names are parted by full stops."""
    for part in parts:
        name = _bare(part)
        if not _is_name(name, _LONGEST) or _MORE.match(name.text) or is_boilerplate(name.text):
            return
        yield name


def _parted(sentence: Slice) -> list[Slice]:
    """The names in a sentence, at bars, semicolons or commas; the last two may stand around an "and"."""
    bare = _bare(sentence)
    pieces = bare.split(_BARS)
    if len(pieces) == 1:
        pieces = bare.split(_COMMAS)
        joined = pieces[-1].split(_AND)
        is_closed = bool(re.search(r",\s+(?:and|&|und|y|et|e)\s", bare.text, re.IGNORECASE))
        is_short = all(len(one.text.split()) < _BARE or _QUOTED.fullmatch(one.text) for one in joined)
        if not is_closed and len(joined) == 2 and is_short:  # noqa: PLR2004  the last two
            pieces = [*pieces[:-1], *joined]
    if len(pieces) >= _LEAST and (initials := _INITIALS.search(pieces[-1].text)):
        pieces[-1] = pieces[-1].cut(0, initials.start())
    return [piece for piece in map(_bare, pieces) if piece]


def _is_list(names: list[Slice], longest: int) -> bool:
    """Whether the form alone shows names: none speaks of anybody, and of `longest` words are those in small letters."""
    return all(
        len(said.split()) <= (_LONGEST if said[:1].isupper() else longest) and not _SPOKEN.search(said) and ":" not in said
        for said in (_GLOSS.sub("", name.text) for name in names)
    )


def _is_name(piece: Slice, longest: int) -> bool:
    return 0 < len(piece.text.split()) <= longest


def _bare(piece: Slice) -> Slice:
    """Without the marks around it, and without the "and" or the "we are" that leads to it."""
    opened = re.match(r"(?:(?:and|&)\s+)?(?:we(?:['’]re| are)\s+(?=[\w'’-]+(?:,|$)))?", piece.text, re.IGNORECASE)
    bare = (piece.cut(opened.end()) if opened else piece).trimmed(' \t\n.;,!"“”')
    return bare.trimmed("'‘’") if bare.text[:1] in {"'", "‘"} and bare.text[-1:] in {"'", "’"} else bare
