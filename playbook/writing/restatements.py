"""A bullet said back to the candidate: "you led the unit's CLABSI prevention workgroup, and this cut infections …".

Only the opening verb changes, as in `playbook.writing.clauses`; here the clause and its outcome become one sentence in
the second person, with its key phrase marked. Which bullet is said where is for the sections.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.knowledge.shorthand import without_shorthand
from playbook.provenance import Words
from playbook.writing.clauses import read_clause
from playbook.writing.marks import is_outside, opens_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.resume import Highlight, Position
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Fact, Line, Part
    from playbook.writing.clauses import Clause
    from playbook.writing.pen import Fill, Pen

_MINE = re.compile(r"\b(?:my|our|myself|me)\b")
_AS_I = re.compile(
    r"(?<=[a-z])(?P<before>,?) (?<!\bphase )(?<!\btype )(?<!\bclass )(?<!\bgrade )(?<!\bstage )(?<!\blevel )(?<!\btitle )"
    r"(?<!\bpart )(?<!\btier )(?<!\bgroup )I (?P<verb>am\b|was\b|(?=[a-z]))"
)
"""What its author says of themselves anywhere in a bullet: "once I got access", but not "type I diabetes"."""
_YOURS = {"am": "are", "was": "were"}
_US = re.compile(r"\b(?:us|we|ourselves)\b")
_FINAL = re.compile(r"[\s.;:,]+$")
_DEFINITE = re.compile(r"^(?:the|a|an)\s+")
_JOINTS = r"(?:and|or|with|in|at|for|using|through|by|from|to|as|on|during|across|around|against|of|who|that|which|\w+ing)"
"""Words at which the thing that a number counts has been named."""
_LONGEST_TOPIC = 10
"""Words of a topic; two of them share a sentence."""
_ARTICLES = frozenset({"a", "an", "the"})
_SMALL = _ARTICLES | frozenset({"and", "as", "at", "for", "in", "of", "on", "to", "with"})


@dataclass(frozen=True)
class Restatement:
    """One bullet, ready for a sentence to the candidate."""

    highlight: Highlight
    you: tuple[Part, ...]
    """The sentence from "you" on, with the key phrase strong; empty where the bullet cannot be read as a clause."""
    topic: str
    """Gerund and object in lower case: "leading technical design reviews"; "" where the bullet has no title."""
    title: str
    """The same as a title."""
    employer: str
    """Where it was, "" where the resume does not say or it was a project."""
    position: str
    current: bool
    measured: bool
    """Whether the bullet states an outcome with a number in it."""
    facts: tuple[Fact, ...]
    """What a sentence with these words rests on."""

    @property
    def slots(self) -> dict[str, Fill]:
        """Fillings: `you`, `bullet`, `topic`, and as far as known `employer`, `position`, `current` or `former`."""
        return {
            "you": self.you,
            "bullet": embedded(self.highlight.text),
            "topic": self.topic,
            "employer": self.employer,
            "position": self.position if self.employer and "," not in self.position else "",
            "current": self.employer if self.current else "",
            "former": "" if self.current else self.employer,
        }

    def line(self, pen: Pen, texts: Sequence[str], quoting: Sequence[str], *, seed: str) -> Line:
        """A sentence with one of `texts`, or of `quoting` where the bullet has to stand verbatim."""
        slots = self.slots
        text = pen.pick(texts if self.you else quoting, seed=seed, slots=slots)
        return pen.resume(text, *self.facts, at=seed, slots=slots)


def restate(highlight: Highlight, position: Position, knowledge: Knowledge) -> Restatement:
    """The bullet in the second person."""
    clause = read_clause(highlight, knowledge)
    earned = position.name is not None and position.kind != "project"
    facts = tuple(fact for fact in (highlight.fact, position.name, position.position) if fact is not None)
    metric = highlight.metrics[0].text if highlight.metrics else clause.metric
    return Restatement(
        highlight=highlight,
        you=_you(clause, metric),
        topic=_topic(clause, without_shorthand(highlight.text)),
        title=clause.title,
        employer=position.employer if earned else "",
        position=embedded(position.post),
        current=position.is_current,
        measured=any(character.isdigit() for character in clause.result),
        facts=facts,
    )


def embedded(text: str) -> str:
    """`text` as it stands inside a sentence: verbatim, without its final mark."""
    return _FINAL.sub("", text)


def listing(items: Sequence[str]) -> str:
    """The items as a list in a sentence."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""


