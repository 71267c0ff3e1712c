"""One store behind two homes, in a bucket: what one built, the other finds; what goes wrong is said and made good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_cases import ON, batch
from conftest import COMPANIES, SAMPLES
from s3_server import INSTALLED, REASON, bucket, put

from flows.build_batch import Done, build_batch
from flows.build_playbook import Built, build
from flows.forecast import forecast
from flows.intake import received
from flows.publication import FILES, publish
from flows.rerun import earlier_run, run_again
from playbook.errors import StageFailure
from playbook.locations import Location
from playbook.settings import Settings
from playbook.store.blobs import BlobStore
from playbook.store.journal import Journal, Journals
from playbook.store.ledger import damaged_journals, ledger, rebuild
from playbook.store.objects import objects_at

pytestmark = [pytest.mark.s3, pytest.mark.skipif(not INSTALLED, reason=REASON)]

NAME, OTHER = "luis-herrera", "amara-okafor"
BUCKET = "s3://playbooks"


@pytest.fixture(scope="module", autouse=True)
def s3() -> Iterator[None]:
    """A server with a bucket; this process and its children are its clients."""
    with bucket("playbooks"):
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home of the test's own with a store in the bucket."""
    return Settings(home=tmp_path / "home", store=f"{BUCKET}/{tmp_path.name}", _env_file=None)


def got(url: Location, name: str) -> bytes:
    """An object of the bucket."""
    return objects_at(url).read(name)


def built(settings: Settings, out: Location) -> Built:
    """A sample case, built and published."""
    folder = SAMPLES / NAME
    files = folder / "resume.txt", folder / "job.txt"
    case = received(*files, company=COMPANIES[NAME], role=None, name=None, settings=settings)
    made = build(case, settings, model="embedded", on=ON, out=out)
    publish(made.rendering, settings, out)
    return made


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, s3: None) -> tuple[Settings, str, Built]:
    """Home A with a run, where its files are, and what it made."""
    home = Settings(home=tmp_path_factory.mktemp("a"), store=f"{BUCKET}/shared", _env_file=None)
    return home, f"{BUCKET}/out/one", built(home, f"{BUCKET}/out/one")


@pytest.fixture
def second(first: tuple[Settings, str, Built], tmp_path: Path) -> Settings:
    """Home B with the store of A."""
    return first[0].model_copy(update={"home": tmp_path / "b"})


def test_a_build_leaves_its_files_behind_a_url_and_nothing_of_the_store_at_home(first: tuple[Settings, str, Built]):
    settings, out, made = first
    assert sorted(entry.name for entry in objects_at(out).all()) == sorted(FILES)
    assert got(out, "playbook.pdf").startswith(b"%PDF")
    assert made.executed > 0
    assert not (settings.home / "artifacts").exists()
    assert not (settings.home / "keys").exists()
    assert list(settings.journals.iterdir()) == []


def test_what_one_home_built_the_other_finds_and_both_ledgers_know_both_runs(
    first: tuple[Settings, str, Built], second: Settings, tmp_path: Path
):
    settings, out, made = first
    found = built(second, tmp_path / "out")
    assert (found.run_id, found.executed) == (made.run_id, 0)
    for name in FILES:
        assert (tmp_path / "out" / name).read_bytes() == got(out, name), name
    for home in (settings, second):
        with ledger(home) as connection:
            attempts = connection.execute("select count(distinct attempt) from ledger.run").fetchone()
        assert attempts is not None
        assert attempts[0] >= 2
    with ledger(second) as connection:
        assert (
            connection.execute("select count(*) from ledger.journal").fetchone()
            == connection.execute("select count(distinct name) from ledger.journal").fetchone()
        )


def test_a_run_of_another_home_is_run_again_from_the_store_to_where_its_files_were(
    first: tuple[Settings, str, Built], second: Settings
):
    out = f"{BUCKET}/out/two"
    made = built(first[0], out)
    before = got(out, "playbook.pdf")
    objects_at(out).delete("playbook.pdf")
    with ledger(second) as connection:
        earlier = earlier_run(connection, made.run_id)
    assert run_again(earlier, second).executed == 0
    assert got(out, "playbook.pdf") == before


def test_answers_that_somebody_filled_in_behind_a_url_are_moved_aside(first: tuple[Settings, str, Built]):
    settings, out, made = first
    edited = got(out, "answers.yaml").replace(b'answer: ""', b'answer: "Mine."', 1)
    assert edited != got(out, "answers.yaml")
    put(f"{out}/answers.yaml", edited)
    publish(made.rendering, settings, out)
    assert got(out, "answers.edited-1.yaml") == edited
    assert b"Mine." not in got(out, "answers.yaml")


