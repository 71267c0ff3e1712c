"""The page of a batch: every count, cause and time that the ledger has, and nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from flows.batch_report import REPORT, write_report
from playbook.settings import Settings
from playbook.store.journal import Journal

RUN = {
    "candidate_key": "c" * 64,
    "company": "Acme",
    "model": "embedded",
    "version": "0",
    "started_at": "2026-11-23T00:00:00+00:00",
    "finished_at": "2026-11-23T00:00:04+00:00",
    "cpu_seconds": 3.0,
    "tokens_in": 0,
    "tokens_out": 0,
    "cost_usd": 0.25,
}
STAGE = {
    "content_key": "k",
    "input_shas": [],
    "cpu_ms": 1500.0,
    "tokens_in": 0,
    "tokens_out": 0,
    "cost_usd": 0.25,
    "worker": "w",
}
BATCH = {
    "manifest": "night.csv",
    "manifest_sha": "m",
    "out": "out",
    "model": "embedded",
    "made_for": "2026-11-23",
    "version": "0",
}


def night(settings: Settings, batch_id: str, day: int, *, delivered: int, failed: int) -> None:
    """The journals of a batch: rows delivered with a degraded line, rows that failed in `match`, one that crashed."""
    outcomes = []
    for number in range(delivered + failed):
        is_good = number < delivered
        run_id = f"{batch_id}-{number}"
        code = None if is_good else "match.failed"
        with Journal(settings.journals, run_id) as journal:
            journal.write("stage_run", **STAGE, stage="match", status="ok" if is_good else "failed", error_code=code,
                          degraded=["match: /x: too long"] if is_good else [])  # fmt: skip
            journal.write("check_result", stage="match", rule="resume-ids", engine="pandera", severity="block", ok=is_good,
                          n=4, bad=int(not is_good), samples=[])  # fmt: skip
            journal.write(
                "run", **RUN, batch_id=batch_id, row_id=str(number), status="ok" if is_good else "failed", error_code=code
            )
        status = "delivered" if is_good else "failed"
        outcomes.append({"row_id": str(number), "run_id": run_id, "status": status, "error_code": code, "cost_usd": 0.25})
    outcomes.append({"row_id": "crash", "run_id": None, "status": "failed", "error_code": "row.crashed", "cost_usd": 0.0})
    with Journal(settings.journals, batch_id) as journal:
        for outcome in outcomes:
            journal.write("batch_row", batch_id=batch_id, **outcome, executed=1, cached=0, seconds=4.0, error="<b>why</b>")
        journal.write(
            "batch", **BATCH, batch_id=batch_id, requested_at=f"2026-11-{day}T00:00:00+00:00",
            finished_at=f"2026-11-{day}T01:00:00+00:00", planned=len(outcomes), delivered=delivered, failed=failed + 1,
            held=0, refused=0,
        )  # fmt: skip


def test_the_page_has_counts_causes_times_costs_checks_and_earlier_nights(settings: Settings, tmp_path: Path):
    night(settings, "before", 21, delivered=5, failed=0)
    night(settings, "now", 23, delivered=3, failed=2)
    write_report("now", settings, tmp_path)
    page = (tmp_path / REPORT).read_text()
    rows = [re.sub(r"<[^>]+>", "|", line) for line in page.splitlines()]
    text = re.sub(r"\|+", "|", " ".join(rows))
    for wanted in (
        "|delivered|3|",
        "|failed|3|",
        "|match|failed|match.failed|2|",
        "||failed|row.crashed|1|".replace("||", "|"),
        "|match|3|1.50|1.50|4.50|0.7500|",
        "|match|3|",
        "|resume-ids|block|5|2|",
        "|before|",
    ):
        assert wanted in text, wanted
    assert page.count("<svg") >= 3


def test_the_page_loads_nothing_and_shows_messages_as_text(settings: Settings, tmp_path: Path):
    night(settings, "now", 23, delivered=1, failed=1)
    write_report("now", settings, tmp_path)
    page = (tmp_path / REPORT).read_text()
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|<script", page)
    assert "&lt;b&gt;why&lt;/b&gt;" in page
