"""A document that hangs, crashes or eats memory costs that document alone."""

from __future__ import annotations

import os
import signal
from threading import Thread, Timer

import pytest

from playbook.errors import StageFailure
from playbook.rendering import pdf, press
from tests.playbook_factory import DAY

MADE = pdf.Made(DAY, b"press")
PAGE = '<html lang="en"><head><title>A page</title></head><body><h1>A page</h1><p>Words.</p></body></html>'


@pytest.fixture(autouse=True)
def fresh():
    """No process of an earlier test."""
    press.close()
    yield
    press.close()


def test_the_process_prints_what_this_one_would():
    assert press.printed(PAGE, "a4", MADE).pdf == pdf.write(pdf.lay_out(PAGE, "a4"), MADE)


def test_too_many_pages_are_counted_and_not_written():
    found = press.printed(PAGE.replace("Words.", "Words. " * 9000), "a4", MADE, most_pages=1)
    assert found.pdf is None
    assert found.pages > 1


def test_one_process_serves_many_documents_and_threads_have_their_own():
    press.printed(PAGE, "a4", MADE)
    (first,) = press._IDLE
    press.printed(PAGE, "letter", MADE)
    assert [first] == press._IDLE
    assert first.served == 2
    with press._press() as held:
        thread = Thread(target=press.printed, args=(PAGE, "a4", MADE))
        thread.start()
        thread.join()
    assert held is first
    assert len(press._IDLE) == min(2, os.cpu_count() or 1)


def test_a_process_that_was_killed_fails_that_document_and_the_next_is_printed():
    press.printed(PAGE, "a4", MADE)
    (child,) = press._IDLE
    os.kill(child.process.pid, signal.SIGKILL)
    child.process.wait()
    with pytest.raises(StageFailure) as failed:
        press.printed(PAGE, "a4", MADE)
    assert failed.value.code == "render.limits"
    assert press.printed(PAGE, "a4", MADE).pages == 1


def test_a_process_that_got_no_processor_is_waited_for(monkeypatch: pytest.MonkeyPatch):
    press.printed(PAGE, "a4", MADE)
    (child,) = press._IDLE
    os.kill(child.process.pid, signal.SIGSTOP)
    monkeypatch.setattr(press, "_SECONDS", 1.0)
    Timer(1.5, os.kill, (child.process.pid, signal.SIGCONT)).start()
    assert press.printed(PAGE, "a4", MADE).pages == 1


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch):
    press.printed(PAGE, "a4", MADE)
    (child,) = press._IDLE
    os.kill(child.process.pid, signal.SIGSTOP)
    monkeypatch.setattr(press, "_SECONDS", 0.2)
    with pytest.raises(StageFailure, match=r"more than 0\.2 seconds"):
        press.printed(PAGE, "a4", MADE)
    assert child.process.poll() is not None


def test_a_document_that_needs_more_memory_than_allowed_fails(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(press, "_BYTES", 150_000_000)
    with pytest.raises(StageFailure):
        press.printed(PAGE.replace("Words.", "<p>Words.</p>" * 60_000), "a4", MADE)


def test_parts_nested_too_deeply_are_said():
    with pytest.raises(StageFailure, match="nested too deeply"):
        press.printed(PAGE.replace("Words.", "<div>" * 900 + "x" + "</div>" * 900), "a4", MADE)


def test_a_process_is_replaced_after_so_many_documents(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(press, "_SERVED", 1)
    press.printed(PAGE, "a4", MADE)
    assert not press._IDLE
