"""The pages' own words in the English of their reader: kinds of questions, a heading, days.

What the sections say is spelled by `playbook.knowledge.spelling` when it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from playbook.artifacts.brief import Language

_AMERICAN = {"behavioural": "behavioral"}


@dataclass(frozen=True)
class English:
    """How one language tag spells them."""

    tag: Language

    @property
    def practise(self) -> str:
        """The verb."""
        return "Practise" if self.tag == "en-GB" else "Practice"

    def kind(self, name: str) -> str:
        """A kind of question, such as `role_play`, as a label."""
        spelled = name if self.tag == "en-GB" else _AMERICAN.get(name, name)
        return spelled.replace("_", " ").capitalize()

    def day(self, on: date) -> str:
        """`20 November 2026` or `November 20, 2026`."""
        return f"{on.day} {on:%B} {on.year}" if self.tag == "en-GB" else f"{on:%B} {on.day}, {on.year}"
