"""What a gap is called: a title of two to five words, and the words for it in the middle of a sentence.

The words are the posting's, but for a single word that stands for a field. Which gaps there are is for `playbook.writing.gaps`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.knowledge.lexicon import lexicon_of
from playbook.writing.gap_titles import SMALL, title_case
from playbook.writing.terms import kind_of
from playbook.writing.verbs_or_nouns import NOUNS_TOO

if TYPE_CHECKING:
    from playbook.artifacts.posting import Requirement
    from playbook.knowledge.packs import Knowledge

_LONGEST = 5
"""Words of a title."""

_OPENING = frozenset({"such", "other", "related", "like", "similar", "incl", "incl.", "including"})
"""Words that stand before examples."""

_LEAD = re.compile(
    r"^(?:(?:a|an|the|any|some|our|your|their|minimum|proven|demonstrated|strong|solid|deep|excellent|good|great|basic|advanced|"
    r"prior|previous|relevant|current|active|valid|working|practical|professional|hands-on|must|have|has|having|be|"
    r"experience|experienced|proficiency|proficient|expertise|knowledge|understanding|familiarity|familiar|background|"
    r"evidence|ability|able|skills?|skilled|track record|exposure|comfort|comfortable|willingness|willing|completion|"
    r"with|within|in|of|to|using|as|at|is|are|preferred|required|plus|including|such)\b(?!-)[\s,:]*)+",
    re.IGNORECASE,
)
YEARS = re.compile(r"\d+(?:\.\d+)?\+?(?:\s*(?:-|–|to)\s*\d+\+?)?\s+(?:or more\s+)?years?", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:experience|knowledge|understanding|familiarity|proficiency|exposure|expertise|training|record)\s+"
    r"(?:(?:of|in|within|with|to|on|using)\s+(?P<what>\S.*)|(?P<deed>\w+ing\b.*))",
    re.IGNORECASE,
)
"""What stands behind "experience": "of running trials", "running trials"."""
_ARTICLES = frozenset({"a", "an", "the", "our", "your", "this"})
"""What shows that a noun follows: "The Lead Optician" leads nothing."""
_COUNTED = frozenset(
    {"platform", "system", "tool", "database", "framework", "application", "package", "suite", "device", "machine"}
)
"""Heads of phrases that want an article or a plural: nobody has experience of platform."""
_AND_EXPERIENCE = re.compile(r"\s+(?:experience|expertise|exposure|knowledge|skills|proficiency|familiarity)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:[,;]\s*(?:and\s+|then\s+)?|\s(?:and|then|&)\s+)$")
"""Before a further deed."""
_DOING = re.compile(
    r"^(?:(?:helping|assisting)(?: out)? (?:with|in)|participating in|taking part in|"
    r"carrying out|conducting|performing|undertaking|applying|practi[cs]ing)\s+(?=\w)",
    re.IGNORECASE,
)
"""Verbs that only say that something is done."""
_BARE = 3
"""Words from which on a name says enough without the word experience."""
_SLASHES = re.compile(r"\s+/\s+(?=\w)")
_CUT = re.compile(
    r"\s*(?:[,;:(]|\s[–-]\s|(?<!-)\b(?:with|for|in|across|within|including|such as|using|that|who|which|while|as|on|under)\b"
    r"(?!-))"
)
_ALTERNATIVE = re.compile(r"(?<!\S)[A-Z][a-z]+ or (?=[A-Z])")
"""A name and the joint to another one, of which either is enough."""
_OR_LIKE = re.compile(
    r"\s+or\s+(?:more|over|above|higher|greater|better|less|fewer|similar|equivalent|comparable|related|other|like)\b.*",
    re.IGNORECASE,
)
"""What names no second thing: "a team of five or more", "a certification or equivalent hands-on experience"."""
_COUNT = re.compile(r"\s+of\s+(?:two|three|four|five|six|seven|eight|nine|ten|[\d.,]+)$", re.IGNORECASE)
"""A number that has lost what it counts."""
_CODE = re.compile(r"^(?![ABC][12]\b)[A-Z]{1,2}\d{1,2}[.:)]?\s+(?=[A-Z][a-z])")
"""The number of a line in a list of criteria; B2 is a level of a language."""
_WISHED = re.compile(
    r"(?:[\s,–-]*\b(?:(?:is|are|would be) )?(?:(?:an? )?(?:strong |big |real |definite |distinct )?(?:plus|asset|bonus|"
    r"advantage)|(?:strongly |highly )?(?:preferred|desired|desirable|advantageous|beneficial|"
    r"welcome)|essential|required))+[.!]*\s*$"
    r"|\s*[(,]?\s*\bincl(?:\.|uding)?\b.*",
    re.IGNORECASE,
)
"""How much a line is wanted, and the list of what belongs to it: no part of the name."""
_NAMES = frozenset({"tool", "language", "degree", "licence", "certificate"})
"""Kinds whose names keep their capital in the middle of a sentence."""


def with_years(term: str, requirement: Requirement) -> str:
    """`term` with the years that the requirement asks for it: "2 years as head chef"."""
    stated = re.search(
        rf"{YEARS.pattern}\s+(?:(?:of|as|in|with|a|an)\s+){{1,2}}{re.escape(term)}", requirement.text, re.IGNORECASE
    )
    return stated.group() if stated else term


def whole(term: str, requirement: Requirement) -> str:
    """A word that only begins a longer name, with the rest of it: "Pediatric" of "Pediatric cardiac experience"."""
    if " " in term.strip():
        return term
    longer = re.search(rf"(?<!\w){re.escape(term)}(?:\s+[\w-]+)*", requirement.text)
    if longer is None:
        return term
    words: list[str] = []
    for word in longer.group().split()[:_LONGEST]:
        if word.casefold() in SMALL | _OPENING:
            break
        words.append(word)
    return " ".join(words)


def spelled_out(term: str, knowledge: Knowledge) -> str:
    """A word for a whole field as the packs name the field: nobody lacks "hotel", but hotel operations; a way by its name."""
    if " to " in term:
        # "Concept to production" is said of what is taken there; the packs have a noun for it.
        return next(
            (
                skill.name[:1].lower() + skill.name[1:]
                for found in lexicon_of(knowledge).concepts(term)
                if found.words == term
                and (skill := lexicon_of(knowledge).skill(found.id)) is not None
                and " to " not in skill.name
            ),
            term,
        )
    if " " in term or not term.islower():
        return term
    lexicon = lexicon_of(knowledge)
    for found in lexicon.concepts(term):
        skill = lexicon.skill(found.id)
        if skill is not None and skill.kind == "domain" and skill.name.casefold().startswith(f"{term} "):
            return skill.name[:1].lower() + skill.name[1:]
    return term


def joined(terms: list[str]) -> tuple[str, str]:
    """One or two missing terms as a phrase, and as a title of at most five words."""
    first = shortened(terms[0])
    for other in terms[1:]:
        phrase = f"{first} and {shortened(other)}"
        if (
            len(phrase.split()) <= _LONGEST
            and first.casefold() not in other.casefold()
            and other.casefold() not in first.casefold()
        ):
            return phrase, title_case(phrase)
    return first, title_case(first)


def tidied(term: str) -> str:
    """`term` without the small words at its ends that a cut has left there: "WMS such", "for a consumer product"."""
    words = term.split()
    while words and words[-1].casefold() in SMALL | _OPENING:
        words.pop()
    while len(words) > 1 and words[0].casefold() in SMALL:
        words.pop(0)
    return " ".join(words)


def is_scrap(term: str, knowledge: Knowledge) -> bool:
    """Whether a term is one everyday word, which names nothing that somebody could lack: "differ", "scale", "social"."""
    return not term or (" " not in term and term.islower() and kind_of(term, knowledge) == "other")


def bare(text: str, requirement: Requirement, knowledge: Knowledge) -> str:
    """`text` without the words that lead up to what is asked for: "Proficiency in Java" is "Java".

    It stands in the middle of a sentence: a verb becomes a gerund, and a capital that only opened the line is dropped.
    """
    text = text.strip().rstrip(".;,")
    years = YEARS.match(text)
    opens = requirement.text.startswith(text)
    if years:
        text = text[years.end() :].strip()
    is_name = any(found.words == text for found in lexicon_of(knowledge).concepts(text))  # "Active Directory" is no directory
    bare = text if is_name else _LEAD.sub("", text).strip() or text
    lead = text.removesuffix(bare).split()
    first, _, rest = bare.partition(" ")
    is_deed = opens and requirement.kind == "responsibility" and not (lead and lead[-1].casefold() in _ARTICLES)
    if rest[:1].isalnum() and (
        (lead and lead[-1].casefold() == "to") or is_deed or _is_joined_deed(text, requirement, knowledge)
    ):
        verb = knowledge.verbs.get(first.casefold())
        first = verb.gerund if verb is not None else first
    elif (
        opens
        and not lead
        and first[:1].isupper()
        and first[1:].islower()
        and not rest[:1].isupper()
        and kind_of(first, knowledge) not in _NAMES
    ):
        first = first.lower()
    said = _DOING.sub("", re.sub(r"\bw/\s*", "with ", f"{first} {rest}".strip()))
    return several(said, requirement)


def _is_joined_deed(text: str, requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a phrase is what a duty goes on to do: "prepare reports" of "chair the meetings and prepare reports"."""
    at = requirement.text.find(text)
    verb = knowledge.verbs.get(text.partition(" ")[0])
    if requirement.kind != "responsibility" or at <= 0 or verb is None or verb.lemma in NOUNS_TOO:
        return False
    return text.startswith(verb.lemma) and bool(_JOINED.search(requirement.text[:at]))


