"""Letting a batch pass that is held: who, why and when go into the ledger, and what passed its own checks is published.

A release judges nothing again, and publishes no playbook that breaks a rule of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.gate import missing_of, passed_of, publish_rows
from playbook.errors import PlaybookError, Refusal
from playbook.locations import located
from playbook.settings import Settings
from playbook.store.journal import Journal
from playbook.store.ledger import ledger

SHOWN = 3
"""Runs that a refusal names."""


def release(
    found: Mapping[str, Any], settings: Settings, *, by: str, why: str
) -> tuple[tuple[str, ...], dict[str, PlaybookError]]:
    """Publish what waits in a held batch, by its row in `ledger.batch_latest`.

    Ids of the rows that are published, and why others could not be: the batch stays held until a release has published
    all. Raises `Refusal`, before anything is published, where it is not held, has nothing to publish, or lacks files.
    """
    batch_id, out = found["batch_id"], located(found["out"])
    _check(found, by, why)
    with ledger(settings) as connection:
        rows = passed_of(connection, batch_id)
    if not rows:
        raise Refusal(
            "release.nothing",
            found=f"no playbook in batch {batch_id} that passed its own checks and waits",
            wanted="one or more",
            remedy=f"`playbook rerun --failed --batch {batch_id}` builds what is not delivered",
        )
    missing = missing_of(rows, settings)
    if missing:
        raise Refusal(
            "release.artifacts-missing",
            found=f"{len(missing)} of {len(rows)} playbooks with files that the store lacks: {', '.join(missing[:SHOWN])}",
            wanted="every file of every playbook; nothing was published",
            remedy="`playbook rerun RUN` makes each anew, then release again",
        )
    with Journal(settings.journals, batch_id, settings.shared_journals) as journal:
        published, unpublished = publish_rows(rows, batch_id, out, settings, journal)
        if not unpublished:
            journal.write("decision", batch_id=batch_id, decision="released", decided_by=by, why=why)
    return published, unpublished


def _check(found: Mapping[str, Any], by: str, why: str) -> None:
    """Refuse what is not to be released, and who does not say why."""
    batch_id, decision = found["batch_id"], found["decision"]
    if not why.strip() or not by.strip():
        raise Refusal(
            "release.unexplained", found=f"by {by!r}, why {why!r}", wanted="a name and a reason", remedy="give --by and --why"
        )
    if decision == "held":
        return
    if decision == "released":
        state = f"released by {found['decided_by']} on {found['decided_at']:%Y-%m-%d %H:%M}"
        remedy = "nothing is left to do"
    elif found["gate"] == "hold" and decision is None:
        state, remedy = "not judged: it runs, or was stopped", f"`playbook rerun --failed --batch {batch_id}` judges it"
    else:
        state, remedy = "published", "`playbook runs --batch` shows what of it is not delivered"
    raise Refusal("release.not-held", found=f"batch {batch_id}, {state}", wanted="a batch that is held", remedy=remedy)
