"""Results of reading a text, kept for when the text is read again: many of sentences, few of whole documents.

Sentences come again within a playbook and from one to the next; a document comes again within its own row alone, and what is
read of it is many times as large. Kept together, the documents of a long night would fill the memory of its processes.
What must outlive the process is for `playbook.knowledge.files`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

LONG = 1000
"""Letters of a text that is a document, or a good part of one."""
DOCUMENTS = 32
"""More than a row has: its documents, with and without what is no part of them."""


def recalled(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Keep what a function of a text gave for the `most` sentences, and the few documents, that were asked for last."""

    def keeping(function: Callable[[str], T]) -> Callable[[str], T]:
        return _Recalled(function, most).__getitem__

    return keeping


class _Recalled(dict[str, T], Generic[T]):
    """Sentences and what was read of them: to look one up runs no Python of ours, for it is done a hundred times a line."""

    def __init__(self, function: Callable[[str], T], most: int) -> None:
        super().__init__()
        self.function, self.half = function, most // 2
        self.of_document = lru_cache(maxsize=DOCUMENTS)(function)
        self.older: dict[str, T] = {}

    def __missing__(self, text: str) -> T:
        """Read a text, or find it among the older half: that is forgotten as a whole when the younger one is full."""
        if len(text) >= LONG:
            return self.of_document(text)
        older = self.older  # which another thread may replace
        found = older[text] if text in older else self.function(text)
        if len(self) >= self.half:
            self.older = self.copy()
            self.clear()
        self[text] = found
        return found
