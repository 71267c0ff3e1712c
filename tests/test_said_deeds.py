"""A bullet is said as somebody says it: duties whole, what lasts in the perfect, adverbs and posts as they stand."""

from __future__ import annotations

import pytest

from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Led the move to the new system. Went live on time", "led the move to the new system, and went live on time"),
        ("Recruit a bank of 26; train annually", "recruited a bank of 26, and trained annually"),
    ],
)
def test_an_adverb_behind_a_verb_gets_no_article(bullet: str, said: str):
    """Known bad: "went the live on time", "trained the annually"."""
    assert read(bullet).said == said


def test_one_of_several_participles_is_no_outcome():
    """Known bad: "this polished, fluoride varnish, sealants"."""
    clause = read("See 8 patients a day: scaling, root planing, polishing, fluoride varnish, sealants")
    assert clause.done == "saw 8 patients a day: scaling, root planing, polishing, fluoride varnish, sealants"
    assert clause.outcome == ""


def test_a_plural_before_a_colon_is_no_deed():
    """Known bad: "I resulted days: ran the whole of it"."""
    assert read("Results days: ran the whole of it and the phone line").done == "ran the whole of it and the phone line"


def test_deeds_that_a_comma_joins_are_joined_without_their_outcome_too() -> None:
    """Known bad: "I kept refrigerant logs, passed 2 corporate audits." above "I did it with no findings."."""
    assert read("Kept refrigerant logs, passed 2 corporate audits w/ no findings").act == (
        "kept refrigerant logs, and passed 2 corporate audits"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Acting up for a team of 11 handlers: huddles and call listening",
            "acted up for a team of 11 handlers: huddles and call listening",
        ),
        ("Refer suspected fraud to SIU", "referred suspected fraud to SIU"),
        ("Took part in 4 audits", "took part in 4 audits"),
        ("Post rent and deposits in the ledger", "posted rent and deposits in the ledger"),
        ("File evictions w/ counsel and testify in court", "filed evictions with counsel and testified in court"),
        ("Supervise 2 clerks; rotas, checks, pay sheets", "supervised 2 clerks"),
        ("Supervised 2 clerks; wrote rotas, checked files", "supervised 2 clerks, and wrote rotas, checked files"),
    ],
)
def test_a_duty_is_said_as_somebody_says_it(text: str, said: str) -> None:
    """Known bad: "the suspected fraud", "filed evictions and testify", a list of bare things said aloud."""
    assert read(text).said == said


def test_what_was_taken_down_was_lowered() -> None:
    """Known bad: "Moving Delinquency"."""
    assert read("Took delinquency from 6.8% down to 2.1% of rent").title == "Lowering Delinquency"
    assert read("Took rent arrears from 7% down to 3% of the roll").title == "Lowering Rent Arrears"
    assert read("Dealt with deposit disputes through the scheme").title == "Dealing with Deposit Disputes"
    assert read("Deal desk for 40 reps").done == ""


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Recruited 17 people since 2022; staff turnover fell from 58% to 37%", "have recruited 17 people since 2022; staff"),
        ("Written the parish newsletter since March 2019", "have written the parish newsletter since March 2019"),
        ("Wrote the parish newsletter", "wrote the parish newsletter"),
        (
            "Maintain 9 cell lines; no contamination event since Jan 2022",
            "there has been no contamination event since Jan 2022",
        ),
        ("Maintained 9 cell lines; no contamination event in 2022", "there was no contamination event in 2022"),
    ],
)
def test_what_lasts_until_today_is_said_in_the_perfect(bullet: str, said: str) -> None:
    """Known bad: "I recruited 17 people since 2022", "there was no contamination event since Jan 2022"."""
    assert said in read(bullet).said


def test_whose_post_it_was_is_said_whole() -> None:
    """Known bad: what was covered was "Head Housekeeper's", and a strength had to be called by something else."""
    clause = read("Covered Head Housekeeper's post for 4 months in 2022")
    assert clause.title == "Covering the Head Housekeeper's Post"
    assert clause.said == "covered the Head Housekeeper's post for 4 months in 2022"
    assert read("Covered Ann Baker's shop for 4 months").said == "covered Ann Baker's shop for 4 months"
    assert read("Handled requests post sign-off").object == "the requests"
