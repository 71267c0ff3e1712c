"""The embedded writer's draft of a stage, composed once however many ask for it.

Verification, the prompt and the embedded engine need the same draft, optimizers need it again for each candidate program.
Artifacts are frozen, so a draft is known by the very objects that it was made of. Composing is for `writers`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

from pydantic import BaseModel

from playbook.masking import masked
from playbook.provenance import Line
from signatures.wording import encode, wordable
from signatures.writers import WRITERS, compose

KEPT = 256
"""Drafts in memory: those of a batch's running playbooks, or of an optimizer's examples."""


@dataclass(frozen=True)
class Draft:
    """A draft, and its sentences that a model may word."""

    artifact: BaseModel

    @cached_property
    def lines(self) -> dict[str, Line]:
        """Pointer to line. A sentence with contact data in it stays as it stands: no prompt may hold that."""
        return {at: line for at, line in wordable(self.artifact).items() if masked(text := encode(line)) == text}


_drafts: OrderedDict[tuple[Any, ...], tuple[tuple[Any, ...], Draft]] = OrderedDict()
_lock = Lock()


def draft_of(task: str, inputs: Mapping[str, Any]) -> Draft:
    """The draft of a signature's inputs. Raises `KeyError` on a task that no writer serves."""
    made_of = tuple(inputs[name] for name in WRITERS[task].inputs)
    key = (task, *map(id, made_of))
    with _lock:
        known = _drafts.get(key)
        if known:
            _drafts.move_to_end(key)
            return known[1]
    draft = Draft(compose(task, inputs))
    with _lock:
        _drafts[key] = (made_of, draft)  # what is held keeps its id
        while len(_drafts) > KEPT:
            _drafts.popitem(last=False)
    return draft
