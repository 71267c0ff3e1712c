"""Title, employer, place and dates are told apart in whatever order a resume keeps, also where no word gives them away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.resume import Resume
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.resume import parse_resume

Parse = Callable[[str], Resume]
ROLES = [
    ("Duty Lead", "Harrow & Pike", "Swansea", "Jan 2020 – present"),
    ("Section Editor", "Caledon Fire", "Norwich", "06/2015 – 12/2019"),
    ("Wardrobe Mistress", "Nine Elms Kitchen", "Bristol", "2011 – 2015"),
    ("Store Manager", "Thistle & Thorne", "Austin, TX", "September 2008 – May 2011"),
]
"""Employers that no word marks as such, a title that no list knows, towns that no list knows."""
PADDING = "\nREFERENCES\n" + "Available on request from people who have worked with me for a long time. " * 4
TOLD = [
    "Cut returns from 9% to 4% within a year by checking orders at the door",
    "Kept the stock list honest",
    "Hired and trained six people, two of whom now run teams of their own",
]
LAYOUTS = [
    "{t}\n{e}, {p}\n{d}",
    "{e}, {p}\n{t}\t{d}",
    "{e}\t{p}\n{t}\t{d}",
    "{t}\t{d}\n{e}, {p}",
    "{e}\t{d}\n{t}",
    "{e}, {p}\t{d}\n{t}",
    "{t} | {e} | {p} | {d}",
    "{e} | {t} | {d}",
    "{d}\n{t}\n{e}",
    "{t} at {e}, {p}\n{d}",
    "{t} · {e} · {p}\n{d}",
    "{e}\n{t}, {d}",
    "{t}\n{e} | {p} | {d}",
    "{e} – {t}\n{d}",
    "{t}\n{d}\n{e}\n{p}",
    "{e} logo\n{t}\n{e} · Full-time\n{d} · 3 yrs 2 mos",
    "Empresa: {e}\nPeríodo: {d}\nCargo: {t}\nAtividades:",
    "{e} – {p}\nPeríodo: {d}\nCargo: {t}\nAtividades:",
]


@pytest.fixture
def parse(knowledge: Knowledge) -> Parse:
    """Reads a text as a resume."""

    def parsed(text: str) -> Resume:
        return parse_resume(read_bytes(text.encode(), "resume", "text"), knowledge, date(2026, 11, 23))

    return parsed


@pytest.mark.parametrize("mark", ["- ", ""], ids=["bullets", "no bullets"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_order_of_a_header_gives_the_same_roles(layout: str, mark: str, parse: Parse):
    blocks = [
        "\n".join([layout.format(t=title, e=employer, p=place, d=dates), *(mark + line for line in TOLD)])
        for title, employer, place, dates in ROLES
    ]
    resume = parse("Ana Ruiz\nana@example.org\n\nEXPERIENCE\n\n" + "\n\n".join(blocks) + "\n\nEDUCATION\nBSc Chemistry, 2008\n")
    found = [(one.position and one.position.text, one.name and one.name.text.split(" – ")[0]) for one in resume.work]
    assert found == [(title, employer) for title, employer, _, _ in ROLES]
    assert [[bullet.text for bullet in one.highlights] for one in resume.work] == [TOLD] * 4


def of(parse: Parse, body: str) -> Resume:
    filler = "\n\nSUMMARY\n" + "Steady hand with a long memory for names and a liking for early shifts. " * 4
    return parse(f"Ana Ruiz\n\nEXPERIENCE\n\n{body}{filler}")


def test_time_off_is_no_role_and_is_not_counted(parse: Parse):
    resume = of(parse, "Clerk, Larkhill Books, 2018 – 2020\n- Sold books\n\nParental leave, 2016 – 2018\n\nPacker, Tidewater Ltd, 2014 – 2016\n- Packed")  # fmt: skip
    assert [one.position and one.position.text for one in resume.work] == ["Clerk", "Packer"]
    assert resume.years.computed == 4


def test_leave_within_a_role_is_no_time_between_two(parse: Parse) -> None:
    """Known bad: nine years as a nurse that were not read, for "maternity leave" stood in their row."""
    resume = of(
        parse, "Staff Nurse, Don Valley General\nSept 2011 – Mar 2020 (includes maternity leave 2015-16)\n- Triaged patients"
    )
    assert [
        (one.position.text, one.name.text, one.start_date, one.end_date) for one in resume.work if one.position and one.name
    ] == [("Staff Nurse", "Don Valley General", "2011-09", "2020-03")]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("01/03/2019 – 31/12/2020", "2019-03", "2020-12"),
        ("03/01/2019 – 12/05/2020", "2019-03", "2020-12"),
        ("winter 2012/13", "2012-12", "2013-02"),
        ("março de 2019 – fevereiro de 2021", "2019-03", "2021-02"),
        ("2019.03 - 2020.08", "2019-03", "2020-08"),
        ("Aug '18 – Jan '20", "2018-08", "2020-01"),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, start: str, end: str, parse: Parse):
    (role,) = of(parse, f"Clerk, Larkhill Books, {written}\n- Sold books to schools").work
    assert (role.start_date, role.end_date, role.is_current) == (start, end, False)


@pytest.mark.parametrize(
    "now", ["present", "to date", "à ce jour", "a la fecha", "até o momento", "heute", "laufend", "en cours"]
)
def test_what_goes_on_is_current_in_five_languages(now: str, parse: Parse):
    between = " " if now in {"to date", "a la fecha"} else " – "
    (role,) = of(parse, f"Clerk, Larkhill Books, 03/2019{between}{now}\n- Sold books to schools").work
    assert (role.start_date, role.end_date, role.is_current) == ("2019-03", None, True)


def test_roles_below_a_heading_that_nobody_knows_are_found(parse: Parse):
    text = "Ana Ruiz\n\nSKILLS\nExcel, stock control\n\nTHE STORY SO FAR\n\nClerk, Larkhill Books, 2018 – 2020\n- Sold books to schools and libraries in four towns\n\nEDUCATION\nBSc Chemistry, University of Marlow, 2008\n" + "words " * 30  # fmt: skip
    assert [one.position and one.position.text for one in parse(text).work] == ["Clerk"]


def test_a_heading_in_capitals_ends_the_role_above(parse: Parse):
    text = "Ana Ruiz\n\nEXPERIENCE\n\nClerk, Larkhill Books, 2018 – 2020\n- Sold books to schools\n\nMOST PROUD OF\n\nA prize for the window\n\nEDUCATION\nBSc Chemistry, 2008\n" + "words " * 30  # fmt: skip
    (role,) = parse(text).work
    assert [bullet.text for bullet in role.highlights] == ["Sold books to schools"]


TELLING = "\n".join(f"  * {line}" for line in TOLD)


@pytest.mark.parametrize("told", [TELLING, "\n".join(TOLD)], ids=["other bullets", "none"])
def test_a_role_whose_head_has_a_bullet_is_a_role(parse: Parse, told: str):
    """And what stands below it was done there, with bullets of its own or with none."""
    heads = (
        "Product Designer, Hopline (bikes in 12 cities), Portland, OR. Mar 2022 to present",
        "UX Designer, Redbark, 2018 to 2021",
    )
    resume = parse("Ana Cruz\nPortland, OR\n\nEXPERIENCE\n\n" + "\n\n".join(f"▸ {head}\n{told}" for head in heads))
    assert [(one.title, one.employer) for one in resume.work] == [("Product Designer", "Hopline"), ("UX Designer", "Redbark")]
    assert [len(one.highlights) for one in resume.work] == [len(TOLD), len(TOLD)]


@pytest.mark.parametrize(
    ("head", "title", "employer"),
    [
        ("Harrow & Pike — Duty Lead\nSept. 2021 to present, nights", "Duty Lead", "Harrow & Pike"),
        ("Store Manager, Thistle & Thorne, 2013 to Oct 2021 (site closed)", "Store Manager", "Thistle & Thorne"),
        ("Store Manager\nThistle & Thorne (garden centers, 14 sites)\n2013 to 2021", "Store Manager", "Thistle & Thorne"),
        ("Director of Product, Tablehop (reservations, acquired 2019)\n2014 to 2019", "Director of Product", "Tablehop"),
    ],
)
def test_a_remark_is_no_part_of_the_employer(parse: Parse, head: str, title: str, employer: str):
    resume = parse(
        f"Ana Cruz\nAustin, TX\n\nEXPERIENCE\n\n{head}\n" + "\n".join(f"- {line}" for line in TOLD) + "\n\nEDUCATION\nBA, 2010"
    )
    assert [(one.title, one.employer) for one in resume.work] == [(title, employer)]


def test_a_region_behind_a_title_below_an_employer_is_no_employer(parse: Parse):
    resume = parse(
        "Ana Cruz\nana@example.com\n\nEXPERIENCE\n\nNORTHLINE HOME CENTERS (188 stores)\t2015 – present\n"
        "Senior Vice President, Services\t2020 – present\n- Led 5 vice presidents and grew revenue by 58%\n"
        "Regional Vice President, Stores – Great Lakes\t2015 – 2020\n- Cut shrink from 2.4% to 1.5% of sales\n" + PADDING
    )
    assert [role.employer for role in resume.work] == ["Northline Home Centers"] * 2


def test_where_the_self_employed_work_is_no_employer(parse: Parse):
    resume = parse(
        "Kofi Brandt\nkofi@example.com\n\nWORK HISTORY\n\nSelf employed / subcontract electrician - Bristol & Bath - 2019 to present\n"
        "- Rewired 60 flats for letting agents\n\nElectrician - Parnell Building Services Ltd - Apr 2015 to Dec 2018\n"
        "- Ran a gang of three on a school refurb over the summer\n"
    )
    assert [role.employer for role in resume.work] == ["", "Parnell Building Services Ltd"]
    assert resume.work[0].location == "Bristol & Bath"


def test_a_school_below_the_last_role_of_a_resume_without_headings_is_no_role(parse: Parse):
    resume = parse(
        "Jamal Whit\nAustin TX - jamal@example.com\n\nSupport Team Lead w/ SaaS background. I fix queues.\n\nQuillbase - Support Team Lead - Feb 2022 to now\n"
        "  Lead 8 agents on chat, email and phone, 6k tickets a month\n  Hired 5, let 1 go\n\n"
        "Quillbase - Technical Support Specialist - Jun 2020 to Jan 2022\n  Wrote 30 articles for new agents to read\n\n"
        "Austin Community College, A.A. Business 2019\n\nTools: Zendesk, Jira, Postman, Google Sheets\nSpanish: conversational\n"
    )
    assert [role.employer for role in resume.work] == ["Quillbase", "Quillbase"]
    assert [one.fact.text for one in resume.education] == ["Austin Community College, A.A. Business 2019"]
    assert [one.name for one in resume.languages] == ["Spanish"]
    assert "conversational" not in [skill.name for skill in resume.skills]


def test_a_town_and_its_state_without_a_comma_are_no_part_of_the_employer(parse: Parse):
    resume = parse(
        "Ana Cruz\nana@example.com\n\nEXPERIENCE\n\nDesign Engineer, Halvorsen Ag Equipment, Moline IL | July 2022 – present\n"
        "- Took 11 kg out of the boom while keeping its safety\n" + PADDING
    )
    assert resume.work[0].employer == "Halvorsen Ag Equipment"


@pytest.mark.parametrize(
    ("head", "title", "employer"),
    [
        (
            "Cumberland Ridge Medical Center, Nashville TN — Level II trauma, 38-bed ED\nStaff RN, Emergency Dept  03/2021 – present",
            "Staff RN, Emergency Dept",
            "Cumberland Ridge Medical Center",
        ),
        (
            "CT Technologist, Bayline Regional Medical Center. 07/2020-present. 340-bed, stroke center",
            "CT Technologist",
            "Bayline Regional Medical Center",
        ),
        ("Tidepool Tickets Ltd -- Frontend Engineer (Jan 2023 - now)", "Frontend Engineer", "Tidepool Tickets Ltd"),
        ("Customer care rep, Centratel (2012 – 2016, part time while in school)", "Customer care rep", "Centratel"),
        ("Junior designer. Studio Fjord Ltd. Aug 2020 – Dec 2022", "Junior designer", "Studio Fjord Ltd."),
        ("Physiotherapist – Mendip General, Bath. Sept 2021 – Apr 2023", "Physiotherapist", "Mendip General, Bath"),
    ],
)
def test_what_an_employer_is_and_how_long_is_no_part_of_its_name(parse: Parse, head: str, title: str, employer: str):
    """Known bad: the employer "part time while in school", "Mendip General, Bath.;"."""
    assert [(one.title, one.employer) for one in of(parse, f"{head}\n- Sold books to 40 people a day").work] == [
        (title, employer)
    ]


def test_the_same_hospital_is_the_one_above(parse: Parse):
    """Known bad: "I started out at same hospital as a CNA"."""
    resume = of(parse, "RN, Larkhill Hospital, 2018 – 2021\n- Cared for 6 patients\nCNA, same hospital, 2015 – 2018\n- Helped")
    assert [(one.title, one.employer) for one in resume.work] == [("RN", "Larkhill Hospital"), ("CNA", "Larkhill Hospital")]


def test_an_employer_with_its_town_stays_above_its_titles(parse: Parse):
    """Behind a comma in a title stands its team, where an employer has a row of its own above."""
    body = (
        "BRAZOS ENERGY RETAIL, Dallas TX\nSenior Product Manager, Self-Service (Feb 2021 – Present)\n- Launched a map\n"
        "CENTRATEL WIRELESS, Irving TX\nProduct Manager, Prepaid (07/2017 – 01/2021)\n- Wrote plans\n"
        "Care rep, Centratel (2012 – 2016, part time)\n"
    )
    found = [one.name.text for one in of(parse, body).work if one.name]
    assert found[:2] == ["BRAZOS ENERGY RETAIL", "CENTRATEL WIRELESS"]
    assert "part time" not in found


def test_a_freelancer_has_no_employer_above(parse: Parse):
    """Known bad: "I worked at Portavel as a freelance translator"."""
    resume = of(
        parse,
        "2018 - 2021\tPortavel Ltd\nContent specialist\n- Wrote pages in 3 languages\n2016 - 2018\tfreelance translator\n- Translated",
    )
    assert all(one.employer != "Portavel Ltd" for one in resume.work if "freelance" in one.title)


def test_of_two_titles_with_dates_on_a_row_the_first_is_the_role(parse: Parse):
    """Known bad: the employer "Controller, Feb 2021 – Present"."""
    resume = parse(
        "Ana Cruz\nana@example.com\n\nEXPERIENCE\n\nLANTERNFISH SOFTWARE, INC., Durham NC\n"
        "Controller, Feb 2021 – Present | Assistant Controller, Aug 2019 – Feb 2021\n- Closed the books in 5 days with 3 people\n"
        + PADDING
    )
    assert resume.work[0].title == "Controller"
    assert resume.work[0].employer.casefold().startswith("lanternfish software")
    assert resume.work[0].start_date == "2021-02"


@pytest.mark.parametrize("often", ["one 4 hour shift a week", "8-10 hrs/week", "two evenings a month"])
def test_how_often_somebody_works_is_no_employer(parse: Parse, often: str) -> None:
    """As an employer's words, "a shift" in another bullet would be told of the wrong one."""
    told = "\n".join(f"- {line}" for line in TOLD)
    resume = parse(f"EXPERIENCE\nCook, Fundy Kitchen\nOct 2023 to now, {often}\n{told}\n{PADDING}")
    assert [position.employer for position in resume.work] == ["Fundy Kitchen"]


