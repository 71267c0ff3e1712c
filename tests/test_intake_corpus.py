"""The corpus is what its card says, and each score of the report falls when a reading is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from evals.intake.gold import Case, load_cases
from evals.intake.reading import Read, read_case
from evals.intake.report import main
from evals.intake.scores import score
from playbook.artifacts.document import Quarantined
from playbook.knowledge.packs import Knowledge

CASES = load_cases()
CLEAN = "six-point-references-care-worker"
HIDDEN = "near-white-keywords-nurse"
POSTING = "txt-british-essential-desirable-teacher"
SCAN = "scanned-carpenter"


@pytest.fixture(scope="module")
def readings(knowledge: Knowledge) -> dict[str, tuple[Case, Read]]:
    """A few documents of the tune split, read once."""
    return {case.id: (case, read_case(case, knowledge)) for case in CASES if case.id in {CLEAN, HIDDEN, POSTING, SCAN}}


def split_of(name: str) -> str:
    """The split that the card of the corpus gives a name."""
    return "test" if int(sha256(name.encode()).hexdigest(), 16) % 3 == 0 else "tune"


def test_the_corpus_is_large_and_its_splits_are_those_of_its_names():
    assert len(CASES) >= 60
    assert [case.id for case in CASES if case.split != split_of(case.id)] == []
    share = sum(case.split == "test" for case in CASES) / len(CASES)
    assert 0.25 < share < 0.45


def test_every_refusal_and_every_layout_is_in_both_words_of_the_card():
    card = (CASES[0].path.parent.parent / "README.md").read_text()
    assert {case.layout for case in CASES} <= {word.strip("`,. \n") for word in card.replace("`,", "` ").split()}
    refused = {case.expect for case in CASES if case.expect != "read"}
    assert refused >= {
        "resume.encrypted", "resume.scanned", "resume.too-short", "resume.placeholder", "resume.not-a-resume", "job.not-a-job",
        "resume.language", "resume.too-large", "resume.hidden-text", "resume.unreadable", "job.too-short",
    }  # fmt: skip


def worth(case: Case, read: Read, name: str) -> float:
    """A score by its name: F1, or the share of right ones where nothing more can be found."""
    value = score(case, read).tallies[name].f1
    assert value is not None
    return value


def without_bullet(read: Read) -> Read:
    assert read.resume is not None
    first = read.resume.work[0]
    fewer = first.model_copy(update={"highlights": first.highlights[1:]})
    return replace(read, resume=read.resume.model_copy(update={"work": (fewer, *read.resume.work[1:])}))


def without_role(read: Read) -> Read:
    assert read.resume is not None
    return replace(read, resume=read.resume.model_copy(update={"work": read.resume.work[1:]}))


def misdated(read: Read) -> Read:
    assert read.resume is not None
    wrong = read.resume.work[0].model_copy(update={"start_date": "1999-01"})
    return replace(read, resume=read.resume.model_copy(update={"work": (wrong, *read.resume.work[1:])}))


def unnamed(read: Read) -> Read:
    assert read.resume is not None
    return replace(read, resume=read.resume.model_copy(update={"name": None}))


def alarmed(read: Read) -> Read:
    assert read.document is not None
    hidden = (Quarantined(text="nothing of the kind", reason="not drawn"),)
    return replace(read, document=read.document.model_copy(update={"hidden": hidden}))


def blind(read: Read) -> Read:
    assert read.document is not None
    return replace(read, document=read.document.model_copy(update={"hidden": ()}))


def without_requirement(read: Read) -> Read:
    assert read.posting is not None
    rows = read.posting.requirements
    return replace(read, posting=read.posting.model_copy(update={"requirements": rows[1:]}))


def with_boilerplate(read: Read) -> Read:
    assert read.posting is not None
    rows = read.posting.requirements
    assert read.posting.about or rows
    more = rows[0].model_copy(
        update={"id": "r99", "fact": rows[0].fact.model_copy(update={"text": "We are an equal opportunity employer"})}
    )
    return replace(read, posting=read.posting.model_copy(update={"requirements": (*rows, more)}))


def served(read: Read) -> Read:
    return replace(read, code="read")


@pytest.mark.parametrize(
    ("name", "spoil", "case_id"),
    [
        ("roles: bullets", without_bullet, CLEAN),
        ("roles", without_role, CLEAN),
        ("roles: dates", misdated, CLEAN),
        ("name", unnamed, CLEAN),
        ("no false alarm", alarmed, CLEAN),
        ("hidden", blind, HIDDEN),
        ("requirements", without_requirement, POSTING),
        ("requirements", with_boilerplate, POSTING),
        ("refusals", served, SCAN),
    ],
)
def test_each_score_falls_when_a_reading_is_wrong(
    name: str, spoil: Callable[[Read], Read], case_id: str, readings: dict[str, tuple[Case, Read]]
):
    case, read = readings[case_id]
    assert worth(case, spoil(read), name) < worth(case, read, name)


def test_a_gold_file_with_an_unknown_key_is_named(tmp_path: Any):
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "document.txt").write_text("text")
    (folder / "gold.yaml").write_text(
        "kind: resume\nsplit: tune\nlayout: plain\nmade_by: hand\nlanguage: en\nabout: x\nexpect: read\nhiden: []\n"
    )
    with pytest.raises(ValueError, match=r"odd/gold.yaml"):
        load_cases(tmp_path)


def test_the_report_keeps_the_test_split_closed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    case = next(case for case in CASES if case.split == "test" and case.expect == "read" and case.path.suffix == ".txt")
    monkeypatch.setattr("sys.argv", ["report", "--misses", "--only", case.id])
    main()
    printed = capsys.readouterr().out
    assert "test: 1 documents" in printed
    assert case.id not in printed
