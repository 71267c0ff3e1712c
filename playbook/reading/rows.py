"""A document as rows with offsets, and the making of facts from them.

A `Slice` is a piece of the document's text that knows where it stands: every split and trim keeps the offsets, so
that a fact is verbatim by construction. What a row means is for the grammars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.artifacts.document import Document
from playbook.provenance import Fact, Span

CONTACT = re.compile(
    r"[\w.+-]{1,64}\s?@\s?[\w-]{1,80}\.\w+|(?<![\d$€£])(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|"
    r"\+[1-9](?=(?:[ .()-]*\d){8})(?:[\d .)-]|\((?!(?:19|20)\d\d)){7,30}\d"
    r"|(?<![\w#$€£.,/-])\(?0\d{2,4}\)?[ ./-]\d{3,4}[ .-]?\d{3,4}(?![\w%-])|(?<!\w)07\d{9}(?!\w)"
    r"|(?<![\w#$€£.,/-])0\d{1,3}[ -]\d{2,3}(?:[ -]\d{2}){2}(?!\w)"
    r"|\b(?:linkedin|github|gitlab|facebook|instagram|twitter|behance|x)\.com/\S*",
    re.IGNORECASE,
)
"""Mail, phone and profiles: these never leave the reading. "+0.18 (2024)" is a figure with its year."""
URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|co|edu|ai|app)(?:/\S*)?(?=[\s,|)]|$)",
    re.IGNORECASE,
)
STREET = re.compile(
    r"\b\d{1,6}[A-Za-z]? (?:[A-Z][\w.'-]* ){1,4}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|"
    r"Court|Way|Pl|Place|Ter|Terrace|Hwy|Pkwy|Cir)\b\.?"
    r"|\b(?:Apt|P\.?O\.? Box)\.? ?#?\d+|(?:^|[,|·•\t] ?)(?:Suite|Unit)\.? ?#?\d+"
)


@dataclass(frozen=True, slots=True)
class Slice:
    """`text` is the document's text from `start` to `end`."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.document.text[self.start : self.end]

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return self.end > self.start

    def cut(self, start: int, end: int | None = None) -> Slice:
        """The part from `start` to `end`, counted in this slice, without white space at its ends."""
        stop = self.end if end is None else self.start + end
        return Slice(self.document, self.start + start, max(stop, self.start + start)).trimmed()

    def trimmed(self, marks: str = " \t\n") -> Slice:
        """Without `marks` at its ends."""
        text = self.text
        lead = len(text) - len(text.lstrip(marks))
        return Slice(self.document, self.start + lead, max(self.start + lead, self.start + len(text.rstrip(marks))))

    def split(self, pattern: re.Pattern[str]) -> list[Slice]:
        """The pieces between the matches of `pattern`, trimmed, without the empty ones."""
        pieces, at = [], 0
        text = self.text
        for match in pattern.finditer(text):
            pieces.append(self.cut(at, match.start()))
            at = match.end()
        pieces.append(self.cut(at))
        return [piece for piece in pieces if piece]

    def to(self, other: Slice) -> Slice:
        """From the start of this to the end of `other`."""
        return Slice(self.document, self.start, other.end)

    @property
    def fact(self) -> Fact:
        """The slice as a fact."""
        return Fact(text=self.text, span=Span(document=self.document.name, start=self.start, end=self.end))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the document, without its bullet."""

    body: Slice
    is_bullet: bool
    is_apart: bool
    """Whether an empty line stands above."""

    @property
    def text(self) -> str:
        """The words."""
        return self.body.text


def rows_of(document: Document) -> Iterator[Row]:
    """The lines of a document that hold words."""
    at, is_apart = 0, True
    for line in document.text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            is_apart = True
            continue
        is_bullet = line.startswith("- ")
        body = Slice(document, start + (2 if is_bullet else 0), start + len(line)).trimmed()
        if body:
            yield Row(body, is_bullet, is_apart)
            is_apart = False


def holds_contact(text: str) -> bool:
    """Whether mail, a phone number, a profile or a street stands in the words."""
    return bool(CONTACT.search(text) or STREET.search(text))
