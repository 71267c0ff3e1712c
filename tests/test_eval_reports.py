"""How the reports of the evaluation write numbers, changed texts and agreement."""

from __future__ import annotations

from typing import Any

from eval_cases import release

from evals.reports import numbers
from evals.reports.page import side_by_side
from evals.reports.terminal import console, print_agreement


def test_numbers_are_written_in_their_unit():
    assert numbers.number("invented", 0.0123) == "1.2"
    assert numbers.number("years_apart", 2.5) == "2.50"
    assert numbers.number("invented", -0.0001) == "0.0"


def test_texts_stand_side_by_side_with_the_words_marked_that_differ():
    before, after = side_by_side("I cut costs by 12 %.", "I cut <b>costs</b> by 40 %.")
    assert "<del>12</del>" in before
    assert "<ins>40</ins>" in after
    assert "&lt;" in after


def test_agreement_is_shown_with_what_may_gate(capsys: Any):
    from evals.agreement import agreement

    print_agreement(agreement(release()), console())
    assert "Cohen's kappa" in capsys.readouterr().out
