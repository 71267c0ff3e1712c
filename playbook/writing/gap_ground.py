"""Whether there is ground to say that something is not on a resume, and not only that the packs do not know it there.

A script that denies in the first person what the resume shows in other words costs a candidate more than any gap. Which gaps
there are is for `gaps`, how they are spoken of for `bridge_gaps`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.knowledge.lexicon import lexicon_of
from playbook.writing.bullets import content
from playbook.writing.terms import competencies_in, is_shown, named_in, resume_text, skills_in, stemmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.matching import RequirementMatch
    from playbook.artifacts.posting import Requirement
    from playbook.artifacts.resume import Resume
    from playbook.knowledge.packs import Knowledge

_BY_NAME = frozenset({"tool", "language", "degree", "licence", "certificate"})
"""Kinds that are told by their names: a resume that does not hold one of them does not show the thing."""
_NEAR = 5
"""Words of a line before what it is about."""
_ALTERNATIVES = re.compile(r"[^;.()]*\bor\b[^;.(),]*")
"""A list of which one thing is enough, as far as the thing behind its last joint."""
_ACCREDITS = re.compile(r"\s*[-–]\s*(?:accredited|approved|recogni[sz]ed)\b", re.IGNORECASE)
"""What stands behind who vouches for a school: nobody has done the accreditor, and a degree or licence is the answer."""
_OURS = re.compile(r"\b(?:[Oo]ur(?: own)?|[Tt]he (?:company|firm|group|team|trust|school|hospital)['’]s)\s+$")
"""What stands before a thing of the employer's own, which nobody outside can have done: "for our AMP8 programme"."""
_COLLEAGUES = re.compile(r"\b[Ww]ith (?:(?:our|the) )?(?:[A-Z][\w&/-]*(?: [A-Z][\w&/-]*)*(?:, (?:and |& )?| and | & ))*$")
"""What stands before a department in a list of those whom a duty is done with: "with Sales, Marketing and Legal"."""
_LISTED = re.compile(r"(?:,|\band|\bor|&)\s+$"), re.compile(r"\s*(?:,|\band\b|\bor\b|&)")
"""What stands before and behind a thing of a list."""
_HEADS = re.compile(r"\s*(?::|\(|[–—-]\s|,? (?:such as|including|incl\.?|like|e\.g\.))")
"""What stands behind the heading of a list."""
_PAPER = re.compile(r"\b(?:qualifications?|certificat(?:es?|ions?)|diploma|accreditation|licen[cs]e)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s+or\s+|/")
"""Between things of which one is enough."""
_LETTERS = re.compile(r"[A-Z]{2}|[a-z][A-Z]|\d[A-Z]|[A-Z]\d")


def is_lacking(term: str, requirement: Requirement, resume: Resume, knowledge: Knowledge) -> bool:
    """Whether the resume can be said not to show `term`: the packs know it, and neither its words nor its kin are there.

    "Visual and interaction design" is not lacking on the resume of a UX designer who writes of visual identities, and of a
    phrase that no pack knows nobody can say. A name is told by its letters.
    """
    text = resume_text(resume)
    lexicon = lexicon_of(knowledge)
    whole = {found.id for found in lexicon.concepts(term) if stemmed(found.words) == stemmed(term)}
    entries = [lexicon.credential(one) or lexicon.skill(one) for one in whole]
    if any(entry is not None and entry.kind in _BY_NAME for entry in entries):
        return True
    if not whole:
        return is_proper(term, requirement) and content(term).isdisjoint(content(text))
    kin = whole.union(*(lexicon.parents(one) for one in whole))
    if not kin.isdisjoint(named_in(text, knowledge)):
        return False
    words = content(term)
    return not words or 2 * len(words & content(text)) <= len(words) - (len(words) > 1)


def is_proper(term: str, requirement: Requirement) -> bool:
    """Whether a term is written as a name: capitals in or of it, where the line does not open with it."""
    if _LETTERS.search(term):
        return True
    at = requirement.text.find(term)
    return " " not in term and term[:1].isupper() and at > 0 and requirement.text[:at].rstrip()[-1:] not in set(".:!?•")


def is_object(terms: Sequence[str], requirement: Requirement) -> bool:
    """Whether a thing is what a line is about: of a duty it stands near the verb, and not far back in a list."""
    if requirement.kind != "responsibility":
        return True
    return any(requirement.text.find(term) > 0 and len(requirement.text.split(term)[0].split()) < _NEAR for term in terms)


def is_alternative(term: str, requirement: Requirement, covered: Sequence[str]) -> bool:
    """Whether a thing is one of a list of which the resume shows another: "military, police or ambulance background"."""
    found = _ALTERNATIVES.search(requirement.text)
    if found is None or term not in found.group() or re.search(r"\b(?:and|with|plus)\b|&", found.group()):
        return False
    rest = found.group().replace(term, " ")
    return any(re.search(rf"(?<!\w){re.escape(one)}\s*(?:,|/|\bor\b)", rest) for one in covered)


def is_beside(term: str, known: str, requirement: Requirement) -> bool:
    """Whether a line only passes a term on its way: an accreditor, the employer's own, colleagues, one of many markets."""
    before, found, after = requirement.text.partition(term)
    if not found or known in _BY_NAME:
        return False
    if _ACCREDITS.match(after) or (not known and _OURS.search(before)):
        return True
    if requirement.kind != "responsibility":
        return False
    is_listed = _LISTED[0].search(before) is not None or _LISTED[1].match(after) is not None
    is_named = term[:1].isupper() and _COLLEAGUES.search(before) is not None
    return (is_named and is_listed) or (known == "domain" and is_listed)


def heads_list(term: str, requirement: Requirement, match: RequirementMatch) -> bool:
    """Whether a term is only the heading of things of which the resume shows one: "KPIs: scrap rate, yield"."""
    _, found, after = requirement.text.partition(term)
    return bool(found and _HEADS.match(after)) and any(shown in after for shown in match.covered_terms)


def abbreviates(term: str, requirement: Requirement, match: RequirementMatch) -> bool:
    """Whether a term only abbreviates what is shown: the letters in brackets behind it."""
    return term.isupper() and any(f"{shown} ({term})" in requirement.text for shown in match.covered_terms)


def shows_part(term: str, requirement: Requirement, match: RequirementMatch, brief: Brief, knowledge: Knowledge) -> bool:
    """Whether the resume shows what a line is about; where nobody could judge it, a sign of it is enough."""
    others = [one.strip() for one in _OTHERS.split(term) if len(one.strip()) > 1]
    if any(is_shown(one, brief.resume, knowledge) for one in (term, *others)):
        return True
    if match.status != "unknown":
        return False
    if any(shown[:1].isupper() and shown not in term and shown in requirement.text for shown in match.covered_terms):
        return True  # An example that the line gives is on the resume.
    if _PAPER.search(term):
        return False  # Who has taught and assessed may hold no paper on it.
    done = {name for worth in brief.matching.highlights for name in worth.competencies}
    if not done.isdisjoint(competencies_in(term, knowledge)[:1]):
        return True
    text = resume_text(brief.resume)
    known = [found for found in lexicon_of(knowledge).concepts(term) if found.kind == "skill"]
    names = [word for word in term.split() if word.isupper() and len(word) > 1 and word not in text]
    return bool(known) and not names and {found.id for found in known} <= skills_in(text, knowledge)
