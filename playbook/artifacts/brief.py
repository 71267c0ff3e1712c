"""What every written stage is handed: the facts of the case, without contact data."""

from __future__ import annotations

from datetime import date
from typing import Literal

from playbook.artifacts.archetypes import Archetypes
from playbook.artifacts.company import Company
from playbook.artifacts.fit import Fit
from playbook.artifacts.matching import Matching
from playbook.artifacts.names import UNNAMED
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.provenance import Frozen

Language = Literal["en-US", "en-GB", "en-CA"]
"""A language tag of BCP 47."""


class Brief(Frozen):
    """Facts for the writers; the packs are the other half of what they know."""

    candidate: str
    """Full name as it is printed."""
    resume: Resume
    posting: Posting
    company: Company
    matching: Matching
    fit: Fit
    archetypes: Archetypes
    on: date
    """The day for which the playbook is made."""
    language: Language = "en-US"
    """The English that the documents of the case are in, and that the playbook is written in."""

    @property
    def whose(self) -> str:
        """Whose playbook it is, on one line: candidate, title, company. Files of answers say it."""
        return f"{self.candidate}, {self.posting.title}, {self.company.name}"

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.candidate.split()[0]

    @property
    def is_named(self) -> bool:
        """Whether anybody has said who the candidate is."""
        return self.candidate != UNNAMED

    @property
    def signature(self) -> str:
        """The name above what is handed over; a bracket to write in where it is not known."""
        return self.candidate if self.is_named else "[Your name]"
