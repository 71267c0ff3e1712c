"""Rows as Prefect task runs, in the flow run of their batch or shard. Imported only where Prefect is in use.

What a row does is the same function as without Prefect, in the same processes. Neither the flow nor its tasks take
parameters: rows name people, and Prefect would keep them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import wait
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Completed, Failed
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.tasks import exponential_backoff

from flows.manifest import Row
from flows.row_request import Outcome
from playbook.settings import EMBEDDED

HEALS = ("row.crashed", "store.unreachable")
"""Causes that may be gone in a minute: a neighbour that took the memory, a store that is not there. A refusal stays one.

A provider that is down is none of these: its sentences keep the draft's words, and the row is delivered.
"""
RETRIES = 2
FIRST_RETRY = 10
"""Seconds; the next one is twice as long, and each is stretched at random by up to half."""


def in_task_runs(build: Callable[[Row], Outcome], rows: Sequence[Row], jobs: int, *, model: str = EMBEDDED) -> None:
    """A task run for each row, so many at a time; those that ask a model have the tag of `model_tag`.

    `model` is asked for the rows that name none.
    """

    @task(
        name="build-row",
        cache_policy=NO_CACHE,
        persist_result=False,
        retries=RETRIES,
        retry_delay_seconds=exponential_backoff(FIRST_RETRY),
        retry_jitter_factor=0.5,
        retry_condition_fn=_may_heal,
    )
    def build_row(position: int) -> State[Any]:
        outcome = build(rows[position])
        if outcome.status in ("delivered", "passed"):
            return Completed(message=f"{outcome.id}: {outcome.executed} stages ran")
        return Failed(message=f"{outcome.id}: {outcome.status}, {outcome.error_code}")

    runner: Any = ThreadPoolTaskRunner(max_workers=jobs)  # its type is not the one that the decorator asks for

    @flow(name="build-rows", persist_result=False, task_runner=runner)
    def build_rows() -> None:
        wait([build_row.with_options(tags=_tags(row.model or model)).submit(at) for at, row in enumerate(rows)])

    # A heartbeat costs this run a second; the run around it has one.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        build_rows()


def model_tag(model: str) -> str:
    """The tag of task runs that ask this model: `prefect concurrency-limit create` caps them over all machines."""
    return f"model-{re.sub(r'[^a-z0-9.]+', '-', model.lower())}"


def _tags(model: str) -> list[str]:
    """None where no model is asked: each tag costs a request to the server."""
    return [] if model == EMBEDDED else [model_tag(model)]


def _may_heal(_task: object, _run: object, state: State[Any]) -> bool:
    return (state.message or "").endswith(HEALS)
