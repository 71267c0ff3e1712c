"""What a bullet gives a story to tell, whatever word it opens with: a counted result, a deed, a duty, or nothing.

A result is no weaker for a line that opens with a noun: such a line is quoted where others are told, and that costs little.
Which bullets are taken is for `playbook.writing.story_choice`; what a bullet is worth to the posting for `playbook.matching`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.reading.titles import TITLE_HEADS
from playbook.writing.outcomes import SHARE
from playbook.writing.posts import STOOD_IN

if TYPE_CHECKING:
    from playbook.artifacts.matching import HighlightWorth
    from playbook.artifacts.resume import Highlight
    from playbook.writing.clauses import Clause

_RESULT, _DUTY = 0.35, 0.3
"""What a counted result is worth beside what the matching saw, and what a duty without figure or result costs."""
_UNSEEN = 0.4
"""What a result is worth that was counted and that the matching took for a mere number: "61 of 64", "0.87 against 0.79"."""
_NO_CLAUSE = 0.1
"""What it costs to be only quoted, with a result that was counted."""
_NO_DEED, _ASKED, _FIGURE = 0.7, 0.25, 0.15
"""The same without one; less where the posting asks for what is said, or a figure tells how much there was."""
_SUM = 0.1
"""What a sum is worth that says how large a thing is."""
_SHORT, _SAYS_LITTLE = 8, 0.25
"""Words below which a line without a figure says little, and what that costs: "wrote survey & analyzed in SPSS"."""
_STOOD_IN = 0.5
"""What it is worth to have held a post above one's own for a time."""
_LISTED = 3.0
"""What puts a list behind every line of which something can be told."""
_TURNED = re.compile(r"\bfrom\s+(?:an? |one )?[\w.-]+[^.;]{8,90}?\bto\s+(?!date\b)[\w.-]+\s+\w", re.IGNORECASE)
"""A change told by its two ends: "from one depot with a ledger to nine that share a system"."""
_OUT_OF = re.compile(
    r"(?<![\d/.-])\d+\s+(?:out\s+)?of\s+(?:the\s+|our\s+|its\s+)?(?:last\s+)?\d+(?!\d|\s*[-–]?\s*(?:hrs?|hours?|days?)\b)"
)
"""So many of so many: "61 of 64 milestones"."""
_BESIDE = re.compile(
    r"\d\S*\s+(?:[^\s()]+\s+){0,5}?\(?(?:vs?\.?|versus|against|compared (?:with|to))\s+(?:[^\s()]+\s+){0,4}?\S?\d"
    r"|\d[^()]{0,60}\((?:[^()]*\s)?(?:team|average|avg|target|goal|budget|region\w*|national|district|peers?|benchmark|previous\w*|was|were)\b"
    r"(?! of\b)[^()]*\d",
    re.IGNORECASE,
)
"""A figure beside the one that it is measured by: "0.87 vs 0.79", "93% (team: 89%)"."""
_CAME_OF_IT = re.compile(
    r"\b(?:led to|resulted in|(?:adopted|picked up|taken up|taken on|rolled out)\s+(?:by|across|in|as|at)"
    r"|(?:now|still) (?:used|in use)"
    r"|award(?!s? (?:entr|submission|application))\w*|prize|medal"
    r"|commended|of the (?:year|quarter|month|season)\b|(?:site|house|company|branch|club|plant|store) record|accounted for"
    r"|prosecut\w+|convict\w+)",
    re.IGNORECASE,
)
"""What came of a deed, without a figure: it was adopted, or it won something."""
_NOTHING_WRONG = re.compile(
    r"(?<![\d.,])\b(?:zero|no|nil|not (?:a|one)|0)\s+(?:[\w/-]+\s+){0,3}?(?:accidents?|actions?|breach(?:es)?|complaints?"
    r"|critical items"
    r"|contamination|defects?|downtime|errors?|fails?|failures?|falls?|findings?|incidents?|injur(?:y|ies)|issues?"
    r"|lost|loss(?:es)?|queries|non-?conformances?|outages?|recordables?|rejects?|repeats?|rework)\b",
    re.IGNORECASE,
)
"""What did not happen although it might have: "no repeat findings"."""
_EMERGENCY = re.compile(
    r"\b(?:ransomware|cyber ?-?(?:attack|incident)|evacuat\w+|outbreak|recall(?:ed)?|sepsis|cardiac arrest|power cut|outage"
    r"|fraud|scam|floods?|fire (?:alarm|broke|in)|burst|spill|collapse[ds]?)\b",
    re.IGNORECASE,
)
_MET = frozenset(
    {
        *(
            "avert",
            "be",
            "break",
            "catch",
            "contain",
            "detect",
            "discover",
            "evacuate",
            "expose",
            "handle",
            "lead",
            "manage",
            "notice",
        ),
        *(
            "prevent",
            "rebuild",
            "recognise",
            "recognize",
            "recover",
            "rescue",
            "resolve",
            "restore",
            "run",
            "save",
            "spot",
            "stop",
        ),
        "uncover",
    }
)
"""Verbs by which something that happened was met: "caught a scam", "handled the calls when the floods came"."""
_CATCHES = frozenset({"avert", "catch", "discover", "expose", "rescue", "spot", "uncover"})
"""Those that tell by themselves that something was about to go wrong."""
_AGAIN = re.compile(r"\b(?:daily|nightly|(?:a|per|each|every) (?:day|night|shift)|as needed|routine\w*)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year dates a result, and counts none."""
_ABOVE = re.compile(
    r"\bacted as\s+(?:an?\s+|the\s+)?(?P<acted>[^,;:()]{3,40}?)\s+(?=(?:as|during|for|in|on|over|to|when|while)\s"
    r"[^.;]*\b(?:cover|leave|absence|vacancy|months?|mths?|mos|weeks?|wks?)\b)"
    r"|(?:^|\b(?:as|served|was|placement as|appointed|made)\s+(?:an?\s+|the\s+)?)"
    r"(?:acting|interim|relief)\s+(?P<post>[^\s,;:(]+(?:\s+[^\s,;:(]+){0,3})"
    r"|^cover(?:ed|ing)\s+(?:the\s+|for\s+the\s+)?(?P<covered>[^,;:()]{3,40}?)(?:['’]s?)?\s+(?:post|role|job|position|desk)?\s*"
    r"for\s+(?:\d+|\w+)\s+(?:months?|mths?|weeks?|wks?)\b"
    r"|\b(?:act|stepp)(?:ed|ing) up (?:as|for|to|into)\b|\b(?:filled|stood|stepped) in (?:as|for)\b|\bdeputi[sz]ed? for\b",
    re.IGNORECASE,
)
"""A post above one's own that was held for a time; "relief dispatch at weekends" is none."""
_SPLIT = re.compile(r"\s*(?:[,;•·|]|\.\s|\s/\s|\s[-–—]\s|\s(?:and|&|\+)\s)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ALL_ASIDE = re.compile(r"^\s*\([^()]*\)\s*\.?\s*$")
_SHORT_PIECE, _PIECES = 4, 3
"""Words of an item of a list, small ones aside, and how many of them make one."""
_SMALL = re.compile(r"\b(?:of|the|an?|in|for|to|on|at)\b ?", re.IGNORECASE)
_BEGUN = re.compile(
    r"(?:set up|started|founded|created|introduced|launched|established|began|built|wrote|designed|developed)\s+"
    r"(?:an?|our first|the first)\s"
)
"""Something that was not there before is more than a duty, though nobody counted what came of it."""
_AWAY = re.compile(
    r"^(?:took|was on|been on|on|returned from)\b.*\b(?:leave|(?:career|family) break|sabbatical)\b", re.IGNORECASE
)
"""That somebody was away is no deed; to stand in for somebody who is, is one."""


def is_counted(highlight: Highlight, clause: Clause) -> bool:
    """Whether a bullet states a result that was counted."""
    text = highlight.text
    return (
        any(character.isdigit() for character in _YEAR.sub("", clause.outcome))
        or any(pattern.search(text) for pattern in (SHARE, _OUT_OF, _BESIDE))
        or bool(_TURNED.search(clause.done))
        or _is_seen(highlight)
    )


def was_measured(highlight: Highlight, clause: Clause) -> bool:
    """Whether one can be asked how a figure came about: of a result, and not of a size or a limit."""
    return is_counted(highlight, clause) and not _is_size(highlight, clause)


def strength(highlight: Highlight, clause: Clause, worth: HighlightWorth) -> float:
    """What the bullet gives a story: a result that was counted more than a deed, a deed more than a duty."""
    if is_list(highlight.text, clause):
        return -_LISTED
    if stood_in(highlight.text):
        return _STOOD_IN
    happened = tells_event(highlight.text, clause)
    if happened or was_measured(highlight, clause):
        told = _RESULT if clause.done else _RESULT - _NO_CLAUSE
        return told if _is_seen(highlight) or not (happened or _is_measured(highlight.text)) else told + _UNSEEN
    if not clause.done:
        return -_NO_DEED + _ASKED * bool(worth.requirements) + _FIGURE * bool(highlight.metrics)
    if highlight.metrics or clause.outcome:
        return -_DUTY / 2 if _AGAIN.search(highlight.text) else _SUM * _is_size(highlight, clause)
    duty = 0.0 if _BEGUN.match(clause.done) else -_DUTY
    return duty - _SAYS_LITTLE * (len(highlight.text.split()) < _SHORT)


def tells_event(text: str, clause: Clause) -> bool:
    """Whether a bullet tells what happened once and what came of it: a duty is done every day, and this is remembered."""
    if _CAME_OF_IT.search(text) or _NOTHING_WRONG.search(text):
        return True
    return clause.lemma in _CATCHES or bool(_EMERGENCY.search(text) and clause.lemma in _MET)


def _is_size(highlight: Highlight, clause: Clause) -> bool:
    """Whether a sum is all that was counted, and no verb says that it was made or saved: how large a thing is."""
    text = highlight.text
    if "%" in text or _is_seen(highlight) or _is_measured(text) or _TURNED.search(clause.done) or not SHARE.search(text):
        return False
    return not clause.outcome and clause.verb_class not in {"grow", "win", "sell", "improve", "reduce"}


def stood_in(text: str) -> bool:
    """Whether somebody held a post above their own for a time: nothing shows better that they are ready for it."""
    found = _ABOVE.search(text)
    if found is None:
        return bool(STOOD_IN.match(text))
    post = found["post"] or found["acted"] or found["covered"]
    return post is None or any(word.casefold() in TITLE_HEADS for word in post.split()) or bool(STOOD_IN.match(text))


def is_list(text: str, clause: Clause) -> bool:
    """Whether a line only lists what there was, heads or tools: "£3m turnover, 40 colleagues, 4 direct reports"."""
    if clause.done or clause.outcome or _is_measured(text):
        return False
    pieces = [piece for piece in _SPLIT.split(_BRACKETS.sub("", text).rstrip(". ")) if piece]
    return len(pieces) >= _PIECES and all(len(_SMALL.sub("", piece).split()) <= _SHORT_PIECE for piece in pieces)


def tells_nothing(text: str) -> bool:
    """Whether a line is no accomplishment at all: an aside on the employer, or a time away."""
    return bool(_ALL_ASIDE.match(text) or _AWAY.search(text))


def _is_measured(text: str) -> bool:
    return bool(_OUT_OF.search(text) or _BESIDE.search(text))


def _is_seen(highlight: Highlight) -> bool:
    """Whether the matching saw a change in the bullet's numbers."""
    return any(metric.before is not None or metric.direction != "none" for metric in highlight.metrics)
