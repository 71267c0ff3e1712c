"""How the company's values are called in a sentence: names as they are, clauses and names with a comma in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playbook.artifacts.company import Company, Value

_CLAUSE = 4
"""Words from which on what the posting says is a clause and no name."""


def value_names(company: Company, values: Iterable[Value]) -> list[str]:
    """The names, ready to be listed."""
    return [value_name(company, value) for value in values]


def value_name(company: Company, value: Value) -> str:
    """One name; in quotation marks a clause of the posting, and a name that a list would part: "Calm, Not Cold"."""
    clause = company.values_from == "job" and len(value.name.split()) >= _CLAUSE
    return f'"{value.name}"' if clause or "," in value.name else value.name
