"""Processes of our own with limits of time and memory, for work that a hostile input can make hang, crash or swell.

A message is four bytes of length, big-endian, and so many bytes. `Child` is the parent's end, `received` and `send` are the
child's; what the messages mean is the business of the two modules that speak. Children that share what they have loaded are
forked by `playbook.forking`.
"""

from __future__ import annotations

import contextlib
import os
import resource
import runpy
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from playbook.collecting import collect_seldom

_LENGTH = struct.Struct(">I")
_ROOT = str(Path(__file__).resolve().parent.parent)
"""Where this package was imported from: a child runs the same code as its parent."""


class _Limit:
    """How long a request may take, by the clock or by what its process had of a processor."""

    def __init__(self, pid: int, seconds: float, most: float) -> None:
        """`seconds` by the clock; where the process had less of a processor, until it had so much, and `most` by the clock."""
        self.pid, self.seconds, self.most = pid, seconds, most
        self.began, self.before = time.monotonic(), _processor_seconds(pid)

    def left(self) -> float:
        """Seconds that are worth waiting before asking again; 0 where the time is up."""
        passed = time.monotonic() - self.began
        if passed < self.seconds:
            return self.seconds - passed
        had = _processor_seconds(self.pid)
        return max(min(self.seconds - (had - self.before), self.most - passed), 0.0) if had < float("inf") else 0.0


def _processor_seconds(pid: int) -> float:
    """What a process had of a processor until now; more than any limit where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return float("inf")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Process(Protocol):
    """What a child needs of its process: `subprocess.Popen`, or one that was forked elsewhere."""

    pid: int
    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    @property
    def returncode(self) -> int | None:
        """What `wait` found."""

    def kill(self) -> None:
        """End it at once."""

    def wait(self, timeout: float | None = None) -> int | None:
        """Its exit status when it has ended, where that is known. Raises `subprocess.TimeoutExpired`."""


class Child:
    """One process, kept between requests because its libraries are slow to load; not for two threads at once."""

    def __init__(self, module: str, limit: int, *, process: Process | None = None) -> None:
        """Runs `module` as a script with the `limit` of its memory, in bytes, as its argument; `process` does so already."""
        self.owner = os.getpid()
        self.served = 0
        self.hangs = False
        """Whether the last request took longer than it may."""
        self.process: Process = process or started(module, str(limit))

    def ask(self, messages: Iterable[bytes], answers: int, seconds: float, *, patience: float = 1.0) -> list[bytes] | None:
        """So many answers to the messages; `None` where the process died or took too long.

        A process that had less of a processor than `seconds` may take `patience` times as long: on a machine that is busy
        with other things, that is no fault of what it works on.
        """
        assert self.process.stdin is not None  # noqa: S101  opened above
        try:
            self.process.stdin.write(b"".join(_LENGTH.pack(len(message)) + message for message in messages))
            self.process.stdin.flush()
            limit = _Limit(self.process.pid, seconds, seconds * patience)
            found = [self._message(limit) for _ in range(answers)]
        except TimeoutError:
            self.hangs = True
            return None
        except (OSError, EOFError):
            return None
        self.served += 1
        return found

    def _message(self, limit: _Limit) -> bytes:
        (size,) = _LENGTH.unpack(self._exactly(_LENGTH.size, limit))
        return self._exactly(size, limit)

    def _exactly(self, size: int, limit: _Limit) -> bytes:
        assert self.process.stdout is not None  # noqa: S101  as above
        descriptor = self.process.stdout.fileno()
        got = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            while len(got) < size:
                while not selector.select(limit.left()):
                    if limit.left() <= 0:
                        raise TimeoutError
                part = os.read(descriptor, min(size - len(got), 1 << 20))
                if not part:
                    raise EOFError
                got += part
        return bytes(got)

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was still to be written is of no use
                    pipe.close()
        self.process.wait()


def started(*arguments: str, passed: Collection[int] = ()) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours as a script, with its arguments and, where they are `passed`, open descriptors."""
    paths = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
    environment = {
        **os.environ,
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "2",
        "POLARS_MAX_THREADS": "1",
        "PYTHONPATH": paths,
    }
    return subprocess.Popen(  # noqa: S603  our own module, by name
        [sys.executable, "-P", "-m", __name__, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        pass_fds=passed,
    )


def answers_of(limit: int) -> BinaryIO:
    """In the child: the pipe to the parent. Whatever a library prints no longer stands between answers; `limit` holds."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError, ValueError):  # a system may allow less, or know no such limit
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return answers


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message."""
    pipe.write(_LENGTH.pack(len(message)) + message)
    pipe.flush()


def received(pipe: BinaryIO) -> bytes | None:
    """The next message; `None` where the pipe is closed."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    return pipe.read(size)


if __name__ == "__main__":
    collect_seldom()  # before the module loads its libraries
    sys.argv[:2] = [sys.argv[1]]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
