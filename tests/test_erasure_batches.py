"""A person is erased from batches: counts stay, rows lose their names, and reports and manifests tell no more of them."""

from __future__ import annotations

from pathlib import Path

from erasure_cases import ANA, BEN, Home, plan_for

from playbook.commands.erase import carry_out
from playbook.erasure import plan as plans
from playbook.store.journal import Journal
from playbook.store.ledger import ledger


def test_a_batch_keeps_its_counts_and_the_row_has_no_name_any_more(home: Home, tmp_path: Path):
    ana = home.run(*ANA, batch=("b1", "ana-maria-quill"), out=tmp_path / "out" / "ana-maria-quill")
    ben = home.run(*BEN, batch=("b1", "ben"))
    home.batch("b1", ("ana-maria-quill", ana), ("ben", ben), out=tmp_path / "out", manifest="/for/ana maria quill.csv")
    before = _batch(home)
    _, proof = carry_out(plan_for(home, ana), home.settings)
    assert not proof.left
    assert _batch(home) == before
    with ledger(home.settings) as connection:
        rows = connection.execute("select row_id, run_id, status from ledger.batch_outcome order by row_id").fetchall()
        assert connection.execute("select distinct manifest from ledger.batch").fetchall() == [("erased",)]
    assert rows[0] == ("ben", ben, "delivered")
    assert (rows[1][0][:7], rows[1][1][:7], rows[1][2]) == ("erased-", "erased-", "delivered")


def test_a_row_that_was_refused_before_it_was_a_run_loses_its_name_and_its_error(home: Home, tmp_path: Path):
    home.run(*ANA)
    home.batch("b1", ("Quill_Ana-Maria", None), ("ben", None), out=tmp_path)
    _, proof = carry_out(plan_for(home, "ana maria quill"), home.settings)
    assert not proof.left
    with ledger(home.settings) as connection:
        errors = dict(connection.execute("select row_id, error from ledger.batch_row").fetchall())
    assert errors["ben"] is not None
    assert None in errors.values()


def _batch(home: Home) -> list[tuple[object, ...]]:
    with ledger(home.settings) as connection:
        return connection.execute(
            "select batch_id, planned, delivered, failed, held, refused, cost_usd from ledger.batch_latest"
        ).fetchall()


def test_what_is_run_again_of_a_batch_leaves_out_whoever_was_erased(home: Home, tmp_path: Path):
    from batch_cases import manifest, row

    from flows.rerun import undelivered
    from playbook.commands.ledger import batch_of

    path = manifest(tmp_path, row("luis-herrera", id="ana"), row("luis-herrera", id="ben"))
    ana = home.run(*ANA, batch=("b1", "ana"))
    home.batch("b1", ("ana", ana), ("ben", None), out=tmp_path, manifest=str(path))
    carry_out(plan_for(home, ana), home.settings)
    with ledger(home.settings) as connection:
        assert undelivered(connection, batch_of(connection, "b1"), None).only == {"ben"}


def test_the_report_of_a_batch_is_written_anew_without_the_person(home: Home, tmp_path: Path):
    from flows.batch_report import REPORT, write_report

    home.run(*ANA)
    home.batch("b1", ("ana-maria-quill", None), ("ben", None), out=tmp_path)
    report = write_report("b1", home.settings, tmp_path)
    assert "ana-maria-quill" in report.read_text(encoding="utf-8")
    carry_out(plan_for(home, "ana maria quill"), home.settings)
    text = (tmp_path / REPORT).read_text(encoding="utf-8")
    assert "ana-maria-quill" not in text
    assert "ben" in text


def test_what_other_journals_say_of_a_row_has_the_same_new_name_and_a_batchs_own_words_lose_the_person(
    home: Home, tmp_path: Path
):
    """Tables of other versions as well: whatever has the id of a row is renamed alike, and what quotes the person is replaced."""
    ana = home.run(*ANA, batch=("b1", "7"))
    home.batch("b1", ("7", ana), ("8", None), out=tmp_path)
    with Journal(home.settings.journals, "b1") as journal:
        journal.write("publication", batch_id="b1", row_id="7", run_id=ana)
        journal.write("check_result", run_id=None, batch_id="b1", samples=["rows 7, 8", "rows 70"])
        journal.write("decision", run_id=None, batch_id="b1", why="Ana Maria Quill asked for it")
    carry_out(plan_for(home, ana), home.settings)
    rows = {row["table"]: row for row in plans_rows(home) if row.get("batch_id") == "b1" and row.get("row_id") != "8"}
    assert rows["publication"]["row_id"] == rows["batch_row"]["row_id"] != "7"
    assert rows["publication"]["run_id"] == rows["batch_row"]["run_id"] != ana
    assert rows["check_result"]["samples"] == ["erased", "rows 70"]
    assert rows["decision"]["why"] == "erased"
    assert rows["batch"]["out"] == str(tmp_path)


def plans_rows(home: Home) -> list[dict[str, object]]:
    from playbook.erasure.lineage import rows

    return list(rows(plans.archive_of(home.settings)))
