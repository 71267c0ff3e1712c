"""A playbook of any resume that is read is delivered: no rule holds what the embedded writer truly says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evals.labelled.pairs import LABELLED, Pair
from evals.playbooks import compose_playbook
from playbook.checks.claims import check_claims
from playbook.consistency import inspect
from playbook.knowledge.packs import Knowledge
from playbook.settings import CHECKOUT

INTAKE = CHECKOUT / "datasets" / "intake"
CASES = [
    # a school on a line of its own, dates as 2015.06, employers that share a word, headings, attacks that are quoted
    ("academic-cv-six-pages-phonetician/document.pdf", "design-mid-next-tram"),
    ("chinese-name-financial-analyst/document.pdf", "nursing-mid-drip-rates"),
    ("latex-article-ligatures-software/document.pdf", "support-mid-log-diver"),
    ("no-bullet-glyphs-retail-promotions/document.pdf", "operations-entry-motor-pool"),
    ("paracol-sidebar-sommelier/document.pdf", "software-senior-quiet-pager"),
    ("prose-roles-nurse/document.txt", "executive-mid-board-papers"),
    ("visible-instruction-content-tester/document.pdf", "data-mid-basket-models"),
    ("../labelled/marketing-executive-oat-shelf/resume.txt", "operations-mid-table-turns"),
    ("../labelled/sales-entry-cold-mornings/resume.txt", "marketing-senior-long-pipe"),
]


@pytest.mark.parametrize(("resume", "pair"), CASES)
def test_a_resume_of_any_layout_gives_a_playbook_that_no_rule_holds(resume: str, pair: str, knowledge: Knowledge):
    found = Pair(LABELLED / pair)
    made = compose_playbook(Path(INTAKE / resume), found.job, found.labels.company, knowledge, date(2026, 11, 23))
    results = (*check_claims(made.playbook, made.resume, made.job, knowledge), *inspect(made.playbook))
    assert not [(one.rule, one.samples) for one in results if not one.ok and one.severity == "block"]
