"""The templates as Jinja has them: its environment, and their bytecode kept beside them.

A process that has just started would compile every template before it prints its first page. As Python does with modules, what
was compiled is kept in a `__pycache__` beside the sources, where that folder can be written and bytecode is wanted.
What the templates are given is for `playbook.rendering.html`.
"""

from __future__ import annotations

import contextlib
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

TEMPLATES = Path(__file__).resolve().parent / "templates"


class Kept(FileSystemBytecodeCache):
    """Bytecode of templates in a folder; none where it cannot be written."""

    def __init__(self, folder: Path) -> None:
        """Of this version of Jinja and of the environment below: bytecode depends on both, and Jinja looks at neither."""
        made_by = sha256(version("jinja2").encode() + Path(__file__).read_bytes()).hexdigest()[:8]
        super().__init__(str(folder), f"%s.{made_by}.{sys.implementation.cache_tag}.jinja")

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled before; nothing where that is damaged, as after a power cut."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  whatever unpickling makes of other bytes
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if sys.dont_write_bytecode:
            return
        with contextlib.suppress(OSError):  # a disk that is full or read-only: it is compiled again next time
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


@cache
def environment() -> Environment:
    """The environment of all templates of a playbook."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Kept(TEMPLATES / "__pycache__"),
    )
    made.filters["number"] = number
    return made


def number(value: float) -> str:
    """A number of points without a needless `.0`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
