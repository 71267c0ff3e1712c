"""Licences that stand among other things: to drive, wherever they stand, and what a line beside the address says is held.

How a line of certificates is read is for `playbook.reading.certificates`.
"""

from __future__ import annotations

import re

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
_HELD = re.compile(r"\b(?:licen[cs]e|clearance|registration)\b(?! (?:number|no\b|plate|on request))", re.IGNORECASE)
"""What somebody holds, in a line of contact data."""
_BESIDE = re.compile(r"\s*[|·•\t]\s*")
_LONGEST = 14
"""More words are a sentence."""


def is_licensed(text: str) -> bool:
    """Whether a line at the top, its brackets aside, is about a licence other than to drive: no headline, no sentence."""
    bare = re.sub(r"\([^()]*\)", " ", text)
    is_other = DRIVING.search(text) or any(title_weight(piece) > 1 for piece in _BESIDE.split(bare))
    return bool(_HELD.search(bare)) and not is_other and len(bare.split()) <= _LONGEST


def licences_in(body: Slice) -> list[Slice]:
    """The pieces of such a line that name one."""
    return [piece for piece in body.split(_BESIDE) if _HELD.search(piece.text) and not holds_contact(piece.text)]
