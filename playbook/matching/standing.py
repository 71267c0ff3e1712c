"""How a line stands to what it names: done, only seen or tried at home, not done at all, or done by somebody else.

Lines of resumes only, by the words around a name. What a doubt makes of a requirement is for `playbook.matching.parts` and
`playbook.matching.rules`; what a summary hopes for is cut by `playbook.reading.wishes`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from playbook.knowledge.lexicon import Lexicon
from playbook.knowledge.tokens import tokens
from playbook.matching.evidence import Piece
from playbook.matching.helping import is_aided

Doubt = Literal["none", "seen", "private", "others", "aided"]
"""`none`: the line says that it is not so, or speaks of what is not its writer's. `aided`: the deed was somebody else's."""

_SENTENCE = re.compile(r"(?<=[.;!?•])(?<!\bincl\.)(?<!\besp\.)(?<!\be\.g\.)\s+")
_UNDONE_BEFORE = re.compile(
    r"\b(?:(?:no|without|lack(?:ing)?) (?:(?:prior|previous|formal|direct|commercial|professional) )?"
    r"(?:experience|knowledge|training|exposure)|not (?:yet )?(?:certified|licen[cs]ed|trained|qualified|experienced)|"
    r"(?:have(?: not|n['’]t)|never) (?:used|worked|done|held|tried)|yet to (?:use|learn|try|work|take|complete))"
    r"(?: (?:of|in|with|on|for|as|to))?(?: an?)?\s+(?:[\w-]+[ /]){0,1}$"
    r"|\b(?:would (?:like|love)|want(?:ing)?|hop(?:e|ing)|plan(?:ning)?|keen|eager|aim(?:ing)?|intend(?:ing)?|willing|"
    r"happy|ready) to (?:learn|get|gain|do|train|take|study|try|become|move|start|obtain|complete|pick up|"
    r"work (?:in|with))\b[^,;.]*$"
    r"|\b(?:moving|transitioning|pivoting|switching|stepping|breaking) (?:in)?to (?:a career in )?(?:[\w-]+ ){0,2}$"
    r"|\binterest(?:ed)? in (?:learning |gaining |getting )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_UNDONE_AFTER = re.compile(
    r"^[^,;.!?]{0,40}?\s*(?:[-–—:,(]|\bis\b)\s*(?:not yet|no experience|never (?:used|done|tried)|would (?:like|love)|"
    r"want(?:ing)? to|hop(?:e|ing) to|to learn|on my list|not (?:done|taken|held|started|completed|used))\b",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:observ\w+ only|only observ\w+|shadow(?:ed|ing)|exposure to|(?:not yet|no) hands[- ]on|training only|theory only|"
    r"classroom only|trial (?:use|only|version)|(?:read|looked) (?:about|into)|in training)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:home[- ]?lab|personal (?:projects?|use)|side projects?|hobby|for fun|in my (?:own|spare|free) time|self[- ]study|"
    r"tutorials?|sandbox|course ?work|class projects?|(?:university|school|college|bootcamp|capstone) projects?)\b",
    re.IGNORECASE,
)
_WORK_ASKED = re.compile(
    r"\b(?:production|commercial|professional|industry|enterprise|customer-facing) (?:[\w-]+ ){0,2}?"
    r"(?:experience|environment|systems?|use)\b"
    r"|\bin production\b|\bat scale\b",
    re.IGNORECASE,
)
"""A requirement of work for somebody, which neither a home laboratory nor a name in a list is."""
_THEIRS_BEFORE = re.compile(
    r"\b(?:with|to|by|under|from|for|alongside) (?:the |our |an? |their )?(?:[\w-]+ ){0,1}$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^ (?:and [\w-]+ )?(?:mgrs?|managers?|directors?|head|supervisors?|dep(?:t|artment)s?\b|leads?\b)", re.IGNORECASE
)
"""Somebody's post behind a name: "with the F&B manager"."""
_POSSESSED = re.compile(
    r"\b(?:other people|someone else|somebody else|others)['’]s?\s+(?:[\w-]+,? (?:and )?){0,3}$", re.IGNORECASE
)
"""What is other people's: "finding the story in other people's budgets"."""
_HELPED = re.compile(
    r"\b(?:mentor(?:ed|ing)?|coach(?:ed|ing)?|train(?:ed|ing)?|supervis(?:e|ed|es|ing)|support(?:ed|ing)?|help(?:ed|ing)?|"
    r"guid(?:ed|ing)|tutor(?:ed|ing)?|prepar(?:ed|ing)|precept(?:ed|ing)?|hir(?:ed|ing)|recruit(?:ed|ing)?|oversaw|"
    r"manag(?:e|ed|ing)|led|lead(?:ing)?)\s+"
    r"(?:an? |the |my |our |new |junior |\d+ |one |two |three |four |five |six |several )+",
    re.IGNORECASE,
)
"""Somebody helps others to it: "mentored two graduates through registration"."""
_HELPING = r"(?:buddy|mentor|coach|train|precept|onboard|support|help|guid|supervis|tutor|teach|taught|advis)\w*"
_OF_OTHERS = re.compile(
    rf"\b{_HELPING}\b[^.;]{{0,60}}\b(?:\d+|one|two|three|four|five|six|several) of (?:the |them|whom|those)?\s*\d*"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
"""What those did whom somebody helped: "coached five new reps, 4 of 5 hit quota"."""
_REPLACED = re.compile(
    r"\breplac(?:ed|es|ing) [^.;,]{0,40}$|\binstead of [^.;,]{0,30}$|"
    r"\b(?:migrat|mov|switch|convert)\w* [^.;,]{0,40}?\b(?:off|from|away from) [^.;,]{0,30}$",
    re.IGNORECASE,
)
"""What was given up for something else: "a model that replaced 23 workbooks"."""
_ABSENT = re.compile(r"\b(?:no|zero|nil|without(?: an?| any)?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
"""What did not happen: "no grievances upheld" is no grievance that somebody heard."""
_ASKS_TO_HELP = re.compile(rf"\b(?:{_HELPING}|lead\w*|manag\w+|develop\w*|migrat\w+|replac\w+|moderni[sz]\w+)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:nurse|engineer|accountant|electrician|plumber|therapist|pharmacist|physician|midwife|teacher|worker|attorney|"
    r"solicitor|practitioner|hygienist|paramedic|assistant|architect|surveyor)$",
    re.IGNORECASE,
)
"""A credential of which the name is that of who holds it."""
_PAPER = re.compile(r"licen[cs]|certif|regist(?:ration|er\b)|exam|status|degree|programm?e?\b|course|school", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:with|alongside|under|to|for|by|from|between|among|beside) (?:(?:an?|the|our|other|fellow|senior|licen[cs]ed|duty|"
    r"charge|staff|supervising) )*$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"\b(?:promot|progress|advanc|transition|qualif|train|study|studi|regist|licen|certif|admit|move)\w*\b[^,;]*$",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:\b(?:\d+|two|three|four|five|six|several|team of|reported to|reporting to)(?: an?| the)?\s+$)", re.IGNORECASE
)


def doubt_of(piece: Piece, concept: str, requirement: str, lexicon: Lexicon, *, leads: bool = False) -> Doubt | None:
    """What every place of a line that names a concept leaves to doubt; `None` where one is without.

    `leads` says that the requirement wants somebody who answers for it.
    """
    doubts = [
        _doubt(piece, sentence, at, end, requirement)
        or ("aided" if leads and is_aided(sentence[:at], sentence[end:]) else None)
        for sentence, at, end in _places(piece.fact.text, concept, lexicon)
    ]
    return None if not doubts or None in doubts else doubts[0]


def denies(piece: Piece, stems: Collection[str]) -> bool:
    """Whether every place of a line that has one of these stems says that it is not so."""
    text = piece.fact.text
    places = [
        (sentence, token.start, token.end)
        for sentence in _SENTENCE.split(text)
        for token in tokens(sentence)
        if token.stem in stems
    ]
    return bool(places) and all(_is_denied(sentence, at, end) for sentence, at, end in places)


def is_part_of_name(piece: Piece, stems: Collection[str], lexicon: Lexicon) -> bool:
    """Whether a listed thing has these stems only as words in the name of a product: "Google Classroom" is no classroom."""
    if piece.kind != "skill":
        return False
    names = [
        found
        for found in lexicon.concepts(piece.fact.text)
        if (skill := lexicon.skill(found.id)) is not None and skill.kind == "tool" and " " in found.words
    ]
    places = [token for token in tokens(piece.fact.text) if token.stem in stems]
    return bool(places) and all(
        any(
            one.start <= token.start < one.end and not {other.stem for other in tokens(one.words)} <= set(stems)
            for one in names
        )
        for token in places
    )


def is_secondhand(piece: Piece, concepts: Collection[str], requirement: str, lexicon: Lexicon) -> bool:
    """Whether a line names what is asked for only as what others did, what was given up or what did not happen."""
    if piece.kind not in {"bullet", "summary"} or _ASKS_TO_HELP.search(requirement):
        return False
    places = [place for concept in concepts for place in _places(piece.fact.text, concept, lexicon)]
    return bool(places) and all(
        _OF_OTHERS.search(sentence[:at]) or _REPLACED.search(sentence[:at]) or _ABSENT.search(sentence[:at])
        for sentence, at, _ in places
    )


def is_anothers(piece: Piece, concept: str, lexicon: Lexicon) -> bool:
    """Whether a line names a credential only as somebody else's."""
    if piece.kind not in {"bullet", "summary"}:
        return False
    places = list(_places(piece.fact.text, concept, lexicon))
    is_of_people = any(_PERSON.search(name) for name in lexicon.names(concept))
    return bool(places) and all(
        _is_anothers(sentence, at, end) or (is_of_people and _is_met(sentence, at, end)) for sentence, at, end in places
    )


def _doubt(piece: Piece, sentence: str, at: int, end: int, requirement: str) -> Doubt | None:
    before, after = sentence[:at], sentence[end:]
    if _is_denied(sentence, at, end):
        return "none"
    if _SEEN.search(sentence):
        return "seen"
    if _THEIRS_BEFORE.search(before) and _OFFICE.search(after):
        return "others"
    # A name in a list of skills says nothing of where it was used.
    if _WORK_ASKED.search(requirement) and (piece.kind == "skill" or _PRIVATE.search(sentence) or _is_private(piece)):
        return "private"
    return None


def _is_denied(sentence: str, at: int, end: int) -> bool:
    before, after = sentence[:at], sentence[end:]
    return bool(_UNDONE_BEFORE.search(before) or _UNDONE_AFTER.search(after) or _POSSESSED.search(before))


def _is_private(piece: Piece) -> bool:
    """Whether a bullet stands under a heading or title of things done at home."""
    position = piece.position
    named = (position.position, position.name) if position is not None else ()
    return any(fact is not None and _PRIVATE.search(fact.text) for fact in named)


def _is_anothers(sentence: str, at: int, end: int) -> bool:
    before, after = sentence[:at], sentence[end:]
    return bool(
        _HELPED.search(before)
        or _MANY.search(before)
        or (
            _THEIRS_BEFORE.search(before)
            and re.match(r" (?:case )?(?:supervisor|manager|director|nurse|lead)", after, re.IGNORECASE)
        )
        or (sentence[at:end].isupper() and after[:1] == "s")
        or (re.fullmatch(r"[A-Z]{2,}s", sentence[at:end]))
    )


def _is_met(sentence: str, at: int, end: int) -> bool:
    """Whether a name that is also that of its holder stands where somebody is whom the writer met: "reported to the RN"."""
    if _PAPER.search(sentence[at : end + 12]):
        return False
    many = sentence[at:end].endswith("s") and _PERSON.search(sentence[at : end - 1]) is not None
    return many or (_BESIDE.search(sentence[:at]) is not None and _BECAME.search(sentence[:at]) is None)


def _places(text: str, concept: str, lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """Each sentence that names a concept or what implies it, with the place of the name in it."""
    places = []
    for sentence in _SENTENCE.split(text):
        places += [
            (sentence, found.start, found.end) for found in lexicon.concepts(sentence) if concept in lexicon.closure([found.id])
        ]
    return places
