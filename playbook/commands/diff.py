"""The command `diff`: what changed between two versions of a playbook, by its record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from playbook.commands.record import Shape, read_record

Record = Mapping[str, Any]
RECORD = "playbook.json"


class _Run(Shape):
    degraded: list[str]


class _Match(Shape):
    text: str
    status: str
    evidence: list[str]
    reason: str


class _Story(Shape):
    anchor: str
    title: str
    competencies: list[str]


class _Stories(Shape):
    stories: list[_Story]


class _Question(Shape):
    question: str


class _Questions(Shape):
    questions: list[_Question]


class _Sections(Shape):
    stories: _Stories
    questions: _Questions


class _Sentence(Shape):
    section: str
    text: str


class _Check(Shape):
    rule: str
    ok: bool
    n: int
    bad: int


class ComparedShape(Shape):
    """What is compared."""

    run: _Run
    fit: Shape
    matches: list[_Match]
    sections: _Sections
    claims: list[_Sentence]
    checks: list[_Check]


def compare_playbooks(a: Path, b: Path, *, as_json: bool) -> int:
    """Print what is different in `b`; a folder stands for the record in it. Raises `Refusal` for what is no playbook."""
    files = (path / RECORD if path.is_dir() else path for path in (a, b))
    changes = differences(*(read_record(file, ComparedShape, command="diff") for file in files))
    if as_json:
        print(json.dumps(changes, ensure_ascii=False, indent=1))
        return 0
    lines = list(_lines(changes))
    print(*(lines or ["no difference"]), sep="\n")
    return 0


def differences(a: Record, b: Record) -> dict[str, list[dict[str, Any]]]:
    """Changes by kind: each has `what` and `before` or `after`, whichever there is. Kinds without a change are left out."""
    made = {
        "run": _fields(*(_flat(one["run"], "model", "version", "programs") | _flat(one, "generated_on") for one in (a, b))),
        "fit": _fields(
            *(_flat(one["fit"], "overall", "low", "high", "label", "skills", "experience", "culture") for one in (a, b))
        ),
        "matches": _fields(*(_by(one["matches"], "text", _standing) for one in (a, b))),
        "stories": _fields(*(_by(one["sections"]["stories"]["stories"], "anchor", _title) for one in (a, b))),
        "questions": _items(*([one["question"] for one in record["sections"]["questions"]["questions"]] for record in (a, b))),
        "sentences": _items(*([f"{one['section']}: {one['text']}" for one in record["claims"]] for record in (a, b))),
        "checks": _fields(*(_by(one["checks"], "rule", _result) for one in (a, b))),
        "degraded": _items(a["run"]["degraded"], b["run"]["degraded"]),
    }
    return {kind: changes for kind, changes in made.items() if changes}


def _flat(record: Record, *names: str) -> dict[str, Any]:
    return {name: record.get(name) for name in names}


def _by(rows: Iterable[Record], key: str, value: Callable[[Record], str]) -> dict[str, str]:
    return {row[key]: value(row) for row in rows}


def _standing(match: Record) -> str:
    return f"{match['status']}: {'; '.join(match['evidence']) or match['reason']}"


def _title(story: Record) -> str:
    return f"{story['title']} ({', '.join(story['competencies'])})"


def _result(check: Record) -> str:
    return "ok" if check["ok"] else f"{check['bad']} of {check['n']}"


def _fields(a: Mapping[str, Any], b: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What is under a name in one and not, or otherwise, in the other."""
    names = dict.fromkeys((*a, *b))
    return [_change(name, a.get(name), b.get(name)) for name in names if a.get(name) != b.get(name)]


def _items(a: Iterable[str], b: Iterable[str]) -> list[dict[str, Any]]:
    """What stands in one more often than in the other, in their order."""
    before, after = Counter(a), Counter(b)
    gone = [_change(text, text, None) for text in (before - after).elements()]
    return gone + [_change(text, None, text) for text in (after - before).elements()]


def _change(what: str, before: object, after: object) -> dict[str, Any]:
    return {"what": what} | {name: value for name, value in (("before", before), ("after", after)) if value is not None}


def _lines(changes: Mapping[str, list[dict[str, Any]]]) -> Iterable[str]:
    for kind, found in changes.items():
        yield f"{kind} ({len(found)})"
        for change in found:
            if change.get("before", change.get("after")) == change["what"]:
                yield f"  {'-' if 'before' in change else '+'} {change['what']}"
            else:
                yield f"  ~ {change['what']}"
                yield from (
                    f"      {mark} {change[name]}" for name, mark in (("before", "-"), ("after", "+")) if name in change
                )
