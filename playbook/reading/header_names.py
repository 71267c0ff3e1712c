"""The name of an employer without what stands behind it in its line and says what it is, or that there is none.

Which piece of a header the employer is, is for `playbook.reading.header_pieces`.
"""

from __future__ import annotations

import re

from playbook.artifacts.names import is_own_account
from playbook.reading.header_dates import EDGE
from playbook.reading.rows import Slice
from playbook.reading.vocabulary import organisation_weight

_SENT = r"(?:via|through|c/o|contract(?:ed|or)? (?:to|via|through|by)) "
_ONCE = r"(?:formerly|previously|now|trading as|t/a|d/?b/?a|part of) [A-ZÀ-Ý][^(),;–-]{1,40}\)"
"""Another name of the firm, which a reader may know it by."""
_NOTE = re.compile(rf"\s*\((?!{_SENT}|{_ONCE})(?:[a-z~][^()]*|[^()]*(?:\d|,|~)[^()]*)\)(?:,? [^()]{{0,30}})?$")
"""What an employer is or was, in brackets behind its name: small letters, a number or a list. Who sent somebody there
stays, and so does another name."""
_STARS = re.compile(r"\s*(?:\*{1,5}|[1-5] ?\*|★+)$")
"""What a hotel is awarded, behind its name."""
_KIND = re.compile(r"\s+[-–—]\s+[a-z]+ [a-z][^–—]*$")
"""What an employer is, in small letters behind a dash: "— independent agency"."""
_TOLD = re.compile(r"\s+[–—-]\s+(?P<what>[^–—]*\d[^–—]*)$")
"""What an employer is, behind a dash and with a number: "— Level II trauma, 38-bed ED"."""
_COUNT = re.compile(r"\s+(?:--|[–—-])\s+(?:\d[\d,.]*\+?|one|two|three|four|five)[ -](?:[\w&'’-]+ ){0,3}[a-z]+(?: \([^()]*\))?$")
"""What a house has, behind a dash: "- 2 AA rosettes", "– 340 beds", "-- 5 year apprenticeship". "- 21 Club" is a name."""
_TOWN = re.compile(r",\s+[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)? [A-Z]{2}$")
"""A town with its state, without the comma between them."""
_SEASON = re.compile(
    r"\s+[-–—]\s+(?:summers?|winters?|holidays|weekends|evenings|seasonal|(?:full|part)[- ]time)$", re.IGNORECASE
)
_WHEN = re.compile(r",\s+(?![^()]*\))(?:(?:[a-z]+ ){0,3}(?:19|20)\d\d\b.*|(?:[a-z]+ ){0,2}(?:seasons|summers|winters))$")
"""When it was, in a form that is no date of the grammar: ", winter seasons 2016/17, 17/18 & 2019"."""
_FROM_HOME = re.compile(
    r",\s+(?:(?:fully |100% )?remote|hybrid|on-?site|virtual|work(?:ed|ing)? from home|wfh)$", re.IGNORECASE
)
"""How it was done, where other employers have their town: "Harrow Collective, remote"."""
_OTHERS = re.compile(
    r",\s+(?:various|several|multiple|different) "
    r"(?:clients?|contractors?|employers?|firms?|companies|sites?|agencies|locations)\b.*$",
    re.IGNORECASE,
)
"""Those whom nobody names, beside who is named: ", various contractors"."""
_THROUGH = re.compile(
    r"^(?:various|several|multiple|different|many) (?:[\w/&-]+ ){1,4}(?:thru|through|via|by way of|c/o) (?-i:(?=[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
"""Those whom nobody names, before who sent somebody there: "Various offices thru Durham Staffing"."""
_OR = re.compile(r"\s*[/,&]\s*")
_CLIENTS = re.compile(r"\s*;\s*|,?\s+(?=(?:with |for )?(?:clients?|via|through)\b)", re.IGNORECASE)
"""Before those for whom somebody without an employer worked: "Self-employed; clients through Harrow Studio"."""


def on_own_account(title: Slice | None, employer: Slice | None) -> tuple[Slice | None, Slice | None]:
    """Title and employer, where words for work on one's own account stand without a title: they say what somebody was.

    Beside a title they stay, without the clients behind them, so that nobody else is taken for the employer.
    """
    first = next(iter(employer.split(_CLIENTS)), None) if employer is not None else None
    if first is None or not is_own_account(first.text):
        return title, employer
    return (first.split(_OR)[0], None) if title is None else (title, first)


def without_count(piece: Slice) -> Slice:
    """A piece of a header without how many of something its employer has, which is no name: "Cook, Harrow Inn - 2 rosettes"."""
    count = _COUNT.search(piece.text)
    return piece.cut(0, count.start()) if count else piece


def without_note(employer: Slice) -> Slice:
    """An employer without what says what it is: "(casual dining, 210 seats)", "— Level II trauma, 38-bed ED".

    "(Ontario)" is of its name.
    """
    through = _THROUGH.match(employer.text)
    employer = employer.cut(through.end()) if through else employer
    others = _OTHERS.search(employer.text)
    employer = employer.cut(0, others.start()) if others and others.start() else employer
    remote = _FROM_HOME.search(employer.text)
    employer = employer.cut(0, remote.start()) if remote and remote.start() else employer
    when = _WHEN.search(employer.text)
    employer = employer.cut(0, when.start()) if when and when.start() else employer
    kind = _KIND.search(employer.text)
    employer = employer.cut(0, kind.start()) if kind and kind.start() and ")" not in kind[0] else employer
    stars = _STARS.search(employer.text)
    employer = employer.cut(0, stars.start()) if stars and stars.start() else employer
    season = _SEASON.search(employer.text)
    employer = employer.cut(0, season.start()) if season else employer
    told = _TOLD.search(employer.text)
    is_whole = told is not None and employer.text.count("(", 0, told.start()) == employer.text.count(")", 0, told.start())
    if told and is_whole and organisation_weight(employer.text[: told.start()]) and not organisation_weight(told["what"]):
        employer = employer.cut(0, told.start())
        town = _TOWN.search(employer.text)
        employer = employer.cut(0, town.start()) if town else employer
    note = _NOTE.search(employer.text)
    return employer.cut(0, note.start()).trimmed(EDGE) if note and note.start() else employer
