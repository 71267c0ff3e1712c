"""What a line only wishes for beside what it asks for: "Bachelor's degree required; MBA a plus".

A line that as a whole is a wish is for the reading of postings; here a part weighs less than the rest of its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from playbook.matching.parts import Part

_CLAUSE = re.compile(r"[^;.(),–—]+(?:[.](?=\w)[^;.(),–—]*)*")
_WISH = re.compile(
    r"^\s*(?:preferably|ideally|bonus\b)"
    r"|\b(?:an? )?(?:strong |big |definite |distinct )?(?:plus|asset|bonus|advantage)\s*$"
    r"|\b(?:(?:strongly |highly )?(?:preferred|desirable|desired|beneficial|advantageous|welcome)|nice to have)\s*$",
    re.IGNORECASE,
)
_WEIGHT = 0.3


def with_wishes(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, of which those in a clause that wishes weigh less; as they are where the whole line does no more."""
    spans = [found.span() for found in _CLAUSE.finditer(text) if _WISH.search(found.group())]
    inside = [any(start <= text.find(part.words) < end for start, end in spans) for part in parts]
    if not any(inside) or all(inside):
        return list(parts)
    return [
        replace(part, weight=part.weight * _WEIGHT, is_wished=True) if wished and not part.counted else part
        for part, wished in zip(parts, inside, strict=True)
    ]
