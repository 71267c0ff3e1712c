"""Folders and URLs agree: what was put is got, listed and removed alike, whatever is below; names of files, and what they mean."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from playbook.errors import StageFailure
from playbook.locations import Location, below, beside, link, located, name_of, read_at
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, KeyIndex
from playbook.store.journal import Journal, Journals
from playbook.store.ledger import ledger
from playbook.store.objects import Bucket, Folder, objects_at


@pytest.fixture(params=["folder", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Location:
    """An empty location of either kind."""
    return tmp_path / "place" if request.param == "folder" else f"memory://{uuid.uuid4().hex}"


CONTENT = st.binary(max_size=40)
STEP = st.tuples(st.sampled_from(["put", "delete", "damage"]), CONTENT)


@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=12))
def test_a_folder_and_a_url_agree_on_every_history(steps: list[tuple[str, bytes]], tmp_path: Path):
    name = uuid.uuid4().hex
    stores = [BlobStore(tmp_path / name), BlobStore(f"memory://{name}")]
    expected: dict[str, bytes] = {}
    for step, content in steps:
        shas = {store.put_bytes(content) for store in stores}
        assert len(shas) == 1
        (sha,) = shas
        expected[sha] = content
        if step == "delete":
            assert [store.delete(sha) for store in stores] == [True, True]
            assert [store.delete(sha) for store in stores] == [False, False]
            del expected[sha]
        if step == "damage":
            stores = [BlobStore(store.root) for store in stores]  # as other processes, which have not just written it
            for store in stores:
                objects_at(store.root).write(f"{sha[:2]}/{sha}", content + b"!")
                with pytest.raises(StageFailure, match=r"store\.damaged"):
                    store.get_bytes(sha)
                assert not store.has(sha)
            del expected[sha]
        assert [store.has(sha) for store in stores] == [sha in expected] * 2
    for store in stores:
        assert {sha: store.get_bytes(sha) for sha, _, _ in store.all()} == expected
        assert {sha: size for sha, size, _ in store.all()} == {sha: len(content) for sha, content in expected.items()}


def test_what_is_damaged_is_made_anew_and_removed_with_its_remains(place: Location):
    sha = BlobStore(place).put_bytes(b"content")
    store = BlobStore(place)
    objects_at(place).write(f"{sha[:2]}/{sha}", b"contenX")
    with pytest.raises(StageFailure, match=r"store\.damaged"):
        store.get_bytes(sha)
    assert store.put_bytes(b"content") == sha
    assert store.get_bytes(sha) == b"content"
    assert store.delete(sha)
    assert list(objects_at(place).all()) == []


def test_keys_are_listed_forgotten_and_never_half_read(place: Location):
    keys = KeyIndex(place)
    assert list(keys.all()) == []
    keys.put("ab12", {"sha": "s", "kind": "K"})
    objects_at(place).write("cd/cd34.json", b"{")
    assert keys.get("ab12") == {"sha": "s", "kind": "K"}
    assert keys.get("cd34") is None
    assert sorted(key for key, _, _ in keys.all()) == ["ab12", "cd34"]
    assert [keys.delete("ab12"), keys.delete("ab12"), keys.get("ab12")] == [True, False, None]


def test_a_listing_says_when_things_were_written(place: Location):
    store = BlobStore(place)
    store.put_bytes(b"content")
    ((_, size, modified),) = store.all()
    assert size == 7
    assert abs(datetime.now(UTC) - modified) < timedelta(minutes=5)


def test_journals_are_listed_read_replaced_and_removed(place: Location):
    journals = Journals(place)
    for number in range(3):
        journals.replace(f"run{number}.0.ndjson", f"{number}\n".encode())
    objects_at(place).write("run9.0.open", b"")
    assert sorted(name for name, _, _ in journals.all()) == [f"run{number}.0.ndjson" for number in range(3)]
    journals.replace("run1.0.ndjson", b"other")
    wanted = ["run0.0.ndjson", "run1.0.ndjson", "gone.ndjson"]
    assert dict(journals.read_each(wanted)) == {"run0.0.ndjson": b"0\n", "run1.0.ndjson": b"other"}
    assert dict(journals.read_each(["gone.ndjson"])) == {}
    assert [journals.delete("run0.0.ndjson"), journals.delete("run0.0.ndjson")] == [True, False]


def test_a_store_in_another_folder_takes_the_journals_of_every_home(tmp_path: Path):
    homes = [Settings(home=tmp_path / name, store=tmp_path / "store", _env_file=None) for name in ("a", "b")]
    for home in homes:
        with Journal(home.journals, home.home.name, home.shared_journals) as journal:
            journal.write("batch", batch_id=home.home.name, requested_at="2026-11-23T00:00:00+00:00", manifest="m",
                          manifest_sha="s", out="o", model="embedded", made_for="2026-11-23", version="0", planned=1)  # fmt: skip
    for home in homes:
        assert list(home.journals.iterdir()) == []
        with ledger(home) as connection:
            assert connection.execute("select batch_id from ledger.batch order by 1").fetchall() == [("a",), ("b",)]


def test_the_default_store_is_the_home_and_a_setting_names_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert Settings(home=tmp_path, _env_file=None).artifacts == tmp_path / "artifacts"
    for value, wanted in ((str(tmp_path / "s"), tmp_path / "s"), ("s3://bucket/x/", "s3://bucket/x")):
        monkeypatch.setenv("PLAYBOOK_STORE", value)
        chosen = Settings(home=tmp_path, _env_file=None)
        assert chosen.artifacts == below(wanted, "artifacts")
        assert chosen.ledger.parent == tmp_path
        assert Settings.model_validate_json(chosen.model_dump_json()).store == wanted  # as a row's process gets it


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a/b.csv", Path("a/b.csv")),
        ("-", Path("-")),
        ("file:///tmp/a%20b", Path("/tmp/a b")),  # noqa: S108  a name, not a file
        ("s3://bucket/a/", "s3://bucket/a"),
    ],
)
def test_a_location_is_a_path_or_a_url(text: str, wanted: Location):
    assert located(text) == wanted
    assert located(wanted) == wanted
    assert isinstance(objects_at(located(text)), Folder if isinstance(wanted, Path) else Bucket)


@pytest.mark.parametrize(
    ("manifest", "name", "wanted"),
    [
        (Path("/n/night.csv"), "a.txt", Path("/n/a.txt")),
        (Path("/n/night.csv"), "/x/a.txt", Path("/x/a.txt")),
        (Path("/n/night.csv"), "s3://b/a.txt", "s3://b/a.txt"),
        ("s3://b/n/night.csv", "deep/a.txt", "s3://b/n/deep/a.txt"),
        ("s3://b/n/night.csv", "../a.txt", "s3://b/a.txt"),
        ("s3://b/night.csv", "a.txt", "s3://b/a.txt"),
        ("s3://b/n/night.csv", "s3://c/a.txt", "s3://c/a.txt"),
        ("s3://b/n/night.csv", "/etc/hostname", None),
        ("s3://b/n/night.csv", "../../c/a.txt", None),
    ],
)
def test_a_manifest_names_files_beside_it_and_none_above_its_bucket(manifest: Location, name: str, wanted: Location | None):
    if wanted is None:
        with pytest.raises(ValueError, match=r"."):
            beside(manifest, name)
    else:
        assert beside(manifest, name) == wanted


def test_only_so_much_of_a_file_is_read_as_is_wanted(place: Location):
    objects_at(place).write("a.txt", b"0123456789")
    file = below(place, "a.txt")
    assert (read_at(file, 4), read_at(file, 10), read_at(file, 99)) == (b"0123", b"0123456789", b"0123456789")
    assert name_of(file) == "a.txt"
    assert link(file).endswith("/a.txt")
    with pytest.raises(FileNotFoundError):
        read_at(below(place, "none.txt"), 4)


def test_a_disk_that_cannot_be_written_is_a_store_that_cannot_be_reached(tmp_path: Path):
    (tmp_path / "store").write_text("a file")
    with pytest.raises(StageFailure, match=r"store\.unreachable"):
        BlobStore(tmp_path / "store").put_bytes(b"content")


def test_a_store_that_is_the_home_by_another_name_keeps_its_journals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "home").mkdir()
    (tmp_path / "link").symlink_to("home")
    monkeypatch.chdir(tmp_path)
    for store in (Path("home"), tmp_path / "link"):
        home = Settings(home=tmp_path / "home", store=store, _env_file=None)
        journal = Journal(home.journals, "run", home.shared_journals)
        journal.close()
        assert (home.journals / f"run.{journal.attempt}.ndjson").exists()


def test_a_protocol_whose_package_is_missing_is_named(tmp_path: Path):
    for url, wanted in (("gs://bucket/x", "gcsfs"), ("nosuch://bucket/x", "Protocol not known")):
        with pytest.raises(StageFailure, match=rf"store\.unreachable.*{wanted}"):
            BlobStore(url).put_bytes(b"content")


def test_an_empty_setting_names_no_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PLAYBOOK_STORE", "")
    with pytest.raises(ValueError, match="neither a path nor a URL"):
        Settings(home=tmp_path, _env_file=None)
