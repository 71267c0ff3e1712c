"""Under whose eyes work is done: "under LCSW-R supervision", "under the direction of a chartered engineer".

It is neither a part of what a posting asks for nor a thing that a resume shows: the licence is somebody else's, and who is
supervised supervises nobody. Blanking only, so that the places of all other words stay as they are.
"""

from __future__ import annotations

import re

_OVERSIGHT = re.compile(
    r"\bunder (?:the )?(?:(?!(?:with|without|and|or|in|on|for|no|of|to|by)\b)[\w.'’/&-]+ ){0,3}(?:supervision|oversight)\b"
    r"(?: (?:of|by|from) (?:an? |the |our |my )?[^,.;()]{2,40})?"
    r"|\bunder (?:the |close |direct )*(?:direction|guidance) (?:of|by|from) (?:an? |the |our |my )?[^,.;()]{2,40}"
    r"|\b(?:supervised|overseen) by (?:an? |the |our |my )?[^,.;()]{2,40}"
    r"|\b(?:no|little|without(?: an?| any)?) (?:[\w-]+ ){1,2}(?:background|training|knowledge)\b",
    re.IGNORECASE,
)
"""And what those lack who are told something: a board "with no finance background" has none."""


def without_oversight(text: str) -> str:
    """The text with blanks where it says who watches over the work."""
    return _OVERSIGHT.sub(lambda found: " " * len(found.group()), text)
