"""The values that a posting states, each by its name and with the competencies that show it.

Which clauses of a posting state values is for `playbook.reading`, whose values an employer has for `playbook.profiling`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from playbook.artifacts.company import Value
from playbook.artifacts.posting import Posting
from playbook.knowledge.lexicon import Lexicon
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.tokens import tokens
from playbook.provenance import Fact, Line, Words

_CLAUSE = re.compile(r",\s+(?:and\s+)?(?=we\s)|;\s+", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:at [^,]+, )?we|our (?:team|people))(?:\s+(?:are|value|believe(?: that| in)?|live by|care about|strive to|put)\b|"
    r"['’]re\b)\s*|^we\s+(?=(?:\w+\s+){0,7}\w+$)(?!\w+ed\b)",
    re.IGNORECASE,
)
"""What a value opens with before it says itself."""
_NAMED_FIRST = re.compile(r"^(?P<name>[^:;,.]{2,50}?)(?::|\s[-–—])\s+\S")
"""A name and what it means: "Own it: we finish what we begin"."""
_GLOSS = re.compile(r"\s*\([^()]*\)$")
"""What a value means, in brackets behind its name: "Start on the floor (see it for yourself)"."""
_QUOTED = re.compile(r"[\"“](?P<name>[^\"“”]{4,60}?)[.!]?[\"”]")
_NAME_WORDS = 9
"""Words of a value that are its name as they stand."""
_MEASURE = 2
"""Values that have to be known for anybody to be judged by them."""
_SURE = 0.65
_MOST = 3
_OWN = re.compile(r"\b(?:our|your|their|its|my|his|her) own\b", re.IGNORECASE)
"""Whose something is, which owns nothing: "food we'd feed our own kids"."""


def values_of(posting: Posting, lexicon: Lexicon, knowledge: Knowledge) -> tuple[Value, ...]:
    """The posting's own values, each by its own words where they are few, else by what they are about."""
    values: list[Value] = []
    taken: set[str] = set()
    for fact in (clause for whole in posting.values for clause in _clauses(whole)):
        competencies = _competencies(fact.text, lexicon, knowledge)
        about = (knowledge.competencies[one].name for one in competencies)
        name = _named(fact.text) or next((one for one in about if one.casefold() not in taken), "") or fact.text
        if name.casefold() in taken:
            continue  # said twice
        taken.add(name.casefold())
        values.append(
            Value(
                id=f"stated-{len(values) + 1}",
                name=name,
                statement=Line(parts=(Words(text=fact.text),), provenance="job", sources=(fact.source,)),
                competencies=competencies,
                # What no bullet could show is named, but nobody is judged by it.
                in_play=bool(competencies),
            ),
        )
    # One of a list that says little to a reader of resumes is no measure of anybody.
    is_measure = sum(value.in_play for value in values) >= _MEASURE
    return tuple(value if is_measure else value.model_copy(update={"in_play": False}) for value in values)


def _competencies(text: str, lexicon: Lexicon, knowledge: Knowledge) -> tuple[str, ...]:
    """What shows a stated value: by its words, and for a bare name by what most employers and trades mean by it."""
    text = _OWN.sub("", text)
    soft = [found.id for found in lexicon.concepts(text) if found.id in knowledge.competencies]
    shown = lexicon.shown(text)
    if len(text.split()) > _NAME_WORDS:
        return tuple(dict.fromkeys((*soft, *tuple(shown)[:_MOST])))[:_MOST]
    run = tuple(token.base for token in tokens(text))
    called = _called(run, _by_first_word(knowledge.names))
    votes = Counter(one for shown_by in called for one in shown_by)
    meant = [one for one, count in votes.most_common() if count > 1 and 2 * count >= len(called)]
    # One word such as "first" is a sign in a bullet, and none in a name; where a value is that one word, it is what is meant.
    alone = tuple(shown)[:1] if len(_OPENING.sub("", text).split()) == 1 else ()
    return tuple(dict.fromkeys((*alone, *soft, *meant, *(one for one, sign in shown.items() if sign >= _SURE))))[:_MOST]


def _named(text: str) -> str:
    """The words by which a value is called; `""` where it says too much for a name."""
    first = _NAMED_FIRST.match(text) or _QUOTED.search(text)
    words = first["name"] if first else _OPENING.sub("", text.strip().rstrip(".!"), count=1)
    words = _GLOSS.sub("", words.strip(" .")) or text
    return words[:1].upper() + words[1:] if len(words.split()) <= _NAME_WORDS else ""


def _clauses(fact: Fact) -> Iterable[Fact]:
    """A sentence of several "we …" clauses as whole clauses, each with its own span."""
    start = 0
    for joint in [*_CLAUSE.finditer(fact.text), None]:
        end = joint.start() if joint else len(fact.text)
        text = fact.text[start:end]
        if text.strip():
            yield Fact(
                text=text, span=fact.span.model_copy(update={"start": fact.span.start + start, "end": fact.span.start + end})
            )
        start = joint.end() if joint else end


def holds_run(run: tuple[str, ...], words: str) -> bool:
    """Whether the words stand in a run of words in their basic form."""
    return _stands(_bases(words), run)


def _stands(wanted: tuple[str, ...], run: tuple[str, ...]) -> bool:
    # Nearly every run is without the first word already.
    if not wanted or wanted[0] not in run:
        return False
    return any(run[at : at + len(wanted)] == wanted for at in range(len(run) - len(wanted) + 1))


def _called(run: tuple[str, ...], known: _ByFirstWord) -> list[tuple[str, ...]]:
    """What shows each value of `known` that a run of words names, by its name or by a cue."""
    found = {
        value: competencies
        for first in dict.fromkeys(run)
        for value, competencies, wanted in known.get(first, ())
        if _stands(wanted, run)
    }
    return [found[value] for value in sorted(found)]  # as the packs have them: the first of equals is theirs to say


_ByFirstWord = dict[str, list[tuple[int, tuple[str, ...], tuple[str, ...]]]]
"""By the word that it begins with, each name or cue of a value: the value's place, its competencies, and all the words."""


@lru_cache(maxsize=4)
def _by_first_word(knowledge: Knowledge) -> _ByFirstWord:
    """The names and cues of every value that a trade or an employer of the packs has: thousands, of which a few can stand."""
    values = (
        *(entry.values for entry in knowledge.families.values()),
        *(entry.values for entry in knowledge.companies.values()),
    )
    known: _ByFirstWord = {}
    for place, value in enumerate(chain.from_iterable(values)):
        for words in (value.name, *value.cues):
            if wanted := tuple(token.base for token in tokens(words)):
                known.setdefault(wanted[0], []).append((place, value.competencies, wanted))
    return known


@lru_cache(maxsize=4096)
def _bases(words: str) -> tuple[str, ...]:
    """The words of a name or cue of the packs, which every run of that company asks for."""
    return tuple(token.base for token in tokens(words))
