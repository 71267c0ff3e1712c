"""A full-size playbook of a made-up operations manager, for tests of what is rendered; no stage of the pipeline runs.

Facts are drawn from the documents of `document_factory`, so that spans are exact.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256

from playbook.artifacts.archetypes import Archetypes
from playbook.artifacts.brief import Brief
from playbook.artifacts.company import Company, QuestionMix, SpecialInterviewer, Value
from playbook.artifacts.fit import Fit, LedgerRow
from playbook.artifacts.inspection import CheckResult, Inspection
from playbook.artifacts.matching import Evidence, HighlightWorth, Matching, RequirementMatch, ValueMatch
from playbook.artifacts.playbook import Playbook, Run
from playbook.artifacts.posting import Posting, Requirement
from playbook.artifacts.resume import Education, Highlight, Named, Position, Resume, Skill, Years
from tests.document_factory import BULLETS, COMPANY, NAME, TITLE, WANTS, documents, fact
from tests.line_factory import line, prose, std
from tests.section_factory import make_sections

DAY = date(2026, 11, 23)


@cache
def make_playbook(stories: int = 8, questions: int = 12) -> Playbook:
    """A playbook with that many stories and questions."""
    work = Position(
        id="p1",
        name=fact("Fjällräv Logistik"),
        position=fact("Operations Manager"),
        start_date="2019-03",
        is_current=True,
        highlights=tuple(Highlight(id=f"b{n + 1}", fact=fact(b)) for n, b in enumerate(BULLETS)),
    )
    resume = Resume(
        name=fact(NAME),
        label=fact("Operations Manager"),
        work=(work,),
        education=(
            Education(
                institution=fact("Széchenyi University"),
                area="Logistics",
                study_type="B.Sc.",
                end_date="2014",
                fact=fact("B.Sc. in Logistics, Széchenyi University, 2014"),
            ),
        ),
        skills=tuple(Skill(fact=fact(s)) for s in ("SAP EWM", "Lean", "Excel")),
        languages=(Named(fact=fact("English"), name="English"),),
        certificates=(Named(fact=fact("Forklift instructor licence"), name="Forklift instructor licence"),),
        years=Years(computed=7.7),
    )
    posting = Posting(title=TITLE, title_fact=fact(TITLE, "job"), level="senior", family="operations", hiring_organization=COMPANY, requirements=tuple(Requirement(id=f"r{n + 1}", fact=fact(w, "job"), kind="responsibility" if n in {0, 1, 5} else "preferred" if n == 6 else "required") for n, w in enumerate(WANTS)), about=(fact("We feed the region before breakfast.", "job"),), notes=documents()["job"].notes)  # fmt: skip
    names = ("Safety First", "Own the Outcome", "Earn Trust", "Keep It Simple", "Grow People", "Think in Decades")
    company = Company(id="orseg", name=COMPANY, profiled=True, values_from="company", values_label="Five Promises", values=tuple(Value(id=v.lower().replace(" ", "-"), name=v, statement=line(f"{v}: we say it and we are measured by it.", "company"), in_play=n < 4) for n, v in enumerate(names)), process=prose(line("Two calls, then half a day on site with a walk through a night shift.", "company"), line("A panel of three decides the same day.", "company")), culture=prose(line("The company says that it plans a week around its slowest site.", "company")), unique=prose(line("You walk a **night shift** with the people you would lead, and they are asked afterwards.", "company")), special_interviewer=SpecialInterviewer(id="night", label="Night-shift lead", focus=std("Respect for the floor.")), mix=QuestionMix(counts={"operational": 4, "behavioural": 5, "situational": 3}, origin=line("From the company's page.", "company")))  # fmt: skip
    statuses = ("covered", "covered", "covered", "partial", "gap", "covered", "unknown")
    matching = Matching(requirements=tuple(RequirementMatch(requirement=f"r{n + 1}", status=s, evidence=(Evidence(fact=fact(BULLETS[n]), highlight=f"b{n + 1}", strength=0.9),) if s in {"covered", "partial"} else (), reason=line("The bullet shows it.", "resume", rests_on=BULLETS[n]), known_share=0.9) for n, s in enumerate(statuses)), values=tuple(ValueMatch(value=v.id) for v in company.values), highlights=tuple(HighlightWorth(highlight=f"b{n + 1}", worth=8 - n, competencies=("ownership",)) for n in range(8)), relevant_years=7.7)  # fmt: skip
    ledger = tuple(
        LedgerRow(
            part="skills",
            item=f"r{n + 1}",
            text=WANTS[n],
            status=s,
            points={"covered": 3.0, "partial": 1.5}.get(s, 0.0),
            most=0.0 if s == "unknown" else 3.0,
        )
        for n, s in enumerate(statuses)
        if n != 2
    )
    ledger += (LedgerRow(part="experience", item="years", text="7.7 years against 7+ asked", status="covered", points=4, most=4), LedgerRow(part="experience", item="level", text="Operations Manager against Senior", status="partial", points=1.5, most=2), *(LedgerRow(part="culture", item=v.id, text=v.name, status="covered" if n < 3 else "gap", points=2.0 * (n < 3), most=2.0) for n, v in enumerate(company.values_in_play)))  # fmt: skip
    fit = Fit(
        overall=78,
        low=74,
        high=82,
        label="good",
        skills=70,
        experience=92,
        culture=75,
        weights={"skills": 0.5, "experience": 0.3, "culture": 0.2},
        ledger=ledger,
        uncapped=78,
    )
    brief = Brief(
        candidate=NAME,
        resume=resume,
        posting=posting,
        company=company,
        matching=matching,
        fit=fit,
        archetypes=Archetypes(),
        on=DAY,
    )
    inspection = Inspection(checks=(CheckResult(rule="numbers-grounded", ok=True, n=140, bad=0),))
    return Playbook(
        brief=brief,
        **make_sections(stories, questions),
        inspection=inspection,
        run=Run(id=sha256(b"factory").hexdigest(), model="embedded", version="0.1.0"),
    )
