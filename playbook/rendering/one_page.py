"""Makes the handout and the cheat sheet fit one page: smaller type down to what is legible, then fewer lines.

Lists are in order of weight, so the last line of the longest list is the first to go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from playbook.artifacts.cheat_sheet import CheatSheet
from playbook.artifacts.plan import Block, Phase
from playbook.artifacts.playbook import Playbook
from playbook.artifacts.theme import Theme
from playbook.provenance import lines_of
from playbook.rendering.html import OnePage, one_page
from playbook.rendering.pdf import Made
from playbook.rendering.press import printed
from playbook.rendering.theme import pictures_of

T = TypeVar("T")
LADDER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76)
"""Font scales; the last is the smallest that one reads at arm's length (7.2 pt)."""
BELOW_THE_FLOOR = (0.68, 0.6, 0.5, 0.4)
"""For a page on which nothing is left to drop; better small than cut off."""


def fitted(
    playbook: Playbook, which: OnePage, paper: str, made: Made, theme: Theme | None = None
) -> tuple[Playbook, float, bytes]:
    """The playbook with what fits on the page, the font scale, and the page itself as a PDF."""

    def page(shown: Playbook, scale: float, most_pages: int | None = 1) -> bytes | None:
        return printed(
            one_page(shown, which, scale, theme), paper, made, pictures=pictures_of(theme), most_pages=most_pages
        ).pdf

    for scale in LADDER:
        whole = page(playbook, scale)
        if whole is not None:
            return playbook, scale, whole
    candidates = list(_shorter_and_shorter(playbook, _shorter_plan if which == "handout" else _shorter_sheet))
    kept = _first(candidates, lambda shown: page(shown, LADDER[-1]))
    if kept is not None:
        return kept[0], LADDER[-1], kept[1]
    shortest = candidates[-1] if candidates else playbook
    for scale in BELOW_THE_FLOOR:
        small = page(shortest, scale)
        if small is not None:
            return shortest, scale, small
    return shortest, scale, page(shortest, scale, most_pages=None) or b""


def _first(items: Sequence[T], attempt: Callable[[T], bytes | None]) -> tuple[T, bytes] | None:
    """The first item whose attempt succeeds. They are in order: where one succeeds, all after it would."""
    if not items:
        return None
    first = attempt(items[0])
    if first is not None:
        return items[0], first
    last = attempt(items[-1])
    if last is None:
        return None
    low, high, best = 0, len(items) - 1, last
    while high - low > 1:
        middle = (low + high) // 2
        laid = attempt(items[middle])
        if laid is None:
            low = middle
        else:
            high, best = middle, laid
    return items[high], best


def _shorter_and_shorter(playbook: Playbook, shorter: Callable[[Playbook], Playbook | None]) -> Iterator[Playbook]:
    """The playbook with one line less, two lines less, and so on, down to one line a list."""
    smaller = shorter(playbook)
    while smaller is not None:
        yield smaller
        smaller = shorter(smaller)


def _shorter_plan(playbook: Playbook) -> Playbook | None:
    """Without the last line of the longest list in the tallest column; `None` where each list has one line left."""
    phases = playbook.plan.phases
    droppable = [
        (_column(phase), _weight(block), phase_at, block_at)
        for phase_at, phase in enumerate(phases)
        for block_at, block in enumerate(phase.blocks)
        if len(block.lines) > 1
    ]
    if not droppable:
        return None
    *_, phase_at, block_at = max(droppable)
    phase = phases[phase_at]
    block = phase.blocks[block_at]
    blocks = _with(phase.blocks, block_at, block.model_copy(update={"lines": block.lines[:-1]}))
    plan = playbook.plan.model_copy(update={"phases": _with(phases, phase_at, phase.model_copy(update={"blocks": blocks}))})
    return playbook.model_copy(update={"plan": plan})


def _shorter_sheet(playbook: Playbook) -> Playbook | None:
    """Without the last entry of the list that takes most room; `None` where each list has one entry left."""
    sheet = playbook.cheat_sheet
    lists = {name: value for name in CheatSheet.model_fields if isinstance(value := getattr(sheet, name), tuple)}
    names = [name for name, value in lists.items() if len(value) > 1]
    if not names:
        return None
    name = max(names, key=lambda name: (sum(len(line.text) for _, line in lines_of(lists[name])), name))
    return playbook.model_copy(update={"cheat_sheet": sheet.model_copy(update={name: lists[name][:-1]})})


def _weight(block: Block) -> int:
    return sum(len(line.text) for line in block.lines)


def _column(phase: Phase) -> int:
    return len(phase.aim.text) + len(phase.milestone.text) + sum(_weight(block) for block in phase.blocks)


def _with(items: tuple[T, ...], at: int, item: T) -> tuple[T, ...]:
    return (*items[:at], item, *items[at + 1 :])
