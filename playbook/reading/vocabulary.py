"""Words that the grammars know: heads of job titles, marks of organisations, places, languages, post-nominals.

General English vocabulary of resumes and postings. What belongs to one trade or employer stands in the packs.
"""

from __future__ import annotations

import re

TITLE_HEADS = frozenset(
    """accountant actor actuary administrator adviser advisor agent aide ambassador analyst anesthesiologist animator
    apprentice architect archivist artist assembler assistant associate attendant attorney auditor author baker barber
    barista bartender biologist bookkeeper broker builder butcher buyer captain caregiver caretaker carpenter cashier
    chaplain chef chemist chief cleaner clerk clinician coach commis consultant contractor controller cook coordinator
    copywriter correspondent counsel counsellor counselor courier curator dancer dealer deckhand dentist designer
    detective developer director dispatcher doctor dog-walker doorman draftsman drafter driver economist editor educator
    electrician engineer epidemiologist estimator evangelist examiner executive expert fabricator farmer fellow
    firefighter fitter foreman forester founder co-founder cofounder gardener generalist geologist groundskeeper guard
    guide hairdresser handyman head hostess host housekeeper hygienist illustrator inspector installer instructor
    interpreter intern internship investigator janitor journalist judge labourer laborer lead leader lecturer lieutenant
    librarian lifeguard linguist machinist magistrate maintainer manager mason mechanic mediator mentor merchandiser
    midwife minister model moderator musician nanny navigator negotiator nurse nutritionist officer operator optician
    optometrist orderly organiser organizer owner painter paralegal paramedic partner pastor pathologist pharmacist
    phlebotomist photographer physician physicist physiotherapist pilot planner plumber police porter postdoc
    practitioner president principal producer professor programmer proofreader prosecutor psychiatrist psychologist
    publicist purchaser radiographer ranger realtor receptionist recruiter registrar rep representative reporter
    researcher reviewer roofer sailor salesperson salesman saleswoman scheduler scholar scientist secretary sergeant
    server sommelier specialist statistician steward stocker strategist student superintendent supervisor surgeon
    surveyor sysadmin tailor teacher teller technician technologist tester therapist toolmaker trainee member trainer
    translator treasurer tutor underwriter usher veterinarian videographer volunteer waiter waitress waitstaff warden
    welder writer zookeeper cto ceo cfo coo cmo cio vp svp evp avp sde swe sre rn lpn cna bdr sdr lvn emt pa np crna
    sdet hrbp pm tpm ba csm ae tech crew chairperson chair secretary-general owner-operator freelancer paraprofessional
    clerk-typist phlebotomy-technician sous-chef fullstack para-educator paraeducator dishwasher busser line-cook
    hospitalist resident magician ingeniero ingeniera desarrollador desarrolladora enfermera enfermero gerente ingénieur
    infirmière infirmier entwickler leiter leiterin krankenpfleger""".split()  # noqa: SIM905  words read best as one text
)
"""A title ends in one of these, or starts with one ("Head of Growth", "Chef de Partie")."""

_ORGANISATION = re.compile(
    r"""\b(?:inc|llc|llp|ltd|limited|corp|corporation|co|company|gmbh|ag|plc|s\.?a|group|holdings|partners|associates|university|college|school|
    academy|institute|hospital|clinic|medical|health|healthcare|center|centre|bank|hotel|hotels|resort|restaurant|bistro|cafe|café|kitchen|inn|
    foundation|trust|council|department|ministry|agency|bureau|authority|church|district|county|city[ ]of|state[ ]of|air[ ]force|army|navy|
    laboratory|laboratories|labs?|systems|technologies|technology|solutions|software|services|consulting|analytics|industries|
    international|manufacturing|logistics|freight|foods?|motors|airlines|insurance|financial|capital|ventures|media|studios?|press|
    energy|electric|power|construction|builders|stores?|retail|pharmacy|pharmaceuticals|society|association|union|club|museum|library|
    shelter|charity|bakery|farms?|networks?|telecom|digital|global|worldwide|enterprises|works|brothers|sons|&[ ]co)\b\.?""",  # noqa: E501  one pattern
    re.IGNORECASE | re.VERBOSE,
)

