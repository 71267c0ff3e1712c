"""Carrying a plan out: delivered files, content keys, artifacts, journals, the eval store, the ledger; in this order.

What is outside the home goes first, for only the artifacts can tell which files there are ours. Journals go after artifacts:
as long as anything of a run is left, its journal says so. Every step can be done again, so that a plan that was interrupted
is finished by carrying it out once more.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.erasure.evals import without_rows_of
from playbook.erasure.lineage import reached as all_reached
from playbook.erasure.lineage import references
from playbook.erasure.plan import archive_of, save
from playbook.erasure.rewriting import keep_sums, rewrite
from playbook.erasure.search import Search
from playbook.errors import StageFailure
from playbook.locations import Location, below
from playbook.store.blobs import BlobStore, KeyIndex
from playbook.store.database import open_database
from playbook.store.erased import PREFIX, salted
from playbook.store.journal import CLOSED, Archive, line_of
from playbook.store.ledger import LEDGER, rebuild
from playbook.store.objects import objects_at, reached

if TYPE_CHECKING:
    from playbook.erasure.plan import Folder, Plan
    from playbook.settings import Settings


@dataclass(frozen=True)
class Removed:
    """How much went."""

    runs: int
    artifacts: int
    keys: int
    journals: int
    """Removed as a whole."""
    changed: int
    """Journals that stay, without the rows of those who went."""
    files: int
    """Delivered ones."""
    rows: int
    """Of the eval store."""


def remove(plan: Plan, settings: Settings) -> Removed:
    """Carry out a plan, and leave a record of it. Whoever calls is alone in the home.

    Raises `StageFailure` where another process holds the ledger, and could write what it has read back into the new one.
    """
    _wait_for_ledger(settings)
    store, keys, archive = BlobStore(settings.artifacts), KeyIndex(settings.keys), archive_of(settings)
    kept = still_needed(plan, archive, store)
    artifacts = plan.artifacts - kept
    files = sum(_taken_away(one) for one in delivered(plan, kept))
    for folder in plan.folders:
        _tidied(folder.path)
    forgotten = [key for key, _, _ in keys.all() if key in plan.keys or (keys.get(key) or {}).get("sha") in artifacts]
    for key in forgotten:
        keys.delete(key)
    gone = sum(store.delete(sha) for sha in artifacts)
    store.tidy()
    if plan.kind == "age" and not plan.has_sums:
        keep_sums(plan, archive)
        save(plan.model_copy(update={"has_sums": True}), settings)
    journals = rewrite(plan, archive)
    evals = without_rows_of(plan, settings)
    removed = Removed(len(plan.runs), gone, len(forgotten), journals.removed, journals.changed, files, evals)
    _record(plan, removed, archive)
    rebuild(settings)
    return removed


def _wait_for_ledger(settings: Settings) -> None:
    """Nobody has the ledger open; one that cannot be read is made anew anyway."""
    try:
        open_database(LEDGER, settings.ledger, 10.0).close()
    except StageFailure as failure:
        if failure.code == "ledger.locked":
            raise


def still_needed(plan: Plan, archive: Archive, store: BlobStore) -> set[str]:
    """Hashes that runs reach which stay, also those that began after the plan was made."""
    return all_reached(references(archive, lambda run: run not in plan.runs).shas, store.peek)


@dataclass(frozen=True)
class Delivered:
    """A file in an output folder."""

    folder: Location
    name: str
    content: bytes

    def __str__(self) -> str:
        """Where it is."""
        return str(below(self.folder, self.name))

    @property
    def sha(self) -> str:
        """Of its content."""
        return sha256(self.content).hexdigest()


def delivered(plan: Plan, kept: set[str]) -> Iterator[Delivered]:
    """Files in output folders that are the person's: as they were made, or ours by name with the person in them.

    A file that another run made as well is not theirs, and a file that somebody put there is not ours.
    """
    with Search(frozenset(mark for mark in plan.marks if mark.kind != "hash")) as search:
        for folder in plan.folders:
            for file in files_of(folder):
                if file.sha in kept:
                    continue
                if file.sha in plan.artifacts or (_is_named_by_us(file.name, folder) and search.through(file.content).marks):
                    yield file


def files_of(folder: Folder) -> Iterator[Delivered]:
    """The files directly in an output folder, and in what a publication left beside it that was interrupted."""
    path = folder.path
    found = [path]
    if isinstance(path, Path):
        found += sorted(one for one in path.parent.glob(f".{path.name}.*") if one.is_dir())
    for one in found:
        files = objects_at(one)
        with reached(one):
            for name in folder.only or _names_in(one):
                with contextlib.suppress(FileNotFoundError):
                    yield Delivered(one, name, files.read(name))


def _names_in(location: Location) -> list[str]:
    """Names of the files directly at a location."""
    if isinstance(location, Path):
        return sorted(path.name for path in location.iterdir() if path.is_file()) if location.is_dir() else []
    return sorted(entry.name for entry in objects_at(location).all() if "/" not in entry.name)


def _is_named_by_us(name: str, folder: Folder) -> bool:
    """Whether a build gave a file its name, or moved an edited one aside under it."""
    stem, _, number = Path(name).stem.partition(".edited-")
    return name in folder.names or (number.isdigit() and f"{stem}{Path(name).suffix}" in folder.names)


def _taken_away(file: Delivered) -> bool:
    with reached(file.folder):
        return objects_at(file.folder).delete(file.name)


def _tidied(folder: Location) -> None:
    """Remove a folder that is empty now, and the empty ones of interrupted publications beside it."""
    if isinstance(folder, Path):
        for one in (*folder.parent.glob(f".{folder.name}.*"), folder):
            with contextlib.suppress(OSError):  # it is not empty, or not there
                one.rmdir()


def _record(plan: Plan, removed: Removed, archive: Archive) -> None:
    """A journal that says what was done, and nothing of whom; written once, also if the plan is carried out again."""
    name = f"{PREFIX}{plan.id}{CLOSED}"
    if any(one == name for one, _ in archive.each()):
        return
    hashes = [] if plan.kind == "age" else [salted(plan.salt, *what) for what in (*((run,) for run in plan.runs), *plan.rows)]
    row = {
        "table": "erasure",
        "erasure_id": plan.id,
        "kind": plan.kind,
        "asked_at": plan.asked_at,
        "asked_by": plan.asked_by,
        "before": plan.before,
        "salt": plan.salt,
        "hashes": sorted(hashes),
        "recorded_at": datetime.now(UTC).isoformat(),
        **{name: getattr(removed, name) for name in ("runs", "artifacts", "keys", "journals", "files")},
    }
    archive.put(name, [line_of(row)])
