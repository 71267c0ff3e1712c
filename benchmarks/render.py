"""What rendering costs: CPU seconds of a whole `render`, cold and warm, against WeasyPrint on the same HTML without style.

Run `uv run python -m benchmarks.render`. It prints one JSON object a line; seconds are CPU time of a process of its
own each, so that other work on the machine does not count. `whole` also holds the parts of a warm run.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from statistics import median

REPEATS = 3


def bare(html: str) -> float:
    """CPU seconds of WeasyPrint's own way from the HTML to a PDF, nothing of ours."""
    from weasyprint import HTML

    start = time.process_time()
    HTML(string=html).write_pdf()
    return time.process_time() - start


def whole() -> float:
    """CPU seconds of the six files of the made-up playbook of the tests."""
    from playbook.rendering.render import render
    from tests.playbook_factory import documents, make_playbook

    made, read = make_playbook(), documents()
    gc.collect()
    start = time.process_time()
    render(made, read)
    return time.process_time() - start


def parts() -> dict[str, float]:
    """CPU seconds of each step of a warm `render`."""
    from playbook.rendering import answers, html, one_page, pdf, record
    from tests.playbook_factory import documents, make_playbook

    made, read = make_playbook(), documents()
    seconds: dict[str, float] = {}

    def timed(name: str, start: float) -> None:
        seconds[name] = round(time.process_time() - start, 3)

    start = time.process_time()
    data = record.as_json(record.record(made, read))
    answers.answers(made)
    timed("record and answers", start)
    start = time.process_time()
    html.page(made, "web")
    page = html.page(made, "print")
    timed("templates", start)
    start = time.process_time()
    one_page.fitted(made, "handout", "a4")
    one_page.fitted(made, "cheat-sheet", "a4")
    timed("fit of two sheets", start)
    start = time.process_time()
    document = pdf.lay_out(page, "a4")
    timed("layout", start)
    start = time.process_time()
    pdf.write(document, pdf.Made(made.brief.on, b"benchmark"), {"playbook.json": data})
    timed("write", start)
    return {**seconds, "pages": len(document.pages)}


def measure(what: str) -> dict[str, object]:
    """The numbers of one process: the first run is cold, with imports; the others are warm."""
    start = time.process_time()
    if what == "bare":
        from playbook.rendering.html import page
        from tests.playbook_factory import make_playbook

        html = page(make_playbook(), "print")
        start = time.process_time()
        runs = [bare(html) for _ in range(1 + REPEATS)]
    else:
        from tests.playbook_factory import make_playbook

        make_playbook()
        start = time.process_time()
        runs = [whole() for _ in range(1 + REPEATS)]
    del start
    return {"what": what, "cold": round(runs[0], 2), "warm": round(median(runs[1:]), 2)}


def main() -> None:
    """Prints both measurements and their ratios."""
    if len(sys.argv) > 1:
        what = sys.argv[1]
        print(json.dumps(measure(what) | ({"parts": parts()} if what == "whole" else {})))
        return
    found = {}
    for what in ("bare", "whole"):
        done = subprocess.run([sys.executable, "-m", "benchmarks.render", what], capture_output=True, text=True, check=True)
        print(done.stdout.strip())
        found[what] = json.loads(done.stdout)
    ratios = {f"ratio {kind}": round(found["whole"][kind] / found["bare"][kind], 2) for kind in ("cold", "warm")}
    print(json.dumps(ratios))


if __name__ == "__main__":
    main()
