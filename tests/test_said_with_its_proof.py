"""What a pitch, a sheet and a curveball claim has something behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from playbook.writing.condense import leads_nowhere
from playbook.writing.curveballs import situations
from playbook.writing.pen import Pen
from playbook.writing.pitch_evidence import EvidenceStore
from playbook.writing.pitch_posting import wanted
from playbook.writing.pitch_short import short_pitch
from playbook.writing.relevance import says_when
from tests.brief_factory import Asked, Bullet, Case, brief_of, plain

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BAKER = Case(
    title="Baker",
    level="senior",
    bullets=(
        Bullet("Cut flour waste by 40% in one year"),
        Bullet("Planned the night shift of six bakers"),
    ),
    asked=(Asked("Plan the night shift", kind="responsibility", evidence=(1,)), Asked("2+ years in bakeries", years=2)),
    relevant_years=14.0,
)


def test_who_steps_up_is_not_called_overqualified() -> None:
    """Known bad: long years below the posting's level, or in another trade, brought the question up."""
    brief = brief_of(BAKER)
    work = brief.resume.work[0]
    named = [
        brief.model_copy(
            update={
                "resume": brief.resume.model_copy(
                    update={"work": (work.model_copy(update={"position": work.position.model_copy(update={"text": title})}),)}
                )
            }
        )
        for title in ("Junior Baker", "Senior Baker")
        if work.position is not None
    ]
    assert ["far-above-years" in situations(one) for one in named] == [False, True]
    assert "far-above-years" not in situations(brief_of(replace(BAKER, relevant_years=3.0)))
    fact = work.highlights[0].fact.model_copy(update={"text": "Now ready for a wider remit across bakery and shop."})
    ready = named[1].model_copy(update={"resume": named[1].resume.model_copy(update={"summary": fact})})
    assert "far-above-years" not in situations(ready)


def test_years_in_research_are_not_too_many_of_the_work_outside_of_it() -> None:
    """Known bad: a research associate who left a university for a bench in industry was called overqualified."""
    brief = brief_of(BAKER)
    work = brief.resume.work[0]
    assert work.position is not None
    assert work.name is not None
    fact, name = (
        one.model_copy(update={"text": text})
        for one, text in ((work.position, "Research Associate"), (work.name, "Ilmen University"))
    )
    moved = work.model_copy(update={"position": fact, "name": name})
    found = situations(brief.model_copy(update={"resume": brief.resume.model_copy(update={"work": (moved,)})}))
    assert "from-university" in found
    assert "far-above-years" not in found


def test_a_lead_in_goes_with_the_sentence_that_it_announces() -> None:
    """Known bad: "something that is on paper", and the paper's sentence had not fitted."""
    lead, said, check = plain("Let me begin with something that is on paper."), plain("I baked."), plain("[Does it?]")
    lines = (lead, said, check)
    assert [leads_nowhere(lines, at, (lead, check)) for at in (0, 2)] == [True, True]
    assert not any(leads_nowhere(lines, at, lines) for at in range(3))


def test_a_noun_and_a_gerund_are_no_deed(knowledge: Knowledge) -> None:
    """Known bad: "the one that says to time recording to a target"."""
    asked = (
        Asked("Time recording to a target of 1,200 hours", kind="responsibility"),
        Asked("Manage the night shift", kind="responsibility"),
    )
    deeds = {one.quote: one.deed for one in wanted(brief_of(replace(BAKER, asked=asked)), knowledge)}
    assert list(deeds.values()).count("") == 1
    assert deeds["Manage the night shift"] == "manage the night shift"


def test_work_that_one_knows_is_said_behind_what_proves_it(knowledge: Knowledge) -> None:
    """Known bad: a margin of years ago, then a line on diets, then "That is the work I know"."""
    brief = brief_of(BAKER)
    beats, _ = short_pitch(Pen("pitch", brief, knowledge), EvidenceStore(brief, knowledge), wanted(brief, knowledge))
    told = {beat.name: " ".join(line.text for line in beat.prose.lines) for beat in beats}
    claims = knowledge.frames["pitch-bridge-link"].texts
    assert "night shift" in told["proof"] or not any(claim in told["bridge"] for claim in claims)


def test_nobody_applies_for_weekends(knowledge: Knowledge) -> None:
    """Known bad: "The line that made me apply is the one that says to take part in the rota, including some weekends"."""
    hours = "Take part in the Duty Manager rota, including some weekends and bank holidays"
    asked = (
        Asked(hours, kind="responsibility", status="covered", evidence=(1,)),
        Asked("Plan the night shift", kind="responsibility", status="unknown"),
    )
    assert [one.quote for one in wanted(brief_of(replace(BAKER, asked=asked)), knowledge)] == ["Plan the night shift"]
    assert not says_when("Lead weekend workshops for children")


def test_a_duty_is_said_without_the_post_that_it_is_told_of(knowledge: Knowledge) -> None:
    """Known bad: 'one line made me stop: "the Analyst performs testing"', quoted since no deed was read."""
    lines = ("The Store Manager manages the budget and leads the team", "The QC Analyst II performs routine testing of samples")
    asked = tuple(Asked(line, kind="responsibility") for line in lines)
    deeds = {one.deed for one in wanted(brief_of(replace(BAKER, asked=asked)), knowledge)}
    assert deeds == {"", "perform routine testing of samples"}
