"""A person is erased from everything that a home holds, nobody else is touched, and the proof finds what is left."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from erasure_cases import Home
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from playbook.commands.erase import carry_out
from playbook.erasure import plan as plans
from playbook.erasure.lineage import reached, references
from playbook.erasure.people import Unsure, people, the_one
from playbook.erasure.proof import prove
from playbook.errors import Refusal
from playbook.settings import Settings
from playbook.store.blobs import BlobStore
from playbook.store.journal import Journal, journal_files
from playbook.store.ledger import ledger, returned_journals
from playbook.store.occupancy import alone

ANA, BEN = ("Ana Maria Quill", "ana.quill@example.com | 555-010-0142"), ("Ben Osgood", "ben@example.org")


@pytest.fixture
def home(settings: Settings) -> Home:
    return Home(settings)


def plan_for(home: Home, who: str, *, is_all: bool = False) -> plans.Plan:
    everybody = people(home.settings.journals, home.store)
    return plans.of_persons(the_one(who, everybody, is_all=is_all), home.settings, asked_by="desk 4")


def command(home: Home, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {
        "PLAYBOOK_HOME": str(home.settings.home),
        "PATH": "",
        "PREFECT_PROFILES_PATH": "none",
        "HOME": str(home.settings.home),
    }
    return subprocess.run(
        [sys.executable, "-m", "playbook.cli", "erase", *arguments],
        env=environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_whoever_is_erased_is_gone_and_what_somebody_else_needs_stays(home: Home, tmp_path: Path):
    ana, ben = home.run(*ANA, out=tmp_path / "ana"), home.run(*BEN, out=tmp_path / "ben")
    removed, proof = carry_out(plan_for(home, "ana maria quill"), home.settings)
    stored = set(home.store.all())
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


@pytest.mark.parametrize("who", ["0000000000000001", "Quill Ana Maria", "ana.quill@example.com", "file", "key"])
def test_a_person_is_named_by_run_name_address_resume_or_key(home: Home, tmp_path: Path, who: str):
    home.run(*ANA)
    home.run(*BEN)
    (key,) = (
        run.candidates
        for run in [
            c.runs[0] for p in people(home.settings.journals, home.store) for c in p.candidates if "Ana Maria Quill" in c.names
        ]
    )
    (tmp_path / "resume.txt").write_bytes(home.store.get_bytes(next(iter(key))))
    meant = {"file": str(tmp_path / "resume.txt"), "key": next(iter(key))[:16]}.get(who, who)
    assert plan_for(home, meant).runs == {"0000000000000001"}


def test_another_version_of_the_resume_leads_to_the_person_by_name_and_address(home: Home, tmp_path: Path):
    home.run(*ANA)
    (tmp_path / "new.txt").write_text("ANA MARIA QUILL\nana.quill@example.com\nSomething else by now")
    assert plan_for(home, str(tmp_path / "new.txt")).runs == {"0000000000000001"}


def test_two_resumes_with_one_name_and_address_are_one_person(home: Home):
    runs = {home.run(*ANA), home.run(*ANA, version="Utah")}
    assert plan_for(home, "quill").runs == runs


def test_a_name_that_two_people_bear_is_refused_and_all_matches_takes_both(home: Home):
    runs = {home.run(*ANA), home.run(ANA[0], "other@example.net")}
    with pytest.raises(Unsure, match=r"candidate\.ambiguous: found 2 persons") as refused:
        plan_for(home, "Ana Maria Quill")
    assert "Quill" not in str(refused.value)
    assert plan_for(home, "Ana Maria Quill", is_all=True).runs == runs


def test_a_namesake_keeps_what_is_theirs_and_the_proof_says_so(home: Home, tmp_path: Path):
    ana, other = home.run(*ANA, out=tmp_path / "ana"), home.run(ANA[0], "other@example.net", out=tmp_path / "other")
    _, proof = carry_out(plan_for(home, ana), home.settings)
    assert not proof.left
    assert proof.namesakes
    assert home.shas[other] <= set(home.store.all())
    assert (tmp_path / "other" / "playbook.html").exists()


def test_an_address_that_an_agency_puts_on_every_resume_makes_nobody_one(home: Home):
    ana = home.run(ANA[0], "desk@example.com")
    home.run(BEN[0], "desk@example.com")
    _, proof = carry_out(plan_for(home, ana), home.settings)
    assert not proof.left


def test_nobody_of_that_name_is_a_refusal(home: Home):
    home.run(*BEN)
    with pytest.raises(Unsure, match=r"candidate\.unknown"):
        plan_for(home, "Ana Maria Quill")


@pytest.mark.parametrize(
    ("where", "content"),
    [
        ("notes.txt", b"call Ana-Maria QUILL"),
        ("artifacts/aa/stray", b"write to Ana.Quill@example.com"),
        ("keys/old.json", b'{"who": "Ana Maria Quill"}'),
        ("keys/ab/" + "ab" * 32 + ".json", b'{"sha": "x", "kind": "K", "who": "Ana Maria Quill"}'),
        ("journals/x.damaged", b'{"table": "run", "error": "tel. (555) 010 0142"}'),
        ("export/ana-maria-quill.bin", b"\x00"),
        ("journals/x.ndjson.1.partial", "Ana Mari\u00e1 Quill".encode()),
    ],
)
def test_a_leftover_that_was_planted_makes_the_proof_fail_and_is_named(home: Home, where: str, content: bytes):
    home.run(*ANA)
    home.run(*BEN)
    plan = plan_for(home, "ana maria quill")
    carry_out(plan, home.settings)
    path = home.settings.home / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    (left,) = prove(plan, home.settings).left
    assert Path(where).name.removesuffix(".json") in left.where
    path.unlink()
    assert not prove(plan, home.settings).left


def test_a_leftover_inside_a_pdf_a_zip_or_packed_is_found(home: Home, tmp_path: Path):
    import gzip
    import zipfile

    from reportlab.pdfgen.canvas import Canvas

    home.run(*ANA)
    plan = plan_for(home, "ana maria quill")
    carry_out(plan, home.settings)
    sheet = Canvas(str(tmp_path / "a.pdf"))
    sheet.drawString(100, 700, "Ana Maria Quill")
    sheet.save()
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:t>Ana Ma</w:t><w:t>ria Quill</w:t>")
    planted = {home.store.put_bytes(path.read_bytes()) for path in tmp_path.glob("a.*")}
    planted.add(home.store.put_bytes(gzip.compress(b"Ana Maria Quill")))
    assert {trace.where for trace in prove(plan, home.settings).left} == {f"artifact {sha}" for sha in planted}


def test_a_leftover_in_the_tables_of_the_ledger_or_the_eval_store_is_found(home: Home):
    from playbook.store.evals import eval_store

    home.run(*ANA)
    plan = plan_for(home, "ana maria quill")
    carry_out(plan, home.settings)
    with ledger(home.settings) as connection:
        connection.execute("insert into ledger.journal (name, rows) values ('Ana Maria Quill', 1)")
    with eval_store(home.settings) as store:
        store.insert("document", [{"doc_sha": "d", "kind": "resume", "text": "ana.quill@example.com"}])
    left = [trace.where for trace in prove(plan, home.settings).left]
    assert any("ledger.journal" in where for where in left)
    assert any("eval.document" in where for where in left)


def test_rows_of_the_eval_store_that_hold_the_person_go_from_the_file_as_well(home: Home):
    from playbook.store.evals import eval_store

    home.run(*ANA)
    with eval_store(home.settings) as store:
        texts = ("Resume of Ana, ana.quill@example.com", "Resume of somebody else")
        store.insert("document", [{"doc_sha": text[:12], "kind": "resume", "text": text} for text in texts])
    removed, proof = carry_out(plan_for(home, "ana maria quill"), home.settings)
    assert (removed.rows, proof.left) == (1, [])
    assert b"ana.quill" not in home.settings.evals.read_bytes()
    with eval_store(home.settings) as store:
        assert [row["text"] for row in store.rows("select text from eval.document")] == [texts[1]]


def test_a_batch_keeps_its_counts_and_the_row_has_no_name_any_more(home: Home, tmp_path: Path):
    ana = home.run(*ANA, batch=("b1", "ana-maria-quill"), out=tmp_path / "out" / "ana-maria-quill")
    ben = home.run(*BEN, batch=("b1", "ben"))
    home.batch("b1", ("ana-maria-quill", ana), ("ben", ben), out=tmp_path / "out", manifest="/for/ana maria quill.csv")
    before = _batch(home)
    _, proof = carry_out(plan_for(home, ana), home.settings)
    assert not proof.left
    assert _batch(home) == before
    with ledger(home.settings) as connection:
        rows = connection.execute("select row_id, run_id, status from ledger.batch_outcome order by row_id").fetchall()
        assert connection.execute("select distinct manifest from ledger.batch").fetchall() == [("erased",)]
    assert rows[0] == ("ben", ben, "delivered")
    assert (rows[1][0][:7], rows[1][1:]) == ("erased-", (None, "delivered"))


def test_a_row_that_was_refused_before_it_was_a_run_loses_its_name_and_its_error(home: Home, tmp_path: Path):
    home.run(*ANA)
    home.batch("b1", ("Quill_Ana-Maria", None), ("ben", None), out=tmp_path)
    _, proof = carry_out(plan_for(home, "ana maria quill"), home.settings)
    assert not proof.left
    with ledger(home.settings) as connection:
        errors = dict(connection.execute("select row_id, error from ledger.batch_row").fetchall())
    assert errors["ben"] is not None
    assert None in errors.values()


def test_an_edited_file_of_the_person_goes_and_a_file_that_is_not_ours_is_named(home: Home, tmp_path: Path):
    ana = home.run(*ANA, out=tmp_path / "ana")
    (tmp_path / "ana" / "answers.yaml").write_text("of: Ana Maria Quill\nq1: mine\n")
    (tmp_path / "ana" / "answers.edited-1.yaml").write_text("of: Ana Maria Quill\n")
    (tmp_path / "ana" / "letter.txt").write_text("Dear Ana Maria Quill")
    (tmp_path / "ana" / "shopping.txt").write_text("milk")
    plan = plan_for(home, ana)
    removed, proof = carry_out(plan, home.settings)
    assert removed.files == 3
    assert [trace.where for trace in proof.left] == [str(tmp_path / "ana" / "letter.txt")]
    (tmp_path / "ana" / "letter.txt").unlink()
    assert [one.id for one in plans.pending(home.settings)] == [plan.id]
    _, proof = carry_out(plan, home.settings)
    assert not proof.left
    assert not plans.pending(home.settings)
    assert [path.name for path in (tmp_path / "ana").iterdir()] == ["shopping.txt"]


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
    assert not strays & set(home.store.all())
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
    assert home.shas[ben] | home.shas[carmen] <= set(home.store.all())
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


def test_a_journal_that_comes_back_from_a_copy_is_recognised_not_loaded_and_removed_again(home: Home, tmp_path: Path):
    ana = home.run(*ANA)
    ben = home.run(*BEN)
    home.batch("b1", ("ana", ana), ("ben", ben), out=tmp_path)
    copies = {path: path.read_bytes() for path in journal_files(home.settings.journals) if not path.name.startswith(ben)}
    artifacts = {sha: home.store.get_bytes(sha) for sha in home.shas[ana]}
    carry_out(plan_for(home, ana), home.settings)
    for path, content in copies.items():
        path.write_bytes(content)
    for content in artifacts.values():
        home.store.put_bytes(content)
    home.settings.ledger.unlink()
    with ledger(home.settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [(ben,)]
    assert len(returned_journals(home.settings)) == 2
    done = command(home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not returned_journals(home.settings)
    assert not (home.shas[ana] - home.shas[ben]) & set(home.store.all())
    with ledger(home.settings) as connection:
        rows = connection.execute("select row_id from ledger.batch_row order by row_id").fetchall()
    assert [row[0][:6] for row in rows] == ["ben", "erased"]


def test_whoever_comes_again_after_an_erasure_is_built_and_loaded_like_anybody(home: Home):
    carry_out_of = home.run(*ANA)
    carry_out(plan_for(home, carry_out_of), home.settings)
    home.run(*ANA, run_id=carry_out_of, ended="2099-01-01T00:00:00+00:00")
    with ledger(home.settings) as connection:
        assert connection.execute("select run_id from ledger.run").fetchall() == [(carry_out_of,)]


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
    stored = set(store.all())
    assert theirs <= stored
    assert not (used[name] - theirs) & stored
    assert not proof.left
    assert reached(references(settings.journals, lambda _: True).shas, store.peek) & stored == theirs


def _batch(home: Home) -> list[tuple[object, ...]]:
    with ledger(home.settings) as connection:
        return connection.execute(
            "select batch_id, planned, delivered, failed, held, refused, cost_usd from ledger.batch_latest"
        ).fetchall()
