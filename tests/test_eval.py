"""An eval run is rows: predictions with cost and errors, scores with reasons, and nothing of the test split but sums."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dspy
import pytest
from eval_cases import DEV, a_home, item, ran, release, some

from evals.evaluate import Evaluated, evaluate
from evals.examples import examples
from evals.metrics import metric
from evals.reports import records
from evals.reports.page import write_summary
from evals.reports.terminal import console, print_summary
from evals.runs import all_runs, find_run
from evals.stages import STAGES, Made, Stage
from evals.stages.predicted import predicted
from evals.summary import summarise
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.evals import eval_store
from signatures.match import MatchProgram
from signatures.programs import WritingProgram, signature_sha
from signatures.promotion import Program, keep

CLOSED = next(one.id for one in release().items if one.labels.family == "civil")
TRAIN = next(one.id for one in release().items if one.split == "train")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home for the runs of this file."""
    return a_home(tmp_path_factory.mktemp("evals"))


@pytest.fixture(scope="module")
def run(home: Settings) -> Evaluated:
    """The pipeline over a pair of dev and one of a closed family."""
    return evaluate(None, "all", model="embedded", settings=home, release=some(DEV, CLOSED), jobs=1)


def summary_of(run: Evaluated, settings: Settings) -> Any:
    """The run's numbers, read back from the store."""
    with eval_store(settings) as store:
        return summarise(find_run(store, run.run_id))


def test_every_stage_leaves_a_prediction_with_what_it_took(run: Evaluated, home: Settings):
    with eval_store(home) as store:
        rows = store.rows("select * from eval.prediction where run_id = $run and item = $item", run=run.run_id, item=DEV)
        (row,) = store.rows("select * from eval.run where run_id = $run", run=run.run_id)
    assert {one["stage"] for one in rows} == {stage.name for stage in STAGES.values() if stage.in_pipeline}
    assert {one["status"] for one in rows} == {"ok"}
    assert sum(one["ms"] for one in rows) > 0
    assert {one["cost_usd"] for one in rows} == {0}
    assert (row["status"], row["model"], row["split"], row["stage"]) == ("done", "embedded", "all", "all")
    assert len(row["code_sha"]) == 64


def test_a_score_has_its_reasons_and_what_is_shown_stands_beside_it(run: Evaluated, home: Settings):
    with eval_store(home) as store:
        found = find_run(store, run.run_id)
    (status,) = (row for row in found.scores if row["item"] == DEV and row["scorer"] == "status_accuracy")
    assert 0 <= status["value"] < 1
    assert any("labelled" in reason for reason in status["reasons"])
    (made,) = (row for row in found.predictions if row["item"] == DEV and row["stage"] == "match")
    assert any(text.startswith("covered: ") for text in made["output"].values())


def test_nothing_of_a_test_pair_is_kept_or_shown_but_sums(run: Evaluated, home: Settings, tmp_path: Path, capsys: Any):
    with eval_store(home) as store:
        found = find_run(store, run.run_id)
    closed = [row for row in found.scores if row["item"] == CLOSED]
    assert closed
    assert {len(row["reasons"]) for row in closed} == {0}
    assert {row["output"] for row in found.predictions if row["item"] == CLOSED} == {None}
    summary = summarise(found)
    print_summary(summary, console())
    write_summary(summary, tmp_path / "page.html")
    shown = capsys.readouterr().out + (tmp_path / "page.html").read_text() + json.dumps(records.summary(summary))
    assert CLOSED not in shown
    assert '"civil"' not in shown
    assert "test (1 pairs)" in shown


def test_the_page_needs_nothing_from_elsewhere(run: Evaluated, home: Settings, tmp_path: Path):
    write_summary(summary_of(run, home), tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert "<svg" in page
    assert "http" not in page
    assert "<script" not in page


def test_a_stage_by_itself_is_made_from_what_the_embedded_stages_before_it_made(home: Settings):
    found = evaluate("score", "dev", model="embedded", settings=home, release=some(DEV), jobs=1)
    assert {one.stage for one in found.outcomes} == {"score"}
    assert found.scores("fit_band") == {DEV: ran(DEV).values["score"].label == item().labels.fit}


def test_two_processes_find_what_one_finds(home: Settings):
    both = some(DEV, TRAIN)
    alone, together = (
        evaluate("parse_posting", "all", model="embedded", settings=home, release=both, jobs=jobs) for jobs in (1, 2)
    )
    assert [one.scores for one in alone.outcomes] == [one.scores for one in together.outcomes]


def test_a_failure_is_a_row_with_its_error_and_no_score(home: Settings, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> Made:
        raise StageFailure("match.broken", found="a broken stage", wanted="a whole one", remedy="mend it")

    monkeypatch.setitem(STAGES, "match", Stage("match", broken, STAGES["match"].needs))
    found = evaluate(None, "all", model="embedded", settings=home, release=some(DEV), jobs=1)
    status = {one.stage: one.status for one in found.outcomes}
    assert status["match"] == "failed"
    assert {status[name] for name in ("score", "pitch", "inspect")} == {"blocked"}
    assert status["parse_posting"] == "ok"
    summary = summary_of(found, home)
    assert not any(line.stage in {"match", "score", "pitch"} for line in summary.lines)
    (cost,) = (one for one in summary.costs if one.stage == "match")
    assert (cost.ok, cost.failed) == (0, 1)
    assert any("match.broken" in row["error_code"] for row in summary.errors)


def test_a_resume_that_is_refused_fails_its_pair_and_no_other(home: Settings):
    spoilt = item().model_copy(update={"id": "spoilt", "resume": "x"})
    good = some(DEV)
    both = type(good)(None, (*good.items, spoilt), "f" * 64)
    found = evaluate("parse_resume", "all", model="embedded", settings=home, release=both, jobs=1)
    assert {one.item: one.status for one in found.outcomes} == {DEV: "ok", "spoilt": "failed"}
    assert {one.error_code for one in found.outcomes if one.status == "failed"} == {"resume.too-short"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"stage": "juggle", "split": "dev"}, "stage.unknown"),
        ({"stage": "match", "split": "prod"}, "split.unknown"),
        ({"stage": "match", "split": "dev", "program": "nope"}, "program.unknown"),
    ],
)
def test_what_does_not_exist_is_refused(home: Settings, arguments: dict[str, Any], code: str):
    with pytest.raises(Refusal, match=code):
        evaluate(model="embedded", settings=home, release=some(DEV), **arguments)


