"""What wraps every stage: key, look-up, run, check, store, journal; and the choice of who orchestrates.

A stage is decorated once and then called with references instead of artifacts. The content key holds everything
that the outcome depends on: stage, code, packs, model where the stage is worded, and the hashes of its inputs.
The wrapper looks around itself: inside a Prefect flow run the stage becomes a task run under the same key; inside
a task run, or without Prefect, it is a plain call. No stage and no caller chooses.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_type_hints

from pydantic import BaseModel

from playbook.artifacts.inspection import CheckResult
from playbook.artifacts.rendering import Rendering
from playbook.errors import PlaybookError, StageFailure, described
from playbook.settings import CHECKOUT, EMBEDDED
from playbook.store.blobs import BlobStore, Ref
from signatures.promotion import chosen
from tasks.run import NotMade, Origin, Run

ModelT = TypeVar("ModelT", bound=BaseModel)
Inputs = ParamSpec("Inputs")
Check = Callable[..., tuple[CheckResult, ...]]

_IMPORT = re.compile(rb"^\s*(?:from|import) (playbook[\w.]*)(?: import (\([^)]*\)|.*))?", re.MULTILINE)

SCHEMA_VERSION = 2
"""Raised when a change of contracts makes stored artifacts unreadable."""


@dataclass(frozen=True)
class Stage(Generic[ModelT]):
    """A stage: a name, a function of artifacts, and what its outcome depends on besides them."""

    name: str
    function: Callable[..., ModelT]
    kind: type[ModelT]
    inputs: tuple[tuple[str, type], ...]
    code: tuple[str, ...]
    packs: tuple[str, ...]
    worded: bool
    decided: bool
    check: Check | None

    def __call__(self, run: Run, *refs: object) -> Ref[ModelT]:
        """The stored artifact for these inputs: found under its key, or made now."""
        orchestrated = _flow_run_around()
        if orchestrated:
            from tasks.orchestrated import as_task_run

            return as_task_run(self, run, refs)
        return self.execute(run, *refs)

    def key(self, run: Run, refs: tuple[object, ...]) -> str:
        """The content key: equal keys mean equal artifacts."""
        parts = [
            f"schema {SCHEMA_VERSION}",
            self.name,
            *(code_revision(module) for module in self.code),
            *(f"{kind} {run.knowledge.fingerprints[kind]}" for kind in self.packs),
            *(_identity(ref) for ref in refs),
        ]
        if self.worded:
            parts.append(f"model {run.model}")
        if self.worded or self.decided:
            model = run.model if self.worded else EMBEDDED
            parts.append(f"program {chosen(self.name, model, run.place.settings, run.id)}")
        return sha256("\n".join(parts).encode()).hexdigest()

    def execute(self, run: Run, *refs: object) -> Ref[ModelT]:
        """Look the key up; else run the function, check what it made, store it and write the journal."""
        key = self.key(run, refs)
        inputs = [_identity(ref) for ref in refs]
        is_wanted_again = run.again is not None and run.again.holds(self.name, inputs)
        record = None if is_wanted_again else run.place.keys.get(key)
        started = time.process_time()
        row = {"stage": self.name, "content_key": key, "input_shas": inputs, "worker": _worker()}
        if record and record["kind"] == self.kind.__name__ and _is_whole(record, run.place.blobs):
            run.spent.cached += 1
            run.found.append(self.name)
            run.origin.add(Origin(**record.get("origin", {})))
            found: Ref[ModelT] = Ref(record["sha"], record["kind"])
            run.journal.write("stage_run", **row, **_ended("cached", started, ref=found))
            return found
        if run.dry:
            raise NotMade(self.name)
        run.spent.executed += 1
        try:
            values = [
                run.load(ref, kind) if isinstance(ref, Ref) else ref for ref, (_, kind) in zip(refs, self.inputs, strict=True)
            ]
            artifact = self.function(run, *values)
            self._verify(run, artifact, values)
        except PlaybookError as error:
            run.journal.write("stage_run", **row, **_ended("failed", started, error=error, origin=_charged(run)))
            raise
        except Exception as error:
            failure = StageFailure(
                f"{self.name}.failed",
                found=described(error),
                wanted="a stage that ends",
                remedy="this is a bug: please report it with the output of `playbook show` for the run",
            )
            run.journal.write("stage_run", **row, **_ended("failed", started, error=failure, origin=_charged(run)))
            raise failure from error
        # What a provider was asked for must outlive a power cut; the rest is made again for nothing.
        ref = run.place.blobs.put(artifact, lasting=run.pending.calls > 0)
        run.loaded[ref.sha] = artifact  # what is read of it is equal to it
        origin = _charged(run)
        if not origin.passing:  # else the next run asks the model again
            made = {"sha": ref.sha, "kind": ref.kind, "stage": self.name, "origin": asdict(origin), "files": _files(artifact)}
            run.place.keys.put(key, made)
        if run.again is not None and is_wanted_again:
            run.again.made.add(ref.sha)
        run.origin.add(origin)
        run.journal.write("stage_run", **row, **_ended("ok", started, ref=ref, origin=origin))
        return ref

    def _verify(self, run: Run, artifact: ModelT, values: list[Any]) -> None:
        """Run the stage's check; a blocking finding fails the stage."""
        if self.check is None:
            return
        results = self.check(artifact, *values)
        run.record_checks(self.name, "pandera", results)
        for result in results:
            if not result.ok and result.severity == "block":
                raise StageFailure(
                    f"check.{result.rule}",
                    found=f"{result.bad} of {result.n} in stage {self.name}: {'; '.join(result.samples)}",
                    wanted=result.rule.replace("-", " "),
                    remedy="the artifact was not stored; run `playbook show` for the run",
                )


