"""Checks of every sentence against its sources, and of the finished files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from playbook.artifacts.rendering import Format
from playbook.checks.drafts import is_no_draft
from playbook.checks.filled import is_filled, literals
from playbook.checks.frames import Frame, Row, judge
from playbook.grounding import Issue, issues
from playbook.grounding.case import ground_of
from playbook.knowledge.spelling import in_language
from playbook.provenance import Line, lines_of

if TYPE_CHECKING:
    from playbook.artifacts.document import Document
    from playbook.artifacts.inspection import CheckResult
    from playbook.artifacts.playbook import Playbook
    from playbook.artifacts.rendering import Rendering
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Source

_OWN = frozenset({"resume"})
_FACTS = frozenset({"resume", "job"})
_NUMBERS = frozenset({"number", "unit", "order", "derived"})
_NAMES = frozenset({"name", "employer"})
_DEEDS = frozenset({"direction", "denial", "credential", "joint", "laundered", "leak"})
FILES = ("answers.yaml", "cheat-sheet.pdf", "handout.pdf", "playbook.html", "playbook.json", "playbook.pdf")


def check_claims(playbook: Playbook, resume: Document, job: Document, knowledge: Knowledge) -> tuple[CheckResult, ...]:
    """The rules about sentences, over the whole playbook."""
    knowledge = in_language(knowledge, playbook.brief.language)
    lines = [line for _, line in lines_of(playbook.sections)]
    texts = {"resume": resume.text, "job": job.text}
    ground = ground_of(playbook.brief, knowledge)
    everything = replace(ground, case=(*ground.case, resume.text, job.text))
    sources = [{"quote": source.quote, "source": source} for line in lines for source in line.sources]
    rows = [
        {"text": line.text, "line": line, "issues": issues(line, everything if line.provenance == "draft" else ground)}
        for line in lines
    ]
    return judge(
        Frame(sources, {"quotes-verbatim": lambda row: _stands(row["source"], texts)}, show="quote"),
        Frame(
            rows,
            {
                "numbers-grounded": lambda row: not _found(row, _NUMBERS, _FACTS),
                "names-grounded": lambda row: not _found(row, _NAMES, _OWN),
                "deeds-grounded": lambda row: not _found(row, _DEEDS, _OWN),
                "claims-close": lambda row: not any(issue.tier == "soft" for issue in row["issues"]),
                "packs-verbatim": lambda row: is_from_pack(row["line"]),
                "drafts-stay-drafts": lambda row: is_no_draft(row["line"], knowledge),
                "drafts-invent-nothing": lambda row: row["line"].provenance != "draft" or not row["issues"],
                "company-facts-sourced": _is_sourced,
            },
            show="text",
        ),
    )


def check_rendering(rendering: Rendering, *inputs: object) -> tuple[CheckResult, ...]:
    """The rules of `render`; its last input is the format, which may ask for more than the six files."""
    made = tuple(sorted(rendering.files))
    form = inputs[-1] if inputs and isinstance(inputs[-1], Format) else Format()
    wanted = tuple(sorted((*FILES, "playbook.docx"))) if form.docx else FILES
    rules = {"files-complete": lambda _: made == wanted and rendering.pages > 0}
    return judge(Frame([{"files": " ".join(made)}], rules, show="files"))


def is_from_pack(line: Line) -> bool:
    """Whether a line that quotes one entry of the packs says what the entry says, its slots filled and its blanks asked."""
    templates = [source.quote for source in line.sources if source.span.entry is not None]
    if line.provenance != "role" or len(templates) != 1:
        return True
    return is_filled(literals(templates[0]), line.text.casefold())


def _found(row: Row, kinds: frozenset[str], provenances: frozenset[str]) -> bool:
    """Whether a line of these provenances has a hard issue of these kinds."""
    found: tuple[Issue, ...] = row["issues"]
    return row["line"].provenance in provenances and any(issue.tier == "hard" and issue.kind in kinds for issue in found)


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
