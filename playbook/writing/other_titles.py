"""Titles where the opening verb of a bullet gives none: a post, a later deed, a thing, or what was measured.

A title of verb and object is for `playbook.writing.clause_titles`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.writing.clause_leads import state_of
from playbook.writing.clause_openers import read_opener
from playbook.writing.clause_titles import TITLE_WORDS, title_of, whole_title, without_date
from playbook.writing.marks import first_piece
from playbook.writing.noun_phrases import bare, headline, noun_phrase
from playbook.writing.noun_words import SMALL
from playbook.writing.outcomes import has_verb
from playbook.writing.posts import post_of
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_TELLS = frozenset({"are", "cut", "fell", "grew", "had", "has", "have", "is", "rose", "was", "went", "were"})
"""Verbs at which the name of a thing ends: "Kafka consumers were reprocessing"."""
_NEARLY = frozenset({"about", "approx", "approx.", "approximately", "around", "ca.", "circa"})
_PAIR = 2
_PIECES = re.compile(
    r"[;:]\s+(?:(?:and|then)\s+)*|\.\s+(?=[A-Z])|\s+(?:[–—]|--)\s+|(?P<weak>,\s+(?:(?:and|then)\s+)*|\s+and\s+(?:then\s+)?)"
)
_DETERMINED = re.compile(r"(?:an?|the|my|our|their|its|each|every|all|both|\d[\d.,]*|[$€£]\S+|\S+['’]s?)\s", re.IGNORECASE)
_NO_DEED = frozenset({"bring", "get", "give", "have", "know", "make", "save", "send", "show", "take", "tell", "use"})
"""Verbs that name no deed, or before whose object may stand somebody: "saved the client $3,000"."""


def other_title(text: str, noun: str, knowledge: Knowledge) -> str:
    """A title where the opening verb gives none: the post, what was asked for, a later deed, or what was measured."""
    held = post_of(text, knowledge)
    post = (_post_for(text, held, knowledge) or nominal_title(text, knowledge)) if held else ""
    asked = state_of(text)
    inner = read_opener(text[len(asked) :].lstrip(), knowledge) if asked.endswith(" to") else None
    if inner is not None and inner.form == "base" and not post:
        post = title_of(inner, inner.phrase(inner.rest, knowledge, resultative=False))
    return post or later_title(text, knowledge) or metric_title(noun)


def _post_for(text: str, post: str, knowledge: Knowledge) -> str:
    """A post with what it was for, as a title: "Lead Officer on Media"; `""` where that is a time or too long."""
    behind = re.match(r"(?:\s+\([^()]*\))?\s+(?P<joint>on|of|for|to)\s+(?P<what>.*)", text.removeprefix(post))
    phrase = noun_phrase(behind["what"], knowledge) if behind else ""
    words = ["the"] * phrase.startswith("the ") + bare(phrase)
    whole = [*post.split(), behind["joint"], *words] if behind and words else []
    return whole_title(headline(whole)) if 0 < len(whole) <= TITLE_WORDS else ""


def later_title(text: str, knowledge: Knowledge) -> str:
    """A title from a later deed of a bullet, in the past: "Found that forms came back blank; rewrote the form".

    What somebody else did opens with who it was, and what was done by somebody has no object. Behind a comma or an "and" a
    participle may be an adjective, "cooked breakfasts", unless something like an article follows it; and an object before a
    comma may be the first of a list, "the consent, opt-out and quiet-hours rules".
    """
    plain = re.sub(r"\s*\([^()]*\)", "", text)
    marks = [*_PIECES.finditer(plain)]
    ends = [mark.start() for mark in marks[1:]] + [len(plain)] * bool(marks)
    pieces = [plain[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    for mark, piece, following in zip(marks, pieces, [*pieces[1:], *[""] * bool(marks)], strict=True):
        opener = read_opener(piece, knowledge)
        if opener is None or opener.form != "past" or opener.passive or opener.lemma in _NO_DEED:
            continue
        phrase = opener.phrase(opener.rest, knowledge, resultative=False)
        if mark["weak"] and not _DETERMINED.match(phrase):
            continue
        if piece.endswith(phrase) and following and not has_verb(following, knowledge):
            continue
        if title := title_of(opener, phrase):
            return title
    return ""


def metric_title(noun: str) -> str:
    """A title from what was measured, such as "Quota Attainment"; `""` where one word is all there is."""
    if not noun:
        return ""
    if noun.casefold() in {"quota", "target", "goal", "plan"}:
        return headline([*noun.split(), "attainment"])
    return headline(noun.split()) if len(noun.split()) > 1 else ""


def nominal_title(text: str, knowledge: Knowledge) -> str:
    """The thing that a bullet without a verb opens with, as a title; `""` where it is one word or too many."""
    text = first_piece(text, r"\.\s+(?=[A-Z])")
    words = bare(noun_phrase(text[:1].lower() + text[1:] if text.split(" ", 1)[0][1:].islower() else text, knowledge))
    ends = [at for at, word in enumerate(words) if at and word.casefold() in _TELLS]
    words = without_date(words[: ends[0]] if ends else words)
    while words and (
        words[-1].casefold() in SMALL | _NEARLY
        or (len(words) > _PAIR and (_is_past(words[-1], knowledge) or f"{words[-1]} up " in text))
    ):
        words = words[:-1]  # "Supplier evaluation set up with quality" is of the evaluation
    return whole_title(headline(words)) if 2 <= len(words) <= TITLE_WORDS else ""  # noqa: PLR2004  one word is no title


def _is_past(word: str, knowledge: Knowledge) -> bool:
    found = find(word, knowledge)
    return found is not None and found.form == "past" and word.casefold().endswith("ed")
