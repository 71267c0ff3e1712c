"""How a clause opens: its verbs, whatever form the resume has them in, and what stands between them and the object.

"Responsible for managing", "Manage", "Manages" and "Managed" all open the same clause. Where the clause ends and
what it achieved is for `playbook.writing.clauses`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.writing.clause_leads import DUTY, befell, is_post_or_topic, state_of, without_lead
from playbook.writing.noun_heads import heads_nouns, leads_crew
from playbook.writing.noun_phrases import noun_phrase
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, Form, Found, find, is_certain_after, opens_clause
from playbook.writing.verbs_or_nouns import ADJECTIVES_TOO, NOUNS_TOO

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_PARTICLES = ("up", "out", "back", "over", "down", "off", "in", "away", "together", "forward", "on")
_ARTICLE_STATE = re.compile(r"^member of\b", re.IGNORECASE)
_ADVERB = re.compile(r"[A-Za-z]+ly\b|also\b|then\b")
_PERIOD = re.compile(r"(?:daily|weekly|monthly|quarterly|yearly|nightly|hourly|biweekly|fortnightly)\b", re.IGNORECASE)
"""How often, and before a noun what kind: "Weekly email", "Quarterly roadmap"."""
_JOINT = re.compile(r"\s*(?:,\s*(?:(?:and|or|then)\s+)?|\s(?:and|or|then|&)\s+|/|\s&\s)")
_NOUN_PAIR = re.compile(r"\s+(?:and|&)\s+[\w-]+:")
"""After a gerund: "Welding and fabrication:" heads a list, nobody "welded and fabrication"."""
_TOKEN = re.compile(r"w/o?(?=\s)|[^\s,;:/()]+")
_PASSIVE_NEXT = frozenset({"as", "by", "to", "for", "from", "among", "into", "in", "one", "out"})
_WITH_PREPOSITION = frozenset(
    {"assist", "attend", "collaborate", "consult", "contribute", "liaise", "participate", "respond", "rotate", "serve", "work"}
)
"""Verbs that no noun is spelled like, or seldom: "titrate drips, assist with intubation"."""
_VERBS_ALONE = frozenset({"run", "keep", "write", "build", "hire", "teach", "make"})
"""Verbs whose bare form, behind a comma, no list of nouns goes on with: "train juniors, run the guild"."""
_AND_VERB = re.compile(r"(?P<joint>,?\s+(?:and\s+)?then\s+|,?\s+and\s+|[,:]\s+)(?P<verb>[a-z-]+)(?=\s+(?P<next>[^\s,;]+))")


@dataclass(frozen=True)
class Opener:
    """The opening of a clause."""

    past: str
    """The verbs in the past tense, with their adverbs: "designed and built"."""
    gerund: str
    rest: str
    """Everything after the verbs, verbatim but for bare verbs that are joined to them."""
    lemma: str
    verb_class: str
    form: Form
    title_verb: str
    between: str = ""
    """Particle and preposition between verb and object: "up", "back", "for"."""
    preposition: str = ""
    passive: bool = False
    bare_verb: str = ""
    """The verb after "helped": part of what stands before the object."""

    def phrase(self, rest: str, knowledge: Knowledge, *, resultative: bool) -> str:
        """The noun phrase that the verbs act on."""
        text = rest.lstrip()
        for word in (*self.between.split(), *self.bare_verb.split()):
            text = text.removeprefix(word).lstrip()
        return noun_phrase(text, knowledge, resultative=resultative)


def read_opener(text: str, knowledge: Knowledge) -> Opener | None:
    """The opening of `text`; `None` where it opens with no verb that can be told."""
    text = without_lead(text, knowledge)
    duty = DUTY.match(text)
    if duty and (opener := _verbal(text[duty.end() :], knowledge)) is not None and opener.form in {"gerund", "base"}:
        return opener
    if is_post_or_topic(text, knowledge):
        return None
    if state := state_of(text):
        return _state(text, state)
    copula = re.match(r"^(was|were|am|is)\s+", text, re.IGNORECASE)
    if copula:
        return _copular(text[copula.end() :])
    return _verbal(text, knowledge)


def _verbal(text: str, knowledge: Knowledge) -> Opener | None:
    """An opening by one or more verbs in the same form."""
    adverb, start = _adverb(text, 0)
    found, end = _verb_at(text, start, knowledge)
    if found is None or (_PERIOD.match(adverb) and found.form != "past"):
        return None
    if befell(found, text[end:].lstrip()):
        return _passive(text, found, end, adverb)
    pasts, gerunds, acting, last = [adverb, found.past], [adverb, found.gerund], found, found
    are_joined = False
    while (joint := _JOINT.match(text, end)) is not None:
        inner_adverb, begin = _adverb(text, joint.end())
        other, stop = _verb_at(text, begin, knowledge)
        if other is None or not _is_like(other, found) or not _joins(text, stop, found.form, knowledge):
            break
        between = text[end : joint.end()]
        pasts += [between, inner_adverb, other.past]
        gerunds += [between, inner_adverb, other.gerund]
        # Behind "A and B, C the thing" the last verb alone acts on the thing.
        acting = other if are_joined and "," in between else acting
        are_joined = "," not in between
        end, last = stop, other
    rest = text[end:]
    if found.form == "gerund" and _NOUN_PAIR.match(rest):
        return None
    if found.form != "past":
        rest = _past_joined(rest, knowledge)
    between, preposition, bare_verb = _between(rest, found, knowledge)
    return Opener(
        past="".join(pasts),
        gerund="".join(gerunds),
        rest=rest,
        lemma=found.verb.lemma,
        verb_class=found.verb.verb_class,
        form=found.form,
        title_verb=f"{(last if between else acting).gerund} {bare_verb}".strip(),
        between=between,
        preposition=preposition,
        bare_verb=bare_verb,
    )


def _is_like(other: Found, first: Found) -> bool:
    """Whether a verb stands in the form of the first one; "cut" does behind "shoot" as behind "shot"."""
    return other.form == first.form or (first.form == "base" and other.verb.past == other.verb.lemma)


def _verb_at(text: str, start: int, knowledge: Knowledge) -> tuple[Found | None, int]:
    token = _TOKEN.match(text, start)
    if token is None:
        return None, start
    following = _TOKEN.search(text, token.end())
    after = text[token.end() :].lstrip()
    if after[:1] == ":":
        return None, token.end()  # the label of a list: "Brief: an app for a tool library"
    if leads_crew(token.group(), text[token.end() :]):
        return find(token.group(), knowledge), token.end()
    found = opens_clause(token.group(), following.group() if following and after[:1] not in {",", ";", "("} else "", knowledge)
    if found is not None and heads_nouns(token.group(), found, text[token.end() :], knowledge):
        return None, token.end()
    return found, token.end()


def _adverb(text: str, start: int) -> tuple[str, int]:
    """Adverbs before a verb, in lower case and with the space after them."""
    taken = ""
    while (match := _ADVERB.match(text, start)) is not None and text[match.end() : match.end() + 1] == " ":
        taken += match.group().lower() + " "
        start = match.end() + 1
    return taken, start


def _joins(text: str, end: int, form: Form, knowledge: Knowledge) -> bool:
    """Whether a second verb belongs to the opening: something follows that it can act on, or another verb of its form."""
    if _TOKEN.match(text[end:].lstrip()) is not None:
        return True
    joint = _JOINT.match(text, end)
    third = _verb_at(text, joint.end(), knowledge)[0] if joint else None
    return third is not None and third.form == form


def _past_joined(rest: str, knowledge: Knowledge) -> str:
    """`rest` with the bare verbs that are joined to a bare opener in the past: "Lead a team and oversee the budget"."""

    def changed(match: re.Match[str]) -> str:
        found = find(match["verb"], knowledge)
        if found is None or found.form not in {"base", "third"} or _hangs_on(match.string[: match.start()], knowledge):
            return match.group()
        if match["joint"].strip() == "," and found.verb.lemma in _VERBS_ALONE and found.form == "base":
            return match["joint"] + found.past
        closes = match.string[: match.start()].endswith(")")  # a list of nouns seldom goes on behind a bracket
        is_next = found.form == "base" and (match["joint"].endswith("then ") or (closes and "and" in match["joint"]))
        if is_next or _acts(found, match["next"], match.string[match.end("verb") :]):
            return match["joint"] + found.past
        return match.group()

    head, mark, tail = rest.partition(";")
    return _AND_VERB.sub(changed, head) + mark + tail


def _hangs_on(before: str, knowledge: Knowledge) -> bool:
    """Whether a bare verb goes on from "to" or from a relative clause: "work with teams to design and deliver"."""
    clause = re.split(r"[,;:]", before)[-1]
    after_to = re.search(r"\b(?:to|not|can|will|help\w*|let)\s+([a-z-]+)\b(?!.*\bto\s)", clause)
    inner = find(after_to[1], knowledge) if after_to else None
    return (inner is not None and inner.form == "base") or bool(re.search(r"\b(?:that|which|who)\b", clause))


def _acts(found: Found, following: str, after: str) -> bool:
    """Whether what follows a bare verb shows that it is one, or it is spelled like no noun: "oversee budgets"."""
    if is_certain_after(following) or (found.verb.lemma in _WITH_PREPOSITION and following in PREPOSITIONS):
        return True
    if found.form != "base":
        return False
    if re.match(r"\s+(?:off|out|up|over|down|back)\s+\w", after) or (found.verb.lemma == "act" and following == "as"):
        return True
    if found.verb.lemma == "hand":
        return bool(re.match(r"[^,;.]*\sto\s", after))
    return found.verb.lemma not in NOUNS_TOO | ADJECTIVES_TOO and following not in PREPOSITIONS


def _between(rest: str, found: Found, knowledge: Knowledge) -> tuple[str, str, str]:
    """Particle and preposition after the verbs, the preposition alone, and the bare verb after "helped"."""
    words = _TOKEN.findall(rest[:60]) if rest[:1] == " " else []
    taken: list[str] = []
    if found.takes_bare_verb and words:
        index = 1 if words[0] == "to" and len(words) > 1 else 0
        inner = find(words[index], knowledge)
        if inner is not None and inner.form == "base":
            return "", "", " ".join(words[: index + 1])
    while words and words[0] in _PARTICLES and len(words) > 1 and not taken and not _is_preposition_here(words):
        taken.append(words.pop(0))
    preposition = ""
    if words and words[0] in PREPOSITIONS and words[0] not in {"over", "about"}:
        preposition = words[0]
        taken.append(preposition)
    return " ".join(taken), preposition, ""


def _is_preposition_here(words: list[str]) -> bool:
    """Whether a particle is no part of the verb: "in the committee" against "in new suppliers", and "over 60" of a number."""
    if words[0] == "up":
        return words[1] == "to"
    if words[0] == "over":
        return words[1].casefold() in DETERMINERS or words[1][:1].isdigit()
    return words[0] in {"in", "on"} and words[1].casefold() in DETERMINERS


def _passive(text: str, found: Found, end: int, adverb: str) -> Opener:
    participle = found.prefix + (found.verb.participle or found.verb.past)
    return Opener(
        past=f"was {adverb}{participle}",
        gerund=f"being {adverb}{participle}",
        rest=text[end:],
        lemma=found.verb.lemma,
        verb_class="receive",
        form="past",
        title_verb=participle,
        between=" ".join(word for word in text[end:].split()[:1] if word.casefold() in _PASSIVE_NEXT),
        passive=True,
    )


def _state(text: str, lead: str) -> Opener:
    """A state with no verb of its own, such as "Part of a team that …"."""
    article = "a " if _ARTICLE_STATE.match(text) else ""
    said = lead.lower()
    return Opener(
        past=f"was {article}{said}",
        gerund=f"being {article}{said}",
        rest=text[len(lead) :],
        lemma="be",
        verb_class="",
        form="past",
        title_verb="",
    )


def _copular(rest: str) -> Opener:
    return Opener(
        past="was ",
        gerund="being ",
        rest=rest,
        lemma="be",
        verb_class="receive",
        form="past",
        title_verb="",
        passive=True,
    )
