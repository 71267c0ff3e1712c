"""Characters of a page as pdfium gives them, gathered to words; each word with what the eye sees of it.

pdfium is not safe for threads: whoever calls this holds `PDFIUM`.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pypdfium2.raw as pdfium

from playbook.intake.glyphs import ICON
from playbook.intake.pdf.frame import Frame, Place, shown_places
from playbook.intake.pdf.visible import Drawn, has_ink
from playbook.intake.pdf.words import Word

PDFIUM = Lock()
_HYPHENS = {0x02, 0xFFFE}
"""What pdfium gives for a hyphen at the end of a line; it may be the word's own."""
_ICONS = re.compile(rb"awesome|material-?(?:icons|symbols)|fontello|icomoon|glyphicons|icons?\b", re.IGNORECASE)
_NAME = ctypes.create_string_buffer(128)
_ACCENTS = {"\u00b4": "\u0301", "\u02c6": "\u0302", "\u00a8": "\u0308", "\u02dc": "\u0303", "\u00b8": "\u0327", "`": "\u0300"}
_ACCENTED = re.compile("([\u00b4\u02c6\u00a8\u02dc\u00b8]|(?<=[^\\W\\d_])`)([^\\W\\d_])")
_APART = 0.22
"""Heights between two letters that part words where no space was typed."""
_TINY = 2.6
"""Points of line height below which nobody reads."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page: those that are seen, those that stand upright on their side, those that nobody sees."""

    width: float
    height: float
    words: tuple[Word, ...]
    turned: tuple[Word, ...]
    hidden: tuple[Word, ...]
    images: float
    """Share of the page that pictures cover."""


@dataclass(slots=True)
class _Letter:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    seen: bool
    turned: bool


def words_of(page: Any, number: int) -> PageWords:  # noqa: ANN401  pypdfium2 has no types
    """The words of an open page. The page cannot be rendered as it was afterwards."""
    text = page.get_textpage()
    drawn = Drawn.of(page, *page.get_size())
    frame = Frame.of(page, text)
    seen: list[Word] = []
    turned: list[Word] = []
    hidden: list[Word] = []
    for letters in _gathered(_letters(text, frame, shown_places(page), drawn)):
        word = _word(letters, number)
        is_seen = sum(letter.seen for letter in letters) * 3 > len(letters)
        if not is_seen or word.bottom - word.top < _TINY:
            hidden.append(word)
        else:
            (turned if letters[0].turned else seen).append(word)
    text.close()
    return PageWords(frame.width, frame.height, tuple(seen), tuple(turned), tuple(hidden), drawn.images)


def _letters(text: Any, frame: Frame, shown: Place, drawn: Drawn) -> Iterator[_Letter | None]:  # noqa: ANN401  as above
    """Each character in the order of the file; `None` for white space."""
    box, ends = pdfium.FS_RECTF(), [ctypes.c_double() for _ in range(4)]
    tight = [ctypes.byref(end) for end in ends]
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if code in {9, 10, 13, 32, 160}:
            yield None
            continue
        pdfium.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box))
        left, right, top, bottom = frame.place(box.left, box.right, box.bottom, box.top)
        pdfium.FPDFText_GetCharBox(text.raw, index, *tight)
        ink = shown(*(end.value for end in ends))
        ink_of = pdfium.FPDFText_GetTextObject(text.raw, index)
        is_seen = drawn.shows(*ink) and (not ink_of or has_ink(ink_of))
        letter = ICON if not code or _is_icon(text, index) else "-" if code in _HYPHENS else chr(code)
        yield _Letter(letter, left, right, top, bottom, is_seen, frame.turns(text, index))


def _is_icon(text: Any, index: int) -> bool:  # noqa: ANN401  as above
    """Whether the letter is a picture of an icon font, whatever letter the font says that it is."""
    size = pdfium.FPDFText_GetFontInfo(text.raw, index, _NAME, len(_NAME), None)
    return bool(0 < size <= len(_NAME) and _ICONS.search(_NAME.raw[:size]))


def _gathered(letters: Iterator[_Letter | None]) -> Iterator[list[_Letter]]:
    """Letters that touch, on one base line, going on to the right."""
    held: list[_Letter] = []
    for letter in letters:
        if letter is None:
            if held:
                yield held
            held = []
            continue
        if held and not _goes_on(held[-1], letter):
            yield held
            held = []
        held.append(letter)
    if held:
        yield held


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    height = max(last.bottom - last.top, 1.0)
    if last.turned or letter.turned:
        return last.turned == letter.turned
    if abs(letter.left - last.left) < 0.05 and abs(letter.right - last.right) < 0.05:  # noqa: PLR2004  one box: the letters of a ligature
        return True
    gap = letter.left - last.right
    is_level = abs((letter.top + letter.bottom) - (last.top + last.bottom)) < height
    return is_level and -0.6 * height < gap < _APART * height


def _composed(text: str) -> str:
    """Accents that an old font paints before their letters, set upon them."""
    if not _ACCENTED.search(text):
        return text
    return _ACCENTED.sub(lambda found: _upon(found[2], found[1]), text)


def _upon(letter: str, accent: str) -> str:
    both = unicodedata.normalize("NFC", letter.replace("\u0131", "i") + _ACCENTS[accent])
    return both if len(both) == 1 else accent + letter


def _word(letters: list[_Letter], page: int) -> Word:
    text = "".join(letter.text for letter in letters)
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")  # pdfium gives halves one by one
    return Word(
        _composed(whole),
        min(letter.left for letter in letters),
        max(letter.right for letter in letters),
        min(letter.top for letter in letters),
        max(letter.bottom for letter in letters),
        page,
    )
