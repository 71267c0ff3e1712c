"""What a batch as a whole is held to: each expectation catches the night that it is for, and lets a good one pass."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from night_journals import earlier_nights, night

from flows.batch_figures import Figures, figures_of
from flows.expectations import MODULE, Expectations, Verdict, in_a_process, is_installed, judge, read_expectations
from playbook.checks.catalogue import EXPECTATIONS
from playbook.children import Child
from playbook.errors import Refusal
from playbook.settings import Settings
from playbook.store.journal import Journal
from playbook.store.ledger import ledger

gx = pytest.mark.skipif(not is_installed(), reason="needs the extra `gx`: make test-gx")
TONIGHT = 9


@pytest.fixture(scope="module")
def library() -> Iterator[Callable[[dict[str, Any]], dict[str, Any]]]:
    """The process of the expectations, once for the module."""
    child = Child(MODULE, 4_000_000_000)

    def ask(request: dict[str, Any]) -> dict[str, Any]:
        answers = child.ask([json.dumps(request).encode()], 1, 300.0)
        assert answers is not None
        return json.loads(answers[0])

    yield ask
    child.close()


@pytest.fixture(scope="module")
def wanted() -> Expectations:
    """The thresholds of the project."""
    return read_expectations(Settings(_env_file=None).expectations)


def figures(settings: Settings, wanted: Expectations, *, nights: int = 3, **tonight: Any) -> Figures:
    """The figures of a night after so many good ones."""
    earlier_nights(settings, nights)
    batch_id = night(settings, TONIGHT, **tonight)
    with ledger(settings) as connection:
        return figures_of(
            connection, batch_id, fewest_rows=wanted.fewest_rows, nights=(wanted.fewest_nights, wanted.most_nights)
        )


BAD: dict[str, dict[str, Any]] = {
    "rows-ended": {"lost": 1},
    "playbooks-made": {"made": 0, "refused": 3},
    "failures-few": {"failed": 2},
    "holds-few": {"held": 4},
    "pages-hold": {"pages": 12},
    "refusals-few": {"refused": 8},
    "rules-hold": {"broken": ("names-grounded",)},
    "checks-recorded": {"unrecorded": ("names-grounded",)},
    "playbooks-differ": {"renderings": ("one",) * 24},
    "fit-spreads": {"run_fit": 70},
    "fit-plausible": {"fit": 20},
    "stories-enough": {"stories": 2},
    "blanks-few": {"story_blanks": 90},
    "degraded-few": {"degraded_lines": 1},
    "costs-known": {"cost_usd": None},
    "failures-as-usual": {"failed": 2},
    "holds-as-usual": {"held": 2},
    "refusals-as-usual": {"refused": 3},
    "degraded-as-usual": {"degraded_lines": 1},
    "fit-as-usual": {"fit": 81},
    "pages-as-usual": {"pages": 44},
    "blanks-as-usual": {"story_blanks": 40},
    "cost-as-usual": {"cost_usd": 0.2},
    "time-as-usual": {"seconds": 9.0},
    "rules-as-usual": {"broken": ("plain-words",)},
}


def test_every_expectation_has_a_threshold_a_reason_and_a_night_that_it_catches(wanted: Expectations):
    assert [one.rule for one in wanted.expectations if one.rule not in EXPECTATIONS] == []
    assert {one.rule for one in wanted.expectations} == EXPECTATIONS.keys() == BAD.keys()


@gx
@pytest.mark.gx
def test_a_good_night_after_three_meets_every_expectation(settings: Settings, wanted: Expectations, library):
    verdict = judge(figures(settings, wanted), wanted, ask=library)
    assert [(one.rule, one.note) for one in verdict.results if not one.n] == []
    assert (verdict.level, verdict.why) == ("met", None)


@gx
@pytest.mark.gx
@pytest.mark.parametrize("rule", BAD)
def test_a_bad_night_breaks_the_expectation_that_is_for_it(settings: Settings, wanted: Expectations, library, rule: str):
    verdict = judge(figures(settings, wanted, **BAD[rule]), wanted, ask=library)
    assert rule in {one.rule for one in verdict.results if not one.ok}
    assert verdict.level == "held" if EXPECTATIONS[rule].severity == "block" else verdict.level in ("alarm", "held")
    assert rule in (verdict.why or "")


@gx
@pytest.mark.gx
def test_the_level_goes_by_the_severity_of_what_is_not_met(settings: Settings, wanted: Expectations, library):
    assert judge(figures(settings, wanted, fit=81), wanted, ask=library).level == "alarm"


@gx
@pytest.mark.gx
def test_an_expectation_that_cannot_be_reckoned_is_not_met(settings: Settings, wanted: Expectations, library):
    first = wanted.expectations[0]
    absent = first.model_copy(update={"arguments": {**first.arguments, "column": "nobody-has-this"}})
    verdict = judge(figures(settings, wanted), wanted.model_copy(update={"expectations": (absent,)}), ask=library)
    assert verdict.level == "held"
    assert "nobody-has-this" in (verdict.why or "")


@gx
@pytest.mark.gx
def test_an_expectation_that_the_library_does_not_have_loses_the_judgement_and_nothing_else(
    settings: Settings, wanted: Expectations, library
):
    unknown = wanted.expectations[0].model_copy(update={"expect": "expect_the_best"})
    verdict = judge(figures(settings, wanted), wanted.model_copy(update={"expectations": (unknown,)}), ask=library)
    assert verdict.level == "not judged"
    assert "ExpectTheBest" in (verdict.why or "")


def met(request: dict[str, Any]) -> dict[str, Any]:
    """A library to which everything is right."""
    result = {"severity": "warning", "ok": True, "n": 1, "bad": 0, "observed": None, "named": [], "error": None}
    return {"results": [result] * len(request["expectations"])}


def test_with_two_nights_drift_is_not_judged_and_says_so(settings: Settings, wanted: Expectations):
    verdict = judge(figures(settings, wanted, nights=2, fit=5), wanted, ask=met)
    drift = [one for one in verdict.results if one.rule.endswith("-as-usual")]
    assert len(drift) == 10
    assert {one.n for one in drift} == {0}
    assert all("2 nights to compare with, of 3" in (one.note or "") for one in drift)


def test_of_a_small_batch_no_share_is_judged_and_what_holds_for_every_size_is(settings: Settings, wanted: Expectations):
    verdict = judge(figures(settings, wanted, made=2, failed=1), wanted, ask=met)
    judged = {one.rule for one in verdict.results if one.n}
    assert judged == {"rows-ended", "playbooks-made", "checks-recorded", "playbooks-differ", "costs-known"}


def test_failed_held_refused_and_lost_rows_are_in_the_frames(settings: Settings, wanted: Expectations):
    found = figures(settings, wanted, made=20, failed=2, held=3, refused=4, lost=1)
    rows = found.frames["rows"]["status"]
    assert {status: rows.count(status) for status in set(rows)} == {
        "delivered": 20,
        "failed": 2,
        "held": 3,
        "refused": 4,
        "missing": 1,
    }
    assert len(found.frames["made"]["fit"]) == 23
    broken = dict(zip(found.frames["rules"]["rule"], found.frames["rules"]["broken"], strict=True))
    assert broken["names-grounded"] == 3


def test_a_held_night_another_model_and_another_folder_are_no_baseline(settings: Settings, wanted: Expectations):
    earlier_nights(settings, 3, model="other/model")
    earlier_nights(settings, 3, folder="/elsewhere", first=4)
    earlier_nights(settings, 2, decision="held", first=7)
    assert figures(settings, wanted, nights=0).nights == {}


def test_a_night_that_ran_twice_counts_once(settings: Settings, wanted: Expectations):
    earlier_nights(settings, 3, manifest_sha="same", made_for="2026-11-02")
    assert set(figures(settings, wanted, nights=0).nights.values()) == {1}


def test_a_rule_of_a_stage_that_was_found_counts_by_the_run_that_made_it(settings: Settings, wanted: Expectations):
    night(settings, 1, made=2, broken=("claims-close",))
    batch_id = night(settings, 2, made=2, cached_from="night-1")
    with ledger(settings) as connection:
        found = figures_of(connection, batch_id, fewest_rows=1, nights=(1, 1))
    assert found.figures["rule:claims-close"].value == 1.0
    assert found.figures["rule:claims-close"].n == 2
    assert set(found.frames["rules"]["unrecorded"]) == {0}


def test_two_rows_of_one_case_are_one_run_whose_checks_are_all_on_record(settings: Settings):
    batch_id = night(settings, 1, made=3)
    again = {"run_id": f"{batch_id}-0", "status": "delivered", "executed": 0, "cached": 21, "seconds": 0.1, "cost_usd": 0.0}
    with Journal(settings.journals, batch_id) as journal:
        journal.write("batch_row", batch_id=batch_id, row_id="again", **again)
    with ledger(settings) as connection:
        found = figures_of(connection, batch_id, fewest_rows=1, nights=(1, 1))
    assert sorted(found.frames["made"]["rendering"]) == [f"rendering-{batch_id}-{of}" for of in (0, 0, 1, 2)]
    assert set(found.frames["rules"]["unrecorded"]) == {0}


@pytest.mark.parametrize(
    ("module", "seconds", "said"),
    [("no_such_module", 60.0, "it died"), ("dying_worker", 0.01, "no answer in 0.01 seconds")],
)
def test_a_process_that_dies_or_hangs_is_a_batch_that_was_not_judged(
    settings: Settings, wanted: Expectations, monkeypatch: pytest.MonkeyPatch, module: str, seconds: float, said: str
):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    verdict = judge(figures(settings, wanted, nights=0), wanted, ask=partial(in_a_process, module=module, seconds=seconds))
    assert verdict == Verdict(level="not judged", why=verdict.why)
    assert said in (verdict.why or "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rule": "no-such-rule"}, "own.yaml: rules that the catalogue does not have, or twice: no-such-rule;"),
        ({"rule": "rows-ended"}, "own.yaml: rules that the catalogue does not have, or twice: rows-ended;"),
        ({"why": ""}, "own.yaml: expectations.1.why: String should have at least 10 characters;"),
        ({"frame": "people"}, "own.yaml: expectations.1.frame: Input should be"),
    ],
)
def test_thresholds_that_nobody_can_judge_are_refused(tmp_path: Path, change: dict[str, str], said: str):
    content = yaml.safe_load(Settings(_env_file=None).expectations.read_text())
    content["expectations"][1] |= change
    (tmp_path / "own.yaml").write_text(yaml.safe_dump(content))
    with pytest.raises(Refusal, match=r"expectations\.invalid") as refused:
        read_expectations(tmp_path / "own.yaml")
    assert said in str(refused.value)


def test_a_file_of_thresholds_that_is_not_there_is_refused_in_a_line(tmp_path: Path):
    with pytest.raises(Refusal, match=r"found own\.yaml: No such file or directory; wanted thresholds"):
        read_expectations(tmp_path / "own.yaml")


def test_no_process_of_ours_but_one_imports_the_library(settings: Settings, wanted: Expectations):
    import sys

    judge(figures(settings, wanted, nights=0), wanted, ask=met)
    assert "great_expectations" not in sys.modules
