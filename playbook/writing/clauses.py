"""A bullet as clauses: what was done, to what, and what came of it.

Only the opening verb of a clause may change its form; every other word stays as the resume has it, so that a
sentence made of a clause says exactly what the bullet says. Which sentence is made of it is for the writers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.knowledge.shorthand import spoken_noun, without_shorthand
from playbook.writing.clause_openers import Opener, read_opener
from playbook.writing.clause_titles import object_of, title_of
from playbook.writing.joined_verbs import spliced
from playbook.writing.later_results import (
    PRONOUN,
    changes_of,
    goes_by_itself,
    goes_with,
    has_own_verb,
    hedge_of,
    is_result,
    own_subject,
    segments,
    told_later,
)
from playbook.writing.marks import found_outside, opens_sentence, replaced_outside
from playbook.writing.noun_phrases import bare, is_plural, noun_phrase
from playbook.writing.other_titles import later_title, metric_title, nominal_title, other_title
from playbook.writing.outcome_tails import later_tail, outcome_tail, states_reached
from playbook.writing.outcomes import (
    NUMBER,
    OUTCOME_CLASSES,
    first_number,
    has_verb,
    states_change,
)
from playbook.writing.spoken_deeds import lasting, spoken_deed, spoken_later, without_list
from playbook.writing.spoken_results import lowered, spoken_result

if TYPE_CHECKING:
    from playbook.artifacts.resume import Highlight
    from playbook.knowledge.packs import Knowledge


@dataclass(frozen=True)
class Clause:
    """A bullet, read. Every field is `""` where the bullet does not say it."""

    done: str = ""
    """In the past tense, ready after "I": "designed and built distributed microservices handling 500K+ requests/second"."""
    doing: str = ""
    """The first clause as a gerund phrase: "designing and building distributed microservices …"."""
    object: str = ""
    """What was acted on, as it reads after a preposition: "the distributed microservices"."""
    result: str = ""
    """The clause that states the outcome, verbatim: "reducing p99 latency by 38%"."""
    metric: str = ""
    """The first number, verbatim with its unit."""
    noun: str = ""
    """What the first number measures, in the bullet's words: "p99 latency"."""
    title: str = ""
    """Gerund and object in title case, two to six words: "Designing Distributed Microservices"."""
    act: str = ""
    """`done` without its outcome where the outcome is part of it; "" where the outcome is all that the bullet says."""
    means: str = ""
    """How an outcome was reached, where the outcome is the main clause: "by rewriting prep lists"."""
    outcome: str = ""
    """The outcome as a sentence that begins in lower case, with its subject: "this reduced p99 latency by 38%"."""
    apart: bool = False
    """Whether the outcome is a clause of its own behind the deed."""
    said: str = ""
    """The whole bullet as one spoken sentence, ready after "I": "led the workgroup, which cut infections by half"."""
    joint: str = ", and "
    """How the last later clause goes on: a semicolon before one without a verb, such as "completion up from 54% to 71%"."""
    lemma: str = ""
    """The opening verb."""
    verb_class: str = ""
    """Its class in the packs."""
    topic: str = ""
    """What the deeds were done for, where it stands before them and a colon: "Harbour licence 2019"."""
    passive: bool = False
    """Whether the bullet says what was done to its author: "Elected union steward"."""


_TOPIC = re.compile(r"(.{3,90}):\s+[a-z-]+$")
"""What stands before the deeds: the opening verb closes it."""
_MEANS = re.compile(r",?\s+(?P<means>(?:by\s+\w+ing|through|using|via)\b)")
_MAKES = frozenset({"build", "launch", "improve", "organise"})
_REACHED = re.compile(
    r",?\s+(?P<said>(?:processing|handling|serving|supporting|reaching|(?:used|read|adopted|attended|viewed|visited) by)"
    r"\s+[^,;]*\d.*)$"
)
"""A participle that says how far something reached."""
_HELD = re.compile(r",?\s+(?P<said>with\s+(?:(?:zero|no)\s.*|\d[\d.,]*%.*))$")
"""The standard to which something was done."""
_VERB_LAST = re.compile(r",\s+(?:and\s+)?[a-z]+$")
"""A word alone behind a comma goes with what follows: "wrote the manual, passed" of "passed with no findings"."""
_OF_QUOTA = re.compile(
    r"(?P<share>\d[\d.,]*%)\s+(?:of|to)\s+(?:the\s+|my\s+|annual\s+)*(?P<noun>quota|target|goal|plan)\b", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\b(?:dropped|fell|rose|grew|increased|improved|declined|decreased|climbed|went)\s+(?:up\s+|down\s+)?(?:by|from|to)\b"
)
_RESULTATIVE = frozenset({"keep", "hold", "leave", "make", "get"})


