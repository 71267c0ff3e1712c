"""Words that the grammars know: marks of organisations, places, languages, post-nominals. Titles have a module of their own.

General English vocabulary of resumes and postings. What belongs to one trade or employer stands in the packs.
"""

from __future__ import annotations

import re

from playbook.knowledge.recall import recalled
from playbook.reading.titles import title_weight

_ORGANISATION = re.compile(
    r"""\b(?:inc|llc|llp|ltd|limited|corp|corporation|co|company|gmbh|mbh|ag|ab|nv|bv|kg|sarl|sas|spa|oy|ltda|e\.v|plc|s\.?a|group|holdings|partners|associates|university|college|school|
    academy|institute|hospital|clinic|medical|health|healthcare|center|centre|bank|hotel|hotels|resort|restaurant|bistro|cafe|café|kitchen|inn|
    foundation|trust|council|department|ministry|agency|bureau|authority|church|district|county|city[ ]of|state[ ]of|air[ ]force|army|navy|
    laboratory|laboratories|labs?|systems|technologies|technology|solutions|software|services|consulting|analytics|industries|
    international|manufacturing|logistics|freight|foods?|motors|airlines|insurance|financial|capital|ventures|media|studios?|press|
    energy|electric|power|construction|builders|stores?|retail|pharmacy|pharmaceuticals|society|association|union|club|museum|library|lycée|collège|office(?=$|[,(])|clínica|clinique|klinik(?:um)?|krankenhaus|hôpital|colegio|escuela|école|schule|banco|banque|empresa|entreprise|grupo|groupe|gruppe|hermanos|frères|gebrüder|ayuntamiento|mairie|universidad|université|universität|instituto|cooperative|
    shelter|charity|bakery|farms?|networks?|telecom|digital|global|worldwide|enterprises|works|brothers|sons|&[ ]co)\b\.?""",  # noqa: E501  one pattern
    re.IGNORECASE | re.VERBOSE,
)

_CERTAIN = re.compile(
    r"\b(?:inc|llc|llp|ltd|limited|corp|corporation|company|gmbh|plc|group|holdings|university|college|hospital|bank|clinic|trust|"
    r"council|authority|foundation|department of|ministry|agency|institute|associates|church)\b",
    re.IGNORECASE,
)