def several(name: str, requirement: Requirement) -> str:
    """The name of a thing of which there are several, as they are spoken of: "e-disclosure platforms".

    Only where the line speaks of experience with such things, and names none of its own.
    """
    before, found, behind = requirement.text.casefold().partition(name.casefold())
    words = name.split()
    is_one = words[-1:] == ["project"] and before.endswith((" a ", " an "))  # "experience of a refurbishment project"
    is_kind = is_one or (words[-1:] and words[-1] in _COUNTED and _AND_EXPERIENCE.match(behind))
    return f"{name}s" if len(words) > 1 and found and is_kind else name


def core(text: str, requirement: Requirement, knowledge: Knowledge) -> str:
    """What a whole line asks for, in at most five words: what one is to have experience of, else the line without its lead."""
    text = _CODE.sub("", _WISHED.sub("", text) or text)
    about = _OF.search(text)
    if about is not None and not YEARS.match(text):
        return shortened(_first_of_two(bare(about.group("what") or about.group("deed"), requirement, knowledge)))
    name = _first_of_two(bare(text, requirement, knowledge))
    short = shortened(re.sub(r"(?<=\s)(experience|exposure)\b.*", r"\1", name))
    return short.removesuffix(" experience") if len(short.split()) > _BARE else short


def _first_of_two(text: str) -> str:
    """The first of two things that are asked for together, where both are too long for a title.

    Two numbers are not two things: "gifts of five and six figures" are gifts.
    """
    text = re.split(r"[,;:(]|\s[–—-]\s", text)[0].strip() or text
    first = _COUNT.sub("", re.split(r"\s+and\s+|\s+&\s+(?![A-Z])", text)[0])
    return first if len(text.split()) > _LONGEST and " " in first else text


