"""The words around a number: the noun that is counted, what was measured, and which way it went.

The numbers themselves are for `playbook.reading.metrics`.
"""

from __future__ import annotations

import re
from typing import Literal

DIGITS = (
    r"\d+(?:,\d{3})+(?:\.\d+)?|\d{1,3},\d{1,2}(?=[ ]?(?:%|per[ ]?cent\b|million\b|mio\b|mrd\b|€|EUR\b|kg\b|km\b))"
    r"|\d+(?:\.\d+)?"
)
"""Digits of a number; a comma before a unit may stand for the point, as on the continent: "2,1 %"."""
WORD = r"[A-Za-z][\w'’&-]*(?:/[A-Za-z][\w'’&-]*)*"
_NEXT_WORD = re.compile(rf"[ ](?P<word>{WORD})")
_STOP = frozenset(
    "a an the and or of in on at to for from by with within into onto over under per across through during while that "  # noqa: SIM905  words read best as one text
    "which who whose where when "
    "as than is are was were be been being has have had using via after before between among including plus against "
    "since until versus vs "
    "each every both all its their his her our without toward towards about around up down out off then so but not it "
    "them us me you i we they he she became become went ran left stayed made took "
    "got won led kept grew fell rose now still also only".split()
)
_TIME = frozenset(
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks month months year years yr yrs quarter quarters".split()  # noqa: E501, SIM905  one pattern
)
_UP = re.compile(
    r"\b(?:increas|grow|grew|rais|boost|lift|expand|accelerat|exceed|gain|doubl|tripl|quadrupl|rose|climb|improv|up\b)",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:reduc|cut(?:ting)?\b|decreas|lower|drop|shr[iau]nk|shorten|slash|eliminat|declin|fell\b|fall(?:ing)?\b|trim|"
    r"halv|sav(?:ed|ing)\b|minimi|down\b)",
    re.IGNORECASE,
)
_IMPROVE = re.compile(r"\bimprov", re.IGNORECASE)
_BAD = re.compile(
    r"latency|time|cost|error|defect|waste|turnover|churn|downtime|infection|delay|complaint|attrition|spend", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:.]\s|\band\b|\bwhile\b|\s[-–—]\s")
_HARD_CLAUSE = re.compile(r"[,;:.]\s|\bwhile\b|\s[-–—]\s")
_SHORT_OBJECT = re.compile(r"^[ ](?P<noun>[A-Za-z][\w -]{1,40}?)[ ]by[ ](?:about[ ]|nearly[ ]|over[ ])?$")
_OF_AMOUNT = re.compile(
    r"\b(?:an?|the|annual)[ ](?P<noun>[a-z]+(?:[ ][a-z]+)?)[ ](?:of|worth)[ ](?:over[ ]|about[ ]|nearly[ ])?$"
)
_VERB_OBJECT = re.compile(
    r"\b(?:increas|grow|grew|rais|boost|lift|expand|improv|reduc|cut|decreas|lower|drop|shrink|shrank|shorten|slash|"
    r"eliminat|trim|halv|doubl|tripl|keep|kept|"
    r"hold|held|maintain|achiev|hit)\w*[ ](?:the[ ]|our[ ]|its[ ]|their[ ]|a[ ]|an[ ])?(?P<noun>(?!(?:by|from|at|"
    r"to)[ ])[^,;:]+?)[ ](?:(?:by|from|at|to|below|above|under|over)[ ])?"
    r"(?:about[ ]|nearly[ ]|over[ ]|almost[ ]|roughly[ ]|approximately[ ]|an?[ ]|more[ ]than[ ]|up[ ]to[ ]|~)?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?P<noun>[^,;:]+?)[ ](?:dropped|fell|rose|grew|climbed|increased|decreased|declined|improved|went|is|was|were|are|"
    r"above|below)\b[^,;:]{0,12}$",
    re.IGNORECASE,
)


