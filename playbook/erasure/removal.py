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
from playbook.erasure.lineage import reached, references
from playbook.erasure.rewriting import rewrite
from playbook.erasure.search import Search
from playbook.store.blobs import BlobStore, KeyIndex
from playbook.store.erased import PREFIX, salted
from playbook.store.journal import line_of, write_journal
from playbook.store.ledger import rebuild

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
    """Carry out a plan, and leave a record of it. Whoever calls is alone in the home."""
    store, keys = BlobStore(settings.artifacts), KeyIndex(settings.keys)
    kept = still_needed(plan, settings, store)
    artifacts = plan.artifacts - kept
    files = sum(_taken_away(path) for path in delivered(plan, kept))
    for folder in plan.folders:
        _tidied(folder.path)
    forgotten = [key for key in keys.all() if key in plan.keys or (keys.get(key) or {}).get("sha") in artifacts]
    for key in forgotten:
        keys.delete(key)
    gone = [sha for sha in artifacts if store.peek(sha)]
    for sha in artifacts:
        store.delete(sha)
    store.tidy()
    journals = rewrite(plan, settings.journals)
    evals = without_rows_of(plan, settings)
    removed = Removed(len(plan.runs), len(gone), len(forgotten), journals.removed, journals.changed, files, evals)
    _record(plan, removed, settings.journals)
    rebuild(settings)
    return removed


def still_needed(plan: Plan, settings: Settings, store: BlobStore) -> set[str]:
    """Hashes that runs reach which stay, also those that began after the plan was made."""
    return reached(references(settings.journals, lambda run: run not in plan.runs).shas, store.peek)


def delivered(plan: Plan, kept: set[str]) -> Iterator[Path]:
    """Files in output folders that are the person's: as they were made, or ours by name with the person in them.

    A file that another run made as well is not theirs, and a file that somebody put there is not ours.
    """
    with Search(frozenset(mark for mark in plan.marks if mark.kind != "hash")) as search:
        for folder in plan.folders:
            for path in files_of(folder):
                content = path.read_bytes()
                sha = sha256(content).hexdigest()
                if sha in kept:
                    continue
                if sha in plan.artifacts or (_is_named_by_us(path, folder) and search.through(content).marks):
                    yield path


def files_of(folder: Folder) -> list[Path]:
    """The files in an output folder, and in what a publication left beside it that was interrupted."""
    with contextlib.suppress(OSError):
        beside = [one for one in folder.path.parent.glob(f".{folder.path.name}.*") if one.is_dir()]
        return sorted(path for one in (folder.path, *beside) if one.is_dir() for path in one.iterdir() if path.is_file())
    return []


def _is_named_by_us(path: Path, folder: Folder) -> bool:
    """Whether a build gave a file its name, or moved an edited one aside under it."""
    stem, _, number = path.stem.partition(".edited-")
    return path.name in folder.names or (number.isdigit() and f"{stem}{path.suffix}" in folder.names)


def _taken_away(path: Path) -> bool:
    path.unlink(missing_ok=True)
    return True


def _tidied(folder: Path) -> None:
    """Remove a folder that is empty now, and the empty ones of interrupted publications beside it."""
    for one in (*folder.parent.glob(f".{folder.name}.*"), folder):
        with contextlib.suppress(OSError):  # it is not empty, or not there
            one.rmdir()


def _record(plan: Plan, removed: Removed, journals: Path) -> None:
    """A journal that says what was done, and nothing of whom; written once, also if the plan is carried out again."""
    path = journals / f"{PREFIX}{plan.id}.ndjson"
    if path.exists():
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
    write_journal(path, [line_of(row)])
