"""Bytecode of templates: kept, used, and never in the way."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from playbook.rendering.environment import Kept

if TYPE_CHECKING:
    from pathlib import Path


class Counted(Environment):
    """An environment that counts what it compiles."""

    compiled = 0

    def _generate(self, *arguments: object, **options: object) -> str:
        self.compiled += 1
        return super()._generate(*arguments, **options)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def bytecode_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compilations(folder: Path, text: str = "{{ 1 + 1 }} pages") -> int:
    """How many templates a new process would compile, with bytecode in `folder`."""
    environment = Counted(loader=DictLoader({"page": text}), bytecode_cache=Kept(folder))
    assert environment.get_template("page").render() == "2 pages"
    return environment.compiled


def test_a_template_is_compiled_once_for_all_processes(tmp_path: Path) -> None:
    assert [compilations(tmp_path / "kept") for _ in range(2)] == [1, 0]


def test_a_template_that_was_changed_is_compiled_again(tmp_path: Path) -> None:
    compilations(tmp_path)
    assert compilations(tmp_path, "{{ 2 }} pages") == 1


@pytest.mark.parametrize("part", [0, 20, 60])
def test_damaged_bytecode_is_compiled_again(tmp_path: Path, part: int) -> None:
    compilations(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:part] + bytes(40))
    assert [compilations(tmp_path) for _ in range(2)] == [1, 0]


def test_a_folder_that_cannot_be_written_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert [compilations(tmp_path / "file" / "kept") for _ in range(2)] == [1, 1]


def test_nothing_is_kept_where_python_keeps_no_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compilations(tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
