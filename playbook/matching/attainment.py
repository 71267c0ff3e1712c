"""How far somebody has come with what is studied for: attained, begun, lapsed.

Lines of resumes only; which credential meets which is for `playbook.matching.rules`.
"""

from __future__ import annotations

import re

from playbook.knowledge.lexicon import Lexicon
from playbook.matching.evidence import Piece

_UNFINISHED = re.compile(
    r"\b(?:expected|in progress|anticipated|pursuing|candidate for|present|ongoing|incomplete|(?:some )?course ?work|"
    r"(?:not|never|partly|un)[ -]?(?:completed?|finished|graduated)|withdr[ae]wn?|dropped out|on hold|paused|deferred|"
    r"bridge|pre-?req(?:uisite)?s?|expected to|studying|to (?:graduate|be completed)|"
    r"\w+ (?:credits|cr\.?|units) (?:completed|of|toward)|\d+ of \d+ (?:cr|credits|units|courses|modules))\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\b(?:started|began|enrolled|in progress|working towards?|studying|pursuing|"
    r"\w+ of \w+ (?:modules?|courses?|units?|papers?|exams?|levels?)|first (?:\w+ )?(?:modules?|courses?|papers?)|"
    r"scheduled|expected|anticipated|sitting|in training|candidate|"
    r"not yet|not (?:taken|passed|completed?|finished|held)|awaiting (?:exam|result|certificat)\w*|"
    r"(?:exams?|test) (?:booked|pending|due|this|next|in)|to (?:sit|take) (?:the )?(?:exam|test)|on hold|bridge|"
    r"booked (?:for|in)|to be (?:written|sat)|"
    r"(?:application )?(?:lodged|submitted|pending)|applied for|"
    r"pre-?req(?:uisite)?s?|(?:finish|complet|due)(?:e?s|ing|e)? (?:in |by )?(?:this |next )?"
    r"(?:spring|summer|fall|autumn|winter|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*)\b",
    re.IGNORECASE,
)
_ATTAINED = re.compile(r"(?<!not )(?<!not yet )\b(?:passed|earned|obtained|awarded|achieved|gained)\b", re.IGNORECASE)
_PENDING = re.compile(
    r"\b(?:card|licen[cs]e|certificate|certification|registration|paperwork) (?:is |still )?pending\b", re.IGNORECASE
)
"""What has not come yet, although the exam is passed."""
_PASSED = re.compile(r"\b(?:passed|sat|cleared)\b[^.;]{0,60}\bexam\w*|\bexam\w*\b[^.;]{0,30}\bpassed\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.;])\s+|\n")
_STUDIED = frozenset({"certificate", "education", "other", "skill", "position", "summary"})
"""Where a resume says what it has learned; a bullet says what was done."""
_LAPSED = re.compile(r"\b(?:expired|lapsed|inactive)\b", re.IGNORECASE)
_OVER = re.compile(r"\(exp\.?\)", re.IGNORECASE)
"""Beside a certificate, without a date."""
_UNDER_WAY = re.compile(
    r"\b(?:studying|working|progress\w*|enrolled|pursuing|part[- ]qualified|qualifying)\b(?: (?:towards?|for|in|on))?"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
"""A requirement that asks for no more than to be under way."""
_OR_UNDER_WAY = re.compile(
    r"[^.;,]{0,30}?[,/(]?\s*\bor\s+(?:be |currently |actively )?"
    r"(?:studying|working|progress\w*|enrolled|pursuing|part[- ]qualified)\b",
    re.IGNORECASE,
)
"""The same behind a credential: "Cert CII or working towards it"."""


def is_unfinished(piece: Piece) -> bool:
    """Whether a line says that what it names is not attained yet."""
    return bool(_UNFINISHED.search(piece.fact.text))


def is_under_way(piece: Piece) -> bool:
    """Whether a line says that what it names was only begun: "started, 6 of 12 units done"."""
    return is_unfinished(piece) or _is_only_begun(piece.fact.text)


def is_begun(piece: Piece, concept: str, lexicon: Lexicon) -> bool:
    """Whether the sentence that names a certificate says that it was only begun: "two of six modules"."""
    sentences = _SENTENCES.split(piece.fact.text)
    named = [one for one in sentences if concept in lexicon.closure(found.id for found in lexicon.concepts(one))]
    begun = [_is_only_begun(one) for one in named]
    return piece.kind in _STUDIED and bool(begun) and all(begun)


def _is_only_begun(text: str) -> bool:
    return bool(_PENDING.search(text)) or (bool(_BEGUN.search(text)) and not _ATTAINED.search(text))


def has_passed_exam(piece: Piece, name: str) -> bool:
    """Whether a line says that the exam for a licence is passed, by its letters: "passed the PE exam, application pending"."""
    letters = re.findall(r"\b[A-Z]{2,}\b", name)
    sentences = [one for one in _SENTENCES.split(piece.fact.text) if _PASSED.search(one)]
    return any(all(re.search(rf"\b{one}\b", sentence) for one in letters) for sentence in sentences if letters)


def is_lapsed(piece: Piece) -> bool:
    """Whether what a line names has run out: by its date, or by its word for it."""
    text = piece.fact.text
    return piece.has_lapsed or bool(_LAPSED.search(text)) or (piece.kind == "certificate" and bool(_OVER.search(text)))


def asks_to_study(before: str, behind: str = "") -> bool:
    """Whether the words beside a credential ask for no more than to be under way: "studying towards", "or working towards"."""
    return bool(_UNDER_WAY.search(before) or _OR_UNDER_WAY.match(behind))
