"""Who the candidate is, in the first breath of a pitch.

A career changer is introduced by where they are going, a graduate by what they studied, everyone else by what
they are. What they have done is for `playbook.writing.pitch_evidence`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from playbook.artifacts.names import spoken_title, with_the
from playbook.knowledge.shorthand import without_shorthand
from playbook.reading.experience import kind_stated
from playbook.reading.summaries import opening
from playbook.writing.articles import indefinite
from playbook.writing.graduates import degree_asked_for, height, is_graduate
from playbook.writing.story_place import closed, with_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.resume import Position
    from playbook.provenance import Fact, Line
    from playbook.writing.pen import Pen

_LONGEST = 30
_NUMBERED = re.compile(r"\s*\([^()]*\d{3}[^()]*\)")
"""The number of a licence."""
_CALLED = re.compile(r"\b[A-Z]{2,5}\b")
"""What a calling is short for: "RN", "CPA"."""
_ASIDE = re.compile(r"\s*\((?:[^()\s]+\s+){2,}[^()]*\)")
"""What stands in brackets in more than two words is read and not said."""
_SIDE_BY_SIDE = re.compile(r"\s*[|•·●]\s*|\s+[–—]\s+")
_LATER = re.compile(r"\s*(?:→|->|=>|➔)\s*|,?\s+(?:later|then|now)\s+(?=[A-Z])")
"""Before what somebody became in a role that goes on: "Clerk → Senior Clerk"."""
_ARROW = re.compile(r"\s*(?:→|->|=>|➔)\s*")
"""In a headline what stands behind it is where somebody wants to go: "Tester -> Test Automation"."""
_SAME_TITLE = 80
_SENTENCE = re.compile(r"^(.+?[a-z0-9)%])\.(?:\s|$)")
_NOT_A_NOUN = re.compile(
    r"^(?:i|my|we|seeking|looking|to|with|over|more|having|passionate about|results|known|able|proven|a track|motivated to|"
    r"\d|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"^I(?:'m|’m|\s+am)\s+(?=an?\s)", re.IGNORECASE)
_SHAPE = re.compile(r"\b(?:with|who|that|in|at|for|of|from|specialising|specializing|experienced|skilled|focused)\b")
_SCRAP = re.compile(r",\s*(?:[~+]?\d+\+?\s*(?:years?|yrs?)?\b|(?:over|approx\w*|about)\s+\d|last\s+\d)|\w\?(?:\s|$)")
"""What a summary notes and nobody says: ", 11+ years, last 7 in schools"."""
_UNDER_WAY = re.compile(
    r"\b(?:in progress|present|current(?:ly)?|ongoing|expected|exp\.|to date|not (?:completed|finished)|deferred|on hold"
    r"|\d+ of \d+|finish(?:ing)?|some coursework|coursework toward)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:(?:over|more than|nearly|almost)\s+)?[\w.+-]+\s+years?\b", re.IGNORECASE)


def hooks(pen: Pen) -> list[tuple[Line, ...]]:
    """One or two sentences that say who speaks; the ways of saying it, fullest first."""
    brief = pen.brief
    if brief.matching.changes_career and brief.resume.work:
        full = _changer(pen)
        return [full[:count] for count in range(len(full), 0, -1)]
    me = summary_phrase(brief)
    if not me and is_graduate(brief):
        return [(school(pen, "pitch-hook-graduate", "pitch-hook-school"),)]
    newest = next(iter(brief.resume.work), None)
    # The title is shorter than a summary, and leaves room for what was done.
    titled = (_titled(pen, newest.position if me and newest else None),) if not me or (newest and newest.post) else ()
    said: list[tuple[Line, ...]] = [(_said(pen, "pitch-hook-summary", {"me": me}, brief.resume.summary),)] if me else []
    said += [titled] if titled and not (newest and _names_calling(me, newest.title, brief)) else []
    asked = degree(pen, "pitch-hook-degree", said[0])
    if asked is None:
        return said
    short = _with_degree(pen)
    return [*([(*said[0], asked)] if me else []), *([(short,)] if short else []), *said]


def degree(pen: Pen, frame: str, before: Sequence[Line] = ()) -> Line | None:
    """The degree that the posting requires, unless the lines before name it; `None` where none is asked for and held."""
    course = degree_asked_for(pen.brief)
    if course is None or any((course.study_type or "") in line.text or (course.area or "") in line.text for line in before):
        return None
    slots = {
        "a_degree": with_article(course.study_type or ""),
        "degree": course.study_type or "",
        "area": course.area or "",
        "institution": with_the(closed(course.institution.text)) if course.institution else "",
    }
    if frame == "pitch-past-degree" and not slots["institution"]:
        frame = "pitch-hook-degree"
    return _said(pen, frame, slots, course.fact, course.institution)


def _with_degree(pen: Pen) -> Line | None:
    """The newest title with the degree that is asked for; where that was is said with what was done there."""
    newest = next(iter(pen.brief.resume.work), None)
    course = degree_asked_for(pen.brief)
    if newest is None or newest.position is None or not newest.post or course is None:
        return None
    slots = {
        "a_label": with_article(_first_title(_LATER.split(spoken_title(newest.title))[-1])),
        "a_degree": with_article(course.study_type or ""),
        "area": course.area or "",
    }
    return _said(pen, "pitch-hook-titled-degree", slots, newest.position, course.fact)


def school(pen: Pen, with_area: str, without: str, *, highest: bool = False) -> Line:
    """What was studied, and where; of several the one that the resume names first, or the `highest` that is finished."""
    courses = list(pen.brief.resume.education)
    if highest:
        done = [course for course in courses if not _UNDER_WAY.search(course.fact.text)] or courses
        courses = sorted(done, key=lambda course: (-height(course), course.end_date or course.start_date or "9999"))
    for education in courses:
        institution = with_the(closed(education.institution.text)) if education.institution else ""
        if education.area and institution:
            slots = {"area": education.area, "institution": institution}
            return _said(pen, with_area, slots, education.fact, education.institution)
        if institution:
            return _said(pen, without, {"institution": institution}, education.fact, education.institution)
    return _said(pen, "pitch-hook-name", {})


def years(brief: Brief) -> str:
    """The years of experience in the resume's words; `""` where it does not state them, or states them of one kind of work."""
    stated = brief.resume.years.stated_fact
    found = _YEARS.search(stated.text) if stated else None
    if stated is None or found is None:
        return ""
    behind = stated.text[found.end() :]
    summary = brief.resume.summary
    if not behind.strip("'’ ") and summary is not None and summary.span.start <= stated.span.start < summary.span.end:
        behind = summary.text[stated.span.start - summary.span.start + found.end() :]
        if kind_stated(behind):
            return ""  # of "eight years' bench work" nobody says that they are all the experience
    return found.group().lower()


