"""Evaluations as one self-contained web page: the tables of the terminal, with plots and examples side by side.

No script, no font, no picture from elsewhere. The plots stand in `plots`, the words in `templates`.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from evals.agreement import AGREED, AT_LEAST
from evals.compare import FEWEST, Changed, Comparison, Difference
from evals.reports import numbers, tables
from evals.reports.plots import Estimate, forest, scatter
from evals.reports.terminal import judge_sentence
from evals.runs import is_share
from evals.scorers import SCORERS
from evals.summary import Summary
from playbook.store.blobs import write_whole

_EXAMPLES, _TEXTS, _REASONS = 12, 6, 4
_SCATTERS = 4
_WORD = re.compile(r"\s+|[\w'’-]+|[^\w\s]")


def write_summary(summary: Summary, path: Path) -> None:
    """The page of a run."""
    run = summary.run
    facts = [
        ("run", run.id),
        ("labelled set", f"{run.release.name}, {len(run.items)} pairs of {run.row['split']}"),
        ("model", run.row["model"]),
        *([("program", run.row["program"])] if run.row["program"] else []),
        *([("judge", judge_sentence(run.row["judge"]).strip())] if run.row["judge"] else []),
        ("version", f"{run.row['version']}, code {run.row['code_sha'][:12]}"),
        ("started", f"{run.row['started_at']:%Y-%m-%d %H:%M} UTC"),
    ]
    shares = [line for line in summary.lines if is_share(line.scorer) and line.split == summary.splits[0]]
    split = summary.splits[0] if summary.splits else ""
    rows = [
        Estimate(
            f"{numbers.words(line.scorer)} {numbers.direction(line.scorer)}",
            line.interval.value,
            line.interval.low,
            line.interval.high,
            numbers.interval(line.scorer, line.interval),
            group=numbers.words(line.stage),
        )
        for line in shares
        if line.interval.high > line.interval.low and 0 < line.interval.value < 1
    ]
    agreement = [
        Estimate(f"{one.label}, {one.measure}" if one.measure.startswith("kappa with linear weights:") else one.label,
                 one.interval.value, one.interval.low, one.interval.high,
                 f"{one.interval.value:.2f} [{one.interval.low:.2f}, {one.interval.high:.2f}]",
                 "better" if one.gates else "unclear")
        for one in run.agreement
        if one.interval
    ]  # fmt: skip
    _write(
        path,
        "summary.html.j2",
        title="The pipeline, measured" if run.row["stage"] == "all" else f"{numbers.words(run.row['stage'])}, measured",
        facts=facts,
        shares=forest(rows, f"Shares on {split}, with 95 % intervals", written=_percent),
        stage_columns=tables.stage_columns(summary),
        stages=tables.stages(summary),
        families=tables.families(summary),
        cost_columns=tables.COST_COLUMNS,
        costs=tables.costs(summary),
        errors=[(row["example"], numbers.words(row["stage"]), row["status"], row["error"]) for row in summary.errors],
        agreement=forest(agreement, "Agreement beyond chance", line=AGREED, written=lambda value: f"{value:g}"),
        agreed=AGREED,
        at_least=AT_LEAST,
        scorers=[
            (numbers.words(one.name), one.sentence, one.better, str(one.version), ", ".join(one.rests_on) or "no label")
            for one in SCORERS.values()
        ],
    )


def write_comparison(found: Comparison, path: Path) -> None:
    """The page of two runs side by side."""
    moved = [one for one in found.differences if one.verdict != "same"]
    shares = [one for one in moved if is_share(one.scorer)]
    by_scorer: dict[tuple[str, str], list[Difference]] = {}
    for one in found.slices:
        by_scorer.setdefault((one.stage, one.scorer), []).append(one)
    plots = [
        (_what(*key), forest([_gain(one, one.slice) for one in rows], "Gain by slice", line=0.0, written=_written(key[1])))
        for key, rows in by_scorer.items()
    ]
    _write(
        path,
        "comparison.html.j2",
        title="Two eval runs side by side",
        a=found.a.title,
        b=found.b.title,
        pairs=len(found.items),
        failed=found.failed,
        same=len(found.differences) - len(moved),
        gains=forest(
            [
                _gain(one, f"{numbers.words(one.scorer)} {numbers.direction(one.scorer)}", numbers.words(one.stage))
                for one in shares
            ],
            "Gain of B over A, in points",
            line=0.0,
            written=_percent,
        ),
        difference_columns=tables.DIFFERENCE_COLUMNS,
        differences=tables.differences(found),
        broken=[(numbers.words(one.stage), one.rule, f"{one.before:g}", f"{one.after:g}") for one in found.broken],
        fewest=FEWEST,
        slice_plots=plots,
        scatters=_scatters(found, moved),
        moved=[
            ("Better in B", len(found.better), [_example(one) for one in found.better[:_EXAMPLES]]),
            ("Worse in B", len(found.worse), [_example(one) for one in found.worse[:_EXAMPLES]]),
        ],
    )


def _scatters(found: Comparison, moved: list[Difference]) -> list[tuple[str, Markup]]:
    """The scorers that moved most, pair by pair."""
    plots = []
    for one in sorted(moved, key=lambda row: -abs(row.gain.value))[:_SCATTERS]:
        key = (one.stage, one.scorer)
        sign = 1 if numbers.direction(one.scorer) == "↑" else -1
        points = []
        for item in found.items:
            left, right = found.a.measures[key].get(item), found.b.measures[key].get(item)
            if left is None or right is None or found.a.items[item].split == "test":
                continue
            gain = sign * (right.value - left.value)
            points.append((left.value, right.value, item, "better" if gain > 0 else "worse" if gain < 0 else "unclear"))
        if points:
            plots.append((_what(*key), scatter(points, f"{_what(*key)}, A against B", ("A", "B"), _written(one.scorer))))
    return plots


def _gain(one: Difference, label: str, group: str = "") -> Estimate:
    shown = f"{numbers.interval(one.scorer, one.gain, signed=True)}"
    return Estimate(label, one.gain.value, one.gain.low, one.gain.high, shown, one.verdict, group)


def _example(one: Changed) -> dict[str, Any]:
    return {
        "example": one.example,
        "what": _what(one.stage, one.scorer),
        "moved": f"{numbers.number(one.scorer, one.before)} → {numbers.number(one.scorer, one.after)}",
        "tone": "better" if one.gain > 0 else "worse",
        "reasons": [("A", text) for text in one.reasons_before[:_REASONS]]
        + [("B", text) for text in one.reasons_after[:_REASONS]],
        "texts": [(place, *side_by_side(before, after)) for place, before, after in one.texts[:_TEXTS]],
    }


def side_by_side(before: str, after: str) -> tuple[Markup, Markup]:
    """Two texts with the words marked that only one of them has."""
    left, right = _WORD.findall(before), _WORD.findall(after)
    shown: tuple[list[Markup], list[Markup]] = ([], [])
    for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        first, second = escape("".join(left[a:b])), escape("".join(right[c:d]))
        same = what == "equal"
        shown[0].append(first if same or not first else Markup("<del>{}</del>").format(first))
        shown[1].append(second if same or not second else Markup("<ins>{}</ins>").format(second))
    return Markup().join(shown[0]), Markup().join(shown[1])


def _what(stage: str, scorer: str) -> str:
    return f"{numbers.words(stage)}: {numbers.words(scorer)}"


def _percent(value: float) -> str:
    return f"{value * 100:g}"


def _written(scorer: str) -> Any:  # noqa: ANN401  a function of one number
    return _percent if is_share(scorer) else lambda value: f"{value:g}"


def _write(path: Path, template: str, **values: Any) -> None:  # noqa: ANN401  whatever the template names
    write_whole(path, _environment().get_template(template).render(**values).encode())


@lru_cache(maxsize=1)
def _environment() -> Environment:
    folder = Path(__file__).resolve().parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