def test_an_object_that_was_damaged_is_found_when_it_is_read_and_made_anew(
    first: tuple[Settings, str, Built], second: Settings, tmp_path: Path
):
    settings, _, made = first
    sha = made.rendering.files["playbook.html"]
    put(f"{settings.artifacts}/{sha[:2]}/{sha}", b"not the page")
    with pytest.raises(StageFailure, match=r"store\.damaged"):
        built(second, tmp_path / "out")
    again = built(second, tmp_path / "out")
    assert (again.run_id, again.executed) == (made.run_id, 1)  # it was only rendered
    assert BlobStore(settings.artifacts).get_bytes(sha) == (tmp_path / "out" / "playbook.html").read_bytes()


def test_a_journal_that_could_not_be_sent_is_kept_and_goes_along_with_the_next_command(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as down:
        down.setattr("playbook.store.objects.Bucket.write", _refused)
        with Journal(settings.journals, "batch1", settings.shared_journals) as journal:
            journal.write("batch", batch_id="b1", requested_at="2026-11-23T00:00:00+00:00", manifest="m", manifest_sha="s",
                          out="o", model="embedded", made_for="2026-11-23", version="0", planned=1)  # fmt: skip
        (kept,) = settings.journals.iterdir()
        with pytest.raises(StageFailure, match=r"store\.unreachable"), ledger(settings):
            pass
    with ledger(settings) as connection:
        assert connection.execute("select batch_id from ledger.batch").fetchall() == [("b1",)]
    assert [name for name, _, _ in Journals(settings.shared_journals).all()] == [kept.name]
    assert list(settings.journals.iterdir()) == []


def _refused(*_: object) -> None:
    raise PermissionError("Access Denied")


def test_a_damaged_journal_stays_as_it_is_for_others_and_is_tried_again_by_a_rebuild(settings: Settings):
    name = "cut.0.ndjson"
    put(f"{settings.shared_journals}/{name}", '{"table": "run"')
    for _ in range(2):
        with ledger(settings) as connection:
            assert damaged_journals(connection) == [name]
    put(f"{settings.shared_journals}/{name}", "")
    assert rebuild(settings) == 1
    with ledger(settings) as connection:
        assert damaged_journals(connection) == []


@pytest.fixture(scope="module")
def night(first: tuple[Settings, str, Built], tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, str, str, Done]:
    """Settings, manifest, folder and what came of a batch, all of it in the bucket; one of its playbooks is there already."""
    home = first[0].model_copy(update={"home": tmp_path_factory.mktemp("night")})
    for name in (NAME, OTHER):
        for file in ("resume.txt", "job.txt"):
            put(f"{BUCKET}/inbox/{name}/{file}", (SAMPLES / name / file).read_bytes())
    put(f"{BUCKET}/inbox/poem.txt", "Roses are red.")
    lines = [
        "id,resume,job,company",
        f"{NAME},{NAME}/resume.txt,{NAME}/job.txt,{COMPANIES[NAME]}",
        f"{OTHER},{BUCKET}/inbox/{OTHER}/resume.txt,../inbox/{OTHER}/job.txt,{COMPANIES[OTHER]}",
        f"poem,poem.txt,{NAME}/job.txt,Amazon",
    ]
    manifest = put(f"{BUCKET}/inbox/night.csv", "\n".join(lines))
    return home, manifest, f"{BUCKET}/night", build_batch(batch(manifest, f"{BUCKET}/night", jobs=2), home)


def test_a_batch_reads_its_manifest_and_files_from_a_bucket_and_puts_playbooks_and_report_there(
    night: tuple[Settings, str, str, Done],
):
    settings, manifest, out, done = night
    assert [(one.id, one.status, one.error_code) for one in done.outcomes] == [
        (NAME, "delivered", None),
        (OTHER, "delivered", None),
        ("poem", "refused", "resume.too-short"),
    ]
    wanted = {"batch-report.html", *(f"{name}/{file}" for name in (NAME, OTHER) for file in FILES)}
    assert {entry.name for entry in objects_at(out).all()} == wanted
    assert done.unreported is None
    assert done.batch_id.encode() in got(out, "batch-report.html")
    query = "select manifest, out from ledger.batch_latest where batch_id = ?"
    with ledger(settings) as connection:
        assert connection.execute(query, [done.batch_id]).fetchall() == [(manifest, out)]


def test_the_same_batch_from_another_home_executes_no_stage(night: tuple[Settings, str, str, Done], tmp_path: Path):
    settings, manifest, _, _ = night
    other = settings.model_copy(update={"home": tmp_path})
    wanted = batch(manifest, f"{BUCKET}/again", only=frozenset({NAME, OTHER}), jobs=2)
    assert [row.state for row in forecast(wanted, other).rows] == ["cached", "cached"]
    done = build_batch(wanted, other)
    assert [(one.status, one.executed) for one in done.outcomes] == [("delivered", 0)] * 2
