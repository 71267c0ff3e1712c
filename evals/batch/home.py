"""A home of its own in which the command line is run as a user runs it, and what its ledger and its folder then hold.

Nothing here knows what a batch should come to: that is for `night` and `chaos`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from playbook.settings import CHECKOUT, Settings
from playbook.store.ledger import ledger

FILES = frozenset({"playbook.pdf", "playbook.html", "handout.pdf", "cheat-sheet.pdf", "playbook.json", "answers.yaml"})
"""What a playbook leaves, by the interface."""


@dataclass(frozen=True)
class Ran:
    """A command that ended."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """What it printed with `--json`."""
        made: dict[str, Any] = json.loads(self.out)
        return made


@dataclass(frozen=True)
class Home:
    """Folder of state, and the packs where they are not those of the project."""

    folder: Path
    knowledge: Path | None = None
    more: Mapping[str, str] = field(default_factory=dict)
    """Settings besides, as variables."""

    @property
    def settings(self) -> Settings:
        """The settings that the commands have."""
        return Settings(home=self.folder, _env_file=None)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """A command in a session of its own, so that it can be killed with all that it started."""
        self.folder.mkdir(parents=True, exist_ok=True)
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PLAYBOOK_", "PREFECT_"))}
        own = {"PLAYBOOK_HOME": str(self.folder), "PYTHONPATH": str(CHECKOUT), "PREFECT_PROFILES_PATH": "no-such-profiles.toml"}
        if self.knowledge is not None:
            own["PLAYBOOK_KNOWLEDGE"] = str(self.knowledge)
        return subprocess.Popen(  # noqa: S603  our own command
            [sys.executable, "-m", "playbook.cli", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=inherited | own | dict(self.more),
            cwd=self.folder,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> Ran:
        """A command, to its end."""
        with self.start(*arguments) as process:
            out, err = process.communicate()
        return Ran(process.returncode, out, err)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the ledger knows, every journal loaded."""
        with ledger(self.settings) as connection:
            return connection.execute(query, list(values)).fetchall()


def contents(folder: Path) -> dict[str, str]:
    """Path below a folder to the hash of each file in it, of playbooks only: reports have clock times."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.glob("*/*"))
        if path.is_file()
    }
