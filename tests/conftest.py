"""Fixtures that the tests of several files share: the packs, the sample cases, homes, readers, and what stands in for others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from playbook.knowledge.packs import Knowledge, load
from playbook.settings import CHECKOUT, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from erasure_cases import Home

    from flows.expectations import Verdict
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.matching import Matching
    from playbook.artifacts.posting import Posting
    from playbook.artifacts.resume import Resume

# A change lands or not for what is in it: the same examples each time. `HYPOTHESIS_PROFILE=search` looks for others.
hypothesis.settings.register_profile("same", derandomize=True)
hypothesis.settings.register_profile("search", derandomize=False)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

COMPILED_PACKS = "PLAYBOOK_COMPILED_PACKS"
SAMPLES = CHECKOUT / "datasets" / "samples"
TODAY = date(2026, 11, 23)
COMPANIES = {
    "jordan-chen": "Amazon",
    "amara-okafor": "Riverbend",
    "luis-herrera": "Cargowise Signal",
    "ines-duarte": "Quince & Ember",
}
"""Sample case to the employer that it applies to."""


@pytest.fixture(autouse=True, scope="session")
def compiled_packs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The packs, compiled once for every home of the session and every process that a test starts."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "compiled"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(COMPILED_PACKS, str(folder))
        yield folder


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch, compiled_packs: Path) -> None:
    """No test reads the developer's variables or Prefect profile."""
    for name in ("PREFECT_API_URL", *(f"PLAYBOOK_{field.upper()}" for field in Settings.model_fields)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(COMPILED_PACKS, str(compiled_packs))
    monkeypatch.setenv("PREFECT_PROFILES_PATH", "no-such-profiles.toml")


@pytest.fixture(scope="session")
def knowledge(compiled_packs: Path) -> Knowledge:
    """The packs of the checkout."""
    return load(CHECKOUT / "datasets" / "knowledge", compiled_packs)


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


@pytest.fixture(scope="session")
def matched(knowledge: Knowledge) -> Callable[[Resume, Posting], Matching]:
    """Matches a pair for an employer that no pack knows."""
    from playbook.matching import match
    from playbook.profiling import profile_company

    return lambda resume, posting: match(
        resume, posting, profile_company("Northwind Works", posting, knowledge, TODAY), knowledge
    )


@pytest.fixture(scope="session")
def parse(knowledge: Knowledge) -> Callable[[str], Resume]:
    """A resume that begins with the given text, read as from a file; a role stands below, so that it is one."""
    from playbook.intake.read import read_bytes
    from playbook.reading.resume import parse_resume

    def parsed(text: str) -> Resume:
        padding = (
            "\n\nEXPERIENCE\n\nCook, Casa Moira, 2018 - 2020\n- Cooked for 80 guests a night on a line of four\n\nREFERENCES\n"
        )
        padding += "Available on request from people who have worked with me for a long time. " * 4
        return parse_resume(read_bytes((text + padding).encode(), "resume", "text"), knowledge, TODAY)

    return parsed


@pytest.fixture(scope="session")
def parse_roles(knowledge: Knowledge) -> Callable[[str], Resume]:
    """A resume whose experience is the given text, read as from a file; there is enough around it for a resume."""
    from playbook.intake.read import read_bytes
    from playbook.reading.resume import parse_resume

    def parsed(body: str) -> Resume:
        padding = "\n\nEDUCATION\nBSc Chemistry, 2008\n\nSUMMARY\n"
        padding += "Steady hand with a long memory for names and early shifts. " * 4
        document = read_bytes(f"Ana Ruiz\n\nEXPERIENCE\n\n{body}{padding}".encode(), "resume", "text")
        return parse_resume(document, knowledge, TODAY)

    return parsed


@pytest.fixture
def home(settings: Settings) -> Home:
    """A home whose runs a test leaves there itself, as builds do."""
    from erasure_cases import Home

    return Home(settings)


@pytest.fixture
def rows_built_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of batches are built in the test's own process."""
    from gate_cases import Here

    monkeypatch.setattr("flows.build_batch.RowProcesses", Here)


@pytest.fixture(scope="session")
def gate_home(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home that has the artifacts of the good rows of `gate_cases`: what tests of the gate build is found in the store."""
    from batch_cases import batch, manifest, row
    from gate_cases import GOOD, Here

    from flows.build_batch import build_batch

    folder = tmp_path_factory.mktemp("gate")
    settings = Settings(home=folder / "home", _env_file=None)
    build_batch(batch(manifest(folder, *map(row, GOOD)), folder / "out", jobs=1), settings, processes=Here())  # type: ignore[arg-type]
    return settings


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[[Verdict], None]:
    """Lets the expectations of batches say something, as if the library were there."""
    monkeypatch.setattr("flows.gate.is_installed", lambda: True)

    def say(verdict: Verdict) -> None:
        monkeypatch.setattr("flows.gate.judge", lambda *_: verdict)

    return say
