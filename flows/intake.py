"""Files from the user to a case: their bytes go into the store, their content is for the stages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from flows.build_playbook import Case
from playbook.artifacts.document import Upload
from playbook.errors import Refusal
from playbook.settings import Settings
from playbook.store.blobs import BlobStore

MOST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 200


def received(resume: Path, job: Path, *, company: str, role: str | None, name: str | None, settings: Settings) -> Case:
    """The case for these files and names. Raises `Refusal` for what cannot even be stored."""
    store = BlobStore(settings.artifacts)
    return Case(
        resume=_uploaded(resume, "resume", store),
        job=_uploaded(job, "job", store),
        company=_named(company, "company"),
        role=_named(role, "role") if role is not None else None,
        name=_named(name, "name") if name is not None else None,
    )


def _uploaded(path: Path, name: Literal["resume", "job"], store: BlobStore) -> Upload:
    remedy = f"give the path of a {name} file"
    if str(path) == "-":
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            found = f"{path.name}: {error.strerror or error}"
            code = f"{name}.missing" if isinstance(error, FileNotFoundError) else f"{name}.unreadable"
            raise Refusal(code, found=found, wanted="a file that can be read", remedy=remedy) from error
    if len(content) > MOST_BYTES:
        raise Refusal(f"{name}.too-large", found="more than 10 MB", wanted="at most 10 MB", remedy="send a smaller file")
    return Upload(name=name, filename=path.name, sha256=store.put_bytes(content))


def _named(text: str, what: str) -> str:
    """A name on one line, or a refusal."""
    line = " ".join(text.split())
    if line and len(line) <= LONGEST_NAME and line.isprintable():
        return line
    found = "an empty name" if not line else f"{len(line)} characters" if len(line) > LONGEST_NAME else "unprintable characters"
    raise Refusal(
        f"{what}.invalid", found=found, wanted=f"1 to {LONGEST_NAME} printable characters", remedy=f"correct --{what}"
    )
