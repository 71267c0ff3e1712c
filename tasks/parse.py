"""The stages `parse_resume` and `parse_posting`: text becomes typed facts with spans."""

from __future__ import annotations

from datetime import date

from playbook.artifacts.document import Document
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.checks.spans import check_posting, check_resume
from tasks.run import Run
from tasks.stage import stage


@stage(code=("playbook.reading",), packs=("sections", "verbs", "skills", "credentials"), check=check_resume)
def parse_resume(run: Run, document: Document, on: date) -> Resume:
    """The resume as facts; `on` ends what is still going on."""
    from playbook.reading.resume import parse_resume as parse

    return parse(document, run.knowledge, on)


@stage(code=("playbook.reading",), packs=("sections", "families", "skills", "countries"), check=check_posting)
def parse_posting(run: Run, document: Document, role: str | None, company: str) -> Posting:
    """The posting as facts; `role` replaces the title that it states."""
    from playbook.reading.posting import parse_posting as parse

    return parse(document, run.knowledge, role=role, company=company)
