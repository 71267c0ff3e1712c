"""Places at the top of a posting, and the employer that a place stands behind."""

from __future__ import annotations

import re

from playbook.reading.rows import Slice, holds_contact
from playbook.reading.titles import TITLE_HEADS, title_weight
from playbook.reading.vocabulary import is_place, is_state, may_be_city, organisation_weight

POSTAL = re.compile(
    r",? (?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|"
    r"(?<=[A-Z]{2} )[A-Z]\d[A-Z])$|^\d{5} (?=[A-ZÄÖÜ])"
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
COMMA = re.compile(r",\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_MODE = re.compile(r"(?:fully )?(?:remote|hybrid|on-?site)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|at|near) (?P<place>(?:[A-Z][\w'’.-]+ ){0,2}[A-Z][\w'’.-]+,? [A-Z][\w.]+)$")
_COUNTY = re.compile(r"(?P<town>[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){0,2}), (?:Co\.?|County) [A-ZÀ-Ý][\w'’-]+$")
"""A town with its county, as in Ireland and the north of England: "Oughterard, Co. Galway"."""
_SEVERAL = re.compile(r"\s+or\s+|\s*/\s*|\s*;\s*|\s+(?:&|and)\s+")
"""What stands between towns of which one is chosen: "Remote (US) or Columbus, OH"."""
_STREET = re.compile(r"\b(?:road|street|lane|avenue|way|drive|close|park|square|floor|building)$", re.IGNORECASE)
NO_TOWN = re.compile(
    r"(?:Engineering|Marketing|Sales|Finance|Operations|IT|HR|Design|Product|Research|Nights?|Days?|Careers?|Jobs|Human|Inc|"
    r"LLC|Ltd|GmbH|Office|Service|Services|Department|Division|Team)\b"
)
_BEHIND_TITLE = re.compile(r"(?=(?:\s[-–—]\s|,\s|\s\()(?P<towns>[^()–—]+)\)?$)")
_EACH = re.compile(r"\s*[,/&]\s*|\s+(?:and|or)\s+")
_GOES_ON = re.compile(
    r"\s*(?:;|\((?=[^()]{12})|\s[-–—]\s|\.\s|,?\s(?:hybrid|remote|with|but|though|however|plus|where|covering|"
    r"at least|(?:a )?minimum)\b)",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\s*[|·•]\s*")
"""Between a place and the facts beside it: "Rostock | Hybrid | Full-time"."""
_LONG = 14
"""Words of the longest place; what has more goes on."""
_PARTS = 3
"""Town, county, country."""
_HOUSE = re.compile(
    r"\b(?:playhouse|theat(?:re|er)|orchestra|opera|gallery|nursery|garage|salon|spa|brewery|winery|roasters?|dental|"
    r"dentistry|surgery|chambers|housing|care home|diner|pub|"
    r"tavern|lodge|motel|garden cent(?:re|er)|homes|law|legal|architects|engineers|transport|haulage|kanzlei|gasthof|"
    r"gasthaus|klinikum|stadtwerke|werk|praxis|verein|stadt|gemeinde|"
    r"maison|agence|cabinet|mairie|lycée|clínica|colegio|ayuntamiento|grupo|escola|prefeitura|construtora|transportes)\b",
    re.IGNORECASE,
)


def employer_and_place(piece: Slice) -> tuple[Slice | None, str | None]:
    """Words such as "Zelinka Bakery, Cedar Rapids, Iowa", or "Fern Studio Asheville, NC" where a column was lost."""
    sides = piece.split(_DASH)
    if len(sides) > 1 and are_places(sides[-1].text) and not is_posting_place(sides[0].text):
        return sides[0].to(sides[-2]), sides[-1].text.rstrip(".")
    parts = piece.split(COMMA)
    for at in range(1, len(parts)):
        place = parts[at].to(parts[-1]).text
        head = parts[0].to(parts[at - 1])
        if is_posting_place(place) and not (
            len(parts) - at == 1 and is_posting_place(piece.text) and not organisation_weight(head.text)
        ):
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


def bare_place(value: Slice) -> str | None:
    """A place without the house, the street and the postal code before or behind it."""
    employer, place = employer_and_place(value)
    if employer is not None and place is not None and (is_organised(employer.text) or holds_contact(employer.text)):
        return POSTAL.sub("", place)
    parts = value.split(_DASH)
    towns = [part.text for part in parts if is_posting_place(part.text) and not _MODE.match(part.text)]
    if len(parts) > 1 and towns and not is_posting_place(value.text):
        return POSTAL.sub("", towns[0])
    within = _WITHIN.search(value.text)
    if within is not None and is_posting_place(within["place"]):
        return within["place"]
    if not holds_contact(value.text):
        return POSTAL.sub("", value.text)
    # Behind a street stands its town: "14 High Street, Leeds".
    rest = [part for part in POSTAL.sub("", value.text).rstrip(", ").split(", ") if not holds_contact(part)]
    town = ", ".join(rest[-2:])
    return town if rest and (is_posting_place(town) or may_be_place(town)) else None


def labelled_place(value: Slice) -> str | None:
    """What a label names as the place, without what goes on about how and when one is there."""
    value = next((one for one in value.split(_CELLS) if not _MODE.match(one.text)), value)
    if len(value.text.split()) > _LONG:
        aside = _GOES_ON.search(value.text)
        value = value.cut(0, aside.start()) if aside else value
    if not 0 < len(value.text.split()) <= _LONG or value.text.startswith(("field", "various", "multiple")):
        return None
    parts = value.split(COMMA)
    is_housed = len(parts) > 1 and is_organised(parts[0].text) and not _STREET.search(parts[-1].text)
    # "Bell General Hospital, Keld Road, Leeds": a house in its town.
    return parts[-1].text if is_housed and may_be_place(parts[-1].text) else bare_place(value)


def without_place(title: Slice, place: str) -> Slice:
    """A title without the towns behind it where the posting names the first as its place: "Manager - Leeds/York"."""
    for behind in _BEHIND_TITLE.finditer(title.text):
        first, *others = _EACH.split(behind["towns"].strip())
        if first.casefold() in map(str.casefold, _EACH.split(place)) and all(
            may_be_city(one) and not NO_TOWN.match(one) for one in others
        ):
            return title.cut(0, behind.start())
    return title


def are_places(text: str) -> bool:
    """Whether words are several places, of which the last says for all where they are."""
    parts = [part for part in _SEVERAL.split(text) if part]
    return len(parts) > 1 and is_posting_place(parts[-1]) and all(is_posting_place(one) or may_be_place(one) for one in parts)


def is_posting_place(text: str) -> bool:
    """Whether words are a place, with how the work is done or without: "Boise, ID (Hybrid)", "Ladysmith WI"."""
    bare = re.sub(r"\s*\([^()]*\)$", "", text).rstrip(".")
    town = re.fullmatch(r"(?P<town>[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){0,2}),? (?P<state>[A-Z]{2})", bare)
    return (
        is_place(text)
        or is_place(bare)
        or ((county := _COUNTY.match(bare)) is not None and not organisation_weight(county["town"]))
        or (
            # "Ladysmith, WI" is a town, for all that a smith is a trade.
            town is not None
            and is_state(town["state"])
            and town["town"].rsplit(" ", 1)[-1].lower() not in TITLE_HEADS
            and not organisation_weight(town["town"])
        )
    )


def ends_in_place(text: str) -> bool:
    """Whether a place stands behind a comma."""
    parts = text.split(", ")
    return any(is_posting_place(", ".join(parts[at:])) for at in range(1, len(parts)))


def may_be_place(text: str) -> bool:
    """Whether a line of the head may be a town, with its county or country: "Shrewsbury", "Leeds, West Yorkshire"."""
    parts = text.split(", ")
    return len(parts) <= _PARTS and all(
        may_be_city(part) and not is_organised(part) and not part.startswith("The ") for part in parts
    )


def is_organised(text: str) -> bool:
    """Whether a word marks an organisation, in the language of postings."""
    bare = _ASIDE.sub("", text)  # "Year 2 (Junior School)" is a class of one
    return organisation_weight(bare) > 0 or bool(_HOUSE.search(bare))
