"""What a night costs beyond its playbooks: against a plain loop, by size, by process, and when nothing changed.

Run `make bench-batch`. Seconds are CPU time of a command and of every process below it; wall time is read only where
processes are compared. Rows are labelled pairs. Where one comes again, its resume says where each thing was done: a sentence
that a process has read before costs it less, so that nights with different shares of such sentences could not be compared.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import ctypes
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

from evals.labelled.pairs import pairs
from flows.manifest import read_manifest
from playbook.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
ON = "2026-11-23"
SIZES = (10, 100)
CACHED = 40
"""Rows of the comparison in which every artifact is there: what is left is what orchestration costs."""
UNDELIVERED = 3
"""The exit code of a batch of which some rows were not delivered."""
SPREAD = 60
"""Rows of the comparison of one process with two."""
_SITES = ("Alder", "Birch", "Cedar", "Hazel", "Juniper", "Larch", "Maple", "Rowan", "Willow", "Yew")
_TOLD = re.compile(r"\s*[^\w\s]\s+\w.{20,}|.{40,}\.$")
"""A bullet, or a line of prose that ends a sentence."""


@dataclass(frozen=True)
class Spent:
    """What a command took."""

    cpu: float
    wall: float
    peak_mb: float
    """The largest resident set among its processes."""


_ADOPTS = 36
"""`PR_SET_CHILD_SUBREAPER` of Linux: orphans below this process become its children."""


def spent(command: list[str], home: Path) -> Spent:
    """Run a command of the project in a home of its own.

    Raises `CalledProcessError` where it fails; for a row that was not delivered it does not, lest a long night be lost.
    """
    env = {**os.environ, "PLAYBOOK_HOME": str(home), "PREFECT_API_URL": ""}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # as where it is used: a module is compiled once and not by every command
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = usage.ru_maxrss
    with contextlib.suppress(ChildProcessError):
        while True:  # those that it left behind are ours now, and what they used counts when they have been waited for
            peak = max(peak, os.wait3(0)[2].ru_maxrss)
    wall, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        sys.stderr.write(said.decode()[-2000:])
        if process.returncode != UNDELIVERED:
            raise subprocess.CalledProcessError(process.returncode, command)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(cpu, wall, peak / 1024)


def manifest(folder: Path, rows: int, *, shift: float = 0.0) -> Path:
    """A manifest of so many rows, spread evenly over the open pairs, for some trades' documents take twice as long as others'.

    `shift`, below 1, takes other pairs of those between which a small night has to choose.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = [pair for pair in pairs() if pair.split != "test"]
    taken = sorted((times, at) for at, many in Counter(_spread(rows, len(known), shift)).items() for times in range(many))
    path = folder / "night.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "resume", "job", "company"])
        for number, (times, at) in enumerate(taken):
            pair, resume = known[at], folder / f"{number}.txt"
            resume.write_text(_elsewhere(pair.resume.read_text(encoding="utf-8"), times), encoding="utf-8")
            shutil.copy(pair.job, folder / f"{number}.job{pair.job.suffix}")
            table.writerow([f"row-{number}", resume.name, f"{number}.job{pair.job.suffix}", pair.labels.company])
    return path


def _spread(rows: int, known: int, shift: float) -> list[int]:
    """So many of the numbers below `known`, at even distances."""
    return [int((number + shift) * known / rows) % known for number in range(rows)]


def _elsewhere(resume: str, times: int) -> str:
    """The resume; when it comes again, with another site behind each line that tells what was done."""
    if not times:
        return resume
    first, second = divmod(times, len(_SITES))
    site = f"{_SITES[first]} {_SITES[second]}" if first else _SITES[second]
    lines = (line.rstrip() for line in resume.splitlines())
    told = [f"{line.rstrip('.')}, {site} site" if _TOLD.match(line) else line for line in lines]
    return "\n".join(
        (*told, f"Reference {site}", "")
    )  # where it tells of nothing in such lines, it is another resume all the same


def used_home(folder: Path, name: str) -> Path:
    """A home without a playbook that is not new, either: the packs are compiled, as after its first night."""
    home = folder / name
    shutil.copytree(Settings(home=folder / "home").compiled, Settings(home=home).compiled)
    return home


def batch(path: Path, out: Path, jobs: int) -> list[str]:
    """The command of a batch."""
    files = [str(path), "--out", str(out)]
    return [sys.executable, "-m", "playbook.cli", "batch", *files, "--jobs", str(jobs), "--date", ON]


def loop(path: Path, out: Path) -> list[str]:
    """The command of the plain loop over the same rows."""
    return [sys.executable, "-m", "benchmarks.batch", "--loop", str(path), str(out)]


def dagster(path: Path, way: str) -> list[str]:
    """The command of the same stages as ops of Dagster."""
    return [sys.executable, "-m", "benchmarks.dagster_stages", str(path), way]


