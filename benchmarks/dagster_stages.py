"""The pipeline's stages as ops of Dagster, for `benchmarks.batch`: the same functions, another orchestrator.

The graph is read off the pipeline itself, which is called once with stages that only note what they are given. Files are not
put under their final names here, which the plain loop does: what Dagster costs is told too low rather than too high.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dagster import (
    DagsterInstance,
    DependencyDefinition,
    GraphDefinition,
    In,
    JobDefinition,
    NodeInvocation,
    OpDefinition,
    OpExecutionContext,
    Out,
    Output,
    fs_io_manager,
    mem_io_manager,
)

from benchmarks.batch import ON
from flows.build_playbook import Case, content_key, pipeline
from flows.intake import received
from flows.manifest import read_manifest
from playbook.artifacts.rendering import Format
from playbook.settings import Settings
from playbook.store.journal import Journal
from tasks.run import Run, Workplace
from tasks.stage import Stage

QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}
"""Its debug log is no part of the comparison."""


@dataclass(frozen=True)
class Noted:
    """What a stage would have made, by the place of its call."""

    call: int


@dataclass
class Bench:
    """The case that is built just now: ops are made once, and find it here."""

    run: Run
    case: Case


def calls_of(run: Run, case: Case, form: Format) -> list[tuple[Stage[Any], tuple[object, ...]]]:
    """Every call of a stage in the pipeline, in order, with what earlier calls made as `Noted`."""
    found: list[tuple[Stage[Any], tuple[object, ...]]] = []

    def note(stage: Stage[Any], _: Run, *given: object) -> Noted:
        found.append((stage, given))
        return Noted(len(found) - 1)

    with patch.object(Stage, "__call__", note):
        pipeline(run, case, form)
    return found


def job_of(bench: Bench, form: Format, *, on_disk: bool) -> JobDefinition:
    """The pipeline as a job. What is no artifact is taken from the case at hand."""
    nodes, wiring = [], {}
    for at, (stage, given) in enumerate(calls_of(bench.run, bench.case, form)):

        def compute(_: OpExecutionContext, inputs: dict[str, Any], at: int = at) -> Iterator[Output[Any]]:
            stage, given = calls_of_now()[at]
            refs = [inputs[f"from_{ref.call}"] if isinstance(ref, Noted) else ref for ref in given]
            yield Output(stage.execute(bench.run, *refs))

        takes = {f"from_{ref.call}": ref.call for ref in given if isinstance(ref, Noted)}
        name = f"{stage.name}_{at}"
        nodes.append(OpDefinition(compute, name, ins={field: In() for field in takes}, outs={"result": Out()}))
        wiring[NodeInvocation(name)] = {field: DependencyDefinition(nodes[call].name) for field, call in takes.items()}

    known: dict[str, list[tuple[Stage[Any], tuple[object, ...]]]] = {}

    def calls_of_now() -> list[tuple[Stage[Any], tuple[object, ...]]]:
        if bench.run.id not in known:
            known.clear()
            known[bench.run.id] = calls_of(bench.run, bench.case, form)
        return known[bench.run.id]

    graph = GraphDefinition("playbook", node_defs=nodes, dependencies=wiring)
    return graph.to_job(resource_defs={"io_manager": fs_io_manager if on_disk else mem_io_manager})


def main(manifest: Path, way: str) -> None:
    """Build every row of the manifest as a run of the job; `way` is `memory` or `sqlite`."""
    settings = Settings()
    form = Format(paper=settings.paper)
    bench: Bench | None = None
    job: JobDefinition | None = None
    instance = DagsterInstance.local_temp() if way == "sqlite" else DagsterInstance.ephemeral()
    place = Workplace(settings)
    for row in read_manifest(manifest).rows:
        case = received(row.resume, row.job, company=row.company, role=row.role, name=row.name, settings=settings)
        on = date.fromisoformat(ON)
        run_id = content_key(case, model="embedded", on=on, form=form)
        with Journal(settings.journals, run_id, settings.shared_journals) as journal:
            run = Run(run_id, place, journal, "embedded", on)
            if bench is None or job is None:
                bench = Bench(run, case)
                job = job_of(bench, form, on_disk=way == "sqlite")
            bench.run, bench.case = run, case
            if not job.execute_in_process(instance=instance, run_config=QUIET).success:
                sys.exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
