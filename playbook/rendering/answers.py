"""`answers.yaml`: every blank of the playbook with its id, its place and room for an answer, and what has been answered.

Written by hand rather than dumped, because its comments and blank lines are for a person; each scalar is quoted by
PyYAML. `playbook build --answers` reads the list below `answers`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from playbook.artifacts.playbook import Playbook
from playbook.provenance import lines_of

SECTION_TITLES = {
    "snapshot": "Section 1, Your interview prep starts here",
    "standing": "Section 2, Where you stand",
    "decoding": "Section 3, What they actually want",
    "pitch": "Section 4, Your story",
    "stories": "Section 5, Stories",
    "questions": "Section 6, Questions",
    "scripts": "Section 7, Scripts",
    "asks": "Section 8, Questions to ask them",
    "plan": "Section 9, Handout",
    "cheat_sheet": "Section 10, Cheat sheet",
}
HEADER = """\
# The brackets of your playbook. Only you know these answers: write what you know between the quotes, leave the
# rest empty, and build again with --answers and this file. Ids stay the same as long as the question does.
# What you have answered before stands here, too: keep it, or change it.
"""


def answers(playbook: Playbook) -> bytes:
    """The file, in document order, grouped by the place where a blank stands."""
    import yaml

    def quoted(text: str) -> str:
        return yaml.dump(text, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, width=10_000).strip()

    rows = [(_place(playbook, at), entry) for at, entry in _entries(playbook)]
    parts = [
        HEADER,
        f"for: {quoted(playbook.brief.whose)}\n",
        f"run: {quoted(playbook.run.id)}\n",
        "answers:\n" if rows else "answers: []\n",
    ]
    for place, group in groupby(rows, key=lambda row: row[0]):
        parts.append(f"\n  # {_comment(place)}\n")
        for _, entry in group:
            question = f"    question: {quoted(entry.question)}\n" if entry.question else ""
            parts.append(
                f"  - id: {quoted(entry.id)}\n    where: {quoted(place)}\n{question}    answer: {quoted(entry.answer)}\n"
            )
    return "".join(parts).encode()


class _Entry(NamedTuple):
    """A blank that is open, or one that was: its question is gone, its answer stands in its place."""

    id: str
    question: str
    answer: str


def _entries(playbook: Playbook) -> Iterator[tuple[str, _Entry]]:
    """Where each entry stands, in document order; an id stands once."""
    seen: set[str] = set()
    for section, value in playbook.sections.items():
        for at, line in lines_of(value, f"/{section}"):
            given = [source for source in line.sources if source.span.document == "answers" and source.span.entry]
            entries = [_Entry(source.span.entry or "", "", source.quote) for source in given]
            entries += [_Entry(blank.id, blank.question, "") for blank in line.blanks]
            for entry in entries:
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield at, entry


def _place(playbook: Playbook, at: str) -> str:
    """Where a pointer stands, as a reader would say it."""
    section, *rest = at.strip("/").split("/")
    place = SECTION_TITLES[section]
    match rest:
        case ["stories", index, field, *_] if section == "stories":
            story = playbook.stories.stories[int(index)]
            return f"{place}, Story {story.number} ({story.title}), {field.replace('_', ' ')}"
        case ["questions", index, field, *_] if section == "questions":
            return f"{place}, Question {playbook.questions.questions[int(index)].number}, {field.replace('_', ' ')}"
        case ["bridges", index, field, *_]:
            bridge = playbook.scripts.bridges[int(index)]
            return f"{place}, Bridge {bridge.number} ({bridge.title}), {field.replace('_', ' ')}"
        case [field, *_]:
            return f"{place}, {field.replace('_', ' ')}"
        case _:
            return place


def _comment(text: str) -> str:
    return " ".join(text.split())
