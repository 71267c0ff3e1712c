"""The pieces of a header told apart: which is the title, which the employer, which the place.

Words decide where they can, then what the headers of the document have in common. How rows become pieces is for
`playbook.reading.headers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.reading.business_names import may_name_employer, names_business, names_firm, names_forces
from playbook.reading.header_form import Form
from playbook.reading.rows import Slice
from playbook.reading.titles import ends_in_title, title_weight
from playbook.reading.vocabulary import IN_TITLES, is_organisation, is_place, is_state, may_be_city, organisation_weight

_AT = re.compile(r"\s+(?:at|@)\s+(?=[A-Z\d])|\s*@\s*(?=[A-Z])")
_DASH = re.compile(r"\s+(?:[-–—]|--)\s+(?![^()]*\))(?!an?\s[a-z])")
_COMMA = re.compile(
    r",\s+(?![^()]*\))(?!(?i:inc|incorporated|llc|llp|pllc|ltd|limited|corp|corporation|plc|gmbh|pty|pvt|l\.l\.c|p\.c|s\.a|n\.v"
    r")\.?(?: (?i:ltd)\.?)?\s*(?:$|[,;(]|\s[–—-]))"
)
"""Outside of brackets, as the dash: what stands in them is a remark. "Harrow Castings, Inc." is one name."""
_BEHIND = re.compile(r"(?<=\))\s+(?=[A-ZÀ-Ý][\w'’.&-]*\s+[A-ZÀ-Ý&(])")
"""Behind a title's remark: "Guide (seasonal) Harrow Hill Tours"."""
_NEAR = re.compile(r"^(?:nr\.?|near|outside|just outside|close to|c/o) [A-ZÀ-Ý]")
_AT_A = re.compile(r"\s+(?:at|for|with)\s+(?=(?:an?|the)\s+[a-z])")
"""Before an employer that is told by its kind: "at a ski lodge (Harrow Hill)"."""
_IN_BRACKETS = re.compile(r"\(([A-ZÀ-Ý][^()]*)\)")
_CUT_SHORT = "".join(rf"(?<!\b{word})" for word in IN_TITLES.split())
_STOP = re.compile(rf"(?<=[^\W\d_]{{3}}){_CUT_SHORT}\.\s+(?=[A-ZÀ-Ý])")
_BRACKET = re.compile(r"\s+\(([^()]{3,40})\)$")
"""A place in brackets behind the employer."""
_TOWN_STATE = re.compile(r"^([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?) ([A-Z]{2})$")
"""A town with its state and no comma between them: "Moline IL"."""
_SITES = re.compile(r"\s+(?:/|&|and)\s+")
"""Between the places of one employer: "Richmond, VA / Norfolk, VA"."""
_WORD = re.compile(r"\w")
_NO_TITLE = -6
_SHORT = 6
"""Words up to which what stands before "at" is a title."""
_PART_OF_NAME = re.compile(
    r"\b(?:division|department|dept|team|office|practice|programme?|branch|campus|region|ward|unit|floor)\b", re.IGNORECASE
)


def likeness(text: str) -> int:
    """How much a piece looks like a title rather than an organisation."""
    if names_forces(text):
        return _NO_TITLE
    return 4 if ends_in_title(text) else 2 * title_weight(text) - 3 * organisation_weight(text)


def parts_of(piece: Slice) -> int:
    """The parts between the commas of a piece, a place at its end aside."""
    bare, place = without_place(piece)
    parts = bare.split(_COMMA)
    return len(parts) - (place is None and len(parts) > 2 and may_be_city(parts[-1].text))  # noqa: PLR2004  title, employer, town


