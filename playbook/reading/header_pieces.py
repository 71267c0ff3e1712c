"""The pieces of a header told apart: which is the title, which the employer, which the place.

Words decide where they can, then what the headers of the document have in common. How rows become pieces is for
`playbook.reading.headers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.reading.business_names import may_name_employer, names_business, names_firm, names_forces
from playbook.reading.header_agencies import sent_by
from playbook.reading.header_form import Form
from playbook.reading.header_places import COMMA, DASH, may_be_place, may_be_town, without_place
from playbook.reading.header_unparted import firm_first, title_first
from playbook.reading.rows import Slice
from playbook.reading.titles import ends_in_title, title_weight
from playbook.reading.vocabulary import IN_TITLES, is_organisation, is_place, is_state, may_be_city, organisation_weight

_AT = re.compile(r"\s+(?:at|@)\s+(?=[A-Z\d])|\s*@\s*(?=[A-Z])")
_NAMED_AT = re.compile(
    r",\s+(?:The (?:[A-Z][\w'’-]* ){1,2}|(?:[A-Z][\w'’-]* )?"
    r"(?:Residences|Apartments|Villas?|Village|Lofts|Shops|Suites|Inn|Lodge|Club) )at [A-Z]"
)
"""Behind a title a name that holds an "at" itself: "Manager, The Foundry at Harrow"."""
_VIA = re.compile(r"\s+via\s+(?=[A-Z])")
_VARIOUS = re.compile(r"(?:various|several|multiple|different)\b", re.IGNORECASE)
"""Opens what names nobody: "Various offices, Kent County"."""
_BEHIND = re.compile(r"(?<=\))\s+(?=[A-ZÀ-Ý][\w'’.&-]*\s+[A-ZÀ-Ý&(])")
"""Behind a title's remark: "Guide (seasonal) Harrow Hill Tours"."""
_COLON = re.compile(r":\s+(?=[A-ZÀ-Ý])")
"""Between a title and whom it was held at: "Clerk → Supervisor: Harrow Hill Tours"."""
_LEGAL = re.compile(
    r"\b(?:pty|ltd|limited|inc|incorporated|llc|llp|plc|gmbh|corp|corporation)\b\.?(?:\s+\([^()]*\))?$", re.IGNORECASE
)
"""The end of a name that only a firm has."""
_WARD = re.compile(r"[A-Z]{2,6}(?:/[A-Z]{2,6})*")
"""Letters of a unit within an employer: "ICU/CVICU"."""
_AT_A = re.compile(r"\s+(?:at|for|with)\s+(?=(?:an?|the)\s+[a-z])")
"""Before an employer that is told by its kind: "at a ski lodge (Harrow Hill)"."""
_IN_BRACKETS = re.compile(r"\(([A-ZÀ-Ý][^()]*)\)")
_CUT_SHORT = "".join(rf"(?<!\b{word})" for word in IN_TITLES.split())
_STOP = re.compile(rf"(?<=[^\W\d_]{{3}}){_CUT_SHORT}\.\s+(?=[A-ZÀ-Ý])")
_WORD = re.compile(r"\w")
_NO_TITLE = -6
_SHORT = 6
"""Words up to which what stands before "at" is a title."""


def likeness(text: str) -> int:
    """How much a piece looks like a title rather than an organisation."""
    if names_forces(text):
        return _NO_TITLE
    return 4 if ends_in_title(text) else 2 * title_weight(text) - 3 * organisation_weight(text)


def parts_of(piece: Slice) -> int:
    """The parts between the commas of a piece, a place at its end aside."""
    bare, place = without_place(piece)
    parts = bare.split(COMMA)
    return len(parts) - (place is None and len(parts) > 2 and may_be_town(parts[-1].text))  # noqa: PLR2004  title, employer, town


def told_apart(  # noqa: C901, PLR0911  one grammar, read top to bottom
    pieces: list[Slice], row_of: list[int], dated_row: int | None, *, inherits: bool, form: Form
) -> tuple[Slice | None, Slice | None, str | None]:
    """Title, employer and place of the pieces of a header."""
    spoken = [at for at, piece in enumerate(pieces) if _WORD.search(piece.text)]
    pieces, row_of = [pieces[at] for at in spoken], [row_of[at] for at in spoken]
    if not pieces:
        return None, None, None
    for number, piece in enumerate(pieces):
        are_unnamed = all(_VARIOUS.match(one.text) or may_be_place(one.text) for one in pieces if one is not piece)
        sent = sent_by(piece, pieces)
        is_whole = sent is not None or _NAMED_AT.search(piece.text)
        halves = [] if is_whole else piece.split(_VIA if are_unnamed and not _AT.search(piece.text) else _AT)
        if len(halves) == 2 and (title_weight(halves[0].text) or len(halves[0].text.split()) <= _SHORT):  # noqa: PLR2004  title and employer
            employer, place = without_place(halves[1], may_guess=True)
            cities = [other.text for at, other in enumerate(pieces) if at != number and may_be_city(other.text)]
            return halves[0], employer, place or (cities[0] if cities else None)
        kind = sent or _at_a_kind(piece) or _behind_colon(piece, pieces, inherits=inherits)
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
    whole = _whole_in_one(pieces, best, weights, form) or _with_firm(pieces, best)
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
    if place is None and (sited_title := _sited(pieces[best], form)) is not None:
        return sited_title[0], employer, sited_title[1]
    if weights[best] <= 0 and inherits and len(pieces) > 1 and weights[0] > 0:
        return pieces[0], None, place
    return pieces[best], employer, place


