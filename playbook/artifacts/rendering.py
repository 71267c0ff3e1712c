"""The artifact of `render`: the six files of a playbook, by name."""

from __future__ import annotations

from playbook.provenance import Frozen


class Rendering(Frozen):
    """The finished files; their bytes lie in the artifact store."""

    files: dict[str, str]
    """File name to the hash of its content."""
    pages: int
    blanks: int
    """How many questions are left to the candidate."""
