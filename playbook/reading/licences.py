"""Licences that stand among other things: to drive, wherever they stand, and what a line beside the address says is held.

How a line of certificates is read is for `playbook.reading.certificates`.
"""

from __future__ import annotations

import re

from playbook.reading.paper_remarks import dates_beside, expiry_of
from playbook.reading.rows import Slice, holds_contact
from playbook.reading.titles import title_weight

_HEAVY = r"(?:LR|MR|HR|HC|MC)"
_CLASS = rf"(?:{_HEAVY}|[BCDG]1?\+?E?|AZ|DZ|[1-7])"
"""Classes of licences to drive: of Australia, of Europe, of Canada."""
_NO_WORK = r"(?![ ](?:check|test|application|renewal|office)s?\b)"
_PAPER = r"(?:driv(?:ing|er['’]?s?)[ ])?licen[cs]e(?![ ](?:to|in|for|check|test|application|renewal|office)s?\b)"
DRIVING = re.compile(
    rf"""\b(?:
        (?:(?:full|clean|valid|current|manual|unrestricted),?[ ])*(?:(?:irish|uk|eu|nz|australian|qld|nsw|wa|sa|vic)[ ])?
        (?:
            (?:{_HEAVY}|C)[- ]class[ ](?:manual[ ])?{_PAPER} | (?:class|category|cat\.?)[ ]{_CLASS}(?:\+E)?[ ]{_PAPER}
          | {_HEAVY}[ ](?:truck[ ]|driver['’]?s?[ ])?licen[cs]e | (?:HGV|LGV|PCV|PSV)(?:[ ]class[ ][12])?[ ]{_PAPER}
          | (?:medium|heavy|multi)[ -](?:rigid|combination)[ ](?:\({_HEAVY}\)[ ])?(?:vehicle[ ])?{_PAPER}
          | driv(?:ing|er['’]?s?)[ ]licen[cs]e{_NO_WORK}:?(?:[ ]\(?(?:class|category|cat\.?))?
            (?:[ ]{_CLASS}\b(?:[ ]?[,/&+][ ]?{_CLASS}\b)*)?
        )
        (?:[ ]?[+/&,][ ]?{_HEAVY}\b)*
      | (?:(?:full|clean|valid|current),?[ ])+(?:(?:irish|uk|eu|nz|australian)[ ])?
        (?:(?:category[ ]|class[ ])?(?:[BC]1?E?|D1?E?|LR|MR|HR|HC|MC)[ ])?licen[cs]e(?![ ](?:to|in|for)\b)
      | permis(?:[ ]de[ ]conduire)?(?:[ ]?:)?(?:[ ]cat[ée]gorie)?[ ][A-D][1E]?\b
      | f[üu]hrerschein:?(?:[ ]der)?(?:[ ]klassen?)?[ ][A-D][1E]?\b
      | (?:carn[ée]|permiso|licencia)[ ]de[ ]conducir(?:[ ](?:clase[ ])?[A-D][1-3]?\b)?
      | carta[ ]de[ ]condução(?:[ ][A-D]\b)? | cnh(?:[ ]categoria)?[ ][A-E]\b | cdl[ -](?:class[ ])?[A-C]\b
      | class[ ][A-C][ ]cdl
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A driving licence with its class, wherever it stands."""
NUMBERED = re.compile(
    r"\b(?:licen[cs]e|registration|registered(?! charity| company| office)|permit|certificate|certified|reg\.?|lic\.?|pin)"
    r"(?!\w).{0,30}"
    r"(?:#|\bno\.|\bno\b|\bnumber\b|nº)[ :]{0,2}[A-Z-]{0,6}\d"
    r"|\b(?:NMC|GPhC|HCPC|GMC|GDC|GOC|NMBI|CORU|AHPRA|SRA|RCVS|SWE|SSSC)[ ]"
    r"(?:PIN|no\.?|number|reg\w*\.?)?[ :#]{0,3}[A-Z]{0,4}\d[\dA-Z]{3}"
    r"|\blic(?:en[cs]e)?\b.{0,40}\bexp",
    re.IGNORECASE,
)
"""A licence or a registration with its number, or with its end: "College of Dogs reg. # 6117", "NMC PIN 12A3456B"."""
_HELD = re.compile(
    r"\b(?:licen[cs]e|clearance|registration)\b(?! (?:number|no\b|plate|on request))"
    r"|\b(?:(?:enhanced|standard|basic) (?:DBS|disclosure)|DBS (?:check|certificate)|PVG|WWCC|working with children)\b",
    re.IGNORECASE,
)
"""What somebody holds, in a line of contact data."""
_SENTENCES = re.compile(r"(?<!\bno)(?<!\breg)(?<!\blic)\.\s+(?=[A-Z])", re.IGNORECASE)
_ITS_NUMBER = re.compile(
    r"[\s,:(-]*(?:(?:\bno\b\.?|\bnumber\b|\bPIN\b|#|nº)[ :#]{0,3}[A-Z-]{0,6}\d|\b[A-Z]{1,4}\d[\dA-Z]{3,})[\w.-]*.*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*[|·•\t]\s*")
_LONGEST = 14
"""More words are a sentence."""


def is_licensed(text: str) -> bool:
    """Whether a line at the top, its brackets aside, is about a licence other than to drive: no headline, no sentence."""
    bare = re.sub(r"\([^()]*\)", " ", text)
    cells = [cell for cell in _BESIDE.split(bare) if not DRIVING.search(cell)]
    is_other = any(title_weight(cell) > 1 for cell in cells)
    return any(_HELD.search(cell) for cell in cells) and not is_other and len(bare.split()) <= _LONGEST


def licences_in(body: Slice) -> list[Slice]:
    """The pieces of such a line that name one."""
    return [
        piece
        for piece in body.split(_BESIDE)
        if (_HELD.search(piece.text) or DRIVING.search(piece.text)) and not holds_contact(piece.text)
    ]


def said_apart(body: Slice) -> list[Slice]:
    """A line beside the address by its sentences: "Full driving licence. Enhanced DBS"."""
    pieces = [piece.trimmed(" .") for piece in body.split(_SENTENCES)]
    held = [piece for piece in pieces if DRIVING.search(piece.text) or NUMBERED.search(piece.text) or _HELD.search(piece.text)]
    # "Guard licence exp. 11/2028. QLD by mutual recognition - lodged" is of one.
    return pieces if len(held) > 1 or any(DRIVING.search(piece.text) for piece in held) else [body]


def without_number(piece: Slice) -> Slice:
    """A registration without its number, which nobody has to read; until when it holds stays."""
    found = _ITS_NUMBER.search(piece.text)
    is_dated = found is not None and bool(dates_beside(found[0]) or expiry_of(found[0]))
    return piece.cut(0, found.start()) if found and found.start() and not is_dated else piece
