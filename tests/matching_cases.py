"""Resumes and postings of several trades, for tests of matching, and what of each posting its resume does not meet."""

from __future__ import annotations

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from tests.case_factory import make_posting, make_resume


def statuses(posting: Posting, matching: Matching) -> dict[str, str]:
    """Requirement text to status."""
    return {requirement.text: matching.of(requirement.id).status for requirement in posting.requirements}


EVENTS = make_resume(
    [
        (
            "Event Manager",
            "Harbor Congress Group",
            "2020-03",
            None,
            [
                "Produced 14 association conferences a year in Cvent, from 200 to 3,500 attendees",
                "Negotiated hotel and venue contracts that saved $240K against first offers",
                "Managed a $1.8M event budget to within 2% of plan",
                "Led a crew of 9 coordinators and 40 volunteers on site",
                "Raised attendee satisfaction from 4.1 to 4.6 by rebuilding the check-in flow",
            ],
        ),
        (
            "Event Coordinator",
            "Lumen Meetings",
            "2017-06",
            "2020-02",
            ["Ran registration and badge printing for 30 events a year"],
        ),
    ],
    skills="Cvent, Smartsheet, Excel, A/V coordination, sponsorship sales",
    certificates=("Certified Meeting Professional (CMP), 2021",),
    education=("BA, Communication, Portland State University, 2017",),
    years=9.4,
)
EVENTS_POSTING = make_posting(
    "Senior Event Manager",
    "general",
    duties=("Plan and deliver conferences and trade shows", "Source venues and negotiate contracts"),
    required=(
        ("5+ years of event management experience", 5.0),
        "Experience with event registration software",
        "Budget responsibility above $1M",
        "Strong vendor and venue negotiation",
        "Bachelor's degree or equivalent experience",
        "Excellent communication and leadership skills",
    ),
    preferred=(
        "CMP certification",
        "Experience managing volunteers on site",
        "Project management tools such as Asana or Smartsheet",
    ),
)
MECHANIC = make_resume(
    [
        (
            "Mechanical Engineer",
            "Torvane Pumps",
            "2019-01",
            None,
            [
                "Designed impellers and die-cast housings in SolidWorks with full GD&T drawings to ASME Y14.5",
                "Led DFMEA reviews for three pump families; field returns fell by 41%",
                "Ran ANSYS stress and fatigue studies that cut housing mass by 18%",
                "Released PPAP packages with two die-casting suppliers in Monterrey",
            ],
        ),
    ],
    skills="SolidWorks, ANSYS, GD&T, DFMEA, PPAP, Minitab",
    education=("B.S. Mechanical Engineering, Purdue University, 2018",),
    certificates=("EIT, Indiana, 2018",),
    years=7.9,
)
MECHANIC_POSTING = make_posting(
    "Senior Mechanical Engineer",
    "general",
    duties=(
        "Design mechanical components for injection molding and die casting",
        "Work with suppliers from prototype to production",
    ),
    required=(
        "Bachelor's degree in Mechanical Engineering",
        ("5+ years of mechanical design experience", 5.0),
        "Proficiency in 3D CAD (SolidWorks, Creo or NX)",
        "Experience with failure mode and effects analysis",
        "Command of geometric dimensioning and tolerancing",
        "Finite element analysis",
    ),
    preferred=("Statistical process control", "Professional Engineer (PE) license"),
)
TEACHER = make_resume(
    [
        (
            "Seventh Grade Math Teacher",
            "Linden Middle School",
            "2018-08",
            None,
            [
                "Raised state test pass rates from 58% to 71% in two years with weekly formative checks",
                "Wrote IEP accommodations with the special education team for 12 students",
                "Ran family nights in English and Spanish for 200 parents",
            ],
        ),
    ],
    skills="Google Classroom, lesson planning, classroom management, Spanish (fluent)",
    certificates=("Illinois Professional Educator License, Mathematics 5-8",),
    education=("B.Ed., Illinois State University, 2018",),
    years=8.3,
)
TEACHER_POSTING = make_posting(
    "Middle School Mathematics Teacher",
    "general",
    required=(
        "Valid Illinois teaching license with mathematics endorsement",
        "Bachelor's degree",
        ("3+ years of classroom teaching experience", 3.0),
        "Experience differentiating instruction and supporting students with IEPs",
        "Use of data to inform instruction",
    ),
    preferred=("Bilingual in Spanish", "Experience with Google Classroom or Canvas"),
)
KEEPER = make_resume(
    [
        (
            "Apiary Keeper",
            "Thistle Ridge Honey",
            "2019-04",
            None,
            [
                "Overwintered 240 colonies with losses of 9% against a county average of 31%",
                "Grafted 600 queens a season for sale to hobby keepers",
                "Built a varroa sampling calendar that the county association adopted",
            ],
        ),
    ],
    skills="queen grafting, varroa sampling, oxalic acid dribble, extraction line, swarm capture",
    years=7.6,
)
KEEPER_POSTING = make_posting(
    "Head Beekeeper",
    "general",
    required=(
        "Colony management through winter",
        "Queen rearing",
        "Integrated mite control",
        ("3+ years of commercial beekeeping", 3.0),
        "Honey extraction and bottling",
    ),
)
PAIRS = {
    "events": (EVENTS, EVENTS_POSTING, set()),
    "mechanical": (MECHANIC, MECHANIC_POSTING, {"Professional Engineer (PE) license"}),
    "teacher": (TEACHER, TEACHER_POSTING, set()),
    "beekeeper": (KEEPER, KEEPER_POSTING, set()),
}
"""Pair to the requirements that the resume truly does not meet."""
