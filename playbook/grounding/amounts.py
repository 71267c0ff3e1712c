"""Rules about quantities and times: a value that no source has, another unit, a start that became an end, another season.

How quantities are read out of texts is for `playbook.grounding.figures`, how two of them compare for
`playbook.grounding.quantities`; facts without a number are for `playbook.grounding.facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.grounding.acts import denies
from playbook.grounding.claim import Claim, Issue, Tier, as_written
from playbook.grounding.derived import is_derived
from playbook.grounding.directions import way_of, ways
from playbook.grounding.phrases import Phrases
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
from playbook.grounding.times import begins, ends, lasted, months_of, parts_of_years, seasons, years_dated

_OF = re.compile(r"\b(?:of|in(?! half)|out of)\b")
_ONE = re.compile(r"\bone\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTABLE = 5.0
_IN_ALL = Phrases(r"\b(?:in all|altogether|in total|all told|combined)\b", re.IGNORECASE)
_EACH = Phrases(r"\b(?:per [a-z]+|each|apiece|a (?:session|piece|visit|head|unit|person))\b", re.IGNORECASE)
_IN_MONTHS = {"year": 12.0, "month": 1.0}
_MONTHS_OFF = 3.0
"""By how much a stretch may differ from its dates: they name months and not days, and people round."""


def number(claim: Claim) -> Iterator[Issue]:
    """A quantity whose value no source has."""
    stated = quantities(claim.text)
    known = tuple(one for text in (*claim.quotes, *claim.ground.case) for one in quantities(text)) if stated else ()
    for one in stated:
        if one.is_loose and (one.unit != "percent" or _OF.search(one.words)):
            if one.unit == "percent" and _is_other_share(one, known):
                yield claim.issue("number", one.words, tier="soft")
            continue  # no number of its own, or numbers that are looked at by themselves
        if is_factor(one):
            if not any(other.unit == "times" and other.value == one.value for other in known):
                yield claim.issue("derived", one.words, tier="soft" if _is_derived(one, claim) else "hard")
        elif one.value == 0 and denies(claim.source):
            continue
        elif one.value == 1 and _ONE.search(claim.source):
            continue  # the word is in every sentence, so that it is read as no number
        elif not (is_stated(one, known) or _is_dated(one, claim) or any(is_count_of_list(one, text) for text in claim.quotes)):
            derived = _is_derived(one, claim)
            # A small number in words counts what a reader can count, "in two ways": a draft, and no invention.
            countable = one.words.isalpha() and one.unit == "" and one.value <= _COUNTABLE
            if countable and not derived and claim.line.provenance == "draft":
                continue
            soft = derived or countable
            yield claim.issue("derived" if derived else "number", f"{one.value:,.12g}", tier="soft" if soft else "hard")


def _is_dated(one: Quantity, claim: Claim) -> bool:
    """Whether it is a year that the sources write in another way, such as 2018 in "05/18 - 07/21"."""
    is_year = one.unit == "" and bool(_YEAR.fullmatch(one.words))
    return is_year and any(one.value in years_dated(text) for text in (*claim.quotes, *claim.ground.case))


def _is_derived(one: Quantity, claim: Claim) -> bool:
    if one.unit == "span" and one.span in _IN_MONTHS:
        months = one.value * _IN_MONTHS[one.span]
        if any(abs(months - lasting) <= _MONTHS_OFF for text in claim.quotes for lasting in lasted(text)):
            return True
    return any(is_derived(one, claim.text, quantities(text)) for text in claim.quotes)


def _is_other_share(one: Quantity, known: tuple[Quantity, ...]) -> bool:
    """Whether "1 in 15" stands where the sources have shares, and none of them is that."""
    shares = [other for other in known if other.is_loose and other.unit == "percent" and _OF.search(other.words)]
    return bool(shares) and not any(is_equal(one, other) for other in shares)


def unit(claim: Claim) -> Iterator[Issue]:
    """A value that the sources have, measured in something else."""
    stated = quantities(claim.text)
    known = tuple(one for text in (*claim.quotes, *claim.ground.case) for one in quantities(text)) if stated else ()
    for one in stated:
        if one.is_loose and one.unit == "percent":
            continue  # "a quarter of what it was" is no 25
        equal = [other for other in known if is_equal(one, other)]
        shares_measure = one.unit == "" and any(other.unit == "percent" for other in stated)
        if equal and not shares_measure and not any(same_unit(one, other) and same_rate(one, other) for other in equal):
            tier: Tier = "soft" if _is_derived(one, claim) else "hard"
            yield claim.issue("unit", as_written(one, claim.text), tier=tier, has=equal[0].words)
        elif equal and one.rate and not any(other.rate for other in equal) and not _says_how_often(one.rate, claim.source):
            yield claim.issue("unit", as_written(one, claim.text), tier="soft", has=equal[0].words)


def _says_how_often(rate: str, source: str) -> bool:
    """Whether a source speaks of so much a week, a month, a year at all, beside the number or not."""
    return bool(re.search(rf"\b{rate}(?:s|ly)?\b|\bdaily\b|\bannual", source, re.IGNORECASE))


def order(claim: Claim) -> Iterator[Issue]:
    """A number that was the start and became the end, or that was an end and became a step."""
    for one in quantities(claim.text):
        stated = [other for text in claim.quotes for other in quantities(text) if other.value == one.value]
        if one.part == "by" and _is_derived(one, claim):
            continue
        if stated and not any(same_bound(one, other) for other in stated):
            yield claim.issue("order", f"{one.bound} {one.words}", has=stated[0].words)
        parts = {other.part for other in stated}
        if one.part and parts and "" not in parts and one.part not in parts:
            yield claim.issue("order", f"{one.part} {one.words}", has=f"{min(parts)} {one.words}")
        elif (
            one.part == "by"
            and parts == {""}
            and not any(
                way_of(other, ways(text), text)
                for text in claim.quotes
                for other in quantities(text)
                if other.value == one.value
            )
        ):
            yield claim.issue("order", f"by {one.words}", tier="soft", has=one.words)


def _moves(one: Quantity, text: str) -> bool:
    """Whether a source says which way this number went."""
    return any(way_of(other, ways(text), text) for other in quantities(text) if other.value == one.value)


def date(claim: Claim) -> Iterator[Issue]:
    """Another season, another half of the year, or an end that became a beginning."""
    said = seasons(claim.text)
    if said and (had := seasons(claim.source)) and not said & had:
        yield claim.issue("order", min(said), has=min(had))
    parts = parts_of_years(claim.text)
    if parts and (months := months_of(claim.source)) and not parts & months:
        yield claim.issue("order", "another part of the year")
    begun = begins(claim.text)
    if begun and begun & (ends(claim.source) - begins(claim.source)):
        yield claim.issue("order", "a beginning", has="the end of it")


def in_all(claim: Claim) -> Iterator[Issue]:
    """So many altogether, where the source has so many each, or the other way round."""
    if _IN_ALL.search(claim.text) and _EACH.search(claim.source) and not _IN_ALL.search(claim.source):
        yield claim.issue("unit", "in all", tier="soft", has="each")
    elif _EACH.search(claim.text) and _IN_ALL.search(claim.source) and not _EACH.search(claim.source):
        yield claim.issue("unit", "each", tier="soft", has="in all")
