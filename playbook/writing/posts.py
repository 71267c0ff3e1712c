"""A bullet that opens with a post: "Lead designer for a culvert", "Leading hand of a crew of 9", "Incident commander on".

Whose the deeds behind it are, the sentence has to say: "I was lead designer for a culvert". A word is taken for a post only
where no thing is called so, for a parser or a server is no person. What else stands before a verb is for `clause_leads`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.knowledge.lexicon import lexicon_of
from playbook.writing.articles import indefinite
from playbook.writing.noun_words import OFFICES
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_LEADERS = frozenset(
    {
        *("captain", "chair", "chairman", "chairperson", "chairwoman", "chief", "commander", "director", "foreman", "head"),
        *("lead", "leader", "manager", "owner", "president", "principal", "superintendent", "supervisor"),
    }
)
_PERSONS = frozenset(
    {
        *("accountant", "administrator", "adviser", "advisor", "aide", "ambassador", "analyst", "apprentice", "architect"),
        *("assistant", "associate", "attorney", "auditor", "author", "champion", "chaplain", "chef", "clerk", "clinician"),
        *("coach", "consultant", "coordinator", "counsel", "counsellor", "counselor", "delegate", "deputy", "designer"),
        *(
            "developer",
            "editor",
            "educator",
            "examiner",
            "mentor",
            "assessor",
            "caseworker",
            "carer",
            "registrar",
            "bookkeeper",
            "electrician",
            "engineer",
            "facilitator",
            "fellow",
            "founder",
            "geologist",
            "governor",
        ),
        *("hand", "inspector", "instructor", "intern", "interpreter", "investigator", "lecturer", "liaison", "librarian"),
        *("maintainer", "marshal", "midwife", "moderator", "nurse", "officer", "operative", "organiser", "organizer"),
        *("paralegal", "partner", "pharmacist", "physiotherapist", "practitioner", "rep", "representative", "reviewer"),
        *("scientist", "secretary", "sister", "solicitor", "specialist", "spokesperson", "steward", "surveyor", "teacher"),
        *("technician", "therapist", "trainer", "treasurer", "trustee", "tutor", "volunteer", "warden", "worker"),
    }
)
"""The last word of a post. None is a machine, a document or a program as well, as "planner", "guide" and "server" are."""
_ALL = _LEADERS | _PERSONS
_BEFORE_PERSONS = frozenset(
    {
        *(
            "accompany",
            "advise",
            "aid",
            "assist",
            "back",
            "brief",
            "coach",
            "cover",
            "develop",
            "help",
            "hire",
            "join",
            "mentor",
        ),
        *("onboard", "promote", "recruit", "relieve", "replace", "serve", "shadow", "supervise", "support"),
    }
)
"""Verbs that are done to a single person without an article: "Supporting director with diaries"."""
_BODIES = frozenset({"board", "committee", "council", "forum", "panel"})
_FOR_BODIES = frozenset(
    {"buy", "grade", "hire", "interview", "judge", "monitor", "organise", "organize", "plan", "price", "purchase", "recruit"}
    | {"review", "select", "steer", "test", "train", "vet", "work"}
)
"""What a body is for: "Interviewing panel", "Steering committee"."""
_WORD = re.compile(r"[^\s,;:()]+")
_POST = re.compile(
    r"(?P<post>[A-Za-z][\w/&'’-]*(?: (?!(?:for|of|on|to|at|in|with|by|as)\b)[\w/&'’-]+){0,4})"
    r"(?:\s+\([^()]*\))?\s+(?:for|of|on|to)\s+(?!(?i:the\s+(?:year|month|quarter|week|season)\b))\S"
)
"""A post and what for, but no prize: "Teacher of the Year"."""
_ONE_ALONE = frozenset({"acting", "interim", "chief", "deputy", "head", "lead", "principal", "right", "sole"})
"""What a post begins with that one person holds."""
STOOD_IN = re.compile(
    r"(?i:acting|interim)\s+(?P<post>[A-Z][\w/&'’-]*(?:\s+[A-Z][\w/&'’-]*){0,3})"
    r"(?=\s*[,:;(.]|\s+(?:for|of|on|to|while|when|during|since|from|at|in|over)\b|\s*$)"
)
"""A post that was held for a time, however it is called: "Acting ABM for 11 weeks"."""
_JOINS = re.compile(r"\s+(?:and|&)\s+|/")
_PARTS_OF_SPEECH = frozenset({"and", "or", "the", "a", "an", "my", "our"})


def post_of(text: str, knowledge: Knowledge) -> str:
    """The post that a bullet opens with and says what for; `""` where it opens with anything else."""
    if (stood_in := STOOD_IN.match(text)) is not None:
        return stood_in.group()
    found = _POST.match(text)
    if found is None:
        return ""
    words = found["post"].split()
    if any(word.casefold() in DETERMINERS or word[:1].isdigit() for word in words) or not names_person(words[-1]):
        return ""
    if len(words) == 1 and words[0].casefold() in {
        "lead",
        "head",
        "champion",
        "coach",
        "chair",
        "mentor",
        "partner",
        "captain",
        "volunteer",
    }:
        return ""  # spelled like a verb
    if any(_is_deed(word, knowledge) for word in words[:-1]):
        return ""
    return found["post"]


def article_of(post: str) -> str:
    """The article of a post behind "was": none where one person alone holds it."""
    words = [word.casefold() for word in re.split(r"[\s/-]+", post)]
    alone = words[0] in _ONE_ALONE or words[-1] in _LEADERS
    if alone or words[-1] in {"secretary", "treasurer", "author", "editor"} or _JOINS.search(post):
        return ""
    return f"{indefinite(post)} "


def lowered_post(post: str, knowledge: Knowledge) -> str:
    """A post as it stands inside a sentence: without its capital, unless that may be of a name: "PMO lead", "Canvas lead"."""
    first, _, others = post.partition(" ")
    if STOOD_IN.match(post):
        return f"{first.lower()} {others}"
    is_named = first[1:] != first[1:].lower() or others != others.lower() or (" " not in others and _names(first, knowledge))
    return post if is_named else post[:1].lower() + post[1:]


def leads(post: str) -> bool:
    """Whether whoever has the post is in charge."""
    words = [word.casefold() for word in re.split(r"[\s/-]+", post)]
    return words[0] in {"lead", "head", "chief"} or words[-1] in _LEADERS


def is_called_by_gerund(word: str, after: str, knowledge: Knowledge) -> bool:
    """Whether a gerund opens the name of a post or a body: "Leading hand", "Nursing assistant", "Interviewing panel"."""
    found = find(word, knowledge)
    words = _WORD.findall(re.split(r"[,;:(]", after, maxsplit=1)[0])[:3]
    if found is None or found.form != "gerund" or not words:
        return False
    if words[0].casefold() in _BODIES:
        return found.verb.lemma in _FOR_BODIES
    for at, one in enumerate(words):
        folded = one.casefold()
        if folded in DETERMINERS | PREPOSITIONS | _PARTS_OF_SPEECH or one[:1].isdigit():
            return False
        if folded in _ALL:
            closes = words[at + 1 : at + 2]
            ends = not closes or closes[0].casefold() in PREPOSITIONS | _PARTS_OF_SPEECH or closes[0] == "&"
            return ends and found.verb.lemma not in _BEFORE_PERSONS
    return False


def _names(word: str, knowledge: Knowledge) -> bool:
    """Whether the packs know a word as the name of something that is no post."""
    return (
        word.casefold() not in _ALL
        and not word.endswith("ing")
        and any(one.start == 0 for one in lexicon_of(knowledge).concepts(word))
    )


def names_person(word: str) -> bool:
    """Whether a word ends the name of a post: "commander", "co-owner"."""
    return word.casefold().rsplit("-", 1)[-1].rsplit("/", 1)[-1] in _ALL | OFFICES


def _is_deed(word: str, knowledge: Knowledge) -> bool:
    """Whether a word inside is a verb that has an object: "Trained officer", "Supporting director"; not "Lead" or "Leading"."""
    found = find(word, knowledge)
    if found is None or word.casefold() in {"lead", "head", "chair"}:
        return False
    if found.form == "gerund":
        return found.verb.lemma in _BEFORE_PERSONS
    return found.form == "past" and found.verb.lemma != word.casefold()
