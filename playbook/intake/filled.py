"""A filled `playbook.pdf` to answers: what was typed into the fields, and what had been answered before.

Runs in the child of `playbook.intake.sandbox`, since a reader has rewritten the file. Judging the answers is for
`playbook.intake.answers`.
"""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

from playbook.errors import Refusal

_ID = re.compile(r"[a-z_]+-[0-9a-f]{8}")
"""How the name of a field of ours looks; see `playbook.knowledge.template.blank`."""
_WANTED = "the playbook.pdf of a build, filled in and saved"


def form_of(content: bytes) -> dict[str, Any]:
    """Whose answers they are (`of`), and the answers by the ids of their blanks, in the order of the form.

    Raises `Refusal` with `answers.unreadable`, `answers.encrypted`, `answers.not-a-playbook` or `answers.no-fields`.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _refused("encrypted", "a file that a password protects", "save it without a password")
        record = _record(reader)
        fields = {str(name): _typed(field.get("/V")) for name, field in (reader.get_fields() or {}).items()}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise _refused("unreadable", f"a damaged PDF ({type(error).__name__})", "save it again from your reader") from error
    typed = {name: text for name, text in fields.items() if _ID.fullmatch(name)}
    if record is None and not typed:
        raise _refused("not-a-playbook", "a PDF that no build has made", "open playbook.pdf, fill it in and save it")
    if not typed and record is not None and record["blanks"]:
        raise _refused(
            "no-fields",
            "a playbook without its form fields, as printing leaves it",
            "save it from your reader and do not print it, or fill in answers.yaml",
        )
    earlier = _earlier(record) if record is not None else {}
    return {"of": _label(record) if record is not None else None, "answers": {**earlier, **typed}}


def _refused(what: str, found: str, remedy: str) -> Refusal:
    return Refusal(f"answers.{what}", found=found, wanted=_WANTED, remedy=remedy)


def _typed(value: Any) -> str:  # noqa: ANN401  what a reader wrote
    """The text of a field; readers leave strings, bytes or streams."""
    if value is None:
        return ""
    data = value.get_data() if hasattr(value, "get_data") else value
    if isinstance(data, bytes):
        return data.decode("utf-16" if data.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8", errors="replace")
    return str(data)


def _record(reader: Any) -> dict[str, Any] | None:  # noqa: ANN401  pypdf's reader
    """The attached `playbook.json`; `None` where a reader has dropped it, or where it is not ours."""
    attached = reader.attachments.get("playbook.json", [])
    for content in attached if isinstance(attached, list) else [attached]:
        record = json.loads(content)
        if isinstance(record, dict) and {"blanks", "claims", "candidate", "job", "company"} <= record.keys():
            return record
    return None


def _earlier(record: dict[str, Any]) -> dict[str, str]:
    """What had been answered when the file was made: those blanks have no field any more."""
    sources = (source for claim in record["claims"] for source in claim["sources"])
    return {source["entry"]: source["quote"] for source in sources if source["document"] == "answers"}


def _label(record: dict[str, Any]) -> str:
    """Whose playbook it is, as `answers.yaml` says it."""
    return f"{record['candidate']['name']}, {record['job']['title']}, {record['company']['name']}"
