"""Whose deed a text tells: what others did, by name or by role, and what the candidate did.

Readers of English only. Whether a sentence takes another's deed is for `playbook.grounding.reach`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from playbook.grounding.phrases import Phrases
from playbook.knowledge.tokens import STOP, stem, tokens

_WHO = (
    r"(?P<who>CEO|CFO|COO|CTO|principal|director|manager|supervisor|coach|mentor|lead|boss|predecessor|colleague|teammate|associate|"
    r"technician|engineer|analyst|designer|developer|trainee|intern|resident|preceptee|apprentice|student|assistant|author|"
    r"partner|attorney|nurse|teacher|vendor|supplier|consultant|contractor|agency|committee|team|squad|crew|firm|client|PM)"
)
_NAME = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-Z][a-zà-ÿ]+(?: (?:& )?[A-Z][\w'’-]+)+"
_DID = (
    r"(?:later |then |had |also |now |first )?"
    r"(?P<did>[a-z]+ed|built|wrote|led|ran|made|won|drew|taught|sold|cut|drove|set|found|put)\b"
)
_SUBJECT = Phrases(
    rf"(?:^|[;,.:]\s|\bthat\b |\band )(?:(?:the|our|my|their|a|an) )?(?:[\w-]+ ){{0,2}}{_WHO}s?,? "
    rf"(?P<name>{_NAME})?(?:, [^,;]+,)? ?{_DID}",
)
_NAMED = Phrases(rf"(?P<name>{_NAME}),? (?:(?:who|whom I \w+),? )?{_DID}")
_BY = Phrases(
    r"\b(?P<did>[a-z]+ed|built|written|led|run|made|won|drawn|taught|sold|set)(?: \w+ly)? "
    r"by (?:(?:the|our|my|an?|its|their) )?"
    rf"(?:(?:[\w-]+ ){{0,2}}{_WHO}s?\b ?(?P<name>{_NAME})?|(?P<alone>{_NAME}))",
)
_MINE = Phrases(r"\b(?:I|my|mine|we|our)\b")
_POSSESSED = Phrases(r"\b(?:his|her|their|its) (?P<what>[a-z]+)\b")
_MY = Phrases(r"\bmy (?P<what>[a-z]+)\b", re.IGNORECASE)
_MADE_ME = Phrases(r"\b(?:had|asked|let|told|wanted) me\b")
_FOREIGN = Phrases(
    r"\b(?:my|our|a) (?:predecessor|manager|boss|supervisor|colleague|teammate|director|coworker|co-worker|team lead|deputy|"
    r"successor)\b"
)
_CLAUSE = re.compile(r"[;.]\s+|,\s+(?=(?:and|which|who|whom|while|whose)\b)")
_PAST = {"written": "wrote", "drawn": "drew", "run": "ran"}


@lru_cache(maxsize=16384)
def deeds_of_others(text: str) -> tuple[tuple[str, str], ...]:
    """The verbs that a text gives to others, each with who did it: the last of their names, else their role."""
    found: list[tuple[str, str]] = []
    for pattern in (_SUBJECT, _NAMED, _BY):
        for match in pattern.finditer(text):
            did = match["did"].lower()
            found.append((stem(_PAST.get(did, did)), _key(match)))
    return tuple(dict.fromkeys(found))


def _key(match: re.Match[str]) -> str:
    groups = match.groupdict()
    name = groups.get("name") or groups.get("alone")
    return str(name.split()[-1] if name else groups["who"])


@lru_cache(maxsize=16384)
def speaks_of_self(text: str) -> bool:
    """Whether the text speaks in the first person."""
    return bool(_MINE.search(text))


@lru_cache(maxsize=16384)
def owned_by_others(text: str) -> frozenset[str]:
    """What a text says is his, hers or theirs, by stem."""
    return frozenset(stem(match["what"]) for match in _POSSESSED.finditer(text))


@lru_cache(maxsize=16384)
def mine(text: str) -> frozenset[str]:
    """What a text says is the candidate's, by stem."""
    return frozenset(stem(match["what"]) for match in _MY.finditer(text))


@lru_cache(maxsize=16384)
def others_in(text: str) -> tuple[str, ...]:
    """People without a name whom the text brings in: "my manager", "had me"."""
    return tuple(match.group().lower() for pattern in (_FOREIGN, _MADE_ME) for match in pattern.finditer(text))


@lru_cache(maxsize=16384)
def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text, each of which may have its own subject."""
    return tuple(part for part in _CLAUSE.split(text) if part)


@lru_cache(maxsize=16384)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(token.stem for token in tokens(text) if token.folded not in STOP)
