"""Every rule of the catalogue has a known-bad case that it catches, and a clean playbook that it passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from playbook.artifacts.brief import Brief
from playbook.artifacts.document import Document, Quarantined, ReadingNote
from playbook.artifacts.inspection import CheckResult
from playbook.artifacts.playbook import Playbook
from playbook.artifacts.rendering import Format
from playbook.checks.catalogue import RULES
from playbook.checks.claims import FILES, check_claims, check_rendering
from playbook.checks.counts import check_questions, check_stories
from playbook.checks.spans import check_document, check_posting, check_resume
from playbook.checks.sums import check_fit, check_matching
from playbook.consistency import inspect
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Blank, Frozen, Line, Link, Prose, Source, Span, Words, lines_of
from tests.changed_artifacts import changed
from tests.rendering_factory import make_rendering


def said(text: str, provenance: str = "resume", quote: str | None = None, document: str = "resume") -> Line:
    """A line that rests on `quote`, wherever that stands."""
    sources = () if quote is None else (Source(span=Span(document=document, start=0, end=len(quote)), quote=quote),)  # type: ignore[arg-type]
    return Line(parts=(Words(text=text),), provenance=provenance, sources=sources)  # type: ignore[arg-type]


def caught(rule: str, results: tuple[CheckResult, ...]) -> None:
    """Assert that `rule` found something, with a sample to show for it."""
    (result,) = (result for result in results if result.rule == rule)
    assert not result.ok
    assert result.bad > 0
    assert result.samples
    assert result.severity == RULES[rule].severity


@pytest.fixture(scope="module")
def brief(case: Callable[[str], Brief]) -> Brief:
    """The reference case."""
    return case("jordan-chen")


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """The reference case's documents."""
    from conftest import SAMPLES

    from playbook.intake.files import read

    return {name: read(SAMPLES / "jordan-chen" / f"{name}.txt", name) for name in ("resume", "job")}  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def playbook(brief: Brief, knowledge: Any) -> Playbook:
    """A whole playbook of the reference case, by the embedded writer."""
    from playbook.artifacts.playbook import Run
    from playbook.writing.ask_back import ask_back
    from playbook.writing.assess import assess
    from playbook.writing.bridge_gaps import bridge_gaps
    from playbook.writing.condense import condense
    from playbook.writing.decode import decode
    from playbook.writing.draft_stories import draft_stories
    from playbook.writing.generate_questions import generate_questions
    from playbook.writing.pitch import pitch
    from playbook.writing.plan_90_days import plan_90_days

    stories = draft_stories(brief, knowledge)
    questions = generate_questions(brief, stories, knowledge)
    parts: dict[str, Frozen] = {
        "assessment": assess(brief, knowledge),
        "decoding": decode(brief, knowledge),
        "pitch": pitch(brief, knowledge),
        "stories": stories,
        "questions": questions,
        "scripts": bridge_gaps(brief, stories, questions, knowledge),
        "asks": ask_back(brief, knowledge),
        "plan": plan_90_days(brief, knowledge),
    }
    sheet = condense(brief, parts["assessment"], parts["pitch"], stories, parts["scripts"], parts["asks"], knowledge)  # type: ignore[arg-type]
    return Playbook(brief=brief, **parts, cheat_sheet=sheet, run=Run(id="test", model="embedded", version="0"))  # type: ignore[arg-type]


def test_the_reference_case_passes_every_check(
    brief: Brief, playbook: Playbook, documents: dict[str, Document], knowledge: Knowledge
):
    results = (
        *check_document(documents["resume"]),
        *check_resume(brief.resume, documents["resume"]),
        *check_posting(brief.posting, documents["job"]),
        *check_matching(brief.matching, brief.resume, brief.posting, brief.company),
        *check_fit(brief.fit),
        *check_stories(playbook.stories, brief),
        *check_questions(playbook.questions),
        *check_claims(playbook, documents["resume"], documents["job"], knowledge),
        *inspect(playbook),
    )
    assert [f"{r.rule}: {r.samples}" for r in results if not r.ok and r.severity != "info"] == []
    assert {result.rule for result in results} == set(RULES) - {"files-complete"}
    assert [result.rule for result in results if not result.n] == ["scores-shown", "answers-agree"]


