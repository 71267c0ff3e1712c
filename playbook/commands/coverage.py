"""The command `coverage`: which terms of postings the knowledge packs do not know."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.commands.application import settings
from playbook.errors import Refusal
from playbook.settings import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playbook.knowledge.coverage import Coverage

_POSTINGS = ("labelled", "samples")
"""Folders of `datasets` whose postings are counted where none is named."""
_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".json"})


def show_coverage(jobs: tuple[Path, ...], *, top: int, as_json: bool) -> int:
    """Print the share of known terms by trade and the `top` unknown ones; a posting that is refused is named and left out."""
    from playbook.intake.files import read
    from playbook.knowledge.coverage import coverage
    from playbook.knowledge.lexicon import lexicon_of
    from playbook.knowledge.packs import load
    from playbook.reading.posting import parse_posting

    chosen = settings()
    knowledge = load(chosen.knowledge, chosen.compiled)
    read_postings: list[tuple[str, list[str]]] = []
    refused: list[Refusal] = []
    paths = list(_postings(jobs))
    for path in paths:
        try:
            posting = parse_posting(read(path, "job"), knowledge)
        except Refusal as refusal:
            refused.append(refusal)
            print(f"playbook: {path.name}: {refusal}", file=sys.stderr)
            continue
        read_postings.append((posting.family, [one.text for one in posting.requirements]))
    if not read_postings and refused:
        raise refused[0]
    found = coverage(read_postings, lexicon_of(knowledge))
    if as_json:
        print(json.dumps([_record(one, top) for one in found], ensure_ascii=False, indent=1))
    else:
        _print(found, top)
    return 0


def _postings(jobs: tuple[Path, ...]) -> Iterator[Path]:
    """The files that are named, those in folders that are named, or the project's own postings."""
    places: Iterable[Path] = jobs or [CHECKOUT / "datasets" / name for name in _POSTINGS]
    found = [path for place in places for path in ([place] if not place.is_dir() else _within(place))]
    if not found:
        raise Refusal(
            "job.missing",
            found="no posting",
            wanted="files of postings, or a folder that has some",
            remedy="name a posting: playbook coverage JOB…",
        )
    yield from found


def _within(folder: Path) -> list[Path]:
    """The postings below a folder: files named `job`, else every file that could be one."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    return [path for path in files if path.stem == "job"] or files


def _record(one: Coverage, top: int) -> dict[str, Any]:
    return {
        "family": one.family,
        "postings": one.postings,
        "requirements": one.requirements,
        "terms": one.terms,
        "known": one.known,
        "share": round(one.share, 4),
        "unjudged": one.unjudged,
        "unknown": [{"words": term.words, "count": term.count, "example": term.example} for term in one.unknown[:top]],
    }


def _print(found: tuple[Coverage, ...], top: int) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Terms of requirements that the packs know")
    for name in ("family", "postings", "requirements", "terms", "known", "not judged"):
        table.add_column(name, justify="left" if name == "family" else "right")
    for one in found:
        table.add_row(
            one.family, str(one.postings), str(one.requirements), str(one.terms), f"{one.share:.1%}", str(one.unjudged)
        )
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table)
    for one in found:
        if one.unknown and top:
            words = ", ".join(f"{term.words} {term.count}" if term.count > 1 else term.words for term in one.unknown[:top])
            console.print(f"{one.family}: {words}", markup=False, highlight=False)
