"""What a build costs beside the one thing that it cannot do without: setting the type.

Prints CPU seconds of a cold and a warm `playbook build` against a cold and a warm bare WeasyPrint render of the same
print HTML with the same styles, side by side in one run, and the ratios of their medians. Run `make bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "datasets" / "samples" / "jordan-chen"
ON = date(2026, 11, 23)


def build_command(home: Path, out: Path) -> tuple[list[str], dict[str, str]]:
    """The command and environment of a build of the reference case."""
    files = [str(SAMPLE / "resume.txt"), str(SAMPLE / "job.txt")]
    command = [
        sys.executable,
        "-m",
        "playbook.cli",
        "build",
        *files,
        "--company",
        "Amazon",
        "--date",
        str(ON),
        "--out",
        str(out),
    ]
    return command, {**os.environ, "PLAYBOOK_HOME": str(home)}


def cpu_of(command: list[str], env: dict[str, str] | None = None) -> float:
    """CPU seconds, user and system, of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def print_page(home: Path, target: Path) -> None:
    """Write the print HTML of the build that lies in `home`."""
    from playbook.artifacts.inspection import Inspection
    from playbook.artifacts.playbook import Playbook
    from playbook.rendering.html import Sizes, page
    from playbook.store.blobs import BlobStore, Ref

    store = BlobStore(home / "artifacts")
    found: dict[str, str] = {}
    for record in (home / "keys").rglob("*.json"):
        row = json.loads(record.read_text())
        found[row["kind"]] = row["sha"]
    playbook = store.get(Ref(found["Playbook"], "Playbook"), Playbook)
    inspection = store.get(Ref(found["Inspection"], "Inspection"), Inspection)
    sizes = Sizes(handout=1.0, cheat_sheet=1.0)
    target.write_text(page(playbook.model_copy(update={"inspection": inspection}), "print", sizes))


def bare_render(html: Path) -> None:
    """WeasyPrint alone: import it, read the page, write the PDF."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    folder = ROOT / "playbook" / "rendering" / "styles"
    styles = [CSS(filename=str(folder / f"{name}.css"), font_config=fonts) for name in ("fonts", "components", "print")]
    page = HTML(string=html.read_text(), base_url=folder.as_uri() + "/")
    page.write_pdf(stylesheets=styles, font_config=fonts, pdf_tags=True, pdf_forms=True)


def warm(html: Path, runs: int) -> tuple[list[float], list[float]]:
    """CPU seconds of builds and of bare renders in turn, in this process, after one of each."""
    from flows.build_playbook import build
    from flows.intake import received
    from playbook.settings import Settings

    builds, renders = [], []
    for turn in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(home=Path(folder), _env_file=None)
            started = time.process_time()
            case = received(
                SAMPLE / "resume.txt", SAMPLE / "job.txt", company="Amazon", role=None, name=None, settings=settings
            )
            build(case, settings, model="embedded", on=ON)
            middle = time.process_time()
        bare_render(html)
        if turn:
            builds.append(middle - started)
            renders.append(time.process_time() - middle)
    return builds, renders


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--render", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.render:
        bare_render(options.render)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        html = folder / "playbook.html"
        first, again, bare = [], [], []
        for turn in range(options.runs):
            home = folder / f"home-{turn}"
            first.append(cpu_of(*build_command(home, folder / "out")))
            for part in ("artifacts", "keys", "journals"):
                (home / part).rename(home / f"old-{part}")
            again.append(cpu_of(*build_command(home, folder / "out")))
            if turn == 0:
                print_page(home, html)
            bare.append(cpu_of([sys.executable, __file__, "--render", str(html)]))
        command, env = build_command(home, folder / "out")
        unchanged = [cpu_of(command, env) for _ in range(options.runs)]
        builds, renders = warm(html, options.runs)
        help_ = [cpu_of([sys.executable, "-m", "playbook.cli", "--help"]) for _ in range(options.runs)]
    rows = [
        ("cold, bare WeasyPrint render", bare, bare),
        ("cold, build, packs not yet compiled", first, bare),
        ("cold, build", again, bare),
        ("cold, build with nothing changed", unchanged, bare),
        ("warm, bare WeasyPrint render", renders, renders),
        ("warm, build", builds, renders),
        ("playbook --help", help_, bare),
    ]
    print(f"CPU seconds, median of {options.runs} (lowest), and ratio to the bare render of the same kind")
    for label, seconds, base in rows:
        print(f"{label:38} {median(seconds):6.2f} ({min(seconds):5.2f})   {median(seconds) / median(base):5.2f}")


if __name__ == "__main__":
    main()
