"""The stages that put the candidate's answers into the sections, one for each section.

A section is handed only the answers that stand in it, so that one answer makes one section stale. What an answer becomes is
for `playbook.answering`.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from playbook.answering import fill_in
from playbook.artifacts.answers import Answers
from playbook.artifacts.asks import Asks
from playbook.artifacts.assessment import Assessment
from playbook.artifacts.cheat_sheet import CheatSheet
from playbook.artifacts.decoding import Decoding
from playbook.artifacts.pitch import Pitch
from playbook.artifacts.plan import Plan
from playbook.artifacts.questions import Questions
from playbook.artifacts.scripts import Scripts
from playbook.artifacts.stories import Stories
from playbook.provenance import lines_of
from playbook.store.blobs import Ref
from tasks.run import Run
from tasks.stage import Stage

T = TypeVar("T", bound=BaseModel)


def _fill(run: Run, artifact: T, answers: Answers) -> T:  # noqa: ARG001  every stage has its run
    return fill_in(artifact, answers)


STAGES: dict[str, Stage[Any]] = {
    kind.__name__: Stage(
        f"answer_{name}",
        _fill,
        kind,
        (("artifact", kind), ("answers", Answers)),
        code=("playbook.answering",),
        decided=False,
        packs=(),
        worded=False,
        check=None,
    )
    for name, kind in (
        ("assessment", Assessment),
        ("decoding", Decoding),
        ("pitch", Pitch),
        ("stories", Stories),
        ("questions", Questions),
        ("scripts", Scripts),
        ("asks", Asks),
        ("plan", Plan),
        ("cheat_sheet", CheatSheet),
    )
}


def answered(run: Run, ref: Ref[T], answers: Answers | None) -> Ref[T]:
    """The section with the answers that stand in it; itself where none does."""
    if answers is None or not answers.answers:
        return ref
    stage = STAGES[ref.kind]
    artifact = run.place.blobs.get(ref, stage.kind)
    own = answers.only(blank.id for _, line in lines_of(artifact) for blank in line.blanks)
    return stage(run, ref, own) if own.answers else ref
