"""A manifest is right as a whole or refused as a whole: every fault, with its row, in one report."""

from __future__ import annotations

import pickle
from pathlib import Path

import polars as pl
import pytest
from batch_cases import manifest, row

from flows.manifest import ManifestInvalid, read_manifest
from playbook.errors import Refusal

NAME = "luis-herrera"


def faults(path: Path) -> list[str]:
    """The report on a manifest."""
    with pytest.raises(ManifestInvalid) as raised:
        read_manifest(path)
    return [str(fault) for fault in raised.value.faults]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_the_three_formats_give_the_same_rows(tmp_path: Path, kind: str):
    csv = manifest(tmp_path, row(NAME, role="Analyst"), row("amara-okafor", id="2", role=""))
    frame = pl.read_csv(csv, infer_schema=False)
    path = tmp_path / f"night.{kind}"
    {"csv": lambda: None, "jsonl": lambda: frame.write_ndjson(path), "parquet": lambda: frame.write_parquet(path)}[kind]()
    found = read_manifest(path)
    assert [(one.id, one.role) for one in found.rows] == [(NAME, "Analyst"), ("2", None)]
    assert found.rows == read_manifest(csv).rows


def test_paths_are_relative_to_the_manifest(tmp_path: Path):
    path = manifest(tmp_path / "deep", row(NAME, resume="poem.txt"))
    assert read_manifest(path).rows[0].resume == tmp_path / "deep" / "poem.txt"


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"company": ""}, "row 1 (x): company: empty"),
        ({"company": "y" * 201}, "row 1 (x): company: not 1 to 200 printable characters: " + "y" * 80),
        ({"resume": "none.pdf"}, "row 1 (x): resume: no such file: none.pdf"),
        ({"job": "."}, "row 1 (x): job: no such file: ."),
        ({"answers": "bad.yaml"}, "row 1 (x): answers: unreadable answers: bad.yaml"),
        ({"answers": "none.yaml"}, "row 1 (x): answers: unreadable answers: none.yaml"),
        ({"id": "../x"}, "row 1 (../x): id: no safe name of a folder: ../x"),
        ({"id": "x."}, "row 1 (x.): id: no safe name of a folder: x."),
        ({"id": ""}, "row 1: id: empty"),
        ({"salary": "1"}, "manifest: salary: the column is unknown"),
    ],
)
def test_each_fault_is_named_with_its_row_and_column(tmp_path: Path, cells: dict[str, str], fault: str):
    path = manifest(tmp_path, row(NAME, **{"id": "x", **cells}))
    (tmp_path / "bad.yaml").write_text("[")
    assert faults(path) == [fault]


def test_ids_that_are_one_folder_on_some_systems_are_duplicates(tmp_path: Path):
    path = manifest(tmp_path, row(NAME, id="a"), row(NAME, id="b"), row(NAME, id="A"))
    assert faults(path) == ["row 1 (a): id: stands more than once: a", "row 3 (A): id: stands more than once: A"]


def test_all_faults_stand_in_one_report(tmp_path: Path):
    rows = [row(NAME, id="a", company=""), row(NAME, id="a", resume="none.txt", extra="1")]
    for one in rows:
        del one["job"]
    assert faults(manifest(tmp_path, *rows)) == [
        "manifest: extra: the column is unknown",
        "manifest: job: the column is missing",
        "row 1 (a): company: empty",
        "row 1 (a): id: stands more than once: a",
        "row 2 (a): id: stands more than once: a",
        "row 2 (a): resume: no such file: none.txt",
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", ""), ("b.csv", "id,resume,job,company\n"), ("c.jsonl", "{"), ("d.txt", "x")]
)
def test_a_file_that_is_no_manifest_is_refused_and_never_empty(tmp_path: Path, name: str, content: str):
    (tmp_path / name).write_text(content)
    assert len(faults(tmp_path / name)) == 1


def test_a_manifest_that_is_not_there_is_missing(tmp_path: Path):
    with pytest.raises(Refusal, match=r"manifest\.missing"):
        read_manifest(tmp_path / "none.csv")


def test_the_report_crosses_process_borders(tmp_path: Path):
    with pytest.raises(ManifestInvalid) as raised:
        read_manifest(manifest(tmp_path, row(NAME, company="")))
    assert pickle.loads(pickle.dumps(raised.value)).faults == raised.value.faults  # noqa: S301  our own bytes