_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV "
    "WI WY DC PR ON QC BC AB MB SK NS NB NL PE NSW VIC QLD SA TAS ACT UK USA US UAE"
)
_STATES_CUT_SHORT = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|N\\.H|N\\.J|"
    "N\\.M|N\\.Y|N\\.C|N\\.D|Okla|Ore|Pa|Penna?|R\\.I|S\\.C|S\\.D|Tenn|Tex|Va|Vt|Wash|Wisc?|W\\. ?Va|Wyo|Ont|Que|Qld|Vic|"
    "Tas|D\\.C"
)
"""States as newspapers write them, behind a town: "St. Cloud, Minn."."""
_REGIONS = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    "Indiana|Iowa|Kansas|Kentucky|"
    "Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|"
    "New Hampshire|New Jersey|New Mexico|"
    "New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|"
    "Tennessee|Texas|Utah|Vermont|"
    "Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|Manitoba|Nova Scotia|"
    "England|Scotland|Wales|"
    "Northern Ireland|Ireland|Germany|France|Spain|Portugal|Italy|Netherlands|The Netherlands|Belgium|Switzerland|"
    "Austria|Poland|Sweden|Norway|Denmark|"
    "Finland|Greece|Turkey|Israel|India|China|Japan|Singapore|Malaysia|Philippines|Indonesia|Vietnam|Thailand|"
    "South Korea|Korea|Australia|New Zealand|"
    "Canada|Mexico|Brazil|Argentina|Chile|Colombia|Peru|Nigeria|Kenya|Ghana|Egypt|South Africa|Morocco|United States|"
    "United States of America|"
    "United Kingdom|Great Britain|United Arab Emirates|Saudi Arabia|Pakistan|Bangladesh|Ukraine|Romania|Czech Republic|"
    "Czechia|Hungary|"
    "Bavaria|Hong Kong|Taiwan|Puerto Rico|"
    "(?:Co\\.?|County) (?:Antrim|Armagh|Carlow|Cavan|Clare|Cork|Derry|Donegal|Down|Dublin|Durham|Fermanagh|Galway|Kerry|"
    "Kildare|Kilkenny|Laois|Leitrim|Limerick|Longford|Louth|Mayo|Meath|Monaghan|Offaly|Roscommon|Sligo|Tipperary|Tyrone|Waterford|"
    "Westmeath|Wexford|Wicklow)"
    # Counties that a British address ends in.
    "|(?:North|South|East|West) (?:Yorkshire|Sussex|Midlands)|[A-Z][a-z]{2,}shire|Kent|Essex|Surrey|Norfolk|Suffolk|Devon"
    "|Cornwall|Dorset|Somerset|Cumbria|Merseyside|Tyne and Wear|Tyne & Wear|Greater Manchester|Greater London"
)
_CITIES = (
    "New York City|NYC|London|Paris|Berlin|Munich|Hamburg|Madrid|Barcelona|Lisbon|Porto|Amsterdam|Rotterdam|Brussels|"
    "Zurich|Geneva|Vienna|Dublin|Cork|"
    "Edinburgh|Glasgow|Manchester|Birmingham|Leeds|Bristol|Liverpool|Milan|Rome|Stockholm|Oslo|Copenhagen|Helsinki|"
    "Warsaw|Prague|Budapest|Bengaluru|"
    "Bangalore|Mumbai|Delhi|New Delhi|Hyderabad|Chennai|Pune|Toronto|Vancouver|Montreal|Ottawa|Calgary|Sydney|"
    "Melbourne|Brisbane|Auckland|Tokyo|"
    "Shanghai|Beijing|Dubai|Tel Aviv|Lagos|Nairobi|Cape Town|Johannesburg|São Paulo|Mexico City|Buenos Aires|Seattle|"
    "Portland|San Francisco|"
    "Los Angeles|San Diego|San Jose|Oakland|Sacramento|Denver|Boulder|Austin|Dallas|Houston|San Antonio|Chicago|Boston|"
    "Philadelphia|Pittsburgh|Atlanta|"
    "Miami|Orlando|Tampa|Nashville|Memphis|Charlotte|Raleigh|Detroit|Cleveland|Columbus|Cincinnati|Minneapolis|"
    "St\\.? Louis|Kansas City|New Orleans|Phoenix|"
    "Las Vegas|Salt Lake City|Baltimore|Milwaukee|Indianapolis|San Francisco Bay Area|Bay Area|"
    "Greater [A-Z]\\w+(?: [A-Z]\\w+)? Area|Remote|Hybrid|On-?site|Nationwide"
)
_NAME_WORD = r"[A-ZÀ-Ý][\w'’.À-ÿ-]*"
_PLACE = re.compile(
    rf"""^(?:
        (?:{_NAME_WORD}[ ]){{0,3}}{_NAME_WORD},[ ]?(?:{_STATES.replace(" ", "|")}|(?:{_STATES_CUT_SHORT.replace(" ", "[ ]")})\.?)(?:,?[ ]\d{{5}}(?:-\d{{4}})?)?(?:,?[ ](?:USA?|United[ ]States|Canada|Australia))?
      | (?:(?:{_NAME_WORD}[ ]){{0,3}}{_NAME_WORD},[ ]?){{1,2}}(?:{_REGIONS.replace(" ", "[ ]")})
      | (?:(?:{_NAME_WORD}[ ]){{0,2}}{_NAME_WORD},[ ])?(?:{_REGIONS.replace(" ", "[ ]")})[ ]Area
      | (?:{_NAME_WORD}[ ]){{0,3}}{_NAME_WORD}[ ]?/[ ]?[A-Z]{{2}}
      | (?:{_REGIONS.replace(" ", "[ ]")}|{_CITIES.replace(" ", "[ ]")})
      | (?:(?:{_NAME_WORD}[ ]){{0,2}}{_NAME_WORD},[ ]?)?(?:Remote|Hybrid|On-?site)(?:,[ ].{{2,30}}|[ ][-–—(/].{{2,30}})?
    )\.?(?:[ ]*\((?:remote|hybrid|on-?site|[A-Z].{{0,30}})\))?(?:[ ]?[/–-][ ]?(?:remote|hybrid|on-?site))?$""",  # noqa: E501  one pattern
    re.VERBOSE,
)
_COUNTRY = re.compile(
    r"^(?:USA?|UK|United Kingdom|United States(?: of America)?|Canada|Mexico|Germany|France|Spain|Brazil|India|"
    r"Australia|Ireland)\.?$"
)
_BARE_CITY = re.compile(rf"^{_NAME_WORD}(?: {_NAME_WORD}){{0,2}}$")
_STATE = re.compile(rf"^(?:{_STATES.replace(' ', '|')}|{_REGIONS}|{_STATES_CUT_SHORT})(?: \d{{5}})?\.?$")
_WHERE = re.compile(rf"\s(?:{_STATES.replace(' ', '|')})(?: \d{{4,5}})?$|\brelocat|\s[-–—]?\s?\d{{5,6}}$")

