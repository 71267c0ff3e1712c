"""A batch over machines: a shard is believed by its rows in the ledger, one that is lost is handed out again, and no refusal is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from batch_cases import ON, batch, manifest, row
from conftest import COMPANIES

from flows.build_batch import Batch, recorded, write_outcome
from flows.row_request import Outcome
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.journal import Journal
from playbook.store.ledger import ledger

pytest.importorskip("prefect", reason="needs the extra `scale`: uv sync --extra scale")
NAME = "luis-herrera"


class Machines:
    """In the place of Prefect's workers: what is to become of each shard that is handed out, in order."""

    def __init__(self, settings: Settings, batch: Batch, *script: str, cost: float = 0.0) -> None:
        self.settings, self.batch, self.script, self.cost = settings, batch, list(script), cost
        self.runs: dict[UUID, Any] = {}
        self.asked: list[dict[str, Any]] = []

    def run_deployment(self, _name: str, *, parameters: dict[str, Any], idempotency_key: str, **_: object) -> Any:
        """The run, ended already as the script has it."""
        from prefect.states import Cancelled, Completed, Crashed, Failed

        state = self.script.pop(0) if self.script else "completed"
        made = {
            "completed": Completed(),
            "without rows": Completed(),
            "crashed": Crashed(),
            "cancelled": Cancelled(),
            "refused": Failed(name="Refused", message="manifest.changed: found another"),
        }
        run = uuid4()
        self.runs[run] = made[state]
        self.asked.append(parameters | {"key": idempotency_key})
        if state == "completed":
            with Journal(self.settings.journals, parameters["batch_id"]) as journal:
                for position in parameters["positions"]:
                    outcome = Outcome(id=self.batch.manifest.rows[position].id, status="delivered", cost_usd=self.cost)
                    write_outcome(journal, outcome, parameters["batch_id"])
        return SimpleNamespace(id=run)


@pytest.fixture
def night(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Carries a batch of four rows out on two machines with this script; machines, outcomes by id, and what was told."""
    from flows import distribution

    def carried_out(*script: str, cost: float = 0.0, **options: Any) -> tuple[Machines, dict[str, Outcome], list[str]]:
        path = manifest(tmp_path, *(row(NAME, id=f"row-{at}") for at in range(4)))
        asked = batch(path, tmp_path / "out", **options)
        machines = Machines(settings, asked, *script, cost=cost)
        told: list[str] = []
        monkeypatch.setattr(distribution, "run_deployment", machines.run_deployment)
        monkeypatch.setattr(distribution, "_state", machines.runs.get)
        monkeypatch.setattr(distribution, "POLL", 0.0)
        monkeypatch.setattr(distribution, "get_run_logger", lambda: SimpleNamespace(warning=print, error=print))
        monkeypatch.setattr(distribution, "runtime", SimpleNamespace(flow_run=SimpleNamespace(id="night")))
        spreading = distribution.Spreading(2)

        def build(opened: Batch) -> dict[str, Outcome]:
            tell = lambda outcome: told.append(outcome.id)  # noqa: E731  a line
            return distribution.Distribution.of(opened, settings, spreading, tell)

        done = recorded(asked, settings, build)
        return machines, {one.id: one for one in done.outcomes}, told

    return carried_out


def positions(machines: Machines) -> list[list[int]]:
    return [asked["positions"] for asked in machines.asked]


def test_shards_are_even_and_what_came_of_their_rows_is_read_in_the_ledger(night: Callable[..., Any]):
    machines, outcomes, told = night()
    assert positions(machines) == [[0, 1], [2, 3]]
    assert {one.status for one in outcomes.values()} == {"delivered"}
    assert sorted(told) == sorted(outcomes) == [f"row-{at}" for at in range(4)]
    assert not any(COMPANIES[NAME] in str(asked) for asked in machines.asked)


@pytest.mark.parametrize("first", ["crashed", "without rows"])
def test_a_shard_whose_rows_are_not_in_the_store_is_handed_out_again(night: Callable[..., Any], first: str):
    machines, outcomes, told = night(first)
    assert positions(machines) == [[0, 1], [2, 3], [0, 1]]
    assert len({asked["key"] for asked in machines.asked}) == 3
    assert {one.status for one in outcomes.values()} == {"delivered"}
    assert len(told) == 4


def test_a_shard_that_is_lost_three_times_fails_its_rows_and_no_others(night: Callable[..., Any], settings: Settings):
    machines, outcomes, _ = night("crashed", "completed", "crashed", "crashed")
    assert len(machines.asked) == 4
    assert [outcomes[f"row-{at}"].error_code for at in range(4)] == ["shard.lost", "shard.lost", None, None]
    with ledger(settings) as connection:
        query = "select row_id from ledger.batch_outcome where error_code = 'shard.lost' order by row_id"
        assert connection.execute(query).fetchall() == [("row-0",), ("row-1",)]


def test_a_shard_whose_loss_cannot_be_journalled_is_settled_when_it_can(
    night: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
):
    from flows import distribution

    full = StageFailure("store.unwritable", found="a full disk", wanted="room", remedy="make room")
    tries: list[str] = []

    def write(journal: Journal, outcome: Outcome, batch_id: str | None) -> None:
        tries.append(outcome.id)
        if len(tries) == 1:
            raise full
        write_outcome(journal, outcome, batch_id)

    monkeypatch.setattr(distribution, "write_outcome", write)
    _, outcomes, told = night("refused")
    assert [outcomes[f"row-{at}"].error_code for at in range(4)] == ["shard.lost", "shard.lost", None, None]
    assert sorted(told) == sorted(outcomes)


@pytest.mark.parametrize("end", ["refused", "cancelled"])
def test_a_shard_that_is_refused_or_cancelled_is_not_handed_out_again(night: Callable[..., Any], end: str):
    machines, outcomes, _ = night(end)
    assert len(machines.asked) == 2
    assert outcomes["row-0"].error_code == "shard.lost"


def test_a_budget_is_divided_and_what_a_shard_leaves_goes_to_the_next(night: Callable[..., Any]):
    machines, _, _ = night(cost=0.5, budget=10.0)
    assert [asked["budget"] for asked in machines.asked] == [5.0, 5.0]
    machines, _, _ = night("crashed", cost=0.5, budget=10.0, jobs=1)
    assert [asked["budget"] for asked in machines.asked] == [5.0, 5.0, 6.5]


def test_a_shard_refuses_a_manifest_that_is_not_the_one_of_its_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from flows.orchestrated_shards import REFUSED, build_shard

    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "home"))
    path = manifest(tmp_path, row(NAME))
    state = build_shard.fn(str(path), "0" * 64, str(tmp_path / "out"), "night", [0], "embedded", ON)
    assert state is not None
    assert state.name == REFUSED
    assert "manifest.changed" in (state.message or "")
    assert not (tmp_path / "home" / "journals").exists()


def test_a_number_of_workers_that_is_none_is_refused():
    from flows.distribution import Spreading

    with pytest.raises(Refusal, match=r"workers\.invalid"):
        Spreading(0)


def test_a_model_has_a_tag_that_a_limit_can_name():
    from flows.orchestrated_rows import model_tag

    assert model_tag("openai/gpt-5-mini") == "model-openai-gpt-5-mini"
