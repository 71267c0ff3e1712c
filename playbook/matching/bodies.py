"""Papers of a body that no pack knows: "registration with the College of Nurses of Ontario (CNO)", "SACE registration".

Only the body's name or its letters on a paper show such a thing. Who cared for patients, taught or wrote to the body has not
been registered by it, and who leaves the paper off the resume may hold it: then nobody can tell. Papers that the packs know
are for `playbook.matching.rules`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.knowledge.lexicon import Found, Lexicon
from playbook.matching.attainment import is_lapsed, is_under_way
from playbook.matching.evidence import Record
from playbook.matching.rules import Ruling

_HELD = r"(?:regist(?:ration|ered|rant)|licen[cs](?:e|ed|ure)|membership|admission|admitted)"
_NAME = (
    r"(?:[A-Z][\w'’&-]+ (?:(?:and|of|for|the|in) )*){0,6}"
    r"(?:Board|Council|College|Society|Institute|Institution|Association|Authority|Commission|Chamber|Registry|Academy|Order)"
    r"(?: (?:of|for|in) (?:the )?[A-Z][\w'’&-]+(?: (?:and |of )?[A-Z][\w'’&-]+)*)?"
)
_WITH = re.compile(
    rf"\b(?i:{_HELD})\b(?P<between>(?:(?!\b(?:or|and|at|from an?)\b)[^.;:]){{0,80}}?)\b(?:with|of|by|from|to|on)"
    rf" (?:the )?(?:(?P<name>{_NAME})(?: \((?P<short>[A-Z]{{2,6}})\))?|(?P<letters>[A-Z]{{3,6}})\b(?!/))"
)
"""The paper, and who gives it."""
_BEFORE = re.compile(rf"\b(?P<letters>[A-Z]{{3,6}})[ -](?i:{_HELD})\b")
_SAYS = re.compile(rf"\b(?:{_HELD}|registrant|PIN|reg\.? no|member|called to|chartered)\b", re.IGNORECASE)
_LETTERS = re.compile(r"(?P<letters>[A-Z]{3,6})[ -](?:registration|registered|registrant|PIN)")
_NAMED = 3
"""Words from which on the name of a body is told by its beginning."""
_PENDING = re.compile(r"\b(?:appl(?:ication|ied|ying)|pending|lodged|submitted|awaiting|in progress|eligible)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """A paper of a body, as a line asks for it."""

    words: str
    start: int
    end: int
    names: tuple[str, ...]
    """The body's name, its letters."""

    def holds(self, place: int) -> bool:
        """Whether a place of the line stands in the name of the paper."""
        return self.start <= place < self.end


def paper_of(text: str, lexicon: Lexicon) -> Paper | None:
    """The paper of a body that a line asks for; `None` where it asks for none, or the packs know it."""
    found = _WITH.search(text) or _BEFORE.search(text)
    if found is None or any(
        one.kind == "credential" and one.start < found.end() and found.start() < one.end for one in lexicon.concepts(text)
    ):
        return None
    groups = found.groupdict()
    name = groups.get("name") or ""
    # "Teaching Council" on a paper is that of Ireland where the posting speaks of no other.
    told = (name, re.split(r" (?:of|for|in) (?=[^,]*$)", name)[0] if len(name.split()) > _NAMED else "")
    names = tuple(one for one in (*told, groups.get("short"), groups.get("letters")) if one)
    return Paper(found.group(), found.start(), found.end(), names)


def shown_papers(paper: Paper, record: Record) -> Ruling:
    """How far the paper is shown and by what: held, asked for, or nobody can tell."""
    named = [piece for piece in record.pieces if any(_names(piece.fact.text, name) for name in paper.names)]
    held = [piece for piece in named if piece.kind in {"certificate", "education"} or _SAYS.search(piece.fact.text)]
    firm = tuple(piece for piece in held if not (is_under_way(piece) or _PENDING.search(piece.fact.text)))
    return Ruling(1.0, firm) if firm else Ruling(0.5, tuple(held)) if held else Ruling(None)


def by_letters(way: Found, record: Record) -> Ruling | None:
    """A paper that the packs know and the resume names by the letters of its body alone: "Registered Nurse (Adult), NMC"."""
    asked = _LETTERS.fullmatch(way.words)
    if way.kind != "credential" or asked is None:
        return None
    papers = tuple(
        piece
        for piece in record.pieces
        if piece.kind == "certificate"
        and _names(piece.fact.text, asked["letters"])
        and not (is_under_way(piece) or is_lapsed(piece) or _PENDING.search(piece.fact.text))
    )
    return Ruling(1.0, papers) if papers else None


def _names(text: str, name: str) -> bool:
    """Whether a line names a body: by its letters as they are, by its name in any case."""
    flags = re.NOFLAG if name.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags) is not None
