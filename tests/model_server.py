"""An OpenAI-compatible server of the tests' own: it answers each call as its script says, and counts.

It speaks just enough of the chat completions protocol for `dspy.LM`, on loopback, in a thread.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Script = Callable[[list[dict[str, str]]], str | int]
"""The draft's lines to the text of an answer, or to an HTTP status."""

_DRAFT = re.compile(r"\[\[ ## draft ## \]\]\s*(\[.*?\])\s*(?:\n\n|\Z)", re.DOTALL)


@dataclass
class ModelServer:
    """Where the server listens, and what it was asked."""

    base_url: str
    prompts: list[str] = field(default_factory=list)


def answer(lines: list[dict[str, str]]) -> str:
    """Lines as the body of a good answer."""
    return json.dumps({"lines": lines})


@contextmanager
def model_server(script: Script) -> Iterator[ModelServer]:
    """A server that answers with `script` until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            prompt = "\n".join(str(message["content"]) for message in body["messages"])
            served.prompts.append(prompt)
            found = _DRAFT.search(str(body["messages"][-1]["content"]))
            said = script(json.loads(found[1]) if found else [])
            self._send(
                *((said, {"error": {"message": "scripted"}}) if isinstance(said, int) else (200, _completion(body, said)))
            )

        def _send(self, status: int, content: dict[str, Any]) -> None:
            payload = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_: object) -> None:
            """Silence: the tests look at what was asked instead."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = ModelServer(f"http://127.0.0.1:{server.server_port}/v1")
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(body: dict[str, Any], text: str) -> dict[str, Any]:
    return {
        "id": "chatcmpl-test",
        "object": "chat.completion",
        "created": 0,
        "model": body["model"],
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }
