"""Section 3: the posting is quoted whole, read closely and answered from the resume."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from playbook.grounding import issues
from playbook.provenance import Link, lines_of
from playbook.writing.decode import decode
from playbook.writing.gaps import choose_gaps
from playbook.writing.relevance import has_cue, shared
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge

CASES = ("jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte")


@pytest.mark.parametrize("name", CASES)
def test_five_lines_are_quoted_whole(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """What they said is a requirement of the posting, verbatim, each once, in the posting's order."""
    brief = case(name)
    rows = decode(brief, knowledge).rows
    order = [requirement.text for requirement in brief.posting.requirements]
    said = [row.said.text for row in rows]
    assert len(said) == len(set(said)) == 5
    assert [order.index(text) for text in said] == sorted(order.index(text) for text in said)


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_is_grounded(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """No line of the resume or the posting states what its sources lack; company intel has its page and its day."""
    brief = case(name)
    company = brief.company
    allowed = (
        brief.candidate,
        brief.posting.title,
        company.name,
        company.values_label,
        *(value.name for value in company.values),
    )
    for at, line in lines_of(decode(brief, knowledge)):
        found = [issue for issue in issues(line, allowed) if issue.kind == "number" or line.provenance == "resume"]
        assert line.provenance not in {"resume", "job"} or not found, f"{at}: {found}"
        if line.provenance == "company":
            assert all(source.url and source.checked for source in line.sources), at


@pytest.mark.parametrize("name", CASES)
def test_no_bullet_is_worn_out(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """The section speaks of one bullet twice at most."""
    brief = case(name)
    spans = Counter(source.span for _, line in lines_of(decode(brief, knowledge)) for source in line.sources)
    assert all(spans[highlight.fact.span] <= 2 for highlight in brief.resume.highlights)


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_and_no_value_stands_twice(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Five rows are not about one thing."""
    made = decode(case(name), knowledge)
    texts = [line.text for _, line in lines_of(made)]
    assert [text for text, count in Counter(texts).items() if count > 1] == []
    values = [value for row in made.rows for value in row.values]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("name", CASES)
def test_what_the_resume_does_not_show_is_not_claimed(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """A row without evidence leads to a script or asks; it restates nothing."""
    brief = case(name)
    gaps = {gap.requirement for gap in choose_gaps(brief, knowledge)}
    for row in decode(brief, knowledge).rows:
        requirement = next(one for one in brief.posting.requirements if one.text == row.said.text)
        if brief.matching.of(requirement.id).evidence:
            continue
        assert all(line.provenance != "resume" for line in row.you_show.lines)
        links = [part for line in row.you_show.lines for part in line.parts if isinstance(part, Link)]
        assert bool(links) == (requirement.id in gaps)
        assert links or any(line.blanks for line in row.you_show.lines)


@pytest.mark.parametrize("name", CASES)
def test_a_hidden_priority_is_a_sign_of_the_posting_or_says_that_it_is_not(
    name: str, case: Callable[[str], Brief], knowledge: Knowledge
) -> None:
    """A priority tagged as the posting's quotes the line that gives it away; the others quote none."""
    brief = case(name)
    company = knowledge.companies.get(brief.company.id or "")
    entries = {
        entry.title: entry for entry in (*knowledge.family(brief.posting.family).hidden, *(company.hidden if company else ()))
    }
    hidden = decode(brief, knowledge).hidden
    assert len({priority.title for priority in hidden}) == 3
    for priority in hidden:
        quoted = [line for line in priority.paragraph.lines if line.provenance == "job"]
        assert bool(quoted) == (priority.tag == "job")
        for line in quoted:
            assert any(has_cue(line.sources[0].quote, cue) for cue in entries[priority.title].cues)


def test_a_profiled_company_has_a_priority_and_a_mistake_of_its_own(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """What only this employer does is said once, with its source."""
    made = decode(case("jordan-chen"), knowledge)
    assert [priority.tag for priority in made.hidden].count("company") == 1
    assert any(line.provenance == "company" for point in made.mistakes for line in point.paragraph.lines)
    assert all(line.provenance == "company" for line in made.success.lines)


def test_an_unknown_company_is_not_given_words(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Without a profile nothing is said as company intel."""
    made = decode(case("ines-duarte"), knowledge)
    assert not [line for _, line in lines_of(made) if line.provenance == "company"]


def test_one_mistake_is_the_candidates_own(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """The first mistake is told with a line of the resume."""
    brief = case("luis-herrera")
    first = decode(brief, knowledge).mistakes[0].paragraph.lines[0]
    assert first.provenance == "resume"
    assert first.sources[0].span in {highlight.fact.span for highlight in brief.resume.highlights}


def test_a_posting_of_two_lines_gets_two_rows(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """A vague posting is not filled up."""
    brief = case("ines-duarte")
    posting = brief.posting.model_copy(update={"requirements": brief.posting.requirements[:2], "about": (), "values": ()})
    short = brief.model_copy(update={"posting": posting})
    matching = brief.matching.model_copy(update={"requirements": brief.matching.requirements[:2]})
    made = decode(short.model_copy(update={"matching": matching}), knowledge)
    assert 1 <= len(made.rows) <= 2
    assert len(made.hidden) == len(made.mistakes) == 3


def test_a_posting_that_gives_nothing_away_has_three_priorities(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Where no cue stands in a posting, what holds for every role is said, and tagged so."""
    brief = case("ines-duarte")
    line = brief.posting.requirements[9]
    posting = brief.posting.model_copy(update={"requirements": (line,), "about": (), "values": ()})
    matching = brief.matching.model_copy(update={"requirements": (brief.matching.of(line.id),)})
    hidden = decode(brief.model_copy(update={"posting": posting, "matching": matching}), knowledge).hidden
    assert [priority.tag for priority in hidden] == ["role", "role", "role"]
    assert len({priority.title for priority in hidden}) == 3


def test_two_texts_are_not_about_the_same_thing_for_their_pronouns() -> None:
    """Known bad: a refurbishment stood beside thin margins, since both had "who" and "while"."""
    assert (
        shared("Someone who keeps guests happy while the work goes on", "Somebody who sees the cost while it is running") == 0
    )
    assert shared("Someone who sees the cost", "Whoever sees the cost of a room") == 2


def test_a_cue_is_a_word_and_not_a_part_of_one() -> None:
    """Short cues are whole words; long ones may be the beginning of a word."""
    assert has_cue("Own features end-to-end", "own")
    assert not has_cue("Known for quality", "own")
    assert has_cue("Skilled negotiation with procurement", "negotiat")
    assert not has_cue("Selling to supply chain leaders", "lead")


def test_who_is_to_lead_the_rooms_of_a_hotel_is_not_advised_on_the_kitchen(knowledge: Knowledge) -> None:
    """Known bad: "cooking, cooling, holding" the night before a talk on bedrooms; a kitchen keeps that advice."""
    rooms = ("Lead front office, housekeeping and maintenance", "Keep bedrooms to brand standard", "Own the rooms budget")
    kitchen = ("Keep records of cooking, cooling and holding", "Allergen and food safety checks", "Run the restaurant")
    told = []
    for lines in (rooms, kitchen):
        case = Case(bullets=(Bullet("Wrote the rota"),), asked=tuple(Asked(line) for line in lines), family="hospitality")
        told.append(" ".join(line.text for line in decode(brief_of(case), knowledge).means_for_you))
    assert ["food safety" in advice for advice in told] == [False, True]


def test_who_follows_what_is_written_is_not_said_to_write(knowledge: Knowledge) -> None:
    """Known bad: "Ability to follow written procedures" was a sign that the written word counts."""
    titles = []
    for line in ("Ability to follow written procedures", "Write reports for the board"):
        brief = brief_of(Case(bullets=(Bullet("Ran the desk"),), asked=(Asked(line),)))
        titles.append([one.title for one in decode(brief, knowledge).hidden if one.tag == "job"])
    assert titles == [[], ["The written word counts"]]
