"""What an erasure is to remove, written down before anything is removed, so that one that was interrupted can be finished.

The file holds what the person is recognised by: it is the last thing to go. How it is carried out is for `removal`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import Field

from playbook.artifacts.rendering import Rendering
from playbook.erasure.lineage import Traces, named_in, reached, references, rows, traces
from playbook.erasure.marks import Mark, Seeker, hash_marks
from playbook.erasure.people import Person, load, people
from playbook.erasure.search import Search
from playbook.locations import Location, located, whole
from playbook.provenance import Frozen
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, write_whole
from playbook.store.erased import Records
from playbook.store.journal import Archive, Journals

REPORTS = ("batch-report.html", "batch-expectations.html")
"""What a batch may leave beside its playbooks."""
_LONG_LINE = 40
"""Characters of a line of a resume that nobody else's has by chance."""


class Folder(Frozen):
    """A folder into which files of a run or the report of a batch went."""

    path: Location
    names: tuple[str, ...]
    """Of the files that a build leaves there."""
    only: tuple[str, ...] = ()
    """The files that are looked at, where not all of them are."""


class Plan(Frozen):
    """Whose runs go, by what they are recognised, and what is theirs alone."""

    id: str
    kind: Literal["candidate", "age"]
    asked_at: str
    asked_by: str
    before: str | None = None
    """Of a retention: when what goes was last heard of before, as ISO 8601."""
    salt: str
    """Of the hashes that the record keeps."""
    secret: str
    """Of the names that rows get instead of theirs; kept nowhere once the plan is carried out."""
    runs: frozenset[str]
    candidates: frozenset[str]
    marks: frozenset[Mark]
    artifacts: frozenset[str]
    keys: frozenset[str]
    """Content keys that no other run has."""
    folders: tuple[Folder, ...]
    rows: frozenset[tuple[str, str]] = Field(default_factory=frozenset)
    """Batch and row."""
    has_sums: bool = False
    """Whether the sums are kept already of what goes for its age."""

    def alias(self, *what: str) -> str:
        """The name that stands for a run or a row instead of its own: the same for the same, and nobody can reckon it back."""
        return f"erased-{sha256(chr(0).join((self.secret, *what)).encode()).hexdigest()[:12]}"

    @property
    def batches(self) -> frozenset[str]:
        """Those of which rows go."""
        return frozenset(batch for batch, _ in self.rows)


def of_persons(persons: list[Person], settings: Settings, *, asked_by: str) -> Plan:
    """What goes with these persons."""
    runs = {run.run_id: run for person in persons for candidate in person.candidates for run in candidate.runs}
    marks = frozenset().union(*(person.marks for person in persons))
    keys = frozenset(candidate.key for person in persons for candidate in person.candidates if candidate.key)
    return _plan(runs, settings, kind="candidate", asked_by=asked_by, candidates=keys, marks=marks, has_folders=True)


def of_age(days: int, settings: Settings, *, asked_by: str, has_folders: bool) -> Plan:
    """What goes with the runs that were last heard of more than so many days ago."""
    before = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    old = {run.run_id: run for run in traces(archive_of(settings)).values() if run.last < before}
    return _plan(
        old, settings, kind="age", asked_by=asked_by, candidates=frozenset(), marks=frozenset(), has_folders=has_folders
    ).model_copy(update={"before": before})


def returned(settings: Settings, *, asked_by: str) -> list[Plan]:
    """What goes with runs that had been erased and came back, as journals from a copy; a plan, or none."""
    found: set[str] = set()
    archive = archive_of(settings)
    records = Records.of(Journals(settings.shared_journals))
    for _, lines in archive.each():
        found |= records.returned(row for _, row in lines if row is not None)
    if not found:
        return []
    known = traces(archive)
    runs = {run_id: known.get(run_id, Traces(run_id)) for run_id in found}
    everybody = people(archive, BlobStore(settings.artifacts))
    candidates = [one for person in everybody for one in person.candidates if {run.run_id for run in one.runs} <= found]
    marks = frozenset().union(*(candidate.marks for candidate in candidates))
    keys = frozenset(candidate.key for candidate in candidates)
    return [_plan(runs, settings, kind="candidate", asked_by=asked_by, candidates=keys, marks=marks, has_folders=True)]


def archive_of(settings: Settings) -> Archive:
    """Every journal of the home and of the store."""
    return Archive(settings.journals, settings.shared_journals)


def save(plan: Plan, settings: Settings) -> None:
    """Write a plan down, where nobody but its owner reads it."""
    settings.erasing.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(_path(plan.id, settings), plan.model_dump_json().encode())
    _path(plan.id, settings).chmod(0o600)


