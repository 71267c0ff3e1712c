"""Contact data out of a text, character for character, so that every offset in it stays right.

Mail addresses, telephone numbers, streets with their number and web addresses are masked; names and employers are what
a playbook is about and stay. What counts as contact data is decided here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MASK = "×"
_MAIL = r"[^\s@<>()|,;]{1,64}@[^\s@<>()|,;]{1,120}\.[^\W\d_]{2,}"
_ADDRESS = r"(?:https?://|www\.)[^\s|<>]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/[^\s|<>]+"
_PHONE = r"(?<![\w.,])(?:\+|\()?\d[\d()./ \u00a0\u2011-]{6,40}\d(?![\w%])"
_CONTACT = re.compile(f"{_MAIL}|{_ADDRESS}|(?P<phone>{_PHONE})", re.IGNORECASE)
_KIND = r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Terrace|Parkway|Pkwy|Highway|Hwy|Crescent)"
_KIND_AT_END = r"(?:Drive|Dr|Court|Ct|Place|Pl|Way|Square|Sq|Close|Circle|Cir|Trail|Loop|Row)"
"""What names a street only where the line or the part ends with it: a sales drive is none."""
_FLAT = r"(?:,?\s+(?:Apt|Apartment|Unit|Suite|Ste|Flat|No)\b\.?\s*#?\s?[\w-]{1,6}|,?\s+#\s?[\w-]{1,6})?"
_WORD = r"[A-ZÀ-Ý0-9][\w'’.-]*"
_STREET = re.compile(
    rf"\b\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,?\s(?:{_WORD}\s){{1,4}}(?:{_KIND}\b\.?|{_KIND_AT_END}\b\.?(?=\s*(?:$|[,;|·•\n]|\s(?:Apt|Unit)))){_FLAT}"
    r"|\bP\.?\s?O\.?\sBox\s\d{1,6}"
    r"|\b[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|gasse|allee|weg|platz|damm|ufer)\s\d{1,3}\s?[a-z]?\b"
    r"|\b[A-ZÄÖÜ][\wäöüß-]+\s(?:Straße|Strasse|Str\.|Allee|Weg|Platz)\s\d{1,3}\s?[a-z]?\b"
    r"|\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|bd|chemin|allée|impasse|quai|route\sde)\s[^\d\n,;|·•]{1,39}[^\s\d\n,;|·•]"
    r"|\b(?:[Cc]alle|C/|[Aa]venida|[Aa]vda\.?|[Pp]aseo|[Rr]ua|[Tt]ravessa|[Pp]raça|Via|[Vv]iale)\s[^\d\n,;|·•]{2,40},?\s"
    r"(?:n[.º°]{0,2}\s?)?\d{1,5}\b",
    re.MULTILINE,
)
"""A street with its number, as it is written in the languages that are read."""
_OF_A_DATE = re.compile(r"(?:19|20)\d\d|\d\d?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_HINT = re.compile(r"[\d@/]|www\.", re.IGNORECASE)
"""What all contact data has some of: most texts have none, and are not looked through."""
_MARK = re.compile(r"[@/]|www\.", re.IGNORECASE)
"""Of which mail and web addresses have one."""
_DIGIT = re.compile(r"\d")
FEWEST_DIGITS = 8
MOST_DIGITS = 15


def masked(text: str, kept: Iterable[tuple[int, int]] = ()) -> str:
    """`text` of the same length with contact data as `×`; the ranges `kept`, which claims quote, stay."""
    if not _HINT.search(text):
        return text
    ranges = sorted(kept)

    def mask(found: re.Match[str]) -> str:
        if found["phone"] and not _is_phone(found["phone"]):
            return found[0]
        if any(start < found.end() and found.start() < end for start, end in ranges):
            return found[0]
        return MASK * len(found[0])

    def mask_street(found: re.Match[str]) -> str:
        whole = found[0]
        if any(start < found.end() and found.start() < end for start, end in ranges):
            return whole
        return MASK * len(whole)

    if _MARK.search(text) or len(_DIGIT.findall(text)) >= FEWEST_DIGITS:  # else there is a figure in it, or a street
        text = _CONTACT.sub(mask, text)
    return _STREET.sub(mask_street, text)


def _is_phone(digits: str) -> bool:
    """Whether a run of digits is a telephone number rather than dates or a figure."""
    groups = re.findall(r"\d+", digits)
    if not FEWEST_DIGITS <= sum(map(len, groups)) <= MOST_DIGITS:
        return False
    dates = all(_OF_A_DATE.fullmatch(group) for group in groups) and any(len(group) > 2 for group in groups)  # noqa: PLR2004  a year
    return not dates and not _THOUSANDS.fullmatch(digits)


def mails_in(text: str) -> list[str]:
    """The mail addresses of a text, as they stand."""
    return re.findall(_MAIL, text, re.IGNORECASE)


def phones_in(text: str) -> list[str]:
    """The telephone numbers of a text, as they stand."""
    return [found for found in re.findall(_PHONE, text) if _is_phone(found)]
