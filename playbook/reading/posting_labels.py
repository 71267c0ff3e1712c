"""Labels at the top of a posting ("Location: Bend, OR"), and short lines that say nothing of title, employer or place."""

from __future__ import annotations

import re

from playbook.reading.rows import Slice

LABELS: dict[str, str] = {
    label: kind
    for kind, labels in {
        "title": "job title,title,position,position title,role,job,vacancy,post,post title,role title,working title,posting "
        "title,classification title,"
        "puesto,cargo,vacante,stelle,stellenbezeichnung,titel,poste,intitulé du poste,intitulé,vaga,função",
        "subject": "subject",
        "employer": "company,company name,employer,organization,organisation,hiring organization,hiring "
        "organisation,client,school,agency,firm,law firm,trust,practice,university,college,council,charity,"
        "empresa,unternehmen,arbeitgeber,firma,entreprise,société,employeur,empregador,organización",
        "place": "location,locations,town,town/city,job location,place,where,work location,city,place of "
        "work,based,base,office,site,worksite,work site,location(s),primary location,job "
        "site,campus,branch,region,address,workplace,duty station,"
        "ubicación,lugar,lugar de trabajo,localidad,ciudad,standort,ort,arbeitsort,einsatzort,lieu,lieu de "
        "travail,localisation,ville,local,local de trabalho,"
        "localização,cidade",
        "": "notice,notice period,ctc,no. of openings,number of openings,openings,no. of positions,number of "
        "vacancies,main area,job ref,job reference,band,pay band,closing,directorate,speciality,specialty,"
        "department,division,team,reports to,reporting to,job type,employment type,type,schedule,posted,date posted,job "
        "id,job number,job code,reference,ref,"
        "req,req id,requisition,requisition id,requisition number,start date,shift,pay,pay range,salary,salary "
        "range,grade,pay grade,flsa,flsa status,status,"
        "opening date,closing date,hours,contract,contract type,duration,travel,relocation,date,category,level,experience "
        "level,industry,job family,"
        "jornada,contrato,horario,salario,vertragsart,beginn,eintritt,arbeitszeit,abteilung,contrat,type de "
        "contrat,salaire,horaires,salário,contratação,regime",
    }.items()
    for label in labels.split(",")
}
_LABEL = re.compile(
    rf"^(?P<label>{'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))})(?:\s*:\s*|\s*\t\s*)(?=\S)", re.IGNORECASE
)
_NEXT_LABEL = re.compile(
    rf"(?:\s+[|·•]\s+|\t|;\s+|\s)(?=(?i:{'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))}):\s)"
)
_CELL = re.compile(r"\s\|\s")
NOISE = re.compile(
    r"(?:(?:job|position|role|vacancy|candidate|opportunity) (?:description|posting|ad|advert|details|profile|specification|"
    r"announcement|summary|opening)|careers?|jobs|vacancies|home|"
    r"find (?:jobs?|a job|work)|(?:company )?reviews|salar(?:y guide|ies)|sign (?:in|up)|log ?in|register|"
    r"(?:for )?employers?(?: / .*)?|post a job|search(?: jobs)?|upload (?:your )?(?:cv|resume)|menu|"
    r"skip to .*|messages|notifications|my jobs|profile|(?:how|use) .{0,40}\byou\b.{0,30}|meet the .*|message|on-site|share|"
    r"we(?:'|’)?re hiring!?|now hiring!?|join (?:us|our team)!?|apply now!?|posted .*|(?:re)?posted|updated .*|closes .*|"
    r"expires .*|(?:over )?\d+ (?:applicants?|views|reviews|days? ago|hours? ago).*|be (?:among|an early).*|"
    r"[\d.,]+ ?(?:★|stars?|out of 5).*|promoted.*|easy apply|save|share|back to .*|full job description|(?:full|"
    r"part)[- ]?time\b.{0,40}|permanent.{0,25}|temporary.{0,25}|contract(?:or)?(?: to hire)?|internship|"
    r"fixed[- ]term.*|freelance|hybrid\b(?![^,]*, [A-Z]{2}\b).{0,25}|seasonal.{0,20}|vollzeit.*|teilzeit.*|unbefristet.*|"
    r"festanstellung.*|jornada .*|contrato .*|tiempo completo.*|cdi\b.*|cdd\b.*|temps (?:plein|partiel).*|clt.*|"
    r"tempo integral.*|"
    r"(?:one|two|three|four|five|\d)(?: days?|-day)? (?:a|per) week.*|\d+(?:\.\d+)?(?:-\d+)? ?(?:hours?|hrs?|weeks?|"
    r"days?)\b.*|team of .*|(?:starting|start) .*|immediate .*|(?:day|night|evening|weekend) shifts?|.*[$€£]\s?\d.*|"
    r"(?:applications?|posting|competition|vacancy|advert)(?: (?:#|no\.?|number|id|ref|dates?|period|window|close[sd]?|closing|"
    r"due|opens?|deadline|ends?))+\b.*|(?:start|interview|closing|end)s?(?: dates?| by| on)?\s*:.*\d.*|"
    r"(?:salary|pay|compensation|grade|band|ref|reference|job|req|id|requisition)\b.*\d.*|required for .*\d.*|confidential.*|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}|"
    r"hi (?:all|everyone|there|team|folks)?[,!]?|hello.*|dear .*|good (?:morning|afternoon).*)$",
    re.IGNORECASE,
)
"""Kinds of contract, dates, ratings, pay, buttons, greetings."""
FACT = re.compile(
    r"^(?:work location|work environment|work setting|travel|expected hours|commission pay|application questions?|salary|pay|"
    r"pay range|wage|compensation|hours|schedule|shift|job type|employment type|type|status|contract|flsa status|grade|"
    r"grade level|job id|"
    r"req(?:uisition)?(?: id| number)?|closing date|opening date|start date|reports to|department|team|location|company|"
    r"employer|date posted|posted|(?:no\.?|number) of (?:openings|positions|vacancies|posts)|openings|vacancies|"
    r"notice(?: period)?|(?:annual )?ctc|site|town|base|main area|job ref(?:erence)?|ref(?:erence)?|band|pay band|directorate|"
    r"speciality|specialty|work mode|mode of work|shift timings?|closing|contract type|hours per week|advertised)\s*:",
    re.IGNORECASE,
)
"""A fact of the posting on one line: it opens nothing."""


def labelled(body: Slice) -> list[tuple[str, Slice]]:
    """What a line names below labels, one or more: "Job title: Cook | Location: Bend, OR"."""
    found: list[tuple[str, Slice]] = []
    cells = body.split(_CELL)
    if len(cells) == 2 and cells[0].text.lower() in LABELS:  # noqa: PLR2004  a row of a table in Markdown
        return [(LABELS[cells[0].text.lower()], cells[1])]
    match = _LABEL.match(body.text)
    while match is not None:
        follows = _NEXT_LABEL.search(body.text, match.end())
        value = body.cut(match.end(), follows.start() if follows else None).trimmed(" \t|·•;,")
        value = value.cut(0, value.text.find("\t")) if "\t" in value.text else value
        if value:
            found.append((LABELS[match["label"].lower()], value))
        body = body.cut(follows.start()).trimmed(" \t|·•;,") if follows else body.cut(len(body.text))
        match = _LABEL.match(body.text)
    return found
