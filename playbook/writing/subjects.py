"""What a question is about, so that a story or a line of the posting about the same thing is told from any other.

A topic that half a trade's questions have in common tells nothing, nor does a word that stands everywhere. Which
question, story or line is taken in the end is for those who ask.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from playbook.knowledge.lexicon import lexicon_of
from playbook.writing.bullets import content
from playbook.writing.terms import named_in, stemmed
from playbook.writing.verb_forms import DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BankQuestion

RARE = 4
"""Questions that may share a word, for the word to say what they are about."""
_OWN, _OWN_SHARE = 8, 0.3
"""Questions, and the share of those with topics, that may have a topic in common for it to say what they are about."""
_TOPIC, _BROAD, _NAMED, _WORD = 2.0, 0.7, 1.0, 0.7
"""Points for a topic, for one that is the trade's, for a thing that the question's own text names, and for a telling word."""
_MOST = 3
"""Words that count: a long bullet shares some with everything."""
_SHORT = 4
"""Letters below which a word is seldom what something is about."""
SAME = 2.0
"""Points from which two are about the same thing."""


class Subjects:
    """The subjects of the questions that one case could be asked."""

    def __init__(self, questions: Iterable[BankQuestion], knowledge: Knowledge) -> None:
        """Counts words and topics once."""
        self._knowledge = knowledge
        asked = list(questions)
        self._words = Counter(stem for question in asked for stem in content(question.q))
        self._topics = Counter(topic for question in asked for topic in question.topics)
        self._own = min(_OWN, _OWN_SHARE * sum(bool(question.topics) for question in asked))

    def is_rare(self, stem: str) -> bool:
        """Whether few questions have the word."""
        return self._words[stem] <= RARE

    def tells(self, stem: str) -> bool:
        """Whether a word says what something is about: a rare one, and none that only joins others."""
        return self.is_rare(stem) and len(stem) >= _SHORT and f" {stem} " not in _joining()

    @cached_property
    def _broad(self) -> frozenset[str]:
        return frozenset(topic for topic in self._topics if not self.is_own(topic))

    def is_own(self, topic: str) -> bool:
        """Whether a topic is that of few questions, and not of the whole trade."""
        return self._topics[topic] <= max(self._own, 1)

    def shared(self, question: BankQuestion, text: str) -> float:
        """How far `text` is about what `question` is about, from nothing to far above `SAME`."""
        named = named_in(text, self._knowledge)
        topics = named.intersection(question.topics)
        own = sum(self.is_own(topic) for topic in topics)
        points = _TOPIC * min(own, 2) + _BROAD * (own < len(topics))
        points += _NAMED * min(len(direct(question.q, self._knowledge) & direct(text, self._knowledge) - topics), 2)
        words = sum(self.tells(stem) for stem in content(question.q) & content(text))
        return points + _WORD * min(words, _MOST)

    def is_about(self, question: BankQuestion, text: str) -> bool:
        """Whether a reader sees that a line of a posting is what a question comes from.

        A topic that merely follows from the line is no such thing, and of a topic of the whole trade a word has to be shared.
        """
        topics = named_in(text, self._knowledge).intersection(question.topics)
        if not topics:
            return False
        named = direct(text, self._knowledge)
        if not named.isdisjoint(direct(question.q, self._knowledge) - self._broad):
            return True
        if named.isdisjoint(topics):
            return False
        words = any(self.tells(stem) for stem in content(text) & content(question.q))
        return words or any(self.is_own(topic) for topic in named_in(question.q, self._knowledge) & topics)


@lru_cache(maxsize=4096)
def direct(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Ids of what `text` names itself."""
    return frozenset(one.id for one in lexicon_of(knowledge).concepts(text))


def is_of_line(line: str, text: str, knowledge: Knowledge) -> bool:
    """Whether `text` names something that `line` names, or has two words of it."""
    if not direct(line, knowledge).isdisjoint(direct(text, knowledge)):
        return True
    return sum(f" {stem} " not in _joining() for stem in content(line) & content(text)) > 1


def _joining() -> str:
    return stemmed(" ".join(sorted(DETERMINERS | PREPOSITIONS)))
