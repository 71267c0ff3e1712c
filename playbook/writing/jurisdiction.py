"""Whether a question on the law of one country fits where the work is: nobody in Leatherhead is asked about overtime in Ohio.

Only what a posting plainly says of its country counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.artifacts.posting import Posting

_AMERICAN = re.compile(r"\bUnited States\b|\bFederal Rules?\b")
_COUNTRIES = (
    r"\b(?:UK(?:&I)?|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|Ireland|Germany|Deutschland|Austria|"
    r"Switzerland|France|Spain|Portugal|Italy|Netherlands|Belgium|Poland|Sweden|Norway|Denmark|Finland|Canada|Australia|"
    r"New Zealand|India|Singapore|South Africa|Brazil|Brasil|Mexico|European Union|Philippines|Nigeria|Kenya|Malaysia)\b"
)
_PROVINCES = (
    r"\b(?:Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|"
    r"Queensland|New South Wales|Tasmania|South Australia|Western Australia|Karnataka|Maharashtra|Tamil Nadu|Telangana|Haryana|"
    r"Gujarat|Kerala|Uttar Pradesh)\b|, (?:ON|BC|AB|MB|SK|QC|NS|NB|NL|VIC|NSW|QLD|TAS)\b"
    r"|\b(?:VIC|NSW|QLD) \d{4}\b|\bCo\. [A-Z][a-z]+"
)
_BODIES = (
    r"\b(?:CIPD|NVQ|Ofsted|DBS|NHS|CQC|HMRC|HCPC|NMC|AfC|GCSEs?|A[ -][Ll]evels?|BTEC|AAT|CIMA|SENCO|MHRA|IR35|QTS|"
    r"VIT registration|Victorian Institute of Teaching|NAPLAN|AHPRA|NDIS|Fair Work|Victorian Curriculum|TAFE|AQF|"
    r"Fáilte Ireland|QQI|Leaving Cert|Garda vetting|TUSLA|Revenue Commissioners|CORU|NMBI|RPN|Red Seal|WHMIS|Transport Canada|"
    r"CILEX|SRA|SQE[12]?|Lexcel|Civil Procedure Rules|HIQA|Social Work England|SIA licen[cs]e|"
    r"PIPEDA|CHRP|AZ licen[cs]e|PoSH|GST(?:/HST|R| returns?| compliance)|Aadhaar|SEBI|PGDM|B\.?Tech|CBSE)\b"
)
"""Papers, bodies and laws that are one country's alone; letters that mean something else in the United States are none."""
_FORMS = (
    r"\b(?:Ltd|plc|Pty|Pvt)\b|\b[A-Z][a-z]+ Limited(?=$|[,.)|]| is\b)"
    r"|(?:[£€₹]|A\$|AU\$|C\$|CA\$|NZ\$|\b(?:AUD|CAD|INR|GBP|EUR) )\s?\d"
    r"|\d\s?(?:LPA|lakhs?|crores?)\b"
)
"""Forms of companies, and money."""
_ELSEWHERE = re.compile(f"{_COUNTRIES}|{_PROVINCES}|{_BODIES}|{_FORMS}")
"""Countries other than the United States, and what is theirs."""
_AT_HOME = re.compile(
    r"(?<!\w)(?:United States|USA|U\.S\.|"
    r"[A-Z][a-z]+, (?:A[KLRZ]|C[AOT]|DE|FL|GA|I[ADLN]|K[SY]|LA|"
    r"M[ADINOST]|N[CDEHJMVY]|O[HKR]|PA|"
    r"RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|"
    r"Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|"
    r"Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|"
    r"Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    r"Wisconsin|Wyoming|, Georgia)\b"
)
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
    told = "\n".join(
        (posting.job_location or "", *(one.text for one in posting.requirements), *(fact.text for fact in posting.about))
    )
    if any(law.search(question) and not home.search(told) for law, home in _OF_ONE):
        return False
    if not _AMERICAN.search(question):
        return True
    place = posting.job_location or ""
    if _AT_HOME.search(place):
        return True
    return _RULES.search(told) is not None or not _ELSEWHERE.search(told)
