"""Runs the readers on a case: the document, what was parsed of it, or the code that it was refused with."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date

from evals.intake.gold import Case
from playbook.artifacts.document import Document
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.errors import Refusal
from playbook.intake.files import read
from playbook.knowledge.packs import Knowledge
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume

ON = date(2026, 11, 23)
"""The day that "present" means in the corpus."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the readers made of a case."""

    code: str
    """`read`, or the code of the refusal."""
    seconds: float
    """CPU seconds."""
    document: Document | None = None
    resume: Resume | None = None
    posting: Posting | None = None


def read_case(case: Case, knowledge: Knowledge) -> Read:
    """Read and parse one document of the corpus."""
    started = time.process_time()
    document: Document | None = None
    try:
        document = read(case.path, case.kind)
        if case.kind == "resume":
            resume = parse_resume(document, knowledge, ON)
            return Read("read", time.process_time() - started, document, resume=resume)
        posting = parse_posting(document, knowledge)
        return Read("read", time.process_time() - started, document, posting=posting)
    except Refusal as refusal:
        return Read(refusal.code, time.process_time() - started, document)
