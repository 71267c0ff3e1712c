"""What the free scorers make of writings that people call good and bad: which faults they catch, and what they wrongly flag.

Each check is the one that a scorer uses on a playbook, turned on a single text. Grounding is judged as `playbook.grounding`
judges a line of the resume: a sentence may rest on the bullet that it tells and on its role, a pitch or a script on the
whole resume.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from evals.cases import Case, case_of
from evals.labelled.release import Release
from evals.labelled.writings import Fault, Writing
from evals.running import make_needs
from evals.scorers.star import BLANK, missing_parts, needless_blanks
from evals.scorers.wording import PHRASES, SCRIPT_WORDS
from evals.stages import STAGES
from playbook.artifacts.brief import Brief
from playbook.artifacts.resume import Highlight
from playbook.checks.spans import facts_of
from playbook.grounding import issues
from playbook.grounding.case import ground_of
from playbook.knowledge.tokens import is_content, tokens
from playbook.provenance import Blank, Fact, Line, Part, Words

if TYPE_CHECKING:
    from playbook.settings import Settings

CHECKS = {
    "invented": "fact",
    "other_deeds": "deed",
    "overstated": "further",
    "star_complete": "no story",
    "blanks_known": "blank",
    "read_aloud": "aloud",
    "too_long": "long",
    "stock_phrases": "phrase",
    "scripts_admit": "no gap",
}
"""The checks, as a table heads them: a fact of no document; a deed, licence or direction of no source; words that go further;
a part of a story that is missing; a needless blank; a bullet read aloud; too long; a stock phrase; a script without its gap."""
_FACTS = frozenset({"number", "name"})
PITCH_WORDS = 150
"""Words of a pitch that is named after half a minute, at most."""
ALOUD = 0.8
"""Share of a story's words that are the bullet's, from which on the bullet is read aloud."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_GAP = re.compile(
    r"n['’]t\b|\b(?:not|cannot|no|never|without|less|little|only|new to|yet|still|short of|gap|missing|lack\w*|correct|true|"
    r"right|fair|"
    r"honest\w*|ahead of me|yet to|basic|beginner|outside|apart from|instead|rather than|closest|nearest|learn\w*)\b",
    re.IGNORECASE,
)


@dataclass
class Caught:
    """How often a kind of writing was flagged, and by which checks."""

    n: int = 0
    by: Counter[str] = field(default_factory=Counter)

    def add(self, found: Mapping[str, str]) -> None:
        """Count one writing in."""
        self.n += 1
        self.by.update(found.keys())


@dataclass(frozen=True)
class Calibration:
    """What was caught, by fault, and what was flagged among the good ones."""

    bad: Mapping[Fault, Caught]
    good: Caught


def calibrate(release: Release, settings: Settings, split: str = "all") -> Calibration:
    """Every writing of a split through every check."""
    bad: dict[Fault, Caught] = defaultdict(Caught)
    good = Caught()
    for item in release.of(split):
        if item.writings is None:
            continue
        case = case_of(item, settings)
        made = make_needs(case, STAGES["assess"], settings)
        for writing in item.writings.all:
            found = flags(writing, made["brief"], case)
            for caught in [bad[fault] for fault in writing.faults] if not writing.good else [good]:
                caught.add(found)
    return Calibration(dict(sorted(bad.items())), good)


def flags(writing: Writing, brief: Brief, case: Case) -> dict[str, str]:
    """The checks that flag a writing, each with its reason."""
    found: dict[str, str] = {}
    for name, reason in (*_untrue(writing, brief, case), *_ill_told(writing, brief)):
        found.setdefault(name, reason)
    return found


def _untrue(writing: Writing, brief: Brief, case: Case) -> Iterator[tuple[str, str]]:
    """Facts that neither document has; deeds that the sources do not have; words that go further than they do."""
    ground = ground_of(brief, case.knowledge)
    anywhere = replace(ground, case=(*ground.case, case.resume.text, case.job.text))
    sources = tuple(fact.source for fact in _facts(writing, brief))
    for text in _sentences(writing):
        draft = Line(parts=_parts(text), provenance="draft", sources=sources)
        yield from (("invented", str(issue)) for issue in issues(draft, anywhere))
        for issue in issues(draft.model_copy(update={"provenance": "resume"}), anywhere):
            if issue.kind not in _FACTS:
                yield ("other_deeds" if issue.tier == "hard" else "overstated"), str(issue)


def _facts(writing: Writing, brief: Brief) -> Iterator[Fact]:
    """What a writing may rest on: the bullet and its role, or the whole resume."""
    bullet = bullet_of(writing, brief)
    if bullet is None:
        yield from facts_of(brief.resume)
        return
    position = brief.resume.position_of(bullet.id)
    yield bullet.fact
    yield from (one for one in (position.name, position.position, position.dates, position.summary) if one)


def bullet_of(writing: Writing, brief: Brief) -> Highlight | None:
    """The bullet that a story tells; `None` where the writing is no story, or its bullet was not read as one."""
    if writing.kind != "story":
        return None
    wanted = " ".join(writing.target.split())
    return next((one for one in brief.resume.highlights if one.text in wanted or wanted in one.text), None)


def _ill_told(writing: Writing, brief: Brief) -> Iterator[tuple[str, str]]:
    words = len(writing.said.split())
    if writing.kind == "story":
        bullet = bullet_of(writing, brief)
        yield from (("star_complete", reason) for reason in missing_parts(writing.parts))
        position = brief.resume.position_of(bullet.id) if bullet else None
        yield from (
            ("blanks_known", reason) for reason in needless_blanks(list(writing.parts.values()), writing.target, position)
        )
        if (share := told_share(writing.said, writing.target)) > ALOUD:
            yield "read_aloud", f"{share:.0%} of its words are the bullet's"
    elif words > (PITCH_WORDS if writing.kind == "pitch" else SCRIPT_WORDS):
        yield "too_long", f"{words} words"
    if phrase := PHRASES.search(writing.said):
        yield "stock_phrases", phrase.group()
    if writing.kind == "script" and not _GAP.search(writing.said):
        yield "scripts_admit", "nothing says what is missing"


def told_share(text: str, bullet: str) -> float:
    """Share of the content words of a text that the bullet has."""
    own = [token.stem for token in tokens(BLANK.sub(" ", text)) if is_content(token)]
    known = {token.stem for token in tokens(bullet)}
    return sum(stem in known for stem in own) / len(own) if own else 0.0


def _sentences(writing: Writing) -> Sequence[str]:
    texts = [text for part in writing.parts.values() for text in _SENTENCES.split(part)]
    return [text for text in texts if BLANK.sub("", text).strip(" .!?")]


def _parts(text: str) -> tuple[Part, ...]:
    """A sentence with its bracketed questions as blanks."""
    parts: list[Part] = []
    for index, piece in enumerate(BLANK.split(text)):
        if index % 2:
            parts.append(Blank(id=f"b{index}", question=piece))
        elif piece:
            parts.append(Words(text=piece))
    return tuple(parts)
