"""Beyond one machine: PostgreSQL, a Prefect server, the workers of two machines that share a store, and what befalls them.

`make scale-test` plays these scenes in their order, each on what those before it left.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml
from batch_cases import manifest, row
from cluster import Cluster, cluster, kill_machine, postgres_binaries, until
from conftest import COMPANIES, SAMPLES
from s3_server import INSTALLED

from flows.publication import FILES
from playbook.locations import below, opened
from playbook.settings import CHECKOUT, Settings
from playbook.store.ledger import ledger

WHY = "needs PostgreSQL and the extras `scale` and `s3`: `make scale-test`"
pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(not (postgres_binaries() and INSTALLED and find_spec("prefect")), reason=WHY),
]
NAME = "luis-herrera"
ON = "2026-11-23"
FINAL = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
MINUTES = 60.0


class Town:
    """The cluster with its workers, and what one asks of it."""

    def __init__(self, parts: Cluster) -> None:
        from prefect.client.orchestration import get_client

        self.parts = parts
        self.client = get_client(sync_client=True)
        self.out = parts.folder / "out"
        self.workers: dict[str, Any] = {}

    def settings(self, machine: str = "one") -> Settings:
        """Those of a machine."""
        home = self.parts.home(machine)
        return Settings(home=Path(home["PLAYBOOK_HOME"]), store=home["PLAYBOOK_STORE"], _env_file=None)

    def started(self, deployment: str, **parameters: Any) -> UUID:
        """A run of a deployment, as somebody starts it in the UI."""
        found = self.client.read_deployment_by_name(deployment)
        return self.client.create_flow_run_from_deployment(found.id, parameters=parameters).id

    def ended(self, run: UUID, seconds: float = 3 * MINUTES) -> Any:
        """The flow run when it has ended."""
        return until(f"flow run {run} ends", lambda: self._final(run), seconds)

    def _final(self, run: UUID) -> Any:
        found = self.client.read_flow_run(run)
        return found if found.state and found.state.type.value in FINAL else None

    def runs(self, deployment: str) -> list[Any]:
        """The flow runs of a deployment, oldest first."""
        found = self.client.read_deployment_by_name(deployment)
        runs = [run for run in self.client.read_flow_runs(limit=200) if run.deployment_id == found.id]
        return sorted(runs, key=lambda run: run.created)

    def artifacts(self, run: UUID) -> dict[str, str]:
        """Key to data of the artifacts of a flow run."""
        return {one.key: str(one.data) for one in self.client.read_artifacts(limit=200) if one.flow_run_id == run}

    def log(self, worker: str) -> str:
        """What a worker and its flow runs have said."""
        return (self.parts.folder / f"{worker}.log").read_text()

    def asked(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the ledger, as the first machine sees it."""
        with ledger(self.settings()) as connection:
            return connection.execute(query, list(values)).fetchall()


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    """The cluster, deployed as `make deploy` does."""
    with cluster() as parts, pytest.MonkeyPatch.context() as patch:
        for name, value in parts.environment.items():
            patch.setenv(name, value)
        parts.run(
            "make",
            "-o",
            ".venv/test.stamp",
            "deploy",
            f"WEBHOOK={parts.receiver.url}",
            "LOST_AFTER=75",
        )
        made = Town(parts)
        for machine, pool in (("one", "default"), ("one", "shards"), ("two", "shards")):
            made.workers[f"{machine}-{pool}"] = parts.worker(machine, pool)
        with made.client:
            yield made


def test_every_deployment_is_there_with_a_form_and_no_night_runs_before_somebody_says_so(town: Town):
    declared = yaml.safe_load((CHECKOUT / "prefect.yaml").read_text())["deployments"]
    found = {one.name: one for one in town.client.read_deployments()}
    automations = {one.name for one in town.client.read_automations()}
    assert automations == {one["name"] for one in yaml.safe_load((CHECKOUT / "automations.yaml").read_text())["automations"]}
    assert {one["name"] for one in declared} == set(found)
    form = found["build-playbook"].parameter_openapi_schema["properties"]
    assert {"resume", "job", "company", "model", "on"} <= set(form)
    assert all(one.enforce_parameter_schema and one.tags == ["interview-playbook"] for one in found.values())
    assert {one.job_variables["env"]["PREFECT_FLOWS_HEARTBEAT_FREQUENCY"] for one in found.values()} == {"30"}
    (nightly,) = found["build-batch"].schedules
    assert (nightly.active, nightly.schedule.cron, nightly.schedule.timezone) == (False, "0 1 * * *", "Europe/Berlin")


