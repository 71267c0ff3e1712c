"""Degrees, diplomas and trade certificates that are asked for as a choice: each way and each field that is named will do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.matching.asides import plainly
from tests.case_factory import Role, make_posting, make_resume

HELD = "BA (Hons) Hotel Management, Larkfield College, 2019"
BEGUN = "Coursework toward B.B.A., Millbrook University (54 credits; not completed)"


@pytest.mark.parametrize(
    ("education", "line", "status", "quoted"),
    [
        ((HELD,), "Degree or diploma in hotel management or similar", "covered", HELD),
        (("Higher Cert. in Catering, Sligo IT, 2012", HELD), "Degree or diploma in hotel management", "covered", HELD),
        (("BA History, Larkfield College, 2019",), "Degree or diploma in hotel management", "partial", "BA History"),
        (
            ("Bachelor of Journalism, 2013",),
            "Degree or diploma in marketing, communications, journalism",
            "covered",
            "Bachelor",
        ),
        (
            ("A.A.B., Banking & Finance, 2019", BEGUN),
            "Associate's or Bachelor's degree in business or finance",
            "covered",
            "A.A.B.",
        ),
        (("Business Administration diploma, 2016",), "Post-secondary diploma/certificate in business", "covered", "Business"),
        (
            ("Logistics certificate, 4 of 6 courses done",),
            "Post-secondary diploma/certificate in logistics",
            "partial",
            "Logistics",
        ),
        (("MBA, Finance, 2015",), "MBA / PGDM / MSW from a reputed institute", "covered", "MBA"),
        (
            ("BSc Civil Engineering, 2012",),
            "B.S. in Civil or Environmental Engineering from an ABET-accredited program",
            "covered",
            "BSc",
        ),
        (("BSc Chemistry, 2012",), "Degree in Agronomy", "partial", "BSc"),
        (("BSc Agronomy, 2012",), "Degree in Agronomy", "covered", "BSc"),
    ],
)
def test_any_way_and_any_field_that_is_named_will_do(
    matched: Callable[[Resume, Posting], Matching], education: tuple[str, ...], line: str, status: str, quoted: str
) -> None:
    """Known bad: a diploma's field was asked for as a skill, and bullets about hotels were quoted for the degree."""
    bullets = ["Ran the desk of a hotel of 60 rooms", "Wrote marketing copy", "Kept logistics moving"]
    resume = make_resume([("Duty Manager", "Fenwick House", "2016-03", None, bullets)], education=education, years=9.0)
    match = matched(resume, make_posting("General Manager", "general", required=(line,))).requirements[0]
    assert match.status == status
    assert match.evidence[0].fact.text.startswith(quoted)


@pytest.mark.parametrize(
    ("certificate", "status"),
    [
        ("Class A Journeyman Electrician", "covered"),
        ("Registered apprenticeship, fitter, 2014", "covered"),
        ("First aid", "unknown"),
    ],
)
def test_a_trade_is_learned_by_licence_or_apprenticeship(
    matched: Callable[[Resume, Posting], Matching], certificate: str, status: str
) -> None:
    """Known bad: an unfinished course was quoted where a journeyman's licence answers."""
    education = ("Millbrook College, Industrial Technology, AAS, in progress (38 of 62 credits)",)
    roles: list[Role] = [("Electrician", "Fenwick Mills", "2014-05", None, ["Wired two plants"])]
    resume = make_resume(roles, certificates=(certificate,), education=education if status == "covered" else (), years=9.0)
    line = "Associate's degree or trade certificate in a technical field"
    match = matched(resume, make_posting("Maintenance Lead", "mechanical", preferred=(line,))).requirements[0]
    assert match.status in {status, "gap"} if status == "unknown" else match.status == status
    assert all("in progress" not in evidence.fact.text for evidence in match.evidence)


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("MBA in HR from a reputed institute", "reputed"),
        ("B.S. in Biology from an ABET-accredited program", "ABET"),
        ("Degree from a recognised university", "recognised"),
    ],
)
def test_the_repute_of_a_school_is_no_ask_of_its_own(line: str, gone: str) -> None:
    """Known bad: "reputed" was called missing."""
    assert gone not in plainly(line)


def test_where_no_degree_is_meant_the_school_is_the_ask() -> None:
    """A graduate of an accredited program is asked for the program."""
    assert "accredited" in plainly("Graduate from an accredited nursing program")
