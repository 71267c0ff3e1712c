"""How a line stands to what it names: what was not done, only seen, tried at home or done by others proves nothing in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume

Matched = Callable[[Resume, Posting], Matching]


def judged(matched: Matched, resume: Resume, line: str, family: str) -> tuple[str, list[str]]:
    """The status of one required line, and the facts that are quoted for it."""
    posting = make_posting("Coordinator", family, required=(line,))
    match = matched(resume, posting).requirements[0]
    return match.status, [evidence.fact.text for evidence in match.evidence]


def of(bullet: str, title: str = "Coordinator", **more: object) -> Resume:
    """A resume of one bullet."""
    return make_resume([(title, "Larch & Vane", "2019-02", None, [bullet])], years=7.0, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bullet", "line", "family", "status"),
    [
        ("Ran the Kubernetes clusters of two plants", "Production experience with Kubernetes", "software", "covered"),
        ("Kubernetes in my home lab, four nodes", "Production experience with Kubernetes", "software", "partial"),
        ("Kubernetes in my home lab, four nodes", "Kubernetes", "software", "covered"),
        ("Kept the boards in order", "Production experience with Terraform", "software", "partial"),
        ("Kept the boards in order", "Experience with Terraform", "software", "covered"),
        ("As acting editor, ran a team of 5", "Experience managing people", "media", "covered"),
        ("Secured a CWSRF loan of $2M", "Experience with SRF, WIFIA or BIL funding", "civil", "covered"),
        ("Kubernetes (training only)", "Kubernetes", "software", "partial"),
        ("Kubernetes - not yet, would love to", "Kubernetes", "software", "unknown"),
        ("Would like to learn Kubernetes", "Kubernetes", "software", "unknown"),
        ("Science teacher moving into instructional design", "Instructional design", "education", "unknown"),
        ("No experience with Kubernetes; 6 years of Docker", "Docker", "software", "covered"),
        ("Closed the books with no payroll errors", "Payroll", "accounting", "covered"),
    ],
)
def test_only_what_was_done_is_done(matched: Matched, bullet: str, line: str, family: str, status: str) -> None:
    """Known bad: a home laboratory called production, and a course that somebody would like to take called held."""
    resume = of(bullet, skills="Linux, Excel, Terraform, Python")
    found, quoted = judged(matched, resume, line, family)
    assert found == status
    assert status != "unknown" or not quoted


def test_a_list_of_clauses_is_judged_clause_by_clause(matched: Matched) -> None:
    """Known bad: a clinic that was shadowed took the caseload beside it away."""
    resume = of("Ran payroll for 90 people; shadowing in the pension team")
    assert judged(matched, resume, "Payroll", "accounting")[0] == "covered"


@pytest.mark.parametrize(
    ("bullet", "certificate", "status"),
    [
        ("Kept the ward's rota", "Registered Nurse (RN), Ohio, active", "covered"),
        ("Mentored two colleagues through their RN license", "First aid", "gap"),
        ("Reported to the RN supervisor of the floor", "First aid", "gap"),
        ("Supervised 3 RNs on nights", "First aid", "gap"),
        ("Kept the ward's rota", "RN bridge pre-reqs, program on hold", "partial"),
    ],
)
def test_a_credential_of_others_is_nobodys_own(matched: Matched, bullet: str, certificate: str, status: str) -> None:
    """Known bad: whoever mentors others through a registration was taken for registered."""
    resume = of(bullet, "Care Coordinator", certificates=(certificate,))
    assert judged(matched, resume, "Active RN license", "nursing")[0] == status


@pytest.mark.parametrize(
    ("certificate", "line", "status"),
    [
        ("PMP, 2021", "PMP certification", "covered"),
        ("PMP - sitting for the exam this fall", "PMP certification", "partial"),
        ("PMP, exam passed May 2024", "PMP certification", "covered"),
        ("CIMA, two of nine papers done", "Working towards CIMA", "covered"),
        ("CIMA, two of nine papers done", "CIMA qualified", "partial"),
    ],
)
def test_a_certificate_that_is_under_way_is_not_held(matched: Matched, certificate: str, line: str, status: str) -> None:
    """And is enough where no more is asked than to study for it."""
    resume = of("Ran the weekly numbers of a depot", certificates=(certificate,))
    assert judged(matched, resume, line, "accounting")[0] == status


def test_the_post_of_a_colleague_is_not_ones_own_field(matched: Matched) -> None:
    """Known bad: one stocktake with the F&B manager proved strong knowledge of food and beverage."""
    beside = of("Counted the cellar with the F&B manager")
    own = of("Ran F&B for a house of 60 rooms")
    assert judged(matched, beside, "Strong F&B knowledge", "general")[0] == "partial"
    assert judged(matched, own, "Strong F&B knowledge", "general")[0] == "covered"


def test_other_peoples_things_are_not_quoted(matched: Matched) -> None:
    """Known bad: who reads other people's budgets for a living was said to manage a budget."""
    resume = of("Covered city hall", "Writer", summary="Writer who spent 12 years finding the story in other people's budgets.")
    status, quoted = judged(matched, resume, "Experience managing a budget", "marketing")
    assert status == "unknown"
    assert not quoted


@pytest.mark.parametrize(
    ("summary", "quoted"),
    [("Project Manager, bridge infrastructure", False), ("Bridge engineer with 9 years in infrastructure.", True)],
)
def test_a_summary_that_is_a_title_never_held_is_an_aim(matched: Matched, summary: str, quoted: bool) -> None:
    """Known bad: an objective was quoted as evidence of the post that it hopes for."""
    resume = of("Checked drawings of culverts", "Senior Civil Engineer", summary=summary)
    _, found = judged(matched, resume, "Experience with bridge infrastructure", "civil")
    assert (summary in found) == quoted


@pytest.mark.parametrize(
    ("bullet", "line"),
    [
        ("Ran a desk of 5: 2 writers, 1 social, 1 intern", "Experience with paid social"),
        ("Answered every inquiry of members within a day", "Inquiry-based learning"),
    ],
)
def test_one_plain_word_of_a_name_does_not_tell_it(matched: Matched, bullet: str, line: str) -> None:
    """Known bad: "1 social" was quoted for paid social."""
    match = matched(of(bullet), make_posting("Coordinator", "marketing", required=(line,))).requirements[0]
    assert match.status in {"partial", "unknown"}
    assert not match.covered_terms


def test_a_thing_and_what_is_done_with_it_are_told_by_the_thing(matched: Matched) -> None:
    """A chart of successors tells of succession planning."""
    status, quoted = judged(matched, of("Kept the succession chart of 12 roles"), "Succession planning", "hr")
    assert status == "partial"
    assert quoted


def test_what_a_shadowing_included_was_shadowed(matched: Matched) -> None:
    """Known bad: X-ray equipment plainly shown by "shadowed PMs on 60 devices incl. portable X-ray, C-arm"."""
    resume = make_resume(
        [("Intern", "Larch Hospital", "2024-01", "2024-03", ["Shadowed PMs on 60 devices incl. portable X-ray, C-arm"])],
        years=0.2,
    )
    posting = make_posting("Field Service Engineer", "maintenance", required=("Experience with X-ray equipment",))
    assert matched(resume, posting).of("r1").status == "partial"
