"""From the text of an answer to worded lines: what came whole is kept, what is broken or cut off is left out.

Prose and fences around the JSON are stepped over. A row that was cut in half is no row: repairing it would put half a sentence
on the page. Which lines are missing, and what a line says, is for `verify`.
"""

from __future__ import annotations

import json
import re
from typing import Any

from signatures.wording import Wording

_DECODER = json.JSONDecoder(strict=False)
_ROWS = re.compile(r'"lines"\s*:\s*\[')
_DECLINED = re.compile(
    r"\bI(?:['’]m| am)? (?:cannot|can['’]t|can not|sorry|unable|not able|won['’]t|must decline)"
    r"|as an? (?:AI|language model)|I apologi[sz]e|against (?:my|the) (?:policy|guidelines)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,]*")


def rows_of(text: str) -> list[Wording] | None:
    """The rows of an answer that came whole, in order; `None` where there is no list of lines at all."""
    found = _ROWS.search(text)
    if found is None:
        return None
    try:
        whole, _ = _DECODER.raw_decode(text, found.end() - 1)
    except ValueError:
        return _rows_that_are_whole(text, found.end())
    return [worded for worded in map(_wording, whole) if worded]


def _rows_that_are_whole(text: str, at: int) -> list[Wording]:
    """The rows of a list that is cut off or broken, up to where it is."""
    rows: list[Wording] = []
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        try:
            row, at = _DECODER.raw_decode(text, at)
        except ValueError:
            return rows
        worded = _wording(row)
        if worded:
            rows.append(worded)


def declined(text: str) -> str:
    """The words in which a model refuses, where it does; else the empty string."""
    found = _DECLINED.search(text[:400])
    return " ".join(text.split())[:100] if found and not _ROWS.search(text) else ""


def _wording(row: Any) -> Wording | None:  # noqa: ANN401  whatever stands in the JSON
    if isinstance(row, dict) and isinstance(row.get("id"), str) and isinstance(row.get("text"), str):
        return Wording.model_construct(id=row["id"], text=row["text"])
    return None
