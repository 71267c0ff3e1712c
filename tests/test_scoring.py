"""A score that adds up: every point in the ledger, every cap with its reason, every doubt as a range."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.brief import Brief
from playbook.artifacts.fit import Fit
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.packs import Knowledge
from playbook.matching import match
from playbook.profiling import profile_company
from playbook.reading.metrics import find_metrics
from playbook.scoring import BANDS, WEIGHTS, score
from tests.brief_factory import Bullet, Case, Stated, brief_of
from tests.case_factory import make_posting, make_resume

TODAY = date(2026, 11, 23)
SAMPLES = ("jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte")
NURSE = make_resume(
    [
        (
            "Registered Nurse",
            "St. Ann Hospital",
            "2018-01",
            None,
            ["Cared for 5 patients a shift in the ICU", "Precepted 4 new nurses"],
        )
    ],
    certificates=("Registered Nurse, State of Ohio", "BLS"),
    education=("BSN, Wright State University, 2017",),
    skills="Epic, wound care",
    years=8.9,
)


@pytest.fixture(scope="session")
def fit_of(knowledge: Knowledge) -> Callable[[Resume, Posting], Fit]:
    """The score of a pair for an employer that no pack knows."""

    def made(resume: Resume, posting: Posting) -> Fit:
        company = profile_company("Northwind", posting, knowledge, TODAY)
        return score(resume, posting, company, match(resume, posting, company, knowledge), knowledge)

    return made


@pytest.mark.parametrize("name", SAMPLES)
def test_the_ledger_adds_up(case: Callable[[str], Brief], name: str) -> None:
    """Rows to sub-scores, sub-scores to the whole, by the weights on the page."""
    fit = case(name).fit
    for part, shown in (("skills", fit.skills), ("experience", fit.experience), ("culture", fit.culture)):
        rows = [row for row in fit.ledger if row.part == part]
        most = round(sum(row.most for row in rows), 6)
        assert most in {0, 100}
        assert abs(sum(row.points for row in rows) - shown) <= 0.5 + 1e-6
        assert all(0 <= row.points <= row.most for row in rows)
    parts = {"skills": fit.skills, "experience": fit.experience, "culture": fit.culture}
    assert abs(sum(fit.weights[part] * value for part, value in parts.items()) - fit.uncapped) <= 0.5 + 1e-6
    assert fit.low <= fit.overall <= fit.high
    assert fit.overall <= fit.uncapped


def test_the_reference_case_is_a_strong_match(case: Callable[[str], Brief]) -> None:
    """Strong, and not without fault."""
    fit = case("jordan-chen").fit
    assert 80 <= fit.overall <= 90
    assert fit.label == "strong"
    assert fit.caps == ()


def test_the_samples_keep_the_order_that_a_coach_gives_them(case: Callable[[str], Brief]) -> None:
    """The chef who has not led a kitchen stands below the three who have done the work."""
    fits = {name: case(name).fit.overall for name in SAMPLES}
    assert fits["ines-duarte"] < min(fits["jordan-chen"], fits["amara-okafor"], fits["luis-herrera"])


def test_a_missing_licence_caps_the_score(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """Without the licence nobody is hired, however well the rest fits."""
    bare = NURSE.model_copy(update={"certificates": (), "education": NURSE.education})
    bare = bare.model_copy(
        update={
            "work": (
                bare.work[0].model_copy(update={"position": bare.work[0].position.model_copy(update={"text": "Ward clerk"})}),
            )
        }
        if bare.work[0].position
        else {},
    )
    posting = make_posting(
        "Registered Nurse", "nursing", required=("Current RN license", "Epic", "Wound care", "Bachelor of Science in Nursing")
    )
    fit = fit_of(bare, posting)
    assert fit.overall <= 55
    assert fit.uncapped > fit.overall
    assert any("licence" in sentence for sentence in fit.caps)


def test_too_few_years_cap_the_score(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """One year where five are asked for."""
    junior = make_resume(
        [("Registered Nurse", "St. Ann Hospital", "2025-11", None, ["Led 4 sepsis drills", "Cut falls by 20% on the unit"])],
        certificates=("Registered Nurse, State of Ohio",),
        skills="Epic",
        years=1.0,
    )
    posting = make_posting(
        "Registered Nurse", "nursing", required=("RN license", "Epic", ("5+ years of nursing experience", 5.0)), level="entry"
    )
    fit = fit_of(junior, posting)
    assert fit.overall <= 65
    assert not fit.caps or "years" in fit.caps[0]


def test_years_of_something_else_count_half(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """Nine years of nursing are not nine years of nursing and something that the resume does not show."""

    def years(line: str) -> tuple[str, float]:
        posting = make_posting("Registered Nurse", "nursing", required=("RN license", (line, 5.0)))
        row = next(row for row in fit_of(NURSE, posting).ledger if row.item == "years")
        return row.status, row.points / row.most

    assert years("5+ years of nursing experience") == ("covered", 1.0)
    assert years("5+ years of nursing experience with Kubernetes and Terraform") == ("partial", pytest.approx(0.5, abs=0.001))


def test_what_cannot_be_judged_counts_half_and_opens_a_range(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """An unknown row is neither shown nor missing. Known bad: a perfect score for a cook of whom half a posting is unknown."""
    posting = make_posting("Registered Nurse", "nursing", required=("RN license", "Zymurgy of krausened wort and sparging"))
    fit = fit_of(NURSE, posting)
    row = next(row for row in fit.ledger if row.text.startswith("Zymurgy"))
    assert (row.status, row.points, row.most) == ("unknown", 25, 50)
    assert fit.low < fit.overall < fit.high
    assert fit.skills == 75


def test_of_a_part_in_which_nothing_could_be_judged_nothing_is_said(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """Known bad: half of the skills for a posting whose every line nobody could read."""
    unread = ("Zymurgy of krausened wort and sparging", "Trub whirlpooling and lautering")
    fit = fit_of(NURSE, make_posting("Registered Nurse", "nursing", required=unread))
    assert [row.most for row in fit.ledger if row.part == "skills"] == [0, 0]
    assert fit.weights["skills"] == 0


def test_a_part_without_rows_gives_its_weight_to_the_others(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """A posting without a single requirement still gets a score that adds up."""
    fit = fit_of(NURSE, make_posting("Registered Nurse", "nursing"))
    assert fit.weights["skills"] == 0
    assert sum(fit.weights.values()) == pytest.approx(1, abs=0.001)


def test_preferred_lines_weigh_less(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """A missing wish costs less than a missing must."""
    must = make_posting("Registered Nurse", "nursing", required=("RN license", "ECMO"))
    wish = make_posting("Registered Nurse", "nursing", required=("RN license",), preferred=("ECMO",))
    assert fit_of(NURSE, wish).skills > fit_of(NURSE, must).skills


def test_more_evidence_never_lowers_the_score(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """A skill that is added and asked for can only help."""
    posting = make_posting("Registered Nurse", "nursing", required=("RN license", "CRRT", "Cerner"))
    more = make_resume(
        [
            (
                "Registered Nurse",
                "St. Ann Hospital",
                "2018-01",
                None,
                ["Cared for 5 patients a shift in the ICU", "Precepted 4 new nurses"],
            )
        ],
        certificates=("Registered Nurse, State of Ohio", "BLS"),
        education=("BSN, Wright State University, 2017",),
        skills="Epic, wound care, CRRT, Cerner",
        years=8.9,
    )
    assert fit_of(more, posting).overall >= fit_of(NURSE, posting).overall


def test_a_number_alone_does_not_show_a_value_in_full(knowledge: Knowledge) -> None:
    """How much there was is not what came of it. Known bad: "of 11 clients" showed a value as fully as a cost that was cut."""
    for text, culture in (("Kept the books of 11 clients by hand", 50), ("Cut the cost of paper from 9% to 4% in a year", 100)):
        brief = brief_of(Case(bullets=(Bullet(text),), asked=(), values=(Stated("Thrift", evidence=(0,)),)))
        (role,) = brief.resume.work
        told = role.highlights[0].model_copy(update={"metrics": find_metrics(text)})
        resume = brief.resume.model_copy(update={"work": (role.model_copy(update={"highlights": (told,)}),)})
        assert score(resume, brief.posting, brief.company, brief.matching, knowledge).culture == culture


def test_bands_cover_every_score() -> None:
    """Each score has one label, best first."""
    assert [least for least, _ in BANDS] == sorted((least for least, _ in BANDS), reverse=True)
    assert BANDS[-1][0] == 0
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def test_a_line_and_its_row_in_the_ledger_have_one_ruling(fit_of: Callable[[Resume, Posting], Fit]) -> None:
    """Known bad: years were called covered in the table and given nothing, with a cap, in the ledger beside it."""
    wrangler = make_resume(
        [("Platform Wrangler", "Oakfield", "2016-05", None, ["Ran AWS for a school", "Kept the phones going"])], years=10.6
    )
    posting = make_posting("Cloud Engineer", "software", required=(("5+ years of AWS", 5.0),))
    fit = fit_of(wrangler, posting)
    line = next(row for row in fit.ledger if row.part == "skills")
    years = next(row for row in fit.ledger if row.item == "years")
    assert line.status == years.status == "covered"
    assert years.points == years.most
    assert not fit.caps
