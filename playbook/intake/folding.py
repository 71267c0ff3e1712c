"""Lines as they stand in a file to lines of one fact each: what is wrapped is joined, what is apart stays apart.

The rules are about the shape of text alone (indents, full lines, hyphens, bullets) and hold for every format.
The meaning of a line is not known here, but for dates and mail, which mark a line that stands by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from playbook.intake.blanks import in_columns
from playbook.intake.glyphs import bullet, clean, tidy
from playbook.intake.layout import RawLine
from playbook.intake.paragraphs import is_led_to, paragraphs
from playbook.reading.dates import ends_in_range, find_ranges
from playbook.reading.titles import title_weight

FULL = 0.985
"""A line is full where the next word would not have fitted into this share of the measure."""
_MAIL = re.compile(r"[^\s@]@[^\s@]{1,120}\.\w|https?://|www\.")
_OPENS_ANEW = re.compile(
    r"^[A-Z][a-z]+ed\b|^(?:Led|Built|Ran|Won|Grew|Cut|Sold|Taught|Wrote|Held|Oversaw|Drove|Made|Set|Kept)\b"
)
_COMPOUND = re.compile(
    r"(?:^|\W)(?:back|client|cross|customer|data|end|event|face|first|four|full|hands|high|large|life|long|low|mid|non|on|one|open|"
    r"patient|post|problem|risk|role|self|single|small|third|three|two|user|well|world)$",
    re.IGNORECASE,
)
"""Heads of compounds that are no syllable of a longer word: "cross-functional", but not "in-cluding"."""
_HEADS = re.compile(
    r"(?:Basic |Minimum |Preferred |Desired |Key |Main )?"
    r"(?:Requirements|Qualifications|Responsibilities|Duties|Benefits|Education|Skills|Experience|Projects|Certifications|"
    r"Certificates|Languages|Desirable|Required|Preferred|Nice to have|About us|You have):?$"
)
"""Headings that stand right below a list, without a blank line between."""
_LABEL = re.compile(r"^[A-Z][\w &/+-]{1,32}: ?\S")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]")
_PIECES = re.compile(r"[,|(]|\s[-–—]\s|\s(?:at|@)\s")
_FEW = 4
"""Words that a bullet must have more of before a full line of it can have a rest."""
_REST = re.compile(r"[a-zà-ÿ(]|(?:19|20)\d\d\b")
"""How the rest of a sentence begins, and no header."""
_OPEN_END = re.compile(
    r"(?:[,&(]| (?:and|or|the|our|your|their|its|an?|of|to|in|into|with|from|than|for|by|at|over|about|on|as|that|"
    r"which|is|are|will|my|we|We|between|without|including|(?:incl|e\.g|i\.e|approx|vs)\.))$"
)
"""How no line ends whose sentence is whole."""
_MID_PHRASE = re.compile(r" (?:between|and|or|the|our|your|their|its|an?|of|from|than|with|my|(?:incl|e\.g|i\.e)\.)$")
"""How no bullet ends, whatever the next line looks like: years alone, "2016/17 & 2018/19", may go on from "between"."""
_HEADED = 12
"""Words of the longest line of a header; what has more is a sentence that names a mail or a page."""
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s+[A-ZÀ-Ý]")
"""Lines of a list that all open with their year."""
_TOLD = re.compile(r"[\w)]:\s+[a-z]")
"""Before what was done, in the line of a header: "2025 - present Guide, Harrow Pantry: food hygiene and"."""
_GLUED = re.compile(r"-[^\W\d_]{2,}\s+\S")
_OPEN_RANGE = re.compile(r"\b(?:19|20)\d\d\s*[-–—]$")
_RANGE_END = re.compile(
    r"(?:\d{1,2}[./]|[A-Za-zä]{3,9}\.? )?(?:19|20)\d\d\b|(?:present|now|today|current|heute)\b", re.IGNORECASE
)
"""Dates that were broken after their dash."""
_NUMBERED = r"\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?"
_SPREAD, _ASIDE = re.compile(r"\S {2,}[•·|●▪] {2,}\S"), re.compile(r"\([^()]{12,}\)\.?")
"""A list spread over its line by hand, of which no item goes on in the next; and a remark that is a line of its own."""
_PAGE_NUMBER = re.compile(
    rf"^(?:(?:page\s+)?{_NUMBERED}|[^\d:]{{2,40}}\s*[|,–—-]\s*page\s+{_NUMBERED}|page\s+{_NUMBERED}\s*[|,–—-]\s*[^\d:]{{2,40}})$",
    re.IGNORECASE,
)
"""The number of a page, alone or beside a name: "Page 2 - A. Ruiz", "Ana Ruiz | page 2 of 3"."""
_CONTINUED = re.compile(r"\W*\b(?:continued|cont(?:'?d)?|page|r[eé]sum[eé]|cv|curriculum vitae)\W*$", re.IGNORECASE)


@dataclass(slots=True)
class _Item:
    """A line in the making: what was joined so far, and where its first and its last line stood."""

    text: str
    first: RawLine
    last: RawLine
    is_bullet: bool
    is_apart: bool
    body: float
    """Where the text of a bullet begins."""


def fold(lines: Iterable[RawLine], *, wraps: bool, hyphenates: bool = False) -> str:
    """`lines` as the text of a document.

    `wraps` says whether the format breaks lines by itself (plain text, PDF); `hyphenates`, whether it also
    breaks words (PDF). Bullets become `- `; an empty line stands where space or a change of column was.
    """
    raw = [_cleaned(line) for line in lines]
    raw = _unglued([line for line in raw if line.text.strip()])
    words = Counter(word.lower() for line in raw for word in re.findall(r"[\w-]+", line.text)) if wraps else Counter()
    measures = _measures(raw) if wraps else {}
    broken = paragraphs(raw, _REST, _OPEN_END) if wraps else {}
    hangs, apart = _bullets_hang(raw), _headers_stand_apart(raw)
    items: list[_Item] = []
    for number, line in enumerate(raw):
        last = items[-1] if wraps and items else None
        ends = last is not None and _is_date_of(last, line, raw[number + 1 : number + 2])
        is_named = number - 1 in broken and is_led_to(raw, number)
        goes_on = last is not None and (is_named or _fills(last, line, broken.get(number - 1)))
        is_next = last is not None and bool(_YEAR_FIRST.match(last.text) and _YEAR_FIRST.match(line.text))
        is_next = is_next or (last is not None and bool(_ASIDE.fullmatch(last.text)) and line.text[:1].isupper())
        if last is not None and not is_next and (ends or goes_on or _continues(last, line, measures, hangs=hangs, apart=apart)):
            _join(last, line, words, hyphenates=hyphenates)
        else:
            items.append(_started(line))
    return _written(items)


def _cleaned(line: RawLine) -> RawLine:
    text = clean(line.text).replace("\n", " ").strip(" \t")
    return replace(line, text=in_columns(text))


def _unglued(lines: list[RawLine]) -> list[RawLine]:
    """The lines, a hyphen parted from its word where several open with one: "-passed meds" is a bullet, "-based" a rest."""
    glued = [line for line in lines if _GLUED.match(line.text)]
    if len(glued) < 2:  # noqa: PLR2004  one may be the rest of a broken word
        return lines
    return [replace(line, text=f"- {line.text[1:]}") if _GLUED.match(line.text) else line for line in lines]


def _started(line: RawLine) -> _Item:
    mark = bullet(line.text)
    if mark is None:
        return _Item(tidy(line.text), line, line, is_bullet=False, is_apart=line.is_apart, body=line.left)
    if _is_numbered_head(line, mark):
        return _Item(tidy(line.text[mark:]), line, line, is_bullet=False, is_apart=line.is_apart, body=line.left)
    body = " ".join(tidy(line.text[mark:]).split())
    return _Item(body, line, line, is_bullet=True, is_apart=line.is_apart, body=line.left + _advance(line) * mark)


def _is_numbered_head(line: RawLine, mark: int) -> bool:
    """Whether a number counts employers and no bullets: a title or columns behind it, and dates at the end."""
    text = tidy(line.text[mark:])
    is_head = "\t" in text or any(title_weight(piece) == 2 for piece in _PIECES.split(text))  # noqa: PLR2004  a title by its head
    return line.is_apart and is_head and ends_in_range(text) and _NUMBER.match(line.text) is not None


def _advance(line: RawLine) -> float:
    """The mean width of a character."""
    return max(line.right - line.left, 1.0) / max(len(line.text), 1)


def _measures(lines: Sequence[RawLine]) -> dict[int, float]:
    """The right edge of each column: where its long lines end, without the few that stick out."""
    edges: dict[int, list[float]] = {}
    for line in lines:
        edges.setdefault(line.column, []).append(line.right)
    measures = {}
    for column, rights in edges.items():
        rights.sort()
        longest = rights[-1]
        close = [right for right in rights if right >= longest * 0.85]
        # One line alone at the edge is no measure: a file whose lines are not wrapped has such lines by chance.
        measures[column] = longest if len(close) > 1 else (rights[-2] if len(rights) > 1 else longest)
    return measures


def _bullets_hang(lines: Sequence[RawLine]) -> bool:
    """Whether the second lines of bullets stand below the words of the first, not below the glyph."""
    hanging = level = 0
    for first, second in pairwise(lines):
        is_wrapped = second.text[:1].islower() and not second.is_apart and second.column == first.column
        if bullet(first.text) is not None and bullet(second.text) is None and is_wrapped:
            hanging += second.left > first.left + 0.5 * _advance(first)
            level += second.left <= first.left + 0.5 * _advance(first)
    return hanging > 2 * level


def _is_date_of(item: _Item, line: RawLine, following: Sequence[RawLine]) -> bool:
    """Whether a line that is a date alone ends the bullet above it: another bullet follows, so it heads no role."""
    if line.is_apart or not item.is_bullet or not following or bullet(following[0].text) is None:
        return False
    ranges = find_ranges(line.text)
    return bool(ranges) and not line.text[: ranges[0].at].strip(" (") and not line.text[ranges[-1].to :].strip(" ).;")


def _headers_stand_apart(lines: Sequence[RawLine]) -> bool:
    """Whether lines with dates come with space above them, or above the lines that belong to them."""
    dated = [number for number, line in enumerate(lines) if ends_in_range(line.text) and bullet(line.text) is None]
    apart = [any(line.is_apart for line in lines[max(number - 2, 0) : number + 1]) for number in dated]
    return len(dated) > 1 and sum(apart) >= 0.6 * len(dated)


def _continues(item: _Item, line: RawLine, measures: dict[int, float], *, hangs: bool, apart: bool) -> bool:  # noqa: C901, PLR0911, PLR0912  one grammar, read top to bottom
    """Whether `line` is the rest of `item` and not a line of its own."""
    is_spread = bool(_SPREAD.search(item.last.text) and _SPREAD.search(line.text))
    if is_spread or line.is_apart or line.column != item.last.column or bullet(line.text) is not None:
        return False
    if not item.text:
        return item.is_bullet  # a glyph that stands alone, with its text on the next line
    if _OPEN_RANGE.search(item.text) and _RANGE_END.match(line.text) and not item.is_bullet:
        return True
    if item.is_bullet and _is_indented(item, line) and _REST.match(line.text) and "\t" not in tidy(line.text):
        return True  # even where it ends in dates, as a header does
    if "\t" not in tidy(line.text) and _is_full(item.last, line, measures[line.column]) and not _stands_alone(item.text):
        is_sentence = len(item.text.split()) > _FEW and item.text[-1:] not in ".:"
        if is_sentence and _REST.match(line.text):
            return True
        if is_sentence and apart and ends_in_range(line.text) and not title_weight(line.text):
            return True  # headers stand apart here, so this is none
    is_long = item.last.right >= measures[line.column] * 0.6
    if item.is_bullet and is_long and _MID_PHRASE.search(item.text) and _REST.match(line.text) and "\t" not in tidy(line.text):
        return True
    if _stands_alone(line.text) or (_stands_alone(item.text) and not (item.is_bullet and _is_indented(item, line))):
        return False
    if item.is_bullet and _is_indented(item, line):
        return True
    if item.is_bullet and line.left < item.first.left + (0.5 if hangs else -0.5) * _advance(line):
        return False
    if item.is_bullet and len(line.text.split()) <= 5 and title_weight(line.text) == 2:  # noqa: PLR2004  a job title heads the next role
        return False
    if item.is_bullet and _HEADS.match(line.text):
        return False
    full = _is_full(item.last, line, measures[line.column])
    if item.text.endswith(("\u00ad", "-")) and line.text[:1].islower() and full:
        return True
    if _LABEL.match(line.text) or (_OPENS_ANEW.match(line.text) and not item.text.endswith(",")):
        return False
    level = abs(line.left - item.last.left) <= 2 * _advance(line) or line.left > item.first.left
    if not level and not item.is_bullet:
        return False
    if is_long and _OPEN_END.search(item.text):
        return True
    if is_long and line.text[:1].islower() and item.text[-1:] not in ".!?:":
        return full or len(item.text.split()) >= 6  # noqa: PLR2004  fewer words make a heading, not a wrapped line
    return full and len(item.text.split()) >= 5 and item.text[-1:] != ":"  # noqa: PLR2004  as above


def _fills(item: _Item, line: RawLine, measure: float | None) -> bool:
    """Whether a line ends at the `measure` of its own paragraph, within a sentence, and `line` is the next of it."""
    return (
        measure is not None
        and not item.is_bullet
        and item.text[-1:] not in ".:!?"
        and not (_stands_alone(item.text) or _stands_alone(line.text) or _LABEL.match(line.text))
        and _is_full(item.last, line, measure)
    )


def _is_indented(item: _Item, line: RawLine) -> bool:
    """Whether `line` hangs below the text of a bullet."""
    return line.left > item.first.left + 0.5 * _advance(line)


def _is_full(last: RawLine, line: RawLine, measure: float) -> bool:
    """Whether the first word of `line` would not have fitted at the end of `last`."""
    word = line.text.split(maxsplit=1)[0]
    return last.right + (len(word) + 1) * _advance(last) > measure * FULL and last.right > measure * 0.5


def _stands_alone(text: str) -> bool:
    """Whether the line is one of a header's: columns, mail, a range of dates, capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    is_shouted = bool(letters) and all(letter.isupper() for letter in letters) and len(text.split()) <= 6  # noqa: PLR2004  a length that only this rule uses
    is_contact = bool(_MAIL.search(text)) and len(text.split()) <= _HEADED
    is_dated = ends_in_range(text) and not (_TOLD.search(text) and len(text.split()) > _HEADED)
    return "\t" in tidy(text) or " | " in text or is_contact or is_shouted or is_dated


