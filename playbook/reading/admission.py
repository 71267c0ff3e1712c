"""Is this a resume, is this a posting? Only what is plainly neither, or plainly the other, is refused.

A thin resume is a resume. What a file must be to be read at all is judged in `playbook.intake`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.artifacts.document import Document
from playbook.errors import Refusal
from playbook.masking import masked
from playbook.reading.dates import find_ranges
from playbook.reading.job_signs import hiring_signs, is_for_sale, is_news
from playbook.reading.other_documents import other_kind
from playbook.reading.rows import CONTACT
from playbook.reading.titles import title_weight

if TYPE_CHECKING:
    from playbook.artifacts.resume import Resume

_PLACEHOLDER = re.compile(
    r"lorem ipsum|dolor sit amet|consectetur adipiscing"
    r"|[\[<{]{1,2}\s*(?:your|insert|enter|add|type|company|employer|job|position|degree|school|university|institution|"
    r"college|city|first|last|full|name|phone|"
    r"e-?mail|address|street|date|start date|end date|title|skill|describe)\b[^\]>}\n]{0,40}[\]>}]"
    r"|^(?:your name(?: here)?|first(?: name)? last(?: name)?|firstname lastname|company name|job title|name surname)$"
    r"|\b(?:your|you)@(?:e-?mail|example)\.com|\bx{3}[-.]x{3}[-.]x{4}",
    re.IGNORECASE | re.MULTILINE,
)
_ASKS = re.compile(
    r"\b(?:you will|you'll|you’ll|we are (?:looking|seeking|hiring)|we're (?:looking|seeking|hiring)|"
    r"the ideal candidate|the successful candidate|"
    r"equal opportunity employer|to apply|apply now|submit your|we offer|who we are|about us|what you will do|"
    r"what you'll do|join our team|"
    r"the role|reports to|nice to have|preferred qualifications|minimum qualifications|basic qualifications|is required|"
    r"are required|your responsibilities)\b",
    re.IGNORECASE,
)
_TITLE_WORDS = 8
_LIFE = re.compile(
    r"\b(?:experience|employed|worked|work|education|university|college|school|degree|skills?|certifi|licen[cs]e|"
    r"volunteer|intern|manager|responsible|references|graduat|trained|career|job)\w*",
    re.IGNORECASE,
)


def holds_placeholder(text: str) -> bool:
    """Whether template text was left in a document."""
    return bool(_PLACEHOLDER.search(text))


def admit_resume(document: Document, *, sections: int, roles: int, job_sections: frozenset[str]) -> None:
    """Raises `Refusal` for template text and for what is no resume.

    `sections` is the number of headings of resumes that were found, `roles` that of dated roles, `job_sections` the
    ids of the headings of postings.
    """
    text = document.text
    placeholder = _PLACEHOLDER.search(text)
    if placeholder:
        raise Refusal(
            "resume.placeholder",
            found=f"template text left in the resume: {masked(placeholder[0].strip())!r}",
            wanted="a resume with your own facts in every place",
            remedy="replace or delete that text and build again",
        )
    other = other_kind(text)
    if other and sections < 2 and roles < 2:  # noqa: PLR2004  a resume has parts, whatever words it uses
        raise Refusal(
            "resume.not-a-resume",
            found=f"{other}, by its words",
            wanted="a resume: who you are, what you did, where and when",
            remedy="check that the right file was given",
        )
    asks = len({match[0].lower() for match in _ASKS.finditer(text)})
    # Three signs, as below.
    is_posting = asks + len(job_sections & {"required", "preferred", "responsibilities", "benefits", "apply"}) >= 3  # noqa: PLR2004  signs enough
    if is_posting and asks and not roles and not CONTACT.search(text):  # three signs of a posting are no accident
        raise Refusal(
            "resume.not-a-resume",
            found="a job posting where the resume belongs",
            wanted="the resume first, then the posting",
            remedy="swap the two files",
        )
    signs = sections + roles + bool(CONTACT.search(text)) + (len(_LIFE.findall(text)) >= 3)  # noqa: PLR2004  a length that only this rule uses
    if not signs and not any(title_weight(line) for line in text.split("\n")[:6]):
        raise Refusal(
            "resume.not-a-resume",
            found="no section, date of work, contact or job title in the text",
            wanted="a resume: who you are, what you did, where and when",
            remedy="check that the right file was given",
        )


def admit_parts(document: Document, resume: Resume) -> None:
    """Raises `Refusal` where nothing was read that a resume is made of: a manual has headings and speaks of work, too."""
    # Certificates are not counted: a manual has a licence.
    parts = (resume.work, resume.volunteer, resume.projects, resume.education, resume.skills)
    titled = any(title_weight(line) and len(line.split()) <= _TITLE_WORDS for line in document.text.split("\n")[:6])
    if not any(parts) and not titled and not CONTACT.search(document.text):
        raise Refusal(
            "resume.not-a-resume",
            found="no job, education, skill, contact or job title that could be read",
            wanted="a resume: who you are, what you did, where and when",
            remedy="check that the right file was given",
        )


def admit_job(document: Document, *, resume_sections: frozenset[str], job_sections: frozenset[str], title: str) -> None:
    """Raises `Refusal` for a resume in the place of the posting, and for what is no posting.

    `resume_sections` and `job_sections` are the ids of the headings of each that were found, `title` is the role's.
    """
    text = document.text
    ranges = sum(len(find_ranges(line)) for line in text.split("\n"))
    asks = len({match[0].lower() for match in _ASKS.finditer(text)})
    has_life = len(resume_sections & {"work", "education", "skills", "summary", "certificates"}) >= 2  # noqa: PLR2004  a length that only this rule uses
    if asks <= 1 and has_life and (ranges >= 2 or (ranges and CONTACT.search(text))):  # noqa: PLR2004  a length that only this rule uses
        raise Refusal(
            "job.not-a-job",
            found="a resume where the posting belongs",
            wanted="the resume first, then the posting",
            remedy="swap the two files",
        )
    signs = len(job_sections & {"required", "preferred", "responsibilities"}) + asks
    found = ""
    if is_news(text) and signs < 3:  # noqa: PLR2004  an article may share a phrase or two with postings
        found = "an article that reports news"
    elif is_for_sale(text) and signs < 4:  # noqa: PLR2004  a page that sells has headings, too
        found = "a page that sells goods"
    # A thin posting is a posting: a title or two words of hiring are enough for it.
    elif signs + len(job_sections & {"required", "responsibilities"}) + hiring_signs(text) + title_weight(title) < 2:  # noqa: PLR2004  as above
        found = "no requirement, duty or offer of work in the text"
    if found:
        raise Refusal(
            "job.not-a-job",
            found=found,
            wanted="a job posting",
            remedy="paste the whole posting into a text file and give that",
        )
