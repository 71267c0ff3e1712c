"""A release as rows of the eval store, and back.

A release is immutable: one that the store knows is left as it is. What a label means is for `pairs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from evals.labelled.pairs import Judgements, Labels
from evals.labelled.release import Item, Release
from evals.labelled.writings import Writing, Writings
from playbook.errors import Refusal
from playbook.store.evals import EvalStore

_KINDS = {"story": "stories", "pitch": "pitches", "script": "scripts"}


def load(store: EvalStore, release: Release) -> bool:
    """Put a release into the store; whether it was new there. A draft that has become a release gets its number."""
    known = store.rows("select number from eval.release where release_sha = $sha", sha=release.sha)
    if known:
        if release.number and known[0]["number"] is None:
            store.connection.execute("update eval.release set number = ? where release_sha = ?", [release.number, release.sha])
        return False
    with store.transaction():
        store.insert("release", [{"release_sha": release.sha, "number": release.number, "pairs": len(release.items)}])
        store.insert("document", list(_documents(release)), or_ignore=True)
        store.insert("item", [_item(release, item) for item in release.items])
        store.insert("label", [row for item in release.items for row in _labels(release, item)])
        store.insert("writing", [row for item in release.items for row in _writings(release, item)])
    return True


def stored(store: EvalStore, name: str) -> Release:
    """A release of the store by its number or the first characters of its hash. Raises `Refusal` where there is none."""
    found = store.rows(
        "select * from eval.release where cast(number as varchar) = $name "
        "or (length($name) >= 8 and starts_with(release_sha, $name))",
        name=name,
    )
    if len(found) != 1:
        raise Refusal(
            "release.unknown",
            found=f"{len(found)} releases for {name!r}",
            wanted="the number of a release",
            remedy="`playbook labelled show` lists them",
        )
    sha = found[0]["release_sha"]
    items = store.rows(
        "select i.*, r.text as resume, j.text as job from eval.item i join eval.document r on r.doc_sha = i.resume_sha "
        "join eval.document j on j.doc_sha = i.job_sha where release_sha = $sha order by item",
        sha=sha,
    )
    labels: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in store.rows("select * from eval.label where release_sha = $sha order by ordinal", sha=sha):
        labels.setdefault((row["item"], row["labelling"]), []).append(row)
    writings: dict[str, list[dict[str, Any]]] = {}
    for row in store.rows("select * from eval.writing where release_sha = $sha order by ordinal", sha=sha):
        writings.setdefault(row["item"], []).append(row)
    made = tuple(
        Item(
            id=row["item"],
            split=row["split"],
            resume=row["resume"],
            job=row["job"],
            labels=Labels.model_validate(
                _judged(labels[row["item"], "first"]) | {name: row[name] for name in ("family", "level", "company", "role")}
            ),
            second=Judgements.model_validate(_judged(second)) if (second := labels.get((row["item"], "second"))) else None,
            writings=_written(written) if (written := writings.get(row["item"])) else None,
        )
        for row in items
    )
    return Release(found[0]["number"], made, sha)


def _documents(release: Release) -> Iterator[dict[str, Any]]:
    texts = {text: kind for item in release.items for kind, text in (("resume", item.resume), ("job", item.job))}
    for text, kind in texts.items():
        yield {"doc_sha": _sha(text), "kind": kind, "text": text}


def _item(release: Release, item: Item) -> dict[str, Any]:
    return {
        "release_sha": release.sha,
        "item": item.id,
        "family": item.labels.family,
        "level": item.labels.level,
        "company": item.labels.company,
        "role": item.labels.role,
        "split": item.split,
        "resume_sha": _sha(item.resume),
        "job_sha": _sha(item.job),
    }


def _labels(release: Release, item: Item) -> Iterator[dict[str, Any]]:
    for labelling, judged in (("first", item.labels), ("second", item.second)):
        if judged is None:
            continue
        row = {"release_sha": release.sha, "item": item.id, "labelling": labelling, "labeller": judged.author}
        for stage, rows in _by_stage(judged).items():
            for ordinal, (target, value) in enumerate(rows):
                yield {**row, "stage": stage, "target": target, "ordinal": ordinal, "value": value}


def _by_stage(judged: Judgements) -> dict[str, list[tuple[str, Any]]]:
    """What a labeller says, under the stage of which it is the truth."""
    return {
        "match": [(one.text, one.model_dump(mode="json", exclude={"text"})) for one in judged.requirements],
        "score": [("fit", judged.fit), ("years_relevant", judged.years_relevant)],
        "draft_stories": [(one.bullet, one.model_dump(mode="json", exclude={"bullet"})) for one in judged.stories],
        "generate_questions": [(name, count) for name, count in judged.questions.items()],
    }


def _judged(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The rows of one labelling as the labels that they were made from."""
    of = {stage: [row for row in rows if row["stage"] == stage] for stage in {row["stage"] for row in rows}}
    return {
        "author": rows[0]["labeller"],
        **{row["target"]: row["value"] for row in of["score"]},
        "requirements": [{"text": row["target"], **row["value"]} for row in of["match"]],
        "stories": [{"bullet": row["target"], **row["value"]} for row in of["draft_stories"]],
        "questions": {row["target"]: row["value"] for row in of["generate_questions"]},
    }


def _writings(release: Release, item: Item) -> Iterator[dict[str, Any]]:
    found: tuple[Writing, ...] = item.writings.all if item.writings else ()
    for ordinal, one in enumerate(found):
        yield {
            "release_sha": release.sha,
            "item": item.id,
            "ordinal": ordinal,
            "author": item.writings.author if item.writings else "",
            "kind": one.kind,
            "good": one.good,
            "faults": list(one.faults),
            "why": one.why,
            "target": one.target,
            "parts": one.parts,
        }


def _written(rows: list[dict[str, Any]]) -> Writings:
    made: dict[str, Any] = {"author": rows[0]["author"], "stories": [], "pitches": [], "scripts": []}
    targets = {"story": "bullet", "script": "requirement"}
    for row in rows:
        target = {targets[row["kind"]]: row["target"]} if row["target"] else {}
        made[_KINDS[row["kind"]]].append({name: row[name] for name in ("good", "faults", "why")} | row["parts"] | target)
    return Writings.model_validate(made)


def _sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()
