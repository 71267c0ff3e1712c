"""A heading by its instances: who has held town halls has done "internal communications (town halls, newsletters)".

An umbrella hardly stands on a resume in its own word; the things under it do. Which lists a line has is for
`playbook.matching.headed_lists`, what else a part rests on for `playbook.matching.parts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbook.artifacts.posting import Requirement
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.asks import Ask
from playbook.matching.evidence import Piece
from playbook.matching.general_heads import GENERAL_HEADS
from playbook.matching.headed_lists import HeadedList, Item, headed_lists, is_deed
from playbook.matching.parts import MET, Case, Part, ruling_of, saying
from playbook.matching.rules import Ruling

_BY_NAME = frozenset({"tool", "language", ""})
"""Kinds that a resume would name, papers among them: a module of a product does not show the product."""
_NEAR = 6
"""Words before a heading; one that stands farther back is not what the line is about."""


def with_instances(text: str, parts: Sequence[Part], requirement: Requirement, case: Case) -> list[Part]:
    """The parts, where a heading counts as shown that has most of its instances, and as half shown that has one.

    Of a line of which the packs know no part, the first thing that is shown becomes one.
    """
    found = list(parts)
    for one, shown in _shown_lists(text, requirement, case):
        pieces = tuple(dict.fromkeys(piece for _, of_item in shown for piece in of_item))
        is_far = len(text[: one.start].split()) > _NEAR
        ruling = Ruling(1.0 if 2 * len(shown) > len(one.items) and not is_far else MET, pieces)
        if not found:
            found.append(Part(shown[0][0].words, replace(ruling, share=MET)))
        found = [replace(part, ruling=ruling) if _is_raised(part, one, ruling, text, case) else part for part in found]
    return found


def is_of_shown_list(words: str, requirement: Requirement, text: str, case: Case) -> bool:
    """Whether words are the heading of a list of which an instance is shown, or an instance that nobody would list by name.

    Neither is missing: a heading is shown by what it lists, and of a duty the things in brackets only say what is meant.
    """
    at = text.find(words)
    is_named = any(_kind(one.id, case) in _BY_NAME for one in case.lexicon.concepts(words)) or any(
        character.isdigit() for character in words
    )
    is_known = bool(case.lexicon.concepts(words))
    for one, _ in _shown_lists(text, requirement, case):
        if at >= 0 and one.heads(at, at + len(words)):
            return not is_deed(text[one.start : one.end], case.verbs)
        if one.holds(at) and not is_named and (requirement.kind == "responsibility" or not is_known):
            return True
    return False


def _is_raised(part: Part, one: HeadedList, ruling: Ruling, text: str, case: Case) -> bool:
    """Whether a part is the heading of a list, and the list shows more of it than anything else does."""
    at = text.find(part.words)
    is_heading = at >= 0 and one.heads(at, at + len(part.words)) and not part.counted
    is_umbrella = _is_umbrella(part.words, case) and not is_deed(text[one.start : one.end], case.verbs)
    return is_heading and is_umbrella and (part.ruling.share or 0.0) < (ruling.share or 0.0)


def _shown_lists(
    text: str, requirement: Requirement, case: Case
) -> Iterator[tuple[HeadedList, list[tuple[Item, tuple[Piece, ...]]]]]:
    """The lists of which something is shown, with what shows it."""
    for one in headed_lists(text):
        found = [(item, _showing(item, requirement, case)) for item in one.items]
        shown = [(item, pieces) for item, pieces in found if pieces]
        if shown and _is_umbrella(text[one.start : one.end], case):
            yield one, shown


def _showing(item: Item, requirement: Requirement, case: Case) -> tuple[Piece, ...]:
    """The lines that show one thing of a list: all of it that the packs know, else every word of it."""
    known = [one for one in case.lexicon.concepts(item.words) if _kind(one.id, case) != "soft"]
    words = [token for token in tokens(item.words) if is_content(token)]
    if known:
        rulings = [ruling_of(Ask((one,)), requirement, case) for one in known]
        beside = {token.stem for token in words if not any(one.start <= token.start < one.end for one in known)}
        met = beside <= case.record.stems and all(ruling.share is not None and ruling.share >= MET for ruling in rulings)
        return tuple(dict.fromkeys(piece for ruling in rulings for piece in ruling.pieces)) if met else ()
    if len(words) > 1 and words[0].stem in case.verbs and words[0].folded.endswith("ing"):
        del words[0]  # of "explaining a variance" the variance tells
    stems = frozenset(token.stem for token in words)
    return saying([stems], case) if {token.folded for token in words} - GENERAL_HEADS else ()


def _is_umbrella(words: str, case: Case) -> bool:
    """Whether words name a field or a way to work, and nothing that has a name of its own, such as a product or a paper."""
    return not any(_kind(one.id, case) in _BY_NAME for one in case.lexicon.concepts(words))


def _kind(concept: str, case: Case) -> str:
    """The kind of a skill; none of a paper."""
    skill = case.lexicon.skill(concept)
    return skill.kind if skill is not None else ""
