"""What it costs to read a document: CPU seconds by kind, warm, beside the bare library that each kind cannot do without.

Prints medians over the corpus, in one run, and the ratio of the whole reading (places, picture, columns, second opinion,
folding, parsing) to the bare extraction of text by the same library. Run `make bench-intake`.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

import mammoth
import pypdfium2
from lxml import html

from evals.intake.gold import Case, load_cases
from evals.intake.reading import ON
from playbook.errors import Refusal
from playbook.intake.files import format_by_name
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge, load
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.settings import Settings

RUNS = 3
CLOCK = 0.0005
"""Seconds below which the bare library is too quick to divide by."""


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
    whole: dict[str, list[float]] = defaultdict(list)
    bare: dict[str, list[float]] = defaultdict(list)
    for case in load_cases():
        if case.expect != "read":
            continue
        kind = _kind(case)
        content = case.path.read_bytes()
        _whole(case, content, knowledge)  # warm: libraries are loaded once a process
        whole[kind].append(median(_cpu(lambda: _whole(case, content, knowledge)) for _ in range(RUNS)))  # noqa: B023  called at once
        bare[kind].append(median(_cpu(lambda: _bare(case, content)) for _ in range(RUNS)))  # noqa: B023  as above
    print(f"{'kind':22} {'n':>3} {'CPU s':>8} {'worst':>8} {'bare':>8} {'ratio':>7}")
    for kind in sorted(whole):
        times, floor = whole[kind], median(bare[kind])
        ratio = f"{median(times) / floor:7.1f}" if floor > CLOCK else "      -"
        print(f"{kind:22} {len(times):3} {median(times):8.4f} {max(times):8.4f} {floor:8.4f} {ratio}")
    return 0


def _kind(case: Case) -> str:
    suffix = case.path.suffix.lstrip(".")
    if suffix != "pdf":
        return suffix
    with pypdfium2.PdfDocument(case.path) as document:
        pages = len(document)
    return f"pdf, {pages} page{'s' if pages > 1 else ''}"


def _whole(case: Case, content: bytes, knowledge: Knowledge) -> None:
    try:
        document = read_bytes(content, case.kind, format_by_name(case.path))
        if case.kind == "resume":
            parse_resume(document, knowledge, ON)
        else:
            parse_posting(document, knowledge)
    except Refusal:
        return


def _bare(case: Case, content: bytes) -> None:
    if case.path.suffix == ".pdf":
        with pypdfium2.PdfDocument(content) as document:
            for page in document:
                page.get_textpage().get_text_bounded()
    elif case.path.suffix == ".docx":
        mammoth.extract_raw_text(io.BytesIO(content))
    elif case.path.suffix == ".html":
        html.document_fromstring(content).text_content()
    else:
        content.decode("utf-8", "replace").splitlines()


def _cpu(work: Callable[[], None]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
