"""Reads foreign files in a process of its own and says which marks stand in them. Run by `playbook.erasure.search` only."""

from __future__ import annotations

import json
import sys

from playbook.children import answers_of, received, send
from playbook.erasure.marks import Mark, Seeker, hashes_in
from playbook.erasure.texts import texts_of


def main() -> None:
    """Serve until the parent is gone: the marks, then a file, and again.

    Hashes are told whichever they are: the parent may know millions that it looks for.
    """
    answers = answers_of(int(sys.argv[1]))
    while (marks := received(sys.stdin.buffer)) is not None and (content := received(sys.stdin.buffer)) is not None:
        seeker = Seeker(Mark(**mark) for mark in json.loads(marks))
        found: set[Mark] = set()
        hashes: set[str] = set()
        unread = None
        try:
            for text in texts_of(content):
                found |= seeker.found_in(text)
                hashes |= hashes_in(text)
        except Exception as error:  # noqa: BLE001  whatever a library makes of a foreign file
            unread = type(error).__name__
        answer = {"found": [mark.model_dump() for mark in found], "hashes": sorted(hashes), "unread": unread}
        send(answers, json.dumps(answer).encode())


if __name__ == "__main__":
    main()
