"""What can go wrong, in the words of the interface: refusals of input, and failures of a stage.

A refusal is the user's to mend and ends with exit code 2; a failure is ours or the machine's and ends with 1.
Each says found, wanted and remedy in one line. Anything else that escapes is a bug.
"""

from __future__ import annotations

from playbook.masking import masked


class PlaybookError(Exception):
    """Base of everything that the command line reports in one line instead of a traceback."""

    exit_code = 1

    def __init__(self, code: str, *, found: str, wanted: str, remedy: str) -> None:
        """`code` is for scripts (`resume.scanned`); the other three are read by people."""
        self.code = code
        self.found = _short(found)
        self.wanted = _short(wanted)
        self.remedy = _short(remedy)
        super().__init__(f"{code}: found {self.found}; wanted {self.wanted}; {self.remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders in batches."""
        return (_rebuild, (type(self), self.code, self.found, self.wanted, self.remedy))


class Refusal(PlaybookError):
    """The input cannot be served: nothing was made of it."""

    exit_code = 2


class StageFailure(PlaybookError):
    """A stage broke, or what it made did not pass its checks."""


class PackFault(PlaybookError):
    """A knowledge pack breaks its schema: the message names file and line."""


def described(error: Exception) -> str:
    """An error that nobody foresaw, for a record: without the values that it quotes, and without contact data."""
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        faults = error.errors(include_input=False, include_context=False, include_url=False)
        told = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {masked(fault['msg'])}" for fault in faults[:5])
        return f"{type(error).__name__}: {error.title}: {told}"
    return f"{type(error).__name__}: {masked(str(error))}"


def _short(text: str, limit: int = 240) -> str:
    """`text` on one line, cut to a length that a terminal can show."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def _rebuild(kind: type[PlaybookError], code: str, found: str, wanted: str, remedy: str) -> PlaybookError:
    return kind(code, found=found, wanted=wanted, remedy=remedy)
