"""The command `doctor`: what a build needs of this machine. Found, wanted, remedy for each."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from playbook.commands.application import settings
from playbook.errors import PlaybookError

if TYPE_CHECKING:
    from playbook.settings import Settings


@dataclass(frozen=True)
class Finding:
    """One thing that a build needs."""

    part: str
    ok: bool
    found: str
    wanted: str
    remedy: str = ""


def examine(*, as_json: bool) -> int:
    """Print a line for each thing that a build needs; exit code 1 where one is missing."""
    chosen = settings()
    findings = [_pango(), _packs(chosen), _home(chosen), *_shared(chosen), _ledger(chosen), _model(chosen)]
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=1))
    else:
        for finding in findings:
            tail = "" if finding.ok else f"; wanted {finding.wanted}; {finding.remedy}"
            print(f"{'ok  ' if finding.ok else 'FAIL'} {finding.part}: found {finding.found}{tail}")
    return 0 if all(finding.ok for finding in findings) else 1


def _pango() -> Finding:
    wanted, remedy = "Pango 1.44 or later", "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    try:
        from weasyprint.text.ffi import harfbuzz_subset, pango
    except OSError as error:
        return Finding("pango", ok=False, found=str(error).splitlines()[0], wanted=wanted, remedy=remedy)
    version = pango.pango_version()
    found = f"Pango {version // 10000}.{version // 100 % 100}.{version % 100}"
    if not harfbuzz_subset:
        found += " without HarfBuzz's subsetter, libharfbuzz-subset0: fonts are cut more slowly, and PDFs have other bytes"
    return Finding("pango", ok=version >= 14400, found=found, wanted=wanted, remedy=remedy)  # noqa: PLR2004  1.44


def _packs(chosen: Settings) -> Finding:
    from playbook.knowledge.packs import load

    wanted, remedy = "packs that load, with the family `general`", "mend the line, or set PLAYBOOK_KNOWLEDGE"
    try:
        knowledge = load(chosen.knowledge, chosen.compiled)
    except PlaybookError as error:
        return Finding("packs", ok=False, found=error.found, wanted=wanted, remedy=remedy)
    found = (
        f"{len(knowledge.families)} families, {len(knowledge.companies)} companies, {len(knowledge.skills)} skills, "
        f"{len(knowledge.questions)} questions"
    )
    return Finding("packs", ok="general" in knowledge.families, found=found, wanted=wanted, remedy=remedy)


def _home(chosen: Settings) -> Finding:
    existing = next(folder for folder in (chosen.home, *chosen.home.absolute().parents) if folder.exists())
    ok = os.access(existing, os.W_OK | os.X_OK)
    found = "a folder that can be written" if ok else "a folder that cannot be written"
    return Finding("store", ok=ok, found=found, wanted="a folder that can be written", remedy="set PLAYBOOK_HOME")


def _shared(chosen: Settings) -> list[Finding]:
    """The store of many workers, where it is another place than the home."""
    from playbook.locations import reason
    from playbook.store.objects import objects_at

    if chosen.shared == chosen.home:
        return []
    wanted, remedy = "a folder or bucket that can be reached", "check PLAYBOOK_STORE, the rights and the network"
    try:
        objects_at(chosen.shared).check()
    except OSError as error:
        found = f"store.unreachable, {chosen.shared}: {reason(error)}"
        return [Finding("shared store", ok=False, found=found, wanted=wanted, remedy=remedy)]
    return [Finding("shared store", ok=True, found=str(chosen.shared), wanted=wanted)]


def _ledger(chosen: Settings) -> Finding:
    from playbook.store.ledger import ledger

    wanted = "a ledger that opens"
    try:
        with ledger(chosen, patience_seconds=1) as connection:
            row = connection.execute("select count(*) from ledger.latest").fetchone()
    except (PlaybookError, OSError) as error:
        found, remedy = str(error), "delete the file: it is rebuilt"
        if isinstance(error, PlaybookError):
            found, remedy = f"{error.code}, {error.found}", error.remedy
        return Finding("ledger", ok=False, found=found, wanted=wanted, remedy=remedy)
    return Finding("ledger", ok=True, found=f"{row[0] if row else 0} runs", wanted=wanted)


def _model(chosen: Settings) -> Finding:
    """The embedded writer needs nothing; any other model is asked for one word."""
    if chosen.model == "embedded":
        return Finding("model", ok=True, found="the embedded writer", wanted="a model that answers")
    from playbook.commands.application import application

    found, ok = application("signatures.backend").preflight(chosen.model, chosen)
    return Finding("model", ok=ok, found=found, wanted="a model that answers", remedy="check PLAYBOOK_MODEL and its key")