LEVEL_WORDS = re.compile(
    r"^(?:(?:native|fluent|fluency|bilingual|conversational|working|basic|elementary|intermediate|advanced|proficient|"
    r"professional|limited|full|beginner|expert|"
    r"mother|tongue|proficiency|knowledge|level|speaker|reading|writing|written|spoken|and|or|near|business|c[12]|b[12]|"
    r"a[12]|familiar|learning|"
    r"strong|some|\d+\+?|years?|yrs?|experience|certified|heritage|medical|current|good|working knowledge)[ ,/&+-]*)+$",
    re.IGNORECASE,
)
POST_NOMINALS = re.compile(
    r"^(?:[A-Z]{1,4}(?:\([A-Z]{1,4}\))+|[A-Z][A-Za-z]{0,3}\.?[A-Z]{1,5}\.?(?:-[A-Z]{1,3})?\d?|Ph\.?D\.?|M\.?D\.?|J\.?D\.?|Esq\.?|"
    r"Assoc\.?|[CI]Eng|[A-Z]{1,4}(?:Mech|Chem|Struct)E|Ed\.?[DSM]\.?|"
    r"[A-Z][a-z]{0,4}(?:\.[A-Z][A-Za-z]{0,4}){1,3}\.?|"
    r"(?:[MBF](?:R|Clin)?|Dip|PGDip)Pharm[A-Z]{0,2}|M(?:Eng|Chem|Phys|Math|Nurs|Biol|Sci|Res|Phil|Arch|Mus)|B(?:Eng|Nurs|Mus|Arch|Com)|"
    r"(?:P[Gg])?(?:Dip|Cert)[A-Z][A-Za-z]{0,3}|PgDip|PgCert|"
    r"[BM]\.?[AS]c?\.?|Pharm\.?D\.?|R\.?N\.?|P\.?E\.?|MBA|[MB]\.?Ed\.?|Dr\.?|CPA|SHRM-S?CP)$"
)
"""One credential after a name: `RN`, `CCRN`, `PMP`, `Ph.D.`, `P.Eng.`."""


ENDS_ABBREVIATED = re.compile(
    rf", (?:{_STATES_CUT_SHORT})\.$|"
    r"\b(?:Inc|Ltd|Co|Corp|Cos|LLC|Plc|U\.S|U\.K|Depts?|Div|Assocs?|Assn|Assoc'n|Univ|Coll|Sch|Elem|Acad|Inst|Auth|Dist|Mfg|Bros|"
    r"Int['’]?l|Nat['’]?l|Reg['’]?l|Ctr|Cntr|Hosp|Med|St|Ste|Ave|Rd|Blvd|Bldg|Pvt|Pty|Pte|Govt|Gov['’]?t|Svcs?|Mgmt|Grp|Inds?|Prods?|"
    r"Sys|Labs?|Engr|Eng|Constr|Equip|Transp|Elec|Mech|Bd|Comm|Twp|Cty|Cnty|Cie|Jr|Sr|Hon|Asst|Exec)\.$"
)
"""The end of a name that closes with an abbreviation and no sentence: "Dept.", "Bros."."""


IN_TITLES = (
    "Acad Admin Admn Asst Assoc Assn Bldg Bros Capt Cert Chem Cntr Comm Constr Coord Corp Cpl Ctr Dept Depts Dev Dist Div Elec "
    "Eng Engr Env Equip Exec Gen Gov Hosp Inc Ind Inst Intl Jnr Lab Ltd Maint Mech Med Mfg Mgmt Mgr Mktg Natl Ops Prod Prof "
    "Pty Pvt Reg Rep Sch Sec Sgt Snr Spec Struct Supv Svc Svcs Sys Tech Temp Transp Univ Whse"
)
"""Words cut short inside titles and names, of three letters and more: a stop behind them ends no sentence."""


def organisation_weight(text: str) -> int:
    """How much a phrase looks like an organisation: 1 where a word marks one, else 0."""
    return 1 if _ORGANISATION.search(text) else 0


def is_organisation(text: str) -> bool:
    """Whether a phrase names an organisation for sure: by its legal form, or as a school, a hospital, a bank."""
    return bool(_CERTAIN.search(text))


@recalled(most=4096)
def is_place(text: str) -> bool:
    """Whether a phrase is a place by itself: "Bend, Oregon", "Seattle, WA", "Remote"."""
    text = text.strip()
    if len(text) >= 60 or not _PLACE.match(text):  # noqa: PLR2004  longer is a sentence
        return False
    parts = text.split(", ")
    # "Halvorsen Marine, Seattle, Washington" ends in a place; "Seattle, Washington, USA" is one.
    is_whole = len(parts) < 3 or bool(_STATE.match(parts[-2])) or bool(_COUNTRY.match(parts[-1]))  # noqa: PLR2004  city, state
    may_employ = len(parts) > 2 or (len(parts) > 1 and not _STATE.match(parts[-1]))  # noqa: PLR2004  "Union City, NJ" is a city
    is_city = not title_weight(parts[0]) and not (may_employ and organisation_weight(parts[0]))
    return is_whole and is_city


def is_state(text: str) -> bool:
    """Whether a phrase is a state, a region or a country."""
    return bool(_STATE.match(text.strip()))


def says_where(text: str) -> bool:
    """Whether a line says where somebody lives or moves, in a form that is no plain place: "Columbus OH", "Pune - 411045"."""
    return bool(_WHERE.search(text))


def may_be_city(text: str) -> bool:
    """Whether a phrase has the shape of a city: up to three capitalised words that mark no organisation."""
    return bool(_BARE_CITY.match(text.strip())) and not organisation_weight(text) and not title_weight(text)
