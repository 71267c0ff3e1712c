"""What no shape can check about packs: ids that lead nowhere, names that collide, texts that a reader would stumble on.

Every finding names file, line and remedy. The shapes are for `schema`, and what the packs know of a posting for `coverage`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from playbook.grounding.quantities import numbers
from playbook.knowledge.files import KINDS, LISTS, Row, entries
from playbook.knowledge.schema import BankQuestion, CompanyEntry, FamilyEntry
from playbook.knowledge.tokens import base, fold, tokens

TWELVE = 12
"""Questions of a playbook."""
SPARE = 2
"""How many times over the bank must be able to serve a plan, lest two readers of one trade get one page."""
LONGEST = 40
"""Words of the longest sentence."""
_ALIKE = 88
"""Similarity of two questions of one bank above which they are one."""
_NAMES = frozenset({"skills", "credentials", "sections", "verbs", "spellings", "countries"})
"""Kinds that hold names, not sentences."""
_PRONOUNS = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself|manpower|chairman|chairwoman|salesman|saleswoman|foreman|guys|"
    r"man-hours?|manned)\b",
    re.IGNORECASE,
)
_BANNED = re.compile(
    r"\b(?:ChatGPT|OpenAI|Claude|Gemini|Copilot|unfortunately|rock ?stars?|ninjas?|world-class|delve|tapestry|synergy)\b",
    re.IGNORECASE,
)
_SLIPPED = re.compile(r"\bNone\b|\bundefined\b")
"""What the check of the document takes for a program's slip, however well the sentence means it."""
_CITED = re.compile(
    r"\b(?:IFRS(?: \d+)?|IAS \d+|US GAAP|ASC \d+|SOX|Sarbanes-Oxley|OSHA|HIPAA|FMLA|FLSA|EEOC|Title (?:VII|IX)|IDEA|FERPA|GDPR|"
    r"ASME [A-Z]\S*|ISO \d+|ACI \d+|AISC|ASCE \d+|Eurocode \d|IATF \d+|PCI DSS|FRCP|Rule \d+|AS/NZS \d+|BS \d+|NFPA \d+\w?|"
    r"\d+ CFR|Reg(?:ulation)? [A-Z]|EYFS|501\([a-z]\)|CC\d+)(?!\w)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(\[])")
_BLANK = re.compile(r"\[[^\[\]]*\]")
_MARKUP = re.compile(r"\*\*|[\[\]]")


@dataclass(frozen=True)
class Finding:
    """Something about the packs that must be mended."""

    where: str
    """`questions/sales.yaml:12`."""
    rule: str
    found: str
    remedy: str


@dataclass(frozen=True)
class Catalogue:
    """Every entry that fits its shape, with where it stands."""

    rows: Mapping[str, tuple[Row, ...]]

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of a kind."""
        return frozenset(row.entry.id for row in self.rows[kind])

    def of(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Where each entry of a kind stands, and the entry."""
        return ((row.where, row.entry) for row in self.rows[kind])


Rule = Callable[[Catalogue], Iterable[Finding]]


def lint(root: Path) -> tuple[Finding, ...]:
    """Everything that is wrong with the packs below `root`, in the order of their files."""
    found: list[Finding] = []
    rows: dict[str, tuple[Row, ...]] = {}
    for kind in KINDS:
        read = tuple(entries(root, kind))
        found += [Finding(row.where, "shape", row.fault, "see docs/packs.md") for row in read if row.entry is None]
        rows[kind] = tuple(row for row in read if row.entry is not None)
    catalogue = Catalogue(rows)
    found += [finding for rule in RULES for finding in rule(catalogue)]
    return tuple(
        sorted(set(found), key=lambda one: (one.where.split(":")[0], int(one.where.split(":")[1]), one.rule, one.found))
    )


def duplicates(packs: Catalogue) -> Iterator[Finding]:
    """An id that is given twice; an alias that its own entry has already."""
    for kind in packs.rows:
        seen: dict[str, str] = {}
        for where, entry in packs.of(kind) if kind not in LISTS else ():
            if entry.id in seen:
                yield Finding(where, "duplicate", f"id {entry.id!r} again, first at {seen[entry.id]}", "give it another id")
            seen.setdefault(entry.id, where)
    for kind in ("skills", "credentials"):
        for where, entry in packs.of(kind):
            names = Counter(fold(name) for name in (entry.name, *entry.aliases))
            again = [name for name, count in names.items() if count > 1]
            if again:
                yield Finding(where, "duplicate", f"{entry.id}: {', '.join(again)} twice", "take one away")


