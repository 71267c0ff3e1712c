"""What texts name: skills, credentials, competencies, verbs, the headings of documents; and how words are spelled."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from playbook.knowledge.schema.texts import Id, Sentence
from playbook.provenance import Frozen


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
    homonyms: tuple[str, ...] = ()
    """Those of its names that other trades use for other things: `PIP` counts only among things of its own families."""
    families: tuple[Id, ...] = ()
    kind: Literal["tool", "method", "domain", "soft", "language"] = "method"


class Credential(Frozen):
    """A degree, licence or certificate."""

    id: Id
    name: str
    kind: Literal["degree", "licence", "certificate"]
    aliases: tuple[str, ...] = ()
    not_same: tuple[str, ...] = ()
    """Words that look like it and are not: "foundation degree in" for the "degree in" of a bachelor's."""
    equivalent: tuple[Id, ...] = ()
    requires: tuple[Id, ...] = ()
    """Who holds this holds those too: a CCRN is a registered nurse."""
    level: int = Field(0, ge=0, le=5)
    """For degrees: 1 associate, 2 bachelor, 3 master, 4 doctorate; a higher one satisfies a lower one."""
    area: str | None = None
    """For degrees: the field of study, where the credential fixes it."""
    implies: tuple[Id, ...] = ()
    """Skills that it shows."""
    assumed: bool = False
    """Whether most who hold it do not list it, such as a driver's license: its absence from a resume says nothing."""
    source: str | None = Field(None, pattern=r"^https://")
    """Where the issuer says what a holder must have."""
    checked: date | None = None
    """When it was read there."""


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


class SectionName(Frozen):
    """A heading of a resume or posting, in the languages that we read."""

    id: Id
    """`work`, `education`, `skills`, `certificates`, `required`, `preferred`, `responsibilities`, `benefits`, …"""
    document: Literal["resume", "job"]
    names: tuple[str, ...] = Field(min_length=1)


class Spelling(Frozen):
    """A word that English spells in two ways; the id is the American one, in which the packs are written."""

    id: Id
    british: str = Field(pattern=r"^[A-Za-z]+$")
    """In small letters, or in those that it always has."""
    canadian: str | None = Field(None, pattern=r"^[A-Za-z]+$")
    """In Canada, where that is not what its rule says: as in Britain, but -ize and -yze as in America."""
    tells: bool = True
    """Whether a document that writes one of the two gives its English away: many an Australian posting asks for a resume."""
