"""The human languages that someone speaks, with the level beside each, from lists, tables and sentences.

The names stand in `playbook.reading.language_names`. A section of languages may hold one that is not among them: a
level beside a word shows that it is one. Programming languages are skills.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.artifacts.resume import Named
from playbook.reading.language_names import LANGUAGES, LEVEL, LEVELS, PROGRAMMING, QUALIFIERS, SIGN
from playbook.reading.rows import Row, Slice, holds_contact

_STRONG = re.compile(r"\s*[,;|•·⋅◦●⋄](?![●○])\s*(?![^()]*\))")
_WEAK = re.compile(
    r"(?:\s*[/&+\t]\s*|\s+[-–—]\s+|:\s+|\s+(?:and|und|sowie|et|y|e|ja|plus|as well as)\s+)(?![^()]*\))", re.IGNORECASE
)
_LABEL = re.compile(r"^([^:\t]{2,40}?)\s*(?::|\t)\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|[abcnABCN][1-5](?!\w)")
_RATING = " \t●○★☆■□▪▫⬤◯•·.…_-"
_LONGEST = 600
"""Characters of a line beyond which it is no list of languages."""
_SENTENCES = re.compile(r"\.\s+(?=[^\W\d_a-z])|;\s+|\.$")
_STOP = re.compile(r"\.\s+[^\W\d_a-z]")
_LEAD = re.compile(r"([^(–—:,-]{3,40}?)\s*(?:\(|\s[-–—]\s|[:,]\s)(.+)")
"""A name and what is said of it."""
_SOME = re.compile(r"(?:some|(?:a )?(?:bit|little)(?: of)?) ([^\W\d_]+)\b", re.IGNORECASE)
"""A language of which somebody has a little: "Some Dutch from my aunt"."""
_ASIDE = re.compile(r"\s?\([^()]{2,60}\)")
_BRACKET = re.compile(r"\([^()]*\)?|（[^（）]*）?")
_UNKNOWN = re.compile(r"([^\W\d_][\w'’ʼ-]*(?: [^\W\d_][\w'’ʼ-]*)?)\s*(?:[(:\t（]|\s[-–—]\s|\s(?=\S))\s*(.{1,40})")
_RATED = re.compile(r"^[●○★☆■□▪▫⬤◯]{2,}|^\d{1,3}\s?%|^\d/\d")
_FEW = 6
"""An entry of more words is a sentence."""
_SPEAKS = re.compile(
    r"(?P<level>\b(?:fluent|fluently|native|bilingual|trilingual|conversational|proficient)(?: speaker)?(?: of"
    r"| in)?(?: both)?\b:?)"
    r"|\b(?:I(?: also| can| fluently)* speak|speaks?|hablo|domino|je parle|parle|(?:ich )?spreche|falo)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,&/+:'’-]*")
_CODES = {"EN": "English", "FR": "French", "ES": "Spanish", "DE": "German", "PT": "Portuguese", "IT": "Italian", "NL": "Dutch"}
"""Languages by their codes, which stand for one behind a word such as "bilingual" only."""
_FILLER = frozenset(
    """and or both also as well enough some a little bit of my in und et y e un peu de du auch etwas ein wenig algo um pouco i
    speak can read write fluent fluently well to/from the l d""".split()  # noqa: SIM905  words read best as one text
)


def read_languages(rows: Sequence[Row]) -> Iterator[Named]:
    """The languages of a section. A word that no list knows is one where a level, or other languages, stand beside it."""
    items = [item for row in rows if not holds_contact(row.text) for item in _items(row.body)]
    is_sure = any(_names_one(item.text) for item, _ in items)
    for item, whole in items:
        name = _name(item) or (_unknown(item, is_sure=is_sure or whole is not item))
        if name:
            yield Named(fact=_bare(whole).fact, name=name.text)


def spoken_languages(rows: Sequence[Row]) -> Iterator[Named]:
    """The languages that a sentence says someone speaks: "I speak Dutch and some Greek", "fluent in Thai"."""
    for row in rows:
        for match in _SPEAKS.finditer(row.text):
            at = match.end()
            for word in _WORD.finditer(row.text, match.end()):
                text = word[0].lower()
                if word.start() < at:
                    continue  # in the brackets behind the one before
                if not _BETWEEN.fullmatch(row.text, at, word.start()):
                    break
                at = word.end()
                code = _CODES.get(word[0]) if match["level"] else None
                if text not in LANGUAGES and code is None:
                    if text in _FILLER or text in LEVELS:
                        continue
                    break
                if row.text[word.end() : word.end() + 9].lower().startswith("-speaking"):
                    break
                start = match.start() if match["level"] else word.start()
                aside = _ASIDE.match(row.text, word.end())
                end = aside.end() if aside and LEVEL.search(aside[0]) else word.end()
                at = end
                yield Named(fact=row.body.cut(start, end).fact, name=code or word[0])


def lists_languages(row: Row) -> bool:
    """Whether a line is a list of languages and of nothing else, wherever it stands."""
    items = [item for item, _ in _items(row.body)]
    return len(items) > 1 and all(_names_one(item.text) and len(item.text.split()) <= _FEW for item in items)


def languages_in(row: Row) -> Iterator[Row]:
    """What a line of all sorts says of languages: the whole line, or each of its sentences that is a language at a level."""
    if lists_languages(row) and not _STOP.search(row.text):
        yield row
        return
    for piece in row.body.split(_SENTENCES):
        lead = _LEAD.match(piece.text)
        said = is_language(piece.text) or (lead is not None and is_language(lead[1]) and LEVEL.search(lead[2]))
        some = _SOME.match(piece.text)
        is_said = bool(said and LEVEL.search(piece.text)) or (some is not None and is_language(some[1]))
        if is_said and len(piece.text.split()) <= _FEW:
            yield Row(piece, is_bullet=False, is_apart=False)


def is_language(text: str) -> bool:
    """Whether the words are a human language with its level, and nothing else."""
    if SIGN.match(text) and len(text.split()) <= _FEW:
        return True
    words = _words(text)
    return any(word in LANGUAGES for word in words) and all(
        word in LANGUAGES or word in LEVELS or word in QUALIFIERS for word in words
    )


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _names_one(text: str) -> bool:
    return any(word in LANGUAGES for word in _words(_BRACKET.sub(" ", text))) or bool(SIGN.search(text))


def _items(body: Slice) -> Iterator[tuple[Slice, Slice]]:
    """The entries of a line: between separators, and between languages that "and" or a stroke joins.

    Each with its whole, which takes in the level that stands before the first: "Mother tongue: Italian".
    """
    body = body.cut(0, min(_LONGEST, len(body.text)))
    stop = _STOP.search(body.text)
    if stop and not _names_one(body.text[stop.end() - 1 :]):
        body = body.cut(0, stop.start())  # "English (fluent). Volunteer at the library" goes on with something else
    label = _LABEL.match(body.text)
    words = _words(label[1]) if label else []
    whole: Slice | None = None
    if label and words and all(word in LEVELS for word in words):
        whole = body if LEVEL.search(label[1]) else None
        body = body.cut(label.end())
    for part in body.split(_STRONG):
        for item in _joined(part.split(_WEAK)):
            yield item, whole.to(item) if whole else item
            whole = None


def _joined(parts: Sequence[Slice]) -> Iterator[Slice]:
    """Parts that name no language belong to the one before them: its level, a comment."""
    held: Slice | None = None
    for part in parts:
        if held is None:
            held = part
        elif _names_one(part.text) and _names_one(held.text):
            yield held
            held = part
        else:
            held = held.to(part)
    if held:
        yield held


def _bare(item: Slice) -> Slice:
    """Without a rating in dots and without the full stop."""
    kept = len(item.text.rstrip(_RATING))
    return (item.cut(0, kept) if kept else item).trimmed(" .\t,;:–—-")


def _name(item: Slice) -> Slice | None:
    """The name of the language that an entry is about: the first that it names, with the words that belong to it."""
    sign = SIGN.search(item.text)
    if sign:
        return item.cut(sign.start(), sign.end())
    bare = _BRACKET.sub(lambda found: " " * len(found[0]), item.text)
    words = list(_WORD.finditer(bare))
    at = next((number for number, word in enumerate(words) if word[0].lower() in LANGUAGES), None)
    if at is None:
        return None
    first = last = at
    while last + 1 < len(words) and _goes_on(bare, words[last], words[last + 1]):
        last += 1
    while first > 0 and words[first - 1][0].lower() in QUALIFIERS - LEVELS and words[first - 1][0][0].isupper():
        first -= 1
    return item.cut(words[first].start(), words[last].end())


def _goes_on(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words name one language: "Mandarin Chinese", "Cape Verdean Creole"."""
    return not text[one.end() : other.start()].strip() and other[0].lower() in LANGUAGES


def _unknown(item: Slice, *, is_sure: bool) -> Slice | None:
    """A name that is not in the list: "Dagaare (native)"; alone on its line beside languages that are."""
    text = _bare(item).text
    match = _UNKNOWN.match(item.text)
    if match:
        name, beside = match[1], match[2]
        words = _words(name)
        while len(words) > 1 and words[-1] in LEVELS:
            name, words = name.rsplit(" ", 1)[0], words[:-1]
        is_named = bool(words) and not any(word in LEVELS or word in PROGRAMMING for word in words)
        if is_named and (LEVEL.search(beside) or _RATED.match(beside) or LEVEL.match(match[1][len(name) :].strip() or "-")):
            return item.cut(0, len(name))
    is_word = bool(re.fullmatch(r"[^\W\d_]{2,}(?:['’ʼ-][^\W\d_]+)?", text)) and not text[0].islower()
    if is_sure and is_word and text.lower() not in LEVELS | PROGRAMMING:
        return _bare(item)
    return None
