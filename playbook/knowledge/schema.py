"""The shape of every pack entry.

Texts are templates: `{slot}` is filled from the case, `[question?]` is a blank for the candidate, `**words**`
are the key phrase. Which slots a text may use is part of its type, and checked at load with file and line.
`docs/knowledge.md` shows an example of each kind.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from playbook.artifacts.posting import Level
from playbook.artifacts.questions import QuestionType
from playbook.knowledge.template import Slots
from playbook.provenance import Frozen

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Sentence = Annotated[str, Slots()]
"""A text without slots; blanks are allowed."""
CaseText = Annotated[str, Slots("candidate", "first_name", "company", "role", "field", "people", "team", "work")]
"""A text that may name the case. `{people}`, `{team}` and `{work}` are the family's own nouns."""
StoryText = Annotated[
    str,
    Slots("company", "role", "people", "team", "work", "employer", "position", "object", "doing", "done", "metric", "noun"),
]
"""A text about one bullet: `{object}` is what was acted on, `{doing}` the bullet's gerund phrase, `{done}` its clause in
the past tense without "I", `{metric}` its first number verbatim, `{noun}` what the number measures."""
QuestionText = Annotated[
    str,
    Slots(
        "company", "role", "people", "team", "work", "bullet", "employer", "requirement", "value", "story", "object", "metric"
    ),
]
"""A text about a likely question: `{bullet}` and `{requirement}` are verbatim, `{story}` is a reference to a story,
`{value}` a value of the company. A text with a slot is used only where the case can fill it."""


class Skill(Frozen):
    """A skill as postings and resumes name it. `implies` is what keeps a shown skill from being called a gap."""

    id: Id
    name: str
    aliases: tuple[str, ...] = ()
    """Other spellings, abbreviations, products; matched word by word, without case."""
    implies: tuple[Id, ...] = ()
    """Who has this has those too: `cvent` implies `event-registration`."""
    broader: tuple[Id, ...] = ()
    """Whose kind this is: `postgresql` is a `sql-database`. A requirement for the broader is met by the narrower."""
    not_same: tuple[str, ...] = ()
    """Words that look like it and are not: `javascript` for `java`."""
    families: tuple[Id, ...] = ()
    kind: Literal["tool", "method", "domain", "soft", "language"] = "method"


class Credential(Frozen):
    """A degree, licence or certificate."""

    id: Id
    name: str
    kind: Literal["degree", "licence", "certificate"]
    aliases: tuple[str, ...] = ()
    equivalent: tuple[Id, ...] = ()
    requires: tuple[Id, ...] = ()
    """Who holds this holds those too: a CCRN is a registered nurse."""
    level: int = Field(0, ge=0, le=5)
    """For degrees: 1 associate, 2 bachelor, 3 master, 4 doctorate; a higher one satisfies a lower one."""
    area: str | None = None
    """For degrees: the field of study, where the credential fixes it."""
    implies: tuple[Id, ...] = ()
    """Skills that it shows."""


class Competency(Frozen):
    """A behaviour that interviews test."""

    id: Id
    name: str
    """As a tag: two or three words."""
    signals: tuple[str, ...] = Field(min_length=3)
    """Words and phrases of bullets that show it; matched by stem."""
    anti: tuple[str, ...] = ()
    prompts: tuple[Sentence, ...] = Field(min_length=3)
    """Interview questions that ask for it: "Tell me about a time …"."""


class Cue(Frozen):
    """Words whose presence speaks for an archetype."""

    any: tuple[str, ...] = Field(min_length=1)
    weight: float = Field(1.0, gt=0, le=5)


class FollowUpEntry(Frozen):
    """A follow-up question and how to meet it."""

    q: StoryText
    guide: StoryText


class Archetype(Frozen):
    """A kind of accomplishment: how such a story goes, and what is usually missing from its bullet.

    Frames are whole sentences in the first person and the past tense; `situation` and `task` say only what is
    plausible for every bullet of the kind, and ask the rest.
    """

    id: Id
    name: str
    cues: tuple[Cue, ...]
    anti: tuple[str, ...] = ()
    verb_classes: tuple[str, ...] = ()
    """Classes of `Verb` that speak for it."""
    competencies: tuple[Id, ...] = Field(min_length=1)
    situation: tuple[StoryText, ...] = Field(min_length=4)
    task: tuple[StoryText, ...] = Field(min_length=4)
    action: tuple[StoryText, ...] = Field(min_length=4)
    """What follows the bullet's own words; the first sentence of an action is always the bullet's."""
    result: tuple[StoryText, ...] = Field(min_length=3)
    """What follows the bullet's own result."""
    before_you_use: tuple[StoryText, ...] = Field(min_length=4)
    follow_ups: tuple[FollowUpEntry, ...] = Field(min_length=4)


