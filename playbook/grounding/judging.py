"""Is this sentence true to its sources? Each rule looks for one way in which it may not be.

Two tiers. A hard issue is a fact that no source has: it blocks a line from the resume. A soft one is a sentence that goes
further than its source without a fact to point at: the line is shown as a draft to verify. Here a single line is judged;
whether the whole document agrees with itself is for `playbook.consistency`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from playbook.grounding.acts import (
    claims_lead,
    credentials,
    denied,
    denies,
    honours,
    is_backed,
    is_telling,
    is_weak,
    leaks,
    lemma,
    neutral_rise,
    of_others,
    opposite,
    opposites,
    own_verb,
    scopes,
    strong_words,
    swaps,
    ways,
    weak_words,
)
from playbook.grounding.closeness import nearby, parted, unsupported
from playbook.grounding.figures import Quantity
from playbook.grounding.names import is_known, names, pieces, spelled_out, words
from playbook.grounding.quantities import (
    is_count_of_list,
    is_equal,
    is_factor,
    is_stated,
    quantities,
    same_bound,
    same_rate,
    same_unit,
)
from playbook.knowledge.tokens import stem, tokens
from playbook.provenance import Line

Tier = Literal["hard", "soft"]
_OF_POSTING = re.compile(
    r"\b(?:posting|posted|job ad|advert\w*|asks?|asked|they want|you (?:want|need|ask|look)|requirements?|role (?:needs|wants)|"
    r"your|you|this role|the role|the job|would|could|looking for|hope)\b",
    re.IGNORECASE,
)
"""Words by which a line about the candidate speaks of the posting as such."""
_SINCE = re.compile(
    r"\bsince (?:\w+ )?(?P<year>(?:19|20)\d\d)\b|(?P<start>(?:19|20)\d\d)\s*(?:-|–|—|to)\s*(?:present|current|now|today|date)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|in|out of)\b")
_BY = re.compile(r"\bby\s+(?:\w+\s+)?$", re.IGNORECASE)
_ENDED = re.compile(r"(?:19|20)\d\d\s*(?:-|–|—|to)\s*(?:\w+\s)?(?:19|20)\d\d")
_BORROWED = 0.5
"""Share of a clause's words that the resume must have, where a line cites the posting as well."""
_WINDOW = 30
"""Characters within which a word says which way a number moved."""


@dataclass(frozen=True)
class Issue:
    """Something in a line that its sources do not have."""

    kind: str
    """The rule: `number`, `name`, `unit`, `order`, `derived`, `direction`, `employer`, `credential`, `denial`, `leak`,
    `laundered`, `verb`, `scope`, `moved`, `fused`, `content`."""
    found: str
    line: str
    tier: Tier = "hard"
    has: str = ""
    """What the sources have instead."""

    def __str__(self) -> str:
        """What was found, what the source has, and in which sentence."""
        instead = f", the source has {self.has!r}" if self.has else ""
        return f"{self.kind} {self.found!r}{instead} in {self.line[:90]!r}"


@dataclass(frozen=True)
class Ground:
    """What lines may draw from besides their own sources, and what tells one role from another."""

    case: tuple[str, ...] = ()
    """Texts whose names and numbers every line may use: who applies, where, for what."""
    employers: Mapping[str, str] = field(default_factory=dict)
    """Bullet, verbatim, to the employer of its role."""
    verbs: Mapping[str, str] = field(default_factory=dict)
    """Form of a verb to its class: two verbs of one class may stand for each other."""
    same: Callable[[str], frozenset[str]] = field(default=lambda _: frozenset())
    """What a text names, by ids: two spellings of one thing have one id."""


@dataclass(frozen=True)
class _Claim:
    """A line beside its sources, as the rules look at it."""

    text: str
    quotes: tuple[str, ...]
    ground: Ground
    line: Line

    @property
    def source(self) -> str:
        return "\n".join(self.quotes)

    def issue(self, kind: str, found: str, *, tier: Tier = "hard", has: str = "") -> Issue:
        return Issue(kind, found, self.text, tier, has)


def issues(line: Line, ground: Ground | Iterable[str] = ()) -> tuple[Issue, ...]:
    """What `line` states that its sources do not have; empty where it is grounded.

    `ground` may be the texts of the case alone. A verbatim quote cannot go beyond itself. Another line from the resume is
    judged by every rule; a draft by those about numbers, names and leaks, since it is plausible by design; what packs and
    postings say by those about numbers and names.
    """
    known = ground if isinstance(ground, Ground) else Ground(case=tuple(ground))
    claim = _Claim(line.stated, tuple(_own_quotes(line)), known, line)
    if claim.text in claim.quotes:
        return ()
    rules = _EVERY if line.provenance == "resume" else (*_ANY_LINE, _leak) if line.provenance == "draft" else _ANY_LINE
    return tuple(issue for rule in rules for issue in rule(claim))


