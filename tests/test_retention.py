"""What is older than an age goes, what newer runs share stays, and the ledger keeps counting."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from erasure_cases import Home

from playbook.commands.erase import carry_out
from playbook.erasure import plan as plans
from playbook.store.erased import SUMS
from playbook.store.ledger import ledger

OLD = (datetime.now(UTC) - timedelta(days=100)).replace(microsecond=0).isoformat()
NEW = datetime.now(UTC).replace(microsecond=0).isoformat()
SUMS_OF = """
select count(*), sum(r.cost_usd), sum(r.tokens_in), sum(epoch(r.finished_at - r.started_at)), sum(s.ms), sum(c.bad)
from ledger.run r join (select run_id, attempt, sum(cpu_ms) as ms from ledger.stage_run group by all) s using (run_id, attempt)
join (select run_id, attempt, sum(bad) as bad from ledger.check_result group by all) c using (run_id, attempt)
"""


def retained(home: Home, days: int = 90, *, outputs: bool = False):
    return carry_out(plans.of_age(days, home.settings, asked_by="cron", has_folders=outputs), home.settings)


def test_old_runs_go_with_what_only_they_refer_to_and_their_sums_stay(home: Home):
    old, new = home.run("Ana Quill", "ana@example.com", ended=OLD), home.run("Ben Osgood", "ben@example.org", ended=NEW)
    with ledger(home.settings) as connection:
        before = connection.execute(SUMS_OF).fetchall()
    removed, proof = retained(home)
    assert (removed.runs, proof.left) == (1, [])
    assert home.shas[new] <= home.stored
    assert not (home.shas[old] - home.shas[new]) & home.stored
    with ledger(home.settings) as connection:
        assert connection.execute(SUMS_OF).fetchall() == before
        rows = connection.execute("select run_id, candidate_key, company, request_sha, finished_at from ledger.run").fetchall()
    (bare,) = (row for row in rows if row[0] != new)
    assert bare[1:4] == ("erased", "erased", None)
    assert bare[4].astimezone(UTC).date().isoformat() == OLD[:10]
    text = next(home.settings.journals.glob(f"{SUMS}*")).read_text(encoding="utf-8")
    assert "Ana" not in text
    assert old not in text


def test_a_second_retention_takes_nothing_more_and_counts_nothing_twice(home: Home):
    home.run("Ana Quill", "ana@example.com", ended=OLD)
    retained(home)
    with ledger(home.settings) as connection:
        once = connection.execute(SUMS_OF).fetchall()
    assert retained(home)[0].runs == 0
    with ledger(home.settings) as connection:
        assert connection.execute(SUMS_OF).fetchall() == once


@pytest.mark.parametrize("after", [0, 2, 3, 4])
def test_a_retention_that_was_cut_off_counts_nothing_twice(home: Home, monkeypatch: pytest.MonkeyPatch, after: int):
    """Three journals of sums are written, then three journals go: it dies before, among and between them."""
    from playbook.erasure import removal, rewriting
    from playbook.store.journal import Archive

    for number in range(3):
        home.run("Ana Quill", f"ana{number}@example.com", ended=OLD)
    with ledger(home.settings) as connection:
        before = connection.execute(SUMS_OF).fetchall()
    plan = plans.of_age(90, home.settings, asked_by="cron", has_folders=False)
    plans.save(plan, home.settings)
    monkeypatch.setattr(rewriting, "LINES", 1)
    put, written = Archive.put, []

    def dies(archive: Archive, name: str, lines: list[str]) -> None:
        if len(written) == after:
            raise KeyboardInterrupt
        written.append(name)
        put(archive, name, lines)

    with monkeypatch.context() as patch:
        patch.setattr(Archive, "put", dies)
        with pytest.raises(KeyboardInterrupt):
            removal.remove(plan, home.settings)
    (pending,) = plans.pending(home.settings)
    _, proof = carry_out(pending, home.settings)
    assert not proof.left
    with ledger(home.settings) as connection:
        assert connection.execute(SUMS_OF).fetchall() == before


def test_a_run_that_was_built_again_lately_is_not_old(home: Home):
    run = home.run("Ana Quill", "ana@example.com", ended=OLD)
    home.run("Ana Quill", "ana@example.com", run_id=run, ended=NEW)
    assert retained(home)[0].runs == 0


def test_batches_keep_their_nights_and_their_rows_lose_their_names(home: Home, tmp_path: Path):
    run = home.run("Ana Quill", "ana@example.com", batch=("b1", "ana"), ended=OLD)
    home.batch("b1", ("ana", run), out=tmp_path)
    query = "select batch_id, planned, delivered, failed, cost_usd, manifest from ledger.batch_latest"
    with ledger(home.settings) as connection:
        before = connection.execute(query).fetchall()
    retained(home)
    with ledger(home.settings) as connection:
        assert connection.execute(query).fetchall() == before
        ((row, known, stages),) = connection.execute(
            "select row_id, run_id, (select count(*) from ledger.stage_run s where s.run_id = w.run_id) from ledger.batch_run w"
        ).fetchall()
    assert row.startswith("erased-")
    assert known.startswith("erased-")
    assert stages == 4


@pytest.mark.parametrize("outputs", [False, True])
def test_delivered_files_are_the_users_unless_they_are_asked_for(home: Home, tmp_path: Path, outputs: bool):
    home.run("Ana Quill", "ana@example.com", out=tmp_path / "ana", ended=OLD)
    _, proof = retained(home, outputs=outputs)
    assert not proof.left
    assert (tmp_path / "ana").exists() != outputs


def test_a_person_whose_old_runs_have_gone_is_found_by_the_newer_ones(home: Home):
    from playbook.erasure.people import people, the_one

    home.run("Ana Quill", "ana@example.com", ended=OLD)
    new = home.run("Ana Quill", "ana@example.com", version="Utah", ended=NEW)
    retained(home)
    everybody = people(plans.archive_of(home.settings), home.store)
    (person,) = the_one("Ana Quill", everybody, is_all=False)
    assert person.runs == {new}
    _, proof = carry_out(plans.of_persons([person], home.settings, asked_by="desk"), home.settings)
    assert not proof.left
    assert not home.stored
