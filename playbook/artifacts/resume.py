"""The artifact of `parse_resume`: a resume in JSON Resume terms, every fact with its span.

Contact data (address, mail, phone, profiles) is left out on purpose: no prompt, log or ledger may hold it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from playbook.artifacts.document import ReadingNote
from playbook.artifacts.names import is_own_account, is_practice, printed_heading, spoken_title, without_department
from playbook.provenance import Fact, Frozen

PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
PartialDate = str
"""`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""


class Standard(Frozen):
    """Base of models whose JSON carries a standard's camelCase names."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Metric(Standard):
    """A number that a highlight states."""

    text: str
    """Verbatim with its unit, such as `38%`, `500K+ requests/second`, `from 14 minutes to 4 minutes`."""
    value: float
    """Normalised: `500K+` is 500000, `$2.4M` is 2400000, `38%` is 38."""
    unit: str
    """`%`, `$`, or the noun that is counted (`engineers`, `requests/second`); empty where none is stated."""
    noun: str = ""
    """What was measured, where the words say it: `p99 latency`, `ARR`."""
    direction: Literal["up", "down", "none"] = "none"
    before: float | None = None
    """The value that the highlight states as the one before."""


class Highlight(Standard):
    """One bullet: the anchor of a story, the evidence of a match."""

    id: str
    """`b1`, `b2`, … in document order over the whole resume."""
    fact: Fact
    metrics: tuple[Metric, ...] = ()

    @property
    def text(self) -> str:
        """The bullet, verbatim."""
        return self.fact.text


class Position(Standard):
    """A job, a volunteer post or a project, with its highlights."""

    id: str
    kind: Literal["work", "volunteer", "project"] = "work"
    name: Fact | None = None
    """Employer, organisation or project."""
    position: Fact | None = None
    location: str | None = None
    start_date: PartialDate | None = Field(None, pattern=PARTIAL_DATE)
    end_date: PartialDate | None = Field(None, pattern=PARTIAL_DATE)
    """`None` with `is_current`, or where the resume states no end."""
    is_current: bool = False
    dates: Fact | None = None
    summary: Fact | None = None
    highlights: tuple[Highlight, ...] = ()

    @property
    def employer(self) -> str:
        """The name as a sentence prints it; `""` where the resume does not say it, or says that there was none."""
        if self.name is None or is_own_account(self.name.text):
            return ""
        return without_department(printed_heading(self.name.text))

    @property
    def title(self) -> str:
        """The title as a sentence prints it; `""` where the resume does not say it."""
        return spoken_title(self.position.text) if self.position else ""

    @property
    def post(self) -> str:
        """The title as what somebody was; `""` where it names a time of practice: nobody is an internship."""
        return "" if is_practice(self.title) else self.title


class Education(Standard):
    """A degree or a course of study."""

    institution: Fact | None = None
    area: str | None = None
    study_type: str | None = None
    start_date: PartialDate | None = Field(None, pattern=PARTIAL_DATE)
    end_date: PartialDate | None = Field(None, pattern=PARTIAL_DATE)
    fact: Fact
    """The whole line."""


class Skill(Standard):
    """One named skill; `group` is the heading that it stands under, such as `Languages`."""

    fact: Fact
    group: str | None = None

    @property
    def name(self) -> str:
        """The skill, verbatim."""
        return self.fact.text


class TimeOff(Standard):
    """Time that the resume accounts for in which its owner was not employed: no position, and counted as none."""

    fact: Fact
    """The lines, verbatim; they may tell of health and family, which is for their owner to speak of."""
    reason: Fact | None = None
    """The words that can be said again: without dates and brackets, and `None` where they speak of health."""
    start_date: PartialDate | None = Field(None, pattern=PARTIAL_DATE)
    end_date: PartialDate | None = Field(None, pattern=PARTIAL_DATE)


class Named(Standard):
    """A certificate, licence, language, award, publication or interest."""

    fact: Fact
    name: str
    issuer: str | None = None
    date: PartialDate | None = Field(None, pattern=PARTIAL_DATE)
    expires: PartialDate | None = Field(None, pattern=PARTIAL_DATE)
    """Until when it holds, where the resume says so; it may lie in the past."""
    has_lapsed: bool = False
    """Whether the resume says of a day before that of the playbook that it ended then."""


class Years(Standard):
    """How long someone has worked: what they say, and what the dates add up to. Both are kept."""

    stated: float | None = None
    stated_fact: Fact | None = None
    computed: float = Field(ge=0)
    """Years between the dates of work, overlaps counted once."""

    @property
    def best(self) -> float:
        """What prose says: the stated number where there is one."""
        return self.computed if self.stated is None else self.stated


class Resume(Standard):
    """A resume as facts."""

    name: Fact | None = None
    label: Fact | None = None
    """The headline or current title below the name, where the resume has one."""
    summary: Fact | None = None
    location: str | None = None
    work: tuple[Position, ...] = ()
    """Newest first, as resumes have it."""
    volunteer: tuple[Position, ...] = ()
    projects: tuple[Position, ...] = ()
    time_off: tuple[TimeOff, ...] = ()
    education: tuple[Education, ...] = ()
    skills: tuple[Skill, ...] = ()
    certificates: tuple[Named, ...] = ()
    languages: tuple[Named, ...] = ()
    awards: tuple[Named, ...] = ()
    publications: tuple[Named, ...] = ()
    years: Years
    notes: tuple[ReadingNote, ...] = ()

    @property
    def positions(self) -> tuple[Position, ...]:
        """Everything that can carry highlights: work first, then projects, then volunteering."""
        return self.work + self.projects + self.volunteer

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """Every highlight, in the order of `positions`."""
        return tuple(highlight for position in self.positions for highlight in position.highlights)

    def position_of(self, highlight_id: str) -> Position:
        """The position that a highlight belongs to; `KeyError` where none has it."""
        for position in self.positions:
            if any(highlight.id == highlight_id for highlight in position.highlights):
                return position
        raise KeyError(highlight_id)

    def highlight(self, highlight_id: str) -> Highlight:
        """The highlight of that id; `KeyError` where there is none."""
        for highlight in self.highlights:
            if highlight.id == highlight_id:
                return highlight
        raise KeyError(highlight_id)
