"""What every command needs first: the settings, the user's day, and the application code that is not part of the library."""

from __future__ import annotations

from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from playbook.errors import Refusal, StageFailure

if TYPE_CHECKING:
    from playbook.settings import Settings


def application(module: str) -> Any:  # noqa: ANN401  a module
    """A module of the application code, which stands in the checkout and not in the wheel."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] in {"flows", "tasks", "signatures", "evals"}:
            raise StageFailure(
                "checkout.missing",
                found="the library without its flows",
                wanted="a checkout of the project",
                remedy="run the command from a checkout, or run the deployment instead",
            ) from error
        raise


def settings() -> Settings:
    """The settings of this process. Raises `Refusal` for a value that is not allowed."""
    from pydantic import ValidationError

    from playbook.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"PLAYBOOK_{'_'.join(map(str, first['loc'])).upper()}"
        raise Refusal(
            "settings.invalid", found=f"{name}={first['input']!r}", wanted=first["msg"], remedy=f"correct {name}"
        ) from error


def day(text: str | None) -> date:
    """A day as the user wrote it; today without one. Raises `Refusal` for what is no day."""
    if text is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal("date.invalid", found=repr(text), wanted="a day as YYYY-MM-DD", remedy="correct the date") from error


def amount(budget: float) -> float:
    """A cap as the user gave it. Raises `Refusal` for one below zero."""
    if budget >= 0:
        return budget
    raise Refusal("budget.invalid", found=f"{budget:g}", wanted="USD, 0 or more", remedy="correct --budget")
