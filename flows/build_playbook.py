"""The pipeline: one resume, one posting, one company, in the order in which their artifacts need each other.

This is the only place where the order stands, and it runs three ways: called directly where no Prefect API is
configured, as the flow `build_playbook` where one is, and inside a task of a batch. `tasks.stage` sees which.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from playbook import __version__
from playbook.answering import check_owner
from playbook.artifacts.answers import Answers
from playbook.artifacts.brief import Brief
from playbook.artifacts.document import Upload
from playbook.artifacts.inspection import Inspection
from playbook.artifacts.rendering import Format, Rendering
from playbook.artifacts.request import BuildRequest
from playbook.errors import PlaybookError, StageFailure
from playbook.locations import Location, whole
from playbook.settings import Settings
from playbook.store.blobs import Ref
from playbook.store.journal import Journal
from tasks.answer import answered
from tasks.finish import assemble, inspect, render
from tasks.judge import brief, choose_archetypes, match, profile_company, score
from tasks.parse import parse_posting, parse_resume
from tasks.read import read
from tasks.run import Again, Run, Spent, Workplace
from tasks.write import ask_back, assess, bridge_gaps, condense, decode, draft_stories, generate_questions, pitch, plan_90_days

if TYPE_CHECKING:
    from signatures.budget import Budget


@dataclass(frozen=True)
class Case:
    """What a playbook is made of."""

    resume: Upload
    job: Upload
    company: str
    role: str | None = None
    name: str | None = None
    answers: Answers | None = None
    """What the candidate filled in, where they have."""


@dataclass(frozen=True)
class BatchRow:
    """Where a run belongs that is one of a batch."""

    batch_id: str | None
    row_id: str | None


@dataclass(frozen=True)
class Built:
    """What a run made."""

    run_id: str
    rendering: Rendering
    inspection: Inspection
    executed: int
    cached: int
    degraded: tuple[str, ...]
    calls: int
    """Requests to a model in this execution."""
    cost_usd: float | None
    """What they cost; `None` where a price is not known."""


def pipeline(run: Run, case: Case, form: Format) -> tuple[Ref[Rendering], Ref[Inspection]]:
    """The order of the stages."""
    resume_document = read(run, case.resume)
    job_document = read(run, case.job)
    resume = parse_resume(run, resume_document, run.on)
    posting = parse_posting(run, job_document, case.role, case.company)
    company = profile_company(run, posting, case.company, run.on)
    matching = match(run, resume, posting, company)
    fit = score(run, resume, posting, company, matching)
    archetypes = choose_archetypes(run, resume)
    facts = brief(run, resume, posting, company, matching, fit, archetypes, case.name, run.on)
    if case.answers is not None:
        check_owner(case.answers, run.load(facts, Brief))

    assessment = assess(run, facts)
    decoding = decode(run, facts)
    pitches = pitch(run, facts)
    stories = draft_stories(run, facts)
    questions = generate_questions(run, facts, stories)
    scripts = bridge_gaps(run, facts, stories, questions)
    asks = ask_back(run, facts)
    plan = plan_90_days(run, facts)
    cheat_sheet = condense(run, facts, assessment, pitches, stories, scripts, asks)

    # Every section is written before any is answered: an answer makes no other section stale.
    written = (assessment, decoding, pitches, stories, questions, scripts, asks, plan, cheat_sheet)
    whole = assemble(run, run.id, facts, *(answered(run, section, case.answers) for section in written))
    inspection = inspect(run, whole, resume_document, job_document)
    return render(run, whole, inspection, resume_document, job_document, form), inspection


def build(  # noqa: PLR0913  a case, and how it is built
    case: Case,
    settings: Settings,
    *,
    model: str,
    on: date,
    out: Location | None = None,
    form: Format | None = None,
    budget: Budget | None = None,
    batch: BatchRow | None = None,
    again_from: str | None = None,
    deliver: Callable[[Rendering], object] | None = None,
    spent: Spent | None = None,
) -> Built:
    """Run the pipeline on a case, with a journal of its own. Without a `form` the files are plain, on the paper of `settings`.

    `budget` is a share of a batch's; without one the caps of the settings hold. `again_from` names a stage that runs,
    and what depends on it, although their artifacts are there. `deliver` puts the files of a playbook that is not held
    where they belong: a run is `ok` when they are there, so that one that is killed before is run again. `spent` counts what
    is used, for a caller who wants to know it also of a run that ends with an error. Raises `Refusal` for input that cannot
    be served and `StageFailure` for anything else; what the pipeline raises is in the journal.
    """
    ticks = time.process_time()
    place = Workplace(settings)
    budget = budget or caps_of(model, settings)
    form = form or Format(paper=settings.paper)
    run_id = content_key(case, model=model, on=on, form=form)
    with Journal(settings.journals, run_id, settings.shared_journals) as journal:
        again = Again(again_from) if again_from else None
        run = Run(run_id, place, journal, model, on, budget, again=again, spent=spent or Spent())
        opened = _opened(run, case, out) | asdict(batch or BatchRow(None, None))
        opened["request_sha"] = place.blobs.put(requested(case, model=model, on=on, form=form)).sha
        journal.write("run", **opened | _unended(opened))
        try:
            rendering_ref, inspection_ref = pipeline(run, case, form)
            rendering = run.load(rendering_ref, Rendering)
            inspection = run.load(inspection_ref, Inspection)
            held = _held(inspection)
            if deliver is not None and held is None:
                deliver(rendering)
        except PlaybookError as error:
            status = "refused" if error.exit_code == 2 else "failed"  # noqa: PLR2004  the interface's exit code
            journal.write("run", **opened, **_closed(run, ticks, status=status, error=error))
            raise
        status = "held" if held else "ok"
        journal.write("run", **opened, **_closed(run, ticks, status=status, error=held), **_figures(rendering))
    if held:
        raise held
    return Built(
        run_id,
        rendering,
        inspection,
        executed=run.spent.executed,
        cached=run.spent.cached,
        degraded=tuple(run.origin.degraded),
        calls=run.spent.calls,
        cost_usd=run.spent.cost_usd,
    )


def caps_of(model: str, settings: Settings) -> Budget | None:
    """The caps of the settings. Raises `Refusal` where they or the file of models cannot hold for this model."""
    if settings.models is None and settings.budget is None and settings.budget_calls is None:
        return None  # nothing to check: DSPy need not be imported for a run that is found whole
    from signatures.backend import budget_of

    return budget_of(model, settings)


def content_key(case: Case, *, model: str, on: date, form: Format) -> str:
    """The id of a run: equal for equal inputs, model, version and day."""
    parts: tuple[object, ...] = (case.resume, case.job, case.company, case.role, case.name, model, on, form.paper, __version__)
    if case.answers is not None:
        parts += (case.answers.answers,)
    if form.theme is not None:
        parts += (form.theme,)
    return sha256("\n".join(map(repr, parts)).encode()).hexdigest()[:16]


def requested(case: Case, *, model: str, on: date, form: Format) -> BuildRequest:
    """What the run was asked for, to be stored: `playbook rerun` starts from it."""
    names = ("resume", "job", "company", "role", "name", "answers")
    return BuildRequest(**{name: getattr(case, name) for name in names}, model=model, on=on, form=form)


def _held(inspection: Inspection) -> StageFailure | None:
    """Why the playbook must not be published, where a blocking rule of the whole document found something."""
    broken = [check for check in inspection.checks if not check.ok and check.severity == "block"]
    if not broken:
        return None
    first = broken[0]
    return StageFailure(
        f"held.{first.rule}",
        found=f"{first.bad} of {first.n}: {'; '.join(first.samples)}",
        wanted=", ".join(check.rule for check in broken),
        remedy="nothing was published; `playbook show` has the findings",
    )


def _opened(run: Run, case: Case, out: Location | None) -> dict[str, Any]:
    """The columns of the run's row that are known at its start."""
    return {
        "candidate_key": case.resume.sha256,
        "company": case.company,
        "role": case.role,
        "model": run.model,
        "version": __version__,
        "out": str(whole(out)) if out else None,
        "started_at": run.journal.now().isoformat(),
    }


