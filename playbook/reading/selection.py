"""How candidates are chosen, in the posting's own words: "Interview process: a call, then a second stage with a test".

The sentences are facts of the posting. What is said of sending a file, of dates to apply by and of law is for
`playbook.reading.boilerplate`; what to do about a named stage is for the packs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.reading.boilerplate import is_application
from playbook.reading.posting_sections import SILENT
from playbook.reading.posting_sentences import posting_sentences
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.sections import Section

_CHOOSING = r"(?:interview(?:ing)?|selection|hiring|recruitment|recruiting|assessment|screening)"
_NAMED = re.compile(
    rf"^(?:our |the |your )?{_CHOOSING}(?: (?:and|&) {_CHOOSING})? "
    r"(?:process|procedure|stages?|steps?|rounds?|format|timeline)\b"
    r"|^(?:our|the|your|here['’]s our) (?:process|next steps|stages)\s*(?::|[-–—]\s)"
    r"|^how we (?:hire|interview|recruit|select)\b|^what to expect (?:in|at|from) (?:the|our|your) (?:interview|process)"
    r"|^interviews?\s*(?::|[-–—]\s)",
    re.IGNORECASE,
)
"""What opens a line, or heads a list, on how candidates are chosen."""
_OCCASION = re.compile(
    rf"\b(?:(?:at|during|for|before|as part of|in) (?:the |your |an |our )?(?:interview|assessment (?:day|centre|center)|"
    rf"{_CHOOSING} process)|interviews? (?:will|include|incl\b|consist|involve|comprise|are (?:held|in|by)|take|may include)|"
    r"on the (?:interview )?day|(?:short-?listed|selected|successful) (?:candidates|applicants) (?:will|may|are|should)|"
    rf"(?:the |our )?{_CHOOSING} process|(?:first|second|third|final|next|1st|2nd|3rd)[- ](?:stage|round|interview)|"
    r"candidates (?:will|may) be (?:asked|invited|required|expected) to|we(?:['’]ll| will) (?:ask|invite) you to|"
    r"you(?:['’]ll| will) be (?:asked|invited) to)",
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
    r"panel|(?:[\w-]+ )?(?:test|exercise|assessment|quiz)\b|assessment (?:centre|center|day)|case (?:study|interview)|"
    r"presentation|present a|demonstration|demo|(?:sample|trial|\d+[- ]minute|short) lesson|teach a|lesson observation|"
    r"role[- ]?play|trial (?:shift|day)|working interview|take[- ]home|work sample|deep dive|portfolio review|audition|"
    r"psychometric|whiteboard|pair(?:ing| programming)|coding (?:challenge|interview)|tour of|"
    r"(?:first|second|third|final|one|two|three|four|\d)[- ](?:stages?|rounds?))\b",
    re.IGNORECASE,
)
"""What the candidate then does."""
_NOT_IT = re.compile(
    r"\b(?:cv|r[ée]sum[ée]s?|cover(?:ing)? letter|application form|only (?:those|short-?listed|selected|candidates)|"
    r"accommodation|adjustments?|references?|drug|background|criminal|medical|dbs|regret|unable to|agenc(?:y|ies)|"
    r"closing date|reserve the right|travel expenses)\b",
    re.IGNORECASE,
)
"""Sending a file, checks and law speak of interviews, too."""
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
    for number, sentence in enumerate(posting_sentences(row.body)):
        text = sentence.text
        is_told = bool(_OCCASION.search(text) and _FORM.search(text)) or bool(_WHO_CHOOSES.match(text))
        if holds_contact(text) or (not (is_named and number == 0) and (_NOT_IT.search(text) or not is_told)):
            continue
        yield sentence


def _listed(row: Row) -> Iterator[Slice]:
    """A step below a heading that names the process: a bullet, or a sentence that names one."""
    if row.is_bullet and len(row.text.split()) <= _ITEM and not holds_contact(row.text) and not _NOT_IT.search(row.text):
        yield row.body
        return
    for sentence in posting_sentences(row.body):
        if _FORM.search(sentence.text) and not holds_contact(sentence.text) and not _NOT_IT.search(sentence.text):
            yield sentence
