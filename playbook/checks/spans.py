"""Checks of what was read and parsed: what a reader should look at, and whether each fact stands where its span says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pydantic import BaseModel

from playbook.checks.frames import Frame, Row, Test, judge
from playbook.provenance import Fact, Span

if TYPE_CHECKING:
    from playbook.artifacts.document import Document
    from playbook.artifacts.inspection import CheckResult
    from playbook.artifacts.posting import Posting
    from playbook.artifacts.resume import Resume


_HOLD_NONE = frozenset({str, int, float, bool, type(None), Span})
"""Types of most of what stands in an artifact: not looked into, for no fact is below them."""


def facts_of(value: object) -> Iterator[Fact]:
    """Every fact below an artifact."""
    if isinstance(value, Fact):
        yield value
    elif isinstance(value, BaseModel | tuple):
        for item in vars(value).values() if isinstance(value, BaseModel) else value:
            if type(item) not in _HOLD_NONE:
                yield from facts_of(item)


def check_document(document: Document, *_: object) -> tuple[CheckResult, ...]:
    """The rules of `read`: what a person should look at before they trust the reading. They warn and block nothing."""
    codes = {note.code for note in document.notes}
    rows: list[Row] = [{"document": f"{document.name} {document.sha256[:12]}"}]
    rules: Mapping[str, Test] = {
        "layout-agreed": lambda _: f"{document.name}.layout-uncertain" not in codes,
        "text-visible": lambda _: not document.hidden,
    }
    return judge(Frame(rows, rules, show="document"))


def check_resume(resume: Resume, document: Document, *_: object) -> tuple[CheckResult, ...]:
    """The rules of `parse_resume`."""
    return judge(_spans(resume, document, "resume-spans"), _ids([bullet.id for bullet in resume.highlights], "resume-ids"))


def check_posting(posting: Posting, document: Document, *_: object) -> tuple[CheckResult, ...]:
    """The rules of `parse_posting`."""
    return judge(_spans(posting, document, "posting-spans"), _ids([row.id for row in posting.requirements], "posting-ids"))


def _spans(artifact: BaseModel, document: Document, rule: str) -> Frame:
    def holds(row: Row) -> bool:
        span = row["span"]
        return bool(span.document == document.name and document.text[span.start : span.end] == row["text"])

    return Frame([{"text": fact.text, "span": fact.span} for fact in facts_of(artifact)], {rule: holds}, show="text")


def _ids(ids: list[str], rule: str) -> Frame:
    counts = Counter(ids)
    return Frame([{"id": name} for name in ids], {rule: lambda row: counts[row["id"]] == 1}, show="id")
