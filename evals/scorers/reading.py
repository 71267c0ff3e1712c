"""How well a posting and a resume are read, beside what the labels quote of them."""

from __future__ import annotations

import dspy
from rapidfuzz import fuzz, process

from evals.scorers.scorer import Score, Scorer, share
from playbook.artifacts.posting import Posting, Requirement
from playbook.artifacts.resume import Resume
from playbook.checks.spans import facts_of

SAME = 90
"""Likeness of a labelled line and one that was read, from which on they are one."""


def line_of(text: str, posting: Posting) -> Requirement | None:
    """The requirement that was read of a labelled line."""
    found = process.extractOne(text, [one.text for one in posting.requirements], scorer=fuzz.ratio, score_cutoff=SAME)
    return posting.requirements[found[2]] if found else None


def requirements_read(example: dspy.Example, posting: Posting) -> Score | None:
    """Share of the labelled requirements that were read, as whole lines."""
    labels = example.case.item.labels.requirements
    missed = tuple(f"not read: {one.text}" for one in labels if line_of(one.text, posting) is None)
    return share(len(labels) - len(missed), len(labels), missed)


def requirements_labelled(example: dspy.Example, posting: Posting) -> Score | None:
    """Share of the requirements that were read which a labeller sees as one, too."""
    texts = [one.text for one in example.case.item.labels.requirements]
    extra = tuple(
        f"read as a requirement: {one.text}"
        for one in posting.requirements
        if not process.extractOne(one.text, texts, scorer=fuzz.ratio, score_cutoff=SAME)
    )
    return share(len(posting.requirements) - len(extra), len(posting.requirements), extra)


def kinds_right(example: dspy.Example, posting: Posting) -> Score | None:
    """Share of the requirements that were read which have the labelled kind: must, wish or duty."""
    read = [(one, line) for one in example.case.item.labels.requirements if (line := line_of(one.text, posting))]
    wrong = tuple(f"{line.kind}, labelled {one.kind}: {one.text}" for one, line in read if line.kind != one.kind)
    return share(len(read) - len(wrong), len(read), wrong)


def family_right(example: dspy.Example, posting: Posting) -> Score | None:
    """Whether the posting is read as one of the labelled trade."""
    wanted = example.case.item.labels.family
    return share(
        int(posting.family == wanted), 1, () if posting.family == wanted else (f"{posting.family}, labelled {wanted}",)
    )


def level_right(example: dspy.Example, posting: Posting) -> Score | None:
    """Whether the posting is read as one of the labelled level."""
    wanted = example.case.item.labels.level
    return share(int(posting.level == wanted), 1, () if posting.level == wanted else (f"{posting.level}, labelled {wanted}",))


def quotes_read(example: dspy.Example, resume: Resume) -> Score | None:
    """Share of what labellers quote of the resume that was read as a fact of it."""
    labels = example.case.item.labels
    quotes = dict.fromkeys(
        [quote for one in labels.requirements for quote in one.evidence] + [s.bullet for s in labels.stories]
    )
    facts = [fact.text for fact in facts_of(resume)]
    missed = tuple(
        f"not read: {quote}"
        for quote in quotes
        if not any(quote in fact for fact in facts)
        and not process.extractOne(quote, facts, scorer=fuzz.partial_ratio, score_cutoff=SAME)
    )
    return share(len(quotes) - len(missed), len(quotes), missed)


SCORERS = (
    Scorer("requirements_read", ("parse_posting",), requirements_read, rests_on=("lines",), heading="lines read"),
    Scorer("requirements_labelled", ("parse_posting",), requirements_labelled, rests_on=("lines",)),
    Scorer("kinds_right", ("parse_posting",), kinds_right, rests_on=("kind",), heading="kinds"),
    Scorer("family_right", ("parse_posting",), family_right, rests_on=("family",)),
    Scorer("level_right", ("parse_posting",), level_right, rests_on=("level",)),
    Scorer("quotes_read", ("parse_resume",), quotes_read),
)
