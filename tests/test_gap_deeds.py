"""What is missing stands in frames made for nouns: a deed as a gerund, a thing of which there are several in the plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.gap_names import bare
from playbook.writing.gaps import choose_gaps
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    ("line", "term", "kind", "wanted"),
    [
        ("Chair the weekly meetings and prepare reports", "prepare reports", "responsibility", "preparing reports"),
        ("Own design reviews and test plans", "test plans", "responsibility", "test plans"),
        ("Help w/ recruiting, schedules and cover", "Help w/ recruiting", "responsibility", "recruiting"),
        ("Ticket platform experience (Zolto, Deskly)", "Ticket platform", "required", "ticket platforms"),
        ("Own the ticket platform", "ticket platform", "responsibility", "ticket platform"),
        ("Operating system knowledge", "Operating system", "required", "operating systems"),
    ],
)
def test_a_gap_reads_as_a_noun(knowledge: Knowledge, line: str, term: str, kind: str, wanted: str) -> None:
    """Known bad: "On prepare reports your resume can be read either way", "Ask me about ticket platform"."""
    brief = brief_of(Case(bullets=(Bullet("Led a team of 9 cooks", ("leadership",)),), asked=(Asked(line, "gap"),)))
    (requirement,) = (one for one in brief.posting.requirements if one.text == line)
    assert bare(term, requirement.model_copy(update={"kind": kind}), knowledge) == wanted


def test_a_line_that_is_a_gap_as_a_whole_reads_as_a_noun_too(knowledge: Knowledge) -> None:
    """Known bad: "What could you say about e-disclosure platform in one minute?"."""
    asked = Asked("E-disclosure platform experience (Zolto, Deskly)", "unknown")
    brief = brief_of(Case(bullets=(Bullet("Led a team of 9 cooks", ("leadership",)),), asked=(asked,)))
    assert [gap.term for gap in choose_gaps(brief, knowledge)] == ["e-disclosure platforms"]
