"""The packs: their examples load, their faults are named by line, and what they refer to exists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from playbook.errors import PackFault
from playbook.knowledge.packs import KINDS, Knowledge, load
from playbook.settings import CHECKOUT

EXAMPLES = re.findall(r"```yaml (\w+)\n(.*?)```", (CHECKOUT / "docs" / "knowledge.md").read_text(), re.DOTALL)


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


def test_every_reference_between_packs_resolves(knowledge: Knowledge):
    named = {
        "skill": [(s.id, other) for s in knowledge.skills.values() for other in (*s.implies, *s.broader)],
        "credential": [(c.id, other) for c in knowledge.credentials.values() for other in (*c.equivalent, *c.requires)],
        "competency": [
            *((a.id, other) for a in knowledge.archetypes.values() for other in a.competencies),
            *((q.id, q.competency) for q in knowledge.questions.values() if q.competency),
            *((f.id, other) for f in knowledge.families.values() for value in f.values for other in value.competencies),
            *((c.id, other) for c in knowledge.companies.values() for value in c.values for other in value.competencies),
            *((c.id, other) for c in knowledge.curveballs.values() for other in c.competencies),
        ],
        "topic": [(q.id, topic) for q in knowledge.questions.values() for topic in q.topics],
        "family": [(q.id, family) for q in knowledge.questions.values() for family in q.families],
        "curveball": [(c.id, other) for c in knowledge.companies.values() for other in c.curveballs],
    }
    known = {
        "skill": knowledge.skills,
        "credential": knowledge.credentials,
        "competency": knowledge.competencies,
        "topic": knowledge.skills,
        "family": knowledge.families,
        "curveball": knowledge.curveballs,
    }
    assert {kind: [pair for pair in pairs if pair[1] not in known[kind]] for kind, pairs in named.items()} == {
        kind: [] for kind in named
    }


def test_every_mix_has_twelve_questions_that_the_bank_can_serve_twice_over(knowledge: Knowledge):
    for family in knowledge.families.values():
        bank = Counter(
            q.type for q in knowledge.questions.values() if not q.families or family.id in q.families or "general" in q.families
        )
        for level, mix in family.mixes.items():
            assert sum(mix.values()) == 12, (family.id, level)
            assert {kind: bank[kind] for kind, count in mix.items() if bank[kind] < 2 * count} == {}, (family.id, level)


def test_every_company_statement_has_its_source_and_date(knowledge: Knowledge):
    for company in knowledge.companies.values():
        statements = (*company.process, *company.culture, *company.unique, *company.success, *company.facts)
        assert statements
        assert all(statement.source.startswith("https://") and statement.checked for statement in statements)


def test_no_text_flatters_or_names_a_vendor(knowledge: Knowledge):
    banned = re.compile(r"ChatGPT|Claude|Gemini|unfortunately|rockstar|world-class|delve|tapestry", re.IGNORECASE)
    found = [
        path.name
        for path in (CHECKOUT / "datasets" / "knowledge").rglob("*.yaml")
        if path.parent.name not in {"skills", "credentials", "sections"} and banned.search(path.read_text())
    ]
    assert found == []
