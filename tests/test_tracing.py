"""Evals and optimisations are traced where the settings say so, and nothing else ever is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from evals.evaluate import evaluate
from evals.optimize import optimize as optimizing
from evals.optimize.request import Request
from evals.tracing import EXPERIMENT, traced
from playbook.errors import Refusal
from playbook.settings import CHECKOUT, Settings

NOWHERE = "http://someone:secret@127.0.0.1:9"
absent = pytest.mark.skipif(find_spec("mlflow") is None, reason="the extra `mlflow` is not installed")


class _Handler(BaseHTTPRequestHandler):
    """As much of an MLflow server as its client asks before and while it sends traces."""

    server: _Server

    def do_GET(self) -> None:
        self._answer(self.path.partition("?")[0])

    def do_POST(self) -> None:
        self._answer(self.path)

    def do_PUT(self) -> None:
        self._answer(self.path)

    def _answer(self, path: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        said: Any = {}
        if path.endswith(("/experiments/get-by-name", "/experiments/get")):
            said = {"experiment": {"experiment_id": "1", "name": EXPERIMENT, "lifecycle_stage": "active"}}
            said["experiment"]["artifact_location"] = "mlflow-artifacts:/1"
        if path.endswith("/mlflow/traces"):
            said = json.loads(body)
            self.server.traces.append(said["trace"]["trace_info"])
        payload = b"3.18.0" if path == "/version" else json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_: object) -> None:
        """Tests are silent."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    traces: list[dict[str, Any]]


@contextmanager
def tracking_server() -> Iterator[_Server]:
    """A server that keeps what it is sent, until the block ends."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.traces = []
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def child(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Python of its own: MLflow patches DSPy, and says what pytest takes for an error."""
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


RUN = """
from evals.labelled.release import current
from evals.running import Plan, run_pair
from evals.tracing import traced
from playbook.settings import Settings
settings = Settings(_env_file=None)
plan = Plan("match", "embedded", settings)
release = current()
with traced(settings):
    for split in {splits}:
        assert all(one.status == "ok" for one in run_pair(release.of(split)[0], plan))
run_pair(release.of("dev")[1], plan)
import dspy
assert not dspy.settings.callbacks and not dspy.settings.track_usage
"""


@absent
@pytest.mark.mlflow
@pytest.mark.parametrize(("splits", "count"), [(("dev", "train"), 2), (("test",), 0)])
def test_each_program_that_is_measured_is_a_trace_and_none_of_the_test_split(
    splits: tuple[str, ...], count: int, tmp_path: Path
):
    with tracking_server() as server:
        served_at = f"http://127.0.0.1:{server.server_port}"
        ran = child(RUN.format(splits=splits), PLAYBOOK_MLFLOW=served_at, PLAYBOOK_HOME=str(tmp_path))
    assert ran.returncode == 0, ran.stderr
    assert len(server.traces) == count
    assert all(trace["state"] == "OK" for trace in server.traces)


@absent
@pytest.mark.mlflow
def test_a_server_that_does_not_answer_is_refused_without_its_login(tmp_path: Path):
    code = "from playbook.cli import main; main()"
    code = f"import sys; sys.argv = ['playbook', 'eval', '--stage', 'match', '--split', 'dev']; {code}"
    ran = child(code, PLAYBOOK_MLFLOW=NOWHERE, PLAYBOOK_HOME=str(tmp_path))
    assert ran.returncode == 2
    assert "mlflow.unreachable: found PLAYBOOK_MLFLOW=http://127.0.0.1:9: " in ran.stderr
    assert "secret" not in ran.stderr


COMMANDS: dict[str, Callable[[Settings], object]] = {
    "eval": lambda home: evaluate("match", "dev", model="embedded", settings=home),
    "optimize": lambda home: optimizing.optimize(Request("match", "labeled", "embedded", None, 10, None, 0), home),
}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_without_the_extra_the_setting_is_refused_before_anything_runs(
    command: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "mlflow", None)
    home = settings.model_copy(update={"home": tmp_path, "mlflow": NOWHERE})
    with pytest.raises(Refusal, match=r"mlflow\.not-installed.*uv sync --extra mlflow"):
        COMMANDS[command](home)
    assert not list(tmp_path.iterdir())


def test_where_nothing_is_said_nothing_is_imported(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "mlflow", None)
    with traced(settings):
        pass