@lru_cache(maxsize=1024)  # a bullet is read by the choice of stories, by questions, by pitches
def read_clause(highlight: Highlight, knowledge: Knowledge) -> Clause:
    """The bullet as clauses. A bullet without a verb that can be told keeps `done` empty."""
    text = _flat(highlight.text)
    metric = without_shorthand(highlight.metrics[0].text) if highlight.metrics else first_number(text)
    opener = read_opener(text, knowledge)
    if opener is None or goes_by_itself(opener):
        return _nominal(text, metric, knowledge)
    parts = segments(opener.rest, knowledge)
    main = parts[0][1]
    opener = lasting(opener, main, knowledge)
    told = len(parts) == 1 or has_verb(parts[-1][1], knowledge) or spoken_result(parts[-1][1], knowledge)
    joint = ", and " if told and not has_own_verb(parts[-1][1], knowledge) else "; "
    clause = Clause(metric=metric, joint=joint, lemma=opener.lemma, verb_class=opener.verb_class, passive=opener.passive)
    clause = _with_outcome(clause, opener, parts, knowledge)
    phrase = opener.phrase(main, knowledge, resultative=opener.lemma in _RESULTATIVE)
    clause = replace(
        clause,
        act=spliced(spoken_later(spoken_deed(clause.act, opener, phrase), knowledge), knowledge),
        outcome=spoken_deed(clause.outcome, opener, phrase) if not clause.act else clause.outcome,
        doing=f"{opener.gerund}{segments(opener.gerund_rest, knowledge)[0][1] if opener.gerund_rest else main}",
        object=object_of(opener, phrase),
        title=title_of(opener, phrase),
    )
    if clause.apart and clause.outcome.startswith("it ") and is_plural(phrase):
        clause = replace(clause, outcome=re.sub(r"^it (was )?", lambda m: "they were " if m[1] else "they ", clause.outcome))
    topic = _TOPIC.match(text.removesuffix(opener.rest))
    clause = replace(clause, said=_said(clause, opener, phrase, knowledge), topic=topic[1] if topic else "")
    noun = (
        spoken_noun(highlight.metrics[0].noun)
        if highlight.metrics and highlight.metrics[0].noun and not highlight.metrics[0].noun.startswith("per ")
        else _measured(clause, opener, main, knowledge)
    )
    return replace(clause, noun=noun, title=clause.title or other_title(text, noun, knowledge))


def _with_outcome(clause: Clause, opener: Opener, parts: list[tuple[str, str]], knowledge: Knowledge) -> Clause:
    """`done`, `act`, `means`, `result` and `outcome`: the outcome is what a later clause, or the main one, states."""
    main = parts[0][1]
    are_many = is_plural(opener.phrase(main, knowledge, resultative=False))
    later = [(mark, told_later(text, opener, knowledge, are_many=are_many)) for mark, text in parts[1:]]
    full = opener.past + main
    for index in range(len(later) - 1, -1, -1):
        if is_result(later[index][1], knowledge):
            return _apart(clause, full, later, index, [text for _, text in parts], knowledge)
    rest = "".join(f"; {lowered(text)}" for _, text in later)
    split = outcome_tail(main, opener, knowledge)
    if split:
        done, result, outcome = f"{opener.past}{split[0]}{rest}", *split[1:]
        return replace(clause, done=done, act=done, result=result, outcome=outcome)
    if states_change(opener, main):
        how = next(found_outside(_MEANS, main), None)
        core, means = (main[: how.start()], main[how.start() :].lstrip(" ,")) if how else (main, "")
        stated = f"{opener.past}{core}"
        return replace(clause, done=full + rest, means=means, result=stated, outcome=f"I {stated}")
    tail = later_tail(later[-1][1], knowledge) if later else None
    if tail:
        done = "; ".join([full, *(lowered(text) for _, text in later[:-1]), lowered(tail[0])])
        return replace(clause, done=done, act=done, result=tail[1], outcome=tail[2])
    return _scale(replace(clause, done=full + rest, act=full + rest), opener, main)


def _apart(
    clause: Clause, full: str, later: list[tuple[str, str]], last: int, verbatim: list[str], knowledge: Knowledge
) -> Clause:
    """The clause with its outcome in later clauses, as far back from the last one as they are results without a verb."""
    first = last
    while first and goes_with(later[first - 1][1], later[last][1], knowledge):
        first -= 1
    done = full + "".join(f"{m}{t}" if m.strip() in {";", ":"} else f"; {lowered(t)}" for m, t in later[:first])
    outcome = ", and ".join(own_subject(text, knowledge) for _, text in later[first : last + 1])
    result = "; ".join(verbatim[first + 1 : last + 2])
    if hedge := hedge_of([text for _, text in later[last + 1 :]]):
        outcome, result = f"{outcome}; {lowered(hedge)}", f"{result}; {hedge}"
    return replace(clause, done=done, act=done, result=result, outcome=outcome, apart=True)


