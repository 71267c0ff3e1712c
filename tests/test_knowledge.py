"""The packs: their examples load, their faults are named by line, and what they refer to exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from playbook.errors import PackFault
from playbook.knowledge import packs
from playbook.knowledge.files import KINDS
from playbook.knowledge.packs import Knowledge, load
from playbook.settings import CHECKOUT

EXAMPLES = re.findall(r"```yaml (\w+)\n(.*?)```", (CHECKOUT / "docs" / "packs.md").read_text(), re.DOTALL)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_every_example_of_the_docs_loads(kind: str, example: str):
    for row in yaml.safe_load(example):
        KINDS[kind].model_validate(row)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("- id: a\n  name: A\n- id: b\n", "skills/x.yaml:3: name: Field required"),
        ("- id: a\n  name: A\n  colour: red\n", "skills/x.yaml:1: colour: Extra inputs"),
        ("- id: a\n  name: A\n- id: a\n  name: A\n", "skills/x.yaml:3: id 'a' again"),
        ("id: a\n", "skills/x.yaml:1: a file that is not a list"),
        ("- id: a\n  name: [\n", "skills/x.yaml:3"),
    ],
)
def test_a_fault_is_named_by_file_line_and_field(text: str, where: str, tmp_path: Path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "x.yaml").write_text(text)
    with pytest.raises(PackFault, match=re.escape(where)):
        load(tmp_path)


def test_packs_are_compiled_once_and_again_when_a_file_changes(tmp_path: Path):
    root, compiled = tmp_path / "packs", tmp_path / "compiled"
    (root / "skills").mkdir(parents=True)
    (root / "skills" / "x.yaml").write_text("- {id: a, name: A}\n")
    assert list(load(root, compiled).skills) == ["a"]
    first = sorted(path.name for path in compiled.iterdir())
    (root / "skills" / "x.yaml").write_text("- {id: b, name: B}\n")
    assert list(load(root, compiled).skills) == ["b"]
    assert sorted(path.name for path in compiled.iterdir()) != first


def test_loading_reads_no_entry_and_an_entry_is_read_once(tmp_path: Path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "x.yaml").write_text("- {id: a, name: A}\n- {id: b, name: B}\n")
    skills = load(tmp_path, tmp_path / "compiled").skills
    assert list(skills) == ["a", "b"]
    assert "b" in skills
    assert skills["b"] is skills["b"]
    with pytest.raises(KeyError):
        skills["c"]


def test_what_other_code_compiled_is_not_read_again(tmp_path: Path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "x.yaml").write_text("- {id: a, name: A}\n")
    compiled = tmp_path / "compiled"
    load(tmp_path, compiled)
    (kept,) = compiled.glob("skills-*.jsonl")
    kept.rename(kept.with_name(kept.name.replace(kept.stem.split("-")[-1], "00000000")))
    packs.forget()
    assert list(load(tmp_path, compiled).skills) == ["a"]
    assert len(list(compiled.glob("skills-*.jsonl"))) == 2


def test_every_statement_of_an_employer_has_its_source_and_date(knowledge: Knowledge):
    for company in knowledge.companies.values():
        statements = (*company.process, *company.culture, *company.unique, *company.success, *company.facts)
        assert company.values_source.startswith("https://")
        assert company.values_checked
        assert all(statement.source.startswith("https://") and statement.checked for statement in statements)


def test_every_trade_says_who_sits_in_its_interviews(knowledge: Knowledge):
    for family in (one for one in knowledge.families.values() if one.id != "general"):
        assert set(family.interviewers) == {"recruiter", "hiring-manager", "peer", "executive"}, family.id


def test_every_kind_of_accomplishment_has_eight_frames_a_paragraph(knowledge: Knowledge):
    for kind in knowledge.archetypes.values():
        frames = {"situation": kind.situation, "task": kind.task, "action": kind.action, "result": kind.result}
        assert {name: len(texts) for name, texts in frames.items() if len(texts) < 8} == {}, kind.id
        assert kind.missing, kind.id
