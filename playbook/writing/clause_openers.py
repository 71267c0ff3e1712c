"""How a clause opens: its verbs, whatever form the resume has them in, and what stands between them and the object.

"Responsible for managing", "Manage", "Manages" and "Managed" all open the same clause. Where the clause ends and
what it achieved is for `playbook.writing.clauses`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.writing.clause_leads import DUTY, befell, deeds_of_topic, is_post_or_topic, names_doer, state_of, without_lead
from playbook.writing.joined_verbs import joined, one_deed, second_deed
from playbook.writing.noun_heads import heads_nouns, leads_crew
from playbook.writing.noun_phrases import noun_phrase
from playbook.writing.posts import article_of, leads, lowered_post, names_person, post_of
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS, Form, Found, find, find_pair, is_certain_after, opens_clause
from playbook.writing.verbs_or_nouns import ADJECTIVES_TOO, NOUNS_TOO, with_object

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_PARTICLES = ("up", "out", "back", "over", "down", "off", "in", "away", "together", "forward", "on")
_ARTICLE_STATE = re.compile(r"^member of\b", re.IGNORECASE)
_ASKER = re.compile(r"(?P<asked>\w+) by (?!(?:the|an?|my|our|her|his|their)\b)(?P<who>.+) to$")
"""Who asked, without an article: "asked by area manager to"."""
_ADVERB = re.compile(r"(?!(?i:ally|anomaly|assembly|comply|family|rally|reply|supply)\b)[A-Za-z]+ly\b|also\b|then\b")
_PERIOD = re.compile(r"(?:daily|weekly|monthly|quarterly|yearly|nightly|hourly|biweekly|fortnightly)\b", re.IGNORECASE)
"""How often, and before a noun what kind: "Weekly email", "Quarterly roadmap"."""
_JOINT = re.compile(r"\s*(?:,\s*(?:(?:and|or|then)\s+)?|\s(?:and|or|then|&)\s+|/|\s&\s)")
_NOUN_PAIR = re.compile(r"\s+(?:and|&)\s+[\w-]+:")
"""After a gerund: "Welding and fabrication:" heads a list, nobody "welded and fabrication"."""
_DASH = re.compile(r"(?:[–—-]|--)\s")
_NAMES_WORK = re.compile(r"\s*(?:$|[(,;:]|(?:and|&)\s+[\w-]+ing\b)")
"""Behind a gerund that nothing is done to: "responsible for packaging (films, trays)" is no "packaged"."""
_ALONE = 2
"""Adverb and verb: no other verb is joined."""
_LISTED = 3
"""More than these parts: two verbs are joined."""
_TOKEN = re.compile(r"w/o?(?=\s)|[^\s,;:/()]+")
_PASSIVE_NEXT = frozenset({"as", "by", "to", "for", "from", "among", "into", "in", "one", "out"})


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
    gerund_rest: str = ""
    """`rest` as it goes on behind the gerund: bare verbs follow it, and before another deed in the past it ends."""

    def phrase(self, rest: str, knowledge: Knowledge, *, resultative: bool) -> str:
        """The noun phrase that the verbs act on."""
        text = rest.lstrip()
        for word in (*self.between.split(), *self.bare_verb.split()):
            text = text.removeprefix(word).lstrip()
        if self.between and (deed := second_deed(text, knowledge)):
            text = text[deed[0].end() :]
        return noun_phrase(text, knowledge, resultative=resultative)


def read_opener(text: str, knowledge: Knowledge) -> Opener | None:
    """The opening of `text`; `None` where it opens with no verb that can be told."""
    text = without_lead(text, knowledge)
    duty = DUTY.match(text)
    opener = _verbal(text[duty.end() :], knowledge) if duty else None
    if opener is not None and (opener.form == "base" or (opener.form == "gerund" and not _NAMES_WORK.match(opener.rest))):
        return opener
    if post := post_of(text, knowledge):
        return _post(text, post, knowledge)
    deeds = deeds_of_topic(text, knowledge)
    opens_deed = ":" in text and _opens_deed(text.partition(":")[0], knowledge)
    if deeds and not opens_deed:
        text = deeds
    elif not opens_deed and is_post_or_topic(text, knowledge):
        return None
    if state := state_of(text):
        return _state(text, state)
    copula = re.match(r"^(was|were|am|is)\s+", text, re.IGNORECASE)
    if copula:
        return _copular(text[copula.end() :])
    return _verbal(text, knowledge)


def _opens_deed(topic: str, knowledge: Knowledge) -> bool:
    """Whether what stands before a colon is a deed of its own: "Managed a team: hired 4, trained 6"."""
    opener = _verbal(topic, knowledge)
    is_noun_too = opener is not None and opener.form in {"base", "third"} and opener.lemma in NOUNS_TOO | ADJECTIVES_TOO
    after = topic.split()[1:2]
    return bool(state_of(topic)) or (opener is not None and not (is_noun_too and after and not is_certain_after(after[0])))


def read_later(text: str, knowledge: Knowledge) -> Opener | None:
    """The opening of a clause behind a deed: "breaks needing a check" and "runs of 40" are things, and no third person."""
    opener = read_opener(text, knowledge)
    if opener is None or opener.form != "third" or opener.between:
        return opener
    following = _TOKEN.match(opener.rest.lstrip())
    return opener if following is not None and is_certain_after(following.group()) else None


def _verbal(text: str, knowledge: Knowledge) -> Opener | None:
    """An opening by one or more verbs in the same form."""
    adverb, start = _adverb(text, 0)
    found, end = _verb_at(text, start, knowledge)
    if found is None or (_PERIOD.match(adverb) and found.form != "past"):
        return None
    if befell(found, text[end:].lstrip()):
        return _passive(text, found, end, adverb)
    if found.form == "past" and names_doer(text[end:]):
        return None  # "Used by 5 teams" is said of a thing
    pasts, gerunds, acting, last = [adverb, found.past], [adverb, found.gerund], found, found
    are_joined = False
    while (joint := _JOINT.match(text, end)) is not None:
        inner_adverb, begin = _adverb(text, joint.end())
        other, stop = _verb_at(text, begin, knowledge)
        if other is None and found.form == "base" and "," not in joint.group() and len(pasts) == _ALONE:
            other = _second_bare(text[begin:stop], text[stop:], knowledge)
        if other is None or not _is_like(other, found):
            break
        ends_list = len(pasts) > _LISTED and stop == len(text)  # "hire, train, review"
        if not (ends_list or _joins(text, stop, found.form, knowledge)):
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
    rest = with_object(rest, last.verb.lemma, last.form)
    is_bare = found.form == "base" or found.verb.past == found.verb.lemma
    if is_bare and found.verb.lemma in NOUNS_TOO and len(pasts) == _ALONE and (not rest.strip() or rest.startswith(",")):
        return None  # "phone, LinkedIn and referrals": nothing follows that it could be done to
    may_be_bare = found.form != "past" or is_bare  # "Set up and run a club"
    gerund_rest = joined(rest, "gerund", knowledge) if may_be_bare else rest
    rest = joined(rest, "past", knowledge) if may_be_bare else rest
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
        gerund_rest=one_deed(gerund_rest, between, knowledge) if found.form == "past" else gerund_rest,
    )


def _second_bare(word: str, after: str, knowledge: Knowledge) -> Found | None:
    """The verb that a word is which alone might be a noun, joined to a bare verb before: "Train and review work of a clerk"."""
    following = _TOKEN.match(after.lstrip())
    found = find(word, knowledge)
    acts = following is not None and after.startswith(" ") and following.group().casefold() not in PREPOSITIONS | {"and", "or"}
    return found if found is not None and found.form == "base" and acts else None


def _is_like(other: Found, first: Found) -> bool:
    """Whether a verb stands in the form of the first one; "cut" does behind "shoot" as behind "shot"."""
    return other.form == first.form or (first.form == "base" and other.verb.past == other.verb.lemma)


def _verb_at(text: str, start: int, knowledge: Knowledge) -> tuple[Found | None, int]:
    token = _TOKEN.match(text, start)
    if token is None:
        return None, start
    following = _TOKEN.search(text, token.end())
    after = text[token.end() :].lstrip()
    if after[:1] in {":", "="} or (_DASH.match(after) and not token.group().endswith("ed")):
        return None, token.end()  # the label of a list: "Brief: an app for a tool library", "Ordering - two suppliers"
    if following is not None and after[:1].isalpha() and (pair := find_pair(token.group(), following.group(), knowledge)):
        behind = _TOKEN.search(text, following.end())
        if pair.form in {"past", "gerund"} or (behind is not None and is_certain_after(behind.group())):
            return pair, following.end()
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


def _between(rest: str, found: Found, knowledge: Knowledge) -> tuple[str, str, str]:
    """Particle and preposition after the verbs, the preposition alone, and the bare verb after "helped"."""
    words = _TOKEN.findall(rest[:60]) if rest[:1] == " " else []
    taken: list[str] = []
    if found.takes_bare_verb and words:
        index = 1 if words[0] == "to" and len(words) > 1 else 0
        inner = find(words[index], knowledge)
        if inner is not None and inner.form == "base":
            return "", "", " ".join(words[: index + 1])
    while (
        words and words[0] in _PARTICLES and len(words) > 1 and not taken and not _is_preposition_here(words, found.verb.lemma)
    ):
        taken.append(words.pop(0))
    preposition = ""
    if words and words[0] in PREPOSITIONS and words[0] not in {"over", "about"}:
        preposition = words[0]
        taken.append(preposition)
    return " ".join(taken), preposition, ""


def _is_preposition_here(words: list[str], lemma: str) -> bool:
    """Whether a particle is no part of the verb: "in the committee" against "in new suppliers", and "over 60" of a number."""
    if words[0] == "up":
        return words[1] == "to"
    if words[0] == "over":
        return (lemma not in {"hand", "take"} and words[1].casefold() in DETERMINERS) or words[1][:1].isdigit()
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
    said = lead[:1].lower() + lead[1:]
    by = _ASKER.match(said)
    if by and names_person(by["who"].split()[-1]):
        said = f"{by['asked']} by the {by['who']} to"
    return Opener(
        past=f"was {article}{said}",
        gerund=f"being {article}{said}",
        rest=text[len(lead) :],
        lemma="be",
        verb_class="",
        form="past",
        title_verb="",
    )


def _post(text: str, post: str, knowledge: Knowledge) -> Opener:
    """A post with what it was for: "Lead designer for a culvert"."""
    return Opener(
        past=f"was {article_of(post)}{lowered_post(post, knowledge)}",
        gerund=f"being {article_of(post)}{lowered_post(post, knowledge)}",
        rest=text[len(post) :],
        lemma="be",
        verb_class="lead" if leads(post) else "",
        form="past",
        title_verb="",
    )


def _copular(rest: str) -> Opener:
    return Opener("was ", "being ", rest, lemma="be", verb_class="receive", form="past", title_verb="", passive=True)
