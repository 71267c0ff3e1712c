"""The packs as one object: every entry checked, compiled once for each state of the files, read when it is asked for.

Compiled, a kind is a file of one entry a line below a line of ids; loading splits it and reads no entry. What stands in
the files is for `playbook.knowledge.files`, looking things up in texts for `playbook.knowledge.lexicon`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic_core import from_json, to_json

from playbook.knowledge import schema
from playbook.knowledge.files import KINDS, LISTS, entries, fault, fingerprints
from playbook.knowledge.schema import (
    Archetype,
    AskEntry,
    BankQuestion,
    BridgeEntry,
    CompanyEntry,
    Competency,
    Country,
    Credential,
    CurveballEntry,
    FamilyEntry,
    FrameEntry,
    GuidanceEntry,
    SectionName,
    Skill,
    Spelling,
    Verb,
)
from playbook.knowledge.template import CHECKED
from playbook.provenance import Frozen

T = TypeVar("T", bound=Frozen)


class Shelf(Mapping[str, T], Generic[T]):
    """Entries of a kind by id, in the order of their files; each is read from its line when it is first asked for."""

    def __init__(self, shape: type[T], ids: list[str], lines: list[bytes]) -> None:
        """`lines` are entries as JSON, one for each of `ids`."""
        self._shape = shape
        self._lines: dict[str, bytes | T] = dict(zip(ids, lines, strict=True))

    def __getitem__(self, name: str) -> T:
        """The entry of that id. Raises `KeyError` where there is none."""
        found = self._lines[name]
        if isinstance(found, bytes):
            found = self._lines[name] = self._shape.model_validate_json(found, context=CHECKED)
        return found

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401  as a mapping's
        """The entry of that id, or the default: asked so often that to raise and catch would show."""
        return self[name] if name in self._lines else default

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self._lines)

    def __len__(self) -> int:
        """How many there are; none is read."""
        return len(self._lines)

    def __contains__(self, name: object) -> bool:
        """Whether there is an entry of that id; none is read."""
        return name in self._lines


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Every pack, checked and immutable; the same object is the same packs, so that what is derived of it can be kept."""

    skills: Mapping[str, Skill]
    credentials: Mapping[str, Credential]
    competencies: Mapping[str, Competency]
    archetypes: Mapping[str, Archetype]
    verbs: Mapping[str, Verb]
    families: Mapping[str, FamilyEntry]
    questions: Mapping[str, BankQuestion]
    companies: Mapping[str, CompanyEntry]
    curveballs: Mapping[str, CurveballEntry]
    asks: tuple[AskEntry, ...]
    bridges: Mapping[str, BridgeEntry]
    guidance: Mapping[str, GuidanceEntry]
    frames: Mapping[str, FrameEntry]
    sections: tuple[SectionName, ...]
    spellings: Mapping[str, Spelling]
    countries: Mapping[str, Country]
    fingerprints: dict[str, str]
    """Kind to the hash of its files: part of the content key of every stage that reads the kind."""
    compiled: Path | None = None
    """Folder for what is derived of the packs and kept; none where nothing is kept."""
    written: Knowledge | None = None
    """The packs as they are written, of those that `spelling` has spelled another way: what names mean is the same."""

    @property
    def names(self) -> Knowledge:
        """The packs whose names are looked up, and by which that is remembered."""
        return self.written or self

    def family(self, family_id: str) -> FamilyEntry:
        """The family of that id; `general` where there is none."""
        return self.families.get(family_id) or self.families["general"]


def load(root: Path, compiled: Path | None = None) -> Knowledge:
    """The packs below `root`, from the files in `compiled` where the packs have not changed.

    Raises `PackFault` on the first fault, with file and line.
    """
    return _load(root, compiled, tuple(sorted(fingerprints(root).items())))


def forget() -> None:
    """Let go of the packs that this process has loaded: the next `load` reads the compiled files again."""
    _load.cache_clear()


def kept(folder: Path | None, name: str, make: Any) -> bytes:  # noqa: ANN401  a function to bytes
    """What `make` returns, from the file `name` where it was made before."""
    path = folder / name if folder is not None else None
    if path is not None and path.is_file():
        return path.read_bytes()
    made: bytes = make()
    if path is not None:
        partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(made)
            partial.replace(path)
        except OSError:  # a disk without room: it is made again next time
            partial.unlink(missing_ok=True)
    return made


def revision(*modules: str) -> str:
    """The hash of source files: what was compiled by other code is not read again."""
    digest = sha256()
    for name in modules:
        digest.update(Path(name).read_bytes())
    return digest.hexdigest()[:8]


@lru_cache(maxsize=4)
def _load(root: Path, compiled: Path | None, state: tuple[tuple[str, str], ...]) -> Knowledge:
    shapes = revision(*sorted(map(str, Path(schema.__file__).parent.glob("*.py"))), __file__)
    fields: dict[str, Any] = {}
    for kind, fingerprint in state:
        data = kept(compiled, f"{kind}-{fingerprint[:16]}-{shapes}.jsonl", lambda kind=kind: _compile(root, kind))
        head, *lines = data.split(b"\n")
        shelf = Shelf(KINDS[kind], from_json(head), lines)
        fields[kind] = tuple(shelf.values()) if kind in LISTS else shelf
    return Knowledge(**fields, fingerprints=dict(state), compiled=compiled)


def _compile(root: Path, kind: str) -> bytes:
    """Every entry of a kind as a line of JSON below a line of ids; the first duplicate or fault is raised."""
    seen: dict[str, str] = {}
    lines: list[bytes] = []
    for row in entries(root, kind):
        if row.entry is None:
            raise fault(row.where, row.fault)
        name = str(len(lines)) if kind in LISTS else row.entry.id
        if name in seen:
            raise fault(row.where, f"id {name!r} again, first in {seen[name]}")
        seen[name] = row.path.name
        lines.append(to_json(row.entry))
    return b"\n".join((to_json(list(seen)), *lines))
