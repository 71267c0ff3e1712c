"""A model as judge of stories, pitches and scripts: only when asked for, and only as far as it is to be believed.

Before it grades a run it grades writings that people call good and bad. Its agreement with them (Cohen's kappa) stands
beside its scores, and its scores gate only where that agreement is high enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import dspy
from dspy.utils.exceptions import AdapterParseError

from evals.agreement import AGREED, AT_LEAST
from evals.cases import ON, case_of
from evals.labelled.release import Item, Release
from evals.labelled.writings import Writing
from evals.scorers.scorer import Score
from evals.statistics import Interval, kappa, statistic
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.checks.spans import facts_of
from playbook.errors import StageFailure
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from signatures.backend import backend
from signatures.judge_writing import JudgeWriting
from signatures.metering import Account

if TYPE_CHECKING:
    from playbook.settings import Settings

NAME = "judged_usable"
"""The judge's scorer: the share of the writings that it calls usable."""
STAGES = {"draft_stories": "story", "pitch": "pitch", "bridge_gaps": "script"}
CALIBRATED_ON = 120
"""Writings of train and dev that a judge is calibrated on, at most."""
_ANSWERED = 0.9
"""Share of the calibration that a judge must answer at all."""


@dataclass(frozen=True)
class Grade:
    """What a judge says of one writing."""

    usable: bool
    faults: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Asked:
    """The inputs of the judge's signature."""

    facts: str
    posting: str
    kind: str
    target: str
    writing: str


@dataclass(frozen=True)
class Calibration:
    """How far a judge agrees with people."""

    model: str
    agreement: Interval | None
    """Cohen's kappa; `None` where the judge says the same of everything, or nothing."""
    n: int
    failed: int
    account: Account
    """What it cost."""
    missed: Mapping[str, int]
    """Fault to how many writings with it the judge calls usable."""

    @property
    def gates(self) -> bool:
        """Whether its scores may gate."""
        found = self.agreement
        return found is not None and found.value >= AGREED and found.low >= AT_LEAST

    @property
    def record(self) -> dict[str, Any]:
        """As it is stored with a run."""
        found = self.agreement
        return {
            "model": self.model,
            "kappa": found and round(found.value, 4),
            "low": found and round(found.low, 4),
            "high": found and round(found.high, 4),
            "n": self.n,
            "failed": self.failed,
            "calls": self.account.calls,
            "tokens_in": self.account.tokens_in,
            "tokens_out": self.account.tokens_out,
            "cost_usd": self.account.cost_usd,
            "missed": dict(self.missed),
            "gates": self.gates,
        }


def calibrate(model: str, settings: Settings, release: Release, *, threads: int = 4) -> Calibration:
    """Grade writings that people call good and bad. Raises `StageFailure` where the judge hardly answers."""
    chosen = _chosen(release)
    if not chosen:
        raise StageFailure(
            "judge.no-writings",
            found=f"no good and bad writings in {release.name}",
            wanted="some in train and dev, to calibrate a judge on",
            remedy="add `writings.yaml` to pairs",
        )
    account = Account(stage="judge")
    documents = {item.id: _documents(item, settings) for item, _ in chosen}

    def graded(one: tuple[Item, Writing]) -> Grade | None:
        item, writing = one
        asked = Asked(*documents[item.id], writing.kind, writing.target, writing.said)
        return ask(model, settings, asked, account)

    with ThreadPoolExecutor(threads) as pool:
        grades = list(pool.map(graded, chosen))
    answered = [(item, writing, grade) for (item, writing), grade in zip(chosen, grades, strict=True) if grade is not None]
    if len(answered) < _ANSWERED * len(chosen):
        raise StageFailure(
            "judge.no-answer",
            found=f"{len(answered)} answers of {model} to {len(chosen)} writings",
            wanted=f"{_ANSWERED:.0%} of them at least",
            remedy="name a model that can judge: `playbook doctor` asks it for one word",
        )
    groups: dict[str, list[tuple[bool, bool]]] = {}
    missed: Counter[str] = Counter()
    for item, writing, grade in answered:
        groups.setdefault(item.id, []).append((writing.good, grade.usable))
        missed.update(writing.faults if grade.usable else ())
    agreement = statistic(list(groups.values()), kappa)
    return Calibration(model, agreement, len(answered), len(chosen) - len(answered), account, dict(sorted(missed.items())))


