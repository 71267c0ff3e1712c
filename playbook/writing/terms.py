"""Which skills and credentials a text names, and whether a resume shows a term: the lexicon as writers ask it.

The writers of questions, scripts and gaps share it; nothing is judged or worded here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.keeping import kept
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.recall import recalled
from playbook.knowledge.tokens import tokens
from playbook.reading.wishes import told

if TYPE_CHECKING:
    from playbook.artifacts.resume import Resume
    from playbook.knowledge.packs import Knowledge


@kept(most=8)
def resume_text(resume: Resume) -> str:
    """Every fact of the resume, one a line, without contact data and without what a summary hopes for."""
    facts = [resume.label, *told(resume.summary)]
    for position in resume.positions:
        facts += [position.name, position.position, *told(position.summary), *(one.fact for one in position.highlights)]
    facts += [education.fact for education in resume.education]
    facts += [skill.fact for skill in resume.skills]
    for named in (resume.certificates, resume.languages, resume.awards, resume.publications):
        facts += [item.fact for item in named]
    return "\n".join(fact.text for fact in facts if fact is not None)


def is_shown(term: str, resume: Resume, knowledge: Knowledge) -> bool:
    """Whether the resume names `term`, by any spelling that the packs know, or something that implies it."""
    text = resume_text(resume)
    if stemmed(term) in stemmed(text):
        return True
    lexicon = lexicon_of(knowledge)
    whole = {found.id for found in lexicon.concepts(term) if stemmed(found.words) == stemmed(term)}
    return bool(whole) and not whole.isdisjoint(skills_in(text, knowledge))


def kind_of(term: str, knowledge: Knowledge) -> str:
    """The kind of skill or credential that `term` names; `other` where the packs do not know it."""
    lexicon = lexicon_of(knowledge)
    found = sorted(lexicon.concepts(term), key=lambda one: (one.kind != "credential", one.start - one.end))
    for one in found:
        entry = lexicon.credential(one.id) or lexicon.skill(one.id)
        if entry is not None:
            return entry.kind
    return "other"


@lru_cache(maxsize=4096)
def skills_in(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Ids of the skills and credentials that `text` names, and of those that follow from them."""
    lexicon = lexicon_of(knowledge)
    return lexicon.closure(found.id for found in lexicon.concepts(text))


@lru_cache(maxsize=4096)
def named_in(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Ids of what `text` names itself, and of what those are a kind of; nothing that merely follows."""
    lexicon = lexicon_of(knowledge)
    found = {one.id for one in lexicon.concepts(text)}
    return frozenset(found).union(*(lexicon.parents(one) for one in found))


def competencies_in(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Ids of the competencies that `text` gives a sign of, strongest first."""
    return tuple(lexicon_of(knowledge).shown(text))


@recalled(4096)
def stemmed(text: str) -> str:
    """`text` as the stems of its words, each with a space on both sides."""
    return f" {' '.join(token.stem for token in tokens(text))} "
