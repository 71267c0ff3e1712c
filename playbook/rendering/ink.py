"""Lines as HTML: words, key phrases, blanks, links, and the mark that tells where each sentence comes from.

Only the inline level stands here; blocks and pages are the templates' business. Everything is escaped on the way in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from playbook.provenance import Blank, Line, Link, Part, Prose, Provenance, Words, lines_of
from playbook.rendering.english import English
from playbook.rendering.forms import Fields, repeated


class Badge(NamedTuple):
    """How a provenance is shown: `glyph` and `word` in a block's badge, `mark` after a sentence.

    Glyph, words and border differ, so that a mono printer tells them apart as well as colour does.
    """

    glyph: str
    word: str
    mark: str


BADGES: dict[Provenance, Badge] = {
    "resume": Badge("✓", "From resume", "✓"),
    "job": Badge("“", "From JD", "JD"),
    "company": Badge("●", "Company intel", "Co"),
    "role": Badge("◆", "Standard for the role", "Std"),
    "draft": Badge("←", "Draft / verify", "←"),
    "candidate": Badge("✎", "Your words", "Yours"),
}
_AMERICAN = English("en-US")


@dataclass(frozen=True)
class Ink:
    """Writes the lines of one document.

    `anchors` are the places that exist in it: a link to anywhere else is printed as words, so none is ever dead.
    `footnotes` gives each address of a company fact its number. `fields` gives blanks their form fields; without it
    a blank is its question alone.
    """

    anchors: frozenset[str]
    footnotes: Mapping[str, int]
    fields: Fields | None = None
    english: English = _AMERICAN

    def line(self, line: Line, base: Provenance | None = None, *, pages: bool = False) -> Markup:
        """One sentence; it is marked where its provenance is not `base`. With `pages`, links say their page."""
        return self._run((line,), base, pages=pages)

    def prose(self, prose: Prose, base: Provenance | None = None, *, pages: bool = False) -> Markup:
        """A paragraph; one mark closes each run of sentences that share a provenance."""
        runs = (tuple(run) for _, run in groupby(prose.lines, key=lambda line: line.provenance))
        return Markup(" ").join(self._run(run, base, pages=pages) for run in runs)

    def base(self, *values: object, prefer: Provenance | None = None) -> Provenance:
        """The provenance that a block's badge says: `prefer` where a sentence has it, else what most of them share."""
        counts = Counter(line.provenance for value in values for _, line in lines_of(value))
        if prefer is not None and prefer in counts:
            return prefer
        return counts.most_common(1)[0][0] if counts else "role"

    def badge(self, provenance: Provenance) -> Markup:
        """The badge of a block."""
        badge = BADGES[provenance]
        return Markup('<span class="b b-{}">{}&#160;{}</span>').format(
            provenance, badge.glyph, self.english.said(badge.word).replace(" ", "\u00a0")
        )

    def mark(self, provenance: Provenance) -> Markup:
        """The small mark alone, for a heading in a block whose badge has been shown."""
        return self._mark((Line(parts=(Words(text="-"),), provenance=provenance),), None)

    def _run(self, run: tuple[Line, ...], base: Provenance | None, *, pages: bool) -> Markup:
        """Sentences that share a provenance, and their mark; the lines to write on stand behind it."""
        shown = []
        for line in run:
            words = Markup("").join(self._part(part, line, pages=pages) for part in line.parts)
            mark = self._mark(run, base) if line is run[-1] else Markup("")
            shown.append(words + mark + self._room(line))
        return Markup(" ").join(shown)

    def _room(self, line: Line) -> Markup:
        """Room for the answer below a sentence that is one question."""
        if self.fields is None or not _is_question(line):
            return Markup("")
        return self.fields.room(line.blanks[0], whole=True)

    def _part(self, part: Part, line: Line, *, pages: bool) -> Markup:
        if isinstance(part, Blank):
            if self.fields is None:
                return repeated(part)
            question = self.fields.question(part)
            return question if _is_question(line) else question + self.fields.room(part, whole=False)
        if isinstance(part, Link):
            if part.target not in self.anchors:
                return escape(part.text)
            return Markup('<a{} href="#{}">{}</a>').format(Markup(' class="pg"') if pages else "", part.target, part.text)
        return Markup("<strong>{}</strong>").format(part.text) if part.strong else escape(part.text)

    def _mark(self, lines: tuple[Line, ...], base: Provenance | None) -> Markup:
        provenance = lines[0].provenance
        urls = {source.url for line in lines for source in line.sources}
        numbers = sorted(number for url, number in self.footnotes.items() if url in urls)
        if provenance == base and not numbers:
            return Markup("")
        badge = BADGES[provenance]
        shown = "" if provenance == base else badge.mark
        if numbers:
            notes = ",".join(map(str, numbers))
            inside = Markup('<a href="#source-{}">{}</a>').format(numbers[0], f"{shown} {notes}".strip())
        else:
            inside = escape(shown)
        return Markup(' <span class="m m-{}" title="{}">{}</span>').format(provenance, self.english.said(badge.word), inside)


def _is_question(line: Line) -> bool:
    """Whether the sentence is one blank and nothing else."""
    return len(line.blanks) == 1 and not line.stated.strip(" .")
