"""Rows among the bullets of a role that are none of its deeds: its terms, projects' names, lists of tools, other roles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Position, Resume

Parse = Callable[[str], Resume]
ROLE = "Policy Officer\tNov 2019 – present\nHarrow Vale Council\n"


def told(role: Position) -> list[str]:
    """The words of what was done in a role."""
    return [one.fact.text for one in role.highlights]


@pytest.mark.parametrize(
    "terms",
    [
        "Grade 10, 0.8 FTE (30 hrs) since return from mat leave in Jan 2023",
        "Band 6, 30 hours per week",
        "- Took 3 months maternity leave 2021",
        "- part-time at first, with college",
        "0.6 FTE",
    ],
)
def test_the_terms_of_a_role_and_leave_in_it_are_no_deeds(parse_roles: Parse, terms: str) -> None:
    """Known bad: "I graded 10", and a leave that nobody asked about told in the pitch."""
    (role,) = parse_roles(f"{ROLE}{terms}\n- Wrote the plan for 9 wards\n").work
    assert told(role) == ["Wrote the plan for 9 wards"]
    assert (role.title, role.employer) == ("Policy Officer", "Harrow Vale Council")


@pytest.mark.parametrize(
    "deed",
    [
        "Grade 10, 11 and 12 students taught algebra and physics",
        "Administered parental leave for 300 employees",
        "Full-time cover for two depots",
        "Maternity leave policy rewritten for 9 sites",
    ],
)
def test_what_was_done_with_grades_hours_and_leave_of_others_is_a_deed(parse_roles: Parse, deed: str) -> None:
    (role,) = parse_roles(f"{ROLE}- Wrote the plan for 9 wards\n- {deed}\n").work
    assert deed in told(role)


PROJECTS = (
    "Harrow Engineers, Inc., Troy, Ohio\nStructural Engineer\tAug 2021 – present\n\n{heading}\n"
    "  PLM-35 Bridge Replacement, District 7 ($6M)\n  - Designed a 3-span girder\n  - Reviewed 64 drawings\n\n"
    "  ASH-CR 19 Culvert, Ash Co. Engineer ($410K)\n  - Led the design of a box culvert\n\n"
    "  Item No. 6-10 Bridging Ohio – load ratings\n  - Rated 37 bridges\n\n"
    "Graduate Engineer, Tallow Group, Troy, Ohio\t2019 – 2021\n- Inspected 52 bridges\n"
)


@pytest.mark.parametrize("heading", ["Selected projects:", "Key projects:", "Projects:"])
def test_the_projects_of_a_firm_are_told_as_its_role_and_their_clients_are_no_titles(parse_roles: Parse, heading: str) -> None:
    """Known bad: the role "Ash Co. Engineer" at "ASH-CR 19 Culvert", and the name of a project as a deed."""
    first, second = parse_roles(PROJECTS.format(heading=heading)).work
    assert (first.title, first.employer) == ("Structural Engineer", "Harrow Engineers, Inc.")
    assert told(first) == [
        "Designed a 3-span girder",
        "Reviewed 64 drawings",
        "Led the design of a box culvert",
        "Rated 37 bridges",
    ]
    assert (second.title, second.employer) == ("Graduate Engineer", "Tallow Group")


def test_the_name_of_a_part_of_a_role_between_its_bullets_is_no_deed(parse_roles: Parse) -> None:
    """Known bad: the story "Stillmere Twp. culverts"."""
    (role,) = parse_roles(f"{ROLE}- Wrote the plan for 9 wards\nStillmere Twp. culverts\n- Sized 5 linings\n").work
    assert told(role) == ["Wrote the plan for 9 wards", "Sized 5 linings"]


def test_a_bullet_that_only_lists_tools_is_skills(parse_roles: Parse) -> None:
    """Known bad: a deed "PyTorch, Spark, MLflow"."""
    resume = parse_roles(f"{ROLE}- Wrote the plan for 9 wards\n- PyTorch, HuggingFace, Spark, AWS SageMaker. HIPAA, OMOP\n")
    assert told(resume.work[0]) == ["Wrote the plan for 9 wards"]
    assert {"PyTorch", "AWS SageMaker", "HIPAA"} <= {one.name for one in resume.skills}
    worked = parse_roles(f"{ROLE}- VSD change outs, soft starters, MCC refurb, motors testing\n")
    assert told(worked.work[0])


def test_a_bullet_that_is_held_since_the_role_has_ended_is_another_role(parse_roles: Parse) -> None:
    """Known bad: a chair of governors as a deed of a job that had ended nine years before."""
    above = "Call Handler, Harrow Energy Ltd\t2012–13\n- Took 80 calls a day\n"
    first, second = parse_roles(f"{above}- Chair of Governors, St Osyth's Primary, since Sept 2022\n").work
    assert {first.title, second.title} == {"Call Handler", "Chair of Governors"}
    (still,) = parse_roles(f"{ROLE}- Chair, Safety Committee, since Sept 2022\n").work
    assert len(told(still)) == 1


def test_two_roles_in_a_line_each_keep_their_time(parse_roles: Parse) -> None:
    """Known bad: the secretary of 2017 with the years of the treasurer."""
    resume = parse_roles(
        f"{ROLE}- Wrote a plan\n\nVOLUNTEER: Secretary, Harrow Loaves (food pantry) 2017-; PTA treasurer 2014-16\n"
    )
    secretary, treasurer = resume.volunteer
    assert (secretary.employer, secretary.start_date, secretary.is_current) == ("Harrow Loaves", "2017", True)
    assert (treasurer.title, treasurer.start_date, treasurer.end_date) == ("PTA treasurer", "2014", "2016")


def test_summer_jobs_below_their_heading_are_roles_of_their_own(parse_roles: Parse) -> None:
    """Known bad: a server's job as a deed of the school above it."""
    above = "Teacher, Pine Hollow School\tAug 2012 - 2015\n- Taught 112 students\n\nSummers\n"
    below = "Coordinator, Larkhill summer academy, Durham, 2014, 2015: hired 14 tutors\nServer, Blue Heron Cafe (college)\n"
    resume = parse_roles(above + below)
    assert {(one.title, one.employer) for one in resume.work} == {
        ("Teacher", "Pine Hollow School"),
        ("Coordinator", "Larkhill summer academy"),
        ("Server", "Blue Heron Cafe"),
    }
    assert [told(one) for one in resume.work if one.title == "Coordinator"] == [["hired 14 tutors"]]


