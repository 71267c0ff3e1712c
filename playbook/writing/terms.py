"""Which skills and credentials a text names, and whether a resume shows a term.

The writers of questions, scripts and gaps ask it; nothing is judged or worded here. Words are compared whole and
without case, except names of one or two letters, which are only names in their own case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playbook.artifacts.resume import Resume
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import Credential, Skill

_TOKEN = re.compile(r"[\w+#]+")
_SHORT = 2
"""Letters of a name that is too short to be recognised without its case."""


def resume_text(resume: Resume) -> str:
    """Every fact of the resume, one a line, without contact data."""
    facts = [resume.label, resume.summary]
    for position in resume.positions:
        facts += [position.name, position.position, position.summary, *(highlight.fact for highlight in position.highlights)]
    facts += [education.fact for education in resume.education]
    facts += [skill.fact for skill in resume.skills]
    for named in (resume.certificates, resume.languages, resume.awards, resume.publications):
        facts += [item.fact for item in named]
    return "\n".join(fact.text for fact in facts if fact is not None)


def is_shown(term: str, resume: Resume, knowledge: Knowledge) -> bool:
    """Whether the resume names `term`, by any of the spellings that the packs know for it."""
    words = folded(resume_text(resume))
    return any(names(words, spelling) for spelling in _spellings(term, knowledge))


def kind_of(term: str, knowledge: Knowledge) -> str:
    """The kind of skill or credential that `term` names; `other` where the packs do not know it."""
    words = folded(term)
    spelled = [(folded(name), entry.kind) for entry in _entries(knowledge) for name in (entry.name, *entry.aliases)]
    inside = [(name == words, len(name), kind) for name, kind in spelled if name.strip() and name in words]
    return max(inside)[2] if inside else "other"


def skills_in(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Ids of the skills that `text` names, and of those that they imply or are a kind of."""
    words = folded(text)
    found = {skill.id for skill in knowledge.skills.values() if _named((skill.name, *skill.aliases), words, text)}
    waiting = list(found)
    while waiting:
        skill = knowledge.skills.get(waiting.pop())
        for wider in (*skill.implies, *skill.broader) if skill else ():
            if wider not in found:
                found.add(wider)
                waiting.append(wider)
    return frozenset(found)


def competencies_in(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Ids of the competencies whose signals `text` holds, those with most signals first."""
    words = stemmed(text)
    counted = [
        (sum(stemmed(signal) in words for signal in competency.signals), competency.id)
        for competency in knowledge.competencies.values()
        if not any(stemmed(sign) in words for sign in competency.anti)
    ]
    return tuple(name for count, name in sorted(counted, key=lambda pair: (-pair[0], pair[1])) if count)


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """`text` as its words in lower case, each with a space on both sides."""
    return f" {' '.join(_TOKEN.findall(text.casefold()))} "


@lru_cache(maxsize=16384)
def stemmed(text: str) -> str:
    """`text` as the stems of its words, each with a space on both sides."""
    return f" {' '.join(map(_stem, _TOKEN.findall(text.casefold())))} "


def names(words: str, term: str) -> bool:
    """Whether `words`, which are folded, hold `term` as whole words."""
    return bool(term.strip()) and folded(term) in words


def _entries(knowledge: Knowledge) -> tuple[Skill | Credential, ...]:
    return (*knowledge.credentials.values(), *knowledge.skills.values())


def _named(spellings: Iterable[str], words: str, text: str) -> bool:
    return any(
        re.search(rf"\b{re.escape(spelling)}(?![\w+#])", text) is not None
        if len(spelling) <= _SHORT
        else names(words, spelling)
        for spelling in spellings
    )


def _spellings(term: str, knowledge: Knowledge) -> Iterator[str]:
    """`term` and, where it names a skill or credential, every other name of it."""
    yield term
    words = folded(term)
    for entry in _entries(knowledge):
        known = (entry.name, *entry.aliases)
        if any(folded(name) == words for name in known):
            yield from known


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]  # slow to import: only stages that stem should pay

    return snowballstemmer.stemmer("english")
