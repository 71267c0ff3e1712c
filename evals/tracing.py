"""What a program is asked and answers while it is measured or optimised, as traces on an MLflow server.

Off unless `PLAYBOOK_MLFLOW` says where; then `playbook eval` and `playbook optimize` alone are traced, whose documents are
fictional. A build is somebody's resume and is traced by nothing. Pairs of the test split are not traced either: nobody may
read what is asked of them. Scores and costs are for the eval store.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import dspy

from playbook.errors import Refusal

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from playbook.settings import Settings

EXPERIMENT = "interview-playbook"
_QUIETLY = {
    "MLFLOW_DISABLE_TELEMETRY": "true",  # else its makers are told that it is used
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1",  # its own seven tries of a server that is not there take minutes
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "15",
}


def check_tracing(settings: Settings) -> None:
    """Raise `Refusal` where traces are asked for and cannot be sent; where none are, nothing is imported."""
    if settings.mlflow:
        _opened(settings.mlflow)


@contextmanager
def traced(settings: Settings) -> Iterator[None]:
    """Trace every DSPy call of this process until the block ends, where the settings say so; then all are sent."""
    if not settings.mlflow:
        yield
        return
    mlflow = _opened(settings.mlflow)
    tracks = dspy.settings.track_usage
    mlflow.dspy.autolog(log_traces_from_compile=True, silent=True)
    try:
        yield
    finally:
        mlflow.flush_trace_async_logging()
        mlflow.dspy.autolog(disable=True, silent=True)
        dspy.configure(track_usage=tracks)  # it turns that on, and not off


def untraced() -> AbstractContextManager[None]:
    """A block of this thread whose calls no callback sees; as it is where nothing is traced."""
    return dspy.context(callbacks=[]) if dspy.settings.callbacks else nullcontext()


def _opened(uri: str) -> Any:  # noqa: ANN401  a module of an extra
    """MLflow, with its server found."""
    for name, value in _QUIETLY.items():
        os.environ.setdefault(name, value)
    try:
        import mlflow
        import mlflow.dspy
    except ImportError as error:
        raise Refusal(
            "mlflow.not-installed",
            found="PLAYBOOK_MLFLOW, and no mlflow",
            wanted="the extra `mlflow`",
            remedy="uv sync --extra mlflow, or unset PLAYBOOK_MLFLOW",
        ) from error
    logging.getLogger("mlflow").setLevel(logging.WARNING)
    try:
        mlflow.set_tracking_uri(uri)
        mlflow.set_experiment(EXPERIMENT)
    except Exception as error:
        raise Refusal(
            "mlflow.unreachable",
            found=f"PLAYBOOK_MLFLOW={_without_login(uri)}: {_said(error, uri)}",
            wanted="an MLflow server that answers, such as http://localhost:5000",
            remedy="start one with `uvx mlflow server`, correct the address, or unset PLAYBOOK_MLFLOW",
        ) from error
    return mlflow


def _without_login(uri: str) -> str:
    parts = urlsplit(uri)
    where = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{where}" if where else f"{parts.scheme}:"


def _said(error: Exception, uri: str) -> str:
    """The first line of an error, without a login that may stand in the address."""
    login = urlsplit(uri).netloc.rpartition("@")[0]
    said = (str(error).splitlines() or [type(error).__name__])[0]
    return (said.replace(f"{login}@", "") if login else said)[:200]
