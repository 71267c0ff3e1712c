"""Sections 1 and 2: how well the candidate fits, what speaks for them, what to prepare first.

Chooses strengths and gaps once, so that both sections name the same; the wording is in `snapshot` and `standing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.artifacts.assessment import Assessment
from playbook.writing.gaps import choose_gaps
from playbook.writing.pen import Pen
from playbook.writing.snapshot import snapshot
from playbook.writing.standing import standing
from playbook.writing.strengths import choose_strengths

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge


def assess(brief: Brief, knowledge: Knowledge) -> Assessment:
    """Snapshot and standing of a case; fewer than three strengths or gaps where the case has fewer."""
    gaps = choose_gaps(brief, knowledge)
    strengths = choose_strengths(brief, knowledge, gaps)
    pen = Pen("standing", brief, knowledge)
    stood = standing(pen, strengths, gaps)
    return Assessment(snapshot=snapshot(pen, strengths, gaps), standing=stood)
