"""Whether a question on the law of one country fits where the work is: nobody in Leatherhead is asked about overtime in Ohio.

Only what a posting plainly says of its country counts.
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

_OF_ONE = (
    (
        re.compile(r"\bUnited Kingdom\b|\bEngland\b"),
        re.compile(
            r"\b(?:UK|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|NHS|CQC|Ofsted|DBS|HMRC|HCPC|GCSEs?|"
            r"A[ -][Ll]evels?|CILEX|SRA|SQE[12]?|Lexcel|Civil Procedure Rules|PD ?57AD|Precedent H|Social Work England|"
            r"SIA licen[cs]e|Natasha's Law|Martyn's Law)\b|£\s?\d"
        ),
    ),
    (
        re.compile(r"(?<!Northern )\bIreland\b"),
        re.compile(
            r"(?<!Northern )\bIreland\b|\bIrish\b|\bCo\. [A-Z][a-z]+|\b(?:HIQA|CORU|T[Uu][Ss][Ll][Aa]|QQI|Garda|Leaving Cert)\b"
        ),
    ),
    (
        re.compile(r"\bAustralia\b"),
        re.compile(
            r"\bAustralian?\b|\b(?:NSW|QLD|Queensland|New South Wales|Tasmania|NDIS|AHPRA|TAFE|Fair Work)\b"
            r"|\bVIC \d{4}\b|A\$\s?\d"
        ),
    ),
)
"""What a question says of a country whose law it rests on, and what a posting of that country says."""


def fits_country(question: str, posting: Posting) -> bool:
    """Whether a question may be asked where the posting places the work.

    The law of the United States is asked about where nothing speaks against it; that of another country only where the
    posting names the country, or what is the country's alone.
    """
    place = posting.job_location or ""
    told = "\n".join((place, *(one.text for one in posting.requirements), *(fact.text for fact in posting.about)))
    if any(law.search(question) and not home.search(told) for law, home in _OF_ONE):
        return False
    if not _AMERICAN.search(question) or posting.country == "us" or AT_HOME.search(place):
        return True
    return _RULES.search(told) is not None or (posting.country is None and not ELSEWHERE.search(told))
