"""The wrapper of every stage: what is unchanged does not run, what is wrong is not stored, all of it is journalled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from playbook.artifacts.document import ReadingNote
from playbook.artifacts.inspection import CheckResult
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.journal import Journal
from tasks.run import Run, Workplace
from tasks.stage import Stage, _imported, code_revision, stage

CALLS: list[str] = []


def _no_shouting(artifact: ReadingNote, *_: object) -> tuple[CheckResult, ...]:
    bad = int(artifact.message.isupper())
    return (CheckResult(rule="resume-ids", ok=not bad, n=1, bad=bad, samples=(artifact.message,) * bad),)


@stage(code=("playbook.grounding",), packs=("verbs",), check=_no_shouting)
def echo(run: Run, text: str) -> ReadingNote:
    """A stage for tests: what it is told, as a note."""
    CALLS.append(text)
    if text == "refuse":
        raise Refusal("job.not-a-job", found="a poem", wanted="a posting", remedy="send the posting")
    if text == "break":
        message = "boom"
        raise RuntimeError(message)
    if run.model != "embedded":
        run.pending.calls += 1
        run.pending.degraded.append("/x: too long")
    return ReadingNote(code="echo", message=text)


@pytest.fixture
def run(settings: Settings) -> Iterator[Run]:
    """A run with a journal of its own."""
    CALLS.clear()
    with Journal(settings.journals, "test") as journal:
        yield Run("test", Workplace(settings), journal, "embedded", date(2026, 11, 23))


def rows(settings: Settings) -> list[dict[str, object]]:
    """The rows of the open journal."""
    (path,) = settings.journals.iterdir()
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_stage_runs_once_for_the_same_inputs(run: Run, settings: Settings):
    assert echo(run, "hello") == echo(run, "hello")
    assert CALLS == ["hello"]
    assert (run.spent.executed, run.spent.cached) == (1, 1)
    assert [row["status"] for row in rows(settings) if row["table"] == "stage_run"] == ["ok", "cached"]


def test_another_input_another_run(run: Run):
    assert echo(run, "hello").sha != echo(run, "world").sha
    assert CALLS == ["hello", "world"]


def test_an_unworded_stage_does_not_depend_on_the_model_and_a_worded_one_does(run: Run):
    other = replace(run, model="openai/x")
    assert echo.key(run, ("a",)) == echo.key(other, ("a",))
    worded: Stage[ReadingNote] = replace(echo, worded=True)
    assert worded.key(run, ("a",)) != worded.key(other, ("a",))


def test_a_lost_artifact_is_made_again(run: Run):
    ref = echo(run, "hello")
    (run.place.settings.artifacts / ref.sha[:2] / ref.sha).unlink()
    assert echo(run, "hello") == ref
    assert CALLS == ["hello", "hello"]


def test_a_damaged_artifact_is_made_again(run: Run):
    ref = echo(run, "hello")
    (run.place.settings.artifacts / ref.sha[:2] / ref.sha).write_bytes(b"damaged")
    assert echo(run, "hello") == ref
    assert CALLS == ["hello", "hello"]
    assert run.place.blobs.has(ref.sha)


def test_only_what_a_provider_was_asked_for_waits_for_the_disk(run: Run, monkeypatch: pytest.MonkeyPatch):
    """After a power cut the rest is missed or damaged, which is seen, and made again for nothing."""
    waited: list[int] = []
    monkeypatch.setattr("os.fsync", waited.append)
    echo(run, "hello")
    assert not waited
    echo(replace(run, model="openai/x"), "paid for")
    assert len(waited) == 1


def test_what_fails_its_check_is_not_stored_and_the_finding_is_journalled(run: Run, settings: Settings):
    with pytest.raises(StageFailure, match=r"check\.resume-ids.*SHOUT"):
        echo(run, "SHOUT")
    assert not run.place.keys.get(echo.key(run, ("SHOUT",)))
    check, outcome = rows(settings)
    assert (check["table"], check["ok"], check["bad"]) == ("check_result", False, 1)
    assert (outcome["status"], outcome["error_code"]) == ("failed", "check.resume-ids")


def test_a_refusal_passes_through_and_a_crash_becomes_a_failure_of_the_stage(run: Run, settings: Settings):
    with pytest.raises(Refusal):
        echo(run, "refuse")
    with pytest.raises(StageFailure, match=r"echo\.failed: found RuntimeError: boom"):
        echo(run, "break")
    assert [row["error_code"] for row in rows(settings)] == ["job.not-a-job", "echo.failed"]


def test_what_the_model_did_not_write_is_remembered_with_the_artifact(run: Run):
    other = replace(run, model="openai/x")
    echo(other, "hello")
    again = replace(other, origin=type(run.origin)(), spent=type(run.spent)())
    echo(again, "hello")
    assert again.spent.cached == 1
    assert again.origin.degraded == ["/x: too long"]


def test_values_stand_in_the_journal_as_hashes_only(run: Run, settings: Settings):
    echo(run, "Jordan M. Chen")
    assert "Jordan" not in json.dumps(rows(settings))


def test_the_revision_of_a_module_covers_what_it_imports():
    assert code_revision("playbook.grounding") != code_revision("playbook.provenance")
    assert code_revision("playbook.grounding") == code_revision("playbook.grounding")


def test_a_module_that_is_imported_from_its_package_counts_as_code():
    source = b"from playbook.grounding import facts, issues\nfrom playbook.reading import (\n    dates,\n)\n"
    assert set(_imported(source)) == {
        "playbook.grounding",
        "playbook.grounding.facts",
        "playbook.reading",
        "playbook.reading.dates",
    }
