"""Degrees, courses and schools as English, Spanish, German, French and Portuguese name them.

Patterns alone; what an entry of education is made of is for `playbook.reading.education`.
"""

from __future__ import annotations

import re

_FIELDS = (
    "science|arts|fine arts|business administration|applied science|applied arts|engineering|education|laws?"
    "|nursing(?: practice)?|"
    "music|architecture|social work|public health|public administration|public policy|philosophy|medicine|technology|commerce"
    "|design|"
    "pharmacy|library science|divinity|physical therapy|theology|dental surgery|veterinary medicine|psychology|accounting|"
    "information systems|international affairs|research|studies|general studies|computer applications|planning|teaching|surgery"
)
# Abbreviations are told by their capitals; a word such as "ma" or "as" is none.
_LETTERS = (
    r"BBA|BSN|BFA|BEng|B\.?Eng\.?|B\.?Ed\.?|B\.?Sc\.?|B\.?S\.?(?:[ ]?/[ ]?B?\.?[AS]\.?)?|B\.?A\.?(?:Sc\.?)?|BAS|B\.?Com\.?"
    r"|B\.?Tech\.?|"
    r"BS(?:BA|CE|CS|EE?|ET|HA|IE|IS|IT|ME)|MS(?:BA|CE|CS|EE?|F|IE|IS|IT|ME)|BCA|MCA|BCE|BMS|BPhys|BNurs(?:ing)?|BOptom|BCL|"
    r"BBS|B\.?Arch\.?|BHSc|B\.?Pharm\.?|BDS|BVSc|MBBS|MBChB|MB[ ]BCh|BMus|BSW|B\.F\.A\.|B\.B\.A\.|B\.S\.N\.|LL\.?[BM]\.?|"
    r"MBA|M\.B\.A\.|EMBA|MSN|M\.S\.N\.|MFA|M\.F\.A\.|M\.?Eng\.?|M\.?Ed\.?|M\.?Sc\.?|M\.?S\.?W?\.?|M\.?A\.?T?\.?|MPH|M\.P\.H\."
    r"|MPA|MPP|M\.?Phil\.?|M\.?Tech\.?|"
    r"M\.?Arch\.?|MLIS|MLS|MRes|MChem|MPhys|MMath|MSci|MBiol|MGeol|MOptom|M\.?Pharm\.?|MASc|MAcc|MFin|MMus|M\.?Com\.?|MHA|MSEd|"
    r"Ph\.?\s?D\.?|D\.?Phil\.?|DNP|Ed\.?D\.?|J\.?D\.?|M\.?D\.?|D\.?O\.?|Pharm\.?D\.?|D\.?D\.?S\.?|DMD|DVM|DPT|DBA|PsyD"
    r"|Psy\.D\.|"
    # With a stop behind each letter none is taken for a word: "B.E.", "B.C.E.", "M.C.A.", "A.S.".
    r"[BM]\.E\.|[BM]E(?=[ ](?:\(|in\b|[A-Z][a-z]+[ ](?:&|and|[A-Z]))|,[ ](?:[A-Z][a-z]+[ ]){0,2}Engineering)"
    r"|[BM]\.(?:[A-Z][a-z]{0,2}\.){2,3}(?![ ][A-Z][a-z]+,)|A\.[AS]\.|"
    r"[BM]\.[ ]?[A-Z][a-z]{1,3}\.(?:[ ]?[A-Z][a-z]{0,3}\.){1,2}(?![ ][A-Z][a-z]+,)|"
    r"A\.?A\.?S\.?|A\.?A\.?|A\.?S\.?(?=\s(?:in|of|degree|[A-Z]))|ADN|GED|HND|HNC|PGCE|PGDE|PG[ ]?Dip|PG[ ]?Cert|NVQ|BTEC|SVQ"
    r"|GCSEs?|GNVQ|O[ -]?[Ll]evels?|"
    r"IGCSEs?|DipHE|CertHE|FdSc|FdA|CAPES?|BTS|BTSA|DUT|BUT(?=\s[A-Z][a-zà-ÿ])|DEUG|DESS|BEP|CAP(?=\s[A-Z])|ESO|HBO|MBO|HTL"
    r"|A[ -]?[Ll]evels?|AS[ -][Ll]evels?"
)
_WORDS = rf"""
    (?:associates?(?![ ]of[ ]the)|bachelors?|masters?|doctors?|doctorate|magister|licentiate)(?:['’]s)?(?:[ ](?:degree|diploma)(?:[ ]of[ ](?:{_FIELDS}))?|[ ]of[ ](?:{_FIELDS})|(?=\s*(?:,|:|[-–—(]|in\b|en\b|of\b|de\b|\d|$)))
    (?:[ ]degree)?(?:[ ]\([A-Z][\w. ]{{1,8}}\))?
  | (?:máster|mestrado|maestr[íi]a|mastère|master(?=[ ](?:universitario|oficial|pro\w*|recherche|spécialisé|m[ée]tiers|droit|[12]\b)))(?=\W|$)(?:[ ](?:universitario|profissional|oficial|professionnel|recherche|spécialisé))?
  | (?:university|advanced|graduate|postgraduate|post-graduate|national|higher[ ]national|professional|foundation|college)[ ](?:diploma|certificate|degree)
  | certificate(?=[ ](?:in|of|programme?|iii?|iv|course)\b|,|[ ]program) | (?:[\w-]{{1,30}}[ ]){{0,3}}certificate[ ]programme?
  | high[ ]school[ ](?:diploma|degree|equivalency|certificate) | secondary[ ]school[ ](?:diploma|certificate) | school[ ]leaving[ ]certificate
  | leaving[ ]certificate | diploma | undergraduate[ ]degree | (?:degree|coursework|studies)(?=[ ]in\b) | degree
  | baccalaur[ée]at(?:e)? | bac(?=[ ](?:pro|techno|[SL]|ES|STMG|\+\d)\b) | (?<![a-z][ ])licence(?=[ ](?!(?:no|number|holder|\#))\w|$) | ma[îi]trise | dipl[ôo]me | brevet | doctorat | agr[ée]gation | ing[ée]nieure?
  | licenciatura | licenciad[oa] | lic\.(?=[ ]en\b) | grado(?=[ ](?:en|universitario|medio|superior)) | graduad[oa](?=[ ]en) | ingenier[íi]a | bachillerato | bachiller
  | t[ée]cnic[oa](?=[ ](?:superior|em|en|de|medio|profissional|profesional)) | t[ée]cnico | diplomad[oa] | diplomatura | doctorado | segunda[ ]especialidad | especialidad | posgrado | postgrado
  | especializa[çc](?:ão|ao) | especializaci[óo]n | formaci[óo]n[ ]profesional | ciclo[ ]formativo | tecn[óo]log[oa](?=\W|$) | educaci[óo]n[ ]secundaria | selectividad
  | bacharelado | bacharel | ensino[ ](?:m[ée]dio|fundamental|superior) | p[óo]s-gradua[çc][ãa]o | gradua[çc][ãa]o | curso[ ]t[ée]cnico | curso[ ]superior | doutorado | doutoramento
  | diplom(?:-?\w+)? | (?:1\.|2\.|erstes|zweites)?[ ]?staatsexamen | abitur | fachabitur | (?:fach)?hochschulreife | mittlere[ ]reife | realschulabschluss | hauptschulabschluss | fachoberschule
  | (?:\w+)?meister(?:in|brief|prüfung)?(?=\W|$) | (?:\w+)?ausbildung(?=[ ](?:zum|zur|als)|$) | lehre[ ](?:als|zum|zur) | umschulung | gesell(?:enbrief|in|e)(?=\W|$) | promotion | (?:geprüfte[r]?)[ ]\w+(?:fachwirt|techniker)\w*
  | matura | magisterstudium | studium | habilitation(?=[ ]à[ ]diriger)
  | juris[ ]doctor | (?:[\w-]{{1,30}}[ ]){{0,2}}apprenticeship | bootcamp | minor(?=[ ]in\b) | exchange[ ](?:semester|year|programme?|student) | study[ ]abroad | semester[ ]abroad
  | standard[ ]grades? | (?:advanced[ ])?highers | national[ ]5s? | city[ ](?:&|and)[ ]guilds(?:[ ]level[ ]\d)? | laurea(?:[ ]\w+)? | \d{{1,2}}[ ]gcses?
"""  # noqa: E501  one pattern
DEGREE = re.compile(rf"(?<![\w.])(?:(?i:{_WORDS})|{_LETTERS})(?![\w])", re.VERBOSE)
"""A degree, a diploma, or a vocational training that ends in one."""
LETTERS = re.compile(rf"^(?:{_LETTERS})(?:\s?\([Hh]ons?\.?\))?$", re.VERBOSE)
"""The letters of a degree alone: `PhD`, `B.Sc.`."""
COURSE = re.compile(
    r"\b(?:course|seminar|workshop|training|program(?:me)?|bootcamp|apprentice(?:ship)?|fellowship|residency|lehrgang|schulung"
    r"|kurs|"
    r"seminar|weiterbildung|fortbildung|cours|stage|formation|curso|taller|diplomado|capacitaci[óo]n|formaci[óo]n|seminario"
    r"|oficina|"
    r"treinamento|nanodegree|specialization|certificat[eo]?s?|coursework|semester|exchange)\b",
    re.IGNORECASE,
)
"""What is taught in less time than a degree."""
_SCHOOL_WORDS = (
    r"university|universit[àéäa]t?(?:ea|y)?|universidade?|universit[ée]s?|universiteit|universitet|colleges?|colegio"
    r"|col[ée]gio|coll[èe]ge|"
    r"schools?|[a-zäöü]*schule|instituto?|institute|institutet?|academy|academia|akademie|acad[ée]mie|accademia|polytechnic"
    r"|polytechnique|"
    r"politécnic[ao]|politecnico|conservatory|conservatoire|conservatorio|lyc[ée]e|ysgol|scoil|gymnasium|liceo|bootcamp|seminary|seminario"
    r"|[ée]cole|"
    r"escola|escuela|facultad|faculdade|facult[ée]|faculty|handwerkskammer|[a-z]*kolleg|sixth form|c[ée]gep|"
    r"(?:training|apprenticeship|career|learning) cent(?:er|re)|adult (?:learning|education)|community education"
    r"|high(?=\s*(?:$|[,(\t|]))"
)
SCHOOL = re.compile(
    rf"(?<!\w)(?:(?i:{_SCHOOL_WORDS})|(?:[A-Z][\w.'’-]{1, 30} ){1, 4}Tech|IUT|IES|UFR|INSA|ENSA?|AFPA|IHK|HWK|SENAI|SENAC|SENA"
    rf"|ETEC|FATEC"
    rf"|[Uu]niv\.|U(?:Mass|Conn|Penn)\b"
    rf"|(?:San [A-Z][a-z]+|[A-Z][a-z]+|NC) (?:State|A&M)(?=\s*(?:$|[,;|(\t–—-]|\d))"
    rf"|(?:UC|UT|UNC|UW|SUNY|CUNY) [A-Z][a-z]+(?: [A-Z][a-z]+)?"
    rf"|UCLA|USC|NYU|UCL|LSE|KCL|UWE|UEA|SOAS|UBC|UNSW|RMIT|QUT|UTS|ANU|NUS|NTU|Caltech|Cal Poly"
    rf"|John Moores|Goldsmiths|Birkbeck"
    rf"|MIT|IIT|NIT|IIM|IISc|BITS|TAFE|ETH|EPFL|"
    r"TU(?= [A-Z])|FH(?= [A-Z])|USP)(?!\w)"
)
"""A place of learning."""
_FOR_SCHOOLS = re.compile(r"\b(?:for|in) (?i:schools|colleges|universities|academies)\b")
"""For whom a course is made: "GDPR for Schools" was taken at none."""
_STATE = frozenset({"MA", "MD", "MS", "AS", "BS", "ME"})
_BEFORE_STATE, _AFTER_STATE = re.compile(r",\s*$"), re.compile(r"\s*(?:$|[|\t;(·]|\d{5}|-\s)")


_BEHIND_TITLE = re.compile(r"\w\s$")
_OF_FIELD = re.compile(r"\s*(?:in|of|en|de)\b", re.IGNORECASE)
"""What tells the degree from the grade of a certificate: "Data Analyst Associate, 2023"."""


def find_degree(text: str) -> re.Match[str] | None:
    """The first degree that a line names; the state in "Boston, MA" is none."""
    for match in DEGREE.finditer(text):
        is_state = match[0] in _STATE and _BEFORE_STATE.search(text[: match.start()]) and _AFTER_STATE.match(text, match.end())
        is_grade = match[0].lower() == "associate" and _BEHIND_TITLE.search(text[: match.start()])
        if not is_state and not (is_grade and not _OF_FIELD.match(text, match.end())):
            return match
    return None


def names_school(text: str) -> bool:
    """Whether a line names a place of learning, the "school" of "high school diploma" aside."""
    text = _FOR_SCHOOLS.sub(" ", text)
    degree = find_degree(text)
    return bool(SCHOOL.search(text[: degree.start()] + " , " + text[degree.end() :] if degree else text))
