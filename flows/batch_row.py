"""One row of a batch, in a process of its own: reads requests from its parent until the pipe closes.

Whatever a row does in here (crash, hang, eat memory) reaches no other row. Forked for `flows.build_batch` only, which also
says what becomes of a row whose process died.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

from flows import build_playbook
from flows.build_playbook import BatchRow, Built, build, content_key
from flows.intake import received
from flows.manifest import Row
from flows.publication import publish
from flows.row_request import HELD, Outcome, RowRequest, Status
from playbook.artifacts.rendering import Format
from playbook.children import answers_of, send
from playbook.children import received as message_from
from playbook.collecting import settle
from playbook.errors import PlaybookError, Refusal, described
from playbook.knowledge.lexicon import lexicon_of
from playbook.settings import Settings
from tasks.run import Spent, Workplace
from tasks.stage import Stage, code_revision

if TYPE_CHECKING:
    from signatures.budget import Budget


_LOADED = (
    "dspy",
    "playbook.checks.claims",
    "playbook.consistency",
    "playbook.knowledge.spelling",
    "playbook.profiling",
    "playbook.reading.posting",
    "playbook.reading.resume",
    "playbook.rendering.render",
    "playbook.scoring",
    "playbook.writing.archetype_choice",
    "signatures.backend",
    "signatures.choose_archetypes",
    "signatures.match",
    "signatures.verify",
    "signatures.writers",
)
"""What stages import when they first run."""


def prepare(settings: bytes) -> None:
    """Load what every row needs, from the packs of these settings, before processes are forked.

    Nothing that starts a thread, as polars does when it is imported: that is for the process that was forked.
    """
    for module in _LOADED:
        import_module(module)
    for stage in vars(build_playbook).values():
        for module in stage.code if isinstance(stage, Stage) else ():
            code_revision(module)
    with suppress(PlaybookError):  # the row that meets the fault tells of it
        lexicon_of(Workplace(Settings.model_validate_json(settings)).knowledge)


def build_row(request: RowRequest) -> Outcome:
    """Build and publish one row; whatever goes wrong is the outcome, and no exception."""
    started = time.monotonic()
    run_id, budget, spent = None, _budget(request), Spent()
    row, settings, model = request.row, request.settings, request.row.model or request.model
    try:
        case = received(
            row.resume,
            row.job,
            company=row.company,
            role=row.role,
            name=row.name,
            settings=settings,
            answers=row.answers,
        )
        form = Format(paper=settings.paper)
        run_id = content_key(case, model=model, on=request.on, form=form)
        built = build(
            case,
            settings,
            model=model,
            on=request.on,
            out=request.folder,
            form=form,
            budget=budget,
            batch=BatchRow(request.batch_id, row.id),
            again_from=request.again_from,
            deliver=(lambda rendering: publish(rendering, settings, request.folder)) if request.publishes else None,
            spent=spent,
        )
    except PlaybookError as error:
        ended = _ended(row, started, run_id, _status(error), error.code, str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours costs this row and no other
        ended = _ended(row, started, run_id, "failed", "row.failed", described(error)).model_copy(update={"ends": True})
    else:
        return _made(row, started, built, "delivered" if request.publishes else "passed")
    return ended.model_copy(update=_used(spent, budget))


def _budget(request: RowRequest) -> Budget | None:
    """The row's share; nothing where the batch has no budget, and the caps of the settings hold."""
    if request.usd is None and request.calls is None:
        return None
    from signatures.budget import Budget

    return Budget(request.usd, request.calls)


def _status(error: PlaybookError) -> Status:
    if isinstance(error, Refusal):
        return "refused"
    return "held" if error.code.startswith(HELD) else "failed"


def _ended(row: Row, started: float, run_id: str | None, status: Status, code: str, error: str) -> Outcome:
    seconds = round(time.monotonic() - started, 3)
    return Outcome(id=row.id, status=status, run_id=run_id, error_code=code, error=error[:500], seconds=seconds)


def _used(spent: Spent, budget: Budget | None) -> dict[str, Any]:
    """What a row used that came to no playbook, or to one that is held: it is paid for all the same."""
    used = {"executed": spent.executed, "cached": spent.cached, "calls": spent.calls, "cost_usd": spent.cost_usd}
    return used | ({"calls": budget.calls, "cost_usd": budget.spent_usd} if budget else {})


def _made(row: Row, started: float, built: Built, status: Status) -> Outcome:
    return Outcome(
        id=row.id,
        status=status,
        run_id=built.run_id,
        executed=built.executed,
        cached=built.cached,
        calls=built.calls,
        cost_usd=built.cost_usd,
        degraded=len(built.degraded),
        seconds=round(time.monotonic() - started, 3),
    )


def main() -> None:
    """Serve until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops a batch at a terminal stops the parent, which ends this
    Thread(target=_end_with_parent, daemon=True).start()
    answers = answers_of(int(sys.argv[1]))
    settled = False
    while (message := message_from(sys.stdin.buffer)) is not None:
        outcome = build_row(RowRequest.model_validate_json(message))
        send(answers, outcome.model_dump_json().encode())
        if not settled:
            settled = True
            settle()


def _end_with_parent() -> None:
    """End at once when the parent is gone: whoever goes on with its batch is not to meet a row that is still being built."""
    hangup = select.poll()
    hangup.register(sys.stdin.fileno(), 0)  # that the other end is closed is always told
    hangup.poll()
    os._exit(1)
