"""Rules that look for a line which goes further than its sources: a stronger verb, a wider scope, two bullets told as one.

They find no fact that could be struck out, so most are soft: the line is shown as a draft to verify. Invented facts are for
`playbook.grounding.facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.grounding.acts import (
    acting_as,
    claims_lead,
    done_to_me,
    is_unfinished,
    is_weak,
    of_others,
    own_verb,
    praises,
    says_base,
    says_part,
    scopes,
    strong_words,
    weak_words,
)
from playbook.grounding.agents import (
    clauses,
    content_stems,
    deeds_of_others,
    mine,
    others_in,
    owned_by_others,
    speaks_of_self,
)
from playbook.grounding.claim import Claim, Issue, as_written, states
from playbook.grounding.closeness import nearby, parted, unsupported
from playbook.grounding.names import words
from playbook.grounding.quantities import is_equal, quantities
from playbook.grounding.quantity import Quantity, is_year
from playbook.knowledge.tokens import STOP, stem, tokens

_CLAUSES = re.compile(r"[;.]\s+")
_SMALL = frozenset({"on", "to", "a", "without", "within", "under", "of", "ahead"})
_SHORT = 3
"""Letters to which a title may be cut short: Med-Surg."""
_TO_THE_SCOPE = frozenset("of the across throughout for in by my our".split())  # noqa: SIM905  words read as words
_NEXT = 40
"""Characters in which a verb says with whom: "worked with", "co-authored"."""
_BORROWED = 0.5
"""Share of a clause's words that the resume must have, where a line cites the posting as well."""


def laundered(claim: Claim) -> Iterator[Issue]:
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


def verb(claim: Claim) -> Iterator[Issue]:
    """A deed that the source leaves to others, or a lead that it does not claim."""
    strong, own = strong_words(claim.text), own_verb(claim.text)
    weak = [quote for quote in claim.quotes if is_weak(quote) and not _is_own_clause(own, quote)]
    shared = own and weak_words(claim.text[claim.text.find(own) :][:_NEXT])
    if weak and (claims_lead(claim.text) or not weak_words(claim.text) or (own and not shared)):
        yield claim.issue("verb", strong[0] if strong else own or claim.text[:40], tier="soft", has=weak[0].split()[0])
    elif strong and not strong_words(claim.source) and not any(says_base(word, claim.source) for word in strong):
        yield claim.issue("verb", strong[0], tier="soft")
    if (done := done_to_me(claim.text)) and not done_to_me(claim.source):
        yield claim.issue("verb", done, tier="soft")
    for quote in claim.quotes:
        mine, theirs = of_others(quote)
        if own and theirs and states(theirs, stem(own)) and not states(mine, stem(own)):
            yield claim.issue("verb", f"I {own}", tier="soft", has=theirs.strip(" ,"))


def _is_own_clause(own: str, quote: str) -> bool:
    """Whether the deed stands in a later clause of the quote, which says of nobody that they only helped with it."""
    clauses = _CLAUSES.split(quote)
    return bool(own) and any(states(clause, stem(own)) and not is_weak(clause) for clause in clauses[1:])


def others(claim: Claim) -> Iterator[Issue]:
    """A deed of somebody else told as one's own, or one's own given to somebody else."""
    for brought in others_in(claim.text):
        if brought.split()[-1] not in claim.source.casefold():
            yield claim.issue("verb", brought, tier="soft")
    own = mine(claim.text)
    taken = (own - mine(claim.source)) & owned_by_others(claim.source) if own else frozenset()
    if taken:
        yield claim.issue("verb", f"my {min(taken)}", tier="soft", has="theirs")
    yield from _misplaced_deeds(claim)


def _misplaced_deeds(claim: Claim) -> Iterator[Issue]:
    """Deeds that a source gives to others, told as one's own or of the wrong one of them."""
    told = [(quote, deeds) for quote in claim.quotes if (deeds := deeds_of_others(quote))]
    if not told:
        return
    text, said = claim.text.casefold(), content_stems(claim.text)
    for quote, deeds in told:
        if speaks_of_self(claim.text):
            for deed, who in deeds:
                if deed in said and who.casefold() not in text:
                    yield claim.issue("verb", deed, tier="soft", has=f"by {who}")
        elif any(who.casefold() in text for _, who in deeds):
            parts = [part for part in clauses(quote) if not any(who in part for _, who in deeds)]
            if any(len(said & content_stems(part)) > 1 for part in parts):
                yield claim.issue("verb", claim.text[:40], tier="soft", has=parts[0][:40])


