"""`batch-report.html`: what came of a batch, as one page that loads nothing. Every number is the ledger's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.locations import Location, below
from playbook.settings import CHECKOUT, Settings
from playbook.store.ledger import ledger
from playbook.store.objects import objects_at

if TYPE_CHECKING:
    import duckdb
    from jinja2 import Environment
    from markupsafe import Markup

REPORT = "batch-report.html"
TEMPLATES = (Path(__file__).parent / "templates", CHECKOUT / "evals" / "reports" / "templates")
"""Ours, and the page and tables of the evaluations."""
LISTED = 500
"""Rows that are listed which were not delivered; `playbook runs --failed --batch` has all."""
_BAR, _LABEL, _VALUE, _ROW = 420, 250, 120, 22

_BATCH = "select * from ledger.batch_latest where batch_id = $batch"
_CAUSES = """
select coalesce(s.stage, '') as stage, w.status, coalesce(w.error_code, '') as cause, count(*) as n
from ledger.batch_run w left join ledger.stage_run s on s.run_id = w.run_id and s.attempt = w.attempt and s.status = 'failed'
where w.batch_id = $batch and w.status <> 'delivered' group by all order by n desc, cause
"""
_STAGES = """
select s.stage, count(*) as n, avg(s.cpu_ms) / 1000 as mean, quantile_cont(s.cpu_ms, 0.9) / 1000 as high,
    sum(s.cpu_ms) / 1000 as total, sum(s.cost_usd) as usd
from ledger.batch_run w join ledger.stage_run s on s.run_id = w.run_id and s.attempt = w.attempt
where w.batch_id = $batch and s.status = 'ok' group by s.stage order by total desc
"""
_DEGRADED = """
select s.stage, sum(len(s.degraded)) as lines
from ledger.batch_run w join ledger.stage_run s on s.run_id = w.run_id and s.attempt = w.attempt
where w.batch_id = $batch and len(s.degraded) > 0 group by s.stage order by lines desc
"""
_CHECKS = """
select c.rule, c.severity, count(*) as runs, count(*) filter (not c.ok) as broken, sum(c.bad) as bad
from ledger.batch_run w join ledger.check_result c on c.run_id = w.run_id and c.attempt = w.attempt
where w.batch_id = $batch
group by c.rule, c.severity order by broken desc, c.rule
"""
_MISSING = """
select row_id, status, coalesce(error_code, ''), coalesce(error, '') from ledger.batch_outcome
where batch_id = $batch and status <> 'delivered' order by status, error_code, row_id limit $most
"""
_EARLIER = """
select batch_id, requested_at, planned, coalesce(delivered, 0), coalesce(held, 0), coalesce(refused, 0), coalesce(failed, 0),
    coalesce(cost_usd, 0), epoch(finished_at - requested_at)
from ledger.batch_latest
where finished_at is not null and requested_at <= (select requested_at from ledger.batch_latest where batch_id = $batch)
    and manifest = (select manifest from ledger.batch_latest where batch_id = $batch)
order by requested_at desc limit 10
"""
"""This night and those before it with the same manifest."""


def write_report(batch_id: str, settings: Settings, out: Location) -> Location:
    """Write the page of a batch into `out`; its path. Raises `StageFailure` where another process holds the ledger."""
    with ledger(settings) as connection:
        words = _words(connection, batch_id)
    page = _environment().get_template("batch.html.j2").render(words)
    objects_at(out).write(REPORT, page.encode())
    return below(out, REPORT)


def _words(connection: duckdb.DuckDBPyConnection, batch_id: str) -> dict[str, Any]:
    """What the template shows."""

    def rows(query: str, **more: object) -> list[tuple[Any, ...]]:
        return connection.execute(query, {"batch": batch_id, **more}).fetchall()

    result = connection.execute(_BATCH, {"batch": batch_id})
    names = [column[0] for column in result.description or []]
    (values,) = result.fetchall()
    batch = dict(zip(names, values, strict=True))
    counts = [(name, batch[name] or 0) for name in ("delivered", "held", "refused", "failed")]
    causes, stages, checks, earlier = rows(_CAUSES), rows(_STAGES), rows(_CHECKS), rows(_EARLIER)
    nights = [(f"{night[1]:%Y-%m-%d %H:%M}", night[3] / (night[2] or 1)) for night in reversed(earlier)]
    return {
        "title": f"Batch {batch_id}",
        "facts": [
            ("manifest", f"{batch['manifest']}, {batch['manifest_sha'][:12]}"),
            ("asked for", f"{batch['requested_at']:%Y-%m-%d %H:%M}"),
            ("ended", f"{batch['finished_at']:%Y-%m-%d %H:%M}" if batch["finished_at"] else "not yet, or stopped"),
            ("rows", str(batch["planned"])),
            ("model", batch["model"]),
            ("cost", f"${batch['cost_usd'] or 0:.4f}" + (f" of ${batch['budget_usd']:.2f}" if batch["budget_usd"] else "")),
        ],
        "counts": [(name, str(n)) for name, n in counts],
        "count_plot": bars([(name, n, str(n)) for name, n in counts], "Rows by outcome"),
        "causes": [(stage, status, cause, str(n)) for stage, status, cause, n in causes],
        "cause_plot": bars([(f"{cause} {stage}".strip(), n, str(n)) for stage, _, cause, n in causes[:20]], "Rows by cause"),
        "stages": [
            (stage, str(n), f"{mean:.2f}", f"{high:.2f}", f"{total:.2f}", "unknown" if usd is None else f"{usd:.4f}")
            for stage, n, mean, high, total, usd in stages
        ],
        "stage_plot": bars([(stage, total, f"{total:.1f} s") for stage, _, _, _, total, _ in stages], "CPU seconds by stage"),
        "degraded": [(stage, str(lines)) for stage, lines in rows(_DEGRADED)],
        "checks": [(rule, severity, str(runs), str(broken), str(bad)) for rule, severity, runs, broken, bad in checks],
        "missing": rows(_MISSING, most=LISTED),
        "earlier": [
            (night[0], f"{night[1]:%Y-%m-%d %H:%M}", *(str(n) for n in night[2:7]), f"{night[7]:.4f}", f"{night[8]:.0f}")
            for night in earlier
        ],
        "night_plot": bars([(day, share, f"{share:.1%}") for day, share in nights], "Share delivered by night", most=1.0),
    }


def bars(rows: Sequence[tuple[str, float, str]], title: str, *, most: float | None = None) -> Markup:
    """Bars of `label, value, value as text` as inline SVG; nothing without rows. `most` is the end of the scale."""
    from markupsafe import Markup

    if not rows:
        return Markup()
    scale = _BAR / (most or max(value for _, value, _ in rows) or 1)
    bar = Markup(
        '<text x="{}" y="{}" text-anchor="end">{}</text><rect class="mark" x="{}" y="{}" width="{:.1f}" height="12"/>'
        '<text class="value" x="{:.1f}" y="{}">{}</text>'
    )
    body = Markup()
    for position, (label, value, shown) in enumerate(rows):
        top, length = position * _ROW, float(value) * scale
        body += bar.format(_LABEL - 10, top + 15, label, _LABEL, top + 5, length, _LABEL + length + 8, top + 15, shown)
    width, height = _LABEL + _BAR + _VALUE, len(rows) * _ROW + 6
    head = Markup('<svg class="plot" viewBox="0 0 {} {}" width="{}" role="img" aria-label="{}"><title>{}</title>')
    return head.format(width, height, width, title, title) + body + Markup("</svg>")


@lru_cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
