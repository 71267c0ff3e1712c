"""Checks of every sentence against its sources, and of the finished files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.checks.frames import Row, judge
from playbook.grounding import issues
from playbook.provenance import Line, lines_of

if TYPE_CHECKING:
    from playbook.artifacts.document import Document
    from playbook.artifacts.inspection import CheckResult
    from playbook.artifacts.playbook import Playbook
    from playbook.artifacts.rendering import Rendering
    from playbook.provenance import Source

FILES = ("answers.yaml", "cheat-sheet.pdf", "handout.pdf", "playbook.html", "playbook.json", "playbook.pdf")


def check_claims(playbook: Playbook, resume: Document, job: Document) -> tuple[CheckResult, ...]:
    """The rules about sentences, over the whole playbook."""
    lines = [line for _, line in lines_of(playbook.sections)]
    texts = {"resume": resume.text, "job": job.text}
    case = case_texts(playbook)
    everything = (*case, resume.text, job.text)
    rows = [{"text": line.text, "line": line} for line in lines]
    sources = [{"quote": source.quote, "source": source} for line in lines for source in line.sources]
    return (
        *judge(sources, {"quotes-verbatim": lambda row: _stands(row["source"], texts)}, show="quote"),
        *judge(
            rows,
            {
                "numbers-grounded": lambda row: not _found(row["line"], "number", {"resume", "job"}, case),
                "names-grounded": lambda row: not _found(row["line"], "name", {"resume"}, case),
                "drafts-invent-nothing": lambda row: row["line"].provenance != "draft" or not issues(row["line"], everything),
                "company-facts-sourced": _is_sourced,
            },
            show="text",
        ),
    )


def case_texts(playbook: Playbook) -> tuple[str, ...]:
    """What every sentence may name: the candidate, the role, the employer and its values."""
    brief = playbook.brief
    values = tuple(value.name for value in brief.company.values)
    return (brief.candidate, brief.posting.title, brief.company.name, brief.company.values_label, *values)


def check_rendering(rendering: Rendering, *_: object) -> tuple[CheckResult, ...]:
    """The rules of `render`."""
    made = tuple(sorted(rendering.files))
    return judge([{"files": " ".join(made)}], {"files-complete": lambda _: made == FILES and rendering.pages > 0}, show="files")


def _found(line: Line, kind: str, provenances: set[str], case: tuple[str, ...]) -> bool:
    """Whether a line of these provenances states an ungrounded thing of that kind."""
    return line.provenance in provenances and any(issue.kind == kind for issue in issues(line, case))


def _stands(source: Source, texts: dict[str, str]) -> bool:
    """Whether the source quotes its document; pack entries are their own document."""
    span = source.span
    if span.entry is not None:
        return span.end - span.start == len(source.quote)
    return texts.get(span.document, "")[span.start : span.end] == source.quote


def _is_sourced(row: Row) -> bool:
    """A line of company intel has a source; one from a pack has address and date."""
    line = row["line"]
    if line.provenance != "company":
        return True
    return bool(line.sources) and all(
        source.span.document != "company" or (source.url is not None and source.checked is not None) for source in line.sources
    )
