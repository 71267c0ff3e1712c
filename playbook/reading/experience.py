"""The years of experience that someone states, in English, Spanish, German, French and Portuguese.

Years of other things are none: an age, the length of a programme, the history of an employer. What the dates of work
add up to is for `playbook.reading.years`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.provenance import Fact
from playbook.reading.rows import Slice

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_OTHERS = (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
    "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze",
)
NUMBER_WORDS = {word: number for number, word in enumerate(_ENGLISH.split())}
NUMBER_WORDS |= {"twenty-five": 25, "thirty": 30, "a decade": 10, "two decades": 20}
"""Numbers as English writes them out."""
_NUMBERS: dict[str, int] = {word: number for text in _OTHERS for number, word in enumerate(text.split(), start=2)}
_NUMBERS |= {"zwanzig": 20, "vingt": 20, "veinte": 20, "vinte": 20, "dreißig": 30, "trente": 30, "treinta": 30, "trinta": 30}
_NUMBERS |= {"thirty-five": 35, "forty": 40, "three decades": 30, "half a century": 50, "una década": 10, "uma década": 10}
_NUMBERS |= {"une décennie": 10, "dos décadas": 20, "zwei jahrzehnten": 20, "ein jahrzehnt": 10, "einem jahrzehnt": 10}
_NUMBERS |= NUMBER_WORDS
_DECADE = re.compile(r"decade|década|décennie|jahrzehnt|century")
_YEARS = re.compile(
    rf"(?<![\w$€£.,-])(?P<n>\d{{1,2}}(?:[.,]5)?|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?![\w]))(?P<plus>\s?\+"
    rf"|[ ]plus\b)?"
    r"(?:\s?(?:-|–|to|a|bis|à)\s?\d{1,2}\+?)?[ -]?(?:(?P<unit>years?|yrs?\b\.?|decades?)(?!\w)|(?P<foreign>años?|ans|années"
    r"|anos|jahren?|jahre)(?!\w))?",
    re.IGNORECASE,
)
_EXPERIENCE = (
    r"experience|expertise|practice|service|experiencia|trayectoria|d['’]exp[ée]rience|exp[ée]rience|pratique|m[ée]tier"
    r"|carri[èe]re|"
    r"(?:\w*)erfahrung|berufspraxis|praxis|experi[êe]ncia|atua[çc][ãa]o|carreira|viv[êe]ncia"
)
_OF_EXPERIENCE = re.compile(
    rf"['’]?(?: of)?(?: [a-zà-ÿ'’&,/-]+){{0,4}}? (?:{_EXPERIENCE})\b|['’]? (?:of|de|d['’]"
    rf"|an)(?: [a-zà-ÿ-]+){{0,3}}? ?(?:{_EXPERIENCE})\b",
    re.IGNORECASE,
)
_ANY_KIND = (
    r"(?:hands-on|solid|proven|total|overall|combined|relevant|progressive|practical|paid|strong|extensive|varied|diverse|rich|"
    r"professional|working|work|industry|full[- ]time|part[- ]time|post-qualification|continuous|successful|direct|related)"
)
"""What is said of experience of any kind."""
_KIND = re.compile(
    r"(?:['’]?s?\s+of\s+|['’]\s*s?\s+)(?!(?:of|in|as|at|with|for|and|or|on|to|my|our|the|an?)\b)"
    rf"(?!(?:{_ANY_KIND}[\s,]+(?:and\s+)?)*(?:{_EXPERIENCE}|work|employment)\b)(?:{_ANY_KIND}\s+)*"
    r"(?P<kind>[a-z][\w&/-]*(?:\s+(?!(?:and|or|in|as|at|with|for|of|on|to|behind|under|from|across|within|plus|experience)\b)"
    r"[a-z][\w&/-]*){0,3})",
    re.IGNORECASE,
)
_FIELD = re.compile(
    rf"['’]?s?(?: of)?(?: {_ANY_KIND}(?: and|,)?)*(?: (?:{_EXPERIENCE}|work|employment))?,? "
    r"(?:in|as|with|within|across|at|on|for|selling|running|teaching|leading|managing|supporting|designing|building|driving)"
    r" (?!total\b|all\b|the work)",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"^(?:[ -]old\b|[ ](?:ago|younger|older|later|earlier|in a row|running|straight|consecutive|consecutively|prior|to live"
    r"|of (?:age|history|tradition|data|college|"
    r"study|school|university|existence|[a-z]+ school)|degree|course|college|program|programme|contract|warranty|lease|plan"
    r"|alt\b|history\b)"
    r"|[ -](?:program|programme|plan|course|degree|contract|agreement|lease|deal|apprenticeship|stint|term|period|project"
    r"|cycle|warranty|roadmap|strategy|old)\b)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:last|past|first|next|final|another|other|every|within|by|each|aged?|alter|edad|[âa]ge|under|of them|spent|took|"
    r"[úu]ltim[oa]s|primer[oa]s|derniers|letzten|ersten|nächsten|company of|in only|in just|in under|after only|after)|"
    r"\b(?:company|firm|business|family|shop|brand|hotel|restaurant|school|club|organi[sz]ation) (?:with|of)(?: over"
    r"| more than)?|"
    r"(?:founded|established|reduced|grew|doubled|cut|promoted|won|rose|increased|halved)\b[^.;]{0,60}\bin)\s*$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:\bseit|\bdepuis|\bdesde hace|\bhace|\bh[áa]|\bdurante|\bpendant)(?: [a-zà-ÿ]+){0,3}\s*$", re.IGNORECASE
)
_AT_WORK = re.compile(
    r"^\s+(?:in|im|als|bei|dans|en|comme|como|na|no|em|de trabajo|au|trabajando|trabalhando|gearbeitet|tätig)\b", re.IGNORECASE
)
_PHASES = re.compile(
    r"\b(?:since then|after (?:that|which)|followed by|thereafter|and then|before that|prior to that|seitdem|danach|depuis lors"
    rf"|desde entonces)\b[^.;\d]{{0,20}}?\b(?:\d{{1,2}}|{'|'.join(_ENGLISH.split())})\+?\s?(?:years?|yrs?|jahre|ans|años)\b",
    re.IGNORECASE,
)
"""Another number of years that follows upon the first."""
_NEAR = 200
"""Letters behind the first within which it does."""
_MOST = 60
_BEFORE = 90
"""Letters before a number that may say what it counts."""


def stated_years(rows: Sequence[Slice]) -> tuple[float, Fact] | None:
    """The number of years of experience that a summary states, with its words.

    The first that speaks of experience; else the first that may. Where one follows upon another, "9 years at sea, and since
    then 8 in ports", neither is the whole: the dates tell it.
    """
    found = [one for row in rows for one in _stated(row)]
    sure = next((one for one in found if one[2]), None) or next(iter(found), None)
    if sure is None or _PHASES.search(rows[0].document.text, sure[1].span.end, sure[1].span.end + _NEAR):
        return None
    return sure[0], sure[1]


def kind_stated(behind: str) -> str:
    """The kind of work that the words behind a number of years name: "fee earner support" of "eight years' fee earner support".

    Empty where they speak of experience alone, or of where and as what it was.
    """
    match = _KIND.match(behind)
    return match["kind"] if match else ""


def field_stated(behind: str) -> bool:
    """Whether the words behind a number of years say in what they were: "of retail banking", "in newsrooms", "as a clerk"."""
    return bool(kind_stated(behind)) or _FIELD.match(behind) is not None


def _stated(row: Slice) -> Iterator[tuple[float, Fact, bool]]:
    text = row.text
    for match in _YEARS.finditer(text):
        value = _value(match)
        before, after = text[max(match.start() - _BEFORE, 0) : match.start()], text[match.end() :]
        if value is None or not 0 < value <= _MOST or _NOT_AFTER.match(after):
            continue
        rest = _OF_EXPERIENCE.match(after)
        if rest is None and (_NOT_BEFORE.search(before) or (match["foreign"] and not _is_work(before, after))):
            continue
        if rest is not None and re.search(
            r"\b(?:company|firm|organi[sz]ation) with(?: over| more than)?\s*$", before, re.IGNORECASE
        ):
            continue
        yield value, row.cut(match.start(), match.end() + (rest.end() if rest else 0)).fact, rest is not None


def _value(match: re.Match[str]) -> float | None:
    number = match["n"].lower()
    if _DECADE.search(number):
        return float(_NUMBERS[number])
    if not match["unit"] and not match["foreign"]:
        return None
    value = float(_NUMBERS[number]) if number in _NUMBERS else float(number.replace(",", "."))
    return value * 10 if (match["unit"] or "").lower().startswith("decade") else value


def _is_work(before: str, after: str) -> bool:
    """Whether words beside "36 ans" say that they are of work and not an age."""
    return bool(_SINCE.search(before) or _AT_WORK.match(after))
