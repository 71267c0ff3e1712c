"""A server that speaks S3, in a process of its own on this machine, and what a client must be told to find it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from threading import Thread

import pytest

from playbook import locations

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


@contextmanager
def bucket(name: str) -> Iterator[None]:
    """A server with a bucket of that name; this process and its children are its clients."""
    with server() as port, pytest.MonkeyPatch.context() as patch:
        for variable, value in client(port).items():
            patch.setenv(variable, value)
        locations._system.cache_clear()  # of the server before
        system, path = locations.opened(f"s3://{name}")
        system.mkdir(path)
        yield
    locations._system.cache_clear()


def put(url: str, content: bytes | str) -> str:
    """An object in the bucket."""
    system, path = locations.opened(url)
    system.pipe_file(path, content if isinstance(content, bytes) else content.encode())
    return url


@contextmanager
def answering(*statuses: int) -> Iterator[tuple[int, list[str]]]:
    """A server that gives these answers to its first requests and 200 to all others: its port, and what it was asked."""
    waiting, asked = list(statuses), []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # a client waits for its 100 before it sends a body

        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(self.command)
            status = waiting.pop(0) if waiting else 200
            code = {403: "AccessDenied", 503: "SlowDown"}.get(status, "")
            body = f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode() if code else b""
            if self.command == "GET" and not code:
                body = b"content"
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = answer  # noqa: N815  the names that the class is asked for

        def log_message(self, *_: object) -> None:  # type: ignore[override]
            """Say nothing."""

    answers = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=answers.serve_forever, daemon=True)
    thread.start()
    try:
        yield answers.server_address[1], asked
    finally:
        answers.shutdown()
        answers.server_close()
        thread.join()
