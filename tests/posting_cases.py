"""Postings typed as text, read as from a file, for tests of their reading."""

from __future__ import annotations

from playbook.artifacts.posting import Posting
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.posting import parse_posting

HEAD = "Night Porter\nMarrow Street Hotel\nLeeds, West Yorkshire\n\n"
DUTIES = "\n\nDUTIES\n- Open the doors to guests after midnight\n- Carry bags to the rooms\n- Keep the log of the night\n"


def read_posting(text: str, knowledge: Knowledge, *, company: str | None = None) -> Posting:
    """A posting of that text; benefits stand below it, so that it is long enough."""
    padding = "\n\nBENEFITS\n" + "Health insurance and a friendly place to work every day of the week. " * 4
    return parse_posting(read_bytes((text + padding).encode(), "job", "text"), knowledge, company=company)


def told(prose: str, knowledge: Knowledge, *, heading: str = "ABOUT US") -> Posting:
    """A porter's posting whose employer says `prose` of itself."""
    return read_posting(f"{HEAD}{heading}\n{prose}{DUTIES}", knowledge)
