"""What changed between two versions of a playbook: each kind of change is named, and nothing else."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from playbook.commands.diff import compare_playbooks, differences

RECORD: dict[str, Any] = {
    "generated_on": "2026-11-23",
    "run": {"model": "embedded", "version": "1", "programs": {}, "degraded": []},
    "fit": {"overall": 84, "low": 80, "high": 87, "label": "strong", "skills": 92, "experience": 88, "culture": 61},
    "matches": [{"text": "SQL", "status": "gap", "evidence": [], "reason": "not found"}],
    "sections": {
        "stories": {"stories": [{"anchor": "Cut costs", "title": "Costs", "competencies": ["frugality"]}]},
        "questions": {"questions": [{"question": "Why us?"}]},
    },
    "claims": [{"section": "pitch", "text": "I cut costs."}, {"section": "pitch", "text": "I sell."}],
    "checks": [{"rule": "numbers-grounded", "ok": True, "n": 4, "bad": 0}],
    "documents": {},
}


def test_the_same_playbook_has_no_difference():
    assert differences(RECORD, deepcopy(RECORD)) == {}


def test_each_kind_of_change_is_found():
    other = deepcopy(RECORD)
    other["run"]["model"] = "openai/x"
    other["run"]["degraded"] = ["pitch: /x: too long"]
    other["fit"]["overall"] = 90
    other["matches"][0] |= {"status": "covered", "evidence": ["Wrote SQL"]}
    other["sections"]["stories"]["stories"][0]["title"] = "Lower costs"
    other["sections"]["questions"]["questions"] = [{"question": "Why now?"}]
    other["claims"][1]["text"] = "I sell a lot."
    other["checks"][0] |= {"ok": False, "bad": 1}
    assert differences(RECORD, other) == {
        "run": [{"what": "model", "before": "embedded", "after": "openai/x"}],
        "fit": [{"what": "overall", "before": 84, "after": 90}],
        "matches": [{"what": "SQL", "before": "gap: not found", "after": "covered: Wrote SQL"}],
        "stories": [{"what": "Cut costs", "before": "Costs (frugality)", "after": "Lower costs (frugality)"}],
        "questions": [{"what": "Why us?", "before": "Why us?"}, {"what": "Why now?", "after": "Why now?"}],
        "sentences": [
            {"what": "pitch: I sell.", "before": "pitch: I sell."},
            {"what": "pitch: I sell a lot.", "after": "pitch: I sell a lot."},
        ],
        "checks": [{"what": "numbers-grounded", "before": "ok", "after": "1 of 4"}],
        "degraded": [{"what": "pitch: /x: too long", "after": "pitch: /x: too long"}],
    }


def test_the_command_takes_folders_and_shows_what_went_and_what_came(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    other = deepcopy(RECORD)
    other["claims"].append({"section": "plan", "text": "I learn."})
    other["fit"]["label"] = "good"
    for name, record in (("a", RECORD), ("b", other)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "playbook.json").write_text(json.dumps(record))
    assert compare_playbooks(tmp_path / "a", tmp_path / "b", as_json=False) == 0
    assert capsys.readouterr().out.splitlines() == [
        "fit (1)",
        "  ~ label",
        "      - strong",
        "      + good",
        "sentences (1)",
        "  + plan: I learn.",
    ]
    compare_playbooks(tmp_path / "a", tmp_path / "a", as_json=False)
    assert capsys.readouterr().out == "no difference\n"