class Verb(Frozen):
    """A verb as bullets open with it."""

    lemma: str
    past: str
    gerund: str
    participle: str | None = None
    """Where it differs from the past."""
    verb_class: Literal[
        "build", "lead", "improve", "reduce", "grow", "support", "teach", "analyse", "plan", "sell", "care",
        "communicate", "comply", "launch", "win", "manage", "repair", "research", "organise", "receive",
    ]  # fmt: skip
    passive: bool = False
    """Whether a bullet that opens with the past form is in the passive: "Elected", "Promoted", "Awarded"."""

    @property
    def id(self) -> str:
        """What the packs key a verb by."""
        return self.lemma


class Rubric(Frozen):
    """One line of a rubric."""

    h: str
    t: QuestionText


class BankQuestion(Frozen):
    """A question of the bank. Technical claims in it are true: wrong is worse than absent."""

    id: Id
    families: tuple[Id, ...] = ()
    """Empty for questions of every trade."""
    levels: tuple[Level, ...] = ()
    """Empty for every level."""
    type: QuestionType
    competency: Id | None = None
    topics: tuple[Id, ...] = ()
    """Skills that a posting or resume must name for this question to fit; empty for a question that always fits."""
    q: QuestionText
    tests: QuestionText
    """What they're really asking: two or three sentences."""
    great: tuple[Rubric, ...] = Field(min_length=4, max_length=4)
    red: tuple[Rubric, ...] = Field(min_length=4, max_length=4)
    prep: QuestionText
    practice: QuestionText


class ValueEntry(Frozen):
    """A value of an employer, or one that is typical for a field."""

    id: Id
    name: str
    statement: Sentence
    """In the employer's own words, where there is a source."""
    competencies: tuple[Id, ...] = Field(min_length=1)
    cues: tuple[str, ...] = ()
    """Words of a posting that put it in play."""
    probe: CaseText | None = None
    """What an interviewer is after who tests it."""


class SourcedText(Frozen):
    """A statement about an employer, with where and when it was read, and until when it holds."""

    text: Sentence
    source: str = Field(pattern=r"^https://")
    checked: date
    expires: date | None = None


class SpecialInterviewerEntry(Frozen):
    """An interviewer whom only this employer has."""

    id: Id
    label: str
    focus: SourcedText
    asks: tuple[AskEntry, ...] = Field(min_length=2)


class CompanyEntry(Frozen):
    """An employer's profile. What cannot be sourced stays out."""

    id: Id
    name: str
    names: tuple[str, ...] = ()
    """Other names that postings use."""
    values_label: str = "Values"
    values_source: str = Field(pattern=r"^https://")
    values_checked: date
    values: tuple[ValueEntry, ...] = Field(min_length=3)
    process: tuple[SourcedText, ...] = Field(min_length=1)
    culture: tuple[SourcedText, ...] = Field(min_length=1)
    unique: tuple[SourcedText, ...] = Field(min_length=1)
    success: tuple[SourcedText, ...] = ()
    facts: tuple[SourcedText, ...] = ()
    mix: dict[Id, dict[QuestionType, int]] = Field(default_factory=dict)
    """Family to counts; twelve in all."""
    mix_source: SourcedText | None = None
    special_interviewer: SpecialInterviewerEntry | None = None
    curveballs: tuple[Id, ...] = ()
    asks: tuple[AskEntry, ...] = ()
    hidden: tuple[PriorityEntry, ...] = ()
    mistakes: tuple[AdviceEntry, ...] = ()
    remember: tuple[Sentence, ...] = ()


class PriorityEntry(Frozen):
    """A hidden priority: what gives it away, and what it means."""

    title: str
    cues: tuple[str, ...] = ()
    """Words of a posting that reveal it; empty for one that always holds."""
    text: CaseText


class AdviceEntry(Frozen):
    """A mistake to avoid, or a piece of advice."""

    title: str
    text: CaseText


class AskEntry(Frozen):
    """A question for an interviewer, and why it works."""

    interviewer: Id
    kind: Literal["standard", "company", "role"]
    families: tuple[Id, ...] = ()
    q: QuestionText
    why: QuestionText


class PhaseEntry(Frozen):
    """Thirty days of a plan: approach and understanding, never results."""

    aim: CaseText
    first: tuple[CaseText, ...] = Field(min_length=3)
    """Lines below the phase's first heading, in order of weight."""
    second: tuple[CaseText, ...] = Field(min_length=2)
    milestone: CaseText


class Nouns(Frozen):
    """The family's own words, in lower case and ready for the middle of a sentence."""

    field: str
    """`nursing`, `software engineering`; for the general family `your field`."""
    people: str
    """Whom the work serves: `patients`, `customers`, `guests`, `students`."""
    team: str
    """`unit`, `team`, `kitchen`, `department`."""
    work: str
    """What is delivered: `care`, `code`, `deals`, `service`."""


