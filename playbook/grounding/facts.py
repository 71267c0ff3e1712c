"""Rules that look for a fact which no source has: a name, an employer, a credential, a direction, a denial.

Most of them are hard: what they find blocks a line. Numbers are for `playbook.grounding.amounts`; whether a line
goes further than its sources without a fact to point at is for `playbook.grounding.reach`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from playbook.grounding.acronyms import acronyms, spelled, states
from playbook.grounding.acts import (
    credentials,
    denied,
    denies,
    honours,
    is_backed,
    leaks,
    without_quotes,
)
from playbook.grounding.claim import Claim, Issue, Tier
from playbook.grounding.claim import states as says
from playbook.grounding.directions import (
    LASTING,
    ends_of_ways,
    is_telling,
    neutral_rise,
    opposite,
    opposites,
    swaps,
    way_of,
    ways,
)
from playbook.grounding.names import heading_of, is_known, names, pieces, words
from playbook.grounding.number_words import MEASURES
from playbook.grounding.phrases import Phrases
from playbook.grounding.quantities import in_hours, quantities
from playbook.grounding.quantity import Quantity, is_year
from playbook.grounding.times import months_of
from playbook.knowledge.shorthand import without_shorthand
from playbook.knowledge.tokens import STOP

_SINCE = Phrases(
    r"\bsince (?:\w+ )?(?P<year>(?:19|20)\d\d)\b|(?P<start>(?:19|20)\d\d)\s*(?:-|–|—|to)\s*(?:present|current|"
    r"now|today|date)\b",
    re.IGNORECASE,
)
_ENDED = Phrases(r"(?:19|20)\d\d\s*(?:-|–|—|to)\s*(?:\w+\s)?(?:19|20)\d\d")
_ROW = re.compile(r"[^.;:\d]{3,90}(?:,|\(|[-–])\s?(?:\w+ )?(?:19|20)\d\d\)?")
"""A name and a year: how a resume lists what somebody was certified as."""
_CLAUSES = re.compile(r"[;.]\s|,\s|\n|\s[-–—]\s")
_GENERIC = frozenset(
    """
    the of and for inc llc ltd co corp company group university college school hospital center centre medical health bank
    """.split()  # noqa: SIM905  words read as words
)


def place(claim: Claim) -> Iterator[Issue]:
    """What something was before told as what it became: a role that goes on, a system that was left."""
    for year in _since(claim.text):
        if year not in _since(claim.source) and _ENDED.search(claim.source) and str(year) in claim.source:
            yield claim.issue("order", f"since {year}", has="a role that has ended")
    left, reached = ends_of_ways(claim.text)
    if left != reached:
        had_left, had_reached = ends_of_ways(claim.source)
        for what in sorted((left - reached) & (had_reached - had_left)):
            yield claim.issue("order", f"from {what}", tier="soft", has=f"to {what}")
        for what in sorted((reached - left) & (had_left - had_reached)):
            yield claim.issue("order", f"to {what}", tier="soft", has=f"from {what}")
    for now, then in swaps(claim.text):
        if now != then and (then, now) in swaps(claim.source):  # "from hrs to hrs" cannot be swapped
            yield claim.issue("order", f"{now} instead of {then}", has=f"{then} instead of {now}")


def name(claim: Claim) -> Iterator[Issue]:
    """A proper noun that no source has, by any of its spellings."""
    found = names(claim.text)
    if not found:
        return
    texts = (*claim.quotes, *claim.ground.case)
    absent = [name for name in found if not any(pieces(name) <= words(text) for text in texts)]
    if not absent:
        return
    known = frozenset().union(*(words(text) for text in texts))
    absent = [name for name in absent if not any(is_known(name, known, text) for text in texts or ("",))]
    told = spelled(claim.text, acronyms(claim.source)) | states(claim.source)
    absent = [name for name in absent if not (pieces(name) <= told or name.lower() in MEASURES)]
    if not absent:
        return
    shared = claim.ground.same(claim.text) & claim.ground.same(claim.source)
    for name in absent:
        ids = claim.ground.same(name)
        if ids and ids <= shared:
            continue
        if not (months_of(name) and months_of(name) <= months_of(claim.source)):
            # In a heading every word has a capital, and only letters tell a name.
            yield claim.issue("name", name, tier="soft" if name.istitle() and name in heading_of(claim.text) else "hard")


def employer(claim: Claim) -> Iterator[Issue]:
    """A bullet told of an employer whose it is not."""
    owners = {claim.ground.employers[quote] for quote in claim.quotes if quote in claim.ground.employers} - {""}
    if not owners:
        return
    others = set(claim.ground.employers.values()) - owners
    said = frozenset().union(*(pieces(name) for name in names(claim.text)))
    opening = _opening(claim)
    named = sorted(
        employer
        for employer in others - {""}
        if not (said | (opening & pieces(employer.removeprefix("The ").split(maxsplit=1)[0]))).isdisjoint(_telling(employer))
    )
    if not named:
        return
    # A title may share a word with another employer: a Mechanical Engineer, and the Mechanical Contractors.
    own = (quote for quote in claim.quotes if quote not in others)
    owned = frozenset().union(*(_telling(owner) for owner in owners), *(words(quote) for quote in own))
    for employer in named:
        if (said | opening) & (_telling(employer) - owned):
            yield claim.issue("employer", employer, has=" / ".join(sorted(owners)))


def credential(claim: Claim) -> Iterator[Issue]:
    """A degree, licence, award or rise that no source speaks of."""
    if not (credentials(claim.text) or honours(claim.text)):
        return
    # What is said aloud spells out what is written short: a "cert" is a certification.
    stems = {_stem(word) for text in (*claim.quotes, *claim.ground.case) for word in words(without_shorthand(text))}
    shared = any(name.isupper() and pieces(name) <= words(claim.source) for name in names(claim.text))
    told = spelled(claim.text, acronyms(claim.source))
    for word in dict.fromkeys(credentials(claim.text)):
        if _stem(word.split()[0].split("-")[0]) not in stems and word not in told:
            backed = is_backed(word, claim.source, shared) or any(_ROW.fullmatch(quote) for quote in claim.quotes)
            yield claim.issue("credential", word, tier="soft" if backed else "hard")
    for word in dict.fromkeys(honours(claim.text)):
        if _stem(word.split()[0]) not in stems and not is_backed(word, claim.source, shared):
            yield claim.issue("credential", word, tier="soft")


def direction(claim: Claim) -> Iterator[Issue]:
    """Something that fell where the source says that it rose."""
    # "Never below 97" and "above 97" are the same thing.
    sides = opposites(claim.text)
    there = opposites(claim.source) if sides else frozenset()
    sides = sides - there if there else frozenset()
    if sides and (denies(claim.text) or denies(claim.source)):
        sides &= LASTING
    for side in sorted(sides):
        if opposite(side) in there:
            tier: Tier = "hard" if is_telling(side) else "soft"
            yield claim.issue("direction", _plain(side), tier=tier, has=_plain(opposite(side)))
    said = ways(claim.text)
    if not said:
        return
    had = ways(claim.source)
    moved = {one.value: way for text in claim.quotes for one, way in _moves(text)}
    for one in (each for each in quantities(claim.text) if not (is_year(each) or each.is_loose or each.part == "from")):
        way = way_of(one, said, claim.text)
        others = {
            way_of(other, ways(text), text) for text in claim.quotes for other in quantities(text) if other.value == one.value
        }
        others = (others | {moved.get(one.value)}) - {None}
        if way and others and way not in others:
            yield claim.issue("direction", f"{way} {one.words}", has=f"{min(filter(None, others))} {one.words}")
            return
    if had and not neutral_rise(claim.source) and not {way for _, way in said} & {way for _, way in had}:
        # Without a number to tie them to, the two words may speak of different things.
        yield claim.issue(
            "direction", claim.text[said[0][0] :].split()[0], tier="soft", has=claim.source[had[0][0] :].split()[0]
        )


def denial(claim: Claim) -> Iterator[Issue]:
    """What the source denies and the line does not, or the other way round."""
    if denied(claim.source) and not denies(claim.text):
        for word in sorted(word for word in denied(claim.source) if says(claim.text, word) and not _is_said_too(word, claim))[
            :1
        ]:
            yield claim.issue("denial", word, has=f"no {word}")
    if denied(claim.text) and not denies(claim.source):
        for word in sorted(word for word in denied(claim.text) if says(claim.source, word))[:1]:
            yield claim.issue("denial", f"no {word}", tier="soft", has=word)


def _is_said_too(word: str, claim: Claim) -> bool:
    """Whether another clause of the source says it without denying it: "Ran 40 audits; no audits failed" has audits.

    What is denied as a thing may be said as a deed in another form of it: "Found the cause; zero findings in the audit".
    """
    verbs = claim.ground.verbs
    kin = {form for form in words(claim.source) if form in verbs and verbs[form] == verbs.get(word)}
    return any(
        (says(clause, word) or not kin.isdisjoint(words(clause))) and word not in denied(clause)
        for clause in _CLAUSES.split(claim.source)
    )


def leak(claim: Claim) -> Iterator[Issue]:
    """Words of a prompt, whoever wrote them."""
    whole = "\n".join(source.quote for source in claim.line.sources)
    for found in leaks(without_quotes(claim.text, whole)):
        if found.lower().startswith(("here", "below")) and re.search(
            rf"\b{re.escape(found.split()[-1])}\b", "\n".join((whole, *claim.ground.case)), re.IGNORECASE
        ):
            continue  # "Here is what I would build on: I ran the bottling line" speaks of the line of the resume
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
            yield one, "up" if in_hours(one) > in_hours(starts[0]) else "down"


def _plain(side: str) -> str:
    return re.sub(r"\(\?:.*?\)\??", "", side).strip()


def _since(text: str) -> frozenset[int]:
    """Years since which something is said to last."""
    return frozenset(int(match["year"] or match["start"]) for match in _SINCE.finditer(text))


def _opening(claim: Claim) -> frozenset[str]:
    """The first word, whose capital does not tell whether it is a name: no form of a verb, as "Start" of "Sure Start" is."""
    first = pieces(claim.text.split(maxsplit=1)[0]) if claim.text.split() else frozenset()
    return frozenset(word for word in first if word not in claim.ground.verbs)


@lru_cache(maxsize=4096)
def _telling(employer: str) -> frozenset[str]:
    """The words of an employer's name that tell it from others."""
    return frozenset(word for word in words(employer) - _GENERIC - STOP if len(word) > 1)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return re.sub(r"(?:ication|ied|ed|ation|ing|es|s|d|e|ion|ure|ship)$", "", word.casefold().strip("’'."))[:6]
