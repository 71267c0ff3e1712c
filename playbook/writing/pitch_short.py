"""The pitch of half a minute: hook, proof, bridge and close, fitted to the words that half a minute holds.

Every combination of bullets, lines of the posting and closings is weighed, and the best that fits is taken. What
each sentence may say is fixed by its frame; how two minutes are filled is for `playbook.writing.pitch_long`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import product
from math import inf
from typing import TYPE_CHECKING

from playbook.artifacts.pitch import Beat
from playbook.provenance import Prose
from playbook.writing.pitch_person import hooks, role_with_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playbook.provenance import Line
    from playbook.writing.pen import Pen
    from playbook.writing.pitch_evidence import Evidence, EvidenceStore
    from playbook.writing.pitch_posting import Wanted

FEWEST, MOST, BEST = 65, 85, 76
"""Words of the short pitch: the range that half a minute holds, and the middle of it."""

_NAMES = ("hook", "proof", "bridge", "close")
_EMPLOYERS = 2
_LINES = 5
"""Lines of the posting that may be spoken of."""
_STRONGEST = 6
_OUTSIDE = 100.0
_LEADS_ON = 0.7
"""What it is worth that the bridge goes on from what has just been proved."""
_LESS_SAID = 0.3
"""What it costs to say less of who one is."""
_SHORTENED = 0.05
_PLAIN = 0.4
"""What it costs to speak of the role and of no line of the posting, which leaves room for what was done."""
_SHORT_CLOSE = 9
_SINCE = re.compile(r"(?:, where [^.,]*)?\.?")
_TERSE = 0.5
"""What a close that only stops costs, against one that looks forward."""


@dataclass(frozen=True)
class _Part:
    """One way of saying a beat."""

    lines: tuple[Line, ...]
    worth: float
    used: tuple[Evidence, ...] = ()
    asked: tuple[str, ...] = ()
    answered_by: frozenset[str] = frozenset()
    claims: bool = False
    """Whether it says that the line is work that one knows."""

    @cached_property
    def words(self) -> int:
        return sum(len(line.text.split()) for line in self.lines)


def short_pitch(pen: Pen, store: EvidenceStore, lines: Sequence[Wanted]) -> tuple[tuple[Beat, ...], tuple[str, ...]]:
    """The four beats, and the requirements that they spoke of."""
    bridges, closes = _bridges(pen, lines), _closes(pen)
    openings = [_Part(said, -_LESS_SAID * place) for place, said in enumerate(hooks(pen))]
    proofs = _Proofs(pen, store, lines)
    begun = ((first, proof) for first in openings for proof in proofs.behind(first))
    parts = _cheapest(begun, bridges, closes)
    for one in parts[1].used:
        store.use(one)
    guide = pen.knowledge.guidance["pitch-why-changer" if pen.brief.matching.changes_career else "pitch-why"]
    beats = tuple(
        Beat.model_validate({"name": name, "prose": Prose(lines=part.lines), "why": pen.role(why, entry=guide.id)})
        for name, part, why in zip(_NAMES, parts, guide.lines, strict=True)
    )
    return beats, parts[2].asked


def _cheapest(
    begun: Iterable[tuple[_Part, _Part]], bridges: Sequence[_Part], closes: Sequence[_Part]
) -> tuple[_Part, _Part, _Part, _Part]:
    """The hook, proof, bridge and close that together cost least; the first of equals.

    Some ten thousand are weighed, so what a part costs by itself is reckoned once, and what another outdoes is left out.
    """
    ends = [(close.words, close.worth, close) for close in _worthiest(closes)]
    bridges = _worthiest(bridges)
    best, found = inf, None
    for first, proof in begun:
        told = {one.highlight.id for one in proof.used}
        for bridge in bridges:
            goes_on = not told.isdisjoint(bridge.answered_by)
            if bridge.claims and not goes_on:
                continue  # "the work I know" is said only behind what proves it
            words = first.words + proof.words + bridge.words
            worth = first.worth + proof.worth + bridge.worth + _LEADS_ON * goes_on
            for more, extra, close in ends:
                cost = _length_cost(words + more) - worth - extra
                if cost < best:
                    best, found = cost, (first, proof, bridge, close)
    if found is None:
        message = "a pitch needs a hook, a proof, a bridge and a close"
        raise LookupError(message)
    return found


def _worthiest(parts: Sequence[_Part]) -> list[_Part]:
    """The parts without those that differ from another in nothing but that they are worth less; of equals the first."""
    best: dict[tuple[object, ...], _Part] = {}
    for part in parts:
        alike = part.words, part.answered_by, part.claims
        if alike not in best or part.worth > best[alike].worth:
            best[alike] = part
    kept = set(map(id, best.values()))
    return [part for part in parts if id(part) in kept]


@lru_cache(maxsize=512)
def _length_cost(words: int) -> float:
    return max(0, FEWEST - words, words - MOST) * _OUTSIDE + abs(words - BEST) * 0.05


class _Proofs:
    """One bullet or two, each a sentence of its own."""

    def __init__(self, pen: Pen, store: EvidenceStore, lines: Sequence[Wanted]) -> None:
        """Words what does not depend on the hook once."""
        self._pen = pen
        ranked = [form for one in _relevant(store, lines)[:8] for form in _forms(one)]
        self._first = [(one, _proof(pen, one)) for one in ranked]
        self._doubles = [
            (at, _Part((line, _proof(pen, other, after=one)), one.weight * 2.2 + other.weight * 0.8, (one, other)))
            for (at, (one, line)), other in product(enumerate(self._first), ranked)
            if one.highlight.id != other.highlight.id and (one.weight, one.highlight.id) >= (other.weight, other.highlight.id)
        ]
        frames = pen.knowledge.frames
        quoted = [
            _Part((pen.resume(frames["pitch-proof-quoted"].texts[0], one.highlight.fact, slots=one.slots),), one.weight, (one,))
            for one in store.ranked()[: 0 if ranked else 3]
        ]
        self._unsaid = quoted or [_Part((pen.draft(frames["pitch-proof-open"].texts[0], at="proof"),), 0)]
        """What stands for a proof where no bullet can be said."""

    def behind(self, first: _Part) -> list[_Part]:
        """Every proof that can follow a hook; an employer that it has just named is not named again."""
        if not self._first:
            return self._unsaid
        named = " ".join(line.text for line in first.lines)
        lines = [_there(self._pen, one) if _ends_in(named, one.employer) else line for one, line in self._first]
        single = [_Part((line,), one.weight * 2.6, (one,)) for (one, _), line in zip(self._first, lines, strict=True)]
        double = [
            part if lines[at] is part.lines[0] else _Part((lines[at], *part.lines[1:]), part.worth, part.used)
            for at, part in self._doubles
            if len({one.employer for one in part.used} | _named(part, named)) <= _EMPLOYERS
        ]
        return single + double


def _relevant(store: EvidenceStore, lines: Sequence[Wanted]) -> list[Evidence]:
    """Bullets that can be said: the strongest, and with them those that answer the lines that are spoken of."""
    said = [one for one in store.ranked() if one.said]
    answering = frozenset[str]().union(*(line.answered_by for line in lines[:_LINES]))
    near = [one for one in said[_STRONGEST:] if one.highlight.id in answering]
    return [*said[:_STRONGEST], *near]


def _forms(one: Evidence) -> list[Evidence]:
    """A bullet as it is, and shortened: the strongest in fewer words is better than a dull one."""
    return [one, replace(one, said=one.shorter, weight=one.weight - _SHORTENED)] if one.shorter else [one]


def _named(part: _Part, text: str) -> set[str]:
    """Employers that the hook has named already."""
    return {one.employer for one in part.used if one.employer and one.employer in text}


def _proof(pen: Pen, one: Evidence, after: Evidence | None = None) -> Line:
    """A bullet as a sentence, the employer named unless the sentence before it named the same."""
    frames = pen.knowledge.frames
    if not one.slots["employer"] or (after is not None and after.employer == one.employer):
        texts = frames["pitch-proof-again"].texts[:1] if after is not None else frames["pitch-proof-plain"].texts
    else:
        texts = frames["pitch-proof-project" if one.position.kind == "project" else "pitch-proof"].texts
    return pen.resume(texts[0], *one.facts, slots=one.slots)


def _ends_in(named: str, employer: str) -> bool:
    """Whether an employer has just been named, at the end or with no more behind it than since when."""
    return bool(employer) and employer in named and _SINCE.fullmatch(named.rpartition(employer)[2]) is not None


def _there(pen: Pen, one: Evidence) -> Line:
    """A bullet as a sentence behind the name of its employer."""
    return pen.resume(pen.knowledge.frames["pitch-proof-there"].texts[0], *one.facts, slots=one.slots)


def _bridges(pen: Pen, lines: Sequence[Wanted]) -> list[_Part]:
    """From the candidate's work to a line of the posting."""
    frames = pen.knowledge.frames
    parts = []
    for one in lines[:_LINES]:
        links = [(link, False) for link in frames["pitch-bridge-link-open"].texts]
        if one.shown:
            links = [*((link, True) for link in frames["pitch-bridge-link"].texts), *links]
        frame = frames["pitch-bridge-deed" if one.deed else "pitch-bridge-quote"]
        for text, (link, claims) in product(frame.texts, links):
            said = pen.job(text, one.requirement.fact, slots={"deed": one.deed, "quote": one.quote})
            lines_said = (said, pen.draft(link, one.requirement.fact))
            parts.append(_Part(lines_said, one.weight, (), (one.requirement.id,), one.answered_by, claims))
    text = frames["pitch-bridge-plain"].texts[0]
    facts = [pen.brief.posting.title_fact] if pen.brief.posting.title_fact else []
    plain = pen.job(text, *facts, slots={"a_role": role_with_article(pen)})
    worth = min((part.worth for part in parts), default=_PLAIN) - _PLAIN
    return [*parts, *(_Part((plain, pen.draft(link)), worth) for link in frames["pitch-bridge-link-open"].texts)]


def _closes(pen: Pen) -> list[_Part]:
    texts = pen.order(pen.knowledge.frames["pitch-close"].texts, seed="close", key=str)
    return [
        _Part((pen.draft(text),), -0.01 * place - _TERSE * (len(text.split()) < _SHORT_CLOSE))
        for place, text in enumerate(texts)
    ]
