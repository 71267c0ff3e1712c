"""A process that has loaded what its children need, and forks them: libraries are imported once, and the memory is shared.

It works on nothing itself and has one thread, without which a fork would not be sound; it ends when its parent does. A module
whose children are forked so has two functions: `prepare`, which loads and is given a message, and `main`, which serves.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from threading import Lock
from typing import IO, NoReturn

from playbook.children import Child, received, send, started
from playbook.collecting import settle

_REQUEST = struct.Struct(">cq")
"""Either `_FORK` and the memory that the child may have, in bytes, with two descriptors; or `_STATUS` and a child's id."""
_ANSWER = struct.Struct(">?q")
"""Whether there is an answer, and the child's id or its exit status."""
_FORK, _STATUS = b"f", b"s"
_LOOKS = 0.02
"""Seconds between two looks at whether a child has ended."""


class Mould:
    """The parent's end of the forking process. Its children are asked for by any thread."""

    def __init__(self, module: str, message: bytes = b"") -> None:
        """Starts it: it imports `module` and gives its `prepare` the message, while the parent goes on."""
        self._lock = Lock()
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = started(__name__, module, str(theirs.fileno()), passed=(theirs.fileno(),))
        self.module = module
        with contextlib.suppress(OSError):  # it died already: the first child is refused
            assert self._process.stdin is not None  # noqa: S101  opened by `started`
            send(self._process.stdin, message)

    def child(self, limit: int) -> Child:
        """A new child with so many bytes of memory. Raises `ChildProcessError` where the forking process is gone."""
        reads, requests = os.pipe()
        answers, writes = os.pipe()
        try:
            found = self._asked(_FORK, limit, (reads, writes))
        finally:
            os.close(reads)
            os.close(writes)
        if found is None:
            os.close(requests)
            os.close(answers)
            raise ChildProcessError(self._process.poll())
        forked = Forked(self, found, os.fdopen(requests, "wb"), os.fdopen(answers, "rb"))
        return Child(self.module, limit, process=forked)

    def status_of(self, pid: int) -> int | None:
        """The exit status of a child of its own, negative for a signal; `None` where it lives, or nobody knows any more."""
        return self._asked(_STATUS, pid)

    def close(self) -> None:
        """End it. Its children are ended by who has them."""
        self._process.kill()  # before its line is closed: a thread that waits for an answer is woken by the other end only
        self._line.close()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()

    @property
    def is_gone(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def _asked(self, kind: bytes, number: int, descriptors: tuple[int, ...] = ()) -> int | None:
        request = _REQUEST.pack(kind, number)
        with self._lock:
            try:
                if descriptors:
                    socket.send_fds(self._line, [request], descriptors)
                else:
                    self._line.sendall(request)
                answer = self._line.recv(_ANSWER.size, socket.MSG_WAITALL)
            except OSError:
                return None
        known, value = _ANSWER.unpack(answer) if len(answer) == _ANSWER.size else (False, 0)
        return value if known else None


class Forked:
    """The process of such a child, as `subprocess.Popen` would show it; the mould keeps its exit status until it is asked."""

    def __init__(self, mould: Mould, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        """Of a process that the mould has just forked, with the parent's ends of its pipes."""
        self._mould = mould
        self.pid = pid
        self.stdin: IO[bytes] | None = stdin
        self.stdout: IO[bytes] | None = stdout
        self.returncode: int | None = None

    def kill(self) -> None:
        """End it at once."""
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int | None:
        """Its exit status when it has ended; `None` where the mould is gone, which alone knew it.

        Raises `subprocess.TimeoutExpired`.
        """
        until = None if timeout is None else time.monotonic() + timeout
        while self.returncode is None and not self._mould.is_gone:
            self.returncode = self._mould.status_of(self.pid)
            if self.returncode is None:
                if until is not None and time.monotonic() >= until:
                    raise subprocess.TimeoutExpired(self._mould.module, timeout or 0.0)
                time.sleep(_LOOKS)
        return self.returncode


def main() -> None:
    """Load, and fork whenever the parent asks, until it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the parent at a terminal stops this through it
    name, line = sys.argv[1], socket.socket(fileno=int(sys.argv[2]))
    module = import_module(name)
    module.prepare(received(sys.stdin.buffer) or b"")
    settle()
    while True:
        request, sent, _, _ = socket.recv_fds(line, _REQUEST.size, 2, socket.MSG_WAITALL)
        if len(request) < _REQUEST.size:
            return
        kind, number = _REQUEST.unpack(request)
        if kind == _STATUS:
            line.sendall(_ANSWER.pack(*_status(number)))
            continue
        pid = os.fork()
        if not pid:
            line.close()
            _serve(module.main, name, number, sent)
        for descriptor in sent:
            os.close(descriptor)
        line.sendall(_ANSWER.pack(1, pid))


def _status(pid: int) -> tuple[bool, int]:
    try:
        ended, status = os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return False, 0
    return bool(ended), os.waitstatus_to_exitcode(status) if ended else 0


def _serve(main: Callable[[], None], name: str, limit: int, descriptors: list[int]) -> NoReturn:
    """In the child: be the script that it would be if it had been started by itself."""
    status = 1
    try:
        for descriptor, standard in zip(descriptors, (0, 1), strict=True):
            os.dup2(descriptor, standard)
            os.close(descriptor)
        sys.argv = [name, str(limit)]
        main()
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
