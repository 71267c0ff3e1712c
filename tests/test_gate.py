"""A batch that waits to be judged: nothing is published before, what passed is published after, or when somebody releases it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from batch_cases import batch, manifest, row

from flows.batch_report import REPORT
from flows.batch_row import Outcome, RowRequest, build_row
from flows.build_batch import Done, build_batch
from flows.expectation_page import PAGE
from flows.expectations import Judged, Verdict, is_installed
from flows.gate import check_gate, passed_of, rendering_of
from flows.publication import FILES
from flows.release import release
from flows.rerun import earlier_run, run_again, undelivered
from playbook.cli import main
from playbook.commands.ledger import batch_of
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.database import migrate, open_database
from playbook.store.ledger import LEDGER, ledger

GOOD = ("luis-herrera", "amara-okafor")
MET = Verdict(level="met", results=(Judged(rule="rows-ended", severity="block", ok=True, n=2),))
BROKEN = Verdict(
    level="held",
    why="failures-few: 2 of 32",
    results=(Judged(rule="failures-few", severity="block", ok=False, n=32, bad=2, observed=0.0625),),
)
ALARM = Verdict(level="alarm", why="fit-spreads: 1")
LOST = Verdict(level="not judged", why="the process of the expectations: it died (exit -9)")


class Here:
    """Builds rows in this process: nothing in this file is about theirs."""

    def __init__(self, **_: object) -> None:
        """Nothing here hangs."""

    def build(self, request: RowRequest) -> Outcome:
        """The outcome of a row."""
        return build_row(request)

    def close(self) -> None:
        """There is nothing to end."""


@pytest.fixture(autouse=True)
def _rows_are_built_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.build_batch.Workers", Here)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home that has the artifacts of the good rows: what this file builds is found in the store."""
    folder = tmp_path_factory.mktemp("gate")
    settings = Settings(home=folder / "home", _env_file=None)
    build_batch(batch(manifest(folder, *map(row, GOOD)), folder / "out", jobs=1), settings, workers=Here())  # type: ignore[arg-type]
    return settings


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch):
    """Lets the expectations say something, as if the library were there."""
    monkeypatch.setattr("flows.gate.is_installed", lambda: True)

    def say(verdict: Verdict) -> None:
        monkeypatch.setattr("flows.gate.judge", lambda *_: verdict)

    return say


def waited(settings: Settings, folder: Path, *rows: dict[str, str], **options: object) -> Done:
    """A batch of the good rows, or of these, that waits."""
    path = manifest(folder, *(rows or map(row, GOOD)))
    return build_batch(batch(path, folder / "out", gate="hold", **options), settings)


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return [path.name for path in folder.iterdir()]


def found(settings: Settings, batch_id: str) -> dict:
    """The batch as the ledger has it."""
    with ledger(settings) as connection:
        return batch_of(connection, batch_id)


def test_a_batch_that_meets_its_expectations_is_published_whole(home: Settings, tmp_path: Path, says):
    says(MET)
    done = waited(home, tmp_path)
    assert [one.status for one in done.outcomes] == ["delivered"] * 2
    assert sorted(names(tmp_path / "out")) == sorted((*GOOD, REPORT, PAGE))
    assert sorted(names(tmp_path / "out" / GOOD[0])) == sorted(FILES)
    state = found(home, done.batch_id)
    assert (state["decision"], state["delivered"], state["passed"]) == ("met", 2, 0)


def test_nothing_appears_before_the_whole_batch_is_judged(
    home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch
):
    says(MET)
    seen: list[list[str]] = []
    monkeypatch.setattr("flows.gate.judge", lambda *_: seen.append(names(tmp_path)) or MET)
    waited(home, tmp_path)
    assert "out" not in seen[0]


@pytest.mark.parametrize("verdict", [BROKEN, LOST], ids=["not met", "not judged"])
def test_a_held_batch_publishes_nothing_but_its_report_and_says_why(home: Settings, tmp_path: Path, says, verdict: Verdict):
    says(verdict)
    done = waited(home, tmp_path)
    assert done.is_held
    assert [one.status for one in done.outcomes] == ["passed"] * 2
    assert REPORT in names(tmp_path / "out")
    assert set(names(tmp_path / "out")) <= {REPORT, PAGE}
    state = found(home, done.batch_id)
    assert (state["decision"], state["why"], state["delivered"], state["passed"]) == ("held", verdict.why, 0, 2)
    assert f"held: {verdict.why}" in (tmp_path / "out" / REPORT).read_text()


