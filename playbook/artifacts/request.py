"""What a run was asked for: everything that `build` needs to be run again, as it was. Files stand in it by their hash."""

from __future__ import annotations

from datetime import date

from playbook.artifacts.answers import Answers
from playbook.artifacts.document import Upload
from playbook.artifacts.rendering import Format
from playbook.provenance import Frozen


class BuildRequest(Frozen):
    """One case, the model that words it, the day it is made for, and the form of its files."""

    resume: Upload
    job: Upload
    company: str
    role: str | None = None
    name: str | None = None
    answers: Answers | None = None
    model: str
    on: date
    form: Format
