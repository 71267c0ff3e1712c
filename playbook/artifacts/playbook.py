"""The whole playbook, and its form for machines: `playbook.json` as the interface promises it."""

from __future__ import annotations

from pydantic import Field

from playbook.artifacts.asks import Asks
from playbook.artifacts.assessment import Assessment
from playbook.artifacts.brief import Brief
from playbook.artifacts.cheat_sheet import CheatSheet
from playbook.artifacts.decoding import Decoding
from playbook.artifacts.document import ReadingNote
from playbook.artifacts.inspection import Inspection
from playbook.artifacts.pitch import Pitch
from playbook.artifacts.plan import Plan
from playbook.artifacts.questions import Questions
from playbook.artifacts.scripts import Scripts
from playbook.artifacts.stories import Stories
from playbook.provenance import Claim, Frozen, claims_of


class Run(Frozen):
    """How the playbook was made; nothing here depends on the clock or the machine."""

    id: str
    """Content key of the run."""
    model: str
    version: str
    programs: dict[str, str] = Field(default_factory=dict)
    """Stage to the hash of the promoted program that worded it."""
    degraded: tuple[str, ...] = ()
    """Fields that the model did not write, as `stage: pointer: reason`."""
    tokens_in: int = 0
    tokens_out: int = 0


class Playbook(Frozen):
    """Everything that is rendered."""

    brief: Brief
    assessment: Assessment
    decoding: Decoding
    pitch: Pitch
    stories: Stories
    questions: Questions
    scripts: Scripts
    asks: Asks
    plan: Plan
    cheat_sheet: CheatSheet
    notes: tuple[ReadingNote, ...] = ()
    """What in the candidate's answers does not agree with the resume."""
    inspection: Inspection | None = None
    run: Run

    @property
    def sections(self) -> dict[str, object]:
        """The ten sections by the names of the interface."""
        return {
            "snapshot": self.assessment.snapshot,
            "standing": self.assessment.standing,
            "decoding": self.decoding,
            "pitch": self.pitch,
            "stories": self.stories,
            "questions": self.questions,
            "scripts": self.scripts,
            "asks": self.asks,
            "plan": self.plan,
            "cheat_sheet": self.cheat_sheet,
        }

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The ledger: every sentence of every section."""
        return claims_of(self.sections)