def _unended(opened: dict[str, Any]) -> dict[str, Any]:
    """The columns of a run that does not come to its end; of one that does, the row at its end counts."""
    remedy = "`playbook rerun` runs the stages that are left"
    error = StageFailure("run.stopped", found="a run that did not end", wanted="a process that is let be", remedy=remedy)
    row = {"status": "failed", "error_code": error.code, "error": str(error), "finished_at": opened["started_at"]}
    return row | dict.fromkeys(("cpu_seconds", "tokens_in", "tokens_out", "calls", "cost_usd"), 0)


def _closed(run: Run, ticks: float, *, status: str, error: PlaybookError | None) -> dict[str, Any]:
    """The columns of the run's row that are known at its end; `ticks` is the CPU time of the process when the run began."""
    return {
        "status": status,
        "error_code": error.code if error else None,
        "error": str(error)[:500] if error else None,
        "finished_at": run.journal.now().isoformat(),
        "cpu_seconds": round(time.process_time() - ticks, 3),
        "tokens_in": run.spent.tokens_in,
        "tokens_out": run.spent.tokens_out,
        "calls": run.spent.calls,
        "cost_usd": run.spent.cost_usd,
    }


def _figures(rendering: Rendering) -> dict[str, int]:
    """The columns of the run's row that say what came out, for judging a batch as a whole."""
    made = rendering.summary
    return {
        "fit": made.fit,
        "pages": rendering.pages,
        "stories": made.stories,
        "story_blanks": made.story_blanks,
        "degraded_lines": made.degraded_lines,
        "blanks": made.completeness.blanks,
        "answered": made.completeness.answered,
        "stories_yours": made.completeness.yours,
    }


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's attribute
    """The flow `build_playbook`, made when it is asked for: a build without Prefect must not import it."""
    if name == "build_playbook":
        from flows.orchestrated import build_playbook

        return build_playbook
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
