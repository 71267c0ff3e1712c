"""The stage `read`: an uploaded file becomes folded text, or is refused."""

from __future__ import annotations

from playbook.artifacts.document import Document, Upload
from playbook.checks.spans import check_document
from tasks.run import Run
from tasks.stage import stage


@stage(code=("playbook.intake",), check=check_document)
def read(run: Run, upload: Upload) -> Document:
    """The document behind an upload."""
    from playbook.intake.sandbox import read_guarded

    return read_guarded(run.place.blobs.get_bytes(upload.sha256), upload.name, upload.format, ocr=upload.ocr)
