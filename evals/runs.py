"""Runs as they stand in the eval store: found by id, with their pairs, predictions and scores.

What the numbers add up to is for `summary` and `compare`; running is for `evaluate`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evals.agreement import Agreement, agreement
from evals.cases import slices
from evals.judging import NAME as JUDGED
from evals.labelled.loading import stored
from evals.labelled.release import Item, Release
from evals.scorers import SCORERS, Scorer
from playbook.errors import Refusal
from playbook.store.evals import EvalStore

Row = Mapping[str, Any]
_RUNS = """
select r.run_id, r.stage, r.split, r.model, r.program, r.judge ->> 'model' as judge, r.status, r.started_at,
    coalesce('release ' || e.number, 'draft ' || r.release_sha[:8]) as release,
    count(p.example) as examples, count(*) filter (p.status <> 'ok') as failed,
    sum(p.tokens_in) as tokens_in, sum(p.tokens_out) as tokens_out, sum(p.cost_usd) as cost_usd
from eval.run r join eval.release e using (release_sha) left join eval.prediction p using (run_id)
group by all order by r.started_at desc
"""


@dataclass(frozen=True)
class Measured:
    """A scorer over the examples of one pair."""

    value: float
    n: float


@dataclass(frozen=True)
class Run:
    """An eval run with everything that came of it."""

    row: Row
    release: Release
    predictions: tuple[Row, ...]
    scores: tuple[Row, ...]

    @property
    def id(self) -> str:
        """Of the run."""
        return str(self.row["run_id"])

    @property
    def title(self) -> str:
        """The run in a line."""
        program = f", program {self.row['program'][:12]}" if self.row["program"] else ""
        stage = "the pipeline" if self.row["stage"] == "all" else self.row["stage"]
        return f"{self.id}: {stage} on {self.row['split']} of {self.release.name}, {self.row['model']}{program}"

    @cached_property
    def items(self) -> dict[str, Item]:
        """The pairs of the run's split."""
        return {item.id: item for item in self.release.of(self.row["split"])}

    @cached_property
    def slices(self) -> dict[str, dict[str, str]]:
        """Pair to what it is told apart by."""
        return {name: slices(item) for name, item in self.items.items()}

    @cached_property
    def agreement(self) -> tuple[Agreement, ...]:
        """How far two labellers agree in the run's release."""
        return agreement(self.release)

    def gates(self, scorer: str) -> bool:
        """Whether a scorer may gate: it judges all programs on the same things, and labellers agree on what it rests on."""
        if scorer == JUDGED:
            return bool((self.row["judge"] or {}).get("gates"))
        agreed = {one.label for one in self.agreement if one.gates}
        known = SCORERS.get(scorer)
        return known is not None and not known.is_conditional and set(known.rests_on) <= agreed

    @cached_property
    def measures(self) -> dict[tuple[str, str], dict[str, Measured]]:
        """Stage and scorer to pair to what was measured; several examples of a pair are one mean."""
        found: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self.scores:
            found[row["stage"], row["scorer"]][row["item"]].append(row)
        return {
            key: {
                item: Measured(sum(row["value"] * row["n"] for row in rows) / (n or 1), n)
                for item, rows in by_item.items()
                for n in [sum(row["n"] for row in rows)]
            }
            for key, by_item in found.items()
        }


def scorer_of(name: str) -> Scorer | None:
    """The free scorer of that name; `None` for a judge's, or one that is no more."""
    return SCORERS.get(name)


def is_share(name: str) -> bool:
    """Whether a scorer measures a share of 0 to 1; what a judge grades is one."""
    known = SCORERS.get(name)
    return known is None or known.unit == "share"


def find_run(store: EvalStore, run: str) -> Run:
    """The run whose id begins so. Raises `Refusal` where it is none or several."""
    found = store.rows("select * from eval.run where starts_with(run_id, $run)", run=run) if run else []
    if len(found) != 1:
        raise Refusal(
            "eval-run.unknown" if not found else "eval-run.ambiguous",
            found=f"{len(found)} eval runs for {run!r}",
            wanted="the id of one eval run",
            remedy="`playbook eval --runs` lists them",
        )
    row = found[0]
    release = stored(store, row["release_sha"])
    predictions = store.rows("select * from eval.prediction where run_id = $run order by item, example", run=row["run_id"])
    scores = store.rows("select * from eval.score where run_id = $run order by item, example, scorer", run=row["run_id"])
    return Run(row, release, tuple(predictions), tuple(scores))


def all_runs(store: EvalStore) -> list[dict[str, Any]]:
    """Every run, newest first, with how many examples it has and how many failed."""
    return store.rows(_RUNS)
