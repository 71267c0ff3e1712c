"""Whether a program may stand: measured against what stands now, on pairs that it was not made from.

It may where the gain's interval excludes zero and nothing gets worse; who says what counts is `evals.compare.gate`. Where
promotions are kept is for `signatures.promotion`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.compare import compare, gate
from evals.evaluate import evaluate
from evals.labelled.release import current
from evals.optimize.optimize import TARGETS
from evals.runs import find_run
from playbook.errors import Refusal
from playbook.settings import EMBEDDED
from playbook.store.evals import eval_store
from signatures.programs import SIGNATURES, check_fits
from signatures.promotion import Promotion, kept, standing
from signatures.promotion import promote as let_stand
from signatures.promotion import roll_back as go_back

if TYPE_CHECKING:
    from evals.labelled.release import Release
    from playbook.settings import Settings
    from signatures.promotion import Program

WRITTEN_TARGET = "overstated"
"""What a written stage's program must do better at, beside breaking no rule."""


@dataclass(frozen=True)
class Promoted:
    """A promotion, and the measurement that earned it."""

    program: str
    stage: str
    model: str
    stood: str | None
    scorer: str
    before: float
    after: float
    gain: float
    low: float
    high: float
    runs: tuple[str, str]
    percent: float | None


def promote(name: str, settings: Settings, *, split: str, percent: float | None) -> Promoted:
    """Let a program stand, for all runs or as a canary for `percent` of them.

    Raises `Refusal` with the reasons where it may not: another signature, an older release, no gain beyond doubt, or a slice or
    a rule that gets worse.
    """
    found = kept(name, settings)
    check_fits(found, found.stage)
    release = current()
    _check_release(found, release)
    now = standing(found.stage, found.model, settings)
    if now.program == found.program:
        raise Refusal(
            "program.stands",
            found=f"program {found.program}, which stands already",
            wanted="a program that does not",
            remedy="`playbook rollback` takes a canary back",
        )
    before = evaluate(found.stage, split, model=found.model, settings=settings, release=release, program=now.program)
    after = evaluate(found.stage, split, model=found.model, settings=settings, release=release, program=found.program)
    with eval_store(settings) as store:
        compared = compare(find_run(store, before.run_id), find_run(store, after.run_id))
    scorer = TARGETS.get(found.stage, (WRITTEN_TARGET,))[0]
    ruling = gate(compared, found.stage, scorer)
    if not ruling.passed:
        raise Refusal(
            "promotion.refused",
            found="; ".join(ruling.reasons),
            wanted=f"a gain in {scorer} on {split} whose interval excludes zero, and nothing worse",
            remedy=f"look at it: playbook compare {before.run_id} {after.run_id}",
        )
    difference = compared.of(found.stage, scorer)
    stands = Promotion(
        program=now.program if percent else found.program,
        canary=found.program if percent else None,
        percent=percent or 0.0,
        why=f"{scorer} {difference.before:.4f} -> {difference.after:.4f} on {split} of {release.name}",
    )
    let_stand(stands, found.stage, found.model, settings)
    return Promoted(
        program=found.program,
        stage=found.stage,
        model=found.model,
        stood=now.program,
        scorer=scorer,
        before=difference.before,
        after=difference.after,
        gain=difference.gain.value,
        low=difference.gain.low,
        high=difference.gain.high,
        runs=(before.run_id, after.run_id),
        percent=percent,
    )


def roll_back(stage: str, model: str | None, settings: Settings) -> tuple[str, Promotion]:
    """Let what stood before stand again: whose program, and what stands now."""
    name = model or (settings.model if stage in SIGNATURES else EMBEDDED)
    return name, go_back(stage, name, settings)


def _check_release(found: Program, release: Release) -> None:
    """A program of other text may have seen what it is measured on, and has not seen what was learned since."""
    if found.release != release.sha:
        made = f"release {found.release_number}" if found.release_number else f"draft {found.release[:8]}"
        raise Refusal(
            "program.older-release",
            found=f"a program made from {made}",
            wanted=f"one made from {release.name}, as the labelled set stands",
            remedy="optimise again",
        )
