"""Whom an erasure means: by run, key, file, address or name; and never more people than were meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from erasure_cases import ANA, BEN, Home, plan_for

from playbook.erasure.people import Unsure, people
from playbook.erasure.plan import archive_of


@pytest.mark.parametrize("who", ["0000000000000001", "Quill Ana Maria", "ana.quill@example.com", "file", "key"])
def test_a_person_is_named_by_run_name_address_resume_or_key(home: Home, tmp_path: Path, who: str):
    home.run(*ANA)
    home.run(*BEN)
    everybody = people(archive_of(home.settings), home.store)
    (key,) = (one.key for person in everybody for one in person.candidates if ANA[0] in one.names)
    (tmp_path / "resume.txt").write_bytes(home.store.get_bytes(key))
    meant = {"file": str(tmp_path / "resume.txt"), "key": key[:16]}.get(who, who)
    assert plan_for(home, meant).runs == {"0000000000000001"}


def test_another_version_of_the_resume_leads_to_the_person_by_name_and_address(home: Home, tmp_path: Path):
    home.run(*ANA)
    (tmp_path / "new.txt").write_text("ANA MARIA QUILL\nana.quill@example.com\nSomething else by now")
    assert plan_for(home, str(tmp_path / "new.txt")).runs == {"0000000000000001"}


def test_two_resumes_with_one_name_and_address_are_one_person(home: Home):
    runs = {home.run(*ANA), home.run(*ANA, version="Utah")}
    assert plan_for(home, "quill").runs == runs


def test_a_name_that_two_people_bear_is_refused_and_all_matches_takes_both(home: Home):
    runs = {home.run(*ANA), home.run(ANA[0], "other@example.net")}
    with pytest.raises(Unsure, match=r"candidate\.ambiguous: found 2 persons") as refused:
        plan_for(home, "Ana Maria Quill")
    assert "Quill" not in str(refused.value)
    assert plan_for(home, "Ana Maria Quill", is_all=True).runs == runs


def test_nobody_of_that_name_is_a_refusal(home: Home):
    home.run(*BEN)
    with pytest.raises(Unsure, match=r"candidate\.unknown"):
        plan_for(home, "Ana Maria Quill")


def test_runs_that_died_before_they_said_whose_they_are_are_told_apart(home: Home):
    for name, mail in (ANA, BEN):
        run = home.run(name, mail)
        (path,) = home.settings.journals.glob(f"{run}.*.ndjson")
        path.with_suffix(".open").write_text(
            "".join(line for line in path.read_text().splitlines(keepends=True) if '"table": "run"' not in line)
        )
        path.unlink()
    assert plan_for(home, "ana maria quill").runs == {"0000000000000001"}