def test_a_parameter_of_the_wrong_type_is_refused_before_a_run_exists(town: Town):
    from prefect.exceptions import PrefectHTTPStatusError

    with pytest.raises(PrefectHTTPStatusError, match="409"):
        town.started("build-batch/build-batch", manifest="night.csv", out="out", jobs="many")
    assert town.runs("build-batch/build-batch") == []


@pytest.mark.parametrize("kind", ["docker", "kubernetes"])
def test_the_server_takes_the_declarations_for_containers_and_holds_them_to_the_schema_of_the_pool(town: Town, kind: str):
    from prefect.client.schemas.actions import WorkPoolCreate

    views = town.client.request("GET", "/collections/views/aggregate-worker-metadata").json()
    template = next(one[kind]["default_base_job_configuration"] for one in views.values() if kind in one)
    town.client.create_work_pool(WorkPoolCreate(name=kind, type=kind, base_job_template=template))
    town.parts.run("prefect", "--no-prompt", "deploy", "--all", "--prefect-file", f"prefect.{kind}.yaml")
    variables = town.client.read_deployment_by_name(f"build-shard/{kind}").job_variables
    assert set(variables) <= set(template["variables"]["properties"])


@pytest.fixture(scope="module")
def cron(town: Town) -> Any:
    """The first run that a cron schedule makes, of a night with a row that is refused."""
    from prefect.client.schemas.schedules import CronSchedule

    path = manifest(town.parts.folder / "cron", row(NAME), row(NAME, id="poem", resume="poem.txt"))
    found = town.client.read_deployment_by_name("build-batch/build-batch")
    parameters = {"manifest": str(path), "out": str(town.out / "cron"), "on": ON, "jobs": 1}
    every_minute = CronSchedule(cron="* * * * *", timezone="Europe/Berlin").model_dump(mode="json")
    (made,) = town.client.request(
        "POST",
        "/deployments/{id}/schedules",
        path_params={"id": found.id},
        json=[{"schedule": every_minute, "active": True, "parameters": parameters}],
    ).json()
    run = until("cron makes a run that a worker takes", lambda: _begun(town), 3 * MINUTES)
    one = {"id": found.id, "schedule_id": made["id"]}
    town.client.request("DELETE", "/deployments/{id}/schedules/{schedule_id}", path_params=one)
    return town.ended(run.id)


def _begun(town: Town) -> Any:
    runs = town.runs("build-batch/build-batch")
    return next((run for run in runs if run.state_type.value == "RUNNING" or run.state_type.value in FINAL), None)


def test_a_cron_schedule_makes_a_run_and_a_worker_takes_it(town: Town, cron: Any):
    assert cron.auto_scheduled
    assert cron.state_type.value == "COMPLETED"
    assert sorted(file.name for file in (town.out / "cron" / NAME).iterdir()) == sorted(FILES)


def test_the_report_of_a_night_stands_in_the_api(town: Town, cron: Any):
    found = until("the artifacts are there", lambda: _whole(town.artifacts(cron.id)), MINUTES)
    assert "| delivered | 1 |" in found["batch"]
    assert "resume.too-short" in found["batch-not-delivered"]
    assert "batch-report.html" in found["batch-report"]
    assert found["batch-progress"] == "100.0"


def _whole(found: dict[str, str]) -> dict[str, str] | None:
    return found if {"batch", "batch-not-delivered", "batch-report", "batch-progress"} <= set(found) else None


def test_an_automation_tells_a_webhook_of_rows_that_were_not_delivered(town: Town, cron: Any):
    told = until("the webhook is called", lambda: town.parts.receiver.messages, MINUTES)
    assert told[0]["text"].startswith("playbook.batch.undelivered: batch 20261123-")
    assert "1 of 2 delivered" in told[0]["text"]
    assert told[0]["report"].endswith("batch-report.html")


def test_a_rerun_delivers_the_row_that_was_mended_and_no_other(town: Town, cron: Any):
    (town.parts.folder / "cron" / "poem.txt").write_bytes((SAMPLES / NAME / "resume.txt").read_bytes())
    assert town.ended(town.started("rerun-batch/rerun-batch")).state_type.value == "COMPLETED"
    rows = town.asked("select row_id, status, executed from ledger.batch_row order by recorded_at")
    assert sorted(rows[:2]) == [(NAME, "delivered", rows[0][2]), ("poem", "refused", 1)]
    assert rows[2:] == [("poem", "delivered", 0)]


