"""`playbook.json` and `answers.yaml` hold what the interface promises, and no contact data."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from playbook.artifacts.playbook import Playbook
from playbook.masking import MASK, masked
from playbook.provenance import lines_of
from playbook.rendering.answers import answers
from playbook.rendering.record import as_json, plain, record
from tests.document_factory import BULLETS, JOB, NAME, RESUME, documents
from tests.playbook_factory import make_playbook


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    """A full playbook."""
    return make_playbook()


@pytest.fixture(scope="module")
def data(playbook: Playbook) -> dict[str, Any]:
    """Its record, read back from the bytes."""
    read: dict[str, Any] = json.loads(as_json(record(playbook, documents())))
    return read


def test_the_top_level_is_what_the_interface_names(data: dict[str, Any]) -> None:
    """Scripts rely on these names."""
    promised = {"schema_version", "generated_on", "candidate", "job", "company", "matches", "fit", "sections", "claims"}
    assert {"checks", "run"} <= set(data)
    assert promised <= set(data)
    assert data["schema_version"] == 1
    assert data["generated_on"] == "2026-11-23"


def test_the_candidate_has_json_resume_names(data: dict[str, Any]) -> None:
    """Work, education, skills and languages as JSON Resume has them; highlights are verbatim strings."""
    candidate = data["candidate"]
    assert {"name", "label", "years_experience", "work", "education", "skills", "certificates", "languages"} <= set(candidate)
    assert candidate["name"] == NAME
    work = candidate["work"][0]
    assert {"name", "position", "startDate", "endDate", "highlights"} <= set(work)
    assert tuple(work["highlights"]) == BULLETS
    assert work["endDate"] is None


def test_the_sections_and_their_names_are_those_of_the_interface(data: dict[str, Any]) -> None:
    """Ten sections; stories and questions with plain strings."""
    sections = data["sections"]
    expected = ["snapshot", "standing", "decoding", "pitch", "stories", "questions", "scripts", "asks", "plan", "cheat_sheet"]
    assert list(sections) == expected
    story = sections["stories"]["stories"][0]
    assert story["anchor"] == BULLETS[0]
    assert all(isinstance(story[name], str) for name in ("title", "employer", "situation", "task", "action", "result"))
    assert all(isinstance(text, str) for name in ("competencies", "use_for", "before_you_use") for text in story[name])
    assert set(story["follow_ups"][0]) == {"question", "guidance"}
    question = sections["questions"]["questions"][0]
    assert all(isinstance(mark, str) and ": " in mark for name in ("great", "red_flags") for mark in question[name])
    assert (len(question["great"]), len(question["red_flags"])) == (4, 4)
    assert isinstance(sections["questions"]["source"], str)
    assert sum(sections["questions"]["distribution"].values()) == len(sections["questions"]["questions"])


def test_every_source_quotes_what_stands_at_its_offsets(data: dict[str, Any]) -> None:
    """The folded texts are in the record so that anyone can check a claim."""
    seen = 0
    for claim in data["claims"]:
        for source in claim["sources"]:
            if source["document"] in data["documents"]:
                text = data["documents"][source["document"]]["text"]
                assert text[source["start"] : source["end"]] == source["quote"]
                seen += 1
    assert seen > 50


def test_every_claim_points_to_a_text_that_holds_it(data: dict[str, Any]) -> None:
    """A pointer that goes past a text ends at that text."""
    for claim in data["claims"]:
        value: Any = data["sections"]
        for step in claim["at"].strip("/").split("/"):
            if isinstance(value, str):
                break
            value = value[int(step)] if isinstance(value, list) else value[step]
        assert claim["text"] in value, claim["at"]


def test_no_contact_data_is_in_any_machine_readable_file(playbook: Playbook) -> None:
    """Mail addresses and telephone numbers are masked in place."""
    files = as_json(record(playbook, documents())) + answers(playbook)
    for secret in ("zoe.martinez@example.org", "555 0147", "example-zoe", "jobs@example.com", "010-0199"):
        assert secret in RESUME + JOB
        assert secret.encode() not in files


@pytest.mark.parametrize(
    "contact",
    ["a.b+c@example.co.uk", "+36 1 555 0147", "(555) 010-0142", "555-010-0142", "+1.555.010.0142", "0049 30 5550142",
     "linkedin.com/in/someone", "https://example.org/me", "www.example.org", "1420 Maple Grove Avenue, Apt 4B", "77 Quarry Rd.",
     "12 Elm Court", "Lindenstraße 12a", "Berliner Allee 7", "14 bis rue des Lilas", "Calle Mayor 5", "Rua das Flores, n.º 10",
     "PO Box 912"],
)  # fmt: skip
def test_contact_data_is_masked_character_for_character(contact: str) -> None:
    """The text keeps its length, and so every offset."""
    text = f"Ana Pérez | {contact} | Lima"
    assert masked(text) == f"Ana Pérez | {MASK * len(contact)} | Lima"


@pytest.mark.parametrize(
    "text",
    ["Mar 2022 - Present", "2019-03 - 2022-11", "2015 - 2019", "03/2019 - 11/2022", "handled 500,000 requests",
     "from $1,200,000 to $2,400,000", "99.99% of 12.500.000", "CI/CD and TCP/IP", "24/7 on-call", "licence 4711", "2B+ events",
     "ran 3 Sales Drive events a year", "the 2023 Right Way Award", "rolled out via SAP 4", "120 Avenue members"],
)  # fmt: skip
def test_dates_and_figures_are_not_taken_for_telephone_numbers(text: str) -> None:
    """A masked metric would make a claim look false."""
    assert masked(text) == text


def test_what_a_claim_quotes_is_never_masked() -> None:
    """A quote and its text stay equal whatever the quote looks like."""
    text = "Called 555 010 0142 numbers a day"
    assert masked(text, [(0, len(text))]) == text


def test_answers_hold_every_blank_once_with_its_place(playbook: Playbook) -> None:
    """The file is YAML, in document order, with an empty answer each."""
    read = yaml.safe_load(answers(playbook))
    blanks = [blank for _, line in lines_of(playbook.sections) for blank in line.blanks]
    assert [row["id"] for row in read["answers"]] == list(dict.fromkeys(blank.id for blank in blanks))
    assert {row["id"]: row["question"] for row in read["answers"]} == {blank.id: blank.question for blank in blanks}
    assert all(row["answer"] == "" and row["where"].startswith("Section ") for row in read["answers"])
    wheres = {row["where"] for row in read["answers"]}
    assert "Section 5, Stories, Story 1 (Raising On-Time Dispatch Across Three Centres), situation" in wheres


def test_a_question_cannot_break_out_of_the_yaml(playbook: Playbook) -> None:
    """Quotes, colons, line breaks and comment signs in a title or question stay text."""
    evil = 'a"b: #c\n  - id: x\n...\n'
    story = playbook.stories.stories[0].model_copy(update={"title": evil})
    stories = playbook.stories.model_copy(update={"stories": (story, *playbook.stories.stories[1:])})
    read = yaml.safe_load(answers(playbook.model_copy(update={"stories": stories})))
    assert len(read["answers"]) == len(yaml.safe_load(answers(playbook))["answers"])
    assert any(evil in row["where"] for row in read["answers"])


def test_the_same_playbook_gives_the_same_bytes(playbook: Playbook) -> None:
    """Documents are written in the order of their names, whatever the mapping's."""
    turned = dict(reversed(documents().items()))
    assert as_json(record(playbook, turned)) == as_json(record(playbook, documents()))


def test_plain_has_no_type_left_that_json_lacks(playbook: Playbook) -> None:
    """Nothing but dicts, lists, strings, numbers, booleans and nulls."""
    text = json.dumps(plain(playbook.sections), ensure_ascii=False)
    assert not re.search(r"provenance=|parts=\(", text)
