"""Roles, volunteer posts and projects: which rows are headers, which are highlights, and to whom they belong.

What a header says is read by `playbook.reading.headers`. Ids are given later, in document order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from playbook.reading.business_names import behind_title, may_name_employer
from playbook.reading.descriptions import DESCRIBES, KIND, describes_employer
from playbook.reading.header_dates import dates_in_remark, dates_of
from playbook.reading.header_form import Form, Order
from playbook.reading.header_groups import acted_below, described, groups_of, span_of
from playbook.reading.headers import Header, read_header, says_where_or_how
from playbook.reading.inheriting import inherited
from playbook.reading.metrics import find_metrics
from playbook.reading.role_entries import Entry, Reading, restack, with_headers
from playbook.reading.role_lines import (
    SUBHEADING,
    is_one_of_several,
    is_prose,
    may_tell,
    parts_life,
    rows_above_dates,
    rows_below_bullets,
    stands_above_title,
    told_in,
)
from playbook.reading.role_rows import is_later_role, names_role, ready, tools_in
from playbook.reading.rows import Row, holds_contact
from playbook.reading.sentences import opens_with_verb
from playbook.reading.time_off import rows_of_time_off
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import organisation_weight

_ASIDE = re.compile(r"\([^()]{30,}\)|\[[^\[\]]{30,}\]\.?")
_REMARK = re.compile(r"\([^()]+\)\.?")
"""A line that is a remark in brackets: "(privately held maker of belts; 1,900 people)"."""
_MOST = 0.7
_WHOLE = 4
"""Words of the shortest sentence that tells something by itself."""
_CHANCE = 2
"""Headers that may have the same number of parts by chance."""


def read_positions(rows: Sequence[Row], verbs: frozenset[str], usual: Order | None = None) -> Reading:
    """The roles of a section in document order; `verbs` are the forms that open a highlight.

    Read twice where the first reading shows an order of title and employer that most headers keep; `usual` is the order
    of other sections of the document.
    """
    rows = ready(rows, verbs)
    reading = _read(rows, verbs, Form(order=usual))
    form = _form(reading, usual)
    return reading if form == reading.form else _read(rows, verbs, form)


def _form(reading: Reading, usual: Order | None) -> Form:
    """What the headers have in common, where most agree."""
    headers = [entry.header for entry in reading.entries]
    votes = Counter(header.order for header in headers if header.order is not None)
    ranked = votes.most_common(2)
    order = ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else usual
    titled = [header for header in headers if header.title is not None]
    joint = len(titled) > 1 and sum(header.is_joint for header in titled) >= _MOST * len(titled)
    lone = sum(header.is_lone for header in titled)
    # Behind a title whose employer stands above, the comma parts a team or a region.
    beside = sum(header.is_lone and not _stands_above(header) for header in titled)
    parts, count = Counter(header.parts for header in headers).most_common(1)[0] if headers else (0, 0)
    is_sited = joint and lone <= (1 - _MOST) * len(titled)
    places = Counter(header.after for header in headers if header.after is not None).most_common(1)
    return Form(
        order,
        joint=joint and beside >= _MOST * len(titled),
        is_sited=is_sited,
        parts=parts if count > _CHANCE and count > len(headers) / 2 else 0,
        after=places[0][0] if places else 0,
    )


def _stands_above(header: Header) -> bool:
    title, employer = header.title, header.employer
    return header.employer_has_row and title is not None and employer is not None and employer.start < title.start


def _read(rows: Sequence[Row], verbs: frozenset[str], form: Form) -> Reading:
    is_spaced = any(row.is_apart and not row.is_bullet for row in rows[1:])
    reading = Reading(form=form, is_spaced=is_spaced, lead=rows_above_dates(rows, verbs))
    block: list[Row] = []
    with_bullets, off = rows_below_bullets(rows), rows_of_time_off(rows)
    for number, row in enumerate(rows):
        tools = tools_in(row, verbs)
        if number in off:
            _close(block, reading)
        elif tools:
            _close(block, reading)
            reading.tools += tools
        elif not row.is_bullet and _ASIDE.fullmatch(row.text) and dates_of(row) is not None:
            _close(block, reading)  # what somebody did between two roles, in brackets, is none
        elif SUBHEADING.match(row.text) or parts_life(row):
            _close(block, reading)
            reading.parted = len(reading.entries) if parts_life(row) else reading.parted
        elif row.is_bullet and not (reading.entries and is_later_role(row, reading.entries[-1].header.dates)):
            _close(block, reading)
            entry = _current(reading)
            entry.has_bullets = True
            entry.highlights.append(row.body)
        elif is_prose(row, verbs) and not (stands_above_title(rows, number) or _heads_bullets(rows, number)):
            _close(block, reading)
            is_one = is_one_of_several(rows, number, verbs)
            _add_prose(_current(reading), row, verbs, has_bullets=number in with_bullets, is_one=is_one)
        else:
            block.append(row)
    _close(block, reading)
    reading.entries = with_headers(reading.entries)
    restack(reading.entries)
    for entry in reading.entries:
        entry.highlights = [one for one in entry.highlights if not holds_contact(one.text)]
        if entry.summary is not None and holds_contact(entry.summary.text):
            entry.summary = None
    return reading


def _current(reading: Reading) -> Entry:
    if not reading.entries:
        reading.entries.append(Entry(Header()))
    return reading.entries[-1]


def _add_prose(entry: Entry, row: Row, verbs: frozenset[str], *, has_bullets: bool, is_one: bool) -> None:
    """Sentences that open with a verb are highlights; what describes the employer is the summary."""
    is_kind = bool(KIND.match(row.text))
    if has_bullets and not entry.has_bullets and entry.summary is None and (is_kind or not opens_with_verb(row.text, verbs)):
        entry.summary = row.body
        return
    parts = [row.body] if is_one else told_in(row)
    for sentence in parts:
        is_employer = entry.header.title is None and entry.header.employer is not None
        is_remark = bool(_REMARK.fullmatch(sentence.text))
        is_said_of_it = is_remark or (is_employer and DESCRIBES.search(sentence.text))
        tells = opens_with_verb(sentence.text, verbs) and not is_said_of_it
        tells_of_it = is_employer or bool(DESCRIBES.search(sentence.text)) or len(parts) > 1
        if (
            not tells
            and entry.summary is None
            and not entry.highlights
            and tells_of_it
            and not (not is_employer and find_metrics(sentence.text) and not DESCRIBES.search(sentence.text))
        ):
            entry.summary = sentence.trimmed(" ().") if is_remark else sentence
        elif not tells and len(sentence.text.split()) < _WHOLE and entry.highlights and sentence is not parts[0]:
            entry.highlights[-1] = entry.highlights[-1].to(sentence)  # "Ran a team of 7. No deputy."
        elif tells or not entry.has_bullets:
            entry.highlights.append(sentence)


def _close(block: list[Row], reading: Reading) -> None:
    """Read the rows of a block of headers, and empty it."""
    if not block:
        return
    rows = list(block)
    block.clear()
    if reading.entries and not _opens_entry(rows, reading):
        current = reading.entries[-1]
        rest = [row for row in rows if not row.text.endswith(":")]
        current.highlights.extend(row.body for row in rest if len(row.text.split()) > 1)
        return
    acted = acted_below(rows)
    about = [row for row in rows if describes_employer(row)]
    groups = tuple(groups_of([row for row in rows if row not in about and row not in acted] or rows))
    for whole, summary in described(groups, about):
        group, below = _parted(_without_content(whole, reading), reading)
        previous = reading.entries[-1] if len(reading.entries) > reading.parted else None
        above = previous.header if previous else None
        headers = [one.header for one in reading.entries[reading.parted :]]
        if above is not None and _shares_line(above, group):
            previous, above, headers = None, None, []
        is_below = reading.is_spaced and not whole[0].is_apart
        header = read_header(group, inherits=_expects_title(previous), form=reading.form)
        header = inherited(replace(header, span=span_of(header, rows)), headers, is_below=is_below)
        if (
            above is not None
            and above.employer is not None
            and above.title is not None
            and above.title.start < above.employer.start
        ):
            header = _with_own_employer(header, group, reading.form)
        entry = Entry(header, summary=summary)
        if previous is not None and above is not None and _is_employer_of(previous, header):
            # The employer's own line, with the dates of the whole time there, is no role.
            entry.summary = entry.summary or previous.summary
            reading.entries.pop()
        entry.is_stacked = previous is not None and whole is not groups[0] and not whole[0].is_apart and not previous.highlights
        entry.highlights += [row.body for row in below]
        reading.entries.append(entry)
    reading.entries[-1].highlights += [row.body for row in acted]


def _shares_line(above: Header, rows: Sequence[Row]) -> bool:
    """Whether the employer above stands in the line that lists this role, too: "VISTA 2007-08; Teacher, Lima 2005-07"."""
    between = rows[0].body.document.text[above.employer.start : rows[0].body.start] if rows and above.employer else "\n"
    return "\n" not in between


def _with_own_employer(header: Header, group: Sequence[Row], form: Form) -> Header:
    """The header, where titles stand before their employers and this is not held at the one above.

    A name behind its title is another employer: "Waiter, Larkhaven". Below an employer's own line it may be a team.
    """
    if header.employer is not None or header.title is None or not any(map(may_name_employer, behind_title(header.title.text))):
        return header
    alone = read_header(group, inherits=False, form=form)
    is_named = alone.title is not None and alone.employer is not None and may_name_employer(alone.employer.text)
    return replace(alone, span=header.span) if is_named else header


def _without_content(rows: Sequence[Row], reading: Reading) -> Sequence[Row]:
    """The rows of a header without those that still belong to the role above.

    More stand above the dates than in the first header, and the role above has no bullets, so that its lines look like a
    header's.
    """
    dated = next((number for number, row in enumerate(rows) if dates_of(row) is not None), None)
    if reading.lead is None or dated is None or dated <= reading.lead or not reading.entries or reading.entries[-1].has_bullets:
        return rows
    cut = dated - reading.lead
    if not all(may_tell(row) for row in rows[:cut]):
        return rows
    reading.entries[-1].highlights.extend(row.body for row in rows[:cut] if len(row.text.split()) > 1)
    return rows[cut:]


def _parted(rows: Sequence[Row], reading: Reading) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows of a header, and the lines below it that tell what was done.

    Once title and employer are known, a line that is neither place nor form is no part of a header.
    """
    dated = next((number for number, row in enumerate(rows) if dates_of(row) is not None), None)
    if dated is None:
        return rows, ()
    for end in range(dated + 1, len(rows)):
        header = read_header(rows[:end], inherits=False, form=reading.form)
        is_whole = header.title is not None and header.employer is not None
        if is_whole and may_tell(rows[end]):
            below = [row for row in rows[end:] if not says_where_or_how(row)]
            return [row for row in rows if row not in below], below
    return rows, ()


