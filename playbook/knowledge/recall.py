"""Results of reading a text, kept for when the text is read again: many of sentences, few of whole documents.

Sentences come again within a playbook and from one to the next; a document comes again within its own row alone, and what is
read of it is many times as large. Kept together, the documents of a long night would fill the memory of its processes.
What must outlive the process is for `playbook.knowledge.files`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

LONG = 1000
"""Letters of a text that is a document, or a good part of one."""
DOCUMENTS = 32
"""More than a row has: its documents, with and without what is no part of them."""


def recalled(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Keep what a function of a text gave for the `most` sentences, and the few documents, that were asked for last."""

    def keeping(function: Callable[[str], T]) -> Callable[[str], T]:
        of_sentence, of_document = lru_cache(maxsize=most)(function), lru_cache(maxsize=DOCUMENTS)(function)

        @wraps(function)
        def known(text: str) -> T:
            return of_sentence(text) if len(text) < LONG else of_document(text)

        return known

    return keeping
