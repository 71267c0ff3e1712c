"""The artifact of `render`: the files of a playbook by name; and what is asked of them besides the playbook itself."""

from __future__ import annotations

from typing import Literal

from playbook.artifacts.theme import Theme
from playbook.provenance import Frozen


class Format(Frozen):
    """How the files are to look, and which are wanted."""

    paper: Literal["a4", "letter"] = "a4"
    docx: bool = False
    """Whether there is an editable Word file, too."""
    theme: Theme | None = None


class Rendering(Frozen):
    """The finished files; their bytes lie in the artifact store."""

    files: dict[str, str]
    """File name to the hash of its content."""
    pages: int
    blanks: int
    """How many questions are left to the candidate."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Hashes of what has to be there besides this artifact."""
        return tuple(sorted(set(self.files.values())))