def role_with_article(pen: Pen) -> str:
    """The role that is applied for, as it reads in a sentence."""
    return with_article(pen.brief.posting.title)


def summary_phrase(brief: Brief) -> str:
    """The summary's first sentence as a noun phrase after "I'm": "a critical care nurse with …"; `""` where it is none."""
    if brief.resume.summary is None:
        return ""
    text = without_shorthand(" ".join(opening(brief.resume.summary).split())).replace(" & ", " and ")
    match = _SENTENCE.match(text if text.endswith(".") else f"{text}.")
    sentence = match[1] if match else ""
    sentence = _ASIDE.sub("", sentence)
    said = _FIRST_PERSON.sub("", sentence)
    if not said or len(said.split()) > _LONGEST or not _SHAPE.search(said) or _SCRAP.search(said):
        return ""
    if said == sentence and (_NOT_A_NOUN.match(said) or not _is_role(said, brief)):
        return ""
    if re.match(r"an?\s", said):
        return said
    return f"{indefinite(said)} {_lowered(said)}"


def _changer(pen: Pen) -> tuple[Line, ...]:
    """Where someone is going, before where they come from."""
    brief = pen.brief
    going = pen.line(
        pen.knowledge.frames["pitch-hook-changer"].texts[0],
        "job",
        [fact.source for fact in (brief.posting.title_fact, brief.resume.name) if fact is not None],
        slots={"a_role": role_with_article(pen)},
    )
    me = summary_phrase(brief)
    if me and not _opens_with_old_title(me, brief):
        return (_said(pen, "pitch-hook-summary", {"me": me}, brief.resume.summary),)
    texts = pen.knowledge.frames["pitch-hook-changer-background"].texts
    if me:
        return going, _said_text(pen, texts[0], {"me": me}, brief.resume.summary)
    if years(brief):
        return going, _said_text(pen, texts[1], {"years": years(brief)}, brief.resume.years.stated_fact)
    return (going,)