def dangling(packs: Catalogue) -> Iterator[Finding]:
    """An id that no entry has."""
    known = {kind: packs.ids(kind) for kind in packs.rows if kind not in LISTS}
    for kind in packs.rows:
        for where, entry in packs.of(kind):
            for target, other in _references(kind, entry):
                if other not in known[target]:
                    yield Finding(
                        where, "dangling", f"{getattr(entry, 'id', kind)}: {other!r} is not in {target}", "name one that exists"
                    )


def collisions(packs: Catalogue) -> Iterator[Finding]:
    """A name that means two things, and is no homonym of one of them: one would be shown wrongly."""
    owners: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for kind in ("skills", "credentials"):
        for where, entry in packs.of(kind):
            for name in {entry.name, *entry.aliases} - set(getattr(entry, "homonyms", ())):
                # Names that case tells apart, such as `IT`, keep their capitals.
                key = (name,) if len(name) <= 3 and name.isupper() else _gram(name)  # noqa: PLR2004  as the lexicon has it
                owners[key].setdefault(entry.id, where)
    for key, ids in owners.items():
        (first, _), *others = ids.items()
        for other, where in others:
            yield Finding(
                where, "collision", f"{' '.join(key)!r} names {first!r} and {other!r}", "keep it where it is meant more often"
            )


def circles(packs: Catalogue) -> Iterator[Finding]:
    """Skills that are a kind of each other would all be equal."""
    broader = {entry.id: entry.broader + entry.implies for _, entry in packs.of("skills")}
    for where, entry in packs.of("skills"):
        reached: set[str] = set()
        ahead = list(broader[entry.id])
        while ahead:
            one = ahead.pop()
            if one not in reached:
                reached.add(one)
                ahead += broader.get(one, ())
        if entry.id in reached:
            yield Finding(where, "circle", f"{entry.id} is a kind of itself", "cut the weakest of the links")


def wording(packs: Catalogue) -> Iterator[Finding]:
    """Sentences that are too long, pronouns of one sex, flattery, vendors; words in other than American spelling."""
    abroad = {entry.british: entry.id for _, entry in packs.of("spellings") if entry.tells}
    for kind in packs.rows:
        for where, entry in packs.of(kind) if kind not in _NAMES else ():
            name = getattr(entry, "id", kind)
            for text in _texts(entry):
                for pattern, rule, remedy in (
                    (_PRONOUNS, "pronoun", "say they, or name the role"),
                    (_BANNED, "tone", "say it plainly"),
                    (_SLIPPED, "slip", "say it in other words: `not one`, `no`"),
                ):
                    if found := pattern.search(text):
                        yield Finding(where, rule, f"{name}: {found.group()!r} in {_short(text)!r}", remedy)
                for word in filter(abroad.get, text.split() if kind != "companies" else ()):  # in their own words
                    yield Finding(where, "spelling", f"{name}: {word!r} in {_short(text)!r}", f"write {abroad[word]!r}")
                for sentence in _SENTENCE.split(_MARKUP.sub("", text)):
                    if len(sentence.split()) > LONGEST:
                        words = f"{name}: {len(sentence.split())} words in {_short(sentence)!r}"
                        yield Finding(where, "long", words, f"at most {LONGEST} words a sentence")


def mixes(packs: Catalogue) -> Iterator[Finding]:
    """A plan that is not twelve questions, or that the bank cannot serve twice over."""
    questions: list[BankQuestion] = [entry for _, entry in packs.of("questions")]
    for where, family in packs.of("families"):
        bank = Counter(one.type for one in questions if not one.families or family.id in one.families)
        planned = [*family.mixes.items(), *((branch.titles[0], branch.mix) for branch in family.branches)]
        for level, mix in planned:
            if sum(mix.values()) != TWELVE:
                yield Finding(where, "mix", f"{family.id} {level}: {sum(mix.values())} questions", f"{TWELVE} in all")
            for kind, count in mix.items():
                if bank[kind] < SPARE * count:
                    yield Finding(
                        where,
                        "bank",
                        f"{family.id} {level}: plans {count} {kind}, the bank has {bank[kind]}",
                        f"write {SPARE * count - bank[kind]} more, or plan fewer",
                    )
    for where, company in packs.of("companies"):
        for family, mix in company.mix.items():
            if sum(mix.values()) != TWELVE:
                yield Finding(where, "mix", f"{company.id} {family}: {sum(mix.values())} questions", f"{TWELVE} in all")


