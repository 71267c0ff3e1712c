"""What the headers of a resume have in common: people keep to one order, and it decides where words do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Order = Literal["title", "employer"]
"""What stands first in the headers of a document: people keep to one order."""


@dataclass(frozen=True, slots=True)
class Form:
    """What the headers of a section have in common: it decides where the words of one of them do not."""

    order: Order | None = None
    joint: bool = False
    """Whether titles carry their employers behind a comma."""
    is_sited: bool = False
    """Whether titles carry their place behind a comma, and the employer stands elsewhere."""
    parts: int = 0
    """Parts between commas that most headers of one piece have; 0 where they differ."""
    after: int = 0
    """Pieces that stand before the employer, the title aside: 1 where the place does."""


NO_FORM = Form()