def _titled(pen: Pen, label: Fact | None = None) -> Line:
    """By `label`, else by the headline or the newest title."""
    resume = pen.brief.resume
    newest = next(iter(resume.work or resume.positions), None)
    label = (
        label
        or (resume.label if resume.label and resume.label.text[:1] != "(" else None)
        or (newest.position if newest else None)
    )
    if label is None:
        return school(pen, "pitch-hook-graduate", "pitch-hook-school")
    name = newest.name if newest else None
    title = spoken_title(label.text)
    is_held = newest is not None and newest.is_current and label is newest.position
    if label is resume.label:
        title = _ARROW.split(title)[0]
    slots = {
        "a_label": with_article(_first_title(_LATER.split(title)[-1] if is_held else title)),
        "employer": newest.employer if newest else "",
        "years": years(pen.brief),
    }
    facts = (label, name, resume.years.stated_fact)
    if slots["employer"] and slots["years"]:
        is_now = newest is not None and newest.is_current
        return _said(pen, "pitch-hook-title-now" if is_now else "pitch-hook-title", slots, *facts)
    first = arrival(resume.work) if newest and newest.is_current and newest is next(iter(resume.work), None) else None
    if slots["employer"] and first and first.start_date and first.dates:
        frame = "pitch-hook-since" if first is newest else "pitch-hook-grown"  # "since" is of a role that goes on
        return _said(pen, frame, {**slots, "start": first.start_date[:4]}, label, name, first.dates)
    if newest and newest.is_current and name and newest.start_date and newest.dates and not slots["employer"]:
        return _said(pen, "pitch-hook-own", {**slots, "start": newest.start_date[:4]}, label, name, newest.dates)
    return _said(pen, "pitch-hook-plain" if slots["employer"] else "pitch-hook-label", slots, label, name)


def arrival(work: Sequence[Position]) -> Position:
    """The role with which the stay at the newest role's employer began: one role after the other, without a time between."""
    first = work[0]
    for role in work[1:]:
        if role.employer.casefold() != first.employer.casefold() or not _leads_to(role, first):
            break
        first = role
    return first


def _leads_to(role: Position, later: Position) -> bool:
    """Whether a role that says itself when it began ended when another did; of years alone, in the same one."""
    end, start = role.end_date, later.start_date
    if not (role.start_date and role.dates and role.start_date[2:4] in role.dates.text and end and start):
        return False
    if "-" not in end or "-" not in start:
        return end[:4] == start[:4]
    between = 12 * (int(start[:4]) - int(end[:4])) + int(start[5:7]) - int(end[5:7])
    return 0 <= between <= 1


def _first_title(label: str) -> str:
    """A headline as it is said: "Physiotherapist (MSK)" of "Physiotherapist (MSK) | CSP member"."""
    return _NUMBERED.sub("", _SIDE_BY_SIDE.split(label)[0]).strip() or label


def _said(pen: Pen, frame: str, slots: dict[str, str], *facts: Fact | None) -> Line:
    return _said_text(pen, pen.knowledge.frames[frame].texts[0], slots, *facts)


def _said_text(pen: Pen, text: str, slots: dict[str, str], *facts: Fact | None) -> Line:
    known = [fact for fact in (*facts, pen.brief.resume.name) if fact is not None]
    return pen.resume(text, *known, slots=slots)


def _is_role(said: str, brief: Brief) -> bool:
    """Whether the phrase names a role: a word of its head is one of a job title."""
    head = _SHAPE.split(said)[0].casefold()
    titles = " ".join(
        [fact.text for position in brief.resume.positions if (fact := position.position) is not None]
        + [brief.posting.title, brief.resume.label.text if brief.resume.label else ""]
    ).casefold()
    generic = (
        r"\b(?:graduate|student|professional|specialist|manager|\w+(?:er|or|ist|ant|ian|eer|rep|chef|nurse|analyst|lead))\b"
    )
    short = _CALLED.findall(_SHAPE.split(said)[0])  # "RN" of "Registered Nurse (RN) Residency"
    known = re.findall(r"[a-z]+", titles)
    return any(word in known for word in [*re.findall(r"[a-z]{3,}", head), *map(str.casefold, short)]) or bool(
        re.search(generic, head)
    )


def _names_calling(me: str, title: str, brief: Brief) -> bool:
    """Whether a summary has what the posting calls its people, and the newest title has not: an "RN" who was a technician."""
    called = set(_CALLED.findall(_SHAPE.split(me)[0])) & set(_CALLED.findall(brief.posting.title))
    return bool(called - set(_CALLED.findall(title)))


def _opens_with_old_title(me: str, brief: Brief) -> bool:
    """Whether the phrase begins with a job that the candidate is leaving."""
    head = _SHAPE.split(me)[0]
    return any(
        position.position is not None and fuzz.partial_ratio(head.casefold(), position.position.text.casefold()) >= _SAME_TITLE
        for position in brief.resume.work
    )


def _lowered(said: str) -> str:
    """The phrase in lower case at its start, unless it starts with a name, an acronym or a title in capitals."""
    first, _, rest = said.partition(" ")
    following = rest.split(maxsplit=1)[0] if rest else ""
    is_title = following[:1].isupper() and not following.isupper()  # "Former HS teacher" is none, "Registered Nurse" is
    return said if first != first.capitalize() or is_title else said[:1].lower() + said[1:]
