"""With a Prefect API configured: every stage is a task run with its artifact, and the bytes are the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from batch_cases import manifest, row
from conftest import COMPANIES, SAMPLES
from contact_cases import CONTACT, found_in, resume
from eval_cases import DEV, a_home, some

from playbook.errors import Refusal
from playbook.settings import Settings

prefect = pytest.importorskip("prefect", reason="needs the extra `scale`: uv sync --extra scale")
pytestmark = pytest.mark.prefect
NAME = "luis-herrera"
ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def server() -> Iterator[None]:
    """Prefect's own test server, once for the module."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.mark.usefixtures("server")
def test_a_flow_run_has_a_task_run_a_stage_and_gives_the_bytes_of_a_direct_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from prefect.client.orchestration import get_client

    from flows.build_playbook import build, build_playbook
    from flows.intake import received

    direct = Settings(home=tmp_path / "direct", _env_file=None)
    resume, job = SAMPLES / NAME / "resume.txt", SAMPLES / NAME / "job.txt"
    case = received(resume, job, company=COMPANIES[NAME], role=None, name=None, settings=direct)
    built = build(case, direct, model="embedded", on=ON)

    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "orchestrated"))
    out = tmp_path / "out"
    assert build_playbook(str(resume), str(job), COMPANIES[NAME], on=ON, out=str(out)) == built.run_id
    store = direct.artifacts
    for name, sha in built.rendering.files.items():
        assert (out / name).read_bytes() == (store / sha[:2] / sha).read_bytes(), name

    with get_client(sync_client=True) as client:
        runs = {run.name: run.state_type.value for run in client.read_task_runs()}
        keys = {artifact.key for artifact in client.read_artifacts()}
    assert set(runs.values()) == {"COMPLETED"}
    assert {"read", "match", "draft_stories", "inspect", "render"} <= set(runs)
    assert {"stage-match", "stage-render", "inspection"} <= keys


@pytest.mark.usefixtures("server")
def test_a_batch_is_a_flow_run_whose_rows_are_task_runs_and_a_bad_row_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from prefect.client.orchestration import get_client

    from flows.orchestrated_batch import build_batch, rerun_batch

    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "home"))
    path = manifest(tmp_path, row(NAME), row(NAME, id="poem", resume="poem.txt"))
    done = build_batch(str(path), str(tmp_path / "out"), on=ON, jobs=1)
    assert done.counts == {"delivered": 1, "held": 0, "refused": 1, "failed": 0}
    assert (tmp_path / "out" / NAME / "playbook.pdf").exists()
    (tmp_path / "poem.txt").write_bytes((SAMPLES / NAME / "resume.txt").read_bytes())
    again = rerun_batch(done.batch_id)
    assert [(one.id, one.status, one.executed) for one in again.outcomes] == [("poem", "delivered", 0)]

    with get_client(sync_client=True) as client:
        flows = {run.id: run.state_type.value for run in client.read_flow_runs() if run.name}
        rows = [run.state_type.value for run in client.read_task_runs() if run.name.startswith("build-row-")]
        texts = [artifact.data for artifact in client.read_artifacts() if artifact.key == "batch-not-delivered"]
        parameters = [str(run.parameters) for run in client.read_flow_runs()]
    assert set(flows.values()) == {"COMPLETED"}
    assert sorted(rows) == ["COMPLETED", "COMPLETED", "FAILED"]
    assert any("resume.too-short" in str(text) for text in texts)
    assert not any("Herrera" in one for one in parameters)


