"""What the printed document costs, beside the same HTML without style, the first version of this project, and other engines.

Run `make bench-render`. Each way runs in a process of its own, and its seconds are CPU time, so that other work on the
machine counts little. Cold is the first document of a process, with imports; warm the median of those after it.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

REPEATS = 4
FIRST_VERSION = Path(__file__).resolve().parent / "first_version"
STYLES = Path(__file__).resolve().parent.parent / "playbook" / "rendering" / "styles"
_CHROMIUM = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer"),
)
Way = Callable[[], int]
"""Makes the document once; returns its pages, 0 where nobody counts them."""


def ours() -> Way:
    """As a build does it: laid out, tagged, with form fields, written."""
    page, press = _page(), _press()
    return lambda: press(page)


def _press() -> Callable[[str], int]:
    from playbook.rendering import pdf

    made = pdf.Made(_playbook().brief.on, b"benchmark")

    def once(page: str) -> int:
        document = pdf.lay_out(page, "a4")
        pages = len(document.pages)
        pdf.write(document, made, {"playbook.json": b"{}"})
        del document
        gc.collect()  # as the press does behind each document
        return pages

    return once


def unstyled(**options: Any) -> Way:  # noqa: ANN401  WeasyPrint's options
    """WeasyPrint's own way from the same HTML to a PDF, nothing of ours."""
    from weasyprint import HTML

    page = _page()

    def once() -> int:
        document = HTML(string=page).render(**{name: value for name, value in options.items() if name != "pdf_variant"})
        document.write_pdf(**options)
        return len(document.pages)

    return once


