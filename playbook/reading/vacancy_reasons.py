"""Why a post is open, where a posting says so: somebody left, the work grew, something is new.

What the post asks for is for `playbook.reading.requirements`; how the reason is worded is for the writing.
"""

from __future__ import annotations

import re

_EVENT = (
    r"(?:retire\w*|departure|resignation|relocation|secondment|promotion|growth|expansion|restructur\w*|reorgani[sz]ation|"
    r"merger|acquisition|maternity|parental leave|(?:contract|tender) (?:win|award)s?|demand|success)"
)
_BECAUSE = rf"(?:following|due to|owing to|because of|as a result of|thanks to) (?:[\w'’-]+ ){{0,5}}?{_EVENT}\b"
_OPENS = re.compile(rf"{_BECAUSE}|(?:with|after|upon) the (?:\w+ )?(?:retirement|departure|promotion) of\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:newly[- ]created|"
    r"(?:position|role|post|vacancy|job) (?:was|is|has been|is being) (?:newly )?(?:created|opened|added)|"
    r"(?:brand[- ]new|new|additional) (?:position|role|post|contract|site|team)|"
    r"(?:is|are) (?:a )?replac\w+|backfill|internal promotion|(?:maternity|parental) (?:cover|leave)|retire(?:s|d|ment)?\b|"
    r"migrat\w+|re-?tender|turnover|turn(?:ing|ed)? (?:it |this |things )?around|"
    r"needs? (?:someone|somebody) (?:who|to)\b|needs? to (?:convert|grow|build|move|change|become)|"
    r"(?:likely|planned) exit|your first (?:job|task)|has (?:grown|slowed|doubled|tripled|fallen)|break(?:s|ing)? ground|"
    r"(?:help(?: us)?|looking for .{3,60} to) (?:to )?(?:change|fix|close|solve|end) (?:that|this|it)\b)|"
    r"\bwe(?:['’]re| are) (?:now |about to )?(?:opening|moving|expanding|growing|doubling|building out|rolling out|launching|"
    rf"scaling)\b|\b{_BECAUSE}",
    re.IGNORECASE,
)


def tells_why(text: str) -> bool:
    """Whether a line says why somebody is wanted: before any line on who the employer is."""
    return _TELLS.search(text) is not None


def opens_with_reason(text: str) -> bool:
    """Whether a sentence begins with why the post is open: "Following the retirement of our manager, ..."."""
    return _OPENS.match(text) is not None
