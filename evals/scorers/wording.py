"""How it reads and sounds: spoken time, length, words that were not answered, repetition and phrases of anyone."""

from __future__ import annotations

import re
from collections.abc import Iterable

import dspy
from pydantic import BaseModel
from rapidfuzz import fuzz, process

from evals.scorers.grounding import WRITTEN
from evals.scorers.scorer import Score, Scorer, share
from playbook.artifacts.pitch import WORDS_A_MINUTE, Pitch
from playbook.artifacts.scripts import Scripts
from playbook.consistency.figures import LONG_SECONDS, SHORT_SECONDS
from playbook.consistency.repetition import NEARLY_THE_SAME
from playbook.consistency.tone import LONGEST
from playbook.provenance import Line, lines_of

SCRIPT_WORDS = 110
"""Words of a script that can still be said in one breath of a conversation."""
_LETTERS = 60
"""Letters from which a sentence can be told from another."""
_OWN = frozenset({"resume", "draft"})
_END = re.compile(r"(?<=[.!?])\s+")
PHRASES = re.compile(
    r"\b(?:passion(?:ate)?|thrill\w*|dream (?:job|company|role)|world[- ]class|rock ?star|synerg\w+|leverag\w+|"
    r"cutting[- ]edge|"
    r"game[- ]chang\w+|fast[- ]paced|results[- ]driven|team player|hit the ground running|think outside|"
    r"go(?:es|ing)? above and beyond|"
    r"best[- ]in[- ]class|paradigm|holistic\w*|spearhead\w*|proven track record|dynamic (?:environment|team|professional)|"
    r"perfect(?:ly)? (?:fit|match|candidate|aligns?|suited)|amazing|incredible|honou?red|i'?m (?:so |very |truly )?sorry|"
    r"apologi[sz]e\w*|"
    r"unfortunately|i know i(?:'m| am) not|please (?:give|consider)|if you(?:'d| would) (?:just )?give me|value[- ]add|"
    r"stakeholder[- ]centric|end-to-end ownership mindset|operationali[sz]\w+|ideat\w+|ecosystem|actionable insights)\b",
    re.IGNORECASE,
)
"""Flattery, begging and jargon: what would fit anyone, and what nobody says."""


def seconds(words: int) -> float:
    """How long it takes to say so many words."""
    return words * 60 / WORDS_A_MINUTE


def off_range(value: float, limits: tuple[float, float]) -> float:
    """By how much a value is outside of its limits."""
    return max(limits[0] - value, value - limits[1], 0.0)


def short_pitch_off(_: dspy.Example, pitch: Pitch) -> Score | None:
    """Seconds by which the short pitch is off the time that it is named after."""
    return _off("short", pitch.thirty_seconds_words, SHORT_SECONDS)


def long_pitch_off(_: dspy.Example, pitch: Pitch) -> Score | None:
    """Seconds by which the long pitch is off the time that it is named after."""
    return _off("long", pitch.two_minutes_words, LONG_SECONDS)


def _off(name: str, words: int, limits: tuple[float, float]) -> Score:
    off = off_range(seconds(words), limits)
    return Score(off, 1, (f"the {name} pitch takes {seconds(words):.0f} s",) if off else ())


def scripts_long(_: dspy.Example, scripts: Scripts) -> Score | None:
    """Share of the scripts that are too long to be said in one go."""
    found = tuple(
        f"{len(one.script.text.split())} words: {one.title}"
        for one in scripts.bridges
        if len(one.script.text.split()) > SCRIPT_WORDS
    )
    return share(len(found), len(scripts.bridges), found)


def sentences_long(_: dspy.Example, artifact: BaseModel) -> Score | None:
    """Share of the sentences, quotes left out, that are too long to be read at night."""
    texts = [sentence for line in _own(artifact) for sentence in _END.split(line.stated)]
    found = tuple(text for text in texts if len(text.split()) > LONGEST)
    return share(len(found), len(texts), found)


def near_duplicates(_: dspy.Example, artifact: BaseModel) -> Score | None:
    """Share of the sentences, quotes left out, that nearly repeat one before them."""
    texts = [line.text for line in _own(artifact) if len(line.text) > _LETTERS]
    found = tuple(repeated(texts))
    return share(len(found), len(texts), found)


def repeated(texts: list[str]) -> Iterable[str]:
    """Texts that are nearly the same as one before them."""
    for at, text in enumerate(texts):
        if at and process.extractOne(text, texts[:at], scorer=fuzz.ratio, score_cutoff=NEARLY_THE_SAME):
            yield text


def stock_phrases(_: dspy.Example, artifact: BaseModel) -> Score | None:
    """Share of the sentences, quotes left out, with a phrase of flattery, begging or jargon."""
    lines = list(_own(artifact))
    found = tuple(line.text for line in lines if PHRASES.search(line.stated))
    return share(len(found), len(lines), found)


def _own(artifact: BaseModel) -> list[Line]:
    """Sentences that were worded: neither quotes nor what packs and postings say."""
    return [
        line
        for _, line in lines_of(artifact)
        if line.provenance in _OWN and line.text not in {source.quote for source in line.sources}
    ]


SCORERS = (
    Scorer("short_pitch_off", ("pitch",), short_pitch_off, better="lower", unit="seconds"),
    Scorer("long_pitch_off", ("pitch",), long_pitch_off, better="lower", unit="seconds"),
    Scorer("scripts_long", ("bridge_gaps",), scripts_long, better="lower"),
    Scorer("sentences_long", WRITTEN, sentences_long, better="lower"),
    Scorer("near_duplicates", WRITTEN, near_duplicates, better="lower", heading="repeats"),
    Scorer("stock_phrases", WRITTEN, stock_phrases, better="lower"),
)
