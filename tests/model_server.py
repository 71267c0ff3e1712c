"""An OpenAI-compatible server of the tests' own: it answers each call as its script says, and keeps the bill.

It speaks just enough of the chat completions protocol for `dspy.LM`, on loopback, in threads. A script is a function of the
request, so that it can serve written stages (`Asked.lines`) and whatever an optimizer asks (`Asked.wants`) alike; ready ones
stand in `model_scripts`.
"""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

_DRAFT = re.compile(r"<draft>\n(.*?)\n</draft>", re.DOTALL)
_WANTS = re.compile(
    r"Respond with (?:a JSON object in the following order of fields:|the corresponding output fields[^`]*)(.*)"
)


@dataclass(frozen=True)
class Asked:
    """A request as a script sees it."""

    body: Mapping[str, Any]
    number: int
    """1 for the first request of the server."""

    @cached_property
    def prompt(self) -> str:
        """All messages as one text."""
        return "\n".join(str(message["content"]) for message in self.body["messages"])

    @cached_property
    def lines(self) -> list[dict[str, str]]:
        """The lines of the draft, where a written stage asks."""
        found = _DRAFT.search(self.prompt)
        return json.loads(found[1])["lines"] if found else []

    @cached_property
    def wants(self) -> tuple[str, ...]:
        """Names of the output fields, where DSPy's own adapters ask."""
        found = _WANTS.findall(self.prompt)
        return tuple(re.findall(r"`(?:\[\[ ## )?(\w+)(?: ## \]\])?`", found[-1])) if found else ()


@dataclass(frozen=True)
class Reply:
    """What the server does with a request."""

    text: str = ""
    status: int = 200
    error: Mapping[str, str] = field(default_factory=lambda: {"message": "scripted"})
    headers: Mapping[str, str] = field(default_factory=dict)
    finish_reason: str = "stop"
    refusal: str | None = None
    wait_seconds: float = 0.0
    hangs: bool = False
    """No byte is sent until the server ends."""
    drops: bool = False
    """The connection is closed in the middle of the answer."""


Script = Callable[[Asked], Reply | str]
"""A string is the text of a good answer."""


@dataclass
class ModelServer:
    """Where the server listens, what it was asked, and what it would charge."""

    base_url: str
    asked: list[Asked] = field(default_factory=list)
    tokens_in: int = 0
    tokens_out: int = 0
    busiest: int = 0
    """Most requests that were open at a time."""

    @property
    def prompts(self) -> list[str]:
        """The prompts, in the order in which they came."""
        return [asked.prompt for asked in self.asked]


def answer(lines: list[dict[str, str]]) -> str:
    """Lines as the body of a good answer."""
    return json.dumps({"lines": lines})


def fields(**values: Any) -> str:
    """Output fields as DSPy's JSON adapter reads them."""
    return json.dumps(values)


@contextmanager
def model_server(script: Script) -> Iterator[ModelServer]:
    """A server that answers with `script` until the block ends."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.script = script
    server.served = ModelServer(f"http://127.0.0.1:{server.server_port}/v1")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.served
    finally:
        server.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    script: Script
    served: ModelServer

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.ended, self.lock, self.busy = Event(), Lock(), 0

    def begin(self, body: Mapping[str, Any]) -> Asked:
        """Note a request."""
        with self.lock:
            asked = Asked(body, len(self.served.asked) + 1)
            self.served.asked.append(asked)
            self.busy += 1
            self.served.busiest = max(self.served.busiest, self.busy)
        return asked

    def end(self) -> None:
        """A request is done with."""
        with self.lock:
            self.busy -= 1

    def charge(self, usage: Mapping[str, int]) -> None:
        """Put an answer on the bill."""
        with self.lock:
            self.served.tokens_in += usage["prompt_tokens"]
            self.served.tokens_out += usage["completion_tokens"]

    def handle_error(self, *_: object) -> None:
        """Clients that stopped waiting are part of the script."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        asked = self.server.begin(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        try:
            said = self.server.script(asked)
            reply = said if isinstance(said, Reply) else Reply(said)
            if reply.hangs or reply.wait_seconds:
                self.server.ended.wait(None if reply.hangs else reply.wait_seconds)
        finally:
            self.server.end()  # before the answer is out: whoever has it may ask again at once
        self._do(asked, reply)

    def _do(self, asked: Asked, reply: Reply) -> None:
        if reply.hangs:
            return
        if reply.drops:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4711\r\n\r\n{")
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._send(reply, {"error": dict(reply.error)} if reply.status != 200 else self._completion(asked, reply))

    def _completion(self, asked: Asked, reply: Reply) -> dict[str, Any]:
        usage = {"prompt_tokens": len(asked.prompt) // 4, "completion_tokens": max(1, len(reply.text) // 4)}
        self.server.charge(usage)
        message = {"role": "assistant", "content": reply.text, **({"refusal": reply.refusal} if reply.refusal else {})}
        return {
            "id": f"chatcmpl-{asked.number}",
            "object": "chat.completion",
            "created": 0,
            "model": asked.body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": reply.finish_reason}],
            "usage": {**usage, "total_tokens": sum(usage.values())},
        }

    def _send(self, reply: Reply, content: dict[str, Any]) -> None:
        payload = json.dumps(content).encode()
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_: object) -> None:
        """Silence: the tests look at what was asked instead."""