def _files(artifact: BaseModel) -> list[str]:
    """Hashes of the content that an artifact names and does not hold."""
    return sorted(set(artifact.files.values())) if isinstance(artifact, Rendering) else []


def _is_whole(record: dict[str, Any], blobs: BlobStore) -> bool:
    """Whether an artifact is there with all that it names."""
    return all(blobs.has(sha) for sha in (record["sha"], *record.get("files", ())))


def _charged(run: Run) -> Origin:
    """What the stage that ends just now has used, charged to the run whether the stage succeeded or not."""
    origin = run.pending.taken()
    run.spent.add(origin)
    return origin


def _ended(
    status: str, started: float, *, ref: Ref[Any] | None = None, origin: Origin | None = None, error: Exception | None = None
) -> dict[str, Any]:
    """The columns of a stage's row that are known at its end."""
    made = origin or Origin()
    return {
        "status": status,
        "output_sha": ref.sha if ref else None,
        "output_kind": ref.kind if ref else None,
        "error_code": getattr(error, "code", type(error).__name__) if error else None,
        "error": str(error)[:500] if error else None,
        "cpu_ms": round((time.process_time() - started) * 1000, 3),
        "tokens_in": made.tokens_in,
        "tokens_out": made.tokens_out,
        "calls": made.calls,
        "cost_usd": made.cost_usd,
        "degraded": made.degraded,
        "program": next(iter(made.programs.values()), None),
    }


def stage(
    *,
    code: tuple[str, ...] = (),
    packs: tuple[str, ...] = (),
    worded: bool = False,
    decided: bool = False,
    check: Check | None = None,
) -> Callable[[Callable[Concatenate[Run, Inputs], ModelT]], Stage[ModelT]]:
    """Make a stage of a function of a run and artifacts.

    `code` names the modules or packages that do the work: a change in them, or in what they import of `playbook`,
    makes stored artifacts stale. `packs` are the kinds of packs that the stage reads. `worded` stages depend on the
    model, `decided` ones on the embedded engine's program for them. `check(artifact, *inputs)` judges what was made.
    """

    def decorate(function: Callable[Concatenate[Run, Inputs], ModelT]) -> Stage[ModelT]:
        hints = get_type_hints(function)
        kind = hints.pop("return")
        hints.pop("run")
        return Stage(function.__name__, function, kind, tuple(hints.items()), code, packs, worded, decided, check)

    return decorate


@lru_cache(maxsize=256)
def code_revision(root: str) -> str:
    """The hash of a module or package and of everything of `playbook` that it imports, directly or not.

    A package counts with all its files, so that templates and styles are code too.
    """
    digest = sha256()
    waiting, seen = [root], {root}
    while waiting:
        name = waiting.pop()
        for path in _files_of(name, whole=name == root):
            content, imported = _read(path)
            digest.update(path.name.encode() + content)
            fresh = imported - seen
            seen |= fresh
            waiting.extend(sorted(fresh))
    return digest.hexdigest()


@lru_cache(maxsize=512)  # most modules stand below most stages
def _read(path: Path) -> tuple[bytes, frozenset[str]]:
    """The hash of a file, and the modules of `playbook` that it imports."""
    source = path.read_bytes()
    return sha256(source).digest(), frozenset(_imported(source) if path.suffix == ".py" else ())


def _imported(source: bytes) -> Iterator[str]:
    """The modules of `playbook` that a source imports; `from playbook.grounding import facts` imports two."""
    modules = _modules()
    for package, names in _IMPORT.findall(source):
        above = package.decode()
        yield above
        yield from modules & {f"{above}.{name}" for name in re.findall(r"\w+", names.decode())}


@cache
def _modules() -> frozenset[str]:
    """The modules of `playbook` by their names, packages left out."""
    base = CHECKOUT / "playbook"
    return frozenset(".".join(path.relative_to(CHECKOUT).with_suffix("").parts) for path in base.rglob("*.py"))


def _files_of(name: str, *, whole: bool) -> list[Path]:
    """The files of a module; of a package all of them if `whole`, else its `__init__`."""
    base = CHECKOUT.joinpath(*name.split("."))
    if not base.is_dir():
        return [base.with_suffix(".py")]
    if not whole:
        return [base / "__init__.py"]
    return sorted(path for path in base.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _identity(ref: object) -> str:
    """What stands for an input in a key: the hash of an artifact, or of the value itself, which may be personal."""
    return ref.sha if isinstance(ref, Ref) else sha256(repr(ref).encode()).hexdigest()


def _flow_run_around() -> bool:
    """Whether this call stands directly inside a Prefect flow run, not inside a task of one."""
    if "prefect.context" not in sys.modules:  # nobody who runs a flow has not imported it
        return False
    from prefect.context import FlowRunContext, TaskRunContext

    return FlowRunContext.get() is not None and TaskRunContext.get() is None


def _worker() -> str:
    return f"pid-{os.getpid()}"
