"""The file of models: how each is called, within which limits, at which price.

One file for all models, named by `PLAYBOOK_MODELS`; a model that it does not name is called with the defaults. What is done
with the limits is for `connection`, what with the prices for `metering`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from playbook.errors import Refusal

if TYPE_CHECKING:
    from playbook.settings import Settings


class Price(BaseModel):
    """What a million tokens cost, in USD."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    input: float = Field(ge=0)
    output: float = Field(ge=0)
    cached_input: float | None = Field(None, ge=0, description="Tokens that the provider had in its prompt cache.")

    def cost(self, tokens_in: int, tokens_out: int, cached_in: int = 0) -> float:
        """USD for so many tokens; `cached_in` are among `tokens_in`."""
        cached = self.input if self.cached_input is None else self.cached_input
        return ((tokens_in - cached_in) * self.input + cached_in * cached + tokens_out * self.output) / 1e6


class ModelSettings(BaseModel):
    """How one model is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    concurrency: int = Field(16, ge=1, description="Calls at a time, over all threads of a process.")
    requests_per_minute: int | None = Field(None, ge=1, description="Calls in any 60 seconds, over all threads of a process.")
    timeout_seconds: float = Field(90.0, gt=0, description="How long to wait for the next byte of an answer.")
    patience_seconds: float = Field(240.0, gt=0, description="How long one stage may wait for the model, retries included.")
    retries: int = Field(3, ge=0, le=10, description="Further tries after a failure that may pass.")
    retry_wait_seconds: float = Field(1.0, ge=0, description="Wait before the first retry; doubles with each.")
    pause_seconds: float = Field(60.0, ge=0, description="How long a provider that is down is not asked again.")
    response_format: Literal["auto", "json_schema", "json_object", "none"] = Field(
        "auto", description="Structured output: `auto` uses what the model is known to have."
    )
    lines_a_call: int = Field(12, ge=1, description="About how many sentences one call asks for; a story stays whole.")
    max_tokens: int | None = Field(None, ge=1, description="Longest answer; default: the provider's own.")
    context_tokens: int | None = Field(None, ge=1, description="Window of the model; a prompt that does not fit is not sent.")
    temperature: float | None = Field(None, ge=0, le=2)
    prompt_cache: bool = Field(default=False, description="Mark the shared part of prompts where a provider wants marks.")
    api_base: str | None = Field(None, description="Base URL of the server, where it is not PLAYBOOK_MODEL_API_BASE.")
    price: Price | None = Field(None, description="USD for a million tokens; default: DSPy's list, where it has the model.")


class Models(BaseModel):
    """The file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    models: dict[str, ModelSettings]


def settings_of(model: str, settings: Settings) -> ModelSettings:
    """The settings of one model. Raises `Refusal` for a file that cannot be read or breaks its schema."""
    return models_of(settings.models).models.get(model, ModelSettings()) if settings.models else ModelSettings()


def models_of(path: Path) -> Models:
    """The file's content; read again when it changed. Raises `Refusal`."""
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise _refused(f"{path.name}: {error.strerror}", "a file that can be read") from error


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> Models:
    wanted = "YAML with `models:`, and below it settings by the model's name"
    try:
        content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _refused(f"{path.name}: {error}", wanted) from error
    if not isinstance(content, dict):
        raise _refused(f"{path.name}: {type(content).__name__} at the top", wanted)
    try:
        return Models.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise _refused(f"{path.name}: {place} = {first['input']!r}", first["msg"]) from error


def _refused(found: str, wanted: str) -> Refusal:
    return Refusal("models.invalid", found=found, wanted=wanted, remedy="correct the file, or unset PLAYBOOK_MODELS")
