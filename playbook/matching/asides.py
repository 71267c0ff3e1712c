"""What a requirement says of its own: by when, in whose team, to whom, in which town. It asks for nothing.

Blanking only: the places of all other words stay as they are, so that what is found can be quoted.
"""

from __future__ import annotations

import re

from playbook.knowledge.conditions import without_conditions
from playbook.knowledge.recall import recalled
from playbook.matching.fields import without_school
from playbook.matching.oversight import without_oversight
from playbook.reading.reporting_lines import CAPITAL, HEAD_OF, OFFICE, reporting_lines

_ASIDE = re.compile(
    r"\s*\(?(?:to be )?(?:obtained |completed )?within (?:the first |your first )?[\w-]+(?: \([^()]*\))?"
    r" (?:days?|weeks?|months?|years?)"
    r" (?:of|from|after) (?:your |the )?(?:date of )?(?:hire|hiring|employment|start|appointment|joining)\b(?: date)?\)?"
    r"|\s*\((?:minimum |at least |(?:at )?)?(?:NFQ |QQI |AQF |RQF |EQF )?level \d{1,2}[^()]*\)"
    r"|,?\s*or (?:be )?(?:willing|prepared) to (?:undertake|complete|obtain|gain|work towards) (?:it|one|this|such a \w+)\b"
    r"[^.;()]*"
    r"|\s[–—-]+\s(?:as )?we(?: are|['’]re) (?!on (?-i:[A-Z])|using\b|running\b)[^.;]*$"
    r"|\s*\b(?:up)?on (?:date of )?(?:hire|hiring)\b|\s*\b(?:at|by|before|prior to) (?:the |your )?(?:time of |date of )?"
    r"(?:hire|start date|hire date)\b"
    r"|\s*\(we (?:welcome|encourage|accept|consider|value)[^()]*\)"
    r"|,?\s*demonstrated through (?:one or )?a combination of [^.;]*"
    r"|^as (?:an? |our |the )?[^,.]{3,60}?(?: on our [^,.]{3,40} team)?,? you(?:['’]ll| will)\b"
    r"|\b(?:on|in|join|with) our [\w&-]+(?: [\w&-]+){0,2} team\b"
    r"|\b(?:serves?|acts?|functions?) as (?:an? |the |our )?(?:[\w-]+ )?(?:subject[- ]matter expert|sme)(?: \(smes?\))?"
    r" (?:on|for|in|of|regarding|around)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?i:\bwork(?:s|ing)? (?:closely )?with|(?<!reporting )\b(?:to|with|for|by|from|alongside))) "
    rf"(?i:the |our |your |an? )?(?:{HEAD_OF}|(?:(?!Board\b){CAPITAL} ){{0,4}}{OFFICE}s?\b)"
    r"(?! (?:experience|certification|role|qualification|licen[cs]e|training|duties))"
)
"""Somebody whom one works for or with, by the title: "with the Operations Manager"."""
_PLACE = re.compile(
    r"\b(?i:to|at|between|across|from|in) (?i:our |the |all |both |other )(?:[A-Z][\w'’-]+(?:,? (?:and|&) |, | )){1,5}"
    r"(?:sites?|offices?|branch(?:es)?|locations?|stores?|campus(?:es)?|depots?|warehouses?)\b"
)
"""Where one works, by name: "our Leeds and Hull sites"."""


_LEADERS = re.compile(
    r"(?P<kept>\b(?i:work|partner|collaborat|coordinat|liais|meet|communicat)\w*"
    r"(?: closely| effectively| directly| regularly)? with )"
    r"(?:(?:[\w&-]+ ){0,2}?leadership)\b(?! (?:skills?|experience|development|training|programs?|abilit|qualit|roles?)\b)"
    r"|(?:\b(?:[Oo]ur |[Ss]enior |[Ee]xecutive )*[Ll]eadership) (?=(?:calls|turns|asks|needs|wants|trusts|relies|uses)\b)"
)
"""Those who lead, by the word for what they do: "the person leadership calls", "work with senior leadership"."""


def _without_leaders(match: re.Match[str]) -> str:
    kept = match["kept"] or ""
    return kept + " " * (len(match.group()) - len(kept))


@recalled(most=4096)  # every rule of judging reads a requirement so
def plainly(text: str) -> str:
    """A requirement with blanks where it speaks of itself: "within 30 days of hire", "reporting to the Head of Sales"."""
    for start, end in reporting_lines(text):
        text = text[:start] + " " * (end - start) + text[end:]
    for pattern in (_ASIDE, _PERSON, _PLACE):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    text = _LEADERS.sub(_without_leaders, text)
    return without_school(without_conditions(without_oversight(text)))
