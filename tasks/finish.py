"""The stages that end a run: `assemble`, `inspect` and `render`."""

from __future__ import annotations

import re

from playbook.answering import completeness, disagreements
from playbook.artifacts.asks import Asks
from playbook.artifacts.assessment import Assessment
from playbook.artifacts.brief import Brief
from playbook.artifacts.cheat_sheet import CheatSheet
from playbook.artifacts.decoding import Decoding
from playbook.artifacts.document import Document
from playbook.artifacts.inspection import CheckResult, Inspection
from playbook.artifacts.pitch import Pitch
from playbook.artifacts.plan import Plan
from playbook.artifacts.playbook import Playbook
from playbook.artifacts.playbook import Run as RunRecord
from playbook.artifacts.questions import Questions
from playbook.artifacts.rendering import Format, Rendering, Summary
from playbook.artifacts.scripts import Scripts
from playbook.artifacts.stories import Stories
from playbook.checks.claims import check_rendering
from playbook.grounding.case import ground_of
from playbook.provenance import lines_of
from tasks.run import Run
from tasks.stage import stage


@stage(code=("playbook.artifacts.playbook", "playbook.answering"), packs=("skills", "credentials", "verbs"), worded=True)
def assemble(  # noqa: PLR0913  a playbook has ten sections
    run: Run,
    run_id: str,
    brief: Brief,
    assessment: Assessment,
    decoding: Decoding,
    pitch: Pitch,
    stories: Stories,
    questions: Questions,
    scripts: Scripts,
    asks: Asks,
    plan: Plan,
    cheat_sheet: CheatSheet,
) -> Playbook:
    """The sections as one document, with how it was made."""
    from playbook import __version__

    record = RunRecord(
        id=run_id,
        model=run.model,
        version=__version__,
        programs=dict(sorted(run.origin.programs.items())),
        degraded=tuple(sorted(run.origin.degraded)),
        tokens_in=run.origin.tokens_in,
        tokens_out=run.origin.tokens_out,
    )
    whole = Playbook(
        brief=brief,
        assessment=assessment,
        decoding=decoding,
        pitch=pitch,
        stories=stories,
        questions=questions,
        scripts=scripts,
        asks=asks,
        plan=plan,
        cheat_sheet=cheat_sheet,
        run=record,
    )
    run.pending.passing = run.origin.passing  # the record names what was degraded: it lasts as long as that does
    notes = disagreements(whole.sections, brief, ground_of(brief, run.knowledge))
    return whole.model_copy(update={"notes": notes}) if notes else whole


@stage(code=("playbook.consistency", "playbook.checks"), packs=("skills", "credentials", "verbs", "spellings"))
def inspect(run: Run, playbook: Playbook, resume: Document, job: Document) -> Inspection:
    """What the rules of the whole document find."""
    from playbook.checks.claims import check_claims
    from playbook.consistency import inspect as judge

    claims = _nameless(check_claims(playbook, resume, job, run.knowledge), playbook.brief.candidate)
    run.record_checks("inspect", "pandera", claims)
    document = _nameless(judge(playbook), playbook.brief.candidate)
    run.record_checks("inspect", "document", document)
    return Inspection(checks=(*claims, *document))


def _nameless(checks: tuple[CheckResult, ...], name: str) -> tuple[CheckResult, ...]:
    """The results with a placeholder for the candidate's name: samples go into journals, errors and reports."""
    written = re.compile(r"\W{1,3}".join(map(re.escape, name.split())), re.IGNORECASE)
    return tuple(
        check.model_copy(update={"samples": tuple(written.sub("(name)", sample) for sample in check.samples)})
        for check in checks
    )


@stage(code=("playbook.rendering", "playbook.answering"), check=check_rendering)
def render(run: Run, playbook: Playbook, inspection: Inspection, resume: Document, job: Document, form: Format) -> Rendering:
    """The files of a build."""
    from pypdfium2 import PdfDocument

    from playbook.rendering.render import render as typeset

    finished = playbook.model_copy(update={"inspection": inspection})
    files = typeset(finished, {"resume": resume, "job": job}, form.paper, theme=form.theme, docx=form.docx)
    return Rendering(
        files={name: run.place.blobs.put_bytes(content) for name, content in sorted(files.items())},
        pages=len(PdfDocument(files["playbook.pdf"])),
        summary=_summary(playbook),
    )


def _summary(playbook: Playbook) -> Summary:
    drafted = playbook.stories
    return Summary(
        fit=playbook.brief.fit.overall,
        stories=len(drafted.stories),
        story_blanks=len({blank.id for _, line in lines_of(drafted.stories) for blank in line.blanks}),
        degraded_lines=len(playbook.run.degraded),
        completeness=completeness(playbook.sections),
        notes=playbook.notes,
    )
