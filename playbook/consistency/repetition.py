"""Rules about repetition: the same number, bullet, sentence or question too often."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

from rapidfuzz import fuzz, process

from playbook.consistency.finding import Finding, Whole

NEARLY_THE_SAME = 92
MOST_MENTIONS = 14
"""Times that one number of the resume may stand in the playbook: a story and its cross-references need about ten."""
MOST_IN_A_SECTION = 3
"""Times that one bullet may be the evidence within a section, beside the story that is told of it."""
_COMMON = 2
"""Characters up to which a number stands on every page for other reasons."""
_LONG = 60
"""Letters from which a sentence can be told from another."""
_EVIDENCE = re.compile(r"/table/\d+/evidence$")
"""Where a line of the resume answers a requirement: what answers two of them best stands beside both."""
_TELLS = frozenset({"stories", "questions", "pitch", "cheat_sheet"})
"""Sections that tell a bullet over several lines or quote it under each of twelve questions."""


def evidence_varied(whole: Whole) -> Finding:
    """Numbers that stand on every page."""
    playbook = whole.playbook
    metrics = {metric.text for bullet in playbook.brief.resume.highlights for metric in bullet.metrics}
    metrics = {metric for metric in metrics if len(metric) > _COMMON}
    text = "\n".join(line.text for _, line in whole.lines)
    mentions = {metric: text.count(metric) for metric in metrics}
    return len(metrics), [f"{metric!r} {count} times" for metric, count in sorted(mentions.items()) if count > MOST_MENTIONS]


def evidence_shared(whole: Whole) -> Finding:
    """Bullets that carry more of one section than they can."""
    playbook = whole.playbook
    bullets = {bullet.fact.span: bullet.fact.text for bullet in playbook.brief.resume.highlights}
    found, looked = [], 0
    for section, pairs in whole.sections.items():
        if section in _TELLS:
            continue
        counts = Counter(
            source.span for _, line in pairs if line.provenance == "resume" for source in line.sources if source.span in bullets
        )
        looked += len(counts)
        found += [
            f"{section}: {bullets[span][:80]} {count} times" for span, count in counts.items() if count > MOST_IN_A_SECTION
        ]
    return looked, found


def sentences_differ(whole: Whole) -> Finding:
    """Sentences of one section that are nearly the same; a line of the resume that stands in a table as evidence is none."""
    found: list[str] = []
    looked = 0
    for section, pairs in whole.sections.items():
        said = ((at, line) for at, line in pairs if line.provenance in {"resume", "draft"} and len(line.text) > _LONG)
        texts = [line.text for at, line in said if not _EVIDENCE.search(at)]
        looked += len(texts)
        for index, text in enumerate(texts[:-1]):
            near = process.extractOne(text, texts[index + 1 :], scorer=fuzz.ratio, score_cutoff=NEARLY_THE_SAME)
            if near:
                found.append(f"{section}: {text[:100]}")
    return looked, found


def asks_differ(whole: Whole) -> Finding:
    """Questions of a section that ask the same: the twelve likely ones, and those to ask back."""
    playbook = whole.playbook
    found, looked = [], 0
    likely = [question.question.text for question in playbook.questions.questions]
    back = [ask.question.text for interviewer in playbook.asks.interviewers for ask in interviewer.asks]
    for texts in (likely, back):
        looked += len(texts)
        found += [left[:110] for left, right in combinations(texts, 2) if fuzz.token_sort_ratio(left, right) >= NEARLY_THE_SAME]
    return looked, found


def curveballs_are_new(whole: Whole) -> Finding:
    """Curveballs that ask what one of the twelve questions asks."""
    playbook = whole.playbook
    asked = [question.question.text for question in playbook.questions.questions]
    return len(playbook.scripts.curveballs), [
        curveball.question.text
        for curveball in playbook.scripts.curveballs
        if process.extractOne(curveball.question.text, asked, scorer=fuzz.token_set_ratio, score_cutoff=NEARLY_THE_SAME)
    ]
