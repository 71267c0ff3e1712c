"""Contact data of a resume stands in no journal, ledger, report, error or line on a terminal, whatever goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from batch_cases import manifest, row
from conftest import COMPANIES, SAMPLES
from contact_cases import CONTACT, MARKS, NAME, found_in, records, resume

from playbook import consistency, scoring
from playbook.errors import StageFailure
from playbook.settings import CHECKOUT, Settings
from playbook.store.journal import Journal

ON = date(2026, 11, 23)
SECRET = " | ".join(CONTACT.splitlines()[2:])


def test_the_marks_stand_in_the_resume_and_the_search_finds_them(tmp_path: Path):
    assert found_in(resume(tmp_path).read_text(encoding="utf-8").replace("-0147", "-0147 0100147")) == set(MARKS)


def test_a_night_of_delivered_and_refused_rows_tells_no_contact_data(tmp_path: Path, settings: Settings):
    """A placeholder is refused with the words of the file, and a note with an address in it is no resume."""
    resume(tmp_path)
    resume(tmp_path, "placeholder.txt", more="\n[phone: +1 555-010-0147]\n")
    (tmp_path / "note.txt").write_text(SECRET, encoding="utf-8")
    path = manifest(tmp_path, *(row(NAME, id=file[:4], resume=file) for file in ("resume.txt", "placeholder.txt", "note.txt")))
    done = _batch(path, tmp_path / "out", settings)
    dry = _batch(path, tmp_path / "out", settings, "--dry-run")
    assert done.returncode == 3
    assert "resume.placeholder: found template text left in the resume: '[phone: ×" in done.stderr
    report = (tmp_path / "out" / "batch-report.html").read_text(encoding="utf-8")
    texts = records(settings)
    assert any("resume.placeholder" in text for text in texts)
    assert found_in(done.stderr, done.stdout, dry.stdout, dry.stderr, report, *texts) == set()


def test_a_stage_that_breaks_over_a_resume_does_not_quote_it(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    def breaks(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(scoring, "score", breaks)
    error = _failing_build(tmp_path, settings)
    assert error.code == "score.failed"
    assert found_in(error, *records(settings)) == set()


def test_a_contract_that_is_broken_is_told_without_the_value(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    from playbook.artifacts.document import Upload

    def breaks(*_: object) -> None:
        Upload.model_validate({"name": "Luis Herrera", "sha256": SECRET})

    monkeypatch.setattr(scoring, "score", breaks)
    error = _failing_build(tmp_path, settings)
    assert "sha256" in str(error)
    assert "Herrera" not in str(error)
    assert found_in(error, *records(settings)) == set()


def test_a_playbook_that_is_held_is_told_without_contact_data_and_without_the_name(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(consistency._RULES, "title-holds", lambda _: (1, [f"pitch: I am Luis Herrera, {SECRET}"]))
    error = _failing_build(tmp_path, settings)
    assert error.code == "held.title-holds"
    texts = records(settings)
    assert found_in(error, *texts) == set()
    assert not any("Herrera" in text for text in (str(error), *texts))


def test_a_fault_of_a_manifest_quotes_no_contact_data(tmp_path: Path, settings: Settings):
    resume(tmp_path)
    rows = row(NAME, resume="resume.txt") | {"name": f"Luis {SECRET}" * 3}, row(NAME, id="marked.mail@example.com")
    path = manifest(tmp_path, *rows)
    done = _batch(path, tmp_path / "out", settings)
    assert done.returncode == 2
    assert "manifest.invalid" in done.stderr
    assert "no safe name of a folder: ×" in done.stderr
    assert found_in(done.stdout, done.stderr.replace("(marked.mail@example.com)", "")) == set()


def test_a_journal_masks_whatever_is_written_into_its_columns_of_words(settings: Settings):
    with Journal(settings.journals, "run") as journal:
        journal.write("x", error=SECRET, samples=[SECRET, "fine"], degraded=[f"pitch: /0: {SECRET}"])
    (path,) = settings.journals.glob("*.ndjson")
    text = path.read_text(encoding="utf-8")
    assert "fine" in text
    assert found_in(text) == set()


def _failing_build(tmp_path: Path, settings: Settings) -> StageFailure:
    from flows.build_playbook import build
    from flows.intake import received

    case = received(
        resume(tmp_path), SAMPLES / NAME / "job.txt", company=COMPANIES[NAME], role=None, name=None, settings=settings
    )
    with pytest.raises(StageFailure) as failed:
        build(case, settings, model="embedded", on=ON)
    return failed.value


def _batch(path: Path, out: Path, settings: Settings, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "playbook.cli", "batch", str(path), "--out", str(out), "--date", f"{ON}", *more]
    environment = os.environ | {"PLAYBOOK_HOME": str(settings.home)}
    return subprocess.run(command, env=environment, cwd=CHECKOUT, capture_output=True, text=True, check=False)
