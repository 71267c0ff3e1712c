"""The command `compare`: two eval runs side by side."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from playbook.commands.application import application, settings
from playbook.store.evals import eval_store

if TYPE_CHECKING:
    from pathlib import Path


def compare_runs(a: str, b: str, *, report: Path | None, as_json: bool) -> int:
    """Print what differs between two runs, paired by example. Raises `Refusal` where they have nothing in common."""
    runs = application("evals.runs")
    with eval_store(settings()) as store:
        first, second = runs.find_run(store, a), runs.find_run(store, b)
    found = application("evals.compare").compare(first, second)
    if report:
        application("evals.reports.page").write_comparison(found, report)
        print(f"playbook: {report}", file=sys.stderr)
    if as_json:
        print(json.dumps(application("evals.reports.records").comparison(found), ensure_ascii=False, indent=1))
        return 0
    to = application("evals.reports.terminal").console()
    application("evals.reports.comparison").print_comparison(found, to)
    return 0
