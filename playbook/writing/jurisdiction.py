"""Whether a question on the law of one country fits where the work is: nobody in Leatherhead is asked about overtime in Ohio.

Only what a posting plainly says of its country counts; where it says nothing, every question fits.
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


def fits_country(question: str, posting: Posting) -> bool:
    """Whether a question may be asked where the posting places the work."""
    if not _AMERICAN.search(question):
        return True
    place = posting.job_location or ""
    if _AT_HOME.search(place):
        return True
    told = "\n".join((place, *(one.text for one in posting.requirements), *(fact.text for fact in posting.about)))
    return _RULES.search(told) is not None or not _ELSEWHERE.search(told)
