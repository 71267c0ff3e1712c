"""How a deed is said: with the articles that resumes leave out, "a" before what was made and "the" before what was there.

Where a deed ends is for `playbook.writing.clauses`, how a result is said for `playbook.writing.spoken_results`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from playbook.writing.clause_openers import read_later
from playbook.writing.noun_phrases import with_article
from playbook.writing.spoken_results import SINCE
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.clause_openers import Opener

_AGAIN = re.compile(r"\b(?:a|per|each|every)\s+(?:day|morning|night|shift|week|weekend|month)\b|\b(?:daily|nightly|weekly)\b")
"""What is done again and again is done to what is there: who opens store four mornings a week founds none."""

_THING = r"[a-z][a-z'’/&-]*(?: [a-z'’/&-]+){0,2}"
_LIST = re.compile(rf"; (?:{_THING}, )+(?:and )?{_THING}$")
"""Bare things behind a deed: "supervised 2 clerks; rotas, checks, pay sheets"."""
_STANDS = re.compile(r"was (?=an? |responsible for |in charge of |part of |(?:the )?(?:lead|head|owner)\b)")
_OVER = re.compile(r"\b(?:(?:19|20)\d\d|during|while|until|acting|interim|temporar\w+|for \w+ (?:weeks|months|years))\b|; ")
"""What was for a time, or goes on in the past."""


def spoken_deed(text: str, opener: Opener, phrase: str) -> str:
    """A clause with the article that resumes leave out: "a" for what was made, "the" for what was there."""
    if opener.passive or opener.preposition == "as" or (opener.preposition == "with" and " " not in phrase):
        return text  # "worked with finance" is said of a department
    is_brought = (
        opener.lemma == "get" and bool(phrase) and re.search(rf"{re.escape(phrase)} (?:up|down) (?:from|to|by)\b", text)
    )
    sits_on = opener.lemma == "sit" and opener.between == "on"
    if (opener.lemma in {"get", "sit", "go"} and not (is_brought or sits_on)) or opener.past.endswith(" to"):
        return text  # "got hung up on", "sat second chair", "went live"
    made = sits_on or (opener.verb_class in {"build", "launch"} and not opener.lemma.startswith(("re", "prepare")))
    made &= opener.lemma != "open" or not _AGAIN.search(text)
    return with_article(text, phrase, "a" if made else "the")


def without_list(text: str, knowledge: Knowledge) -> str:
    """A deed without a list of bare things behind it, which is read and which nobody says; a list of deeds stays."""
    listed = _LIST.search(text)
    if listed is None:
        return text
    words = [word for one in listed.group()[2:].split(", ") for word in one.removeprefix("and ").split()]
    tells = any((found := find(word, knowledge)) is not None and found.form in {"past", "gerund"} for word in words)
    return text if tells else text[: listed.start()]


def lasting(opener: Opener, main: str, knowledge: Knowledge) -> Opener:
    """The opening in the perfect where its clause lasts until today: "have recruited 17 people since 2022"."""
    verb = knowledge.verbs.get(opener.lemma)
    if verb is None or opener.past != verb.past or opener.passive or not SINCE.search(main):
        return opener
    return replace(opener, past=f"have {verb.participle or verb.past}")


def still(said: str) -> str:
    """What somebody is in a job of today, as it is said of today: "am responsible for films" of "was responsible for films"."""
    return _STANDS.sub("am ", said) if _STANDS.match(said) and not _OVER.search(said) else said


def spoken_later(text: str, knowledge: Knowledge) -> str:
    """A clause with the articles of the deeds behind a semicolon: "wrote the data dictionary"."""
    first, *others = text.split("; ")
    for one in others:
        opener = read_later(one, knowledge)
        said = spoken_deed(one, opener, opener.phrase(opener.rest, knowledge, resultative=False)) if opener else one
        first = f"{first}; {said}"
    return first
