"""What labellers' plain words for competencies and kinds of accomplishment mean in the packs: `vocabulary.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

import yaml

from evals.labelled.pairs import LABELLED

Subject = Literal["competencies", "archetypes"]
_NOT_WORDS = re.compile(r"[^\w]+")


def known(subject: Subject, words: Iterable[str]) -> frozenset[str]:
    """Ids of the packs that `words` mean; words that are in no entry mean none."""
    table = _table()[subject]
    return frozenset(id_ for word in words for id_ in table.get(_plain(word), ()))


def senses(subject: Subject, words: Iterable[str]) -> frozenset[str]:
    """What two labellers' words are compared by: the ids of the packs, and a word of no entry as itself."""
    table = _table()[subject]
    return frozenset(id_ for word in words for id_ in table.get(_plain(word), (_plain(word),)))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    raw = yaml.safe_load((LABELLED / "vocabulary.yaml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for subject, entries in raw.items():
        table = found.setdefault(subject, {})
        for id_, words in entries.items():
            for word in (id_, *words):
                table[_plain(word)] = (*table.get(_plain(word), ()), id_)
    return found


def _plain(word: str) -> str:
    return _NOT_WORDS.sub(" ", word.casefold()).strip()
