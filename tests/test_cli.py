"""The command line: the interface's exit codes, one line for each refusal, the same bytes twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import COMPANIES, SAMPLES

from flows import build_playbook
from flows.publication import FILES
from playbook.cli import main
from playbook.commands.doctor import examine

PLAYBOOK = [sys.executable, "-m", "playbook.cli"]


def run(home: Path, *arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run `playbook` with a home of its own."""
    env = {**os.environ, "PLAYBOOK_HOME": str(home), "COLUMNS": "200", **variables}
    return subprocess.run([*PLAYBOOK, *arguments], input=stdin, capture_output=True, env=env, check=False, timeout=120)


def build(home: Path, name: str, out: Path, *more: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Build the playbook of a sample case."""
    folder = SAMPLES / name
    options = ("--company", COMPANIES[name], "--out", str(out), "--date", "2026-11-23", *more)
    return run(home, "build", str(folder / "resume.txt"), str(folder / "job.txt"), *options, **variables)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `home`, `out` and `imported`: one build of the nurse's case, and each module that it imported."""
    folder = tmp_path_factory.mktemp("built")
    told = {"PYTHONPROFILEIMPORTTIME": "1", "PLAYBOOK_MLFLOW": "http://127.0.0.1:9"}
    finished = build(folder / "home", "amara-okafor", folder / "out", **told)
    assert finished.returncode == 0, finished.stderr.decode()
    assert finished.stdout.decode().split() == [str(folder / "out" / name) for name in FILES]
    imports = [line for line in finished.stderr.decode().splitlines() if line.startswith("import time:")]
    (folder / "imported").write_text("\n".join(line.rpartition("|")[2].strip() for line in imports))
    return folder


def test_a_build_leaves_the_six_files_of_the_interface(built: Path):
    assert sorted(path.name for path in (built / "out").iterdir()) == sorted(FILES)
    record = json.loads((built / "out" / "playbook.json").read_text())
    assert record["schema_version"] == 1
    assert list(record["sections"]) == [
        "snapshot",
        "standing",
        "decoding",
        "pitch",
        "stories",
        "questions",
        "scripts",
        "asks",
        "plan",
        "cheat_sheet",
    ]


def test_the_same_build_again_runs_no_stage_and_gives_the_same_bytes(built: Path):
    finished = build(built / "home", "amara-okafor", built / "again")
    assert b": 0 of " in finished.stderr
    for name in FILES:
        assert (built / "again" / name).read_bytes() == (built / "out" / name).read_bytes(), name


def test_a_build_tells_its_run_and_its_files_as_json(built: Path, tmp_path: Path):
    finished = build(built / "home", "amara-okafor", tmp_path / "out", "--json")
    told = json.loads(finished.stdout)
    assert told["run"] == json.loads((built / "out" / "playbook.json").read_text())["run"]["id"]
    assert told["files"] == [str(tmp_path / "out" / name) for name in FILES]


def test_with_prefect_a_build_tells_its_run_and_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.setitem(vars(build_playbook), "build_playbook", lambda *_, **__: "4711")
    folder = SAMPLES / "amara-okafor"
    arguments = (
        "build",
        str(folder / "resume.txt"),
        str(folder / "job.txt"),
        "--company",
        "Acme",
        "--out",
        str(tmp_path / "out"),
    )
    for more in ((), ("--json",)):
        with pytest.raises(SystemExit) as ended:
            main((*arguments, *more))
        assert ended.value.code == 0
        said = capsys.readouterr()
        assert "playbook show 4711" in said.err
        told = json.loads(said.out) if more else {"run": "4711", "files": said.out.split()}
        assert told == {"run": "4711", "files": [str(tmp_path / "out" / name) for name in FILES]}


def test_filled_in_answers_reach_the_page_and_only_their_section_is_made_again(built: Path, tmp_path: Path):
    rows = yaml.safe_load((built / "out" / "answers.yaml").read_text())
    for row in rows["answers"]:
        if "Story 2 " in row["where"]:
            row["answer"] = "the night shift had three patients on one monitor"
    (tmp_path / "filled.yaml").write_text(yaml.safe_dump(rows))
    finished = build(built / "home", "amara-okafor", tmp_path / "out", "--answers", str(tmp_path / "filled.yaml"))
    assert finished.returncode == 0, finished.stderr.decode()
    assert b": 4 of " in finished.stderr  # the stories are answered; the playbook is put together, checked and rendered
    assert b"1 stories are yours" in finished.stderr
    record = json.loads((tmp_path / "out" / "playbook.json").read_text())
    assert [story["marker"] for story in record["sections"]["stories"]["stories"]].count("yours") == 1
    own = [claim for claim in record["claims"] if claim["provenance"] == "candidate"]
    assert own
    assert all(any(source["document"] == "answers" for source in claim["sources"]) for claim in own)
    shown = json.loads(run(built / "home", "show", record["run"]["id"], "--json").stdout)["run"]
    assert (shown["answered"] > 0, shown["stories_yours"]) == (True, 1)


@pytest.mark.parametrize("name", ["playbook.pdf", "playbook.json"])
def test_explain_shows_a_sentence_with_its_source_in_context(built: Path, name: str):
    record = json.loads((built / "out" / "playbook.json").read_text())
    claim = next(one for one in record["claims"] if one["provenance"] == "resume" and one["sources"])
    by_id = run(built / "home", "explain", str(built / "out" / name), claim["id"]).stdout.decode()
    assert claim["text"] in by_id
    assert f"»{claim['sources'][0]['quote']}«" in by_id
    by_words = run(built / "home", "explain", str(built / "out" / name), claim["text"][3:40], "--json").stdout
    assert claim["id"] in {one["id"] for one in json.loads(by_words)}


@pytest.mark.parametrize(
    ("name", "claim", "code"), [("playbook.json", "c9999", "claim.unknown"), ("handout.pdf", "c001", "explain.unreadable")]
)
def test_what_cannot_be_explained_is_refused(built: Path, name: str, claim: str, code: str):
    finished = run(built / "home", "explain", str(built / "out" / name), claim)
    assert finished.returncode == 2
    assert code in finished.stderr.decode()


def test_runs_and_show_tell_what_ran(built: Path):
    row = min(json.loads(run(built / "home", "runs", "--json").stdout), key=lambda one: one["finished_at"])
    assert (row["status"], row["company"], row["model"]) == ("ok", "Riverbend", "embedded")
    shown = json.loads(run(built / "home", "show", row["run_id"][:6], "--json").stdout)
    assert {stage["stage"] for stage in shown["stages"]} >= {"read", "match", "score", "draft_stories", "render"}
    assert {check["rule"] for check in shown["checks"]} >= {"resume-spans", "numbers-grounded", "references-resolve"}
    assert b"draft_stories" in run(built / "home", "show", row["run_id"]).stdout


def test_inspect_finds_nothing_in_a_finished_playbook_and_something_in_a_forged_one(built: Path, tmp_path: Path):
    path = built / "out" / "playbook.json"
    assert run(built / "home", "inspect", str(path)).returncode == 0
    record = json.loads(path.read_text())
    claim = next(claim for claim in record["claims"] if claim["provenance"] == "resume")
    claim["text"] = claim["stated"] = "You led 4711 nurses at Globex."
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(record))
    finished = run(built / "home", "inspect", str(forged))
    assert finished.returncode == 1
    assert b"4,711" in finished.stdout
    assert b"Globex" in finished.stdout