def test_a_stage_that_failed_heals_by_a_rerun_of_its_run_and_the_failure_is_told(town: Town, cron: Any):
    query = """
    select s.output_sha, r.run_id from ledger.latest r join ledger.stage_run s using (run_id, attempt) where s.stage = 'match'
    """  # of the two rows of the night, which by now ask for the same playbook
    ((sha, run_id),) = town.asked(query)
    system, path = opened(below(town.settings().artifacts, sha[:2], sha))
    assert system.exists(path)
    system.pipe_file(path, b"damaged")
    before = len(town.parts.receiver.messages)

    failed = town.ended(town.started("rerun-run/rerun-run", run_id=run_id, from_stage="score"))
    assert failed.state_type.value == "FAILED"
    assert "store.damaged" in failed.state.message
    healed = town.ended(town.started("rerun-run/rerun-run", run_id=run_id[:8]))
    assert healed.state_type.value == "COMPLETED"
    assert town.asked(query) == [(sha, run_id)]
    told = until("the webhook is called", lambda: town.parts.receiver.messages[before:], MINUTES)
    assert told[0]["text"].startswith("prefect.flow-run.Failed: rerun-run")


def test_a_machine_that_dies_and_a_database_that_restarts_cost_a_night_nothing(town: Town):
    rows = [row(NAME, id=f"row-{at}", role=f"Engineer {at}") for at in range(4)]
    path = manifest(town.parts.folder / "night", *rows)
    parameters = {"manifest": str(path), "out": str(town.out / "night"), "on": ON, "jobs": 1, "workers": 2}
    night = town.started("build-batch/build-batch", **parameters)

    row_of_two = partial(re.search, r"(row-\d) delivered")
    (finished,) = until("machine two delivers a row", lambda: row_of_two(town.log("two-shards")), 4 * MINUTES).groups()
    kill_machine(town.workers["two-shards"])
    killed = time.monotonic()
    town.parts.stop_database()
    town.parts.start_database()

    lost = until("the lost shard is seen", lambda: _crashed(town), 4 * MINUTES)
    print(f"\nseen after {time.monotonic() - killed:.0f} s")
    assert "No heartbeat" in lost.state.message
    assert town.ended(night, 4 * MINUTES).state_type.value == "COMPLETED"
    assert "attempt 2" in town.runs("build-shard/build-shard")[-1].name

    assert sorted(folder.name for folder in (town.out / "night").iterdir() if folder.is_dir()) == [one["id"] for one in rows]
    for one in rows:
        assert sorted(file.name for file in (town.out / "night" / one["id"]).iterdir()) == sorted(FILES)
    ((batch_id, delivered),) = town.asked(
        "select batch_id, delivered from ledger.batch_latest where out = ?", parameters["out"]
    )
    assert delivered == len(rows)
    query = "select row_id, executed, cached from ledger.batch_row where batch_id = ?"
    executed = {row_id: (ran, found) for row_id, ran, found in town.asked(query, batch_id)}
    assert executed[finished][0] == 0
    assert executed[finished][1] > 0
    assert town.asked("select count(*) from ledger.batch_row where batch_id = ?", batch_id) == [(len(rows),)]
    assert not any(COMPANIES[NAME] in str(run.parameters) for run in town.runs("build-shard/build-shard"))


def _crashed(town: Town) -> Any:
    return next((run for run in town.runs("build-shard/build-shard") if run.state_type.value == "CRASHED"), None)


def test_a_machine_that_dies_with_the_flow_run_of_a_batch_has_the_batch_finished_by_an_automation(town: Town):
    rows = [row(NAME, id=f"row-{at}", role=f"Analyst {at}") for at in range(4)]
    path = manifest(town.parts.folder / "orphaned", *rows)
    parameters = {"manifest": str(path), "out": str(town.out / "orphaned"), "on": ON, "jobs": 1, "workers": 1, "shard_rows": 2}
    before = len(town.runs("rerun-batch/rerun-batch"))
    night = town.started("build-batch/build-batch", **parameters)

    until("a shard of the batch runs", lambda: _running(town), 2 * MINUTES)
    kill_machine(town.workers["one-default"])  # with it goes the flow run of the batch; the shard goes on
    town.workers["two-default"] = town.parts.worker("two", "default")

    assert town.ended(night, 4 * MINUTES).state_type.value == "CRASHED"
    finishing = until("the automation starts a re-run", lambda: town.runs("rerun-batch/rerun-batch")[before:], MINUTES)
    assert town.ended(finishing[0].id, 4 * MINUTES).state_type.value == "COMPLETED"
    assert finishing[0].parameters["batch_id"] == "last"
    assert sorted(folder.name for folder in (town.out / "orphaned").iterdir() if folder.is_dir()) == [one["id"] for one in rows]
    ((delivered, ended),) = town.asked(
        "select delivered, finished_at is not null from ledger.batch_latest where out = ?", parameters["out"]
    )
    assert (delivered, ended) == (len(rows), True)


def _running(town: Town) -> Any:
    return next((run for run in town.runs("build-shard/build-shard")[::-1] if run.state_type.value == "RUNNING"), None)
