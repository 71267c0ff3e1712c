"""Grounding: a number or a name that no source has is found; what the sources have is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.grounding import issues, names, numbers
from playbook.provenance import Blank, Line, Source, Span, Words
from playbook.reading.dates import find_dates, find_ranges

BULLET = "Cut p99 latency at Microsoft from 410 ms to 250 ms for 500K+ requests/second using gRPC and $2.4M of hardware"


def line(text: str, *quotes: str) -> Line:
    """A line of provenance `resume` with these sources."""
    sources = tuple(Source(span=Span(document="resume", start=0, end=len(quote)), quote=quote) for quote in quotes)
    return Line(parts=(Words(text=text),), provenance="resume", sources=sources)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500K+ requests", {500_000}),
        ("500,000 requests", {500_000}),
        ("$2.4M", {2_400_000}),
        ("two billion events", {2_000_000_000}),
        ("half a million users", {500_000}),
        ("twenty-three sites", {23}),
        ("the third audit", {3}),
        ("2 billion events", {2_000_000_000}),
        ("99.99% uptime", {99.99}),
        ("one of the team", set()),
        ("a dozen cooks", {12}),
        ("p99 and Q4 and B2B", set()),
    ],
)
def test_numbers_are_compared_by_value_not_by_spelling(text: str, expected: set[float]):
    assert numbers(text) == expected


def test_names_are_words_that_only_a_source_can_supply():
    assert names("At Microsoft I used gRPC. Latency fell; AWS paid.") == ("Microsoft", "gRPC", "AWS")


@pytest.mark.parametrize(
    "text",
    [
        "You cut p99 latency at Microsoft from 410 ms to 250 ms.",
        "You did it for 500,000 requests a second.",
        "Microsoft's gRPC services held.",
    ],
)
def test_a_restatement_of_the_source_is_grounded(text: str):
    assert issues(line(text, BULLET)) == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("I cut latency by 39%.", "Cut latency from 410 ms to 250 ms"),
        ("I cut the close by seven days.", "Cut the close from 12 days to 5"),
        ("I doubled the team.", "Grew the team from 4 to 8"),
        ("I ran twenty stores.", "Ran 12 stores in Ohio and 8 in Indiana"),
        ("I worked there for three years.", "Analyst, 2019 - 2022"),
        ("I took close to 1,000 tickets a year.", "Took 80 tickets a month"),
        ("I brought it under ten minutes.", "Cut it from 25 to 9 minutes"),
        ("I held a seven-figure budget.", "Held a $1.2M budget"),
        ("I kept scores in the mid-70s.", "Kept scores at 75"),
    ],
)
def test_a_number_that_was_reckoned_is_doubted_and_not_called_invented(text: str, source: str):
    found = issues(line(text, source))
    assert {(issue.kind, issue.tier) for issue in found if issue.tier == "hard" or issue.kind == "derived"} == {
        ("derived", "soft")
    }


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("I cut the close by eight days.", "Cut the close from 12 days to 5"),
        ("I tripled the team.", "Grew the team from 4 to 8"),
        ("I held an eight-figure budget.", "Held a $1.2M budget"),
        ("I kept scores in the mid-80s.", "Kept scores at 75"),
        ("I took close to 2,000 tickets a year.", "Took 80 tickets a month"),
    ],
)
def test_a_number_that_does_not_follow_is_invented(text: str, source: str):
    assert any(issue.tier == "hard" for issue in issues(line(text, source)))


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("You cut latency by 45%.", "number", "45"),
        ("You cut latency at Google.", "name", "Google"),
        ("You used Kafka for it.", "name", "Kafka"),
        ("You saved seven weeks.", "number", "7"),
        ("You handled 500M requests.", "number", "500,000,000"),
    ],
)
def test_an_invention_is_found(text: str, kind: str, found: str):
    hard = [issue for issue in issues(line(text, BULLET)) if issue.tier == "hard"]
    assert [(issue.kind, issue.found) for issue in hard] == [(kind, found)]


def test_what_a_blank_asks_is_not_a_claim():
    asked = Line(parts=(Words(text="It took "), Blank(id="x-1", question="12 weeks? At IBM?")), provenance="draft")
    assert issues(asked) == ()


def test_the_words_of_the_case_may_be_used_in_every_line():
    assert issues(line("You are ready for Amazon.", BULLET), ("Amazon",)) == ()


@given(st.text(min_size=1))
def test_a_verbatim_quote_is_always_grounded(text: str):
    assert issues(line(text, text)) == ()


@pytest.mark.parametrize(
    ("quote", "sentence", "found"),
    [
        ("Associate Lucian Farr argued the appeal; assembled 212 exhibits", "I argued the appeal with 212 exhibits.", "verb"),
        (
            "Trained 12 planners; one of them, Dee Asante, wrote the query",
            "I wrote the query while training 12 planners.",
            "verb",
        ),
        ("Asked by the director to audit his forecast", "The director audited my forecast.", "verb"),
        ("Taught 3 workshops each spring", "Each fall I taught three workshops.", "order"),
        ("Supported the move, Jan-Jun 2020", "I supported the move in the second half of 2020.", "order"),
        ("Ran 6 surveys with about 900 responses each", "I ran six surveys with 900 responses in all.", "unit"),
        ("Transferred 640 charts into OPIE", "I transferred 640 charts out of OPIE.", "order"),
        ("Served with a crew of 22 on a 14-month job", "I served on it with a crew of 14.", "moved"),
        ("Manage 38 associates and 4 leads", "I manage 38 people, 4 of them leads.", "moved"),
        ("Reviewed 15 units a month, 1 in 5 damaged", "Of the units that I reviewed 1 in 15 was damaged.", "number"),
    ],
)
def test_a_deed_a_time_or_a_share_that_the_source_gives_otherwise_is_found(quote: str, sentence: str, found: str):
    assert found in {issue.kind for issue in issues(line(sentence, quote))}


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("HRBP for 480 employees", "I am the HR business partner for 480 employees."),
        ("Trained 30 supervisors on FMLA", "I trained thirty supervisors on the Family and Medical Leave Act."),
        ("Prepare returns in OR and ID", "I prepare returns in Oregon and Idaho."),
        ("Moved reports at Peña Larkin", "At Pena Larkin I moved reports."),
        ("Closed $3.6M, 118% of quota", "I closed $3.6M, eighteen percent over quota."),
        ("First response 4 h -> 35 min", "First response fell from four hours to 35 minutes."),
        ("Quote turnaround from 72 to 24 hours", "Quote turnaround went from three days to one day."),
        ("Recall 0.71 to 0.88", "Recall rose from 71 percent to 88 percent."),
        ("Flaky failures from 12% to 3% of runs", "Flaky failures fell from twelve in every hundred runs to 3 percent."),
        ("Clients with revenue of $5M-$80M", "Clients had five to eighty million dollars of revenue."),
        ("Batch window from hrs to hrs", "In the same job I had the batch window shrink from hrs to hrs."),
    ],
)
def test_other_words_for_what_a_source_says_are_no_invention(quote: str, sentence: str):
    assert not [issue for issue in issues(line(sentence, quote)) if issue.tier == "hard"]


def test_a_line_of_the_resume_is_no_word_of_a_prompt():
    bullet = "Ran line 3 of the bottling hall"
    assert issues(line("Here is what I would build on: I ran line 3 of the bottling hall.", bullet)) == ()
    told = [issue.kind for issue in issues(line("Here is the line: I ran the bottling hall.", "Ran the bottling hall"))]
    assert "leak" in told


@pytest.mark.parametrize(
    "dates",
    [
        *("05/18 - 07/21", "(5/17–1/20)", "2/20 to present", "Mar-19 – Apr-21", "Sep-98 to Jun-03", "06/19 – heute"),
        *(
            "05/18 → 07/21",
            "05/18 until 07/21",
            "since 05/18",
            "Nov-18–Present",
            "31.12.2018 - 01.02.2020",
            "Jan ’17 - Jul ’21",
        ),
        *("Fall 2018 - Spring 2020", "Q3 2020 - Q1 2021", "2017–19", "winter 2019/20"),
    ],
)
def test_a_year_is_known_from_dates_in_every_spelling_that_is_read(dates: str):
    quote = f"Cook, Casa Moira  {dates}"
    (found,) = find_ranges(quote) or find_dates(quote)
    for end in filter(None, (found.start, found.end)):
        assert issues(line(f"I was a Cook at Casa Moira in {end[:4]}.", quote)) == ()


def test_a_year_that_no_date_has_is_an_invention():
    found = issues(line("I was a Cook at Casa Moira in 2015.", "Cook, Casa Moira  05/18 - 07/21"))
    assert {issue.kind for issue in found} == {"number"}
