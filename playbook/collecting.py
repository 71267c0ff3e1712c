"""How often this process looks for garbage in cycles. Called where a process begins, and by no library code.

The pipeline reads packs and texts into many small objects that stay; at Python's own pace the collector searches them over and
over, and finds nothing. Layout, which makes the most objects, keeps to a pace of its own: see `playbook.rendering.pdf`.
"""

from __future__ import annotations

import gc

PACE = (50_000, 20, 10)
"""New objects from one search of the young to the next, and what the older wait for; Python's own are 700, 10 and 10."""


def collect_seldom() -> None:
    """Search the new objects when there are many of them: loading libraries and packs makes hundreds of thousands that stay."""
    gc.set_threshold(*PACE)


def settle() -> None:
    """Leave out of every later search what is there now: packs and libraries stay as long as the process."""
    gc.collect()
    gc.freeze()
