"""Fixtures that many tests share: the packs, the sample cases, and a home of one's own for each test."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from playbook.knowledge.packs import Knowledge, load
from playbook.settings import CHECKOUT, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief

SAMPLES = CHECKOUT / "datasets" / "samples"
TODAY = date(2026, 11, 23)
COMPANIES = {
    "jordan-chen": "Amazon",
    "amara-okafor": "Riverbend",
    "luis-herrera": "Cargowise Signal",
    "ines-duarte": "Quince & Ember",
}
"""Sample case to the employer that it applies to."""


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads the developer's variables or Prefect profile."""
    for name in ("PREFECT_API_URL", *(f"PLAYBOOK_{field.upper()}" for field in Settings.model_fields)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_PROFILES_PATH", "no-such-profiles.toml")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The packs of the checkout."""
    return load(CHECKOUT / "datasets" / "knowledge")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a home of the test's own."""
    return Settings(home=tmp_path / "home", _env_file=None)


@pytest.fixture(scope="session")
def case(knowledge: Knowledge) -> Callable[[str], Brief]:
    """The brief of a sample case, by the name of its folder."""
    from functools import lru_cache

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.names import printed_name
    from playbook.intake.files import read
    from playbook.matching import match
    from playbook.profiling import profile_company
    from playbook.reading.posting import parse_posting
    from playbook.reading.resume import parse_resume
    from playbook.scoring import score
    from playbook.writing.archetype_choice import choose_archetypes

    @lru_cache
    def made(name: str) -> Brief:
        resume = parse_resume(read(SAMPLES / name / "resume.txt", "resume"), knowledge, TODAY)
        posting = parse_posting(read(SAMPLES / name / "job.txt", "job"), knowledge, company=COMPANIES[name])
        company = profile_company(COMPANIES[name], posting, knowledge, TODAY)
        matching = match(resume, posting, company, knowledge)
        fit = score(resume, posting, company, matching, knowledge)
        assert resume.name is not None
        return Brief(
            candidate=printed_name(resume.name.text),
            resume=resume,
            posting=posting,
            company=company,
            matching=matching,
            fit=fit,
            archetypes=choose_archetypes(resume, knowledge),
            on=TODAY,
        )

    return made