def first_version() -> Way:
    """The first templates and the first style sheet, with today's fonts."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    page = (FIRST_VERSION / "playbook.html").read_text(encoding="utf-8")
    fonts, base = FontConfiguration(), f"{STYLES.as_uri()}/"
    style = (STYLES / "fonts.css").read_text(encoding="utf-8") + (FIRST_VERSION / "style.css").read_text(encoding="utf-8")
    sheet = CSS(string=style, base_url=base, font_config=fonts)

    def once() -> int:
        gc.disable()
        document = HTML(string=page, base_url=base).render(
            stylesheets=[sheet], font_config=fonts, pdf_tags=True, pdf_forms=True
        )
        document.write_pdf(pdf_tags=True, pdf_forms=True)
        gc.enable()
        return len(document.pages)

    return once


def chromium() -> Way:
    """The same HTML and styles printed by headless Chromium, a process a document, as on its command line.

    Counted is what its processes say of themselves when they end; those that it does not wait for are missing.
    """
    folder = Path(tempfile.mkdtemp(prefix="bench-render-"))
    sheets = "\n".join((STYLES / name).read_text(encoding="utf-8") for name in ("tokens.css", "components.css", "print.css"))
    (folder / "page.html").write_text(_page().replace("</head>", f"<style>{sheets}</style></head>"), encoding="utf-8")
    command = [shutil.which("chromium") or "chromium", *_CHROMIUM, f"--user-data-dir={folder / 'profile'}"]

    def once() -> int:
        target = folder / "out.pdf"
        subprocess.run([*command, f"--print-to-pdf={target}", str(folder / "page.html")], check=True, capture_output=True)
        return _pages(target.read_bytes())

    return once


def typst() -> Way:
    """The same sentences, set plainly by Typst: less of a design, so a lower bound and no like for like."""
    import typst as engine

    from playbook.provenance import lines_of

    parts, before = ['#set page("a4")', "#set text(size: 9.2pt)"], ""
    for at, line in lines_of(_playbook().sections):
        section = at.split("/")[1]
        if section != before:
            parts.append(f"#pagebreak(weak: true)\n= {section.replace('_', ' ').capitalize()}")
            before = section
        parts.append(f"#block[#{json.dumps(line.text, ensure_ascii=False)}]")
    source = "\n".join(parts).encode()

    def once() -> int:
        return _pages(engine.compile(source))

    return once


WAYS: dict[str, tuple[str, Callable[[], Way], Callable[[], bool]]] = {
    "ours": ("this project", ours, lambda: True),
    "unstyled": ("same HTML, no style", unstyled, lambda: True),
    "tagged": (
        "the same, PDF/UA and fields",
        lambda: unstyled(pdf_variant="pdf/ua-1", pdf_forms=True),
        lambda: True,
    ),
    "first": ("first version of this project", first_version, lambda: True),
    "chromium": ("Chromium, same HTML and styles", chromium, lambda: shutil.which("chromium") is not None),
    "typst": ("Typst, same sentences, plain", typst, lambda: find_spec("typst") is not None),
}


def measure(way: str) -> dict[str, float]:
    """The numbers of one process."""
    before = _cpu()
    once = WAYS[way][1]()
    imports, runs, pages = _cpu() - before, [], 0
    for _ in range(1 + REPEATS):
        start = _cpu()
        pages = once()
        runs.append(_cpu() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"cold": imports + runs[0], "warm": median(runs[1:]), "pages": pages, "memory": peak / 1024}


def memory(documents: int) -> Iterator[tuple[int, float]]:
    """Megabytes in use after each tenth of so many documents in one process, no two of which have the same name on them."""
    page, press, name = _page(), _press(), _playbook().brief.candidate
    for number in range(1, documents + 1):
        press(page.replace(name, f"{name} {number}"))
        if number % max(1, documents // 10) == 0:
            with Path("/proc/self/statm").open(encoding="ascii") as statm:
                yield number, int(statm.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20


def throughput(documents: int, processes: int) -> tuple[float, float]:
    """Documents a second of so many processes at once, after each is warm, and CPU seconds of a document in them."""
    command = [sys.executable, "-m", "benchmarks.render", "--serve", str(documents)]
    started = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    for process in started:
        assert process.stdout is not None  # noqa: S101  opened above
        process.stdout.readline()
    start = time.monotonic()
    for process in started:
        assert process.stdin is not None  # noqa: S101  as above
        process.stdin.write("go\n")
        process.stdin.flush()
    spent = [float(process.communicate()[0]) for process in started]
    return documents * processes / (time.monotonic() - start), sum(spent) / processes / documents


def serve(documents: int) -> None:
    """Warm up, say so, wait for the word, and make so many documents."""
    once = ours()
    once()
    print("ready", flush=True)
    sys.stdin.readline()
    before = _cpu()
    for _ in range(documents):
        once()
    print(_cpu() - before)


def _playbook() -> Any:  # noqa: ANN401  the factory is a test's
    from tests.playbook_factory import make_playbook

    return make_playbook()


def _page() -> str:
    from playbook.rendering.html import page

    return page(_playbook(), "print")


def _pages(data: bytes) -> int:
    from pypdfium2 import PdfDocument

    return len(PdfDocument(data))


def _cpu() -> float:
    """CPU seconds of this process and of the children that it waited for."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _alone(*arguments: str) -> Any:  # noqa: ANN401  JSON
    done = subprocess.run([sys.executable, "-m", "benchmarks.render", *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main() -> None:
    """Prints the ways beside each other, then memory and what a second process gives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=60, help="documents of the measure of memory")
    parser.add_argument("--way", help="measure one way in this process")
    parser.add_argument("--memory", action="store_true", help="measure memory in this process alone")
    parser.add_argument("--serve", type=int, help="make so many documents on request")
    options = parser.parse_args()
    if options.way:
        print(json.dumps(measure(options.way)))
    elif options.memory:
        first = 0.0
        for number, megabytes in memory(options.documents):
            first = first or megabytes
            print(f"{number} documents: {megabytes:.1f} MB, {megabytes / first:.2f} times the first", flush=True)
    elif options.serve:
        serve(options.serve)
    else:
        _report(options.documents)


def _report(documents: int) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(width=120)
    table = Table(title="A full playbook as PDF: CPU seconds, and this project as a multiple of each")
    for name in ("way", "pages", "cold", "warm", "peak MB", "this project / way, cold", "warm"):
        table.add_column(name, justify="left" if name == "way" else "right")
    base: dict[str, float] = {}
    for way, (title, _, there) in WAYS.items():
        if not there():
            console.print(f"{title}: not installed here")
            continue
        found = _alone("--way", way)
        base = base or found
        ratios = (f"{base[kind] / found[kind]:.2f}" for kind in ("cold", "warm"))
        numbers = (f"{found['pages']:.0f}", f"{found['cold']:.2f}", f"{found['warm']:.2f}", f"{found['memory']:.0f}")
        table.add_row(title, *numbers, *ratios)
    console.print(table)
    console.print("Memory of one process")
    command = [sys.executable, "-m", "benchmarks.render", "--memory", "--documents", str(documents)]
    subprocess.run(command, check=True)
    (one, alone), (two, beside) = throughput(6, 1), throughput(6, 2)
    console.print(
        f"Two processes make {two / one:.2f} times the documents a second of one, other work on the machine included; "
        f"a document takes {beside / alone:.2f} times the CPU beside another, so that two free cores would make "
        f"{2 * alone / beside:.2f} times as many."
    )


if __name__ == "__main__":
    main()
