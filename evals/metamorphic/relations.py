"""What is kept of a reading when its resume is changed, and whether the playbook of it may still go out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evals.metamorphic.changes import Keeps
from evals.playbooks import Composed
from playbook.checks.claims import check_claims
from playbook.checks.counts import check_questions, check_stories
from playbook.checks.sums import check_fit
from playbook.consistency import inspect
from playbook.knowledge.packs import Knowledge

_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "})
_YEAR = 4


@dataclass(frozen=True)
class Reading:
    """What a playbook rests on, in words that spelling and setting do not touch."""

    positions: tuple[str, ...]
    """Employer, title and dates of each."""
    bullets: tuple[str, ...]
    statuses: tuple[str, ...]
    """Each requirement with its status."""


@dataclass(frozen=True)
class Kept:
    """Shares of a reading that another one has too."""

    positions: float
    bullets: float
    statuses: float
    lost: tuple[str, ...] = ()
    """What of the first the second one does not have."""


def reading_of(composed: Composed, keeps: Keeps = "all") -> Reading:
    """The reading under a playbook; for `years`, dates are to the year."""
    brief = composed.playbook.brief
    to = _YEAR if keeps == "years" else None
    positions = []
    for one in brief.resume.positions:
        end = "now" if one.is_current else (one.end_date or "")[:to]
        positions.append(_folded(f"{one.employer} | {one.title} | {(one.start_date or '')[:to]} to {end}"))
    texts = {one.id: one.text for one in brief.posting.requirements}
    return Reading(
        tuple(positions),
        tuple(_folded(one.text) for one in brief.resume.highlights),
        tuple(f"{texts.get(one.requirement, one.requirement)}: {one.status}" for one in brief.matching.requirements),
    )


def kept(before: Reading, after: Reading) -> Kept:
    """How much of a reading is in another."""
    parts = [
        (before.positions, after.positions),
        (before.bullets, after.bullets),
        (before.statuses, after.statuses),
    ]
    lost = [list((Counter(one) - Counter(other)).elements()) for one, other in parts]
    shares = [1 - len(gone) / len(one) if one else 1.0 for gone, (one, _) in zip(lost, parts, strict=True)]
    positions, bullets, statuses = shares
    return Kept(positions, bullets, statuses, tuple(line for gone in lost for line in gone))


def held(composed: Composed, knowledge: Knowledge) -> tuple[str, ...]:
    """What would keep a playbook from going out: each blocking rule with its first finding."""
    made = composed.playbook
    results = (
        *check_claims(made, composed.resume, composed.job, knowledge),
        *check_stories(made.stories, made.brief),
        *check_questions(made.questions),
        *check_fit(made.brief.fit),
        *inspect(made),
    )
    broken = (one for one in results if not one.ok and one.severity == "block")
    return tuple(f"{one.rule}: {next(iter(one.samples), '')}" for one in broken)


def mean(values: Iterable[float]) -> float:
    """Of shares; one where there are none."""
    found = list(values)
    return sum(found) / len(found) if found else 1.0


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_FOLDED)).strip().casefold()
