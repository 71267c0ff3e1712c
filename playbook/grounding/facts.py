"""Rules that look for a fact which no source has: a number, a name, an employer, a credential, a direction, a denial.

Most of them are hard: what they find blocks a line. Whether a line goes further than its sources without a fact to point at
is for `playbook.grounding.reach`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from playbook.grounding.acts import (
    credentials,
    denied,
    denies,
    honours,
    is_backed,
    leaks,
)
from playbook.grounding.claim import Claim, Issue, Tier, as_written, states
from playbook.grounding.derived import is_derived
from playbook.grounding.directions import is_telling, neutral_rise, opposite, opposites, swaps, ways
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
from playbook.grounding.quantity import Quantity
from playbook.knowledge.tokens import STOP

_SINCE = re.compile(
    r"\bsince (?:\w+ )?(?P<year>(?:19|20)\d\d)\b|(?P<start>(?:19|20)\d\d)\s*(?:-|–|—|to)\s*(?:present|current|"
    r"now|today|date)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|in|out of)\b")
_BY = re.compile(r"\bby\s+(?:\w+\s+)?$", re.IGNORECASE)
_ENDED = re.compile(r"(?:19|20)\d\d\s*(?:-|–|—|to)\s*(?:\w+\s)?(?:19|20)\d\d")
_WINDOW = 30
"""Characters within which a word says which way a number moved."""
_GENERIC = frozenset(
    """
    the of and for inc llc ltd co corp company group university college school hospital center centre medical health bank
    """.split()  # noqa: SIM905  words read as words
)


def number(claim: Claim) -> Iterator[Issue]:
    """A quantity whose value no source has."""
    stated = quantities(claim.text)
    known = tuple(one for text in (*claim.quotes, *claim.ground.case) for one in quantities(text)) if stated else ()
    for one in stated:
        if one.is_loose and (one.unit != "percent" or _OF.search(one.words)):
            continue  # no number of its own, or numbers that are looked at by themselves
        if is_factor(one):
            if not any(other.unit == "times" and other.value == one.value for other in known):
                yield claim.issue("derived", one.words, tier="soft" if _is_derived(one, claim) else "hard")
        elif one.value == 0 and denies(claim.source):
            continue
        elif not is_stated(one, known) and not any(is_count_of_list(one, text) for text in claim.quotes):
            derived = _is_derived(one, claim)
            yield claim.issue("derived" if derived else "number", f"{one.value:,.12g}", tier="soft" if derived else "hard")


def _is_derived(one: Quantity, claim: Claim) -> bool:
    return any(is_derived(one, claim.text, quantities(text)) for text in claim.quotes)


def unit(claim: Claim) -> Iterator[Issue]:
    """A value that the sources have, measured in something else."""
    stated = quantities(claim.text)
    known = tuple(one for text in (*claim.quotes, *claim.ground.case) for one in quantities(text)) if stated else ()
    for one in stated:
        equal = [other for other in known if is_equal(one, other)]
        shares_measure = one.unit == "" and any(other.unit == "percent" for other in quantities(claim.text))
        if equal and not shares_measure and not any(same_unit(one, other) and same_rate(one, other) for other in equal):
            yield claim.issue("unit", as_written(one, claim.text), has=equal[0].words)
        elif equal and one.rate and not any(other.rate for other in equal) and not _says_how_often(one.rate, claim.source):
            yield claim.issue("unit", as_written(one, claim.text), tier="soft", has=equal[0].words)


def _says_how_often(rate: str, source: str) -> bool:
    """Whether a source speaks of so much a week, a month, a year at all, beside the number or not."""
    return bool(re.search(rf"\b{rate}(?:s|ly)?\b|\bdaily\b|\bannual", source, re.IGNORECASE))


def order(claim: Claim) -> Iterator[Issue]:
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


def name(claim: Claim) -> Iterator[Issue]:
    """A proper noun that no source has, by any of its spellings."""
    found = names(claim.text)
    if not found:
        return
    texts = (*claim.quotes, *claim.ground.case)
    known = frozenset().union(*(words(text) for text in texts))
    absent = [name for name in found if not any(is_known(name, known, text) for text in texts or ("",))]
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


def employer(claim: Claim) -> Iterator[Issue]:
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


def credential(claim: Claim) -> Iterator[Issue]:
    """A degree, licence, award or rise that no source speaks of."""
    found, praised = dict.fromkeys(credentials(claim.text)), dict.fromkeys(honours(claim.text))
    if not found and not praised:
        return
    stems = {_stem(word) for text in (*claim.quotes, *claim.ground.case) for word in words(text)}
    shared = any(name.isupper() and pieces(name) <= words(claim.source) for name in names(claim.text))
    spelled = {
        part.lower() for letters, full in spelled_out(claim.text).items() if letters.upper() in claim.source for part in full
    }
    for word in found:
        if _stem(word.split()[0].split("-")[0]) not in stems and word not in spelled:
            yield claim.issue("credential", word, tier="soft" if is_backed(word, claim.source, shared) else "hard")
    for word in praised:
        if _stem(word.split()[0]) not in stems and not is_backed(word, claim.source, shared):
            yield claim.issue("credential", word, tier="soft")


def direction(claim: Claim) -> Iterator[Issue]:
    """Something that fell where the source says that it rose."""
    # "Never below 97" and "above 97" are the same thing.
    there = opposites(claim.source)
    is_comparable = there and not denies(claim.text) and not denies(claim.source)
    for side in sorted(opposites(claim.text) - there) if is_comparable else ():
        if opposite(side) in there:
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
        yield claim.issue(
            "direction", claim.text[said[0][0] :].split()[0], tier="soft", has=claim.source[had[0][0] :].split()[0]
        )


def denial(claim: Claim) -> Iterator[Issue]:
    """What the source denies and the line does not, or the other way round."""
    if denied(claim.source) and not denies(claim.text):
        for word in sorted(word for word in denied(claim.source) if states(claim.text, word))[:1]:
            yield claim.issue("denial", word, has=f"no {word}")
    if denied(claim.text) and not denies(claim.source):
        for word in sorted(word for word in denied(claim.text) if states(claim.source, word))[:1]:
            yield claim.issue("denial", f"no {word}", tier="soft", has=word)


def leak(claim: Claim) -> Iterator[Issue]:
    """Words of a prompt, whoever wrote them."""
    for found in leaks(claim.text):
        yield claim.issue("leak", found)


def _moves(text: str) -> Iterator[tuple[Quantity, str]]:
    """Each number that something moved to, and which way that was."""
    found = quantities(text)
    starts = [one for one in found if one.part == "from"]
    if not starts:
        # "Open rate 22% to 31%" moved, too.
        starts = [left for left, right in pairwise(found) if right.part == "to" and right.start - left.end <= len(" to ") + 1][
            :1
        ]
    for one in found:
        if one.part == "to" and len(starts) == 1 and starts[0].value != one.value:
            yield one, "up" if one.value > starts[0].value else "down"


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


def _telling(employer: str) -> frozenset[str]:
    """The words of an employer's name that tell it from others."""
    return frozenset(word for word in words(employer) - _GENERIC - STOP if len(word) > 1)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return re.sub(r"(?:ication|ied|ed|ation|ing|es|s|d|e|ion|ure|ship)$", "", word.casefold().strip("’'."))[:6]
