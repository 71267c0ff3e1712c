"""A worker of a batch that dies, swells or hangs with rows of certain companies, and is the real one with all others."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

from flows import batch_row

REAL = batch_row.received


def received(*arguments: Any, company: str, **options: Any) -> Any:
    """Misbehave as the company says, or take the files in."""
    if company == "Dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if company == "Swells":
        bytearray(20_000_000_000)
    if company == "Hangs":
        time.sleep(60)
    return REAL(*arguments, company=company, **options)


batch_row.received = received
main, prepare = batch_row.main, batch_row.prepare
