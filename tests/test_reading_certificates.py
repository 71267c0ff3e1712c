"""Certificates, licences and bars: their issuers, dates and ends, wherever a resume lists them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume
from playbook.reading.certificates import read_named
from tests.section_rows import rows

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("line", "name", "issuer", "given", "expires"),
    [
        ("BLS (exp. 04/2027)", "BLS", None, None, "2027-04"),
        ("ACLS, Heart Guild, valid until May 2026", "ACLS", "Heart Guild", None, "2026-05"),
        ("AWS D1.1 (expired 2021)", "AWS D1.1", None, None, "2021"),
        ("CDL CLASS B - EXP 06/2028", "CDL CLASS B", None, None, "2028-06"),
        ("Soporte vital, vigente hasta 2027", "Soporte vital", None, None, "2027"),
        ("Staplerschein, gültig bis 12/2026", "Staplerschein", None, None, "2026-12"),
        ("NR-35, válido até 08/2027", "NR-35", None, None, "2027-08"),
        ("First Aid, Red Lantern, 2019 - 2022", "First Aid", "Red Lantern", "2019", "2022"),
        ("Registered Nurse, licence #RN-4411, renewal due 04/30/2028", "Registered Nurse", None, None, "2028-04"),
        ("Scrum Trainer (CST), 2020", "Scrum Trainer (CST)", None, "2020", None),
        ("Rigging Level 1\tLift Board\t2021", "Rigging Level 1", "Lift Board", "2021", None),
        ("Rigging Level 1\nIssued Mar 2021 · Expires Mar 2024\nCredential ID RG-77", "Rigging Level 1", None, "2021-03", "2024-03"),
    ],
)  # fmt: skip
def test_a_certificate_has_its_issuer_its_date_and_its_end(
    line: str, name: str, issuer: str | None, given: str | None, expires: str | None
) -> None:
    """In one line, or in the lines below its name."""
    (found,) = read_named(rows(line))
    assert (found.name, found.issuer, found.date, found.expires) == (name, issuer, given, expires)


def test_lines_of_certificates_are_put_together_and_taken_apart() -> None:
    """A name that a narrow column broke, an issuer below each name, a list in one line."""
    assert [one.name for one in read_named(rows("Master Certified Crane\nTechnician\nLeadership in\nYards"))] == [
        "Master Certified Crane Technician",
        "Leadership in Yards",
    ]
    pairs = read_named(rows("Low Voltage Level 2\nSpark Board, 2019\nHarness Use\nRope Guild, 2020"))
    assert [(one.name, one.issuer, one.date) for one in pairs] == [
        ("Low Voltage Level 2", "Spark Board", "2019"),
        ("Harness Use", "Rope Guild", "2020"),
    ]
    assert [one.name for one in read_named(rows("RN, BLS, ACLS"))] == ["RN", "BLS", "ACLS"]
    assert [one.name for one in read_named(rows("PMP candidate; CSM (2020)"))] == ["PMP candidate", "CSM"]


def test_a_driving_licence_and_a_licence_number_are_held_wherever_they_stand(parse: Parse) -> None:
    """Beside the address, below "Additional", as a label; and the sentence after it stays out."""
    resume = parse(
        "Ana Cruz\nRegistered Nurse (RN), license #RN-4411, active, renewal due 04/30/2028\n12 Elm Street | Permis B\n\n"
        "ADDITIONAL INFORMATION\nDriver's license: C\nNice to dogs and to people.\n"
    )
    assert [(one.fact.text, one.expires) for one in resume.certificates] == [
        ("Registered Nurse (RN), license #RN-4411, active, renewal due 04/30/2028", "2028-04"),
        ("Permis B", None),
        ("Driver's license: C", None),
    ]


def test_the_letters_of_a_degree_after_the_name_are_no_certificate(parse: Parse) -> None:
    """Where the degree is listed; letters of a listed certificate are not repeated either."""
    resume = parse(
        "Ana Cruz, PhD, RN, CCRN\n\nEDUCATION\nPhD Nursing, Elm Grove University, 2012\n\nLICENSES\nRegistered Nurse, Ohio\n"
    )
    assert [one.name for one in resume.certificates] == ["CCRN", "Registered Nurse"]


def test_licences_of_several_states_on_a_line_are_one_each(parse: Parse):
    resume = parse("Tom Lind\n\nLICENSES\n\nPE Idaho (2017), PE Oregon (2019)\n")
    assert [(one.name, one.date) for one in resume.certificates] == [("PE Idaho", "2017"), ("PE Oregon", "2019")]


def test_bars_are_told_with_the_heading_that_says_what_they_are(parse: Parse):
    resume = parse("Cat Rourke\n\nBAR ADMISSIONS\nColorado (2018); U.S. District Court, D. Colo.; Wyoming (2021)\n")
    assert [one.date for one in resume.certificates] == ["2018", None, "2021"]
    assert resume.certificates[0].fact.text.split() == ["BAR", "ADMISSIONS", "Colorado", "(2018)"]


def test_a_qualification_in_progress_below_degrees_is_kept(parse: Parse):
    resume = parse("Ros Ach\n\nEDUCATION\nBA (Hons) English, Sheffield Hallam, 2017\nNPQLTD (in progress)\n")
    assert [one.fact.text for one in resume.certificates] == ["NPQLTD (in progress)"]


def test_of_all_that_is_left_over_only_what_is_certified_is_a_certificate(parse: Parse) -> None:
    """Known bad: the certificates "Other: match-day cover" and "weekends. Full driving licence"."""
    text = "Ana Cruz\n\nEDUCATION\nBSc Physiotherapy, UWE Bristol 2021\n\nOther: match-day cover, Vale RFC, weekends. Full UK driving licence.\n"
    assert [one.name for one in parse(text).certificates] == ["Full UK driving licence"]


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("Full clean B licence, own van", ["Full clean B licence"]),
        ("Full clean licence", ["Full clean licence"]),
        ("Guard Licence ACT (Patrol - Cash in Transit, Crowd Controller) exp. 11/2028. QLD by mutual recognition - lodged",
         ["Guard Licence ACT (Patrol - Cash in Transit, Crowd Controller) exp. 11/2028. QLD by mutual recognition - lodged"]),
        ("07700 900 145 | SC clearance | ana@example.com", ["SC clearance"]),
        ("Licensed Practical Nurse", []),
        ("Licence Manager", []),
        ("Looking for a post where a licence to sell alcohol is held by somebody else and not by me at all", []),
    ],
)  # fmt: skip
def test_a_licence_beside_the_address_is_evidence(parse: Parse, line: str, held: list[str]) -> None:
    """Known bad: a full clean licence stood below the telephone number, and could not be judged."""
    assert [
        one.fact.text for one in parse(f"Ana Cruz\nYork | ana@example.com\n{line}\n\nSUMMARY\nA cook.").certificates
    ] == held


def test_cards_between_full_stops_are_one_each() -> None:
    assert [one.name for one in read_named(rows("White card. Forklift LF. MR licence"))] == [
        "White card",
        "Forklift LF",
        "MR licence",
    ]
    assert len(list(read_named(rows("Cert. III in Carpentry. Elm TAFE")))) == 1


def test_lists_on_one_line_are_split_and_each_keeps_its_own_date() -> None:
    """Known bad: the end of one in the list was given to the first, which then "had run out"."""
    for line, names in {
        "Signing 1 (intro), Grief care, Support Framework, Wilderness First Aid (exp. 2024), Rowing (Elm)": [
            *("Signing 1", "Grief care", "Support Framework", "Wilderness First Aid", "Rowing (Elm)"),
        ],
        "CSPO (Scrum Alliance) – 2020 | ISTQB Foundation – 2016 | PMC-III": [
            "CSPO (Scrum Alliance)",
            "ISTQB Foundation",
            "PMC-III",
        ],
        "AWS SysOps | Amazon | issued 2020 | expires 2023": ["AWS SysOps"],
        "Part 1 (passed May 2021), Part 2 (passed Nov 2021)": ["Part 1", "Part 2"],
        "CSCP – Learning System completed; exam to be written": ["CSCP"],
        "IOSH Managing Safely (2022) / First Aid at Work, valid to June 2027 / Personal Licence Holder": [
            *("IOSH Managing Safely", "First Aid at Work", "Personal Licence Holder"),
        ],
    }.items():
        assert [one.name for one in read_named(rows(line))] == names
    found = list(read_named(rows("Signing 1 (intro), Grief care, Support Framework, Wilderness First Aid (exp. 2024)")))
    assert [one.expires for one in found] == [None, None, None, "2024"]


def test_several_papers_in_cells_are_no_sentence(parse: Parse) -> None:
    """Known bad: a line of thirteen words was prose, and three papers were lost."""
    head = "Ann Bell\nann@example.com\n\nEXPERIENCE\nTechnician, Okonjo Lab, Jan 2020 - present\n- Ran the plates of the lab every week\n\n"
    line = "NIH Responsible Conduct of Research | CITI Biosafety BSL-2 | Bloodborne pathogens (annual)"
    padding = "\n\nSKILLS\n" + ", ".join(f"Method {number}" for number in range(30))
    names = [one.name for one in parse(f"{head}TRAINING & CERTIFICATIONS\n{line}{padding}").certificates]
    assert names[:2] == ["NIH Responsible Conduct of Research", "CITI Biosafety BSL-2"]
