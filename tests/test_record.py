"""Records that commands read: what no build made is refused in one line, whichever command is asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from playbook.commands.diff import compare_playbooks
from playbook.commands.explain import explain_claim
from playbook.commands.inspect import inspect_files
from playbook.commands.record import BOM
from playbook.errors import Refusal

TEXT = "Cut costs by 12 percent."
WHOLE: dict[str, Any] = {
    "generated_on": "2026-11-23",
    "candidate": {"name": "Ana Quill"},
    "job": {"title": "Buyer"},
    "company": {"name": "Acme", "values": [{"name": "Thrift"}]},
    "run": {"model": "embedded", "degraded": []},
    "fit": {"overall": 84},
    "matches": [{"text": "SQL", "status": "gap", "evidence": [], "reason": "not found"}],
    "sections": {"stories": {"stories": []}, "questions": {"questions": [{"question": "Why us?"}]}},
    "claims": [
        {
            "id": "c001",
            "section": "pitch",
            "at": "/pitch/0",
            "text": TEXT,
            "provenance": "resume",
            "sources": [{"document": "resume", "start": 0, "end": len(TEXT), "quote": TEXT}],
        }
    ],
    "checks": [{"rule": "numbers-grounded", "ok": True, "n": 4, "bad": 0}],
    "documents": {"resume": {"text": TEXT}},
}
"""Just what the commands need."""
COMMANDS: dict[str, Callable[[Path], int]] = {
    "explain": lambda file: explain_claim(file, "c001", as_json=False),
    "inspect": lambda file: inspect_files((file,), as_json=False),
    "diff": lambda file: compare_playbooks(file, file, as_json=False),
}
each = pytest.mark.parametrize("command", COMMANDS)


def pdf(locked: str | None = None, **attached: bytes) -> bytes:
    """A PDF of one page."""
    writer, content = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    for name, data in attached.items():
        writer.add_attachment(name.replace("_", "."), data)
    if locked:
        writer.encrypt(locked, algorithm="RC4-128")
    writer.write(content)
    return content.getvalue()


def refused(command: str, file: Path) -> str:
    """The line in which a command refuses a file."""
    with pytest.raises(Refusal) as found:
        COMMANDS[command](file)
    assert found.value.code == f"{command}.unreadable"
    return str(found.value)


@each
def test_a_record_is_read_alone_after_a_byte_order_mark_and_out_of_a_pdf(command: str, tmp_path: Path):
    content = json.dumps(WHOLE).encode()
    for number, form in enumerate((content, BOM + content, pdf(playbook_json=content))):
        file = tmp_path / str(number)
        file.write_bytes(form)
        assert COMMANDS[command](file) == 0


@each
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 junk", "PDF"),
        (pdf("a word"), "assword"),
        (pdf(), "no playbook.json is attached"),
        (b"", "EOF"),
        (b"\xff\xfe\x00", ""),
        (b"[" * 100_000, "recursion"),
        (b'{"claims": "\\ud800"}', "hex escape"),
        (b"[]", "other JSON, all of it"),
        (b'{"claims": {}, "documents": []}', "other JSON"),
    ],
    ids=["damaged", "encrypted", "without", "empty", "bytes", "deep", "surrogate", "list", "shape"],
)
def test_what_is_no_record_is_refused_in_the_name_of_the_command(command: str, content: bytes, said: str, tmp_path: Path):
    file = tmp_path / "playbook.pdf"
    file.write_bytes(content)
    assert said in refused(command, file)


@each
def test_a_file_that_is_not_there_is_refused(command: str, tmp_path: Path):
    assert "No such file" in refused(command, tmp_path / "none.json")


PLACES = {
    "explain": ["claims.0.id", "claims.0.at", "claims.0.provenance", "claims.0.sources.0.quote", "documents.resume.text"],
    "inspect": ["candidate.name", "job", "company.values.0.name", "claims.0.sources.0.start", "claims.0.text"],
    "diff": ["run.degraded", "fit", "matches.0.evidence", "sections.stories", "claims.0.section", "checks.0.bad"],
}
"""By command, places of a record that it reckons with."""


@pytest.mark.parametrize(("command", "place"), [(command, place) for command, places in PLACES.items() for place in places])
def test_a_key_that_is_missing_or_holds_something_else_is_named(command: str, place: str, tmp_path: Path):
    *above, last = (int(part) if part.isdigit() else part for part in place.split("."))
    for wrong in ([], [[4711]]):
        record = deepcopy(WHOLE)
        holder: Any = record
        for part in above:
            holder = holder[part]
        holder.pop(last)
        holder.update((last, value) for value in wrong)
        file = tmp_path / "playbook.json"
        file.write_text(json.dumps(record))
        assert f"other JSON, {place}" in refused(command, file)


def test_a_source_that_ends_before_it_starts_is_no_source(tmp_path: Path):
    record = deepcopy(WHOLE)
    record["claims"][0]["sources"][0] |= {"start": 9, "end": 3}
    file = tmp_path / "playbook.json"
    file.write_text(json.dumps(record))
    assert "claims.0.sources.0: " in refused("inspect", file)
