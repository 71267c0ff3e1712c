"""Manifests for trying batches out, of the labelled pairs; all people and half of the employers are invented.

Nothing here is of the locked split: who looks into why a row was held reads its sentences.
"""

from __future__ import annotations

import csv
import shutil
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.labelled.pairs import Pair, pairs
from playbook.settings import CHECKOUT

INTAKE = CHECKOUT / "datasets" / "intake"
EMPLOYERS = ("Quillmark Partners", "Northfen Cooperative", "Sable & Rook")
"""Who else a pair applies to: the same documents for another employer are another playbook."""
HELD_FAMILY = "education"
"""Its pack is broken in `broken_packs`; no other row is of it."""
_EVERY = 5
"""Each so many pairs one is left to the bad rows."""


@dataclass(frozen=True)
class Case:
    """Somebody who applies somewhere."""

    id: str
    resume: Path
    job: Path
    company: str


@dataclass(frozen=True)
class Wanted:
    """A row, and what it should come to."""

    id: str
    resume: Path
    job: Path
    company: str
    status: str = "delivered"
    codes: frozenset[str | None] = frozenset({None})
    """One of them is the cause."""
    mended_by: Path | None = None
    """The file that takes the place of the resume when the row is mended."""


def good(count: int, distinct: int, *, short: bool = False) -> list[Wanted]:
    """So many rows of so many cases: each first for its own employer, then for others. `short` takes short documents."""
    chosen = sorted(_cases(), key=_length)[:distinct] if short else _chosen(distinct)
    made = []
    for number in range(count):
        case, turn = chosen[number % len(chosen)], number // len(chosen)
        company = case.company if turn == 0 else EMPLOYERS[(turn - 1) % len(EMPLOYERS)]
        made.append(Wanted(f"{number:03}-{case.id}", case.resume, case.job, company))
    return made


def poisonous(folder: Path) -> list[Wanted]:
    """One row of each kind that must not stop the others; its files are copied or made below `folder`."""
    spare = iter(_spare())

    def bad(name: str, resume: Path, *codes: str, mended_by: Path | None = None) -> Wanted:
        case = next(spare)
        return Wanted(name, resume, case.job, case.company, "refused", frozenset(codes), mended_by)

    def copied(source: str, name: str) -> Path:
        return Path(shutil.copy(INTAKE / source / "document.pdf", folder / name))

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "poem.txt").write_text("Roses are red.\n", encoding="utf-8")
    (folder / "swells.pdf").write_bytes(swelling())
    held = _case(next(pair for pair in _open_pairs() if pair.labels.family == HELD_FAMILY))
    whole = [INTAKE / name / "document.pdf" for name in ("canvas-two-column-three-pages-coo", "pdf-weasyprint-cfo-profile")]
    # What its reader does when it gets no more memory depends on what it has in hand: it breaks, or finds no text.
    swells = bad("swells", folder / "swells.pdf", "resume.unreadable", "resume.scanned")
    orders = bad("orders", copied("visible-instruction-content-tester", "orders.pdf"))
    gone = next(spare)
    return [
        bad("cut", copied("truncated-pdf-truck-driver", "cut.pdf"), "resume.unreadable", mended_by=whole[0]),
        bad("locked", copied("encrypted-pdf-claims-adjuster", "locked.pdf"), "resume.encrypted"),
        bad("invoice", copied("not-a-resume-invoice", "invoice.pdf"), "resume.not-a-resume", mended_by=whole[1]),
        bad("poem", folder / "poem.txt", "resume.too-short"),
        swells,
        Wanted("orders", orders.resume, orders.job, orders.company),
        Wanted("held", held.resume, held.job, held.company, "held", frozenset({"held.handout-unbranded"})),
        Wanted("gone", folder / "gone.txt", gone.job, gone.company, "refused", frozenset({"resume.missing"}), gone.resume),
    ]


def broken_packs(folder: Path) -> Path:
    """The packs of the project but for one word: the handouts of a family name what made them, which is held."""
    shutil.copytree(CHECKOUT / "datasets" / "knowledge", folder)
    path = folder / "families" / f"{HELD_FAMILY}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith("    team: "))
    lines[place] = "    team: interview playbook team\n"
    path.write_text("".join(lines), encoding="utf-8")
    return folder


def write_manifest(path: Path, rows: Sequence[Wanted]) -> Path:
    """The rows as .csv."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "resume", "job", "company"))
        writer.writerows((row.id, row.resume, row.job, row.company) for row in rows)
    return path


def swelling() -> bytes:
    """A PDF of some forty kilobytes whose page unpacks to more than its reader may hold."""
    page = zlib.compress(b"BT /F 12 Tf " + b"(a) Tj 1 0 Td " * 1_400_000 + b"ET", 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%bendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return bytes(out) + tail % (table, len(out))


def _chosen(distinct: int) -> Sequence[Case]:
    """Cases from all over the set."""
    every = _cases()
    return [every[number * len(every) // distinct] for number in range(distinct)]


def _spare() -> Sequence[Case]:
    """Cases that are never chosen: nothing of them has been made when a row of theirs is."""
    return [_case(pair) for pair in _others()[::_EVERY]]


def _length(case: Case) -> int:
    return case.resume.stat().st_size + case.job.stat().st_size


def _cases() -> Sequence[Case]:
    """Each for the posting of its pair, and then for that of the next pair of the trade."""
    others = [pair for number, pair in enumerate(_others()) if number % _EVERY]
    crossed = []
    for family in sorted({pair.labels.family for pair in others}):
        trade = [pair for pair in others if pair.labels.family == family]
        for one, other in zip(trade, (*trade[1:], trade[0]), strict=True):
            if one is not other:
                crossed.append(Case(f"{one.id}.{other.id}", one.resume, other.job, other.labels.company))
    return [*map(_case, others), *crossed]


def _others() -> Sequence[Pair]:
    return [pair for pair in _open_pairs() if pair.labels.family != HELD_FAMILY]


def _case(pair: Pair) -> Case:
    return Case(pair.id, pair.resume, pair.job, pair.labels.company)


def _open_pairs() -> Sequence[Pair]:
    return [pair for pair in pairs() if pair.split != "test"]
