"""Serves whatever forks it: says what it was told, or ends with the status that it was told."""

from __future__ import annotations

import json
import os
import sys

from playbook.children import answers_of, received, send

loaded = ""


def prepare(message: bytes) -> None:
    """Keep the message."""
    global loaded  # noqa: PLW0603  what is loaded is what this is about
    loaded = message.decode()


def main() -> None:
    """Answer until the parent is gone."""
    answers = answers_of(int(sys.argv[1]))
    while (message := received(sys.stdin.buffer)) is not None:
        text = message.decode()
        if text.startswith("exit "):
            os._exit(int(text.removeprefix("exit ")))
        told = {"said": text, "loaded": loaded, "pid": os.getpid(), "limit": sys.argv[1]}
        send(answers, json.dumps(told).encode())
