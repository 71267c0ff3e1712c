"""Files from the user to a case: their bytes go into the store, their content is for the stages."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from flows.build_playbook import Case
from playbook.artifacts.document import Upload
from playbook.errors import Refusal
from playbook.intake import files
from playbook.intake.answers import read_answers
from playbook.intake.refusals import LONGEST_NAME
from playbook.locations import Location
from playbook.settings import Settings
from playbook.store.blobs import BlobStore


def received(  # noqa: PLR0913  the interface has as many options
    resume: Location,
    job: Location,
    *,
    company: str,
    role: str | None,
    name: str | None,
    settings: Settings,
    answers: Location | None = None,
    ocr: bool = False,
    keep: bool = True,
) -> Case:
    """The case for these files and names. Raises `Refusal` for what cannot even be stored; without `keep` nothing is stored."""
    store = BlobStore(settings.artifacts) if keep else None
    return Case(
        resume=_uploaded(resume, "resume", store, ocr=ocr),
        job=_uploaded(job, "job", store, ocr=ocr),
        company=_named(company, "company"),
        role=_named(role, "role") if role is not None else None,
        name=_named(name, "name") if name is not None else None,
        answers=read_answers(answers) if answers is not None else None,
    )


def _uploaded(path: Location, name: Literal["resume", "job"], store: BlobStore | None, *, ocr: bool) -> Upload:
    content, expected = files.received(path, name)
    sha = store.put_bytes(content) if store is not None else sha256(content).hexdigest()
    return Upload(name=name, format=expected, sha256=sha, ocr=ocr)


def _named(text: str, what: str) -> str:
    """A name on one line, or a refusal."""
    line = " ".join(text.split())
    if line and len(line) <= LONGEST_NAME and line.isprintable():
        return line
    found = "an empty name" if not line else f"{len(line)} characters" if len(line) > LONGEST_NAME else "unprintable characters"
    raise Refusal(
        f"{what}.invalid", found=found, wanted=f"1 to {LONGEST_NAME} printable characters", remedy=f"correct --{what}"
    )
