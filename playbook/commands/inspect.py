"""The command `inspect`: a finished playbook against its own sources, from `playbook.json` alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from playbook.commands.record import Shape, SourcedShape, read_record
from playbook.errors import Refusal
from playbook.grounding import Issue, issues
from playbook.provenance import Line, Source, Span, Words

if TYPE_CHECKING:
    from pathlib import Path


class _Named(Shape):
    name: str


class _Job(Shape):
    title: str


class _Company(_Named):
    values_label: str = ""
    values: list[_Named]


class InspectedShape(SourcedShape):
    """Claims, and the names that any of them may state."""

    candidate: _Named
    job: _Job
    company: _Company


def inspect_files(files: tuple[Path, ...], *, as_json: bool) -> int:
    """Print what is ungrounded in each file; exit code 1 where anything is. Raises `Refusal` for what is no playbook."""
    if not files:
        raise Refusal("inspect.empty", found="no file", wanted="one or more playbook.json", remedy="name them")
    reports = [_report(path) for path in files]
    if as_json:
        print(json.dumps(reports, ensure_ascii=False, indent=1))
    else:
        for report in reports:
            print(f"{report['file']}: {report['claims']} claims, {report['quotes']} quotes, {len(report['found'])} findings")
            for finding in report["found"]:
                print(f"  {finding}")
    return 1 if any(report["found"] for report in reports) else 0


def _report(path: Path) -> dict[str, Any]:
    record = read_record(path, InspectedShape, command="inspect")
    claims, documents = record["claims"], record["documents"]
    case = (record["candidate"]["name"], record["job"]["title"], record["company"]["name"], *_values(record))
    found, quotes = [], 0
    for claim in claims:
        for source in claim["sources"]:
            quotes += 1
            if not _stands(source, documents):
                found.append(f"{claim['id']}: the quote {source['quote'][:60]!r} is not in the {source['document']}")
        found += [f"{claim['id']}: {issue}" for issue in _issues(claim, case)]
    return {"file": str(path), "claims": len(claims), "quotes": quotes, "found": found}


def _values(record: dict[str, Any]) -> Iterator[str]:
    yield record["company"].get("values_label", "")
    yield from (value["name"] for value in record["company"]["values"])


def _issues(claim: dict[str, Any], case: tuple[str, ...]) -> tuple[Issue, ...]:
    """What a claim from the resume states that its sources lack; the text between the blanks is judged."""
    if claim["provenance"] != "resume":
        return ()
    sources = tuple(
        Source(span=Span(document=source["document"], start=source["start"], end=source["end"]), quote=source["quote"])
        for source in claim["sources"]
    )
    stated = claim.get("stated", claim["text"])
    if not stated:
        return ()
    return issues(Line(parts=(Words(text=stated),), provenance="resume", sources=sources), case)


def _stands(source: dict[str, Any], documents: dict[str, Any]) -> bool:
    if source.get("entry") is not None or source["document"] not in documents:
        return True
    text = documents[source["document"]]["text"]
    return bool(text[source["start"] : source["end"]] == source["quote"])
