"""What `runs` and `show` tell of runs, as the ledger has them from journals."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playbook.commands.ledger import list_runs, show_run
from playbook.settings import Settings
from playbook.store.journal import Journal

KEPT = ["pitch: /spoken/0: the number 4 [/4] is in no fact", "pitch: program: other fields"]
TITLE = "Lines that kept the embedded words"


@pytest.fixture(autouse=True)
def _wide(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK_HOME", str(settings.home))
    monkeypatch.setenv("COLUMNS", "200")


def ran(settings: Settings, run_id: str, *, error: str | None = None, calls: int = 0, **stage: Any) -> None:
    """The journal of a run with one stage."""
    spent = {"calls": calls, "tokens_in": 5000 * calls, "tokens_out": 500 * calls, "cost_usd": 0.25 * calls}
    at = "2026-11-23T00:00:00+00:00"
    with Journal(settings.journals, run_id) as journal:
        journal.write(
            "run", candidate_key="c", company="Acme", model="m", version="0", status="failed" if error else "ok", error=error,
            started_at=at, finished_at=at, cpu_seconds=1.0, **spent,
        )  # fmt: skip
        made = {"status": "ok", "output_sha": "a" * 64, "output_kind": "Pitch", "degraded": []} | stage
        journal.write("stage_run", stage="pitch", content_key="k", input_shas=[], cpu_ms=1.0, worker="w", **made, **spent)


def shown(capsys: pytest.CaptureFixture[str], run_id: str) -> tuple[str, list[str]]:
    """What `show` prints, and the lines that its JSON has of the one stage."""
    show_run(run_id, as_json=False)
    table = capsys.readouterr().out
    show_run(run_id, as_json=True)
    (stage,) = json.loads(capsys.readouterr().out)["stages"]
    return table, stage["degraded"]


def test_show_names_each_line_that_kept_the_embedded_words_and_why(settings: Settings, capsys: pytest.CaptureFixture[str]):
    ran(settings, "made", calls=1, degraded=KEPT)
    table, lines = shown(capsys, "made")
    assert lines == KEPT
    assert TITLE in table
    assert "/spoken/0" in table
    assert "the number 4 [/4] is in no fact" in table


def test_a_stage_that_was_found_has_the_lines_of_when_it_was_made(settings: Settings, capsys: pytest.CaptureFixture[str]):
    ran(settings, "made", degraded=KEPT)
    ran(settings, "other", degraded=["pitch: /spoken/1: of another artifact"], output_sha="b" * 64)
    ran(settings, "found", status="cached")
    table, lines = shown(capsys, "found")
    assert lines == KEPT
    assert "the number 4 [/4] is in no fact" in table


def test_where_no_line_kept_the_embedded_words_nothing_is_said_of_it(settings: Settings, capsys: pytest.CaptureFixture[str]):
    ran(settings, "made")
    table, lines = shown(capsys, "made")
    assert lines == []
    assert TITLE not in table
    assert "tokens in/out" not in table


def test_runs_and_show_have_calls_tokens_and_cost_where_a_model_was_asked(
    settings: Settings, capsys: pytest.CaptureFixture[str]
):
    ran(settings, "asked", calls=3)
    list_runs(failed=False, since=None, as_json=False)
    for table in (capsys.readouterr().out, shown(capsys, "asked")[0]):
        assert "tokens in/out" in table
        (row,) = [line for line in table.splitlines() if "15000/1500" in line]
        assert {"3", "0.750000"} <= set(row.split())


def test_brackets_of_an_error_are_no_markup(settings: Settings, capsys: pytest.CaptureFixture[str]):
    ran(settings, "broken", error="found [/italic] and [bold]x")
    list_runs(failed=True, since=None, as_json=False)
    assert "found [/italic] and [bold]x" in capsys.readouterr().out
