"""Words that sections are made of: advice, bridges over gaps, frames."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbook.knowledge.schema.texts import CaseText, Id
from playbook.knowledge.template import Slots
from playbook.provenance import Frozen


class PriorityEntry(Frozen):
    """A hidden priority: what gives it away, and what it means."""

    title: str
    cues: tuple[str, ...] = ()
    """Words of a posting that reveal it; empty for one that always holds."""
    anti: tuple[str, ...] = ()
    """Words of a line that give its cues another sense: "close attention" says nothing of a monthly close."""
    text: CaseText


class AdviceEntry(Frozen):
    """A mistake to avoid, or a piece of advice."""

    title: str
    text: CaseText


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
