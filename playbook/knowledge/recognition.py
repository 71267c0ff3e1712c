"""Whether words of a text stand as a name: by their case, their neighbours and what lies between them.

Judging single places only; what the names mean is for `playbook.knowledge.lexicon`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from playbook.knowledge.packs import Knowledge
from playbook.knowledge.schema import Credential, Skill
from playbook.knowledge.tokens import Token, tokens

SHORT = 2
"""Names of so few letters are matched with their case: `IT` is not `it`."""
_NUMERALS = frozenset({"II", "III", "VI", "VII", "VIII"})
"""Without `IV`, which is also an infusion."""
_BETWEEN = frozenset(",;:()•|\n")
"""What a name does not reach over."""

_ABBREVIATED = re.compile(r"(?<!\w)[A-Za-z]/$")
"""What stands before the second letter of "D/C" and "A/C", which name no language."""
_AS_NAME = re.compile(
    r" (?:(?:and|or|&|and/or) (?:[A-Z]|similar|other|equivalent|comparable)"
    r"|(?:experience|expertise|proficiency|knowledge|skills?|certifi\w+|users?|preferred|required|desir\w+|essential|advantageous"
    r"|(?:is|would be|are) an? (?:\w+ )?(?:plus|must|bonus|asset|advantage))\b)"
)
"""What follows the name of a tool that opens a line, and no verb or adjective: "Excel or Sheets", "Slack experience"."""


_SEASONS = frozenset({"spring", "summer", "fall", "autumn", "winter"})
_OF_TERM = re.compile(
    r",? (?:of )?['’]?(?:(?:19|20)\d\d|\d\d)\b|[ /](?:and |& )?(?:semesters?|terms?|quarter|breaks?|holidays?)\b", re.IGNORECASE
)


def is_season(text: str, run: Sequence[Token]) -> bool:
    """Whether a word is the time of a year that stands behind it: "Spring 2024" is no framework."""
    return len(run) == 1 and run[0].folded in _SEASONS and _OF_TERM.match(text, run[0].end) is not None


def is_acronym(words: str, kind: str) -> bool:
    """Whether case is what tells `words` from a word: `IT`, `DOE`, and `BEd` among credentials."""
    capitals = sum(letter.isupper() for letter in words)
    return (
        len(words) <= SHORT
        or (words.isupper() and len(words) <= SHORT + 1)
        or (kind == "credential" and (capitals > 1 or "'" in words))
    )


def is_mark(token: Token) -> bool:
    """Whether a word is a letter or a numeral that marks another one: "Type II", "E&I"."""
    return len(token.text) == 1 or token.text in _NUMERALS


def is_lettered(words: str) -> bool:
    """Whether a name is single letters with something between them: what stands there is all that tells `M.A.` from `M&A`."""
    return bool(re.fullmatch(r"\w(?:\s?[^\w\s]\s?\w)+\.?", words))


def is_spelled(text: str, run: Sequence[Token], exact: str) -> bool:
    """Whether letters stand as the name has them: no `M&A` for `M.A.`, no `A&P` for `A/P`, nothing within `A.A.B.` alone."""
    named = tokens(exact)
    inside = exact[named[0].end : named[1].start].strip()
    between = [text[left.end : right.start] for left, right in pairwise(run)]
    start, end = run[0].start, run[-1].end
    if inside == ".":
        if re.search(r"\b\w\.$", text[:start][-3:]):
            return False
        spaced = all(gap == " " for gap in between) and all(token.text.isupper() for token in run)
        return spaced or (
            all(gap == "." for gap in between) or (all(gap == ". " for gap in between) and text[end : end + 1] == ".")
        )
    return all(gap.strip() == inside for gap in between) and (text[start:end].isupper() or text[start:end].islower())


def is_broken(text: str, run: Sequence[Token]) -> bool:
    """Whether a sentence ends, a list goes on or a bracket opens within the run: then its words are not one name."""
    return any(set(text[left.end : right.start]) & _BETWEEN for left, right in pairwise(run))


def is_name(text: str, token: Token, exact: str) -> bool:
    """Whether a word that is also an ordinary word stands here as a name."""
    alone = text.strip(" .,;:()")
    if alone.casefold() == exact.casefold() and not (
        alone.isupper() and not exact.isupper() and is_acronym(exact, "credential")
    ):
        # In capitals FDA is an authority, and FdA a degree.
        return True
    if token.text.replace("’", "'") != exact:
        return False
    before, after = text[: token.start], text[token.end :]
    if len(exact) <= SHORT and (before[-1:] in set("&'’-.") or after[:1] in set("&'’-")):
        return False
    if len(exact) == 1 and _ABBREVIATED.search(before):
        return False
    starts = (not before.strip() or before.rstrip()[-1:] in set(".!?:•")) and not _AS_NAME.match(after)
    # "MSc or PhD in Physics": no ordinary word has a capital inside.
    return (
        exact.isupper()
        or "'" in exact
        or any(map(str.isupper, exact[1:]))
        or not (starts and after[:1] == " " and after[1:2].islower())
    )


def acronyms_of(knowledge: Knowledge) -> frozenset[str]:
    """Words that the packs write in capitals: they are looked up as they are, for what looks like their plural is not one."""
    entries: list[Skill | Credential] = [*knowledge.skills.values(), *knowledge.credentials.values()]
    return frozenset(
        token.folded
        for entry in entries
        for words in (entry.name, *entry.aliases)
        for token in tokens(words)
        if len(token.text) > 1 and token.text.isupper()
    )