def judged(stage: str, example: dspy.Example, value: Any, model: str, settings: Settings) -> Score | None:  # noqa: ANN401  an output
    """The share of what a stage wrote that a judge calls usable; `None` for a stage that writes none of the kind.

    A writing that the judge gives no answer to is left out and counted; so is what the answers cost.
    """
    if stage not in STAGES:
        return None
    account = Account(stage=stage)
    facts, posting = facts_text(example.brief.resume), posting_text(example.brief.posting)
    grades = [
        (text, ask(model, settings, Asked(facts, posting, STAGES[stage], target, text), account))
        for target, text in _texts(stage, value)
    ]
    answered = [(text, grade) for text, grade in grades if grade is not None]
    if not answered:
        return None
    reasons = tuple(f"{grade.reason} [{', '.join(grade.faults)}] {text[:120]}" for text, grade in answered if not grade.usable)
    parts = {
        "no answer": float(len(grades) - len(answered)),
        "calls": float(account.calls),
        "tokens in": float(account.tokens_in),
        "tokens out": float(account.tokens_out),
    }
    return Score(sum(grade.usable for _, grade in answered) / len(answered), len(answered), reasons, parts)


def ask(model: str, settings: Settings, asked: Asked, account: Account) -> Grade | None:
    """One grade; `None` where the judge gives no answer that can be read."""
    with dspy.context(lm=backend(model, settings, account=account)["lm"], adapter=dspy.JSONAdapter(), disable_history=True):
        try:
            said = dspy.Predict(JudgeWriting)(**asdict(asked))
        except (dspy.DSPyError, AdapterParseError, ValueError, KeyError):
            return None
    return Grade(bool(said.usable), tuple(map(str, said.faults or ())), str(said.reason))


def facts_text(resume: Resume) -> str:
    """The facts of a resume one a line: contact data is in none of them."""
    lines = [line for position in resume.positions for line in _position(position)]
    others = [fact.text for part in (resume.summary, resume.education, resume.skills, resume.certificates, resume.languages)
              for fact in facts_of(part)]  # fmt: skip
    return "\n".join(dict.fromkeys([*lines, *others]))


def posting_text(posting: Posting) -> str:
    """Title and requirements, one a line."""
    return "\n".join([posting.title, *(one.text for one in posting.requirements)])


def _position(position: Any) -> Iterator[str]:  # noqa: ANN401  a position
    yield f"{position.title}, {position.employer}"
    yield from (f"- {highlight.text}" for highlight in position.highlights)


def _texts(stage: str, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  the artifact of the stage
    """What a stage wrote, each with its target."""
    if stage == "draft_stories":
        for story in value.stories:
            yield story.anchor.text, " ".join(getattr(story, part).text for part in ("situation", "task", "action", "result"))
    elif stage == "pitch":
        yield "", " ".join(beat.prose.text for beat in value.thirty_seconds)
    else:
        for bridge in value.bridges:
            yield bridge.about.text, bridge.script.text


def _documents(item: Item, settings: Settings) -> tuple[str, str]:
    case = case_of(item, settings)
    resume = parse_resume(case.resume, case.knowledge, ON)
    posting = parse_posting(case.job, case.knowledge, company=item.labels.company)
    return facts_text(resume), posting_text(posting)


def _chosen(release: Release) -> Sequence[tuple[Item, Writing]]:
    """Writings of train and dev, the same ones whatever else is in the release."""
    found = [(item, one) for item in release.items if item.split != "test" and item.writings for one in item.writings.all]
    found.sort(key=lambda pair: sha256(f"{pair[0].id}{pair[1].said}".encode()).hexdigest())
    return found[:CALIBRATED_ON]
