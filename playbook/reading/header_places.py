"""Where a role was: the place at the end of a piece of a header, and what has the shape of one.

Which piece is the title and which the employer is for `playbook.reading.header_pieces`.
"""

from __future__ import annotations

import re

from playbook.reading.rows import Slice
from playbook.reading.vocabulary import is_organisation, is_place, is_state, may_be_city, organisation_weight

DASH = re.compile(r"\s+(?:[-–—]|--)\s+(?![^()]*\))(?!an?\s[a-z])")
COMMA = re.compile(
    r",\s+(?![^()]*\))(?!(?i:inc|incorporated|llc|llp|pllc|ltd|limited|corp|corporation|plc|gmbh|pty|pvt|l\.l\.c|p\.c|s\.a|n\.v"
    r")\.?(?: (?i:ltd)\.?)?\s*(?:$|[,;(]|\s[–—-]))"
)
"""Outside of brackets, as the dash: what stands in them is a remark. "Harrow Castings, Inc." is one name."""
_NEAR = re.compile(r"^(?:nr\.?|near|outside|just outside|close to|c/o) [A-ZÀ-Ý]")
_BRACKET = re.compile(r"\s+\(([^()]{3,40})\)$")
"""A place in brackets behind the employer."""
_TOWN_STATE = re.compile(r"^([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?) ([A-Z]{2})$")
"""A town with its state and no comma between them: "Moline IL"."""
_SITES = re.compile(r"\s+(?:/|&|and)\s+")
"""Between the places of one employer: "Richmond, VA / Norfolk, VA"."""
_PART_OF_NAME = re.compile(
    r"\b(?:division|department|dept|team|office|practice|programme?|branch|campus|region|ward|unit|floor)\b", re.IGNORECASE
)
_SPELLED = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ'’]")
_LEGAL = re.compile(r"\b(?:pty|ltd|limited|inc|incorporated|llc|llp|plc|gmbh|corp|corporation)\b\.?$", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")


def may_be_place(text: str) -> bool:
    """Whether a piece has the shape of a town, or of a town and its county."""
    parts = text.split(", ")
    if len(parts) == 2 and _TOWN_STATE.match(parts[1]):  # noqa: PLR2004  employer and town: "CENTRATEL WIRELESS, Irving TX"
        return False
    return len(parts) <= 2 and all(may_be_town(part) for part in parts)  # noqa: PLR2004  as above


def without_place(piece: Slice, *, may_guess: bool = False) -> tuple[Slice, str | None]:  # noqa: PLR0911  a rule a line
    """The piece without the place at its end. `may_guess` takes a last capitalised word for a city."""
    if (firm := _behind_firm(piece) or _behind_legal_form(piece)) is not None:
        return firm
    parts = piece.split(COMMA)
    for count in (3, 2, 1):
        if len(parts) > count:
            place = parts[-count].to(parts[-1]).text
            is_known = is_place(place) or is_place(_TOWN_STATE.sub(r"\1, \2", place))
            if is_known and (count > 1 or not is_state(place) or len(parts) == 2):  # noqa: PLR2004  "Acme, Ohio"
                return parts[0].to(parts[-count - 1]), place
    if not parts:
        return piece, None
    last = parts[-1].text
    if len(parts) > 1 and _NEAR.match(last):
        return parts[0].to(parts[-2]), last
    dashes = piece.split(DASH)
    if len(dashes) == 2 and all(is_place(town) for town in _SITES.split(dashes[1].text)):  # noqa: PLR2004  "Memorial Hermann – Houston, TX"
        return dashes[0], dashes[1].text
    bracket = _BRACKET.search(piece.text)
    if bracket and is_place(bracket[1]):
        return piece.cut(0, bracket.start()), bracket[1]
    keeps = piece.text.startswith("University of") or _PART_OF_NAME.search(last) or organisation_weight(last)
    if may_guess and len(parts) > 1 and may_be_town(last) and not keeps:
        return parts[0].to(parts[-2]), last
    return piece, None


def _behind_firm(piece: Slice) -> tuple[Slice, str] | None:
    """A firm, by its form, and the towns behind its dash: "Harrow Castings, Inc. — Moline/Davenport, IA"."""
    halves = piece.split(DASH)
    if len(halves) == 2 and is_organisation(halves[0].text):  # noqa: PLR2004  the firm and where it is
        town, _, state = halves[1].text.partition(", ")
        if _SLASH.search(town) and may_be_town(town) and (not state or is_state(state)):
            return halves[0], halves[1].text
    return None


def _behind_legal_form(piece: Slice) -> tuple[Slice, str] | None:
    """A firm that its legal form closes, and the towns behind it: "Harrow Castings Ltd, Te Rapa, Hamilton"."""
    parts = piece.split(COMMA)
    if len(parts) < 3 or not _LEGAL.search(parts[0].text):  # noqa: PLR2004  one town is found without
        return None
    are_towns = all(
        may_be_town(part.text) and _SPELLED.match(part.text) and not _PART_OF_NAME.search(part.text) for part in parts[1:]
    )
    return (parts[0], parts[1].to(parts[-1]).text) if are_towns else None


def may_be_town(text: str) -> bool:
    """Whether a phrase has the shape of a town, or of two with a slash between them: "Leeds / Wakefield"."""
    return all(may_be_city(town) for town in _SLASH.split(text))
