"""A heading within the roles parts one life from another: it employs nobody, and nobody above it employs those below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]
ABOVE = "Larkhaven Medical Center, Rochester, NY\nSocial Worker\t7/2020 – Present\n- Carried 24 patients\n\n"


def held(resume: Resume) -> list[tuple[str, str]]:
    """Title and employer of each role."""
    return [(one.title, one.employer) for one in resume.work]


@pytest.mark.parametrize(
    "heading",
    [
        "Before social work",
        "PRIOR CAREER",
        "Earlier Work Experience",
        "Civilian",
        "Career before nursing:",
        "Other roles (part-time)",
    ],
)
def test_a_heading_right_above_a_role_is_not_its_employer(parse_roles: Parse, heading: str) -> None:
    """Known bad: a store manager at "Before social work"."""
    body = f"{ABOVE}{heading}\nStore Manager, Hollis & Rye Home (home goods), Greece NY\t2009 to 2016\n- Ran a staff of 26\n"
    assert held(parse_roles(body))[1] == ("Store Manager", "Hollis & Rye Home")


def test_nobody_above_the_heading_employs_who_stands_below(parse_roles: Parse) -> None:
    """A barista until the month in which somebody became a social worker."""
    assert held(parse_roles(f"{ABOVE}Earlier roles\nBarista\t2018 – June 2020\n- Poured\n"))[1] == ("Barista", "")


@pytest.mark.parametrize("same", ["same co.", "same company", "as above", "ditto", "the same store"])
def test_the_same_employer_is_the_one_above(parse_roles: Parse, same: str) -> None:
    """Known bad: the employer "Asst Mgr / Key holder, same co."."""
    body = f"Store Manager, Hollis & Rye Home Ltd\t2009 to 2016\n- Ran a staff of 26\n\nAsst Mgr / Key holder, {same}\t2006-09\n- Sold\n"
    assert held(parse_roles(body))[1] == ("Asst Mgr / Key holder", "Hollis & Rye Home Ltd")


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        (
            "2014 – 2016   Junior Mfg. Engineer (EIT), Dunmore Stampings, Brantford",
            "Junior Mfg. Engineer (EIT)",
            "Dunmore Stampings",
        ),
        ("Asst. Mech. Supervisor, Orrin Tile Ltd\t2014 – 2016", "Asst. Mech. Supervisor", "Orrin Tile Ltd"),
        ("Snr. Elec. Technician – Orrin Tile Ltd\t2014 – 2016", "Snr. Elec. Technician", "Orrin Tile Ltd"),
    ],
)
def test_a_word_cut_short_ends_no_sentence(parse_roles: Parse, line: str, title: str, employer: str) -> None:
    """Known bad: an engineer at "Junior Mfg."."""
    assert held(parse_roles(f"{line}\n- Drew fixtures\n")) == [(title, employer)]