def told_apart(  # noqa: C901, PLR0911  one grammar, read top to bottom
    pieces: list[Slice], row_of: list[int], dated_row: int | None, *, inherits: bool, form: Form
) -> tuple[Slice | None, Slice | None, str | None]:
    """Title, employer and place of the pieces of a header."""
    spoken = [at for at, piece in enumerate(pieces) if _WORD.search(piece.text)]
    pieces, row_of = [pieces[at] for at in spoken], [row_of[at] for at in spoken]
    if not pieces:
        return None, None, None
    for number, piece in enumerate(pieces):
        halves = piece.split(_AT)
        if len(halves) == 2 and (title_weight(halves[0].text) or len(halves[0].text.split()) <= _SHORT):  # noqa: PLR2004  title and employer
            employer, place = without_place(halves[1], may_guess=True)
            cities = [other.text for at, other in enumerate(pieces) if at != number and may_be_city(other.text)]
            return halves[0], employer, place or (cities[0] if cities else None)
        kind = _at_a_kind(piece)
        if kind is not None:
            return kind
    if len(pieces) == 1:
        return _one_piece(pieces[0], inherits=inherits, form=form)
    bare = [without_place(piece)[0] for piece in pieces]
    weights = [likeness(piece.text) for piece in bare]
    best = max(range(len(pieces)), key=lambda at: (weights[at], -at))
    sited = [at for at in _alike(weights) if without_place(pieces[at])[1] is not None]
    if 0 < len(sited) == weights.count(weights[best]) - 1:
        best = next(at for at in _alike(weights) if at not in sited)  # an employer whose name looks like a title, with its town
    elif weights.count(weights[best]) > 1 and (form.order or row_of[0] != row_of[-1]):
        best = _by_order(pieces, weights, row_of, dated_row, form)
    whole = _whole_in_one(pieces, best, weights, form)
    if whole is not None:
        return whole
    others = [piece for at, piece in enumerate(pieces) if at != best]
    ranked = sorted(others, key=lambda piece: (-organisation_weight(piece.text), may_be_place(piece.text)))
    if 0 < form.after < len(others) and all(
        may_be_place(piece.text) and not organisation_weight(piece.text) for piece in others
    ):
        ranked = others[form.after :]
    employer, place = without_place(ranked[0], may_guess=True)
    if place is None:
        place = next((piece.text for piece in others if piece is not ranked[0] and may_be_city(piece.text)), None)
    if form.is_sited and place is None:
        bare_title, place = without_place(pieces[best], may_guess=True)
        return bare_title, employer, place
    if weights[best] <= 0 and inherits and len(pieces) > 1 and weights[0] > 0:
        return pieces[0], None, place
    return pieces[best], employer, place


def _at_a_kind(piece: Slice) -> tuple[Slice, Slice | None, str | None] | None:
    """Title, employer and place of "Waiter at a fish bar (Harrow Hill), nights": without a name, the employer is not known."""
    halves = piece.split(_AT_A)
    if len(halves) != 2 or title_weight(halves[0].text) != 2 or len(halves[0].text.split()) > _SHORT:  # noqa: PLR2004  title and employer
        return None
    named = _IN_BRACKETS.search(halves[1].text)
    return halves[0], halves[1].cut(named.start(1), named.end(1)) if named else None, None


def _whole_in_one(
    pieces: Sequence[Slice], best: int, weights: Sequence[int], form: Form
) -> tuple[Slice | None, Slice | None, str | None] | None:
    """Title and employer that share a piece, where all other pieces are cities or say nothing of either."""
    others = [piece for at, piece in enumerate(pieces) if at != best]
    if not all(may_be_place(piece.text) and weights[at] <= 0 for at, piece in enumerate(pieces) if at != best):
        return None
    title, employer, place = _one_piece(pieces[best], inherits=False, form=form)
    if (
        title is None
        or employer is None
        or not (organisation_weight(employer.text) or (form.joint and likeness(employer.text) <= 0))
    ):
        return None
    return title, employer, place or others[0].text


def may_be_place(text: str) -> bool:
    """Whether a piece has the shape of a town, or of a town and its county."""
    parts = text.split(", ")
    if len(parts) == 2 and _TOWN_STATE.match(parts[1]):  # noqa: PLR2004  employer and town: "CENTRATEL WIRELESS, Irving TX"
        return False
    return len(parts) <= 2 and all(may_be_city(part) for part in parts)  # noqa: PLR2004  as above


def _alike(weights: Sequence[int]) -> list[int]:
    """The pieces that look most like a title."""
    return [at for at, weight in enumerate(weights) if weight == max(weights)]


def _by_order(
    pieces: Sequence[Slice], weights: Sequence[int], row_of: Sequence[int], dated_row: int | None, form: Form
) -> int:  # fmt: skip
    """The piece that is the title, among pieces that look alike."""
    alike = _alike(weights)
    plain = [at for at in alike if not may_be_place(pieces[at].text)]
    if len(alike) == 2 and len(plain) == 1 and parts_of(pieces[plain[0]]) > 1:  # noqa: PLR2004  title and employer in one, and a town
        return plain[0]
    if len(alike) > 2:  # noqa: PLR2004  title, employer, place
        towns = [at for at in alike[1:] if may_be_place(pieces[at].text)]
        undated = [at for at in towns if row_of[at] != dated_row]
        if towns:
            alike.remove(undated[0] if len(undated) == 1 else towns[-1])
    if form.order is not None:
        return alike[0] if form.order == "title" else alike[-1]
    if dated_row is not None and row_of[0] != dated_row and len(alike) == len(weights):
        # the employer above, the title with its dates
        return next((at for at, row in enumerate(row_of) if row == dated_row), 1)
    return alike[0]


