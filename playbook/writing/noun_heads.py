"""Is the word that a bullet opens with a verb, or the noun of a phrase: "Feature store", "Falls committee", "audit presented"?

A noun that is taken for a verb says what nobody did; a verb that is taken for a noun is only quoted. So what can be
either is a verb only where what follows shows it. Forms of verbs are for `playbook.writing.verb_forms`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.knowledge.lexicon import lexicon_of
from playbook.writing.measured_things import is_measured
from playbook.writing.noun_phrases import is_countable_singular, noun_phrase
from playbook.writing.noun_words import ARTICLES, GROUPS, PARTICIPLES
from playbook.writing.nouns_in_lists import names_things
from playbook.writing.posts import is_called_by_gerund
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, find
from playbook.writing.verbs_or_nouns import ACTION_NOUNS, ADJECTIVES_TOO, NOUNS_TOO, TAKE_NAMES_OF_ACTIONS

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.verb_forms import Found

_NOUNS_FIRST = frozenset(
    {
        "audit",
        "budget",
        "concept",
        "console",
        "email",
        "feature",
        "fall",
        "post",
        "price",
        "roadmap",
        "service",
        "survey",
        "triage",
    }
)
"""Lemmas whose bare form, before a bare noun, is a noun far more often than a verb."""
_COMPOUNDS = frozenset(
    {
        *("design", "feature", "film", "label", "load", "market", "model", "press", "process", "project", "release", "sample"),
        *("recruit", "screen", "service", "stock", "survey", "test", "trade"),
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
_FOR_PEOPLE = frozenset({"coaching", "mentoring", "onboarding", "training"})
"""Gerunds that are done to people, and name what is made for it as well."""
_MADE_OF = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:calendars?|checklists?|content|decks?|docs|documents|emails|flows?|guides?|journeys?|kits?|manuals?"
    r"|materials?|modules?|packs?|plans|portals?|programs|programmes|protocols|records|reports|schedules|screens?|scripts"
    r"|sequences|sessions|templates|tools|tutorials|videos|workshops)\b"
)
"""What is made for it, and not who it is done to: "Onboarding screens", "Training videos"."""
_DASH_DEED = re.compile(r"\s(?:[–—-]|--)\s+(?P<verb>[a-z]+)\s")
_SHIPPED = re.compile(
    r"\s+(?:(?!(?:and|or|&|a|an|the|my|our|their|its|his|her|by|in|on|at|to|of|for|from|with|that|which|who|as)\s)[a-z-]+\s+){0,3}?"
    r"(?:(?:are|became|began|came|fell|grew|had|has|have|is|rose|was|went|were)\s|[a-z]+ed\s(?=[^,;.&]*\blater\b))"
)
"""A thing behind a participle, and what it did or what became of it: "Fixed form shipped six weeks later"."""
_FINITE = frozenset({"are", "dropped", "fell", "grew", "had", "has", "have", "is", "rose", "was", "went", "were"})
_NAME = re.compile(r"[A-Z]*[a-z]+[A-Z]")
"""Capitals inside a word: "STarT", "iPad"; a verb has none."""
_ACRONYM = re.compile(r"[A-Z]{2,}$")
_WORD = re.compile(r"[^\s,;:()]+")
_LIST = re.compile(r"\s*(?:&|and)\s+(?P<next>[^\s,;:()]+)")
_GERUND_LIST = re.compile(r"\s*(?:&|and\b)\s*(?P<next>[^\s,;:()]+)")
_GERUNDS_WITH_OBJECT = re.compile(r"(?:,\s*\w+ing)*,?\s+(?:and|&)\s+(?:\w+ly\s+)?\w+ing\s+\w")
_STATE = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:[-–—:]\s*)?(?:(?:(?:is|was|now)\s+)?(?:up|down)\s+(?:from|to|by|\d)|from\s+[~<>]?[$€£#]?\d|[~<>]?[$€£#]?\d)"
)
"""What is said of a thing and not done to it: "bookings 24% to 41%", "compliance up from 61%"."""
_AGAIN = re.compile(r"\s+(?:up (?:&|and) (?:running|online|live|open)|in|on|to|at|by|from|online|open)\b")
"""Behind "back", that something was again as before: "back up & running by Tuesday"."""
_NUMBERED = re.compile(r"\s*(?:No|Nos|Nr|#)\.?\s*\d", re.IGNORECASE)
_CREW = re.compile(r"\s+(?:a\s+)?(?:[\w-]+\s+)?(?:team|crew|group|squad|brigade|staff)\s+of\s+(?:\d|\w+\s)", re.IGNORECASE)
"""Whom one leads: "Lead team of 6 tellers"."""
_KINDS = frozenset({"assign", "blend", "combine", "dedicate", "distribute", "matrix", "mix", "pool", "share", "tier", "vary"})
"""Verbs whose participle says of what kind a team, a caseload or a budget is."""
_OF_A_KIND = re.compile(r"\s+(?P<thing>(?:[A-Za-z-]+\s+){1,3}?)(?:of|across)\s+(?:about\s+)?[~<>]?[$€£]?\d")
_GRADES = frozenset({"class", "grade", "level", "phase", "rank", "route", "stage", "step", "track"})
_DONE_TO_NOTHING = frozenset({"care", "result", "rise"})
_NUMBER_ALONE = re.compile(
    r"\s+\d{1,3}[A-Za-z]?(?=\s*(?:$|[,;:.()–—-])|\s(?:at|for|from|in|on|role|post|since|to|until|with)\b)"
)
"""A number that counts nothing names one of them: "Grade 10, 0.8 FTE"."""
_MOVES = frozenset({"boost", "cut", "double", "drive", "drop", "gain", "lift", "lower", "raise", "shrink", "triple", "win"})
"""Verbs that a figure goes with: "Lift sales 20%"."""
_WITH_PARTICLE = frozenset({"hand"})
"""Verbs that are known as such by what follows: "hand out", "hand over"."""
_OF_VERB = re.compile(r"\s+(?:out|over|off|in|back|up|down|on)\s")
_PARTICLE = re.compile(r"\s+(?:out|over|off|in|back)\b|[^,;.]*\sto\s")


def leads_crew(word: str, after: str) -> bool:
    """Whether people follow whom somebody leads, although "lead team" without "of" is a thing: "Lead team of 6 tellers"."""
    return word.casefold() in {"lead", "head"} and bool(_CREW.match(after))


def heads_nouns(word: str, found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether `word`, read as `found` and followed by `after`, is a noun and no verb."""
    if _NAME.match(word) or (found.form != "past" and _ACRONYM.match(word) and re.search(r"[a-z]{2}", after)):
        return True
    if found.form == "gerund":
        named = is_called_by_gerund(word, after, knowledge) or is_measured(found, after, knowledge)
        return named or _is_gerund_noun(word, after, knowledge)
    if found.form == "past" and _is_participle(found, after, knowledge):
        return True
    if found.form == "base" and (_names_grade_or_state(found, after) or (found.verb.lemma == "back" and _AGAIN.match(after))):
        return True
    if (
        names_things(found, after, knowledge)
        or is_measured(found, after, knowledge)
        or _is_repeated(word, after)
        or _closes_noun(found, after)
    ):
        return True
    return found.form != "past" and _heads_bare(word, found, after, knowledge)


