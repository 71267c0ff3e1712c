"""Whatever is done to a document, it is read or refused: a short run of the long one of `make intake-fuzz`."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.intake.fuzz import attempt, mutant
from evals.intake.gold import load_cases
from playbook.errors import Refusal
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge

SEEDS = [(case, case.path.read_bytes()) for case in load_cases() if case.path.stat().st_size < 60_000]


@pytest.mark.parametrize("number", range(60))
def test_a_damaged_document_is_read_or_refused(number: int, knowledge: Knowledge):
    case, content = mutant(SEEDS, random.Random(number))  # noqa: S311  a seed, not a secret
    assert attempt(content, case, knowledge)


@given(st.binary(max_size=3000))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_document_or_a_refusal(content: bytes):
    for name in ("resume", "job"):
        code = f"{name}.read"
        try:
            read_bytes(content, name)  # type: ignore[arg-type]
        except Refusal as refusal:
            code = refusal.code
        assert code.startswith(f"{name}.")


def test_halves_of_characters_are_no_text():
    record = '{"basics": {"name": "Ana \\ud83d Ruiz", "summary": "%s"}, "work": [{"name": "Larkhill", "position": "Clerk"}]}'
    document = read_bytes((record % ("word " * 60)).encode(), "resume", "json")
    assert document.text.startswith("Ana Ruiz")


@pytest.mark.parametrize(
    "line",
    ["(" * 4000, "2019 - " * 900, "a, " * 3000, ": " * 3000, "- " * 3000, "A" * 20000, "Manager at " * 900, "1,000 to " * 900, "\t|" * 2000,
     "years of " * 900, "@" * 3000, "1 2 " * 3000, "and ".join(["led"] * 1500)],
    ids=range(13),
)  # fmt: skip
def test_a_hostile_line_takes_no_time_to_speak_of(line: str, knowledge: Knowledge):
    """A grammar that backtracks would hang here, and the run with it."""
    from evals.intake.gold import Case

    case = next(case for case, _ in SEEDS if case.kind == "resume" and case.path.suffix == ".txt")
    assert isinstance(case, Case)
    text = (
        f"Ana Ruiz\n\nExperience\n\nClerk, Larkhill Books, 2019 - 2021\n{line}\n- {line}\nSkills\n{line}\n"
        + "more words here " * 20
    )
    attempt(text.encode(), case, knowledge)
    job = next(case for case, _ in SEEDS if case.kind == "job" and case.path.suffix == ".txt")
    attempt(text.encode(), job, knowledge)
