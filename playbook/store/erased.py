"""What erasures left in the journals: a record without a person, by which what is gone is recognised should it come back.

A record holds salted hashes: whoever has the id of a run or of a row can ask whether it was erased, nobody can list what was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playbook.store.journal import Journals

PREFIX = "erasure-"
"""What the name of the journal of an erasure begins with."""
SUMS = "sums-"
"""What the name of a journal begins with that keeps the sums of runs that were removed for their age."""
NOBODY = "erased"
"""What stands in a row where a person's key, or words about them, stood."""


@dataclass(frozen=True)
class Record:
    """One erasure, by which its runs and rows are known again."""

    asked_at: str
    salt: str
    hashes: frozenset[str]

    def holds(self, *what: str) -> bool:
        """Whether a run, or a row of a batch, was erased."""
        return salted(self.salt, *what) in self.hashes


class Records:
    """Every erasure of a home."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Those of a candidate: what is removed for its age is known by its age."""
        self.records = tuple(record for record in records if record.hashes)

    @classmethod
    def of(cls, journals: Journals) -> Records:
        """Those that the journals of a store hold."""
        found = []
        names = sorted(name for name, _, _ in journals.all() if name.startswith(PREFIX))
        for _, content in journals.read_each(names):
            for line in content.decode().splitlines():
                row = json.loads(line)
                found.append(Record(row["asked_at"], row["salt"], frozenset(row["hashes"])))
        return cls(found)

    def hold_row(self, batch_id: str, row_id: str) -> bool:
        """Whether that row of that batch was erased."""
        return any(record.holds(batch_id, row_id) for record in self.records)

    def returned(self, rows: Iterable[dict[str, Any]]) -> set[str]:
        """Ids of the runs that were erased after what these rows say of them; a run that was built anew since is another."""
        heard: dict[str, str] = {}
        for row in rows if self.records else ():
            run_id, at = row.get("run_id"), row.get("finished_at") or row.get("recorded_at") or ""
            if run_id:
                heard[run_id] = max(at, heard.get(run_id, ""))
        return {one for one, at in heard.items() if any(at < record.asked_at and record.holds(one) for record in self.records)}


def salted(salt: str, *what: str) -> str:
    """The hash of an id under which a record knows it."""
    return sha256("\x00".join((salt, *what)).encode()).hexdigest()