def _names_grade_or_state(found: Found, after: str) -> bool:
    """Whether a bare form is a noun that a number names, or is of a verb that is done to nothing: "Grade 10", "Care home"."""
    if found.verb.lemma in _DONE_TO_NOTHING:
        following = _WORD.match(after.lstrip())
        return following is not None and following.group().casefold() not in PREPOSITIONS | {"and", "or"}
    return found.verb.lemma in _GRADES and bool(_NUMBER_ALONE.match(after))


def _is_participle(found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether a past form says of what kind the one thing behind it is: "Pooled book of 85 districts", "Mixed caseload of 40".

    A verb that the packs know is one of a few, and a figure has to follow: "Stamped set of drawings" may be a deed.
    """
    if found.verb.past.endswith("ed") and _SHIPPED.match(after):
        return True
    kind = _OF_A_KIND.match(after)
    if kind is None or found.prefix:
        return False
    words = kind["thing"].casefold().split()
    if found.verb.lemma not in _KINDS and (found.verb.lemma in knowledge.verbs or words[-1] in GROUPS):
        return False  # "Skippered crew of 5"
    return words[0] not in ARTICLES | DETERMINERS and is_countable_singular(kind["thing"].strip())


def _heads_bare(word: str, found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether a form that a noun may have as well is one: "Feature store", "scores and complaints", "audit presented"."""
    if found.form == "base" and (_is_counted(word, found, after, knowledge) or _is_compound(found, after, knowledge)):
        return True
    lists = found.form == "third" and _lists(after, knowledge)  # "scores and complaints both improved"
    if lists or found.verb.lemma == "fall" or _is_subject([token.casefold() for token in _WORD.findall(after)[:2]], knowledge):
        return True
    joins = found.form == "base" and found.verb.lemma in NOUNS_TOO and _lists(after, knowledge)  # "Inventory and check-in app"
    if joins and not re.match(r"\s*(?:&|and)\s+(?:\w+ly|then|also)\b", after):
        return True
    may_be = found.form == "base" and found.verb.lemma in _NOUNS_FIRST
    return may_be and (after.lstrip()[:1] == "(" or _lists(after, knowledge) or _is_bare(after, knowledge))


def _is_gerund_noun(word: str, after: str, knowledge: Knowledge) -> bool:
    """Whether a word on -ing names a thing or a post: "Pricing test", "Acting manager", "Bookkeeping and VAT returns"."""
    folded = word.casefold()
    if folded == "acting":
        following = _WORD.match(after.lstrip())
        return following is None or following.group().casefold() not in PREPOSITIONS | {"up"}  # "Acting up for a team"
    if after.startswith(",") and not _GERUNDS_WITH_OBJECT.match(after):
        return True
    joined = _GERUND_LIST.match(after)
    if joined is not None:
        other = find(joined["next"], knowledge)
        leads_on = joined["next"].endswith("ly") or joined["next"].casefold() in DETERMINERS | {"then", "also"}
        if (other is None or other.form != "gerund") and not leads_on:
            return True
    if folded not in _GERUNDS_FIRST:
        return False
    if folded in _FOR_PEOPLE and (_MADE_OF.match(after) or _is_topic(after, knowledge)):
        return True
    return _is_bare(after, knowledge) or _lists(after, knowledge)


def _is_topic(after: str, knowledge: Knowledge) -> bool:
    """Whether a dash and a deed in the past follow things: "Onboarding screens for the app - ran 6 tests"."""
    behind = _DASH_DEED.search(after)
    found = find(behind["verb"], knowledge) if behind else None
    return found is not None and found.form == "past"


def _is_repeated(word: str, after: str) -> bool:
    """Whether the word comes again behind a slash or an "and", as the names of things do: "Code Amber / Code White calls"."""
    return bool(re.match(rf"\s+\S+\s*(?:/|&|\band\b|,)\s*{re.escape(word)}\s", after))


def _closes_noun(found: Found, after: str) -> bool:
    """Whether what stands behind a bracket shows that the word before it is a noun: "upsell (covers) 2nd in the region"."""
    is_bare = found.form == "base" or found.verb.past == found.verb.lemma
    if not (is_bare and after.lstrip().startswith("(")):
        return False
    behind = re.sub(r"^\s*\([^()]*\)\s*", "", after)
    first = behind.split(maxsplit=1)[0].casefold() if behind else ""
    if first in DETERMINERS or re.fullmatch(r"[$€£]?\d[\d.,]*", first):
        return False
    return found.verb.lemma in NOUNS_TOO or not first or first in PREPOSITIONS or not first[0].isalpha()


def _is_compound(found: Found, after: str, knowledge: Knowledge) -> bool:
    """Whether a bare form that is a noun or an adjective too belongs to a bare noun behind it.

    "Help desk of 3", "Lift station No. 4", "Patch compliance up from 61%", "Direct bookings 24% to 41%": nothing shows that it
    was done to something, and so it is no deed. A verb of change has figures of its own: "Lift sales 20%".
    """
    lemma = found.verb.lemma
    if lemma in _WITH_PARTICLE:
        return not _PARTICLE.match(after)
    phrase = noun_phrase(after.lstrip(), knowledge)
    is_bare = bool(phrase) and phrase.split()[0].casefold() not in ARTICLES | DETERMINERS and not phrase[:1].isdigit()
    may_be = lemma in NOUNS_TOO | ADJECTIVES_TOO and not found.prefix and not _OF_VERB.match(after)
    if not (is_bare and may_be and after.startswith(" ")):
        return False
    behind = after.lstrip().removeprefix(phrase)
    if _NUMBERED.match(behind) or re.search(r"(?i)\bNo\.?$", phrase):
        return True
    if _STATE.match(behind) and lemma not in _MOVES:
        return True
    head = re.split(r"\s+(?:of|and|&|for|in)\s+", phrase)[0].split()[-1].casefold()
    names_action = head in ACTION_NOUNS and lemma not in TAKE_NAMES_OF_ACTIONS
    names_action |= (
        head.endswith("ing") and " " in phrase and lemma in _NOUNS_FIRST | {"search"}
    )  # "Search query understanding"
    return lemma not in ADJECTIVES_TOO and (is_countable_singular(phrase) or names_action)


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
    return inner is None or (inner.form not in {"base", "third"} and inner.verb.past != inner.verb.lemma)
