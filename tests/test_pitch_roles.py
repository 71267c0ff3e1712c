"""What a pitch says belongs to the job that it was said of, and the strongest bullet is told, shortened if need be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from brief_factory import Asked, Bullet, Case, brief_of

from evals.metamorphic.relations import held
from evals.playbooks import compose_playbook
from playbook.artifacts.brief import Brief
from playbook.artifacts.resume import Education, Position
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Fact, Span
from playbook.writing.pen import Pen
from playbook.writing.pitch import pitch
from playbook.writing.pitch_evidence import EvidenceStore
from playbook.writing.pitch_long import _FOLLOWS, in_time
from playbook.writing.pitch_person import arrival, school, summary_phrase
from playbook.writing.story_place import with_article

WEAK, STRONG = (
    "Oriented new starters (6)",
    (
        "Cut the backlog of the tool store (spares, jigs, gauges and fixtures) from 410 to 90 items in one year by walking the "
        "shelves with the fitters every Monday and by asking each of the three shifts what it had really used since the last count"
    ),
)


def as_fact(text: str) -> Fact:
    """`text` as a fact of the resume."""
    return Fact(text=text, span=Span(document="resume", start=0, end=len(text)))


def test_the_strongest_bullet_is_shortened_and_not_left_out(knowledge: Knowledge) -> None:
    """Known bad: half a minute was proved by "I oriented new starters (6)", which was short."""
    brief = brief_of(Case(bullets=(Bullet(STRONG), Bullet(WEAK)), asked=(Asked("Keep the stores of the plant"),)))
    said = pitch(brief, knowledge).thirty_seconds[1].prose.text
    assert "from 410 to 90 items in one year" in said
    assert "(spares" not in said


def test_what_the_resume_doubts_is_not_said(knowledge: Knowledge) -> None:
    """Known bad: "I won the award (bronze? feature writing, 2016)"."""
    brief = brief_of(Case(bullets=(Bullet("Won the county award (silver? best menu, 2017)"), Bullet(WEAK)), asked=()))
    assert [one.said for one in EvidenceStore(brief, knowledge).ranked() if "award" in one.highlight.text] == [""]


def test_work_of_a_job_that_is_not_named_is_not_put_into_another(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Known bad: "There I designed 9 mains" behind another employer, since the next job had none."""
    brief = case("jordan-chen")
    first, *others = brief.resume.work
    nameless = [one.model_copy(update={"name": None}) for one in others]
    resume = brief.resume.model_copy(update={"work": (first, *nameless)})
    changed = brief.model_copy(update={"resume": resume})
    told = pitch(changed, knowledge).two_minutes
    lost = {highlight.text for position in nameless for highlight in position.highlights}
    past = " ".join(source.quote for line in told[0].prose.lines for source in line.sources)
    assert not any(text in past for text in lost)


@pytest.mark.parametrize("frame", ["pitch-past-then", "pitch-past-year", "pitch-past-start-undated"])
def test_the_first_job_follows_on_nothing(frame: str, knowledge: Knowledge) -> None:
    """Known bad: "After that came …" as the first sentence of the way."""
    assert any(not _FOLLOWS.match(text) for text in knowledge.frames[frame].texts)


def test_a_summary_of_notes_is_not_spoken(case: Callable[[str], Brief]) -> None:
    """Known bad: "I'm a network admin, 11+ yrs, last 7 in K-12 (9,400 students)"."""
    brief = case("jordan-chen")
    notes = as_fact("Software engineer at two plants, 9+ yrs, last 4 in payments (3 teams).")
    resume = brief.resume.model_copy(update={"summary": notes})
    assert summary_phrase(brief.model_copy(update={"resume": resume})) == ""


