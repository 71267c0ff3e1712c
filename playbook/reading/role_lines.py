"""Lines of a section of roles: which tell something, and which name a title, an employer, a place.

Each line is judged by its own words and its neighbours; to whom it belongs is for `playbook.reading.positions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from playbook.reading.dates import DateRange, ends_in_range, find_ranges
from playbook.reading.header_dates import dates_of, says_meanwhile
from playbook.reading.rows import Row, Slice
from playbook.reading.sentences import opens_with_verb, sentences
from playbook.reading.titles import ends_in_title, title_weight
from playbook.reading.vocabulary import ENDS_ABBREVIATED, is_organisation, is_place, organisation_weight

TOOLS = re.compile(
    r"^(?P<group>(?:key |main |core )?(?:technolog(?:y|ies)|tech(?:nical)? stack|stack|tools?|environment|"
    r"skills(?: used)?|languages?|tech|software|tools and technologies)"
    r"(?: used)?)\s*:\s*",
    re.IGNORECASE,
)
SUBHEADING = re.compile(
    r"^(?:(?:key|main|selected|notable|major|core|primary|other|roles?(?: and| &))\s+)?(?:(?:responsibilities|achievements|"
    r"accomplishments|duties|highlights|projects)\s*(?:and|&|/)\s*)?(?:responsibilities|achievements|accomplishments|duties|"
    r"highlights|results|contributions|projects|"
    r"atividades(?: desenvolvidas)?|principais (?:atividades|realizações)|atribuições|funciones|responsabilidades|"
    r"logros|tâches|missions|"
    r"réalisations|aufgaben|tätigkeiten|erfolge|activities|main activities(?: and responsibilities)?|"
    r"responsibilities and achievements|duties included|responsibilities include[sd]?)(?:\s+included?)?:?$",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:prior|previous|earlier|early|other|past|former|additional|further|older|selected|relevant|related|civilian|military|"
    r"seasonal|casual|temporary|voluntary|unpaid|student)"
)
_WHAT = (
    r"(?:careers?|work|experience|employment|history|roles?|positions?|jobs?|posts?|background|life|service|appointments?|"
    r"highlights)"
)
_PART_OF_LIFE = re.compile(
    rf"^(?:{_WHEN}(?:,? (?:and |& )?(?:{_WHEN}|professional|paid))* {_WHAT}(?: (?:and |& )?{_WHAT})?|civilian|"
    rf"(?:{_WHAT} )?(?:before|prior to|outside(?: of)?) (?:the |my )?[a-z][a-z&/ -]{{2,30}}|internships|"
    r"(?:summer|student|vacation|holiday) jobs|summers|earlier|previously|"
    r"(?:freelance|self-employed|contract|casual|seasonal) ?(?:and|&|/|,) ?(?:volunteer|voluntary|seasonal|casual|part-time)"
    r"(?: work)?)"
    r"(?: \((?:[^()]*)\))?:?$",
    re.IGNORECASE,
)
"""A heading within the roles that parts one life from another: "Before social work", "PRIOR CAREER", "Civilian"."""
_TRADE = (
    r"(?:retail|hospitality|catering|teaching|education|banking|finance|insurance|healthcare|nursing|social care|military|"
    r"army|navy|construction|manufacturing|engineering|logistics|warehousing|transport|media|journalism|academia|research|sales|"
    r"administration|customer service|charity|consulting|agriculture|farming|security|law|policing|sport|tourism|travel)"
)
_OF_A_TRADE = re.compile(rf"{_TRADE}(?: ?(?:and|&|/|,) ?{_TRADE}){{0,2}}:?", re.IGNORECASE)
"""A heading in capitals that says in what line of work the roles below it were: "RETAIL & HOSPITALITY"."""
_LONG = 8
"""Words beyond which a line is no title and no employer."""
_WHOLE_HEADER = 24
"""Words up to which a line that names a title and closes with dates is a header: title, employer, what it is, place."""
_SMALL = re.compile(r"\b(?:the|an?|for|in|to|with|by|on|as|at|from|was|my|our|its|their)\b", re.IGNORECASE)
"""Words that a sentence has and a title in small letters has not."""
_QUOTED = re.compile(r"[\"“„«][^\"”“»]+[\"”“»]")
"""An award, a slogan, a title of a work: '"Star of the Quarter" Q3 2016'."""
_REMARK = re.compile(r"\s*\([^()]*\)$")
DID = r"(?:[a-z]{2,}ed|led|ran|built|made|taught|wrote|won|set|kept|sold)\s"
"""How what was done begins, where it goes on in small letters."""
_TAIL = re.compile(rf"\)?\.\s+(?=[A-ZÀ-Ý][a-zà-ÿ]+[ ,])|\)?\s+[-–—]\s+(?=[a-zà-ÿ]+(?: \S+){{4}})|\)?,\s+(?={DID})")
"""Between dates and a sentence."""
_MOST = 14
"""Words of most headers."""
_PHRASES = re.compile(r"[,|(]|\s[-–—]\s|\s(?:at|@)\s")
_SIZE = re.compile(r"(?:team|group|crew|squad|pair|class) of [\w-]+\.?", re.IGNORECASE)
_PARAGRAPH = 45
"""Words from which on a line of prose is a paragraph, each sentence of which tells something."""


def parts_life(row: Row) -> bool:
    """Whether a row is a heading within the roles, which is no employer: "Earlier work experience"."""
    is_of_a_trade = row.is_apart and row.text.isupper() and _OF_A_TRADE.fullmatch(row.text) is not None
    return not row.is_bullet and (is_of_a_trade or _PART_OF_LIFE.match(row.text) is not None) and dates_of(row) is None


def is_prose(row: Row, verbs: frozenset[str]) -> bool:  # noqa: PLR0911  one grammar, read top to bottom
    """Whether a row without a bullet tells something instead of naming it."""
    text = row.text
    words = len(text.split())
    if "\t" in text or " | " in text or words < 2:  # noqa: PLR2004  too short to tell anything
        return False
    dates = dates_of(row)
    is_told = opens_with_verb(text, verbs) and text.split()[1][0].islower() and not find_ranges(text)
    is_edged = dates is not None and (ends_in_range(_REMARK.sub("", text)) or dates.at == 0 or says_meanwhile(text[dates.to :]))
    is_short = len(_REMARK.sub("", text).split()) <= _MOST or (words <= _WHOLE_HEADER and is_edged and _names_title(text))
    if dates is not None and not row.is_apart and _QUOTED.match(text) and not (title_weight(text) or organisation_weight(text)):
        return True
    if dates is not None and is_short and not is_told and not _tells_when(text, dates):
        return False
    if text.endswith(".") and words >= 4 and not _is_abbreviated(text):  # noqa: PLR2004  a length that only this rule uses
        return True
    if words > 16 and not (dates is None and _is_described(text)):  # noqa: PLR2004  no header is that long
        return True
    if dates is None and _is_running(text):
        return True
    phrase = re.split(r",|\s[-–—]\s|\s(?:at|@)\s", text, maxsplit=1)[0]
    if not opens_with_verb(text, verbs) or (title_weight(phrase) == 2 and len(phrase.split()) <= 6):  # noqa: PLR2004  "Registered Nurse, Cardiac ICU"
        return False
    second = text.split()[1]
    if second in {"of", "for", "and", "&"} and organisation_weight(text):
        return False  # "School of Ocean Sciences"
    # "Target Corporation, Dallas" opens with a verb for a program; a verb is followed by small letters or a number.
    small = sum(word[0].islower() for word in text.split())
    reads_on = words >= 6 and small >= 0.5 * words and not organisation_weight(text)  # noqa: PLR2004  a length that only this rule uses
    return second[0].islower() or second[0] in "$€£(0123456789" or reads_on


def _is_described(text: str) -> bool:
    """Whether a long line is an employer's with a remark on it: "Harrow Castings Ltd, Leeds (foundry; 1,450 people)"."""
    name = _REMARK.sub("", text)
    return name != text and len(name.split()) <= _LONG and is_organisation(name) and not name.endswith(".")


