"""A file that hangs, crashes or eats memory costs that file alone."""

from __future__ import annotations

import os
import signal
import time

import pytest

from playbook.errors import Refusal
from playbook.intake import sandbox
from playbook.intake.read import read_bytes

PARAGRAPHS = "".join(
    f"<p>You will lead team {number} and must have {number} years of experience with it.</p>" for number in range(8)
)
PAGE = f"<html><body><main>{PARAGRAPHS}</main></body></html>".encode()


@pytest.fixture(autouse=True)
def fresh():
    """No process of an earlier test."""
    sandbox.close()
    yield
    sandbox.close()


def test_a_guarded_reading_is_the_plain_one():
    assert sandbox.read_guarded(PAGE, "job", "html") == read_bytes(PAGE, "job", "html")


def test_a_refusal_comes_back_as_it_was_raised():
    with pytest.raises(Refusal) as refused:
        sandbox.read_guarded(b"%PDF-1.4 nothing", "resume", "pdf")
    assert refused.value.code == "resume.unreadable"


def test_one_process_serves_many_files():
    sandbox.read_guarded(PAGE, "job", "html")
    (child,) = sandbox._CHILDREN.values()
    sandbox.read_guarded(PAGE, "job", "html")
    assert list(sandbox._CHILDREN.values()) == [child]
    assert child.served == 2


def test_a_process_that_was_killed_refuses_that_file_and_the_next_is_read():
    sandbox.read_guarded(PAGE, "job", "html")
    (child,) = sandbox._CHILDREN.values()
    os.kill(child.process.pid, signal.SIGKILL)
    child.process.wait()
    with pytest.raises(Refusal) as refused:
        sandbox.read_guarded(PAGE, "job", "html")
    assert refused.value.code == "job.unreadable"
    assert sandbox.read_guarded(PAGE, "job", "html").text


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch):
    sandbox.read_guarded(PAGE, "job", "html")
    (child,) = sandbox._CHILDREN.values()
    os.kill(child.process.pid, signal.SIGSTOP)
    monkeypatch.setattr(sandbox, "_SECONDS", 0.2)
    with pytest.raises(Refusal) as refused:
        sandbox.read_guarded(PAGE, "job", "html")
    assert "more than 0.2 seconds" in refused.value.found
    assert child.process.poll() is not None


def test_a_file_that_needs_more_memory_than_allowed_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sandbox, "_BYTES", 60_000_000)
    heavy = b"<html><body>" + b"<p>word</p>" * 800_000 + b"</body></html>"
    with pytest.raises(Refusal) as refused:
        sandbox.read_guarded(heavy, "job", "html")
    assert refused.value.code in {"job.unreadable", "job.empty"}  # the parser may stop early instead
    monkeypatch.undo()
    assert sandbox.read_guarded(PAGE, "job", "html").text


def test_text_that_only_this_project_reads_needs_no_process():
    sandbox.read_guarded(b"You will lead a team. You must have five years of experience. " * 8, "job", "text")
    assert not sandbox._CHILDREN


def test_the_processes_end_with_their_parent():
    sandbox.read_guarded(PAGE, "job", "html")
    (child,) = sandbox._CHILDREN.values()
    sandbox.close()
    deadline = time.monotonic() + 5
    while child.process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert child.process.poll() is not None
