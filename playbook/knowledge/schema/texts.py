"""Texts of the packs: templates whose type says which slots they may use, checked at load with file and line.

`{slot}` is filled from the case, `[question?]` is a blank for the candidate, `**words**` are the key phrase.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from playbook.knowledge.template import Slots

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Sentence = Annotated[str, Slots()]
"""A text without slots; blanks are allowed."""
CaseText = Annotated[str, Slots("candidate", "first_name", "company", "role", "field", "people", "team", "work")]
"""A text that may name the case. `{people}`, `{team}` and `{work}` are the family's own nouns."""
StoryText = Annotated[
    str,
    Slots("company", "role", "people", "team", "work", "employer", "position", "object", "doing", "done", "metric", "noun"),
]
"""A text about one bullet: `{object}` is what was acted on, `{doing}` the bullet's gerund phrase, `{done}` its clause in
the past tense without "I", `{metric}` its first number verbatim, `{noun}` what the number measures."""
QuestionText = Annotated[
    str,
    Slots(
        "company", "role", "people", "team", "work", "bullet", "employer", "requirement", "value", "story", "object", "metric"
    ),
]
"""A text about a likely question: `{bullet}` and `{requirement}` are verbatim, `{story}` is a reference to a story,
`{value}` a value of the company. A text with a slot is used only where the case can fill it."""