def noun_after(text: str, end: int, *leads: str) -> str:
    """The noun that follows at `end`, with the space before it: at most three words, then "per day"."""
    start = position = end
    for lead in leads:
        if text[position:].lower().startswith(" " + lead):
            start = position = position + len(lead)
    per = re.match(rf"[ ]per[ ](?:(?:{DIGITS})[ ])?[a-z]+(?:[ ][a-z]+s\b)?", text[position:])
    if per and position == end:
        return per[0]
    stop = position
    for count in range(3):  # a noun of four words is a clause
        match = _NEXT_WORD.match(text, stop)
        if match is None or match["word"].lower() in _STOP:
            break
        word, following = match["word"], _NEXT_WORD.match(text, match.end())
        goes_on = following is not None and following["word"].lower() not in _STOP and following["word"].endswith("s")
        if re.search(r"(?:ed|ing|ly)$", word) and (count or not following):
            break
        if re.search(r"ed$", word) and not goes_on:
            break
        stop = match.end()
        if (re.search(r"(?<![su])s$", word) and not goes_on) or word.lower() in _TIME:
            break
    if stop == position:
        return ""
    per = re.match(
        r"[ ](?:per|a|an|each)[ ](?:second|minute|hour|shift|night|day|week|month|quarter|year|season|service)\b", text[stop:]
    )
    return text[start : stop + (len(per[0]) if per else 0)]


def verb_direction(text: str, end: int) -> Literal["up", "down", "none"]:
    """The direction of the last verb before `end`, within its clause."""
    clause = _CLAUSE.split(text[:end])[-1]
    if not _UP.search(clause) and not _DOWN.search(clause):
        clause = _HARD_CLAUSE.split(text[:end])[-1]  # "reduced latency by 38% and cost by 20%": one verb for both
    ups, downs = list(_UP.finditer(clause)), list(_DOWN.finditer(clause))
    if not ups and not downs:
        return "none"
    if not downs or (ups and ups[-1].start() > downs[-1].start()):
        # To improve a latency is to lower it; whether the number fell is not said.
        return "none" if _IMPROVE.match(clause, ups[-1].start()) and _BAD.search(clause) else "up"
    return "down"


_NO_CHANGE = re.compile(
    r"\b(?:up to|(?:set|sets|setting|opened|opening|picked|wrote|signed) up)[ ](?:about[ ]|over[ ]|~)?$", re.IGNORECASE
)
"""A bound, or a verb with its "up": "overrides up to $10,000", "set up 3 clinics"."""


_MOVED_FROM = re.compile(r"\b(?P<way>up|down) from (?:about |over |nearly |~ ?)?$", re.IGNORECASE)
"""Where something came from says that it changed, though its end has no figure: "down from 4 days to same day"."""


def change_direction(text: str, at: int, unit: str) -> Literal["up", "down", "none"]:
    """Only a change has a direction: "by 38%", "grew 12%"; "led 8 engineers" has none."""
    if (bound := _NO_CHANGE.search(text[:at])) is not None:
        return verb_direction(text, bound.start()) if unit in {"%", "x"} else "none"
    clause = _CLAUSE.split(text[:at])[-1]
    if moved := _MOVED_FROM.search(clause):
        return "down" if moved["way"].lower() == "down" else "up"
    is_change = bool(
        re.search(
            r"\b(?:by|to|up|down|an?)[ ](?:about[ ]|nearly[ ]|over[ ]|almost[ ]|roughly[ ]|approximately[ ]|"
            r"more[ ]than[ ]|up[ ]to[ ]|~)?$",
            clause,
        )
    )
    return verb_direction(text, at) if is_change or unit in {"%", "x"} else "none"


def measured(text: str, at: int, end: int) -> str:
    """What was measured, in the words around the number; empty where they do not say."""
    clause = _CLAUSE.split(text[:at])[-1]
    found = _VERB_OBJECT.search(clause) or _SUBJECT.search(clause) or _SHORT_OBJECT.search(clause) or _OF_AMOUNT.search(clause)
    noun = found["noun"].strip() if found else ""
    noun = (
        re.sub(r"^(?:.*[ ](?:with|and)[ ])?(?:the|our|its|their|a|an)?[ ]?", "", noun)
        if " with " in noun
        else re.sub(r"^(?:the|our|its|their|an?)[ ]", "", noun)
    )
    noun = re.split(r"[ ]by[ ]", noun)[0]
    if noun and len(noun.split()) <= 6 and noun in text:  # noqa: PLR2004  more words are a clause
        return noun
    if re.match(r"[ ][a-z]", text[end:]) and text[end - 1] in "%x":
        return noun_after(text, end).strip()
    return ""
