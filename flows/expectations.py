"""What a batch as a whole is held to: which expectations can be judged, what Great Expectations says, and the level of it.

Thresholds are data (`datasets/expectations`), sentences and severities stand in the catalogue of rules, figures are made in
`flows.batch_figures`. What follows from the level is for `flows.gate`.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError, model_validator

from flows.batch_figures import OF_RULE, Figures
from playbook.checks.catalogue import EXPECTATIONS
from playbook.children import Child
from playbook.errors import Refusal
from playbook.provenance import Frozen

MODULE = "flows.expectation_child"
SECONDS = 600.0
"""The import alone takes seconds, and longer where the machine is busy."""
BYTES = 4_000_000_000
"""Memory of the process."""
LIBRARY = "great_expectations"
REMEDY = "uv sync --extra gx"
_SEVERITIES = {"block": "critical", "warn": "warning", "info": "info"}

Level = Literal["met", "alarm", "held", "not judged"]
Request = dict[str, Any]
"""`frames` by name, and `expectations` of them."""


class Expectation(Frozen):
    """One expectation of a frame."""

    rule: str
    frame: Literal["rows", "made", "rules", "rated", "drift", "rule_drift"]
    expect: str
    """Name of an expectation of the library."""
    arguments: dict[str, Any] = Field(alias="with")
    from_rows: int | None = Field(None, ge=0)
    """Rows from which it is judged; by default `fewest_rows`."""
    why: str = Field(min_length=10)


class Expectations(Frozen):
    """The file of thresholds."""

    fewest_rows: int = Field(ge=1)
    fewest_nights: int = Field(ge=1)
    most_nights: int = Field(ge=1)
    expectations: tuple[Expectation, ...]

    @model_validator(mode="after")
    def _known(self) -> Expectations:
        names = [one.rule for one in self.expectations]
        unknown, twice = set(names) - EXPECTATIONS.keys(), {name for name in names if names.count(name) > 1}
        if unknown or twice:
            message = f"rules that the catalogue does not have, or twice: {', '.join(sorted(unknown | twice))}"
            raise ValueError(message)
        return self


class Judged(Frozen):
    """What came of one expectation."""

    rule: str
    severity: Literal["block", "warn", "info"]
    ok: bool
    n: int
    """Rows of the frame; 0 where nothing was judged."""
    bad: int = 0
    observed: float | None = None
    """A share of rows at fault, or the number that was judged."""
    note: str | None = None
    """The rules at fault, or why nothing was judged."""


class Verdict(Frozen):
    """What is to be said of a batch."""

    level: Level
    why: str | None = None
    """The expectations that are not met, or why nothing was judged."""
    results: tuple[Judged, ...] = ()


def read_expectations(path: Path) -> Expectations:
    """The thresholds. Raises `Refusal` where the file cannot be read or says what nobody can judge."""
    try:
        return Expectations.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        found = _fault(error)
        raise Refusal(
            "expectations.invalid",
            found=f"{path.name}: {found}",
            wanted="thresholds of known rules, each with a reason",
            remedy="correct the file that PLAYBOOK_EXPECTATIONS names",
        ) from error


def _fault(error: Exception) -> str:
    """What is wrong with the file, in a line."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"]))
    return ": ".join(filter(None, (place, first["msg"].removeprefix("Value error, "))))


def is_installed() -> bool:
    """Whether the library is there; without importing it."""
    return find_spec(LIBRARY) is not None


def in_a_process(request: Request, *, module: str = MODULE, seconds: float = SECONDS) -> dict[str, Any]:
    """The answer of a process that ends with it: `results`, or the `error` that it ended with."""
    child = Child(module, BYTES)
    answers = child.ask([json.dumps(request).encode()], 1, seconds)
    if answers is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(0.0 if child.hangs else 1.0)  # its pipe is closed a moment before it is gone
    child.close()
    if answers is None:
        ended = f"no answer in {seconds:g} seconds" if child.hangs else f"it died (exit {child.process.returncode})"
        return {"error": f"the process of the expectations: {ended}"}
    answer: dict[str, Any] = json.loads(answers[0])
    return answer


