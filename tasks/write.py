"""The written stages: each is its DSPy program, verified, over the facts of the case.

What a stage is asked stands in `signatures`, what the embedded writer answers in `playbook.writing`.
"""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel

from playbook.artifacts.asks import Asks
from playbook.artifacts.assessment import Assessment
from playbook.artifacts.brief import Brief
from playbook.artifacts.cheat_sheet import CheatSheet
from playbook.artifacts.decoding import Decoding
from playbook.artifacts.pitch import Pitch
from playbook.artifacts.plan import Plan
from playbook.artifacts.questions import Questions
from playbook.artifacts.scripts import Scripts
from playbook.artifacts.stories import Stories
from playbook.checks.counts import check_questions, check_stories
from playbook.grounding.case import ground_of
from tasks.run import Origin, Run
from tasks.stage import stage

ModelT = TypeVar("ModelT", bound=BaseModel)

VERIFIED = ("signatures.verify", "signatures.parts", "signatures.prompt", "signatures.reply", "signatures.wording")
WORDS = ("families", "guidance", "frames", "competencies", "verbs", "skills", "credentials", "spellings")


def _written(run: Run, kind: type[ModelT], stage_name: str, facts: Brief, **others: BaseModel) -> ModelT:
    """The artifact of a written stage; what wording it took is left for the wrapper to record."""
    from signatures.verify import word

    inputs = {"brief": facts, **others}
    ground = ground_of(facts, run.knowledge)
    written = word(
        stage_name, inputs, model=run.model, settings=run.place.settings, ground=ground, budget=run.budget, run=run.id
    )
    run.pending.add(
        Origin(
            tokens_in=written.tokens_in,
            tokens_out=written.tokens_out,
            degraded=[f"{stage_name}: {fault}" for fault in written.degraded],
            calls=written.calls,
            cost_usd=written.cost_usd,
            passing=written.passing,
            programs={stage_name: written.program} if written.program else {},
        )
    )
    if not isinstance(written.artifact, kind):
        message = f"stage {stage_name} wrote a {type(written.artifact).__name__}, not a {kind.__name__}"
        raise TypeError(message)
    return written.artifact


@stage(code=("playbook.writing.assess", "signatures.assess", *VERIFIED), packs=WORDS, worded=True)
def assess(run: Run, brief: Brief) -> Assessment:
    """Sections 1 and 2."""
    return _written(run, Assessment, "assess", brief)


@stage(code=("playbook.writing.decode", "signatures.decode", *VERIFIED), packs=(*WORDS, "companies"), worded=True)
def decode(run: Run, brief: Brief) -> Decoding:
    """Section 3."""
    return _written(run, Decoding, "decode", brief)


@stage(code=("playbook.writing.pitch", "signatures.pitch", *VERIFIED), packs=(*WORDS, "companies"), worded=True)
def pitch(run: Run, brief: Brief) -> Pitch:
    """Section 4."""
    return _written(run, Pitch, "pitch", brief)


@stage(
    code=("playbook.writing.draft_stories", "signatures.draft_stories", *VERIFIED),
    packs=(*WORDS, "archetypes"),
    worded=True,
    check=check_stories,
)
def draft_stories(run: Run, brief: Brief) -> Stories:
    """Section 5."""
    return _written(run, Stories, "draft_stories", brief)


@stage(
    code=("playbook.writing.generate_questions", "signatures.generate_questions", *VERIFIED),
    packs=(*WORDS, "questions", "countries"),
    worded=True,
    check=check_questions,
)
def generate_questions(run: Run, brief: Brief, stories: Stories) -> Questions:
    """Section 6."""
    return _written(run, Questions, "generate_questions", brief, stories=stories)


@stage(
    code=("playbook.writing.bridge_gaps", "signatures.bridge_gaps", *VERIFIED),
    packs=(*WORDS, "bridges", "curveballs", "companies"),
    worded=True,
)
def bridge_gaps(run: Run, brief: Brief, stories: Stories, questions: Questions) -> Scripts:
    """Section 7."""
    return _written(run, Scripts, "bridge_gaps", brief, stories=stories, questions=questions)


@stage(
    code=("playbook.writing.ask_back", "signatures.ask_back", *VERIFIED),
    packs=(*WORDS, "asks", "companies"),
    worded=True,
)
def ask_back(run: Run, brief: Brief) -> Asks:
    """Section 8."""
    return _written(run, Asks, "ask_back", brief)


@stage(code=("playbook.writing.plan_90_days", "signatures.plan_90_days", *VERIFIED), packs=WORDS, worded=True)
def plan_90_days(run: Run, brief: Brief) -> Plan:
    """Section 9."""
    return _written(run, Plan, "plan_90_days", brief)


@stage(
    code=("playbook.writing.condense", "signatures.condense", *VERIFIED),
    packs=(*WORDS, "curveballs", "companies"),
    worded=True,
)
def condense(  # noqa: PLR0913  it condenses everything
    run: Run, brief: Brief, assessment: Assessment, pitch: Pitch, stories: Stories, scripts: Scripts, asks: Asks
) -> CheatSheet:
    """Section 10."""
    return _written(
        run, CheatSheet, "condense", brief, assessment=assessment, pitch=pitch, stories=stories, scripts=scripts, asks=asks
    )
