"""Does the whole playbook agree with itself? Rules that need more than one section.

Each rule is a function from a playbook to what it looked at and what it found; the result carries the rule's id of
`playbook.checks.catalogue`. Whether one sentence is true to its sources is for `playbook.grounding`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from playbook.artifacts.inspection import CheckResult
from playbook.checks.catalogue import RULES
from playbook.consistency.figures import counts_hold, scores_shown, spoken_times, title_holds
from playbook.consistency.finding import Whole
from playbook.consistency.places import (
    answers_agree,
    blanks_have_one_question,
    known_is_not_asked,
    provenance_never_rises,
    references_resolve,
    strength_is_no_gap,
    targets,
    values_agree,
    values_covered,
    years_are_short,
)
from playbook.consistency.repetition import (
    asks_differ,
    curveballs_are_new,
    evidence_shared,
    evidence_varied,
    sentences_differ,
)
from playbook.consistency.tone import handout_unbranded, plain_words, reads_easily
from playbook.masking import masked

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.playbook import Playbook
    from playbook.consistency.finding import Finding

__all__ = ["inspect", "targets"]

_RULES: dict[str, Callable[[Whole], Finding]] = {
    "references-resolve": references_resolve,
    "blanks-have-one-question": blanks_have_one_question,
    "provenance-never-rises": provenance_never_rises,
    "strength-is-no-gap": strength_is_no_gap,
    "years-are-short": years_are_short,
    "known-is-not-asked": known_is_not_asked,
    "scores-shown": scores_shown,
    "counts-hold": counts_hold,
    "title-holds": title_holds,
    "spoken-times": spoken_times,
    "evidence-varied": evidence_varied,
    "evidence-shared": evidence_shared,
    "sentences-differ": sentences_differ,
    "asks-differ": asks_differ,
    "curveballs-are-new": curveballs_are_new,
    "values-agree": values_agree,
    "values-covered": values_covered,
    "plain-words": plain_words,
    "reads-easily": reads_easily,
    "handout-unbranded": handout_unbranded,
    "answers-agree": answers_agree,
}


def inspect(playbook: Playbook) -> tuple[CheckResult, ...]:
    """The result of every rule, in the order of the catalogue."""
    whole = Whole(playbook)
    return tuple(_result(rule, *look(whole)) for rule, look in _RULES.items())


def _result(rule: str, looked: int, found: list[str]) -> CheckResult:
    unique = list(Counter(found))
    return CheckResult(
        rule=rule,
        ok=not unique,
        n=looked,
        bad=len(unique),
        severity=RULES[rule].severity,
        samples=tuple(masked(finding)[:160] for finding in unique[:5]),
    )