def test_a_layout_that_two_readers_read_differently_and_words_that_nobody_sees_are_noted(documents: dict[str, Document]):
    notes = (ReadingNote(code="resume.layout-uncertain", message="Look at it."),)
    caught("layout-agreed", check_document(changed(documents["resume"], notes=notes)))
    hidden = (Quarantined(text="CPA PMP", reason="not drawn", page=1),)
    caught("text-visible", check_document(changed(documents["resume"], hidden=hidden)))


def test_a_fact_that_is_not_where_its_span_says_is_caught(brief: Brief, documents: dict[str, Document]):
    moved = documents["resume"].model_copy(update={"text": " " + documents["resume"].text})
    caught("resume-spans", check_resume(brief.resume, moved))
    shifted = documents["job"].model_copy(update={"text": " " + documents["job"].text})
    caught("posting-spans", check_posting(brief.posting, shifted))


def test_two_bullets_or_requirements_of_one_id_are_caught(brief: Brief, documents: dict[str, Document]):
    first = brief.resume.work[0].highlights[0]
    twice = changed(brief.resume, work__1__highlights=(first, *brief.resume.work[1].highlights))
    caught("resume-ids", check_resume(twice, documents["resume"]))
    rows = brief.posting.requirements
    caught("posting-ids", check_posting(changed(brief.posting, requirements=(*rows, rows[0])), documents["job"]))


def test_matches_that_do_not_fit_requirements_and_evidence_are_caught(brief: Brief):
    def judged(matching: Any) -> tuple[CheckResult, ...]:
        return check_matching(matching, brief.resume, brief.posting, brief.company)

    matching = brief.matching
    index, strong = next((i, row) for i, row in enumerate(matching.requirements) if row.status == "covered")
    caught("every-requirement-judged", judged(changed(matching, requirements=matching.requirements[1:])))
    foreign = changed(strong.evidence[0], fact__text="Invented the transistor")
    caught("evidence-resolves", judged(changed(matching, **{f"requirements__{index}__evidence": (foreign,)})))
    whole = strong.evidence[0].fact
    half = whole.model_copy(
        update={"text": whole.text[:9], "span": whole.span.model_copy(update={"end": whole.span.start + 9})}
    )
    moved = half.model_copy(
        update={"span": half.span.model_copy(update={"start": half.span.start + 1, "end": half.span.end + 1})}
    )
    for part, holds in ((half, True), (moved, False)):
        found = judged(changed(matching, **{f"requirements__{index}__evidence": (changed(strong.evidence[0], fact=part),)}))
        assert next(result.ok for result in found if result.rule == "evidence-resolves") is holds
    caught("status-has-evidence", judged(changed(matching, **{f"requirements__{index}__status": "gap"})))
    false_gap = changed(strong, status="gap", evidence=(), known_share=0.2)
    caught("unknown-is-no-gap", judged(changed(matching, **{f"requirements__{index}": false_gap})))


def test_a_score_that_does_not_add_up_is_caught(brief: Brief):
    caught("scores-add-up", check_fit(changed(brief.fit, skills=brief.fit.skills - 7)))
    caught("points-within-most", check_fit(changed(brief.fit, ledger__0__points=99.0)))


def test_a_story_on_another_bullet_or_employer_is_caught(brief: Brief, playbook: Playbook):
    stories = playbook.stories
    caught("anchors-verbatim", check_stories(changed(stories, stories__0__employer="Globex"), brief))
    caught("anchors-verbatim", check_stories(changed(stories, stories__0__anchor=said("Did it twice as well")), brief))
    same = changed(stories, stories__1__highlight=stories.stories[0].highlight)
    caught("one-story-a-bullet", check_stories(same, brief))


