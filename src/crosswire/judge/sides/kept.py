"""What is found in a report, or in a side, once and kept while its story is judged, no longer."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
#: By what is looked for and what it is looked for in: that thing, held so that its identity stays its own, and what was
#: found. None while no story is judged.
_KEPT: Final[ContextVar[dict[tuple[object, int], tuple[object, Any]] | None]] = ContextVar("kept", default=None)


def keeping(work: Callable[P, T]) -> Callable[P, T]:
    """Returns `work` so that what is found in a report while it lasts is found once, and is let go when it ends."""

    @wraps(work)
    def kept(*args: P.args, **kwargs: P.kwargs) -> T:
        if _KEPT.get() is not None:
            return work(*args, **kwargs)
        token = _KEPT.set({})
        try:
            return work(*args, **kwargs)
        finally:
            _KEPT.reset(token)

    return kept


def once_a_story(find: Callable[[S], T]) -> Callable[[S], T]:
    """Returns `find` so that what it found in a report or a side is given again while a story is judged; an equal one
    is another."""

    @wraps(find)
    def found(there: S) -> T:
        known = _KEPT.get()
        if known is None:
            return find(there)
        if (told := known.get((find, id(there)))) is None:
            told = known[find, id(there)] = (there, find(there))
        value: T = told[1]
        return value

    return found
