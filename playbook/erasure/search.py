"""Marks in a file, whatever its format. Foreign files are opened in a process of its own, with limits of time and memory."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from playbook.children import Child
from playbook.erasure.marks import Mark, Seeker
from playbook.erasure.texts import is_foreign, texts_of

_MODULE = "playbook.erasure.child"
_SECONDS = 120.0
_BYTES = 2_000_000_000


@dataclass(frozen=True)
class Found:
    """What stands in a file."""

    marks: frozenset[Mark]
    unread: str | None = None
    """Why not all of it could be read, where that is so: encrypted, damaged, too large."""


class Search:
    """A search for marks through many files."""

    def __init__(self, marks: frozenset[Mark]) -> None:
        """Looks for any of `marks`."""
        self.seeker = Seeker(marks)
        self._message = json.dumps([mark.model_dump() for mark in sorted(marks, key=str) if mark.kind != "hash"]).encode()
        self._child: Child | None = None

    def through(self, content: bytes) -> Found:
        """The marks that stand in the content of a file."""
        if not is_foreign(content):
            texts: set[Mark] = set()
            for text in texts_of(content):
                texts |= self.seeker.found_in(text)
            return Found(frozenset(texts))
        child = self._child = self._child or Child(_MODULE, _BYTES)
        answers = child.ask((self._message, content), 1, _SECONDS)
        if answers is None:
            self.close()
            return Found(self._raw(content), "a file that breaks its reader")
        answer = json.loads(answers[0])
        found = {Mark(**mark) for mark in answer["found"]} | self.seeker.known(answer["hashes"])
        return Found(frozenset(found), answer["unread"])

    def close(self) -> None:
        """End the process; the next foreign file starts a new one."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def __enter__(self) -> Self:
        """The search itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Ends the process."""
        self.close()

    def _raw(self, content: bytes) -> frozenset[Mark]:
        return self.seeker.found_in(content.decode("latin-1"))
