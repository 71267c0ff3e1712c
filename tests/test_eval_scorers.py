"""Every scorer is content with what is right and fires on the case that it is there for."""

from __future__ import annotations

from functools import cache

import pytest
from eval_cases import DEV, ran, release
from scorer_cases import BAD, GOOD

from evals.calibration import Calibration, calibrate
from evals.scorers import SCORERS, Score, scorers_of
from evals.scorers.star import missing_parts, needless_blanks
from evals.stages import STAGES
from playbook.settings import Settings


@pytest.mark.parametrize(("stage", "scorer"), BAD, ids=lambda name: name)
def test_a_scorer_fires_on_its_known_bad_case_and_says_why(stage: str, scorer: str):
    found = ran(DEV)
    example, value = found.examples[stage].copy(), found.values[stage]
    if (stage, scorer) in GOOD:
        value = GOOD[stage, scorer](value, found)
    good = SCORERS[scorer].look(example, value)
    bad = SCORERS[scorer].look(example, BAD[stage, scorer](value, found))
    assert isinstance(good, Score)
    assert isinstance(bad, Score)
    assert bad.value < good.value if SCORERS[scorer].better == "higher" else bad.value > good.value
    if scorer not in {"status_distance", "fit_distance", "story_order", "asked_of_candidate"}:  # distances and counts
        assert set(bad.reasons) - set(good.reasons)


def test_every_scorer_has_its_known_bad_case():
    assert {scorer for _, scorer in BAD} == SCORERS.keys()


def test_every_scorer_says_what_it_measures_and_stands_at_a_stage_that_exists():
    for scorer in SCORERS.values():
        assert scorer.sentence.endswith(".")
        assert set(scorer.stages) <= STAGES.keys()
        assert scorer.stages
    assert {one.name for one in scorers_of("score")} == {"fit_band", "fit_distance"}


def test_shares_are_shares_and_reasons_are_of_the_case():
    found = ran(DEV)
    for stage, value in found.values.items():
        for scorer in scorers_of(stage):
            score = scorer.look(found.examples[stage], value)
            if score is not None and scorer.unit == "share":
                assert 0 <= score.value <= 1, scorer.name
                assert score.n > 0


@pytest.mark.parametrize(
    ("part", "text", "reason"),
    [
        ("result", "It was a good experience and I learned much about people.", "result"),
        ("action", "The queue was rebuilt and documented.", "action"),
        ("action", "We rebuilt our queue, and our team wrote it down with me.", "action"),
        ("situation", "", "situation"),
    ],
)
def test_a_story_that_lacks_a_part_is_none(part: str, text: str, reason: str):
    whole = {
        "situation": "Orders came in twice when the provider answered late.",
        "task": "I had to make retries safe before the holiday.",
        "action": "I wrote the key into the table and replayed a day of traffic.",
        "result": "Double charges fell to none in three months.",
    }
    assert list(missing_parts(whole)) == []
    assert [one.split(":")[0] for one in missing_parts(whole | {part: text})] == [reason]
    assert list(missing_parts(whole | {"result": "[What did it change?]"})) == []


def test_a_blank_for_a_number_of_the_bullet_is_needless_and_one_for_another_is_not():
    bullet = "Trained 14 nurses on the new pump in two months"
    assert list(needless_blanks(["I trained [how many nurses?]"], bullet, None))
    assert not list(needless_blanks(["It took [how many wards?]"], bullet, None))


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        ("invented-number", "invented"),
        ("no-result", "star_complete"),
        ("no-action", "star_complete"),
        ("too-long", "too_long"),
        ("apologetic", "stock_phrases"),
        ("jargon-salad", "stock_phrases"),
        ("blank-where-known", "blanks_known"),
        ("bullet-read-aloud", "read_aloud"),
    ],
)
def test_what_people_call_bad_is_flagged_far_more_often_than_what_they_call_good(fault: str, check: str):
    found = calibrated()
    bad, good = found.bad[fault], found.good
    assert bad.by[check] / bad.n > 3 * good.by[check] / good.n


@cache
def calibrated() -> Calibration:
    """The writings of the train split through every free check."""
    return calibrate(release(), Settings(_env_file=None), "train")
