"""Section 4: the candidate's story in half a minute and in two, and the two whys.

Here the section is put together; the parts stand in `pitch_short`, `pitch_long` and `pitch_answers`. No bullet is
spoken of more than twice, and no line of the posting more than once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.artifacts.pitch import Pitch
from playbook.writing.pen import Pen
from playbook.writing.pitch_answers import why_company, why_role
from playbook.writing.pitch_evidence import EvidenceStore
from playbook.writing.pitch_long import LongPitch
from playbook.writing.pitch_posting import wanted
from playbook.writing.pitch_short import short_pitch

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Line

SECTION = "pitch"
_TIPS = 3


def pitch(brief: Brief, knowledge: Knowledge) -> Pitch:
    """The pitches of the case; sentences that only the candidate can finish hold brackets."""
    pen = Pen(SECTION, brief, knowledge)
    store = EvidenceStore(brief, knowledge)
    lines = wanted(brief, knowledge)
    beats, asked = short_pitch(pen, store, lines)
    lines = [one for one in lines if one.requirement.id not in asked]
    # The role's why has the next best line; the long pitch takes what is left of the posting.
    role = why_role(pen, store, lines)
    quoted = {line.sources[0].quote for line in role.prose.lines if line.sources}
    lines = [one for one in lines if one.requirement.text not in quoted]
    company, value = why_company(pen, store)
    return Pitch(
        thirty_seconds=beats,
        two_minutes=LongPitch(pen, store, lines, {value}).passages(),
        why_company=company,
        why_role=role,
        do=_tips(pen, "delivery-do"),
        dont=_tips(pen, "delivery-dont"),
    )


def _tips(pen: Pen, entry: str) -> tuple[Line, ...]:
    return tuple(pen.role(text, entry=entry) for text in pen.knowledge.guidance[entry].lines[:_TIPS])
