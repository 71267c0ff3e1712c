"""Is the word that a bullet opens with one of several nouns, or of a thing with the share at which it stands?

"Trade customers, promotions, rebates", "Audits and reviews of private firms", "forecast accuracy within 8%". What else makes a
noun of a first word is for `playbook.writing.noun_heads`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.noun_phrases import noun_phrase
from playbook.writing.noun_words import ARTICLES
from playbook.writing.verb_forms import DETERMINERS, find
from playbook.writing.verbs_or_nouns import ADJECTIVES_TOO, NOUNS_TOO

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.verb_forms import Found

_PAIR_OF = re.compile(r"(?:,\s+[a-z]+s)*,?\s+(?:and|&)\s+[a-z]+s\s+of\s")
"""Two nouns that one "of" belongs to: "Audits and reviews of private firms"."""
_SHARE_AT = re.compile(r"\s*(?:at|within|under|above|over|below|=)\s*[~<>±+-]?\d[\d.,]*\s?%")
"""How a thing stands: "forecast accuracy within 8%"."""
_LISTS_THINGS = frozenset(
    {
        "budget",
        "cost",
        "finance",
        "inventory",
        "market",
        "project",
        "school",
        "shift",
        "staff",
        "stock",
        "team",
        "time",
        "trade",
    }
)
"""Lemmas that say, before one of several things, rather of what kind they are: "Trade customers, promotions, rebates"."""
_CHANGES = frozenset({"cut"})
"""Verbs that a share goes with: "cut waste below 3%"."""
_THINGS = re.compile(
    r"\s+(?:[a-z-]+\s+)?[a-z-]+s(?P<others>(?:,\s+[^,;:]+)+)$|\s+(?:[a-z-]+\s+)?[a-z-]+s(?P<more>(?:,\s+[^,;:]+)+)[;:]"
)


def names_things(found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether a word, read as `found` and followed by `after`, is such a noun."""
    lemma = found.verb.lemma
    if lemma not in NOUNS_TOO:
        return False
    if found.form == "third":
        return bool(_PAIR_OF.match(after))
    if found.form == "base":
        return lemma in _LISTS_THINGS and _is_list_of_things(after, knowledge)
    return found.verb.past == lemma and lemma not in _CHANGES and _stands_at(after, knowledge)


def _is_list_of_things(after: str, knowledge: Knowledge) -> bool:
    """Whether more than one thing follows, and no verb opens any part of the list: "Stock shelves, rotate dates" has one."""
    listed = _THINGS.match(after)
    if listed is None:
        return False
    parts = re.split(r",\s+", (listed["others"] or listed["more"]).lstrip(", "))
    verbs = (find(re.sub(r"^(?:and|&|then|also)\s+", "", part).split(" ", 1)[0], knowledge) for part in parts if part)
    return not any(
        one is not None and (one.form == "past" or one.verb.lemma not in NOUNS_TOO | ADJECTIVES_TOO) for one in verbs
    )


def _stands_at(after: str, knowledge: Knowledge) -> bool:
    """Whether one thing follows with the share at which it stands: "forecast accuracy within 8%"."""
    phrase = noun_phrase(after.lstrip(), knowledge)
    is_one = bool(phrase) and phrase.split()[0].casefold() not in ARTICLES | DETERMINERS and not phrase.endswith("s")
    return is_one and bool(_SHARE_AT.match(after.lstrip().removeprefix(phrase)))
