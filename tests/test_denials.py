"""What a line of a resume denies, and words that only look as if they denied something."""

from __future__ import annotations

import pytest

from playbook.grounding.acts import denied, denies
from tests.test_grounding import issues, line


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        (
            'Began a "noon round" for patients with stays over 9 days. Avoidable days on the ward fell from 88 to 51',
            'I began a "noon round" for patients with stays over 9 days.',
        ),
        ("Cut preventable admissions by a third; admissions in all stayed level", "I looked at admissions in all."),
        ("Preventive maintenance plan for 40 presses, maintenance hours logged in Maximo", "I logged the maintenance hours."),
        ("Booked cost avoidance savings of $40k, savings audited", "My savings were audited."),
    ],
)
def test_words_made_of_a_denying_verb_deny_nothing(quote: str, sentence: str):
    """Known bad: "avoidable days" denied the days of the line before, and the whole playbook was held."""
    assert "denial" not in {issue.kind for issue in issues(line(sentence, quote))}


@pytest.mark.parametrize("text", ["Avoided a strike", "Prevents leaks", "Preventing fines", "Prevention of falls"])
def test_the_verbs_themselves_deny(text: str):
    assert denies(text)


def test_what_a_verb_kept_away_is_denied():
    assert denied("Prevented outages at the plant") == denied("No outages at the plant")


def test_what_another_clause_says_is_not_denied_of_it():
    """Known bad: a bullet told up to its semicolon had lost the "no" of what stands behind it, and everything was held."""
    quote = "Ran 40 food audits; no audits failed in three years"
    assert "denial" not in {issue.kind for issue in issues(line("I ran 40 food audits.", quote))}


def test_a_denial_that_was_lost_is_still_found():
    quote = "Ran the yard for three years without a recordable injury"
    assert "denial" in {issue.kind for issue in issues(line("I ran the yard for three years with a recordable injury.", quote))}
