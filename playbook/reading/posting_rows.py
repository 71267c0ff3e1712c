"""The rows of a section read: what is asked, what is valued, what is told. Bullets and sentences.

Rows of tables are for `playbook.reading.posting_cells`, how a posting is cut into sections is for
`playbook.reading.posting_sections`, the kind of one line for `playbook.reading.requirements`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from playbook.artifacts.posting import RequirementKind
from playbook.reading.asking_words import HAVING, OFFER, SEEKS
from playbook.reading.boilerplate import (
    is_application,
    is_application_or_furniture,
    is_boilerplate,
    is_catch_all,
    is_formal,
    is_law,
    is_offer,
)
from playbook.reading.duties import is_done_by_role, opens_with_duty
from playbook.reading.posting_cells import read_cells
from playbook.reading.posting_found import KINDS, Found
from playbook.reading.posting_labels import FACT
from playbook.reading.posting_sections import OTHER, SILENT
from playbook.reading.posting_sentences import asks_for_nothing, is_emphasis, leads_to_list, posting_sentences
from playbook.reading.reporting_lines import is_reporting_line, without_reporting
from playbook.reading.requirements import asks_firmly, is_told_of_employer, kind_in_prose, kind_of, prefers, years_in
from playbook.reading.rows import CONTACT, Row, Slice, holds_contact
from playbook.reading.sections import Section
from playbook.reading.selection import names_process
from playbook.reading.value_lists import listed_values, stated_values
from playbook.reading.values import is_standing, value_clauses

_OF_TEAM = re.compile(
    r"(?:the|our|this) (?:[\w&-]+ ){1,4}(?:team|group)"
    r" (?:owns|is|builds|runs|supports|leads|makes|delivers|helps|serves)\b(?!.*\byou\b)",
    re.IGNORECASE,
)
"""What a team does that somebody joins is told, not asked."""
_ASIDE = re.compile(
    r"^reports? to\b|^reporting (?:directly )?to [^,]+$|\byou(?:['’]ll| will) (?:join|be joining|report|be reporting|"
    r"be based|be part of)\b",
    re.IGNORECASE,
)
_WITH_WHOM = re.compile(
    r"(?:you(?:['’]ll| will)? )?(?:be )?(?:work|sit|partner|collaborate)(?:ing|s)?(?: \w+){0,2} "
    r"(?:with|in|within|alongside|among)\b",
    re.IGNORECASE,
)
"""Where a sentence says whom one reports to, it may say whom one works with, too: neither is a duty."""
_SPOKEN = re.compile(
    r"(?:you|we|please|call|questions|interested|if|come|stop|ask|contact|candidates|applicants|only)\b", re.IGNORECASE
)
_OF_COMPANY = re.compile(
    r"\b(?:us|company|team|story|mission|school|hospital|restaurant|department|business|who we are|we do|uns|nosotros|"
    r"empresa|nous|entreprise|quem somos)\b",
    re.IGNORECASE,
)
_ASKS_YOU = re.compile(
    r"\bwe(?:'|’)?(?:re|d| are| would| do)?\s+(?:\w+ )?(?:expect|ask|require|want|need|like|look|looking)\b(?: that| for|"
    r" of)?\s+(?:you|someone|somebody|candidates|applicants|a person)",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"\b(?:driver['’]?s?['’]? licen[cs]e|driving licen[cs]e|passport|own (?:car|vehicle|transport\w*|tools)|certificate|"
    r"certification|clearance|licen[cs]e)\b.{0,40}\b(?:needed|required|essential|necessary|mandatory)\b|"
    r"\bmust (?:have|hold|possess)\b.{0,60}\b(?:licen[cs]e|passport|vehicle|certificate|certification|clearance)\b",
    re.IGNORECASE,
)
"""What can be shown and has to be, wherever it is said."""
_SCRAP = 3
"""Words that tell nothing."""
_FACT = 14
"""Words of the longest fact of the posting; on top, where the facts stand, one may run on."""
_FACT_ON_TOP = 30
_OF_ROLE = re.compile(r"\b(?:role|job|position|post)\b", re.IGNORECASE)


def read_section(section: Section, found: Found) -> None:
    """Add what a section asks for, values and tells."""
    if section.id in SILENT:
        _read_below(section, found)
        return
    heading = KINDS.get(section.id)
    lead: RequirementKind | None = None
    above: Row | None = None
    found.columns = []
    kinds = _kinds_of_blocks(section, found) if heading is None and section.id != "values" else {}
    for number, row in enumerate(section.rows):
        text = row.text
        if (
            above is not None
            and (above.is_bullet or "\t" in above.text)
            and not row.is_bullet
            and row.is_apart
            and "\t" not in text
        ):
            heading = lead = None  # what stands apart below a list is no longer under its heading
        if section.id == "values" and number and row.is_apart and not row.is_bullet and _ends_values(text):
            section = replace(section, id=OTHER)
        under = None if _is_aside(section.rows, number) or (number and _is_notice(row)) else heading
        above = row
        if section.id == "values" and not row.is_bullet and (listed := listed_values(row.body)):
            found.values.extend(listed)
        elif "\t" in text or (" | " in text and not row.is_bullet):
            read_cells(row, KINDS.get(section.id), section, found)
        elif FACT.match(text) and not row.is_bullet and len(text.split()) <= (_FACT if section.id else _FACT_ON_TOP):
            continue
        elif row.is_bullet:
            marked = found.marks.get(row.body.start)
            _read_bullet(row.body, marked or heading or lead or kinds.get(number), section, found)
        elif leads_to_list(text, is_above_bullet=any(one.is_bullet for one in section.rows[number + 1 : number + 2])):
            lead = kind_of(text, None, opens_with_verb=False)
        else:
            _read_prose(row, under, section, found)


def _read_below(section: Section, found: Found) -> None:
    """What is asked in a line of its own below the benefits: "Travel twice a month; valid driver's license needed."."""
    for row in section.rows[1:]:
        if section.id == "benefits" and row.is_apart and not row.is_bullet and "\t" not in row.text:
            found.requirements += [
                (sentence, "required")
                for sentence in posting_sentences(row.body)
                if _OWED.search(sentence.text) and not is_boilerplate(sentence.text) and not prefers(sentence.text)
            ]


def _ends_values(text: str) -> bool:
    """Whether a paragraph below a heading of values speaks of law, pay or the way to be chosen: so does what follows it."""
    return is_boilerplate(text) or names_process(text)


def _is_notice(row: Row) -> bool:
    """Whether a paragraph begins with law: no heading above it vouches for the short sentences that follow there."""
    if row.is_bullet or not row.is_apart:
        return False
    first, *more = posting_sentences(row.body)
    return bool(more) and is_law(first.text)


def _is_aside(rows: Sequence[Row], number: int) -> bool:
    """Whether a line stands alone below a block of lines: what it says is no longer under the block's heading."""
    row = rows[number]
    if row.is_bullet or not row.is_apart or number < 3 or any(one.is_apart for one in rows[number - 2 : number]):  # noqa: PLR2004  fewer lines are no block
        return False
    return number + 1 == len(rows) or rows[number + 1].is_apart


