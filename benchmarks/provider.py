"""A provider to measure against: an OpenAI-compatible server that answers every call after a fixed latency, and is cheap.

It returns each line of the draft with a filler word in it, another one in each answer, so that every line is judged as one
that nobody has judged before; under a model's name that ends in `unchanged` it returns them as they are. What it is measured
with stands in `benchmarks.model`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
from itertools import count

FILLERS = (
    *("really", "truly", "clearly", "plainly", "simply", "indeed", "surely", "frankly", "honestly", "certainly", "openly"),
    *("quietly", "gladly", "readily", "firmly", "mainly", "mostly", "partly", "neatly", "rightly", "duly", "fairly", "finely"),
    *("kindly", "nicely", "calmly", "boldly", "keenly", "warmly", "wisely", "safely", "briefly"),
)
_answers = count()
_DRAFT = re.compile(r"<draft>\n(.*?)\n</draft>", re.DOTALL)
_HEAD = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)


class Connection(asyncio.Protocol):
    """One connection that is kept open: a request, an answer, the next request."""

    latency = 0.1

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  TCP has one
        self.transport, self.waiting = transport, b""

    def data_received(self, data: bytes) -> None:
        """A piece of a request."""
        self.waiting += data
        head, found, body = self.waiting.partition(b"\r\n\r\n")
        length = _HEAD.search(head)
        if not found or length is None or len(body) < int(length[1]):
            return
        self.waiting = body[int(length[1]) :]
        answer = _answer(json.loads(body[: int(length[1])]))
        asyncio.get_running_loop().call_later(self.latency, self.transport.write, answer)


def _answer(request: dict[str, object]) -> bytes:
    messages = request["messages"]
    assert isinstance(messages, list)  # noqa: S101  the protocol's
    found = _DRAFT.search(messages[-1]["content"])
    lines = json.loads(found[1])["lines"] if found else []
    filler = "" if str(request["model"]).endswith("unchanged") else FILLERS[next(_answers) % len(FILLERS)]
    text = json.dumps({"lines": [{"id": line["id"], "text": _reworded(line["text"], filler)} for line in lines]})
    payload = json.dumps(
        {
            "id": "bench",
            "object": "chat.completion",
            "created": 0,
            "model": request["model"],
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 5000, "completion_tokens": 500, "total_tokens": 5500},
        }
    ).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(payload) + payload


def _reworded(text: str, filler: str) -> str:
    head, _, tail = text.partition(" ")
    return f"{head} {filler} {tail}" if filler and tail and "<<" not in head else text


async def serve(latency: float) -> None:
    """Listen on a free port of loopback, print it, and answer until the process ends."""
    Connection.latency = latency
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latency", type=float, default=0.1)
    asyncio.run(serve(parser.parse_args().latency))
