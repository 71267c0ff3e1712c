"""How a line says that somebody will do something: by the verb that it opens with, or by what the role does.

"Design, build and operate ...", "Performs inspections", "The Registrar manages ...". A past tense tells of the employer.
"""

from __future__ import annotations

import re

from playbook.knowledge.packs import Knowledge
from playbook.reading.titles import TITLE_HEADS, title_weight

_MORE = frozenset(
    """act adapt adjust administer advise align analyse analyze answer apply arrange assess assign assist attend balance be
    bill book bring build calibrate carry catch champion chase check clean clear close coach collaborate collect
    communicate complete comply conduct consult contact contribute control cook coordinate count cover craft create
    cultivate cut deal define deliver demonstrate deploy design determine develop diagnose direct discuss dispatch display
    document draft drive edit educate enforce engage ensure enter escalate establish estimate evaluate execute explain
    facilitate feed file fill find fix follow forecast foster gather generate give greet grow guide handle help hire host
    identify implement improve inform inspect install instruct interact interpret interview investigate invoice issue keep
    lead learn liaise lift listen load log look maintain make manage map market measure meet mentor mix model monitor
    motivate move negotiate observe obtain open operate optimise optimize order organise organize oversee own pack
    participate partner perform pick place plan play prepare present prioritise prioritize process produce promote protect
    provide publish purchase push read receive recommend reconcile record recruit refer refine register relocate remove
    render repair replace report represent research resolve respond restock review rewrite rotate run schedule secure
    select sell send serve service set shape share ship solve source stand stock store submit supervise supply support
    take teach tend test track train translate travel troubleshoot turn unload update use validate verify visit walk wash
    watch weigh welcome work wrap write""".split()  # noqa: SIM905  words read best as one text
)
_NO_VERBS = frozenset(
    """has was this its duties responsibilities tasks skills candidates applicants positions roles jobs reports
    enjoys receives joins""".split()  # noqa: SIM905  as above
)
_SAYS = frozenset(
    """helps is are was has gives makes builds provides serves keeps brings means runs lets allows starts begins
    comes sits exists operates offers""".split()  # noqa: SIM905  as above
)
_HAD = re.compile(
    r"\b(?:experience|skills?|knowledge|background|certification|licen[cs]e|ability)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:under (?:the )?(?:general |direct |limited |minimal |close )?(?:supervision|direction|guidance|oversight)[^,]{0,60}|"
    r"reporting (?:directly )?to [^,]{3,60}|working (?:closely )?(?:with|under) [^,]{3,60}|as needed|daily|weekly|each day|"
    r"as (?:an?|the) [^,]{3,60}|(?:working|together|in partnership|in concert|along) with [^,]{3,60}|in (?:this role|"
    r"the first year)),\s+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:the|this|an?)\s+", re.IGNORECASE)
_SUBJECT_WORDS = 10
_HEAD = 2
"""The weight of a phrase that ends in the head of a title."""
_FOREIGN = re.compile(
    r"^(?:[A-ZÄÖÜ][\wäöüß-]{3,}ung(?:en)?\b|Mitarbeit\b|(?!Under|After|Either|Another|Whether|"
    r"Other)[A-ZÁÉÍÓÚ][a-záéíóúñç]{2,}(?:ar|er|ir|uir)\b(?= (?:a|al|el|la|las|los|o|os|as|de|del|y|e|en|un|una|um|uma|le|les|"
    r"l['’]|des|du|et)\b))"
)
"""Duties in other languages are nouns or infinitives: "Wartung der Anlagen", "Coordinar un equipo", "Gérer les stocks"."""


def duty_verbs(knowledge: Knowledge) -> frozenset[str]:
    """The forms in which a duty opens, in lower case: as an order, of the role, and going on."""
    key = (knowledge.fingerprints.get("verbs", ""), len(knowledge.verbs))
    if key not in _FORMS:
        _FORMS.clear()
        lemmas = _MORE | {verb.lemma.lower() for verb in knowledge.verbs.values()}
        gerunds = {verb.gerund.lower() for verb in knowledge.verbs.values()}
        _FORMS[key] = lemmas | gerunds | {_third(lemma) for lemma in lemmas}
    return _FORMS[key]


_FORMS: dict[tuple[str, int], frozenset[str]] = {}


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeou" else verb + "s"


def opens_with_duty(text: str, verbs: frozenset[str]) -> bool:
    """Whether the first word is the verb of a duty; "Lead generation experience" opens with a noun."""
    lead = _LEADING.match(text)
    words = (text[lead.end() :] if lead else text).split(maxsplit=2)
    if not words or _FOREIGN.match(text):
        return bool(words)
    first = re.split(r"[/-]", words[0].strip("*,;:.&").lower())[0]
    if first.endswith("ly") and len(words) > 1:
        first = words[1].strip(",").lower()
    if first in {"responsible", "accountable", "responsibility"}:
        return True
    if _is_subject(text) or re.match(r"(?:[\w/&-]+ ){1,3}[\w/&-]+:\s", text):
        return False  # "Work environment: ..."
    if first in {"be", "own"} or first not in verbs:
        return first == "own" and not re.match(r"own (?:[\w-]+ ){0,2}(?:tools?|transport|car|vehicle)", text, re.IGNORECASE)
    if len(words) == 1:
        return False
    return not (len(text.split()) <= 9 and _HAD.search(text))  # noqa: PLR2004  longer is a sentence


def _is_subject(text: str) -> bool:
    """Whether the first word is no verb but what the next verb speaks of: "Search & Discovery helps millions"."""
    words = text.split(maxsplit=4)[:4]
    if len(words) > 2 and words[1] in {"&", "and"} and words[2][:1].isupper():  # noqa: PLR2004  a name of two words
        return True
    return len(words) > 1 and words[1] in _SAYS


def is_done_by_role(text: str, title: str, verbs: frozenset[str]) -> bool:
    """Whether the subject of a sentence is the role and its verb a duty: "The QC Chemist tests raw materials"."""
    lead = _LEADING.match(text)
    told = text[lead.end() :] if lead else text
    opening = _SUBJECT.match(told)
    if opening is None:
        return False
    words = told[opening.end() :].split()
    heads = {word.strip(",.()").lower() for word in title.split() if title_weight(word)}
    at = next((at for at in range(1, min(len(words), _SUBJECT_WORDS)) if _is_verb(words, at, verbs)), None)
    if at is None:
        return False
    is_head = words[at - 1][:1].isupper() and title_weight(" ".join(words[:at])) == _HEAD
    return is_head or bool(heads & {word.strip(",.").lower() for word in words[:at]})


def _is_verb(words: list[str], at: int, verbs: frozenset[str]) -> bool:
    word = words[at]
    if word == "is":
        return words[at + 1 : at + 2] == ["responsible"]
    # Behind the head of a title, whatever ends in an s is its verb: "The CFO chairs the committee".
    is_behind = (
        words[at - 1].strip(",").lower() in TITLE_HEADS and bool(re.fullmatch(r"[a-z]{3,}s", word)) and word not in _NO_VERBS
    )
    return is_behind or word == "will" or (word.endswith("s") and word in verbs)