def _own_quotes(line: Line) -> Iterator[str]:
    """What a line may rest on: one from the resume on the posting only where it speaks of the posting."""
    speaks_of_posting = line.provenance != "resume" or bool(_OF_POSTING.search(line.stated))
    for source in line.sources:
        if source.span.document != "job" or speaks_of_posting:
            # What a resume says to whoever reads it by machine is no fact of it.
            found = leaks(source.quote) if source.span.document == "resume" and source.quote != line.stated else ()
            yield source.quote[: source.quote.index(found[0])] if found else source.quote


def _number(claim: _Claim) -> Iterator[Issue]:
    """A quantity whose value no source has."""
    known = tuple(one for text in (*claim.quotes, *claim.ground.case) for one in quantities(text))
    for one in quantities(claim.text):
        if one.is_loose and (one.unit != "percent" or _OF.search(one.words)):
            continue  # no number of its own, or numbers that are looked at by themselves
        if is_factor(one):
            if not any(other.unit == "times" and other.value == one.value for other in known):
                yield claim.issue("derived", one.words)
        elif one.value == 0 and denies(claim.source):
            continue
        elif not is_stated(one, known) and not any(is_count_of_list(one, text) for text in claim.quotes):
            yield claim.issue("number", f"{one.value:,.12g}")


def _unit(claim: _Claim) -> Iterator[Issue]:
    """A value that the sources have, measured in something else."""
    known = tuple(one for text in (*claim.quotes, *claim.ground.case) for one in quantities(text))
    for one in quantities(claim.text):
        equal = [other for other in known if is_equal(one, other)]
        shares_measure = one.unit == "" and any(other.unit == "percent" for other in quantities(claim.text))
        if equal and not shares_measure and not any(same_unit(one, other) and same_rate(one, other) for other in equal):
            yield claim.issue("unit", _as_written(one, claim.text), has=equal[0].words)


def _order(claim: _Claim) -> Iterator[Issue]:
    """A number that was the start and became the end, or that was an end and became a step."""
    for one in quantities(claim.text):
        stated = [other for text in claim.quotes for other in quantities(text) if other.value == one.value]
        if stated and not any(same_bound(one, other) for other in stated):
            yield claim.issue("order", f"{one.bound} {one.words}", has=stated[0].words)
        parts = {other.part for other in stated}
        if one.part and parts and "" not in parts and one.part not in parts:
            yield claim.issue("order", f"{one.part} {one.words}", has=f"{min(parts)} {one.words}")
        elif (
            one.part == "by"
            and parts == {""}
            and not any(
                _way_of(other, ways(text)) for text in claim.quotes for other in quantities(text) if other.value == one.value
            )
        ):
            yield claim.issue("order", f"by {one.words}", tier="soft", has=one.words)
    for year in _since(claim.text):
        if year not in _since(claim.source) and _ENDED.search(claim.source) and str(year) in claim.source:
            yield claim.issue("order", f"since {year}", has="a role that has ended")
    for now, then in swaps(claim.text):
        if (then, now) in swaps(claim.source):
            yield claim.issue("order", f"{now} instead of {then}", has=f"{then} instead of {now}")


def _name(claim: _Claim) -> Iterator[Issue]:
    """A proper noun that no source has, by any of its spellings."""
    texts = (*claim.quotes, *claim.ground.case)
    known = frozenset().union(*(words(text) for text in texts))
    absent = [name for name in names(claim.text) if not any(is_known(name, known, text) for text in texts or ("",))]
    for letters, full in spelled_out(claim.text).items():
        if re.search(rf"\b{letters.upper()}\b", claim.source):
            absent = [name for name in absent if name not in full]
    if not absent:
        return
    shared = claim.ground.same(claim.text) & claim.ground.same(claim.source)
    for name in absent:
        ids = claim.ground.same(name)
        if not ids or not ids <= shared:
            yield claim.issue("name", name)


def _employer(claim: _Claim) -> Iterator[Issue]:
    """A bullet told of an employer whose it is not."""
    owners = {claim.ground.employers[quote] for quote in claim.quotes if quote in claim.ground.employers} - {""}
    if not owners:
        return
    bullets = (quote for quote in claim.quotes if quote in claim.ground.employers)
    owned = frozenset().union(*(_telling(owner) for owner in owners), *(words(quote) for quote in bullets))
    said = frozenset().union(*(pieces(name) for name in names(claim.text)), *_opening(claim.text))
    for employer in sorted(set(claim.ground.employers.values()) - owners - {""}):
        if said & (_telling(employer) - owned):
            yield claim.issue("employer", employer, has=" / ".join(sorted(owners)))


