"""Licences that stand among other things: to drive, wherever they stand, and what a line beside the address says is held.

How a line of certificates is read is for `playbook.reading.certificates`.
"""

from __future__ import annotations

import re

from playbook.reading.rows import Slice, holds_contact
from playbook.reading.titles import title_weight

DRIVING = re.compile(
    r"\b(?:driv(?:ing|er['’]?s?)[ ]licen[cs]e:?(?:[ ](?:class|category"
    r"|cat\.?))?(?:[ ][A-D][1E]?\b(?:[ ]?[,/&+][ ]?[A-D][1E]?\b)*)?"
    r"|(?:(?:full|clean|valid|current),? )+(?:(?:irish|uk|eu|nz|australian) )?"
    r"(?:(?:category |class )?(?:[BC]1?E?|D1?E?|LR|MR|HR|HC|MC) )?"
    r"licen[cs]e(?! (?:to|in|for)\b)|\b(?:LR|MR|HR|HC|MC) licen[cs]e"
    r"|permis(?: de conduire)?(?: ?:)?(?: cat[ée]gorie)? [A-D][1E]?\b|f[üu]hrerschein:?(?: der)?(?: klassen?)? [A-D][1E]?\b"
    r"|(?:carn[ée]|permiso|licencia) de conducir(?: (?:clase )?[A-D][1-3]?\b)?"
    r"|carta de condução(?: [A-D]\b)?|cnh(?: categoria)? [A-E]\b|cdl (?:class )?[A-C]\b|class [A-C] cdl)",
    re.IGNORECASE,
)
"""A driving licence with its class, wherever it stands."""
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