def _kinds_of_blocks(section: Section, found: Found) -> dict[int, RequirementKind]:
    """For the bullets of a list that say nothing themselves, the kind that most of its bullets have."""
    kinds: dict[int, RequirementKind] = {}
    block: list[int] = []
    for number, row in enumerate([*section.rows, None]):
        if row is not None and row.is_bullet and not (block and row.is_apart):
            block.append(number)
            continue
        said = {at: _said(section.rows[at].text, found) for at in block}
        counts = Counter(kind for kind in said.values() if kind is not None)
        # Below "The role" a third of the lines may speak for all: the rest are duties without their verb.
        enough = 3 if counts and counts.most_common(1)[0][0] == "responsibility" and _OF_ROLE.search(section.title) else 2
        if len(block) > 2 and counts and counts.most_common(1)[0][1] * enough >= len(block):  # noqa: PLR2004  two are no list
            kinds |= {
                at: counts.most_common(1)[0][0]
                for at, kind in said.items()
                if kind is None and not is_boilerplate(section.rows[at].text)
            }
        block = [number] if row is not None and row.is_bullet else []
    return kinds


def _said(text: str, found: Found) -> RequirementKind | None:
    return None if is_boilerplate(text) else kind_of(text, None, opens_with_verb=opens_with_duty(text, found.verbs))


