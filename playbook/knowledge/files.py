"""The files of the packs: what kinds there are, the items of a file with their lines, and the hash of its state.

Reading and checking single items. Duplicates and the compiled form are for `playbook.knowledge.packs`, what no shape can
check for `playbook.knowledge.lint`.
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
from pydantic import ValidationError

from playbook.errors import PackFault
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
    "spellings": Spelling,
    "countries": Country,
}
"""Folder of `datasets/knowledge` to the shape of its entries."""
LISTS = frozenset({"asks", "sections"})
"""Kinds whose entries have no id of their own."""
_NO_LIST = object()


@dataclass(frozen=True)
class Row:
    """One item of a pack file, with where it stands."""

    kind: str
    path: Path
    where: str
    """`skills/software.yaml:12`."""
    entry: Any
    """The checked entry; `None` where it does not fit its shape."""
    fault: str = ""


def files(root: Path, kind: str) -> list[Path]:
    """The files of a kind, by name."""
    return sorted((root / kind).glob("*.yaml"))


def fingerprints(root: Path) -> dict[str, str]:
    """The hash of each kind's files, by name and content."""
    digests = {}
    for kind in KINDS:
        digest = sha256()
        for name, path, state in _states(root / kind):
            digest.update(f"{name} {_content_hash(path, state.st_mtime_ns, state.st_size)}\n".encode())
        digests[kind] = digest.hexdigest()
    return digests


def _states(folder: Path) -> list[tuple[str, str, os.stat_result]]:
    """Name, path and state of the files of a kind, by name: asked for by every run, so that no `Path` is made for it."""
    try:
        with os.scandir(folder) as found:
            return sorted((one.name, one.path, one.stat()) for one in found if one.name.endswith(".yaml"))
    except FileNotFoundError:
        return []


@lru_cache(maxsize=1024)
def _content_hash(path: str, _modified: int, _size: int) -> str:
    """The hash of a file that did not change since it was read: every run asks for all of some two hundred."""
    return sha256(Path(path).read_bytes()).hexdigest()


def entries(root: Path, kind: str) -> Iterator[Row]:
    """Every item of a kind's files, checked against its shape; what does not fit carries its fault and is not raised."""
    for path in files(root, kind):
        place = f"{path.relative_to(root)}"
        try:
            for line, raw in _items(path):
                yield _row(kind, path, f"{place}:{line}", raw)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            yield Row(kind, path, f"{place}:{mark.line + 1 if mark else 1}", None, str(getattr(error, "problem", error)))


def fault(where: str, found: str) -> PackFault:
    """What is raised for an item that cannot be used."""
    return PackFault(
        "pack.invalid",
        found=f"{where}: {found}",
        wanted="an entry of the shape in docs/packs.md",
        remedy="mend that line",
    )


def _row(kind: str, path: Path, where: str, raw: Any) -> Row:  # noqa: ANN401  what YAML holds
    if raw is _NO_LIST:
        return Row(kind, path, where, None, "a file that is not a list of entries")
    try:
        return Row(kind, path, where, KINDS[kind].model_validate_json(json.dumps(raw, default=str)))
    except ValidationError as error:
        first = error.errors()[0]
        return Row(kind, path, where, None, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")


def _items(path: Path) -> Iterator[tuple[int, Any]]:
    """The items of a YAML list with the line that each starts on."""
    loader = yaml.CSafeLoader(path.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            yield 1, _NO_LIST
            return
        for item in node.value:
            yield item.start_mark.line + 1, loader.construct_document(item)
    finally:
        loader.dispose()
