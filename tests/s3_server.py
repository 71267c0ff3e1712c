"""A server that speaks S3, in a process of its own on this machine, and what a client must be told to find it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

import pytest

from playbook.locations import opened

INSTALLED = all(find_spec(name) for name in ("s3fs", "moto", "flask"))
REASON = "needs the extra and the group `s3`"


def client(port: int) -> dict[str, str]:
    """The variables by which every S3 client is configured."""
    return {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "fictional",
        "AWS_SECRET_ACCESS_KEY": "fictional",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_MAX_ATTEMPTS": "2",
    }


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@contextmanager
def server() -> Iterator[int]:
    """The port of a server that answers."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **client(port)}
    )
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            pytest.fail("the S3 server does not answer")
        yield port
    finally:
        process.kill()
        process.wait()


def make_bucket(name: str) -> str:
    """The URL of a new bucket."""
    url = f"s3://{name}"
    system, path = opened(url)
    system.mkdir(path)
    return url
