"""The lint of the packs: each rule catches what it is for, the project's own packs have nothing to mend, each command answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from playbook.cli import main
from playbook.knowledge.lint import LONGEST, lint
from playbook.settings import CHECKOUT

PACKS = CHECKOUT / "datasets" / "knowledge"
MARK = {"h": "Head", "t": "A sentence."}
QUESTION = {
    "id": "q-one",
    "type": "technical",
    "q": "What do you check first?",
    "tests": "Whether order matters to you.",
    "great": [MARK] * 4,
    "red": [MARK] * 4,
    "prep": "Write the order down.",
    "practice": "Act as an interviewer.",
}


def found(tmp_path: Path, **packs: list[dict[str, object]]) -> set[tuple[str, str]]:
    """Rule and place of everything that the lint finds in packs of these entries."""
    for kind, rows in packs.items():
        (tmp_path / kind).mkdir()
        (tmp_path / kind / "x.yaml").write_text(yaml.safe_dump(rows))
    return {(one.rule, one.where.split(":")[0]) for one in lint(tmp_path)}


def test_the_packs_of_the_project_have_nothing_to_mend():
    assert [f"{one.where}: {one.rule}: {one.found}" for one in lint(PACKS)] == []


def test_a_sentence_in_british_spelling_is_found_and_one_of_an_employers_own_is_left(tmp_path: Path):
    spelling = [{"id": "behavior", "british": "behaviour"}]
    assert ("spelling", "questions/x.yaml") in found(
        tmp_path, spellings=spelling, questions=[QUESTION | {"prep": "Name one behaviour of a good handover."}]
    )


def test_an_entry_without_its_shape_is_found_and_the_others_are_still_read(tmp_path: Path):
    rules = found(tmp_path, skills=[{"id": "a"}, {"id": "b", "name": "B", "implies": ["nowhere"]}])
    assert rules == {("shape", "skills/x.yaml"), ("dangling", "skills/x.yaml")}


@pytest.mark.parametrize(
    ("kind", "rows", "rule"),
    [
        ("skills", [{"id": "a", "name": "A"}, {"id": "a", "name": "Other"}], "duplicate"),
        ("skills", [{"id": "welding", "name": "Welding", "aliases": ["welding"]}], "duplicate"),
        (
            "skills",
            [{"id": "mig", "name": "MIG welding"}, {"id": "gmaw", "name": "GMAW", "aliases": ["mig welding"]}],
            "collision",
        ),
        ("skills", [{"id": "a", "name": "Ax", "broader": ["b"]}, {"id": "b", "name": "Bx", "implies": ["a"]}], "circle"),
        ("credentials", [{"id": "x", "name": "X", "kind": "licence", "requires": ["y"]}], "dangling"),
        ("questions", [QUESTION | {"topics": ["nowhere"]}], "dangling"),
        ("questions", [QUESTION | {"competency": "nowhere"}], "dangling"),
        ("questions", [QUESTION | {"families": ["nowhere"]}], "dangling"),
        ("questions", [QUESTION | {"prep": "Ask your manager what he expects."}], "pronoun"),
        ("questions", [QUESTION | {"tests": "Unfortunately, few can do it."}], "tone"),
        ("questions", [QUESTION | {"tests": "None of it can be learned by heart."}], "slip"),
        ("questions", [QUESTION | {"prep": " ".join(["word"] * (LONGEST + 1)) + "."}], "long"),
        ("questions", [QUESTION, QUESTION | {"id": "q-two", "q": "What do you check first"}], "repeat"),
        ("questions", [QUESTION, QUESTION | {"id": "q-two", "q": "Where does heat go?"}], "repeat"),
        ("questions", [QUESTION | {"q": "When does IFRS 15 let you book this sale?"}], "source"),
        ("questions", [QUESTION | {"tests": "They want somebody who knows what NFPA 70E calls live work."}], "source"),
        ("questions", [QUESTION | {"prep": "Read what Reg E says of a late notice."}], "source"),
    ],
)
def test_each_rule_catches_what_it_is_for(kind: str, rows: list[dict[str, object]], rule: str, tmp_path: Path):
    assert (rule, f"{kind}/x.yaml") in found(tmp_path, **{kind: rows})


def test_a_plan_that_is_not_twelve_or_that_the_bank_cannot_serve_is_found(tmp_path: Path):
    family = yaml.safe_load((PACKS / "families" / "general.yaml").read_text())[0]
    rules = found(tmp_path, families=[family | {"mixes": {"mid": {"technical": 11}}}], questions=[QUESTION])
    assert {("mix", "families/x.yaml"), ("bank", "families/x.yaml")} <= rules


def test_a_number_in_the_frame_of_a_story_is_found(tmp_path: Path):
    kind = yaml.safe_load((PACKS / "archetypes" / "neutral.yaml").read_text())[0]
    rules = found(tmp_path, archetypes=[kind | {"task": ["I had three weeks. [Why?]", *kind["task"]]}])
    assert ("figure", "archetypes/x.yaml") in rules


def test_a_law_may_be_cited_with_its_source(tmp_path: Path):
    sourced = QUESTION | {"q": "What does HIPAA ask?", "source": "https://www.hhs.gov/hipaa", "checked": "2026-11-26"}
    assert ("source", "questions/x.yaml") not in found(tmp_path, questions=[sourced])


def test_the_command_names_file_line_and_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PLAYBOOK_KNOWLEDGE", str(tmp_path))
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "x.yaml").write_text("- {id: a, name: A}\n- {id: b, name: B, broader: [c]}\n")
    with pytest.raises(SystemExit) as stopped:
        main(["packs", "check"])
    assert stopped.value.code == 1
    assert "skills/x.yaml:2: dangling: b: 'c' is not in skills; name one that exists" in capsys.readouterr().out


def test_findings_can_be_asked_for_one_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PLAYBOOK_KNOWLEDGE", str(tmp_path))
    (tmp_path / "skills").mkdir()
    for name in ("good", "bad"):
        (tmp_path / "skills" / f"{name}.yaml").write_text(f"- {{id: {name}, name: {name}, broader: [{name[:2]}]}}\n")
    with pytest.raises(SystemExit):
        main(["packs", "check", str(tmp_path / "skills" / "good.yaml"), "--json"])
    assert [one["where"] for one in json.loads(capsys.readouterr().out)] == ["skills/good.yaml:1"]


def test_the_counts_of_the_packs_hold_what_the_docs_promise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PLAYBOOK_KNOWLEDGE", str(PACKS))
    with pytest.raises(SystemExit):
        main(["packs", "count", "--json"])
    counted = json.loads(capsys.readouterr().out)
    least = {
        "skills": 1200,
        "aliases": 6000,
        "credentials": 200,
        "families": 18,
        "companies": 60,
        "archetypes": 26,
        "competencies": 40,
        "verbs": 600,
        "questions": 560,
        "curveballs": 24,
        "asks": 100,
    }
    assert {kind: counted["entries"][kind] for kind, wanted in least.items() if counted["entries"][kind] < wanted} == {}
    assert counted["questions"]["every trade"] >= 90
