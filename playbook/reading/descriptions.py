"""Lines that say what an employer is: its kind, its size, what it serves. They name nobody.

Which role such a line belongs to is for `playbook.reading.positions`.
"""

from __future__ import annotations

import re

from playbook.reading.header_dates import dates_of
from playbook.reading.rows import Row
from playbook.reading.titles import title_weight

DESCRIBES = re.compile(
    r"^(?:the |a |an )?[^,.]{2,60}? (?:is|was|are) (?:an?|the|one of)\b|\b(?:company|provider|manufacturer|retailer|"
    r"operator|firm|agency|facility|start-?up) "
    r"(?:of|for|with|that|in|based)\b|^(?:leading|global|international|regional|family-owned) ",
    re.IGNORECASE,
)
"""Words that describe an employer and not what was done there."""
KIND = re.compile(
    r"^leading (?:[\w&-]+,? ){0,4}?(?:company|provider|manufacturer|retailer|operator|firm|agency|supplier|distributor|"
    r"maker)\b",
    re.IGNORECASE,
)
"""An employer by its kind, whose first word may be a verb: "Leading provider of"."""
_SUM = r"[$€£][\d.,]+\s?(?:[KMB]|bn|mn?|k|million|billion)?\+?(?=\s)(?! ?(?:/|per|an?|p\.?[ah]) ?)"
_TIME = r"(?:months?|mos?|years?|yrs?|days?|hours?|hrs?|weeks?|wks?|shifts?|nights?|evenings?|terms?|semesters?)\b"
_COUNTED = re.compile(rf"^[(~]?(?:about |approx\.? |over |some )?(?:{_SUM}|\d[\d,.]*\+?[ -](?!{_TIME})[a-z])")
"""A sum or a number of things, but no time and no pay."""
_PHRASES = re.compile(r"[,|(]|\s[-–—]\s|\s(?:at|@)\s")


def describes_employer(row: Row) -> bool:
    """Whether a row of a header says what the employer is, and names nothing: "340-bed hospital", "4 chairs, 2 dentists".

    It opens with what is counted. How long or for how much somebody worked opens so, too.
    """
    counted = _COUNTED.match(row.text)
    if counted is None or dates_of(row) is not None or "\t" in row.text:
        return False
    is_list = len(row.text.split()) > 3 or "," in row.text  # noqa: PLR2004  two words may be a name
    return is_list and not any(title_weight(one) == 2 and one[:1].isupper() for one in _PHRASES.split(row.text))  # noqa: PLR2004  a title by its head
