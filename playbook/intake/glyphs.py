"""Characters: Unicode normalisation, ligatures, odd spaces, bullet glyphs, letter-spaced words.

Only what can be said of a character or a single line belongs here; which lines belong together is for
`playbook.intake.folding`.
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {ord(ligature): unicodedata.normalize("NFKC", ligature) for ligature in "ﬀﬁﬂﬃﬄﬅﬆ"}
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_GONE = dict.fromkeys(
    [
        *range(9),
        0x0B,
        *range(0x0E, 0x20),
        *range(0x80, 0x95),
        *range(0x96, 0xA0),
        0x200B,
        0x200E,
        0x200F,
        *range(0x2060, 0x2065),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0x180E,
        0xFEFF,
        *range(0xD800, 0xE000),  # halves of a character: no text has them alone
        *range(0xE0000, 0xE0080),
        0xFFFE,
        0xFFFF,
    ],
)
_TABLE = (
    _LIGATURES
    | _SPACES
    | _GONE
    | {0x2714: "✓", 0x2705: "✓", 0x2011: "-", 0x2010: "-", 0x2212: "-", 0x2028: "\n", 0x2029: "\n", 0x0C: "\n"}
)

ICON = "\ue000"
"""Stands for a picture of an icon font: it parts what stands beside it, and means nothing."""
_GLYPHS = (
    "•·∙⋅⋄⋆‣⁃»›🔹🔸🔷🔶🟢\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\u0095\x7f"
    "\u2190-\u21ff\u25a0-\u2605\u2607-\u260d\u2610-\u2705\u2707\u270a-\u27bf\u2b00-\u2bff"
)
"""For a class of characters: bullets, and the blocks of arrows, shapes and dingbats without telephones and envelopes."""
_PLAIN_MARKS = "*+–—-~"
_BULLET = re.compile(
    rf"""(?:
        [{_GLYPHS}]+[ \t]*                   # a glyph, whatever follows
      | \(cid:\d+\)[ \t]*                               # a glyph that the font does not name
      | [{re.escape(_PLAIN_MARKS)}][ \t]+(?=\S)         # a mark that is punctuation elsewhere needs a space
      | (?:=>|[-–—]>|>>?|--)[ \t]+(?=\S)                     # marks that are typed
      | [-*](?=[A-Z][a-z]|[A-Z]\.[A-Z]|\d{{1,2}}(?:\+|[-–]\d{{1,2}})?[ ](?:years|yrs))  # or a word right after it
      | o[ \t]+(?=[A-Z])                                # Word's hollow bullet in Courier
      | \(?\d{{1,2}}[.)][ \t]+(?=[A-Z\d])                # a numbered list
      | [a-z]\)[ \t]+(?=[^\W\d_])                       # a lettered one
    )""",
    re.VERBOSE,
)
_CID = re.compile(r"\(cid:\d+\)")
_LONGEST_NAME = 120
"""Characters up to which a line of single letters may be one that is set with space between them."""
_ENDLESS = re.compile(r"[^\s\u3000-\u9fff\uac00-\ud7af]{240,}")
"""What is longer than any word, such as data in letters: it tells nothing and would cost the grammars their time."""
_SPACED_OUT = re.compile(r"^\w(?: [\w.&'’-]){3,}(?:(?: {2,}|\t)[\w.](?: [\w.&'’-])*)*$")


def clean(text: str) -> str:
    """`text` in NFC, without ligatures, odd spaces, zero-width and control characters.

    Line breaks, tabs, soft hyphens and bullet glyphs survive: the folding reads them.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", _ENDLESS.sub(" ", plain))


def smuggled(text: str) -> list[str]:
    """Words spelled in characters that have no shape: the tag block of Unicode, which mirrors ASCII."""
    runs = re.findall(r"[\U000e0020-\U000e007e]{4,}", text)
    return ["".join(chr(ord(letter) - 0xE0000) for letter in run) for run in runs]


def bullet(text: str) -> int | None:
    """How many characters the bullet at the start of `text` takes; `None` where there is none."""
    found = _BULLET.match(text)
    return found.end() if found else None


def tidy(text: str) -> str:
    """One line with single spaces; a gap of three or more is kept as one tab, since it parts columns."""
    text = _CID.sub("", text).translate({0x7F: None, 0x95: None})
    if len(text) < _LONGEST_NAME and _SPACED_OUT.match(text.strip()):
        words = re.split(r" {2,}|\t", text.strip())
        return " ".join(word.replace(" ", "") for word in words)
    text = re.sub(r" *\t[ \t]*| {3,}", "\t", text.strip())
    text = re.sub(r"\t?[ ]?([|·•])[ ]?\t|\t([|·•])[ ]?", lambda mark: f" {mark[1] or mark[2]} ", text)
    return re.sub(r" {2,}", " ", text).strip()
