"""Whether a name is that of a gap: only what one can have done, used or hold is one.

Nobody lacks the manager whom they would report to, the place where the work is, or a commitment: a script that says so
makes the candidate look worse than the resume does. How a gap is called is for `gap_names`, which there are for `gaps`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.knowledge.conditions import of_the_person
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.tokens import is_content, tokens
from playbook.writing.gap_ground import is_beside, is_proper
from playbook.writing.gap_names import YEARS
from playbook.writing.gap_words import ATTITUDES, GRADES, LEANINGS, PEOPLE, PLACES, PRAISE, VAGUE
from playbook.writing.noun_phrases import noun_phrase
from playbook.writing.terms import stemmed
from playbook.writing.verb_forms import PREPOSITIONS, find, opens_clause

if TYPE_CHECKING:
    from playbook.artifacts.matching import Status
    from playbook.artifacts.posting import Requirement
    from playbook.knowledge.packs import Knowledge

_NO_ASK = re.compile(
    r"\bsubject to\b|\bother duties\b|\bon-call (?:rota|rotation|duty)\b|\brotating (?:shifts?|weekends?)\b"
    r"|^(?:working )?(?:hours|salary|notice|openings|no\. of|number of|location|contract|start date)\b"
    r"|^(?:our |the )?(?:interview|hiring|selection|recruitment|application) process\b|^how to apply\b",
    re.IGNORECASE,
)
"""What is said of the job: no resume answers it."""
_CHECKED = re.compile(
    r"\b(?:entitled|eligib\w+|authori[sz]ed|right|permitted) to work\b"
    r"|\b(?:work permit|work authori[sz]ation|visa|sponsorship)\b"
    r"|\b(?:background|police|criminal|credit|drug|medical)\b[\w\s/-]{0,30}\b(?:checks?|screen|clearance)\b"
    r"|\b(?:enhanced|basic) DBS\b|\bworking with children\b|\bdriving record\b",
    re.IGNORECASE,
)
"""What an employer checks itself, where it is no duty to check it."""
_DRIVING = re.compile(r"\bdriv(?:er|ing)\W?s?\W? licen[cs]e", re.IGNORECASE)
_DEGREE = re.compile(r"\b(?:degree|diploma|bachelor\W?s?|master\W?s|MBA|B\.?S\.?c?|M\.?S\.?c?|B\.?A|Ph\.?D)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:you|your|we|our|us|they|their|(?-i:it)|will|is|are|was|were|been|can|may|must|should|would|has|don't|won't)\b",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"^[^;:]+[;:]\s+(?:you(?:['’]re| can| are|['’]ll)?|able to|can)\b", re.IGNORECASE)
"""A way to be with what is meant by it: "data literacy: you can find the pattern". Nobody lacks the word."""
_LEARNT = re.compile(
    r"\b(?:experience|experienced|knowledge|understanding|proficien\w+|familiar\w*|exposure|training|expertise|background|"
    r"certif\w+|licen[cs]\w+|qualif\w+|registration|degree|diploma|fluen\w+)\b",
    re.IGNORECASE,
)
_WORKED = re.compile(r"\w+ed (?:in|with|for|at|as|on|to|by)\b", re.IGNORECASE)
"""A deed that is told and not named: "worked in payroll"."""
_TOO_WIDE = frozenset(
    {"management", "leadership", "operations", "business", "technology", "services", "administration", "planning"}
    | {"tool", "tools", "software", "systems", "products"}
    | {"kpi", "kpis", "metrics", "targets", "reporting", "reports", "compliance"},
)
"""Words that name a field only with another one beside them."""
_EXPERIENCE = frozenset({"experience", "exposure"})
_JOINTS = re.compile(r"\s*(?:,|;|&|/|\band\b|\bor\b|\bto\b)\s*", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:literate|savvy|minded|oriented|driven|focused|conversant|\bable)$", re.IGNORECASE)
"""What ends a phrase that says how somebody is: "computer literate"."""
_PAPERS = frozenset(
    {"license", "licence", "registration", "certificate", "certification", "qualification", "and", "or", "card"}
)
"""Words for papers, which name none without another one."""
_OPENED = 2
"""Words before a name, from which on the word before "of" does not open the line."""
_NAME = re.compile(r"[A-Z]{2}|\d|[a-z][A-Z]")
"""What an abbreviation or the name of a product has, and no everyday word: HACCP, S3, PowerPoint."""


def asks_of_work(requirement: Requirement, status: Status) -> bool:
    """Whether a line asks for something that a resume can show; a licence to drive is seldom written on one."""
    text = requirement.text
    if _NO_ASK.search(text) or of_the_person(text) or (requirement.kind != "responsibility" and _CHECKED.search(text)):
        return False
    return not (status == "unknown" and _DRIVING.search(text))


def sensible(term: str, requirement: Requirement, status: Status, knowledge: Knowledge) -> str:
    """`term` as the name of a gap; `""` where it is none."""
    if YEARS.match(term):
        return term
    term = _as_deed(without_praise(term, knowledge), requirement, knowledge)
    known = known_kind(term, knowledge)
    if not term or _is_of_others(term, requirement, knowledge) or _is_vague(term) or _is_leaning(term, known):
        return ""
    if is_beside(term, known, requirement):
        return ""
    # What somebody is like shows in a talk and on no resume: it is not missing from one.
    if known == "soft" or _is_cut_name(term, known, requirement) or _is_torn(term, known, requirement, knowledge):
        return ""
    if known == "" and status != "gap" and not _is_thing(term, requirement, knowledge):
        return ""
    return "" if status == "partial" and _is_rest(term, known, requirement, knowledge) else term


def _is_thing(term: str, requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a phrase that no pack knows may name a thing: by a name in it, a known part, or the way it is asked for."""
    kinds = {_kind(found.id, knowledge) for found in lexicon_of(knowledge).concepts(term)} - {"soft", ""}
    return bool(kinds or is_proper(term, requirement) or _LEARNT.search(requirement.text))