def drop(plan: Plan, settings: Settings) -> None:
    """Forget a plan that is carried out."""
    _path(plan.id, settings).unlink(missing_ok=True)


def pending(settings: Settings) -> list[Plan]:
    """Plans that were not carried out to their end, the oldest first."""
    found = [Plan.model_validate_json(path.read_bytes()) for path in settings.erasing.glob("*.json")]
    return sorted(found, key=lambda plan: plan.asked_at)


def _path(plan_id: str, settings: Settings) -> Path:
    return settings.erasing / f"{plan_id}.json"


def _plan(  # noqa: PLR0913  what both kinds have
    runs: Mapping[str, Traces],
    settings: Settings,
    *,
    kind: Literal["candidate", "age"],
    asked_by: str,
    candidates: frozenset[str],
    marks: frozenset[Mark],
    has_folders: bool,
) -> Plan:
    """Mark what the runs reach, and what everybody else does; what only the first reach goes."""
    store, archive = BlobStore(settings.artifacts), archive_of(settings)
    own = references(archive, lambda run: run in runs)
    others = references(archive, lambda run: run not in runs)
    stored = {sha for sha, _, _ in store.all()}
    kept = reached(others.shas, store.peek)
    mine = reached(own.shas | candidates, store.peek)
    own_alone = (mine & stored) - kept
    artifacts = own_alone | _strays(stored - kept - mine, store, marks, own_alone)
    keys = own.keys - others.keys
    lost = frozenset(_rows_of(runs, archive, marks))
    ids = {str(run) for run in runs} | keys | {sha for run in runs.values() for sha in run.requests}
    return Plan(
        id=secrets.token_hex(8),
        kind=kind,
        asked_at=datetime.now(UTC).isoformat(),
        asked_by=asked_by,
        salt=secrets.token_hex(16),
        secret=secrets.token_hex(32),
        runs=frozenset(runs),
        candidates=candidates,
        marks=marks | hash_marks(artifacts | ids | candidates),
        artifacts=frozenset(artifacts),
        keys=frozenset(keys),
        folders=(*_folders(runs, mine, store), *_batch_folders({batch for batch, _ in lost}, archive)) if has_folders else (),
        rows=lost,
    )


def _strays(shas: set[str], store: BlobStore, marks: frozenset[Mark], own: set[str]) -> set[str]:
    """Of artifacts to which no run refers those that are the person's: left by a run that was killed, or after a lost journal.

    They hold a mark or a line of the resume, or they name an artifact that is the person's.
    """
    lines = {line.strip() for sha in own for line in _lines(sha, store) if len(line.strip()) >= _LONG_LINE} if marks else set()
    found: set[str] = set()
    names: dict[str, set[str]] = {}
    with Search(marks) as search:
        for sha in shas:
            content = store.peek(sha)
            text = content.decode("utf-8", errors="replace")
            names[sha] = named_in(content)
            if marks and (search.through(content).marks or any(line in text for line in lines)):
                found.add(sha)
    while more := {sha for sha in names.keys() - found if names[sha] & (own | found)}:
        found |= more
    return found


def _lines(sha: str, store: BlobStore) -> list[str]:
    from playbook.artifacts.document import Document

    document = load(Document, sha, store)
    return document.text.splitlines() if document and document.name == "resume" else []


def _folders(runs: Mapping[str, Traces], mine: set[str], store: BlobStore) -> Iterator[Folder]:
    renderings = (load(Rendering, sha, store) for sha in mine)
    names = tuple(sorted({name for rendering in renderings if rendering for name in rendering.files}))
    for out in sorted({out for run in runs.values() for out in run.outs}):
        yield Folder(path=whole(located(out)), names=names)


def _batch_folders(batches: set[str], archive: Archive) -> Iterator[Folder]:
    """The folders of batches that lose a row, where their reports lie; no file of a run is directly in one."""
    found = {row.get("out") for row in rows(archive) if row.get("table") == "batch" and row.get("batch_id") in batches}
    yield from (Folder(path=whole(located(out)), names=(), only=REPORTS) for out in sorted(filter(None, found)))


def _rows_of(runs: Mapping[str, Traces], archive: Archive, marks: frozenset[Mark]) -> Iterator[tuple[str, str]]:
    """Rows of batches: of the runs, and those that were no run yet and whose id names the person."""
    names = Seeker(mark for mark in marks if mark.kind == "name")
    for run in runs.values():
        yield from run.rows
    for row in rows(archive):
        if row.get("table") == "batch_row" and (
            row.get("run_id") in runs or (row.get("run_id") is None and names.found_in(str(row.get("row_id"))))
        ):
            yield str(row.get("batch_id")), str(row.get("row_id"))
