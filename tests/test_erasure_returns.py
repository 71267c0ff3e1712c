"""What comes back after an erasure: a copy is recognised and removed again, a new application is built like anybody's."""

from __future__ import annotations

from pathlib import Path

from erasure_cases import ANA, BEN, Home, command, plan_for

from playbook.commands.erase import carry_out
from playbook.store.ledger import ledger, returned_journals


def returned(home: Home) -> list[str]:
    with ledger(home.settings) as connection:
        return returned_journals(connection)


def test_a_journal_that_comes_back_from_a_copy_is_recognised_not_loaded_and_removed_again(home: Home, tmp_path: Path):
    ana = home.run(*ANA)
    ben = home.run(*BEN)
    home.batch("b1", ("ana", ana), ("ben", ben), out=tmp_path)
    copies = {path: path.read_bytes() for path in home.settings.journals.glob("*.ndjson") if not path.name.startswith(ben)}
    artifacts = {sha: home.store.get_bytes(sha) for sha in home.shas[ana]}
    carry_out(plan_for(home, ana), home.settings)
    for path, content in copies.items():
        path.write_bytes(content)
    for content in artifacts.values():
        home.store.put_bytes(content)
    home.settings.ledger.unlink()
    with ledger(home.settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [(ben,)]
    assert len(returned(home)) == 2
    done = command(home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not returned(home)
    assert not (home.shas[ana] - home.shas[ben]) & home.stored
    with ledger(home.settings) as connection:
        rows = connection.execute("select row_id from ledger.batch_row order by row_id").fetchall()
    assert [row[0][:6] for row in rows] == ["ben", "erased"]


def test_whoever_comes_again_after_an_erasure_is_built_and_loaded_like_anybody(home: Home):
    carry_out_of = home.run(*ANA)
    carry_out(plan_for(home, carry_out_of), home.settings)
    home.run(*ANA, run_id=carry_out_of, ended="2099-01-01T00:00:00+00:00")
    with ledger(home.settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [(carry_out_of,)]


def test_a_row_that_was_another_persons_before_is_not_taken_for_one_that_came_back(home: Home, tmp_path: Path):
    ben = home.run(*BEN, batch=("b1", "7"))
    ana = home.run(*ANA, batch=("b1", "7"))
    home.batch("b1", ("7", ben), out=tmp_path)
    carry_out(plan_for(home, ana), home.settings)
    home.settings.ledger.unlink()
    with ledger(home.settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [(ben,)]
    assert not returned(home)