def _you(clause: Clause, metric: str) -> tuple[Part, ...]:
    """Clause and outcome as one sentence after "you"; strong is the outcome, else the number, else what was acted on."""
    if not clause.done:
        return ()
    if _US.search(f"{clause.done} {clause.outcome}"):
        return ()  # who "us" is, only the candidate can say
    done = _to_you(_FINAL.sub("", re.sub(r"^was\b", "were", articled(clause))))
    if clause.result and clause.act:
        outcome = _to_you(re.sub(r"^I\b", "you", embedded(clause.outcome)))
        joint = ". " if opens_sentence(outcome) else "; " if ", and " in done else clause.joint
        return (Words(text=f"you {done}{joint}"), Words(text=outcome, strong=True))
    head, mark, tail = done.rpartition("; ")
    if mark and is_outside(done, len(head)):
        done = f"{head}{clause.joint}{tail}"
    for phrase in (_counted(without_shorthand(metric), done), _DEFINITE.sub("", clause.object)):
        before, found, after = done.partition(phrase) if phrase else (done, "", "")
        if found:
            return tuple(part for part in (Words(text=f"you {before}"), Words(text=found, strong=True), _words(after)) if part)
    return (Words(text=f"you {done}"),)


def _to_you(text: str) -> str:
    """What the candidate says of themselves, said to them: "your own round", "the course that you designed"."""
    text = _MINE.sub(lambda match: {"my": "your", "our": "your", "myself": "yourself", "me": "you"}[match.group()], text)
    return _AS_I.sub(lambda m: f"{m['before']} you {_YOURS.get(m['verb'], m['verb'])}", text)


def articled(clause: Clause) -> str:
    """`done` with the articles that its act has: "owned the full on-call rotation"; every other word is the bullet's."""
    left, said, added = clause.done.split(), list[str](), list[str]()
    for word in clause.act.split():
        if left and left[0].rstrip(",;:") == word.rstrip(",;:"):
            said += (*added, left.pop(0))
            added = []
        elif word in _ARTICLES or (word == "my" and left[:1] == ["own"]):
            added.append(word)
        else:
            break  # from here on the act says it in other words
    return " ".join((*said, *left))


def _counted(metric: str, done: str) -> str:
    """The number with what it counts: "8 engineers", "2B+ events per day"; "" where there is none."""
    if not metric:
        return ""
    number = rf"(?<!\S)(?:from )?[^\s,;()]*{re.escape(metric)}[^\s,;()]*(?: to \S*\d\S*)?"
    found = re.search(rf"{number}(?: (?!{_JOINTS}\b)[^\s,;()]+){{0,2}}", done)
    return re.sub(r"(?: (?:per|a|an|each|the|every))+$", "", found.group().rstrip(",;")) if found else ""


def _words(text: str) -> Words | None:
    return Words(text=text) if text else None


def _topic(clause: Clause, text: str) -> str:
    """The gerund phrase as far as the title goes: "leading a brigade of 14 cooks"; the title where it adds an article."""
    title = _lowered(clause.title, text)
    last = title.split()[-1:]
    words = clause.doing.split()
    ends = [index for index, word in enumerate(words, start=1) if last and word.strip(",;").casefold() == last[0].casefold()]
    phrase = words[: ends[0]] if ends else []
    if clause.lemma == "take" and title.split()[:1] != words[:1]:
        return title  # "lowering delinquency" of "took delinquency down"
    if not phrase or len(phrase) > _LONGEST_TOPIC or _ARTICLES & set(title.split()) - set(phrase):
        return title
    return embedded(" ".join(phrase))


def _is_plain(word: str) -> bool:
    """Whether only the beginnings of a word's parts are capitals: "Co-Chairing"."""
    return all(part[1:] == part[1:].lower() for part in word.split("-"))


def _lowered(title: str, text: str) -> str:
    """A title as it reads in the middle of a sentence: each word in the case that the bullet has for it."""
    spelled = {word.casefold(): word for word in re.findall(r"[\w'’+#/-]+", text)[1:]}
    words = title.split()
    is_name = bool(words) and bool(re.search(rf"\b{re.escape(words[0])} [A-Z][a-z]", text))  # "Health Home", "Medicare Part B"
    return " ".join(
        word.lower()
        if (index == 0 and not is_name and _is_plain(word)) or word.casefold() in _SMALL
        else spelled.get(word.casefold(), word)
        for index, word in enumerate(words)
    )
