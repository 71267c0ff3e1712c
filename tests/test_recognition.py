"""Scans are read with `--ocr`, and say so; without it they are refused."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from evals.intake.gold import load_cases
from playbook.intake.files import read

pytestmark = pytest.mark.ocr
if find_spec("rapidocr_onnxruntime") is None:
    pytest.skip("the extra `ocr` is not installed", allow_module_level=True)
SCANS = [case for case in load_cases() if case.layout == "scan" and case.kind == "resume" and case.split == "tune"]


@pytest.mark.parametrize("case", SCANS, ids=lambda case: case.id)
def test_a_scan_is_read_word_by_word_and_its_reader_is_warned(case):
    document = read(case.path, "resume", ocr=True)
    assert "resume.recognised" in {note.code for note in document.notes}
    words = document.text.split()
    assert len(words) > 60
    assert max(map(len, words)) < 30  # the spaces between words are there


def test_bullets_and_headings_of_a_scan_come_back():
    text = read(next(case.path for case in SCANS if case.id == "scanned-carpenter"), "resume", ocr=True).text
    assert "- Run a crew of two and teach both of them" in text
    assert "\n\nSKILLS\n" in text
