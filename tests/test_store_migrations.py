"""The ledger is brought from one schema to the next: what it held stays, and a migration that was edited is refused."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from playbook.commands.ledger import batch_of
from playbook.errors import StageFailure
from playbook.settings import Settings
from playbook.store.database import migrate, open_database
from playbook.store.ledger import LEDGER, ledger


def test_an_edited_migration_is_refused(settings: Settings):
    with ledger(settings) as connection:
        connection.execute("update meta_schema set sha256 = 'other'")
    with pytest.raises(StageFailure, match=r"ledger\.migration-edited"), ledger(settings):
        pass


def test_a_ledger_of_before_keeps_its_batches_and_results(settings: Settings, tmp_path: Path):
    before = tmp_path / "before"
    before.mkdir()
    for path in LEDGER.migrations.glob("00[1-4]_*.sql"):
        shutil.copy(path, before)
    connection = open_database(LEDGER, settings.ledger, 0.0)
    migrate(replace(LEDGER, migrations=before), connection)
    connection.execute(
        "insert into ledger.batch_row values ('b', 'a', 'r', 'x', 'held', 'held.x', 'why', 3, 4, 5.0, 0.25, now());"
        "insert into ledger.check_result values ('x', 'a', 'match', 'resume-ids', 'pandera', 'block', true, 4, 0, [], now());"
        "insert into ledger.batch values ('b', 'a', now(), now(), 'm', 's', 'o', 'embedded', '2026-11-23', '0', null, 1, 0, 0, 1, "
        "0, now())"
    )
    connection.close()
    with ledger(settings) as connection:
        row_now = batch_of(connection, "b")
        results = connection.execute("select rule, n, batch_id from ledger.check_result").fetchall()
    assert (row_now["planned"], row_now["held"], row_now["passed"], row_now["gate"]) == (1, 1, 0, None)
    assert float(row_now["cost_usd"]) == 0.25
    assert results == [("resume-ids", 4, None)]
