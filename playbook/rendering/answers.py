"""`answers.yaml`: every blank of the playbook with its id, its place and room for an answer.

Written by hand rather than dumped, because its comments and blank lines are for a person; each scalar is quoted by
PyYAML. `playbook build --answers` reads the list below `answers`.
"""

from __future__ import annotations

from itertools import groupby

from playbook.artifacts.playbook import Playbook
from playbook.rendering.record import blanks

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
"""


def answers(playbook: Playbook) -> bytes:
    """The file, in document order, grouped by the place where a blank stands."""
    import yaml

    def quoted(text: str) -> str:
        return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000).strip()

    rows = [(_place(playbook, blank["at"]), blank) for blank in blanks(playbook)]
    brief = playbook.brief
    parts = [
        HEADER,
        f"for: {quoted(f'{brief.candidate}, {brief.posting.title}, {brief.company.name}')}\n",
        f"run: {quoted(playbook.run.id)}\n",
        "answers:\n" if rows else "answers: []\n",
    ]
    for place, group in groupby(rows, key=lambda row: row[0]):
        parts.append(f"\n  # {_comment(place)}\n")
        for _, blank in group:
            parts.append(
                f"  - id: {quoted(blank['id'])}\n    where: {quoted(place)}\n"
                f'    question: {quoted(blank["question"])}\n    answer: ""\n'
            )
    return "".join(parts).encode()


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