def _join(item: _Item, line: RawLine, words: Counter[str], *, hyphenates: bool) -> None:
    rest = " ".join(tidy(line.text).split())
    if item.text.endswith("\u00ad"):
        item.text = item.text.rstrip("\u00ad") + rest
    elif re.search(r"\w-$", item.text) and rest[:1].islower():
        item.text = (item.text if _keeps_hyphen(item.text, rest, words, hyphenates=hyphenates) else item.text[:-1]) + rest
    else:
        item.text = f"{item.text} {rest}".strip()
    item.last = line


def _keeps_hyphen(before: str, after: str, words: Counter[str], *, hyphenates: bool) -> bool:
    """Whether a hyphen at the end of a line belongs to the word: other places of the text know best."""
    head, tail = before.rsplit(maxsplit=1)[-1].lower().lstrip("(\"'"), re.split(r"[^\w-]", after, maxsplit=1)[0].lower()
    if words[head[:-1] + tail]:
        return False
    return bool(words[head + tail]) or not hyphenates or bool(_COMPOUND.search(head[:-1]))


def _written(items: Sequence[_Item]) -> str:
    out: list[str] = []
    seen_first = items[0].text if items else ""
    for number, item in enumerate(items):
        text = tidy(item.text.replace("\u00ad", ""))  # a soft hyphen may have stood between two spaces
        if not text or (not item.is_bullet and _PAGE_NUMBER.match(text) and not re.fullmatch(r"(?:19|20)\d\d", text)):
            continue
        if number and not item.is_bullet and _CONTINUED.sub("", text) == seen_first and item.is_apart:
            continue  # a running head
        if out and item.is_apart and out[-1]:
            out.append("")
        out.append(f"- {text}" if item.is_bullet else text)
    return "\n".join(out)
