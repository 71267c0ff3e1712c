"""By what a person is recognised: names, mail addresses, telephone numbers, and the hashes of what was theirs.

A mark is found however it is set: in capitals, without accents, with other signs between its words or digits. What counts
as contact data is for `playbook.masking`; where is searched is for `proof`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from playbook.masking import mails_in, phones_in
from playbook.provenance import Frozen

Kind = Literal["name", "mail", "phone", "hash"]
_BETWEEN = r"[\s._\-·]{0,3}"
"""What may stand between the words of a name; no quote and no comma, as in the lists of names of the packs."""
_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?:[0-9a-f]{48})?(?![0-9a-f])")
_SHORTEST_NAME = 5
"""Letters of a name of one word that is searched for: a shorter one stands everywhere."""
_DIGITS = 10
"""Digits at the end of a telephone number that are compared: those before may be a country's, or left out."""


class Mark(Frozen):
    """One thing by which a person is recognised, folded."""

    kind: Kind
    text: str


def folded(text: str) -> str:
    """`text` without case, accents and ligatures."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def name_mark(name: str) -> Mark | None:
    """The mark of a name; `None` for what is too short to be looked for."""
    words = re.findall(r"[^\W_]+", folded(name))
    if not words or (len(words) == 1 and len(words[0]) < _SHORTEST_NAME):
        return None
    return Mark(kind="name", text=" ".join(words))


def contact_marks(text: str) -> frozenset[Mark]:
    """Every mail address and telephone number of a text."""
    mails = {Mark(kind="mail", text=folded(re.split(r"[:=/\"'\x00]", mail)[-1])) for mail in mails_in(text)}
    phones = {Mark(kind="phone", text=re.sub(r"\D", "", phone)[-_DIGITS:]) for phone in phones_in(text)}
    return frozenset(mails | phones)


def hash_marks(hashes: Iterable[str]) -> frozenset[Mark]:
    """The marks of hashes and of ids of runs."""
    return frozenset(Mark(kind="hash", text=one) for one in hashes)


def hashes_in(text: str) -> set[str]:
    """Everything in a text that looks like a hash of content or the id of a run."""
    return set(_HASH.findall(text))


class Seeker:
    """Finds marks in text."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        """`marks` may be of several people."""
        self.marks = frozenset(marks)
        self._hashes = {mark.text: mark for mark in self.marks if mark.kind == "hash"}
        self._patterns = [(mark, _pattern(mark)) for mark in sorted(self.marks, key=str) if mark.kind != "hash"]

    def found_in(self, text: str) -> frozenset[Mark]:
        """The marks that stand in a text."""
        plain = folded(text)
        found = self.known(hashes_in(plain)) if self._hashes else set()
        return frozenset(found | {mark for mark, pattern in self._patterns if pattern.search(plain)})

    def known(self, hashes: Iterable[str]) -> set[Mark]:
        """The marks among these hashes."""
        return {self._hashes[one] for one in hashes if one in self._hashes}


def _pattern(mark: Mark) -> re.Pattern[str]:
    """What finds a mark in folded text."""
    if mark.kind == "name":
        words = mark.text.split()
        ways = [words] if len(words) == 1 else [words, [words[-1], *words[:-1]]]
        return re.compile("|".join(rf"(?<![^\W_]){_BETWEEN.join(map(re.escape, way))}(?![^\W_])" for way in ways))
    if mark.kind == "mail":
        return re.compile(r"(?<![\w.+-])" + r"\s*".join(map(re.escape, mark.text)) + r"(?![\w-])")
    before = "" if len(mark.text) == _DIGITS else r"(?<!\d)"  # digits of a country may stand before a whole number
    return re.compile(before + r"[^\w]{0,3}".join(mark.text) + r"(?!\d)")
