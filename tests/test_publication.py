"""Publication: all files or none, under names that a reader never sees half-written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.publication import FILES, check_folder, publish
from playbook.artifacts.rendering import Rendering
from playbook.errors import PlaybookError, Refusal
from playbook.settings import Settings
from playbook.store.blobs import BlobStore
from tests.rendering_factory import make_rendering


def rendering(settings: Settings) -> Rendering:
    """Six small files in the store."""
    store = BlobStore(settings.artifacts)
    return make_rendering({name: store.put_bytes(name.encode()) for name in FILES})


def test_all_files_appear_under_their_names_and_nothing_else(settings: Settings, tmp_path: Path):
    out = tmp_path / "deep" / "out"
    paths = publish(rendering(settings), settings, out)
    assert [path.name for path in paths] == list(FILES)
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_files_that_are_there_already_are_left_alone(settings: Settings, tmp_path: Path):
    made, out = rendering(settings), tmp_path / "out"
    publish(made, settings, out)
    first = {path.name: path.stat().st_ino for path in out.iterdir()}
    publish(made, settings, out)
    assert {path.name: path.stat().st_ino for path in out.iterdir()} == first
    (out / "handout.pdf").unlink()
    (out / "cheat-sheet.pdf").write_bytes(b"torn")
    publish(made, settings, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {name: name.encode() for name in FILES}


def test_a_second_playbook_replaces_the_first_and_keeps_what_else_is_there(settings: Settings, tmp_path: Path):
    (tmp_path / "notes.txt").write_text("mine")
    publish(rendering(settings), settings, tmp_path)
    publish(rendering(settings), settings, tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("is_there", [False, True])
def test_files_are_on_the_disk_before_they_have_their_names_so_that_a_power_cut_leaves_no_empty_one(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
):
    made, out, happened = rendering(settings), tmp_path / "out", list[int | str]()
    if is_there:
        earlier = BlobStore(settings.artifacts).put_bytes(b"of yesterday")
        publish(make_rendering(dict.fromkeys(FILES, earlier)), settings, out)

    def told(real: Callable[..., Any], what: Callable[..., int | str]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            happened.append(what(*arguments))
            return real(*arguments)

        return call

    monkeypatch.setattr("os.fsync", told(os.fsync, lambda file: os.fstat(file).st_ino))
    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, told(getattr(Path, name), lambda *_: "named"))
    publish(made, settings, out)
    first, last = happened.index("named"), len(happened) - happened[::-1].index("named")
    assert {(out / name).stat().st_ino for name in FILES} < set(happened[:first])
    assert tmp_path.stat().st_ino in happened[last:]
    assert (out.stat().st_ino in happened[last:]) is is_there  # its names are new; else they came with the folder


def test_a_disk_that_does_not_take_the_files_is_said_before_any_has_its_name(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    made = rendering(settings)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refusal, match=r"out\.unwritable: found .*No space left on device"):
        publish(made, settings, tmp_path / "out")
    assert [path for path in tmp_path.iterdir() if path != settings.home] == []


def test_what_a_killed_run_left_half_written_is_no_folder_of_a_playbook(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    class Killed(BaseException):
        """A kill."""

    def kill(*_: object) -> None:
        raise Killed

    made = rendering(settings)
    monkeypatch.setattr(Path, "rename", kill)
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    with pytest.raises(Killed):
        publish(made, settings, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    (left,) = tmp_path.glob("*.staging")
    assert sorted(path.name for path in left.iterdir()) == sorted(FILES)


def test_a_missing_artifact_leaves_no_file_behind(settings: Settings, tmp_path: Path):
    broken = rendering(settings)
    (settings.artifacts / broken.files["playbook.pdf"][:2] / broken.files["playbook.pdf"]).unlink()
    with pytest.raises(PlaybookError):
        publish(broken, settings, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("check", ["before", "after"])
def test_a_file_in_place_of_the_folder_is_refused_in_one_line(settings: Settings, tmp_path: Path, check: str):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(
        Refusal, match=r"out\.unwritable: found out: .*; wanted a folder that can be written; choose another --out"
    ):
        check_folder(tmp_path / "out") if check == "before" else publish(rendering(settings), settings, tmp_path / "out")


def edited(settings: Settings, out: Path, name: str, text: bytes) -> list[str]:
    """What lies in the folder after a build over a file that somebody has changed."""
    store = BlobStore(settings.artifacts)
    files = {**rendering(settings).files, "playbook.docx": store.put_bytes(b"new"), "answers.yaml": store.put_bytes(ANSWERS)}
    publish(make_rendering(files), settings, out)
    (out / name).write_bytes(text)
    for _ in range(2):
        publish(make_rendering(files), settings, out)
    return sorted(path.name for path in out.iterdir() if "edited" in path.name)


ANSWERS = b'answers:\n  - {id: "a-1", answer: "Because"}\n  - {id: "a-2", answer: ""}\n'


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("playbook.docx", b"mine", ["playbook.edited-1.docx"]),
        ("playbook.pdf", b"annotated", []),
        ("answers.yaml", ANSWERS.replace(b'""', b'"Not yet built"'), ["answers.edited-1.yaml"]),
        ("answers.yaml", b"# my notes\n" + ANSWERS, []),
        ("answers.yaml", b"answers: [", ["answers.edited-1.yaml"]),
    ],
)
def test_what_somebody_wrote_into_a_file_is_moved_aside_unless_it_was_taken_over(
    settings: Settings, tmp_path: Path, name: str, text: bytes, kept: list[str]
):
    assert edited(settings, tmp_path / "out", name, text) == kept
    if kept:
        assert (tmp_path / "out" / kept[0]).read_bytes() == text
    assert (tmp_path / "out" / "playbook.docx").read_bytes() == b"new"
