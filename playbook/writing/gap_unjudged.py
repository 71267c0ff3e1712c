"""The name of a must that nobody could judge and for which there is no shorter one: the posting's own words.

An interviewer asks about every line that is required. "Environment" names nothing that somebody could lack, and still
"experience in a private equity-backed environment" is a question that one has to be ready for. Such a line is never denied:
it is asked whether it is there under another name. Which gaps there are is for `gaps`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.gap_names import headed, shortened
from playbook.writing.gap_titles import title_case

if TYPE_CHECKING:
    from playbook.artifacts.matching import Status
    from playbook.artifacts.posting import Requirement

_EXPERIENCE = re.compile(
    r"(?<![\w-])experience (?P<about>(?:in|with|of|within|as|across|on|at|from) (?:(?:an?|the|our) )?|(?=\w+ing\b))"
    r"(?P<what>[^,;:(.–—]+)",
    re.IGNORECASE,
)
"""What a line wants experience of, as far as its first stop."""
_RESPONSIBILITY = re.compile(
    r"^(?:(?:prior|previous|proven|direct|full|demonstrated|significant) )*"
    r"(?P<what>[\w&/-]+(?: [\w&/-]+){0,3} responsibility)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:(?:is|are) )?(?:(?:strongly |highly )?(?:required|preferred|desired|desirable|essential|mandatory)|a must)\b.*"
    r"|\s+(?:ideally|preferably)\b.*",
    re.IGNORECASE,
)
_LONGEST = 12
"""Words that can be said in the middle of a sentence."""


def as_asked(requirement: Requirement, status: Status) -> tuple[str, str]:
    """What an unjudged must asks for in its own words, and as a title; `""` twice where the line has no such words."""
    if status != "unknown" or requirement.kind != "required":
        return "", ""
    text = requirement.text
    if (found := _EXPERIENCE.search(text)) is not None:
        what = _AFTER.sub("", found["what"]).strip()
        term, title = f"experience {found['about']}{what}", what
    elif (found := _RESPONSIBILITY.match(text)) is not None:
        what = found["what"]
        term = title = what[:1].lower() + what[1:] if what[1:2].islower() else what
    else:
        return "", ""
    name = title_case(headed(shortened(title)))
    return (term, name) if what and len(term.split()) <= _LONGEST and " " in name else ("", "")