def _credential(claim: _Claim) -> Iterator[Issue]:
    """A degree, licence, award or rise that no source speaks of."""
    stems = {_stem(word) for text in (*claim.quotes, *claim.ground.case) for word in words(text)}
    shared = any(name.isupper() and pieces(name) <= words(claim.source) for name in names(claim.text))
    spelled = {
        part.lower() for letters, full in spelled_out(claim.text).items() if letters.upper() in claim.source for part in full
    }
    for word in dict.fromkeys(credentials(claim.text)):
        if _stem(word.split()[0].split("-")[0]) not in stems and word not in spelled:
            yield claim.issue("credential", word, tier="soft" if is_backed(word, claim.source, shared) else "hard")
    for word in dict.fromkeys(honours(claim.text)):
        if _stem(word.split()[0]) not in stems and not is_backed(word, claim.source, shared):
            yield claim.issue("credential", word, tier="soft")


def _direction(claim: _Claim) -> Iterator[Issue]:
    """Something that fell where the source says that it rose."""
    # "Never below 97" and "above 97" are the same thing.
    sides = frozenset() if denies(claim.text) or denies(claim.source) else opposites(claim.text) - opposites(claim.source)
    for side in sorted(sides):
        if opposite(side) in opposites(claim.source):
            tier: Tier = "hard" if is_telling(side) else "soft"
            yield claim.issue("direction", _plain(side), tier=tier, has=_plain(opposite(side)))
    said, had = ways(claim.text), ways(claim.source)
    moved = {one.value: way for text in claim.quotes for one, way in _moves(text)}
    for one in quantities(claim.text):
        way = _way_of(one, said)
        others = {_way_of(other, ways(text)) for text in claim.quotes for other in quantities(text) if other.value == one.value}
        others = (others | {moved.get(one.value)}) - {None}
        if way and others and way not in others:
            yield claim.issue("direction", f"{way} {one.words}", has=f"{min(filter(None, others))} {one.words}")
            return
    if said and had and not neutral_rise(claim.source) and not {way for _, way in said} & {way for _, way in had}:
        # Without a number to tie them to, the two words may speak of different things.
        tier = "hard" if len(said) == len(had) == 1 else "soft"
        yield claim.issue("direction", claim.text[said[0][0] :].split()[0], tier=tier, has=claim.source[had[0][0] :].split()[0])


def _moves(text: str) -> Iterator[tuple[Quantity, str]]:
    """Each number that something moved to, and which way that was."""
    starts = [one for one in quantities(text) if one.part == "from"]
    for one in quantities(text):
        if one.part == "to" and len(starts) == 1 and starts[0].value != one.value:
            yield one, "up" if one.value > starts[0].value else "down"


def _denial(claim: _Claim) -> Iterator[Issue]:
    """What the source denies and the line does not, or the other way round."""
    if denied(claim.source) and not denies(claim.text):
        for word in sorted(word for word in denied(claim.source) if _states(claim.text, word))[:1]:
            yield claim.issue("denial", word, has=f"no {word}")
    if denied(claim.text) and not denies(claim.source):
        for word in sorted(word for word in denied(claim.text) if _states(claim.source, word))[:1]:
            yield claim.issue("denial", f"no {word}", tier="soft", has=word)


def _leak(claim: _Claim) -> Iterator[Issue]:
    """Words of a prompt, whoever wrote them."""
    for found in leaks(claim.text):
        yield claim.issue("leak", found)


def _laundered(claim: _Claim) -> Iterator[Issue]:
    """A line from the resume, or a clause of it, that rests on the posting alone."""
    documents = {source.span.document for source in claim.line.sources}
    if documents and not documents & {"resume", "answers"}:
        yield claim.issue("laundered", claim.text[:40], has=f"only the {min(documents)}")
        return
    foreign = tuple(source.quote for source in claim.line.sources if source.quote not in claim.quotes)
    if foreign:
        ground = claim.ground
        for part in unsupported(claim.text, (*claim.quotes, *ground.case), ground.verbs, ground.same, share=_BORROWED):
            if not list(unsupported(part, foreign, ground.verbs, ground.same)):
                yield claim.issue("laundered", part, has="only the posting")


