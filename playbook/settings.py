"""Every setting, its environment variable and its default.

A setting is read once, when a command starts, and handed down. Nothing here is read at import time, and no
other module looks at the environment.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from playbook.locations import Location, below

EMBEDDED = "embedded"
"""The model that needs no key and no network: the writer of this project."""
ROW_SECONDS = 1800.0
"""Of a row of a batch that nobody gives another limit: a model that is down costs minutes, not this."""
CHECKOUT = Path(__file__).resolve().parent.parent


def _packs() -> Path:
    """The packs of the checkout, or those that the wheel carries."""
    checkout = CHECKOUT / "datasets" / "knowledge"
    return checkout if checkout.is_dir() else Path(__file__).resolve().parent / "packs"


class Settings(BaseSettings):
    """Settings as `PLAYBOOK_*` variables, a `.env` file in the working folder, or options of a command."""

    model_config = SettingsConfigDict(env_prefix="PLAYBOOK_", env_file=".env", extra="ignore", frozen=True)

    model: str = Field(EMBEDDED, description="`embedded`, or any name that `dspy.LM` takes, such as `openai/gpt-5-mini`.")
    model_api_base: str | None = Field(None, description="Base URL of the model's server, where it is not the provider's own.")
    models: Path | None = Field(None, description="File with the limits, formats and prices of models; see `docs/models.md`.")
    budget: float | None = Field(None, ge=0, description="USD that the model may cost for one playbook.")
    budget_calls: int | None = Field(None, ge=0, description="Calls that the model may be asked for one playbook.")
    mlflow: str | None = Field(
        None, description="Address of an MLflow server that `playbook eval` and `playbook optimize` send traces to."
    )
    home: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("interview-playbook")),
        description="Folder of the ledger and of whatever is of this machine alone.",
    )
    store: Location | None = Field(
        None, description="Folder or URL, such as `s3://bucket/playbook`, of what workers share. Default: the home."
    )
    knowledge: Path = Field(default_factory=_packs, description="Folder of the knowledge packs.")
    compiled_packs: Path | None = Field(
        None, description="Folder of the compiled packs, where many homes or new ones share them. Default: in the home."
    )
    gate: Literal["off", "alarm", "hold"] = Field(
        "alarm", description="What a batch does about its expectations: nothing, tell of them, or publish only if they are met."
    )
    expectations: Path = Field(
        CHECKOUT / "datasets" / "expectations" / "batch.yaml",
        description="File of the thresholds that a batch as a whole is held to.",
    )
    row_seconds: float = Field(
        ROW_SECONDS, gt=0, description="Seconds after which a row of a batch is taken to hang, and its process is replaced."
    )
    paper: Literal["a4", "letter"] = Field("a4", description="Paper of the PDFs: `a4` or `letter`.")

    retention_days: int | None = Field(
        None, ge=1, description="Days after which `playbook erase --expired` and the flow `erase-expired` remove a run."
    )

    def prefect_api(self) -> bool:
        """Whether a Prefect API is configured, by variable or by the active profile; without importing Prefect."""
        if os.environ.get("PREFECT_API_URL"):
            return True
        profiles = Path(os.environ.get("PREFECT_PROFILES_PATH", Path.home() / ".prefect" / "profiles.toml"))
        try:
            content = tomllib.loads(profiles.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        active = content.get("profiles", {}).get(os.environ.get("PREFECT_PROFILE") or content.get("active", ""), {})
        return bool(active.get("PREFECT_API_URL"))

    @property
    def shared(self) -> Location:
        """Where that stands which workers share: a folder, or a URL."""
        return self.home if self.store is None else self.store

    @property
    def artifacts(self) -> Location:
        """Where artifacts stand, each named by its hash."""
        return below(self.shared, "artifacts")

    @property
    def keys(self) -> Location:
        """Where content keys stand, each a record of what was made under it."""
        return below(self.shared, "keys")

    @property
    def journals(self) -> Path:
        """Where runs write what they did, while they do it."""
        return self.home / "journals"

    @property
    def shared_journals(self) -> Location:
        """Where journals stand that are closed, before and after a ledger loads them."""
        return below(self.shared, "journals")

    @property
    def ledger(self) -> Path:
        """The DuckDB file: an index that can be rebuilt from the journals."""
        return self.home / "playbook.duckdb"  # named `ledger`, its catalog would shadow the schema

    @property
    def evals(self) -> Path:
        """The DuckDB file of the labelled set's releases, eval runs and programs; it cannot be rebuilt."""
        return self.home / "evals.duckdb"

    @property
    def erasing(self) -> Path:
        """What erasures that have not ended are to remove."""
        return self.home / "erasing"

    @property
    def programs(self) -> Path:
        """Where programs and their promotions stand, those of this home."""
        return self.home / "programs"

    @property
    def compiled(self) -> Path:
        """Where compiled packs are cached, named by the hash of their files."""
        return self.compiled_packs or self.home / "compiled"
