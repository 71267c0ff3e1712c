"""A person is erased from everything that a home holds, and nobody else is touched; what was cut off is finished."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from erasure_cases import ANA, BEN, Home, command, plan_for
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from playbook.commands.erase import carry_out
from playbook.erasure import plan as plans
from playbook.erasure.lineage import reached, references
from playbook.errors import Refusal
from playbook.settings import Settings
from playbook.store.blobs import BlobStore
from playbook.store.journal import Journal
from playbook.store.ledger import ledger
from playbook.store.occupancy import alone


def test_whoever_is_erased_is_gone_and_what_somebody_else_needs_stays(home: Home, tmp_path: Path):
    ana, ben = home.run(*ANA, out=tmp_path / "ana"), home.run(*BEN, out=tmp_path / "ben")
    removed, proof = carry_out(plan_for(home, "ana maria quill"), home.settings)
    stored = home.stored
    assert home.shas[ben] <= stored
    assert not (home.shas[ana] - home.shas[ben]) & stored
    assert (removed.runs, removed.files) == (1, 2)
    assert not proof.left
    assert not (tmp_path / "ana").exists()
    assert sorted(path.name for path in (tmp_path / "ben").iterdir()) == ["answers.yaml", "playbook.html"]
    with ledger(home.settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [(ben,)]
        assert connection.execute("select kind, runs, files, asked_by from ledger.erasure").fetchall() == [
            ("candidate", 1, 2, "desk 4")
        ]


def test_what_a_run_left_that_was_killed_goes_with_the_person(home: Home):
    home.run(*ANA)
    home.run(*BEN)
    line = "Sold more than everybody else in the whole of Ohio, as Ana Maria Quill says."
    strays = {home.store.put_bytes(text.encode()) for text in ("to ana.quill@example.com", f'{{"evidence": "{line}"}}')}
    stays = home.store.put_bytes(b"of nobody")
    (home.settings.artifacts / stays[:2] / f"{stays}.77.partial").write_bytes(b"Ana Maria Quill, half written")
    (home.settings.journals / "00000000000000ff.aa.open").write_text(
        '{"table": "stage_run", "run_id": "0000000000000001"}\n{"tab'
    )
    _, proof = carry_out(plan_for(home, "ana maria quill"), home.settings)
    assert not proof.left
    assert not strays & home.stored
    assert home.store.has(stays)


@pytest.mark.parametrize("step", ["delivered", "rewrite", "without_rows_of", "_record", "rebuild"])
def test_an_erasure_that_was_cut_off_at_any_step_is_finished_by_the_next(
    home: Home, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
):
    from playbook.erasure import removal

    home.run(*ANA, out=tmp_path / "ana")
    ben = home.run(*BEN)
    plan = plan_for(home, "ana maria quill")
    plans.save(plan, home.settings)

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(removal, step, die)
        with pytest.raises(KeyboardInterrupt):
            carry_out(plan, home.settings)
    carmen = home.run("Carmen Lisle", "carmen@example.com")  # builds meanwhile, with the same posting
    done = command(home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing was found" in done.stdout
    assert home.shas[ben] | home.shas[carmen] <= home.stored
    assert not plans.pending(home.settings)
    assert not list((tmp_path).glob("ana/*"))


def test_a_plan_is_for_its_owner_alone_and_gone_once_it_is_carried_out(home: Home):
    home.run(*ANA)
    plan = plan_for(home, "ana maria quill")
    plans.save(plan, home.settings)
    (path,) = home.settings.erasing.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    carry_out(plan, home.settings)
    assert not path.exists()


def test_nothing_is_erased_while_a_run_is_going_on_and_a_run_that_died_is_none(home: Home):
    home.run(*ANA)
    with Journal(home.settings.journals, "run2"):
        done = command(home, "--candidate", "ana maria quill")
        assert (done.returncode, "erase.busy" in done.stderr) == (2, True)
    code = f"from playbook.store.journal import Journal; from pathlib import Path; import os; Journal(Path({str(home.settings.journals)!r}), 'run3'); os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with alone(home.settings.journals), pytest.raises(Refusal, match=r"erase\.busy"), alone(home.settings.journals):
        pass


def test_a_dry_run_lists_and_removes_nothing(home: Home, tmp_path: Path):
    ana = home.run(*ANA, out=tmp_path / "ana")
    before = {path: path.read_bytes() for path in home.settings.home.rglob("*") if path.is_file()}
    done = command(home, "--candidate", ana, "--dry-run", "--json")
    found = json.loads(done.stdout)
    assert found["runs"] == [ana]
    assert len(found["files"]) == 2
    assert before.items() <= {path: path.read_bytes() for path in home.settings.home.rglob("*") if path.is_file()}.items()
    assert not plans.pending(home.settings)


def test_the_command_says_what_was_looked_at_and_exits_with_1_where_something_is_left(home: Home):
    home.run(*ANA)
    (home.settings.home / "notes.txt").write_text("Ana Maria Quill")
    done = command(home, "--candidate", "ana maria quill", "--asked-by", "ticket 17")
    assert done.returncode == 1
    assert "LEFT: 1\n  notes.txt: name" in done.stdout
    (home.settings.home / "notes.txt").unlink()
    again = command(home, "--candidate", "ana maria quill")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "nothing was found" in again.stdout
    assert "searched: " in again.stdout


def test_the_person_does_not_stand_in_the_record_as_the_one_who_asked(home: Home):
    home.run(*ANA)
    done = command(home, "--candidate", "ana maria quill", "--asked-by", "Ana Maria Quill")
    assert (done.returncode, "erase.named" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "arguments", [("--older-than", "soon"), ("--older-than", "0d"), ("--expired",), ("--expired", "--candidate", "x")]
)
def test_an_age_that_is_none_is_refused(home: Home, arguments: tuple[str, ...]):
    assert command(home, *arguments).returncode == 2


@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_erasing_one_leaves_every_blob_that_another_reaches_and_none_that_is_theirs_alone(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
):
    """Random runs over random blobs, which name other blobs; what is whose is reckoned here by hand."""
    settings = Settings(home=tmp_path_factory.mktemp("home"), _env_file=None)
    home, store = Home(settings), BlobStore(settings.artifacts)
    blobs: list[str] = []
    below: dict[str, set[str]] = {}
    for number in range(data.draw(st.integers(1, 12))):
        named = data.draw(st.sets(st.sampled_from(blobs), max_size=3)) if blobs else set()
        sha = store.put_bytes(json.dumps({"number": number, "files": sorted(named)}).encode())
        blobs.append(sha)
        below[sha] = {sha}.union(*(below[one] for one in named))
    people_of = [("Ana Quill", "ana@example.com"), ("Ben Osgood", "ben@example.com"), ("Carmen Lisle", "carmen@example.com")]
    used: dict[str, set[str]] = {}
    for name, mail in people_of:
        run_id = home.run(name, mail, job=data.draw(st.sampled_from(["job one", "job two"])))
        roots = data.draw(st.sets(st.sampled_from(blobs), max_size=4))
        with Journal(settings.journals, run_id) as journal:
            journal.write("stage_run", stage="x", content_key="k", input_shas=sorted(roots), output_sha=None)
        used[name] = home.shas[run_id].union(*(below[root] for root in roots))
    name = data.draw(st.sampled_from([name for name, _ in people_of]))
    theirs = set().union(*(shas for other, shas in used.items() if other != name))
    _, proof = carry_out(plan_for(home, name), settings)
    stored = home.stored
    assert theirs <= stored
    assert not (used[name] - theirs) & stored
    assert not proof.left
    assert reached(references(plans.archive_of(settings), lambda _: True).shas, store.peek) & stored == theirs


def test_a_ledger_that_cannot_be_read_keeps_nobody_from_being_erased(home: Home):
    home.run(*ANA)
    plan = plan_for(home, "ana maria quill")
    home.settings.ledger.write_bytes(b"Ana Maria Quill, and no database")
    _, proof = carry_out(plan, home.settings)
    assert not proof.left


def test_a_ledger_that_another_process_holds_is_waited_for_and_the_plan_stays(home: Home, monkeypatch: pytest.MonkeyPatch):
    from playbook.erasure import removal
    from playbook.errors import StageFailure

    home.run(*ANA)
    plan = plan_for(home, "ana maria quill")

    def locked(*_: object) -> None:
        raise StageFailure("ledger.locked", found="a lock", wanted="none", remedy="wait")

    with monkeypatch.context() as patch:
        patch.setattr(removal, "open_database", locked)
        with pytest.raises(StageFailure, match=r"ledger\.locked"):
            carry_out(plan, home.settings)
    assert home.stored
    assert [one.id for one in plans.pending(home.settings)] == [plan.id]
