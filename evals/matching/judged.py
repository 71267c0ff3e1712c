"""The requirements of a pair as they are read and judged, beside their labels.

Counting and printing stand in `evals.matching.report`.
"""

from __future__ import annotations

from dataclasses import dataclass

from evals.cases import ON
from evals.labelled.pairs import Pair, RequirementLabel
from evals.scorers.reading import line_of
from playbook.artifacts.matching import RequirementMatch
from playbook.intake.files import read
from playbook.knowledge.packs import Knowledge
from playbook.matching import match
from playbook.profiling import profile_company
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.settings import Settings
from signatures.match import standing_judge


@dataclass(frozen=True)
class Judged:
    """A labelled line, and what was made of it; no match where it was not read."""

    label: RequirementLabel
    match: RequirementMatch | None


@dataclass(frozen=True)
class Result:
    """Everything that was judged of a pair."""

    pair: Pair
    family: str
    """As the posting was read."""
    lines: tuple[Judged, ...]
    texts: tuple[str, ...]
    """The requirements that were read, verbatim."""

    @property
    def false_gaps(self) -> tuple[Judged, ...]:
        """Lines that the resume meets and that were called a gap."""
        return tuple(line for line in self.lines if line.label.met and line.match and line.match.status == "gap")

    @property
    def invented(self) -> tuple[Judged, ...]:
        """Lines that the resume does not meet at all and that were called covered."""
        return tuple(
            line for line in self.lines if line.label.status == "gap" and line.match and line.match.status == "covered"
        )


def judge_pair(pair: Pair, knowledge: Knowledge) -> Result:
    """Read and judge a pair as a build does. Raises `Refusal` where a document is refused."""
    posting = parse_posting(read(pair.job, "job"), knowledge, company=pair.labels.company)
    resume = parse_resume(read(pair.resume, "resume"), knowledge, ON)
    company = profile_company(pair.labels.company, posting, knowledge, ON)
    matching = match(resume, posting, company, knowledge, standing_judge(Settings()))
    texts = tuple(one.text for one in posting.requirements)
    by_id = {one.requirement: one for one in matching.requirements}
    lines = []
    for label in pair.labels.requirements:
        read_as = line_of(label.text, posting)
        lines.append(Judged(label, by_id[read_as.id] if read_as else None))
    return Result(pair, posting.family, tuple(lines), texts)
