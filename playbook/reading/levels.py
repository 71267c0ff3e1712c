"""How senior a role is: from the words of its title, else from its grade, else from the years that the posting asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.artifacts.posting import Level
from playbook.reading.experience import NUMBER_WORDS
from playbook.reading.titles import title_weight

_CUES: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        "intern",
        re.compile(
            r"\b(?:intern(?:ship)?|working student|werkstudent(?:in)?|co-?op|placement student|praktikant(?:in)?|praktikum|"
            r"stagiaire|"
            r"stage de|becari[oa]|prácticas|practicante|estágio|estagiári[oa])\b",
            re.IGNORECASE,
        ),
    ),
    (
        "executive",
        re.compile(
            r"\b(?:vice president|s?vp|evp|avp|president|c[efotimpsrh]+o|chief (?!of staff|resident|nurse anesthetist|"
            r"engineer\b)\w+|"
            r"(?<!assistant )(?<!asst )(?<!asst\. )(?<!store )(?<!shop )(?<!branch )(?<!club )(?<!camp )"
            r"director(?! of photography)|"
            r"general counsel|managing partner|(?:school|district) superintendent|superintendent of|geschäftsführer(?:in)?|"
            r"vorstand|"
            r"directora? (?:general|ejecutiv[oa]|financier[oa])|directeur (?:général|financier)|directrice (?:générale|"
            r"financière)|diretora? (?:geral|executiv[oa]|financeir[oa]))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "lead",
        re.compile(
            r"\b(?:lead|principal|superintendent|\w*leiter(?:in)?|küchenchef(?:in)?|chef de cuisine|meister(?:in)?|jef[ea]|"
            r"encargad[oa]|responsable|gerente|"
            r"directora?|directeur|directrice|diretora?|coordenador|supervisora?|headteacher|head ?master|"
            r"headmistress|staff (?=engineer|software|scientist|"
            r"designer|machine|data|product|site)|head|"
            r"supervisor|foreman|general manager|(?:assistant|asst\.?|store|shop|branch|club|camp) director|"
            r"(?:area|cluster|divisional|zone|multi-?site|cent(?:re|er)|nursery|hotel|depot|site|department|"
            r"engineering|nurse|nursing|sales|store|shop|restaurant|kitchen|operations|office|branch|plant|clinic|"
            r"team|people|development|regional|district|"
            r"service|warehouse|construction|production|support|finance|hr|facilities) manager|executive chef|architect|"
            r"distinguished|sergeant)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "senior",
        re.compile(
            r"\b(?:senior(?! (?:school|college|high|living|care|cent(?:er|re)|citizens?|housing|"
            r"services))|sr\.?|iii|iv|experienced|advanced|level [34]|expert|sénior|sênior|confirmée?|expérimentée?)(?![\w])",
            re.IGNORECASE,
        ),
    ),
    (
        "entry",
        re.compile(
            r"\b(?:junior(?! (?:school|college|high|primary|infant|kindergarten|secondary))|"
            r"jr\.?|entry[- ]level|graduate|new grad|trainee|apprentice|early[- ]career|level 1|commis|júnior|"
            r"débutante?|auszubildende[rn]?|azubi|ausbildung zum|ausbildung zur|aprendiz|apprentie?|alternante?|auxiliar|"
            r"berufseinsteiger|preceptorship|aide|"
            r"residency(?! (?:program(?:me)? )?(?:coordinator|manager|director|administrator|educator|lead)))(?![\w])|"
            r"(?<=\w )I(?=$|[\s,:)(-])",
            re.IGNORECASE,
        ),
    ),
    ("mid", re.compile(r"\b(?:ii|mid[- ]level|intermediate|level 2|sous chef|plen[oa])\b", re.IGNORECASE)),
)
_ENTRY = re.compile(r"\bentry[- ]level\b", re.IGNORECASE)
"""What a title says of itself, whatever else it is: "Area Manager (Entry Level Leader)"."""
_BOSS = re.compile(
    r"(?i:\b(?:to|for|supporting)|,? office of) (?:the |our |an? |its |two |three )?(?:[\w&-]+ ){0,3}?"
    r"(?:C[A-Z]{1,3}O|[SE]?VP|(?i:chief|president|vice president|director|head|principal|partner|manager|supervisor|"
    r"superintendent|general counsel|executives?|founders?))s?\b.*",
)
"""Whom one works for says nothing of one's own level: "Chief of Staff to the CEO"."""
_MANAGER = re.compile(r"\bmanager\b(?! (?:in training|trainee))", re.IGNORECASE)
_COUNT = rf"(?:\d+(?:[-–]\d+)?|{'|'.join(NUMBER_WORDS)})"
_OF_PEOPLE = (
    r"(?:lead|manage|supervise|recruit|hire|train|coach|mentor|motivate|develop|roster|schedule|appraise|onboard|support|"
    r"performance[- ]manage)(?:s|d)?"
)
_LEADS = re.compile(
    r"\b(?:line[- ]manag(?:e|es|ing|ement of)|performance[- ]manag(?:e|es|ing)|"
    r"performance management of (?:your |the |a )?(?:team|crew|staff|direct)|"
    r"(?:manag|supervis)(?:e|es|ing)(?: and (?:develop|mentor|coach|lead|supervise|support)(?:ing|s)?)? "
    r"(?:a |an |the |our |your )?(?:team|staff|crew|group) of\b|"
    r"(?:manag|supervis|lead)(?:e|es|ing)?(?: and (?:develop|mentor|coach|supervise|support)(?:ing|s)?)? "
    rf"(?:a |the |our |your )?(?:team of )?{_COUNT} (?:[\w-]+ ){{0,2}}(?:people|staff|employees|"
    r"(?:direct )?reports|officers|analysts|coordinators?|assistants?|managers|engineers|advisers|colleagues)\b|"
    rf"(?:{_OF_PEOPLE}|leading|take the lead of|head(?:ing)?(?: up)?) "
    rf"(?:a |an |the |our |your )(?!(?:[\w&]+ ){{0,2}}(?:cross|virtual|matrix|project)\b)"
    rf"(?:[\w&-]+ ){{0,3}}(?:team|crew|group) of {_COUNT}\b|"
    rf"(?={_OF_PEOPLE}[^.;]{{0,60}}\b(?:recruit|hire|train|coach|mentor|motivate|develop|roster|appraise)s?\b)"
    rf"{_OF_PEOPLE}(?:(?:, (?:and )?| and | & ){_OF_PEOPLE})+ (?:a |the |our |your )(?:[\w&-]+ ){{0,2}}"
    r"(?:team|staff|crew)\b(?!['’])|"
    r"(?:your|\d+|two|three|four|five|six) direct reports|"
    r"(?:lead|manag|coach|develop|supervis)(?:e|s|es|ing)?\b[^.;]{0,40}\b(?:heads of departments?|department heads|HODs)\b|"
    rf"(?:lead|manage|head)(?:s|ing)?\b[^.;:]{{0,100}}[:,] a team of "
    rf"(?:around |about |approximately |some |over |up to )?{_COUNT}\b)",
    re.IGNORECASE,
)
"""People whom one has to manage: by their number, or by two things that are done for none but one's own."""
_REPORTS = re.compile(
    r"(?:direct reports?|line management(?: of)?|reports|manages)\s*:\s*(?!no\b|none|n/?a\b|0\b|nil|-)\S", re.IGNORECASE
)
_BY_YEARS: tuple[tuple[float, Level], ...] = ((2, "entry"), (5, "mid"), (10, "senior"))


def level_of(title: str, years: float | None, grade: Level | None = None, *, leads: bool = False) -> Level:
    """The level; `years` is the most that a required line asks for, `grade` that of a public scale. Without any it is `mid`.

    A manager who `leads` people is a lead, whatever they are the manager of, where no grade says otherwise.
    """
    if _ENTRY.search(title):
        return "entry"
    boss = _BOSS.search(title)
    own = title[: boss.start()] if boss and title_weight(title[: boss.start()]) else title
    for level, pattern in _CUES:
        if pattern.search(own):
            return level
    if grade is not None:
        return grade
    if leads and _MANAGER.search(own):
        return "lead"
    if years is None:
        return "mid"
    return next((level for limit, level in _BY_YEARS if years < limit), "lead")


def leads_people(duties: Iterable[str], facts: Iterable[str]) -> bool:
    """Whether a duty says that one has people to manage, or a fact of the posting names them: "Direct reports: two clerks"."""
    return any(_LEADS.search(one) for one in duties) or any(_REPORTS.match(one) for one in facts)
