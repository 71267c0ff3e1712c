"""Whether somebody applies as a graduate, and which of several degrees is the highest.

An internship, a teaching assistantship or an evening job beside a degree is no career: who has just finished is introduced by
what they studied. How a degree is read is for `playbook.reading`, how it is said for `playbook.writing.pitch_person`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.resume import Education, Position, Resume

_EXPECTED = re.compile(
    r"\b(?:expected|exp\.|anticipated|graduating|due to (?:finish|graduate)|final[- ]year|predicted)\b", re.IGNORECASE
)
_BESIDE_STUDY = re.compile(
    r"\b(?:intern(?:ship)?|co-?op|working student|werkstudent|placement|trainee|apprentice|(?:teaching|research) assistant|"
    r"undergraduate|student|tutor|ambassador|lab assistant|volunteer|summer|seasonal|part[- ]time|casual)\b",
    re.IGNORECASE,
)
_FOR_A_TIME = re.compile(
    r"\b(?:intern(?:ship)?|trainee|placement|summer|seasonal|working student|werkstudent)\b", re.IGNORECASE
)
_FEW_YEARS = 3
"""Of internships one after the other; beyond them somebody has a career."""
_DEGREE, _HIGH = 2, 3
_JUST = 12
"""Months after a degree in which somebody is a graduate."""
_HEIGHTS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\b(?:ph\.?\s?d|dphil|doctor\w*|ed\.?d|j\.?d|m\.?d)\b", re.IGNORECASE), 4),
    (
        re.compile(r"\b(?:master\w*|m\.?\s?(?:sc|s|a|ed|eng|phil|res|ba|arch)\.?|msw|mph|mba|llm)(?=[\s,.(]|$)", re.IGNORECASE),
        3,
    ),
    (
        re.compile(
            r"\b(?:bachelor\w*|b\.?\s?(?:sc|s|a|ed|eng|e|tech|com|c\.?e|arch|n|sn|fa|ba)\.?|llb|bachiller\w*)(?=[\s,.(]|$)",
            re.IGNORECASE,
        ),
        2,
    ),
    (
        re.compile(
            r"\b(?:associate\w*|a\.?a\.?s?\.?|a\.s\.|diploma|hnd|foundation degree|certificate)(?=[\s,.(]|$)", re.IGNORECASE
        ),
        1,
    ),
)


def is_graduate(brief: Brief) -> bool:
    """Whether a degree that is expected or just finished says more of somebody than the jobs beside it."""
    resume = brief.resume
    if not resume.education:
        return False
    if not resume.work:
        return True
    beside = all(_BESIDE_STUDY.search(position.title) for position in resume.work if position.title)
    return (
        any(_is_fresh(course, brief) for course in resume.education)
        and (beside or brief.posting.level == "entry")
        and _is_young(brief)
    )


def height(course: Education) -> int:
    """How high a degree is: a doctorate 4, nothing that is known 0."""
    return _height(f"{course.study_type or ''} {course.fact.text}")


def degree_asked_for(brief: Brief) -> Education | None:
    """The highest degree, where it is above a bachelor's and the posting requires such a one."""
    if not any(one.kind == "required" and _height(one.text) >= _HIGH for one in brief.posting.requirements):
        return None
    held = [one for one in brief.resume.education if one.study_type and one.area and not _EXPECTED.search(one.fact.text)]
    highest = max(held, key=height, default=None)
    return highest if highest is not None and height(highest) >= _HIGH else None


def earlier_posts(resume: Resume) -> tuple[Position, ...]:
    """The posts before today's; a summer's traineeship is among them only where there is no other."""
    earlier = tuple(one for one in resume.work[1:] if not one.is_current)
    return tuple(one for one in earlier if not _FOR_A_TIME.search(one.title)) or earlier


def _height(text: str) -> int:
    return next((level for pattern, level in _HEIGHTS if pattern.search(text)), 0)


def _is_fresh(course: Education, brief: Brief) -> bool:
    if _EXPECTED.search(course.fact.text):
        return True
    end = course.end_date
    if not end or height(course) < _DEGREE:
        return False
    year, _, month = end.partition("-")
    months = 12 * (brief.on.year - int(year)) + brief.on.month - (int(month[:2]) if month else 12)
    return months <= _JUST


def _is_young(brief: Brief) -> bool:
    """Whether there is no career yet, which a course beside a job of years does not undo."""
    return brief.matching.relevant_years <= _FEW_YEARS
