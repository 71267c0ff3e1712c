"""Whether a text is a template of the packs with something in each of its slots. What that says of a line is for the rules."""

from __future__ import annotations

import re
from functools import lru_cache

_SLOTS = re.compile(r"\{[a-z_]+\}|\[[^\[\]]+\]|…")


@lru_cache(maxsize=16384)
def literals(template: str) -> tuple[str, ...]:
    """What stands between the slots of a template, in lower case: a capital may be where a slot or a sentence begins."""
    return tuple(_SLOTS.split(template.replace("**", "").casefold()))


def is_filled(between: tuple[str, ...], text: str) -> bool:
    """Whether `text`, in lower case, is the literals in order, with something in each place between two of them."""
    first, *others = between
    if not others:
        return text == first
    *inner, last = others
    at = len(first)
    if not text.startswith(first):
        return False
    for literal in inner:
        at = text.find(literal, at + 1)
        if at < 0:
            return False
        at += len(literal)
    return text.endswith(last) and len(text) - len(last) > at
