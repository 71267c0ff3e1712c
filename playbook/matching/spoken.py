"""How well a language is spoken, beside how well it is asked for.

Which language a line names, and where a resume says it, is for `playbook.reading.languages` and `playbook.matching.evidence`.
"""

from __future__ import annotations

import re

from playbook.artifacts.posting import Requirement
from playbook.knowledge.lexicon import Found
from playbook.matching.evidence import Record
from playbook.matching.rules import Ruling

_MUCH = re.compile(r"\b(?:fluent|fluency|native|bilingual|professional|business|advanced|c1|c2|mother tongue)\b", re.IGNORECASE)
_FLUENT = re.compile(
    r"\b(?:fluent|fluently|fluency|native|professional|business|advanced|c1|c2|mother tongue)\b", re.IGNORECASE
)
"""What a resume says of more than getting by; "bilingual" may stand before "conversational"."""
_BARELY = (
    r"basics?|elementary|beginners?|limited|rusty|a1|a2|some|a (?:bit|little)|little|learning|(?:high )?school|gcse|notions|"
    r"understand(?:ing)?|passive|grundkenntnisse|schulkenntnisse|scolaire|básico"
)
_HARDLY = re.compile(rf"\b(?:{_BARELY})\b", re.IGNORECASE)
_LITTLE = re.compile(rf"\b(?:{_BARELY}|conversational|working|intermediate|b1)\b", re.IGNORECASE)


def language(way: Found, requirement: Requirement, record: Record) -> Ruling:
    """A language at the level that is asked for; a lower one counts half, with what the resume says of it.

    Where the resume has a line on the language itself, that line alone tells the level: a summary has words for other things.
    """
    held = list(record.showing(way.id))
    if not held:
        return Ruling(0.0 if way.id != "english" else None)
    asks_much = _MUCH.search(requirement.text)
    if way.id == "second-language" and not asks_much:
        return Ruling(1.0, tuple(held))
    told = [piece for piece in held if piece.kind in {"language", "skill"}] or held
    short = _LITTLE if asks_much else _HARDLY
    weak = all(short.search(piece.fact.text) and not _FLUENT.search(piece.fact.text) for piece in told)
    if weak and (asks_much or not _LITTLE.search(requirement.text)):
        return Ruling(0.5, tuple(told))
    return Ruling(1.0, tuple(held))
