"""Dates and ranges of dates as resumes spell them.

One point is a month and year, a number form, a season, a quarter or a year; a range is two points, or a point and
a word for today. Nothing is guessed: what is no date of the grammar is no date. `dateparser` is not used on
purpose, since it fills a bare year with the day and month of the run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MONTH_NAMES = {
    1: "january jan janvier janv enero ene januar janeiro",
    2: "february feb février fevrier févr fév febrero februar fevereiro fev",
    3: "march mar mars marzo märz maerz mrz março",
    4: "april apr avril avr abril abr",
    5: "may mai mayo maio",
    6: "june jun juin junio juni junho",
    7: "july jul juillet juil julio juli julho",
    8: "august aug août aout agosto ago",
    9: "september sept sep septembre septiembre setembro set",
    10: "october oct octobre octubre oktober okt outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec décembre decembre déc diciembre dic dezember dez dezembro",
}
_MONTHS = {name: number for number, names in _MONTH_NAMES.items() for name in names.split()}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 12)}
_NOW = r"present(?:[ ]day)?|(?:till|until|up[ ]?to)[ ](?:date|now|present|today)|till[ ]?date|current(?:ly)?|now|today|to[ ]date|date|ongoing|on-going|(?:la[ ])?actualidad|actualmente|presente|(?:hasta|a)[ ]la[ ]fecha|la[ ]fecha|heute|aujourd['’]hui|(?:à[ ])?ce[ ]jour|(?:até[ ])?(?:o[ ])?(?:presente[ ])?(?:momento|atual(?:mente)?)|(?:até[ ])?hoje|hoy|laufend|jetzt|bis[ ]dato|en[ ]cours|em[ ]andamento|en[ ]curso|aktuell"  # noqa: E501  one pattern

MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
"""The name of a month in the languages that are read, with or without its full stop."""
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_ABOUT = r"(?:early|mid(?:dle)?|late|end|beginning|start)(?:[ ]of)?[ -](?:the[ ])?"
"""A part of a month or a year; the year is what is known."""
_DASH = r"[-‐‑–—−~→]{1,2}"


_SEASON_YEAR = rf"(?:{_YEAR}|['’‘]\d\d)(?!\d)"


def _point(tag: str, month: str = "0?[1-9]") -> str:
    """The pattern of one date; the names of its groups end in `tag`.

    `month` is how the first nine are written before a year of two digits: alone, "2/20" may be a share or a day.
    """
    return rf"""(?:{_ABOUT})?(?:
        (?P<m{tag}>{MONTH})[ ,/-]*(?:\d{{1,2}}(?:st|nd|rd|th)?,[ ])?(?:(?:de|of)[ ])?(?P<y{tag}>{_YEAR})
      | (?P<ma{tag}>{MONTH})[ ]?['’‘](?P<ya{tag}>\d\d)
      | (?P<mb{tag}>{MONTH})-(?P<yb{tag}>\d\d)(?![\d%])
      | (?P<w{tag}>winter)[ ,]*(?P<yw{tag}>{_YEAR})/\d\d(?!\d)
      | (?P<s{tag}>spring|summer|fall|autumn|winter)s?(?:[ ]of)?[ ,]*(?P<ys{tag}>{_SEASON_YEAR})
      | q(?P<q{tag}>[1-4])[ /-]?(?P<yq{tag}>{_YEAR})
      | (?P<yi{tag}>{_YEAR})[-./](?P<mi{tag}>1[0-2]|0[1-9])(?:[-./](?:3[01]|[12]\d|0[1-9]))?(?!\d)
      | (?:(?P<mf{tag}>1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])|(?:3[01]|[12]\d|0?[1-9])[/.](?P<me{tag}>1[0-2]|0?[1-9]))[/.](?P<ye{tag}>{_YEAR})
      | (?P<mn{tag}>1[0-2]|0?[1-9])(?:[ ]?[/.][ ]?|-|(?<=0\d)[ ]?-[ ]?)(?P<yn{tag}>{_YEAR})
      | (?P<mm{tag}>1[0-2]|{month})/(?P<ym{tag}>\d\d)(?![\d/])
      | (?P<yv{tag}>{_YEAR})[ ](?P<mv{tag}>{MONTH})(?![ ,]*{_YEAR})(?![a-z])
      | (?P<yy{tag}>{_YEAR})(?![\d,]*\d)
      | ['’‘](?P<yz{tag}>\d\d)(?!\d)
    )"""  # noqa: E501  one pattern


_BETWEEN = rf"(?:[ ]?(?:{_DASH})[ ]?(?:to[ ])?|[ ](?:to|until|till|through|thru|and|bis|a|au|à|al|até)[ ])"
_RANGE = re.compile(
    rf"""(?<![\w$€£.,])(?:
        (?P<se>spring|summer|fall|autumn|winter)s?(?:[ ]of)?[ ]*(?P<se1>{_SEASON_YEAR})(?:[ ]*(?:,|&|and|(?<=s[ ]\d{{4}})(?:to|/|{_DASH}))[ ]*(?:and[ ])?(?P<se2>{_SEASON_YEAR}|(?<=\d{{4}}[/–-])\d\d(?![\d%])))+
      | (?P<sa>spring|summer|fall|autumn|winter)[ ]?(?:[+&/]|{_DASH}|and|to)[ ]?(?P<sb>spring|summer|fall|autumn|winter)(?:[ ]of)?[ ,]*(?P<sy>{_SEASON_YEAR})
      | (?:(?:from|since|seit|desde|depuis|between|de|du|del|von|vom)[ ])?{_point("1")}(?:{_BETWEEN}|(?P<slash>[ ]/[ ]))(?:the[ ])?(?:{_point("2")}|(?P<now>{_NOW})\b|(?P<short>\d\d)(?![\d%]|[.,]\d))
      | (?P<mo1>{MONTH}){_BETWEEN}(?P<mo2>{MONTH})(?:[ ,]*(?P<yo>{_YEAR})|[ ]?['’‘](?P<yo2>\d\d)(?!\d))
      | {_point("3")}[ ](?P<now3>to[ ]date|onwards?)\b
      | (?:since|seit|ab|desde|depuis)[ ]{_point("4")}
      | {_point("5")}[ ]?{_DASH}(?=[ ]*(?:$|[)\t|,;]))
    )""",  # noqa: E501  one pattern
    re.VERBOSE | re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?<![\w$€£.,/-]){_point('1', '0[1-9]')}(?![\w%/-])", re.VERBOSE | re.IGNORECASE)
_MONTHS_OF_A_YEAR = 12
_DAYS = re.compile(
    rf"(?P<a>\d{{1,2}})/(?P<b>1[0-2]|0?[1-9])/(?P<y>{_YEAR})[ ]?(?:{_DASH}|to|a|bis|au|"
    rf"até)[ ]?(?P<c>\d{{1,2}})/(?P<d>1[0-2]|0?[1-9])/(?P<z>{_YEAR})",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[)\].,; ]*(?:\([^()]*\)|·[^·]*)?[ ]*$")
_HINT = re.compile(r"(?:19|20)\d\d|['’‘/]\d\d|-\d\d\b")


@dataclass(frozen=True, slots=True)
class DateRange:
    """Two ends, and where the words stand in the line that was read."""

    start: str | None
    end: str | None
    is_current: bool
    at: int
    to: int


def find_ranges(text: str) -> tuple[DateRange, ...]:
    """Every range of dates in one line, in order."""
    return _find_ranges(text)


@lru_cache(maxsize=4096)
def _find_ranges(text: str) -> tuple[DateRange, ...]:
    if not _HINT.search(text):
        return ()
    found = (_range_of(match) for match in _RANGE.finditer(text))
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[DateRange, ...]:
    """Every single date in one line; a season has a start and an end, any other date is both."""
    if not _HINT.search(text):
        return ()
    found = []
    for match in _SINGLE.finditer(text):
        point = _ends(match, "1")
        if point:
            found.append(DateRange(point[0], point[1], is_current=False, at=match.start(), to=match.end()))
    return tuple(found)


def ends_in_range(text: str) -> bool:
    """Whether a range of dates closes (or opens) the line, as in the header of a role."""
    ranges = find_ranges(text)
    return bool(ranges) and (bool(_TAIL.match(text, ranges[-1].to)) or not text[: ranges[0].at].strip(" (["))


def _range_of(match: re.Match[str]) -> DateRange | None:  # noqa: C901, PLR0911  a rule a line
    at, to = match.span()
    days = _DAYS.fullmatch(match[0])
    if days and max(int(days["a"]), int(days["c"])) > _MONTHS_OF_A_YEAR:
        # One end tells that days stand first, so they do at the other end, too.
        first_month, last_month = f"{days['y']}-{int(days['b']):02}", f"{days['z']}-{int(days['d']):02}"
        in_order = first_month <= last_month
        return DateRange(first_month, last_month, is_current=False, at=at, to=to) if in_order else None
    if match["mo1"]:
        first, last, year = month_of(match["mo1"]), month_of(match["mo2"]), _year(match["yo"] or match["yo2"])
        if first > last:
            return None
        return DateRange(f"{year}-{first:02}", f"{year}-{last:02}", is_current=False, at=at, to=to)
    if match["se"]:
        return _seasons(match)
    if match["sa"]:
        return _seasons_of_a_year(match)
    for tag in "345":
        point = _ends(match, tag)
        if point:
            return DateRange(point[0], None, is_current=True, at=at, to=to)
    start = _ends(match, "1")
    if start is None or _are_marks(match) or (match["slash"] and not _is_at_edge(match)):
        return None
    if match["now"]:
        return DateRange(start[0], None, is_current=True, at=at, to=to)
    end = _ends(match, "2")
    if match["short"]:
        year = int(start[0][:2] + match["short"])
        # "2019-03" is a month for the grammar; two digits here follow a bare year, as in "2017-19".
        end = (str(year), str(year)) if len(start[0]) == 4 else None  # noqa: PLR2004  a bare year
    if end is None or end[1] < start[0][: len(end[1])]:
        return None
    return DateRange(start[0], end[1], is_current=False, at=at, to=to)


def _seasons(match: re.Match[str]) -> DateRange | None:
    """The same season of several years: "summers of 2016, 2017"."""
    first, last = (_year(match[name].lstrip("'’‘")) for name in ("se1", "se2"))
    if first >= last:
        return None
    opens, closes = _SEASONS[match["se"].lower()]
    return DateRange(f"{first}-{opens:02}", f"{last}-{closes:02}", is_current=False, at=match.start(), to=match.end())


def _seasons_of_a_year(match: re.Match[str]) -> DateRange | None:
    """Two seasons of one year: "Summer + fall 2011"; a winter before another season is that of the year's start."""
    year = _year(match["sy"].lstrip("'’‘"))
    opens = 1 if match["sa"].lower() == "winter" else _SEASONS[match["sa"].lower()][0]
    closes = _SEASONS[match["sb"].lower()][1]
    in_order = opens < closes
    dates = DateRange(f"{year}-{opens:02}", f"{year}-{closes:02}", is_current=False, at=match.start(), to=match.end())
    return dates if in_order else None


def _is_at_edge(match: re.Match[str]) -> bool:
    """Whether nothing stands before or behind two dates in their line: "Aug 2014 / 2016"; elsewhere they may be two things."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return not before.strip(" \t(") or not after.strip(" \t).")


def _are_marks(match: re.Match[str]) -> bool:
    """Whether the ends may as well be shares or marks: "from 7/10 to 9/10", "7/10-9/10", but not "2/20-1/21"."""
    first, last = match["mm1"], match["mm2"]
    if not (first and last) or (first.startswith("0") or last.startswith("0")):
        return False
    return match["ym1"] == match["ym2"] == "10" or bool(re.search("[a-z]", match[0], re.IGNORECASE))


def _ends(match: re.Match[str], tag: str) -> tuple[str, str] | None:
    """The first and the last month of a point, which differ for a season and a quarter only."""
    groups = match.groupdict()

    def got(name: str) -> str | None:
        return groups.get(name + tag)

    for month, year in (("m", "y"), ("ma", "ya"), ("mb", "yb"), ("mv", "yv")):
        name, digits = got(month), got(year)
        if name and digits:
            return _same(_year(digits), month_of(name))
    for month, year in (("mi", "yi"), ("me", "ye"), ("mf", "ye"), ("mn", "yn"), ("mm", "ym")):
        name, digits = got(month), got(year)
        if name and digits:
            return _same(_year(digits), int(name))
    if got("w"):
        return f"{got('yw')}-12", f"{int(str(got('yw'))) + 1}-02"
    season, quarter, year_only, short = got("s"), got("q"), got("yy"), got("yz")
    if season:
        first, last = _SEASONS[season.lower()]
        of_season = _year(str(got("ys")).lstrip("'’‘"))
        return f"{of_season}-{first:02}", f"{of_season}-{last:02}"
    if quarter:
        return f"{got('yq')}-{int(quarter) * 3 - 2:02}", f"{got('yq')}-{int(quarter) * 3:02}"
    year_only = year_only or (str(_year(short)) if short else None)
    return (year_only, year_only) if year_only else None


def _same(year: int, month: int) -> tuple[str, str]:
    return f"{year}-{month:02}", f"{year}-{month:02}"


def month_of(name: str) -> int:
    """The number of a month by its name."""
    return _MONTHS[name.lower().rstrip(".")]


def _year(digits: str) -> int:
    """Two digits are of this century below 50, as on every resume."""
    if len(digits) == 4:  # noqa: PLR2004  a full year
        return int(digits)
    return 2000 + int(digits) if int(digits) < 50 else 1900 + int(digits)  # noqa: PLR2004  a length that only this rule uses
