"""Is the word that a bullet opens with a verb, or the noun of a phrase: "Feature store", "Falls committee", "audit presented"?

A noun that is taken for a verb says what nobody did; a verb that is taken for a noun is only quoted. So what can be
either is a verb only where what follows shows it. Forms of verbs are for `playbook.writing.verb_forms`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.knowledge.lexicon import lexicon_of
from playbook.writing.noun_phrases import is_countable_singular, noun_phrase
from playbook.writing.noun_words import ARTICLES, PARTICIPLES
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.verb_forms import Found

_NOUNS_FIRST = frozenset(
    {"audit", "budget", "concept", "email", "feature", "fall", "post", "price", "roadmap", "service", "survey", "triage"}
)
"""Lemmas whose bare form, before a bare noun, is a noun far more often than a verb."""
_COMPOUNDS = frozenset(
    {
        *("design", "feature", "film", "label", "load", "market", "model", "press", "process", "project", "release", "sample"),
        *("screen", "service", "stock", "survey", "test", "trade"),
    }
)
"""Lemmas that open the name of a thing as often as a deed."""
_COUNTED = re.compile(r"[\s-](?:ups|ins|offs|outs|downs)\b")
"""What is counted: "sign ups", "log ins"."""
_GERUNDS_FIRST = frozenset(
    {
        *("billing", "branding", "cleaning", "coaching", "mentoring", "messaging", "modeling", "modelling", "onboarding"),
        *("planning", "pricing", "reporting", "scheduling", "screening", "staffing", "testing", "tracking", "training"),
    },
)
"""Gerunds that name a thing before a bare noun: "Pricing test", "Training program"."""
_FINITE = frozenset({"are", "dropped", "fell", "grew", "had", "has", "have", "is", "rose", "was", "went", "were"})
_NAME = re.compile(r"[A-Z]*[a-z]+[A-Z]")
"""Capitals inside a word: "STarT", "iPad"; a verb has none."""
_ACRONYM = re.compile(r"[A-Z]{2,}$")
_WORD = re.compile(r"[^\s,;:()]+")
_LIST = re.compile(r"\s*(?:&|and)\s+(?P<next>[^\s,;:()]+)")


def heads_nouns(word: str, found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether `word`, read as `found` and followed by `after`, is a noun and no verb."""
    if _NAME.match(word) or (found.form != "past" and _ACRONYM.match(word) and re.search(r"[a-z]{2}", after)):
        return True
    if found.form == "gerund":
        return word.casefold() in _GERUNDS_FIRST and (_is_bare(after, knowledge) or _lists(after, knowledge))
    if found.form == "past":
        return False
    if found.form == "base" and _is_counted(word, found, after, knowledge):
        return True
    if found.verb.lemma == "fall" or _is_subject([token.casefold() for token in _WORD.findall(after)[:2]], knowledge):
        return True
    may_be = found.form == "base" and found.verb.lemma in _NOUNS_FIRST
    return may_be and (after.lstrip()[:1] == "(" or _lists(after, knowledge) or _is_bare(after, knowledge))


def _is_counted(word: str, found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether what follows makes a name of it: "sign ups", "call 1 weekend a month", "Design tokens"."""
    is_duty = found.verb.lemma == "call" and bool(re.match(r"\s+\d", after))
    return is_duty or bool(_COUNTED.match(after)) or _names_thing(word, found, after, knowledge)


def _names_thing(word: str, found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether the packs know the words as the name of a thing: "Design tokens", "Feature flags", "Test coverage"."""
    if found.verb.lemma not in _COMPOUNDS:
        return False
    named = (one for one in lexicon_of(knowledge).concepts(f"{word.lower()}{after}") if one.start == 0)
    return any(len(one.words) > len(word) for one in named)


def _is_bare(after: str, knowledge: Knowledge) -> bool:
    """Whether a countable noun follows without an article or a number: "Feature store", but not "Audit charts"."""
    phrase = noun_phrase(after.lstrip(), knowledge)
    return bool(phrase) and phrase.split()[0].casefold() not in ARTICLES | DETERMINERS and is_countable_singular(phrase)


def _is_subject(following: list[str], knowledge: Knowledge) -> bool:
    """Whether a finite verb follows: "deploys went from", "audit presented at"; "Review completed applications" has none."""
    if not following:
        return False
    if following[0] in _FINITE:
        return True
    inner = find(following[0], knowledge)
    is_past = inner is not None and inner.form == "past" and inner.verb.lemma != following[0]
    return is_past and len(following) > 1 and following[1] in PREPOSITIONS and following[0] not in PARTICIPLES


def _lists(after: str, knowledge: Knowledge) -> bool:
    """Whether another noun is joined to it: "roadmap & OKRs"; in "design and build" it is another verb."""
    joined = _LIST.match(after)
    if joined is None:
        return False
    inner = find(joined["next"], knowledge)
    return inner is None or inner.form not in {"base", "third"}
