"""What the posting asks for, as a pitch says it: a whole duty after "someone to", or a whole line in quotes.

Nothing is cut: a line that does not fit a sentence is quoted as it stands. How well the resume answers it is for
`playbook.matching`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.writing.clause_openers import read_opener
from playbook.writing.relevance import says_when

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.posting import Requirement
    from playbook.knowledge.packs import Knowledge

SHOWN = 0.5
"""Strength from which a bullet is said to answer a line."""

_LONGEST = 24
_YOU = re.compile(r"\b(?:you|your|yours|we|our|us)\b", re.IGNORECASE)
_WILL = re.compile(r"^(?:you(?:'ll|’ll| will)|the \w+(?: \w+)? will|responsible for|to)\s+", re.IGNORECASE)
_POST = re.compile(r"^[Tt]he (?:[A-Z][\w&/-]*\s+){1,6}(?=[a-z]+s\s)")
"""The post as the subject of its duty: "The QC Analyst performs testing"."""
_COMPOUND = re.compile(r"[A-Za-z]+ [a-z]+ing\b(?! (?:the|an?|our|your|all)\b)")
"""A noun and a gerund, which name a thing: "Time recording"; "time to record" would be a deed."""
_STATUS = {"covered": 1.0, "partial": 0.6, "unknown": 0.3, "gap": 0.0}


@dataclass(frozen=True)
class Wanted:
    """A line of the posting that can be spoken of."""

    requirement: Requirement
    deed: str
    """As a verb phrase after "to"; `""` where the line is none."""
    shown: bool
    """Whether the resume has evidence for it."""
    weight: float
    missing: bool = False
    """Whether the resume leaves it open, so that there is something to grow into."""
    answered_by: frozenset[str] = frozenset()
    """Bullets that answer it."""

    @property
    def quote(self) -> str:
        """The whole line, without its final full stop."""
        return self.requirement.text.rstrip(". ;")


def wanted(brief: Brief, knowledge: Knowledge) -> list[Wanted]:
    """Lines of the posting in the order in which they deserve to be spoken of: duties that the resume answers first."""
    found = []
    for place, requirement in enumerate(brief.posting.requirements):
        if says_when(requirement.text):
            continue
        match = next((one for one in brief.matching.requirements if one.requirement == requirement.id), None)
        status = _STATUS[match.status] if match else _STATUS["unknown"]
        strong = [item.highlight for item in match.evidence if item.highlight and item.strength >= SHOWN] if match else []
        # What is answered in part is no work that one knows, and is never said to be.
        shown = bool(strong) and match is not None and match.status == "covered"
        deed = _deed(requirement.text, knowledge)
        weight = status + 0.4 * bool(strong) + {"responsibility": 1.0, "required": -0.4, "preferred": -0.6}[requirement.kind]
        weight += 0.3 * bool(deed) - 0.1 * place - (0.8 if len(requirement.text.split()) > _LONGEST else 0)
        weight -= 0.5 if requirement.years is not None else 0
        missing = match is not None and match.status in {"gap", "partial"}
        found.append(Wanted(requirement, deed, shown, weight, missing, frozenset(strong if shown else ())))
    return sorted(found, key=lambda one: -one.weight)


def told_of_post(text: str, knowledge: Knowledge) -> str:
    """A duty without the post that it is told of: "perform testing" of "The QC Analyst performs testing"."""
    subject = _POST.match(text)
    said = text[subject.end() :] if subject else ""
    opener = read_opener(said, knowledge) if said else None
    rest = said[len(said.split(" ", 1)[0]) :]
    if opener is None or opener.form != "third" or opener.rest != rest:
        return text  # of several verbs each would have to change
    return f"{opener.lemma}{rest}"


def _deed(text: str, knowledge: Knowledge) -> str:
    """The line as a verb phrase: "design and build services"."""
    said = _WILL.sub("", told_of_post(text.rstrip(". ;"), knowledge), count=1)
    opener = read_opener(said, knowledge)
    if _COMPOUND.match(said) or opener is None or opener.form != "base" or _YOU.search(said) or ". " in said:
        return ""
    first = said.split(" ", 1)[0]
    return said[:1].lower() + said[1:] if first == first.capitalize() else said
