"""What a requirement asks for, part by part: "A or B" is one part with two ways to meet it, "A and B" are two.

Reading requirements only. Examples in brackets or after "such as" are ways to meet what they exemplify.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from playbook.knowledge.lexicon import Found, Lexicon, Term
from playbook.matching.choices import Choice, Thing, choices, shared_noun
from playbook.matching.fields import Fields, without_fields

_OR = re.compile(r"^\W*(?:(?:and/or|or|/)\W*(?:[\w-]+\s+){0,3}){1,3}$|^\s*/\s*$", re.IGNORECASE)
_UNKNOWN_WAY = r"(?!(?:and|or|with|plus|in|for|to|of|by|from|as)\b)[\w-]+"
_AROUND_OR = re.compile(
    rf"^(?:\s+{_UNKNOWN_WAY}){{0,2}}\s*,(?:\s*{_UNKNOWN_WAY}(?:\s+{_UNKNOWN_WAY}){{0,2}}\s*,?){{1,4}}"
    r"\s+(?:and/or|or)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""An "or" behind ways that no pack knows: "a warehouse, distribution or manufacturing environment"."""
_GRADE_OR = re.compile(r"^\s+(?-i:[A-Z])[\w-]*\s+(?:or|/)\s+$", re.IGNORECASE)
"""An "or" behind one word of a name whose last word stands behind the next: "Six Sigma Green or Black Belt"."""
_IN_BRACKETS = re.compile(r"\(\s*or\b[^()]*$", re.IGNORECASE)
"""An "or" that stands in brackets: "a certificate in welding (or a diploma of fabrication)"."""
_CARDS = re.compile(
    r"(?:(?:licen[cs]\w+|registrations?|registered|certificat\w+|permits?|cards?|status|and|or|&|/)\s*)+", re.IGNORECASE
)
_LIST = re.compile(r"^\s*,\s*(?:[\w-]+\s+)?$")
_EXAMPLE = re.compile(
    r"(?:\(|\bsuch as\b|\be\.?g\.?|\blike\b|\bfor example\b|\bi\.?e\.?|\bincluding\b|\bideally\b|\bpreferably\b|:\s*$)",
    re.IGNORECASE,
)
_OPEN_CHOICE = re.compile(r"^\W*or\b", re.IGNORECASE)
"""A list that ends in a way which no pack knows: "NetSuite, SAP or Glorb"."""
_ONE_OF = re.compile(r"\b(?:(?:at least )?one (?:or more )?of|any of|either)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_NEXT_EXAMPLE = re.compile(r"\s*,(?:[^.;:(),]{1,40},)?\s*(?:(?:and|or)\s+)?$", re.IGNORECASE)
"""Between two examples of a list; one that no pack knows may stand there."""
_EXAMPLE_GAP = 30
"""Letters between a thing and its first example."""
_THIS = re.compile(r"\b(?:the|our)\s+$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:/\s*[\w ]+)?\)")
_SHORT = 6
"""Words of a choice that is quoted whole."""


@dataclass(frozen=True)
class Ask:
    """One part of a requirement; any of its ways meets it."""

    ways: tuple[Found, ...]
    fields: Fields = frozenset()
    """Of a degree: the fields of study, any of which will do."""
    others: tuple[frozenset[str], ...] = ()
    """Further ways, which no pack knows: the stems by which a line shows each."""
    choice: Choice | None = None
    """Where the line names these further ways."""

    def words_in(self, text: str) -> str:
        """The part in the requirement's words: a short choice whole, of a longer one its first way."""
        things = self.choice.things if self.choice is not None and self.others and not self.choice.is_list else ()
        start = min([way.start for way in self.ways[:1]] + [thing.start for thing in things])
        whole = text[start : max([way.end for way in self.ways] + [thing.end for thing in things])]
        return whole if len(whole.split()) <= _SHORT and not set(whole) & set("(:") else self.ways[0].words


def asks_of(text: str, family: str, lexicon: Lexicon) -> tuple[Ask, ...]:
    """The parts of a requirement that the packs know, in order."""
    found = [one for one in _distinct(_without_cards(text, lexicon.concepts(text))) if _belongs(one, family, lexicon)]
    if not found:
        return ()
    found, degree, fields = without_fields(text, found, lexicon)
    start = found[degree].start
    offered = tuple(choices(text))
    joints = [
        "all"
        if _is_the_one(text, left, right, lexicon)
        else "any"
        if any(one.is_list and one.holds(left.start) and one.holds(right.start) for one in offered)
        else joint
        for (left, right), joint in ((pair, _joint(text, *pair)) for pair in pairwise(found))
    ]
    in_examples = False
    for at, (left, right) in enumerate(pairwise(found)):
        in_examples = (in_examples and joints[at] != "any") or (
            at > 0 and joints[at - 1] == "any" and _exemplifies(text, found[at - 1], left)
        )
        in_examples = in_examples and bool(_NEXT_EXAMPLE.match(text[left.end : right.start]))
        joints[at] = "any" if in_examples else joints[at]
    decided = "any" if _OPEN_CHOICE.match(text[found[-1].end :]) or _ONE_OF.search(text[: found[0].start]) else "all"
    for at in range(len(joints) - 1, -1, -1):
        if joints[at] == "list":
            joints[at] = decided
        decided = joints[at]
    groups: list[list[Found]] = [[found[0]]]
    for joint, one in zip(joints, found[1:], strict=True):
        if joint == "any":
            groups[-1].append(one)
        else:
            groups.append([one])
    return tuple(
        _with_others(
            Ask(tuple(group), fields if any(one.start == start for one in group) else frozenset()), offered, family, lexicon
        )
        for group in groups
    )


def _with_others(ask: Ask, offered: tuple[Choice, ...], family: str, lexicon: Lexicon) -> Ask:
    """A part with the things that its line offers beside it, of which the packs know none by the words that stand there."""
    held = [one for one in offered if any(one.holds(way.start) for way in ask.ways)]
    choice = next((one for one in held if one.is_list), next(iter(held), None))
    if choice is None or ask.fields:
        return ask
    ways, others = list(ask.ways), []
    for thing in choice.things:
        if any(thing.start <= way.start < thing.end for way in ask.ways):
            continue
        ends = [one.end for one in lexicon.concepts(thing.words) if _belongs(one, family, lexicon)]
        if ends:
            # "Troubleshooting electronic or electro-mechanical systems" offers electronic systems, too.
            ways += (
                _sharing(thing, max(ends), shared_noun(ask.ways[0].words), lexicon) if thing.end <= ask.ways[0].start else ()
            )
            continue
        noun = shared_noun(ask.ways[0].words) if thing.end <= ask.ways[0].start and not choice.is_list else ""
        whole = f"{thing.words} {noun}"
        named = next((one for one in lexicon.concepts(whole) if noun and (one.start, one.end) == (0, len(whole))), None)
        if named is not None:
            ways.append(Found(named.id, named.kind, thing.start, thing.end, thing.words))
        elif not noun or choice.of_places:
            others.append(choice.telling(thing))
    ways.sort(key=lambda way: way.start)
    return replace(ask, ways=tuple(ways), others=tuple(filter(None, others)), choice=choice)


def _sharing(thing: Thing, at: int, noun: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """What the last words of a thing name with the noun that they share with the next one, behind a name of their own."""
    rest = thing.words[at:].strip()
    whole = f"{rest} {noun}"
    return tuple(
        Found(one.id, one.kind, thing.end - len(rest), thing.end, rest)
        for one in (lexicon.concepts(whole) if rest and noun else ())
        if (one.start, one.end) == (0, len(whole))
    )


def residue_of(text: str, asks: tuple[Ask, ...], verbs: frozenset[str], lexicon: Lexicon) -> tuple[Term, ...]:
    """Content words of a requirement outside its known parts, without its verbs."""
    spans = [(found.start, found.end) for found in lexicon.concepts(text)] if asks else []
    spans += [(thing.start, thing.end) for ask in asks if ask.choice is not None for thing in ask.choice.things]
    return tuple(
        term
        for term in lexicon.terms(text)
        if term.stem not in verbs and not any(start <= term.start < end for start, end in spans)
    )


def phrases(text: str, terms: list[Term]) -> tuple[str, ...]:
    """`terms` as verbatim phrases: neighbours with nothing but space or a hyphen between them are one."""
    runs: list[list[int]] = []
    for term in terms:
        if runs and text[runs[-1][1] : term.start] in {" ", "-", "–"}:
            runs[-1][1] = term.end
        else:
            runs.append([term.start, term.end])
    return tuple(text[start:end] for start, end in runs)


def _without_cards(text: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The parts without what only says in which form a credential is held: "RN license and registration"."""
    held = [(one.start, one.end) for one in found if one.kind == "credential"]
    return tuple(
        one
        for one in found
        if one.kind == "credential"
        or not _CARDS.fullmatch(one.words)
        or not any(start < one.start and not text[end : one.start].strip() for start, end in held)
    )


def _distinct(found: tuple[Found, ...]) -> list[Found]:
    """Each concept once, at its first place."""
    first: dict[str, Found] = {}
    for one in found:
        first.setdefault(one.id, one)
    return list(first.values())


def _belongs(found: Found, family: str, lexicon: Lexicon) -> bool:
    """A single everyday word names a skill of another trade only by accident: `monitoring` in a nurse's posting."""
    skill = lexicon.skill(found.id)
    if skill is None or not skill.families or family in skill.families or "general" in skill.families or family == "general":
        return True
    return not (found.words.islower() and " " not in found.words and skill.kind != "tool")


def _joint(text: str, left: Found, right: Found) -> str:
    """How two parts are joined: `any`, `all`, or `list` where a later part decides."""
    between = text[left.end : right.start]
    if _IN_BRACKETS.search(between):
        return "any"
    if left.end >= right.start or not between.strip(" -"):
        return "any" if left.start <= right.start and right.end <= left.end else "all"
    example = _EXAMPLE.search(between)
    if example and len(between) <= _EXAMPLE_GAP:
        return "any"
    if _OR.match(between) or _AROUND_OR.match(between) or _GRADE_OR.match(between):
        return "any"
    if _inside_brackets(text, left, right):
        return "any" if _LIST.match(between) or "," in between else "all"
    return "list" if _LIST.match(between) else "all"


def _is_the_one(text: str, kind: Found, product: Found, lexicon: Lexicon) -> bool:
    """Whether brackets say which product the employer has, and give no example: "document in the health record (Epic)"."""
    if not (_THIS.search(text[: kind.start]) and text[kind.end : product.start].strip() == "("):
        return False
    skill = lexicon.skill(product.id)
    is_one = skill is not None and skill.kind == "tool" and kind.id in skill.broader
    return is_one and _CLOSED.match(text[product.end :]) is not None


def _exemplifies(text: str, whole: Found, first: Found) -> bool:
    """Whether examples of one thing follow: "a sales methodology: MEDDIC, SPIN", "tools such as Tableau, Looker"."""
    between = text[whole.end : first.start]
    if re.fullmatch(r"\s*:\s*", between):
        return bool(re.search(r"\b(?:an?|one|any)\s+(?:[\w-]+\s+){0,2}$", text[: whole.start], re.IGNORECASE))
    return bool(re.search(r"\bsuch as\b|\be\.?g\.?|\blike\b", between, re.IGNORECASE)) or "," in between


def _inside_brackets(text: str, left: Found, right: Found) -> bool:
    opened = text.rfind("(", 0, left.start)
    closed = text.find(")", left.end)
    return opened >= 0 and closed >= right.end and ")" not in text[opened : left.start]
