"""PostgreSQL, a Prefect server on it and process workers, on loopback: what `tests/test_scale.py` plays its scenes on.

Everything lives below one temporary folder with a Prefect home of its own, on free ports, and dies with the process that
started it.
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar
from unittest.mock import patch

from s3_server import client, free_port

from playbook.settings import CHECKOUT

T = TypeVar("T")
SERVER_SETTINGS = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "500",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "200",
}
"""Those of `docs/scale.md`."""


SETPRIV = shutil.which("setpriv") or "setpriv"


def postgres_binaries() -> Path | None:
    """Where `initdb` and `postgres` are: on the path, or where Debian keeps them."""
    found = [Path(path).resolve().parent for name in ("initdb",) if (path := shutil.which(name))]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "postgres").exists() and (folder / "initdb").exists()), None)


def until(what: str, found: Callable[[], T | None], seconds: float) -> T:
    """What `found` gives as soon as it gives something; an assertion that names `what` where it never does."""
    deadline = time.monotonic() + seconds
    while True:
        value = found()
        if value:
            return value
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {what}"
        time.sleep(0.25)


class Receiver:
    """A webhook receiver: what was posted to it, in order."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        messages = self.messages

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])), strict=False))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


class Cluster:
    """The parts, and how to start, kill and ask them."""

    def __init__(self, folder: Path, binaries: Path) -> None:
        self.folder, self.binaries = folder, binaries
        self.database_port, self.api_port = free_port(), free_port()
        self.s3_port = free_port()
        self.api = f"http://127.0.0.1:{self.api_port}/api"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.receiver = Receiver()
        self._user = "postgres" if os.geteuid() == 0 else None
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "PLAYBOOK_"))}
        self.environment = kept | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}",
            "PREFECT_HOME": str(folder / "prefect"),
            "PREFECT_PROFILES_PATH": str(folder / "prefect" / "profiles.toml"),
            "PREFECT_API_URL": self.api,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_CLI_COLORS": "false",
            "DO_NOT_TRACK": "1",
        }
        self.environment |= client(self.s3_port)

    def start(self) -> None:
        """The bucket, the database, and the server on it."""
        self.spawn("s3", [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.s3_port)], {})
        self._make_database()
        self.start_database()
        self.server = self.spawn(
            "server",
            ["prefect", "server", "start", "--host", "127.0.0.1", "--port", str(self.api_port)],
            {
                **SERVER_SETTINGS,
                "PREFECT_API_DATABASE_CONNECTION_URL": f"postgresql+asyncpg://playbook@127.0.0.1:{self.database_port}/postgres",
                "PREFECT_SERVER_UI_ENABLED": "false",
                "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5",
            },
        )
        self._make_bucket()
        until("the server answers", self._is_healthy, 120)

    def spawn(self, name: str, command: list[str], more: dict[str, str], user: str | None = None) -> subprocess.Popen[bytes]:
        """A process whose words go to a file, and that dies with this one."""
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                [SETPRIV, "--pdeathsig", "KILL", *command],
                env=self.environment | more,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder if user else CHECKOUT,
                user=user,
                group=pwd.getpwnam(user).pw_gid if user else None,
                extra_groups=[] if user else None,
                start_new_session=True,
            )
        self.processes.append(process)
        return process

    def run(self, *command: str, **more: str) -> str:
        """A command in the checkout; its output. Fails with it where the command does."""
        finished = subprocess.run(
            command, cwd=CHECKOUT, env=self.environment | more, capture_output=True, text=True, timeout=180, check=False
        )
        assert finished.returncode == 0, f"{' '.join(command)}\n{finished.stdout}\n{finished.stderr}"
        return finished.stdout

    def worker(self, machine: str, pool: str) -> subprocess.Popen[bytes]:
        """A worker of a machine: machines share the store and nothing else."""
        return self.spawn(
            f"{machine}-{pool}",
            ["prefect", "worker", "start", "--pool", pool, "--name", f"{machine}-{pool}", "--type", "process", "--limit", "1"],
            {"PREFECT_WORKER_QUERY_SECONDS": "1", "PREFECT_WORKER_HEARTBEAT_SECONDS": "5", **self.home(machine)},
        )

    def home(self, machine: str) -> dict[str, str]:
        """The variables of a machine: a home of its own, and the store that all share."""
        return {"PLAYBOOK_HOME": str(self.folder / machine), "PLAYBOOK_STORE": "s3://scale/playbook"}

    def start_database(self) -> None:
        """PostgreSQL, until it takes connections."""
        data = str(self.folder / "data")
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-k", data, "-p", str(self.database_port)]
        command = [str(self.binaries / "postgres"), "-D", data, *options]
        self.database = self.spawn("postgres", command, {}, self._user)
        ready = [str(self.binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.database_port)]
        until("PostgreSQL takes connections", lambda: subprocess.run(ready, check=False).returncode == 0, 60)

    def stop_database(self) -> None:
        """Fast shutdown: every connection is cut."""
        self.database.send_signal(signal.SIGINT)
        self.database.wait(60)

    def _make_database(self) -> None:
        data = self.folder / "data"
        data.mkdir()
        if self._user:
            shutil.chown(data, self._user)
            shutil.chown(self.folder, self._user)
        command = [str(self.binaries / "initdb"), "-D", str(data), "-U", "playbook", "-A", "trust", "-N", "-E", "UTF8"]
        assert self.spawn("initdb", command, {}, self._user).wait(120) == 0, (self.folder / "initdb.log").read_text()

    def _make_bucket(self) -> None:
        import boto3
        import botocore.exceptions

        def made() -> bool:
            with suppress(botocore.exceptions.BotoCoreError):
                boto3.client("s3", endpoint_url=f"http://127.0.0.1:{self.s3_port}").create_bucket(Bucket="scale")
                return True
            return False

        with patch.dict(os.environ, client(self.s3_port)):
            until("the S3 server answers", made, 60)

    def _is_healthy(self) -> bool:
        import httpx

        assert self.server.poll() is None, (self.folder / "server.log").read_text()[-3000:]
        with suppress(httpx.HTTPError):
            return httpx.get(f"{self.api}/health", timeout=5).status_code == 200
        return False

    def stop(self) -> None:
        """End everything that was started, and what that started."""
        for process in reversed(self.processes):
            kill_machine(process)
        self.receiver.close()


def descendants(process_id: int) -> list[int]:
    """The processes below one, parents before children."""
    found = [process_id]
    for parent in found:
        with suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
    return found[1:]


def kill_machine(*processes: subprocess.Popen[bytes]) -> None:
    """SIGKILL to these and all below them, as when the power is cut: nobody says goodbye."""
    below = [one for process in processes for one in (process.pid, *descendants(process.pid))]
    for number in (signal.SIGSTOP, signal.SIGKILL):  # stopped first, so that no parent sees a child die
        for one in below:
            with suppress(ProcessLookupError):
                os.kill(one, number)
    for process in processes:
        process.wait(30)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A started cluster; ended however the caller ends."""
    binaries = postgres_binaries()
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="playbook-scale-"))
    folder.chmod(0o755)
    made = Cluster(folder, binaries)
    try:
        made.start()
        yield made
    finally:
        made.stop()
        if kept := os.environ.get("PLAYBOOK_SCALE_LOGS"):
            for log in folder.glob("*.log"):
                shutil.copy(log, kept)
        shutil.rmtree(folder, ignore_errors=True)
