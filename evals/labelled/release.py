"""Numbered releases of the labelled set: the text of a day, its splits frozen, under the hash of both.

`datasets/labelled/releases.yaml` counts them in git, so that a number means the same on every machine; the split of a pair
is written down with the release in which it joins and never changes. Text that differs from the newest release is a draft:
it can be measured, and `playbook labelled release` makes it the next number. Rows of the store are for `loading`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import yaml

from evals.labelled.pairs import LABELLED, Judgements, Labels, Split, pairs
from evals.labelled.writings import Writings
from playbook.errors import Refusal
from playbook.provenance import Frozen

RELEASES = "releases.yaml"
FILES = ("resume.txt", "job.txt", "labels.yaml", "second.yaml", "writings.yaml")


class Recorded(Frozen):
    """A release as git knows it."""

    release: int
    content: str
    note: str
    joined: dict[str, Split]
    """Pairs that joined with this release, with the split that they have from now on."""


class Item(Frozen):
    """A pair as it stands in a release."""

    id: str
    split: Split
    resume: str
    """The resume's text."""
    job: str
    """The posting's text."""
    labels: Labels
    second: Judgements | None = None
    writings: Writings | None = None


@dataclass(frozen=True)
class Release:
    """The labelled set under one hash."""

    number: int | None
    """`None` for a draft."""
    items: tuple[Item, ...]
    sha: str

    @property
    def name(self) -> str:
        """As people and tables call it."""
        return f"release {self.number}" if self.number else f"draft {self.sha[:8]}"

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The items by their ids."""
        return {item.id: item for item in self.items}

    def of(self, split: str) -> tuple[Item, ...]:
        """The items of a split; `all` means every one."""
        return tuple(item for item in self.items if split in {"all", item.split})


def recorded(root: Path = LABELLED) -> tuple[Recorded, ...]:
    """The releases that git knows, oldest first. Raises `Refusal` where their file is no history."""
    path = root / RELEASES
    raw = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    try:
        found = tuple(Recorded.model_validate(row) for row in raw or [])
    except ValueError as error:
        raise _no_history(str(error).splitlines()[0]) from error
    if [one.release for one in found] != list(range(1, len(found) + 1)):
        raise _no_history(f"the numbers {[one.release for one in found]}")
    joined = [item for one in found for item in one.joined]
    if len(joined) != len(set(joined)):
        raise _no_history("a pair that joins twice")
    return found


def current(root: Path = LABELLED) -> Release:
    """The labelled set as its text stands now: a release where its content is one, else a draft."""
    history = recorded(root)
    splits = {item: split for one in history for item, split in one.joined.items()}
    items = tuple(
        Item(
            id=pair.id,
            split=splits.get(pair.id, pair.split),
            resume=pair.resume.read_text(encoding="utf-8"),
            job=pair.job.read_text(encoding="utf-8"),
            labels=pair.labels,
            second=pair.second,
            writings=pair.writings,
        )
        for pair in pairs(root)
    )
    sha = _content(root, items)
    number = next((one.release for one in history if one.content == sha), None)
    return Release(number, items, sha)


def make_release(note: str, root: Path = LABELLED) -> tuple[Release, bool]:
    """Number the text as it stands: the release that it is, and whether it is new.

    Unchanged text is the release that it was. Raises `Refusal` where labels quote what no document says.
    """
    release = current(root)
    if release.number:
        return release, False
    faults = [fault for pair in pairs(root) for fault in pair.faults()]
    if faults:
        raise Refusal(
            "labels.unfaithful",
            found=f"{len(faults)} labels that quote no document, first: {faults[0]}",
            wanted="labels that quote resume and posting word for word",
            remedy="correct the labels",
        )
    history = recorded(root)
    known = {item for one in history for item in one.joined}
    joined = {item.id: item.split for item in release.items if item.id not in known}
    made = Recorded(release=len(history) + 1, content=release.sha, note=note, joined=joined)
    rows = [one.model_dump() for one in (*history, made)]
    (root / RELEASES).write_text(
        "# The releases of the labelled set; `playbook labelled release` adds to it. Never edited.\n"
        + yaml.safe_dump(rows, sort_keys=False, allow_unicode=True),
        encoding="utf-8",
    )
    return Release(made.release, release.items, release.sha), True


def _content(root: Path, items: tuple[Item, ...]) -> str:
    """The hash of every text and every split."""
    digest = sha256()
    for item in items:
        digest.update(f"{item.id}\0{item.split}\0".encode())
        for name in FILES:
            path = root / item.id / name
            if path.exists():
                content = path.read_bytes()
                digest.update(f"{name}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.hexdigest()


def _no_history(found: str) -> Refusal:
    return Refusal(
        "releases.invalid",
        found=f"{found} in {RELEASES}",
        wanted="releases numbered from 1, each pair joining once",
        remedy=f"restore {RELEASES} from git: `playbook labelled release` adds to it",
    )