def test_the_highest_finished_course_is_where_training_goes_back_to(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Known bad: "My training goes back to Conestoga College (part time online."."""
    brief = case("jordan-chen")
    courses = (
        Education(
            fact=as_fact("Certificate, Hill College (evenings) - 3 of 5 courses"), institution=as_fact("Hill College (evenings")
        ),
        Education(fact=as_fact("B.Com., Lake University, 2006"), institution=as_fact("Lake University"), end_date="2006"),
    )
    resume = brief.resume.model_copy(update={"education": courses})
    pen = Pen("pitch", brief.model_copy(update={"resume": resume}), knowledge)
    assert "Lake University" in school(pen, "pitch-past-school", "pitch-past-school-plain", highest=True).text
    assert "(" not in school(pen, "pitch-hook-graduate", "pitch-hook-school").text
    assert with_article("Editor (cover") == "an Editor"


@pytest.mark.parametrize(
    ("starts", "told"),
    [
        (("2018-03", "2017", "2012-08"), ["2012-08", "2017", "2018-03"]),
        (("2017", "2018-03", "2012-08"), ["2012-08", "2017", "2018-03"]),
        (("2017", None, "2018"), ["2018", None, "2017"]),
    ],
)
def test_the_way_so_far_is_told_from_the_first_job_on(starts: tuple[str | None, ...], told: list[str | None]) -> None:
    """Known bad: "From 2018 to 2019 I was … Then, from 2017 to 2020, I worked", for two jobs at one time."""
    posts = tuple(Position(id=f"w{at}", start_date=start) for at, start in enumerate(starts))
    assert [one.start_date for one in in_time(posts)] == told


_STAYS = [
    pytest.param(
        [("Acme", "2022-02", None), ("Acme", "2020-08", "2022-02"), ("Bolt", "2018-01", "2020-08")], "2020-08", id="promoted"
    ),
    pytest.param([("Acme", "2022-02", None), ("Acme", "2018-08", "2019-02")], "2022-02", id="came back"),
    pytest.param(
        [("Acme", "2022", None), ("Acme", "2020", "2022"), ("ACME", "2017-03", "2020-01")], "2017-03", id="years alone"
    ),
    pytest.param([("Acme", "2022", None), ("Acme", None, "2022")], "2022", id="no start"),
    pytest.param([("Acme", "2021-10", None), ("Acme", "2019-06", "2021-10", "to Oct 2021")], "2021-10", id="said above"),
    pytest.param([("Acme", "2022", None), ("Bolt", "2020", "2022")], "2022", id="another employer"),
]


@pytest.mark.parametrize(("roles", "start"), _STAYS)
def test_a_stay_begins_with_the_first_role_at_the_employer(
    roles: list[tuple[str, ...]], start: str, case: Callable[[str], Brief]
) -> None:
    """Known bad: "since 2022 I have been at Acme" of somebody who came in 2020 and was promoted."""
    one = case("jordan-chen").resume.work[0]
    work = [
        one.model_copy(
            update={
                "name": as_fact(name),
                "start_date": began,
                "end_date": ended,
                "dates": as_fact(next(iter(said), f"{began or 'to'} - {ended or 'now'}")),
            }
        )
        for name, began, ended, *said in roles
    ]
    assert arrival(work).start_date == start


def test_who_was_promoted_is_introduced_by_when_they_came(knowledge: Knowledge, tmp_path: Path) -> None:
    """Known bad: a true "since 2019" that rested on a role which has ended, for which the whole playbook was held."""
    resume, job = tmp_path / "resume.txt", tmp_path / "job.txt"
    resume.write_text(
        "Imogen Vasquez-Hale\nSheffield | imogen@example.org\n\nEXPERIENCE\n\nOakfield Foods, Sheffield\n"
        "Team Leader, June 2021 - Present\n- Ran the late shift of 18 pickers and cut picking errors from 4% to 1%\n"
        "Picker, May 2019 - June 2021\n- Picked 220 orders a shift by scanner\n\nEDUCATION\nBTEC Business, Sheffield College, 2018\n"
        "\nSKILLS\nscanners, stock counts, forklift\n",
        encoding="utf-8",
    )
    job.write_text(
        "Warehouse Shift Supervisor\nOakfield Foods\n\nWhat you will do\n- Lead a shift of pickers and drivers on a busy dock\n- Brief the team before each shift\n- Keep picking errors low\n"
        "\nRequirements\n- 3 years of warehouse experience\n- Experience leading a team\n- Forklift licence\n",
        encoding="utf-8",
    )
    outcome = compose_playbook(resume, job, "Hill & Sons", knowledge, date(2026, 11, 27))
    said = outcome.playbook.pitch.thirty_seconds[0].prose.lines[0].text
    assert said.endswith("at Oakfield Foods, where I began in 2019.")
    assert held(outcome, knowledge) == ()
