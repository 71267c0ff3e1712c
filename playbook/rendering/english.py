"""The pages' own words in the English of their reader: kinds of questions, a heading, days.

What the sections say is spelled by `playbook.knowledge.spelling` when it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from playbook.artifacts.brief import Language

_AMERICAN = {"behavioural": "behavioral"}
_RESUME = re.compile(r"\b[Rr]esume(?=s?\b)(?![^“]*”)")
"""The word, where no quotation is open."""


@dataclass(frozen=True)
class English:
    """How one language tag spells them."""

    tag: Language

    @property
    def practise(self) -> str:
        """The verb."""
        return "Practice" if self.tag == "en-US" else "Practise"

    def said(self, text: str) -> str:
        """A sentence of ours that was made before its reader was known: a British one has a CV. Quotations stay."""
        return _RESUME.sub("CV", text) if self.tag == "en-GB" else text

    def kind(self, name: str) -> str:
        """A kind of question, such as `role_play`, as a label."""
        spelled = _AMERICAN.get(name, name) if self.tag == "en-US" else name
        return spelled.replace("_", " ").capitalize()

    def day(self, on: date) -> str:
        """`20 November 2026` or `November 20, 2026`."""
        return f"{on.day} {on:%B} {on.year}" if self.tag == "en-GB" else f"{on:%B} {on.day}, {on.year}"
