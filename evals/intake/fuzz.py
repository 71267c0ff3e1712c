"""Damaged and hostile files against the readers: `python -m evals.intake.fuzz [--n 10000] [--seed 1]`.

Every document of the corpus is cut, spliced, flipped, repeated and stuffed, and given to the same guarded reader and
the same parsers that a build uses. Each must be read or refused with a code: no traceback, no hang, no more memory than
the limit. Prints what came of them, and the slowest; exit code 1 where anything broke.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from evals.intake.gold import Case, load_cases
from evals.intake.reading import ON
from playbook.artifacts.document import Format
from playbook.errors import Refusal
from playbook.intake import files
from playbook.intake.sandbox import read_guarded
from playbook.knowledge.packs import Knowledge, load
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.settings import Settings

SECONDS = 10.0
"""No input may take longer."""
_LARGEST = 400_000
"""Bytes of a document up to which it is worth damaging: the others cost time and teach nothing new."""
_HOSTILE = (
    b"(((((((((((", b"A" * 3000, b"\x00" * 40, b"2019 - " * 200, b"- " * 500, b"\n" * 2000, "é̂̃".encode() * 300,
    b"{{ config }}", b"<script>alert(1)</script>", b"</div>" * 200, b"<div>" * 400, b"[" * 800, b"%PDF-1.7",
    b"PK\x03\x04", b", " * 900, b"\t" * 900, "\u202e\u200b".encode() * 200, b"1234567890" * 200, b"@" * 400,
    b"a@b.c " * 300, b": " * 400, b"|" * 600, b"99999999999 years",
)  # fmt: skip

Change = Callable[[bytes, random.Random], bytes]


def main() -> int:
    """Run and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
    seeds = [(case, case.path.read_bytes()) for case in load_cases() if case.path.stat().st_size < _LARGEST]
    outcomes: Counter[str] = Counter()
    slowest = (0.0, "")
    broken = []
    for number in range(options.n):
        dice = random.Random(f"{options.seed}-{number}")  # noqa: S311  a seed, not a secret
        case, content = mutant(seeds, dice)
        started = time.perf_counter()
        try:
            outcome = attempt(content, case, knowledge)
        except Exception as error:  # noqa: BLE001  this is what the run looks for
            outcome = f"broken: {type(error).__name__}"
            broken.append(f"input {number} (from {case.id}): {type(error).__name__}: {error}")
        seconds = time.perf_counter() - started
        slowest = max(slowest, (seconds, f"input {number} (from {case.id})"))
        if seconds > SECONDS:
            broken.append(f"input {number} (from {case.id}): {seconds:.1f} s")
        outcomes[outcome] += 1
    for outcome, count in outcomes.most_common():
        print(f"{count:7} {outcome}")
    print(f"slowest: {slowest[0]:.2f} s, {slowest[1]}")
    print(*broken, sep="\n")
    return 1 if broken else 0


def mutant(seeds: list[tuple[Case, bytes]], dice: random.Random) -> tuple[Case, bytes]:
    """A document of the corpus after one to four changes."""
    case, content = dice.choice(seeds)
    for _ in range(dice.randint(1, 4)):
        content = dice.choice(CHANGES)(content, dice)
    if dice.random() < 0.1:  # noqa: PLR2004  one in ten is half of another document
        other = dice.choice(seeds)[1]
        content = content[: len(content) // 2] + other[len(other) // 2 :]
    return case, content[: 2 * 1024 * 1024]


def attempt(content: bytes, case: Case, knowledge: Knowledge) -> str:
    """Read and parse as a build does; the code that it came to."""
    expected: Format | None = files.format_by_name(case.path)
    name: Literal["resume", "job"] = case.kind
    try:
        document = read_guarded(content, name, expected)
        if name == "resume":
            parse_resume(document, knowledge, ON)
        else:
            parse_posting(document, knowledge)
    except Refusal as refusal:
        return refusal.code
    return "read"


def _at(content: bytes, dice: random.Random) -> int:
    return dice.randrange(len(content) + 1)


def _flipped(content: bytes, dice: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 60)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _cut(content: bytes, dice: random.Random) -> bytes:
    return content[: _at(content, dice)]


def _without_middle(content: bytes, dice: random.Random) -> bytes:
    first, second = sorted((_at(content, dice), _at(content, dice)))
    return content[:first] + content[second:]


def _stuffed(content: bytes, dice: random.Random) -> bytes:
    at = _at(content, dice)
    return content[:at] + dice.choice(_HOSTILE) * dice.randint(1, 12) + content[at:]


def _repeated(content: bytes, dice: random.Random) -> bytes:
    first, second = sorted((_at(content, dice), _at(content, dice)))
    return content[:second] + content[first:second][:60_000] * dice.randint(1, 8) + content[second:]


def _shuffled(content: bytes, dice: random.Random) -> bytes:
    lines = content.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def _joined(content: bytes, _dice: random.Random) -> bytes:
    return content.replace(b"\n", b" ")


CHANGES: tuple[Change, ...] = (_flipped, _cut, _without_middle, _stuffed, _repeated, _shuffled, _joined)


if __name__ == "__main__":
    sys.exit(main())
