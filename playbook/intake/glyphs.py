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
        0x2060,
        0xFEFF,
        0xFFFE,
        0xFFFF,
    ],
)
_TABLE = _LIGATURES | _SPACES | _GONE | {0x2011: "-", 0x2010: "-", 0x2212: "-", 0x2028: "\n", 0x2029: "\n", 0x0C: "\n"}

_GLYPHS = "•●○◦▪▫■□◆◇❖➢➤►▸▶‣⁃∙·✓✔✦★☆→»◾◽\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\u0095\x7f"
_PLAIN_MARKS = "*+–—-"
_BULLET = re.compile(
    rf"""(?:
        [{re.escape(_GLYPHS)}]+[ \t]*                   # a glyph, whatever follows
      | \(cid:\d+\)[ \t]*                               # a glyph that the font does not name
      | [{re.escape(_PLAIN_MARKS)}][ \t]+(?=\S)         # a mark that is punctuation elsewhere needs a space
      | [-*](?=[A-Z][a-z])                              # or a word right after it
      | o[ \t]+(?=[A-Z])                                # Word's hollow bullet in Courier
      | \(?\d{{1,2}}[.)][ \t]+(?=[A-Z\d])                # a numbered list
    )""",
    re.VERBOSE,
)
_CID = re.compile(r"\(cid:\d+\)")
_SPACED_OUT = re.compile(r"^\w(?: [\w.&'’-]){3,}(?:(?: {2,}|\t)[\w.](?: [\w.&'’-])*)*$")


def clean(text: str) -> str:
    """`text` in NFC, without ligatures, odd spaces, zero-width and control characters.

    Line breaks, tabs, soft hyphens and bullet glyphs survive: the folding reads them.
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE))


def bullet(text: str) -> int | None:
    """How many characters the bullet at the start of `text` takes; `None` where there is none."""
    found = _BULLET.match(text)
    return found.end() if found else None


def tidy(text: str) -> str:
    """One line with single spaces; a gap of three or more is kept as one tab, since it parts columns."""
    text = _CID.sub("", text).translate({0x7F: None, 0x95: None})
    if _SPACED_OUT.match(text.strip()):
        words = re.split(r" {2,}|\t", text.strip())
        return " ".join(word.replace(" ", "") for word in words)
    text = re.sub(r" *\t[ \t]*| {3,}", "\t", text.strip())
    text = re.sub(r"\t?[ ]?([|·•])[ ]?\t|\t([|·•])[ ]?", lambda mark: f" {mark[1] or mark[2]} ", text)
    return re.sub(r" {2,}", " ", text).strip()