def _one_piece(  # noqa: PLR0911  one grammar, read top to bottom
    piece: Slice, *, inherits: bool, form: Form
) -> tuple[Slice | None, Slice | None, str | None]:  # fmt: skip
    """A header whose only separators are dashes and commas."""
    piece, place = without_place(piece)
    for pattern in (_DASH, _STOP, _COMMA, _BEHIND):
        parts = piece.split(pattern)
        if len(parts) < 2 or (pattern is _BEHIND and not _is_behind(parts)):  # noqa: PLR2004  nothing to tell apart
            continue
        titles = [at for at, part in enumerate(parts) if title_weight(part.text) == 2] or [  # noqa: PLR2004  a title by its head
            at for at, part in enumerate(parts) if title_weight(part.text)
        ]
        titles = [at for at in titles if likeness(parts[at].text) > 1] or titles
        titles = [at for at in titles if not names_firm(parts[at].text)] or titles
        others = [part for at, part in enumerate(parts) if at not in titles]
        has_employer = any(is_organisation(part.text) for part in others) or (inherits and _has_name(others, place))
        # A team stands behind its title: what stands before one and may be a name is another employer.
        has_employer = has_employer or bool(
            titles and titles[0] and all(may_name_employer(part.text) for part in parts[: titles[0]])
        )
        if not titles:
            if form.order is None or (inherits and pattern is _COMMA and not form.joint):
                continue
            titles = [0] if form.order == "title" else [len(parts) - 1]
        is_turned = form.order == "employer" and titles[0] == 0  # employers stand first here, and this is no employer
        if inherits and not has_employer and not form.joint and (is_turned or not (pattern is _DASH and form.order)):
            return piece, None, place
        at = titles[-1] if form.order == "employer" and len(titles) > 1 else titles[0]
        if at == 0:
            more = parts_of(piece) - form.parts if pattern is _COMMA and form.parts > 1 else 0
            if 0 < more < len(parts) - 1:
                return parts[0].to(parts[more]), *_placed(parts[more + 1].to(parts[-1]), place)
            rest = parts[1].to(parts[-1])
            if is_place(rest.text):
                return parts[0], None, place or rest.text
            rest = _after_team(parts) if pattern is _COMMA else rest
            title = parts[0].to(_before(parts, rest))
            return title, *_placed(rest, place, may_guess=pattern is _COMMA or _has_town(rest))
        title, rest = parts[at].to(parts[-1]), parts[0].to(parts[at - 1])
        employer, found = without_place(rest, may_guess=False)
        return title, employer, place or found
    if title_weight(piece.text) > organisation_weight(piece.text):
        return piece, None, place
    return None, piece, place


def _is_behind(parts: Sequence[Slice]) -> bool:
    """Whether a title with a remark is followed by a name."""
    head = parts[0].text.split("(")[0]
    return len(parts) == 2 and title_weight(head) == 2 and may_name_employer(parts[1].text)  # noqa: PLR2004  a title by its head, and a name


def _has_name(rest: Sequence[Slice], place: str | None) -> bool:
    """Whether an employer of its own stands beside the title: known by its form, or by the town behind it."""
    named = [part for part in rest if may_name_employer(part.text)]
    is_placed = place is not None or (len(named) > 1 and may_be_place(named[-1].text))
    return any(names_business(part.text) for part in rest) or bool(is_placed and named)


def _has_town(rest: Slice) -> bool:
    """Whether a name that is plainly an employer's is followed by what may be a town, and is no team."""
    parts = rest.split(_COMMA)
    return len(parts) == 2 and names_business(parts[0].text) and may_name_employer(parts[1].text)  # noqa: PLR2004  employer and town


def _placed(rest: Slice, place: str | None, *, may_guess: bool = True) -> tuple[Slice, str | None]:
    """An employer without the place behind it."""
    employer, found = without_place(rest, may_guess=may_guess and place is None)
    return employer, place or found


def _after_team(parts: Sequence[Slice]) -> Slice:
    """What follows the title: without a team that stands between it and the employer."""
    for number in range(1, len(parts) - 1):
        team, after = parts[number].text, parts[number + 1].text
        is_team = not organisation_weight(team) and organisation_weight(after)
        is_last = number + 2 == len(parts)
        is_named = team[0].islower() and may_name_employer(after) and not (is_last and may_be_city(after))
        if number == 1 and (is_team or is_named):
            return parts[number + 1].to(parts[-1])
    return parts[1].to(parts[-1])


def _before(parts: Sequence[Slice], rest: Slice) -> Slice:
    return [part for part in parts if part.end <= rest.start][-1]


def without_place(piece: Slice, *, may_guess: bool = False) -> tuple[Slice, str | None]:  # noqa: PLR0911  a rule a line
    """The piece without the place at its end. `may_guess` takes a last capitalised word for a city."""
    parts = piece.split(_COMMA)
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
    dashes = piece.split(_DASH)
    if len(dashes) == 2 and all(is_place(town) for town in _SITES.split(dashes[1].text)):  # noqa: PLR2004  "Memorial Hermann – Houston, TX"
        return dashes[0], dashes[1].text
    bracket = _BRACKET.search(piece.text)
    if bracket and is_place(bracket[1]):
        return piece.cut(0, bracket.start()), bracket[1]
    keeps = piece.text.startswith("University of") or _PART_OF_NAME.search(last) or organisation_weight(last)
    if may_guess and len(parts) > 1 and may_be_city(last) and not keeps:
        return parts[0].to(parts[-2]), last
    return piece, None
