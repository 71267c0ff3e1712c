"""The wording contract: the sentences of a draft go out under their ids and come back under the same ids.

A model never sees or sets provenance, sources or structure; it words sentences. A blank travels as a token, so
that it comes back as the blank that it was. Judging the words is for `verify`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from playbook.provenance import Blank, Line, Link, Part, Words, lines_of

_TOKEN = re.compile(r"<<([^<>]+)>>")
_MARKUP = frozenset("[]<>{}")
"""In an answer they are markup, unless the draft has them: "410 -> 12 ppm"."""
_WORDABLE = frozenset({"resume", "draft"})
"""Posting, company and bank are quoted as they stand."""


class Wording(BaseModel):
    """One sentence under its id."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="The id of the sentence in the draft, unchanged.")
    text: str = Field(description="The sentence. A token such as <<stories-1a2b3c4d>> stands for a question to the candidate.")


class DraftLine(NamedTuple):
    """A sentence to be worded, with what it must be true to."""

    id: str
    text: str
    questions: dict[str, str]
    """Token to the question that stands in its place."""
    sources: list[str]
    """The only facts that the sentence may state."""


def is_wordable(line: Line) -> bool:
    """Whether a model may word the line: quotes and what packs and postings say stay as they are."""
    return line.provenance in _WORDABLE and line.text not in {source.quote for source in line.sources}


def wordable(artifact: BaseModel) -> dict[str, Line]:
    """Pointer to line, for every line of the artifact that a model may word."""
    return {at: line for at, line in lines_of(artifact) if is_wordable(line)}


def encode(line: Line) -> str:
    """The line as text with tokens."""
    return "".join([_encoded(part) for part in line.parts])


def _encoded(part: Part) -> str:
    if isinstance(part, Words):
        return part.text
    return f"<<{part.id}>>" if isinstance(part, Blank) else f"<<{part.target}>>"


def draft_line(at: str, line: Line) -> DraftLine:
    """The line as a model is handed it."""
    return DraftLine(
        id=at,
        text=encode(line),
        questions={blank.id: blank.question for blank in line.blanks},
        sources=[source.quote for source in line.sources],
    )


def decode(text: str, draft: Line) -> tuple[Part, ...]:
    """`text` as parts. Raises `ValueError` on a token that the draft does not have, or a stray bracket."""
    known: dict[str, Part] = {part.id: part for part in draft.parts if isinstance(part, Blank)}
    known |= {part.target: part for part in draft.parts if isinstance(part, Link)}
    parts: list[Part] = []
    for index, piece in enumerate(_TOKEN.split(text)):
        if index % 2:
            if piece not in known:
                message = f"the token <<{piece}>> is not in the draft"
                raise ValueError(message)
            parts.append(known[piece])
        elif piece:
            if not _MARKUP.isdisjoint(piece) and set(piece) & _MARKUP - _letters(draft):
                message = f"brackets or markup in {piece!r}"
                raise ValueError(message)
            parts.append(Words(text=piece))
    if not parts:
        message = "an empty sentence"
        raise ValueError(message)
    return tuple(parts)


def _letters(draft: Line) -> set[str]:
    return {letter for part in draft.parts if isinstance(part, Words) for letter in part.text}
