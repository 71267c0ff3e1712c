"""Blanks as form fields: the question in brackets, and room for the answer behind it.

The same markup becomes an input on the web page and a field of the PDF's form; its name is the id of the blank, so that
what is typed finds its way back. Reading it back is for `playbook.intake`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from playbook.artifacts.answers import LONGEST
from playbook.provenance import Blank

_ASKED = Markup('<label class="bl" for="in-{id}" data-blank="{id}">[{question}]</label>')
_REPEATED = Markup('<span class="bl" data-blank="{id}">[{question}]</span>')
_LINES = Markup(
    '<textarea class="in" id="in-{id}" name="{id}" title="{question}" rows="{rows}" maxlength="{longest}"></textarea>'
)
_WORDS = Markup(' <input class="in" type="text" id="in-{id}" name="{id}" title="{question}" maxlength="{longest}">')


@dataclass
class Fields:
    """Gives each blank of a document its field, once: where a blank stands again, its question alone is repeated."""

    asked: set[str] = field(default_factory=set)
    """Ids that have their field."""

    def question(self, blank: Blank) -> Markup:
        """The question: the label of its field, where the field is still to come."""
        shown = _REPEATED if blank.id in self.asked else _ASKED
        return shown.format(id=blank.id, question=blank.question)

    def room(self, blank: Blank, *, whole: bool) -> Markup:
        """The field: lines below a question that is a sentence, a gap behind one that is part of a sentence."""
        if blank.id in self.asked:
            return Markup("")
        self.asked.add(blank.id)
        return (_LINES if whole else _WORDS).format(id=blank.id, question=blank.question, rows=1, longest=LONGEST)


def repeated(blank: Blank) -> Markup:
    """The question without a field, for a page that is not filled in."""
    return _REPEATED.format(id=blank.id, question=blank.question)
