"""How a name is printed. Resumes shout names in headings; a playbook does not."""

from __future__ import annotations

import re
from functools import lru_cache

UNNAMED = "The candidate"
"""Stands for a name that nobody has given, on the cover; nothing that is said or handed over has it."""
_NICKNAME = re.compile(r"[\"“„(][^\"”“()]+[\"”“)]")
_CALLED = re.compile(
    r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*)? [\"“„(](?P<by>[A-Z][\w'’-]+)[\"”“)] (?P<family>[A-Z]\S*(?: [A-Z]\S*)*)$"
)
_ABBREVIATION = 3
_HOURS = re.compile(
    r"(?=.*[a-z])(?:[\s&+/~.-]|\d+(?:[.,/]\d+)?|(?:to|and|or|per|an?|approx|about|up|only|basis|role|post|position|work)\b"
    r"|(?:part|full|half|term|zero|fixed)[ -]?(?:time|term|hours)\b|p/?t\b|f/?t\b|ftc\b|fte\b|d/?w\b|h/?w\b"
    r"|(?:hours?|hrs?|days?|nights?|evenings?|mornings?|afternoons?|weekends?|weeks?|wks?|months?|mos?"
    r"|saturdays?|sundays?|shifts?)\b"
    r"|(?:school|academic)[ -]years?\b|holidays?\b|seasons?\b|seasonal\b|summers?\b|winters?\b|term[ -]time\b"
    r"|diem\b|prn\b|alternate\b|alternating\b|every other\b|while (?:in|at) (?:school|college|university)\b"
    r"|casual\b|temp(?:orary)?\b|permanent\b|contract\b|bank\b|unpaid\b"
    r"|(?:maternity|paternity|parental|sick)(?: leave)? cover\b)+",
    re.IGNORECASE,
)
"""How much, when and for how long somebody is employed, which is no part of what they are."""
_CAME_ABOUT = re.compile(
    r"(?:(?:promoted|moved up|progressed|stepped up|regraded|transferred) (?:from|to|in|twice|after)\b|"
    r"(?:then|later|previously|formerly|initially|joined as|started as|began as|hired as)\b).*",
    re.IGNORECASE,
)
"""How somebody came to a post, in brackets behind it, which is told and not what they are: "(promoted from Clerk)"."""
_TO_COME = re.compile(
    r"(?:\s*[/,|&+]\s*[A-Z][^/,|&+()]*)?\s*"
    r"\((?:[^()]*\b)?(?:in progress|under ?way|pending|expected|not yet held|candidate)\b[^()]*\)"
)
"""A paper that somebody does not hold yet, beside what they are: "Clerk / CPA (in progress)"."""
_COUNTED = re.compile(
    r"(?:about |approx\.? |~ ?|c\. ?)?\d[\d,.]*\+?[ -](?=[a-z])"
    r"(?!(?:hours?|hrs?|days?|shifts?|months?|weeks?|years?)\b)"
)
"""How large the place or the team is, in brackets behind a title: "Manager, Harrow Court (248 units, Class A)"."""
_LATER = re.compile(r"(?<=\w)\s*[,;/–-]\s*(?:later|then|subsequently|afterwards) (?=[A-ZÀ-Ý])")
"""Between two posts at one place: "Disponent, later Team Leader"."""
_DASHED = re.compile(r"(?<=\w)\s+[–—-]\s+(?P<within>[^–—()]+)$")
_THE = re.compile(
    r"^(?=(?:(?:[A-Z][\w'’.-]*\s){0,2}(?:University|Institute|College|School|Academy) (?:of|for)"
    r"|(?:Department|Ministry|City|Diocese|Government|Office|Council) of)\s[A-Z])"
)
"""Before a name that nobody says without an article: "the University of Leeds", but "Bank of America"."""
_DEPARTMENT = re.compile(r",\s*(?:the\s)?(?:Department|Dept\.?|Faculty|Division)\s+of\s+[^,()]+(?=,|$)")
_OF_LEARNING = re.compile(r"\b(?:University|College|Institute|Lab(?:oratory)?)\b")
PRACTICE = r"preceptorships?|practicums?|rotations?|placements?|externships?|clerkships?|internships?|student teaching"
"""Times of practice during a course, as headings and titles have them."""
_PRACTICE = re.compile(
    rf"\b(?:{PRACTICE}|practica|apprenticeships?|fellowships?|residency|traineeships?|clinicals|work experience)(?:\s*\(.*)?$",
    re.IGNORECASE,
)
BY_THE_SHIFT = (
    r"(?:agency|bank|casual|relief|locum|pool|float|supply|temp(?:orary)?)\b(?:[ &/,+-]+(?:and )?[a-z]+){0,3}? "
    r"(?:shifts|work|cover|assignments)"
)
"""Work that is taken by the shift, as titles have it: "Agency & bank shifts", "Locum work"."""
_BY_THE_SHIFT = re.compile(rf"{BY_THE_SHIFT}(?:\s*\(.*)?", re.IGNORECASE)
_SHORT = frozenset(
    [
        "air",
        "art",
        "bar",
        "bay",
        "bee",
        "big",
        "box",
        "bus",
        "car",
        "elm",
        "fox",
        "gas",
        "inc",
        "job",
        "law",
        "ltd",
        "new",
        "oak",
        "oil",
        "old",
        "pet",
        "pub",
        "red",
        "sea",
        "sky",
        "sun",
        "tax",
        "web",
    ]
)
_LONG = frozenset({"apac", "emea", "hris", "hvac", "html", "latam", "nato", "nicu", "osha", "picu", "saas", "stem"})
"""Abbreviations of more letters than three."""
_FORM = re.compile(r"(?<=[, ])(?:INC|LTD|CORP|CO)\b(?=\.?(?:$| \())")
"""What a firm is by law, at the end of its name; "LLC" and "PLC" are written so."""
_LAST = re.compile(r"(?P<head>.*\S)(?:,\s|\s[-–—|]\s)\s*(?P<last>\S[^,]*)$")
_SHARE = re.compile(r"\d|\b(?:part|full|half)[ -]?time\b|\bcasual\b", re.IGNORECASE)
"""How much somebody works, behind the last mark of a title: "Unit Manager, 0.6 FTE"; "Clerk, night shift" is a post."""
_JOINING = frozenset({"of", "and", "the", "for", "in", "at", "on", "de", "la", "du", "des", "und"})