def test_an_alarm_holds_nothing(home: Settings, tmp_path: Path, says):
    says(ALARM)
    assert waited(home, tmp_path).counts["delivered"] == 2


def test_without_hold_each_is_published_as_it_passes_and_a_critical_expectation_is_an_alarm(
    home: Settings, tmp_path: Path, says
):
    says(BROKEN)
    done = build_batch(batch(manifest(tmp_path, *map(row, GOOD)), tmp_path / "out", gate="alarm"), home)
    assert done.settled is not None
    assert (done.settled.decision, done.counts["delivered"], done.is_held) == ("alarm", 2, False)


@pytest.mark.parametrize(
    "error",
    [
        StageFailure("ledger.locked", found="another process", wanted="one that writes", remedy="wait"),
        ZeroDivisionError("a fault of ours"),
    ],
    ids=["locked", "broken"],
)
def test_a_ledger_that_cannot_be_asked_when_the_batch_ends_holds_it(
    home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    says(MET)

    def locked(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("flows.gate.ledger", locked)
        done = waited(home, tmp_path)
    assert done.is_held
    assert str(error) in found(home, done.batch_id)["why"]


def test_a_release_publishes_what_passed_and_the_ledger_knows_who_why_and_when(home: Settings, tmp_path: Path, says):
    says(BROKEN)
    done = waited(home, tmp_path, row(GOOD[0]), row(GOOD[0], id="poem", resume="poem.txt"))
    published, unpublished = release(found(home, done.batch_id), home, by="Ann Weld", why="two files were mine")
    assert (published, unpublished) == ((GOOD[0],), {})
    assert sorted(names(tmp_path / "out" / GOOD[0])) == sorted(FILES)
    assert not (tmp_path / "out" / "poem").exists()
    state = found(home, done.batch_id)
    assert (state["decision"], state["decided_by"], state["why"]) == ("released", "Ann Weld", "two files were mine")
    assert (state["delivered"], state["refused"], state["passed"]) == (1, 1, 0)
    assert state["decided_at"] is not None


def test_what_is_not_to_be_released_is_refused(home: Settings, tmp_path: Path, says):
    says(BROKEN)
    held = waited(home, tmp_path / "held").batch_id
    with pytest.raises(Refusal, match=r"release\.unexplained"):
        release(found(home, held), home, by="Ann", why=" ")
    release(found(home, held), home, by="Ann", why="mine")
    with pytest.raises(Refusal, match=r"release\.not-held.*released by Ann on"):
        release(found(home, held), home, by="Ann", why="mine")
    with pytest.raises(Refusal, match=r"batch\.unknown"):
        found(home, "none")
    none = waited(home, tmp_path / "none", row(GOOD[0], resume="poem.txt")).batch_id
    with pytest.raises(Refusal, match=r"release\.nothing"):
        release(found(home, none), home, by="Ann", why="mine")
    says(MET)
    published = waited(home, tmp_path / "met").batch_id
    with pytest.raises(Refusal, match=r"release\.not-held.*published"):
        release(found(home, published), home, by="Ann", why="mine")


def test_a_release_with_a_file_missing_publishes_nothing_until_the_run_made_it_anew(home: Settings, tmp_path: Path, says):
    settings = Settings(home=tmp_path / "home", _env_file=None)
    shutil.copytree(home.home, settings.home)
    says(BROKEN)
    held = waited(settings, tmp_path)
    out = tmp_path / "out"
    with ledger(settings) as connection:
        passed = passed_of(connection, held.batch_id)
    lost = rendering_of(passed[0], settings).files["playbook.pdf"]
    (settings.artifacts / lost[:2] / lost).unlink()
    with pytest.raises(Refusal, match=r"release\.artifacts-missing: found 1 of 2") as refused:
        release(found(settings, held.batch_id), settings, by="Ann", why="mine")
    assert set(names(out)) <= {REPORT, PAGE}
    assert passed[0].run_id in str(refused.value)
    with ledger(settings) as connection:
        earlier = earlier_run(connection, passed[0].run_id)
    run_again(earlier, settings, again_from="render")
    assert set(names(out)) <= {REPORT, PAGE}
    assert len(release(found(settings, held.batch_id), settings, by="Ann", why="mine")[0]) == 2


def test_a_run_of_a_held_batch_is_built_again_and_not_published(home: Settings, tmp_path: Path, says):
    says(BROKEN)
    done = waited(home, tmp_path)
    with ledger(home) as connection:
        earlier = earlier_run(connection, done.outcomes[0].run_id or "")
    assert earlier.is_withheld
    run_again(earlier, home)
    assert not (tmp_path / "out" / GOOD[0]).exists()
    assert found(home, done.batch_id)["passed"] == 2


def test_rerun_of_a_held_batch_builds_what_failed_judges_all_and_publishes_all(home: Settings, tmp_path: Path, says):
    says(BROKEN)
    done = waited(home, tmp_path, row(GOOD[0]), row(GOOD[1], resume="poem.txt"))
    assert done.counts == {"delivered": 0, "held": 0, "refused": 1, "failed": 0, "passed": 1}
    (tmp_path / "poem.txt").write_bytes(Path(row(GOOD[1])["resume"]).read_bytes())
    says(MET)
    with ledger(home) as connection:
        left = undelivered(connection, batch_of(connection, done.batch_id), None)
    assert (left.gate, left.only) == ("hold", frozenset({GOOD[1]}))
    again = build_batch(left, home)
    assert again.settled is not None
    assert sorted(again.settled.published) == sorted(GOOD)
    state = found(home, done.batch_id)
    assert (state["decision"], state["delivered"], state["refused"]) == ("met", 2, 0)


def test_a_folder_that_cannot_be_written_keeps_its_row_alone(home: Settings, tmp_path: Path, says):
    says(MET)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / GOOD[0]).write_text("a file")
    done = waited(home, tmp_path)
    assert {one.id: (one.status, one.error_code) for one in done.outcomes} == {
        GOOD[0]: ("refused", "out.unwritable"),
        GOOD[1]: ("delivered", None),
    }
    (tmp_path / "out" / GOOD[0]).unlink()
    with ledger(home) as connection:
        left = undelivered(connection, batch_of(connection, done.batch_id), None)
    assert build_batch(left, home).settled.published == (GOOD[0],)


def test_a_batch_that_was_killed_publishes_nothing_and_everything_when_it_is_run_again(home: Settings, tmp_path: Path, says):
    says(MET)

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    path = manifest(tmp_path, *map(row, GOOD))
    with pytest.raises(KeyboardInterrupt):
        build_batch(batch(path, tmp_path / "out", gate="hold", jobs=1, batch_id="killed"), home, told=stop)
    assert not (tmp_path / "out").exists()
    state = found(home, "killed")
    assert (state["decision"], state["delivered"]) == (None, 0)
    with pytest.raises(Refusal, match=r"release\.not-held.*not judged"):
        release(state, home, by="Ann", why="mine")
    with ledger(home) as connection:
        left = undelivered(connection, state, None)
    done = build_batch(left, home)
    assert done.settled is not None
    assert sorted(done.settled.published) == sorted(GOOD)
    assert sum(one.executed for one in done.outcomes) == 0
    assert sorted(names(tmp_path / "out")) == sorted((*GOOD, REPORT, PAGE))


def test_holding_without_the_library_is_refused_before_anything_runs(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("flows.gate.is_installed", lambda: False)
    with pytest.raises(
        Refusal, match=r"gate\.unavailable: found no great_expectations.*wanted the extra `gx`.*uv sync --extra gx"
    ):
        waited(settings, tmp_path)
    assert not settings.journals.exists()


def test_an_alarm_without_the_library_says_so_in_one_line_and_keeps_the_figures(
    home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("flows.gate.is_installed", lambda: False)
    monkeypatch.setenv("PLAYBOOK_HOME", str(home.home))
    with pytest.raises(SystemExit) as ended:
        main(["batch", str(manifest(tmp_path, row(GOOD[0]))), "--out", str(tmp_path / "out"), "--date", "2026-11-23"])
    assert ended.value.code == 0
    said = capsys.readouterr().err
    assert "expectations were not judged: great_expectations is not installed: uv sync --extra gx" in said
    with ledger(home) as connection:
        ((figures,),) = connection.execute(
            "select count(*) from ledger.batch_figure where batch_id = (select batch_id from ledger.batch_latest "
            "order by requested_at desc limit 1)"
        ).fetchall()
    assert figures > 10


def test_a_rerun_of_a_held_batch_says_how_many_that_waited_it_has_published(
    home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    says(BROKEN)
    done = waited(home, tmp_path)
    monkeypatch.setenv("PLAYBOOK_HOME", str(home.home))
    says(MET)
    with pytest.raises(SystemExit) as ended:
        main(("rerun", "--failed", "--batch", done.batch_id))
    out, err = capsys.readouterr()
    assert ended.value.code == 0
    assert out.split() == [str(tmp_path / "out" / name) for name in sorted(GOOD)]
    assert "0 delivered; 0 stages ran, 0 were there already\n2 that waited for the batch are published" in err


def test_the_command_ends_with_3_where_the_batch_is_held_and_release_publishes_it(
    home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    says(BROKEN)
    monkeypatch.setenv("PLAYBOOK_HOME", str(home.home))
    arguments = [str(manifest(tmp_path, row(GOOD[0]))), "--out", str(tmp_path / "out"), "--date", "2026-11-23"]

    def ends(*words: str) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(words)
        return ended.value.code, *capsys.readouterr()

    code, out, err = ends("batch", *arguments, "--gate", "hold")
    assert (code, out) == (3, "")
    assert "failures-few: 2 of 32" in err
    assert "playbook release" in err
    code, out, _ = ends("runs", "--batch", "last")
    assert "held: failures-few: 2 of 32" in out
    assert "1 passed and wait" in out
    code, out, err = ends("release", "last", "--why", "looked at it", "--by", "Ann", "--json")
    assert (code, json.loads(out)["rows"], json.loads(out)["released_by"]) == (0, [GOOD[0]], "Ann")
    _, out, _ = ends("runs", "--batch", "last", "--json")
    listed = json.loads(out)
    _, out, _ = ends("show", listed["rows"][0]["run_id"], "--json")
    assert "released by Ann" in json.loads(out)["batch"]
    assert ends("release", "last", "--why", "again")[0] == 2
    assert "released by Ann" in (tmp_path / "out" / REPORT).read_text()


@pytest.mark.gx
@pytest.mark.skipif(not is_installed(), reason="needs the extra `gx`: make test-gx")
def test_with_the_library_a_batch_is_held_by_what_it_finds(home: Settings, tmp_path: Path):
    done = waited(home, tmp_path, row(GOOD[0], resume="poem.txt"))
    assert done.is_held
    assert done.settled is not None
    assert "playbooks-made" in (done.settled.why or "")
    page = (tmp_path / "out" / PAGE).read_text()
    assert "playbooks-made" in page
    assert GOOD[0] not in page
    assert "http" not in page
    done = waited(home, tmp_path / "good")
    assert (done.settled.decision, done.counts["delivered"]) == ("met", 2)


def test_a_ledger_of_before_keeps_its_batches_and_results(settings: Settings, tmp_path: Path):
    before = tmp_path / "before"
    before.mkdir()
    for path in LEDGER.migrations.glob("00[1-4]_*.sql"):
        shutil.copy(path, before)
    connection = open_database(LEDGER, settings.ledger, 0.0)
    migrate(replace(LEDGER, migrations=before), connection)
    connection.execute(
        "insert into ledger.batch_row values ('b', 'a', 'r', 'x', 'held', 'held.x', 'why', 3, 4, 5.0, 0.25, now());"
        "insert into ledger.check_result values ('x', 'a', 'match', 'resume-ids', 'pandera', 'block', true, 4, 0, [], now());"
        "insert into ledger.batch values ('b', 'a', now(), now(), 'm', 's', 'o', 'embedded', '2026-11-23', '0', null, 1, 0, 0, 1, "
        "0, now())"
    )
    connection.close()
    with ledger(settings) as connection:
        row_now = batch_of(connection, "b")
        results = connection.execute("select rule, n, batch_id from ledger.check_result").fetchall()
    assert (row_now["planned"], row_now["held"], row_now["passed"], row_now["gate"]) == (1, 1, 0, None)
    assert float(row_now["cost_usd"]) == 0.25
    assert results == [("resume-ids", 4, None)]


@pytest.mark.parametrize("gate", ["off", "alarm"])
def test_a_gate_that_does_not_hold_needs_no_library(settings: Settings, gate: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("flows.gate.is_installed", lambda: False)
    assert (check_gate(gate, settings) is None) == (gate == "off")  # type: ignore[arg-type]
