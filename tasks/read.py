"""The stage `read`: an uploaded file becomes folded text, or is refused."""

from __future__ import annotations

from playbook.artifacts.document import Document, Upload
from tasks.run import Run
from tasks.stage import stage


@stage(code=("playbook.intake",))
def read(run: Run, upload: Upload) -> Document:
    """The document behind an upload."""
    from playbook.intake.read import read_bytes

    return read_bytes(run.place.blobs.get_bytes(upload.sha256), upload.name, upload.format)