def _scale(clause: Clause, opener: Opener, main: str) -> Clause:
    """The clause with what the work reached as its outcome, where the bullet states no other: "used by 50M users"."""
    held = _HELD.search(main)
    reached = _REACHED.search(main) if opener.verb_class in _MAKES else None
    match = reached or held
    if match is None or clause.outcome or ";" in clause.done or _VERB_LAST.search(main[: match.start()]):
        return clause
    outcome = f"what I {opener.past} was {match['said']}" if reached else f"I did it {match['said']}"
    return replace(clause, act=f"{opener.past}{main[: match.start()]}", outcome=outcome)


def _said(clause: Clause, opener: Opener, phrase: str, knowledge: Knowledge) -> str:
    """Deed and outcome as one sentence after "I"."""
    if not clause.result or not clause.act:
        done = spliced(spoken_later(spoken_deed(without_list(clause.done, knowledge), opener, phrase), knowledge), knowledge)
        return replaced_outside(done, "; ", clause.joint) if done.count("; ") == 1 else done
    subject, _, rest = clause.outcome.partition(" ")
    act = spliced(replaced_outside(clause.act, "; ", ", and "), knowledge)
    if subject == "this":
        return f"{act}, which {rest}"
    if subject == "I":
        return f"{act}, and {rest}"
    if subject == "it":  # of a thing that is told of already, "that" would be the second
        return f"{act}, and it {rest}" if " that " in act or clause.apart else f"{act} that {rest}"
    if opens_sentence(clause.outcome):
        return f"{act}. {clause.outcome}"  # whether that is a name is not known: it opens a sentence in the resume
    return f"{act}; {clause.outcome}"


def _measured(clause: Clause, opener: Opener, main: str, knowledge: Knowledge) -> str:
    """What the first number measures: what was reduced or improved by it; `""` where the words do not say."""
    quota = _OF_QUOTA.search(f"{main} {clause.result}")
    if quota and clause.metric and quota["share"] in clause.metric:
        return quota["noun"].lower()
    if not clause.metric:
        return ""
    for text, verb in ((clause.result, None), (main, opener)):
        if clause.metric not in text:
            continue
        inner = verb or read_opener(text, knowledge)
        if inner is None and _CHANGED.search(text):
            return " ".join(bare(noun_phrase(text, knowledge)))
        if inner is None or not (
            inner.verb_class in OUTCOME_CLASSES | {"grow"} or inner.lemma in {"grow", "keep", "hold", "raise"}
        ):
            continue
        phrase = inner.phrase(text if verb else inner.rest, knowledge, resultative=False)
        if phrase and not NUMBER.search(phrase):
            return " ".join(bare(phrase))
    return ""


def _nominal(text: str, metric: str, knowledge: Knowledge) -> Clause:
    """A bullet without a verb: only a share of a quota says safely what was done, and a change what came of it."""
    quota = _OF_QUOTA.match(text)
    if quota:
        noun = quota["noun"].lower()
        stated = f"reached {text[:1].lower()}{text[1:]}"
        return Clause(
            done=stated,
            doing=f"reaching {text}",
            object=f"the {noun}",
            result=stated,
            metric=metric,
            noun=noun,
            title=metric_title(noun),
            outcome=f"I {stated}",
            lemma="reach",
            verb_class="win",
        )
    if PRONOUN.match(text):
        return Clause(metric=metric)
    changes = changes_of([piece for _, part in segments(text) for _, piece in segments(part)], knowledge)
    title = nominal_title(text, knowledge) or later_title(text, knowledge)
    outcome = ", and ".join(own_subject(part, knowledge) for part in changes)
    reached = [] if changes else [part for _, part in segments(text)[1:] if states_reached(part, knowledge)][-1:]
    if reached:  # "FNOL to settlement for four insurers; averaged 96% against a target of 90"
        changes, outcome = reached, f"I {lowered(reached[0])}"
    return Clause(metric=metric, title=title, result="; ".join(changes), outcome=outcome)


def _flat(text: str) -> str:
    """The bullet without its final full stop, and without shorthand."""
    text = re.sub(r"\s+[–—-]{1,2}\s+(?=worth\b)", ", ", text)  # how much a result is worth belongs to it
    return without_shorthand(re.sub(r"(?<!\.\w)(?<!etc)\.$", "", " ".join(text.split()).rstrip(";, ")).strip())
