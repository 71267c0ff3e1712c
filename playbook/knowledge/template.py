"""Templates of the packs: `{slot}`, `[blank?]` and `**key phrase**`, parsed once into typed parts.

This is the only place that reads brackets. What leaves it is `Words`, `Blank` and the slots between them, so
that no later stage has to find a blank in text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import groupby

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from playbook.provenance import Blank, Link, Part, Words

_TOKEN = re.compile(r"\{(?P<slot>[a-z_]+)\}|\[(?P<blank>[^\[\]]+)\]|\*\*(?P<strong>[^*]+)\*\*")
_SLOT = re.compile(r"\{([a-z_]+)\}")
_STRAY = re.compile(r"[{}\[\]]|\*\*")
CHECKED = {"templates": "checked"}
"""Context of reading an entry that was checked when it was compiled."""


@dataclass(frozen=True)
class Slot:
    """A place in a template that the case fills."""

    name: str
    strong: bool = False


@dataclass(frozen=True)
class Ask:
    """A blank of a template, before it knows where it will stand; its question may have slots of its own."""

    question: tuple[Words | Slot, ...]


@dataclass(frozen=True)
class Slots:
    """Annotation of a template field: the slots that its texts may use."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        """`names` are the slots, without braces."""
        object.__setattr__(self, "names", names)

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A string schema that also parses the text as a template, unless the context says that it was `CHECKED`."""
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, text: str, info: ValidationInfo) -> str:
        if info.context is CHECKED:
            return text
        parse(text)
        unknown = sorted(slots_of(text) - set(self.names))
        if unknown:
            raise PydanticCustomError(
                "slot",
                "unknown slot {unknown}; this text may use {known}",
                {"unknown": ", ".join(unknown), "known": ", ".join(self.names) or "none"},
            )
        return text


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Words | Ask | Slot, ...]:
    """`text` as parts, in order. Raises `ValueError` on a stray bracket, brace or pair of stars."""
    parts: list[Words | Ask | Slot] = []
    position = 0
    for token in _TOKEN.finditer(text):
        parts.extend(_plain(text[position : token.start()], text))
        position = token.end()
        if token["slot"]:
            parts.append(Slot(token["slot"]))
        elif token["blank"]:
            parts.append(Ask(tuple(inner for inner in parse(token["blank"].strip()) if not isinstance(inner, Ask))))
        else:
            parts.extend(
                Slot(inner.name, strong=True) if isinstance(inner, Slot) else Words(text=inner.text, strong=True)
                for inner in parse(token["strong"])
                if not isinstance(inner, Ask)
            )
    parts.extend(_plain(text[position:], text))
    return tuple(parts)


@lru_cache(maxsize=16384)
def slots_of(text: str) -> frozenset[str]:
    """The names of the slots of a template, those in its blanks and key phrases among them."""
    return frozenset(_SLOT.findall(text))


def has_blank(text: str) -> bool:
    """Whether the template asks the candidate something."""
    return any(isinstance(part, Ask) for part in parse(text))


def fill(text: str, slots: Mapping[str, str | Part | Sequence[Part]], *, place: str) -> tuple[Part, ...]:
    """The template with its slots filled, as parts of a line.

    `place` says where the line will stand, such as `story:b3:situation`; ids of blanks are made of it and of the
    question, so that an answer stays with its question when stories change their order. Raises `KeyError` on a
    slot that `slots` lacks.
    """
    parts: list[Part] = []
    for part in parse(text):
        if isinstance(part, Words):
            parts.extend(_after_abbreviation(part, parts))
        elif isinstance(part, Ask):
            parts.append(blank(_question(part, slots), place=place))
        else:
            parts.extend(_filled(slots[part.name], strong=part.strong))
    return merged(parts) if len(parts) > 1 else tuple(parts)


def _after_abbreviation(words: Words, before: Sequence[Part]) -> tuple[Words, ...]:
    """The words without the full stop that they open with, where the filling before them ends in one: "at Loonwater Inc."."""
    last = before[-1] if before else None
    ended = isinstance(last, Words) and last.text.endswith(".") and words.text.startswith(".") and words.text[1:2] != "."
    if not ended:
        return (words,)
    return (Words(text=words.text[1:], strong=words.strong),) if len(words.text) > 1 else ()


def blank(question: str, *, place: str) -> Blank:
    """A blank whose id depends on its place and its question alone."""
    digest = sha256(f"{place}\n{question}".encode()).hexdigest()
    return Blank(id=f"{place.split(':', 1)[0]}-{digest[:8]}", question=question)


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """`parts` with neighbouring words of the same weight joined."""
    joined: list[Part] = []
    for strong, alike in groupby(parts, key=lambda part: part.strong if isinstance(part, Words) else None):
        run = list(alike)
        if strong is None or len(run) == 1:
            joined += run
        else:
            joined.append(Words(text="".join(map(_as_text, run)), strong=strong))
    return tuple(joined)


def _question(ask: Ask, slots: Mapping[str, str | Part | Sequence[Part]]) -> str:
    """The question of a blank with its slots filled, as plain text."""
    parts = (part if isinstance(part, Words) else _filled(slots[part.name], strong=False) for part in ask.question)
    return "".join(_as_text(part) if isinstance(part, Words) else "".join(map(_as_text, part)) for part in parts)


def _as_text(part: Part) -> str:
    return part.question if isinstance(part, Blank) else part.text


def _filled(value: str | Part | Sequence[Part], *, strong: bool) -> Iterable[Part]:
    if isinstance(value, str):
        return [Words(text=value, strong=strong)] if value else []
    if isinstance(value, Words | Blank | Link):
        return [value]
    return value


def _plain(text: str, whole: str) -> list[Words]:
    if _STRAY.search(text):
        message = f"stray bracket, brace or star in template {whole!r}"
        raise ValueError(message)
    return [Words(text=text)] if text else []