@pytest.mark.parametrize("heading", ["Voluntary roles", "Trustee and governor roles", "Governor roles"])
def test_unpaid_roles_stand_below_headings_of_many_names(parse_roles: Parse, heading: str) -> None:
    """Known bad: the employer "Voluntary roles"."""
    body = (
        f"{ROLE}- Wrote a plan\n\nEarlier: call handler, energy company 2012–13; bar and retail work\n\n{heading}\n"
        "Chair of Governors, St Osyth's Primary, since Sept 2022 (governor since 2018; before that chair of Finance & Premises)\n"
        "- led on recruitment of a headteacher in 2023\n"
    )
    resume = parse_roles(body)
    assert [(one.title, one.employer, one.start_date) for one in resume.volunteer] == [
        ("Chair of Governors", "St Osyth's Primary", "2022-09")
    ]
    assert heading not in {one.employer for one in resume.work}


def test_a_season_of_a_year_cut_short_is_a_time_and_no_place(parse_roles: Parse) -> None:
    """Known bad: an intern at a library in the town "Summer"."""
    role = parse_roles("Web Intern (part time)\tSummer '23\nHarrow County Library\n- Moved 6,200 bookings\n").work[0]
    assert (role.start_date, role.end_date, role.location) == ("2023-06", "2023-08", None)


def test_roles_of_a_line_with_a_lead_have_each_their_employer(parse_roles: Callable[[str], Resume]) -> None:
    """Known bad: a teacher at the place of the service year, its time and the other's one."""
    body = (
        "Larkhill Pantry, Dayton\nCoordinator\t2010 – 2014\n- Ran the pantry\n\n"
        "Before that: Larkcorps VISTA, Toledo (2007-08); 6th grade teacher, Lima Schools (2005–07)\n\n"
        "Temp hygienist via Brannock Staffing\tsummer 2004\nVarious offices Kent & Orrin counties\n"
    )
    found = [(one.title, one.employer, one.start_date, one.end_date) for one in parse_roles(body).work]
    assert found[1:] == [
        ("", "Larkcorps VISTA, Toledo", "2007", "2008"),
        ("6th grade teacher", "Lima Schools", "2005", "2007"),
        ("Temp hygienist", "Brannock Staffing", "2004-06", "2004-08"),
    ]
