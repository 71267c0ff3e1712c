"""Time that people account for in which they did not work: no role, not counted as one, and nothing of the role above.

What somebody did for an employer in a year out is a role all the same; how a role is read is for `playbook.reading.headers`.
What the resume says of the time, in its own words, is for `playbook.reading.breaks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.knowledge.recall import recalled
from playbook.reading.dates import find_dates, find_ranges
from playbook.reading.degrees import COURSE, find_degree, names_school
from playbook.reading.rows import Row
from playbook.reading.titles import title_weight

_KIN = (
    r"(?:(?:an?|my|our|the|his|her|their|elderly|age?ing|ill|sick|dying|late|disabled|new|newborn|young|own|close|two|three)\s+)*"
    r"(?:parents?|mother|father|mum|mom|mam|dad|family members?|relatives?|wife|husband|spouse|child(?:ren)?|sons?|daughters?|"
    r"kids|twins|baby|babies|newborn|brother|sister|aunt|uncle|grand\w+|(?:\w+-)?in-laws?)\b(?!['’])"
)
"""Whom somebody cares for at home, and who employs nobody: "a parent", "my elderly mother"."""
_OFF = re.compile(
    r"\b(?:career (?:break|gap|pause)|(?:years?|time) (?:out|off)|looking after|looked after|childcare|retraining|redundancy|"
    r"(?:made |was )?redundant|laid[- ]off|lay[- ]off|furlough(?:ed)?|between jobs|out of work|backpacking|"
    r"round the world|family reasons|"
    r"break in (?:my )?career|(?:parental|maternity|paternity|mat|pat|family|medical|sick|"
    r"carer['’]?s?|carers['’]?|unpaid|adoption|compassionate|bereavement|caregiving)\.? leave(?! cover)|"
    r"leave of absence|sabbatical|"
    r"gap year|(?:full[- ]time |stay[- ]at[- ]home )(?:parent|carer|caregiver|homemaker|mother|mum|mom|father|dad)|"
    r"(?:parent|homemaker)(?=$|[ ,(])|home with (?:my|our|the|two|three|twins|small|young|new)|not working|"
    r"raising (?:my|our|two|three|a)|"
    rf"(?:carer|caregiver|caring|care|cared) (?:for|of|to) (?:(?:my|a|an|family|our|elderly|ill|sick) ?|{_KIN})|"
    r"(?:position|role|job|post) (?:was )?eliminated|on (?:the )?(?:pup|cerb|dole|furlough)|"
    r"travell?(?:ing|ed)(?: (?:in|through|around|across|and|&)|$)|elternzeit|babypause|weltreise|congé (?:parental|maternité|"
    r"sabbatique)|pausa (?:laboral|na carreira)|"
    r"(?:full[- ]time|back (?:to|in)) (?:(?:graduate|grad|nursing|law|medical|business|trade) school|college|university|study|"
    r"studies|education|student)(?=\s*(?:$|[,;:.()–—-]|(?:and|at|in|for|to|while)\b))|"
    r"licen[cç]a (?:maternidade|parental)|baja maternal|excedencia|unemployed|job[- ](?:search(?:ing)?|hunting))\b"
    r"|^(?:covid|corona(?:virus)?|pandemic|lockdown)(?:[- ]?19)?(?: (?:pandemic|lockdowns?|closures?|shutdown|lay-?offs?))?$",
    re.IGNORECASE,
)
_SHORT, _LONG, _NEAR = 8, 20, 2
"""Words of a clause that names time off, of one that opens with it, and the words that may stand before it there."""
_GAP = re.compile(r"^(?:gap\b|break(?=\s*(?:$|[:,;(–—-]|(?:taken|for|to)\s)))", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:worked|working|hours|hrs)\b", re.IGNORECASE)
"""Who worked less for a time was employed."""
_INCLUDED = re.compile(r"^\((?:incl(?:\.|uding|udes)?|with|on)?\s*(?P<said>[^()]*)\)$", re.IGNORECASE)
"""A time off that a job held, in brackets below its dates: "(incl. maternity leave 2019-20)"."""
_CLAUSE = re.compile(r"\s*[:;.(\t|]\s*|\s+[-–—]\s+|,\s+")
_JOB = re.compile(
    r"(?:^|[.:;,–—-]\s+)(?P<title>[^.:;,()]{3,60}?)\s+(?:at|for|with)\s+"
    rf"(?!(?:my|our|family|two|three|elderly|him|her)\b|{_KIN})(?=\S)",
    re.IGNORECASE,
)
"""Somebody's work for another, in a remark about a year out."""
_REMARK = re.compile(r"(?<=\S)\s*\([^()]*\)")
_ENCLOSED = re.compile(r"(?:\[[^\[\]]*\]|\([^()]*\))\.?")
"""A line that is a remark as a whole: "[Position eliminated; cared for my father Feb - Aug 2024]"."""
_STOP = re.compile(r"(?<=[A-Za-z\d)])\.\s+(?=[A-Z])")


