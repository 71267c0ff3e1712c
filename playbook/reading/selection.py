"""How candidates are chosen, in the posting's own words: "Interview process: a call, then a second stage with a test".

The sentences are facts of the posting; what has to be written for it is a first task. What is said of sending a file alone,
of dates to apply by and of law is for `playbook.reading.boilerplate`; what to do about a named stage is for the packs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.reading.boilerplate import is_application
from playbook.reading.posting_sections import SILENT
from playbook.reading.posting_sentences import posting_sentences
from playbook.reading.rows import CONTACT, Row, Slice, holds_contact
from playbook.reading.sections import Section

_CHOOSING = r"(?:interview(?:ing)?|selection|hiring|recruitment|recruiting|assessment|screening)"
_NAMED = re.compile(
    rf"^(?:our |the |your )?{_CHOOSING}(?: (?:and|&) {_CHOOSING})? "
    r"(?:process|procedure|stages?|steps?|rounds?|format|timeline)\b"
    r"|^(?:our|the|your|here['’]s our) (?:process|next steps|stages)\s*(?::|[-–—]\s)"
    r"|^how we (?:hire|interview|recruit|select)\b|^what to expect (?:in|at|from) (?:the|our|your) (?:interview|process)"
    r"|^(?:(?:about )?(?:the|our) process|next steps|what (?:happens|comes) next|what['’]s next|interviews?|selection"
    r"|recruitment|timeline):?$"
    r"|^(?:(?:first|second|third|final|1st|2nd)(?: (?:stage|round))? )?interviews?(?: dates?)?\s*(?::|[-–—]\s)",
    re.IGNORECASE,
)
"""What opens a line, or heads a list, on how candidates are chosen."""
_OCCASION = re.compile(
    rf"\b(?:(?:at|during|for|before|as part of|in) (?:the |your |an |our )?(?:interview|assessment (?:day|centre|center)|"
    rf"{_CHOOSING} process)|interviews? (?:will|include|incl\b|consist|involve|comprise|is\b|are\b|take|may include|\()|"
    r"on the (?:interview )?day|(?:short-?listed|selected|successful) (?:candidates|applicants) (?:will|may|are|should)|"
    rf"(?:the |our )?{_CHOOSING} process|(?:first|second|third|final|next|1st|2nd|3rd)[- ](?:stage|round|interview)|"
    r"candidates (?:will|may) be (?:asked|invited|required|expected) to|we(?:['’]ll| will) (?:ask|invite) you to|"
    r"you(?:['’]ll| will) be (?:asked|invited) to|finalists (?:will|may|are|should)|"
    r"^(?:one|two|three|four|five|\d)[- ](?:stages?|rounds?|steps?)(?: process| interviews?)?\s*[:–—])",
    re.IGNORECASE,
)
"""When a candidate does it: without this, a case or a lesson is the work and not the way to it."""
_WHO_CHOOSES = re.compile(
    r"(?:this|the|our) (?:search|recruitment|hiring|recruiting|selection)(?: process)? is (?:being )?(?:handled|run|led|"
    r"managed|conducted|carried out|supported) by\b",
    re.IGNORECASE,
)
"""By whom somebody is chosen, and that it is nobody else."""
_TO_DO = re.compile(
    r"(?:\s[-–—]\s+|[;(]\s*)(?P<step>(?:you(?:['’]ll| will)|candidates (?:will|may)) (?:also )?"
    r"(?:be (?:asked|invited|required|expected) to|"
    r"complete|sit|take)\b[^;()]*)",
    re.IGNORECASE,
)
"""What a line that asks says of the way to be chosen: "Strong SQL - you will be asked to complete a short test"."""
_ON_THE_DAY = re.compile(r"(?:on the day|at (?:the |your )?interview|during the interview|interviews? )", re.IGNORECASE)
_FORM = re.compile(
    r"\b(?:(?:phone|video|telephone|teams|zoom|recruiter|screening|introductory|virtual|panel|technical|face[- ]to[- ]face|"
    r"on-?site|in[- ]person|competency|values|informal)(?:[- ]based)? (?:call|screen|screening|interview|chat|conversation|"
    r"meeting|round)|interview(?:s|ed)?\b(?= (?:will|incl|consist|involve|compris|with|by|panel|are (?:held|in|by)|take))|"
    r"(?:via|by|over|on) (?:ms |microsoft )?(?:teams|zoom|phone|video)|"
    r"interviews? (?:in person|online|on-?site|face[- ]to[- ]face)|"
    r"panel|(?:[\w-]+ )?(?:test|exercise|assessment|quiz)\b|assessment (?:centre|center|day)|case (?:study|interview)|"
    r"presentation|present a|demonstration|demo|(?:sample|trial|\d+[- ]minute|short) lesson|teach a|lesson observation|"
    r"role[- ]?play|trial (?:shift|day)|working interview|take[- ]home|work sample|deep dive|portfolio review|audition|"
    r"psychometric|shadow(?:ing)?|whiteboard|pair(?:ing| programming)|coding (?:challenge|interview)|tour of|"
    r"(?:first|second|third|final|one|two|three|four|\d)[- ](?:stages?|rounds?))\b",
    re.IGNORECASE,
)
"""What the candidate then does."""
_NOT_IT = re.compile(
    r"\b(?:cv|r[ée]sum[ée]s?|cover(?:ing)? letter|application form|only (?:those|short-?listed|selected|candidates)|"
    r"accommodation|adjustments?|references?|drug|background|criminal|medical|dbs|regret|unable to|"
    r"(?:no|staffing|recruitment) agenc(?:y|ies)|"
    r"closing date|reserve the right|travel expenses)\b",
    re.IGNORECASE,
)
"""Sending a file, checks and law speak of interviews, too."""
_TO_WRITE = re.compile(
    r"(?:appl(?:y|ications?) (?:with|in|by)|send|submit|include|attach|enclose|tell us|write|answer|along with|together with)\b"
    r"(?![^.]{0,30}\blinks? to\b)"
    r"[^.]{0,60}?\b(?:(?:note|statement|paragraph|essay|video|letter|page|answers?|pitch|email|presentation|lines?|words)\b"
    r"[^.]{0,30}? (?:on|about|of|explaining|describing|telling|addressing|saying|in which|why|how)\b|"
    r"(?:(?:work|writing|code|design|lesson|teaching) samples?|portfolio|lesson plan|copies of your)\b)|"
    r"\banswer(?:s|ing)?(?: to)?(?: (?:the|this|these|following|question|questions))*:? [\"“‘'][^\"”]{8,}\?",
    re.IGNORECASE,
)
"""What is to be written or brought beside a resume is a first task: "Apply with a note on a project you finished"."""
_LEADS_TO = re.compile(r",?\s+(?:to|at|via|by e-?mail to|on)(?: the address)?:?$", re.IGNORECASE)
_CELLS = re.compile(r"\t+|\s\|\s")
_COUNTED = re.compile(r"(?:^|(?<=[.;:,)])\s+)\d{1,2}[.)]\s+(?=[A-Z\d])")
"""What counts the steps within a line: "A call. 2. A task."."""
_ITEM = 30
"""Words of the longest step of a list."""


def steps_of(section: Section) -> Iterator[Slice]:
    """The lines of a section that say how candidates are chosen."""
    heading = section.heading
    rows = section.rows
    if heading is not None and _NAMED.match(heading.text):
        if rows and rows[0].body.start < heading.body.end:
            # The heading runs into its text: the sentence is quoted with its label.
            yield from _spoken(heading, is_named=True)
            for row in rows[1:]:
                yield from _listed(row) if row.is_bullet else _spoken(row, is_named=False)
            return
        for row in rows:
            yield from _listed(row)
        return
    if section.id not in SILENT | {"", "about", "other", "values"}:
        for row in rows:
            if (match := _TO_DO.search(row.text)) and _FORM.search(match["step"]):
                yield row.body.cut(match.start("step"), match.end("step")).trimmed(" .;")
        # Below a list of duties only what stands apart may speak of something else.
        rows = tuple(
            row
            for row in rows
            if not row.is_bullet and (_NAMED.match(row.text) or (row.is_apart and _speaks_of_choosing(row.text)))
        )
    for row in rows:
        yield from _spoken(row, is_named=bool(_NAMED.match(row.text)))


def _speaks_of_choosing(text: str) -> bool:
    return bool(_ON_THE_DAY.match(text) or _WHO_CHOOSES.match(text)) or is_application(text)


def names_process(text: str) -> bool:
    """Whether a line opens with a name of the way to be chosen."""
    return _NAMED.match(text) is not None


def _spoken(row: Row, *, is_named: bool) -> Iterator[Slice]:
    cells = [row.body] if is_named else row.body.split(_CELLS)
    for number, sentence in enumerate(one for cell in cells for one in posting_sentences(cell)):
        if holds_contact(sentence.text):
            # What is to be sent is told, to whom is not: mail and phone never leave the reading.
            told = _before_contact(sentence)
            if told and _TO_WRITE.search(told.text):
                yield told
        elif (is_named and number == 0) or _is_step(sentence.text):
            yield sentence


def _is_step(text: str) -> bool:
    is_told = (_OCCASION.search(text) and _FORM.search(text)) or _WHO_CHOOSES.match(text) or _NAMED.match(text)
    return bool((is_told and not _NOT_IT.search(text)) or _TO_WRITE.search(text))


def _before_contact(sentence: Slice) -> Slice:
    at = CONTACT.search(sentence.text)
    before = sentence.cut(0, at.start() if at else 0)
    lead = _LEADS_TO.search(before.text)
    return before.cut(0, lead.start()) if lead and not holds_contact(before.text) else before.cut(0, 0)


def _listed(row: Row) -> Iterator[Slice]:
    """A step below a heading that names the process: a bullet, or a sentence that names one."""
    if row.is_bullet and len(row.text.split()) <= _ITEM and not holds_contact(row.text) and not _NOT_IT.search(row.text):
        yield from row.body.split(_COUNTED)
        return
    for sentence in posting_sentences(row.body):
        if _FORM.search(sentence.text) and not holds_contact(sentence.text) and not _NOT_IT.search(sentence.text):
            yield sentence
