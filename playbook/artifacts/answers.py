"""What the candidate wrote into the blanks of an earlier build, by the ids of the blanks."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from playbook.provenance import Frozen, Source, Span

LONGEST = 2_000
"""Characters of one answer."""


class Answer(Frozen):
    """The words that belong where a blank stands."""

    id: str
    """Of the blank."""
    text: str = Field(min_length=1, max_length=LONGEST)

    @property
    def source(self) -> Source:
        """The answer as the source of a line; its span counts in the answer itself."""
        return Source(span=Span(document="answers", start=0, end=len(self.text), entry=self.id), quote=self.text)


class Answers(Frozen):
    """Every answer of a file, in its order; an id stands once."""

    answers: tuple[Answer, ...] = ()
    of: str | None = None
    """Whose playbook they were given to, as `candidate, title, company`; `None` where the file does not say."""

    def only(self, ids: Iterable[str]) -> Answers:
        """Those that belong to these blanks."""
        wanted = frozenset(ids)
        return Answers(answers=tuple(answer for answer in self.answers if answer.id in wanted))
