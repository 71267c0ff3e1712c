"""A file of answers to answers: what the candidate filled in, and nothing else of the file.

The file is the `answers.yaml` of a build (or JSON of that shape), or its `playbook.pdf` with the fields filled. What
becomes of an answer is for `playbook.answering`.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from playbook.artifacts.answers import LONGEST, Answer, Answers
from playbook.errors import Refusal
from playbook.intake.refusals import BYTES
from playbook.locations import Location, name_of, read_at

LARGEST = 2_000_000
"""Bytes of a file: a playbook has about a hundred blanks."""


def read_answers(path: Location) -> Answers:
    """The answers of a file, without those that are left empty.

    Takes the list that a build leaves (`answers: [{id, answer}]`), a plain mapping of ids to answers, and a filled
    `playbook.pdf`. Raises `Refusal` with `answers.missing`, `answers.unreadable`, `answers.invalid`, `answers.too-long`, or
    with a code of `playbook.intake.filled`.
    """
    try:
        content = read_at(path, BYTES + 1)
    except OSError as error:
        raise Refusal(
            "answers.missing",
            found=f"no file {name_of(path)!r} that can be read",
            wanted="the answers.yaml or the filled playbook.pdf of an earlier build",
            remedy="check the path",
        ) from error
    return answers_in(content)


def answers_in(content: bytes) -> Answers:
    """The answers that the bytes of such a file hold. Raises what `read_answers` raises of a file that is there."""
    is_pdf = content.startswith(b"%PDF")
    largest = BYTES if is_pdf else LARGEST
    if len(content) > largest:
        raise Refusal(
            "answers.unreadable",
            found=f"{len(content):,} bytes",
            wanted=f"at most {largest:,}",
            remedy="give the answers.yaml or the filled playbook.pdf of a build",
        )
    of, rows = _of_form(content) if is_pdf else _of_text(content)
    found: dict[str, str] = {}
    for name, text in rows:
        words = _words(text)
        if len(words) > LONGEST:
            raise Refusal(
                "answers.too-long",
                found=f"{len(words):,} characters for {name!r}",
                wanted=f"at most {LONGEST:,}",
                remedy="shorten the answer: it is read aloud",
            )
        if words:
            found[name] = words
    return Answers(answers=tuple(Answer(id=name, text=text) for name, text in found.items()), of=of)


def _words(text: str) -> str:
    """The answer on one line, composed, without control characters, which no file may hold."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(one for one in spaced if unicodedata.category(one) not in {"Cc", "Cs"}).strip()


def _of_form(content: bytes) -> tuple[str | None, Iterable[tuple[str, str]]]:
    """Whose answers, and the fields of a filled PDF."""
    from playbook.intake.sandbox import form_guarded  # with all that reads documents, which a file of YAML does not need

    form = form_guarded(content)
    return form["of"], form["answers"].items()


def _of_text(content: bytes) -> tuple[str | None, Iterable[tuple[str, str]]]:
    """Whose answers, and the rows of YAML or JSON."""
    try:
        text = content.decode("utf-8-sig")
        data = _json(text) or yaml.safe_load(text)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Refusal(
            "answers.unreadable",
            found=f"text that is no YAML{f' at line {mark.line + 1}' if mark else ''}",
            wanted="the answers.yaml of an earlier build, with answers between the quotes",
            remedy="look for a quote that is not closed",
        ) from error
    of = data.get("for") if isinstance(data, dict) and "answers" in data else None
    return of if isinstance(of, str) else None, _rows(data)


def _json(text: str) -> Any:  # noqa: ANN401  what JSON holds
    """The JSON that a text is, for YAML knows no tabs; `None` for every other text."""
    try:
        return json.loads(text) if text.lstrip().startswith(("{", "[")) else None
    except ValueError:
        return None


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
