"""Batches that wait to be judged, for tests of the gate: the good rows, what the expectations may say, and what is found after."""

from __future__ import annotations

from pathlib import Path

from batch_cases import batch, manifest, row

from flows.batch_row import build_row
from flows.build_batch import Done, build_batch
from flows.expectations import Judged, Verdict
from flows.row_request import Outcome, RowRequest
from playbook.commands.ledger import batch_of
from playbook.settings import Settings
from playbook.store.ledger import ledger

GOOD = ("luis-herrera", "amara-okafor")
MET = Verdict(level="met", results=(Judged(rule="rows-ended", severity="block", ok=True, n=2),))
BROKEN = Verdict(
    level="held",
    why="failures-few: 2 of 32",
    results=(Judged(rule="failures-few", severity="block", ok=False, n=32, bad=2, observed=0.0625),),
)
ALARM = Verdict(level="alarm", why="fit-spreads: 1")
LOST = Verdict(level="not judged", why="the process of the expectations: it died (exit -9)")


class Here:
    """Builds rows in this process: no test of the gate is about theirs."""

    def __init__(self, **_: object) -> None:
        """Nothing here hangs."""

    def build(self, request: RowRequest) -> Outcome:
        """The outcome of a row."""
        return build_row(request)

    def close(self) -> None:
        """There is nothing to end."""


def waited(settings: Settings, folder: Path, *rows: dict[str, str], **options: object) -> Done:
    """A batch of the good rows, or of these, that waits."""
    path = manifest(folder, *(rows or map(row, GOOD)))
    return build_batch(batch(path, folder / "out", gate="hold", **options), settings)


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return [path.name for path in folder.iterdir()]


def found(settings: Settings, batch_id: str) -> dict:
    """The batch as the ledger has it."""
    with ledger(settings) as connection:
        return batch_of(connection, batch_id)
