"""The verbs that are joined to the one that opens a clause: they follow it into the past, or into the gerund.

"Allocate work, move people about when it backs up" is all in the past, "Contribute to and evolve our library" all in the
gerund. What opens the clause is for `playbook.writing.clause_openers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from playbook.writing.marks import is_outside
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, find, is_certain_after
from playbook.writing.verbs_or_nouns import ADJECTIVES_TOO, NOUNS_TOO, WITH_PREPOSITION

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.verb_forms import Found

_VERBS_ALONE = frozenset({"run", "keep", "write", "build", "hire", "teach", "make"})
"""Verbs whose bare form, behind a comma, no list of nouns goes on with: "train juniors, run the guild"."""
_AND_VERB = re.compile(r"(?P<joint>,?\s+(?:and\s+)?then\s+|,?\s+and\s+|[,:;]\s+)(?P<verb>[a-z-]+)(?=\s+(?P<next>[^\s,;]+))")
_SECOND = re.compile(r"(?:and|&) (?P<verb>[a-z-]+)\s+")
_AND_LAST = re.compile(r"(?P<joint>(?:\s+[a-z]+ly)?,?\s+(?:and|&)\s+)(?P<verb>[a-z-]+)(?=$|[;.])")
"""A verb that closes the deeds: in "recruit, train annually and deploy" nothing stands between that is done to."""
_SOMEBODY = frozenset({"people", "it", "them", "him", "her", "us", "everyone", "everybody", "guests", "visitors", "customers"})
"""Who stands behind a verb and behind no noun: "move people about"."""
_AND_PAST = re.compile(r"(?:,?\s+(?:and|then)\s+|,\s+(?:and\s+)?|;\s+)(?P<verb>[a-z-]+)\s+(?P<next>[^\s,;]+)")
_SPLICE = re.compile(r",\s+(?P<verb>[a-z]+)\s+(?=(?:\d|an?\s|the\s|all\s|every\s|both\s|our\s|my\s|twice\s|over\s\d))")
"""A comma alone before what may be another deed, and what it was done to."""
_LISTED = 2
"""Deeds behind the first one, from which on commas list them."""
_AND_DEED = re.compile(r"\b(?:and|then|&)\s+(?:then\s+|also\s+)?[a-z]+(?:ed|t|an|ew|ote|ook|ilt|ave|old|ent)(?:\s|$)")
"""Deeds that are joined already."""
_AND_ANY = re.compile(r"(?:,?\s+(?:and|or|then)\s+|[,;]\s+)(?:and\s+|then\s+)?(?P<verb>[a-z-]+)\s+(?P<next>[^\s,;]+)")
_WHEN = re.compile(
    r"\b(?P<joint>(?:when|whenever|while|if|until|because|where|once|before|after)\s+(?P<who>he|she|it|they|we|you|I)\s+)"
    r"(?P<verb>[a-z]+)\b"
)
_LISTS = re.compile(r"\b(?:including|such as|like|e\.g\.|namely)\s[^;:.]*$")
"""What opens a list of examples that has not ended."""
_BE = {"is": "was", "are": "were", "am": "was", "has": "had", "have": "had", "can": "could", "does": "did", "do": "did"}


def joined(rest: str, form: Literal["past", "gerund"], knowledge: Knowledge) -> str:
    """What stands behind a bare verb, with the bare verbs that are joined to it in the same form."""

    def changed(match: re.Match[str]) -> str:
        found = find(match["verb"], knowledge)
        if found is None or not _may_join(match, found, knowledge) or _is_listed(match, found):
            return match.group()
        goes_on = any(match.start() < at and ";" not in match.string[match.end() : at + 1] for at in sure)
        if not (_joins(match, found) or (goes_on and _may_act(match, found))):
            return match.group()
        return match["joint"] + (found.past if form == "past" else found.gerund)

    if (last := _AND_LAST.match(rest)) and (verb := find(last["verb"], knowledge)) and verb.form == "base":
        rest = f"{last['joint']}{verb.past if form == 'past' else verb.gerund}{rest[last.end() :]}"
    head, mark, tail = rest.partition(";") if form == "past" else (rest, "", "")
    sure = _surely_joined(head, knowledge)
    said = _AND_VERB.sub(changed, head)
    return (_in_the_past(said, knowledge) if form == "past" else said) + mark + tail


def second_deed(text: str, knowledge: Knowledge) -> tuple[re.Match[str], Found] | None:
    """What opens with a second deed in the past: "administered" of "and administered timber sales", behind "laid out"."""
    match = _SECOND.match(text)
    found = find(match["verb"], knowledge) if match else None
    return (match, found) if match and found and found.form == "past" else None


def _both_doing(rest: str, between: str, knowledge: Knowledge) -> str:
    """`rest` with the deed that a particle alone parts from the first as a gerund: "up and maintaining the stock system"."""
    if not between or not rest.startswith(f" {between} ") or not (deed := second_deed(rest[len(between) + 2 :], knowledge)):
        return rest
    at = len(between) + 2 + deed[0].start("verb")
    return rest[:at] + deed[1].gerund + rest[at + len(deed[0]["verb"]) :]


def _surely_joined(text: str, knowledge: Knowledge) -> list[int]:
    """Where verbs that surely are some are joined: what may be one before them, is: "review code and run the guild"."""
    found = [(match, find(match["verb"], knowledge)) for match in _AND_VERB.finditer(text)]
    return [match.start() for match, one in found if one and _may_join(match, one, knowledge) and _joins(match, one)]


def _may_join(match: re.Match[str], found: Found, knowledge: Knowledge) -> bool:
    """Whether a bare verb stands where another deed may: in no bracket, and not behind a "to"."""
    before = match.string[: match.start()]
    return found.form in {"base", "third"} and is_outside(before, len(before)) and not _hangs_on(before, knowledge)


def _is_listed(match: re.Match[str], found: Found) -> bool:
    """Whether a form that a noun may have too goes on a list of things: "including management review and budget $620k"."""
    return found.verb.lemma in NOUNS_TOO and bool(_LISTS.search(match.string[: match.start()]))


def _joins(match: re.Match[str], found: Found) -> bool:
    """Whether a bare form surely is a verb."""
    if match["joint"].strip() in {",", ";"} and found.verb.lemma in _VERBS_ALONE and found.form == "base":
        return True
    # A list of nouns seldom goes on behind a bracket.
    closes = match.string[: match.start()].endswith(")") and found.verb.lemma not in NOUNS_TOO
    is_next = found.form == "base" and (match["joint"].endswith("then ") or (closes and "and" in match["joint"]))
    return is_next or _acts(found, match["next"], match.string[match.end("verb") :])


def _may_act(match: re.Match[str], found: Found) -> bool:
    """Whether a bare form that a noun may have too has something behind it that it may be done to."""
    return match["joint"].strip() == "," and found.form == "base" and match["next"] not in PREPOSITIONS | {"and", "or", "&"}


def one_deed(rest: str, between: str, knowledge: Knowledge) -> str:
    """What stands behind a verb in the past, up to another one: "took over the larder and got its margin up" is two deeds.

    A second one that only a particle parts from the first is done to the same thing: "set up and maintaining the stock system".
    """
    rest = _both_doing(rest, between, knowledge)
    for match in _AND_PAST.finditer(rest):
        found = find(match["verb"], knowledge)
        is_deed = found is not None and found.form == "past" and found.verb.lemma != match["verb"]
        if is_deed and is_outside(rest, match.start()) and not rest[: match.start()].endswith(" to"):
            return rest[: match.start()]
    return rest


def spliced(text: str, knowledge: Knowledge) -> str:
    """A deed with an "and" before the last one that only a comma joins: "moved to scans, and scanned 900 files"."""
    if (listed := _listed_deeds(text, knowledge)) is not None:
        return listed
    found = [one for one in _SPLICE.finditer(text) if _is_deed(one["verb"], knowledge) and is_outside(text, one.start())]
    if not found or _AND_DEED.search(text):
        return text
    tail = re.sub(r"\([^()]*\)", "", text[found[-1].end() :]).partition(";")[0].split(", ")
    if len(tail) > 1 and " and " not in tail[-1]:
        return text  # another part follows that is no deed, or may be one
    return f"{text[: found[-1].start()]}, and {text[found[-1].start('verb') :]}"


def _listed_deeds(text: str, knowledge: Knowledge) -> str | None:
    """Three and more deeds that commas alone join, with an "and" before the last; `None` for any other text."""
    marks = [one.start() for one in re.finditer(r",\s", text) if is_outside(text, one.start())]
    parts = [text[start + 2 : end] for start, end in zip(marks, [*marks[1:], *[len(text)] * bool(marks)], strict=True)]
    if len(parts) < _LISTED or _AND_DEED.search(text) or not all(_is_deed(part.split(" ", 1)[0], knowledge) for part in parts):
        return None
    return f"{text[: marks[-1]]}, and {text[marks[-1] + 2 :]}"


def _is_deed(word: str, knowledge: Knowledge) -> bool:
    verb = find(word, knowledge)
    return verb is not None and verb.form == "past" and verb.verb.lemma in knowledge.verbs and verb.verb.lemma != word


def is_mixed(rest: str, knowledge: Knowledge) -> bool:
    """Whether a verb behind a gerund stands in another form, or what may be a verb that is not known: "and evolve our"."""
    for match in _AND_ANY.finditer(rest):
        if _hangs_on(rest[: match.start()], knowledge):
            continue
        found = find(match["verb"], knowledge)
        if found is None:
            if (
                match["next"].casefold() in DETERMINERS - {"up", "over", "more"}
                and match["verb"] not in PREPOSITIONS | DETERMINERS
            ):
                return True
        elif found.form == "third" or (found.form == "base" and found.verb.lemma not in NOUNS_TOO | ADJECTIVES_TOO):
            return True
    return False


def _in_the_past(text: str, knowledge: Knowledge) -> str:
    """The clauses that hang on a deed in the past with it: "when he was off", "if it backed up"."""

    def changed(match: re.Match[str]) -> str:
        if match["verb"] in _BE:
            return match["joint"] + ("was" if match["who"] == "I" and match["verb"] == "am" else _BE[match["verb"]])
        found = find(match["verb"], knowledge)
        wanted = "third" if match["who"] in {"he", "she", "it"} else "base"
        return match["joint"] + found.past if found is not None and found.form == wanted else match.group()

    return _WHEN.sub(changed, text)


def _hangs_on(before: str, knowledge: Knowledge) -> bool:
    """Whether a bare verb goes on from "to" or from a relative clause: "work with teams to design and deliver"."""
    clause = re.split(r"[,;:]", before)[-1]
    after_to = re.search(r"\b(?:to|not|can|will|help\w*|let)\s+([a-z-]+)\b(?!.*\bto\s)", clause)
    inner = find(after_to[1], knowledge) if after_to else None
    return (inner is not None and inner.form == "base") or bool(re.search(r"\b(?:that|which|who)\b", clause))


def _acts(found: Found, following: str, after: str) -> bool:
    """Whether what follows a bare verb shows that it is one, or it is spelled like no noun: "oversee budgets"."""
    if is_certain_after(following) or (found.verb.lemma in WITH_PREPOSITION and following in PREPOSITIONS):
        return True
    if found.form != "base":
        return False
    if re.match(r"\s+(?:off|out|up|over|down|back)\s+\w", after) or (found.verb.lemma == "act" and following == "as"):
        return True
    if found.verb.lemma == "hand":
        return bool(re.match(r"[^,;.]*\sto\s", after))
    if following.casefold() in _SOMEBODY:
        return True
    return found.verb.lemma not in NOUNS_TOO | ADJECTIVES_TOO and following not in PREPOSITIONS
