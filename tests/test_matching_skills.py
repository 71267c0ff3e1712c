"""Skills and languages that are asked for: one of a choice, all of a list, and how well each is shown."""

from __future__ import annotations

from collections.abc import Callable

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume
from tests.matching_cases import statuses


def test_a_choice_is_met_by_one_and_a_list_by_all(matched: Callable[[Resume, Posting], Matching]) -> None:
    """One way is enough for a choice, and half of a list is half."""
    resume = make_resume(
        [("Developer", "Acme", "2020-01", None, ["Built services in Java"])], skills="Java, PostgreSQL, Git", years=6
    )
    posting = make_posting(
        "Developer", "software", required=("Java or Python", "Java and Python", "Databases (Oracle, PostgreSQL, MySQL)")
    )
    found = statuses(posting, matched(resume, posting))
    assert found["Java or Python"] == "covered"
    assert found["Java and Python"] == "partial"
    assert found["Databases (Oracle, PostgreSQL, MySQL)"] == "covered"


def test_a_weak_language_is_half_of_a_fluent_one(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Conversational is not fluent, and it is not nothing."""
    resume = make_resume(
        [("Clerk", "Acme", "2020-01", None, ["Kept the files"])], languages=("Spanish (conversational)",), years=6
    )
    posting = make_posting("Clerk", "general", required=("Fluent Spanish", "Spanish"))
    found = statuses(posting, matched(resume, posting))
    assert (found["Fluent Spanish"], found["Spanish"]) == ("partial", "covered")


def test_a_language_is_known_by_its_bare_name_where_languages_stand(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: "Irish (fluent)" was no Gaeilge, since in a bullet Irish hotels are no language."""
    posting = make_posting("Clerk", "general", required=("Gaeilge",))
    told = [
        make_resume([("Clerk", "Acme", "2020-01", None, [bullet])], languages=spoken, years=6)
        for bullet, spoken in (("Kept the files", ("Irish (fluent)",)), ("Kept the files of Irish hotels", ()))
    ]
    assert [statuses(posting, matched(one, posting))["Gaeilge"] for one in told] == ["covered", "gap"]


def test_a_soft_skill_that_is_only_listed_is_half(matched: Callable[[Resume, Posting], Matching]) -> None:
    """A list says it, a bullet shows it, and silence proves nothing."""
    said = make_resume([("Clerk", "Acme", "2020-01", None, ["Kept the files"])], skills="leadership, Excel", years=6)
    shown = make_resume(
        [("Clerk", "Acme", "2020-01", None, ["Led a team of 6 clerks through a move"])], skills="Excel", years=6
    )
    silent = make_resume([("Clerk", "Acme", "2020-01", None, ["Kept the files"])], skills="Excel", years=6)
    posting = make_posting("Clerk", "general", required=("Strong leadership skills",))
    assert [next(iter(statuses(posting, matched(one, posting)).values())) for one in (said, shown, silent)] == [
        "partial",
        "covered",
        "unknown",
    ]


def test_leading_a_team_is_not_leading_across_teams(matched: Callable[[Resume, Posting], Matching]) -> None:
    """The difference that interviewers probe."""
    within = make_resume([("Engineer", "Acme", "2020-01", None, ["Led design reviews for a team of 8 engineers"])], years=6)
    posting = make_posting("Engineer", "software", required=("Cross-team leadership",))
    found = matched(within, posting).requirements[0]
    assert found.status == "partial"
    assert found.missing_terms == ("Cross-team leadership",)


def test_a_list_of_examples_may_end_in_an_unknown_name(matched: Callable[[Resume, Posting], Matching]) -> None:
    """One of them is enough, whatever the last one is."""
    resume = make_resume([("Clerk", "Acme", "2020-01", None, ["Kept vendor records in NetSuite"])], skills="Excel", years=6)
    posting = make_posting("Clerk", "general", required=("Experience with an ERP such as NetSuite, SAP or Glorb",))
    assert set(statuses(posting, matched(resume, posting)).values()) == {"covered"}


def test_an_or_reaches_over_ways_that_no_pack_knows(matched: Callable[[Resume, Posting], Matching]) -> None:
    """And an "and" does not become one."""
    resume = make_resume([("Supply Sergeant", "Army", "2020-01", None, ["Ran a warehouse of 4,200 lines"])], years=6)
    either = "Experience in a warehouse, distribution or manufacturing environment"
    both = "Experience in a warehouse, distribution and manufacturing environment"
    posting = make_posting("Area Manager", "operations", required=(either, both))
    assert statuses(posting, matched(resume, posting)) == {either: "covered", both: "partial"}


def test_what_a_body_must_bear_is_not_shown_by_a_word_that_sounds_like_it(
    matched: Callable[[Resume, Posting], Matching],
) -> None:
    """A lift that was planned says nothing of pounds that are lifted; a skill beside it is judged as ever."""
    resume = make_resume(
        [("Sergeant", "Army", "2020-01", None, ["Brief risk assessment before each recovery or lift; walked the floor"])],
        years=6,
    )
    bears = ("Ability to stand and walk up to 12 hours a day and to lift 49 pounds", "Candidates must be 18 or older")
    posting = make_posting("Area Manager", "operations", required=(*bears, "Risk assessment, and able to lift 49 pounds"))
    found = statuses(posting, matched(resume, posting))
    assert [found[line] for line in bears] == ["unknown", "unknown"]
    assert found["Risk assessment, and able to lift 49 pounds"] != "unknown"


def test_years_at_the_bench_are_years_in_a_laboratory(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: assays, cell lines and purified proteins of five years showed no laboratory experience."""
    bullets = ["Ran sandwich ELISA plates", "Maintained 9 cell lines", "Purified recombinant proteins"]
    resume = make_resume([("Research Associate", "Okonjo Lab", "2021-01", None, bullets)], years=5.8)
    posting = make_posting(
        "QC Analyst", "general", required=(("3+ years of laboratory experience", 3.0), "Maintain cell banks")
    )
    assert set(statuses(posting, matched(resume, posting)).values()) == {"covered"}


def test_who_keeps_cell_lines_has_not_run_assays(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: whatever was done in a laboratory was an assay, so that cell lines answered a line on assay data."""
    posting = make_posting("QC Analyst", "general", required=("Analysis of assay data",))
    found = {
        bullet: matched(make_resume([("Associate", "Okonjo Lab", "2021-01", None, [bullet])], years=5.8), posting).of("r1")
        for bullet in ("Ran sandwich ELISA plates", "Maintained 9 cell lines")
    }
    assert [bool(one.evidence) for one in found.values()] == [True, False]
