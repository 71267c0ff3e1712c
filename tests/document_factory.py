"""The resume and the posting of a made-up operations manager, and facts that stand in them at their exact spans."""

from __future__ import annotations

from hashlib import sha256

from playbook.artifacts.document import Document, ReadingNote
from playbook.provenance import DocumentName, Fact, Span

NAME = "Zoë Martínez-Łukasz"
COMPANY = "Őrség & Søn Foods"
TITLE = "Regional Operations Manager"
BULLETS = (
    "Ran 3 distribution centres with 140 staff on two shifts, raising on-time dispatch from 91% to 98.4%",
    "Cut picking errors by 37% by re-slotting 4,200 lines and pairing every new starter with an experienced picker",
    "Led the move to a new warehouse system across 2 sites with no missed dispatch day",
    "Negotiated 5 carrier contracts, saving €310,000 a year without a longer delivery promise",
    "Built a safety walk that each team lead does daily; recordable incidents fell from 11 to 3 a year",
    "Coached 6 team leads, of whom 4 were promoted to shift manager",
    "Introduced a daily stock count of fast movers, lifting inventory accuracy to 99.2%",
    "Planned the peak season rota for 90 temporary workers together with the works council",
)
WANTS = (
    "Lead the daily operation of four regional warehouses with about 200 people",
    "Own safety, service and cost for the region, and report on them every week",
    "7+ years of experience in logistics or warehouse operations, 3 of them leading managers",
    "Hands-on experience with a warehouse management system roll-out",
    "Experience with temperature-controlled food storage and HACCP",
    "Coach shift managers and build a bench of successors",
    "Fluency in Hungarian is a plus",
)
RESUME = "\n".join((
    NAME, "zoe.martinez@example.org | +36 1 555 0147 | linkedin.com/in/example-zoe", "Operations Manager, Fjällräv Logistik, 2019-03 - Present",
    *BULLETS, "B.Sc. in Logistics, Széchenyi University, 2014", "SAP EWM, Lean, Excel", "English, Spanish, Polish", "Forklift instructor licence",
))  # fmt: skip
JOB = "\n".join(
    (COMPANY, TITLE, "We feed the region before breakfast.", *WANTS, "Ask jobs@example.com or call (555) 010-0199.")
)


def fact(text: str, document: DocumentName = "resume") -> Fact:
    """A fact that stands in one of the two documents."""
    start = (RESUME if document == "resume" else JOB).index(text)
    return Fact(text=text, span=Span(document=document, start=start, end=start + len(text)))


def documents(job: str = JOB) -> dict[str, Document]:
    """The two folded documents."""
    note = ReadingNote(code="job.vague", message="The posting names no salary and no start date.")
    return {name: Document(name=name, format="text", sha256=sha256(text.encode()).hexdigest(), text=text, notes=(note,) if name == "job" else ()) for name, text in (("resume", RESUME), ("job", job))}  # fmt: skip
