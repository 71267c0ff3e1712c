"""What a reader of one format makes of a file, before limits and language are judged."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.artifacts.document import Quarantined


@dataclass(frozen=True, slots=True)
class Extract:
    """The folded text, and what a person should know of how it came about."""

    text: str
    hidden: tuple[Quarantined, ...] = ()
    """Words of the file that no reader sees; they are in no other field."""
    pages: int | None = None
    columns: int = 1
    is_uncertain: bool = False
    """Whether two programs read the layout in different orders."""
    is_recognised: bool = False
    """Whether the words were recognised in pictures."""
    changes: int = 0
    """Deletions of tracked changes that were left out."""
    attachments: int = 0
    """Files inside the file; they are not read."""