_SELF = (
    r"(?:freelanc(?:ers?|ing|e)|self[- ]employ(?:ed|ment)|sole (?:trader|proprietor)|(?:my )?own (?:account|business)|"
    r"independent (?:consultant|contractor))"
)
_BESIDE = r"(?:agency|consult(?:ancy|ing|ant)|contract(?:ing|or|s)?|temp(?:ing|orary)?|casual|projects?|commissions)"
_OWN_ACCOUNT = re.compile(
    rf"(?:{_BESIDE}\s*[/,&–—-]\s*)?{_SELF}(?:[\s/,&–—-]+{_SELF})*(?:\s*[/,&–—-]\s*{_BESIDE})?[\s/,&–—-]*", re.IGNORECASE
)
"""What stands for an employer where somebody has none: "Self-employed", "Freelance / agency"."""
_WORKS_FOR_SELF = re.compile(rf"\b{_SELF}\b", re.IGNORECASE)
_PAY_GRADE = re.compile(r"(?:(?:,|\s[-–—])\s+[A-Z]{2,4}[1-3])?\s*\((?:E|O|W|CW)-\d{1,2}\)")
"""What the forces pay somebody by, in brackets, and the rate before it: "- ET1 (E-6)"."""


@lru_cache(maxsize=1024)
def is_own_account(text: str) -> bool:
    """Whether what stands for an employer says that there is none: "Self-employed", "Freelance / own business"."""
    return _OWN_ACCOUNT.fullmatch(text) is not None


def says_own_account(text: str) -> bool:
    """Whether a head of a role says that one works for oneself, beside whatever else: "Freelance Editor"."""
    return _WORKS_FOR_SELF.search(text) is not None


def printed_name(text: str) -> str:
    """`JORDAN M. CHEN` as `Jordan M. Chen`; a name in mixed case stays as its owner writes it."""
    if not _NICKNAME.sub("", text).isupper():
        return text
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize() if word.group().isupper() else word.group(), text)


def spoken_name(name: str) -> str:
    """A name as its owner says it: by the name that they go by, "Tom Vale" of 'Tomasz "Tom" Vale'."""
    called = _CALLED.match(name)
    return f"{called['by']} {called['family']}" if called else name