def _expects_title(previous: Entry | None) -> bool:
    """Whether a title alone may follow: below an employer's own line, not below a header that was not understood."""
    if previous is None or not previous.header.employer_has_row:
        return False
    return previous.header.title is not None or not previous.highlights


def _heads_bullets(rows: Sequence[Row], number: int) -> bool:
    """Whether a long row names title and employer above bullets, which would else be told of the employer above it."""
    return number + 1 < len(rows) and rows[number + 1].is_bullet and names_role(rows[number])


def _opens_entry(rows: Sequence[Row], reading: Reading) -> bool:
    """Whether undated rows below a role head another one, or are highlights that have lost their bullets."""
    entries = reading.entries
    if any(dates_of(row) or dates_in_remark(row) or names_role(row) for row in rows):
        return True
    if reading.parted == len(entries) and any(title_weight(row.text) for row in rows):
        return True  # right below a heading: whatever was done there was not done at the employer above
    last = entries[-1]
    if last.header.title is None and last.header.employer_has_row and not last.highlights:
        return any(title_weight(row.text) == 2 for row in rows)  # noqa: PLR2004  the title below its employer's line, and what that is
    if not all(entry.header.dates for entry in entries):
        return any(title_weight(row.text) or organisation_weight(row.text) or row.is_apart for row in rows) and not all(
            row.text.endswith(":") for row in rows
        )
    return any(title_weight(row.text) == 2 and row.is_apart and len(row.text.split()) <= 10 for row in rows)  # noqa: PLR2004  a length that only this rule uses


def _is_employer_of(entry: Entry, header: Header) -> bool:
    above = entry.header
    return above.title is None and above.employer is not None and above.employer is header.employer and not entry.highlights
