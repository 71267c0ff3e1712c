"""Every fault of a model in every written stage: a section is delivered, nothing invented is in it, and it says what fell back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from model_scripts import FAULTS, MENDED, good
from model_server import ModelServer, Script, model_server

from evals.playbooks import SECTIONS
from playbook.artifacts.brief import Brief
from playbook.grounding import issues
from playbook.grounding.case import ground_of
from playbook.provenance import lines_of
from playbook.settings import Settings
from signatures.drafts import draft_of
from signatures.programs import SIGNATURES
from signatures.verify import Written, word
from signatures.writers import WRITERS, packs

MODEL = "openai/scripted"
PRICE = {"input": 2.0, "output": 10.0}
IMPATIENT = {
    "timeout_seconds": 0.6,
    "patience_seconds": 2.0,
    "retries": 3,
    "retry_wait_seconds": 0.001,
    "pause_seconds": 60.0,
    "price": PRICE,
}
SENDING = [stage for stage in SIGNATURES if stage not in {"generate_questions", "ask_back"}]
"""Stages with sentences for a model to word; the others quote the packs and the posting alone."""


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "test")


@pytest.fixture(scope="module")
def facts(case: Callable[[str], Brief]) -> dict[str, Any]:
    """Every artifact that a written stage is handed, of the nurse's case."""
    made: dict[str, Any] = {"brief": case("amara-okafor")}
    for part, task in SECTIONS.items():
        made[part] = draft_of(task, {name: made[name] for name in WRITERS[task].inputs}).artifact
    return made


def impatient(settings: Settings, tmp_path: Path, server: ModelServer, **limits: Any) -> Settings:
    """Settings of a model that is not waited for."""
    path = tmp_path / "models.yaml"
    path.write_text(yaml.safe_dump({"models": {MODEL: {**IMPATIENT, **limits}}}))
    return settings.model_copy(update={"models": path, "model_api_base": server.base_url})


def written_by(
    script: Script, stage: str, facts: dict[str, Any], settings: Settings, tmp_path: Path
) -> tuple[Written[Any], ModelServer]:
    """A stage worded by a scripted model."""
    inputs = {name: facts[name] for name in WRITERS[SIGNATURES[stage].__name__].inputs}
    with model_server(script) as server:
        chosen = impatient(settings, tmp_path, server)
        written = word(stage, inputs, model=MODEL, settings=chosen, ground=ground_of(facts["brief"], packs()))
    return written, server


@pytest.mark.parametrize("stage", SENDING)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_a_whole_section_without_an_invented_fact(
    fault: str, stage: str, facts: dict[str, Any], settings: Settings, tmp_path: Path
):
    written, server = written_by(FAULTS[fault](), stage, facts, settings, tmp_path)
    draft = draft_of(SIGNATURES[stage].__name__, {name: facts[name] for name in WRITERS[SIGNATURES[stage].__name__].inputs})
    before, after = dict(lines_of(draft.artifact)), dict(lines_of(written.artifact))
    assert list(after) == list(before)
    ground = ground_of(facts["brief"], packs())
    for at, line in after.items():
        if line.text != before[at].text:
            assert [issue for issue in issues(line, ground) if issue.tier == "hard"] == []
            assert not {"Initech", "Zenith", "4711"} & set(line.text.replace(".", " ").split())
        assert line.blanks == before[at].blanks
    kept = {at for at in draft.lines if after[at].text == before[at].text}
    named = {fault.split(": ", 1)[0] for fault in written.degraded}
    assert named <= kept
    assert (named == set()) == (fault in MENDED)
    assert all(len(reason.split(": ", 1)[1]) > 5 for reason in written.degraded)
    assert written.calls == len(server.asked)
    assert (written.tokens_in, written.tokens_out) == (server.tokens_in, server.tokens_out)
    assert written.cost_usd == pytest.approx((server.tokens_in * 2.0 + server.tokens_out * 10.0) / 1e6)


@pytest.mark.parametrize("stage", sorted(set(SIGNATURES) - set(SENDING)))
def test_a_stage_that_only_quotes_asks_no_model(stage: str, facts: dict[str, Any], settings: Settings, tmp_path: Path):
    written, server = written_by(good, stage, facts, settings, tmp_path)
    assert (written.calls, len(server.asked), written.degraded) == (0, 0, ())
