"""A stage as a Prefect task run. Imported only inside a flow run.

Prefect's own cache is off: the stage looks its content key up itself, so that a stage that need not run is
recorded in the ledger too, and any way of running again executes the same stages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prefect import task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from playbook.errors import PlaybookError

if TYPE_CHECKING:
    from playbook.store.blobs import Ref
    from tasks.run import Run
    from tasks.stage import Stage


def as_task_run(stage: Stage[Any], run: Run, refs: tuple[object, ...]) -> Ref[Any]:
    """Execute the stage as a task run named after it, with its artifact's hash as a Prefect artifact.

    The task takes no parameters: Prefect would walk through the packs and the journal in search of futures.
    """

    @task(name=stage.name, task_run_name=stage.name, cache_policy=NO_CACHE, persist_result=False)
    def execute() -> Ref[Any]:
        before = run.spent.cached
        try:
            ref = stage.execute(run, *refs)
        except PlaybookError as error:
            raise error from None  # Prefect keeps what is raised, and its cause may quote a document
        create_markdown_artifact(
            f"`{ref.kind}` `{ref.sha[:12]}` {'found under its key' if run.spent.cached > before else 'made'}",
            key=f"stage-{stage.name.replace('_', '-')}",
            description=f"Artifact of {stage.name} in run {run.id}",
        )
        return ref

    made: Ref[Any] = execute()
    return made
