"""Is this a resume, is this a posting? Only what is plainly neither, or plainly the other, is refused.

A thin resume is a resume. What a file must be to be read at all is judged in `playbook.intake`.
"""

from __future__ import annotations

import re

from playbook.artifacts.document import Document
from playbook.errors import Refusal
from playbook.reading.dates import find_ranges
from playbook.reading.rows import CONTACT
from playbook.reading.vocabulary import title_weight

_PLACEHOLDER = re.compile(
    r"lorem ipsum"
    r"|[\[<{]{1,2}\s*(?:your|insert|enter|add|type|company|employer|job|position|degree|school|university|institution|college|city|first|last|full|name|phone|"
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
_WORKS = re.compile(
    r"\b(?:experience|experienced|required|requirements|responsibilities|responsible|duties|position|role|job|hiring|"
    r"candidate|qualifications|salary|apply|you|team|work|skills|shift|hours|salary)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:experience|employed|worked|work|education|university|college|school|degree|skills?|certifi|licen[cs]e|"
    r"volunteer|intern|manager|responsible|references|graduat|trained|career|job)\w*",
    re.IGNORECASE,
)


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
            found=f"template text left in the resume: {placeholder[0].strip()!r}",
            wanted="a resume with your own facts in every place",
            remedy="replace or delete that text and build again",
        )
    asks = len({match[0].lower() for match in _ASKS.finditer(text)})
    is_posting = asks + len(job_sections & {"required", "preferred", "responsibilities", "benefits", "apply"}) >= 3  # noqa: PLR2004
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


def admit_job(document: Document, *, resume_sections: frozenset[str], requirements: int) -> None:
    """Raises `Refusal` for a resume in the place of the posting, and for what is no posting.

    `resume_sections` are the ids of the resume headings that were found, `requirements` the number of requirements.
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
    if not requirements and not asks and len(_WORKS.findall(text)) < 3:  # noqa: PLR2004  a length that only this rule uses
        raise Refusal(
            "job.not-a-job",
            found="no requirement, duty or offer of work in the text",
            wanted="a job posting",
            remedy="paste the whole posting into a text file and give that",
        )
