"""What was made of objects, kept for as long as it is asked for again with the very same ones.

Artifacts are frozen, so that what was made of one stays true of it; to compare or hash a whole brief would cost more than most
of what is made of it. What is read of a text is for `playbook.knowledge.recall`; what outlives the process for the store.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def kept(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what a function of frozen objects, handed by position, gave for the last `most` that it was new to."""

    def keeping(function: Callable[P, T]) -> Callable[P, T]:
        return _Kept(function, most)

    return keeping


class _Kept(Generic[P, T]):
    """Objects by their identities, held beside what was made of them: what is held keeps its identity."""

    def __init__(self, function: Callable[P, T], most: int) -> None:
        self.function, self.most = function, most
        self.__doc__, self.__name__ = function.__doc__, getattr(function, "__name__", "")
        self._made: dict[tuple[int, ...], tuple[tuple[object, ...], T]] = {}
        self._lock = Lock()

    def __call__(self, *objects: P.args, **_: P.kwargs) -> T:
        """What was made of these objects, or is made now; two threads that ask at once may both make it."""
        key = tuple(map(id, objects))
        known = self._made.get(key)
        if known is not None:
            return known[1]
        made = self.function(*objects)  # type: ignore[call-arg]  # by position alone
        with self._lock:
            while len(self._made) >= self.most:
                del self._made[next(iter(self._made))]
            self._made[key] = (objects, made)
        return made
