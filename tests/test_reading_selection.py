"""How candidates are chosen is a fact of the posting, at its place, and the playbook does not deny it."""

from __future__ import annotations

from datetime import date

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.profiling import profile_company
from tests.posting_cases import DUTIES, HEAD, read_posting

TODAY = date(2026, 11, 23)
WRAPPED = (
    "1st interviews with the owner; shortlisted candidates\n"
    "will be invited to a trade test at the desk (one till, two bells and a form to be filled in by hand)."
)
THANKED = "We thank all who write to desk@marrow.example about the post; only those who have been selected for\n"
"""What a file wraps in the middle of a sentence, behind a mail."""


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "Interview process: a ten minute call with the night manager, then a trial shift with a 30-minute till test.",
            ["Interview process: a ten minute call with the night manager, then a trial shift with a 30-minute till test."],
        ),
        (
            "Selection process: HR screening -> Head of House -> case study -> owner.\n\nMarrow never asks for money at any stage.",
            ["Selection process: HR screening -> Head of House -> case study -> owner."],
        ),
        (
            "HOW TO APPLY\nSend a cover letter and a CV by 5 May. Interviews incl. a 20 minute demonstration at the desk.",
            ["Interviews incl. a 20 minute demonstration at the desk."],
        ),
        (
            "Interviews are panel: the owner, a porter and a guest, plus a two hour shadow at the desk.",
            ["Interviews are panel: the owner, a porter and a guest, plus a two hour shadow at the desk."],
        ),
        (
            "Next steps: a CV by Friday. Interviews (2 stages, the second incl. a short till exercise) the week after.",
            ["Interviews (2 stages, the second incl. a short till exercise) the week after."],
        ),
        ('Apply with a CV and answer: "Why the night?"', ['Apply with a CV and answer: "Why the night?"']),
        (
            "HOW WE HIRE\n1. A call with the owner. 2. A short task: log one night from our notes.\n3. A shift at the desk.",
            ["A call with the owner.", "A short task: log one night from our notes.", "A shift at the desk."],
        ),
        (
            "ABOUT THE DAY\nShortlisted candidates will give a short presentation and meet the porters.",
            ["Shortlisted candidates will give a short presentation and meet the porters."],
        ),
        (
            "Next steps\nTwo stages: a 30-minute video call, then a half day with a technical task at the desk.",
            ["Two stages: a 30-minute video call, then a half day with a technical task at the desk."],
        ),
        (
            "The process\n1. Call with the owner (30 min)\n2. Final: values interview",
            ["Call with the owner (30 min)", "Final: values interview"],
        ),
        (
            "To apply: send a letter by March 14. Finalists will meet staff and partner agencies and give a presentation.",
            ["Finalists will meet staff and partner agencies and give a presentation."],
        ),
        ("On the day you will teach a 20-minute lesson.", ["On the day you will teach a 20-minute lesson."]),
        (
            f"To apply send a CV to desk@marrow.example before 5 May. {WRAPPED}",
            [WRAPPED.replace("\n", " ")],
        ),
        (
            "This search is being handled by the owner and the night manager.",
            ["This search is being handled by the owner and the night manager."],
        ),
        (
            "Interview process\n- Phone call (20 min)\n- Panel with two porters\n- Write to desk@marrow.example with questions",
            ["Phone call (20 min)", "Panel with two porters"],
        ),
    ],
)
def test_a_posting_says_how_it_chooses(text: str, steps: list[str], knowledge: Knowledge) -> None:
    """Behind a label, below a heading or among how to apply; what is sent, and to whom, is none of it."""
    posting = read_posting(f"{HEAD}We let rooms.{DUTIES}\n{text}", knowledge)
    assert [fact.text for fact in posting.process] == steps
    said = [*(one.text for one in posting.requirements), *(fact.text for fact in posting.about)]
    assert not any(step in said for step in steps)


