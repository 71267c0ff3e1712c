"""What stands at the top of a posting: title, employer and place, with labels or without.

Names in the prose are for `playbook.reading.posting_names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playbook.reading.posting_names import bare_title, names_in, place_in, wanted_title
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.sentences import sentences
from playbook.reading.titles import TITLE_HEADS, title_weight
from playbook.reading.vocabulary import is_place, is_state, may_be_city, organisation_weight

_LABELS: dict[str, str] = {
    label: kind
    for kind, labels in {
        "title": "job title,title,position,position title,role,job,vacancy,post,post title,role title,working title,posting "
        "title,classification title,subject,"
        "puesto,cargo,vacante,stelle,stellenbezeichnung,titel,poste,intitulé du poste,intitulé,vaga,função",
        "employer": "company,company name,employer,organization,organisation,hiring organization,hiring "
        "organisation,client,school,agency,"
        "empresa,unternehmen,arbeitgeber,firma,entreprise,société,employeur,empregador,organización",
        "place": "location,locations,job location,place,where,work location,city,place of "
        "work,based,base,office,site,worksite,work site,location(s),primary location,job "
        "site,campus,branch,region,address,workplace,duty station,"
        "ubicación,lugar,lugar de trabajo,localidad,ciudad,standort,ort,arbeitsort,einsatzort,lieu,lieu de "
        "travail,localisation,ville,local,local de trabalho,"
        "localização,cidade",
        "": "department,division,team,reports to,reporting to,job type,employment type,type,schedule,posted,date posted,job "
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
    rf"^(?P<label>{'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))})(?:\s*:\s*|\s*\t\s*)(?=\S)", re.IGNORECASE
)
_NEXT_LABEL = re.compile(
    rf"(?:\s+[|·•]\s+|\t|;\s+|\s)(?=(?i:{'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))}):\s)"
)
_POSTAL = re.compile(r",? (?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$|^\d{5} (?=[A-ZÄÖÜ])")
_PIECES = re.compile(r"\s*[\t|·•›»]\s*|\s>\s")
_CRUMBS = re.compile(r"\s+/\s+")
_AT = re.compile(r"\s+(?:at|@|bei(?: der)?|chez)\s+(?=[A-Z\d])")
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(r",\s+")
_SENTENCE = re.compile(r"(?<!Inc)(?<!Ltd)(?<!Co)(?<!Corp)(?<!No)[.!]$")
_LEAD = re.compile(
    r"^(?:we(?:'|’)?re|we are|now|urgently|immediate)?\s*(?:hiring|seeking|wanted|vacancy|job opening|opening|"
    r"job opportunity|opportunity|help wanted|employment opportunity|"
    r"stellenangebot|stellenausschreibung|wir suchen|gesucht|se busca|se necesita|buscamos|oferta de (?:empleo|trabajo)|"
    r"offre d['’]emploi|recrute|recherche|"
    r"contrata-se|vaga(?: de)?|oportunidade)\s*(?:(?:an?|einen?|eine|una?|une|uma?)\s+|[:–—-]\s*)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:(?<=\))\s(?:in|als) (?:teilzeit|vollzeit)\b.*|\b(?:wanted|needed|required|gesucht)[!.]?|[(\[]?\b(?:job |"
    r"req(?:uisition)? |ref(?:erence)? |posting )?(?:id|no|number|code|#)[.:# ]*[\w-]*\d[\w-]*[)\]]?|#\d+|"
    r"[,(–—-]\s*(?:full|part)[- ]time(?: position)?\)?|[(–—-]\s*(?:permanent|temporary|contract|remote|hybrid)\)?)$",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"\((?:[mwfdhx]\s?[/|]\s?){1,3}[mwfdhx](?:\s?[/|]\s?\w)?\)|\b[mwfd]/[mwfd](?:/[dx])?\b|\w[/*:]in\b|\w[/(][ao]\)?(?= |$)|"
    r"\(H/F\)|\bH/F\b|\bF/H\b",
    re.IGNORECASE,
)
"""German, French and Spanish titles say that anybody may apply: "(m/w/d)", "H/F", "Jefe/a"."""
_WANTED = re.compile(r"(?P<title>[^,.;:()]{3,45}?)\s+(?:wanted|needed|gesucht)\b[!:,. –-]*(?P<rest>[^.;]{0,70})", re.IGNORECASE)
"""An advertisement in one paragraph: "Line cook wanted, Pepper Jack's Diner, ..."."""
_BEHIND = re.compile(r"(?:,|\s[-–—])\s+(?P<town>[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+){0,2})(?:\s*\(\w{2,3}\))?$")
_NO_TOWN = re.compile(
    r"(?:Engineering|Marketing|Sales|Finance|Operations|IT|HR|Design|Product|Research|Nights?|Days?|Careers?|Jobs|Human|Inc|"
    r"LLC|Ltd|GmbH|Office|Service|Services|Department|Division|Team)\b"
)
_HOUSE = re.compile(
    r"\b(?:playhouse|theat(?:re|er)|orchestra|opera|gallery|nursery|garage|salon|spa|brewery|winery|roasters?|dental|"
    r"dentistry|surgery|chambers|housing|care home|diner|pub|"
    r"tavern|lodge|motel|garden cent(?:re|er)|homes|law|legal|architects|engineers|transport|haulage|kanzlei|gasthof|"
    r"gasthaus|klinikum|stadtwerke|werk|praxis|verein|stadt|gemeinde|"
    r"maison|agence|cabinet|mairie|lycée|clínica|colegio|ayuntamiento|grupo|escola|prefeitura|construtora|transportes)\b",
    re.IGNORECASE,
)
_MODE = re.compile(r"(?:fully )?(?:remote|hybrid|on-?site)\b", re.IGNORECASE)
_DIVISION = re.compile(r"(?:the )?(?:department|division|office|bureau|branch|faculty|school of|dept)\b", re.IGNORECASE)
"""A part of an employer, where the whole is named, too."""
_LONG = 14
"""A row of more words is a sentence."""
_ROWS = 12
_NOISE = re.compile(
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
    r"(?:salary|pay|compensation|grade|band|ref|reference|job|req|id|requisition)\b.*\d.*|required for .*\d.*|confidential.*|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}|"
    r"hi (?:all|everyone|there|team|folks)?[,!]?|hello.*|dear .*|good (?:morning|afternoon).*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PostingHead:
    """Title, employer and place, and the rows that are none of these."""

    title: Slice | None
    employer: str | None
    place: str | None
    rest: tuple[Row, ...]


@dataclass(slots=True)
class _Head:
    """The head in the making."""

    company: str | None
    title: Slice | None = None
    employer: str | None = None
    place: str | None = None
    pieces: list[Slice] = field(default_factory=list)
    rest: list[Row] = field(default_factory=list)

    def label(self, kind: str, value: Slice) -> None:
        """What a label names, the first time."""
        if kind == "title" and self.title is None:
            self.title = value
        elif kind == "employer" and self.employer is None:
            self.employer = value.text
        elif kind == "place" and self.place is None and len(value.text.split()) <= _LONG:
            self.place = _bare_place(value)


def read_posting_head(rows: Sequence[Row], following: Sequence[Row], company: str | None) -> PostingHead:
    """The head in the rows above the first section; `following` are the rows after, for names within prose."""
    head = _Head(company)
    _take_rows(rows, head)
    pieces = [piece for whole in head.pieces for piece in _parted(whole, head)]
    others = _without_places(pieces, head)
    if head.title is None:
        head.title = _title_among(others, head)
    titled = head.title.text.casefold() if head.title else ""
    others = [piece for piece in others if piece.text.casefold() != titled]
    _clean_title(head)
    prose = [*rows, *following]
    if head.title is None:
        head.title = wanted_title([*rows, *following])
    for row in following:
        if not row.is_bullet:
            for kind, value in _labelled(row.body):
                if kind == "employer" or (kind == "place" and (_is_place(value.text) or _may_be_place(value.text))):
                    head.label(kind, value)
    _name_employer(head, others, prose)
    _find_place(head, others, [*rows, *following])
    return PostingHead(head.title, head.employer, head.place, tuple(head.rest))


def _take_rows(rows: Sequence[Row], head: _Head) -> None:
    """Labels to what they name, short lines to pieces, the rest to the rest."""
    pending: str | None = None
    for number, row in enumerate(rows):
        text = row.text
        labels = [] if row.is_bullet else _labelled(row.body)
        if pending is not None and len(text.split()) <= _LONG and not labels:
            head.label(pending, row.body)
            pending = None
        elif labels:
            for kind, value in labels:
                head.label(kind, value)
        elif text.lower().rstrip(":") in _LABELS and _LABELS[text.lower().rstrip(":")] and not row.is_bullet:
            pending = _LABELS[text.lower().rstrip(":")]
        elif len(text.split()) <= _LONG and ((_NOISE.fullmatch(text) and not _PIECES.search(text)) or holds_contact(text)):
            continue
        elif row.is_bullet or number > _ROWS or _is_prose(text):
            head.rest.append(row)
            first = sentences(row.body)[0]
            wanted = _WANTED.match(text) if number == 0 else None
            if wanted is not None and title_weight(wanted["title"]):
                head.title = head.title or row.body.cut(0, wanted.end("title"))
                rest = row.body.cut(wanted.start("rest"), wanted.end("rest"))
                head.pieces += (
                    (rest.split(_COMMA)[:1] if holds_contact(rest.text) or not _ends_in_place(rest.text) else [rest])
                    if rest
                    else []
                )
            elif number == 0 and len(first.text.split()) <= _LONG and first.end < row.body.end and not row.is_bullet:
                head.pieces.append(first.trimmed(" ."))
        else:
            head.pieces.append(row.body)


def _labelled(body: Slice) -> list[tuple[str, Slice]]:
    """What a line names below labels, one or more: "Job title: Cook | Location: Bend, OR"; nothing where it begins with none."""
    found: list[tuple[str, Slice]] = []
    match = _LABEL.match(body.text)
    while match is not None:
        follows = _NEXT_LABEL.search(body.text, match.end())
        value = body.cut(match.end(), follows.start() if follows else None).trimmed(" \t|·•;,")
        value = value.cut(0, value.text.find("\t")) if "\t" in value.text else value
        if value:
            found.append((_LABELS[match["label"].lower()], value))
        body = body.cut(follows.start()).trimmed(" \t|·•;,") if follows else body.cut(len(body.text))
        match = _LABEL.match(body.text)
    return found


def _bare_place(value: Slice) -> str | None:
    """A place without the house, the street and the postal code before or behind it."""
    employer, place = _employer_and_place(value)
    if employer is not None and place is not None and (organisation_weight(employer.text) or holds_contact(employer.text)):
        return _POSTAL.sub("", place)
    return None if holds_contact(value.text) else _POSTAL.sub("", value.text)


def _is_prose(text: str) -> bool:
    words = len(text.split())
    if len(_PIECES.findall(text)) > 1 and words <= 2 * _LONG:
        return False  # a line of facts
    return words > _LONG or (bool(_SENTENCE.search(text)) and words > 4 and not is_place(text.split(", ", 1)[-1]))  # noqa: PLR2004  "Acme Inc." has fewer


def _parted(whole: Slice, head: _Head) -> list[Slice]:
    """The pieces of a line, without what says nothing of title, employer or place."""
    found = whole.split(_PIECES)
    if len(found) == 1 and len(_CRUMBS.findall(whole.text)) > 1:
        found = whole.split(_CRUMBS)
    found = [part for piece in found for part in _parted_by_dashes(piece, head)]
    return [piece for piece in found if not _NOISE.fullmatch(piece.text)]


def _parted_by_dashes(piece: Slice, head: _Head) -> list[Slice]:
    """A line such as "Diesel mechanic wanted - Rusk Road Trailer, Ladysmith WI": dashes part only where each part is known."""
    parts = piece.split(_DASH)
    if len(parts) == 1:
        return [piece]
    # A field such as "Animal Health" looks like an organisation; where another line names one it is none.
    is_named_elsewhere = any(organisation_weight(other.text) for other in head.pieces if other.start != piece.start)
    known = [
        _is_place(part.text)
        or bool(_NOISE.fullmatch(part.text))
        or _is_named(part.text, head.company)
        or _ends_in_place(part.text)
        or (_organised(part.text) and not is_named_elsewhere)
        for part in parts
    ]
    if (
        known[-1]
        and title_weight(parts[0].text)
        and (title_weight(parts[-1].text) < 2 or _is_named(parts[-1].text, head.company))
    ):  # noqa: PLR2004  another title
        return [parts[0].to(parts[-2]), parts[-1]]
    if known[0] and title_weight(parts[-1].text) and not title_weight(parts[0].text):
        return [parts[0], parts[1].to(parts[-1])]
    return [piece] if not all(known) else parts


def _without_places(pieces: Sequence[Slice], head: _Head) -> list[Slice]:
    """The pieces that are no place; an employer before a place is parted from it."""
    others: list[Slice] = []
    places: list[str] = []
    for piece in pieces:
        named, place = _employer_and_place(piece)
        if place is not None and named is not None:
            places.append(place)
            others.append(named)
        elif _is_place(piece.text):
            places.append(_POSTAL.sub("", piece.text.rstrip(".")))
        else:
            others.append(piece)
    # "Remote" says how, a town says where.
    head.place = head.place or next((place for place in places if not _MODE.match(place)), places[0] if places else None)
    return others


def _employer_and_place(piece: Slice) -> tuple[Slice | None, str | None]:
    """Words such as "Zelinka Bakery, Cedar Rapids, Iowa", or "Fern Studio Asheville, NC" where a column was lost."""
    parts = piece.split(_COMMA)
    for at in range(1, len(parts)):
        place = parts[at].to(parts[-1]).text
        head = parts[0].to(parts[at - 1])
        if _is_place(place) and not (len(parts) - at == 1 and _is_place(piece.text) and not organisation_weight(head.text)):
            return head, place.rstrip(".")
    match = re.search(r"(?P<town>(?:[A-Z][\w'’.-]+ ){0,2}[A-Z][\w'’.-]+), (?P<state>[A-Z]{2})\b", piece.text)
    if match is not None and is_state(match["state"]) and match.start() > 0:
        words = match["town"].split()
        marks = [number for number, word in enumerate(words[:-1]) if organisation_weight(word)]
        words = words[marks[-1] + 1 :] if marks else words
        start = match.end("town") - len(" ".join(words))
        named = piece.cut(0, start).trimmed(" ,-–")
        if named and not title_weight(named.text):
            return named, piece.text[start : match.end()]
    return None, None


def _title_among(others: Sequence[Slice], head: _Head) -> Slice | None:
    """The piece that a lead or a mark of gender shows, else the one that looks most like a title."""
    for piece in others:
        if (_LEAD.match(piece.text) or _TAIL.search(piece.text)) and title_weight(_TAIL.sub("", piece.text)):
            return piece
    marked = [piece for piece in others if _GENDER.search(piece.text)]
    if marked:
        return marked[0]
    weights = [_title_likeness(one.text, head.company) for one in others]
    if not weights:
        return None
    best = max(range(len(others)), key=lambda at: (weights[at], -at))
    if weights[best] > 0:
        return others[best]
    if len(others) > 1 and not head.employer:
        return others[1 if _is_named(others[0].text, head.company) or organisation_weight(others[0].text) else 0]
    return others[0] if len(others) == 1 and (head.employer or head.place) else None


def _title_likeness(text: str, company: str | None) -> int:
    """How much a piece looks like the title, an employer after "at" aside."""
    halves = _AT.split(text)
    if len(halves) == 2 and title_weight(halves[0]):  # noqa: PLR2004  title and employer
        return 2 * title_weight(halves[0])
    return 2 * title_weight(text) - 2 * organisation_weight(text) - 3 * _is_named(text, company)


def _clean_title(head: _Head) -> None:
    """Words such as "Hiring: Registered Nurse at Riverbend (full-time)" without the lead, the employer and the tail."""
    if head.title is None:
        return
    title = head.title
    lead = _LEAD.match(title.text)
    if lead:
        title = title.cut(lead.end()).trimmed(" !.")
    halves = title.split(_AT)
    if len(halves) == 2 and title_weight(halves[0].text):  # noqa: PLR2004  title and employer
        title, named = halves
        employer, place = _employer_and_place(named)
        head.employer = head.employer or (employer or named).text
        head.place = head.place or place
    tail = _TAIL.search(title.text)
    if tail and tail.start() > 0:
        title = title.cut(0, tail.start()).trimmed(" ,-–")
    dashes = title.split(_DASH)
    if len(dashes) > 1 and (_is_place(dashes[-1].text) or _NOISE.fullmatch(dashes[-1].text)):
        head.place = head.place or (dashes[-1].text if _is_place(dashes[-1].text) else None)
        title = dashes[0].to(dashes[-2])
    head.title = bare_title(title.trimmed(" !.")) or None


def _name_employer(head: _Head, others: Sequence[Slice], prose: Sequence[Row]) -> None:
    """The employer among the pieces at the top, best one that the prose names, too; else the name in the prose."""
    if head.employer is not None:
        return
    titled = head.title.text.casefold() if head.title else ""
    names = [name for name in dict.fromkeys(names_in(prose)) if name.casefold() not in titled]
    counties = {piece.text for piece in others if _may_be_place(piece.text) and ", " in piece.text and names}
    likely = [
        piece
        for piece in others
        if piece.text[:1].isupper()
        and len(piece.text.split()) <= 8
        and not piece.text.endswith((":", "?", "!"))
        and piece.text not in counties
    ]  # noqa: PLR2004  a name's length
    told = {name.casefold().removeprefix("the ") for name in names}

    def rank(piece: Slice) -> tuple[bool, bool, bool, int]:
        is_told = any(name in piece.text.casefold() or piece.text.casefold() in name for name in told)
        is_part = bool(_DIVISION.match(piece.text)) and len(likely) > 1
        return (_is_named(piece.text, head.company), not is_part, is_told, int(_organised(piece.text)))

    best = max(likely, key=rank, default=None)
    if best is not None and (any(rank(best)[at] for at in (0, 2, 3)) or not names):
        head.employer = best.text
    elif head.company:
        head.employer = head.company
    elif names:
        head.employer = names[0]


def _find_place(head: _Head, others: Sequence[Slice], rows: Sequence[Row]) -> None:
    """A town of a line of its own, or behind the employer; else the place in the prose."""
    if head.place is not None:
        return
    employed = head.employer or ""
    alone = [one.text for one in others if _may_be_place(one.text) and one.text.casefold() not in employed.casefold()]
    head.place = alone[0] if alone else None
    match = _BEHIND.search(employed)
    if head.place is None and match is not None and may_be_city(match["town"]) and not _NO_TOWN.match(match["town"]):
        head.employer, head.place = employed[: match.start()], match["town"]
    head.place = head.place or place_in(rows)


def _is_place(text: str) -> bool:
    bare = re.sub(r"\s*\([^()]*\)$", "", text).rstrip(".")
    town = re.fullmatch(r"(?P<town>[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){0,2}),? (?P<state>[A-Z]{2})", bare)
    return (
        is_place(text)
        or is_place(bare)
        or (
            # "Ladysmith, WI" is a town, for all that a smith is a trade.
            town is not None
            and is_state(town["state"])
            and town["town"].rsplit(" ", 1)[-1].lower() not in TITLE_HEADS
            and not organisation_weight(town["town"])
        )
    )


def _ends_in_place(text: str) -> bool:
    parts = text.split(", ")
    return any(_is_place(", ".join(parts[at:])) for at in range(1, len(parts)))


def _may_be_place(text: str) -> bool:
    """Whether a line of the head may be a town, with its county or country: "Shrewsbury", "Leeds, West Yorkshire"."""
    parts = text.split(", ")
    return len(parts) <= 3 and all(may_be_city(part) and not _organised(part) and not part.startswith("The ") for part in parts)  # noqa: PLR2004  town, county, country


def _organised(text: str) -> bool:
    """Whether a word marks an organisation, in the language of postings."""
    return organisation_weight(text) > 0 or bool(_HOUSE.search(text))


def _is_named(text: str, company: str | None) -> bool:
    """Whether the words name the employer that the user gave."""
    return bool(company) and str(company).lower() in text.lower()
