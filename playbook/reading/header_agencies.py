"""Who sent somebody to an employer, where the title's own brackets say so: "Fitter (contract, via Harrow Staffing)".

Whoever stands beside such a title is where the work was. Agencies that stand with the employer are for
`playbook.reading.header_names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.reading.header_places import without_place
from playbook.reading.rows import Slice
from playbook.reading.titles import title_weight

_SENT = re.compile(
    r"(?P<title>[^(),]+?)\s*\((?:[^()]*[\s,;])?(?:via|through|c/o)\s+(?P<agency>[A-ZÀ-Ý][^(),;]*)[^()]*\)"
    r"(?:\s*(?:,|\s[–—-]|\s@|\sat)\s+(?P<rest>\S.*))?"
)


def sent_by(piece: Slice, pieces: Sequence[Slice]) -> tuple[Slice, Slice, str | None] | None:
    """Title, employer and place of a title that an agency stands with; the agency itself where nobody else is named."""
    found = _SENT.fullmatch(piece.text)
    if found is None or not title_weight(found["title"]):
        return None
    beside = [other for other in pieces if other is not piece]
    where = piece.cut(found.start("rest")) if found["rest"] else (beside[0] if beside else None)
    if where is None:
        where = piece.cut(found.start("agency"), found.end("agency"))
    employer, place = without_place(where, may_guess=True)
    return piece.cut(0, found.end("title")), employer, place