def test_shifts_are_what_was_done_and_the_agency_is_where(parse: Parse) -> None:
    """Known bad: "I was a Southern Cross Nursing Agency / MWCH nurse bank"."""
    resume = parse(
        "Mara Quill\n\nEXPERIENCE\nAgency & Bank shifts (casual)\nSouthern Cross Nursing Agency / MWCH nurse bank - Aug 2021 - "
        "Feb 2022\n- In charge of shift on 11 occasions\n\nStaff Nurse\nHarrow Hospital, Leeds\n2013 - 2021\n- Cared for six "
        "patients a shift\n" + PADDING
    )
    shifts = resume.work[0]
    assert (shifts.position and shifts.position.text) == "Agency & Bank shifts (casual)"
    assert (shifts.name and shifts.name.text) == "Southern Cross Nursing Agency / MWCH nurse bank"


def test_a_remark_with_its_dates_is_no_role(parse: Parse) -> None:
    """Known bad: an evening course between two posts was a third post, at "evening: preparation"."""
    resume = parse(
        "Mara Quill\n\nEXPERIENCE\n03/2017 - 06/2021 Buyer\nHarrow Bakery Ltd, Leeds\n- Bought flour for three plants\n\n"
        "08/2012 - 02/2017 Dispatcher\nKeld Transport Ltd, Leeds\n- Planned 35 trucks\n\n"
        "10/2016 - 03/2017 evening: preparation for the exam\n" + PADDING
    )
    assert [one.position and one.position.text for one in resume.work] == ["Buyer", "Dispatcher"]