def test_questions_that_differ_from_the_plan_are_caught(playbook: Playbook):
    questions = playbook.questions
    caught("distribution-holds", check_questions(changed(questions, distribution={"coding": 12})))
    caught("questions-differ", check_questions(changed(questions, questions__1__question=questions.questions[0].question)))


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("quotes-verbatim", said("You did.", quote="Words that no resume has")),
        ("numbers-grounded", said("You led 80 engineers.", quote="JORDAN M. CHEN")),
        ("names-grounded", said("You used Kubernetes at Netflix.", quote="JORDAN M. CHEN")),
        ("numbers-grounded", said("You cut waste by 18 percentage points.", quote="Cut waste by 18%")),
        ("numbers-grounded", said("You went from 29 to 34.", quote="Went from 34 to 29")),
        ("deeds-grounded", said("You increased waste by 18%.", quote="Reduced waste by 18%")),
        ("deeds-grounded", said("You moved it with downtime.", quote="Moved it without downtime")),
        ("deeds-grounded", said("You are certified in it.", quote="Worked in it")),
        ("deeds-grounded", said("You have kept bees.", quote="Kept bees", document="job")),
        ("deeds-grounded", said("As requested, here is the sentence.", quote="Kept bees")),
        ("claims-close", said("You led the migration of billing.", quote="Supported the migration of billing")),
        ("drafts-invent-nothing", said("It saved Netflix 41 hours.", "draft")),
        ("drafts-stay-drafts", said("I checked my own work before anyone else did.")),
        ("company-facts-sourced", said("They are kind.", "company")),
    ],
)
def test_a_sentence_that_its_sources_do_not_carry_is_caught(
    rule: str, line: Line, playbook: Playbook, documents: dict[str, Document], knowledge: Knowledge
):
    bad = changed(playbook, assessment__standing__summary=Prose(lines=(line,)))
    caught(rule, check_claims(bad, documents["resume"], documents["job"], knowledge))


def test_a_line_from_the_packs_with_a_word_dropped_is_caught(
    playbook: Playbook, documents: dict[str, Document], knowledge: Knowledge
):
    line = next(line for _, line in lines_of(playbook.plan) if line.provenance == "role" and " not " in line.text)
    shorter = line.model_copy(update={"parts": (Words(text=line.text.replace(" not ", " ")),)})
    caught("packs-verbatim", check_claims(_with(playbook, shorter), documents["resume"], documents["job"], knowledge))


def _with(playbook: Playbook, *lines: Line) -> Playbook:
    bad: Playbook = changed(playbook, assessment__standing__summary=Prose(lines=lines))
    return bad


def test_what_a_sentence_says_of_the_document_and_is_not_so_is_caught(playbook: Playbook):
    fit = playbook.brief.fit
    wrong = next(
        number for number in range(40, 99) if number not in {fit.overall, fit.skills, fit.experience, fit.culture, 45, 55}
    )
    caught("scores-shown", inspect(_with(playbook, said(f"Your culture score of {wrong}% can grow.", "draft"))))
    count = len(playbook.stories.stories)
    caught("counts-hold", inspect(_with(playbook, said(f"Read the {count - 1} stories below.", "role"))))
    caught("counts-hold", inspect(_with(playbook, said("Learn twenty stories by heart.", "role"))))
    title = playbook.brief.posting.title
    caught("title-holds", inspect(_with(playbook, said(f"As {title} IV you will write code.", "draft"))))
    draft = next(line for _, line in lines_of(playbook.stories) if line.provenance == "draft" and len(line.stated.split()) > 8)
    caught("provenance-never-rises", inspect(_with(playbook, said(draft.stated, quote="Anything"))))
    renamed = Line(parts=(Link(target="story-1", text="Section 5, Story 2"),), provenance="role")
    caught("references-resolve", inspect(_with(playbook, renamed)))


def test_an_answer_against_the_resume_is_caught(playbook: Playbook):
    note = ReadingNote(code="answers.disagrees", message="Your answer says 12, your resume 8.")
    caught("answers-agree", inspect(changed(playbook, notes=(note,))))