def shortened(text: str) -> str:
    """The head of a long phrase: at most five words, not cut before a noun where a joint can be found."""
    text = _SLASHES.sub("/", text)
    if len(text.split()) <= _LONGEST and not re.search(r"[,;:()]", text):
        return text
    head = text = _OR_LIKE.sub("", text)
    for joint in _CUT.finditer(text):
        if joint.start() > 0:
            head = text[: joint.start()]
            break
    if len(head.split()) > _LONGEST:
        # Alternatives share the noun behind the last: of "Six Sigma Green or Black Belt" no "Six Sigma Green" is left.
        shared = _ALTERNATIVE.sub("", head, count=1)
        first, _, last = head.rpartition(" or ")
        # Behind "the care home sector or of Ireland" stands no name.
        head = shared if shared != head else first if last.partition(" ")[0] in SMALL else last
    if len(head.split()) > _LONGEST:
        first, *rest = re.split(r"\s+(?:at|of|to|into|on|from|by)\s+(?:(?:a|an|the|our|your|their)\s+)?", head)
        sizes = [len(part.split()) for part in (first, *rest)]
        if sizes[0] == 1 and 1 < sizes[-1] <= _LONGEST:
            head = rest[-1]
        elif sizes[0] > 1:
            head = first
    return headed(head)


def headed(text: str, most: int = _LONGEST) -> str:
    """The first words, five unless `most` says otherwise, without a small one at the end."""
    words = re.split(r"[,;:(]", text)[0].split()[:most]
    while words and words[-1].casefold() in SMALL:
        words.pop()
    return " ".join(words)
