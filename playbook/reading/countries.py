"""Of which country the law is where a posting places the work, by what it plainly says: places, money, bodies, papers.

Two answers only: the United States, whose rules the packs ask about by name, or elsewhere. Whether a question fits is for
`playbook.writing.jurisdiction`; what English a case is written in is for `playbook.knowledge.spelling`.
"""

from __future__ import annotations

import re
from typing import Literal

Country = Literal["us", "elsewhere"]

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
    r"PIPEDA|CHRP|AZ licen[cs]e|PoSH|GST(?:/HST|R| returns?| compliance)|Aadhaar|SEBI|PGDM|B\.?Tech|CBSE|"
    r"SRA|Solicitors Regulation Authority|"
    r"CILEX|CILEx|SQE[12]?|Lexcel|Law Society|Investors in People|Disability Confident|HIQA|PPS number|IOSH|"
    r"NEBOSH|RTITB|ITSSAR|Civil Procedure Rules|Social Work England|SIA licen[cs]e|"
    r"CSCS|National Insurance|MSIC|WHS Act|National Police Check|Working [Ww]ith Children Check|AODA|RBI|NPCI|AutoPay)\b"
)
"""Papers, bodies and laws that are one country's alone; letters that mean something else in the United States are none."""
_FORMS = (
    r"\b(?:Ltd|plc|Pty|Pvt)\b|\b[A-Z][a-z]+ Limited(?=$|[,.)|]| is\b)"
    r"|(?:[£€₹]|A\$|AU\$|C\$|CA\$|NZ\$|\b(?:AUD|CAD|INR|GBP|EUR) )\s?\d"
    r"|\d\s?(?:LPA|lakhs?|crores?)\b"
)
"""Forms of companies, and money."""
ELSEWHERE = re.compile(f"{_COUNTRIES}|{_PROVINCES}|{_BODIES}|{_FORMS}")
"""Countries other than the United States, and what is theirs."""
AT_HOME = re.compile(
    r"(?<!\w)(?:United States|USA|U\.S\.|"
    r"[A-Z][a-z]+, (?:A[KLRZ]|C[AOT]|DE|FL|GA|I[ADLN]|K[SY]|LA|"
    r"M[ADINOST]|N[CDEHJMVY]|O[HKR]|PA|"
    r"RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|"
    r"Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|"
    r"Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|"
    r"Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    r"Wisconsin|Wyoming|[A-Z][a-z]+, Georgia)\b"
)
_PLAIN = re.compile(
    rf"{_PROVINCES}|{_BODIES}|{_FORMS}"
    rf"|\b(?:right|eligible|entitled|authori[sz]ed) to (?:live and )?work in (?:the )?{_COUNTRIES}"
    r"|\bbank holidays?\b|\+ super\b|\bsuperannuation\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b"
    r"|\b(?:Australian|Irish|UK) working rights"
)
"""What a posting says of its own country; the name of another one may be that of a client."""
_PLAIN_AT_HOME = re.compile(
    r"\b401\(?k\)?|\b403\(?b\)?|\bE-?Verify\b|\bprotected veteran\b|\bI-9\b|\bFLSA\b|\bW-2\b"
    r"|\b(?:work|employment) in the (?:U\.?S\b|United States)"
    r"|\bauthori[sz]ed to work in the (?:U\.?S\b|United States)"
)
"""What only employers in the United States speak of."""


def country_of(text: str, place: str | None) -> Country | None:
    """The country of a posting by its place or else its whole text; `None` where nothing plain, or as much of both, is said."""
    if place and AT_HOME.search(place):
        return "us"
    if place and ELSEWHERE.search(place):
        return "elsewhere"
    theirs, ours = (len({found.group() for found in signs.finditer(text)}) for signs in (_PLAIN, _PLAIN_AT_HOME))
    ours += len({found.group() for found in AT_HOME.finditer(text)})
    return None if theirs == ours else "elsewhere" if theirs > ours else "us"
