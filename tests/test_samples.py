"""The playbooks of the samples that the repository shows: what a reader meets first has no fault that a rule can see."""

from datetime import date

import pytest

from evals.playbooks import compose_playbook
from flows import build_playbook
from flows.intake import received
from playbook.artifacts.rendering import Format
from playbook.checks.claims import check_claims
from playbook.consistency import inspect
from playbook.settings import CHECKOUT, EMBEDDED, Settings
from playbook.store.blobs import Ref
from playbook.store.journal import Journal
from signatures.writers import packs
from tasks.run import Run, Workplace

SAMPLES = {
    "jordan-chen": "Amazon",
    "amara-okafor": "Riverbend",
    "luis-herrera": "Cargowise Signal",
    "ines-duarte": "Quince & Ember",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sentence_of_a_sample_is_grounded_and_the_whole_agrees_with_itself(name: str):
    folder = CHECKOUT / "datasets" / "samples" / name
    made = compose_playbook(folder / "resume.txt", folder / "job.txt", SAMPLES[name], packs(), date(2026, 11, 23))
    results = (*check_claims(made.playbook, made.resume, made.job, packs()), *inspect(made.playbook))
    assert {result.rule: result.samples for result in results if not result.ok and result.severity != "info"} == {}


def test_every_sample_of_the_repository_is_held_to_it():
    assert {path.name for path in (CHECKOUT / "datasets" / "samples").iterdir() if path.is_dir()} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_stage_makes_is_what_a_later_run_reads_of_it(name: str, settings: Settings, monkeypatch: pytest.MonkeyPatch):
    """A run hands its artifacts on as they were made: one that is found in the store must be no other."""
    monkeypatch.setattr(build_playbook, "render", lambda *_: None)
    folder = CHECKOUT / "datasets" / "samples" / name
    files = folder / "resume.txt", folder / "job.txt"
    case = received(*files, company=SAMPLES[name], role=None, name=None, settings=settings)
    with Journal(settings.journals, name) as journal:
        run = Run(name, Workplace(settings), journal, EMBEDDED, date(2026, 11, 23))
        build_playbook.pipeline(run, case, Format())
    assert len(run.loaded) > 15
    for sha, made in run.loaded.items():
        assert run.place.blobs.get(Ref(sha, type(made).__name__), type(made)) == made