def scope(claim: Claim) -> Iterator[Issue]:
    """The whole of something, where the source has a part or does not say."""
    claimed = scopes(claim.text)
    known = words(claim.source) if claimed else frozenset()
    for found in claimed:
        last = found.replace("-", " ").split()
        if not {last[0], last[-1]} & known - _TO_THE_SCOPE and not (
            last[0] == "every" and any(word.startswith(last[-1]) for word in known)
        ):
            yield claim.issue("scope", found, tier="soft")


def unfinished(claim: Claim) -> Iterator[Issue]:
    """Something attained that the source has only begun, tried for or been proposed for."""
    begun = [quote for quote in claim.quotes if is_unfinished(quote)]
    if begun and len(begun) == len(claim.quotes) and not is_unfinished(claim.text):
        yield claim.issue("credential", claim.text[:40], tier="soft", has=begun[0][:60])


def praise(claim: Claim) -> Iterator[Issue]:
    """How well something went, where the source does not say."""
    praised = praises(claim.text)
    known = {token.stem for token in tokens(claim.source)} if praised else set()
    for found in praised:
        if not any(token.stem in known for token in tokens(found) if token.folded not in _SMALL):
            yield claim.issue("content", found, tier="soft")


def moved(claim: Claim) -> Iterator[Issue]:
    """A number beside words that do not stand beside it in any source."""
    for one in quantities(claim.text):
        if one.unit == "ordinal" or is_year(one):
            continue
        places = [(text, other) for text in claim.quotes for other in quantities(text) if is_equal(one, other)]
        if places and not any(nearby(claim.text, one, text, other, claim.ground.verbs) for text, other in places):
            yield claim.issue("moved", as_written(one, claim.text), tier="soft", has=as_written(places[0][1], places[0][0]))


def part_of(claim: Claim) -> Iterator[Issue]:
    """A number told as a part of another that stands beside it in the source: "42 people, 4 of them leads" of 38 and 4."""
    if says_part(claim.text) and not says_part(claim.source):
        held = [one for text in claim.quotes for one in quantities(text)]
        parts = [
            one for one in quantities(claim.text) if one.unit == "" and says_part(claim.text[one.end : one.end + _NEXT // 2])
        ]
        for one in parts:
            if any(is_equal(one, other) and _is_joined(other, claim.quotes) for other in held):
                yield claim.issue("moved", as_written(one, claim.text), tier="soft", has="no part of anything")


def _is_joined(one: Quantity, quotes: tuple[str, ...]) -> bool:
    """Whether a quote counts it beside another thing: the 4 of "38 associates and 4 leads"."""
    return any(re.search(rf"\d[\w ,]*\b(?:and|plus) {re.escape(one.words)}\b", quote) for quote in quotes)


def title(claim: Claim) -> Iterator[Issue]:
    """A line that says as what somebody worked at an employer, where the source has another position."""
    said = acting_as(claim.text)
    if said and any(quote in claim.ground.employers.values() for quote in claim.quotes):
        known = {token.folded[:_SHORT] for token in tokens(claim.source)}
        absent = [token.text for token in tokens(said) if token.folded[:_SHORT] not in known and token.folded not in STOP]
        if absent:
            yield claim.issue("title", said, tier="soft")


def fused(claim: Claim) -> Iterator[Issue]:
    """Two bullets told as if they were one."""
    bullets = [quote for quote in claim.quotes if quote in claim.ground.employers]
    if len(bullets) > 1 and parted(claim.text, bullets):
        yield claim.issue("fused", claim.text[:60], tier="soft", has=" + ".join(bullet[:40] for bullet in bullets[:2]))


def content(claim: Claim) -> Iterator[Issue]:
    """A part of the sentence whose words stand in no source."""
    for part in unsupported(claim.text, (*claim.quotes, *claim.ground.case), claim.ground.verbs, claim.ground.same):
        yield claim.issue("content", part, tier="soft")
