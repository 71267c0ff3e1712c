"""Whether a question on the law of one country fits where the work is: nobody in Leatherhead is asked about overtime in Ohio.

Only what a posting plainly says of its country counts; where it says nothing, every question fits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.artifacts.posting import Posting

_AMERICAN = re.compile(r"\bUnited States\b|\bFederal Rules?\b")
_ELSEWHERE = re.compile(
    r"\b(?:UK(?:&I)?|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|Ireland|Germany|Deutschland|Austria|"
    r"Switzerland|France|Spain|Portugal|Italy|Netherlands|Belgium|Poland|Sweden|Norway|Denmark|Finland|Canada|Australia|"
    r"New Zealand|India|Singapore|South Africa|Brazil|Brasil|Mexico|CIPD|NVQ|Ofsted|DBS)\b|[£€]\s?\d"
)
"""Countries other than the United States, their money, and bodies that are theirs alone."""
_AT_HOME = re.compile(
    r"\b(?:United States|USA|U\.S\.|[A-Z][a-z]+, (?:A[KLRZ]|C[AOT]|DE|FL|GA|I[ADLN]|K[SY]|LA|M[ADINOST]|N[CDEHJMVY]|O[HKR]|PA|"
    r"RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]))\b"
)


def fits_country(question: str, posting: Posting) -> bool:
    """Whether a question may be asked where the posting places the work."""
    if not _AMERICAN.search(question):
        return True
    place = posting.job_location or ""
    if _AT_HOME.search(place):
        return True
    told = "\n".join((place, *(one.text for one in posting.requirements), *(fact.text for fact in posting.about)))
    return not _ELSEWHERE.search(told)
