"""What an employer says of itself: the clauses that state what it values.

Values that it lists by name are for `playbook.reading.value_lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.reading.experience import NUMBER_WORDS
from playbook.reading.rows import Slice

_WE = re.compile(
    r"^(?:(?:here|above all|together|every day|at (?:[A-Z][\w&'’.-]*\s?){1,4}),?\s+)?we(?:'re|"
    r"’re)?\s+(?:(?:still|firmly|truly|really|deeply|genuinely)\s+(?=believe|care|value))?(?P<verb>[\w'’]+)(?:\s+(?P<next>[\w'’]+))?(?:\s+(?P<third>[\w'’]+))?",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"(?:,|;|\.)\s+(?:(?:and|but)\s+)?(?=we(?:'re|’re)?\s)|\s+(?:and|but)\s+(?=we\s)|\s+[-–—]\s+(?=we\s)|:\s+(?=we\s)",
    re.IGNORECASE,
)
_VALUE_VERBS = frozenset(
    "believe believes value values care cherish celebrate trust respect treat speak put listen learn own act hold "  # noqa: SIM905  words read best as one text
    "embrace champion prize stand strive aim "
    "insist expect favor favour prefer take measure keep look waste prepare cook say tell share admit argue disagree "
    "decide never always lead win start ask "
    "challenge experiment sweat obsess stay dare move raise show clean finish fix answer return honor "
    "honour follow refuse think love teach write leave".split()
)
_BUSINESS = frozenset(
    "build make sell develop design create help serve support provide offer pay operate run have need want seek "  # noqa: SIM905  words read best as one text
    "deliver manufacture produce employ work partner "
    "specialize specialise use ship host invite encourage accept do got can will were was may reserve process connect power".split()  # noqa: E501  one pattern
)
_NOT_TRAITS = frozenset(
    "a an the one looking seeking hiring searching recruiting currently now growing expanding building based located "  # noqa: SIM905  words read best as one text
    "part on in at still run owned not open excited pleased thrilled "
    "proud unable happy backed funded headquartered home also adding opening recruited going about".split()
)
_ELSEWHERE = re.compile(
    r"^(?:valoramos|creemos|nos (?:importa|gusta|mueve)|apostamos por|cuidamos|wir (?:glauben|schätzen|"
    r"legen (?:großen )?wert|leben|respektieren|stehen (?:für|zu)|halten)|"
    r"bei uns (?:zähl|gilt|gelten|steht|stehen)|uns ist|nous (?:croyons|valorisons|privilégions|tenons à|cultivons)|"
    r"acreditamos|prezamos|valorizamos|cuidamos)\b"
    r"|^(?!(?:our|these|its|their|core|company|guiding)\b)"
    r"(?-i:[A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,4}) (?:values|believes|prizes|cherishes)\b",
    re.IGNORECASE,
)
"""How values are said in other languages, and of an employer by its name."""
_LIVED = re.compile(r"\bwe(?:['’]ve| have)?(?: always)? lived? by\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"[~\d]|(?:about|around|over|nearly|almost|roughly|approximately|just|more|some|currently)$", re.IGNORECASE
)
"""How many they are is no trait: "We are 160 people"."""


_STATUS = re.compile(
    r"\b(?:certified|accredited|licen[cs](?:e|ed|es)|registered|compliant|regulated|authori[sz]ed|holders?|listed|insured|"
    r"members? of|partners? (?:of|with)|winners?|award|rated|ranked|ISO \d)|"
    r"\b(?:founder|family|famil(?:y|ies)|wom[ae]n|owner|employee|worker|member|parent|veteran|doctor|physician|nurse|clinician|"
    r"private(?:ly)?|public(?:ly)?|locally|venture|equity|community|investor|minority)[- ](?:led|owned|run|backed|funded|"
    r"governed|held|financed|operated|listed|traded)\b|\b\d[\d,.]*\+? (?:people|employees|staff|strong|colleagues|of us)\b",
    re.IGNORECASE,
)
"""What others have put under seal of them, who owns them and how many they are: "We're family-owned, 650 people strong"."""
_AFTER = re.compile(
    r"\b(?:look(?:ing)? after|take care of|hold)\b(?! (?:each(?: other)?|one another|our(?:selves)?|(?:the )?people|those|"
    r"every\w*|to|high|the (?:bar|line)|space)\b)",
    re.IGNORECASE,
)
"""To look after a hotel and to hold a contract is the work; to look after each other and to hold the bar is a value."""
_SHORT = 8
"""Words of the longest sentence that goes on in a row of them."""
_NAMED = re.compile(r"[Ww]e(?:['’]re| are) (?:[A-Z][\w&'’-]* ?)+$")
"""Who they are: "We're Pennywise"."""
_TREATED = re.compile(
    r"\b(?:as|like|how|fairly|equally|well|right|the (?:same )?way|with (?:\w+ ){0,2}(?:respect|dignity|care|kindness|"
    r"compassion|honesty|fairness|courtesy))\b",
    re.IGNORECASE,
)
"""How people are treated is a value; which ones, in a clinic, is the work."""


def is_standing(text: str) -> bool:
    """Whether a sentence says who owns them, how many they are, or what others have put under seal."""
    return _STATUS.search(text) is not None


def value_clauses(sentence: Slice, *, in_values: bool, goes_on: bool = False) -> Iterator[Slice]:
    """The whole clauses of a sentence that state a value; `in_values` says that it stands below such a heading.

    `goes_on` says that the sentence before stated one: then another short one of the same make does, too.
    """
    pieces = sentence.split(_CLAUSES)
    if in_values:
        yield _bare(sentence if not any(_WE.match(piece.text) for piece in pieces[1:]) else pieces[0])
        if any(_WE.match(piece.text) for piece in pieces[1:]):
            yield from (_bare(piece) for piece in pieces[1:])
        return
    if _LIVED.search(sentence.text) or _ELSEWHERE.match(sentence.text):
        yield _bare(sentence)
        return
    stated = goes_on and _is_of_a_row(sentence.text)
    for piece in pieces:
        # Once a sentence has begun to say what matters, its next clause goes on to.
        stated = _is_value(piece.text, goes_on=stated)
        if stated:
            yield _bare(piece)


def _is_value(clause: str, *, goes_on: bool) -> bool:
    match = _WE.match(clause)
    if match is None:
        return False
    verb = match["verb"].lower()
    if verb == "are" or re.match(r"\bwe['’]re\b", match[0], re.IGNORECASE):
        trait = (match["next"] if verb == "are" else match["verb"] or "").lower() if (match["next"] or verb != "are") else ""
        if _COUNTED.match(trait) or trait in NUMBER_WORDS or _STATUS.search(clause) or _NAMED.match(clause.rstrip(" .!")):
            return False
        return bool(trait) and (trait not in _NOT_TRAITS or (trait == "proud" and " of " in clause))
    if verb in {"look", "looking"} and (match["next"] or "").lower() == "for":
        return False
    if verb in _BUSINESS:
        return goes_on and verb in {"do", "can", "work", "make", "help", "support"}
    is_belief = verb in {"believe", "believes"}
    is_work = (_AFTER.search(clause) is not None and not is_belief) or (verb == "treat" and _TREATED.search(clause) is None)
    return (verb in _VALUE_VERBS or goes_on) and not is_work


def _is_of_a_row(text: str) -> bool:
    """Whether a sentence is one of several of the same make: "We open the door. We carry the bag." and no history."""
    match = _WE.match(text)
    verb = match["verb"].lower() if match else ""
    return (
        bool(verb) and len(text.split()) <= _SHORT and not (verb in _BUSINESS or verb.endswith("ed") or re.search(r"\d", text))
    )


def _bare(piece: Slice) -> Slice:
    return piece.trimmed(" \t.;,")
