"""Papers beside each other and below each other: each by itself, who gave it apart, none that is not held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.reading.certificates import read_named
from playbook.reading.education import entries_of, read_education
from playbook.reading.licences import is_licensed, licences_in
from tests.section_rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.resume import Resume


def test_who_gives_a_paper_may_stand_before_it() -> None:
    """Where the paper comes first, or both may give it, the order stays."""
    for line, name, issuer in (
        ("CO Dept of Public Health - Stormwater Administrator", "Stormwater Administrator", "CO Dept of Public Health"),
        ("Harrow Heart Association - BLS Provider", "BLS Provider", "Harrow Heart Association"),
        ("BLS Provider - Harrow Heart Association", "BLS Provider", "Harrow Heart Association"),
    ):
        (one,) = read_named(rows(line))
        assert (one.name, one.issuer) == (name, issuer)


def test_a_day_to_come_is_not_when_a_paper_was_given() -> None:
    """Known bad: a class booked for the twelfth of December, given in 2012."""
    assert [one.date for one in read_named(rows("PALS - in progress, class booked 12/12"))] == [None]
    assert [one.date for one in read_named(rows("CLTD - exam scheduled Oct 2025"))] == [None]
    assert [one.date for one in read_named(rows("CLTD - Oct 2025"))] == ["2025-10"]


def test_a_licence_to_drive_beside_others_hides_none() -> None:
    """Each cell is looked at by itself; alone it is for the grammar of driving."""
    (row,) = rows("NSW Radiation User Licence – current\tWWCC – current\tDriver's licence (C)")
    assert is_licensed(row.text)
    assert [piece.text.split(" –")[0] for piece in licences_in(row.body)][:2] == ["NSW Radiation User Licence", "WWCC"]
    assert not is_licensed("Full clean driving licence")


def test_a_course_with_its_year_below_another_is_one_of_its_own() -> None:
    """Known bad: a green belt that was lost in a course for auditors. A word beside a year is of the entry above."""
    told = "Lead Auditor ISO 9001 (Harrow Global), 2020\nLean Green Belt - 2021\nHarrow Method, 2015\n"
    assert len(entries_of(rows(told))) == 3
    assert len(entries_of(rows("Lead Auditor ISO 9001 (Harrow Global), 2020\nRenewed 2024"))) == 1


def test_a_language_is_no_paper_and_a_refusal_no_award(parse: Callable[[str], Resume]) -> None:
    """Known bad: "English" certified, since no interpreter was."""
    resume = parse(
        "Ana Ruiz\n\nSKILLS\nExcel, Word, Epic\nLanguages: English, Spanish (medical, not certified interpreter), some Polish\n\n"
        'GRANTS\nHarrow Fellowship, 2020\nState award "Transfer", submitted 2026, not funded\n'
    )
    assert resume.certificates == ()
    assert [one.name for one in resume.awards] == ["Harrow Fellowship"]


def test_a_year_before_a_degree_is_its_own() -> None:
    """Known bad: each degree with the year of the one below it."""
    told = "2025 Level 3 Certificate in Botany\n2016 PGCE Secondary Science – University of Harrow\n2013 BSc Chemistry, University of Harrow"
    assert [one.end_date for one in read_education(rows(told))] == ["2025", "2016", "2013"]


def test_a_line_that_opens_with_its_year_is_no_rest_of_one_that_does(parse: Callable[[str], Resume]) -> None:
    """However long the one above is. Known bad: a certificate with the year of the diploma below."""
    told = "2025 Level 3 Foundation Certificate in Practice of People at Work (with options)\n2016 PGCE Science – Harrow University\n"
    resume = parse(f"Ana Ruiz\n\nEDUCATION\n{told}2013 BSc Chemistry, 2:1, Harrow University\n")
    assert [one.end_date for one in resume.education] == ["2025", "2016", "2013"]


def test_courses_in_one_line_are_each_one(parse: Callable[[str], Resume]) -> None:
    """Known bad: of a line of eight courses none was read, and its heading hid the line below it."""
    resume = parse(
        "Mara Quill\n\nEDUCATION\nBachelor of Nursing, Harrow University, 2010-2012\n\nCOURSES\n"
        "Obstetric emergencies facilitator 2022 ; Newborn life support trainer; Fetal monitoring 2026 - 94%\n"
        "Dangerous goods 2012, expired / Supply chain officer 2023 / Yellow Belt 2019\n\n"
        "SYSTEMS  BOS, Moodle (built 6 modules), Teams\n"
    )
    named = [one.fact.text for one in resume.education] + [one.name for one in resume.certificates]
    assert {"Obstetric emergencies facilitator 2022", "Newborn life support trainer", "Yellow Belt 2019"} <= set(named)
    assert [skill.name for skill in resume.skills][:1] == ["BOS"]


def test_a_list_of_courses_goes_on_in_the_next_line(parse: Callable[[str], Resume]) -> None:
    """Known bad: of a block of training whose lines are parted by semicolons the second line was lost."""
    training = (
        "Training\nNAEO Exams Officer Certificate 2021; Safeguarding L3 (refreshed Sept 2025); Prevent;\n"
        "GDPR for Schools; ILM Level 3 Leadership & Management (Pass, 2023)\n"
    )
    resume = parse(
        f"Robin Vale\nrobin@example.com\n\nExperience\nOffice Manager, Fernhill School\n2019 - now\n- Ran it\n\n{training}"
    )
    named = [one.fact.text for one in (*resume.education, *resume.certificates)]
    assert {"GDPR for Schools", "ILM Level 3 Leadership & Management (Pass, 2023)"} <= set(named)
