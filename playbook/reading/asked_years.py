"""Years of experience that a line of a posting asks for, in digits or words of five languages; the lower end of a range.

Years that mean something else are none: an age, a deadline, how recent something is, the length of a course or a contract.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from playbook.reading.experience import NUMBER_WORDS

_FOREIGN: Mapping[str, int] = {
    word: number
    for words in (
        "ein zwei drei vier fünf sechs sieben acht neun zehn",
        "un dos tres cuatro cinco seis siete ocho nueve diez",
        "un deux trois quatre cinq six sept huit neuf dix",
        "um dois três quatro cinco seis sete oito nove dez",
    )
    for number, word in enumerate(words.split(), start=1)
} | {"eine": 1, "einem": 1, "einer": 1, "einen": 1, "una": 1, "une": 1, "uma": 1, "duas": 2}
_NUMBERS: Mapping[str, int] = {**_FOREIGN, **NUMBER_WORDS, "a couple of": 2, "couple of": 2}
_WORDS = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_UNIT = (
    r"(?P<unit>years?|yrs?|months?|mos\b|jahr(?:e|en|es)?|monat(?:e|en)?|(?:jährige|monatige)[rnms]?|años?|meses|mes|ans|an|"
    r"années?|mois|"
    r"anos?|mês)"
)
_YEARS = re.compile(
    rf"(?<![\w$€£.,])(?P<n>\d{{1,2}}(?:[.,]5)?|{_WORDS})(?:\s*\(\w{{1,10}}\))?\s?\+?"
    rf"(?:\s*(?:-|–|—|to|or|bis|a|à|y|e|et|und|o|ou|oder|and)\s*(?:\d{{1,2}}|{_WORDS})\s?\+?|\s(?:or more|oder mehr|o más|"
    rf"ou plus|ou mais|plus|full)\b)?"
    rf"(?:, say (?:{_WORDS})(?: or (?:{_WORDS}))?,(?: of)?)?(?P<joint>[ -]*)(?:full |consecutive |calendar )?{_UNIT}(?![\w])",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"^(?:at least |minimum |over )?a (?:full )?year(?:['’]s)?(?: or (?:more|two))? (?:of|in|at|as|on|with|experience)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:within|after|every|each|until|(?:in|within|over|during|for|of|from)(?: (?:the|your|their))? (?:last|past|first|"
    r"next|previous|prior|preceding|final)|"
    r"one in|in|in the|(?:nach|innerhalb von|alle|seit|in den (?:letzten|ersten)|der letzten) |cada|después de|tras|"
    r"en los últimos|"
    r"dans les|depuis|après|tous les|dernières|nos últimos|após|a cada|dentro de|rising to \d+ after|next|last|past|aged?|"
    r"(?:up to|(?:no|not) more than|(?:less|fewer) than|under|at most|(?:a )?maximum)(?: of)?|"
    r"commit(?:s|ted|ting|ment)? (?:to|of|for)(?: (?:an?|at least|minimum|min\.?|of|full))*)"
    r"(?:\s*(?:~|≈|ca?\.|(?:about|around|approximately|approx\.?|roughly|nearly|almost|another)\b))?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\s*(?:['’]s? )?(?:old\b|of age\b|ago\b|in a row\b|running\b|straight\b|in succession\b|"
    r"alt\b|de edad|de idade|d['’]âge|contract|fixed|term\b|warranty|plan\b|roadmap|"
    r"(?:[\w-]+ )?(?:cycles?|horizons?|rotations?|engagements?)\b|(?:[\w-]+ ){0,3}(?:commitments?|obligations?)\b|"
    r"college|university|degree|program|course|diploma|certificate|apprenticeship|school|institution|bachelor|"
    r"of (?:age|service|college|university|study|school|schooling|coursework)|after\b|later\b|since\b|(?:ausbildung|studium|"
    r"lehre)\b|"
    r"de (?:historia|antigüedad|história|existence)|d['’]existence)",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(
    r"^\s*(?:minimum|min\.?|of\b|experience|track|background|history|career|post|pqe|relevant|proven|work)", re.IGNORECASE
)
_NONE = re.compile(
    r"(?<![\d.,])0\s*(?:-|–|—|to)\s*\d{1,2}\+? (?:years?|yrs?|months?)\b|"
    r"\b(?:less|fewer|no more|not more) than (?:\d{1,2} months?|(?:an?|one|two|[12]) years?)\b.{0,40}\bexperience\b|"
    r"\bno (?:\w+ ){0,3}experience (?:is |at all )?(?:needed|required|necessary|expected)\b|"
    r"\b(?:experience (?:is )?not (?:needed|required|necessary)|(?:new|recent|fresh|bootcamp) grad(?:uate)?s (?:are )?"
    r"(?:welcome|encouraged)|freshers (?:can|may|are|welcome)|we(?:['’]ll| will) train you)\b",
    re.IGNORECASE,
)
_MOST = 40
"""More is an age or the year of something."""


def years_in(text: str, employer: str | None = None) -> float | None:
    """Years that a line asks for, the lower end of a range; months as a part of a year.

    Years with the `employer` itself, "2+ years of Amazon experience", are those of its own people and not counted.
    """
    if _ONE.search(text) and not re.search(r"\d", text):
        return 1.0
    for match in _YEARS.finditer(text):
        if _is_something_else(text, match) or (employer and _is_with(employer, text[match.end() :])):
            continue
        number = match["n"].lower()
        value = float(_NUMBERS[number]) if number in _NUMBERS else float(number.replace(",", "."))
        unit = match["unit"].lower()
        if unit.startswith(("mo", "me", "mê")):
            value = round(value / 12, 2)
        if 0 < value <= _MOST:
            return value
    return None


def needs_none(text: str) -> bool:
    """Whether the words say that nobody need have worked before: "0-2 years", "no experience needed"."""
    return _NONE.search(text) is not None


def _is_with(employer: str, after: str) -> bool:
    """Whether the words behind a number of years go on with the employer's name, and not with a product that has it."""
    name = re.escape(employer)
    return bool(re.match(rf"(?i:\W*(?:of |at |with )?(?:experience (?:at|with) )?{name}\b)(?!\s+[A-Z])", after))


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """Whether the number counts no experience."""
    before, after, unit = text[max(0, match.start() - 40) : match.start()], text[match.end() :], match["unit"].lower()
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    if unit.endswith(("jährige", "jährigen", "jähriger", "jähriges", "jährigem", "monatige", "monatiger", "monatigen")):
        return not re.match(r"\s*(?:[\w-]+ )?(?:\w*erfahrung|praxis|tätigkeit)", after, re.IGNORECASE)
    # "A two-year diploma", "a 5-year contract": only what is experience counts.
    return match["joint"].startswith("-") and unit in {"year", "month"} and not _HYPHENATED.match(after)
