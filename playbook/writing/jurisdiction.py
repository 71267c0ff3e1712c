"""Whether a question on the law of one country fits where the work is: nobody in Leatherhead is asked about overtime in Ohio.

Only what a posting plainly says of its country counts; where it says nothing, every question fits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.reading.countries import AT_HOME, ELSEWHERE

if TYPE_CHECKING:
    from playbook.artifacts.posting import Posting

_AMERICAN = re.compile(r"\bUnited States\b|\bFederal Rules?\b")
_RULES = re.compile(
    r"\bU\.?S\.? (?:and \w+ )?(?:HOS|Hours of Service|DOT|FMCSA|rules?|laws?|regulations?|GAAP|tax|employment|federal)\b"
    r"|\bFMCSA\b|\bUnited States (?:rules?|laws?|regulations?)\b",
)
"""Rules of the United States that a posting of another country asks for by name: who drives there has to know them."""


def fits_country(question: str, posting: Posting) -> bool:
    """Whether a question may be asked where the posting places the work."""
    if not _AMERICAN.search(question):
        return True
    place = posting.job_location or ""
    if posting.country == "us" or AT_HOME.search(place):
        return True
    told = "\n".join((place, *(one.text for one in posting.requirements), *(fact.text for fact in posting.about)))
    if _RULES.search(told):
        return True
    return posting.country is None and not ELSEWHERE.search(told)
