"""A number behind the title of the role is its level, unless it counts what comes next."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from playbook.consistency.figures import title_holds
from playbook.provenance import Line, Words


@pytest.mark.parametrize(
    ("said", "bad"),
    [
        ("You stepped up as acting Night Porter 2 nights in 2024.", 0),
        ("You were Night Porter 3 times over.", 0),
        ("The Night Porter 2 role is yours.", 1),
        ("As Night Porter IV you will keep the log.", 1),
        ("Night Porter 2 is what they look for.", 1),
    ],
)
def test_what_is_counted_behind_a_title_is_no_level(said: str, bad: int) -> None:
    """Known bad: a playbook was held back since somebody had been "acting Electrical Supervisor 2 swings"."""
    brief = SimpleNamespace(posting=SimpleNamespace(title="Night Porter"), resume=SimpleNamespace(positions=()))
    whole: Any = SimpleNamespace(
        playbook=SimpleNamespace(brief=brief), lines=[("a", Line(parts=(Words(text=said),), provenance="draft"))]
    )
    looked, found = title_holds(whole)
    assert (looked, len(found)) == (1, bad)
