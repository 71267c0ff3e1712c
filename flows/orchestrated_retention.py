"""Retention as a Prefect flow: what is older than an age goes, on whatever schedule the deployment has.

Imported only where Prefect is in use. What goes, and the proof that it is gone, is the command's (`playbook.commands.erase`).
"""

from __future__ import annotations

from dataclasses import asdict

from prefect import flow
from prefect.artifacts import create_table_artifact

from playbook.commands.erase import carry_out, retention, user
from playbook.erasure import plan as plans
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.occupancy import alone


@flow(name="erase-expired", retries=3, retry_delay_seconds=1800, validate_parameters=True)
def erase_expired(days: int | None = None, outputs: bool = False) -> int:  # noqa: FBT001, FBT002  Prefect hands parameters by name
    """Remove runs that were last heard of more than `days` ago (default: PLAYBOOK_RETENTION_DAYS); how many there were.

    Finishes erasures that were interrupted, too. Fails where something is left, and waits for half an hour, three times,
    where a batch is at work. An age of no day, which would take everything, is refused.
    """
    if days is not None and days < 1:
        raise Refusal("age.invalid", found=f"{days} days", wanted="1 or more", remedy="correct days, or leave it out")
    settings = Settings()
    by = user()
    with alone(settings.journals):
        waiting = [*plans.pending(settings), *plans.returned(settings, asked_by=by)]
        old = plans.of_age(retention(settings) if days is None else days, settings, asked_by=by, has_folders=outputs)
        done = [carry_out(plan, settings) for plan in (*waiting, old) if plan.runs]
    rows = [asdict(removed) | {"left": len(proof.left)} for removed, proof in done]
    create_table_artifact(rows, key="erase-expired", description="How much was removed, and how much of it was found again")
    left = sum(len(proof.left) for _, proof in done)
    if left:
        raise StageFailure(
            "erase.left",
            found=f"{left} traces of what was removed",
            wanted="none",
            remedy="`playbook erase` names them, and searches again",
        )
    return sum(removed.runs for removed, _ in done)
