"""The command `build`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from playbook.artifacts.rendering import Format
from playbook.commands.application import amount, application, settings
from playbook.intake.themes import read_theme
from playbook.locations import Location, below

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path


def build_one(  # noqa: PLR0913  the interface has as many options
    resume: Location,
    job: Location,
    *,
    company: str,
    role: str | None,
    name: str | None,
    model: str | None,
    on: date,
    out: Location,
    answers: Location | None,
    ocr: bool,
    docx: bool = False,
    theme: Path | None = None,
    budget: float | None = None,
    as_json: bool = False,
) -> int:
    """Build one playbook into `out`; directly, or as a flow run where a Prefect API is configured."""
    chosen = settings()
    if budget is not None:
        chosen = chosen.model_copy(update={"budget": amount(budget)})
    publication = application("flows.publication")
    publication.check_folder(out)
    if chosen.prefect_api():
        flow = application("flows.build_playbook").build_playbook
        filled, looks = (str(path) if path else None for path in (answers, theme))
        run_id = flow(
            str(resume),
            str(job),
            company,
            role=role,
            name=name,
            model=model,
            on=on,
            out=str(out),
            answers=filled,
            ocr=ocr,
            docx=docx,
            theme=looks,
            budget=budget,
        )
        print(f"run {run_id}: `playbook show {run_id}` tells of it", file=sys.stderr)
        names = (*publication.FILES, *([publication.EDITABLE] if docx else []))
        return _printed(run_id, [below(out, name) for name in names], as_json=as_json)
    form = Format(paper=chosen.paper, docx=docx, theme=read_theme(theme) if theme is not None else None)
    received = application("flows.intake").received
    case = received(resume, job, company=company, role=role, name=name, settings=chosen, answers=answers, ocr=ocr)
    build = application("flows.build_playbook").build
    paths: list[Path] = []
    built = build(
        case,
        chosen,
        model=model or chosen.model,
        on=on,
        out=out,
        form=form,
        deliver=lambda rendering: paths.extend(publication.publish(rendering, chosen, out)),
    )
    total = built.executed + built.cached
    print(
        f"run {built.run_id}: {built.executed} of {total} stages ran, {built.rendering.pages} pages, "
        f"{built.rendering.summary.completeness.blanks} blanks for you to fill in",
        file=sys.stderr,
    )
    if built.calls:
        cost = "at an unknown price" if built.cost_usd is None else f"for ${built.cost_usd:.4f}"
        print(f"{built.calls} calls to the model {cost}", file=sys.stderr)
    if case.answers is not None:
        reached = built.rendering.summary.completeness
        strangers = len(case.answers.answers) - reached.answered
        unknown = f"; {strangers} answers belong to no blank of this playbook" if strangers else ""
        print(f"{reached.answered} blanks are filled, {reached.yours} stories are yours{unknown}", file=sys.stderr)
        for note in built.rendering.summary.notes:
            print(f"{note.code}: {note.message}", file=sys.stderr)
    for fault in built.degraded[:5]:
        print(f"kept the embedded words: {fault}", file=sys.stderr)
    if len(built.degraded) > 5:  # noqa: PLR2004  enough to see what kind of trouble it is
        print(f"... and {len(built.degraded) - 5} more; `playbook show {built.run_id}` has them", file=sys.stderr)
    return _printed(built.run_id, paths, as_json=as_json)


def _printed(run_id: str, paths: Sequence[Location], *, as_json: bool) -> int:
    """Print where the files are; exit code 0."""
    if as_json:
        print(json.dumps({"run": run_id, "files": [str(path) for path in paths]}, indent=1))
    else:
        print(*paths, sep="\n")
    return 0
