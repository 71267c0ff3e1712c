"""The command `packs`: what the knowledge packs hold, and what is wrong with them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from playbook.commands.application import settings


def check_packs(files: tuple[Path, ...], *, as_json: bool) -> int:
    """Print a line for each finding about `files` (none: every file); exit code 1 where there is one."""
    from playbook.knowledge.lint import lint

    root = settings().knowledge
    wanted = {path.resolve() for path in files}
    findings = [one for one in lint(root) if not wanted or (root / one.where.split(":")[0]).resolve() in wanted]
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=1, ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{finding.where}: {finding.rule}: {finding.found}; {finding.remedy}")
        print(f"{len(findings)} findings")
    return 1 if findings else 0


def count_packs(*, as_json: bool) -> int:
    """Print how many entries each kind has, and the questions of each trade."""
    from playbook.knowledge.files import KINDS
    from playbook.knowledge.packs import load

    chosen = settings()
    knowledge = load(chosen.knowledge, chosen.compiled)
    counts = {kind: len(getattr(knowledge, kind)) for kind in KINDS}
    counts["aliases"] = sum(len(skill.aliases) for skill in knowledge.skills.values())
    counts["frames of archetypes"] = sum(
        len(texts) for one in knowledge.archetypes.values() for texts in (one.situation, one.task, one.action, one.result)
    )
    questions = Counter(family for one in knowledge.questions.values() for family in one.families or ("every trade",))
    asks = Counter(one.interviewer for one in knowledge.asks)
    if as_json:
        print(json.dumps({"entries": counts, "questions": questions, "asks": asks}, indent=1))
        return 0
    for heading, rows in (("entries", counts), ("questions", questions), ("asks", asks)):
        print(heading)
        for name, count in sorted(rows.items(), key=lambda row: -row[1]):
            print(f"  {name:<24}{count:>7,}")
    return 0
