"""What runs refer to: roots from the journals, and from there whatever the content of an artifact names by its hash.

An artifact stays while a run that stays reaches it. The journals are read, not the ledger: those that are open, damaged or
not loaded yet count as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playbook.store.erased import SUMS

if TYPE_CHECKING:
    from playbook.store.journal import Archive, Line

_SHA = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_IN_BYTES = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
OF_RUNS = frozenset({"run", "stage_run", "check_result"})
"""Tables whose rows are a run's own."""


@dataclass
class Traces:
    """What the journals say of one run, all its attempts together."""

    run_id: str
    candidates: set[str] = field(default_factory=set)
    """Hashes of its resumes; one, but for a collision of ids."""
    requests: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    """Of the uploads, as `read` made them."""
    resumes: set[str] = field(default_factory=set)
    """As `parse_resume` made them."""
    outs: set[str] = field(default_factory=set)
    """Folders of its files."""
    rows: set[tuple[str, str]] = field(default_factory=set)
    """Batch and row."""
    last: str = ""
    """When it was last heard of, as ISO 8601 in UTC."""


@dataclass
class References:
    """What a set of runs refers to directly."""

    shas: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


def lines_of_runs(archive: Archive) -> Iterator[tuple[str, list[Line]]]:
    """Every journal but those that keep the sums of runs that are gone."""
    return ((name, lines) for name, lines in archive.each() if not name.startswith(SUMS))


def rows(archive: Archive) -> Iterator[dict[str, Any]]:
    """Every row of every journal, finished or not; a line that is none is left out."""
    for _, lines in lines_of_runs(archive):
        yield from (row for _, row in lines if row is not None)


def traces(archive: Archive) -> dict[str, Traces]:
    """What the journals say of each run, by its id."""
    found: dict[str, Traces] = {}
    for row in rows(archive):
        run_id, table = row.get("run_id"), row.get("table")
        if not isinstance(run_id, str) or not (table in {"run", "stage_run"} or (table in OF_RUNS and run_id in found)):
            continue  # checks may be of a batch and of no run
        run = found.setdefault(run_id, Traces(run_id))
        run.last = max(run.last, str(row.get("finished_at") or row.get("recorded_at") or ""))
        if row["table"] == "run":
            run.candidates.add(row.get("candidate_key") or "")
            run.requests |= {row["request_sha"]} if row.get("request_sha") else set()
            run.outs |= {row["out"]} if row.get("out") else set()
            run.rows |= {(row["batch_id"], row["row_id"])} if row.get("batch_id") and row.get("row_id") else set()
        elif row["table"] == "stage_run" and row.get("output_sha"):
            if row.get("output_kind") == "Document":
                run.documents.add(row["output_sha"])
            elif row.get("output_kind") == "Resume":
                run.resumes.add(row["output_sha"])
    return found


def references(archive: Archive, wanted: Callable[[str | None], bool]) -> References:
    """What the runs refer to whose id is `wanted`, of all their attempts.

    A line that is no row is nobody's: whoever wants `None` gets the hashes that stand in it, so that what may be needed stays.
    """
    found = References()
    for _, lines in lines_of_runs(archive):
        for line, row in lines:
            if row is None:
                found.shas |= set(_SHA.findall(line)) if wanted(None) else set()
            elif wanted(row.get("run_id")):
                found.shas |= set(_SHA.findall(line))
                found.keys |= {row["content_key"]} if row.get("content_key") else set()
    return found


def reached(roots: Iterable[str], content: Callable[[str], bytes]) -> set[str]:
    """Everything that is reached from `roots`: a hash that stands in the content of what is reached is reached.

    `content` gives the bytes under a hash, none where there are none. Hashes of which nothing is stored count, too.
    """
    waiting = set(roots)
    seen: set[str] = set()
    while waiting:
        sha = waiting.pop()
        seen.add(sha)
        waiting |= named_in(content(sha)) - seen
    return seen


def named_in(content: bytes) -> set[str]:
    """Every hash that stands in the content of an artifact."""
    return {one.decode() for one in _IN_BYTES.findall(content)}
