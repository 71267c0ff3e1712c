"""Loading the packs: YAML files to checked entries, compiled once for each state of the files.

A folder a kind, any number of files in it, each a list of entries. A fault names file, line and entry. Looking
things up in texts is for `playbook.knowledge.lexicon`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from playbook.errors import PackFault
from playbook.knowledge.schema import (
    Archetype,
    AskEntry,
    BankQuestion,
    BridgeEntry,
    CompanyEntry,
    Competency,
    Credential,
    CurveballEntry,
    FamilyEntry,
    FrameEntry,
    GuidanceEntry,
    SectionName,
    Skill,
    Verb,
)
from playbook.provenance import Frozen

KINDS: dict[str, type[Frozen]] = {
    "skills": Skill,
    "credentials": Credential,
    "competencies": Competency,
    "archetypes": Archetype,
    "verbs": Verb,
    "families": FamilyEntry,
    "questions": BankQuestion,
    "companies": CompanyEntry,
    "curveballs": CurveballEntry,
    "asks": AskEntry,
    "bridges": BridgeEntry,
    "guidance": GuidanceEntry,
    "frames": FrameEntry,
    "sections": SectionName,
}
"""Folder of `datasets/knowledge` to the shape of its entries."""


@dataclass(frozen=True)
class Knowledge:
    """Every pack, checked and immutable."""

    skills: dict[str, Skill]
    credentials: dict[str, Credential]
    competencies: dict[str, Competency]
    archetypes: dict[str, Archetype]
    verbs: dict[str, Verb]
    families: dict[str, FamilyEntry]
    questions: dict[str, BankQuestion]
    companies: dict[str, CompanyEntry]
    curveballs: dict[str, CurveballEntry]
    asks: tuple[AskEntry, ...]
    bridges: dict[str, BridgeEntry]
    guidance: dict[str, GuidanceEntry]
    frames: dict[str, FrameEntry]
    sections: tuple[SectionName, ...]
    fingerprints: dict[str, str]
    """Kind to the hash of its files: part of the content key of every stage that reads the kind."""

    def family(self, family_id: str) -> FamilyEntry:
        """The family of that id; `general` where there is none."""
        return self.families.get(family_id) or self.families["general"]


def load(root: Path, compiled: Path | None = None) -> Knowledge:
    """The packs below `root`, from the cache in `compiled` where the files have not changed.

    Raises `PackFault` on the first fault, with file and line.
    """
    return _load(root, compiled, tuple(sorted(_fingerprints(root).items())))


@lru_cache(maxsize=4)
def _load(root: Path, compiled: Path | None, fingerprints: tuple[tuple[str, str], ...]) -> Knowledge:
    fields: dict[str, Any] = {}
    for kind, fingerprint in fingerprints:
        rows = _rows(root, kind, compiled / f"{kind}-{fingerprint[:16]}.json" if compiled else None)
        keyed = kind not in {"asks", "sections"}
        fields[kind] = {row.id: row for row in rows} if keyed else tuple(rows)
    return Knowledge(**fields, fingerprints=dict(fingerprints))


def _fingerprints(root: Path) -> dict[str, str]:
    """The hash of each kind's files, by name and content."""
    digests = {}
    for kind in KINDS:
        digest = sha256()
        for path in _files(root, kind):
            digest.update(f"{path.name}\n".encode())
            digest.update(path.read_bytes())
        digests[kind] = digest.hexdigest()
    return digests


def _files(root: Path, kind: str) -> list[Path]:
    return sorted((root / kind).glob("*.yaml"))


def _rows(root: Path, kind: str, cache: Path | None) -> list[Any]:
    adapter: TypeAdapter[list[Any]] = TypeAdapter(list[KINDS[kind]])  # type: ignore[valid-type]  # chosen at run time
    if cache is not None and cache.is_file():
        return adapter.validate_json(cache.read_bytes())
    rows = list(_checked(root, kind))
    if cache is not None:
        cache.parent.mkdir(parents=True, exist_ok=True)
        partial = cache.with_suffix(f".{os.getpid()}")
        partial.write_bytes(adapter.dump_json(rows))
        partial.replace(cache)
    return rows


def _checked(root: Path, kind: str) -> Iterator[Any]:
    """Every entry of a kind; duplicates and faults are refused with file and line."""
    seen: dict[str, Path] = {}
    entry_type = KINDS[kind]
    for path in _files(root, kind):
        for line, raw in _entries(path):
            where = f"{path.relative_to(root)}:{line}"
            try:
                entry = entry_type.model_validate_json(json.dumps(raw, default=str))
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(map(str, first["loc"]))
                raise _fault(where, f"{place}: {first['msg']}") from error
            name = getattr(entry, "id", None)
            if name is not None and kind not in {"asks", "sections"}:
                if name in seen:
                    raise _fault(where, f"id {name!r} again, first in {seen[name].name}")
                seen[name] = path
            yield entry


def _entries(path: Path) -> Iterator[tuple[int, Any]]:
    """The items of a YAML list with the line that each starts on."""
    loader = yaml.CSafeLoader(path.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise _fault(f"{path.parent.name}/{path.name}:1", "a file that is not a list of entries")
        for item in node.value:
            yield item.start_mark.line + 1, loader.construct_document(item)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise _fault(f"{path.parent.name}/{path.name}:{line}", str(getattr(error, "problem", error))) from error
    finally:
        loader.dispose()


def _fault(where: str, found: str) -> PackFault:
    return PackFault(
        "pack.invalid",
        found=f"{where}: {found}",
        wanted="an entry of the shape in docs/knowledge.md",
        remedy="mend that line",
    )
