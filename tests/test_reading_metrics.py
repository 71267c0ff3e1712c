"""Metrics of a bullet: value, unit, noun and direction, and the digits that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.reading.metrics import find_metrics


@pytest.mark.parametrize(
    ("line", "text", "value", "unit", "noun", "direction", "before"),
    [
        ("reducing p99 latency by 38%", "38%", 38, "%", "p99 latency", "down", None),
        ("handling 500K+ requests/second using Java", "500K+ requests/second", 500_000, "requests/second", "", "none", None),
        ("processing 2B+ events per day", "2B+ events per day", 2e9, "events per day", "", "none", None),
        ("reduced MTTD from 14 minutes to 4 minutes through", "from 14 minutes to 4 minutes", 4, "minutes", "MTTD", "down", 14),
        ("Closed $2.4M in new ARR", "$2.4M", 2_400_000, "$", "new ARR", "none", None),
        ("127% of quota, ranking", "127% of quota", 127, "%", "quota", "none", None),
        ("Cut food cost from 34% to 29% in", "from 34% to 29%", 29, "%", "food cost", "down", 34),
        ("cutting infections from 1.8 to 0.6 per 1,000 line days", "from 1.8 to 0.6 per 1,000 line days", 0.6, "per 1,000 line days", "infections", "down", 1.8),
        ("Shortened the average sales cycle from 94 to 71 days by", "from 94 to 71 days", 71, "days", "average sales cycle", "down", 94),
        ("a nurse to patient ratio of 1:6", "1:6", 0.1667, "ratio", "", "none", None),
        ("Reduced vegetable waste by a third by", "by a third", 33.33, "%", "vegetable waste", "down", None),
        ("in a 24-bed cardiac ICU", "24-bed", 24, "bed", "", "none", None),
        ("falls on the unit dropped by 30% in one year", "30%", 30, "%", "falls on the unit", "down", None),
        ("Grew revenue from $1.2M to $2.4M", "from $1.2M to $2.4M", 2_400_000, "$", "revenue", "up", 1_200_000),
        ("response time down from 4 days to same day", "4 days", 4, "days", "", "down", None),
        ("achieved 95% test coverage across", "95%", 95, "%", "test coverage", "none", None),
        ("Delivered 3x throughput", "3x", 3, "x", "throughput", "none", None),
        ("Managed 2000 users", "2000 users", 2000, "users", "", "none", None),
        ("Managed a budget of $1.5 million", "$1.5 million", 1_500_000, "$", "budget", "none", None),
    ],
)  # fmt: skip
def test_a_metric_has_value_unit_noun_and_direction(  # noqa: PLR0913  a table
    line: str, text: str, value: float, unit: str, noun: str, direction: str, before: float | None
) -> None:
    """The first metric of a line."""
    found = find_metrics(line)[0]
    assert (found.text, found.value, found.unit, found.noun, found.direction, found.before) == (
        text,
        value,
        unit,
        noun,
        direction,
        before,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Upgraded to Python 3.11 and Angular 12",
        "Certified to ISO 9001 and SOC 2",
        "Handled 24/7 on-call",
        "Set up the 401(k) plan for B2B teams",
        "The unit adopted it in 2023",
        "Joined in March 2021, promoted in FY2022",
        "Reduced p99 on S3 and EC2",
        "Taught grade 5 in room 12",
        "Met the board at 10:30",
        "Ran version 2.4 to the end",
        "Ran alignments of the SPS-67(V)3 transmitter",
        "Did 3-M checks of the shop",
    ],
)
def test_dates_versions_and_names_are_no_metrics(line: str) -> None:
    """A digit is not yet a result."""
    assert find_metrics(line) == ()


@given(st.text(alphabet=st.sampled_from(list("abc DEF 0123456789.,%$KM+-:/()'\t")), max_size=80))
@settings(max_examples=400)
def test_a_metric_is_always_words_of_its_line(line: str) -> None:
    """Verbatim, with a finite value, whatever the line."""
    for metric in find_metrics(line):
        assert metric.text in line
        assert metric.noun in line
        assert metric.value >= 0


@pytest.mark.parametrize(
    ("line", "words", "value", "before"),
    [
        ("Complaints ratio 2,1 % -> 0,8 %", "2,1 % -> 0,8 %", 0.8, 2.1),
        ("Freight costs cut by about 0,9 Mio. Euro", "0,9 Mio. Euro", 900_000.0, None),
        ("Purchasing volume 38 Mio. EUR", "38 Mio. EUR", 38_000_000.0, None),
        ("Ran a budget of 1,250,000", "1,250,000", 1_250_000.0, None),
    ],
)
def test_a_comma_before_a_unit_is_a_point_and_millions_are_cut_short(
    line: str, words: str, value: float, before: float | None
) -> None:
    """Known bad: "2,1 % -> 0,8 %" was read as "1 % -> 0"."""
    (metric,) = find_metrics(line)
    assert (metric.text, metric.value, metric.before) == (words, value, before)


@pytest.mark.parametrize(
    ("line", "metrics"),
    [
        ("Certified 9 Sailors as 2M (miniature/microminiature) repair techs", ["9 Sailors"]),
        ("Sold 2M (small and large) parts", ["2M"]),
        ("Moved 2M (mostly metal, many) parts", ["2M"]),
    ],
)
def test_a_figure_that_brackets_spell_out_is_an_abbreviation(line: str, metrics: list[str]) -> None:
    """Known bad: two million of a course in miniature and microminiature repair."""
    assert [one.text for one in find_metrics(line)] == metrics