def test_a_kept_program_is_run_instead_of_the_stage_s_own_and_only_for_its_stage(home: Settings):
    module = WritingProgram("ask_back")
    module.word.signature = module.word.signature.with_instructions("Ask back in short sentences.")
    made = Program(
        program="abc123", stage="ask_back", model="embedded", signature_sha=signature_sha("ask_back"), state=module.dump_state(),
        optimizer="by hand", release="0" * 64,
    )  # fmt: skip
    keep(made, home)
    keep(made.model_copy(update={"program": "def456", "signature_sha": "other"}), home)
    found = evaluate("ask_back", "dev", model="embedded", settings=home, release=some(DEV), program="abc", jobs=1)
    assert found.failed == 0
    with eval_store(home) as store:
        (row,) = store.rows("select * from eval.program join eval.run using (program) where run_id = $run", run=found.run_id)
    assert row["state"] == made.state
    for name, stage, code in (("abc", "pitch", "program.other-stage"), ("def", "ask_back", "program.other-signature")):
        with pytest.raises(Refusal, match=code):
            evaluate(stage, "dev", model="embedded", settings=home, release=some(DEV), program=name, jobs=1)


def test_runs_are_listed_newest_first_and_found_by_their_first_letters(run: Evaluated, home: Settings):
    with eval_store(home) as store:
        listed = all_runs(store)
        assert find_run(store, run.run_id[:6]).id == run.run_id
        with pytest.raises(Refusal, match=r"eval-run\.unknown"):
            find_run(store, "nothing")
    assert [row["started_at"] for row in listed] == sorted((row["started_at"] for row in listed), reverse=True)


def test_examples_carry_the_inputs_of_the_stage_s_signature(home: Settings):
    (one,) = examples("bridge_gaps", "dev", settings=home, release=some(DEV))
    assert set(one.inputs().keys()) == {"brief", "stories", "questions"}
    assert one.case.item.labels == item().labels
    assert one.id == DEV


def test_examples_of_match_carry_traits_and_labels_and_a_metric_sees_what_the_stage_makes_of_them(home: Settings):
    (one,) = examples("match", "dev", settings=home, release=some(DEV))
    assert set(one.inputs().keys()) == {"lines"}
    assert len(one.lines) == len(one.statuses)
    of = metric("match", ["status_accuracy"])
    told = of(one, dspy.Prediction(statuses=one.statuses))
    assert told > of(one, dspy.Prediction(statuses=["unknown"] * len(one.lines)))
    assert of(one, dspy.Prediction(statuses=one.statuses[:1])) < told


def test_a_program_for_match_is_asked_with_its_demos(home: Settings):
    program = MatchProgram()
    labelled = examples("match", "all", settings=home, release=some(DEV, TRAIN))
    program.judge.demos = [dspy.Example(lines=one.lines, statuses=one.statuses) for one in labelled]
    plain, learned = (
        evaluate("match", "dev", model="embedded", settings=home, release=some(DEV), state=state, jobs=1)
        for state in (None, program.dump_state())
    )
    assert learned.failed == 0
    assert learned.outcomes[0].output != plain.outcomes[0].output


class Guess(dspy.Signature):  # type: ignore[misc]
    """Guess a status."""

    requirement: str = dspy.InputField()
    status: str = dspy.OutputField()


@pytest.fixture
def guess() -> Iterator[Stage]:
    """A stage of one example a requirement, as a program that decides."""

    def each(case: Any, inputs: Any) -> Iterator[dspy.Example]:
        for number, label in enumerate(case.item.labels.requirements):
            asked = dspy.Example(id=f"{case.id}#{number}", case=case, requirement=label.text, status=label.status)
            yield asked.with_inputs("requirement")

    class Always(dspy.Module):  # type: ignore[misc]
        def forward(self, **_: str) -> dspy.Prediction:
            return dspy.Prediction(status="covered")

    stage = predicted("guess", Always, {"posting": "parse_posting"}, each)
    STAGES["guess"] = stage
    yield stage
    del STAGES["guess"]


def test_a_stage_of_many_examples_a_pair_is_one_entry(guess: Stage, home: Settings):
    found = evaluate("guess", "dev", model="embedded", settings=home, release=some(DEV), jobs=1)
    assert len(found.outcomes) == len(item().labels.requirements)
    assert {one.item for one in found.outcomes} == {DEV}
    assert found.outcomes[0].output == {"status": "covered"}
