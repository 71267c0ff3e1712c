"""Title, employer and place where a posting names them in its prose: "Kessler Heating is hiring a bookkeeper in Dayton, OH".

What stands at the top by itself is for `playbook.reading.posting_head`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.reading.rows import Row, Slice
from playbook.reading.sentences import sentences
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import is_place, is_state, may_be_city

_WANTED = re.compile(
    r"\b(?:looking (?:to hire|for)|seeking|seeks|is hiring|are hiring|hiring|needs?|recruiting|join us as|opening for|appoint|"
    r"search(?:ing)? for|(?:suchen|sucht)(?: wir)?(?: ab sofort| zum nächstmöglichen zeitpunkt)?|buscamos|busca|"
    r"precisa(?:mos)?|recrute(?:ons)?|recherch(?:e|ons)|contrata(?:mos)?|procuramos)\s+"
    r"(?:(?:an?|our (?:next|new|first)|the|another|to appoint an?|eine\(n\)|eine?n?\b|un\(e\)|un/a|un\(a\)|um\(a\)|una?\b|"
    r"une\b|uma?\b)\s+)"
    r"(?P<title>(?:[^,.;:()]|\(\w{1,3}\)){3,60}?)\s*(?=[,.;:]|\((?!\w{1,3}\))|\s(?:à|en|em|im|bei|to|who|with|for|in|at|that|"
    r"on|and join|based|responsible|mit|die|der|für|para|con|que|pour|com)\b|$)",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\b(?:as|being) (?:an?|our(?: next| new)?|the) (?P<title>[^,.;:()]{3,50}?),? (?:you|with us|at (?-i:[A-Z]))", re.IGNORECASE
)
_KIND = re.compile(
    r"^(?:(?:full|part)[- ]time|permanent|temporary|seasonal|casual|experienced|motivated|talented|dedicated|passionate|"
    r"dynamic|reliable|skilled|qualified|"
    r"enthusiastic|energetic|friendly|great|new|second|third|additional|an?)\s+",
    re.IGNORECASE,
)
_NAME = r"(?:The )?[A-ZÀ-Ý][\w'’&.-]*(?:\s(?:[A-ZÀ-Ý\d][\w'’&.-]*|&|and|of|the|de|del|la|y|e|et|für|und|do|da)){0,6}"
_NAMED_BY = re.compile(
    rf"^(?P<name>{_NAME}?)(?:,[^,.]{{3,60}},)?\s+(?:is (?:an?|the|one of|looking|hiring|seeking|recruiting|proud|committed|"
    rf"home)|"
    r"has (?:been|an? (?:opening|vacancy|opportunity)|put|built|served)|seeks|needs|welcomes|was founded|gives|helps|makes|"
    r"builds|provides|serves|operates|designs|runs|offers|delivers|"
    r"employs|owns|supports|brings|works|exists|ist (?:ein|eine|der|die|das)|sucht|es (?:una?|el|la)|busca|est (?:une?|le|"
    r"la)|recrute|recherche|é (?:uma?|o|a)|contrata|procura)\b"
)
_NAMED_IN = re.compile(
    rf"\b(?:[Aa]t|[Jj]oin|[Aa]bout|[Bb]ei(?: der)?|[Üü]ber|[Ss]obre|À propos d[e'’]|[Cc]hez|"
    rf"[Ww]ith) (?P<name>{_NAME}),? (?:we|you|wir|du|Sie|nous|vous)\b"
)
_EQUAL = re.compile(
    rf"(?:^|[.;]\s)(?P<name>{_NAME}) is (?:proud to be |committed to being )?an? (?:[Ee]qual|EEO|[Aa]ffirmative|[Dd]isability)"
)
_HEADED = re.compile(
    rf"^(?:About|Über|Sobre|À propos de|Why(?: work (?:at|for)| join)?|Working at|Life at|Join) (?P<name>{_NAME})[?!:]?$"
)
_NOT_NAMES = frozenset(
    """a about all applicants as at candidate das der die du each el elle every experience for he here how i if il in it job
    join la las le les los no nous o on os our people position role she sie some somos that the there these they this
    those to today un una us você vous we what who wir with work you your""".split()  # noqa: SIM905  words read best as one text
)
_CITY = (
    r"(?:St\. )?[A-ZÀ-Ý][\w'’-]+(?:[ -](?:(?:de|del|de la|la|am|an der|sur|do|da|dos|upon|on|le|les) )?[A-ZÀ-Ý][\w'’-]+){0,2}"
)
_IN_STATE = re.compile(
    rf"(?:\b(?:in|near|at|of|from|based in|to)\s+)?(?P<place>{_CITY},\s(?P<state>[A-Z]{{2}}|D\.C\.|"
    rf"[A-Z][a-z]+(?: [A-Z][a-z]+)?))\b"
)
_SITED = re.compile(
    r"\b(?:(?i:based|located|office|offices|headquarters|headquartered|studio|clinic|store|shop|site|plant|school|campus|"
    r"hotel|restaurant|kitchen|lab|warehouse|"
    r"factory|hospital|practice|branch|team|position|role|job|workshop|depot|bakery|yard|farm|museum) (?:is |are )?(?:based |"
    r"located )?(?:in|at) (?:the )?"
    r"|(?:Standort|Filiale|Niederlassung|Werk|Büro|Sitz|Praxis|Klinik|Hotel|Betrieb)(?: ist| liegt)? (?:in )?"
    r"|(?i:sede|ubicad[oa]s?|oficinas?|centro|tienda|planta|hotel|clínica|puesto|trabajo)[^.]{0,20}? en "
    r"|(?i:basée?|située?|poste|bureaux?|agence|siège|magasin|atelier)[^.]{0,20}? à "
    r"|(?i:sede|unidade|escritório|loja|fábrica|vaga|localizad[oa])[^.]{0,20}? em "
    r")"
    rf"(?P<place>{_CITY}(?:, {_CITY})?)"
)
_HIRED = re.compile(
    rf"\b(?i:recrute|recrutons|recherche|busca|buscamos|contrata|contratamos|sucht|suchen|hiring|"
    rf"seeking)\b[^.]{{0,80}}? (?:à|en|em|in) (?P<place>{_CITY})"
)
_OUR = re.compile(
    rf"\b(?:our|the|unser(?:em|en)?) (?P<place>{_CITY}) (?:office|studio|shop|branch|site|clinic|store|warehouse|depot|"
    rf"hospital|plant|campus|workshop|restaurant|kitchen|hub)\b"
    rf"|\bis an? [^.,]{{3,60}}? (?:in|near|outside) (?P<town>{_CITY})(?=[.,;]| with\b| and\b| that\b| since\b| where\b)"
)
_NEXT = re.compile(r",? (?:or|and|&) [A-Z]|, [A-Z][a-z]")
_NO_CITY = re.compile(
    r"^(?:The|Our|A|An|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Friday|"
    r"Spring|Summer|Fall|Winter|Vollzeit|Teilzeit|Festanstellung)\b"
)


def wanted_title(rows: Sequence[Row]) -> Slice | None:
    """The title in a sentence such as "We are looking for a line cook to ..."."""
    for pattern in (_WANTED, _AS):
        for row in rows:
            for match in pattern.finditer(row.text):
                title = bare_title(row.body.cut(match.start("title"), match.end("title")))
                if (title_weight(title.text) or re.search(r"\((?:e|a|in|ne|trice|rice)\)", title.text)) and len(
                    title.text.split()
                ) <= 8:  # noqa: PLR2004  longer is a sentence
                    return title
    return None


def bare_title(title: Slice) -> Slice:
    """A title without what kind of contract or person stands before it."""
    for _ in range(3):
        match = _KIND.match(title.text)
        if match is None or not title_weight(title.text[match.end() :]):
            break
        title = title.cut(match.end())
    return title


def names_in(rows: Sequence[Row]) -> Iterator[str]:
    """Names of the employer in the prose, the surest first."""
    text = "\n".join(row.text for row in rows)
    for pattern in (_HEADED, _NAMED_BY, _NAMED_IN, _EQUAL):
        for row in rows:
            for sentence in sentences(row.body):
                match = pattern.search(sentence.text)
                name = match["name"].strip(" .,") if match else ""
                if name and _is_name(name, text):
                    yield name


def _is_name(name: str, text: str) -> bool:
    words = name.split()
    if words[0].lower() in _NOT_NAMES - {"the"} or (words[0] == "The" and len(words) == 1) or title_weight(name) == 2:  # noqa: PLR2004  the role
        return False
    if len(words) == 1 or (len(words) == 2 and words[0] == "The"):  # noqa: PLR2004  an article and a word
        # One capital at the start of a sentence is no name unless it comes again.
        return len(re.findall(rf"\b{re.escape(words[-1])}\b", text)) > 1 or any(
            letter.isupper() or letter.isdigit() for letter in words[-1][1:]
        )
    return any(word[0].isupper() for word in words[1:]) and not is_place(name)


def place_in(rows: Sequence[Row]) -> str | None:
    """The place in the prose: a town with its state or country, else a town where the work is said to be."""
    for row in sorted(rows, key=lambda one: one.is_bullet):
        for match in _IN_STATE.finditer(row.text):
            town = match["place"].split(",")[0]
            # "Policy in Wales, Scotland or Ireland" is known, and nowhere to come to.
            is_list = row.is_bullet and (is_state(town) or _NEXT.match(row.text, match.end()))
            # "Certificates (MD-102, AZ-104)" are codes.
            if is_state(match["state"]) and not (title_weight(town) or is_list or any(map(str.isdigit, town))):
                return match["place"]
    for pattern in (_SITED, _OUR, _HIRED):
        for row in rows:
            for match in pattern.finditer(row.text):
                place = next(filter(None, match.groupdict().values()), "")
                parts = [part for part in place.split(", ") if may_be_city(part) and not _NO_CITY.match(part)]
                if parts and place.startswith(parts[0]):
                    return place if ", ".join(parts) == place else parts[0]
    return None