def test_no_contact_data_reaches_journals_or_the_record(built: Path):
    texts = [path.read_text() for path in (built / "home" / "journals").iterdir()]
    texts.append((built / "out" / "playbook.json").read_text())
    for text in texts:
        assert "amara.okafor@example.com" not in text
        assert "010-0177" not in text


def test_a_build_imports_no_server_and_no_expectations_and_traces_nothing(built: Path):
    imported = set((built / "imported").read_text().split())
    assert "playbook.rendering.press" in imported
    assert not imported & {"prefect", "great_expectations", "litellm", "mlflow", "evals.tracing"}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Bad and good inputs by name."""
    resume, job = SAMPLES / "jordan-chen" / "resume.txt", SAMPLES / "jordan-chen" / "job.txt"
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "junk.pdf").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "junk.docx").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "photo.jpeg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "short.txt").write_text("We need a nurse who can start on Monday. Call us.")
    (tmp_path / "file").write_text("in the way")
    bad = {path.name: str(path) for path in tmp_path.iterdir()}
    return {**bad, "missing": str(tmp_path / "none.pdf"), "resume": str(resume), "job": str(job), "out": str(tmp_path / "out")}


@pytest.mark.parametrize(
    ("resume", "job", "company", "out", "code"),
    [
        ("missing", "job", "Amazon", "out", "resume.missing"),
        ("resume", "missing", "Amazon", "out", "job.missing"),
        ("photo.jpeg", "job", "Amazon", "out", "resume.unsupported"),
        ("empty.txt", "job", "Amazon", "out", "resume.empty"),
        ("junk.pdf", "job", "Amazon", "out", "resume.unreadable"),
        ("junk.docx", "job", "Amazon", "out", "resume.unreadable"),
        ("junk.txt", "job", "Amazon", "out", "resume.unreadable"),
        ("resume", "resume", "Amazon", "out", "job.not-a-job"),
        ("job", "job", "Amazon", "out", "resume.not-a-resume"),
        ("resume", "short.txt", "Amazon", "out", "job.too-short"),
        ("resume", "job", "A" * 10_000, "out", "company.invalid"),
        ("resume", "job", " ", "out", "company.invalid"),
        ("resume", "job", "Amazon", "file", "out.unwritable"),
    ],
)
def test_bad_input_is_refused_in_one_line_with_nothing_left_behind(  # noqa: PLR0913
    resume: str, job: str, company: str, out: str, code: str, files: dict[str, str], tmp_path: Path
):
    finished = run(tmp_path / "home", "build", files[resume], files[job], "--company", company, "--out", files[out])
    error = finished.stderr.decode()
    assert finished.returncode == 2, error
    assert error.startswith(f"playbook: {code}: found ")
    assert "; wanted " in error
    assert error.count("\n") == 1
    assert len(error) < 1000
    assert not (tmp_path / "out").exists()
    assert finished.stdout == b""


def test_a_resume_may_come_from_standard_input(tmp_path: Path):
    path = SAMPLES / "luis-herrera" / "resume.txt"
    piped = run(tmp_path / "home", "read", "-", "--json", stdin=path.read_bytes())
    assert piped.returncode == 0, piped.stderr.decode()
    assert piped.stdout == run(tmp_path / "home", "read", str(path), "--json").stdout


def test_an_unknown_run_is_refused_with_the_remedy(tmp_path: Path):
    finished = run(tmp_path / "home", "show", "nope")
    assert finished.returncode == 2
    assert b"run.unknown" in finished.stderr


def test_doctor_says_what_it_found(tmp_path: Path):
    finished = run(tmp_path / "home", "doctor", "--json")
    assert finished.returncode == 0, finished.stdout
    assert {finding["part"] for finding in json.loads(finished.stdout)} == {"pango", "packs", "store", "ledger", "model"}


def test_doctor_tells_that_fonts_are_cut_otherwise_where_a_library_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    from weasyprint.text import ffi

    monkeypatch.setenv("PLAYBOOK_HOME", str(tmp_path))
    monkeypatch.setattr(ffi, "harfbuzz_subset", None)
    assert examine(as_json=False) == 0  # a build does without it
    assert "without HarfBuzz's subsetter, libharfbuzz-subset0" in capsys.readouterr().out