def _is_torn(term: str, known: str, requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a phrase is a piece of a longer one: "concept to production", or "planning & ordering" of menus."""
    words = term.split()
    at = requirement.text.find(term)
    before = requirement.text[:at].split() if at > 0 and requirement.text[at - 1] == " " else []
    if before and set(words) & {"&", "and"} and _names_thing(before[-1], knowledge):
        return True
    if _ADJECTIVE.search(term):
        return True
    if known:
        return False
    forms = [found.form if (found := find(word, knowledge)) is not None else "" for word in words]
    is_range = "to" in words[1:] and forms[0] != "gerund"
    is_sentence = "third" in forms[1:-1] and any(word.casefold() in PREPOSITIONS for word in words)
    return is_range or is_sentence


def _names_thing(word: str, knowledge: Knowledge) -> bool:
    """Whether a word before a phrase belongs to it: a noun, and no verb, small word or word of praise."""
    token = tokens(word)
    if not word.isalpha() or not word.islower() or not is_content(token[0]) or word in PRAISE | GRADES:
        return False
    return not word.endswith("ly") and find(word, knowledge) is None


def _is_rest(term: str, known: str, requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a term is only what is left over of a line that is met in part, and no thing of its own."""
    if _DEGREE.search(requirement.text) and known != "degree":
        return True  # Of a degree that is held, the subject and the school are no lack of their own.
    if requirement.kind == "responsibility" and known in {"", "soft"} and not _NAME.search(term):
        return True
    return " " not in term and term.islower() and not _is_craft(term, knowledge)


def sensible_line(name: str, requirement: Requirement, status: Status, knowledge: Knowledge) -> str:
    """The name of a whole line as that of a gap: what could not be judged has to be something that one learns or holds."""
    name = sensible(name, requirement, status, knowledge)
    if not name or _SENTENCE.search(name) or _WORKED.match(name):
        return ""
    if status != "unknown":
        return name
    if _EXPLAINED.search(requirement.text):
        return ""
    kinds = {_kind(found.id, knowledge) for found in lexicon_of(knowledge).concepts(name)} - {"soft", ""}
    return name if kinds or _LEARNT.search(requirement.text) or _NAME.search(name) else ""


def without_praise(term: str, knowledge: Knowledge) -> str:
    """`term` without the adjectives that only say how well: "superb writing", "reputed institute", "intermediate Excel"."""
    words = term.split()
    while words and words[0].casefold().strip(",") in PRAISE:
        words.pop(0)
    rest = " ".join(words[1:])
    if rest and words[0].casefold() in GRADES and known_kind(rest, knowledge) and not known_kind(" ".join(words), knowledge):
        words.pop(0)
    if len(words) > 1 and words[-1].casefold() in _EXPERIENCE and known_kind(" ".join(words[:-1]), knowledge):
        words.pop()
    return "" if len(words) == 1 and words[0].casefold() in _EXPERIENCE else " ".join(words)


def known_kind(term: str, knowledge: Knowledge) -> str:
    """The kind of what `term` names as a whole; `""` where the packs know only a part of it, or nothing."""
    whole = stemmed(term)
    return next(
        (_kind(found.id, knowledge) for found in lexicon_of(knowledge).concepts(term) if stemmed(found.words) == whole), ""
    )


def is_verb_of(word: str, requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a word is one of the verbs that a line opens with."""
    return _as_deed(word, requirement, knowledge) != word


def _kind(concept: str, knowledge: Knowledge) -> str:
    lexicon = lexicon_of(knowledge)
    entry = lexicon.credential(concept) or lexicon.skill(concept)
    return entry.kind if entry is not None else ""


def _as_deed(term: str, requirement: Requirement, knowledge: Knowledge) -> str:
    """A verb of the line as a gerund, with what it is done to where that follows: "recruit" is "recruiting"."""
    text = requirement.text
    at = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)
    first, _, rest = term.partition(" ")
    verb = find(first, knowledge)
    if at is None or verb is None or verb.form != "base" or (rest and not rest[0].isalnum()):
        return term
    before = [word for word in _JOINTS.split(text[: at.start()]) if word]
    if rest:
        opened = find(text.split()[0], knowledge)
        is_clause = not before or (
            opened is not None and opened.form == "base" and bool(_JOINTS.search(text[: at.start()][-5:]))
        )
        is_verb = is_clause and opens_clause(first, rest.split()[0], knowledge) is not None
        return f"{verb.gerund} {rest}" if is_verb and known_kind(term, knowledge) == "" else term
    chain = [find(word, knowledge) if " " not in word.strip() else None for word in before]
    if any(found is None or found.form != "base" for found in chain):
        return term
    after = text[at.end() :]
    follows = after.lstrip()[:1]
    if not follows or (not before and not follows.isalpha() and follows != ","):
        return term
    if _JOINTS.match(after):
        return verb.gerund
    thing = noun_phrase(after.strip(), knowledge)
    return f"{verb.gerund} {thing}" if thing and len(thing.split()) < 5 else verb.gerund  # noqa: PLR2004  words of a title


def _head(term: str) -> str:
    """The noun that a phrase is about, in the singular: "Site Managers" is about a manager."""
    phrase = re.split(r"\s+(?:of|for|to|with|in|on|at|from|who|that)\s+", term, maxsplit=1)[0]
    *_, last = re.split(r"[\s/-]", phrase.rstrip(".,;"))
    word = last.casefold()
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004  "agencies", not "ties"
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_of_others(term: str, requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a term names people whom one would meet there, or places; not what one has been or has done to them."""
    first = find(term.partition(" ")[0], knowledge)
    if first is not None and first.form == "gerund" and " " in term:
        return False
    if _head(term) in PLACES:
        return True
    after = re.match(rf".*?{re.escape(term)} ([a-z]+)", requirement.text)
    if after is not None and _head(after[1]) in PEOPLE and known_kind(term, knowledge) not in {"tool", "language"}:
        return True  # "Client account managers" are met, not managed.
    return _head(term) in PEOPLE and not re.search(
        rf"(?<!well )(?<!such )\bas (?:an? |the )?{re.escape(term)}", requirement.text, re.IGNORECASE
    )


def _is_leaning(term: str, known: str) -> bool:
    """Whether a term names an attitude: a commitment to something, a passion for it. Crisis communication is a craft."""
    before = re.split(r"\s+(?:to|for|of|in|with|towards?)\s+", term.casefold(), maxsplit=1)
    *_, first = before[0].split()
    return (len(before) > 1 and first in LEANINGS) or (_head(term) in ATTITUDES and known in {"", "soft"})


def _is_vague(term: str) -> bool:
    """Whether the noun of a term says nothing by itself: "patient condition", "pastoral life", "point of contact"."""
    words = term.casefold().split()
    if (len(words) == 1 and words[0] in _TOO_WIDE) or _PAPERS.issuperset(words):
        return True
    return _head(term) in VAGUE or words[-1].strip(".,;") in VAGUE or words[-1].rstrip("s") in VAGUE


def _is_craft(word: str, knowledge: Knowledge) -> bool:
    """Whether one everyday word names a craft by itself ("welding"), and not only belongs to one ("budgets")."""
    found = find(word, knowledge)
    if found is not None and found.form == "gerund":
        return True
    lexicon = lexicon_of(knowledge)
    for one in lexicon.concepts(word):
        skill = lexicon.skill(one.id)
        name = skill.name.casefold() if skill is not None else ""
        if skill is None or skill.kind in {"tool", "language"} or name in {word, f"{word} skills"}:
            return True
        if skill.kind == "domain" and name.startswith(f"{word} "):
            return True
    return False


def _is_cut_name(term: str, known: str, requirement: Requirement) -> bool:
    """Whether a capitalised term is a piece of a longer name: "Board" of "Ohio Board of Nursing"."""
    if not term[:1].isupper() or known not in {"", "domain", "method"}:
        return False
    # In a line that is a headline, capitals join nothing.
    if known and sum(word[:1].isupper() for word in requirement.text.split()) > len(requirement.text.split()) // 2:
        return False
    at = requirement.text.find(term)
    before = requirement.text[:at].split()
    after = requirement.text[at + len(term) :].split()
    if at < 0:
        return False
    # The word that opens the line has its capital from there: "Knowledge of Solr".
    linked = len(before) > _OPENED and before[-1] in {"of", "for"} and before[-2][:1].isupper()
    joined = len(before) > 1 and before[-1][:1].isupper() and before[-1][-1].isalpha()
    follows = len(after) > 1 and after[0] == "of" and after[1][:1].isupper()
    return linked or joined or follows
