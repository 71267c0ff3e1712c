"""What goes wrong with a store behind a URL: said in one line, before work is done for nothing, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES
from s3_server import INSTALLED, REASON, answering, bucket, client, free_port, put

from flows.intake import received
from flows.manifest import ManifestInvalid, read_manifest
from flows.publication import check_folder
from playbook import locations
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.blobs import BlobStore
from playbook.store.ledger import ledger
from playbook.store.objects import objects_at

pytestmark = [pytest.mark.s3, pytest.mark.skipif(not INSTALLED, reason=REASON)]

NAME = "luis-herrera"
BUCKET = "s3://faults"


@pytest.fixture(scope="module", autouse=True)
def s3() -> Iterator[None]:
    """A server with a bucket; this process and its children are its clients."""
    with bucket("faults"):
        yield


def test_the_faults_of_a_manifest_in_a_bucket_are_all_named(s3: None):
    lines = ["id,resume,job,company", "a,none.txt,/etc/hostname,Amazon", "b,../../up.txt,s3://no-such-bucket/x.txt,Amazon"]
    with pytest.raises(ManifestInvalid) as raised:
        read_manifest(put(f"{BUCKET}/bad/night.csv", "\n".join(lines)))
    assert [(fault.row, fault.column, fault.fault.partition(":")[0]) for fault in raised.value.faults] == [
        (1, "job", "neither a URL nor a path in the manifest's bucket"),
        (1, "resume", "no such file"),
        (2, "job", "no such file"),
        (2, "resume", "neither a URL nor a path in the manifest's bucket"),
    ]


def test_a_manifest_that_is_not_there_is_missing_and_one_that_cannot_be_reached_is_unreadable(
    s3: None, monkeypatch: pytest.MonkeyPatch
):
    for url in (f"{BUCKET}/none.csv", "s3://no-such-bucket/night.csv"):
        with pytest.raises(Refusal, match=r"manifest\.missing"):
            read_manifest(url)
    with pytest.raises(Refusal, match=r"manifest\.unreadable.*Protocol not known"):
        read_manifest("nosuch://bucket/night.csv")


def test_a_bucket_that_is_not_there_is_said_before_anything_is_built(tmp_path: Path):
    settings = Settings(home=tmp_path, store="s3://no-such-bucket/x", _env_file=None)
    with pytest.raises(StageFailure, match=r"store\.unreachable.*bucket"), ledger(settings):
        pass
    files = [SAMPLES / NAME / file for file in ("resume.txt", "job.txt")]
    with pytest.raises(StageFailure, match=r"store\.unreachable.*bucket"):
        received(*files, company="Amazon", role=None, name=None, settings=settings)
    with pytest.raises(Refusal, match=r"out\.unwritable.*bucket"):
        check_folder("s3://no-such-bucket/out")


@pytest.mark.parametrize("command", ["build", "runs", "doctor", "batch"])
def test_no_fault_of_the_network_is_a_traceback(command: str, tmp_path: Path):
    folder = SAMPLES / NAME
    rest = {
        "build": [str(folder / "resume.txt"), str(folder / "job.txt"), "--company", "Amazon", "--out", str(tmp_path / "out")],
        "batch": [f"{BUCKET}/inbox/night.csv", "--out", str(tmp_path / "out")],
    }.get(command, [])
    env = {**os.environ, **client(free_port()), "PLAYBOOK_HOME": str(tmp_path), "PLAYBOOK_STORE": f"{BUCKET}/x"}
    done = subprocess.run(
        [sys.executable, "-m", "playbook.cli", command, *rest], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == (2 if command == "batch" else 1), done.stderr
    assert ("manifest.unreadable" if command == "batch" else "store.unreachable") in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Sends the clients of this process to another port for one test."""

    def go(port: int) -> None:
        for name, value in client(port).items():
            monkeypatch.setenv(name, value)
        locations._system.cache_clear()

    yield go
    locations._system.cache_clear()


def test_a_server_that_is_busy_for_a_moment_is_asked_again(elsewhere: Callable[[int], None]):
    with answering(503) as (port, asked):
        elsewhere(port)
        objects_at("s3://anywhere").write("a", b"content")
        assert asked == ["PUT", "PUT"]
        assert objects_at("s3://anywhere").read("a") == b"content"


def test_without_the_right_to_read_or_write_the_store_cannot_be_reached_and_is_not_asked_again(
    elsewhere: Callable[[int], None],
):
    with answering(403, 403) as (port, asked):
        elsewhere(port)
        store = BlobStore("s3://anywhere/artifacts")
        with pytest.raises(StageFailure, match=r"store\.unreachable.*AccessDenied"):
            store.put_bytes(b"content")
        with pytest.raises(StageFailure, match=r"store\.unreachable.*AccessDenied"):
            store.get_bytes("0" * 64)
        assert asked == ["PUT", "GET"]
