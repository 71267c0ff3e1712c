"""The gold parses of `datasets/intake`, as its README describes them; a file that breaks the form is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from playbook.settings import CHECKOUT

CORPUS = CHECKOUT / "datasets" / "intake"
Split = Literal["tune", "test"]
_DATE = r"^\d{4}(-\d{2})?$"


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldRole(_Gold):
    """A role as a careful reader takes it."""

    title: str | None = None
    employer: str | None = None
    start: str | None = Field(None, pattern=_DATE)
    end: str | None = Field(None, pattern=_DATE)
    is_current: bool = False
    bullets: tuple[str, ...] = ()


class GoldEducation(_Gold):
    """A degree, course or school."""

    study: str | None = None
    institution: str | None = None
    end: str | None = None


class GoldResume(_Gold):
    """What a resume says."""

    name: str | None = None
    roles: tuple[GoldRole, ...] = ()
    other_roles: tuple[GoldRole, ...] = ()
    education: tuple[GoldEducation, ...] = ()
    skills: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    stated_years: float | None = None


class GoldRequirement(_Gold):
    """A line of a posting that asks for something."""

    text: str
    kind: Literal["required", "preferred", "responsibility"]
    years: float | None = None


class GoldJob(_Gold):
    """What a posting says."""

    title: str | None = None
    employer: str | None = None
    place: str | None = None
    requirements: tuple[GoldRequirement, ...] = ()
    not_requirements: tuple[str, ...] = ()


class Case(_Gold):
    """One document with its gold parse."""

    id: str
    path: Path
    kind: Literal["resume", "job"]
    split: Split
    layout: str
    made_by: str
    language: str
    about: str
    expect: str
    notes: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    resume: GoldResume | None = None
    job: GoldJob | None = None

    @model_validator(mode="after")
    def _has_what_is_expected(self) -> Case:
        if self.expect == "read" and (self.resume if self.kind == "resume" else self.job) is None:
            message = f"a {self.kind} that is read has a gold parse"
            raise ValueError(message)
        return self


def load_cases(folder: Path = CORPUS) -> tuple[Case, ...]:
    """All cases, by name. Raises `ValueError` that names the file and what is wrong with it."""
    return tuple(_cases(folder))


def _cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*/gold.yaml")):
        home = path.parent
        documents = sorted(home.glob("document.*"))
        try:
            fields = yaml.safe_load(path.read_text(encoding="utf-8"))
            (document,) = documents
            yield Case(id=home.name, path=document, **fields)
        except (ValidationError, ValueError, TypeError) as error:
            message = f"{path.relative_to(folder)}: {error}"
            raise ValueError(message) from error
