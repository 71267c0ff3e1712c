"""What a sentence lets an employer say of itself: what it stands for, whom it serves or what it is changing, or a mere fact.

Somebody may want to work as an employer believes; nobody works as it has three sites. How the answer is worded is for
`playbook.writing.pitch_answers`.
"""

from __future__ import annotations

import re
from typing import Literal

Voice = Literal["stands", "told"]

_STANDS = re.compile(
    r"\b(?:we|our (?:people|team|staff|crew)|everyone here|nobody here)(?:['’](?:ve|re)| have| are)? "
    r"(?:also |all |always |never |do not |don['’]t |only )*(?:believe|care|value|treat|trust|stand|respect|listen|"
    r"promise|owe|insist|refuse|put|look after|"
    r"honest|committed to|proud of|proud to|passionate|take pride|pride|live by|lived by|repair|keep our|keep things|speak up|"
    r"do things|do what)\b"
    r"|\bour (?:motto|mission|purpose|promise|aim|belief|ethos)\b|\bwhat matters (?:here|to us)\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\b(?:help|helps|helping|serve|serves|served|serving|support|supports|supporting|care for|cares for|caring for|look after|"
    r"looks after|looking after|work for|works for|give|gives|bring|brings|"
    r"make sure|teach|teaches|protect|protects|connect|connects) (?:[\w'’-]+ ){0,6}?(?:customers?|clients?|patients?|members?|"
    r"guests?|families|children|students?|pupils|learners|people|communit(?:y|ies)|residents?|households?|businesses|"
    r"hospitals|schools|teams|readers|users|drivers|workers|farmers|companies|makers|owners|traders|citizens|neighbou?rs)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:we['’]re|we are|is|remains?) (?:proudly )?(?:an? )?(?:[\w-]+ ){0,2}?"
    r"(?:mutual|co-?operative|employee-owned|family-owned|family-run|member-owned|"
    r"owned by (?:our|its|their) (?:members|employees|people|staff|customers|residents))\b",
    re.IGNORECASE,
)
"""To whom an employer belongs, where that says for whom it works."""
_CHANGES = re.compile(
    r"\b(?:(?:is|are|we['’]re|has|have|we['’]ve) (?:just |now |also |recently |currently )*"
    r"(?:adding|added|moving|moved|building|opening|opened|expanding|expanded|launching|launched|investing|invested|rebuilding|rebuilt|finished|growing|replacing|"
    r"rolling out|starting|modernising|modernizing|merging|doubling|doubled|reopening|transforming|introducing)|"
    r"newly created|will (?:open|launch|move|reopen|double)|we reopen)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^[\w /]{2,25}:\s|\bour client\b|\bon behalf of\b|\b(?:hiring|recruiting|looking for|seeking|seeks?|to join)\b|"
    r"\b(?:you|your|candidates?|applicants?)\b",
    re.IGNORECASE,
)
"""A label, an agency, whom they seek: said of the employer by nobody, or not of it."""
_WHOLE = re.compile(r"[.!][\"”’')]*$")


def voice_of(text: str) -> Voice | None:
    """`stands` where one may say "so do I", `told` where one may want to be part of it; `None` where it is a fact or cut."""
    if _NONE.search(text) or not _WHOLE.search(text):
        return None
    if _STANDS.search(text):
        return "stands"
    return "told" if _SERVES.search(text) or _OWNED.search(text) or _CHANGES.search(text) else None