def judge(figures: Figures, wanted: Expectations, *, ask: Callable[[Request], dict[str, Any]] = in_a_process) -> Verdict:
    """Judge what can be judged; nothing that the library does raises. `ask` answers frames and expectations with results."""
    left_out = {one.rule: _too_few(one, figures, wanted) for one in wanted.expectations}
    asked = [one for one in wanted.expectations if left_out[one.rule] is None]
    answer = ask(_request(figures, asked))
    if "error" in answer:
        return Verdict(level="not judged", why=answer["error"])
    answers = {one.rule: result for one, result in zip(asked, answer["results"], strict=True)}
    results = tuple(_judged(one, answers.get(one.rule), left_out[one.rule], figures) for one in wanted.expectations)
    broken = {rule: result for rule, result in answers.items() if not result["ok"]}
    # The library's own success is false also where only a warning is: the level goes by the severity of each.
    level: Level = "held" if any(one["severity"] == "critical" for one in broken.values()) else "alarm" if broken else "met"
    grave_first = sorted(broken, key=lambda rule: broken[rule]["severity"] != "critical")
    said = {result.rule: result for result in results}
    return Verdict(level=level, why="; ".join(_said(said[rule]) for rule in grave_first) or None, results=results)


def _too_few(one: Expectation, figures: Figures, wanted: Expectations) -> str | None:
    """Why an expectation cannot be judged; `None` where it can."""
    frame = figures.frames[one.frame]
    if one.frame == "drift":
        column = one.arguments.get("column", "")
        if column in frame:
            return None
        nights = figures.nights.get(column, 0)
        if nights < wanted.fewest_nights:
            return f"{nights} nights to compare with, of {wanted.fewest_nights}"
        return f"too few rows this night, of {wanted.fewest_rows}"
    rows = len(next(iter(frame.values()), []))
    if one.frame == "rule_drift":
        if rows:
            return None
        nights = max((n for name, n in figures.nights.items() if name.startswith(OF_RULE)), default=0)
        return f"{nights} nights to compare with, of {wanted.fewest_nights}, or too few playbooks"
    values = frame.get(one.arguments.get("column", ""))
    looks_for_nulls = one.expect == "expect_column_values_to_not_be_null"
    known = rows if values is None or looks_for_nulls else sum(value is not None for value in values)
    fewest = one.from_rows
    if fewest is None:
        fewest = 1 if one.frame in ("rules", "rated") else wanted.fewest_rows
    return None if known >= fewest else f"{known} rows, of {fewest}"


def _request(figures: Figures, expectations: list[Expectation]) -> Request:
    """What the process is asked: the frames that are needed, and what is expected of them."""
    wanted = [
        {
            "rule": one.rule,
            "frame": one.frame,
            "expect": one.expect,
            "with": one.arguments,
            "severity": _SEVERITIES[EXPECTATIONS[one.rule].severity],
        }
        for one in expectations
    ]
    return {"frames": {one.frame: figures.frames[one.frame] for one in expectations}, "expectations": wanted}


def _judged(one: Expectation, result: dict[str, Any] | None, left_out: str | None, figures: Figures) -> Judged:
    severity = EXPECTATIONS[one.rule].severity
    if result is None:
        return Judged(rule=one.rule, severity=severity, ok=True, n=0, note=left_out)
    found = {name: result[name] for name in ("ok", "bad", "observed")}
    note = result["error"] or ", ".join(result["named"]) or None
    if one.frame == "drift":
        name = one.arguments["column"]
        found["observed"] = figures.frames["drift"][name][0]
        note = f"{figures.figures[name].value:.4g}, {figures.usual[name]:.4g} on {figures.nights[name]} nights before"
    return Judged(rule=one.rule, severity=severity, n=max(result["n"], 1), note=note, **found)


def _said(result: Judged) -> str:
    """One expectation that is not met, in a few words."""
    counted = f"{result.bad} of {result.n}" if result.n > 1 and result.bad else None
    judged = f"{result.observed:.4g}" if result.observed is not None else None
    note = f"({result.note})" if result.note else None
    return f"{result.rule}: {' '.join(filter(None, (counted or judged, note)))}"
