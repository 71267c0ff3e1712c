"""What a resume remarks about a paper that somebody holds, or does not hold yet: until when, renewed, booked, lapsed.

Such words are about the certificate beside which they stand: no issuer, and no certificate of their own. How a line of
certificates is read is for `playbook.reading.certificates`; whether a paper holds on a day, for `playbook.reading.validity`.
"""

from __future__ import annotations

import re

from playbook.reading.dates import MONTH, DateRange, find_dates, find_ranges, month_of

_UNTIL = (
    r"exp(?:ir(?:es?|ed|ing|y|ation)(?: date)?|\.)?|valid (?:until|to|thru|through|till)|(?:good|current) (?:until|through"
    r"|thru|to)"
    r"|renew(?:al|s|able)?(?: (?:due|date|by|in))?|refresher due|recert(?:ification|ify)? due|due|until|through|thru"
    r"|g[üu]ltig bis|bis|l[äa]uft ab(?: am)?|v[áa]lid[oa] (?:hasta|at[ée])|vigente hasta|vence(?: en)?|caduca(?: en)?"
    r"|expira(?: en)?"
    r"|validade|valable jusqu['’](?:en|au|à)|valide jusqu['’](?:en|au|à)|expire(?: en| le)?|[ée]ch[ée]ance"
)
EXPIRY = re.compile(rf"(?<!\w)(?:{_UNTIL})(?!\w)[\s:.]*(?:on |the |am |le |el )?", re.IGNORECASE)
"""The words before the day on which something ends."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_IN_FIGURES = re.compile(
    rf"(?:(0?[1-9]|1[0-2])[/.-]{_DAY}|{_DAY}[/.-](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2]))\s?[/.-]\s?['’]?(\d\d)(?![\w/.-])"
)
"""A month and a year of two figures, as only what was done to a paper or ends it is written: "exp 3/27", "last 3/25"."""
_NEAR = 4
"""Letters that may stand between "valid until" and its date."""
_BARE_YEAR = re.compile(
    rf"(?<![\w.])({MONTH})[ ](0\d|[1-4]\d|9\d)(?![\w/%:.-]|,? (?:19|20)\d\d|(?:st|nd|rd|th)\b)", re.IGNORECASE
)
"""A month and two figures, which beside a paper are its year: "refresher done Feb 24"."""
_DONE_ON = re.compile(
    r"\b(?:last(?: done| renewed| taken| updated)?|done|re-?newed|updated|refreshed|taken|passed|completed|issued"
    r"|recert(?:ified)?\.?)[ :]*(?=\d)",
    re.IGNORECASE,
)
_LEAD = (
    r"(?:(?:exam|test|refresher|renewal|revalidation|course|assessment|re-?cert(?:ification|ificate|ified)?\.?|registration"
    r"|application|training|modules?|results?|now|currently|still)[ :]+){0,2}"
)
_SAYS = (
    r"active|inactive|current(?:ly)?|valid|in date|out of date|up[ -]to[ -]date|(?:in )?good standing|in progress|ongoing"
    r"|under ?way|lapsed|expired|\(?exp\.?\)?$|pending|retired|suspended|surrendered"
    r"|not (?:yet )?(?:held|renewed|taken|sat|passed|current|completed?|finished|started|obtained|active)|not yet"
    r"|to be (?:renewed|taken|written|sat|completed|passed)"
    r"|part(?:ly|ially)?[ -](?:done|complete\w*)|awaiting|booked|scheduled|due|overdue|re-?sit|re-?newed|re-?newal|re-?newing"
    r"|renewable|re-?cert(?:ified|ification|ifying)?\.?(?= |$)|refresher\b|refreshed|updated|revalidated|annual(?:ly)?|yearly"
    r"|every (?:\d+|two|three|five|other|year)|last (?:done|renewed|taken|updated|refreshed|completed|\w+\.? ['’]?\d)"
    r"|last:|studying|sitting|enrolled|started|applied for|lodged|submitted"
    r"|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of (?:\d+|\w+(?=$| ))"
    r"|vigente|en cours|en curso|em curso|gültig"
)
_REMARK = re.compile(rf"^\W*{_LEAD}(?:{_SAYS})(?!\w)(?P<rest>.*)$", re.IGNORECASE)
_NAME = re.compile(r"(?:(?<=\s)|^)(?!(?:I|IELTS|CPD|CPE|CEU|CEUs)\b)[A-ZÀ-Ý]\w")
"""A word with a capital, which a remark has in the names of months and seasons only."""
_MONTHS = re.compile(rf"\b(?:{MONTH}|spring|summer|autumn|fall|winter|q[1-4])(?![a-z])", re.IGNORECASE)
_MOST = 9
"""Words of the longest remark."""
_TAIL = re.compile(r"(?<=\w)[ ,]+(?:lapsed|expired|re-?newed|refreshed|recertified)$", re.IGNORECASE)
_OVER = re.compile(r"\b(?:expired|lapsed|inactive|out of date)\b|\(exp\.?\)", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:re-?newed|reinstated|re-?certified|now (?:current|active))\b", re.IGNORECASE)
_NOT_AGAIN = re.compile(r"\bnot (?:yet )?(?:been )?(?:re-?newed|reinstated|re-?certified)\b", re.IGNORECASE)


_GIVER = re.compile(
    r"\b(?:dep(?:artmen)?t\.? of|department|association|council|institute|college|university|authority|ministry)\b",
    re.IGNORECASE,
)
"""Who gives papers, and holds none."""
_AHEAD = re.compile(r"\b(?:booked|scheduled|planned)\b", re.IGNORECASE)
"""Before a day that is still to come: "class booked 12/12"."""


def is_remark(text: str) -> bool:
    """Whether words say nothing but how a paper stands: "expired", "exam booked spring", "renewed every 12 mths"."""
    found = _REMARK.match(text.strip(" ()[]"))
    if found is None or len(text.split()) > _MOST:
        return False
    return not _NAME.search(_MONTHS.sub(" ", found["rest"]))


def _month_in(short: re.Match[str]) -> int:
    return int(short[1] or short[2] or short[3])


def without_remark(text: str) -> str:
    """A name without what is remarked behind it: "G2 -- not held yet", "SMSTS lapsed"."""
    name, dash, remark = text.rpartition(" -- ")
    return _TAIL.sub("", name if dash and is_remark(remark) else text)


def says_lapsed(text: str) -> bool:
    """Whether a line says in so many words that what it names has run out, and not that it was renewed since."""
    return bool(_OVER.search(text)) and not says_renewed(text)


def says_renewed(text: str) -> bool:
    """Whether a line says that what it names was renewed, or holds again."""
    return bool(_AGAIN.search(_NOT_AGAIN.sub(" ", text)))


def expiry_of(text: str) -> tuple[str, int, int] | None:
    """Until when something holds, and where the words stand: "exp. 03/2026", "vigente hasta 2027"."""
    for match in EXPIRY.finditer(text):
        if (short := _IN_FIGURES.match(text, match.end())) is not None:
            return f"20{short[4]}-{_month_in(short):02}", match.start(), short.end()
        dates = dates_beside(text[match.end() :])
        if dates and dates[0].at <= _NEAR and dates[0].end:
            return dates[0].end, match.start(), match.end() + dates[0].to
    return None


def dates_beside(text: str) -> tuple[DateRange, ...]:
    """The dates in a line about a paper: ranges, else days; else a year of two figures behind a month or a word of doing."""
    return find_ranges(text) or find_dates(text) or tuple(_in_two_figures(text))


def _in_two_figures(text: str) -> list[DateRange]:
    found = [(month_of(match[1]), match[2], match.start(), match.end()) for match in _BARE_YEAR.finditer(text)]
    found += [
        (_month_in(short), short[4], short.start(), short.end())
        for match in _DONE_ON.finditer(text)
        if (short := _IN_FIGURES.match(text, match.end())) is not None
    ]
    return [
        DateRange(point, point, is_current=False, at=at, to=to)
        for month, year, at, to in sorted(found, key=lambda one: one[2])
        for point in (f"{'19' if year[0] == '9' else '20'}{year}-{month:02}",)
    ]


def issued_on(text: str) -> DateRange | None:
    """The date on which it was given: the first that is not the end of its validity."""
    found = expiry_of(text)
    if found:
        text = text[: found[1]]
    ahead = _AHEAD.search(text)
    dates = dates_beside(text[: ahead.start()] if ahead else text)
    return dates[0] if dates else None


def gives_papers(text: str) -> bool:
    """Whether words name plainly who gives papers: "State Dept of Health", "Harrow Heart Association"."""
    return bool(_GIVER.search(text))
