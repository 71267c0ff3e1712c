"""A manifest to the rows of a batch: every fault of it in one report, before anything runs.

A manifest is .csv, .jsonl or .parquet; paths in it are relative to it. Whether a resume is one is for the stages: here a
row is only held to what a batch needs of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.intake import LONGEST_NAME
from playbook.errors import Refusal
from playbook.intake.answers import read_answers
from playbook.masking import masked

if TYPE_CHECKING:
    import polars as pl

REQUIRED = ("id", "resume", "job", "company")
OPTIONAL = ("role", "name", "answers", "model")
FILES = ("resume", "job", "answers")
"""Columns of files."""
SAFE_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
"""What names a folder on every system; a dot at the end does not."""
SHOWN = 5
"""Faults that the one line of the refusal names; the report has all."""


@dataclass(frozen=True)
class Row:
    """One playbook of a batch."""

    id: str
    resume: Path
    job: Path
    company: str
    role: str | None = None
    name: str | None = None
    answers: Path | None = None
    model: str | None = None


@dataclass(frozen=True)
class Fault:
    """What is wrong with a manifest, and where: `row` counts from 1 without the header, 0 is the manifest as a whole."""

    row: int
    id: str | None
    column: str
    fault: str

    def __str__(self) -> str:
        """One line, as the report has it."""
        where = f"row {self.row}" + (f" ({self.id})" if self.id else "") if self.row else "manifest"
        return f"{where}: {self.column}: {self.fault}"


class ManifestInvalid(Refusal):
    """A manifest with faults; all of them in `faults`."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """The line names the first few."""
        self.faults = faults
        more = f"; and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        super().__init__(
            "manifest.invalid",
            found=f"{len(faults)} faults: {'; '.join(map(str, faults[:SHOWN]))}{more}",
            wanted=f"columns {', '.join(REQUIRED)} and optional {', '.join(OPTIONAL)}, each row whole",
            remedy="correct the manifest; nothing was run",
        )

    def __reduce__(self) -> tuple[object, ...]:
        """It is made of its faults."""
        return (ManifestInvalid, (self.faults,))


@dataclass(frozen=True)
class Manifest:
    """The rows of a batch, and the hash of the file that they come from."""

    path: Path
    sha256: str
    rows: tuple[Row, ...]


def read_manifest(path: Path) -> Manifest:
    """The rows of a manifest, all of them valid. Raises `Refusal` with `manifest.missing` or `.invalid`."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            "manifest.missing",
            found=f"{path}: {error.strerror or error}",
            wanted="a .csv, .jsonl or .parquet file",
            remedy="check the path",
        ) from error
    frame = _frame(path)
    faults = _faults(frame, path.absolute().parent)
    if faults:
        raise ManifestInvalid(faults)
    base = path.absolute().parent
    return Manifest(path.absolute(), sha256(content).hexdigest(), tuple(_row(cells, base) for cells in frame.to_dicts()))


def _row(cells: dict[str, Any], base: Path) -> Row:
    answers = cells.get("answers")
    return Row(
        id=cells["id"],
        resume=base / cells["resume"],
        job=base / cells["job"],
        company=cells["company"],
        role=cells.get("role"),
        name=cells.get("name"),
        answers=base / answers if answers else None,
        model=cells.get("model"),
    )


def _frame(path: Path) -> pl.DataFrame:
    """The file as columns of text; a cell without words is null."""
    import polars as pl

    readers: dict[str, Callable[[Path], pl.DataFrame]] = {
        ".csv": lambda file: pl.read_csv(file, infer_schema=False),
        ".jsonl": lambda file: pl.read_ndjson(file, infer_schema_length=None),
        ".ndjson": lambda file: pl.read_ndjson(file, infer_schema_length=None),
        ".parquet": pl.read_parquet,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ManifestInvalid((Fault(0, None, "file", f"{path.suffix or 'no suffix'}, not .csv, .jsonl or .parquet"),))
    try:
        frame = reader(path)
        text = frame.select(pl.all().cast(pl.String).str.strip_chars())
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise ManifestInvalid((Fault(0, None, "file", f"unreadable: {' '.join(str(error).split())[:120]}"),)) from error
    return text.select(pl.when(pl.all() == "").then(None).otherwise(pl.all()).name.keep())


def _faults(frame: pl.DataFrame, base: Path) -> tuple[Fault, ...]:
    """Everything that is wrong, in the order of the rows."""
    from pandera.errors import SchemaErrors

    if not frame.height:
        return (Fault(0, None, "file", "no row"),)
    try:
        _schema(base, frame.columns).validate(frame, lazy=True)
    except SchemaErrors as errors:
        ids = frame["id"].to_list() if "id" in frame.columns else [None] * frame.height
        found = {_fault(case, ids) for case in errors.failure_cases.to_dicts()}
        return tuple(sorted(found, key=lambda fault: (fault.row, fault.column, fault.fault)))
    return ()


def _fault(case: dict[str, Any], ids: list[str | None]) -> Fault:
    """A failure case of pandera in words of the manifest."""
    if case["check"] == "column_in_dataframe":
        return Fault(0, None, str(case["failure_case"]), "the column is missing")
    if case["check"] == "column_in_schema":
        return Fault(0, None, str(case["failure_case"]), "the column is unknown")
    if case["index"] is None:
        return Fault(0, None, str(case["column"]), str(case["check"]))
    index = int(case["index"])
    cell = str(case["failure_case"]) if case["column"] in FILES else masked(str(case["failure_case"]))
    fault = "empty" if case["check"] == "not_nullable" else f"{case['check']}: {cell[:80]}"
    return Fault(index + 1, ids[index], str(case["column"]), fault)


def _schema(base: Path, columns: list[str]) -> Any:  # noqa: ANN401  pandera is imported where it is used
    """What a manifest beside the files of `base` must hold to; the optional columns only where they are there."""
    import pandera.polars as pa
    import polars as pl

    def each(test: Callable[[str], bool], name: str) -> pa.Check:
        def holds(data: pa.PolarsData) -> pl.LazyFrame:
            column = pl.col(data.key)
            return data.lazyframe.select(column.map_elements(test, return_dtype=pl.Boolean, skip_nulls=True))

        return pa.Check(holds, name=name, error=name)

    def alone(data: pa.PolarsData) -> pl.LazyFrame:
        folded = pl.col(data.key).str.to_lowercase()
        return data.lazyframe.select(folded.is_unique() | folded.is_null())

    file = each(lambda cell: (base / cell).is_file(), "no such file")
    named = each(lambda cell: len(cell) <= LONGEST_NAME and cell.isprintable(), f"not 1 to {LONGEST_NAME} printable characters")
    safe = pa.Check(
        lambda data: data.lazyframe.select(pl.col(data.key).str.contains(SAFE_ID) & ~pl.col(data.key).str.ends_with(".")),
        name="no safe name of a folder",
        error="no safe name of a folder",
    )
    checks: dict[str, list[pa.Check]] = {
        "id": [safe, pa.Check(alone, name="stands more than once", error="stands more than once")],
        "resume": [file],
        "job": [file],
        "company": [named],
        "role": [named],
        "name": [named],
        "answers": [each(lambda cell: _is_readable(base / cell), "unreadable answers")],
        "model": [],
    }
    wanted = (*REQUIRED, *(name for name in OPTIONAL if name in columns))
    return pa.DataFrameSchema(
        {name: pa.Column(pl.String, checks[name], nullable=name in OPTIONAL) for name in wanted}, strict=True
    )


def _is_readable(path: Path) -> bool:
    try:
        read_answers(path)
    except Refusal:
        return False
    return True
