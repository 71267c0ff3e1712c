"""Is this sentence true to its sources? Each rule looks for one way in which it may not be.

Two tiers. A hard issue is a fact that no source has: it blocks a line from the resume. A soft one is a sentence that goes
further than its source without a fact to point at: the line is shown as a draft to verify. Here a single line is judged;
whether the whole document agrees with itself is for `playbook.consistency`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from playbook.grounding import amounts, facts, joints, reach
from playbook.grounding.acts import leaks, without_quotes
from playbook.grounding.claim import Claim, Ground, Issue
from playbook.grounding.phrases import Phrases
from playbook.provenance import Line

_OF_POSTING = Phrases(
    r"\b(?:posting|posted|job ad|advert\w*|asks?|asked|they want|you (?:want|need|ask|look)|requirements?|role (?:needs|wants)|"
    r"your|you|this role|the role|the job|would|could|looking for|hope)\b",
    re.IGNORECASE,
)
"""Words by which a line about the candidate speaks of the posting as such."""
Rule = Callable[[Claim], Iterator[Issue]]
_ANY_LINE: tuple[Rule, ...] = (amounts.number, facts.name)
_EVERY: tuple[Rule, ...] = (
    *(
        amounts.number,
        amounts.unit,
        amounts.order,
        facts.place,
        facts.name,
        facts.employer,
        facts.credential,
        facts.direction,
        facts.denial,
    ),
    *(
        facts.leak,
        joints.joint,
        reach.laundered,
        reach.verb,
        reach.others,
        amounts.date,
        amounts.in_all,
        reach.scope,
        reach.moved,
        reach.part_of,
        reach.title,
        reach.unfinished,
        reach.praise,
        reach.fused,
        reach.content,
    ),
)


def issues(line: Line, ground: Ground | Iterable[str] = ()) -> tuple[Issue, ...]:
    """What `line` states that its sources do not have; empty where it is grounded.

    `ground` may be the texts of the case alone. A verbatim quote cannot go beyond itself. Another line from the resume is
    judged by every rule; a draft by those about numbers, names and leaks, since it is plausible by design; what packs and
    postings say by those about numbers and names.
    """
    known = ground if isinstance(ground, Ground) else Ground(case=tuple(ground))
    stated = line.stated
    claim = Claim(stated, tuple(_own_quotes(line, stated)), known, line)
    if stated in claim.quotes:
        return ()
    rules = _EVERY if line.provenance == "resume" else (*_ANY_LINE, facts.leak) if line.provenance == "draft" else _ANY_LINE
    return tuple([issue for rule in rules for issue in rule(claim)])


def _own_quotes(line: Line, stated: str) -> Iterator[str]:
    """What a line may rest on: one from the resume on the posting only where it speaks of the posting."""
    for source in line.sources:
        document, quote = source.span.document, source.quote
        if document == "resume":
            yield quote if quote == stated else _to_readers(quote)
        elif document != "job" or line.provenance != "resume" or _speaks_of_posting(stated):
            yield quote


@lru_cache(maxsize=4096)
def _speaks_of_posting(text: str) -> bool:
    return bool(_OF_POSTING.search(text))


@lru_cache(maxsize=4096)
def _to_readers(quote: str) -> str:
    """What a resume says before it speaks to whoever reads it by machine, which is no fact of it."""
    bare = without_quotes(quote, quote)
    found = leaks(bare)
    return quote[: bare.index(found[0])] if found else quote