def test_what_is_said_too_often_too_long_or_with_a_brand_is_caught(playbook: Playbook):
    bullet = playbook.brief.resume.highlights[0].fact
    evidence = [
        Line(parts=(Words(text=f"You did it {word}."),), provenance="resume", sources=(bullet.source,)) for word in "abcd"
    ]
    caught("evidence-shared", inspect(_with(playbook, *evidence)))
    caught("reads-easily", inspect(_with(playbook, said("word " * 60 + ".", "draft"))))
    first = playbook.asks.interviewers[0].asks[0]
    caught("asks-differ", inspect(changed(playbook, asks__interviewers__1__asks__0=first)))
    caught("handout-unbranded", inspect(changed(playbook, plan__why=Prose(lines=(said("Made with ChatGPT.", "role"),)))))
    strength = playbook.assessment.standing.strengths[0]
    gap = strength.model_copy(update={"requirement": None})
    caught("strength-is-no-gap", inspect(changed(playbook, assessment__standing__gaps=(gap,))))


def test_what_contradicts_itself_is_caught(playbook: Playbook):
    caught(
        "references-resolve", inspect(_with(playbook, *[Line(parts=(Link(target="s-9", text="Story 9"),), provenance="role")]))
    )
    asks = [Line(parts=(Blank(id="x-1", question=text),), provenance="draft") for text in ("Why?", "How?")]
    caught("blanks-have-one-question", inspect(_with(playbook, *asks)))
    named = Line(parts=(Blank(id="x-2", question="company name"),), provenance="draft")
    caught("known-is-not-asked", inspect(_with(playbook, named)))
    caught("spoken-times", inspect(changed(playbook, pitch__thirty_seconds__0__prose=Prose(lines=(said("word " * 200),)))))
    caught("evidence-varied", inspect(_with(playbook, said("500K+ requests/second. " * 20))))
    long = "You wrote the plan for the whole department and then you followed it to the end of the year"
    caught("sentences-differ", inspect(_with(playbook, said(long), said(long + "."))))
    asked = next(one for one in playbook.brief.posting.requirements if one.years)
    short = {"requirement": asked.id, "title": f"{asked.years:g}+ Years"}
    point = playbook.assessment.standing.strengths[0].model_copy(update=short)
    results = inspect(changed(playbook, assessment__standing__gaps=(point,)))
    caught("strength-is-no-gap", results)
    caught("years-are-short", results)
    first = playbook.questions.questions[0].question
    caught("curveballs-are-new", inspect(changed(playbook, scripts__curveballs__0__question=first)))
    hole = playbook.stories.coverage[0].model_copy(update={"stories": ()})
    caught("values-covered", inspect(changed(playbook, stories__coverage=(hole,))))
    unshown = playbook.brief.fit.ledger[0].model_copy(update={"part": "culture", "text": "Thrift", "status": "gap"})
    caught("values-agree", inspect(changed(playbook, brief__fit__ledger=(unshown,), stories__coverage__0__value="Thrift")))


@pytest.mark.parametrize("text", ["You did did it.", "You are {{ name }}.", "You led None of it.", "You are exceptional."])
def test_a_doubled_word_a_leak_or_flattery_is_caught(text: str, playbook: Playbook):
    caught("plain-words", inspect(_with(playbook, said(text, "draft"))))


def test_a_missing_file_is_caught():
    caught("files-complete", check_rendering(make_rendering(dict.fromkeys(FILES[1:], "sha"), pages=40)))
    six = make_rendering(dict.fromkeys(FILES, "sha"), pages=40)
    assert check_rendering(six, Format())[0].ok
    caught("files-complete", check_rendering(six, Format(docx=True)))


def test_every_rule_has_a_known_bad_case(request: pytest.FixtureRequest):
    """Reads this file: each id of the catalogue stands in a test that plants what it catches."""
    source = request.path.read_text(encoding="utf-8")
    assert [rule for rule in RULES if source.count(f'"{rule}"') < 1] == []
