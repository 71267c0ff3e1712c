"""Certificates, licences, awards and publications: the lines that name what someone holds, with issuer and dates.

Which rows are about certificates is for `playbook.reading.credentials`; degrees are for `playbook.reading.education`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from playbook.artifacts.resume import Named
from playbook.reading.dates import DateRange
from playbook.reading.paper_remarks import EXPIRY, dates_beside, expiry_of, gives_papers, is_remark, issued_on, without_remark
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import organisation_weight

_NUMBER = re.compile(r"(?:#|\bno\.?\s|\bn[º°.]|\bnr\.?\s|\bid\b|\bnumber\b|\blicen[cs]e (?=[\w-]*\d))", re.IGNORECASE)
_PIECES = re.compile(r"\s*[\t|·•;]\s*|,\s+(?![^()]*\)\s)|\s+[-–—]\s+|\s*\((?![A-Z][\w.&/+-]{0,9}\)\s*$)(?=[^()]*\)\s*$)")
_LIST = re.compile(r"\s*(?:[|•·⋅◦●⋄]|;(?![^()]*\)))\s*|\s+\*\s+|\t")
_STOPS = re.compile(r"(?<=\w{4})\.\s+(?=[A-Z])|(?<=[A-Z]{2})\.\s+(?=[A-Z])|(?<=\w\))\.\s+(?=[A-Z])")
_CARD = re.compile(r"(?=.{6})\S+(?: \S+){0,3}")  # "Cert" is the rest of an abbreviation
_BESIDE = re.compile(r"[\t|·]")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_SHORT_STATE = re.compile(r"[A-Z]{2}\s*\([^()]*\)\W*")
"""Where else something is held, with how it stands there: "RN - ID; CA (exp 04/26)"."""
_COMMAS = re.compile(r"\s*,\s+(?:(?:and|y|und|et|e)\s+)?(?![^()]*\))")
_SLASHES = re.compile(r"\s+/\s+(?![^()]*\))")
_LETTERS = re.compile(r"^[A-Z]{2,}[\w+-]*(?=\s|$)|\b[A-Za-z]+\+(?=\s|$)|^[A-Z]\+$")
"""A certificate by its letters: "OSHA 10", "Network+"."""
_SHORT = 5
_FULL = re.compile(
    r"\b(?:cpr|bls|acls|pals|aed|first aid|osha|haccp|cdl|hazmat|twic|forklift|pmp|csm|itil|prince2|card|licen[cs]e"
    r"|certified)\b",
    re.IGNORECASE,
)
"""Words of a certificate that stands for itself."""
_NO_ISSUER = re.compile(r"\b(?:cpr|bls|acls|pals|aed|first aid|osha \d+|haccp|forklift)\b", re.IGNORECASE)
_DETAIL = re.compile(
    r"^(?:issued\b|issuer\b|issuing\b|awarded by\b|(?:credential|licen[cs]e|registration|certificate|reg\.|cert\."
    r"|lic\.) ?(?:no\b|nr\b|number\b|id\b|url\b|#)"
    r"|no\. ?\d|# ?\d|(?:see|show|verify) credential|expires?\b|expiry\b|expiration\b|valid (?:until|to|thru|through|till|from"
    r"|for)\b|renew(?:al|s|ed)?\b"
    r"|(?:status|date|place|state|number|id|by|organi[sz]ation|authority)\s*:|ausgestellt\b|emitid[oa]\b|délivré|(?:active"
    r"|inactive|current|expired|lapsed)\W*$)",
    re.IGNORECASE,
)
_HEADS = (
    "professional|practitioner|technician|specialist|certification|certificate|certified|diagnosis|operations|management"
    "|training|"
    "licen[cs]e|operator|provider|instructor|associate|engineer|administrator|expert|card|endorsement|course|programme|program|"
    "level|administration|analyst|developer|architect|assessor|auditor|qualification|manager|trainer|teacher|nurse|assistant|supervisor"
    "|foundation"
)
_CONTINUES = re.compile(rf"^(?:{_HEADS})(?: [\w-]+)?(?: \([^()]*\))?$", re.IGNORECASE)
_OPEN = re.compile(r"(?:\s(?:in|of|for|and|&|the|to|with|de|en|des|du|und|für|von|y|e|et|-|–)|[,/])$", re.IGNORECASE)
_WORD = re.compile(r"[A-Z][a-z]{3,}")
_DONE = re.compile(r"\s*\((?:passed|sat|taken|completed|awarded|obtained|renewed)$", re.IGNORECASE)
"""What is left of brackets whose date was cut off: "Part 2 (passed May 2021)"."""
_WIDTH = 45
"""Letters of a column in which names are broken over lines."""

BELONGS = re.compile(r"^(?:fellow|member|associate|licentiate|chartered \w+|called|admitted)\b", re.IGNORECASE)
"""Whoever is taken in by a body that may call itself an institute."""
LOOKS_CERTIFIED = re.compile(
    r"""\b(?:certif(?!icate[ ]+(?:in|of|program|programme|course|iii?|iv|,))\w*|licen[cs](?:e|ed|es|ure)|permit|permis|(?:id"
    r"|green|medical|twic|union|site)[ ]card|card|
      ticket|npq\w*|cpr|bls|acls|pals|nrp|aed|first[ -]aid(?:er)?|osha|haccp|servsafe|cdl|hazmat|hazwoper|twic|msha|forklift|pmp|csm|prince2|itil|leed|
      (?:PL|AZ|DP|SC|MB|MS|AI|MD|DA)-\d{3}|registered|chartered|acca|cpa|cfa|cma|shrm|cissp|comptia|aws[ ]certified|accredit\w*|endorsement|notary|bar[ ](?:admission|of)|admitted|
      exam[ ]\(?|exam$|f[üu]hrerschein|zertifikat\w*|habilitation|carnet|c[ée]dula|colegiatura|coleg?iad[oa]|certificad[oa]|carteira|cnh|caces|sst|
      staplerschein|approbation)\b|\b(?:exp(?:ires?|\.)|valid[ ](?:until|to|through))""",  # noqa: E501  one pattern
    re.IGNORECASE | re.VERBOSE,
)
"""Words of licences, cards and certificates, as against degrees and courses."""


def read_named(rows: Sequence[Row]) -> Iterator[Named]:
    """Certificates, licences, awards and publications: one a line, or several short ones in a list.

    Lines of issuer, number and dates below a name belong to it, and so does the rest of a name that a narrow column broke.
    """
    is_bulleted = bool(rows) and rows[0].is_bullet
    is_spaced = not is_bulleted and _is_spaced(rows)
    sources = frozenset() if is_bulleted else _sources(rows)
    held: list[Row] = []
    for row in rows:
        if holds_contact(row.text):
            continue
        is_below = row.body.start in sources or (is_spaced and not row.is_apart and not LOOKS_CERTIFIED.search(row.text))
        if held and not (row.is_bullet and is_bulleted) and (is_below or _belongs(row, held)):
            held.append(row)
            continue
        if held:
            yield from _entry(held)
        held = [row]
    if held:
        yield from _entry(held)


def _sources(rows: Sequence[Row]) -> frozenset[int]:
    """Where the lines start that say who gave what stands above, and when, if the lines take turns."""
    dated = [bool(_dates(row.text)) for row in rows]
    is_one = dated in ([False, True], [False, False, True]) and all(_is_broken(a.text, b.text) for a, b in pairwise(rows[:-1]))
    is_even = dated.count(True) > 1 or is_one
    takes_turns = is_even and not dated[0] and dated[-1] and not any(a and b for a, b in pairwise(dated))
    if not takes_turns:
        return frozenset()
    return frozenset(
        row.body.start
        for row, is_dated in zip(rows, dated, strict=True)
        if is_dated and not LOOKS_CERTIFIED.search(_bare(row.text)) and not title_weight(_bare(row.text))
    )


def _is_spaced(rows: Sequence[Row]) -> bool:
    """Whether each name has its issuer and its date on lines below it: entries between empty lines, or line about line."""
    spaces = [row.is_apart for row in rows[1:]]
    if sum(spaces) > 1 and not all(spaces):
        return not any(one.is_apart and other.is_apart for one, other in pairwise(rows[1:]))
    return False


def _belongs(row: Row, held: Sequence[Row]) -> bool:
    """Whether a row says more of the name above."""
    bare = _bare(row.text)
    if not bare or _DETAIL.match(bare) or _DETAIL.match(row.text) or is_remark(row.text):
        return True
    if row.is_apart or row.is_bullet:
        return False
    if len(held) == 1 and _is_source(row.text) and not _dates(held[0].text):
        return True
    return _is_broken(held[-1].text, row.text)


def _is_source(text: str) -> bool:
    """Whether a line is an organisation with a date: who issued what stands above."""
    return bool(organisation_weight(text)) and bool(_dates(text)) and not LOOKS_CERTIFIED.search(text)


def _is_broken(above: str, below: str) -> bool:
    """Whether one name was broken over two lines of a narrow column."""
    if len(above) > _WIDTH or _dates(above):
        return False
    if _OPEN.search(above) or above.count("(") > above.count(")") or below[0].islower():
        return True
    is_one_word = bool(_WORD.fullmatch(below)) and len(above.split()) > 2  # noqa: PLR2004  a name of its own may be short
    return (
        (is_one_word or bool(_CONTINUES.match(below))) and len(above.split()) > 1 and above.rsplit(maxsplit=1)[-1][0].isupper()
    )


def _bare(text: str) -> str:
    """Without dates and words of validity: empty for a line that says nothing else."""
    found = expiry_of(text)
    if found:
        text = text[: found[1]] + text[found[2] :]
    for one in reversed(dates_beside(text)):
        text = text[: one.at] + text[one.to :]
    return text.strip(" ()[].,;:|·-–—\t")


def _entry(rows: Sequence[Row]) -> Iterator[Named]:
    """What a name and the lines that belong to it say."""
    body, more = rows[0].body, list[Slice]()
    for above, row in pairwise(rows):
        if not more and not _DETAIL.match(row.text) and _is_broken(above.text, row.text):
            body = body.to(row.body)
        else:
            more.append(row.body)
    for part in [body] if more else _with_remarks(_listed(body)):
        if any(letter.isalpha() for letter in _bare(part.text)):
            yield _named(part, more)


def _with_remarks(pieces: Sequence[Slice]) -> list[Slice]:
    """Each with what is remarked on it behind a comma of its own: "CAP 2011, recert. 2023" is one."""
    found: list[Slice] = []
    for piece in pieces:
        if found and is_remark(piece.text):
            found[-1] = found[-1].to(piece)
        elif not (found and _SHORT_STATE.fullmatch(piece.text) and expiry_of(piece.text)):
            found.append(piece)
    return found


def _listed(body: Slice) -> list[Slice]:
    """A line of short names alone is a list; a line with an issuer or a date is one entry."""
    pieces = body.split(_LIST)
    is_in_cells = len(pieces) > 1 and _BESIDE.search(body.text) is not None
    if is_in_cells and not _dates(pieces[0].text) and any(_dates(one.text) for one in pieces[1:]):
        return [body]  # "Name | Issuer | 2020", in cells
    dated = sum(_dates(piece.text) is not None for piece in pieces)
    is_each = dated > 1 and _dates(pieces[0].text) and not any(_is_about(piece.text) for piece in pieces)
    if dated > 1 and (";" in body.text or dated == len(pieces) or is_each):
        return pieces  # each with its own date
    if (
        len(pieces) > 1
        and not any(_is_about(piece.text) for piece in pieces)
        and not any(organisation_weight(_ASIDE.sub("", piece.text)) and not _is_remarked(piece.text) for piece in pieces[1:])
        and not re.fullmatch(r"\W*(?:19|20)\d\d\W*", pieces[0].text)
    ):
        return pieces
    stopped = body.split(_STOPS)
    are_dated = all(_dates(piece.text) for piece in stopped[:-1])
    if len(stopped) > 2 and (are_dated or all(_CARD.fullmatch(piece.text) for piece in stopped)):  # noqa: PLR2004  two may be a name cut short
        return stopped
    lettered = body.split(_COMMAS if "," in body.text else _SLASHES)
    if len(lettered) > 2 and all(_LETTERS.search(one.text) and _bare(one.text) for one in lettered):  # noqa: PLR2004  two may be a name and its issuer
        return lettered
    slashed, commas = body.split(_SLASHES), body.split(_COMMAS)
    if len(slashed) < 3 or not all(_LETTERS.search(one.text) or LOOKS_CERTIFIED.search(one.text) for one in slashed):  # noqa: PLR2004  as above
        slashed = []
    return slashed or (commas if _is_list(commas) else [body])


def _is_about(text: str) -> bool:
    """Whether a piece only says something of the name beside it: a date, how it stands, who issued it."""
    return not _bare(text) or is_remark(text) or bool(_DETAIL.match(text))


def _is_remarked(text: str) -> bool:
    """Whether a piece has in brackets how it stands, as a paper has and no issuer: "Dive Board Medical (exp.)"."""
    return any(is_remark(aside[0]) for aside in _ASIDE.finditer(text))


def _is_list(commas: Sequence[Slice]) -> bool:
    """Whether the pieces between commas are names of their own, and none is the issuer of the first."""
    if len(commas) < 2 or not all(len(piece.text.split("(")[0].split()) <= _SHORT for piece in commas):  # noqa: PLR2004  one name
        return False
    if all(_dates(piece.text) for piece in commas):
        return True
    if len(commas) == 2:  # noqa: PLR2004  two may be a name and its issuer
        return all(_FULL.search(piece.text) for piece in commas) or bool(_NO_ISSUER.search(commas[1].text))
    last = _ASIDE.sub("", commas[-1].text) if LOOKS_CERTIFIED.search(commas[-1].text) else commas[-1].text
    return not _dates(commas[0].text + last) and all(
        _bare(piece.text)
        and (LOOKS_CERTIFIED.search(piece.text) or not organisation_weight(piece.text))
        and not _NUMBER.search(piece.text)
        and not is_remark(piece.text)
        for piece in commas
    )


def _dates(text: str) -> DateRange | None:
    found = dates_beside(text)
    return found[-1] if found else None


def _named(body: Slice, more: Sequence[Slice]) -> Named:
    """One name with what its own line and the lines below say of it."""
    lines = [body.text, *(one.text for one in more)]
    expires = next((found[0] for line in lines if (found := expiry_of(line))), None)
    pieces = [piece for piece in (_closed(part) for part in body.split(_PIECES)) if piece]
    names = [piece for piece in pieces if _bare(piece.text)] or pieces
    if len(names) > 1 and gives_papers(names[0].text) and _is_paper(names[1].text) and not _is_paper(names[0].text):
        names = [names[1], names[0], *names[2:]]
    name = _name_of(names[0]) if names else body.text
    issuer = next((text for piece in names[1:] if (text := _issuer(piece.text))), None) or next(
        (text for one in more if (text := _issuer(_bare(one.text)))), None
    )
    issued = next((one for line in lines if (one := issued_on(line))), None)
    is_range = issued is not None and issued.end != issued.start and not issued.is_current
    return Named(
        fact=(body.to(more[-1]) if more else body).fact,
        name=" ".join(name.split()) or body.text,
        issuer=issuer,
        date=issued.start if issued else None,
        expires=expires or (issued.end if issued and is_range and issued.start else None),
    )


def _is_paper(text: str) -> bool:
    return bool(LOOKS_CERTIFIED.search(text)) or title_weight(text) > 1


def _closed(piece: Slice) -> Slice:
    """Without a bracket that has no other half."""
    text = piece.text
    return piece if text.count("(") == text.count(")") else piece.trimmed(" ()")


def _name_of(piece: Slice) -> str:
    """The name without its date and without words of validity."""
    found = expiry_of(piece.text)
    if found and found[1]:
        piece = piece.cut(0, found[1])
    dates = _dates(piece.text)
    return without_remark(_DONE.sub("", piece.cut(0, dates.at).trimmed(" ,(–—-").text) if dates and dates.at else piece.text)


def _issuer(text: str) -> str | None:
    """The organisation that a piece names; no date, number or state is one."""
    text = re.sub(r"^(?:issued by|issuer:?|issuing \w+:?|awarded by|by)\s+", "", text, flags=re.IGNORECASE)
    if not _bare(text) or is_remark(text) or EXPIRY.match(text) or _NUMBER.search(text) or _DETAIL.match(text):
        return None
    return None if _dates(text) or text == text.lower() else text  # an issuer is a name: "(intro)" is none
