"""Documentation that cannot lie: commands, settings, folders and names that the docs promise exist."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from inspect import signature
from pathlib import Path

import pytest
from cyclopts import App

from playbook.cli import app
from playbook.settings import CHECKOUT, Settings

TRACKED = [Path(name) for name in subprocess.check_output(["git", "ls-files"], cwd=CHECKOUT, text=True).splitlines()]  # noqa: S607
MODULES = [path for path in TRACKED if path.suffix == ".py" and (CHECKOUT / path).is_file()]
OWN = ("playbook", "tasks", "flows", "signatures", "evals")
LONGEST = 300


def commands() -> list[str]:
    """Every command of `playbook`."""
    return [name for name in app if not name.startswith("-")]


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_the_readme_and_explains_itself(command: str):
    assert f"playbook {command}" in (CHECKOUT / "README.md").read_text()
    finished = subprocess.run(
        [sys.executable, "-m", "playbook.cli", command, "--help"], capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0
    assert len(finished.stdout.split()) > 10


def leaves(apps: App) -> Iterator[tuple[str, Callable[..., object]]]:
    """Every command that runs something, with its function; those of a group by both names."""
    for name in apps:
        if not name.startswith("-"):
            command = apps[name]
            if command.default_command is not None:
                yield name, command.default_command
            yield from ((f"{name} {inner}", function) for inner, function in leaves(command))


def test_every_command_takes_json():
    found = dict(leaves(app))
    assert found.keys() >= {"build", "labelled release", "packs check", "ledger rebuild"}
    assert [name for name, function in found.items() if "json" not in signature(function).parameters] == []


def test_every_setting_stands_in_the_example_file():
    example = (CHECKOUT / ".env.example").read_text()
    assert [name for name in Settings.model_fields if f"PLAYBOOK_{name.upper()}" not in example] == []


def test_every_setting_describes_itself():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


PAGES = [path for path in TRACKED if path.suffix == ".md" and path.stem != "document"]
"""Our own pages; a document of the intake corpus has the links that its writer gave it."""


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_of_a_page_leads_somewhere(page: Path):
    text = (CHECKOUT / page).read_text()
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (CHECKOUT / page.parent / link).exists()] == []


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_says_what_it_is_for(module: Path):
    assert ast.get_docstring(ast.parse((CHECKOUT / module).read_text()))


@pytest.mark.parametrize("module", [path for path in MODULES if path.parts[0] in OWN], ids=str)
def test_every_module_is_about_one_thing_and_short(module: Path):
    assert len((CHECKOUT / module).read_text().splitlines()) <= LONGEST
    assert not {"utils", "helpers", "common", "manager"} & set(module.with_suffix("").parts)


def test_no_dependency_brings_a_top_level_name_of_ours():
    owners = {name: set(packages_distributions().get(name, ())) - {"playbook"} for name in OWN}
    assert {name: found for name, found in owners.items() if found} == {}


def test_datasets_hold_no_code():
    assert [path for path in TRACKED if path.parts[0] == "datasets" and path.suffix == ".py"] == []


def test_the_command_line_starts_without_heavy_libraries():
    heavy = ("pydantic", "dspy", "duckdb", "polars", "weasyprint", "prefect")
    code = f"import sys, playbook.cli; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True, cwd=CHECKOUT) == "[]\n"
