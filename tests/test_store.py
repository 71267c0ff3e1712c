"""Artifacts, keys, journals and the ledger: whole or absent, loaded once, rebuilt at will."""

from __future__ import annotations

import pytest

from playbook.artifacts.document import ReadingNote
from playbook.errors import StageFailure
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, KeyIndex
from playbook.store.journal import Journal
from playbook.store.ledger import damaged_journals, ledger, load_journals, rebuild

RUN = {
    "candidate_key": "c" * 64,
    "company": "Amazon",
    "model": "embedded",
    "version": "0",
    "status": "ok",
    "started_at": "2026-11-23T00:00:00+00:00",
    "finished_at": "2026-11-23T00:00:01+00:00",
    "cpu_seconds": 1.0,
    "tokens_in": 0,
    "tokens_out": 0,
}


def test_an_artifact_comes_back_as_it_was_stored(settings: Settings):
    store = BlobStore(settings.artifacts)
    note = ReadingNote(code="x", message="é")
    ref = store.put(note)
    assert store.get(ref, ReadingNote) == note
    assert ref.kind == "ReadingNote"


def test_the_same_content_is_stored_once(settings: Settings):
    store = BlobStore(settings.artifacts)
    assert store.put_bytes(b"same") == store.put_bytes(b"same")
    assert sum(path.is_file() for path in settings.artifacts.rglob("*")) == 1


def test_a_damaged_artifact_is_a_failure_and_counts_as_absent(settings: Settings):
    store = BlobStore(settings.artifacts)
    sha = store.put_bytes(b"content")
    (settings.artifacts / sha[:2] / sha).write_bytes(b"contenX")
    assert not store.has(sha)
    with pytest.raises(StageFailure, match=r"store\.damaged"):
        store.get_bytes(sha)


def test_an_unreadable_key_record_is_no_record(settings: Settings):
    keys = KeyIndex(settings.keys)
    keys.put("ab12", {"sha": "s", "kind": "K"})
    assert keys.get("ab12") == {"sha": "s", "kind": "K"}
    (settings.home / "keys" / "ab" / "ab12.json").write_text("{")
    assert keys.get("ab12") is None


def test_a_journal_is_loaded_once_and_only_when_it_is_finished(settings: Settings):
    journal = Journal(settings.journals, "run1")
    journal.write("run", **RUN)
    with ledger(settings) as connection:
        assert connection.execute("select count(*) from ledger.run").fetchone() == (0,)
    journal.close()
    for _ in range(2):
        with ledger(settings) as connection:
            assert connection.execute("select run_id, company from ledger.run").fetchall() == [("run1", "Amazon")]


def test_a_journal_with_a_broken_row_leaves_nothing_behind(settings: Settings):
    settings.journals.mkdir(parents=True)
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
        journal.write("run", **(RUN | {"status": "no such status"}))
    with ledger(settings) as connection:
        assert connection.execute("select count(*) from ledger.run").fetchall() == [(0,)]
        assert damaged_journals(connection) == [f"run1.{journal.attempt}.ndjson"]


def test_the_ledger_is_rebuilt_from_the_journals(settings: Settings):
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
    with ledger(settings):
        pass
    settings.ledger.unlink()
    with ledger(settings) as connection:
        assert connection.execute("select count(*) from ledger.run").fetchone() == (1,)
        assert load_journals(connection, settings.journals) == 0


def test_an_edited_migration_is_refused(settings: Settings):
    with ledger(settings) as connection:
        connection.execute("update meta_schema set sha256 = 'other'")
    with pytest.raises(StageFailure, match=r"ledger\.migration-edited"), ledger(settings):
        pass


def test_a_ledger_that_another_process_holds_is_reported_in_one_line(settings: Settings):
    import subprocess
    import sys

    settings.home.mkdir(parents=True)
    hold = f"import duckdb, sys; c = duckdb.connect({str(settings.ledger)!r}); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StageFailure, match=r"ledger\.locked"), ledger(settings, patience_seconds=0.2):
            pass
        assert holder.stdin is not None
        holder.stdin.close()


def test_a_damaged_journal_is_left_out_by_name_and_stops_no_other(settings: Settings):
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
    (settings.journals / "cut.ndjson").write_text('{"table": "run"')
    (settings.journals / "strange.ndjson").write_text('{"table": "none"}\n')
    (settings.journals / "thin.ndjson").write_text('{"table": "run", "run_id": "x", "attempt": "y"}\n')
    with ledger(settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [("run1",)]
        assert damaged_journals(connection) == ["cut.ndjson", "strange.ndjson", "thin.ndjson"]


def test_a_rebuilt_ledger_holds_what_the_journals_hold_whatever_the_old_one_was(settings: Settings):
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
    (journal_file,) = settings.journals.glob("*.ndjson")
    journal_file.rename(journal_file.with_suffix(".damaged"))  # by an older version, which did not know the table
    settings.ledger.write_bytes(b"no database")
    assert rebuild(settings) == 1
    with ledger(settings) as connection:
        assert connection.execute("select run_id from ledger.latest").fetchall() == [("run1",)]
