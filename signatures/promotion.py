"""Which program a stage runs: the promoted one of a stage and model, a canary beside it, and the way back.

Programs are JSON states, never pickles; `datasets/programs` ships those of the project, the home holds those that a user has
promoted, which come first. How good a program is, and whether it may be promoted, is for `evals`; making modules of states
is for `signatures.programs`.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from playbook.errors import Refusal, StageFailure
from playbook.provenance import Frozen
from playbook.settings import CHECKOUT, Settings

SHIPPED = CHECKOUT / "datasets" / "programs"
PROMOTED = "promoted.json"
_SLICES = 10_000
"""Into how many slices runs fall for a canary."""


class Program(Frozen):
    """A program as it is kept: its state, and what it was made of."""

    program: str
    """Its id: the hash of stage, signature and state."""
    stage: str
    model: str
    """Whose program it is: a prompt that suits one model may not suit another."""
    signature_sha: str
    """Of the fields of its signature, so that it is never loaded into another."""
    state: dict[str, Any]
    optimizer: str
    params: dict[str, Any] = Field(default_factory=dict)
    release: str
    """The release of the labelled set that it was made from."""
    release_number: int | None = None
    parent: str | None = None
    scores: dict[str, Any] = Field(default_factory=dict)


class Promotion(Frozen):
    """What stands for a stage and model since when."""

    program: str | None
    """`None`: the signature as it stands."""
    canary: str | None = None
    """A program that a share of the runs takes instead."""
    percent: float = Field(0.0, ge=0, le=100)
    at: str = ""
    why: str = ""


Board = dict[str, list[Promotion]]
"""`stage/model` to its promotions, newest last."""


def program_id(stage: str, signature_sha: str, state: dict[str, Any]) -> str:
    """The id of a program: equal for equal programs."""
    return sha256(json.dumps([stage, signature_sha, state], sort_keys=True).encode()).hexdigest()[:16]


def keep(program: Program, settings: Settings) -> Path:
    """Write a program into the home; its path."""
    path = settings.programs / f"{program.program}.json"
    _write(path, program.model_dump_json())
    return path


def kept(name: str, settings: Settings) -> Program:
    """The program whose id begins with `name`, of the home or shipped. Raises `Refusal` where there is not exactly one."""
    folders = (settings.programs, SHIPPED)
    found = {path.stem: path for folder in reversed(folders) for path in folder.glob(f"{name}*.json") if path.name != PROMOTED}
    if len(found) != 1:
        raise Refusal(
            "program.unknown" if not found else "program.ambiguous",
            found=f"{len(found)} programs for {name!r}",
            wanted="the id of one program",
            remedy="`playbook optimize` prints the ids of what it makes",
        )
    return _read(str(next(iter(found.values()))))


def standing(stage: str, model: str, settings: Settings) -> Promotion:
    """What stands for a stage and model: of the home, else what is shipped, else nothing."""
    for folder in (settings.programs, SHIPPED):
        history = board(folder).get(f"{stage}/{model}")
        if history:
            return history[-1]
    return Promotion(program=None)


def chosen(stage: str, model: str, settings: Settings, run: str = "") -> str | None:
    """The id of the program that a run takes; `None` for the signature as it stands. A run always takes the same one."""
    promotion = standing(stage, model, settings)
    if promotion.canary and _slice(run) < promotion.percent * _SLICES / 100:
        return promotion.canary
    return promotion.program


def promote(promotion: Promotion, stage: str, model: str, settings: Settings) -> Promotion:
    """Let a promotion stand from now on; the one before it stays in the history."""
    now = board(settings.programs)
    history = now.setdefault(f"{stage}/{model}", [])
    if not history:
        history.append(standing(stage, model, settings))
    dated = promotion.model_copy(update={"at": datetime.now(UTC).isoformat(timespec="seconds")})
    history.append(dated)
    _save(now, settings)
    return dated


def roll_back(stage: str, model: str, settings: Settings) -> Promotion:
    """Let what stood before stand again; it. Raises `Refusal` where nothing has been promoted."""
    now = board(settings.programs)
    history = now.get(f"{stage}/{model}", [])
    if len(history) < 2:  # noqa: PLR2004  one stands, one stood before
        raise Refusal(
            "program.nothing-promoted",
            found=f"no promotion of {stage} for {model} in this home",
            wanted="a promotion that can be taken back",
            remedy="`playbook promote` makes one",
        )
    history.pop()
    _save(now, settings)
    return history[-1]


def board(folder: Path) -> Board:
    """The promotions of a folder. Raises `StageFailure` where its file cannot be read."""
    path = folder / PROMOTED
    if not path.is_file():
        return {}
    return {name: list(history) for name, history in _board(str(path), path.stat().st_mtime_ns).items()}


@lru_cache(maxsize=8)
def _board(path: str, _: int) -> Board:
    try:
        raw = json.loads(Path(path).read_text(encoding="utf-8"))
        return {name: [Promotion.model_validate(one) for one in history] for name, history in raw.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise StageFailure(
            "programs.unreadable",
            found=f"{Path(path).name}: {str(error).splitlines()[0]}",
            wanted="the promotions as `playbook promote` writes them",
            remedy="restore the file, or remove it: then the shipped programs stand",
        ) from error


@lru_cache(maxsize=64)
def _read(path: str) -> Program:
    try:
        return Program.model_validate_json(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise Refusal(
            "program.unreadable",
            found=f"{Path(path).name}: {str(error).splitlines()[0]}",
            wanted="a program as `playbook optimize` writes it",
            remedy="make it again",
        ) from error


def _save(now: Board, settings: Settings) -> None:
    rows = {name: [one.model_dump() for one in history] for name, history in sorted(now.items())}
    _write(settings.programs / PROMOTED, json.dumps(rows, indent=1))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.partial")
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(path)


def _slice(run: str) -> int:
    return int(sha256(f"canary {run}".encode()).hexdigest()[:8], 16) % _SLICES