@pytest.mark.usefixtures("server")
def test_prefect_keeps_no_contact_data_of_what_is_delivered_refused_or_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Parameters, states, artifacts and logs; those of the other tests of the module are among them."""
    import time

    from prefect.client.orchestration import get_client

    from flows.build_playbook import build_playbook
    from flows.orchestrated_batch import build_batch
    from playbook import scoring
    from playbook.errors import StageFailure

    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "home"))
    secret = " | ".join(CONTACT.splitlines()[2:])
    resume(tmp_path, "placeholder.txt", more="\n[phone: +1 555-010-0147]\n")
    path = manifest(tmp_path, row(NAME, resume="placeholder.txt"))
    assert build_batch(str(path), str(tmp_path / "out"), on=ON, jobs=1).counts["refused"] == 1

    def breaks(*_: object) -> None:
        raise ValueError(secret)

    monkeypatch.setattr(scoring, "score", breaks)
    with pytest.raises(StageFailure, match=r"score\.failed"):
        build_playbook(
            str(resume(tmp_path)), str(SAMPLES / NAME / "job.txt"), COMPANIES[NAME], on=ON, out=str(tmp_path / "one")
        )

    with get_client(sync_client=True) as client:
        for _ in range(50):
            logs = [log.message for log in client.read_logs(limit=200)]
            if any("score.failed" in log for log in logs):
                break
            time.sleep(0.2)
        runs = [*client.read_flow_runs(), *client.read_task_runs()]
        kept = [str(artifact.data) for artifact in client.read_artifacts()]
    told = [f"{getattr(run, 'parameters', '')} {run.name} {run.state.message if run.state else ''}" for run in runs]
    assert any("score.failed" in text for text in told)
    assert any("score.failed" in log for log in logs)
    assert found_in(*logs, *told, *kept) == set()


@pytest.mark.usefixtures("server")
def test_the_flow_of_retention_removes_what_is_old_and_tells_how_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from erasure_cases import Home
    from prefect.client.orchestration import get_client

    from flows.orchestrated_retention import erase_expired

    home = Home(Settings(home=tmp_path / "home", _env_file=None))
    home.run("Ana Quill", "ana@example.com")
    new = home.run("Ben Osgood", "ben@example.org", ended="2099-01-01T00:00:00+00:00")
    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PLAYBOOK_RETENTION_DAYS", "2")
    assert erase_expired() == 1
    assert home.stored == home.shas[new]
    with get_client(sync_client=True) as client:
        (told,) = (str(artifact.data) for artifact in client.read_artifacts() if artifact.key == "erase-expired")
    assert "'runs': 1" in told or '"runs": 1' in told
    assert "Ana" not in told


@pytest.mark.parametrize("days", [0, -1])
def test_a_retention_of_no_day_is_refused_and_does_not_take_the_days_of_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int
):
    from erasure_cases import Home

    from flows.orchestrated_retention import erase_expired

    home = Home(Settings(home=tmp_path / "home", _env_file=None))
    run = home.run("Ana Quill", "ana@example.com")
    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PLAYBOOK_RETENTION_DAYS", "1")
    with pytest.raises(Refusal, match=r"age\.invalid"):
        erase_expired.fn(days=days)
    assert home.stored == home.shas[run]


@pytest.mark.usefixtures("server")
def test_a_run_is_built_again_from_a_stage_as_a_flow_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from prefect.client.orchestration import get_client

    from flows.orchestrated import build_playbook, rerun_run

    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "home"))
    resume, job = SAMPLES / NAME / "resume.txt", SAMPLES / NAME / "job.txt"
    run_id = build_playbook(str(resume), str(job), COMPANIES[NAME], on=ON, out=str(tmp_path / "out"))
    assert rerun_run(run_id[:8], from_stage="render") == run_id
    with get_client(sync_client=True) as client:
        said = [str(artifact.data) for artifact in client.read_artifacts() if artifact.key == "run"]
    assert any(f"run `{run_id}`: 1 of " in text for text in said)
    with pytest.raises(Refusal, match=r"stage\.unknown"):
        rerun_run(run_id, from_stage="no-such-stage")


@pytest.mark.usefixtures("server")
def test_an_evaluation_is_a_flow_run_with_its_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from prefect.client.orchestration import get_client

    from flows.orchestrated_evaluation import evaluate

    monkeypatch.setenv("PLAYBOOK_HOME", str(a_home(tmp_path).home))
    monkeypatch.setattr("evals.evaluate.current", lambda: some(DEV))
    run_id = evaluate(stage="score", split="dev", jobs=1)
    with get_client(sync_client=True) as client:
        found = {one.key: one for one in client.read_artifacts() if (one.key or "").startswith("evaluation")}
    assert run_id in str(found["evaluation"].description)
    assert "| score |" in str(found["evaluation"].data)
    assert set(found) == {"evaluation", "evaluation-failures"}


@pytest.mark.usefixtures("server")
def test_a_row_is_tried_again_where_its_cause_may_be_gone_and_a_refusal_is_not(monkeypatch: pytest.MonkeyPatch):
    from prefect import flow

    from flows import orchestrated_rows
    from flows.manifest import Row
    from flows.row_request import Outcome

    monkeypatch.setattr(orchestrated_rows, "FIRST_RETRY", 0)
    tries: list[str] = []

    def build(row: Row) -> Outcome:
        tries.append(row.id)
        if row.id == "heals" and tries.count("heals") == 2:
            return Outcome(id=row.id, status="delivered")
        codes = {"heals": "store.unreachable", "stays": "row.crashed", "refused": "resume.too-short"}
        return Outcome(id=row.id, status="failed", error_code=codes[row.id])

    rows = [Row(id=name, resume=Path("r"), job=Path("j"), company="C") for name in ("heals", "stays", "refused")]
    flow(lambda: orchestrated_rows.in_task_runs(build, rows, 1), name="try")()
    assert {name: tries.count(name) for name in ("heals", "stays", "refused")} == {"heals": 2, "stays": 3, "refused": 1}
