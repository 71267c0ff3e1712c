"""The playbooks of the samples that the repository shows: what a reader meets first has no fault that a rule can see."""

from datetime import date

import pytest

from evals.playbooks import compose_playbook
from playbook.checks.claims import check_claims
from playbook.consistency import inspect
from playbook.settings import CHECKOUT
from signatures.writers import packs

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
