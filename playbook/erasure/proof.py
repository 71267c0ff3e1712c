"""The proof of an erasure: every file of the home, and what is left in the folders of the deliveries, is searched again.

A namesake's things are theirs: a mark that somebody who stays has as well is no trace where it stands in what is theirs.
Everything else that is found is left, and named.
"""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.erasure.evals import is_name_alone, rows_of, text_of
from playbook.erasure.lineage import reached, references
from playbook.erasure.marks import Mark
from playbook.erasure.people import Person, people
from playbook.erasure.plan import archive_of
from playbook.erasure.removal import files_of
from playbook.erasure.search import Found, Search
from playbook.locations import Location, below
from playbook.store.blobs import BlobStore
from playbook.store.database import open_database
from playbook.store.evals import EVALS
from playbook.store.journal import Journals
from playbook.store.ledger import LEDGER
from playbook.store.objects import objects_at
from playbook.store.objects import reached as store_reached

if TYPE_CHECKING:
    from playbook.erasure.plan import Plan
    from playbook.settings import Settings


@dataclass(frozen=True)
class Trace:
    """Something of the person that was found."""

    where: str
    kinds: tuple[str, ...]
    """Of marks: name, mail, phone, hash."""

    def __str__(self) -> str:
        """One line."""
        return f"{self.where}: {', '.join(self.kinds)}"


@dataclass
class Proof:
    """What was looked at, and what was found."""

    looked_at: Counter[str] = field(default_factory=Counter)
    left: list[Trace] = field(default_factory=list)
    namesakes: list[Trace] = field(default_factory=list)
    """What holds the same name or number and is somebody else's, who stays."""
    unread: list[str] = field(default_factory=list)
    """Files that could only be searched byte by byte, such as encrypted ones."""


def prove(plan: Plan, settings: Settings) -> Proof:
    """Search everything for the marks of a plan. Whoever calls is alone in the home."""
    proof = Proof()
    with Search(plan.marks) as search:
        _Prover(plan, settings, search, proof).run()
    return proof


class _Prover:
    """One search through a home."""

    def __init__(self, plan: Plan, settings: Settings, search: Search, proof: Proof) -> None:
        self.plan, self.settings, self.search, self.proof = plan, settings, search, proof
        self.store, self.archive = BlobStore(settings.artifacts), archive_of(settings)

    def run(self) -> None:
        """Look at everything."""
        for what, one, location in (
            ("artifacts", "artifact", self.settings.artifacts),
            ("content keys", "content key", self.settings.keys),
        ):
            for name, content in _stored(location):
                sha = name.rpartition("/")[2]
                found = self._searched(f"{one} {sha}", content, name)
                self._judge(what, f"{one} {sha}", found.marks, lambda persons, sha=sha: sha in self._reached_by(persons))
        for name, lines in self.archive.each():
            for number, (line, row) in enumerate(lines, start=1):
                marks = self.search.seeker.found_in(f"{name}\x00{text_of(row)}" if row else line)
                self._judge("lines of journals", f"{name}:{number}", marks, lambda persons, row=row: _is_of(row, persons))
        self._tables()
        for where, content in self._other_files():
            found = self._searched(where, content, where)
            packs = where.startswith(f"{self.settings.compiled.name}/") and is_name_alone(found.marks)
            self._judge("other files", where, found.marks, lambda _, packs=packs: packs)
        for folder in self.plan.folders:
            for file in files_of(folder):
                found = self._searched(str(file), file.content, file.name, file.sha)
                self._judge(
                    "delivered files", str(file), found.marks, lambda persons, sha=file.sha: sha in self._reached_by(persons)
                )

    def _tables(self) -> None:
        """The rows of the ledger and of the eval store."""
        for kind, path in ((LEDGER, self.settings.ledger), (EVALS, self.settings.evals)):
            if not path.exists():
                continue
            connection = open_database(kind, path, 10.0)
            try:
                for table, number, cells in rows_of(connection):
                    marks = self.search.seeker.found_in(text_of(cells))
                    is_fiction = kind is EVALS and is_name_alone(marks)
                    self._judge(
                        f"rows of the {'ledger' if kind is LEDGER else 'eval store'}",
                        f"{path.name}: {table} row {number}",
                        marks,
                        lambda persons, cells=cells, is_fiction=is_fiction: is_fiction or _is_of(cells, persons),
                    )
            finally:
                connection.close()

    def _other_files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the home and of the store that was not looked at otherwise, with its place."""
        settings = self.settings
        apart = [place for place in (settings.artifacts, settings.keys, settings.erasing) if isinstance(place, Path)]
        read = {*self.archive.unfinished(), settings.ledger, settings.evals}
        names = {name for name, _, _ in Journals(settings.shared_journals).all()}
        for folder, _, files in os.walk(settings.home):
            for file in sorted(files):
                path = Path(folder) / file
                is_journal = path.parent == settings.shared_journals and file in names
                if path not in read and not is_journal and not any(path.is_relative_to(place) for place in apart):
                    yield path.relative_to(settings.home).as_posix(), path.read_bytes()
        if settings.shared != settings.home:
            known = {f"journals/{name}" for name in names}
            for name, content in _stored(settings.shared):
                if name not in known and not name.startswith(("artifacts/", "keys/")):
                    yield str(below(settings.shared, name)), content

    def _searched(self, where: str, content: bytes, *names: str) -> Found:
        found = self.search.through(content)
        if found.unread:
            self.proof.unread.append(f"{where} ({found.unread})")
        return Found(found.marks | self.search.seeker.found_in("\x00".join(names)))

    # `is_theirs` takes persons; lambdas that bind a name of their loop have no type for mypy.
    def _judge(self, what: str, where: str, marks: frozenset[Mark], is_theirs: Any = lambda _: False) -> None:  # noqa: ANN401  a predicate
        """Count something in; what was found in it is left, or a namesake's."""
        self.proof.looked_at[what] += 1
        if not marks:
            return
        trace = Trace(where, tuple(sorted({mark.kind for mark in marks})))
        holders = [person for person in self._others if marks <= person.marks]
        (self.proof.namesakes if is_theirs(holders) else self.proof.left).append(trace)

    @cached_property
    def _others(self) -> list[Person]:
        """Everybody who stays."""
        return people(self.archive, self.store)

    def _reached_by(self, persons: list[Person]) -> set[str]:
        runs = frozenset().union(*(person.runs for person in persons))
        if runs not in self._known:
            shas = references(self.archive, lambda run: run in runs).shas if runs else set()
            self._known[runs] = reached(shas, self.store.peek)
        return self._known[runs]

    @cached_property
    def _known(self) -> dict[frozenset[str], set[str]]:
        return {}


def _is_of(row: dict[str, Any] | None, persons: list[Person]) -> bool:
    """Whether a row is of a run of these persons."""
    return row is not None and any(row.get("run_id") in person.runs for person in persons)


def _stored(location: Location) -> Iterator[tuple[str, bytes]]:
    """Every file below a location of the store, whatever it is."""
    files = objects_at(location)
    with store_reached(location):
        for entry in files.all():
            with contextlib.suppress(FileNotFoundError):
                yield entry.name, files.read(entry.name)
