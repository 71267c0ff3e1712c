"""Artifacts, keys, journals and the ledger: whole or absent, loaded once, rebuilt at will."""

from __future__ import annotations

import pytest

from playbook.artifacts.document import ReadingNote
from playbook.errors import StageFailure
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, KeyIndex
from playbook.store.journal import Journal
from playbook.store.ledger import ledger, load_journals

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
    keys = KeyIndex(settings.home / "keys")
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
    with pytest.raises(Exception, match="CHECK"), ledger(settings):
        pass
    for path in settings.journals.iterdir():
        path.unlink()
    with ledger(settings) as connection:
        assert connection.execute("select count(*) from ledger.run").fetchone() == (0,)


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
