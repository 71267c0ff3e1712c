"""A whole playbook of two documents, written in this process by the embedded writer: nothing is stored or rendered.

For measures over many playbooks; a build, with its stages, store and journal, is for `flows`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from playbook import __version__
from playbook.artifacts.brief import Brief
from playbook.artifacts.document import Document
from playbook.artifacts.names import UNNAMED, printed_name
from playbook.artifacts.playbook import Playbook, Run
from playbook.intake.files import read
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.spelling import in_language, language_of, told
from playbook.matching import match
from playbook.profiling import profile_company
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.scoring import score
from playbook.settings import Settings
from playbook.writing.archetype_choice import choose_archetypes
from signatures.choose_archetypes import standing_choice
from signatures.match import standing_judge
from signatures.writers import WRITERS

SECTIONS = {
    "assessment": "Assess",
    "decoding": "Decode",
    "pitch": "Pitch",
    "stories": "DraftStories",
    "questions": "GenerateQuestions",
    "scripts": "BridgeGaps",
    "asks": "AskBack",
    "plan": "Plan90Days",
    "cheat_sheet": "Condense",
}
"""Part of a playbook to the writer that makes it, in the order in which they need each other."""


@dataclass(frozen=True)
class Composed:
    """A playbook and the documents that it is about."""

    playbook: Playbook
    resume: Document
    job: Document


def compose_playbook(
    resume: Path, job: Path, company: str, knowledge: Knowledge, on: date, role: str | None = None
) -> Composed:
    """Read two files, judge and write. Raises `Refusal` where a document is refused."""
    return compose_documents(read(resume, "resume"), read(job, "job"), company, knowledge, on, role)


def compose_documents(
    resume: Document, job: Document, company: str, knowledge: Knowledge, on: date, role: str | None = None
) -> Composed:
    """Judge and write."""
    facts = _brief(resume, job, company, role, knowledge, on)
    made: dict[str, Any] = {"brief": facts}
    for part, task in SECTIONS.items():
        writer = WRITERS[task]
        made[part] = writer.write(*(made[name] for name in writer.inputs), in_language(knowledge, facts.language))
    run = Run(id="0" * 16, model="embedded", version=__version__)
    return Composed(Playbook(**made, run=run), resume, job)


def _brief(resume: Document, job: Document, company: str, role: str | None, knowledge: Knowledge, on: date) -> Brief:
    read_resume = parse_resume(resume, knowledge, on)
    posting = parse_posting(job, knowledge, role=role, company=company)
    profile = profile_company(company, posting, knowledge, on)
    settings = Settings()
    matching = match(read_resume, posting, profile, knowledge, standing_judge(settings))
    return Brief(
        candidate=printed_name(read_resume.name.text if read_resume.name else "") or UNNAMED,
        resume=read_resume,
        posting=posting,
        company=profile,
        matching=matching,
        fit=score(read_resume, posting, profile, matching, knowledge),
        archetypes=choose_archetypes(read_resume, knowledge, standing_choice(settings)),
        on=on,
        language=language_of(told(read_resume, posting), knowledge),
    )