def _sited(title: Slice, form: Form) -> tuple[Slice, str | None] | None:
    """A title and the place behind it: "Fitter, Leeds / hybrid". A country or a state may be what somebody was in charge of."""
    bare, place = without_place(title)
    if place is not None and not is_state(place):
        return bare, place
    return without_place(title, may_guess=True) if form.is_sited else None


def _at_a_kind(piece: Slice) -> tuple[Slice, Slice | None, str | None] | None:
    """Title, employer and place of "Waiter at a fish bar (Harrow Hill), nights": without a name, the employer is not known."""
    halves = piece.split(_AT_A)
    if len(halves) != 2 or title_weight(halves[0].text) != 2 or len(halves[0].text.split()) > _SHORT:  # noqa: PLR2004  title and employer
        return None
    named = _IN_BRACKETS.search(halves[1].text)
    return halves[0], halves[1].cut(named.start(1), named.end(1)) if named else None, None


def _behind_colon(
    piece: Slice, pieces: Sequence[Slice], *, inherits: bool
) -> tuple[Slice, Slice | None, str | None] | None:  # fmt: skip
    """Title, employer and place of "Clerk: Harrow Hill Tours, Leeds"; behind a title below its employer stands a team."""
    halves = piece.split(_COLON)
    if len(halves) != 2 or title_weight(halves[0].text) != 2 or len(halves[0].text.split()) > _SHORT:  # noqa: PLR2004  title and employer
        return None
    name = halves[1].split(COMMA)[0].text
    is_elsewhere = any(organisation_weight(other.text) for other in pieces if other is not piece)
    if is_elsewhere or not (names_business(name) or (not inherits and may_name_employer(name))):
        return None
    return halves[0], *without_place(halves[1], may_guess=True)


def _with_firm(pieces: Sequence[Slice], best: int) -> tuple[Slice, Slice, str | None] | None:
    """Title, employer and place, where a firm by its form shares a piece with the title and no other piece names one.

    What stands beside them is where it was, or what is done there: "Harrow Castings Ltd – Fitter" above "Sheet metal, Leeds".
    """
    others = [piece for at, piece in enumerate(pieces) if at != best]
    parts = pieces[best].split(DASH)
    parts = parts if len(parts) > 1 else pieces[best].split(COMMA)
    firms = [part for part in parts if _LEGAL.search(part.text)]
    titles = [part for part in parts if title_weight(part.text) == 2 and part not in firms]  # noqa: PLR2004  a title by its head
    if len(firms) != 1 or not titles or any(organisation_weight(other.text) for other in others):
        return None
    title = titles[0].to(parts[-1]) if firms[0].start < titles[0].start else titles[0]
    return title, firms[0], next((other.text for other in others if may_be_place(other.text)), None)


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


def _one_piece(  # noqa: C901, PLR0911  one grammar, read top to bottom
    piece: Slice, *, inherits: bool, form: Form
) -> tuple[Slice | None, Slice | None, str | None]:  # fmt: skip
    """A header whose only separators are dashes and commas."""
    piece, place = without_place(piece)
    turned = firm_first(piece) or title_first(piece)
    if turned is not None:
        title, employer = turned
        return title, *_placed(employer, place)
    for pattern in (DASH, _STOP, COMMA, _BEHIND):
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
            if form.order is None or (inherits and pattern is COMMA and not form.joint):
                continue
            titles = [0] if form.order == "title" else [len(parts) - 1]
        is_turned = form.order == "employer" and titles[0] == 0  # employers stand first here, and this is no employer
        if inherits and not has_employer and not form.joint and (is_turned or not (pattern is DASH and form.order)):
            return piece, None, place
        at = titles[-1] if form.order == "employer" and len(titles) > 1 else titles[0]
        if at == 0:
            more = parts_of(piece) - form.parts if pattern is COMMA and form.parts > 1 else 0
            if 0 < more < len(parts) - 1:
                return parts[0].to(parts[more]), *_placed(parts[more + 1].to(parts[-1]), place)
            rest = parts[1].to(parts[-1])
            if is_place(rest.text):
                return parts[0], None, place or rest.text
            rest, told = (_after_team(parts), parts) if pattern is COMMA else _after_ward(rest)
            title = parts[0].to(_before([parts[0], *told], rest))
            return title, *_placed(rest, place, may_guess=pattern is COMMA or _has_town(rest))
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
    parts = rest.split(COMMA)
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


def _after_ward(rest: Slice) -> tuple[Slice, Sequence[Slice]]:
    """What follows a title and its dash, without the letters of a ward: "Nurse – ICU, Harrow Hill Hospital"; and its parts."""
    parts = rest.split(COMMA)
    is_ward = len(parts) > 1 and _WARD.fullmatch(parts[0].text) and organisation_weight(parts[1].text)
    return (parts[1].to(parts[-1]) if is_ward else rest), parts


def _before(parts: Sequence[Slice], rest: Slice) -> Slice:
    return [part for part in parts if part.end <= rest.start][-1]
