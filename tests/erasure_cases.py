"""Homes for tests of erasure: runs as builds leave them, without what it costs to build one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from playbook.artifacts.document import Document, Upload
from playbook.artifacts.rendering import Format
from playbook.artifacts.request import BuildRequest
from playbook.artifacts.resume import Resume, Years
from playbook.erasure.people import people, the_one
from playbook.erasure.plan import Plan, archive_of, of_persons
from playbook.provenance import Fact, Span
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, KeyIndex
from playbook.store.journal import Journal, line_of
from tests.rendering_factory import make_rendering

ANA, BEN = ("Ana Maria Quill", "ana.quill@example.com | 555-010-0142"), ("Ben Osgood", "ben@example.org")
"""Name and contact."""
JOB = "Sales manager wanted. You will sell."
ENDED = "2026-11-23T00:00:01+00:00"


@dataclass
class Home:
    """A home with its stores."""

    settings: Settings
    numbers: int = 0
    shas: dict[str, set[str]] = field(default_factory=dict)
    """What was stored for a run."""

    @property
    def store(self) -> BlobStore:
        """Its artifacts."""
        return BlobStore(self.settings.artifacts)

    @property
    def stored(self) -> set[str]:
        """Hashes of everything that is stored."""
        return {sha for sha, _, _ in self.store.all()}

    @property
    def keys(self) -> KeyIndex:
        """Its content keys."""
        return KeyIndex(self.settings.keys)

    def run(  # noqa: PLR0913  what tells runs apart
        self,
        name: str,
        contact: str,
        *,
        run_id: str | None = None,
        version: str = "",
        job: str = JOB,
        out: Path | None = None,
        batch: tuple[str, str] | None = None,
        ended: str = ENDED,
    ) -> str:
        """A run of a resume with that name and contact, and its journal; the run's id."""
        self.numbers += 1
        run_id = run_id or f"{self.numbers:016x}"
        store, keys = self.store, self.keys
        text = f"{name}\n{contact}\nSold more than everybody else in the whole of {version or 'Ohio'}, as {name} says."
        upload, posting = store.put_bytes(text.encode()), store.put_bytes(job.encode())
        case: dict[str, Any] = {
            "resume": Upload(name="resume", sha256=upload),
            "job": Upload(name="job", sha256=posting),
            "company": "Amazon",
        }
        request = store.put(BuildRequest(**case, model="embedded", on=date(2026, 11, 23), form=Format())).sha
        document = store.put(Document(name="resume", format="text", sha256=upload, text=text)).sha
        wanted = store.put(Document(name="job", format="text", sha256=posting, text=job)).sha
        fact = Fact(text=name, span=Span(document="resume", start=0, end=len(name)))
        resume = store.put(Resume(name=fact, years=Years(computed=1.0))).sha
        page = store.put_bytes(f"<p>{name} for {job}</p>".encode())
        files = {"playbook.html": page, "answers.yaml": store.put_bytes(f"of: {name}\n".encode())}
        rendering = store.put(make_rendering(files)).sha
        self.shas[run_id] = {upload, posting, request, document, wanted, resume, rendering, *files.values()}
        with Journal(self.settings.journals, run_id) as journal:
            for stage, kind, sha, inputs in (
                ("read", "Document", document, [upload]),
                ("read", "Document", wanted, [posting]),
                ("parse_resume", "Resume", resume, [document]),
                ("render", "Rendering", rendering, [resume, wanted]),
            ):
                key = f"{hash((stage, tuple(inputs))) & (2**256 - 1):064x}"
                keys.put(key, {"sha": sha, "kind": kind, "stage": stage})
                journal.write("stage_run", **stage_row(stage, key, kind, sha, inputs))
            journal.write("check_result", **CHECK)
            where = {"batch_id": batch[0], "row_id": batch[1]} if batch else {}
            row = (
                RUN
                | {"finished_at": ended, "started_at": (datetime.fromisoformat(ended) - timedelta(seconds=1)).isoformat()}
                | where
            )
            journal.write("run", candidate_key=upload, request_sha=request, out=str(out) if out else None, **row)
        self._date(journal, ended)
        if out is not None:
            out.mkdir(parents=True)
            for file, sha in files.items():
                (out / file).write_bytes(store.get_bytes(sha))
        return run_id

    def batch(self, batch_id: str, *rows: tuple[str, str | None], out: Path, manifest: str = "night.csv") -> None:
        """The journal of a batch with these rows and runs; a row without a run was refused."""
        with Journal(self.settings.journals, batch_id) as journal:
            for row_id, run_id in rows:
                status = "delivered" if run_id else "refused"
                error = None if run_id else f"resume.missing: found no file '{row_id}.pdf'"
                ended = {"status": status, "error": error, "executed": 4, "cached": 0, "seconds": 2.0, "cost_usd": 0.5}
                journal.write("batch_row", batch_id=batch_id, row_id=row_id, run_id=run_id, **ended)
            journal.write("batch", batch_id=batch_id, out=str(out), manifest=manifest, planned=len(rows), **BATCH)

    def _date(self, journal: Journal, ended: str) -> None:
        """Set the rows of a journal to when they are to have been written."""
        (path,) = self.settings.journals.glob(f"{journal.run_id}.{journal.attempt}.ndjson")
        rows = [json.loads(line) | {"recorded_at": ended} for line in path.read_text(encoding="utf-8").splitlines()]
        path.write_text("".join(map(line_of, rows)), encoding="utf-8")


RUN = {
    "company": "Amazon",
    "model": "embedded",
    "version": "0",
    "status": "ok",
    "cpu_seconds": 1.0,
    "tokens_in": 10,
    "tokens_out": 5,
    "cost_usd": 0.25,
}
BATCH = {
    "requested_at": ENDED,
    "finished_at": ENDED,
    "manifest_sha": "f" * 64,
    "model": "embedded",
    "made_for": "2026-11-23",
    "version": "0",
}
CHECK = {
    "stage": "inspect",
    "rule": "plain-words",
    "engine": "document",
    "ok": False,
    "n": 7,
    "bad": 1,
    "severity": "warn",
    "samples": ["pitch: a sentence"],
}


def stage_row(stage: str, key: str, kind: str, sha: str, inputs: list[str]) -> dict[str, Any]:
    """The row of a stage that ran."""
    made = {"content_key": key, "input_shas": inputs, "output_sha": sha, "output_kind": kind, "status": "ok"}
    return {"stage": stage, "cpu_ms": 100.0, "tokens_in": 0, "tokens_out": 0, "degraded": [], "worker": "pid-1"} | made


def plan_for(home: Home, who: str, *, is_all: bool = False) -> Plan:
    """What would go with that person."""
    everybody = people(archive_of(home.settings), home.store)
    return of_persons(the_one(who, everybody, is_all=is_all), home.settings, asked_by="desk 4")


def command(home: Home, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`playbook erase` in that home."""
    variables = {"PLAYBOOK_HOME": str(home.settings.home), "PREFECT_PROFILES_PATH": "none", "HOME": str(home.settings.home)}
    line = [sys.executable, "-m", "playbook.cli", "erase", *arguments]
    return subprocess.run(line, env=variables, capture_output=True, text=True, check=False)