class FamilyEntry(Frozen):
    """A trade: everything that differs between trades and is not a question or a skill."""

    id: Id
    name: str
    nouns: Nouns
    titles: tuple[str, ...] = ()
    """Job titles, or the words of titles, that belong to the family; the longest match wins."""
    neighbours: tuple[Id, ...] = ()
    """Families whose years count as relevant."""
    values: tuple[ValueEntry, ...] = Field(min_length=5)
    """Typical for the field; used, and labelled so, where the employer's are unknown."""
    process: tuple[CaseText, ...] = Field(min_length=2)
    """What interviews commonly look like."""
    culture: tuple[CaseText, ...] = Field(min_length=1)
    unique: tuple[CaseText, ...] = Field(min_length=1)
    """What is different about interviews in this trade."""
    mixes: dict[Level, dict[QuestionType, int]]
    """Question mix by level; twelve in all. A level that is missing takes the nearest below."""
    success: dict[Level, tuple[CaseText, ...]]
    """What success looks like, two or three sentences; a level that is missing takes the nearest below."""
    why: tuple[CaseText, ...] = Field(min_length=3)
    """Why such a role exists: a paragraph of two or three sentences each."""
    pain: tuple[CaseText, ...] = Field(min_length=3)
    hidden: tuple[PriorityEntry, ...] = Field(min_length=5)
    mistakes: tuple[AdviceEntry, ...] = Field(min_length=5)
    advice: tuple[AdviceEntry, ...] = Field(min_length=6)
    """What it means for the interview; `title` is the key phrase."""
    remember: tuple[CaseText, ...] = Field(min_length=5)
    learn: PhaseEntry
    build: PhaseEntry
    own: PhaseEntry
    selling_points: tuple[CaseText, ...] = ()


class CurveballEntry(Frozen):
    """A question that is meant to unsettle."""

    id: Id
    q: Sentence
    why: CaseText
    framework: tuple[Sentence, ...] = Field(min_length=4, max_length=4)
    warning: CaseText
    brief: Sentence
    """The framework in two sentences, for the cheat sheet."""
    competencies: tuple[Id, ...] = ()
    """What it tests; a question of section 6 on the same competency excludes it where another is to be had."""


class BridgeEntry(Frozen):
    """How to speak about a kind of gap. Chosen by the words of the requirement, the last entry serves every other."""

    id: Id
    cues: tuple[str, ...] = ()
    kinds: tuple[Literal["tool", "method", "domain", "soft", "language", "degree", "licence", "certificate", "years"], ...] = ()
    worry: tuple[Annotated[str, Slots("company", "role", "gap", "people", "team", "work")], ...] = Field(min_length=2)
    acknowledge: tuple[Annotated[str, Slots("company", "role", "gap", "field")], ...] = Field(min_length=2)
    pivot_with_evidence: tuple[Annotated[str, Slots("company", "role", "gap", "employer", "done", "field")], ...] = Field(
        min_length=2
    )
    """`{done}` is the nearest bullet as a clause: "built REST services used by 50M monthly users"."""
    pivot_without: tuple[Annotated[str, Slots("company", "role", "gap", "field")], ...] = Field(min_length=2)
    close: tuple[Annotated[str, Slots("company", "role", "gap", "team", "people", "work")], ...] = Field(min_length=2)
    verify: tuple[Annotated[str, Slots("gap", "company")], ...] = Field(min_length=3)


class GuidanceEntry(Frozen):
    """Advice that holds for every case, by the place where it stands."""

    id: Id
    """`delivery-do`, `delivery-dont`, `stories-how`, `recovery-steps`, `asks-hurt`, …"""
    lines: tuple[CaseText, ...] = Field(min_length=1)
    heads: tuple[str, ...] = ()
    """A heading a line, where the place has them."""


class FrameEntry(Frozen):
    """Sentences that a section is worded with; a writer takes each at most once a playbook."""

    id: Id
    """`<section>-<slot>`, such as `pitch-hook-changer`."""
    families: tuple[Id, ...] = ()
    texts: tuple[str, ...] = Field(min_length=1)
    """Templates; the slots are those that the writer of the section documents."""


class SectionName(Frozen):
    """A heading of a resume or posting, in the languages that we read."""

    id: Id
    """`work`, `education`, `skills`, `certificates`, `required`, `preferred`, `responsibilities`, `benefits`, …"""
    document: Literal["resume", "job"]
    names: tuple[str, ...] = Field(min_length=1)


SpecialInterviewerEntry.model_rebuild()
CompanyEntry.model_rebuild()
