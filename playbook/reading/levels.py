"""How senior a role is: from the words of its title, else from its grade, else from the years that the posting asks for."""

from __future__ import annotations

import re

from playbook.artifacts.posting import Level

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
            r"engineer\b)\w+|director(?! of photography)|"
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
            r"supervisor|foreman|general manager|"
            r"(?:engineering|nurse|nursing|sales|store|shop|restaurant|kitchen|operations|office|branch|plant|clinic|"
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
            r"berufseinsteiger|"
            r""
            r"aide)(?![\w])|(?<=\w )I(?=$|[\s,:)(-])",
            re.IGNORECASE,
        ),
    ),
    ("mid", re.compile(r"\b(?:ii|mid[- ]level|intermediate|level 2|sous chef|plen[oa])\b", re.IGNORECASE)),
)
_BY_YEARS: tuple[tuple[float, Level], ...] = ((2, "entry"), (5, "mid"), (10, "senior"))


def level_of(title: str, years: float | None, grade: Level | None = None) -> Level:
    """The level; `years` is the most that a required line asks for, `grade` that of a public scale. Without any it is `mid`."""
    for level, pattern in _CUES:
        if pattern.search(title):
            return level
    if grade is not None:
        return grade
    if years is None:
        return "mid"
    return next((level for limit, level in _BY_YEARS if years < limit), "lead")