def repeats(packs: Catalogue) -> Iterator[Finding]:
    """Two questions that ask the same, and long texts that are given twice."""
    banks: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for where, question in packs.of("questions"):
        for family in question.families or ("",):
            banks[family][question.id] = (where, question.q)
    shared = banks.pop("", {})
    for bank in (shared, *({**shared, **own} for own in banks.values())):
        ids, texts = list(bank), [text for _, text in bank.values()]
        alike = process.cdist(texts, texts, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE)
        for left, right in zip(*alike.nonzero(), strict=True):
            if left < right:
                yield Finding(bank[ids[right]][0], "repeat", f"{ids[right]} asks what {ids[left]} asks", "ask something else")
    seen: dict[str, str] = {}
    for where, question in packs.of("questions"):
        for text in (question.tests, question.prep, question.practice):
            if text in seen:
                yield Finding(where, "repeat", f"{question.id}: {_short(text)!r} stands in {seen[text]}", "write its own")
            seen.setdefault(text, question.id)


def sources(packs: Catalogue) -> Iterator[Finding]:
    """A question that cites a law or a standard without saying where it can be read."""
    for where, question in packs.of("questions"):
        cited = next((found.group() for text in _texts(question) if (found := _CITED.search(text))), None)
        if cited and not (question.source and question.checked):
            yield Finding(
                where, "source", f"{question.id}: {cited!r} without a source", "give source and checked, or do not cite it"
            )


def figures(packs: Catalogue) -> Iterator[Finding]:
    """A number in a frame of a story: it would stand in the candidate's own story as a fact."""
    for where, kind in packs.of("archetypes"):
        for text in (*kind.situation, *kind.task, *kind.action, *kind.result):
            if numbers(_BLANK.sub("", text)):
                yield Finding(where, "figure", f"{kind.id}: a number in {_short(text)!r}", "ask for it in brackets")


RULES: tuple[Rule, ...] = (duplicates, dangling, collisions, circles, wording, mixes, repeats, sources, figures)


def _place(one: Finding) -> tuple[str, int, str, str]:
    path, line = one.where.rsplit(":", 1)
    return path, int(line), one.rule, one.found


def _references(kind: str, entry: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  an entry of any kind
    """Kind and id of everything that an entry names."""
    if kind == "skills":
        yield from (("skills", other) for other in (*entry.implies, *entry.broader))
    elif kind == "credentials":
        yield from (("credentials", other) for other in (*entry.equivalent, *entry.requires))
        yield from (("skills", other) for other in entry.implies)
    elif kind in {"archetypes", "curveballs"}:
        yield from (("competencies", other) for other in entry.competencies)
    elif kind == "questions":
        yield from (("skills", other) for other in entry.topics)
        yield from (("competencies", other) for other in ((entry.competency,) if entry.competency else ()))
    elif kind in {"families", "companies"}:
        yield from (("competencies", other) for value in entry.values for other in value.competencies)
    if isinstance(entry, FamilyEntry):
        yield from (("families", other) for other in entry.neighbours)
    if isinstance(entry, CompanyEntry):
        yield from (("curveballs", other) for other in entry.curveballs)
        yield from (("families", other) for other in entry.mix)
    yield from (("families", other) for other in getattr(entry, "families", ()))


def _texts(entry: Any) -> Iterator[str]:  # noqa: ANN401  an entry of any kind
    """Every sentence of an entry; names, ids, cues and addresses are none."""
    skipped = {"id", "name", "names", "titles", "cues", "signals", "anti", "families", "source", "values_source", "topics"}
    for name in type(entry).model_fields:
        if name not in skipped:
            yield from _strings(getattr(entry, name))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401  any field
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif hasattr(type(value), "model_fields"):
        yield from _texts(value)


@lru_cache(maxsize=16384)
def _gram(name: str) -> tuple[str, ...]:
    return tuple(token.folded if token.text.isupper() else base(token.folded) for token in tokens(name))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST * 2 else f"{text[: LONGEST * 2].rstrip()}…"
