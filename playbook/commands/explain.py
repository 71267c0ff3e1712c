"""The command `explain`: one sentence of a finished playbook, with its sources where they stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playbook.commands.record import SourcedShape, read_record
from playbook.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AROUND = 120
"""Characters of context on each side of a quote."""
_MEANING = {
    "resume": "from the resume",
    "job": "from the posting",
    "company": "from the employer's profile",
    "role": "standard for the trade or for everyone, from the packs",
    "draft": "a draft to verify",
    "candidate": "the candidate's own words",
}


def explain_claim(file: Path, claim: str, *, as_json: bool) -> int:
    """Print each claim of that id, or with those words. Raises `Refusal` where there is none."""
    record = read_record(file, SourcedShape, command="explain")
    wanted = claim.casefold()
    claims = [one for one in record["claims"] if one["id"] == claim]
    claims = claims or [one for one in record["claims"] if len(wanted) > len("c000") and wanted in one["text"].casefold()]
    if not claims:
        last = record["claims"][-1]["id"] if record["claims"] else "none"
        raise Refusal(
            "claim.unknown", found=repr(claim), wanted=f"an id up to {last}, or words of a sentence", remedy="copy the sentence"
        )
    explained = [_explained(one, record["documents"]) for one in claims]
    if as_json:
        print(json.dumps(explained, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join("\n".join(_shown(one)) for one in explained))
    return 0


def _explained(claim: dict[str, Any], documents: dict[str, Any]) -> dict[str, Any]:
    """The claim with each source's context."""
    sources = [source | {"context": _context(source, documents)} for source in claim["sources"]]
    return {**claim, "meaning": _MEANING[claim["provenance"]], "sources": sources}


def _context(source: dict[str, Any], documents: dict[str, Any]) -> str:
    """The text around a quote, with the quote between marks; the quote alone where its document is an entry of the packs."""
    document = documents.get(source["document"])
    if document is None or source.get("entry") is not None:
        return f"»{source['quote']}«"
    text, start, end = document["text"], source["start"], source["end"]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{'…' if start > AROUND else ''}{before}»{text[start:end]}«{after}{'…' if end + AROUND < len(text) else ''}"


def _shown(claim: dict[str, Any]) -> Iterator[str]:
    yield f"{claim['id']}  {claim['text']}"
    yield f"  section {claim['section']}, at {claim['at']}: {claim['meaning']}"
    if not claim["sources"]:
        yield "  no source"
    for source in claim["sources"]:
        entry = f", entry {source['entry']}" if source.get("entry") else f", characters {source['start']} to {source['end']}"
        read = f", {source['url']}" if source.get("url") else ""
        read += f" read on {source['checked']}" if read and source.get("checked") else ""
        yield f"  {source['document']}{entry}{read}:"
        yield from (f"    {line}" for line in source["context"].splitlines())