@lru_cache(maxsize=1024)
def printed_heading(text: str) -> str:
    """`HARROW LAKE CREDIT UNION` as `Harrow Lake Credit Union`, `US ARMY` as `US Army`; anything in mixed case stays.

    Words of up to three letters are taken for abbreviations, but for those that join others. Each part between commas and
    brackets is looked at by itself: `LAKEVIEW BRANDS GROUP, Chicago`.
    """
    is_loud = text.isupper()
    parts = re.split(r"(, | \(|\)| [-–—|] )", text)
    # In mixed case a word alone in brackets is written so on purpose: "Unit Manager (ANUM/AMUM)".
    cased = "".join(
        part if not is_loud and at and parts[at - 1] == " (" and " " not in part else _cased(part)
        for at, part in enumerate(parts)
    )
    return _FORM.sub(lambda form: form.group().capitalize(), cased)


@lru_cache(maxsize=1024)
def spoken_title(text: str) -> str:
    """A job title as it is said: without what brackets say of its hours, "RDH" of "RDH (PT, 2 days/wk, school year)".

    And without a pay grade of the forces and the rate beside it: "Supervisor" of "Supervisor, ET2 (E-5)". Of two posts that a
    line names one after the other it is both: "Dispatcher and later Team Leader".
    """

    def kept(match: re.Match[str]) -> str:
        if _COUNTED.match(match["within"]):
            return ""
        parts = [part for part in re.split(r"\s*[,;]\s*", match["within"].strip()) if part]
        rest = [part for part in parts if not (_HOURS.fullmatch(part) or _CAME_ABOUT.fullmatch(part))]
        return match.group() if len(rest) == len(parts) else f" ({', '.join(rest)})" if rest else ""

    heading = printed_heading(_TO_COME.sub("", text).strip() or text)
    said = re.sub(r"\s*\((?P<within>[^()]*)(?:\)|$)", kept, _PAY_GRADE.sub("", heading) or heading)
    behind = _LAST.match(said)
    said = behind["head"] if behind and _SHARE.search(behind["last"]) and _HOURS.fullmatch(behind["last"]) else said
    said = _DASHED.sub(lambda tail: "" if _HOURS.fullmatch(tail["within"]) else tail.group(), said.strip())
    said = _LATER.sub(" and later ", said)
    return re.sub(r"(?<=[a-z])(?:,\s*|\s+)(?:FT|F/T|P/T|PRN)$", "", said) or heading


def without_department(name: str) -> str:
    """The name of a laboratory or a university as it is said: "Okonjo Lab, Ash University" without its department between."""
    said = _DEPARTMENT.sub("", name)
    return said if _OF_LEARNING.search(said) else name


def with_the(name: str) -> str:
    """The name of a house as it is said within a sentence: "the University of Leeds"."""
    return _THE.sub("the ", name)


@lru_cache(maxsize=1024)
def is_practice(title: str) -> bool:
    """Whether a title names a time of practice or shifts, and nobody's post: "Senior Preceptorship", "Agency shifts"."""
    return _PRACTICE.search(title) is not None or _BY_THE_SHIFT.fullmatch(title) is not None


def printed_title(text: str) -> str:
    """`HR BUSINESS PARTNER — OPERATIONS` as `HR Business Partner — Operations`: a single word of it is no brand.

    What stands in brackets is cased by itself, and so is a title in capitals before a dash: `AREA MANAGER - North Wales`.
    """
    parts = re.split(r"(\([^()]*\))", text)
    if not "".join(parts[::2]).isupper():
        head, *rest = re.split(r"(, | \(| [-–—|] )", text, maxsplit=1)
        is_shouted = head.isupper() and max(map(len, re.findall(r"[^\W\d_]+", head)), default=0) > _ABBREVIATION + 1
        return "".join([_in_title_case(head) if is_shouted else head, *rest])
    return "".join(_in_title_case(part) if part.isupper() else part for part in parts)


def _cased(part: str) -> str:
    words = re.findall(r"[^\W\d_]+", part)
    if not part.isupper() or len(words) < 2 or max(map(len, words)) <= _ABBREVIATION:  # noqa: PLR2004  one word may be a brand
        return part
    return _in_title_case(part)


def _in_title_case(part: str) -> str:
    def cased(word: re.Match[str]) -> str:
        found = word.group()
        if found.lower() in _JOINING and word.start():
            return found.lower()
        is_short = len(found) <= _ABBREVIATION and found.lower() not in _SHORT
        return found if is_short or found.lower() in _LONG else found.capitalize()

    return re.sub(r"[^\W\d_]+", cased, part)
