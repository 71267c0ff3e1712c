"""Where a sentence comes from: spans, sources, lines and claims.

Everything that a reader sees is a `Line`, and a `Line` carries its provenance, so that the ledger of claims
falls out of the artifacts instead of being kept beside them. Here stand the types and the walk that collects
claims; whether a line is *true* to its sources is judged in `playbook.grounding`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from playbook.keeping import kept

T = TypeVar("T")

Provenance = Literal["resume", "job", "company", "role", "draft", "candidate"]
"""What a sentence may state: see the table in `docs/provenance.md`. It never rises from one section to another."""

DocumentName = Literal["resume", "job", "company", "role", "answers"]
"""`company` and `role` are entries of the knowledge packs; the others are files of the run."""


class Frozen(BaseModel):
    """Base of every contract: immutable, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """A half-open range of Unicode code points in the folded text of a document."""

    document: DocumentName
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    entry: str | None = None
    """Id of the pack entry that `start` and `end` count in; `None` for a file of the run."""

    @model_validator(mode="after")
    def _is_not_empty(self) -> Span:
        if self.end <= self.start:
            message = f"a span ends after it starts: found {self.start}..{self.end}"
            raise ValueError(message)
        return self


class Source(Frozen):
    """The words of a document that a line rests on. `quote` equals the document's text at `span`."""

    span: Span
    quote: str
    url: str | None = None
    """Where a company fact was read; required by the packs for every fact about a company."""
    checked: date | None = None
    """The day on which `url` was read."""


class Fact(Frozen):
    """A verbatim piece of a document, and where it stands."""

    text: str = Field(min_length=1)
    span: Span

    @property
    def source(self) -> Source:
        """The fact as the source of a line."""
        return Source(span=self.span, quote=self.text)


class Words(Frozen):
    """Plain words of a line; `strong` marks its key phrase."""

    text: str = Field(min_length=1)
    strong: bool = False


class Blank(Frozen):
    """A question that only the candidate can answer, standing where the answer will stand."""

    id: str
    question: str = Field(min_length=1)


class Link(Frozen):
    """A reference to another place of the playbook, such as "Section 5, Story 2"."""

    target: str
    """Anchor in the document: `section-5`, `story-2`, `question-4`, `bridge-1`."""
    text: str = Field(min_length=1)


Part = Words | Blank | Link


class Line(Frozen):
    """One sentence of the playbook, with its provenance and its sources."""

    parts: tuple[Part, ...] = Field(min_length=1)
    provenance: Provenance
    sources: tuple[Source, ...] = ()

    @property
    def text(self) -> str:
        """The sentence as plain text; a blank reads `[question]`."""
        if len(self.parts) == 1 and isinstance(self.parts[0], Words):  # most lines, and asked for often
            return self.parts[0].text
        return "".join(f"[{part.question}]" if isinstance(part, Blank) else part.text for part in self.parts)

    @property
    def stated(self) -> str:
        """What the sentence asserts: its text without blanks and references."""
        if len(self.parts) == 1 and isinstance(self.parts[0], Words):  # as above
            return self.parts[0].text
        return "".join(part.text for part in self.parts if isinstance(part, Words))

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks of the sentence, in reading order."""
        return tuple([part for part in self.parts if isinstance(part, Blank)])


class Prose(Frozen):
    """Sentences that are read as one paragraph."""

    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return " ".join(line.text for line in self.lines)


class Claim(Frozen):
    """A row of the ledger: one sentence, where it stands and what it rests on."""

    id: str
    section: str
    at: str
    """JSON pointer of the sentence below `sections` in `playbook.json`."""
    text: str
    provenance: Provenance
    sources: tuple[Source, ...] = ()


_HOLD_NONE = frozenset({str, int, float, bool, type(None), date, Fact, Span})
"""Types of most of what stands in an artifact: not looked into, for no line is below them."""


def lines_of(value: object, at: str = "") -> Iterator[tuple[str, Line]]:
    """Every line below `value` with its JSON pointer, in document order.

    The pointer of a line in a `Prose` is the paragraph's pointer and the sentence's index.
    """
    if isinstance(value, dict):  # of sections
        return chain.from_iterable(lines_of(item, f"{at}/{name}") for name, item in value.items())
    if isinstance(value, Frozen):
        return ((f"{at}{below}", line) for below, line in _lines_below(value))
    return iter(_collected(value, at))


@kept(most=32)  # checks, prompts and pages walk the same sections
def _lines_below(value: Frozen) -> list[tuple[str, Line]]:
    return _collected(value, "")


def _collected(value: object, at: str) -> list[tuple[str, Line]]:
    found: list[tuple[str, Line]] = []
    _collect(value, at, found)
    return found


def _collect(value: object, at: str, found: list[tuple[str, Line]]) -> None:
    """Put every line below `value` behind what is found: a generator in a generator hands each line up through all."""
    if isinstance(value, Line):
        found.append((at, value))
    elif isinstance(value, Prose):
        found.extend((f"{at}/{index}", line) for index, line in enumerate(value.lines))
    else:
        for name, item in _parts_of(value):
            if type(item) not in _HOLD_NONE:
                _collect(item, f"{at}/{name}", found)


def _parts_of(value: object) -> Iterable[tuple[object, object]]:
    """What a value is made of, each with its name or number; nothing for what is no artifact."""
    if isinstance(value, BaseModel):
        return vars(value).items()  # what iterating over it gives, without a list of it
    if isinstance(value, tuple | list):
        return enumerate(value)
    return value.items() if isinstance(value, dict) else ()


def with_lines(value: T, lines: Mapping[str, Line]) -> T:
    """`value` with some of its lines replaced, by the pointers of `lines_of`; itself where none is."""
    above = {at[:end] for at in lines for end, letter in enumerate(at) if letter == "/"}
    replaced: T = _with_lines(value, "", lines, above)
    return replaced


def _with_lines(value: Any, at: str, lines: Mapping[str, Line], above: set[str]) -> Any:  # noqa: ANN401  mirrors any shape
    """`above` are the pointers below which a line is replaced: most of an artifact is none of them, and stays as it is."""
    if isinstance(value, Line) or at not in above:
        return lines.get(at, value)
    if isinstance(value, Prose):
        items = tuple(lines.get(f"{at}/{index}", line) for index, line in enumerate(value.lines))
        return value if items == value.lines else Prose(lines=items)
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        made = {name: _with_lines(old, f"{at}/{name}", lines, above) for name, old in fields.items()}
        changed = {name: new for name, new in made.items() if new is not fields[name]}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        items = tuple(_with_lines(item, f"{at}/{index}", lines, above) for index, item in enumerate(value))
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, dict):
        return {key: _with_lines(item, f"{at}/{key}", lines, above) for key, item in value.items()}
    return value


def claims_of(sections: dict[str, object]) -> tuple[Claim, ...]:
    """The ledger of claims of a playbook: one row a line, numbered in document order."""
    found = [(section, at, line) for section, value in sections.items() for at, line in lines_of(value, f"/{section}")]
    return tuple(
        Claim(
            id=f"c{number:03}",
            section=section,
            at=at,
            text=line.text,
            provenance=line.provenance,
            sources=line.sources,
        )
        for number, (section, at, line) in enumerate(found, start=1)
    )
