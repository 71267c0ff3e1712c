"""Manifests for tests of batches, and the batch that they share."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from conftest import COMPANIES, SAMPLES

from flows.build_batch import Batch
from flows.manifest import read_manifest

ON = date(2026, 11, 23)
POEM = "Roses are red."


def row(name: str, **other: str) -> dict[str, str]:
    """The row of a sample case."""
    folder = SAMPLES / name
    files = {"resume": str(folder / "resume.txt"), "job": str(folder / "job.txt")}
    return {"id": name, **files, "company": COMPANIES[name], **other}


def manifest(folder: Path, *rows: dict[str, str]) -> Path:
    """A manifest of these rows; `poem.txt` beside it is a resume that is none."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "poem.txt").write_text(POEM)
    path = folder / "night.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(key for one in rows for key in one)))
        writer.writeheader()
        writer.writerows(rows)
    return path


def batch(path: Path, out: Path, **options: object) -> Batch:
    """The batch of a manifest."""
    return Batch(read_manifest(path), out, "embedded", ON, **options)  # type: ignore[arg-type]
