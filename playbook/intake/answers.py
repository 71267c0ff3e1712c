"""`answers.yaml` to answers: what the candidate filled in, and nothing else of the file.

What becomes of an answer is for `playbook.answering`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from playbook.artifacts.answers import LONGEST, Answer, Answers
from playbook.errors import Refusal

LARGEST = 2_000_000
"""Bytes of a file: a playbook has about a hundred blanks."""


def read_answers(path: Path) -> Answers:
    """The answers of a file, without those that are left empty.

    Takes the list that a build leaves (`answers: [{id, answer}]`) and a plain mapping of ids to answers. Raises `Refusal` with
    `answers.missing`, `answers.unreadable`, `answers.invalid` or `answers.too-long`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            "answers.missing",
            found=f"no file {path.name!r} that can be read",
            wanted="the answers.yaml of an earlier build",
            remedy="check the path",
        ) from error
    if len(content) > LARGEST:
        raise Refusal(
            "answers.unreadable",
            found=f"{len(content):,} bytes",
            wanted=f"at most {LARGEST:,}",
            remedy="give the answers.yaml of a build",
        )
    try:
        data = yaml.safe_load(content.decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Refusal(
            "answers.unreadable",
            found=f"text that is no YAML{f' at line {mark.line + 1}' if mark else ''}",
            wanted="the answers.yaml of an earlier build, with answers between the quotes",
            remedy="look for a quote that is not closed",
        ) from error
    found: dict[str, str] = {}
    for name, text in _rows(data):
        words = " ".join(unicodedata.normalize("NFC", text).split())
        if len(words) > LONGEST:
            raise Refusal(
                "answers.too-long",
                found=f"{len(words):,} characters for {name!r}",
                wanted=f"at most {LONGEST:,}",
                remedy="shorten the answer: it is read aloud",
            )
        if words:
            found[name] = words
    return Answers(answers=tuple(Answer(id=name, text=text) for name, text in found.items()))


def _rows(data: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  what YAML holds
    """Ids and answers, as text."""
    rows = data.get("answers", data) if isinstance(data, dict) else data
    if isinstance(rows, dict):
        rows = [{"id": name, "answer": text} for name, text in rows.items()]
    if not isinstance(rows, list):
        raise _invalid("no list of answers")
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise _invalid(f"answer {number} without an id")
        text = row.get("answer")
        if isinstance(text, list | dict):
            raise _invalid(f"a list where the answer to {row['id']!r} belongs")
        yield row["id"], "" if text is None else str(text)


def _invalid(found: str) -> Refusal:
    return Refusal(
        "answers.invalid",
        found=found,
        wanted="`answers:` with an `id` and an `answer` each",
        remedy="start from the answers.yaml of a build",
    )