def _verb(claim: _Claim) -> Iterator[Issue]:
    """A deed that the source leaves to others, or a lead that it does not claim."""
    weak = [quote for quote in claim.quotes if is_weak(quote)]
    strong, own = strong_words(claim.text), own_verb(claim.text)
    if weak and (claims_lead(claim.text) or not weak_words(claim.text) or (own and not weak_words(f"I {own}"))):
        yield claim.issue("verb", strong[0] if strong else own or claim.text.split()[0], tier="soft", has=weak[0].split()[0])
    elif strong and not strong_words(claim.source):
        yield claim.issue("verb", strong[0], tier="soft")
    for quote in claim.quotes:
        mine, theirs = of_others(quote)
        if own and theirs and _states(theirs, stem(own)) and not _states(mine, stem(own)):
            yield claim.issue("verb", f"I {own}", tier="soft", has=theirs.strip(" ,"))


def _scope(claim: _Claim) -> Iterator[Issue]:
    """The whole of something, where the source has a part or does not say."""
    known = words(claim.source)
    for found in scopes(claim.text):
        last = found.replace("-", " ").split()
        if not {last[0], last[-1]} & known - {"of", "the", "across", "throughout"}:
            yield claim.issue("scope", found, tier="soft")


def _moved(claim: _Claim) -> Iterator[Issue]:
    """A number beside words that do not stand beside it in any source."""
    for one in quantities(claim.text):
        if one.unit == "ordinal" or _is_year(one):
            continue
        places = [(text, other) for text in claim.quotes for other in quantities(text) if is_equal(one, other)]
        if places and not any(nearby(claim.text, one, text, other, claim.ground.verbs) for text, other in places):
            yield claim.issue("moved", _as_written(one, claim.text), tier="soft", has=_as_written(places[0][1], places[0][0]))


def _fused(claim: _Claim) -> Iterator[Issue]:
    """Two bullets told as if they were one."""
    bullets = [quote for quote in claim.quotes if quote in claim.ground.employers]
    if len(bullets) > 1 and parted(claim.text, bullets):
        yield claim.issue("fused", claim.text[:60], tier="soft", has=" + ".join(bullet[:40] for bullet in bullets[:2]))


def _content(claim: _Claim) -> Iterator[Issue]:
    """A part of the sentence whose words stand in no source."""
    for part in unsupported(claim.text, (*claim.quotes, *claim.ground.case), claim.ground.verbs, claim.ground.same):
        yield claim.issue("content", part, tier="soft")


Rule = Callable[[_Claim], Iterator[Issue]]
_ANY_LINE: tuple[Rule, ...] = (_number, _name)
_EVERY: tuple[Rule, ...] = (
    *(_number, _unit, _order, _name, _employer, _credential, _direction, _denial, _leak, _laundered),
    *(_verb, _scope, _moved, _fused, _content),
)


def _as_written(one: Quantity, text: str) -> str:
    return text[one.start : one.end + 20].split("\n", maxsplit=1)[0].strip()


def _is_year(one: Quantity) -> bool:
    return one.unit == "" and 1900 <= one.value < 2100 and one.words.isdigit()  # noqa: PLR2004  years of careers


def _plain(side: str) -> str:
    return re.sub(r"\(\?:.*?\)\??", "", side).strip()


def _way_of(one: Quantity, moves: tuple[tuple[int, str], ...]) -> str | None:
    """Which way a number moved, by the nearest word before it, else shortly after it."""
    before = [way for start, way in moves if one.start - 2 * _WINDOW < start < one.start]
    if before:
        return before[-1]
    return next((way for start, way in moves if one.end <= start < one.end + _WINDOW), None)


def _since(text: str) -> frozenset[int]:
    """Years since which something is said to last."""
    return frozenset(int(match["year"] or match["start"]) for match in _SINCE.finditer(text))


def _opening(text: str) -> list[frozenset[str]]:
    """The first word, whose capital does not tell whether it is a name."""
    return [pieces(text.split(maxsplit=1)[0])] if text.split() else []


def _states(text: str, stem: str) -> bool:
    return any(lemma(token) == stem for token in tokens(text))


_GENERIC = frozenset(
    """
    the of and for inc llc ltd co corp company group university college school hospital center centre medical health bank
    """.split()  # noqa: SIM905  words read as words
)


def _telling(employer: str) -> frozenset[str]:
    """The words of an employer's name that tell it from others."""
    return frozenset(word for word in words(employer) - _GENERIC if len(word) > 1)


def _stem(word: str) -> str:
    return re.sub(r"(?:ication|ied|ed|ation|ing|es|s|d|e|ion|ure|ship)$", "", word.casefold().strip("’'."))[:6]