@pytest.mark.parametrize(
    "text",
    [
        "Only those selected for an interview will be contacted.",
        f"{THANKED}an interview will be contacted. Successful candidates will be asked for the names of people who know them.",
        "Accommodations are available during the selection process.",
        "Shortlisted candidates will undergo a background check.",
        "Please include a link to your portfolio.",
        "Interviews candidates and gives presentations to the board.",
    ],
)
def test_what_only_speaks_of_interviews_is_no_stage(text: str, knowledge: Knowledge) -> None:
    """Law, checks and the work of one who interviews others."""
    assert read_posting(f"{HEAD}We let rooms.{DUTIES}- {text}\n\n{text}", knowledge).process == ()


def test_a_process_that_the_posting_tells_is_not_said_to_be_unknown(knowledge: Knowledge) -> None:
    """It stands first in its own words, with its place; then advice for the stage that it names, then what is usual."""
    step = "Interview process: a call with the manager, then a second stage with a 45-minute Excel test."
    posting = read_posting(f"{HEAD}We let rooms.{DUTIES}\n{step}", knowledge)
    company = profile_company("Marrow Street", posting, knowledge, TODAY)
    first, advice, *usual = company.process.lines
    assert first.provenance == "job"
    assert step.rstrip(".") in first.text
    assert [source.quote for source in first.sources] == [step]
    assert "test" in advice.text
    assert advice.provenance == "role"
    assert usual
    assert not any("not published" in line.text for line in company.process.lines)


def test_an_employer_with_a_profile_says_first_what_its_posting_says(knowledge: Knowledge) -> None:
    """The posting speaks of this role, the profile of all of them."""
    posting = read_posting(f"{HEAD}We let rooms.{DUTIES}\nInterview process: a call, then a panel of three.", knowledge)
    lines = profile_company("Amazon", posting, knowledge, TODAY).process.lines
    assert lines[0].provenance == "job"
    assert any(line.provenance == "company" for line in lines)


def test_each_line_of_advice_has_the_words_that_it_answers_to(knowledge: Knowledge) -> None:
    """Heads and lines of the pack go together, and no stage is named twice."""
    known = knowledge.guidance["process-stages"]
    cues = [cue for head in known.heads for cue in head.split(", ")]
    assert len(known.heads) == len(known.lines)
    assert len(cues) == len(set(cues))


@pytest.mark.parametrize("stage", ["a trade test", "a cook-off", "a bench test"])
def test_who_works_with_their_hands_is_not_told_to_ask_for_a_program(knowledge: Knowledge, stage: str) -> None:
    """Known bad: a cook was told to ask which version of a program the cook-off would have."""
    posting = read_posting(f"{HEAD}We cook for 200.{DUTIES}\nInterview process: a call, then {stage}.", knowledge)
    advice = [line.text for line in profile_company("Northwind Works", posting, knowledge, TODAY).process.lines]
    assert any("hands" in line for line in advice)
    assert not any("version" in line for line in advice)


def test_a_test_within_a_line_that_asks_is_a_stage_and_no_part_of_what_is_asked(knowledge: Knowledge) -> None:
    """Known bad: the test stayed a requirement, and the process was a scrap of a sentence on something else."""
    posting = read_posting(
        f"{HEAD}REQUIREMENTS\n- Sound arithmetic (sums, rates) – you will be asked to complete a short till test\n- First aid\n",
        knowledge,
    )
    assert [one.text for one in posting.requirements] == ["Sound arithmetic (sums, rates)", "First aid"]
    assert [fact.text for fact in posting.process] == ["you will be asked to complete a short till test"]


def test_a_heading_about_the_process_is_on_how_somebody_is_chosen(knowledge: Knowledge) -> None:
    said = "After a first video call with HR (30 minutes) you meet the head of the house and solve a short case."
    for heading in ("ABOUT THE PROCESS", "Our Process"):
        posting = read_posting(f"{HEAD}{DUTIES}\n{heading}\n{said}\n", knowledge)
        assert [one.text for one in posting.process] == [said]
