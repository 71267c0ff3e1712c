"""The command `release`: a held batch is published all the same."""

from __future__ import annotations

import getpass
import json
import sys

from playbook.commands.application import application, settings
from playbook.commands.ledger import batch_of
from playbook.errors import PlaybookError, Refusal
from playbook.locations import Location, below, located
from playbook.store.ledger import ledger


def release_batch(batch: str, *, why: str, by: str | None, as_json: bool) -> int:
    """Publish what waits in a batch and print the folders.

    Raises `Refusal` where it is not held or nobody says why, and what kept the first row from being published.
    """
    chosen = settings()
    by = by if by is not None else _user()
    with ledger(chosen) as connection:
        found = batch_of(connection, batch)
    out = located(found["out"])
    published, unpublished = application("flows.release").release(found, chosen, by=by, why=why)
    _report(found["batch_id"], out)
    if as_json:
        print(json.dumps({"batch": found["batch_id"], "released_by": by, "why": why, "rows": list(published)}, indent=1))
    else:
        print(*(below(out, row_id) for row_id in published), sep="\n")
    print(f"batch {found['batch_id']}: {len(published)} playbooks are published", file=sys.stderr)
    for error in unpublished.values():
        raise error
    return 0


def _report(batch_id: str, out: Location) -> None:
    """The report of the batch as it is now; without one the playbooks are published all the same."""
    try:
        application("flows.batch_report").write_report(batch_id, settings(), out)
    except (PlaybookError, OSError) as error:
        print(f"no report: {error}", file=sys.stderr)


def _user() -> str:
    """The user of this system. Raises `Refusal` where it has no name, as in some containers."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise Refusal(
            "release.unnamed", found="a user without a name", wanted="who releases the batch", remedy="give --by NAME"
        ) from error
