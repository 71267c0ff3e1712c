"""Caps on calls and money: refused before the call, held over threads, the stages that matter least go without first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import dspy
import pytest

from signatures.budget import (
    KEPT_LONGEST,
    LINES,
    ONE_CALL,
    PIPELINE,
    PROMPT,
    Asked,
    BatchBudget,
    Budget,
    BudgetSpent,
    BudgetStop,
    kept_for,
)
from signatures.programs import SIGNATURES


def spent(budget: Budget, forecast: float | None, cost: float | None, stage: str = "", asked: Asked = ONE_CALL) -> bool:
    """Whether a call was made."""
    try:
        reserved = budget.reserve(forecast, stage, asked)
    except BudgetSpent:
        return False
    budget.settle(reserved, cost)
    return True


def test_a_call_is_refused_whose_forecast_passes_the_cap():
    budget = Budget(usd=1.0)
    assert spent(budget, 0.6, 0.5)
    assert not spent(budget, 0.6, 0.1)
    assert spent(budget, 0.5, 0.5)
    assert (budget.calls, budget.refused, budget.spent_usd) == (2, 1, 1.0)


def test_a_call_of_unknown_cost_counts_with_its_forecast():
    budget = Budget(usd=1.0)
    assert spent(budget, 0.6, None)
    assert not spent(budget, 0.6, None)


def test_a_cap_on_money_refuses_a_call_without_a_price():
    assert not spent(Budget(usd=1.0), None, None)
    assert spent(Budget(calls=1), None, None)


@pytest.mark.parametrize(("caps", "made"), [({"calls": 40}, 40), ({"usd": 0.4}, 40)])
def test_threads_cannot_overspend_together(caps: dict[str, float], made: int):
    budget = Budget(**caps)  # type: ignore[arg-type]
    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda _: spent(budget, 0.01, 0.01), range(400)))
    assert sum(answers) == budget.calls == made
    assert budget.spent_usd == pytest.approx(made * 0.01)


def test_a_hard_cap_cannot_be_taken_for_a_wrong_answer():
    budget = Budget(calls=0, hard=True)
    with pytest.raises(BudgetStop):
        budget.reserve(0.0)
    assert not issubclass(BudgetStop, Exception)
    assert issubclass(BudgetSpent, dspy.LMError)


def test_the_order_of_degradation_names_each_written_stage_once():
    assert tuple(SIGNATURES) == PIPELINE
    assert sorted(KEPT_LONGEST) == sorted(SIGNATURES) == sorted(LINES)
    assert (KEPT_LONGEST[:2], KEPT_LONGEST[-1]) == (("draft_stories", "pitch"), "plan_90_days")


def test_a_stage_leaves_the_share_of_those_that_matter_more():
    assert kept_for("assess") == ("pitch", "draft_stories")
    assert kept_for("draft_stories") == ()
    assert kept_for("plan_90_days") == ("condense",)


@pytest.mark.parametrize(
    ("usd", "made"),
    [
        (0.106, 1),
        (0.146, 2),
        (0.171, 3),
        (0.209, 4),
        (0.233, 5),
        (0.261, 6),
        (0.281, 7),
    ],
)
def test_with_less_money_the_stages_go_without_in_their_order(usd: float, made: int):
    budget = Budget(usd=usd)
    costs = {stage: (PROMPT + lines) / 1000 for stage, lines in LINES.items() if lines}
    asked = {stage: Asked(LINES[stage], ONE_CALL.most) for stage in costs}
    worded = [one for one in PIPELINE if one in costs and spent(budget, costs[one], costs[one], one, asked[one])]
    paid = [stage for stage in KEPT_LONGEST if stage in costs]
    assert sorted(worded) == sorted(paid[:made])


def test_fewer_calls_are_kept_for_what_matters_most():
    budget = Budget(calls=2)
    assert [stage for stage in PIPELINE if spent(budget, 0.0, 0.0, stage)] == ["pitch", "draft_stories"]


def test_no_stage_is_cut_into_calls_that_a_later_one_needs():
    budget = Budget(calls=12)
    assert budget.calls_left("draft_stories", attempts=2) == 5  # one for itself again, two for each of three stages
    assert all(spent(budget, 0.0, 0.0, "draft_stories") for _ in range(5))
    assert [budget.calls_left(stage, attempts=2) for stage in ("bridge_gaps", "condense")] == [2, 6]
    assert Budget(calls=3).calls_left("pitch", attempts=2) == 0
    assert Budget(usd=1.0).calls_left("pitch", attempts=2) is None


def test_a_call_waits_where_only_the_forecasts_of_others_stand_in_its_way():
    budget = Budget(usd=0.1)
    out = [budget.reserve(0.03) for _ in range(3)]
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(budget.reserve, 0.03)
        for reservation in out:
            budget.settle(reservation, 0.01)
        assert waiting.result(timeout=5).usd == 0.03
    assert budget.refused == 0
    with pytest.raises(BudgetSpent):
        budget.reserve(0.08)


def test_stages_that_are_asked_for_in_many_calls_are_kept_more_for():
    one, many = Budget(usd=0.1), Budget(usd=0.1)
    assert spent(one, 0.01, 0.01, "assess", Asked(12, 100))
    with pytest.raises(BudgetSpent, match=r"the rest is kept for pitch, draft_stories"):
        many.reserve(0.01, "assess", Asked(12, 12))


def test_a_batch_shares_its_cap_and_hands_on_what_is_left():
    batch = BatchBudget(usd=3.0, playbooks=3)
    with batch.playbook() as first:
        assert first.usd == pytest.approx(1.0)
        assert spent(first, 0.2, 0.2)
    with batch.playbook(usd=5.0) as second, batch.playbook() as third:
        assert (second.usd, third.usd) == (pytest.approx(1.4), pytest.approx(1.4))
        assert spent(second, 1.4, 1.4)
    with batch.playbook() as late:
        assert late.usd == pytest.approx(1.4)


def test_a_playbook_s_own_cap_holds_where_it_is_lower():
    with BatchBudget(usd=3.0, playbooks=1, calls=100).playbook(usd=0.5, calls=7) as budget:
        assert (budget.usd, budget.cap_calls) == (0.5, 7)
