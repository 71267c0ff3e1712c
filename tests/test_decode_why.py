"""Why a role is open is said first in the posting's own words, where it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.decode import decode
from tests.brief_factory import Asked, Bullet, Case, brief_of
from tests.case_factory import Writer
from tests.posting_cases import told

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

FOUNDED = "We began in 1871 when six porters bought a cart."


@pytest.mark.parametrize(
    "reason",
    [
        "This is a newly created position: our move to one till ends this fall, and the house wants figures that it can trust.",
        "The contract comes up for re-tender in 2031, so retention is your first job.",
        "Expect a five-year plan and a likely exit in 2033.",
    ],
)
def test_the_reason_that_a_posting_gives_is_quoted_before_its_founding(reason: str, knowledge: Knowledge) -> None:
    """Known bad: "Why this role exists" quoted the founding, and a newly created position was read as hours."""
    assert reason.rstrip(".") in " ".join(fact.text for fact in told(f"{FOUNDED} {reason}", knowledge).about)
    case = Case(
        bullets=(Bullet("Ran 3 desks with 14 porters", ("leadership",)),), asked=(Asked("Run the desk", evidence=(0,)),)
    )
    brief = brief_of(case)
    write = Writer("job")
    posting = brief.posting.model_copy(update={"about": (write.fact(FOUNDED), write.fact(reason))})
    why = decode(brief.model_copy(update={"posting": posting}), knowledge).why[0]
    assert reason[:40] in why.lines[0].text


def test_a_term_of_employment_is_no_reason_for_a_role(knowledge: Knowledge) -> None:
    """Known bad: "Someone had to argue for this post", beside the line on the contract."""
    case = Case(
        bullets=(Bullet("Ran 3 desks with 14 porters", ("leadership",)),), asked=(Asked("Run the desk", evidence=(0,)),)
    )
    brief = brief_of(case)
    write = Writer("job")
    term = "Contract: permanent, 37 hours a week"
    posting = brief.posting.model_copy(update={"about": (write.fact(FOUNDED), write.fact(term))})
    why = decode(brief.model_copy(update={"posting": posting}), knowledge).why
    assert not any("37 hours" in part.text for part in why)


def test_a_reason_among_the_requirements_is_the_reason(knowledge: Knowledge) -> None:
    """Known bad: a refurbishment that needs somebody stood below the house's rooftop bar, as if it told of margins."""
    line = "We rebuild forty rooms in spring and need someone who keeps guests content while it goes on"
    case = Case(
        bullets=(Bullet("Ran 3 desks with 14 porters", ("leadership",)),),
        asked=(Asked("Run the desk", evidence=(0,)), Asked(line, "unknown"), Asked("Work on weekends and bank holidays")),
    )
    brief = brief_of(case)
    posting = brief.posting.model_copy(update={"about": (Writer("job").fact(FOUNDED),)})
    why = decode(brief.model_copy(update={"posting": posting}), knowledge).why
    assert line in why[0].lines[0].text
    assert not any("weekends" in part.text for part in why)
