"""What stands behind a title: a team of the employer, or the name of an employer that no legal form gives away.

General English vocabulary. Marks of organisations in general are in `playbook.reading.vocabulary`.
"""

from __future__ import annotations

import re

from playbook.reading.titles import TITLE_HEADS, title_weight
from playbook.reading.vocabulary import POST_NOMINALS, is_organisation

_NAME = r"[A-ZÀ-Ý][\w'’À-ÿ.-]*"
_POSSESSIVE = re.compile(r"\b[A-ZÀ-Ý][\w'’À-ÿ-]+(?:['’]s|s['’])(?=\s+[A-ZÀ-Ý&(]|\s*$)")
"""Whoever owns it: "Ardal's Chandlery". "Women's Health" is a ward."""
_OF_PEOPLE = re.compile(
    r"\b(?:(?:wo)?men|child(?:ren)?|ladies|gents|boys|girls|kids|infants?|people|veterans?|teachers?|drivers?|travell?ers)"
    r"['’]s?\b",
    re.IGNORECASE,
)
_THE = re.compile(rf"^The {_NAME}(?: (?:{_NAME}|&|and|of))*$")
_ESTABLISHMENT = re.compile(
    rf"^(?:{_NAME},? |& |and |of |the )+(?:bar|pub|tavern|grill|grille|diner|café|cafe|coffee|roasters|eatery|brewery|brewing|"
    r"brasserie|bistro|restaurant|steakhouse|pizzeria|trattoria|tearoom|lodge|motel|hostel|hotels?|inn|resort|spa|salon|gym|"
    r"cinema|theatre|theater|"
    r"nursery|preschool|kindergarten|crèche|creche|school|academy|college|garage|dealership|supermarket|market|bookshop|bookstore|"
    r"books|florists?|butchers?|bakery|deli|outfitters|transport|trucking|haulage|carriers|mills?|textiles?|airways|railways?|hospice|"
    r"infirmary|orchards?|vineyards?|winery|farms?|nurseries|ranch|boatyard|shipyard|marina|museum|gallery|library|zoo|"
    r"pharmacy|chemist|opticians?|dental|veterinary|vets|surgeries|estates|properties|realty|homes|savings|bancorp|"
    r"cooperative|co-op|charity|shelter|society|club|council|church|parish|diocese)(?: (?:&|and) \w+)?(?: \([^()]*\))?$",
    re.IGNORECASE,
)
"""A name that ends in the kind of house it is."""
_TEAM = re.compile(
    r"\b(?:division|department|dept|team|unit|floor|shift|region|branch|section|desk|line|lines|wards?|programmes?|programs?|"
    r"platforms?|payments?|growth|marketing|sales|operations|finance|engineering|products?|data|security|infrastructure|mobile|web|"
    r"front[- ]?end|back[- ]?end|full[- ]?stack|cloud|devops|research|development|r&d|quality|hr|human resources|people|talent|"
    r"legal|compliance|risk|accounts?|payables?|receivables?|payroll|audit|tax|treasury|procurement|purchasing|supply|warehouse|"
    r"shipping|receiving|production|maintenance|packaging|assembly|facilities|grounds|services?|support|success|stores|"
    r"customer|commercial|corporate|consumer|business|strategy|planning|policy|communications|content|brand|digital|design|"
    r"surgery|surgical|oncology|p(?:a)?ediatrics?|cardiology|cardiac|neuro|neurology|orthopa?edics?|gerontology|renal|"
    r"emergency|intensive|critical|acute|primary|outpatients?|inpatients?|community|theatres?|maternity|labou?r|"
    r"telemetry|step-?down|med[- ]?surg|radiology|rehabilitation|behaviou?ral|mental|health|care|"
    r"icu|nicu|picu|micu|sicu|ccu|ed|er|or|pacu|a&e|l&d|it|qa|ml|ai|ui|ux|crm|sap|erp|fp&a|m&a|smb|b2b|b2c|saas|"
    r"kitchens?|pastry|banquets?|banqueting|events|catering|front of house|back of house|f&b|rooms?|reception|"
    r"menswear|womenswear|footwear|grocery|produce|electronics|home|garden|"
    r"grades?|years?|english|maths|mathematics|science|history|geography|physics|chemistry|biology|music|art|languages|esl|"
    r"first|second|third|nights?|days?|evenings?|weekends?|part[- ]time|full[- ]time|"
    r"emea|apac|latam|americas?|north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|"
    r"southwest|mid-?west|europe|asia|africa|international|national|global|regional)\b",
    re.IGNORECASE,
)
"""Words of which teams, wards, subjects and regions are made."""
_FORCES = re.compile(
    r"^(?:(?:U\.?S\.?A?\.?|United States|British|Royal|Canadian|Australian|Indian|Irish|New Zealand|Singapore) )?(?:[A-Z]\w+ )?"
    r"(?:army|navy|air force|marine corps|marines|coast guard|national guard|space force|armed forces|defence forces?)"
    r"(?: (?:national guard|reserves?))?(?=\s*(?:$|[,(\t|–—-]|\d))",
    re.IGNORECASE,
)
_FUNCTION = re.compile(r"^[A-Z][a-z]{2,}(?:tions?|ments?|istics|ance)(?: (?:&|and) [A-Z][a-z]+)?$")
"""One word for what is done: "Elections", "Transportation"."""
_FIRM = re.compile(rf"^{_NAME}(?: (?:{_NAME}|&|and))+s$")
_SEPARATOR = re.compile(r",\s+|\s+(?:[-–—]|--)\s+")
_LONGEST = 200
"""Letters of a name."""


def behind_title(text: str) -> list[str]:
    """The parts of a title behind its commas and dashes."""
    return [part for part in _SEPARATOR.split(text)[1:] if part]


def names_business(text: str) -> bool:
    """Whether a phrase names an employer by its form: "The Tin Whistle", "Ardal's Chandlery", "Saltmarsh Hotel"."""
    if len(text) > _LONGEST:
        return False  # and what is longer may be anything, which no pattern should be led through
    if is_organisation(text) or names_firm(text):
        return True
    if title_weight(text) and not _POSSESSIVE.search(text):
        return False
    is_owned = bool(_POSSESSIVE.search(text)) and not _OF_PEOPLE.search(text)
    return is_owned or bool(_THE.match(text) or _ESTABLISHMENT.match(text))


def names_forces(text: str) -> bool:
    """Whether a phrase opens with the name of the forces of a country, which employ, whatever its last word is."""
    return _FORCES.match(text) is not None


def names_firm(text: str) -> bool:
    """Whether a phrase is a firm by what its people are, in the plural: "Larkhill Consultants"; or the forces."""
    if names_forces(text):
        return not title_weight(text.rsplit(",", 1)[-1]) or "," not in text
    name = _SEPARATOR.split(text)[0]
    last = name.split()[-1].lower() if name else ""
    return bool(_FIRM.match(name)) and last[:-1] in TITLE_HEADS and last not in TITLE_HEADS


def may_name_employer(text: str) -> bool:
    """Whether a phrase behind a title may be an employer's name: it begins with a capital and is no team, level or licence."""
    if names_business(text):
        return True
    if not text[:1].isupper() or title_weight(text) or _TEAM.search(text) or _FUNCTION.match(text):
        return False
    return not POST_NOMINALS.match(text) or text.isupper()