_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV "
    "WI WY DC PR ON QC BC AB MB SK NS NB NL PE NSW VIC QLD SA TAS ACT UK USA US UAE"
)
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
    "Bavaria|Hong Kong|Taiwan|Puerto Rico"
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
        (?:{_NAME_WORD}[ ]){{0,3}}{_NAME_WORD},[ ]?(?:{_STATES.replace(" ", "|")}|D\.C\.)(?:,?[ ]\d{{5}}(?:-\d{{4}})?)?(?:,[ ](?:USA?|United[ ]States|Canada|Australia))?
      | (?:(?:{_NAME_WORD}[ ]){{0,3}}{_NAME_WORD},[ ]?){{1,2}}(?:{_REGIONS.replace(" ", "[ ]")})
      | (?:{_REGIONS.replace(" ", "[ ]")}|{_CITIES.replace(" ", "[ ]")})
      | (?:(?:{_NAME_WORD}[ ]){{0,2}}{_NAME_WORD},[ ]?)?(?:Remote|Hybrid|On-?site)(?:,[ ].{{2,30}}|[ ][-–—(/].{{2,30}})?
    )\.?(?:[ ]*\((?:remote|hybrid|on-?site|[A-Z].{{0,30}})\))?(?:[ ]?[/–-][ ]?(?:remote|hybrid|on-?site))?$""",  # noqa: E501  one pattern
    re.VERBOSE,
)
_BARE_CITY = re.compile(rf"^{_NAME_WORD}(?: {_NAME_WORD}){{0,2}}$")
_STATE = re.compile(rf"^(?:{_STATES.replace(' ', '|')}|{_REGIONS}|D\.C\.)(?: \d{{5}})?\.?$")

HUMAN_LANGUAGES = frozenset(
    """afrikaans albanian amharic arabic armenian bengali bosnian bulgarian burmese cantonese catalan chinese creole
    croatian czech danish dari dutch english estonian farsi filipino finnish flemish french gaelic georgian german greek
    gujarati hausa hebrew hindi hmong hungarian icelandic igbo indonesian irish italian japanese kannada khmer korean
    kurdish lao latvian lithuanian macedonian malay malayalam mandarin marathi mongolian nepali norwegian pashto persian
    polish portuguese punjabi romanian russian samoan serbian sinhala slovak slovenian somali spanish swahili swedish
    tagalog tamil telugu thai tigrinya turkish twi ukrainian urdu uzbek vietnamese welsh yiddish yoruba zulu asl español
    francés inglés deutsch englisch französisch anglais espagnol""".split()  # noqa: SIM905  words read best as one text
)
LEVEL_WORDS = re.compile(
    r"^(?:(?:native|fluent|fluency|bilingual|conversational|working|basic|elementary|intermediate|advanced|proficient|"
    r"professional|limited|full|beginner|expert|"
    r"mother|tongue|proficiency|knowledge|level|speaker|reading|writing|written|spoken|and|or|near|business|c[12]|b[12]|"
    r"a[12]|familiar|learning|"
    r"strong|some|\d+\+?|years?|yrs?|experience|certified|heritage|medical|current|good|working knowledge)[ ,/&+-]*)+$",
    re.IGNORECASE,
)
POST_NOMINALS = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,3}\.?[A-Z]{1,5}\.?(?:-[A-Z]{1,3})?\d?|Ph\.?D\.?|M\.?D\.?|J\.?D\.?|Esq\.?|Ed\.?[DSM]\.?|"
    r"[BM]\.?[AS]c?\.?|Pharm\.?D\.?|R\.?N\.?|P\.?E\.?|MBA|[MB]\.?Ed\.?|Dr\.?|CPA|SHRM-S?CP)$"
)
"""One credential after a name: `RN`, `CCRN`, `PMP`, `Ph.D.`."""


def title_weight(text: str) -> int:
    """How much a phrase looks like a job title: 2 where its head is one, 1 where a word of it is, else 0."""
    phrases = re.split(r"\s*[,(/|]\s*|\s[-–—]\s", text)
    weight = 0
    for phrase in phrases:
        words = [word.strip(".()").lower() for word in phrase.split()]
        words = [word for word in words if not re.fullmatch(r"(?:i{1,3}|iv|v|\d|[a-z]{0,3}\d)", word)] or words
        if not words:
            continue
        if _is_head(words[-1]) or any(
            _is_head(word) and words[number + 1] in {"of", "de", "for", "to", "in"} for number, word in enumerate(words[:-1])
        ):
            return 2
        if any(map(_is_head, words)):
            weight = 1
    return weight


def _is_head(word: str) -> bool:
    return word in TITLE_HEADS or (word.endswith("s") and word[:-1] in TITLE_HEADS and len(word) > 3)  # noqa: PLR2004  "vps", not "pas"


def organisation_weight(text: str) -> int:
    """How much a phrase looks like an organisation: 1 where a word marks one, else 0."""
    return 1 if _ORGANISATION.search(text) else 0


def is_place(text: str) -> bool:
    """Whether a phrase is a place by itself: "Bend, Oregon", "Seattle, WA", "Remote"."""
    return len(text) < 60 and bool(_PLACE.match(text.strip())) and not title_weight(text.split(",", 1)[0])  # noqa: PLR2004  longer is a sentence


def is_state(text: str) -> bool:
    """Whether a phrase is a state, a region or a country."""
    return bool(_STATE.match(text.strip()))


def may_be_city(text: str) -> bool:
    """Whether a phrase has the shape of a city: up to three capitalised words that mark no organisation."""
    return bool(_BARE_CITY.match(text.strip())) and not organisation_weight(text) and not title_weight(text)
