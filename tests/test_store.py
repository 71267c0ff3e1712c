"""Artifacts, keys, journals and the ledger: whole or absent, loaded once, rebuilt at will."""

from __future__ import annotations

import errno
import os
import time
from datetime import datetime, timedelta, tzinfo

import pytest

from playbook.artifacts.document import ReadingNote
from playbook.commands.ledger import rebuild_ledger
from playbook.errors import StageFailure
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, KeyIndex
from playbook.store.journal import Journal
from playbook.store.ledger import damaged_journals, ledger, load_journals, rebuild
from playbook.store.leftovers import LEFT_SECONDS, sweep

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


def test_a_damaged_artifact_is_whole_again_when_it_is_stored_again(settings: Settings):
    store = BlobStore(settings.artifacts)
    sha = store.put_bytes(b"content")
    (settings.artifacts / sha[:2] / sha).write_bytes(b"cont")
    assert store.put_bytes(b"content") == sha
    assert store.get_bytes(sha) == b"content"


def test_a_full_disk_is_said_in_one_line_and_nothing_half_written_is_left(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StageFailure, match=r"store\.unwritable: found .*No space left on device; wanted .*; make room"):
        BlobStore(settings.artifacts).put_bytes(b"content")
    assert [path for path in settings.artifacts.rglob("*") if path.is_file()] == []


def test_what_a_killed_writer_left_is_swept_when_it_is_an_hour_old(settings: Settings):
    settings.artifacts.mkdir(parents=True)
    old, new = settings.artifacts / "a.1.partial", settings.artifacts / "b.2.partial"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 2 * LEFT_SECONDS,) * 2)
    assert sweep(settings.artifacts, "*.partial") == 1
    assert list(settings.artifacts.iterdir()) == [new]


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


def test_the_journal_of_a_process_that_is_gone_is_loaded_up_to_its_last_whole_line(settings: Settings):
    journal = Journal(settings.journals, "run1")
    journal.write("run", **RUN)
    journal._file.write(b'{"table": "stage_')
    journal._file.close()  # as a kill does
    with ledger(settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [("run1",)]
    assert [path.suffix for path in settings.journals.iterdir()] == [".ndjson"]


def test_of_a_run_the_row_at_its_end_counts(settings: Settings):
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN | {"status": "failed", "error_code": "run.stopped"})
        journal.write("run", **RUN)
    with ledger(settings) as connection:
        assert connection.execute("select status, error_code from ledger.run").fetchall() == [("ok", None)]


def test_a_row_that_the_disk_does_not_take_leaves_the_rows_before_it_whole(settings: Settings):
    journal = Journal(settings.journals, "run1")
    journal.write("run", **RUN)
    real = journal._file

    class Full:
        """A disk with room for ten bytes."""

        def write(self, content: memoryview) -> int:
            if len(content) > 10 and real.tell() == size:
                return real.write(content[:10])
            raise OSError(errno.ENOSPC, "No space left on device")

        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

    size = real.tell()
    journal._file = Full()  # type: ignore[assignment]
    with pytest.raises(StageFailure, match=r"store\.unwritable: found journal: No space left"):
        journal.write("run", **RUN)
    journal.close()
    with ledger(settings) as connection:
        assert connection.execute("select count(*) from ledger.run").fetchone() == (1,)


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_is_set_during_a_run_changes_no_span(settings: Settings, monkeypatch: pytest.MonkeyPatch, hours: int):
    with Journal(settings.journals, "run1") as journal:
        before = journal.now()

        class Set(datetime):
            """A clock that was set."""

            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:
                return datetime.now(tz) + timedelta(hours=hours)

        monkeypatch.setattr("playbook.store.journal.datetime", Set)
        assert timedelta() <= journal.now() - before < timedelta(minutes=1)


def test_a_journal_with_a_broken_row_leaves_nothing_behind(settings: Settings):
    settings.journals.mkdir(parents=True)
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
        journal.write("run", **(RUN | {"status": "no such status"}))
    with ledger(settings) as connection:
        assert connection.execute("select count(*) from ledger.run").fetchall() == [(0,)]
        assert damaged_journals(connection) == [f"run1.{journal.attempt}.ndjson"]


def test_a_journal_with_a_broken_row_stops_none_that_is_loaded_with_it(settings: Settings):
    settings.journals.mkdir(parents=True)
    for name, broken in (("run1", {}), ("run2", {"cpu_seconds": "a while"}), ("run3", {})):
        with Journal(settings.journals, name) as journal:
            journal.write("run", **(RUN | {"run_id": name} | broken))
    with ledger(settings) as connection:
        assert connection.execute("select run_id from ledger.run order by run_id").fetchall() == [("run1",), ("run3",)]
        assert [name[:4] for name in damaged_journals(connection)] == ["run2"]


def test_the_ledger_is_rebuilt_from_the_journals(settings: Settings):
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
    with ledger(settings):
        pass
    settings.ledger.unlink()
    with ledger(settings) as connection:
        assert connection.execute("select count(*) from ledger.run").fetchone() == (1,)
        assert load_journals(connection, settings.journals) == 0


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


def test_a_damaged_ledger_is_said_in_one_line_and_made_anew(settings: Settings):
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
    with ledger(settings):
        pass
    whole = settings.ledger.read_bytes()
    for place in (100, 4096 + 8, 8192 + 50, 12288 + 100):
        damaged = bytearray(whole)
        for offset in range(64):
            damaged[place + offset] ^= 0xFF
        settings.ledger.write_bytes(damaged)
        with (
            pytest.raises(StageFailure, match=r"ledger\.unreadable: .*; `playbook ledger rebuild`"),
            ledger(settings) as connection,
        ):
            connection.execute("select * from ledger.run").fetchall()
    assert rebuild(settings) == 1
    with ledger(settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [("run1",)]


def test_what_a_killed_rebuilding_left_is_made_anew_and_two_at_once_are_refused(settings: Settings):
    import subprocess
    import sys

    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
    fresh = settings.ledger.with_suffix(".rebuilding")
    fresh.write_bytes(b"half a database")
    assert rebuild(settings) == 1
    hold = f"import duckdb, sys; c = duckdb.connect({str(fresh)!r}); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StageFailure, match=r"ledger\.locked"):
            rebuild(settings)
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


def test_of_many_damaged_journals_some_are_named_and_the_others_counted_until_they_are_removed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    settings.journals.mkdir(parents=True)
    for number in range(5):
        (settings.journals / f"cut-{number}.ndjson").write_text('{"table": "run"')
    monkeypatch.setenv("PLAYBOOK_HOME", str(settings.home))
    assert rebuild_ledger(as_json=False) == 1
    named = "cut-0.ndjson, cut-1.ndjson, cut-2.ndjson, and 2 more"
    assert capsys.readouterr().err == f"5 journals cannot be read and are left out: {named}\n"
    for path in settings.journals.iterdir():
        path.unlink()
    assert rebuild_ledger(as_json=False) == 0
    assert capsys.readouterr().err == ""


def test_a_rebuilt_ledger_holds_what_the_journals_hold_whatever_the_old_one_was(settings: Settings):
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", **RUN)
    (journal_file,) = settings.journals.glob("*.ndjson")
    journal_file.rename(journal_file.with_suffix(".damaged"))  # by an older version, which did not know the table
    settings.ledger.write_bytes(b"no database")
    assert rebuild(settings) == 1
    with ledger(settings) as connection:
        assert connection.execute("select run_id from ledger.latest").fetchall() == [("run1",)]
