"""What a line of a resume tells of what is asked: the same act, a thing and not its name in another name, a deed and not a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


def asked(matched: Match, line: str, *bullets: str, skills: str = "", family: str = "general") -> RequirementMatch:
    """What becomes of a required line beside these bullets."""
    resume = make_resume([("Analyst", "Oakfield", "2019-01", None, list(bullets))], skills=skills, years=7.9)
    return matched(resume, make_posting("Analyst", family, required=(line,))).of("r1")


def quoted(found: RequirementMatch) -> set[str]:
    """The lines that are quoted for it."""
    return {evidence.fact.text for evidence in found.evidence}


@pytest.mark.parametrize(
    ("line", "fit", "unfit"),
    [
        (
            "Confident presenting to governors",
            "Presented the findings to the parish council",
            "Wrote a $9,000 grant for laptops",
        ),
        (
            "Excellent written communication",
            "Wrote the annual report of the trust",
            "Wrote a VBA tool that saves two hours a week",
        ),
    ],
)
def test_who_wrote_a_tool_has_shown_no_presenting(matched: Match, line: str, fit: str, unfit: str) -> None:
    """Known bad: a grant quoted for presenting, and a script for writing, beside lines that tell the act itself."""
    assert unfit not in quoted(asked(matched, line, fit, unfit))
    assert fit in quoted(asked(matched, line, fit, unfit))
    assert unfit not in quoted(asked(matched, line, unfit))


def test_the_name_of_a_product_is_not_the_thing(matched: Match) -> None:
    """Known bad: classroom experience shown by "Google Classroom" in the list of skills."""
    found = asked(matched, "Classroom or playground experience", "Repaired pumps", skills="Google Classroom, welding")
    assert "Google Classroom" not in quoted(found)


def test_what_did_not_happen_is_second_to_what_was_done(matched: Match) -> None:
    """Known bad: "no grievances upheld" beside who chaired the hearings, almost as strong."""
    done, absent = "Heard grievances as chair", "Moved the night shift with no grievances upheld"
    strengths = {one.fact.text: one.strength for one in asked(matched, "Grievances", done, absent).evidence}
    assert strengths.get(absent, 0.0) < 0.85 * strengths[done]


def test_a_duty_is_not_covered_by_a_name_in_a_list(matched: Match) -> None:
    """Known bad: "Lead the design of our move to Kafka" covered by who lists Kafka."""
    posting = make_posting("Developer", "software", duties=("Lead the design of the regional move to Kafka",))
    resume = make_resume([("Developer", "Oakfield", "2019-01", None, ["Answered tickets"])], skills="Kafka", years=7.9)
    found = matched(resume, posting).of("r1")
    assert found.status != "covered"
    assert not found.missing_terms


def test_a_listed_tool_is_known_with_its_grade(matched: Match) -> None:
    """Known bad: "Excel ok" read as no Excel, and MS Office missing."""
    found = asked(matched, "MS Office", "Answered phones", skills="Excel ok, Word ok")
    assert found.status == "covered"


def test_the_nearest_number_is_the_largest(matched: Match) -> None:
    """Known bad: crews of ten answered by a crew of four, although a crew of nine was led."""
    found = asked(matched, "Supervising crews of 10 or more", "Pulled cable with a crew of 4", "Leading hand of a crew of 9")
    assert found.evidence[0].fact.text == "Leading hand of a crew of 9"
    assert found.status != "covered"


def test_a_large_enough_team_may_stand_anywhere(matched: Match) -> None:
    """Known bad, if only the line that names the leading counted: a crew of 12 beside "directed 34 people"."""
    found = asked(matched, "Supervising crews of 20 or more", "Led a crew of 12", "Directed 34 people in the end")
    assert found.status == "covered"


def test_a_plus_costs_no_more_than_a_wish(matched: Match) -> None:
    """Known bad: the MBA of "Bachelor's degree required; MBA a plus" as the first gap."""
    resume = make_resume(
        [("Analyst", "Oakfield", "2019-01", None, ["Answered phones"])],
        education=("BA, History, Elm College, 2012",),
        years=7.9,
    )
    found = matched(resume, make_posting("Analyst", "general", required=("Bachelor's degree required; MBA a plus",))).of("r1")
    assert found.status == "covered"
    assert not found.missing_terms


def test_an_exam_that_is_passed_is_a_part_of_the_licence(matched: Match) -> None:
    """Known bad: the PE license called missing of who passed its exam and waits for the years."""
    summary = "Structural engineer. Passed the PE exam in 2024; application upon completing the years."
    resume = make_resume([("Engineer", "Oakfield", "2021-01", None, ["Designed culverts"])], summary=summary, years=4.0)
    found = matched(resume, make_posting("Engineer", "civil", required=("PE license, or ability to obtain one",))).of("r1")
    assert found.status in {"partial", "covered"}
    assert any("PE exam" in text for text in quoted(found))


def test_the_number_of_a_criterion_is_never_missing(matched: Match) -> None:
    """Known bad: "D4" of "D4 Statistical software (SPSS, R or Stata)" as a missing term."""
    found = asked(matched, "D4 Statistical software (SPSS, R or Stata)", "Ran surveys", skills="NVivo")
    assert "D4" not in found.missing_terms


def test_letters_that_stand_on_the_resume_show_one_of_two(matched: Match) -> None:
    """Known bad: "Norland (NLDOT) or Elmland (EMTC) projects" not judged beside three bullets on EMTC, which no pack knows."""
    line = "Experience with Norland (NLDOT) or Elmland (EMTC) projects"
    found = asked(matched, line, "Drew culvert plans for EMTC projects", "Answered phones")
    assert found.status == "covered"
    assert asked(matched, line, "Answered phones on projects").status == "unknown"


def test_shorthand_shows_what_it_is_short_for(matched: Match) -> None:
    """Known bad: "coordination meetings" missing beside "ran the weekly coordination mtg", and a cert that is no certification."""
    found = asked(
        matched, "Certification in glaze chemistry, coordination meetings", "Glaze chemistry cert", "Ran coordination mtgs"
    )
    assert found.status == "covered"
    assert not found.missing_terms


def test_a_general_word_shows_nothing_and_is_not_lacked(matched: Match) -> None:
    """Known bad: a learning needs analysis covered by a "question level analysis", and "platforms" missing beside Siemens CT."""
    found = asked(matched, "Carry out learning needs analysis", "Wrote tests with question level analysis", family="education")
    assert found.status != "covered"
    scanners = asked(matched, "Knowledge of Siemens CT platforms", "Scanned 40 patients a day on a Siemens CT")
    assert "platforms" not in scanners.missing_terms


def test_who_is_on_call_has_answered_no_calls(matched: Match) -> None:
    """Known bad, for "call" is a verb: an on-call roster covered by photo calls and by a roster of anything."""
    for bullet in ("Arranged photo calls", "Kept the roster of 6 porters"):
        assert asked(matched, "Be part of the on call roster", bullet, family="nursing").status != "covered"
    assert asked(matched, "Be part of the on-call roster", "1 in 5 on-call and nights", family="nursing").status == "covered"


def test_what_others_lack_shows_nothing(matched: Match) -> None:
    """Known bad: a board "with no finance background" was the first proof of a finance team that was built."""
    line = "Recruit, develop and retain a high-performing finance team"
    board = "Presented results to a five-member board, three of whom have no finance background"
    found = asked(
        matched, line, board, "Hired and trained 3 of the finance team; both have since passed the exam", family="accounting"
    )
    assert found.evidence[0].fact.text.startswith("Hired and trained")


def test_another_product_of_the_same_maker_is_near_and_not_the_same(matched: Match) -> None:
    """Known bad: who moved a plant to Epicor Kinetic had covered Prophet 21."""
    found = asked(
        matched, "Experience with NetSuite or Epicor Prophet 21", "Moved three plants to Epicor Kinetic", family="accounting"
    )
    assert found.status == "partial"
    same = asked(matched, "Experience with Epicor", "Moved three plants to Epicor Kinetic", family="accounting")
    assert same.status == "covered"
