"""How long someone has worked: the months between the dates of work, each counted once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from playbook.artifacts.resume import Position


def computed_years(positions: Iterable[Position], on: date) -> float:
    """Years of work until `on`, to one decimal; overlaps count once, gaps do not count.

    A month is counted whole at both ends. A bare year stands for its middle, so that 2017-2019 is two years.
    """
    today = on.year * 12 + on.month
    spans = sorted(span for position in positions if (span := _months(position, today)) is not None)
    total, until = 0.0, float("-inf")
    for start, end in spans:
        begin = max(start, until)
        if end > begin:
            total += end - begin
            until = end
    return round(total / 12, 1)


def _months(position: Position, today: int) -> tuple[float, float] | None:
    if position.start_date is None:
        return None
    start = _month(position.start_date, is_end=False)
    if position.is_current:
        return (start, today) if start < today else None
    if position.end_date is None:
        return None
    end = min(_month(position.end_date, is_end=True), today)
    return (start, end) if end > start else None


def _month(text: str, *, is_end: bool) -> float:
    """Months since year 0 to the start of the month, or to its end."""
    if len(text) == 4:  # noqa: PLR2004  a bare year
        return int(text) * 12 + 6.5
    year, month = int(text[:4]), int(text[5:7])
    return year * 12 + month - (0 if is_end else 1)
