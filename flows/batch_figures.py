"""A batch in figures: frames of its rows, playbooks and rules from the ledger, beside the nights before.

Whatever was planned is in them, also what failed, was held or never ended: a batch that is judged by what came through
is always fine. What the figures ought to be stands in `flows.expectations`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress
from statistics import median
from typing import TYPE_CHECKING, Any

from playbook.checks.catalogue import RULES

if TYPE_CHECKING:
    import duckdb

Frame = dict[str, list[Any]]
"""Columns of equal length, by name."""

_ROWS = """
select o.status, o.executed, o.seconds, o.cost_usd::double as usd, r.status in ('ok', 'held') and o.run_id is not null as made,
    r.fit, r.pages, r.stories, r.story_blanks / nullif(r.stories, 0) as blanks_a_story, r.degraded_lines,
    s.output_sha as rendering, o.run_id
from ledger.batch_run o left join ledger.latest r using (run_id)
left join ledger.stage_run s on s.run_id = r.run_id and s.attempt = r.attempt and s.stage = 'render' and s.status <> 'failed'
where o.batch_id = $batch order by o.row_id
"""
_PLANNED = "select coalesce(max(planned), 0) from ledger.batch where batch_id = $batch"
_RULES = """
with done as (
    select s.* from ledger.batch_run o join ledger.stage_run s on s.run_id = o.run_id and s.attempt = o.attempt
    where o.batch_id = $batch
), made as (
    select run_id, attempt, content_key from ledger.stage_run where status = 'ok'
    qualify row_number() over (partition by content_key order by recorded_at desc) = 1
), judged as (
    select d.run_id as of_run, d.stage, coalesce(m.run_id, d.run_id) as run_id, coalesce(m.attempt, d.attempt) as attempt
    from done d left join made m on d.status = 'cached' and m.content_key = d.content_key
)
select c.rule, count(distinct j.of_run) as playbooks, count(distinct j.of_run) filter (not c.ok) as broken
from judged j join ledger.check_result c using (run_id, attempt, stage)
group by c.rule
"""
"""A stage that was found under its key was judged when it was made, perhaps for another row."""
_BEFORE = """
with this as (select * from ledger.batch_latest where batch_id = $batch),
nights as (
    select b.batch_id, b.requested_at from ledger.batch_latest b, this
    where b.finished_at is not null and b.requested_at < this.requested_at and b.model = this.model
        and regexp_replace(b.manifest, '[^/\\\\]*$', '') = regexp_replace(this.manifest, '[^/\\\\]*$', '')
        and (b.manifest_sha, b.made_for) <> (this.manifest_sha, this.made_for)
        and coalesce(b.decision, '') <> 'held'
    qualify row_number() over (partition by b.manifest_sha, b.made_for order by b.requested_at desc) = 1
    order by b.requested_at desc
)
select n.batch_id, f.figure, f.value, f.n from nights n join ledger.batch_figure f using (batch_id)
where f.value is not null and f.n >= $fewest
qualify row_number() over (partition by n.batch_id, f.figure order by f.recorded_at desc) = 1
order by n.requested_at desc
"""
"""Nights with the same model and manifests from the same folder; one for each manifest and day, none that is held."""

STATUSES = ("failed", "held", "refused")
MEANS = ("fit", "pages", "blanks_a_story")
RATIOS = ("usd", "seconds")
"""Compared by how many times as much it is, and reckoned from the rows in which a stage ran."""
OF_RULE = "rule:"


@dataclass(frozen=True)
class Figure:
    """A number of a batch, and how many rows or playbooks it was reckoned from; `None` where from none."""

    value: float | None
    n: int


@dataclass(frozen=True)
class Figures:
    """Frames and figures of a batch."""

    frames: dict[str, Frame]
    figures: dict[str, Figure]
    nights: dict[str, int] = field(default_factory=dict)
    """Column of `drift` to the number of nights that it was compared with."""
    usual: dict[str, float] = field(default_factory=dict)
    """Figure to the median of these nights."""


def figures_of(connection: duckdb.DuckDBPyConnection, batch_id: str, *, fewest_rows: int, nights: tuple[int, int]) -> Figures:
    """The figures of a batch. `nights` are the fewest and the most nights that it is compared with."""
    rows = _columns(connection, _ROWS, batch=batch_id)
    ((planned,),) = connection.execute(_PLANNED, {"batch": batch_id}).fetchall()
    # two rows of one case are one run, with one set of results
    runs = set(compress(rows.pop("run_id"), rows["made"]))
    rows = _with_missing(rows, planned)
    made = _only(rows, [bool(is_made) for is_made in rows["made"]])
    rules = _rules(connection, batch_id, len(runs))
    figures = _figures(rows, made, rules)
    rated = _only(rules, [n >= fewest_rows for n in rules["playbooks"]])
    found = Figures({"rows": rows, "made": made, "rules": _blocking(rules), "rated": _blocking(rated)}, figures)
    return _compared(found, nights_before(connection, batch_id, fewest_rows, nights[1]), fewest_rows, nights[0])


def _with_missing(rows: Frame, planned: int) -> Frame:
    """The rows, and a line for each that was planned and of which nothing is known."""
    missing = max(planned - len(rows["status"]), 0)
    empty: dict[str, Any] = {"status": "missing", "made": False}
    return {name: [*values, *([empty.get(name)] * missing)] for name, values in rows.items()}


def _rules(connection: duckdb.DuckDBPyConnection, batch_id: str, made: int) -> Frame:
    """Every rule of the catalogue, also one of which there is no result; `made` is how many runs made a playbook."""
    found = {rule: (n, broken) for rule, n, broken in connection.execute(_RULES, {"batch": batch_id}).fetchall()}
    frame: Frame = {name: [] for name in ("rule", "severity", "playbooks", "broken", "broken_share", "unrecorded")}
    for rule in RULES.values():
        n, broken = found.get(rule.id, (0, 0))
        cells = (rule.id, rule.severity, n, broken, broken / n if n else None, max(made - n, 0))
        for name, cell in zip(frame, cells, strict=True):
            frame[name].append(cell)
    return frame


def _blocking(rules: Frame) -> Frame:
    return _only(rules, [severity == "block" for severity in rules["severity"]])


def _figures(rows: Frame, made: Frame, rules: Frame) -> dict[str, Figure]:
    """The numbers that nights are compared by."""
    ended, written = len(rows["status"]), len(made["fit"])
    found = {name: Figure(rows["status"].count(name) / ended if ended else None, ended) for name in STATUSES}
    degraded = [bool(lines) for lines in made["degraded_lines"] if lines is not None]
    found["degraded"] = Figure(sum(degraded) / len(degraded) if degraded else None, len(degraded))
    found |= {name: _mean([value for value in made[name] if value is not None]) for name in MEANS}
    ran = [bool(executed) for executed in made["executed"]]
    found |= {name: _mean([value for value in _only(made, ran)[name] if value is not None]) for name in RATIOS}
    found["made"] = Figure(float(written), ended)
    shares = zip(rules["rule"], rules["broken_share"], rules["playbooks"], strict=True)
    return found | {OF_RULE + rule: Figure(share, n) for rule, share, n in shares}


def _mean(values: list[Any]) -> Figure:
    return Figure(sum(map(float, values)) / len(values) if values else None, len(values))


def nights_before(connection: duckdb.DuckDBPyConnection, batch_id: str, fewest_rows: int, most: int) -> dict[str, list[float]]:
    """Figure to its values on the nights before, newest first."""
    found: dict[str, list[float]] = {}
    for _, figure, value, _ in connection.execute(_BEFORE, {"batch": batch_id, "fewest": fewest_rows}).fetchall():
        values = found.setdefault(figure, [])
        if len(values) < most:
            values.append(value)
    return found


def _compared(found: Figures, before: dict[str, list[float]], fewest_rows: int, fewest_nights: int) -> Figures:
    """With the frames of changes; what has too few nights or rows is in none of them."""
    usual = {name: median(values) for name, values in before.items() if len(values) >= fewest_nights}
    drift: Frame = {}
    rules: Frame = {name: [] for name in ("rule", "broken_share", "usual", "change")}
    for name, figure in found.figures.items():
        if name not in usual or figure.value is None or figure.n < fewest_rows:
            continue
        if name.startswith(OF_RULE):
            cells = (name.removeprefix(OF_RULE), figure.value, usual[name], figure.value - usual[name])
            for column, cell in zip(rules, cells, strict=True):
                rules[column].append(cell)
        elif name not in RATIOS:
            drift[name] = [figure.value - usual[name]]
        elif usual[name] > 0:
            drift[name] = [figure.value / usual[name]]
        elif figure.value == usual[name]:
            drift[name] = [1.0]  # free, as before
    nights = {name: len(values) for name, values in before.items()}
    return Figures(found.frames | {"drift": drift, "rule_drift": rules}, found.figures, nights, usual)


def _only(frame: Frame, wanted: list[bool]) -> Frame:
    return {name: list(compress(values, wanted)) for name, values in frame.items()}


def _columns(connection: duckdb.DuckDBPyConnection, query: str, **parameters: Any) -> Frame:  # noqa: ANN401  of a query
    result = connection.execute(query, parameters)
    names = [column[0] for column in result.description or []]
    rows = result.fetchall()
    return {name: [row[position] for row in rows] for position, name in enumerate(names)}