def _is_abbreviated(text: str) -> bool:
    """Whether the full stop is that of a name's abbreviation, since most words are those of a name: "Water Dept., Ops Div."."""
    return bool(ENDS_ABBREVIATED.search(text)) and _is_made_of_names(text)


def _is_made_of_names(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].islower() for word in words) <= len(words) / 3


def stands_above_title(rows: Sequence[Row], number: int) -> bool:
    """Whether a row of names opens a block whose next row is a title with dates: it is the employer, even with a full stop.

    Taken for a sentence, it would leave the title to the employer above.
    """
    row, below = rows[number], rows[number + 1] if number + 1 < len(rows) else None
    if row.is_bullet or not row.is_apart or below is None or below.is_bullet or below.is_apart or dates_of(row) is not None:
        return False
    is_head = dates_of(below) is not None and _names_title(below.text)
    return is_head and len(row.text.split()) <= _MOST and _is_made_of_names(row.text)


def without_tails(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, a header parted from the sentence behind it in its line: "Cook, Harrow Grill, 2012-13. Ran the fryer"."""
    parted: list[Row] = []
    for row in rows:
        dates = dates_of(row) or next(iter(find_ranges(row.text)), None)
        tail = _TAIL.match(row.text, dates.to) if dates else None
        head = row.text[: dates.at] if dates else ""
        if row.is_bullet or tail is None or dates is None or len(head.split()) > _MOST or not _names_title(head.strip()):
            parted.append(row)
            continue
        parted.append(replace(row, body=row.body.cut(0, dates.to)))
        parted.append(Row(row.body.cut(tail.end()).trimmed(" ;"), is_bullet=True, is_apart=False))
    return tuple(parted)


def is_one_of_several(rows: Sequence[Row], number: int, verbs: frozenset[str]) -> bool:
    """Whether a line of prose stands among others, a line an accomplishment, so that it is kept whole."""
    parts = sentences(rows[number].body)
    if len(rows[number].text.split()) > _PARAGRAPH or (
        len(parts) > 1 and all(opens_with_verb(one.text, verbs) for one in parts)
    ):
        return False
    beside = [rows[at] for at in (number - 1, number + 1) if 0 <= at < len(rows)]
    return any(not row.is_bullet and is_prose(row, verbs) for row in beside)


def told_in(row: Row) -> list[Slice]:
    """The sentences of a line of prose; how many worked on something is told with what they did: "Team of 3. Wrote …"."""
    parts = sentences(row.body)
    is_size = len(parts) > 1 and _SIZE.fullmatch(parts[0].text)
    return [parts[0].to(parts[1]), *parts[2:]] if is_size else parts


def _names_title(text: str) -> bool:
    return any(title_weight(piece) == 2 for piece in _PHRASES.split(text))  # noqa: PLR2004  a title by its head


def _tells_when(text: str, dates: DateRange) -> bool:
    """Whether a line with dates tells what was done then, and names neither title nor employer: small words around them."""
    around = f"{text[: dates.at]} {text[dates.to :]}"
    words = around.split()
    small = sum(word[0].islower() for word in words)
    return len(words) > 4 and small >= 0.5 * len(words) and not title_weight(around) and not organisation_weight(around)  # noqa: PLR2004  a header's names


def _is_running(text: str) -> bool:
    """Whether a line reads on as a sentence does, in whatever language: long, and mostly in small letters."""
    words = text.split()
    small = sum(word[0].islower() or word[0].isdigit() for word in words[1:])
    least = 8 if title_weight(re.split(r",|\s[-–—]\s", text, maxsplit=1)[0]) else 6
    # German writes its nouns with capitals: a long line needs fewer small letters to read on.
    is_named = organisation_weight(text) or title_weight(text)
    share = 0.4 if len(words) > _LONG and not is_named else 0.6
    return len(words) >= least and small >= share * len(words)


def may_tell(row: Row) -> bool:
    """Whether a short line may tell what was done: a few words in small letters, and neither title nor employer."""
    words = row.text.split()
    small = sum(word[0].islower() or word[0].isdigit() for word in words[1:])
    if ends_in_title(row.text) and not _SMALL.search(row.text):
        return False  # "Warehouse operative then counterbalance driver"
    is_name = title_weight(row.text) or organisation_weight(row.text) or is_place(row.text)
    share = small / max(len(words) - 1, 1)
    return len(words) > 2 and ((share >= 0.5 and not is_name) or (share >= 0.8 and len(words) > 4))  # noqa: PLR2004  two words are a name


def rows_below_bullets(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that have a bullet next to them before the next dated row: prose there is a summary."""
    found: set[int] = set()
    pending: list[int] = []
    for number, row in enumerate(rows):
        if row.is_bullet:
            found.update(pending)
            pending = []
        elif dates_of(row) is not None and len(row.text.split()) < 16:  # noqa: PLR2004  longer is prose
            pending = []
        else:
            pending.append(number)
    return frozenset(found)


def rows_above_dates(rows: Sequence[Row], verbs: frozenset[str]) -> int | None:
    """The rows above the dates in the first header of a section; `None` where it has none or they tell a story."""
    for number, row in enumerate(rows[:4]):
        if dates_of(row) is not None:
            return number
        if row.is_bullet or is_prose(row, verbs):
            return None
    return None