def build_in_a_loop(path: Path, out: Path) -> None:
    """Each row by the functions that a row of a batch calls, in this process, and nothing around them."""
    from datetime import date

    from flows.build_playbook import build
    from flows.intake import received
    from flows.publication import publish

    settings = Settings()
    for row in read_manifest(path).rows:
        case = received(row.resume, row.job, company=row.company, role=row.role, name=row.name, settings=settings)
        built = build(case, settings, model="embedded", on=date.fromisoformat(ON))
        publish(built.rendering, settings, out / row.id)


def sizes(folder: Path, wanted: list[int]) -> None:
    """Nights of several sizes, and each again with nothing changed.

    The smallest is run before and after each of the others, which are set beside the mean of the two: over the hours of a long
    night a machine does not stay as fast as it was. The two take different pairs, so that it matters less which.
    """
    turns = count()

    def night(rows: int) -> tuple[Spent, float]:
        """What a new night of so many took, and of that what the same took once more."""
        turn = next(turns)
        name = f"{rows}-{turn}"
        path = manifest(folder / f"night-{name}", rows, shift=turn // 2 % 2 / 2)
        home = used_home(folder, f"home-{name}")
        new, again = (spent(batch(path, folder / f"out-{name}", 2), home) for _ in range(2))
        return new, again.cpu / new.cpu

    def told(rows: int, took: Spent, again: float, beside: float | None) -> None:
        each = took.cpu / rows
        of = f"{each / beside:.2f}" if beside else ""
        print(f"{rows:<6} {each:>12.3f} {of:>19} {took.peak_mb:>12.0f} {again:>18.1%} {took.wall:>12.0f}", flush=True)

    print("rows   CPU s a playbook   of the smallest   peak MB   again, of the night   seconds")
    smallest, *larger = wanted
    before, again = night(smallest)
    told(smallest, before, again, None)
    for rows in larger:
        found = night(rows)
        after, again = night(smallest)
        told(rows, *found, (before.cpu + after.cpu) / 2 / smallest)
        told(smallest, after, again, None)
        before = after


def tax(folder: Path, rounds: int) -> None:
    """What orchestration costs a playbook: the same stages in the loop, in a batch and in Dagster, with all artifacts there."""
    path, home, out = manifest(folder / "tax", CACHED), folder / "home-tax", folder / "out-tax"
    cold = spent(loop(path, out), home).cpu / CACHED
    ways = {"plain loop": loop(path, out), "batch": batch(path, out, 1)}
    try:
        import dagster as _
    except ImportError:
        print("Dagster is not installed: run `make bench-batch`")
    else:
        ways |= {"Dagster, in memory": dagster(path, "memory"), "Dagster, SQLite": dagster(path, "sqlite")}
    one = manifest(folder / "one", 1)
    starts = {"plain loop": loop(one, out), "batch": batch(one, out, 1)}
    starts |= {name: dagster(one, name.split()[-1].lower()) for name in ways if name.startswith("Dagster")}
    each: dict[str, list[float]] = {name: [] for name in ways}
    spent(loop(one, out), home)
    for _ in range(rounds):
        for name, command in ways.items():
            whole, start = spent(command, home).cpu, spent(starts[name], home).cpu
            each[name].append((whole - start) / (CACHED - 1))
    base = median(each["plain loop"])
    print(f"a playbook in the loop costs {cold:.3f} CPU s; with every artifact there, and over what the loop then takes:")
    for name, found in each.items():
        over = median(found) - base
        times = f"{median(found) / base:>6.2f} times the loop"
        print(f"{name:<20} {median(found) * 1000:>7.1f} ms {times} {over * 1000:>+7.1f} ms {over / cold:>+7.2%} of a playbook")


def processes(folder: Path, rounds: int) -> None:
    """The wall time of one process beside that of two."""
    ratios = []
    for turn in range(rounds):
        path = manifest(folder / f"spread-{turn}", SPREAD)
        seconds = {
            jobs: spent(batch(path, folder / f"spread-{turn}-{jobs}", jobs), used_home(folder, f"home-{turn}-{jobs}")).wall
            for jobs in (1, 2)
        }
        ratios.append(seconds[1] / seconds[2])
        print(f"{SPREAD} rows: {seconds[1]:.1f} s in one process, {seconds[2]:.1f} s in two, {ratios[-1]:.2f} times as fast")
    print(f"median {median(ratios):.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", default="tax,processes,sizes", help="which comparisons, by comma")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="rows of the nights, by comma")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--loop", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    with contextlib.suppress(AttributeError):  # elsewhere than on Linux, what a command leaves behind is not counted
        ctypes.CDLL(None).prctl(_ADOPTS, 1)
    if options.loop:
        build_in_a_loop(*options.loop)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spent(batch(manifest(folder / "first", 1), folder / "out", 1), folder / "home")  # leaves compiled modules and packs
        parts = {
            "tax": lambda: tax(folder, options.rounds),
            "processes": lambda: processes(folder, options.rounds),
            "sizes": lambda: sizes(folder, [int(size) for size in options.sizes.split(",")]),
        }
        for part in options.parts.split(","):
            parts[part]()


if __name__ == "__main__":
    main()