def _read_bullet(body: Slice, kind: RequirementKind | None, section: Section, found: Found) -> None:
    """A bullet is one requirement; below a heading about values it is a value."""
    text = body.text
    if text.endswith("?"):
        return  # a question of a form
    if is_reporting_line(text):
        found.about.append(body)
        return
    is_duty = kind == "responsibility" and opens_with_duty(text, found.verbs)
    # To see that the law is kept may be a duty: "Handle requests for reasonable accommodation".
    is_small_print = is_application_or_furniture(text) or is_catch_all(text) if is_duty else is_formal(text)
    if CONTACT.search(text) or is_small_print or (kind is None and holds_contact(text)):
        return
    if section.id == "values":
        found.values.append(body.trimmed(" ."))
        return
    if kind is None and is_boilerplate(text):
        return
    is_company = section.id == "about" and bool(_OF_COMPANY.search(section.title))
    opens = opens_with_duty(text, found.verbs) and not is_company
    read = kind_of(text, kind, opens_with_verb=opens)
    if read is not None and not (is_company and is_told_of_employer(text)):
        found.requirements.append((body, read))
    elif section.id == "about":
        found.about.append(body)


def _read_prose(row: Row, heading: RequirementKind | None, section: Section, found: Found) -> None:
    """Sentences: what is asked, what is valued, and what is told."""
    has_applied, goes_on, has_valued = False, False, False
    named, sentences = stated_values(row.body) if heading is None else ([], posting_sentences(row.body))
    found.values.extend(named)
    for sentence in sentences:
        text = sentence.text
        has_applied = has_applied or is_application(text)
        if _OF_TEAM.match(text):
            found.about.append(sentence)
            continue
        # "No heroes." is a scrap elsewhere, and a value among values.
        if not (section.id == "values" and is_emphasis(text)) and _is_passed_over(text, heading):
            goes_on = False
            continue
        asks_you = bool(_ASKS_YOU.search(text))
        values = (
            [piece for piece in value_clauses(sentence, in_values=section.id == "values", goes_on=has_valued) if piece]
            if heading is None and not asks_you
            else []
        )
        has_valued = bool(values)
        if values:
            # "... without losing what made us good: We tell the truth early." says both.
            before = sentence.cut(0, values[0].start - sentence.start)
            if before.text.endswith(":") and len(before.text.split()) > _SCRAP:
                found.about.append(before.trimmed(" :"))
            (found.values if section.id == "values" else found.clauses).extend(values)
            continue
        kind = _kind_of_sentence(text, heading, section, found, goes_on=goes_on)
        if kind is not None and not (
            has_applied and text.lower().startswith(("you ", "please ")) and not (HAVING.search(text) or years_in(text))
        ):
            asked = without_reporting(sentence)
            if asked is not sentence and _WITH_WHOM.match(asked.text):
                found.about.append(sentence)
                continue
            found.requirements.append((asked, kind))
            goes_on = True
        elif len(text.split()) > _SCRAP and heading is None:
            found.about.append(sentence)


def _is_passed_over(text: str, heading: RequirementKind | None) -> bool:
    if asks_for_nothing(text):
        return True
    if CONTACT.search(text) or is_formal(text):
        return True
    if heading is None:
        return is_boilerplate(text) or holds_contact(text)
    # A heading vouches for what stands below it, but not for whom one reports to and what is paid.
    return (
        bool(_ASIDE.search(text))
        or (heading == "responsibility" and text.endswith(":"))
        or (is_offer(text) and is_told_of_employer(text))
        or (is_application(text) and bool(_SPOKEN.match(text)))
    )


def _kind_of_sentence(
    text: str, heading: RequirementKind | None, section: Section, found: Found, *, goes_on: bool
) -> RequirementKind | None:
    """`goes_on` says that the sentence before asked for something, so that an order after it is one, too."""
    is_company = section.id == "about" and bool(_OF_COMPANY.search(section.title))
    may_open = (
        heading is not None
        or goes_on
        or (section.id == "about" and not is_company)
        or section.id not in {"", "about", "values"}
    )
    opens = may_open and opens_with_duty(text, found.verbs)
    if heading is None and is_done_by_role(text, found.title, found.verbs) and not OFFER.search(text):
        opens = True
    kind = kind_in_prose(text, heading, opens_with_verb=opens)
    if kind == "required" and SEEKS.search(text):
        return kind
    # "B Corp certified." below "Who we are" is what they are.
    is_theirs = is_company and is_standing(text) and not asks_firmly(text)
    is_told = is_told_of_employer(text) or text.lower().startswith("our ") or is_theirs
    if kind is None or (is_told and (heading is not None or kind != "responsibility" or _is_ours_to_do(text))):
        return None
    return kind


def _is_ours_to_do(text: str) -> bool:
    """Whether a sentence about the employer gives the work to nobody."""
    return re.search(r"\b(?:you|sie|du|vous|você|usted)\b", text, re.IGNORECASE) is None
