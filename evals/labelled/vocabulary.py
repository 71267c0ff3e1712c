"""What labellers' plain words for competencies mean in the packs: `vocabulary.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import yaml

from evals.labelled.pairs import LABELLED

_NOT_WORDS = re.compile(r"[^\w]+")


def known(words: Iterable[str]) -> frozenset[str]:
    """Ids of the packs' competencies that `words` mean; words that are in no entry mean none."""
    return frozenset(id_ for word in words for id_ in _table().get(_plain(word), ()))


def senses(words: Iterable[str]) -> frozenset[str]:
    """What two labellers' words are compared by: the ids of the packs, and a word of no entry as itself."""
    return frozenset(id_ for word in words for id_ in _table().get(_plain(word), (_plain(word),)))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for id_, words in yaml.safe_load((LABELLED / "vocabulary.yaml").read_text(encoding="utf-8")).items():
        for word in (id_, *words):
            found[_plain(word)] = (*found.get(_plain(word), ()), id_)
    return found


def _plain(word: str) -> str:
    return _NOT_WORDS.sub(" ", word.casefold()).strip()
