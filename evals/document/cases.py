"""The playbooks on which the document is judged: families from entry to executive, and resumes that are hard on a page."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evals.playbooks import Composed, compose_playbook
from playbook.knowledge.packs import Knowledge, load
from playbook.settings import CHECKOUT, Settings

ON = date(2026, 11, 1)
DATA = CHECKOUT / "datasets"


@dataclass(frozen=True)
class Case:
    """A resume and a posting, by the folder that holds them; `full` where there is enough in them for 35-45 pages."""

    name: str
    folder: str
    company: str
    paper: str = "a4"
    full: bool = True

    def compose(self, knowledge: Knowledge) -> Composed:
        """The playbook, written by the embedded writer."""
        folder = DATA / self.folder
        return compose_playbook(folder / "resume.txt", folder / "job.txt", self.company, knowledge, ON)


CASES = (
    Case("software", "samples/jordan-chen", "Amazon", "letter"),
    Case("nurse", "samples/amara-okafor", "Riverbend"),
    Case("sales", "samples/luis-herrera", "Cargowise Signal", "letter"),
    Case("chef", "samples/ines-duarte", "Quince & Ember"),
    Case("chief-operating-officer", "labelled/executive-executive-plant-doors", "Ironbark Door & Frame Holdings"),
    Case("newly-qualified-auditor", "labelled/accounting-entry-article-clerk", "KPMG in India"),
    Case("physics-teacher", "labelled/education-mid-titration-bench", "KIPP Public Schools"),
    Case("product-designer", "labelled/design-senior-kettle-handle", "Canva"),
    Case(
        "long-titles",
        "document/long-titles",
        "Rheinisch-Westfälische Schienenfahrzeuginstandhaltungsgesellschaft mbH",
    ),
    Case("short-names", "document/short-names", "Bo", "letter", full=False),
    Case("many-scripts", "document/many-scripts", "Maison des Voisins – بيت الجيران"),
    Case("hostile", "document/hostile", 'Widgets & <Gadgets> "Quoted" Ltd.', "letter"),
)


def knowledge() -> Knowledge:
    """The packs, compiled into a folder that goes away again."""
    with tempfile.TemporaryDirectory() as scratch:
        return load(Settings().knowledge, Path(scratch))
