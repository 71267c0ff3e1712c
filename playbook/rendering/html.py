"""The playbook as HTML: one set of templates for paper and for the screen.

What is printed beside the lines (scores, tables, sources) is laid out for the templates in `Sheet`; the lines
themselves become HTML in `playbook.rendering.ink`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from markupsafe import Markup

from playbook.artifacts.fit import LedgerRow
from playbook.artifacts.playbook import Playbook
from playbook.artifacts.theme import Theme
from playbook.provenance import lines_of
from playbook.rendering import density, web
from playbook.rendering import theme as themes
from playbook.rendering.answers import answers
from playbook.rendering.english import English
from playbook.rendering.environment import environment
from playbook.rendering.faces import cast, says
from playbook.rendering.forms import Fields
from playbook.rendering.ink import BADGES, Ink
from playbook.rendering.pictures import Career, Gauge, Mix, career, gauge, mix

PACKAGE = Path(__file__).resolve().parent
STALE_AFTER_DAYS = 365
"""A company fact that was read longer ago is marked."""
SHOWN_CHARACTERS = 70
"""Of an address in the list of sources; the link itself is whole."""
NUMBER_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
FIT_LABELS = {"strong": "Strong match", "good": "Good match", "stretch": "Stretch", "long shot": "Long shot"}
PARTS = {"skills": "Skills match", "experience": "Experience alignment", "culture": "Culture & role fit"}
STATUSES = {
    "covered": ("✓", "Covered"),
    "partial": ("◐", "Partial"),
    "gap": ("✗", "Gap"),
    "unknown": ("?", "Not judged"),
    "unshown": ("–", "Not shown"),  # a value that no line of the resume shows is not for that a gap
}

Medium = Literal["print", "web"]
OnePage = Literal["handout", "cheat-sheet"]


@dataclass(frozen=True)
class SourceNote:
    """An address that company facts were read at."""

    number: int
    url: str
    shown: str
    checked: date | None
    stale: bool


@dataclass(frozen=True)
class PartScore:
    """A sub-score with the rows that it is the sum of."""

    name: str
    label: str
    score: int
    weight: float
    rows: tuple[LedgerRow, ...]

    @property
    def points(self) -> float:
        """What the rows give."""
        return sum(row.points for row in self.rows)

    @property
    def most(self) -> float:
        """What they would give at their best."""
        return sum(row.most for row in self.rows)


@dataclass(frozen=True)
class Pictures:
    """What is drawn."""

    gauge: Gauge
    mix: tuple[Mix, ...]
    career: Career | None


@dataclass(frozen=True)
class Sizes:
    """Font scales of the one-page sheets and of the whole, as the fit found them."""

    handout: float = 1.0
    cheat_sheet: float = 1.0
    body: float = 1.0


def page(playbook: Playbook, medium: Medium, sizes: Sizes | None = None, theme: Theme | None = None) -> str:
    """The whole playbook as an HTML document. On the web it holds its styles and fonts and needs nothing else."""
    return _render("playbook.html.j2", playbook, medium, sizes or Sizes(), theme)


def one_page(playbook: Playbook, which: OnePage, scale: float, theme: Theme | None = None) -> str:
    """The handout or the cheat sheet as a document of its own, for paper."""
    return _render(f"only-{which}.html.j2", playbook, "print", Sizes(handout=scale, cheat_sheet=scale), theme, alone=True)


def unprintable(playbook: Playbook) -> tuple[str, ...]:
    """Characters of the playbook that the PDFs leave out."""
    brief = playbook.brief
    texts = (line.text for _, line in lines_of(playbook.sections))
    heads = (brief.candidate, brief.posting.title, brief.company.name, *(fact.name for fact in brief.company.values))
    return cast(" ".join((*heads, *texts, *_notes(playbook)))).absent


def _render(
    template: str, playbook: Playbook, medium: Medium, sizes: Sizes, theme: Theme | None, *, alone: bool = False
) -> str:
    sources = () if alone else _sources(playbook)
    absent = () if alone else unprintable(playbook)
    brief = playbook.brief
    english = English(brief.language)
    ink = Ink(
        anchors=frozenset() if alone else _anchors(playbook),
        footnotes={} if alone else {source.url: source.number for source in sources},
        fields=None if alone else Fields(),
        english=english,
    )
    html = (
        environment()
        .get_template(template)
        .render(
            alone=alone,
            badges=BADGES,
            blanks=len({blank.id for _, line in lines_of(playbook.sections) for blank in line.blanks}),
            brief=brief,
            density=density,
            english=english,
            fit=brief.fit,
            fit_label=FIT_LABELS[brief.fit.label],
            ink=ink,
            medium=medium,
            notes=(*map(english.said, _notes(playbook)), *([says(absent)] if absent else [])),
            was_read=english.said(_was_read(playbook)),
            number_words=NUMBER_WORDS,
            p=playbook,
            parts=_parts(playbook),
            pictures=_pictures(playbook),
            asked=_asked(playbook),
            answers=answers(playbook).decode() if medium == "web" else "",
            web=web.page(),
            quiet=Ink(anchors=ink.anchors, footnotes={}, english=english),
            sizes=sizes,
            sources=sources,
            statuses=STATUSES,
            style=Markup(_web_style()) if medium == "web" else "",  # noqa: S704  our own file
            theme=theme,
            themed=themes.sheets(theme),
            today=english.day(brief.on),
        )
    )
    return themes.recoloured(html, theme) if theme is not None and medium == "print" else html


def _pictures(playbook: Playbook) -> Pictures:
    fit = playbook.brief.fit
    return Pictures(
        gauge(fit, FIT_LABELS[fit.label]), mix(playbook.questions, English(playbook.brief.language)), career(playbook)
    )


def _asked(playbook: Playbook) -> Mapping[int, tuple[int, ...]]:
    """Story number to the questions that it is prepared for: the way back from a question's prep."""
    return {
        story.number: tuple(question.number for question in playbook.questions.questions if story.number in question.stories)
        for story in playbook.stories.stories
    }