def is_time_off(text: str) -> bool:
    """Whether words that stand for a role say that nobody was employed: "Career break", "Full-time parent"."""
    match = _OFF.search(text)
    return match is not None and not title_weight(_CLAUSE.split(text[match.end() :])[0])  # "Family Leave Officer" works


@recalled(most=2048)
def opens_with_time_off(text: str) -> bool:
    """Whether a line begins, its dates aside, with time off, and tells of no work for another in it."""
    bare = _undated(text)
    first = next((clause for clause in _CLAUSE.split(bare) if clause), "")
    match = _OFF.search(first)
    # A clause that names it, or one that begins with its name and goes on to say why.
    most = _LONG if match is not None and len(first[: match.start()].split()) <= _NEAR else _SHORT
    is_off = bool(_GAP.match(bare) or (is_time_off(first) and len(first.split()) <= most))
    return is_off and job_within(text) is None


def job_within(text: str) -> int | None:
    """Where the job begins that somebody had in a time off: "Year out – Oslo. Waiter at a fish bar"."""
    if not _OFF.search(_CLAUSE.split(_undated(text))[0]):
        return None
    for match in _JOB.finditer(text):
        if title_weight(match["title"]) == 2:  # noqa: PLR2004  a title by its head
            return match.start("title")
    return None


def rows_of_time_off(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of a section of roles that tell of time off: its own line, what stands below it, and lone remarks.

    Where empty lines part the roles, one ends what stands below.
    """
    found: set[int] = set()
    are_parted = any(row.is_apart for row in rows[1:])
    is_below = False
    for number, row in enumerate(rows):
        is_below = is_below and not row.is_apart
        if is_below:
            found.add(number)
        elif not row.is_bullet and opens_with_time_off(row.text) and (_is_dated(row.text) or row.is_apart):
            found.add(number)
            is_below = are_parted and row.is_apart
        elif _is_lone(rows, number) or _is_included(row) or _is_enclosed(row):
            found.add(number)
    return frozenset(found)


def is_loose_time_off(row: Row) -> bool:
    """Whether a line of a section that holds no roles tells of time off with its dates: no course, and nothing held."""
    is_taught = bool(COURSE.search(row.text) or find_degree(row.text)) or names_school(row.text)
    return bool(find_ranges(row.text)) and not is_taught and opens_with_time_off(row.text)


def _is_enclosed(row: Row) -> bool:
    """Whether a row that stands apart is a remark in brackets on time off, wherever in it that is said."""
    is_remark = row.is_apart and not row.is_bullet and _ENCLOSED.fullmatch(row.text) is not None
    return is_remark and _is_dated(row.text) and _OFF.search(row.text) is not None and job_within(row.text[1:]) is None


def _is_included(row: Row) -> bool:
    found = None if row.is_bullet else _INCLUDED.match(row.text)
    if found is None or _HOURS.search(row.text) or not _is_dated(row.text):
        return False
    off = _OFF.search(found["said"])
    return off is not None and len(found["said"][: off.start()].split()) <= _NEAR


def _is_lone(rows: Sequence[Row], number: int) -> bool:
    """Whether sentences with a year stand alone between bullets and the next role: a remark on that time."""
    row = rows[number]
    if row.is_bullet or not row.is_apart or number == 0 or number + 1 >= len(rows) or "\t" in row.text:
        return False
    above, below = rows[number - 1], rows[number + 1]
    is_between = above.is_bullet and not above.is_apart and below.is_apart and not below.is_bullet
    are_sentences = row.text.endswith(".") and (len(row.body.split(_STOP)) > 1 or bool(_OFF.search(row.text)))
    first = _CLAUSE.split(_undated(row.text))[0]
    return is_between and are_sentences and _is_dated(row.text) and not title_weight(first)


def _is_dated(text: str) -> bool:
    return bool(find_ranges(text) or find_dates(text))


def _undated(text: str) -> str:
    """The words without the dates among them, and without remarks in brackets."""
    text = _REMARK.sub(" ", text)
    for one in reversed(find_ranges(text) or find_dates(text)):
        text = f"{text[: one.at]} {text[one.to :]}"
    return text.strip(" \t,;:|·–—-()[].*")
