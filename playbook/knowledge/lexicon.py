"""What texts name: skills, credentials and signals of competencies, found word by word with their spans.

Runs of words are looked up in the tables of `playbook.knowledge.name_tables`, so that a text costs microseconds however many
names there are. What follows from what is found (`closure`) stands here too; whether it meets a requirement is for
`playbook.matching`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from playbook.knowledge.name_tables import key_of, tables_of
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.recall import recalled
from playbook.knowledge.recognition import is_broken, is_mark, is_name, is_season, is_spelled
from playbook.knowledge.schema import Credential, Skill
from playbook.knowledge.tokens import Token, is_content, tokens

_STRONG_AT_START = 1.0
_STRONG_ELSEWHERE = 0.7

_REPORTED = re.compile(
    r"\breport(?:s|ed|ing)? (?:\w+ly )?(?:in)?to (?:(?:the|our|a|an) )?(?:(?:group|regional|global|deputy|state|site) )?$",
    re.IGNORECASE,
)
"""What stands before whom one reports to: "reporting to the COO" shows nothing of a chief operating officer."""

Gram = tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """A skill or credential that a text names."""

    id: str
    kind: Literal["skill", "credential"]
    start: int
    end: int
    words: str
    """Verbatim."""


@dataclass(frozen=True)
class Term:
    """A content word of a text."""

    stem: str
    words: str
    start: int
    end: int
    known: bool
    """Whether the packs know it, alone or as part of a longer name."""


class Lexicon:
    """The names of the packs, compiled for looking them up in texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Reads the tables of names; a few milliseconds, once for each state of the packs."""
        self._skills = knowledge.skills
        self._credentials = knowledge.credentials
        self._names = tables_of(knowledge)
        self._closures: dict[str, frozenset[str]] = {}
        self._concepts = recalled(8192)(self._find)
        self._shown = recalled(8192)(self._weigh)

    def concepts(self, text: str) -> tuple[Found, ...]:
        """Skills and credentials that `text` names, in order; of nested names the longest."""
        return self._concepts(text)

    def shown(self, text: str) -> dict[str, float]:
        """Competencies that `text` gives a sign of, strongest first, each from 0 to 1."""
        return self._shown(text)

    def closure(self, ids: Iterable[str]) -> frozenset[str]:
        """`ids` and everything that they imply, are a kind of, require or equal."""
        return frozenset().union(*(self._closure(one) for one in ids))

    def parents(self, concept: str) -> frozenset[str]:
        """What a skill is directly a kind of."""
        skill = self._skills.get(concept)
        return frozenset(skill.broader) if skill else frozenset()

    def kinds_of(self, concept: str) -> int:
        """How many skills are directly a kind of this one."""
        return self._names.kinds.get(concept, 0)

    def skill(self, concept: str) -> Skill | None:
        """The skill of that id, where it is one."""
        return self._skills.get(concept)

    def credential(self, concept: str) -> Credential | None:
        """The credential of that id, where it is one."""
        return self._credentials.get(concept)

    def names(self, concept: str) -> tuple[str, ...]:
        """Every spelling of a concept."""
        entry = self._skills.get(concept) or self._credentials.get(concept)
        return (entry.name, *entry.aliases) if entry else ()

    def terms(self, text: str) -> tuple[Term, ...]:
        """The content words of `text`: no function words, no filler of requirements, no bare numbers."""
        spans = [(found.start, found.end) for found in self.concepts(text)]
        spans += [(start, end) for start, end, _ in self._hits(text)]
        return tuple(
            Term(
                token.stem,
                token.text,
                token.start,
                token.end,
                token.stem in self._names.vocabulary or any(start <= token.start < end for start, end in spans),
            )
            for token in tokens(text)
            if is_content(token) and (not is_mark(token) or any(start <= token.start < end for start, end in spans))
        )

    def known_share(self, text: str) -> float:
        """Share of the content words of `text` that the packs know; 0 where it has none."""
        found = self.terms(text)
        return sum(term.known for term in found) / len(found) if found else 0.0

    def gram(self, words: str) -> Gram:
        """`words` as a key: uninflected, and abbreviations as they are."""
        return tuple(key_of(token, self._names.acronyms) for token in tokens(words))

    def _runs(self, text: str) -> Iterable[tuple[str, Sequence[Token]]]:
        """Every run of words that a name or signal might be, with its key, longest first at each place."""
        found = tokens(text)
        keys = self.gram(text)
        for at, key in enumerate(keys):
            for length in range(min(self._names.longest.get(key, 0), len(keys) - at), 0, -1):
                yield " ".join(keys[at : at + length]), found[at : at + length]

    def _find(self, text: str) -> tuple[Found, ...]:
        hits: list[Found] = []
        blocked: list[tuple[str, int, int]] = []
        shared: set[tuple[str, int, int]] = set()
        for key, run in self._runs(text):
            start, end = run[0].start, run[-1].end
            if is_broken(text, run) or is_season(text, run):
                continue
            blocked += [(concept, start, end) for concept in self._names.blocks.get(key, ())]
            hits += [
                _found(name, kind, text, run)
                for name, kind, exact, is_noun in self._names.aliases.get(key, ())
                if (exact is None or _is_so(text, run, exact)) and not (is_noun and not run[0].folded.endswith("ing"))
            ]
            shared |= {(concept, start, end) for concept in self._names.homonyms.get(key, ())}
        hits = [hit for hit in hits if not any(_inside(hit, concept, start, end) for concept, start, end in blocked)]
        outer = [hit for hit in hits if not any(_swallows(other, hit) for other in hits)]
        outer = [hit for hit in outer if (hit.id, hit.start, hit.end) not in shared or self._is_at_home(hit, outer)]
        outer = [hit for hit in self._settled(outer, shared) if not _REPORTED.search(text[max(hit.start - 40, 0) : hit.start])]
        return tuple(dict.fromkeys(sorted(outer, key=lambda hit: (hit.start, hit.end, hit.id))))

    def _is_at_home(self, hit: Found, hits: list[Found]) -> bool:
        """Whether what stands around a name of several senses is of its own families, where anything of a trade does."""
        own = set(self._skills[hit.id].families)
        beside = [set(skill.families) for other in hits if other.id != hit.id and (skill := self._skills.get(other.id))]
        trades = [families for families in beside if families]
        shared = [families & own if families == {"general"} else families & own - {"general"} for families in trades]
        return not trades or any(shared)

    def _settled(self, hits: list[Found], shared: set[tuple[str, int, int]]) -> list[Found]:
        """Of two senses of a name one: that of the trade which stands around it, else the one that calls it nobody else's.

        `CPR` is court rules beside witness statements, and resuscitation beside first aid or alone.
        """
        told: set[tuple[int, int, bool]] = set()
        for hit in hits:
            if (hit.id, hit.start, hit.end) in shared and any(
                (other.start, other.end) == (hit.start, hit.end) and other.id != hit.id for other in hits
            ):
                around = [other for other in hits if (other.start, other.end) != (hit.start, hit.end)]
                own = set(self._skills[hit.id].families) - {"general"}
                told.add((hit.start, hit.end, any(own.intersection(self._families(other)) for other in around)))
        return [hit for hit in hits if (hit.start, hit.end, (hit.id, hit.start, hit.end) not in shared) not in told]

    def _families(self, hit: Found) -> tuple[str, ...]:
        skill = self._skills.get(hit.id)
        return skill.families if skill is not None else ()

    def _hits(self, text: str) -> list[tuple[int, int, tuple[str, bool]]]:
        return [
            (run[0].start, run[-1].end, signal)
            for key, run in self._runs(text)
            for signal in self._names.signals.get(key, ())
            if not is_broken(text, run)
        ]

    def _weigh(self, text: str) -> dict[str, float]:
        first = tokens(text)[0].start if tokens(text) else 0
        scores: dict[str, float] = defaultdict(float)
        anti = {competency for _, _, (competency, positive) in self._hits(text) if not positive}
        for start, end, (competency, positive) in self._hits(text):
            if positive and competency not in anti:
                weight = _STRONG_AT_START if start == first or " " in text[start:end] else _STRONG_ELSEWHERE
                scores[competency] = 1 - (1 - scores[competency]) * (1 - weight * 0.7)
        return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))

    def _closure(self, concept: str) -> frozenset[str]:
        known = self._closures.get(concept)
        if known is None:
            reached: set[str] = set()
            ahead = [concept]
            while ahead:
                one = ahead.pop()
                if one not in reached:
                    reached.add(one)
                    ahead += self._next(one)
            known = self._closures[concept] = frozenset(reached)
        return known

    def _next(self, concept: str) -> tuple[str, ...]:
        skill = self._skills.get(concept)
        if skill is not None:
            return skill.implies + skill.broader
        credential = self._credentials.get(concept)
        return credential.requires + credential.equivalent + credential.implies if credential else ()


def lexicon_of(knowledge: Knowledge) -> Lexicon:
    """The lexicon of these packs, made once, in whatever English their sentences are."""
    return _made(knowledge.names)


@lru_cache(maxsize=4)
def _made(knowledge: Knowledge) -> Lexicon:
    return Lexicon(knowledge)


def _found(name: str, kind: Literal["skill", "credential"], text: str, run: Sequence[Token]) -> Found:
    """A name in its place; neither the "a" of "a degree" nor the "in" of "degree in" is a part of the degree."""
    first = run[1] if kind == "credential" and len(run) > 1 and run[0].folded == "a" else run[0]
    last = run[-2] if kind == "credential" and len(run) > 1 and run[-1].folded == "in" else run[-1]
    return Found(name, kind, first.start, last.end, text[first.start : last.end])


def _is_so(text: str, run: Sequence[Token], exact: str) -> bool:
    """Whether a name that is told by its spelling is spelled so."""
    return is_spelled(text, run, exact) if len(run) > 1 else is_name(text, run[0], exact)


def _inside(hit: Found, concept: str, start: int, end: int) -> bool:
    return hit.id == concept and start <= hit.start and hit.end <= end


def _swallows(other: Found, hit: Found) -> bool:
    """Whether `other` is a longer name around `hit`."""
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
