"""A manifest to the rows of a batch: every fault of it in one report, before anything runs.

A manifest is .csv, .jsonl or .parquet, a file or behind a URL; the files that it names are relative to it, or URLs. Whether
a resume is one is for the stages: here a row is only held to what a batch needs of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from playbook.errors import Refusal
from playbook.intake.answers import read_answers
from playbook.intake.refusals import LONGEST_NAME
from playbook.locations import Location, beside, is_file, name_of, read_at, reason, whole
from playbook.masking import masked

if TYPE_CHECKING:
    import polars as pl

REQUIRED = ("id", "resume", "job", "company")
OPTIONAL = ("role", "name", "answers", "model")
FILES = ("resume", "job", "answers")
"""Columns of files."""
SAFE_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
"""What names a folder on every system; a dot at the end does not."""
LARGEST = 500_000_000
"""Bytes of a manifest."""
AT_ONCE = 16
"""Files behind URLs that are asked for side by side."""
MISSING, UNREACHED, OUTSIDE = "no such file", "cannot be reached", "neither a URL nor a path in the manifest's bucket"
SHOWN = 5
"""Faults that the one line of the refusal names; the report has all."""


@dataclass(frozen=True)
class Row:
    """One playbook of a batch."""

    id: str
    resume: Location
    job: Location
    company: str
    role: str | None = None
    name: str | None = None
    answers: Location | None = None
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
            found=f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}: {'; '.join(map(str, faults[:SHOWN]))}{more}",
            wanted=f"columns {', '.join(REQUIRED)} and optional {', '.join(OPTIONAL)}, each row whole",
            remedy="correct the manifest; nothing was run",
        )

    def __reduce__(self) -> tuple[object, ...]:
        """It is made of its faults."""
        return (ManifestInvalid, (self.faults,))


@dataclass(frozen=True)
class Manifest:
    """The rows of a batch, and the hash of the file that they come from."""

    path: Location
    sha256: str
    rows: tuple[Row, ...]


def read_manifest(location: Location) -> Manifest:
    """The rows of a manifest, all of them valid. Raises `Refusal` with `manifest.missing`, `.unreadable` or `.invalid`."""
    path = whole(location)
    try:
        content = read_at(path, LARGEST + 1)
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError)
        raise Refusal(
            "manifest.missing" if is_missing else "manifest.unreadable",
            found=f"{location}: {reason(error)}",
            wanted="a .csv, .jsonl or .parquet file",
            remedy="check the path" if is_missing else "check the rights, and for a URL the network",
        ) from error
    if len(content) > LARGEST:
        raise ManifestInvalid((Fault(0, None, "file", f"more than {LARGEST:,} bytes"),))
    frame = _frame(content, PurePosixPath(name_of(path)).suffix)
    faults = _faults(frame, path)
    if faults:
        raise ManifestInvalid(faults)
    return Manifest(path, sha256(content).hexdigest(), tuple(_row(cells, path) for cells in frame.to_dicts()))


def _row(cells: dict[str, Any], manifest: Location) -> Row:
    answers = cells.get("answers")
    return Row(
        id=cells["id"],
        resume=beside(manifest, cells["resume"]),
        job=beside(manifest, cells["job"]),
        company=cells["company"],
        role=cells.get("role"),
        name=cells.get("name"),
        answers=beside(manifest, answers) if answers else None,
        model=cells.get("model"),
    )


def _frame(content: bytes, suffix: str) -> pl.DataFrame:
    """The file as columns of text; a cell without words is null."""
    import polars as pl

    readers: dict[str, Callable[[BytesIO], pl.DataFrame]] = {
        ".csv": lambda file: pl.read_csv(file, infer_schema=False),
        ".jsonl": lambda file: pl.read_ndjson(file, infer_schema_length=None),
        ".ndjson": lambda file: pl.read_ndjson(file, infer_schema_length=None),
        ".parquet": pl.read_parquet,
    }
    reader = readers.get(suffix.lower())
    if reader is None:
        raise ManifestInvalid((Fault(0, None, "file", f"{suffix or 'no suffix'}, not .csv, .jsonl or .parquet"),))
    try:
        frame = reader(BytesIO(content))
        text = frame.select(pl.all().cast(pl.String).str.strip_chars())
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise ManifestInvalid((Fault(0, None, "file", f"unreadable: {' '.join(str(error).split())[:120]}"),)) from error
    return text.select(pl.when(pl.all() == "").then(None).otherwise(pl.all()).name.keep())


def _faults(frame: pl.DataFrame, manifest: Location) -> tuple[Fault, ...]:
    """Everything that is wrong, in the order of the rows."""
    from pandera.errors import SchemaErrors

    if not frame.height:
        return (Fault(0, None, "file", "no row"),)
    try:
        _schema(frame, manifest).validate(frame, lazy=True)
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


def _schema(frame: pl.DataFrame, manifest: Location) -> Any:  # noqa: ANN401  pandera is imported where it is used
    """What the rows of a manifest must hold to; the optional columns only where they are there."""
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

    cells = {cell for name in ("resume", "job") if name in frame.columns for cell in frame[name].drop_nulls()}
    wrong = _not_there(cells, manifest)

    def without(fault: str) -> pa.Check:
        return each(lambda cell: wrong.get(cell) != fault, fault)

    files = [without(fault) for fault in (MISSING, UNREACHED, OUTSIDE)]
    named = each(lambda cell: len(cell) <= LONGEST_NAME and cell.isprintable(), f"not 1 to {LONGEST_NAME} printable characters")
    safe = pa.Check(
        lambda data: data.lazyframe.select(pl.col(data.key).str.contains(SAFE_ID) & ~pl.col(data.key).str.ends_with(".")),
        name="no safe name of a folder",
        error="no safe name of a folder",
    )
    checks: dict[str, list[pa.Check]] = {
        "id": [safe, pa.Check(alone, name="stands more than once", error="stands more than once")],
        "resume": files,
        "job": files,
        "company": [named],
        "role": [named],
        "name": [named],
        "answers": [each(lambda cell: _is_readable(cell, manifest), "unreadable answers")],
        "model": [],
    }
    wanted = (*REQUIRED, *(name for name in OPTIONAL if name in frame.columns))
    return pa.DataFrameSchema(
        {name: pa.Column(pl.String, checks[name], nullable=name in OPTIONAL) for name in wanted}, strict=True
    )


def _not_there(cells: Iterable[str], manifest: Location) -> dict[str, str]:
    """What is wrong with the cells that name no file; those behind URLs are asked for many at a time."""

    def fault(cell: str) -> str | None:
        try:
            return None if is_file(beside(manifest, cell)) else MISSING
        except OSError:
            return UNREACHED
        except ValueError:
            return OUTSIDE

    is_local = {cell: isinstance(manifest, Path) and "://" not in cell for cell in cells}
    found = {cell: fault(cell) for cell, local in is_local.items() if local}
    far = [cell for cell, local in is_local.items() if not local]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found |= dict(zip(far, pool.map(fault, far), strict=True))
    return {cell: said for cell, said in found.items() if said}


def _is_readable(cell: str, manifest: Location) -> bool:
    try:
        read_answers(beside(manifest, cell))
    except (Refusal, ValueError):
        return False
    return True