def _anchors(playbook: Playbook) -> frozenset[str]:
    return frozenset(
        [f"section-{number}" for number in range(1, 11)]
        + [f"story-{story.number}" for story in playbook.stories.stories]
        + [f"question-{question.number}" for question in playbook.questions.questions]
        + [f"bridge-{bridge.number}" for bridge in playbook.scripts.bridges]
    )


def _sources(playbook: Playbook) -> tuple[SourceNote, ...]:
    """Every address behind a company fact, in the order in which a reader meets it, with its latest reading."""
    read: dict[str, date | None] = {}
    for _, line in lines_of({"company": playbook.brief.company, **playbook.sections}):
        for source in line.sources:
            if source.url is not None:
                known = read.get(source.url)
                read[source.url] = max(filter(None, (known, source.checked)), default=None)
    return tuple(
        SourceNote(
            number=number,
            url=url if urlsplit(url).scheme in {"http", "https"} else "",
            shown=_short_address(url),
            checked=checked,
            stale=checked is not None and (playbook.brief.on - checked).days > STALE_AFTER_DAYS,
        )
        for number, (url, checked) in enumerate(read.items(), start=1)
    )


def _short_address(url: str) -> str:
    parts = urlsplit(url)
    shown = f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}" or url
    return shown if len(shown) <= SHOWN_CHARACTERS else f"{shown[: SHOWN_CHARACTERS - 1]}…"


def _notes(playbook: Playbook) -> tuple[str, ...]:
    """What the readers of the two documents noticed, each once."""
    brief = playbook.brief
    return tuple(dict.fromkeys(note.message for note in (*brief.resume.notes, *brief.posting.notes, *playbook.notes)))


def _was_read(playbook: Playbook) -> str:
    """What the readers found in the two documents, in numbers: who misses something looks there first."""
    resume, posting = playbook.brief.resume, playbook.brief.posting
    counts = (
        (len(resume.positions), "role"),
        (len(resume.highlights), "bullet"),
        (len(resume.skills), "skill"),
        (len(resume.education), "degree or course"),
        (len(resume.certificates), "certificate"),
        (len(resume.languages), "language"),
    )
    plurals = {"degree or course": "degrees or courses"}
    found = [f"{n} {what if n == 1 else plurals.get(what, f'{what}s')}" for n, what in counts if n]
    asks = len(posting.requirements)
    return (
        f"Read of your resume: {', '.join(found) or 'nothing'}. "
        f"Read of the posting: {asks} line{'s' if asks != 1 else ''} that ask{'s' if asks == 1 else ''} for something."
    )


def _parts(playbook: Playbook) -> tuple[PartScore, ...]:
    fit = playbook.brief.fit
    scores = {"skills": fit.skills, "experience": fit.experience, "culture": fit.culture}
    return tuple(
        PartScore(name, label, scores[name], fit.weights.get(name, 0.0), tuple(row for row in fit.ledger if row.part == name))
        for name, label in PARTS.items()
    )


@cache
def _web_style() -> str:
    """The styles of the web page with its fonts inside."""
    styles = PACKAGE / "styles"
    fonts = (styles / "fonts.css").read_text(encoding="utf-8")
    for file in sorted((PACKAGE / "fonts").glob("*.woff2")):
        data = f"data:font/woff2;base64,{b64encode(file.read_bytes()).decode()}"
        fonts = fonts.replace(f"../fonts/{file.stem}.ttf", data)
    sheets = ("tokens.css", "components.css", "screen.css")
    return "\n".join((fonts, *((styles / name).read_text(encoding="utf-8") for name in sheets)))
