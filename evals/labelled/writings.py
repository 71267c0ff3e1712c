"""Good and bad wording of stories, pitches and bridge scripts: what scorers and judges are held to.

The shape of `writings.yaml` only. What a scorer makes of a writing is for `evals.calibration`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from playbook.provenance import Frozen

Fault = Literal[
    "invented-number",
    "moved-number",
    "invented-outcome",
    "invented-tool",
    "invented-credential",
    "stronger-verb",
    "wrong-employer",
    "wrong-direction",
    "fused-facts",
    "laundered",
    "no-result",
    "no-action",
    "generic",
    "too-long",
    "bullet-read-aloud",
    "blank-where-known",
    "off-topic",
    "apologetic",
    "denies",
    "flattery",
    "jargon-salad",
]
Kind = Literal["story", "pitch", "script"]


class Writing(Frozen):
    """A wording, and whether it is one to be used."""

    good: bool
    faults: tuple[Fault, ...] = ()
    why: str = ""

    @model_validator(mode="after")
    def _says_what_is_wrong(self) -> Writing:
        if self.good == bool(self.faults):
            message = f"a bad writing names its faults and a good one has none: found {self.faults}"
            raise ValueError(message)
        return self

    @property
    def kind(self) -> Kind:
        """What it is."""
        raise NotImplementedError

    @property
    def target(self) -> str:
        """The bullet that it tells or the requirement that it answers, verbatim; empty for a pitch."""
        return ""

    @property
    def parts(self) -> dict[str, str]:
        """Its text, by part."""
        raise NotImplementedError

    @property
    def said(self) -> str:
        """The whole as it would be said."""
        return " ".join(self.parts.values())


class WrittenStory(Writing):
    """A STAR story of one bullet."""

    bullet: str
    situation: str
    task: str
    action: str
    result: str

    @property
    def kind(self) -> Kind:
        """A story."""
        return "story"

    @property
    def target(self) -> str:
        """The bullet."""
        return self.bullet

    @property
    def parts(self) -> dict[str, str]:
        """The four parts."""
        return {"situation": self.situation, "task": self.task, "action": self.action, "result": self.result}


class WrittenPitch(Writing):
    """A pitch of half a minute."""

    text: str

    @property
    def kind(self) -> Kind:
        """A pitch."""
        return "pitch"

    @property
    def parts(self) -> dict[str, str]:
        """One part."""
        return {"text": self.text}


class WrittenScript(Writing):
    """A bridge over one gap."""

    requirement: str
    text: str

    @property
    def kind(self) -> Kind:
        """A script."""
        return "script"

    @property
    def target(self) -> str:
        """The requirement."""
        return self.requirement

    @property
    def parts(self) -> dict[str, str]:
        """One part."""
        return {"text": self.text}


class Writings(Frozen):
    """The examples of one pair."""

    author: str
    stories: tuple[WrittenStory, ...] = ()
    pitches: tuple[WrittenPitch, ...] = ()
    scripts: tuple[WrittenScript, ...] = ()

    @property
    def all(self) -> tuple[Writing, ...]:
        """Every example."""
        return (*self.stories, *self.pitches, *self.scripts)
