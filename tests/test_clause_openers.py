"""How a bullet opens: with a deed or with what somebody was, and in the past throughout; a form's number is no figure."""

from __future__ import annotations

import pytest

from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Trusted adviser to two plant managers and 19 supervisors", "Trusted Adviser"),
        ("Certified trainer for lift trucks", "Certified Trainer"),
        ("Certified 12 trainers in two plants", "Certifying Trainers"),
    ],
)
def test_what_somebody_was_is_no_deed(bullet: str, title: str):
    clause = read(bullet)
    assert (clause.title, bool(clause.done)) == (title, title.startswith("Certifying"))


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        (
            "Coach supervisors before hard talks, then sit with them",
            "coached supervisors before hard talks, then sat with them",
        ),
        ("Check invoices and then release payments", "checked invoices and then released payments"),
    ],
)
def test_what_was_done_then_is_told_in_the_past_too(bullet: str, done: str):
    assert read(bullet).done == done


def test_the_number_of_a_form_is_no_figure():
    assert read("Filed the OSHA 300 log and EEO-1 reports").metric == ""
    assert read("Filed 300 reports").metric == "300"
