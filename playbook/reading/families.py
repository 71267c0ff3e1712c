"""Which family of the packs a posting belongs to: by its title, else by the skills that it names."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge

GENERAL = "general"
_WORDS = re.compile(r"[^\W_][\w+#./&-]*[\w+#]|\w")
_AT_THE_TOP = re.compile(
    r"\b(?:EVP|SVP|(?:executive|senior) vice president|(?<!vice )(?<!vice-)president|chief (?:\w+ ){1,2}officer)\b",
    re.IGNORECASE,
)
"""Who answers for a whole, whatever its name: "Executive Vice President, Services"."""
_ENOUGH = 4
"""Skills of one family that a posting must name where its title says nothing."""
_AHEAD = 3
"""By how many they must outnumber those of the next: one or two more are chance."""
_SHARE = 0.5
"""Of all skills that speak for any family: a posting of a trade that no family knows names a few of each."""


def family_of(title: str, text: str, knowledge: Knowledge) -> str:
    """The family with the longest cue in the title; else the one that most of the named skills belong to.

    Of families that share that cue ("Laboratory Technician"), the one whose skills are named most.
    """
    words = f" {_plain(title)} "
    cues = [(len(cue), family) for cue, family in _cues(knowledge) if cue in words]
    longest = max((length for length, _ in cues), default=0)
    if families := {family for length, family in cues if length == longest}:
        told = _telling(text, knowledge) if len(families) > 1 else []
        counts = Counter(family for each in told for family in each)
        return max(families, key=lambda family: (counts[family], family))
    if _AT_THE_TOP.search(title) and "executive" in knowledge.families:
        return "executive"
    return _by_skills(text, knowledge)


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """The titles of every family, plain and between spaces, each with its family."""
    return tuple(
        (f" {cue} ", entry.id) for entry in knowledge.families.values() for name in entry.titles if (cue := _plain(name))
    )


def _by_skills(text: str, knowledge: Knowledge) -> str:
    """`general` unless one family is clearly ahead of the others; skills that serve any trade speak for none.

    To ask a forester about concrete is worse than to ask what everyone is asked, so a family that is only likely is not taken.
    """
    telling = _telling(text, knowledge)
    counts = Counter(family for families in telling for family in families)
    (first, most), (_, next_most) = [*counts.most_common(2), (GENERAL, 0), (GENERAL, 0)][:2]
    is_clear = most >= max(_ENOUGH, _SHARE * len(telling)) and most - next_most >= _AHEAD
    return first if is_clear and first in knowledge.families else GENERAL


def _telling(text: str, knowledge: Knowledge) -> list[tuple[str, ...]]:
    """The families of each named skill that does not serve any trade."""
    named = {found.id for found in lexicon_of(knowledge).concepts(text) if found.kind == "skill"}
    skills = [knowledge.skills[skill_id] for skill_id in sorted(named)]
    return [skill.families for skill in skills if skill.kind != "soft" and skill.families and GENERAL not in skill.families]


def _plain(text: str) -> str:
    """Lower case, single spaces, no punctuation but what names carry."""
    return " ".join(_WORDS.findall(text.lower()))
