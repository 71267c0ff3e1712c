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


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Purchasing of transport services: 14 forwarders", "purchased transport services: 14 forwarders"),
        ("Training of 5 apprentices", "trained 5 apprentices"),
        ("Responsible for handling of complaints", "handled complaints"),
        ("Responsible for packaging (films, trays) and pallets", "was responsible for packaging (films, trays) and pallets"),
        ("Responsible for budgeting and forecasting", "was responsible for budgeting and forecasting"),
        (
            "Responsible for recruiting, training and scheduling 20 staff",
            "was responsible for recruiting, training and scheduling 20 staff",
        ),
        ("Responsible for managing 20 staff", "managed 20 staff"),
        ("Price adjustment clauses linked to a steel index", ""),
    ],
)
def test_a_gerund_is_a_deed_only_where_something_is_done(bullet: str, done: str):
    """Known bad: a buyer "packaged (films, trays)", "purchased of transport services" and "priced adjustment clauses"."""
    assert read(bullet).done == done


def test_millions_cut_short_end_no_sentence():
    assert read("Purchasing of films, 11 Mio. Euro").done == "purchased films, 11 Mio. Euro"


def test_what_was_set_up_is_called_by_its_name():
    assert (
        read("Supplier evaluation (quality, OTD) set up with QM; deliveries from 86 % to 95 %").title == "Supplier Evaluation"
    )
